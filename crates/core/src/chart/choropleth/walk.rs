//! Arrow keys on the map: to the neighbour that lies that way.

use super::ChoroplethSpec;
use crate::chart::mark::Point;
use crate::chart::placed::{Target, Walk};

/// Left, right, up and down lead to neighbours; home and end to the lowest and highest value.
pub(super) fn walk(spec: &ChoroplethSpec, targets: &[Target]) -> Walk {
    let valued = || {
        spec.areas.iter().enumerate().filter_map(|(index, area)| {
            Some((index, area.value.number().filter(|v| v.is_finite())?))
        })
    };
    let lowest = valued()
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(index, _)| index);
    let highest = valued()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(index, _)| index);
    let links = (0..targets.len())
        .map(|index| {
            let to = |way: (f64, f64)| onward(spec, targets, index, way).unwrap_or(index);
            [
                to((-1.0, 0.0)),
                to((1.0, 0.0)),
                to((0.0, -1.0)),
                to((0.0, 1.0)),
                lowest.unwrap_or(index),
                highest.unwrap_or(index),
            ]
        })
        .collect();
    let chosen = spec.chosen.filter(|chosen| *chosen < targets.len());
    Walk {
        start: chosen.or(highest).unwrap_or(0),
        links,
    }
}

/// The neighbour furthest in a direction for how far it lies aside; any area when no neighbour
/// lies that way, so that islands can be left.
fn onward(
    spec: &ChoroplethSpec,
    targets: &[Target],
    from: usize,
    way: (f64, f64),
) -> Option<usize> {
    let neighbours = spec.neighbours.get(from).map_or(&[][..], Vec::as_slice);
    let start = targets.get(from)?.at;
    best(neighbours.iter().copied(), targets, start, way).or_else(|| {
        best(
            (0..targets.len()).filter(|i| *i != from),
            targets,
            start,
            way,
        )
    })
}

fn best(
    candidates: impl Iterator<Item = usize>,
    targets: &[Target],
    start: Point,
    (way_x, way_y): (f64, f64),
) -> Option<usize> {
    candidates
        .filter_map(|index| {
            let at = targets.get(index)?.at;
            let (dx, dy) = (at.x - start.x, at.y - start.y);
            let ahead = dx * way_x + dy * way_y;
            let aside = (dx * way_y - dy * way_x).abs();
            // Within 60 degrees of the arrow, the straightest and nearest first.
            (ahead > 0.0 && aside <= ahead * 1.75).then_some((index, ahead + aside * 1.5))
        })
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(index, _)| index)
}
