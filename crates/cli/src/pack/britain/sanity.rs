//! Known figures of jobs and output that the companion must show.

use std::path::Path;

use roadmap_core::data::IndustryLevel;
use roadmap_core::data::wire::BritainWire;

use crate::content::Industries;
use crate::content::industries::Check;
use crate::problem::{Fault, Problem};

/// Holds the companion against what content says must be true.
///
/// # Errors
/// A [`Fault`] naming the first check that is not met.
pub fn check(wire: &BritainWire, words: &Industries, content: &Path) -> Result<(), Problem> {
    for check in &words.checks {
        let expected = check.jobs.or(check.value).or(check.districts.map(as_f64));
        let found = found(wire, check);
        let is_met = expected
            .zip(found)
            .is_some_and(|(expected, found)| (expected - found).abs() <= check.tolerance);
        if !is_met {
            let told = |number: Option<f64>| {
                number.map_or_else(|| "nothing".to_owned(), |number| number.to_string())
            };
            return Err(Fault {
                file: content.join("industries.toml"),
                place: format!("check “{}”", check.what),
                field: String::new(),
                reason: format!(
                    "it should be {}, and the raw files give {}",
                    told(expected),
                    told(found)
                ),
                advice: "Find out which of the two is wrong before a pack is written".to_owned(),
            }
            .into());
        }
    }
    Ok(())
}

fn found(wire: &BritainWire, check: &Check) -> Option<f64> {
    if check.districts.is_some() {
        return Some(as_f64(wire.districts.codes.len()));
    }
    let territory = check.territory.as_deref()?;
    let year = check.year?;
    match &check.gva {
        Some(industry) => output(wire, territory, industry, year),
        None => jobs(wire, territory, year, check),
    }
}

fn output(wire: &BritainWire, place: &str, industry: &str, year: u16) -> Option<f64> {
    let gva = &wire.gva;
    let place = gva.places.iter().position(|own| own.key == place)?;
    let own = gva.industries.iter().position(|own| own.code == industry)?;
    let row = gva.current.get(place * gva.industries.len() + own)?;
    *row.get(usize::from(year.checked_sub(gva.first_year)?))?
}

/// Jobs of a place, in one industry or all: its own column, or the sum of its districts'.
fn jobs(wire: &BritainWire, key: &str, year: u16, check: &Check) -> Option<f64> {
    let level = IndustryLevel::from_key(check.level.as_deref()?)?;
    let table = wire
        .jobs
        .iter()
        .find(|table| table.year == year && table.level == level.key())?;
    let mut codes: Vec<&String> = wire
        .classification
        .codes
        .iter()
        .filter(|code| IndustryLevel::of_code(code) == Some(level))
        .collect();
    codes.sort();
    let is_asked = |code: &&String| check.industry.as_ref().is_none_or(|own| own == *code);
    let of_column = |column: usize| {
        let rows = codes.iter().zip(&table.values);
        let asked = rows.filter(|(code, _)| is_asked(code));
        asked.map(|(_, row)| *row.get(column)?).sum::<Option<f64>>()
    };
    let columns: Vec<usize> = match table.territories.iter().position(|own| own == key) {
        Some(own) => vec![own],
        None => {
            let inside = inside(wire, key);
            let column = |code: &String| table.territories.iter().position(|own| own == code);
            inside.into_iter().map(column).collect::<Option<_>>()?
        }
    };
    let total: f64 = columns.into_iter().map(of_column).sum::<Option<f64>>()?;
    Some(total * f64::from(table.unit))
}

/// The districts of a larger place; every one for the whole.
fn inside<'a>(wire: &'a BritainWire, key: &str) -> Vec<&'a String> {
    let own = &wire.districts;
    let is_whole = wire
        .territories
        .iter()
        .any(|territory| territory.key == key && territory.kind == "whole");
    let holders = own.counties.iter().zip(&own.regions).zip(&own.countries);
    let rows = own.codes.iter().zip(holders);
    rows.filter(|(_, ((county, region), country))| {
        is_whole
            || [county, region, country]
                .into_iter()
                .any(|holder| *holder == key)
    })
    .map(|(code, _)| code)
    .collect()
}

fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
