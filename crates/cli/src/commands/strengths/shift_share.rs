//! `roadmap shift-share`: a place's growth of jobs, split.

use std::path::Path;

use roadmap_core::sectors::{Choice, ImputedRent, Rows, Split, SplitRow};
use roadmap_core::stats::shift_share::{Change, Parts};
use serde::Serialize;

use super::{Packs, agencies, agencies_words, level};
use crate::args::{ShiftShareArgs, TableFormat};
use crate::commands::Outcome;
use crate::problem::Problem;
use crate::rows::{self, Number};
use crate::{json, output};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &ShiftShareArgs) -> Result<Outcome, Problem> {
    let packs = Packs::read(folder)?;
    let place = packs.place(&asked.area)?;
    let whole = packs.whole()?;
    let level = level(asked.level);
    let choice = Choice {
        place: place.key.clone(),
        rows: Rows::Industries(level),
        year: asked.to,
        against: whole.key.clone(),
        agencies: agencies(asked.include_agencies),
        rent: ImputedRent::LeftOut,
    };
    let split = Split::of_jobs(&packs.industries, &choice, asked.from)?;
    let list: Vec<RowAnswer<'_>> = split.rows.iter().map(RowAnswer::from).collect();
    output::say(&match asked.format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => {
            let answer = Answer {
                area: packs.code(place),
                area_name: &split.place,
                level: level.key(),
                from: split.from,
                to: split.to,
                against: packs.code(whole),
                against_name: &split.benchmark,
                agencies: agencies_words(choice.agencies),
                rows: list,
                totals: Amounts::of(split.total, split.parts),
                national_growth: Number(split.national_growth),
                sentence: split.sentence(),
                definitions: DEFINITIONS,
                source: [split.from, split.to].map(|year| packs.source(place, level, year)),
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
    from: u16,
    to: u16,
    against: String,
    against_name: &'a str,
    agencies: &'static str,
    rows: Vec<RowAnswer<'a>>,
    totals: Amounts,
    national_growth: Number,
    sentence: String,
    definitions: Definitions,
    /// Of the first and of the last year.
    source: [String; 2],
}

#[derive(Serialize)]
struct RowAnswer<'a> {
    code: &'a str,
    jobs_from: Number,
    jobs_to: Number,
    national: Number,
    industry_mix: Number,
    competitive: Number,
    allocation: Number,
}

#[derive(Serialize)]
struct Amounts {
    jobs_from: Number,
    jobs_to: Number,
    national: Number,
    industry_mix: Number,
    competitive: Number,
    allocation: Number,
}

impl Amounts {
    const fn of(change: Change, parts: Parts) -> Self {
        Self {
            jobs_from: Number(change.from),
            jobs_to: Number(change.to),
            national: Number(parts.national),
            industry_mix: Number(parts.industry_mix),
            competitive: Number(parts.competitive),
            allocation: Number(parts.allocation),
        }
    }
}

impl<'a> From<&'a SplitRow> for RowAnswer<'a> {
    fn from(row: &'a SplitRow) -> Self {
        let Amounts {
            jobs_from,
            jobs_to,
            national,
            industry_mix,
            competitive,
            allocation,
        } = Amounts::of(row.split.change, row.split.parts);
        Self {
            code: &row.code,
            jobs_from,
            jobs_to,
            national,
            industry_mix,
            competitive,
            allocation,
        }
    }
}

#[derive(Serialize)]
struct Definitions {
    method: &'static str,
    allocation: &'static str,
    new: &'static str,
}

const DEFINITIONS: Definitions = Definitions {
    method: "Dunn (1960): jobs_to - jobs_from = national + industry_mix + competitive, exactly; national and industry rates are those of the benchmark",
    allocation: "Esteban-Marquillas (1972): the part of competitive that comes from being specialised, (jobs - homothetic jobs) times the difference of the rates",
    new: "an industry without jobs at the start has no rate: its whole change is competitive, and allocation",
};
