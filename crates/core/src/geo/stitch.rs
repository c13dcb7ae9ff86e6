//! Rings of arcs: from loose arcs to rings, and from rings to points.

use std::collections::{BTreeMap, BTreeSet};

use super::topology::{arc_ends, arc_index};

/// Joins directed arcs, ground on their left, to polygons: an outer ring
/// (counterclockwise) and then its holes (clockwise). Used to dissolve areas:
/// the arcs that only one of them uses, stitched, are the outline of all.
///
/// `arcs` are points in quanta; a reference `!n` walks arc `n` backwards. Rings
/// that touch at a point come out as separate, simple rings. Arcs that close no
/// ring, or only one without ground, are left out.
#[must_use]
pub fn stitch(arcs: &[Vec<[i32; 2]>], references: &[i32]) -> Vec<Vec<Vec<i32>>> {
    let mut outers = Vec::new();
    let mut holes = Vec::new();
    for arc_loop in simple_loops(arcs, references) {
        let ring = Ring::new(arcs, arc_loop);
        if ring.twice_area > 0 {
            outers.push((ring, Vec::new()));
        } else if ring.twice_area < 0 {
            holes.push(ring);
        }
    }
    for hole in holes {
        let around = outers
            .iter_mut()
            .filter(|(outer, _)| outer.surrounds(&hole));
        if let Some((_, inner)) = around.min_by_key(|(outer, _)| outer.twice_area) {
            inner.push(hole.references);
        }
    }
    let polygon = |(outer, inner): (Ring, Vec<Vec<i32>>)| {
        let mut rings = vec![outer.references];
        rings.extend(inner);
        rings
    };
    outers.into_iter().map(polygon).collect()
}

/// The corners of a ring in quanta, the first not repeated at the end.
pub fn ring_quanta<'a>(
    arcs: &'a [Vec<[i32; 2]>],
    ring: &'a [i32],
) -> impl Iterator<Item = [i32; 2]> + 'a {
    ring_points(arcs, ring)
}

/// The corners of a ring of arcs in any space, the first not repeated at the end.
pub(super) fn ring_points<'a, T: Copy>(
    arcs: &'a [Vec<T>],
    ring: &'a [i32],
) -> impl Iterator<Item = T> + 'a {
    ring.iter().flat_map(|&reference| {
        let arc = arcs
            .get(arc_index(reference))
            .map_or(&[][..], Vec::as_slice);
        let steps = arc.len().saturating_sub(1);
        let point = move |step: usize| {
            let index = if reference < 0 {
                arc.len().checked_sub(step + 1)?
            } else {
                step
            };
            arc.get(index).copied()
        };
        (0..steps).filter_map(point)
    })
}

/// Twice the area of a ring in square quanta, above zero if counterclockwise.
#[must_use]
pub fn twice_area(ring: &[[i32; 2]]) -> i128 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| {
            let [[ax, ay], [bx, by]] = [a.map(i128::from), b.map(i128::from)];
            ax * by - bx * ay
        })
        .sum()
}

/// A closed walk along arcs that passes no point twice.
struct Ring {
    references: Vec<i32>,
    points: Vec<[i32; 2]>,
    twice_area: i128,
}

impl Ring {
    fn new(arcs: &[Vec<[i32; 2]>], references: Vec<i32>) -> Self {
        let points: Vec<[i32; 2]> = ring_quanta(arcs, &references).collect();
        Self {
            twice_area: twice_area(&points),
            references,
            points,
        }
    }

