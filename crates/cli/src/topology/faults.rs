//! Where simplified arcs come to harm: crossings, turned areas, swapped neighbours.
//!
//! Together these say that the simplified map is the published one bent, never
//! torn: no two lines of one coverage meet but at their ends, around each node
//! the arcs leave in the same order, and every ring runs the same way round.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use roadmap_core::geo::{ring_quanta, stitch, twice_area};

use super::cut::Arc;
use super::edges::{Coverage, NOBODY};
use super::layers::LayerPlan;
use super::simplify::number;
use super::source::Corner;

/// No area may lose or gain more than this share of its ground.
const MOST_CHANGE: f64 = 0.05;
/// Cells along the map in the search for crossings; the speed depends on it, the
/// answer does not.
const CELLS_ALONG: i64 = 400;

/// The published state that simplified arcs are held against.
pub(super) struct Ground<'a> {
    layers: &'a [LayerPlan],
    /// Which of the two coverages, of now and of 2011, each arc is drawn in.
    drawn_in: Vec<[bool; 2]>,
    /// The order of arcs around each node, by coverage.
    around: Vec<BTreeMap<Corner, Vec<i32>>>,
    /// Twice the published area of each ring, in the order of the layers.
    twice_areas: Vec<i128>,
}

/// A straight piece of a simplified arc.
#[derive(Clone, Copy)]
struct Segment {
    arc: usize,
    a: Corner,
    b: Corner,
}

impl<'a> Ground<'a> {
    pub(super) fn new(arcs: &[Arc], layers: &'a [LayerPlan]) -> Self {
        let in_coverage = |arc: &Arc, coverage| arc.sides.of(coverage) != [NOBODY; 2];
        let drawn_in = arcs.iter().map(|arc| {
            let is_now =
                in_coverage(arc, Coverage::Lsoa2021) || in_coverage(arc, Coverage::Neighbours);
            [is_now, in_coverage(arc, Coverage::Lsoa2011)]
        });
        let points: Vec<_> = arcs.iter().map(|arc| arc.points.clone()).collect();
        let mut ground = Self {
            layers,
            drawn_in: drawn_in.collect(),
            around: Vec::new(),
            twice_areas: Vec::new(),
        };
        ground.around = ground.orders(&points);
        ground.twice_areas = ground
            .rings()
            .map(|ring| twice_ring_area(&points, ring))
            .collect();
        ground
    }

    /// The numbers of arcs at fault, in rising order.
    pub(super) fn faults(&self, arcs: &[Vec<Corner>]) -> BTreeSet<usize> {
        let mut found = self.crossings(arcs);
        for (order, published) in self.orders(arcs).iter().zip(&self.around) {
            let changed = order
                .iter()
                .filter(|(node, order)| published.get(*node) != Some(*order));
            found.extend(changed.flat_map(|(_, order)| order).map(|arc| number(*arc)));
        }
        for (ring, published) in self.rings().zip(&self.twice_areas) {
            let change = (twice_ring_area(arcs, ring) - published) as f64 / *published as f64;
            if change.abs() > MOST_CHANGE {
                found.extend(ring.iter().map(|arc| number(*arc)));
            }
        }
        for area in self.layers.iter().flat_map(|layer| &layer.areas) {
            // A hole or a second part may have been left outside the ring that
            // held it: then the same arcs no longer make the same polygons.
            let has_more = area.polygons.iter().flatten().nth(1).is_some();
            let references: Vec<i32> = area.references().collect();
            if has_more && stitch(arcs, &references) != area.polygons {
                found.extend(references.iter().map(|arc| number(*arc)));
            }
        }
        found
    }

    fn rings(&self) -> impl Iterator<Item = &Vec<i32>> {
        let areas = self.layers.iter().flat_map(|layer| &layer.areas);
        areas.flat_map(|area| area.polygons.iter().flatten())
    }

