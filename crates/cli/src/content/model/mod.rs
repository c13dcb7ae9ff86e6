//! `model/*.toml`: what people tell the scenario model, each number with its evidence.

mod constants;
mod levers;
mod parameters;
mod scenarios;
mod sections;

use std::path::{Path, PathBuf};

use roadmap_core::data::model::Evidence;
use roadmap_core::data::wire::EvidenceWire;
use roadmap_core::data::{Finding, read_evidence};

use super::{Region, read_toml};
use crate::json;
use crate::problem::{Fault, Problem};

/// The folder inside the content folder.
pub const FOLDER: &str = "model";

/// What people tell the model, as it is packed and as the model takes it.
#[derive(Debug)]
pub struct Model {
    /// As it is packed.
    pub wire: EvidenceWire,
    /// As the model takes it.
    pub evidence: Evidence,
    /// Where its starting figures come from, and what must be true of them.
    pub recipe: Region,
    /// The file of that recipe, for the words of faults.
    pub recipe_file: PathBuf,
}

/// Reads the six files of `model` in the content folder and holds them against what the model
/// needs.
///
/// # Errors
/// [`Problem::CannotRead`] for a file that is not there; a [`Fault`] for one that cannot be read;
/// [`Problem::BadContent`] with every fault of what they say, by file, entry and field.
pub fn read(content: &Path) -> Result<Model, Problem> {
    let folder = content.join(FOLDER);
    let file = |part: &str| folder.join(format!("{part}.toml"));
    let (model_version, constants) = constants::read(&file("constants"))?;
    let (section_columns, sections) = sections::read(&file("sections"))?;
    let wire = EvidenceWire {
        model_version,
        levers: levers::read(&file("levers"))?,
        parameters: parameters::read(&file("parameters"))?,
        section_columns,
        sections,
        constants,
        scenarios: scenarios::read(&file("scenarios"))?,
    };
    let text = json::compact(&wire)?;
    let reading = read_evidence("", text.as_bytes());
    match reading.evidence {
        Some(evidence) if reading.findings.is_empty() => Ok(Model {
            wire,
            evidence,
            recipe: read_toml(&file("region"))?,
            recipe_file: file("region"),
        }),
        _ => Err(Problem::BadContent {
            findings: told(&folder, reading.findings),
        }),
    }
}

/// Findings, one per line, each with the file that its part is written in.
fn told(folder: &Path, findings: Vec<Finding>) -> String {
    let told = findings.into_iter().map(|mut finding| {
        let part = finding.row.split([',', ' ']).next().unwrap_or_default();
        let part = match part {
            "model_version" => "constants",
            "section_columns" => "sections",
            part => part,
        };
        finding.file = folder.join(format!("{part}.toml")).display().to_string();
        finding.to_string()
    });
    told.collect::<Vec<_>>().join("\n")
}

/// A fault in an entry of a file.
fn fault(file: &Path, (entry, field): (&str, &str), reason: &str, advice: &str) -> Problem {
    Fault {
        file: file.to_owned(),
        place: entry.to_owned(),
        field: field.to_owned(),
        reason: reason.to_owned(),
        advice: advice.to_owned(),
    }
    .into()
}

#[cfg(test)]
mod tests;
