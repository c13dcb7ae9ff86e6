//! Shapes as one joint topology: neighbours share an arc, never a copy of it.

use serde::Serialize;

/// Quantised arcs and the layers of areas built from them.
///
/// The core pack holds the arcs on district borders; a companion's arcs continue
/// its numbering, so that small areas end exactly where districts do.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopologyWire {
    /// Degrees of longitude and latitude in one quantum.
    pub scale_deg: [f64; 2],
    /// Degrees of longitude and latitude at quantum (0, 0).
    pub translate_deg: [f64; 2],
    /// Each arc as x, y, dx, dy, dx, dy, … in quanta.
    pub arcs: Vec<Vec<i32>>,
    /// The layers drawn from the arcs.
    pub layers: Vec<LayerWire>,
}

/// The areas of one level and vintage.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LayerWire {
    /// `district`, `msoa`, `lsoa`, or `neighbour` for grey surroundings.
    pub level: String,
    /// `current`, `2011` or `2021`.
    pub vintage: String,
    /// One shape per area, in order of code.
    pub shapes: Vec<ShapeWire>,
}

/// The shape of one area.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShapeWire {
    /// The area's code.
    pub code: String,
    /// Polygons, each an outer ring and then holes; a ring is a list of arc
    /// numbers, where `!n` (that is, `-n - 1`) walks arc `n` backwards.
    pub polygons: Vec<Vec<Vec<i32>>>,
}
