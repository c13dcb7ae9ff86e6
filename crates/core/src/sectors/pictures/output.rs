//! Real output by industry through time.

use super::ranked::percent;
use super::{Album, Words};
use crate::chart::line::{LinePoint, LineSeries, LineSpec, SeriesRole};
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::chart::stack::{StackPart, StackSpec};
use crate::measure::Unit;
use crate::order;
use crate::period::Period;
use crate::picture::Picture;
use crate::quantity::{Provenance, Value};
use crate::sectors::{IndustryOutput, OutputLine, Trend, TrendRow};
use crate::stats::told;

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
        sources: &trend.sources,
        notes: &[],
    };
    album.picture(words, spec)
}

/// How many industries are shown one by one; the rest are one part.
const SHOWN: usize = 8;

/// Shares of output through time, the largest industries at the bottom.
#[must_use]
pub fn output_shares(album: Album<'_>, trend: &Trend) -> Picture {
    let mut rows: Vec<&TrendRow> = trend.rows.iter().collect();
    let latest = |row: &TrendRow| {
        let told = row.share.iter().rev().find_map(|share| share.number());
        told.unwrap_or(0.0)
    };
    order::sort_by(&mut rows, |a, b| latest(b).total_cmp(&latest(a)));
    let (shown, rest) = rows.split_at(SHOWN.min(rows.len()));
    let part = |key: &str, name: String, shares: Vec<Value>| StackPart {
        key: key.to_owned(),
        name,
        points: trend
            .years
            .iter()
            .zip(shares)
            .filter_map(|(year, share)| Some((Period::parse(&year.to_string()).ok()?, share)))
            .collect(),
    };
    let shares =
        |row: &TrendRow| -> Vec<Value> { row.share.iter().map(|share| percent(*share)).collect() };
    let mut parts: Vec<StackPart> = shown
        .iter()
        .map(|row| part(&row.code, super::short(&row.name), shares(row)))
        .collect();
    if !rest.is_empty() {
        let all = rest.iter().map(|row| shares(row));
        let all = all.reduce(|sum, own| {
            let pairs = sum.into_iter().zip(own);
            pairs.map(|(sum, own)| told::add(sum, own)).collect()
        });
        parts.push(part(
            "rest",
            format!("{} others", rest.len()),
            all.unwrap_or_default(),
        ));
    }
    let spec = StackSpec {
        measure: "Share of output".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        whole_name: "all industries".to_owned(),
        parts,
        breaks: Vec::new(),
        chosen: None,
    };
    let title = shown.first().map_or_else(
        || format!("No output is told for {}", trend.place),
        |first| {
            format!(
                "{} makes the largest part of output in {}",
                super::short(&first.name),
                trend.place
            )
        },
    );
    let words = Words {
        key: "shares",
        title,
        subtitle: "Share of output in current prices, percent".to_owned(),
        place: &trend.place,
        sources: &trend.sources,
        notes: &[],
    };
    album.picture(words, spec)
}

/// Real output of one industry here and elsewhere, as an index of its first year; none where
/// fewer than two years are told.
#[must_use]
pub fn industry_output(album: Album<'_>, output: &IndustryOutput) -> Option<Picture> {
    let (first, here) = output.index(&output.place)?;
    let series = |key: &str, line: &OutputLine, role: SeriesRole, index: Vec<Value>| LineSeries {
        key: key.to_owned(),
        name: line.name.clone(),
        role,
        provenance: Provenance::Observed,
        points: output
            .years
            .iter()
            .zip(index)
            .filter_map(|(year, value)| {
                Some(LinePoint {
                    period: Period::parse(&year.to_string()).ok()?,
                    value,
                    interval: None,
                })
            })
            .collect(),
    };
    let last = here.iter().rev().find_map(|value| value.number());
    let mut all = vec![series("here", &output.place, SeriesRole::Place, here)];
    let there = output.benchmark.as_ref();
    if let Some((line, (_, index))) = there.and_then(|line| Some((line, output.index(line)?))) {
        all.push(series("there", line, SeriesRole::Benchmark, index));
    }
    let grew = last.map_or("moved", |last| if last < 100.0 { "fell" } else { "grew" });
    let spec = LineSpec {
        measure: format!("Real output, {first} = 100"),
        unit: Unit::Score,
        decimals: 0,
        series: all,
        breaks: Vec::new(),
        shades: Vec::new(),
    };
    let words = Words {
        key: "industry-output",
        title: format!(
            "Output of {} {grew} in {} since {first}",
            super::ranked::lower(&output.name),
            output.place.name
        ),
        subtitle: format!(
            "Real output, chained volumes in money of {}, {first} = 100",
            output.money_year
        ),
        place: &output.place.name,
        sources: &output.sources,
        notes: &[],
    };
    Some(album.picture(words, spec))
}
