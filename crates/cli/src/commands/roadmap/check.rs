//! `roadmap content check`: every fault of the roadmap's files, before anything is packed.

use std::path::{Path, PathBuf};

use roadmap_core::data::{self, Finding};

use crate::args::CheckFormat;
use crate::commands::{Outcome, check};
use crate::content::Content;
use crate::pack;
use crate::problem::Problem;
use crate::{audit, json, store};

/// Reads the content folder and holds the roadmap in it against the pack in the data folder.
pub fn run(
    data_folder: &Path,
    content: Option<&PathBuf>,
    format: CheckFormat,
) -> Result<Outcome, Problem> {
    let folder = store::folder(content, "content", "the content", "--content")?;
    let content = Content::read(&folder)?;
    let wire = pack::roadmap::build(&content).ok_or_else(|| Problem::NoRoadmap(folder.clone()))?;
    let dataset = store::dataset(data_folder)?;
    let text = json::compact(&wire)?;
    let reading = data::read_roadmap("roadmap", text.as_bytes(), &dataset);
    let mut findings = reading.findings;
    if let Some(roadmap) = &reading.roadmap {
        findings.extend(audit::written("roadmap", roadmap, &dataset));
    }
    for finding in &mut findings {
        finding.file = folder
            .join(file_of(finding, &content))
            .display()
            .to_string();
    }
    check::tell(folder.display().to_string(), &findings, format)
}

/// The file that a part of the roadmap is written in.
fn file_of(finding: &Finding, content: &Content) -> String {
    let part = finding.row.split([',', ' ']).next().unwrap_or_default();
    match part {
        "actions" => {
            let id = finding
                .row
                .rsplit_once('(')
                .map(|(_, id)| id.trim_end_matches(')'));
            let mut actions = content.roadmap.iter().flat_map(|own| &own.actions);
            let action = actions.find(|own| Some(own.id.as_str()) == id);
            action.map_or_else(
                || "roadmap".to_owned(),
                |own| format!("roadmap/{}.toml", own.foundation),
            )
        }
        "documents" | "claims" | "gaps" => "evidence.toml".to_owned(),
        "milestones" => "timeline.toml".to_owned(),
        "stories" => "stories".to_owned(),
        "entries" => "roadmap/register.toml".to_owned(),
        "procurements" => "roadmap/procurement.toml".to_owned(),
        "outputs" => "roadmap/outputs.toml".to_owned(),
        "levers" => "model/levers.toml".to_owned(),
        _ => "roadmap".to_owned(),
    }
}
