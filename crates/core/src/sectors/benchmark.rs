//! What a place can be compared with, and what a benchmark cannot answer.

use super::counts::Cut;
use super::productivity::is_told;
use super::{Choice, Ground, Rows};
use crate::data::{Industries, IndustryLevel, Territory};

/// The key of the places most like one, taken together.
pub const SIMILAR: &str = "similar";

/// Something to compare a place with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// Its key.
    pub key: String,
    /// The name people use.
    pub name: String,
    /// Why it cannot answer, in a sentence; empty when it can.
    pub why_not: String,
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
        Err(fault) => ("Similar places".to_owned(), format!("{fault}.")),
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
        why_not: String::new(),
    });
    able.collect()
}

fn why_not(industries: &Industries, cut: Cut, ground: &Ground<'_>, year: u16) -> String {
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
        return String::new();
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
    format!("For {}, {what} are told {told}.", ground.name)
}
