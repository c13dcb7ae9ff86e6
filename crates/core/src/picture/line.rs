//! A measure through time, with its benchmarks.

use super::{Chart, Kind, Picture, Words, titles};
use crate::area::AreaCode;
use crate::chart::line::{LineBreak, LinePoint, LineSeries, LineSpec, SeriesRole, Shade};
use crate::data::{Dataset, Series};
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::Provenance;

/// The line of a place, the county, the region and the country; empty, and said
/// so, when the measure is not there.
#[must_use]
pub fn line(dataset: &Dataset, slug: &str, area: &AreaCode) -> Picture {
    let measure = dataset.measure_or_unknown(slug);
    let series = dataset.series(slug);
    let place = &dataset.place;
    let mut lines = Vec::new();
    if let Some(series) = series {
        lines.push(one_line(dataset, series, area, SeriesRole::Place));
        let benchmarks = [&place.country, &place.region, &place.county];
        let benchmarks = benchmarks
            .into_iter()
            .filter(|code| *code != area && series.rows.contains_key(*code));
        lines.extend(benchmarks.map(|code| one_line(dataset, series, code, SeriesRole::Benchmark)));
    }
    let spec = LineSpec {
        measure: measure.name.clone(),
        unit: measure.unit,
        decimals: measure.decimals,
        shades: shades(series),
        breaks: breaks(&measure),
        series: lines,
    };
    let words = Words {
        title: titles::line_title(dataset, &measure, area),
        subtitle: titles::line_subtitle(&measure, series),
    };
    Picture::new(
        dataset,
        &measure,
        area,
        words,
        Kind::Line,
        Chart::Line(spec),
    )
}

fn one_line(dataset: &Dataset, series: &Series, code: &AreaCode, role: SeriesRole) -> LineSeries {
    let points = series.observations(code).map(|observation| LinePoint {
        period: observation.period.clone(),
        value: observation.quantity.value,
        // Only the chosen place has a band; four would hide each other.
        interval: observation
            .quantity
            .interval
            .filter(|_| role == SeriesRole::Place),
    });
    let provenance = series.rows.get(code).and_then(|row| row.first());
    LineSeries {
        key: code.to_string(),
        name: dataset.name_of(code).to_owned(),
        role,
        provenance: provenance.map_or(Provenance::Observed, |quantity| quantity.provenance),
        points: points.collect(),
    }
}

fn breaks(measure: &Measure) -> Vec<LineBreak> {
    let breaks = measure.breaks.iter().filter_map(|change| {
        let first_period = Period::parse(&change.period).ok()?;
        Some(LineBreak {
            first_period,
            label: "new basis".to_owned(),
            note: change.note.clone(),
        })
    });
    breaks.collect()
}

/// The lockdown years, where a yearly series covers them.
fn shades(series: Option<&Series>) -> Vec<Shade> {
    const LOCKDOWN: [f64; 2] = [2020.0, 2022.0];
    let covers = series.is_some_and(|series| {
        let middle = |period: Option<&Period>| period.map(Period::middle_years);
        let (first, last) = (
            middle(series.periods.first()),
            middle(series.periods.last()),
        );
        first.is_some_and(|first| first < LOCKDOWN[0])
            && last.is_some_and(|last| last > LOCKDOWN[1])
    });
    if covers {
        vec![Shade {
            from_years: LOCKDOWN[0],
            to_years: LOCKDOWN[1],
            label: "lockdowns".to_owned(),
        }]
    } else {
        Vec::new()
    }
}
