//! Checks the model companion against the core pack it belongs to.

use std::collections::BTreeMap;

use super::faults::Faults;
use super::{evidence, measures, region};
use crate::data::Dataset;
use crate::data::finding::Finding;
use crate::data::model::Model;
use crate::data::wire::MODEL_SCHEMA;

/// What was read from a model companion.
#[derive(Debug)]
pub struct ModelReading {
    /// All that the model is told, if it can be run with it.
    pub model: Option<Model>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks the model companion of `dataset`; `file` is how it is called in findings.
#[must_use]
pub fn read_model(file: &str, bytes: &[u8], dataset: &Dataset) -> ModelReading {
    let mut faults = Faults::new(file);
    let model = model(bytes, dataset, &mut faults);
    ModelReading {
        model,
        findings: faults.into_findings(),
    }
}

fn model(bytes: &[u8], dataset: &Dataset, faults: &mut Faults) -> Option<Model> {
    let text = super::text(bytes, faults)?;
    let parts = super::parts(text, MODEL_SCHEMA, faults)?;
    let sources = measures::sources(faults.rows(&parts, "sources"), faults);
    let areas = dataset.areas.iter();
    let names: BTreeMap<_, _> = areas
        .map(|area| (area.code.clone(), area.name.clone()))
        .collect();
    let place = region::Place {
        county: &dataset.place.county,
        names: &names,
    };
    let told = faults.record_parts(&parts, "evidence");
    let evidence = told.and_then(|told| evidence::evidence(&told, faults));
    let region = faults
        .record(&parts, "region")
        .and_then(|wire| region::region(wire, &place, faults));
    let histories = faults.rows(&parts, "history");
    let outlooks = faults.rows(&parts, "outlooks");
    let scorecard = faults.rows(&parts, "scorecard");
    Some(Model {
        pack_version: faults.value(&parts, "pack_version").unwrap_or_default(),
        content_hash: faults.value(&parts, "content_hash").unwrap_or_default(),
        histories: region::histories(histories, &place, &sources, faults),
        outlooks: region::outlooks(outlooks, &place, &sources, faults),
        scorecard: region::scorecard(scorecard, faults),
        evidence: evidence?,
        region: region?,
        sources,
    })
}
