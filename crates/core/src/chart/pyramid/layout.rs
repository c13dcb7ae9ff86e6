//! Room and scale of a pyramid.

use super::PyramidSpec;
use crate::chart::mark::Weight;
use crate::chart::region::Rect;
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size};

/// A comfortable band, in CSS pixels.
const BAND_PX: f64 = 19.0;
/// Lines above the bands (the key, the sides) and below (the ticks).
const HEAD_LINES: f64 = 3.3;
const FOOT_LINES: f64 = 1.7;

/// Room and scale of a pyramid.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) small_px: f64,
    pub(super) text_px: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) band_px: f64,
    pub(super) bands: usize,
    /// How many bands share one name, when there are more bands than lines of text.
    pub(super) names_every: usize,
    /// Where the left bars begin and the right ones do.
    pub(super) gutter: [f64; 2],
    pub(super) ticks: Ticks,
    length: Linear,
}

/// The height at which so many bands stand comfortably.
pub(super) fn natural_height_px(bands: usize, text_scale: f64) -> f64 {
    (bands as f64 * BAND_PX + size::SMALL * (HEAD_LINES + FOOT_LINES)) * text_scale
}

impl Layout {
    pub(super) fn new(spec: &PyramidSpec, frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 12.0);
        let top = small_px * HEAD_LINES;
        let bottom = frame.height_px - small_px * FOOT_LINES;
        let bands = spec.bands.len().max(1);
        let band_px = (bottom - top) / bands as f64;
        let names_every = (1..=bands)
            .find(|&n| n as f64 * band_px >= small_px * 1.15)
            .unwrap_or(bands);
        let text_px = small_px.min(band_px * names_every as f64 * 0.9);
        let widest = spec.bands.iter().map(|band| {
            let name = width_px(&band.name, text_px, Weight::Regular);
            name.min(frame.width_px * 0.3)
        });
        let half = widest.fold(0.0, f64::max) / 2.0 + 6.0;
        let middle = frame.width_px / 2.0;
        let all = spec.bands.iter();
        let all = all.flat_map(|band| band.before.into_iter().chain(band.after));
        let most = all.fold(0.0, f64::max).max(1.0);
        let room = (middle - half - 2.0).max(4.0);
        let count = (room / (small_px * 5.5)).clamp(2.0, 4.0) as usize;
        Self {
            frame,
            small_px,
            text_px,
            top,
            bottom,
            band_px,
            bands,
            names_every,
            gutter: [middle - half, middle + half],
            ticks: Ticks::inside(0.0, most, count, 1.0),
            length: Linear::new(0.0, most, 0.0, room),
        }
    }

    /// Where a value ends on a side: 0 the left one.
    pub(super) fn end_px(&self, side: usize, value: f64) -> f64 {
        let length = self.length.px_from_value(self.length.clamp(value));
        let [left, right] = self.gutter;
        if side == 0 {
            left - length
        } else {
            right + length
        }
    }

    pub(super) fn gutter_middle(&self) -> f64 {
        let [left, right] = self.gutter;
        (left + right) / 2.0
    }

    /// The upper edge of a band; the youngest is at the foot.
    pub(super) fn band_top(&self, index: usize) -> f64 {
        self.bottom - (index + 1) as f64 * self.band_px
    }

    pub(super) fn row_room(&self, index: usize) -> Rect {
        Rect {
            left: 0.0,
            top: self.band_top(index),
            right: self.frame.width_px,
            bottom: self.band_top(index) + self.band_px,
        }
    }
}
