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
        let mut walker = Walker {
            mesh: self,
            is_used: vec![false; 2 * self.arcs.len()],
            place_on_path: vec![None; self.leaving_ends.len()],
        };
        let mut regions = Vec::new();
        for &start in &self.leaving {
            let Some(label) = on_left(start) else {
                continue;
            };
            let is_of_label = |reference: i32| on_left(reference) == Some(label);
            walker.rings_from(start, &is_of_label, &mut |ring| {
                let area_sq_km = self.ring_area_sq_km(&ring);
                // A ring around a hole runs the other way round.
                if area_sq_km > 0.0 {
                    regions.push(Region {
                        label,
                        ring,
                        area_sq_km,
                    });
                }
            });
        }
        order::sort_by(&mut regions, |a, b| b.area_sq_km.total_cmp(&a.area_sq_km));
        regions
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

/// Follows directed arcs end to start.
struct Walker<'a> {
    mesh: &'a Mesh,
    is_used: Vec<bool>,
    /// For each node how many arcs lead to it from the start of the walk.
    place_on_path: Vec<Option<usize>>,
}

impl Walker<'_> {
    /// Walks on from an arc while there are others to follow, and cuts a ring off whenever
    /// a node comes again: regions that touch at a point stay apart.
    fn rings_from(
        &mut self,
        start: i32,
        is_wanted: &dyn Fn(i32) -> bool,
        found: &mut dyn FnMut(Ring),
    ) {
        let mut path = Ring::new();
        let mut next = Some(start);
        while let Some(reference) = next.filter(|reference| !self.is_used(*reference)) {
            if let Some(used) = self.is_used.get_mut(side(reference)) {
                *used = true;
            }
            let ends = (
                self.mesh.node_after(!reference),
                self.mesh.node_after(reference),
            );
            let (Some(from), Some(to)) = ends else {
                break;
            };
            if let Some(place) = self.place_on_path.get_mut(from) {
                *place = Some(path.len());
            }
            path.push(reference);
            if let Some(place) = self.place_on_path.get(to).copied().flatten() {
                let ring = path.split_off(place.min(path.len()));
                self.leave(&ring);
                found(ring);
            }
            let onward = self.mesh.leaving(to).iter().copied();
            next = onward
                .filter(|reference| is_wanted(*reference))
                .find(|reference| !self.is_used(*reference));
        }
        self.leave(&path);
    }

    /// Takes the nodes of a finished stretch off the path.
    fn leave(&mut self, stretch: &[i32]) {
        for arc in stretch {
            let from = self.mesh.node_after(!*arc);
            if let Some(place) = from.and_then(|node| self.place_on_path.get_mut(node)) {
                *place = None;
            }
        }
    }

    fn is_used(&self, reference: i32) -> bool {
        self.is_used.get(side(reference)).copied().unwrap_or(true)
    }
}

/// Where a directed arc is kept.
const fn side(reference: i32) -> usize {
    2 * arc_index(reference) + (reference < 0) as usize
}
