//! Room and scale of a waterfall.

use super::{Row, WaterfallSpec};
use crate::chart::mark::Weight;
use crate::chart::region::Rect;
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size};
use crate::math;

/// A comfortable row with its name beside the bar, in CSS pixels.
const BESIDE_PX: f64 = 38.0;
/// A comfortable row with its name above the bar.
const ABOVE_PX: f64 = 50.0;
/// Frames narrower than this have names above the bars.
const NARROW_PX: f64 = 520.0;
/// The axis leaves zero where the steps would take less than this share of it.
const LEAST_SHARE: f64 = 0.3;

/// Room and scale of a waterfall.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) text_px: f64,
    pub(super) small_px: f64,
    pub(super) top: f64,
    pub(super) row_px: f64,
    pub(super) rows: usize,
    pub(super) is_stacked: bool,
    pub(super) names_px: f64,
    pub(super) left: f64,
    pub(super) ticks: Ticks,
    /// Whether the axis does not begin at zero.
    pub(super) is_broken: bool,
    scale: Linear,
}

/// The height at which so many rows stand comfortably.
pub(super) fn natural_height_px(rows: usize, width_px: f64, text_scale: f64) -> f64 {
    let row_px = if width_px < NARROW_PX * text_scale {
        ABOVE_PX
    } else {
        BESIDE_PX
    };
    (rows as f64 * row_px + size::SMALL * 1.8) * text_scale
}

impl Layout {
    pub(super) fn new(spec: &WaterfallSpec, rows: &[Row], frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 10.0);
        let top = small_px * 1.8;
        let row_px = (frame.height_px - top) / rows.len() as f64;
        let is_narrow = frame.width_px < NARROW_PX * frame.text_scale;
        let is_stacked = is_narrow && row_px >= small_px * 2.8;
        let text_px =
            (size::LABEL * frame.text_scale).min(row_px * if is_stacked { 0.36 } else { 0.85 });
        let width = |words: &str| width_px(words, text_px, Weight::Bold);
        let names_px = rows.iter().map(|row| width(&row.name)).fold(0.0, f64::max);
        let values = rows.iter().map(|row| width(&spec.told(row)));
        let values_px = values.fold(0.0, f64::max).min(frame.width_px * 0.35);
        let (names_px, left) = if is_stacked {
            (frame.width_px, 2.0)
        } else {
            let names_px = names_px.min(frame.width_px * 0.38);
            (names_px, names_px + 16.0)
        };
        let right = (frame.width_px - values_px - 10.0).max(left + 8.0);
        let (low, high, is_broken) = ends(rows);
        let finest = math::ten_to(-i32::from(spec.decimals));
        let high = if high - low < finest {
            low + finest
        } else {
            high
        };
        let most = ((right - left) / (small_px * 7.0)).clamp(2.0, 6.0) as usize;
        Self {
            frame,
            text_px,
            small_px,
            top,
            row_px,
            rows: rows.len(),
            is_stacked,
            names_px,
            left,
            ticks: Ticks::inside(low, high, most, finest),
            is_broken,
            scale: Linear::new(low, high, left, right),
        }
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.scale.px_from_value(self.scale.clamp(value))
    }

    /// Where totals begin: zero, or the edge of a broken axis.
    pub(super) fn foot_px(&self) -> f64 {
        self.px(0.0)
    }

    fn row_top(&self, index: usize) -> f64 {
        self.top + index as f64 * self.row_px
    }

    pub(super) fn row_room(&self, index: usize) -> Rect {
        Rect {
            left: 0.0,
            top: self.row_top(index),
            right: self.frame.width_px,
            bottom: self.row_top(index) + self.row_px,
        }
    }

    pub(super) fn name_middle(&self, index: usize) -> f64 {
        let share = if self.is_stacked { 0.24 } else { 0.5 };
        self.row_top(index) + self.row_px * share
    }

    pub(super) fn bar_middle(&self, index: usize) -> f64 {
        let share = if self.is_stacked { 0.68 } else { 0.5 };
        self.row_top(index) + self.row_px * share
    }

    pub(super) fn bar_half(&self) -> f64 {
        let share = if self.is_stacked { 0.22 } else { 0.34 };
        (self.row_px * share).min(12.0 * self.frame.text_scale)
    }
}

/// The ends of the axis and whether it leaves zero, where the steps would be too small to see.
fn ends(rows: &[Row]) -> (f64, f64, bool) {
    let values = || rows.iter().map(|row| row.to);
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let span = high - low;
    if low > 0.0 && span > 0.0 && span < high * LEAST_SHARE {
        // Totals keep a stump that shows where they are cut.
        return ((low - span * 0.35).max(0.0), high, true);
    }
    (low.min(0.0), high.max(0.0), false)
}
