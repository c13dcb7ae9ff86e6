//! Shapes, one projection, points in areas.
//!
//! The pack's arcs are checked once into a [`Topology`]; each [`Layer`] of areas
//! is projected from it when first needed, ready to draw, to hit and to walk
//! through by keyboard. Three spaces, each with its own type: degrees on the
//! globe ([`LonLat`]), kilometres on the map ([`MapPoint`]) and pixels on the
//! screen ([`PxPoint`]). [`Projection`] joins the first two, [`Viewport`] the
//! last two, and both go both ways.

mod adjacency;
#[cfg(test)]
pub(crate) mod both_ways;
mod degrees;
#[cfg(test)]
pub(crate) mod example;
mod fault;
mod hatch;
mod hit;
mod label;
mod layer;
mod mesh;
mod plane;
mod polygon;
mod projection;
mod stitch;
#[cfg(test)]
mod tests;
mod topology;
mod towards;
mod viewport;

pub use adjacency::Adjacency;
pub use degrees::RingsDeg;
pub use fault::{AreaAt, TopologyFault};
pub use hatch::hatch;
pub use layer::{AreaShape, Layer};
pub use mesh::{BorderRank, Mesh, Region, Ring};
pub use plane::{Bounds, LonLat, LonLatBounds, MapPoint, PxPoint};
pub use polygon::Polygon;
pub use projection::Projection;
pub use stitch::{ring_quanta, stitch, twice_area};
pub use topology::{LayerId, Topology};
pub use towards::Direction;
pub use viewport::Viewport;
