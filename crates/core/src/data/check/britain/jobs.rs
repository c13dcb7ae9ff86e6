//! Checks the tables of jobs.

use std::collections::BTreeSet;

use super::Known;
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::industries::{IndustryLevel, JobTable, Territory};
use crate::data::wire::JobTableWire;
use crate::order;

/// Checks tables; one of the wrong shape is left out.
pub(super) fn tables(
    rows: Vec<Row<JobTableWire>>,
    known: &Known<'_>,
    territories: &[Territory],
    faults: &mut Faults,
) -> Vec<JobTable> {
    let mut seen = BTreeSet::new();
    let mut tables = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let key = format!("{} by {}", record.year, record.level);
        if faults.is_new(&mut seen, &at, "year", &key) {
            let at = format!("{at} ({key})");
            tables.extend(table(&at, record, known, territories, faults));
        }
    }
    order::sort_by_key(&mut tables, |table| table.year);
    tables
}

fn table(
    at: &str,
    wire: JobTableWire,
    known: &Known<'_>,
    territories: &[Territory],
    faults: &mut Faults,
) -> Option<JobTable> {
    let level = IndustryLevel::from_key(&wire.level)
        .filter(|level| matches!(level, IndustryLevel::Division | IndustryLevel::Sic5));
    let level = faults.known(level, (at, "level"), &wire.level, "division or sic5")?;
    let source = known.source(at, "source", wire.source, faults)?;
    let industries = known.classification.of_level(level).len();
    let (rows, columns) = (wire.values.len(), wire.territories.len());
    let is_whole = super::is_long(at, "values", industries, rows, faults)
        && super::is_wide(at, "values", columns, &wire.values, faults);
    if !is_whole {
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut columns = Vec::with_capacity(columns);
    for key in &wire.territories {
        let found = territories.iter().position(|t| t.key == *key);
        let expected = "a district or territory of this file";
        let found = faults.known(found, (at, "territories"), key, expected)?;
        if !faults.is_new(&mut seen, at, "territories", key) {
            return None;
        }
        columns.push(found);
    }
    let unit = f64::from(wire.unit);
    let number = |count: f64| {
        if count < 0.0 {
            let value = count.to_string();
            return Err(Reason::UnitMismatch {
                value,
                unit: "jobs",
            });
        }
        if count.fract() != 0.0 {
            let value = count.to_string();
            return Err(Reason::NotWhole { value });
        }
        Ok(count * unit)
    };
    let rows = super::values(at, "values", &wire.values, &wire.suppressed, number, faults);
    // Kept by territory, as they are asked for.
    let by_territory = (0..columns.len()).map(|column| {
        let values = rows.iter().filter_map(|row| row.get(column));
        values.copied().collect()
    });
    Some(JobTable {
        year: wire.year,
        level,
        source,
        values: by_territory.collect(),
        territories: columns,
    })
}
