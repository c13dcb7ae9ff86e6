//! The Britain companion: every district by industry, output, sectors, who buys from whom.

mod classification;
mod districts;
mod filled_job;
mod gva;
mod jobs;
mod sanity;
mod sectors;
pub mod shapes;
mod supply;

use std::collections::BTreeSet;
use std::path::Path;

use roadmap_core::data::wire::{BRITAIN_SCHEMA, BritainWire, SourceWire};

use super::areas::Names;
use super::sources;
use crate::content::{Content, Industries, Place, SmallSource};
use crate::problem::Problem;

/// What the companion is built from.
pub struct Given<'a> {
    /// The folder of the raw folders.
    pub raw: &'a Path,
    /// The folder of the content files.
    pub content: &'a Path,
    /// Names, larger places and codes in force of every district.
    pub names: &'a Names,
    /// Codes of the own districts in ascending order.
    pub own: &'a [String],
    /// Codes of the districts drawn around them.
    pub neighbours: &'a BTreeSet<String>,
}

/// Puts the companion together, its hash still empty; none when content describes none.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn build(content: &Content, given: &Given<'_>) -> Result<Option<BritainWire>, Problem> {
    let Some(words) = &content.industries else {
        return Ok(None);
    };
    let classification = classification::read(words, given)?;
    let fine = jobs::Fine::read(words, &classification, &content.place, given)?;
    let found = districts::read(words, &fine, given)?;
    let work = Work {
        words,
        place: &content.place,
        given,
        classification: &classification,
        districts: &found.districts.codes,
    };
    let mut tables = jobs::divisions(&work)?;
    fine.check_divisions(&tables.wires, &work)?;
    tables.wires.push(fine.wire(&work));
    let wire = BritainWire {
        schema: BRITAIN_SCHEMA.to_owned(),
        pack_version: content.place.pack.version.clone(),
        content_hash: String::new(),
        sources: words.sources(false, given)?,
        reorganised: tables.reorganised,
        jobs: tables.wires,
        gva: gva::read(&work)?,
        filled_job: filled_job::read(&work)?,
        supply: supply::read(&work)?,
        sectors: sectors::build(&content.sectors, &fine, &work)?,
        classification: classification.wire,
        districts: found.districts,
        territories: found.territories,
    };
    sanity::check(&wire, words, given.content)?;
    Ok(Some(wire))
}

impl Industries {
    /// The source of the shapes, or all others.
    fn sources(&self, of_shapes: bool, given: &Given<'_>) -> Result<Vec<SourceWire>, Problem> {
        let shapes = self.shapes.as_ref().map(|shapes| shapes.source.as_str());
        let is_asked = |own: &&SmallSource| (Some(own.key.as_str()) == shapes) == of_shapes;
        let asked: Vec<SmallSource> = self.sources.iter().filter(is_asked).cloned().collect();
        sources::folders_of(&asked, given.raw)
    }
}

/// What every part is read with.
struct Work<'a> {
    words: &'a Industries,
    place: &'a Place,
    given: &'a Given<'a>,
    classification: &'a classification::Read,
    /// Codes of every district, in ascending order.
    districts: &'a [String],
}

impl Work<'_> {
    /// The code in force for a published one.
    fn current<'b>(&'b self, code: &'b str) -> &'b str {
        self.given.names.active(self.place.current_code(code))
    }
}
