//! Shapes as other programs read them: rings of degrees, outer ones counterclockwise.

use super::stitch::{ring_quanta, twice_area};
use super::{LayerId, LonLat, Topology};
use crate::area::AreaCode;

/// The rings of each polygon of an area: the outer one, then its holes.
pub type RingsDeg = Vec<Vec<Vec<LonLat>>>;

impl Topology {
    /// Each area of a layer with its polygons in degrees (WGS84). Outer rings run
    /// counterclockwise and holes clockwise, and each ring ends where it begins (RFC 7946).
    #[must_use]
    pub fn polygons_deg(&self, layer: LayerId) -> Vec<(AreaCode, RingsDeg)> {
        let areas = self.areas(layer).iter();
        let polygon = |rings: &Vec<Vec<i32>>| {
            let rings = rings.iter().enumerate();
            rings
                .map(|(at, ring)| self.ring_deg(ring, at > 0))
                .collect()
        };
        areas
            .map(|area| {
                (
                    area.code.clone(),
                    area.polygons.iter().map(polygon).collect(),
                )
            })
            .collect()
    }

    fn ring_deg(&self, ring: &[i32], is_hole: bool) -> Vec<LonLat> {
        let mut quanta: Vec<[i32; 2]> = ring_quanta(&self.arcs, ring).collect();
        let is_counterclockwise = twice_area(&quanta) > 0;
        if is_counterclockwise == is_hole {
            quanta.reverse();
        }
        let first = quanta.first().copied();
        let closed = quanta.into_iter().chain(first);
        closed.map(|point| self.lonlat(point)).collect()
    }
}
