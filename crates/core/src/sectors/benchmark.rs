//! What a place can be compared with, and what a benchmark cannot answer.

use std::fmt;

use super::counts::Cut;
use super::productivity::is_told;
use super::words::list;
use super::{Choice, Ground, Rows};
use crate::data::{Industries, IndustryLevel, Territory};
use crate::quantity;

/// The key of the places most like one, taken together.
pub const SIMILAR: &str = "similar";

/// Something to compare a place with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// Its key.
    pub key: String,
    /// The name people use.
    pub name: String,
    /// Why it cannot answer; none when it can.
    pub why_not: Option<WhyNot>,
}

/// Why a benchmark cannot answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// The place.
    pub place: String,
    /// What is told of it, without its name: `jobs by industry are told only in 2024`.
    pub told: String,
}

impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "For {}, {}.", self.place, self.told)
    }
}

/// What [`benchmarks`] cannot answer, a sentence for each reason; and of output, where it is not
/// told for the benchmark that is chosen.
#[must_use]
pub fn benchmark_limits(
    industries: &Industries,
    choice: &Choice,
    all: &[Benchmark],
) -> Vec<String> {
    const NAMED: usize = 3;
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for why in all.iter().filter_map(|own| own.why_not.as_ref()) {
        match reasons.iter_mut().find(|(told, _)| *told == why.told) {
            Some((_, places)) => places.push(why.place.clone()),
            None => reasons.push((&why.told, vec![why.place.clone()])),
        }
    }
    let sentence = |(told, places): (&str, Vec<String>)| {
        let names = if places.len() > NAMED {
            format!("{} places of the list", quantity::count(places.len()))
        } else {
            list(&places)
        };
        format!("{names} cannot be chosen: for them, {told}.")
    };
    let mut sentences: Vec<String> = reasons.into_iter().map(sentence).collect();
    let able = output_benchmarks(industries, choice);
    let is_able = |key: &str| able.iter().any(|own| own.key == key);
    if !is_able(&choice.against) && choice.against != choice.place && !able.is_empty() {
        let is_district = |own: &&Benchmark| {
            let place = industries.territory(&own.key);
            place.is_some_and(|place| place.kind.is_district())
        };
        let larger = able.iter().filter(|own| !is_district(own));
        let mut names: Vec<String> = larger.map(|own| own.name.clone()).collect();
        match able.iter().filter(is_district).count() {
            0 => {}
            count => names.push(format!("{} districts", quantity::count(count))),
        }
        sentences.push(format!(
            "Output by industry can be compared only with {}.",
            list(&names)
        ));
    }
    sentences
}

/// Everything that a choice's place can be compared with, the whole country first; those that
/// cannot answer say why.
#[must_use]
pub fn benchmarks(industries: &Industries, choice: &Choice) -> Vec<Benchmark> {
    let cut = Cut {
        rows: choice.rows,
        agencies: choice.agencies,
    };
    let mut all: Vec<&Territory> = industries.territories().iter().collect();
    // The largest first, districts last.
    all.reverse();
    let mut found: Vec<Benchmark> = all
        .into_iter()
        .filter(|territory| territory.key != choice.place)
        .map(|territory| Benchmark {
            why_not: why_not(industries, cut, &Ground::of(territory), choice.year),
            key: territory.key.clone(),
            name: territory.name.clone(),
        })
        .collect();
    let similar = Choice {
        against: SIMILAR.to_owned(),
        ..choice.clone()
    };
    let (name, reason) = match Ground::benchmark(industries, &similar) {
        Ok(ground) => {
            let reason = why_not(industries, cut, &ground, choice.year);
            (ground.name, reason)
        }
        Err(fault) => {
            let place = "similar places".to_owned();
            let told = fault.to_string();
            ("Similar places".to_owned(), Some(WhyNot { place, told }))
        }
    };
    found.push(Benchmark {
        key: SIMILAR.to_owned(),
        name,
        why_not: reason,
    });
    found
}

/// Everything that the output of a choice's place can be compared with, the whole country first.
#[must_use]
pub fn output_benchmarks(industries: &Industries, choice: &Choice) -> Vec<Benchmark> {
    let mut told: Vec<&Territory> = industries.territories().iter().collect();
    told.reverse();
    told.retain(|territory| {
        territory.key != choice.place && is_told(&industries.gva, &Ground::of(territory))
    });
    let able = told.into_iter().map(|territory| Benchmark {
        key: territory.key.clone(),
        name: territory.name.clone(),
        why_not: None,
    });
    able.collect()
}

fn why_not(industries: &Industries, cut: Cut, ground: &Ground<'_>, year: u16) -> Option<WhyNot> {
    let years = match cut.rows {
        Rows::Industries(_) => cut.years(industries, ground),
        // Some sectors are finer than divisions, and then need five-digit figures.
        Rows::Sectors(_) => {
            let finest = Rows::Industries(IndustryLevel::Sic5);
            Cut {
                rows: finest,
                ..cut
            }
            .years(industries, ground)
        }
    };
    if years.contains(&year) {
        return None;
    }
    let what = match cut.rows {
        Rows::Industries(IndustryLevel::Section | IndustryLevel::Division) => "jobs by industry",
        Rows::Industries(_) => "industries finer than divisions",
        Rows::Sectors(_) => "some of these sectors, which are finer than divisions,",
    };
    let told = match years.as_slice() {
        [] => "in no year".to_owned(),
        years => {
            let years: Vec<String> = years.iter().map(u16::to_string).collect();
            format!("only in {}", years.join(", "))
        }
    };
    Some(WhyNot {
        place: ground.name.clone(),
        told: format!("{what} are told {told}"),
    })
}
