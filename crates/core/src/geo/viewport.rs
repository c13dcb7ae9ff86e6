//! From kilometres on the map to pixels on the screen and back.

use super::{Bounds, MapPoint, PxPoint};

/// A window on the map: one scale for both directions, north up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    px_per_km: f64,
    centre: MapPoint,
    centre_px: PxPoint,
}

impl Viewport {
    /// The largest view of the whole box in a rectangle, `padding_px` clear of
    /// its edges. None if no room is left or the box has no extent.
    #[must_use]
    pub fn fit(bounds: &Bounds, width_px: f64, height_px: f64, padding_px: f64) -> Option<Self> {
        let room = [width_px - 2.0 * padding_px, height_px - 2.0 * padding_px];
        let has_room = room.iter().all(|px| px.is_finite() && *px > 0.0);
        let [wide, high] = room;
        let px_per_km = (wide / bounds.width_km()).min(high / bounds.height_km());
        (has_room && px_per_km.is_finite() && px_per_km > 0.0).then(|| Self {
            px_per_km,
            centre: bounds.centre(),
            centre_px: PxPoint {
                x_px: width_px / 2.0,
                y_px: height_px / 2.0,
            },
        })
    }

    /// Where a map point is on the screen.
    #[must_use]
    pub fn px_from_map(&self, point: MapPoint) -> PxPoint {
        PxPoint {
            x_px: self.centre_px.x_px + (point.x_km - self.centre.x_km) * self.px_per_km,
            y_px: self.centre_px.y_px - (point.y_km - self.centre.y_km) * self.px_per_km,
        }
    }

    /// Which map point is at a place on the screen.
    #[must_use]
    pub fn map_from_px(&self, point: PxPoint) -> MapPoint {
        MapPoint::new(
            self.centre.x_km + (point.x_px - self.centre_px.x_px) / self.px_per_km,
            self.centre.y_km - (point.y_px - self.centre_px.y_px) / self.px_per_km,
        )
    }

    /// The scale: pixels in one kilometre.
    #[must_use]
    pub const fn px_per_km(&self) -> f64 {
        self.px_per_km
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::both_ways::assert_both_ways;

    fn bounds(west: f64, south: f64, width: f64, height: f64) -> Bounds {
        Bounds {
            min: MapPoint::new(west, south),
            max: MapPoint::new(west + width, south + height),
        }
    }

    #[test]
    fn no_room_is_no_view() {
        let county = bounds(-30.0, -20.0, 60.0, 40.0);
        assert!(Viewport::fit(&county, 10.0, 300.0, 5.0).is_none());
        assert!(Viewport::fit(&county, f64::NAN, 300.0, 5.0).is_none());
        assert!(Viewport::fit(&bounds(1.0, 1.0, 0.0, 0.0), 100.0, 100.0, 5.0).is_none());
    }

    #[test]
    fn north_is_up() {
        let view = Viewport::fit(&bounds(0.0, 0.0, 10.0, 10.0), 120.0, 120.0, 10.0).unwrap();
        let north_west = view.px_from_map(MapPoint::new(0.0, 10.0));
        assert_eq!((north_west.x_px, north_west.y_px), (10.0, 10.0));
        assert_eq!(view.px_per_km(), 10.0);
    }

    proptest! {
        #[test]
        fn fits_and_goes_both_ways(
            west in -500.0..500.0f64, south in -500.0..500.0f64,
            width in 0.1..500.0f64, height in 0.1..500.0f64,
            width_px in 50.0..4000.0f64, height_px in 50.0..4000.0f64,
            u in 0.0..1.0f64, v in 0.0..1.0f64,
        ) {
            let bounds = bounds(west, south, width, height);
            let view = Viewport::fit(&bounds, width_px, height_px, 8.0).unwrap();
            let point = MapPoint::new(west + u * width, south + v * height);
            let px = view.px_from_map(point);
            prop_assert!(px.x_px >= 8.0 - 1e-6 && px.x_px <= width_px - 8.0 + 1e-6);
            prop_assert!(px.y_px >= 8.0 - 1e-6 && px.y_px <= height_px - 8.0 + 1e-6);
            assert_both_ways(
                [point.x_km, point.y_km],
                |[x, y]| {
                    let px = view.px_from_map(MapPoint::new(x, y));
                    [px.x_px, px.y_px]
                },
                |[x_px, y_px]| {
                    let point = view.map_from_px(PxPoint { x_px, y_px });
                    [point.x_km, point.y_km]
                },
                1e-9,
            );
        }
    }
}
