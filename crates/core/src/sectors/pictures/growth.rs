//! Growth split into its parts, as a whole and by industry.

use super::ranked::lower;
use super::{Album, Words, short};
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::chart::waterfall::{WaterfallSpec, WaterfallStep, WaterfallTotal};
use crate::measure;
use crate::order;
use crate::picture::Picture;
use crate::quantity::Value;
use crate::sectors::{Split, SplitRow, Unit};

/// From the first year to the last by national growth, the mix of industries and the place's own
/// part.
#[must_use]
pub fn waterfall(album: Album<'_>, split: &Split) -> Picture {
    let step = |key: &str, name: String, meaning: String, value: f64| WaterfallStep {
        key: key.to_owned(),
        name,
        meaning,
        value: Value::Number(value),
    };
    let Split {
        place, benchmark, ..
    } = split;
    let total = |year: u16, value: f64| WaterfallTotal {
        key: year.to_string(),
        name: year.to_string(),
        value: Value::Number(value),
    };
    let spec = WaterfallSpec {
        measure: measure_name(split.unit).to_owned(),
        unit: unit(split.unit),
        decimals: 0,
        direction: measure::Direction::HigherIsBetter,
        from: total(split.from, split.total.from),
        to: total(split.to, split.total.to),
        steps: vec![
            step(
                "national",
                format!("Growth as in {benchmark}"),
                format!("If every industry had grown as all of {benchmark} together."),
                split.parts.national,
            ),
            step(
                "industry-mix",
                "Mix of industries".to_owned(),
                format!("What {place} gains or loses by which industries it has."),
                split.parts.industry_mix,
            ),
            step(
                "competitive",
                "Its own part".to_owned(),
                format!("How its industries grew beside the same industries in {benchmark}."),
                split.parts.competitive,
            ),
        ],
        rest_name: "Not explained".to_owned(),
    };
    let words = Words {
        key: match split.unit {
            Unit::Jobs => "split-jobs",
            Unit::GbpM => "split-output",
        },
        title: title(split),
        subtitle: format!(
            "{}, {} to {}, split by shift-share",
            spec.measure, split.from, split.to
        ),
        place,
        sources: &split.sources,
        notes: &split.notes,
    };
    album.picture(words, spec)
}

/// The place's own part by industry, the greatest gain first.
#[must_use]
pub fn drivers(album: Album<'_>, split: &Split) -> Picture {
    let mut rows: Vec<&SplitRow> = split.rows.iter().collect();
    order::sort_by(&mut rows, |a, b| {
        let own = |row: &SplitRow| row.split.parts.competitive;
        own(b).total_cmp(&own(a))
    });
    let spec = RankedBarsSpec {
        measure: "Gained or lost against the same industry elsewhere".to_owned(),
        unit: unit(split.unit),
        decimals: 0,
        period: format!("{} to {}", split.from, split.to),
        rows_name: "industries".to_owned(),
        interval_name: String::new(),
        doubt: super::ranked::doubt(),
        base: Base::Zero,
        line: None,
        chosen: None,
        rows: rows
            .into_iter()
            .map(|row| RankedRow {
                key: row.code.clone(),
                name: row.name.clone(),
                value: Value::Number(row.split.parts.competitive),
                interval: None,
                is_unreliable: false,
                note: None,
            })
            .collect(),
    };
    let words = Words {
        key: match split.unit {
            Unit::Jobs => "drivers-jobs",
            Unit::GbpM => "drivers-output",
        },
        title: extremes(&spec.rows),
        subtitle: format!("{}, {}", spec.measure, spec.period),
        place: &split.place,
        sources: &split.sources,
        notes: &split.notes,
    };
    album.picture(words, spec)
}

/// Which industry gained most and which lost most, of rows in order.
fn extremes(rows: &[RankedRow]) -> String {
    let number = |row: &&RankedRow| row.value.number();
    let up = rows.first().filter(|row| number(row) > Some(0.0));
    let down = rows.last().filter(|row| number(row) < Some(0.0));
    match (up, down) {
        (Some(up), Some(down)) => format!(
            "{} gained most, {} lost most",
            short(&up.name),
            lower(&short(&down.name))
        ),
        (Some(up), None) => format!("{} gained most", short(&up.name)),
        (None, Some(down)) => format!("{} lost most", short(&down.name)),
        (None, None) => "None gained or lost".to_owned(),
    }
}

fn title(split: &Split) -> String {
    let Split { place, .. } = split;
    let own = split.parts.competitive;
    let benchmark = &split.benchmark;
    if own >= 0.0 {
        format!("{place} gained on {benchmark}, industry by industry")
    } else {
        format!("{place} fell behind {benchmark}, industry by industry")
    }
}

const fn unit(unit: Unit) -> measure::Unit {
    match unit {
        Unit::Jobs => measure::Unit::Jobs,
        Unit::GbpM => measure::Unit::GbpMillion,
    }
}

const fn measure_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Jobs => "Jobs",
        Unit::GbpM => "Real output",
    }
}
