//! `roadmap contributions`: what each part of a future adds.

use std::path::Path;

use roadmap_core::model::contributions::{Orders, Part, Whole, contributions_to};
use roadmap_core::model::ensemble::Kept;
use roadmap_core::model::sensitivity::Answer;
use serde::Serialize;

use super::{Desk, Outcome, areas, incomplete, sensitivity};
use crate::args::{ContributionsArgs, TableFormat};
use crate::problem::Problem;
use crate::rows::Number;
use crate::{json, output, rows};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &ContributionsArgs) -> Result<Outcome, Problem> {
    let desk = Desk::read(folder, &asked.future)?;
    let area = areas::place(&desk.region, asked.area.as_deref())?;
    let since = desk.since(asked.year)?;
    let settings = desk.evidence.settings_of(&desk.scenario);
    let whole = Whole {
        settings: &settings,
        shifts: &desk.scenario.shifts,
        with_space: desk.plan.with_space,
    };
    let outputs = sensitivity::outputs(asked.output.as_deref())?;
    let answers: Vec<Answer> = outputs
        .iter()
        .map(|&output| Answer {
            series: Kept { area, output },
            since,
        })
        .collect();
    let told = contributions_to(&desk.prepared, &desk.evidence, whole, &answers);
    let told = told.ok_or_else(incomplete)?;
    let orders = told.first().map_or(Orders::All, |own| own.orders);
    let mut lines = Vec::new();
    for (output, told) in outputs.into_iter().zip(told) {
        let total = Line {
            output: output.key(),
            part: "all",
            alone: Number(told.whole - told.baseline),
            share: Number(told.whole - told.baseline),
        };
        lines.extend(told.parts.iter().map(|own| Line {
            output: output.key(),
            part: match own.part {
                Part::Setting(setting) => setting.key(),
                Part::Shifts => "assumptions",
            },
            alone: Number(own.alone),
            share: Number(own.share),
        }));
        lines.push(total);
    }
    let answer = Said {
        scenario: &desk.scenario.key,
        model_version: &desk.evidence.model_version,
        pack_version: &desk.pack_version,
        area: asked.area.as_deref().unwrap_or(desk.region.county.as_str()),
        year: asked.year.unwrap_or(desk.region.last_year),
        method: match orders {
            Orders::All => "Shapley (1953), over all orders of the parts; central run".to_owned(),
            Orders::Some(count) => format!(
                "Shapley (1953), over {count} random orders of the parts, each forwards and backwards; central run"
            ),
        },
        rows: &lines,
    };
    output::say(&match asked.format {
        TableFormat::Json => json::compact(&answer)? + "\n",
        TableFormat::Csv => rows::csv(&lines)?,
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Said<'a> {
    scenario: &'a str,
    model_version: &'a str,
    pack_version: &'a str,
    area: &'a str,
    year: u16,
    method: String,
    rows: &'a [Line],
}

/// What a part adds, in the unit of the output; the shares of an output add up to its last line.
#[derive(Serialize)]
struct Line {
    output: &'static str,
    part: &'static str,
    /// When it is the only one.
    alone: Number,
    /// Its share of the whole difference.
    share: Number,
}
