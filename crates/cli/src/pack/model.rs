//! The model companion: what people tell the scenario model, and what it starts from.

use roadmap_core::area::Level;
use roadmap_core::data::wire::{AreaWire, MODEL_SCHEMA, ModelWire};

use super::{Folders, Sealed, region};
use crate::content::Content;
use crate::hindcast::{self, Desk};
use crate::json;
use crate::problem::Problem;

/// Puts the companion together, where content describes one.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn build(
    content: &Content,
    folders: Folders<'_>,
    core_areas: &[AreaWire],
) -> Result<Option<Sealed>, Problem> {
    let Some(told) = &content.model else {
        return Ok(None);
    };
    let place = &content.place;
    let districts = core_areas
        .iter()
        .filter(|area| area.level == Level::District.key());
    let mut districts: Vec<(String, String)> = districts
        .map(|area| (area.code.clone(), area.name.clone()))
        .collect();
    districts.sort();
    let given = region::Given {
        raw: folders.raw,
        file: &told.recipe_file,
        words: &told.recipe,
        needed: region::Needed::from(&told.evidence.constants),
        county: &place.place.county,
        districts: &districts,
    };
    let (packed, _) = region::build(&given)?;
    let past = hindcast::read(folders.content)?;
    let scorecard = match &past {
        Some(words) => hindcast::rows(&Desk::new(&given, words, &told.evidence)?)?,
        None => Vec::new(),
    };
    let wire = ModelWire {
        schema: MODEL_SCHEMA.to_owned(),
        pack_version: place.pack.version.clone(),
        content_hash: String::new(),
        sources: packed.sources,
        evidence: told.wire.clone(),
        region: packed.region,
        history: packed.history,
        outlooks: packed.outlooks,
        scorecard,
    };
    Ok(Some(Sealed::new(&json::compact(&wire)?, wire.sources)))
}
