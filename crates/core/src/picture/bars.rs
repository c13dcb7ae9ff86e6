//! The county's districts ranked by a measure among the county, region and
//! country, with intervals.

use super::{Chart, Kind, Picture, Words, titles};
use crate::area::AreaCode;
use crate::chart::bar::{BarRole, BarRow, BarSpec};
use crate::data::Dataset;
use crate::order;
use crate::quantity::Quantity;

/// The bars of all districts from the highest, the chosen place marked; empty, and
/// said so, when the measure is not there.
#[must_use]
pub fn bars(dataset: &Dataset, slug: &str, area: &AreaCode) -> Picture {
    let measure = dataset.measure_or_unknown(slug);
    let values = dataset.district_values(slug);
    let period = values
        .as_ref()
        .map_or_else(String::new, |(period, _)| period.words());
    let mut rows: Vec<(&AreaCode, Quantity, BarRole)> = Vec::new();
    if let Some((period, districts)) = values {
        let role = |code: &AreaCode| {
            if code == area {
                BarRole::Place
            } else {
                BarRole::Context
            }
        };
        rows.extend(
            districts
                .into_iter()
                .map(|(code, quantity)| (code, quantity, role(code))),
        );
        let place = &dataset.place;
        for code in [&place.county, &place.region, &place.country] {
            let quantity = dataset
                .series(slug)
                .and_then(|series| series.at(code, period));
            let role = if code == area {
                BarRole::Place
            } else {
                BarRole::Benchmark
            };
            rows.extend(quantity.map(|quantity| (code, quantity, role)));
        }
    }
    let order = |quantity: &Quantity| quantity.value.number().unwrap_or(f64::NEG_INFINITY);
    order::sort_by(&mut rows, |(_, a, _), (_, b, _)| {
        order(b).total_cmp(&order(a))
    });
    let rows = rows.into_iter().map(|(code, quantity, role)| BarRow {
        key: code.to_string(),
        name: dataset.name_of(code).to_owned(),
        value: quantity.value,
        interval: quantity.interval,
        role,
    });
    let spec = BarSpec {
        measure: measure.name.clone(),
        unit: measure.unit,
        decimals: measure.decimals,
        period,
        rows: rows.collect(),
    };
    let words = Words {
        title: titles::districts_title(dataset, &measure),
        subtitle: titles::districts_subtitle(dataset, &measure),
    };
    Picture::new(
        dataset,
        &measure,
        area,
        words,
        Kind::Bars,
        Chart::Bars(spec),
    )
}
