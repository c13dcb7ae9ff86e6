//! Industries by strength and growth, or by strength and output per job.

use super::ranked::{doubt, limits, rows_name};
use super::{Album, Words, short};
use crate::chart::NamedValue;
use crate::chart::quadrant::{QuadrantAxis, QuadrantPoint, QuadrantSpec, Spacing};
use crate::measure::Unit;
use crate::page::sectors::Order;
use crate::picture::Picture;
use crate::quantity::{Interval, Value};
use crate::sectors::{Row, Table};
use crate::stats::growth::Quadrant;
use crate::stats::location_quotient::Interval80;
use crate::stats::told;

/// Specialisation against growth beyond all jobs of the place; none where growth is not told.
#[must_use]
pub fn quadrant(album: Album<'_>, table: &Table, chosen: Option<&str>) -> Option<Picture> {
    let since = table.since?;
    let is_told = |row: &Row| row.growth.is_some_and(|growth| growth.relative.is_some());
    if !table.rows.iter().any(is_told) {
        return None;
    }
    let up = QuadrantAxis {
        measure: "Growth a year beyond all jobs here".to_owned(),
        unit: Unit::PercentagePoints,
        decimals: 1,
        period: format!("{since} to {}", table.choice.year),
        spacing: Spacing::Differences,
        cut: NamedValue {
            name: "as all jobs".to_owned(),
            value: 0.0,
        },
    };
    let growth = |row: &Row| {
        let relative = row.growth.as_ref().and_then(|growth| growth.relative);
        let points = |interval: Interval80| Interval {
            low: interval.low * 100.0,
            high: interval.high * 100.0,
        };
        match relative {
            Some(own) => (Value::Number(own.value * 100.0), own.interval.map(points)),
            None => (Value::Undefined, None),
        }
    };
    let names = ["Leading", "Emerging", "Mature", "Declining"];
    let spec = spec(table, up, names.map(str::to_owned), chosen, growth);
    let words = Words {
        key: "quadrant",
        title: leading(table),
        subtitle: format!(
            "Location quotient {} against growth {since} to {}",
            table.choice.year, table.choice.year
        ),
        place: &table.place,
        sources: &table.sources_for(album.industries, Order::Growth),
        notes: &table.notes,
    };
    Some(album.picture(words, spec))
}

/// Specialisation against output per job as a multiple of the benchmark's; none where no
/// output is told for these rows.
#[must_use]
pub fn productivity_quadrant(
    album: Album<'_>,
    table: &Table,
    chosen: Option<&str>,
) -> Option<Picture> {
    let ratio = |row: &Row| {
        let ratio = told::over(row.gva_gbp_per_job, row.benchmark_gva_gbp_per_job);
        (ratio, None)
    };
    let is_told = |row: &Row| ratio(row).0.number().is_some();
    let above = table.rows.iter().filter(|row| is_told(row));
    let above = above
        .filter(|row| ratio(row).0.number() >= Some(1.0))
        .count();
    let all = table.rows.iter().filter(|row| is_told(row)).count();
    if all == 0 {
        return None;
    }
    let up = QuadrantAxis {
        measure: "Output per job".to_owned(),
        unit: Unit::Quotient,
        decimals: 1,
        period: table.choice.year.to_string(),
        spacing: Spacing::Ratios,
        cut: NamedValue {
            name: table.benchmark.clone(),
            value: 1.0,
        },
    };
    let names = ["Strong and productive", "Productive", "Strong", "Neither"];
    let spec = spec(table, up, names.map(str::to_owned), chosen, ratio);
    let words = Words {
        key: "productivity",
        title: format!(
            "Output per job is at or above {} in {above} of {all} {}",
            table.benchmark,
            rows_name(table.choice.rows)
        ),
        subtitle: format!(
            "Location quotient and output per job, both against {}",
            table.benchmark
        ),
        place: &table.place,
        sources: &table.sources_for(album.industries, Order::Productivity),
        notes: &table.notes,
    };
    Some(album.picture(words, spec))
}

fn spec(
    table: &Table,
    up: QuadrantAxis,
    names: [String; 4],
    chosen: Option<&str>,
    height: impl Fn(&Row) -> (Value, Option<Interval>),
) -> QuadrantSpec {
    let point = |row: &Row| QuadrantPoint {
        key: row.code.clone(),
        name: row.name.clone(),
        label: short(&row.name),
        across: (row.quotient.value, row.quotient.interval.map(limits)),
        up: height(row),
        size: row.jobs.number().unwrap_or(0.0),
        is_unreliable: row.quotient.is_unreliable,
    };
    QuadrantSpec {
        across: QuadrantAxis {
            measure: "Location quotient".to_owned(),
            unit: Unit::Quotient,
            decimals: 1,
            period: table.choice.year.to_string(),
            spacing: Spacing::Ratios,
            cut: NamedValue {
                name: table.benchmark.clone(),
                value: 1.0,
            },
        },
        up,
        size_unit: Unit::Jobs,
        points_name: rows_name(table.choice.rows).to_owned(),
        interval_name: "80% interval of the survey’s noise".to_owned(),
        doubt: doubt(),
        names,
        chosen: table
            .rows
            .iter()
            .position(|row| Some(row.code.as_str()) == chosen),
        points: table.rows.iter().map(point).collect(),
    }
}

/// `4 of 18 industries are strong and growing beyond chance`.
fn leading(table: &Table) -> String {
    let is_leading = |row: &&Row| {
        let standing = row.growth.as_ref().and_then(|growth| growth.standing);
        standing.is_some_and(|own| own.quadrant == Quadrant::Leading && own.is_clear())
    };
    let leading = table.rows.iter().filter(is_leading);
    let leading: Vec<String> = leading.map(|row| short(&row.name)).collect();
    let what = rows_name(table.choice.rows);
    match leading.as_slice() {
        [] => format!("No {what} are clearly both strong and growing"),
        [only] => format!("{only} is clearly both strong and growing"),
        all => format!("{} {what} are clearly both strong and growing", all.len()),
    }
}
