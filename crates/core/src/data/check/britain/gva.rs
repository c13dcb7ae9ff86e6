//! Checks output by place and industry.

use std::collections::BTreeSet;

use super::Known;
use crate::data::check::faults::Faults;
use crate::data::industries::{GvaBasis, GvaIndustry, GvaKind, GvaPlace, GvaTable, IndustryLevel};
use crate::data::wire::{GvaIndustryWire, GvaPlaceWire, GvaWire};

const AT: &str = "gva";

/// More years than any table has.
const MOST_YEARS: usize = 500;

/// Checks industries, places and figures; an empty table when they do not fit together.
pub(super) fn gva(wire: GvaWire, known: &Known<'_>, faults: &mut Faults) -> GvaTable {
    checked(wire, known, faults).unwrap_or_default()
}

fn checked(wire: GvaWire, known: &Known<'_>, faults: &mut Faults) -> Option<GvaTable> {
    let mut seen = BTreeSet::new();
    let mut industries = Vec::with_capacity(wire.industries.len());
    for (row, own) in (1..).zip(wire.industries) {
        let at = format!("{AT}, industry {row}");
        // A lost industry would shift every row after it, so none is kept.
        if !faults.is_new(&mut seen, &at, "code", &own.code) {
            return None;
        }
        industries.push(industry(&at, own, known, faults)?);
    }
    let mut places = Vec::with_capacity(wire.places.len());
    for (row, own) in (1..).zip(wire.places) {
        let at = format!("{AT}, place {row}");
        if !faults.is_new(&mut seen, &at, "key", &own.key) {
            return None;
        }
        places.push(place(&at, own, known, faults)?);
    }
    let expected = industries.len() * places.len();
    // No table reaches further; a row of a million cells is no row of years.
    let count = wire.current.first().map_or(0, Vec::len).min(MOST_YEARS);
    for (field, rows) in [("current", &wire.current), ("chained", &wire.chained)] {
        let is_whole = super::is_long(AT, field, expected, rows.len(), faults)
            && super::is_wide(AT, field, count, rows, faults);
        if !is_whole {
            return None;
        }
    }
    let years = (0_u16..).take(count);
    let years: Option<Vec<u16>> = years
        .map(|later| wire.first_year.checked_add(later))
        .collect();
    let first_year = wire.first_year.to_string();
    let expected = "a year that the others can follow";
    let years = faults.known(years, (AT, "first_year"), &first_year, expected)?;
    let money_year = wire.money_year;
    let found = years.iter().find(|year| **year == money_year);
    let key = money_year.to_string();
    faults.known(found, (AT, "money_year"), &key, "a year of this table")?;
    let suppressed = &wire.suppressed;
    let current = super::values(AT, "current", &wire.current, suppressed, Ok, faults);
    let chained = super::values(AT, "chained", &wire.chained, suppressed, Ok, faults);
    Some(GvaTable {
        years,
        money_year,
        industries,
        places,
        current,
        chained,
    })
}

fn industry(
    at: &str,
    wire: GvaIndustryWire,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Option<GvaIndustry> {
    let kind = GvaKind::from_key(&wire.kind);
    let expected = "total, aggregate, section or detail";
    let kind = faults.known(kind, (at, "kind"), &wire.kind, expected)?;
    for code in &wire.divisions {
        let found = known.classification.find(code);
        let found = found.filter(|own| own.level == IndustryLevel::Division);
        let expected = "the code of a division of this file";
        faults.known(found, (at, "divisions"), code, expected)?;
    }
    Some(GvaIndustry {
        code: wire.code,
        name: wire.name,
        kind,
        divisions: wire.divisions,
        is_imputed_rent: wire.imputed_rent,
    })
}

fn place(at: &str, wire: GvaPlaceWire, known: &Known<'_>, faults: &mut Faults) -> Option<GvaPlace> {
    faults.code(at, "key", &wire.key)?;
    let basis = GvaBasis::from_key(&wire.basis);
    let expected = "published or added-up";
    let basis = faults.known(basis, (at, "basis"), &wire.basis, expected)?;
    Some(GvaPlace {
        source: known.source(at, "source", wire.source, faults)?,
        key: wire.key,
        name: wire.name,
        basis,
    })
}
