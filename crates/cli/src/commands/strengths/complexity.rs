//! `roadmap complexity`: economic complexity of all districts and of industries.

use std::path::Path;

use roadmap_core::sectors::{CAPTION, Landscape, NoAnswer};
use serde::Serialize;

use super::{Packs, agencies, agencies_words, level};
use crate::args::{ComplexityArgs, JsonFormat};
use crate::commands::Outcome;
use crate::problem::Problem;
use crate::rows::Number;
use crate::{json, output};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &ComplexityArgs) -> Result<Outcome, Problem> {
    let packs = Packs::read(folder)?;
    let whole = packs.whole()?;
    let level = level(asked.level);
    let agencies = agencies(asked.include_agencies);
    let year = packs.latest(whole, level)?;
    let landscape = Landscape::new(&packs.industries, level, year, agencies)?;
    let found = landscape.complexity().map_err(NoAnswer::NoOrder)?;
    let mut ranks = vec![None; landscape.districts.len()];
    for (place, rank) in found.ranking().into_iter().zip(1..) {
        if let Some(slot) = ranks.get_mut(place) {
            *slot = Some(rank);
        }
    }
    let areas = landscape.districts.iter().zip(&found.places).zip(ranks);
    let industries = landscape.industries.iter().zip(&found.industries);
    let answer = Answer {
        level: level.key(),
        year,
        agencies: agencies_words(agencies),
        areas: areas
            .map(|((district, eci), rank)| AreaAnswer {
                code: &district.key,
                eci: eci.map(Number),
                rank,
            })
            .collect(),
        industries: industries
            .map(|(industry, pci)| IndustryAnswer {
                code: &industry.code,
                pci: pci.map(Number),
            })
            .collect(),
        eigenvalues: found.eigenvalues.map(Number),
        orientation: found.orientation.map(Number),
        definitions: DEFINITIONS,
        caption: CAPTION,
        source: packs.source(whole, level, year),
    };
    output::say(&match asked.format {
        JsonFormat::Json => json::compact(&answer)? + "\n",
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Answer<'a> {
    level: &'static str,
    year: u16,
    agencies: &'static str,
    areas: Vec<AreaAnswer<'a>>,
    industries: Vec<IndustryAnswer<'a>>,
    eigenvalues: [Number; 3],
    /// Pearson's r between the index and output per filled job.
    orientation: Option<Number>,
    definitions: Definitions,
    caption: &'static str,
    source: String,
}

#[derive(Serialize)]
struct AreaAnswer<'a> {
    code: &'a str,
    eci: Option<Number>,
    /// From the highest, which is 1.
    rank: Option<usize>,
}

#[derive(Serialize)]
struct IndustryAnswer<'a> {
    code: &'a str,
    pci: Option<Number>,
}

#[derive(Serialize)]
struct Definitions {
    strength: &'static str,
    index: &'static str,
    scale: &'static str,
    sign: &'static str,
}

const DEFINITIONS: Definitions = Definitions {
    strength: "a district is specialised in an industry where its location quotient against all districts together is 1 or more",
    index: "Hidalgo and Hausmann (2009): the second eigenvector of industries by shared places; a place's eci is the mean pci of its strengths",
    scale: "both over the mean and the standard deviation (divided by the number) of the places' eci",
    sign: "turned so that eci goes with gross value added per filled job over the districts that have both",
};
