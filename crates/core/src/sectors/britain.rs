//! The shapes of all districts, for a map of the whole country.

use crate::data::{BritainShapes, Finding};
use crate::picture::DistrictMap;
use crate::source::Source;

/// Coarse shapes of every district, ready to draw.
#[derive(Clone, Debug)]
pub struct BritainMap {
    /// The shapes.
    pub shapes: DistrictMap,
    /// Who drew them.
    pub sources: Vec<Source>,
}

impl BritainMap {
    /// Decodes the shapes; none when there are none to draw.
    #[must_use]
    pub fn decode(shapes: &BritainShapes) -> (Option<Self>, Vec<Finding>) {
        let (map, findings) = DistrictMap::decode_topology(&shapes.topology);
        let map = map.map(|map| Self {
            shapes: map,
            sources: shapes.sources.clone(),
        });
        (map, findings)
    }
}
