//! The small-area companion: areas, lookups and shapes below the district.

use serde::Serialize;

use super::{AreaWire, TopologyWire};

/// The small-area companion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallAreasWire {
    /// Always [`super::SMALL_AREAS_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// MSOAs and LSOAs of both censuses; parents lead up to districts.
    pub areas: Vec<AreaWire>,
    /// Which old area became which new one.
    pub lookups: Vec<LookupWire>,
    /// Arcs that continue the numbering of the core pack's, and the layers on both.
    pub topology: TopologyWire,
}

/// One pair of an old area and a new one that share ground.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LookupWire {
    /// The code of the 2011 census area.
    pub from_2011: String,
    /// The code of the 2021 census area.
    pub to_2021: String,
    /// `unchanged`, `split`, `merged` or `irregular`, as published.
    pub change: String,
}
