//! Every fault of the model companion.

use roadmap_core::data::model::Model;
use roadmap_core::data::{self, Dataset, Finding, Reason};
use roadmap_core::model::output::Output;
use roadmap_core::model::prepared::Prepared;

use super::{broken_seal, finding, other_packing};

/// The companion and its faults.
pub struct ModelAudit {
    /// The companion, if a model can be run with it.
    pub model: Option<Model>,
    /// Every fault.
    pub findings: Vec<Finding>,
}

/// Reads the model companion of a core pack and finds every fault of it: outputs that the model
/// does not have, and figures that it cannot be prepared for, are among them.
pub fn model(file: &str, bytes: &[u8], dataset: &Dataset) -> ModelAudit {
    let data::ModelReading {
        model,
        mut findings,
    } = data::read_model(file, bytes, dataset);
    if let Some(model) = &model {
        findings.extend(broken_seal(file, bytes));
        findings.extend(other_packing(file, &model.content_hash, dataset));
        findings.extend(unknown_outputs(file, model));
        if let Err(why) = Prepared::new(&model.region, &model.evidence) {
            let detail = why.to_string();
            findings.push(finding(file, "region", Reason::NotReadable { detail }));
        }
    }
    ModelAudit { model, findings }
}

fn unknown_outputs(file: &str, model: &Model) -> Vec<Finding> {
    let levers = model.evidence.levers.iter().flat_map(|lever| {
        let row = format!("evidence, lever {}", lever.setting.key());
        lever.outputs.iter().map(move |key| (row.clone(), key))
    });
    let histories = model.histories.iter();
    let histories = histories.map(|own| (format!("history of {}", own.area), &own.output));
    let outlooks = model.outlooks.iter();
    let outlooks = outlooks.map(|own| (format!("outlooks, {}", own.key), &own.output));
    levers
        .chain(histories)
        .chain(outlooks)
        .filter(|(_, key)| Output::from_key(key).is_none())
        .map(|(row, key)| {
            let reason = Reason::UnknownKey {
                key: key.clone(),
                expected: "an output of the model",
            };
            finding(file, &row, reason)
        })
        .collect()
}
