//! What others expect of the same areas.

use std::collections::BTreeMap;

use roadmap_core::data::wire::OutlookWire;

use super::Given;
use super::cells::Cells;
use crate::content::region::{Outlook, OutlookTable};
use crate::problem::Problem;

/// The output that outlooks are about.
const POPULATION: &str = "population";

/// Reads every outlook of content.
///
/// # Errors
/// A fault for a row that cannot be used.
pub fn read(given: &Given<'_>) -> Result<Vec<OutlookWire>, Problem> {
    let mut wires = Vec::new();
    for words in &given.words.outlooks {
        for (area, years) in persons(given, words)? {
            wires.push(OutlookWire {
                key: words.key.clone(),
                name: words.name.clone(),
                note: words.note.clone(),
                output: POPULATION.to_owned(),
                area,
                source: words.source.clone(),
                years: years.keys().copied().collect(),
                values: years.into_values().map(f64::round).collect(),
            });
        }
    }
    Ok(wires)
}

/// Persons by area and year.
pub fn persons(
    given: &Given<'_>,
    words: &Outlook,
) -> Result<BTreeMap<String, BTreeMap<u16, f64>>, Problem> {
    let tables = &given.words.tables;
    let (file, keys): (_, &[&str]) = match words.table {
        OutlookTable::Projected => (&tables.projected, &["area_code", "year", "sex", "age"]),
        OutlookTable::ProjectedLater => (&tables.projected_later, &["area_code", "year"]),
    };
    let is_asked = |own: &[&str]| {
        own.first()
            .is_some_and(|code| *code == given.county || given.is_own(code))
    };
    let cells = Cells::read(&file.under(given.raw), keys, &[&words.value], is_asked)?;
    let mut areas: BTreeMap<String, BTreeMap<u16, f64>> = BTreeMap::new();
    for (key, persons) in cells.all() {
        let [area, year, ..] = key else { continue };
        let year = year.parse().map_err(|_| cells.lacking(&[area, year]))?;
        let years = areas.entry(area.clone()).or_default();
        *years.entry(year).or_insert(0.0) += persons;
    }
    Ok(areas)
}
