//! `model/parameters.toml`: what the model is unsure of.

use std::path::Path;

use roadmap_core::data::wire::ParameterWire;
use serde::Deserialize;

use super::read_toml;
use crate::problem::Problem;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "parameter")]
    parameters: Vec<Parameter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    key: String,
    meaning: String,
    unit: String,
    low: f64,
    central: f64,
    high: f64,
    min: f64,
    max: f64,
    grade: String,
    source: String,
    group: String,
}

/// Reads the file.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(file: &Path) -> Result<Vec<ParameterWire>, Problem> {
    let own: File = read_toml(file)?;
    let wires = own.parameters.into_iter().map(|own| ParameterWire {
        key: own.key,
        meaning: own.meaning,
        unit: own.unit,
        low: own.low,
        central: own.central,
        high: own.high,
        min: own.min,
        max: own.max,
        grade: own.grade,
        source: own.source,
        group: own.group,
    });
    Ok(wires.collect())
}
