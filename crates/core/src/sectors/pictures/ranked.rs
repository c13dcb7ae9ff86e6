//! Industries in order.

use super::{Album, Words};
use crate::chart::NamedValue;
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::measure::Unit;
use crate::order;
use crate::page::sectors::Order;
use crate::picture::Picture;
use crate::quantity::{self, Interval, Value};
use crate::sectors::{Flag, Row, Rows, Table};
use crate::stats::jobs_noise::FEWEST_JOBS;
use crate::stats::location_quotient::Interval80;

/// What an order ranks by.
struct Ranked {
    measure: &'static str,
    unit: Unit,
    decimals: u8,
    base: Base,
    value: fn(&Row) -> Value,
    interval: fn(&Row) -> Option<Interval>,
}

impl Ranked {
    const fn by(order: Order) -> Self {
        match order {
            Order::Specialisation => Self {
                measure: "Location quotient",
                unit: Unit::Quotient,
                decimals: 1,
                base: Base::One,
                value: |row| row.quotient.value,
                interval: |row| row.quotient.interval.map(limits),
            },
            Order::Jobs => Self {
                measure: "Jobs",
                unit: Unit::Jobs,
                decimals: 0,
                base: Base::Zero,
                value: |row| row.jobs,
                interval: |_| None,
            },
            Order::Growth => Self {
                measure: "Growth of jobs a year",
                unit: Unit::Percent,
                decimals: 1,
                base: Base::Zero,
                value: yearly_pct,
                interval: |_| None,
            },
            Order::Productivity => Self {
                measure: "Output per job",
                unit: Unit::GbpPerJob,
                decimals: 0,
                base: Base::Zero,
                value: |row| row.gva_gbp_per_job,
                interval: |_| None,
            },
            Order::ShareOfWhole => Self {
                measure: "Share of the country’s jobs in the industry",
                unit: Unit::Percent,
                decimals: 1,
                base: Base::Zero,
                value: |row| percent(row.share_of_whole),
                interval: |_| None,
            },
        }
    }
}

/// The bars of a table in an order, the highest first; what has no number comes last.
#[must_use]
pub fn ranked_spec(table: &Table, order: Order, chosen: Option<&str>) -> RankedBarsSpec {
    let by = Ranked::by(order);
    let mut rows: Vec<&Row> = table.rows.iter().collect();
    order::sort_by(&mut rows, |a, b| {
        let number = |row: &Row| (by.value)(row).number().unwrap_or(f64::NEG_INFINITY);
        number(b).total_cmp(&number(a))
    });
    RankedBarsSpec {
        measure: by.measure.to_owned(),
        unit: by.unit,
        decimals: by.decimals,
        period: period(table, order),
        rows_name: rows_name(table.choice.rows).to_owned(),
        interval_name: "80% interval of the survey’s noise".to_owned(),
        doubt: doubt(),
        base: by.base,
        line: (order == Order::Specialisation).then(|| NamedValue {
            name: table.benchmark.clone(),
            value: 1.0,
        }),
        chosen: rows
            .iter()
            .position(|row| Some(row.code.as_str()) == chosen),
        rows: rows
            .into_iter()
            .map(|row| RankedRow {
                key: row.code.clone(),
                name: row.name.clone(),
                value: (by.value)(row),
                interval: (by.interval)(row),
                is_unreliable: row.quotient.is_unreliable,
                note: note(row),
            })
            .collect(),
    }
}

/// A table's industries in an order.
#[must_use]
pub fn ranked(album: Album<'_>, table: &Table, order: Order, chosen: Option<&str>) -> Picture {
    let spec = ranked_spec(table, order, chosen);
    let words = Words {
        key: "ranked",
        title: title(table, &spec, order),
        subtitle: format!(
            "{}, {}, {}",
            spec.measure,
            quantity::unit_name(spec.unit),
            spec.period
        ),
        place: &table.place,
        sources: &table.sources_for(album.industries, order),
        notes: &table.notes,
    };
    album.picture(words, spec)
}

fn period(table: &Table, order: Order) -> String {
    let year = table.choice.year;
    match (order, table.since) {
        (Order::Growth, Some(since)) => format!("{since} to {year}"),
        _ => year.to_string(),
    }
}

/// `The county stands out most in …`, worked out from rows that can be relied on.
fn title(table: &Table, spec: &RankedBarsSpec, order: Order) -> String {
    let is_sure = |row: &&RankedRow| !row.is_unreliable && row.value.number().is_some();
    let first = spec.rows.iter().find(is_sure);
    let Some(first) = first else {
        return format!("No figure can be told for {}", table.place);
    };
    let name = super::short(&first.name);
    let place = &table.place;
    match order {
        Order::Specialisation if first.value.number() > Some(1.0) => {
            format!("{place} stands out most in {}", lower(&name))
        }
        Order::Specialisation => format!("{place} stands out in none"),
        Order::Jobs => format!("Most jobs in {place} are in {}", lower(&name)),
        Order::Growth => format!("{name} grew fastest in {place}"),
        Order::Productivity => format!("{name} makes most per job in {place}"),
        Order::ShareOfWhole => {
            format!(
                "{place} has the largest part of the country in {}",
                lower(&name)
            )
        }
    }
}

/// A name inside a sentence: without its capital, unless it is an abbreviation.
pub(super) fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            let first = first.to_lowercase();
            first.chain([second]).chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

fn note(row: &Row) -> Option<String> {
    if let Some(site) = &row.one_site {
        return Some(site.sentence());
    }
    let told = [Flag::Payroll, Flag::NotMeasurable];
    let flag = row.flags.iter().find(|flag| told.contains(flag))?;
    Some(format!("{}: {}.", row.name, flag.words()))
}

/// `under 500 jobs`.
pub(super) fn doubt() -> String {
    format!(
        "under {} jobs",
        quantity::figure(FEWEST_JOBS, Unit::Jobs, 0)
    )
}

/// What rows are called, in the plural.
pub(super) const fn rows_name(rows: Rows) -> &'static str {
    match rows {
        Rows::Industries(_) => "industries",
        Rows::Sectors(_) => "sectors",
    }
}

pub(super) const fn limits(interval: Interval80) -> Interval {
    Interval {
        low: interval.low,
        high: interval.high,
    }
}

fn yearly_pct(row: &Row) -> Value {
    let growth = row.growth.as_ref().and_then(|growth| growth.yearly);
    match (growth, row.jobs) {
        (Some(yearly), _) => Value::Number(yearly * 100.0),
        (None, Value::Number(_)) if row.growth.is_some() => Value::Undefined,
        (None, Value::Number(_)) => Value::Missing,
        (None, without) => without,
    }
}

/// A share, 0 to 1, in percent.
pub(super) fn percent(share: Value) -> Value {
    match share {
        Value::Number(share) => Value::Number(share * 100.0),
        without => without,
    }
}