    /// Whether the middle of the other ring's first edge lies inside. Rings may
    /// touch at corners but share no edge, so that point is never on the rim.
    fn surrounds(&self, other: &Self) -> bool {
        let [Some(a), Some(b)] = [other.points.first(), other.points.get(1)] else {
            return false;
        };
        let doubled = |point: &[i32; 2]| point.map(|number| 2 * i128::from(number));
        let [[ax, ay], [bx, by]] = [a.map(i128::from), b.map(i128::from)];
        let [x, y] = [ax + bx, ay + by];
        let next = self.points.iter().cycle().skip(1);
        let crossings = self.points.iter().zip(next).filter(|(a, b)| {
            let ([ax, ay], [bx, by]) = (doubled(a), doubled(b));
            let turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            (ay > y) != (by > y) && (turn > 0) == (by > ay)
        });
        crossings.count() % 2 == 1
    }
}

/// Walks the arcs end to start, and cuts a loop off whenever a node comes again.
fn simple_loops(arcs: &[Vec<[i32; 2]>], references: &[i32]) -> Vec<Vec<i32>> {
    let mut leaving: BTreeMap<[i32; 2], Vec<i32>> = BTreeMap::new();
    for &reference in references.iter().rev() {
        if let Some([start, _]) = arc_ends(arcs, reference) {
            leaving.entry(start).or_default().push(reference);
        }
    }
    let mut loops = Vec::new();
    let starts = references
        .iter()
        .filter_map(|&reference| arc_ends(arcs, reference));
    for [start, _] in starts {
        let mut path: Vec<([i32; 2], i32)> = Vec::new();
        let mut on_path = BTreeSet::new();
        let mut here = start;
        while let Some(reference) = leaving.get_mut(&here).and_then(Vec::pop) {
            let Some([_, end]) = arc_ends(arcs, reference) else {
                break;
            };
            path.push((here, reference));
            on_path.insert(here);
            here = end;
            if on_path.contains(&end) {
                let from = path.iter().rposition(|(node, _)| *node == end).unwrap_or(0);
                let cut: Vec<_> = path.drain(from..).collect();
                for (node, _) in &cut {
                    on_path.remove(node);
                }
                loops.push(cut.into_iter().map(|(_, reference)| reference).collect());
            }
        }
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(a: [i32; 2], b: [i32; 2]) -> Vec<[i32; 2]> {
        vec![a, b]
    }

    fn ring(corners: &[[i32; 2]]) -> Vec<Vec<[i32; 2]>> {
        let next = corners.iter().cycle().skip(1);
        corners
            .iter()
            .zip(next)
            .map(|(a, b)| segment(*a, *b))
            .collect()
    }

    fn all(arcs: &[Vec<[i32; 2]>]) -> Vec<i32> {
        (0..).take(arcs.len()).collect()
    }

    #[test]
    fn a_hole_goes_to_the_smallest_ring_around_it() {
        let mut arcs = ring(&[[0, 0], [10, 0], [10, 10], [0, 10]]);
        arcs.extend(ring(&[[2, 2], [2, 8], [8, 8], [8, 2]]));
        arcs.extend(ring(&[[3, 3], [7, 3], [7, 7], [3, 7]]));
        arcs.extend(ring(&[[4, 4], [4, 5], [5, 5], [5, 4]]));
        let polygons = stitch(&arcs, &all(&arcs));
        assert_eq!(
            polygons,
            [
                vec![vec![0, 1, 2, 3], vec![4, 5, 6, 7]],
                vec![vec![8, 9, 10, 11], vec![12, 13, 14, 15]],
            ]
        );
    }

    #[test]
    fn parts_that_touch_at_a_corner_stay_apart() {
        let mut arcs = ring(&[[0, 0], [1, 0], [1, 1], [0, 1]]);
        arcs.extend(ring(&[[1, 1], [2, 1], [2, 2], [1, 2]]));
        let polygons = stitch(&arcs, &all(&arcs));
        assert_eq!(polygons.len(), 2);
        assert!(polygons.iter().all(|rings| rings.len() == 1));
    }

    #[test]
    fn loose_ends_close_nothing() {
        let arcs = vec![segment([0, 0], [1, 0]), segment([1, 0], [2, 5])];
        assert!(stitch(&arcs, &[0, 1, 7, -9, i32::MIN]).is_empty());
    }
}
