//! What the scenario model is told by people, listed: levers, futures, assumptions.

pub mod assumptions;
pub mod levers;
pub mod scenarios;

use std::path::PathBuf;

use roadmap_core::data::model::{Evidence, Range};
use serde::Serialize;

use super::Outcome;
use crate::args::{EvidenceArgs, TableFormat};
use crate::problem::Problem;
use crate::rows::Number;
use crate::{content, json, output, rows, store};

/// The evidence of the pack in the data folder, or of a content folder that is named.
fn read(data: Option<&PathBuf>, asked: &EvidenceArgs) -> Result<Evidence, Problem> {
    if let Some(folder) = &asked.content {
        return Ok(content::model::read(folder)?.evidence);
    }
    let folder = store::data_folder(data)?;
    Ok(store::model(&folder, &store::dataset(&folder)?)?.evidence)
}

/// Says rows in the form asked for; CSV has lines of its own, as it knows no lists.
fn say<J: Serialize, C: Serialize>(
    format: TableFormat,
    list: impl FnOnce() -> Vec<J>,
    lines: impl FnOnce() -> Vec<C>,
) -> Result<Outcome, Problem> {
    output::say(&match format {
        TableFormat::Csv => rows::csv(&lines())?,
        TableFormat::Json => json::compact(&Answer { rows: list() })? + "\n",
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Answer<T> {
    rows: Vec<T>,
}

/// A band as it is told.
#[derive(Clone, Copy, Serialize)]
struct Band {
    low: Number,
    central: Number,
    high: Number,
    min: Number,
    max: Number,
}

impl From<Range> for Band {
    fn from(range: Range) -> Self {
        Self {
            low: Number(range.low),
            central: Number(range.central),
            high: Number(range.high),
            min: Number(range.min),
            max: Number(range.max),
        }
    }
}
