//! `roadmap multipliers`: input-output multipliers of the nation and of a place.

use std::path::Path;

use roadmap_core::data::IndustryLevel;
use roadmap_core::model::input_output::BAND;
use roadmap_core::sectors::{ChainRow, Ground, NationalTable, SupplyChain, WARNING};
use serde::Serialize;

use super::Packs;
use crate::args::{MultipliersArgs, TableFormat};
use crate::commands::Outcome;
use crate::problem::Problem;
use crate::rows::{self, Number};
use crate::{json, output};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &MultipliersArgs) -> Result<Outcome, Problem> {
    let packs = Packs::read(folder)?;
    let place = packs.place(&asked.area)?;
    let year = packs.latest(place, IndustryLevel::Sic5)?;
    let ground = Ground::of(place);
    let table = NationalTable::new(&packs.industries)?;
    let chain = SupplyChain::new(&packs.industries, &table, &ground, year, asked.delta)?;
    let list: Vec<RowAnswer<'_>> = chain.rows.iter().map(RowAnswer::from).collect();
    output::say(&match asked.format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => {
            let [delta_low, _, delta_high] = BAND;
            let band = chain.rows.iter().map(|row| {
                let [low, high] = row.regional_band;
                BandRow {
                    industry: &row.code,
                    low: Number(low),
                    high: Number(high),
                }
            });
            let negative = chain.rows.iter().filter(|row| row.is_negative);
            let absent = chain.rows.iter().filter(|row| !row.is_here);
            let supply = packs.industries.supply.as_ref();
            let source = supply.and_then(|supply| packs.industries.source(&supply.source));
            let answer = Answer {
                area: packs.code(place),
                area_name: &chain.place,
                delta: Number(chain.delta),
                table_year: chain.table_year,
                jobs_year: year,
                size: Number(chain.size),
                spectral_radius: Number(table.open.spectral_radius),
                rows: list,
                band: Band {
                    delta_low: Number(delta_low),
                    delta_high: Number(delta_high),
                    rows: band.collect(),
                },
                negative_value_added: negative.map(|row| row.code.as_str()).collect(),
                not_in_area: absent.map(|row| row.code.as_str()).collect(),
                definitions: DEFINITIONS,
                warning: WARNING,
                caution: source.map_or("", |source| source.caution.as_str()),
                source: source.map(rows::source_words).unwrap_or_default(),
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
    delta: Number,
    table_year: u16,
    jobs_year: u16,
    /// The area's share of all jobs.
    size: Number,
    spectral_radius: Number,
    rows: Vec<RowAnswer<'a>>,
    band: Band<'a>,
    /// Industries that took more than they made in the table's year.
    negative_value_added: Vec<&'a str>,
    /// Industries without jobs in the area.
    not_in_area: Vec<&'a str>,
    definitions: Definitions,
    warning: &'static str,
    /// What to beware of in the table's year.
    caution: &'a str,
    source: String,
}

#[derive(Serialize)]
struct RowAnswer<'a> {
    industry: &'a str,
    output_type1: Number,
    output_type2: Number,
    regional_type1: Number,
}

impl<'a> From<&'a ChainRow> for RowAnswer<'a> {
    fn from(row: &'a ChainRow) -> Self {
        Self {
            industry: &row.code,
            output_type1: Number(row.output_type1),
            output_type2: Number(row.output_type2),
            regional_type1: Number(row.regional_type1),
        }
    }
}

/// Regional Type I multipliers at the ends of the range of delta; a larger delta gives smaller
/// ones.
#[derive(Serialize)]
struct Band<'a> {
    delta_low: Number,
    delta_high: Number,
    rows: Vec<BandRow<'a>>,
}

#[derive(Serialize)]
struct BandRow<'a> {
    industry: &'a str,
    low: Number,
    high: Number,
}

#[derive(Serialize)]
struct Definitions {
    output_type1: &'static str,
    output_type2: &'static str,
    regional_type1: &'static str,
    quotients: &'static str,
}

const DEFINITIONS: Definitions = Definitions {
    output_type1: "column sums of Leontief's inverse of domestic requirements at basic prices: output in pounds for a pound of final demand",
    output_type2: "the same closed for households by compensation of employees over output, and household spending over all compensation; their row and column left out of the sum",
    regional_type1: "Type I on requirements times Flegg's quotient, at most 1 (Flegg and Webber, 1997): the seller's location quotient over the buyer's, the own one on the diagonal, times [log2(1 + size)]^delta",
    quotients: "of jobs with those through agencies, for which the table has an industry of its own; an industry without jobs in the area buys and sells nothing there",
};
