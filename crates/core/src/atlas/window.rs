//! Between a link's window, in degrees and kilometres, and what a frame shows of the map.

use super::Atlas;
use crate::chart::area_map::Ground;
use crate::geo::{Bounds, LonLat, Viewport};
use crate::page::map::Window;

/// How much of a frame's edge stays clear of the whole place, in CSS pixels.
const PADDING_PX: f64 = 16.0;
/// Nobody needs to come closer than streets.
const MOST_PX_PER_KM: f64 = 600.0;
/// Nobody needs to go farther than this part of the scale of the whole place.
const LEAST_OF_WHOLE: f64 = 0.75;
/// Frames are about this much wider than high.
const FRAME_ASPECT: f64 = 1.3;

impl Atlas {
    /// The link's window of what is seen of the map.
    #[must_use]
    pub fn window(&self, seen: &Bounds) -> Window {
        let centre = self.projection.lonlat_from_map(seen.centre());
        Window {
            longitude_deg: centre.lon_deg,
            latitude_deg: centre.lat_deg,
            width_km: seen.width_km(),
        }
    }

    /// The window that shows the whole of a box in frames of the usual shape.
    #[must_use]
    pub fn window_around(&self, bounds: &Bounds) -> Window {
        Window {
            width_km: bounds.width_km().max(bounds.height_km() * FRAME_ASPECT),
            ..self.window(bounds)
        }
    }

    /// What a frame shows of a link's window, or of the whole place when there is none. None
    /// without room.
    #[must_use]
    pub fn view(
        &self,
        ground: &Ground,
        window: Option<&Window>,
        width_px: f64,
        height_px: f64,
    ) -> Option<Viewport> {
        let Some(window) = window else {
            return Viewport::fit(ground.bounds(), width_px, height_px, PADDING_PX);
        };
        let centre = self.projection.map_from_lonlat(LonLat {
            lon_deg: window.longitude_deg,
            lat_deg: window.latitude_deg,
        });
        let view = Viewport::new(centre, width_px / window.width_km, width_px, height_px)?;
        Some(kept_near(&view, ground))
    }
}

/// The nearest view that shows something of the place, no farther than all of it and no closer
/// than streets.
#[must_use]
pub fn kept_near(view: &Viewport, ground: &Ground) -> Viewport {
    let [width_px, height_px] = view.size_px();
    let whole = Viewport::fit(ground.bounds(), width_px, height_px, PADDING_PX);
    let least = whole.map_or(1.0, |whole| whole.px_per_km() * LEAST_OF_WHOLE);
    view.clamped(ground.bounds(), least, MOST_PX_PER_KM)
}
