//! From map kilometres to pixels and back, keeping the shape of the land.

use super::{ChoroplethSpec, Ring};
use crate::chart::Frame;
use crate::chart::mark::Point;

/// One scale for both directions; north is up.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    px_per_km: f64,
    middle_km: [f64; 2],
    middle_px: Point,
}

impl Fit {
    /// Fits the areas into a frame that keeps `below_px` free at its foot; none without areas.
    pub(super) fn new(spec: &ChoroplethSpec, frame: Frame, below_px: f64) -> Option<Self> {
        let (low, high) = corners(spec)?;
        let [wide, tall] = [high[0] - low[0], high[1] - low[1]].map(|km| km.max(1e-6));
        let rim = (frame.width_px.min(frame.height_px) * 0.04).max(4.0);
        let room_y = (frame.height_px - below_px - 2.0 * rim).max(8.0);
        let px_per_km = ((frame.width_px - 2.0 * rim) / wide).min(room_y / tall);
        Some(Self {
            px_per_km: if px_per_km.is_finite() {
                px_per_km
            } else {
                1.0
            },
            middle_km: [
                f64::midpoint(low[0], high[0]),
                f64::midpoint(low[1], high[1]),
            ],
            middle_px: Point::new(frame.width_px / 2.0, rim + room_y / 2.0),
        })
    }

    pub(super) fn px_from_map(&self, [east, north]: [f64; 2]) -> Point {
        Point::new(
            self.middle_px.x + (east - self.middle_km[0]) * self.px_per_km,
            self.middle_px.y - (north - self.middle_km[1]) * self.px_per_km,
        )
    }

    #[cfg(test)]
    pub(super) fn map_from_px(&self, point: Point) -> [f64; 2] {
        [
            self.middle_km[0] + (point.x - self.middle_px.x) / self.px_per_km,
            self.middle_km[1] - (point.y - self.middle_px.y) / self.px_per_km,
        ]
    }

    /// A ring in pixels; corners that are no numbers are left out.
    pub(super) fn ring(&self, ring: &Ring) -> Vec<Point> {
        ring.iter()
            .map(|&corner| self.px_from_map(corner))
            .filter(|point| point.is_finite())
            .collect()
    }
}

/// The lowest and the highest corner of all areas, in kilometres; none without areas.
fn corners(spec: &ChoroplethSpec) -> Option<([f64; 2], [f64; 2])> {
    let mut corners: Option<([f64; 2], [f64; 2])> = None;
    for &[x, y] in spec.areas.iter().flat_map(|area| &area.polygons).flatten() {
        if x.is_finite() && y.is_finite() {
            let (low, high) = corners.unwrap_or(([x, y], [x, y]));
            corners = Some((
                [low[0].min(x), low[1].min(y)],
                [high[0].max(x), high[1].max(y)],
            ));
        }
    }
    corners
}

/// How tall the land is for its width; none without areas.
pub(super) fn tall_share(spec: &ChoroplethSpec) -> Option<f64> {
    let (low, high) = corners(spec)?;
    let share = (high[1] - low[1]) / (high[0] - low[0]);
    share.is_finite().then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scale::assert_inverse;
    use crate::chart::test_data;

    #[test]
    fn map_and_screen_undo_each_other_and_north_is_up() {
        let spec = test_data::map();
        let fit = Fit::new(&spec, Frame::new(600.0, 500.0), 0.0).unwrap();
        let samples: Vec<f64> = (-20..20).map(f64::from).collect();
        assert_inverse(
            |east| fit.px_from_map([east, 0.0]).x,
            |x| fit.map_from_px(Point::new(x, 0.0))[0],
            &samples,
            1e-9,
        );
        assert_inverse(
            |north| fit.px_from_map([0.0, north]).y,
            |y| fit.map_from_px(Point::new(0.0, y))[1],
            &samples,
            1e-9,
        );
        assert!(fit.px_from_map([0.0, 1.0]).y < fit.px_from_map([0.0, 0.0]).y);
    }
}
