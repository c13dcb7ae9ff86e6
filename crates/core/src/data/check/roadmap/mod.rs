//! Checks the roadmap companion against the core pack it belongs to: every reference leads
//! somewhere, every action stands on something.

mod actions;
mod known;
mod parts;

use known::Known;

use super::faults::Faults;
use crate::data::Dataset;
use crate::data::finding::Finding;
use crate::data::roadmap::Roadmap;
use crate::data::wire::ROADMAP_SCHEMA;

/// What was read from a roadmap companion.
#[derive(Debug)]
pub struct RoadmapReading {
    /// The roadmap, if it could be read at all.
    pub roadmap: Option<Roadmap>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks the roadmap companion of `dataset`; `file` is how it is called in findings.
///
/// Whether challenges, sectors, levers and outputs are those of the other companions is for
/// whoever has them to say.
#[must_use]
pub fn read_roadmap(file: &str, bytes: &[u8], dataset: &Dataset) -> RoadmapReading {
    let mut faults = Faults::new(file);
    let roadmap = roadmap(bytes, dataset, &mut faults);
    RoadmapReading {
        roadmap,
        findings: faults.into_findings(),
    }
}

fn roadmap(bytes: &[u8], dataset: &Dataset, faults: &mut Faults) -> Option<Roadmap> {
    let text = super::text(bytes, faults)?;
    let parts = super::parts(text, ROADMAP_SCHEMA, faults)?;
    let mut roadmap = Roadmap {
        pack_version: faults.value(&parts, "pack_version").unwrap_or_default(),
        content_hash: faults.value(&parts, "content_hash").unwrap_or_default(),
        small_area_measures: parts::named(&parts, "small_area_measures", faults),
        sectors: parts::named(&parts, "sectors", faults),
        ..Roadmap::default()
    };
    let mut known = Known::new(dataset, &roadmap);
    roadmap.challenges = parts::shown(faults.rows(&parts, "challenges"), &known, faults);
    known.challenges = known::keys(roadmap.challenges.iter().map(|own| &own.key));
    roadmap.outputs = parts::shown(faults.rows(&parts, "outputs"), &known, faults);
    known.outputs = known::keys(roadmap.outputs.iter().map(|own| &own.key));
    roadmap.levers = parts::levers(faults.rows(&parts, "levers"), &known, faults);
    roadmap.documents = parts::documents(faults.rows(&parts, "documents"), faults);
    known.documents = known::keys(roadmap.documents.iter().map(|own| &own.key));
    roadmap.claims = parts::claims(faults.rows(&parts, "claims"), &known, faults);
    known.claims = known::keys(roadmap.claims.iter().map(|own| &own.id));
    roadmap.actions = actions::actions(
        faults.rows(&parts, "actions"),
        &roadmap.levers,
        &mut known,
        faults,
    );
    roadmap.gaps = parts::gaps(faults.rows(&parts, "gaps"), &known, faults);
    roadmap.milestones = parts::milestones(faults.rows(&parts, "milestones"), &known, faults);
    roadmap.stories = parts::stories(faults.rows(&parts, "stories"), faults);
    roadmap.entries = parts::entries(faults.rows(&parts, "entries"), &known, faults);
    roadmap.procurements = parts::procurements(faults.rows(&parts, "procurements"), &known, faults);
    parts::orphans(&roadmap, faults);
    Some(roadmap)
}
