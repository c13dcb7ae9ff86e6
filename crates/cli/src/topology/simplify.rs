//! Fewer corners, arc by arc, taken back wherever the map would come to harm.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use roadmap_core::geo::LayerId;
use roadmap_core::math;

use super::BuildError;
use super::cut::Arc;
use super::edges::{Coverage, NOBODY};
use super::faults::Ground;
use super::layers::{AreaPlan, LayerPlan};
use super::source::{Corner, QUANTA_PER_DEGREE};

/// Metres in a degree of latitude, near enough to weigh corners by.
const METRES_PER_DEGREE: f64 = 111_200.0;
/// Each time an arc is at fault, only corners of a quarter of the weight go.
const BACK_OFF: f64 = 0.25;
/// Below this the arc keeps every published corner.
const LEAST_TOLERANCE_SQ_M: f64 = 1.0;

/// How much ground may change hands when a corner is dropped, in square metres,
/// by the coarsest layer that an arc belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Tolerances {
    /// On district borders; they are seen at every scale.
    pub district_sq_m: f64,
    /// Between small areas.
    pub small_area_sq_m: f64,
    /// Between neighbours that touch the county; grey surroundings.
    pub neighbour_sq_m: f64,
    /// Where no area beside the arc touches the county.
    pub distant_sq_m: f64,
}

impl Default for Tolerances {
    /// On the map of the bundled county, 400 square metres keep 999 points in
    /// 1,000 in their published area; from 2,000 on, crowded towns suffer. The
    /// borders of districts, which every reader waits for, bear somewhat more.
    fn default() -> Self {
        Self {
            district_sq_m: 1_500.0,
            small_area_sq_m: 400.0,
            neighbour_sq_m: 1_000_000.0,
            distant_sq_m: 8_000_000.0,
        }
    }
}

/// The arcs as they will be drawn.
pub(super) struct Simplified {
    /// Points of each arc, ends where they were.
    pub(super) arcs: Vec<Vec<Corner>>,
    /// How many arcs had to keep more corners than their tolerance asks for.
    pub(super) backed_off: usize,
}

/// Simplifies all arcs as far as no line crosses another, no area turns inside
/// out and every area keeps its neighbours around each point.
///
/// # Errors
/// [`BuildError::Tangled`] if the published shapes themselves are at fault.
pub(super) fn simplify(
    arcs: &[Arc],
    layers: &[LayerPlan],
    tolerances: &Tolerances,
) -> Result<Simplified, BuildError> {
    let weights: Vec<Vec<f64>> = {
        let metres = metres_per_quantum(arcs);
        arcs.iter()
            .map(|arc| weights(&arc.points, metres))
            .collect()
    };
    let ground = Ground::new(arcs, layers);
    let asked = asked_tolerances(arcs, layers, tolerances);
    let mut given = asked.clone();
    loop {
        let kept: Vec<Vec<Corner>> = arcs
            .iter()
            .zip(&weights)
            .zip(&given)
            .map(|((arc, weights), tolerance)| keep(&arc.points, weights, *tolerance))
            .collect();
        let at_fault = ground.faults(&kept);
        if at_fault.is_empty() {
            let pairs = asked.iter().zip(&given);
            return Ok(Simplified {
                arcs: kept,
                backed_off: pairs.filter(|(asked, given)| given < asked).count(),
            });
        }
        let mut can_back_off = false;
        for &number in &at_fault {
            if let Some(tolerance) = given.get_mut(number).filter(|given| **given > 0.0) {
                let less = *tolerance * BACK_OFF;
                *tolerance = if less < LEAST_TOLERANCE_SQ_M {
                    0.0
                } else {
                    less
                };
                can_back_off = true;
            }
        }
        if !can_back_off {
            let first = at_fault.first().and_then(|number| arcs.get(*number));
            let corner = first.and_then(|arc| arc.points.first()).copied();
            return Err(BuildError::Tangled {
                at_deg: corner
                    .unwrap_or_default()
                    .map(|q| f64::from(q) / QUANTA_PER_DEGREE),
            });
        }
    }
}

fn asked_tolerances(arcs: &[Arc], layers: &[LayerPlan], tolerances: &Tolerances) -> Vec<f64> {
    let mut on_district = vec![false; arcs.len()];
    let districts = layers.iter().filter(|layer| layer.id == LayerId::DISTRICTS);
    for reference in districts
        .flat_map(|layer| &layer.areas)
        .flat_map(AreaPlan::references)
    {
        if let Some(is_on) = on_district.get_mut(number(reference)) {
            *is_on = true;
        }
    }
    let is_neighbours = |arc: &Arc| arc.sides.of(Coverage::Neighbours) != [NOBODY; 2];
    let near: Vec<u32> = arcs
        .iter()
        .zip(&on_district)
        .filter(|(_, is_on_district)| **is_on_district)
        .flat_map(|(arc, _)| arc.sides.of(Coverage::Neighbours))
        .collect();
    let is_near = |arc: &Arc| {
        let sides = arc.sides.of(Coverage::Neighbours);
        sides
            .iter()
            .any(|side| *side != NOBODY && near.contains(side))
    };
    let asked = |(arc, is_on_district): (&Arc, &bool)| match is_on_district {
        true => tolerances.district_sq_m,
        false if !is_neighbours(arc) => tolerances.small_area_sq_m,
        false if is_near(arc) => tolerances.neighbour_sq_m,
        false => tolerances.distant_sq_m,
    };
    arcs.iter().zip(&on_district).map(asked).collect()
}

