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
    /// The view of a frame with a point in its middle, at a scale. None without room or
    /// scale.
    #[must_use]
    pub fn new(centre: MapPoint, px_per_km: f64, width_px: f64, height_px: f64) -> Option<Self> {
        let is_above_zero = |number: f64| number.is_finite() && number > 0.0;
        let has_room = is_above_zero(width_px) && is_above_zero(height_px);
        let is_somewhere = centre.x_km.is_finite() && centre.y_km.is_finite();
        (has_room && is_somewhere && is_above_zero(px_per_km)).then_some(Self {
            px_per_km,
            centre,
            centre_px: PxPoint {
                x_px: width_px / 2.0,
                y_px: height_px / 2.0,
            },
        })
    }

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

    /// The map point in the middle of the frame.
    #[must_use]
    pub const fn centre(&self) -> MapPoint {
        self.centre
    }

    /// Width and height of the frame, in pixels.
    #[must_use]
    pub fn size_px(&self) -> [f64; 2] {
        [2.0 * self.centre_px.x_px, 2.0 * self.centre_px.y_px]
    }

    /// What of the map is in the frame.
    #[must_use]
    pub fn window(&self) -> Bounds {
        let [width_px, height_px] = self.size_px();
        let corner = |x_px: f64, y_px: f64| self.map_from_px(PxPoint { x_px, y_px });
        Bounds {
            min: corner(0.0, height_px),
            max: corner(width_px, 0.0),
        }
    }

    /// The same place at the same scale in a frame of another size; itself without room.
    #[must_use]
    pub fn resized(&self, width_px: f64, height_px: f64) -> Self {
        Self::new(self.centre, self.px_per_km, width_px, height_px).unwrap_or(*self)
    }

    /// The view after the map was pulled by this many pixels right and down.
    #[must_use]
    pub fn panned(&self, dx_px: f64, dy_px: f64) -> Self {
        let centre = MapPoint::new(
            self.centre.x_km - dx_px / self.px_per_km,
            self.centre.y_km + dy_px / self.px_per_km,
        );
        self.moved_to(centre)
    }

    /// The view magnified by a factor about a place on the screen, which stays where it is.
    #[must_use]
    pub fn zoomed_at(&self, at: PxPoint, factor: f64) -> Self {
        let px_per_km = self.px_per_km * factor;
        if !(px_per_km.is_finite() && px_per_km > 0.0) {
            return *self;
        }
        let kept = self.map_from_px(at);
        let centre = MapPoint::new(
            kept.x_km - (at.x_px - self.centre_px.x_px) / px_per_km,
            kept.y_km + (at.y_px - self.centre_px.y_px) / px_per_km,
        );
        Self { px_per_km, ..*self }.moved_to(centre)
    }

    /// The nearest view whose scale lies between two and whose middle lies in a box: nobody
    /// gets lost beside the map.
    #[must_use]
    pub fn clamped(&self, within: &Bounds, least_px_per_km: f64, most_px_per_km: f64) -> Self {
        let px_per_km = self.px_per_km.min(most_px_per_km).max(least_px_per_km);
        let centre = MapPoint::new(
            self.centre.x_km.min(within.max.x_km).max(within.min.x_km),
            self.centre.y_km.min(within.max.y_km).max(within.min.y_km),
        );
        Self { px_per_km, ..*self }.moved_to(centre)
    }

    fn moved_to(&self, centre: MapPoint) -> Self {
        let is_somewhere = centre.x_km.is_finite() && centre.y_km.is_finite();
        if is_somewhere && self.px_per_km.is_finite() && self.px_per_km > 0.0 {
            Self { centre, ..*self }
        } else {
            *self
        }
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

    fn view() -> impl Strategy<Value = Viewport> {
        let place = (-500.0..500.0f64, -500.0..500.0f64, 0.5..500.0f64);
        let frame = (50.0..4000.0f64, 50.0..4000.0f64);
        (place, frame).prop_map(|((x, y, px_per_km), (width_px, height_px))| {
            Viewport::new(MapPoint::new(x, y), px_per_km, width_px, height_px).unwrap()
        })
    }

    fn pair(point: MapPoint) -> [f64; 2] {
        [point.x_km, point.y_km]
    }

    #[test]
    fn no_scale_is_no_view_and_nonsense_moves_nothing() {
        let somewhere = MapPoint::new(1.0, 2.0);
        for px_per_km in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(Viewport::new(somewhere, px_per_km, 10.0, 10.0).is_none());
        }
        assert!(Viewport::new(MapPoint::new(f64::NAN, 0.0), 1.0, 10.0, 10.0).is_none());
        let view = Viewport::new(somewhere, 20.0, 10.0, 10.0).unwrap();
        let at = PxPoint {
            x_px: 3.0,
            y_px: 3.0,
        };
        assert_eq!(view.zoomed_at(at, f64::NAN), view);
        assert_eq!(view.zoomed_at(at, 0.0), view);
        assert_eq!(view.panned(f64::INFINITY, 0.0), view);
        assert_eq!(view.resized(0.0, 5.0), view);
        assert_eq!(
            view.clamped(&bounds(0.0, 0.0, 5.0, 5.0), f64::NAN, f64::NAN),
            view
        );
    }

    proptest! {
        /// What is under the pointer stays under it.
        #[test]
        fn pulling_and_zooming_keep_hold_of_the_map(
            view in view(), x_px in 0.0..4000.0f64, y_px in 0.0..4000.0f64,
            dx in -900.0..900.0f64, dy in -900.0..900.0f64, factor in 0.1..10.0f64,
        ) {
            let at = PxPoint { x_px, y_px };
            let held = view.map_from_px(at);
            let pulled = view.panned(dx, dy).px_from_map(held);
            prop_assert!((pulled.x_px - x_px - dx).abs() < 1e-6 && (pulled.y_px - y_px - dy).abs() < 1e-6);
            let zoomed = view.zoomed_at(at, factor);
            let px = zoomed.px_from_map(held);
            prop_assert!((px.x_px - x_px).abs() < 1e-5 && (px.y_px - y_px).abs() < 1e-5);
            prop_assert!((zoomed.px_per_km() - view.px_per_km() * factor).abs() < 1e-9 * zoomed.px_per_km());
            let back = zoomed.zoomed_at(at, 1.0 / factor).panned(dx, dy).panned(-dx, -dy);
            let (found, wanted) = (pair(back.centre()), pair(view.centre()));
            prop_assert!((found[0] - wanted[0]).abs() < 1e-6 && (found[1] - wanted[1]).abs() < 1e-6);
        }

        #[test]
        fn any_view_goes_both_ways_and_knows_its_window(view in view(), u in 0.0..1.0f64, v in 0.0..1.0f64) {
            let [width_px, height_px] = view.size_px();
            let window = view.window();
            let at = PxPoint { x_px: u * width_px, y_px: v * height_px };
            prop_assert!(window.grown(1e-9).covers(view.map_from_px(at)));
            prop_assert!(pair(window.centre()).iter().zip(pair(view.centre())).all(|(a, b)| (a - b).abs() < 1e-9));
            assert_both_ways(
                [at.x_px, at.y_px],
                |[x_px, y_px]| pair(view.map_from_px(PxPoint { x_px, y_px })),
                |[x, y]| {
                    let px = view.px_from_map(MapPoint::new(x, y));
                    [px.x_px, px.y_px]
                },
                1e-9,
            );
        }

        #[test]
        fn a_held_view_stays_in_its_box(view in view(), least in 1.0..50.0f64, span in 1.0..50.0f64) {
            let land = bounds(-30.0, -20.0, 60.0, 40.0);
            let held = view.clamped(&land, least, least + span);
            prop_assert!(land.covers(held.centre()));
            prop_assert!((least..=least + span).contains(&held.px_per_km()));
            prop_assert_eq!(held.clamped(&land, least, least + span), held);
        }

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
