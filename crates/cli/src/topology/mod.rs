//! Published shapes -> one joint topology of shared arcs for all levels and vintages.
//!
//! The path, one file each: [`source`] reads rings as whole numbers of 1e-5
//! degree; [`edges`] notes which areas lie on each side of every edge; [`cut`]
//! turns runs of edges between the same areas into arcs; [`layers`] dissolves
//! small areas upward, so that outlines coincide exactly; [`simplify`] drops
//! corners arc by arc, and [`faults`] makes it take them back wherever lines
//! would cross; [`write`] numbers the arcs; [`verify`] reads the result through
//! the core's own eyes and holds it against the published shapes.

mod cut;
mod edges;
mod error;
mod faults;
mod layers;
mod simplify;
mod source;
#[cfg(test)]
mod tests;
mod verify;
mod write;

pub use error::BuildError;
pub use simplify::Tolerances;
pub(crate) use simplify::{keep, weights};
pub use source::{Input, SourceArea, read_geojson};
pub use verify::{LayerReport, Report};

use roadmap_core::data::wire::TopologyWire;

/// A topology in two parts, and what was found while making it.
#[derive(Clone, Debug)]
pub struct Built {
    /// Arcs on district borders and around the neighbours, and those two layers.
    pub core: TopologyWire,
    /// All other arcs, numbered on from the core's, and the small-area layers.
    pub small_areas: TopologyWire,
    /// Counts and departures from the published shapes.
    pub report: Report,
}

/// Builds the topology with the tolerances that keep points where they belong.
///
/// # Errors
/// [`BuildError`] when shapes overlap, leave a hole, name a parent that is not
/// there, or do not add up to the published larger areas.
pub fn build(input: &Input) -> Result<Built, BuildError> {
    build_with(input, &Tolerances::default())
}

/// Builds the topology with tolerances of one's own.
///
/// # Errors
/// As for [`build`].
pub fn build_with(input: &Input, tolerances: &Tolerances) -> Result<Built, BuildError> {
    let edges = edges::Edges::of(input)?;
    let arcs = cut::cut(&edges);
    let layers = layers::plan(input, &arcs)?;
    let simplified = simplify::simplify(&arcs, &layers, tolerances)?;
    let (core, small_areas) = write::write(&arcs, &simplified.arcs, &layers);
    let report = verify::verify(input, &arcs, &simplified, &layers, [&core, &small_areas])?;
    Ok(Built {
        core,
        small_areas,
        report,
    })
}