/// The arc that a reference walks.
pub(super) const fn number(reference: i32) -> usize {
    (if reference < 0 { !reference } else { reference }) as usize
}

/// Metres east and north in one quantum, in the middle of the map.
fn metres_per_quantum(arcs: &[Arc]) -> [f64; 2] {
    let latitudes = arcs.iter().flat_map(|arc| &arc.points).map(|[_, y]| *y);
    let (low, high) = latitudes.fold((i32::MAX, i32::MIN), |(low, high), y| {
        (low.min(y), high.max(y))
    });
    let middle_deg = f64::midpoint(low.into(), high.into()) / QUANTA_PER_DEGREE;
    let north = METRES_PER_DEGREE / QUANTA_PER_DEGREE;
    [north * math::cos(middle_deg.to_radians()), north]
}

/// What each corner is worth: the ground in square metres that changes hands when
/// it goes, once all corners worth less have gone. Ends are worth everything.
///
/// Source: M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated
/// elimination of points" (1993).
pub(crate) fn weights(points: &[Corner], metres: [f64; 2]) -> Vec<f64> {
    let mut weights = vec![f64::INFINITY; points.len()];
    let mut before: Vec<usize> = (0..points.len()).map(|i| i.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=points.len()).collect();
    let area = |before: &[usize], after: &[usize], middle: usize| {
        let at = |index: Option<&usize>| index.and_then(|index| points.get(*index)).copied();
        let (a, c) = (at(before.get(middle)), at(after.get(middle)));
        triangle_sq_m(a?, *points.get(middle)?, c?, metres).into()
    };
    let mut queue: BinaryHeap<Reverse<(Weight, usize)>> = BinaryHeap::new();
    for middle in 1..points.len().saturating_sub(1) {
        let weight: Option<f64> = area(&before, &after, middle);
        queue.extend(weight.map(|weight| Reverse((Weight(weight), middle))));
    }
    let mut current: Vec<f64> = weights.clone();
    for Reverse((Weight(weight), index)) in &queue {
        if let Some(slot) = current.get_mut(*index) {
            *slot = *weight;
        }
    }
    let mut floor = 0.0_f64;
    while let Some(Reverse((Weight(weight), middle))) = queue.pop() {
        let is_stale = current.get(middle) != Some(&weight);
        let ends = before.get(middle).copied().zip(after.get(middle).copied());
        let (Some((a, c)), Some(worth), false) = (ends, weights.get_mut(middle), is_stale) else {
            continue;
        };
        // Never less than what went before it, so that one threshold serves all.
        floor = floor.max(weight);
        *worth = floor;
        if let Some(slot) = current.get_mut(middle) {
            *slot = f64::NAN;
        }
        if let (Some(to), Some(from)) = (after.get_mut(a), before.get_mut(c)) {
            (*to, *from) = (c, a);
        }
        for side in [a, c] {
            let is_end = side == 0 || side + 1 == points.len();
            let weight: Option<f64> = area(&before, &after, side).filter(|_| !is_end);
            if let (Some(weight), Some(slot)) = (weight, current.get_mut(side)) {
                *slot = weight;
                queue.push(Reverse((Weight(weight), side)));
            }
        }
    }
    weights
}

/// The corners worth at least the tolerance; of a closed arc at least the two
/// that are worth most, since a ring needs three.
pub(crate) fn keep(points: &[Corner], weights: &[f64], tolerance_sq_m: f64) -> Vec<Corner> {
    let is_closed = points.first() == points.last();
    let mut sorted: Vec<f64> = weights.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let fourth = sorted.get(3).copied().unwrap_or(f64::INFINITY);
    let tolerance = if is_closed {
        tolerance_sq_m.min(fourth)
    } else {
        tolerance_sq_m
    };
    let pairs = points.iter().zip(weights);
    pairs
        .filter(|(_, weight)| **weight >= tolerance)
        .map(|(point, _)| *point)
        .collect()
}

fn triangle_sq_m([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner, metres: [f64; 2]) -> f64 {
    let [[abx, aby], [acx, acy]] =
        [[bx - ax, by - ay], [cx - ax, cy - ay]].map(|vector| vector.map(i64::from));
    let [east, north] = metres;
    (abx * acy - aby * acx).unsigned_abs() as f64 / 2.0 * east * north
}

/// A finite weight in a queue.
#[derive(Clone, Copy, PartialEq)]
struct Weight(f64);

impl Eq for Weight {}

impl PartialOrd for Weight {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Weight {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_go_in_order_of_worth() {
        let line = [[0, 0], [10, 1], [20, 0], [30, 9], [40, 0]];
        let weights = weights(&line, [1.0, 1.0]);
        assert_eq!(weights[0], f64::INFINITY);
        assert_eq!(weights[1], 10.0);
        assert!(weights[2] >= weights[1] && weights[3] > weights[2]);
        assert_eq!(keep(&line, &weights, 0.0).len(), 5);
        assert_eq!(keep(&line, &weights, 1e9), [[0, 0], [40, 0]]);
    }

    #[test]
    fn a_closed_arc_stays_a_ring() {
        let ring = [[0, 0], [9, 1], [10, 10], [2, 9], [0, 0]];
        let weights = weights(&ring, [1.0, 1.0]);
        assert_eq!(keep(&ring, &weights, 1e9).len(), 4);
    }
}
