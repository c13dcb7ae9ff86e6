//! `model/sections.toml`: what is assumed of each section of the classification.

use std::path::Path;

use roadmap_core::data::wire::{SectionColumnWire, SectionWire};
use serde::Deserialize;

use super::read_toml;
use crate::problem::Problem;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "column")]
    columns: Vec<Column>,
    #[serde(default, rename = "section")]
    sections: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    key: String,
    meaning: String,
    unit: String,
    grade: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    letter: String,
    gini: f64,
    tradable: f64,
    #[serde(default)]
    density: String,
    ai: f64,
    space: [f64; 5],
    follows: String,
}

/// What each column says, and the sections.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(file: &Path) -> Result<(Vec<SectionColumnWire>, Vec<SectionWire>), Problem> {
    let own: File = read_toml(file)?;
    let columns = own.columns.into_iter().map(|own| SectionColumnWire {
        key: own.key,
        meaning: own.meaning,
        unit: own.unit,
        grade: own.grade,
        source: own.source,
    });
    let sections = own.sections.into_iter().map(|own| SectionWire {
        letter: own.letter,
        gini: own.gini,
        tradable: own.tradable,
        density: own.density,
        ai: own.ai,
        space: own.space,
        follows: own.follows,
    });
    Ok((columns.collect(), sections.collect()))
}