    /// Arcs in counterclockwise order around each node, the lowest first.
    fn orders(&self, arcs: &[Vec<Corner>]) -> Vec<BTreeMap<Corner, Vec<i32>>> {
        let coverage = |is_drawn: &dyn Fn(&[bool; 2]) -> bool| {
            let mut leaving: BTreeMap<Corner, Vec<(Corner, i32)>> = BTreeMap::new();
            for ((arc, drawn_in), number) in arcs.iter().zip(&self.drawn_in).zip(0..) {
                if !is_drawn(drawn_in) {
                    continue;
                }
                if let [from, over, ..] = arc.as_slice() {
                    leaving.entry(*from).or_default().push((*over, number));
                }
                if let [.., over, from] = arc.as_slice() {
                    leaving.entry(*from).or_default().push((*over, !number));
                }
            }
            let sorted = leaving.into_iter().map(|(node, mut leaving)| {
                leaving.sort_by(|(a, _), (b, _)| by_angle(node, *a, *b));
                let mut order: Vec<i32> = leaving.into_iter().map(|(_, arc)| arc).collect();
                let lowest = order
                    .iter()
                    .zip(0..)
                    .min()
                    .map_or(0, |(_, position)| position);
                order.rotate_left(lowest);
                (node, order)
            });
            sorted.collect()
        };
        vec![
            coverage(&|[now, _]| *now),
            coverage(&|[_, of_2011]| *of_2011),
        ]
    }

    /// Arcs of one coverage that meet elsewhere than at an end of both.
    fn crossings(&self, arcs: &[Vec<Corner>]) -> BTreeSet<usize> {
        let segments: Vec<Segment> = arcs
            .iter()
            .enumerate()
            .flat_map(|(arc, points)| {
                let ends = points.iter().zip(points.iter().skip(1));
                ends.map(move |(a, b)| Segment { arc, a: *a, b: *b })
            })
            .collect();
        let mut cells: BTreeMap<[i64; 2], Vec<usize>> = BTreeMap::new();
        let cell_size = cell_size(&segments);
        for (index, segment) in segments.iter().enumerate() {
            for cell in cells_under(segment, cell_size) {
                cells.entry(cell).or_default().push(index);
            }
        }
        let together = |a: &Segment, b: &Segment| {
            let drawn = self.drawn_in.get(a.arc).zip(self.drawn_in.get(b.arc));
            drawn.is_some_and(|(a, b)| a.iter().zip(b).any(|(a, b)| *a && *b))
        };
        let mut found = BTreeSet::new();
        for inside in cells.values() {
            for (first, index) in inside.iter().enumerate() {
                for other in inside.iter().skip(first + 1) {
                    let (Some(a), Some(b)) = (segments.get(*index), segments.get(*other)) else {
                        continue;
                    };
                    if together(a, b) && meet_badly(a, b) {
                        found.extend([a.arc, b.arc]);
                    }
                }
            }
        }
        found
    }
}

fn twice_ring_area(arcs: &[Vec<Corner>], ring: &[i32]) -> i128 {
    twice_area(&ring_quanta(arcs, ring).collect::<Vec<_>>())
}

fn cell_size(segments: &[Segment]) -> i64 {
    let xs = segments.iter().map(|segment| i64::from(segment.a[0]));
    let (low, high) = xs.fold((i64::MAX, i64::MIN), |(low, high), x| {
        (low.min(x), high.max(x))
    });
    (high.saturating_sub(low) / CELLS_ALONG).max(1)
}

fn cells_under(segment: &Segment, size: i64) -> impl Iterator<Item = [i64; 2]> {
    let [ax, ay] = segment.a.map(|number| i64::from(number).div_euclid(size));
    let [bx, by] = segment.b.map(|number| i64::from(number).div_euclid(size));
    let rows = move || ay.min(by)..=ay.max(by);
    (ax.min(bx)..=ax.max(bx)).flat_map(move |x| rows().map(move |y| [x, y]))
}

