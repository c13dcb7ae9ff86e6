//! `roadmap density`: how near each industry is to what a place is specialised in.

use std::path::Path;

use roadmap_core::sectors::{CAUTION, Ground, Landscape, Reach, ReachRow};
use serde::Serialize;

use super::{Packs, agencies, agencies_words, level, number};
use crate::args::{DensityArgs, TableFormat};
use crate::commands::Outcome;
use crate::problem::Problem;
use crate::rows::{self, Number};
use crate::{json, output};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &DensityArgs) -> Result<Outcome, Problem> {
    let packs = Packs::read(folder)?;
    let place = packs.place(&asked.area)?;
    let level = level(asked.level);
    let agencies = agencies(asked.include_agencies);
    let year = packs.latest(place, level)?;
    let landscape = Landscape::new(&packs.industries, level, year, agencies)?;
    let reach = Reach::of(&packs.industries, &landscape, &Ground::of(place), agencies)?;
    let list: Vec<RowAnswer<'_>> = reach.rows.iter().map(RowAnswer::from).collect();
    output::say(&match asked.format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => {
            let near = reach.within_reach();
            let answer = Answer {
                area: packs.code(place),
                area_name: &reach.place,
                level: level.key(),
                year,
                agencies: agencies_words(agencies),
                rows: list,
                within_reach: near.iter().map(|row| row.code.as_str()).collect(),
                definitions: DEFINITIONS,
                caution: CAUTION,
                source: packs.source(place, level, year),
            };
            json::compact(&answer)? + "\n"
        }
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Answer<'a> {
    area: String,
    area_name: &'a str,
    level: &'static str,
    year: u16,
    agencies: &'static str,
    rows: Vec<RowAnswer<'a>>,
    /// Codes, the nearest first.
    within_reach: Vec<&'a str>,
    definitions: Definitions,
    caution: &'static str,
    source: String,
}

#[derive(Serialize)]
struct RowAnswer<'a> {
    code: &'a str,
    rca: Option<Number>,
    density: Option<Number>,
}

impl<'a> From<&'a ReachRow> for RowAnswer<'a> {
    fn from(row: &'a ReachRow) -> Self {
        Self {
            code: &row.code,
            rca: number(row.advantage),
            density: row.density.map(Number),
        }
    }
}

#[derive(Serialize)]
struct Definitions {
    rca: &'static str,
    proximity: &'static str,
    density: &'static str,
    within_reach: &'static str,
}

const DEFINITIONS: Definitions = Definitions {
    rca: "Balassa (1965): the location quotient against all districts together; 1 or more is a strength",
    proximity: "Hidalgo et al. (2007): of the districts specialised in one of two industries, the share also specialised in the other, the smaller of the two ways",
    density: "proximity to the area's strengths over proximity to all industries, 0 to 1; an industry's proximity to itself is left out",
    within_reach: "rca below 1 and a density in the upper quarter of such industries",
};
