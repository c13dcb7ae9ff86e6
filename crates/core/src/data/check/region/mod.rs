//! Checks what the scenario model starts from: every list as long as it must be, every number one
//! that can be.

mod districts;
mod numbers;
mod scorecard;
mod series;

#[cfg(test)]
mod tests;

pub(crate) use scorecard::scorecard;
pub(crate) use series::{histories, outlooks};

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use crate::area::AreaCode;
use crate::data::finding::Finding;
use crate::data::model::{self, AGES, ByAge, CountryPeople, FERTILE_AGES, Region, SEXES};
use crate::data::wire::{CountryPeopleWire, RegionWire};
use numbers::{Kind, Numbers};

const AT: &str = "region";

/// The areas that figures can be about.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The whole place.
    pub county: &'a AreaCode,
    /// Names of all areas by code.
    pub names: &'a BTreeMap<AreaCode, String>,
}

/// What was read of a place's starting figures.
#[derive(Debug)]
pub struct RegionReading {
    /// The figures, if all are there.
    pub region: Option<Region>,
    /// Every fault.
    pub findings: Vec<Finding>,
}

/// Checks the figures of a place before they are written; `file` is how they are called in
/// findings.
#[must_use]
pub fn check_region(file: &str, wire: RegionWire, place: &Place<'_>) -> RegionReading {
    let mut faults = Faults::new(file);
    let region = region(wire, place, &mut faults);
    RegionReading {
        region,
        findings: faults.into_findings(),
    }
}

/// The most years that can be modelled: enough for any roadmap, and a bound for hostile files.
const MOST_YEARS: u16 = 200;

/// Checks the figures of a place; none when any is missing or cannot be, for all hang together.
///
/// Each fault is a finding.
pub(crate) fn region(wire: RegionWire, place: &Place<'_>, faults: &mut Faults) -> Option<Region> {
    let mut numbers = Numbers { at: AT, faults };
    let years = numbers.years(wire.base_year, wire.last_year, MOST_YEARS);
    let country = Country {
        death_rate: numbers.by_age("death_rate", &wire.death_rate, Kind::Share),
        birth_death_rate: numbers.array("birth_death_rate", &wire.birth_death_rate, Kind::Share),
        birth_rate: numbers.array("birth_rate", &wire.birth_rate, Kind::Share),
        activity: activity(&wire, &mut numbers),
        working_ages: working_ages(&wire.working_ages, &mut numbers),
        headship_ages: &wire.headship_ages,
    };
    let headship_ages = numbers.ascending("headship_ages", &wire.headship_ages);
    let movers = numbers.by_age("movers", &wire.movers, Kind::Share);
    let movers = movers.filter(|movers| {
        let sum = movers.iter().flatten().sum();
        let what = "the shares of people who move to 1";
        numbers.adds_up("movers", sum, 1.0, what).is_some()
    });
    let people = country_people(wire.country, years, &mut numbers);
    let growth = numbers.array("section_growth", &wire.section_growth, Kind::Any);
    let mean = numbers.one("mean_section_growth", wire.mean_section_growth, Kind::Any);
    let procurement = numbers.array("procurement_jobs", &wire.procurement_jobs, Kind::Count);
    let count = wire.districts.len();
    let distance_km = numbers.square("distance_km", wire.distance_km, count);
    let mut seen = BTreeSet::new();
    let mut districts = Vec::with_capacity(count);
    for (row, own) in (1..).zip(wire.districts) {
        let at = format!("{AT}, district {row}");
        let is_new = faults.is_new(&mut seen, &at, "code", &own.code);
        let own = districts::district(&at, own, &country, place, faults);
        districts.push(own.filter(|_| is_new));
    }
    let mut districts: Vec<_> = districts.into_iter().collect::<Option<_>>()?;
    in_order(&mut districts, faults)?;
    years?;
    headship_ages?;
    Some(Region {
        county: place.county.clone(),
        base_year: wire.base_year,
        last_year: wire.last_year,
        districts,
        movers: movers?,
        country: people?,
        section_growth: growth?,
        mean_section_growth: mean?,
        procurement_jobs: procurement?,
        distance_km: distance_km?,
    })
}

/// What is known of the country and of each district alike; none where it cannot be read.
struct Country<'a> {
    death_rate: Option<ByAge>,
    birth_death_rate: Option<[f64; SEXES]>,
    birth_rate: Option<[f64; FERTILE_AGES]>,
    activity: Option<ByAge>,
    working_ages: Option<(usize, usize)>,
    headship_ages: &'a [f64],
}

/// Districts must be there, and stand as every list of districts does.
fn in_order(districts: &mut [model::District], faults: &mut Faults) -> Option<()> {
    let codes: Vec<&AreaCode> = districts.iter().map(|own| &own.code).collect();
    let found = (!codes.is_empty() && codes.is_sorted()).then_some(());
    let expected = "a list of at least one district in ascending order of code";
    faults.known(found, (AT, "districts"), &codes.len().to_string(), expected)
}

fn activity(wire: &RegionWire, numbers: &mut Numbers<'_>) -> Option<ByAge> {
    let ages: Vec<f64> = wire.activity_ages.iter().copied().map(f64::from).collect();
    numbers.ascending("activity_ages", &ages)?;
    let rows = numbers.rows("activity_rate", &wire.activity_rate, ages.len())?;
    let mut rates = [[0.0; AGES]; SEXES];
    for (slot, row) in rates.iter_mut().zip(rows) {
        numbers.all("activity_rate", row, Kind::Share)?;
        *slot = model::held_from(&wire.activity_ages, row);
    }
    Some(rates)
}

fn working_ages(wire: &[u8], numbers: &mut Numbers<'_>) -> Option<(usize, usize)> {
    let found = match wire {
        [first, last] if first <= last && usize::from(*last) < AGES => {
            Some((usize::from(*first), usize::from(*last)))
        }
        _ => None,
    };
    let key = format!("{wire:?}");
    let at = (numbers.at, "working_ages");
    let expected = "a first and a last age up to 90";
    numbers.faults.known(found, at, &key, expected)
}

fn country_people(
    wire: CountryPeopleWire,
    years: Option<usize>,
    numbers: &mut Numbers<'_>,
) -> Option<CountryPeople> {
    let years = years?;
    let all = numbers.list("country.all", wire.all, years, Kind::Positive);
    let young = numbers.list("country.aged_0_17", wire.aged_0_17, years, Kind::Positive);
    let old = numbers.list(
        "country.aged_65_plus",
        wire.aged_65_plus,
        years,
        Kind::Positive,
    );
    Some(CountryPeople {
        all: all?,
        aged_0_17: young?,
        aged_65_plus: old?,
    })
}
