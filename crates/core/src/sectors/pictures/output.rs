//! Real output by industry through time.

use super::{Album, Words};
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::measure::Unit;
use crate::order;
use crate::picture::Picture;
use crate::quantity::Value;
use crate::sectors::{Trend, TrendRow};

/// Growth of real output by the year, the fastest first.
#[must_use]
pub fn output_growth(album: Album<'_>, trend: &Trend) -> Picture {
    let mut rows: Vec<&TrendRow> = trend.rows.iter().collect();
    order::sort_by(&mut rows, |a, b| {
        let own = |row: &TrendRow| row.yearly.unwrap_or(f64::NEG_INFINITY);
        own(b).total_cmp(&own(a))
    });
    let period = match (trend.years.first(), trend.years.last()) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => String::new(),
    };
    let spec = RankedBarsSpec {
        measure: "Growth of real output a year".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: period.clone(),
        rows_name: "industries".to_owned(),
        interval_name: String::new(),
        doubt: "with withheld years".to_owned(),
        base: Base::Zero,
        line: None,
        chosen: None,
        rows: rows
            .iter()
            .map(|row| RankedRow {
                key: row.code.clone(),
                name: row.name.clone(),
                value: row
                    .yearly
                    .map_or(Value::Missing, |yearly| Value::Number(yearly * 100.0)),
                interval: None,
                is_unreliable: !row.withheld.is_empty(),
                note: None,
            })
            .collect(),
    };
    let first = rows.iter().find(|row| row.yearly.is_some());
    let title = first.map_or_else(
        || format!("No output is told for {}", trend.place),
        |first| {
            format!(
                "Output of {} grew fastest in {}",
                super::ranked::lower(&super::short(&first.name)),
                trend.place
            )
        },
    );
    let words = Words {
        key: "output",
        title,
        subtitle: format!(
            "{}, {period}, chained volumes in money of {}",
            spec.measure, trend.money_year
        ),
        place: &trend.place,
        sources: &["gva-lad-industry"],
        notes: &[],
    };
    album.picture(words, spec)
}
