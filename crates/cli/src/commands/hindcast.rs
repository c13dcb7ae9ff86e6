//! `roadmap hindcast`: the past told again from raw files, beside simple rules and what came.

use std::path::Path;

use roadmap_core::area::Level;
use roadmap_core::data::wire::HindcastRowWire;
use serde::Serialize;

use super::Outcome;
use crate::args::{HindcastArgs, TableFormat};
use crate::content::{hindcast as recipe, model, read_toml};
use crate::hindcast::{self, Desk};
use crate::pack::region::{Given, Needed};
use crate::problem::Problem;
use crate::{json, output, rows, store};

/// The answer as JSON.
#[derive(Serialize)]
struct Answer {
    model_version: String,
    pack_version: String,
    seed: u32,
    draws: u32,
    caution: &'static str,
    rows: Vec<HindcastRowWire>,
}

/// What every reader must know.
const CAUTION: &str = "The series are those of today, revised since, which flatters every method alike. Bands are conditional on the model.";

/// Tells the past.
pub fn run(data: &Path, asked: &HindcastArgs) -> Result<Outcome, Problem> {
    let raw = store::folder(asked.raw.as_ref(), "shared/data", "the raw data", "--raw")?;
    let content = asked.content.as_ref();
    let content = store::folder(content, "content", "the content", "--content")?;
    let dataset = store::dataset(data)?;
    let told = model::read(&content)?;
    let words: recipe::Hindcast = read_toml(&content.join(model::FOLDER).join("hindcast.toml"))?;
    let areas = dataset.areas.iter();
    let mut districts: Vec<(String, String)> = areas
        .filter(|area| area.level == Level::District)
        .map(|area| (area.code.as_str().to_owned(), area.name.clone()))
        .collect();
    districts.sort();
    let given = Given {
        raw: &raw,
        file: &told.recipe_file,
        words: &told.recipe,
        needed: Needed::from(&told.evidence.constants),
        county: dataset.place.county.as_str(),
        districts: &districts,
    };
    let desk = Desk::new(&given, &words, &told.evidence)?;
    let rows = hindcast::rows(&desk)?;
    output::say(&match asked.format {
        TableFormat::Csv => rows::csv(&rows)?,
        TableFormat::Json => {
            let answer = Answer {
                model_version: told.evidence.model_version.clone(),
                pack_version: dataset.pack_version,
                seed: words.seed,
                draws: words.draws,
                caution: CAUTION,
                rows,
            };
            json::compact(&answer)? + "\n"
        }
    })?;
    Ok(Outcome::Done)
}
