//! `roadmap/*.toml`, `evidence.toml`, `timeline.toml` and `stories/*.toml`: actions and what they
//! hang on.

use std::fs;
use std::path::{Path, PathBuf};

use roadmap_core::data::Foundation;
use roadmap_core::data::wire::{
    ActionWire, ClaimWire, DocumentWire, EntryWire, GapWire, MilestoneWire, ProcurementWire,
    ShownWire, StepWire, StoryWire,
};
use serde::Deserialize;

use super::read_toml;
use crate::problem::{Fault, Problem};

/// All that people have written about the roadmap.
#[derive(Clone, Debug)]
pub struct Roadmap {
    /// The files of `roadmap` named after foundations, in the foundations' order.
    pub actions: Vec<ActionWire>,
    /// `roadmap/outputs.toml`.
    pub outputs: Vec<ShownWire>,
    /// `roadmap/register.toml`.
    pub entries: Vec<EntryWire>,
    /// `roadmap/procurement.toml`.
    pub procurements: Vec<ProcurementWire>,
    /// `evidence.toml`.
    pub evidence: Evidence,
    /// `timeline.toml`.
    pub milestones: Vec<MilestoneWire>,
    /// The files of `stories`, in reading order.
    pub stories: Vec<StoryWire>,
}

/// Papers, claims, and what nobody has shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Papers.
    #[serde(default, rename = "document")]
    pub documents: Vec<DocumentWire>,
    /// Claims.
    #[serde(default, rename = "claim")]
    pub claims: Vec<ClaimWire>,
    /// What nobody has shown.
    #[serde(default, rename = "gap")]
    pub gaps: Vec<GapWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Actions {
    #[serde(default, rename = "action")]
    actions: Vec<ActionWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outputs {
    #[serde(default, rename = "output")]
    outputs: Vec<ShownWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    #[serde(default, rename = "entry")]
    entries: Vec<EntryWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pipeline {
    #[serde(default, rename = "procurement")]
    procurements: Vec<ProcurementWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Timeline {
    #[serde(default, rename = "milestone")]
    milestones: Vec<MilestoneWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    key: String,
    order: u32,
    title: String,
    summary: String,
    #[serde(default, rename = "step")]
    steps: Vec<StepWire>,
}

/// Reads everything about the roadmap in the content folder.
///
/// # Errors
/// [`Problem::CannotRead`] for a file that is not there; a [`Fault`] for one that cannot be used,
/// that holds an action of another foundation, or that has the place of another story.
pub fn read(content: &Path) -> Result<Roadmap, Problem> {
    let folder = content.join("roadmap");
    let mut actions = Vec::new();
    for foundation in Foundation::ALL {
        let file = folder.join(format!("{}.toml", foundation.key()));
        let read: Actions = read_toml(&file)?;
        let is_other = |own: &&ActionWire| own.foundation != foundation.key();
        if let Some(other) = read.actions.iter().find(is_other) {
            return Err(Problem::from(Fault {
                file,
                place: format!("action “{}”", other.id),
                field: "foundation".to_owned(),
                reason: format!("“{}” is not the file’s foundation", other.foundation),
                advice: "Move the action to the file of its foundation".to_owned(),
            }));
        }
        actions.extend(read.actions);
    }
    Ok(Roadmap {
        actions,
        outputs: read_toml::<Outputs>(&folder.join("outputs.toml"))?.outputs,
        entries: read_toml::<Register>(&folder.join("register.toml"))?.entries,
        procurements: read_toml::<Pipeline>(&folder.join("procurement.toml"))?.procurements,
        evidence: read_toml(&content.join("evidence.toml"))?,
        milestones: read_toml::<Timeline>(&content.join("timeline.toml"))?.milestones,
        stories: stories(&content.join("stories"))?,
    })
}

fn stories(folder: &Path) -> Result<Vec<StoryWire>, Problem> {
    let unreadable = |error: std::io::Error| Problem::CannotRead {
        path: folder.to_owned(),
        why: error.to_string(),
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let mut stories: Vec<Story> = Vec::with_capacity(files.len());
    for file in files {
        let new: Story = read_toml(&file)?;
        if let Some(other) = stories.iter().find(|own| own.order == new.order) {
            return Err(Problem::from(Fault {
                file,
                place: String::new(),
                field: "order".to_owned(),
                reason: format!("“{}” has the place {} too", other.key, new.order),
                advice: "Give each story a place of its own".to_owned(),
            }));
        }
        stories.push(new);
    }
    stories.sort_by_key(|story| story.order);
    let wire = |own: Story| StoryWire {
        key: own.key,
        title: own.title,
        summary: own.summary,
        steps: own.steps,
    };
    Ok(stories.into_iter().map(wire).collect())
}
