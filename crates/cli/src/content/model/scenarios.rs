//! `model/scenarios.toml`: named futures.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::data::wire::{ScenarioWire, SettingWire, ShiftWire};
use serde::Deserialize;

use super::{fault, read_toml};
use crate::problem::Problem;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "scenario")]
    scenarios: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    key: String,
    name: String,
    story: String,
    #[serde(default)]
    settings: BTreeMap<String, f64>,
    #[serde(default)]
    shifts: BTreeMap<String, Shift>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shift {
    times: Option<f64>,
    plus: Option<f64>,
}

/// Reads the file.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(file: &Path) -> Result<Vec<ScenarioWire>, Problem> {
    let own: File = read_toml(file)?;
    let wires = own.scenarios.into_iter().map(|own| wire(file, own));
    wires.collect()
}

fn wire(file: &Path, own: Scenario) -> Result<ScenarioWire, Problem> {
    let settings = own.settings.into_iter();
    let settings = settings.map(|(setting, value)| SettingWire { setting, value });
    let mut shifts = Vec::with_capacity(own.shifts.len());
    for (parameter, shift) in own.shifts {
        let (by, value) = match (shift.times, shift.plus) {
            (Some(factor), None) => ("times", factor),
            (None, Some(sum)) => ("plus", sum),
            _ => {
                let field = format!("shifts.{parameter}");
                let reason = "a parameter is shifted by a factor or by a sum";
                let advice = "Write either times or plus";
                return Err(fault(file, (&own.key, &field), reason, advice));
            }
        };
        let by = by.to_owned();
        shifts.push(ShiftWire {
            parameter,
            by,
            value,
        });
    }
    Ok(ScenarioWire {
        key: own.key,
        name: own.name,
        story: own.story,
        settings: settings.collect(),
        shifts,
    })
}