/// Whether two segments touch anywhere but at one common end.
fn meet_badly(s: &Segment, t: &Segment) -> bool {
    let common = [s.a, s.b]
        .iter()
        .filter(|end| [t.a, t.b].contains(end))
        .count();
    match common {
        0 => {
            let [a, b] = [turn(s.a, s.b, t.a), turn(s.a, s.b, t.b)];
            let [c, d] = [turn(t.a, t.b, s.a), turn(t.a, t.b, s.b)];
            let is_crossing = a * b < 0 && c * d < 0;
            let is_touching = [(a, s, t.a), (b, s, t.b), (c, t, s.a), (d, t, s.b)]
                .iter()
                .any(|(turn, on, end)| *turn == 0 && in_box(on, *end));
            is_crossing || is_touching
        }
        1 => {
            // From the common end both must not run the same way.
            let node = if [t.a, t.b].contains(&s.a) { s.a } else { s.b };
            let (p, q) = (far_end(s, node), far_end(t, node));
            turn(node, p, q) == 0 && is_same_way(node, p, q)
        }
        _ => true,
    }
}

fn far_end(segment: &Segment, near: Corner) -> Corner {
    if segment.a == near {
        segment.b
    } else {
        segment.a
    }
}

/// The sign of the turn at `b` on the way from `a` to `c`: 1 is left.
fn turn(a: Corner, b: Corner, c: Corner) -> i64 {
    let [[ax, ay], [bx, by], [cx, cy]] = [a, b, c].map(|point| point.map(i64::from));
    ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).signum()
}

fn is_same_way(node: Corner, p: Corner, q: Corner) -> bool {
    let [[nx, ny], [px, py], [qx, qy]] = [node, p, q].map(|point| point.map(i64::from));
    (px - nx) * (qx - nx) + (py - ny) * (qy - ny) > 0
}

fn in_box(segment: &Segment, [x, y]: Corner) -> bool {
    let ([ax, ay], [bx, by]) = (segment.a, segment.b);
    (ax.min(bx)..=ax.max(bx)).contains(&x) && (ay.min(by)..=ay.max(by)).contains(&y)
}

/// Compares directions from a node, counterclockwise from east, exactly.
fn by_angle(node: Corner, a: Corner, b: Corner) -> Ordering {
    let is_below = |[x, y]: Corner| (y, x) < (node[1], node[0]);
    is_below(a)
        .cmp(&is_below(b))
        .then_with(|| 0.cmp(&turn(node, a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(a: Corner, b: Corner) -> Segment {
        Segment { arc: 0, a, b }
    }

    #[test]
    fn lines_may_meet_at_one_common_end_only() {
        let s = segment([0, 0], [10, 0]);
        for (a, b, is_bad) in [
            ([5, -5], [5, 5], true),
            ([5, 0], [5, 5], true),
            ([10, 0], [20, 0], false),
            ([10, 0], [5, 0], true),
            ([0, 0], [0, 9], false),
            ([10, 0], [0, 0], true),
            ([2, 0], [8, 0], true),
            ([11, 0], [15, 0], false),
            ([0, 1], [10, 1], false),
        ] {
            let t = segment(a, b);
            assert_eq!(meet_badly(&s, &t), is_bad, "{a:?} {b:?}");
            assert_eq!(meet_badly(&t, &s), is_bad, "{a:?} {b:?}");
        }
    }

    #[test]
    fn directions_are_sorted_counterclockwise_from_east() {
        let sorted = [
            [3, 0],
            [2, 1],
            [0, 5],
            [-4, 1],
            [-1, 0],
            [-3, -1],
            [0, -2],
            [7, -1],
        ];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.swap(0, 3);
        shuffled.sort_by(|a, b| by_angle([0, 0], *a, *b));
        assert_eq!(shuffled, sorted);
    }
}
