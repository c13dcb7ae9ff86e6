//! `model/constants.toml`: fixed numbers, and the version of the model.

use std::path::Path;

use roadmap_core::data::wire::ConstantWire;
use serde::Deserialize;

use super::{fault, read_toml};
use crate::problem::Problem;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    model_version: String,
    #[serde(default, rename = "constant")]
    constants: Vec<Constant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Constant {
    key: String,
    meaning: String,
    unit: String,
    value: Option<f64>,
    #[serde(default)]
    of: Vec<String>,
    #[serde(default)]
    values: Vec<f64>,
    grade: String,
    source: String,
}

/// The version of the model and its fixed numbers.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(file: &Path) -> Result<(String, Vec<ConstantWire>), Problem> {
    let own: File = read_toml(file)?;
    let constants = own.constants.into_iter().map(|own| wire(file, own));
    Ok((own.model_version, constants.collect::<Result<_, _>>()?))
}

fn wire(file: &Path, own: Constant) -> Result<ConstantWire, Problem> {
    let values = match own.value {
        Some(value) if own.of.is_empty() && own.values.is_empty() => vec![value],
        None if !own.of.is_empty() && own.of.len() == own.values.len() => own.values,
        _ => {
            let reason = "it has neither one value nor as many values as entries of of";
            let advice = "Write a value alone, or of and values of the same length";
            return Err(fault(file, (&own.key, "value"), reason, advice));
        }
    };
    Ok(ConstantWire {
        key: own.key,
        meaning: own.meaning,
        unit: own.unit,
        of: own.of,
        values,
        grade: own.grade,
        source: own.source,
    })
}
