//! `roadmap check`: every fault of a pack by file, row, field, reason and what to do.

use std::path::Path;

use roadmap_core::data::wire::{
    BRITAIN_SCHEMA, BRITAIN_SHAPES_SCHEMA, CONTENT_SCHEMA, MODEL_SCHEMA, ROADMAP_SCHEMA,
    SMALL_AREAS_SCHEMA,
};
use roadmap_core::data::{Finding, Reason};
use roadmap_core::quantity;
use serde::Serialize;

use super::Outcome;
use crate::args::CheckFormat;
use crate::problem::Problem;
use crate::{audit, json, output, store};

/// Checks one file and tells what was found.
pub fn run(path: &Path, format: CheckFormat) -> Result<Outcome, Problem> {
    let file = store::file_name(path);
    let findings = findings(path, &file)?;
    tell(file, &findings, format)
}

/// Tells what was found in a file or a folder.
pub fn tell(file: String, findings: &[Finding], format: CheckFormat) -> Result<Outcome, Problem> {
    output::say(&match format {
        CheckFormat::Text => text(&file, findings),
        CheckFormat::Json => json::compact(&Answer::new(file, findings))? + "\n",
    })?;
    Ok(if findings.is_empty() {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

fn findings(path: &Path, file: &str) -> Result<Vec<Finding>, Problem> {
    let bytes = match store::read(path) {
        Ok(bytes) => bytes,
        // What cannot be opened is a fault of what was to be checked, as an empty file is.
        Err(Problem::CannotRead { why, .. }) => {
            return Ok(vec![Finding {
                file: file.to_owned(),
                row: String::new(),
                field: String::new(),
                reason: Reason::NotReadable { detail: why },
            }]);
        }
        Err(problem) => return Err(problem),
    };
    let companions = [
        SMALL_AREAS_SCHEMA,
        CONTENT_SCHEMA,
        BRITAIN_SCHEMA,
        BRITAIN_SHAPES_SCHEMA,
        MODEL_SCHEMA,
        ROADMAP_SCHEMA,
    ];
    let is_of = |schema: &&str| store::starts_as(&bytes, schema);
    let Some(schema) = companions.into_iter().find(is_of) else {
        return Ok(audit::core(file, &bytes).findings);
    };
    // A companion continues the arcs of its core pack, leads up to that pack's districts and
    // names its measures, so it is checked with the pack that lies beside it.
    let folder = path.parent().unwrap_or(Path::new("."));
    let beside = store::only_pack(folder)?;
    let core = audit::core(&store::file_name(&beside), &store::read(&beside)?);
    let dataset = core
        .dataset
        .ok_or_else(|| Problem::bad_pack(beside, &core.findings))?;
    Ok(match schema {
        SMALL_AREAS_SCHEMA => audit::small_areas(file, &bytes, &dataset).findings,
        MODEL_SCHEMA => audit::model(file, &bytes, &dataset).findings,
        ROADMAP_SCHEMA => {
            let beside = store::beside_roadmap(folder, &dataset)?;
            audit::roadmap(file, &bytes, &dataset, &beside).findings
        }
        BRITAIN_SCHEMA => audit::britain(file, &bytes, &dataset).findings,
        BRITAIN_SHAPES_SCHEMA => {
            let industries = store::industries(folder, &dataset)?;
            audit::britain_shapes(file, &bytes, (&dataset, &industries))
        }
        _ => {
            let small = store::small_areas(folder, &dataset)?;
            audit::content(file, &bytes, (&dataset, &small))
        }
    })
}

fn text(file: &str, findings: &[Finding]) -> String {
    let mut told: String = findings
        .iter()
        .map(|finding| format!("{finding}\n"))
        .collect();
    told.push_str(&match findings.len() {
        0 => format!("{file}: no fault found.\n"),
        1 => format!("{file}: 1 fault.\n"),
        many => format!("{file}: {} faults.\n", quantity::count(many)),
    });
    told
}

#[derive(Serialize)]
struct Answer<'a> {
    file: String,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    row: &'a str,
    field: &'a str,
    reason: String,
    advice: &'a str,
}

impl<'a> Answer<'a> {
    fn new(file: String, findings: &'a [Finding]) -> Self {
        let row = |finding: &'a Finding| Row {
            file: &finding.file,
            row: &finding.row,
            field: &finding.field,
            reason: finding.reason.to_string(),
            advice: finding.reason.advice(),
        };
        Self {
            file,
            findings: findings.iter().map(row).collect(),
        }
    }
}
