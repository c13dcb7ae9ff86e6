//! Which areas touch which, from the arcs and points they share.

use super::topology::{arc_ends, arc_index};
use super::{LayerId, Topology};
use crate::order;

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
        // Each side of an arc belongs to one area at most.
        let mut sides: Vec<[Option<usize>; 2]> = vec![[None; 2]; self.arcs.len()];
        let mut at_points: Vec<([i32; 2], usize)> = Vec::new();
        for (position, area) in areas.iter().enumerate() {
            for &reference in area.polygons.iter().flatten().flatten() {
                if let Some([left, right]) = sides.get_mut(arc_index(reference)) {
                    *(if reference < 0 { right } else { left }) = Some(position);
                }
                let ends = arc_ends(&self.arcs, reference).into_iter().flatten();
                at_points.extend(ends.map(|end| (end, position)));
            }
        }
        let mut rook = vec![Vec::new(); areas.len()];
        for [left, right] in sides {
            if let (Some(left), Some(right)) = (left, right) {
                pair(&mut rook, left, right);
            }
        }
        order::sort_by(&mut at_points, Ord::cmp);
        at_points.dedup();
        let mut queen = rook.clone();
        let groups = at_points.chunk_by(|a, b| a.0 == b.0);
        for group in groups.filter(|group| group.len() <= MOST_AT_ONE_POINT) {
            for (index, (_, one)) in group.iter().enumerate() {
                for (_, other) in group.iter().skip(index + 1) {
                    pair(&mut queen, *one, *other);
                }
            }
        }
        Adjacency { rook, queen }
    }
}

/// Notes that two areas are neighbours; an area is not its own.
fn pair(lists: &mut [Vec<usize>], one: usize, other: usize) {
    for (position, beside) in [(one, other), (other, one)] {
        let list = lists.get_mut(position).filter(|_| one != other);
        if let Some(list) = list
            && let Err(at) = list.binary_search(&beside)
        {
            list.insert(at, beside);
        }
    }
}
