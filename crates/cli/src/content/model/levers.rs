//! `model/levers.toml`: what a reader can move.

use std::path::Path;

use roadmap_core::data::wire::LeverWire;
use serde::Deserialize;

use super::{fault, read_toml};
use crate::problem::Problem;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "lever")]
    levers: Vec<Lever>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lever {
    key: String,
    name: String,
    unit: String,
    foundations: Vec<String>,
    grand_challenges: Vec<String>,
    #[serde(default)]
    outside_control: bool,
    range: [f64; 2],
    default: f64,
    ramp: Ramp,
    effects: Vec<String>,
    outputs: Vec<String>,
    grade: String,
    source: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ramp {
    shape: String,
    start: Option<u16>,
    years: Option<u16>,
}

/// Reads the file.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(file: &Path) -> Result<Vec<LeverWire>, Problem> {
    let own: File = read_toml(file)?;
    own.levers
        .into_iter()
        .map(|lever| wire(file, lever))
        .collect()
}

fn wire(file: &Path, own: Lever) -> Result<LeverWire, Problem> {
    let is_ramp = own.ramp.shape != "none";
    if is_ramp != own.ramp.start.is_some() || is_ramp != own.ramp.years.is_some() {
        let advice = "Write start and years for a linear or s-shaped ramp, neither for none";
        let reason = "its start and years do not go with its shape";
        return Err(fault(file, (&own.key, "ramp"), reason, advice));
    }
    Ok(LeverWire {
        key: own.key,
        name: own.name,
        unit: own.unit,
        foundations: own.foundations,
        grand_challenges: own.grand_challenges,
        outside_control: own.outside_control,
        range: own.range,
        default: own.default,
        ramp: own.ramp.shape,
        start: own.ramp.start.unwrap_or_default(),
        years: own.ramp.years.unwrap_or_default(),
        effects: own.effects,
        outputs: own.outputs,
        grade: own.grade,
        source: own.source,
        note: own.note,
    })
}
