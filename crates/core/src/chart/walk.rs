//! Walking by arrow keys from target to target.

use std::ops::Range;

use super::mark::Point;
use crate::order;

/// A step by the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// To the first or lowest.
    Home,
    /// To the last or highest.
    End,
}

/// How arrow keys lead from target to target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// Where the keyboard enters.
    pub start: usize,
    /// For each target where left, right, up, down, home and end lead; itself where nowhere.
    pub links: Vec<[usize; 6]>,
}

impl Walk {
    /// Left and right along an order, which is also up and down when `is_upright`.
    #[must_use]
    pub fn along(order: &[usize], start: usize, is_upright: bool) -> Self {
        let count = order.len();
        let mut links = vec![[usize::MAX; 6]; count];
        let (first, last) = (order.first().copied(), order.last().copied());
        for (place, &index) in order.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|p| order.get(p)).copied();
            let after = order.get(place + 1).copied();
            let (before, after) = (before.unwrap_or(index), after.unwrap_or(index));
            if let Some(link) = links.get_mut(index) {
                let (left, right, up, down) = if is_upright {
                    (index, index, before, after)
                } else {
                    (before, after, index, index)
                };
                *link = [
                    left,
                    right,
                    up,
                    down,
                    first.unwrap_or(index),
                    last.unwrap_or(index),
                ];
            }
        }
        Self { start, links }
    }

    /// Left and right by the first of two values of each target, up and down by the second;
    /// home and end to the lowest and highest first value. The start is the highest of it
    /// unless another is given.
    #[must_use]
    pub fn by_two(values: &[[f64; 2]], start: Option<usize>) -> Self {
        let ordered = |pick: fn(&[f64; 2]) -> f64| {
            let mut order: Vec<usize> = (0..values.len()).collect();
            let value = |target: usize| values.get(target).map_or(0.0, pick);
            order::sort_by(&mut order, |&a, &b| value(a).total_cmp(&value(b)));
            order
        };
        let across = ordered(|[across, _]| *across);
        let start = start.or(across.last().copied()).unwrap_or(0);
        let mut walk = Self::along(&across, start, false);
        let upwards = Self::along(&ordered(|[_, up]| *up), start, false);
        for (link, [below, above, ..]) in walk.links.iter_mut().zip(upwards.links) {
            let [left, right, _, _, first, last] = *link;
            *link = [left, right, above, below, first, last];
        }
        walk
    }

    /// Left and right along a lane of places, up and down to the lane next above or below: lines
    /// that lie over each other. Home and end lead to the ends of the own lane.
    #[must_use]
    pub fn by_lanes(places: &[Point], lanes: &[Range<usize>], start: usize) -> Self {
        let nearest = |lane: &Range<usize>, x: f64| {
            lane.clone()
                .filter_map(|index| Some((index, places.get(index)?)))
                .min_by(|a, b| (a.1.x - x).abs().total_cmp(&(b.1.x - x).abs()))
        };
        let mut links = Vec::with_capacity(places.len());
        for (own, lane) in lanes.iter().enumerate() {
            for index in lane.clone() {
                let Some(place) = places.get(index) else {
                    continue;
                };
                let (mut up, mut down) = ((index, f64::INFINITY), (index, f64::INFINITY));
                let others = lanes.iter().enumerate().filter(|(other, _)| *other != own);
                for (other, other_lane) in others {
                    if let Some((neighbour, found)) = nearest(other_lane, place.x) {
                        let rise = place.y - found.y;
                        // Equal values are told apart by the order of the lanes.
                        let is_above = rise > 0.0 || (rise == 0.0 && other < own);
                        let best = if is_above { &mut up } else { &mut down };
                        if rise.abs() < best.1 {
                            *best = (neighbour, rise.abs());
                        }
                    }
                }
                let left = index.saturating_sub(1).max(lane.start);
                let right = (index + 1).min(lane.end - 1);
                links.push([left, right, up.0, down.0, lane.start, lane.end - 1]);
            }
        }
        Self { start, links }
    }

    /// Each key to the nearest place in its direction; home and end to those given.
    #[must_use]
    pub fn by_direction(places: &[Point], start: usize, [home, end]: [usize; 2]) -> Self {
        let ways = [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)];
        let links = places.iter().enumerate().map(|(own, from)| {
            let [left, right, up, down] = ways.map(|(dx, dy)| {
                let mut best = (own, f64::INFINITY);
                for (other, to) in places.iter().enumerate() {
                    let (x, y) = (to.x - from.x, to.y - from.y);
                    let along = x * dx + y * dy;
                    let aside = (x * dy - y * dx).abs();
                    // Within a right angle around the direction; straight on before aslant.
                    let cost = along + 2.0 * aside;
                    if other != own && along > 0.0 && aside <= along && cost < best.1 {
                        best = (other, cost);
                    }
                }
                best.0
            });
            [left, right, up, down, home, end]
        });
        Self {
            start,
            links: links.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_lead_to_the_nearest_place_ahead() {
        let places = [(0.0, 0.0), (10.0, 1.0), (30.0, 0.0), (12.0, 40.0)];
        let places = places.map(|(x, y)| Point::new(x, y));
        let walk = Walk::by_direction(&places, 0, [2, 3]);
        assert_eq!(walk.links[0], [0, 1, 0, 3, 2, 3]);
        assert_eq!(walk.links[2][..2], [1, 2]);
        assert_eq!(walk.links[3][2], 1);
    }
}
