//! Checks districts and the larger places that they add up to.

use std::collections::BTreeSet;

use crate::data::Dataset;
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::industries::{Reorganised, Territory, TerritoryKind};
use crate::data::wire::{DistrictsWire, ReorganisedWire, TerritoryWire};

const AT: &str = "districts";

/// Checks districts and larger places; none when the districts cannot be told apart.
pub(super) fn territories(
    wire: &DistrictsWire,
    larger: Vec<Row<TerritoryWire>>,
    dataset: &Dataset,
    faults: &mut Faults,
) -> Option<Vec<Territory>> {
    let count = wire.codes.len();
    for (field, column) in [
        ("names", &wire.names),
        ("counties", &wire.counties),
        ("regions", &wire.regions),
        ("countries", &wire.countries),
    ] {
        if !super::is_long(AT, field, count, column.len(), faults) {
            return None;
        }
    }
    for own in dataset.districts() {
        if !wire.codes.iter().any(|code| own.code.as_str() == code) {
            let code = own.code.to_string();
            faults.add(AT, "codes", Reason::UnknownArea { code });
            return None;
        }
    }
    for code in &wire.neighbours {
        let found = wire.codes.iter().find(|own| *own == code);
        faults.known(found, (AT, "neighbours"), code, "a district of this file");
    }
    let mut territories: Vec<Territory> = Vec::with_capacity(count);
    for (position, (code, name)) in wire.codes.iter().zip(&wire.names).enumerate() {
        let at = format!("{AT}, row {}", position + 1);
        faults.code(&at, "codes", code)?;
        if let Some(before) = territories.last().filter(|before| before.key >= *code) {
            let expected = "in its place: codes stand in ascending order, each once";
            let key = format!("{code} after {}", before.key);
            faults.known(None::<()>, (&at, "codes"), &key, expected)?;
        }
        territories.push(Territory {
            key: code.clone(),
            name: name.clone(),
            kind: kind(code, wire, dataset),
            districts: vec![position],
        });
    }
    let mut seen = BTreeSet::new();
    for Row { at, record } in larger {
        if faults.is_new(&mut seen, &at, "key", &record.key) {
            territories.extend(together(&at, record, wire, faults));
        }
    }
    Some(territories)
}

fn kind(code: &str, wire: &DistrictsWire, dataset: &Dataset) -> TerritoryKind {
    if dataset.districts().any(|own| own.code.as_str() == code) {
        TerritoryKind::Own
    } else if wire.neighbours.iter().any(|own| own == code) {
        TerritoryKind::Neighbour
    } else {
        TerritoryKind::Elsewhere
    }
}

/// A sum of districts.
fn together(
    at: &str,
    wire: TerritoryWire,
    districts: &DistrictsWire,
    faults: &mut Faults,
) -> Option<Territory> {
    let kind = TerritoryKind::from_key(&wire.kind).filter(|kind| !kind.is_district());
    let expected = "county, region, country, neighbours or whole";
    let kind = faults.known(kind, (at, "kind"), &wire.kind, expected)?;
    let within = |column: &[String]| {
        let inside = column.iter().enumerate();
        inside
            .filter(|(_, code)| **code == wire.key)
            .map(|(position, _)| position)
            .collect()
    };
    let districts: Vec<usize> = match kind {
        TerritoryKind::County => within(&districts.counties),
        TerritoryKind::Region => within(&districts.regions),
        TerritoryKind::Country => within(&districts.countries),
        TerritoryKind::Neighbours => {
            let all = districts.codes.iter().enumerate();
            all.filter(|(_, code)| districts.neighbours.contains(code))
                .map(|(position, _)| position)
                .collect()
        }
        _ => (0..districts.codes.len()).collect(),
    };
    let is_any = (!districts.is_empty()).then_some(());
    let expected = "a place that any district lies in";
    faults.known(is_any, (at, "key"), &wire.key, expected)?;
    Some(Territory {
        key: wire.key,
        name: wire.name,
        kind,
        districts,
    })
}

/// Checks where earlier districts went; a row that leads nowhere is left out.
pub(super) fn reorganised(
    rows: Vec<Row<ReorganisedWire>>,
    territories: &[Territory],
    faults: &mut Faults,
) -> Vec<Reorganised> {
    let mut seen = BTreeSet::new();
    let mut checked = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let ReorganisedWire { from, name, to } = record;
        let is_code = faults.code(&at, "from", &from).is_some();
        let is_new = is_code && faults.is_new(&mut seen, &at, "from", &from);
        let mut districts = territories.iter().filter(|t| t.kind.is_district());
        let found = districts.find(|t| t.key == to);
        let found = faults.known(found, (&at, "to"), &to, "a district of this file");
        if is_new && found.is_some() {
            checked.push(Reorganised { from, name, to });
        }
    }
    checked
}
