//! Areas that look the same, drawn as one.

use super::{Mesh, Ring};
use crate::geo::topology::arc_index;
use crate::order;

/// Ground of one label: the outer ring around areas that hang together.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// What its areas have in common.
    pub label: u32,
    /// The ring around it.
    pub ring: Ring,
    /// The ground inside the ring, holes included.
    pub area_sq_km: f64,
}

impl Mesh {
    /// Joins neighbours with equal labels, one for each area in the layer's order; areas
    /// without a label are left out. The largest region comes first, so that what fills a
    /// hole is painted over it.
    #[must_use]
    pub fn dissolve(&self, labels: &[u32]) -> Vec<Region> {
        let mut regions = self.dissolve_with_holes(labels);
        regions.retain(|region| region.area_sq_km > 0.0);
        regions
    }

    /// As [`Self::dissolve`], and the rings around the holes in them, which run the other way
    /// round: their area is below zero, so they come last.
    #[must_use]
    pub fn dissolve_with_holes(&self, labels: &[u32]) -> Vec<Region> {
        let label = |side: Option<u32>| labels.get(side? as usize).copied();
        let on_left = |reference: i32| {
            let [left, right] = self.arcs.get(arc_index(reference))?.sides.map(label);
            let [own, other] = if reference < 0 {
                [right, left]
            } else {
                [left, right]
            };
            own.filter(|_| own != other)
        };
        let mut is_used = vec![[false; 2]; self.arcs.len()];
        let mut regions = Vec::new();
        for &start in &self.leaving {
            let Some(label) = on_left(start) else {
                continue;
            };
            let mut ring = Ring::new();
            let mut next = Some(start);
            while let Some(reference) = next.filter(|reference| take(&mut is_used, *reference)) {
                ring.push(reference);
                next = self.onward(reference, |onward| on_left(onward) == Some(label));
            }
            let area_sq_km = self.ring_area_sq_km(&ring);
            if area_sq_km != 0.0 {
                regions.push(Region {
                    label,
                    ring,
                    area_sq_km,
                });
            }
        }
        order::sort_by(&mut regions, |a, b| b.area_sq_km.total_cmp(&a.area_sq_km));
        regions
    }

    /// The next arc around the ground on the left of an arc: of those wanted, the first one
    /// clockwise from the way it came. So parts that touch at a point only stay apart, for
    /// every label alike.
    fn onward(&self, reference: i32, is_wanted: impl Fn(i32) -> bool) -> Option<i32> {
        let leaving = self.leaving(self.node_after(reference)?);
        let back = leaving.iter().position(|other| *other == !reference)?;
        let (first, from_back) = leaving.split_at_checked(back)?;
        let clockwise = from_back.iter().skip(1).chain(first);
        let clockwise = clockwise.chain(from_back.first());
        clockwise.copied().find(|onward| is_wanted(*onward))
    }

    /// The ground inside a ring, below zero if it lies on the right.
    pub(super) fn ring_area_sq_km(&self, ring: &[i32]) -> f64 {
        let signed = |reference: &i32| {
            let arc = self.arcs.get(arc_index(*reference));
            let area = arc.map_or(0.0, |arc| arc.area_sq_km);
            if *reference < 0 { -area } else { area }
        };
        ring.iter().map(signed).sum()
    }
}

/// Takes a directed arc; false if it was taken before.
fn take(is_used: &mut [[bool; 2]], reference: i32) -> bool {
    let sides = is_used.get_mut(arc_index(reference));
    let side = sides.map(|[left, right]| if reference < 0 { right } else { left });
    side.is_some_and(|used| !std::mem::replace(used, true))
}
