//! The model companion: what the scenario model starts from, what people tell it, and what its
//! answers are shown beside.

use serde::Serialize;

use super::{EvidenceWire, HindcastRowWire, HistoryWire, OutlookWire, RegionWire, SourceWire};

/// The model companion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ModelWire {
    /// Always [`super::MODEL_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// Who published the figures here.
    pub sources: Vec<SourceWire>,
    /// What people tell the model.
    pub evidence: EvidenceWire,
    /// What it starts from.
    pub region: RegionWire,
    /// What was observed before.
    pub history: Vec<HistoryWire>,
    /// What others expect.
    pub outlooks: Vec<OutlookWire>,
    /// How well the model and simple rules would have told the past; empty where it is not told.
    pub scorecard: Vec<HindcastRowWire>,
}
