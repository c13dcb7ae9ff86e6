//! `roadmap sectors`: a place's industries beside a benchmark.

use std::path::Path;

use roadmap_core::data::{IndustryLevel, SectorKind};
use roadmap_core::sectors::{Choice, ImputedRent, Row, Rows, SIMILAR, Table};
use serde::Serialize;

use super::{Packs, agencies, agencies_words, number};
use crate::args::{RowsLevel, SectorsArgs, TableFormat};
use crate::commands::Outcome;
use crate::problem::Problem;
use crate::rows::{self, Number};
use crate::{json, output};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &SectorsArgs) -> Result<Outcome, Problem> {
    let packs = Packs::read(folder)?;
    let place = packs.place(&asked.area)?;
    let (against, against_code) = match asked.against.as_deref() {
        Some(SIMILAR) => (SIMILAR.to_owned(), SIMILAR.to_owned()),
        Some(asked) => {
            let against = packs.place(asked)?;
            (against.key.clone(), packs.code(against))
        }
        None => (packs.whole()?.key.clone(), packs.code(packs.whole()?)),
    };
    let rows = rows_of(asked.level);
    // Sectors are shares of all jobs, which are told by division.
    let level = rows.level().unwrap_or(IndustryLevel::Division);
    let year = match asked.year {
        Some(year) => year,
        None => packs.latest(place, level)?,
    };
    let choice = Choice {
        place: place.key.clone(),
        rows,
        year,
        against,
        agencies: agencies(asked.include_agencies),
        rent: ImputedRent::LeftOut,
    };
    let table = Table::new(&packs.industries, &choice)?;
    let list: Vec<RowAnswer<'_>> = table.rows.iter().map(RowAnswer::from).collect();
    output::say(&match asked.format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => {
            let answer = Answer {
                area: packs.code(place),
                area_name: &table.place,
                level: choice.rows.key(),
                year,
                against: against_code,
                against_name: &table.benchmark,
                agencies: agencies_words(choice.agencies),
                jobs: number(table.jobs),
                rows: list,
                krugman: table.krugman.map(Number),
                hhi: table.concentration.map(|own| Number(own.herfindahl)),
                hhi_effective: table
                    .concentration
                    .map(|own| Number(own.effective_industries)),
                hhi_normalised: table
                    .concentration
                    .and_then(|own| own.normalised)
                    .map(Number),
                definitions: DEFINITIONS,
                notes: &table.notes,
                source: packs.source(place, level, year),
            };
            json::compact(&answer)? + "\n"
        }
    })?;
    Ok(Outcome::Done)
}

const fn rows_of(level: RowsLevel) -> Rows {
    match level {
        RowsLevel::Section => Rows::Industries(IndustryLevel::Section),
        RowsLevel::Division => Rows::Industries(IndustryLevel::Division),
        RowsLevel::Group => Rows::Industries(IndustryLevel::Group),
        RowsLevel::Class => Rows::Industries(IndustryLevel::Class),
        RowsLevel::Sic5 => Rows::Industries(IndustryLevel::Sic5),
        RowsLevel::Roadmap => Rows::Sectors(SectorKind::Roadmap),
        RowsLevel::IndustrialStrategy => Rows::Sectors(SectorKind::IndustrialStrategy),
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    area: String,
    area_name: &'a str,
    level: &'static str,
    year: u16,
    against: String,
    against_name: &'a str,
    agencies: &'static str,
    jobs: Option<Number>,
    rows: Vec<RowAnswer<'a>>,
    krugman: Option<Number>,
    hhi: Option<Number>,
    hhi_effective: Option<Number>,
    hhi_normalised: Option<Number>,
    definitions: Definitions,
    notes: &'a [String],
    source: String,
}

#[derive(Serialize)]
struct RowAnswer<'a> {
    code: &'a str,
    name: &'a str,
    jobs: Option<Number>,
    /// Of all jobs of the area, 0 to 1.
    share: Option<Number>,
    lq: Option<Number>,
    lq_low: Option<Number>,
    lq_high: Option<Number>,
    /// What most stands against trusting the row; nothing where nothing does.
    flag: Option<&'static str>,
}

impl<'a> From<&'a Row> for RowAnswer<'a> {
    fn from(row: &'a Row) -> Self {
        let interval = row.quotient.interval;
        Self {
            code: &row.code,
            name: &row.name,
            jobs: number(row.jobs),
            share: number(row.share),
            lq: number(row.quotient.value),
            lq_low: interval.map(|interval| Number(interval.low)),
            lq_high: interval.map(|interval| Number(interval.high)),
            flag: row.flags.first().map(|flag| flag.key()),
        }
    }
}

#[derive(Serialize)]
struct Definitions {
    lq: &'static str,
    interval: &'static str,
    flag: &'static str,
    krugman: &'static str,
    hhi: &'static str,
    against: &'static str,
}

const DEFINITIONS: Definitions = Definitions {
    lq: "location quotient: the industry's share of the area's jobs over its share of the benchmark's; 0 for no jobs, none where the benchmark has none",
    interval: "lq times e^(-1.2816 sd) and e^(1.2816 sd): eight of ten such figures; sd is the noise of one count, that of yearly growth (0.24 below 500 jobs, 0.18, 0.17 from 1,000, 0.13 from 2,000, 0.10 from 5,000, 0.08 from 10,000) over the root of 2",
    flag: "suppressed, missing, not-measurable, undefined, unreliable (fewer than 500 jobs), payroll (employment agencies), one-site (half or more in one five-digit industry of one district at five times its usual share or more), or none; the first that holds",
    krugman: "sum over industries of the difference between the two shares without its sign, 0 to 2, not halved",
    hhi: "sum of squared shares of jobs; hhi_effective is 1 over it, hhi_normalised goes from 0 for equal shares to 1",
    against: "a larger area is the sum of its districts in the same table, never a total published elsewhere",
};
