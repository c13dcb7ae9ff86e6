//! Which areas touch which, from the arcs and points they share.

use std::collections::{BTreeMap, BTreeSet};

use super::topology::{arc_ends, arc_index};
use super::{LayerId, Topology};

/// More areas than this at one point is a damaged file, not a place; they are
/// not paired, so that such a file costs no more than another.
const MOST_AT_ONE_POINT: usize = 64;

/// The neighbours of each area of a layer, by position and in rising order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjacency {
    /// Areas that share a stretch of boundary.
    pub rook: Vec<Vec<usize>>,
    /// Areas that share at least one point.
    pub queen: Vec<Vec<usize>>,
}

impl Topology {
    /// Which areas of a layer touch which.
    #[must_use]
    pub fn adjacency(&self, layer: LayerId) -> Adjacency {
        let areas = self.areas(layer);
        let mut on_arc: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let mut on_point: BTreeMap<[i32; 2], BTreeSet<usize>> = BTreeMap::new();
        for (position, area) in areas.iter().enumerate() {
            for &reference in area.polygons.iter().flatten().flatten() {
                on_arc
                    .entry(arc_index(reference))
                    .or_default()
                    .insert(position);
                for end in arc_ends(&self.arcs, reference).into_iter().flatten() {
                    on_point.entry(end).or_default().insert(position);
                }
            }
        }
        let rook = neighbours(areas.len(), on_arc.values());
        Adjacency {
            queen: neighbours(areas.len(), on_arc.values().chain(on_point.values())),
            rook,
        }
    }
}

/// Pairs all areas of each group with each other.
fn neighbours<'a>(
    count: usize,
    groups: impl Iterator<Item = &'a BTreeSet<usize>>,
) -> Vec<Vec<usize>> {
    let mut found = vec![BTreeSet::new(); count];
    for group in groups.filter(|group| group.len() <= MOST_AT_ONE_POINT) {
        for &position in group {
            if let Some(beside) = found.get_mut(position) {
                beside.extend(group.iter().filter(|other| **other != position));
            }
        }
    }
    found
        .into_iter()
        .map(|beside| beside.into_iter().collect())
        .collect()
}
