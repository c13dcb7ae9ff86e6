//! Room and scale of a waterfall.

use super::{Row, WaterfallSpec};
use crate::chart::mark::Weight;
use crate::chart::rows::{RowStyle, Rows};
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size};
use crate::math;

/// What the rows of a waterfall want.
pub(super) static ROWS: RowStyle = RowStyle {
    beside_px: 38.0,
    above_px: 50.0,
    narrow_px: 520.0,
    head_lines: 1.8,
    stacked_lines: 2.8,
    stacked_shares: [0.24, 0.68],
    half_shares: [0.22, 0.34],
    most_half_px: 12.0,
};

/// The axis leaves zero where the steps would take less than this share of it.
const LEAST_SHARE: f64 = 0.3;

/// Room and scale of a waterfall.
pub(super) struct Layout {
    pub(super) rows: Rows,
    pub(super) text_px: f64,
    pub(super) names_px: f64,
    pub(super) left: f64,
    pub(super) ticks: Ticks,
    /// Whether the axis does not begin at zero.
    pub(super) is_broken: bool,
    scale: Linear,
}

impl Layout {
    pub(super) fn new(spec: &WaterfallSpec, rows: &[Row], frame: Frame) -> Self {
        let places = Rows::new(&ROWS, rows.len(), frame);
        let (small_px, is_stacked) = (places.small_px, places.is_stacked);
        let text_px = (size::LABEL * frame.text_scale)
            .min(places.row_px * if is_stacked { 0.36 } else { 0.85 });
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
            rows: places,
            text_px,
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
