//! Every district of the whole, and the larger places that they add up to.

use std::collections::BTreeMap;

use roadmap_core::data::TerritoryKind;
use roadmap_core::data::wire::{DistrictsWire, TerritoryWire};

use super::Given;
use super::jobs::Fine;
use crate::content::Industries;
use crate::problem::Problem;

/// Districts and larger places as they are packed.
pub struct Found {
    /// The districts.
    pub districts: DistrictsWire,
    /// Counties, regions and countries by name, then neighbours and the whole.
    pub territories: Vec<TerritoryWire>,
}

/// The districts that have figures, in ascending order of code.
///
/// # Errors
/// A fault when a code has no name.
pub fn read(words: &Industries, fine: &Fine, given: &Given<'_>) -> Result<Found, Problem> {
    let mut districts = DistrictsWire::default();
    for code in fine.districts() {
        let [county, region, country] = given.names.holders(code);
        districts.names.push(given.names.of(code)?);
        districts.counties.push(county);
        districts.regions.push(region);
        districts.countries.push(country);
        districts.codes.push(code.clone());
    }
    // A district that is its own upper authority lies in no county.
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for county in &districts.counties {
        *sizes.entry(county.clone()).or_default() += 1;
    }
    for county in &mut districts.counties {
        if sizes.get(county).is_none_or(|size| *size < 2) {
            county.clear();
        }
    }
    let is_around = |code: &&String| given.neighbours.contains(*code) && !given.own.contains(code);
    districts.neighbours = districts.codes.iter().filter(is_around).cloned().collect();
    let mut territories = Vec::new();
    for (kind, column) in [
        (TerritoryKind::County, &districts.counties),
        (TerritoryKind::Region, &districts.regions),
        (TerritoryKind::Country, &districts.countries),
    ] {
        let codes: BTreeMap<&String, ()> = column.iter().map(|code| (code, ())).collect();
        let mut named = Vec::with_capacity(codes.len());
        for code in codes.into_keys().filter(|code| !code.is_empty()) {
            named.push(territory(code, given.names.of(code)?, kind));
        }
        named.sort_by(|a, b| a.name.cmp(&b.name));
        territories.append(&mut named);
    }
    if !districts.neighbours.is_empty() {
        let kind = TerritoryKind::Neighbours;
        let name = words.neighbours.name.clone();
        territories.push(territory(kind.key(), name, kind));
    }
    let (key, name) = (&words.whole.key, words.whole.name.clone());
    territories.push(territory(key, name, TerritoryKind::Whole));
    Ok(Found {
        districts,
        territories,
    })
}

fn territory(key: &str, name: String, kind: TerritoryKind) -> TerritoryWire {
    TerritoryWire {
        key: key.to_owned(),
        name,
        kind: kind.key().to_owned(),
    }
}
