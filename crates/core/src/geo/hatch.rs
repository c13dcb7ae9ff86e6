//! Hatching: parallel lines cut to polygons, since no drawing surface has patterns.

use super::MapPoint;
use super::polygon::Polygon;
use crate::math;
use crate::order;

/// Lines on one shape, at most; a finer hatch would be a grey area.
const MOST_LINES: f64 = 4_096.0;

/// The stretches of parallel lines that lie on the ground of the polygons.
///
/// The lines are `spacing_km` apart and run `angle_deg` counterclockwise from
/// east. One of them passes through the map's origin, so that the hatches of
/// neighbours meet. Nothing if the spacing is not above zero or finer than
/// 4,096 lines on the shape.
#[must_use]
pub fn hatch(polygons: &[Polygon], spacing_km: f64, angle_deg: f64) -> Vec<[MapPoint; 2]> {
    let turn = Turn::new(angle_deg);
    let edges: Vec<[MapPoint; 2]> = polygons
        .iter()
        .flat_map(Polygon::edges)
        .map(|edge| edge.map(|point| turn.level(point)))
        .collect();
    let heights = edges.iter().map(|[start, _]| start.y_km);
    let (low, high) = heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| {
        (low.min(y), high.max(y))
    });
    let (first, last) = ((low / spacing_km).ceil(), (high / spacing_km).floor());
    if !(spacing_km > 0.0 && spacing_km.is_finite() && first <= last && last - first < MOST_LINES) {
        return Vec::new();
    }
    let mut crossings = vec![Vec::new(); (last - first) as usize + 1];
    for [a, b] in edges {
        let [under, over] = if a.y_km <= b.y_km { [a, b] } else { [b, a] };
        // An end on a line counts for the edge above it only, so that every
        // line enters as often as it leaves.
        let from = ((under.y_km / spacing_km).ceil() - first).max(0.0) as usize;
        for (index, found) in crossings.iter_mut().enumerate().skip(from) {
            let y_km = (first + index as f64) * spacing_km;
            if y_km >= over.y_km {
                break;
            }
            let along = (y_km - under.y_km) / (over.y_km - under.y_km);
            found.push(under.x_km + along * (over.x_km - under.x_km));
        }
    }
    let mut segments = Vec::new();
    for (index, mut found) in crossings.into_iter().enumerate() {
        order::sort_numbers(&mut found);
        let y_km = (first + index as f64) * spacing_km;
        let (pairs, _) = found.as_chunks::<2>();
        for pair in pairs.iter().filter(|[enter, leave]| enter < leave) {
            segments.push(pair.map(|x_km| turn.back(MapPoint::new(x_km, y_km))));
        }
    }
    segments
}

/// Turns the plane so that the lines lie level, and back.
struct Turn {
    sin: f64,
    cos: f64,
}

impl Turn {
    fn new(angle_deg: f64) -> Self {
        let angle = angle_deg.to_radians();
        Self {
            sin: math::sin(angle),
            cos: math::cos(angle),
        }
    }

    fn level(&self, point: MapPoint) -> MapPoint {
        MapPoint::new(
            point.x_km * self.cos + point.y_km * self.sin,
            point.y_km * self.cos - point.x_km * self.sin,
        )
    }

    fn back(&self, point: MapPoint) -> MapPoint {
        MapPoint::new(
            point.x_km * self.cos - point.y_km * self.sin,
            point.y_km * self.cos + point.x_km * self.sin,
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::both_ways::assert_both_ways;

    fn frame() -> Polygon {
        let square = |from: f64, to: f64| {
            [(from, from), (to, from), (to, to), (from, to)]
                .map(|(x, y)| MapPoint::new(x, y))
                .to_vec()
        };
        Polygon {
            outer: square(-10.0, 10.0),
            holes: vec![square(-4.0, 4.0)],
        }
    }

    #[test]
    fn lines_stop_at_a_hole() {
        let lines = hatch(&[frame()], 3.0, 0.0);
        // Lines at -9 to 9 by 3; those at -3, 0 and 3 are cut in two.
        assert_eq!(lines.len(), 10);
        assert!(
            lines
                .iter()
                .any(|[a, b]| { (a.x_km, a.y_km, b.x_km, b.y_km) == (-10.0, 0.0, -4.0, 0.0) })
        );
    }

    #[test]
    fn no_hatch_without_a_sound_spacing() {
        for spacing in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-9] {
            assert!(hatch(&[frame()], spacing, 45.0).is_empty(), "{spacing}");
        }
        assert!(hatch(&[], 1.0, 45.0).is_empty());
        assert!(hatch(&[frame()], 1.0, f64::NAN).is_empty());
    }

    proptest! {
        #[test]
        fn lines_cover_the_ground_and_nothing_else(
            spacing in 0.05..0.5f64, angle in -180.0..180.0f64,
        ) {
            let polygon = frame();
            let mut length = 0.0;
            for [a, b] in hatch(std::slice::from_ref(&polygon), spacing, angle) {
                let middle = MapPoint::new(
                    f64::midpoint(a.x_km, b.x_km),
                    f64::midpoint(a.y_km, b.y_km),
                );
                length += a.distance_sq(b).sqrt();
                prop_assert!(polygon.covers(middle) || a.distance_sq(b) < 1e-12);
            }
            let share = length * spacing / polygon.area_sq_km();
            prop_assert!((share - 1.0).abs() < 0.1, "{share}");
        }

        #[test]
        fn turning_goes_both_ways(x in -99.0..99.0f64, y in -99.0..99.0f64, angle in -360.0..360.0f64) {
            let turn = Turn::new(angle);
            let pair = |point: MapPoint| [point.x_km, point.y_km];
            assert_both_ways(
                [x, y],
                |[x, y]| pair(turn.level(MapPoint::new(x, y))),
                |[x, y]| pair(turn.back(MapPoint::new(x, y))),
                1e-12,
            );
        }
    }
}
