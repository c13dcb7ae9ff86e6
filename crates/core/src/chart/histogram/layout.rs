//! Room and scale of a histogram.

use super::{HistogramSpec, Untold, ValueRange};
use crate::chart::extent::{extent, widened};
use crate::chart::mark::Weight;
use crate::chart::region::Rect;
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::{Frame, size};
use crate::math;
use crate::quantity;

/// Room and scale of a histogram.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) scale: Linear,
    /// How many values lie below and above the axis.
    pub(super) beyond: (usize, usize),
    pub(super) small_px: f64,
    pub(super) bars_top: f64,
    pub(super) band_top: f64,
    pub(super) band_bottom: f64,
    /// The middle of the line of numbers under the band.
    pub(super) numbers_y: f64,
    /// The middle of the line of those without a figure.
    pub(super) untold_y: f64,
}

impl Layout {
    pub(super) fn new(spec: &HistogramSpec, rising: &[f64], frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 7.0);
        let line = small_px * 1.45;
        let has_untold = !spec.untold().is_empty();
        let has_names = !spec.markers.is_empty() || spec.pinned.is_some();
        let foot = if has_untold { line + 4.0 } else { 0.0 };
        let band_bottom = (frame.height_px - foot - line).max(8.0);
        let band_top = (band_bottom - 9.0 * frame.text_scale).max(4.0);
        let head = if has_names { 2.0 * line + 4.0 } else { 4.0 };
        let (low, high) = ends(spec, rising);
        let edge = 1.0;
        Self {
            scale: Linear::new(low, high, edge, (frame.width_px - edge).max(edge + 1.0)),
            beyond: (
                rising.iter().filter(|value| **value < low).count(),
                rising.iter().filter(|value| **value > high).count(),
            ),
            frame,
            small_px,
            bars_top: head.min(band_top - 1.0).max(0.0),
            band_top,
            band_bottom,
            numbers_y: band_bottom + line * 0.55,
            untold_y: frame.height_px - line / 2.0,
        }
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.scale.px_from_value(self.scale.clamp(value))
    }

    /// The left and right end of the axis.
    pub(super) const fn ends(&self) -> (f64, f64) {
        self.scale.range()
    }

    /// The stretch of the axis that a range takes.
    pub(super) fn stretch(&self, range: &ValueRange) -> (f64, f64) {
        let (left, right) = self.ends();
        (
            range.above.map_or(left, |value| self.px(value)),
            range.up_to.map_or(right, |value| self.px(value)),
        )
    }

    /// The smallest difference that is told.
    pub(super) fn finest(&self, spec: &HistogramSpec) -> f64 {
        math::ten_to(-i32::from(spec.decimals))
    }

    /// Where those without a figure stand; those without room are left out.
    pub(super) fn seats(&self, untold: &[Untold]) -> Vec<(Rect, Untold)> {
        let mut left = 0.0;
        let mut seats = Vec::new();
        for &entry in untold {
            let words = self.untold_label(entry);
            let width = self.swatch_px() + 6.0 + width_px(&words, self.small_px, Weight::Regular);
            let right = left + width;
            if right > self.frame.width_px {
                break;
            }
            let half = self.small_px * 0.7;
            let seat = Rect {
                left,
                top: self.untold_y - half,
                right,
                bottom: (self.untold_y + half).min(self.frame.height_px),
            };
            seats.push((seat, entry));
            left = right + self.small_px * 1.2;
        }
        seats
    }

    pub(super) fn untold_label(&self, entry: Untold) -> String {
        [&quantity::count(entry.count()), " ", entry.name()].concat()
    }

    pub(super) fn swatch_px(&self) -> f64 {
        self.small_px * 1.7
    }
}

/// The lowest and highest number of the axis.
fn ends(spec: &HistogramSpec, rising: &[f64]) -> (f64, f64) {
    let edges = || spec.upper_edges.iter().copied();
    let named = spec.markers.iter().chain(&spec.pinned).map(|m| m.value);
    let Some((low, high)) = extent(rising, named.chain(edges())) else {
        return (0.0, 1.0);
    };
    // The outer classes show even where no value lies beyond the breaks.
    let rim = (high - low) * 0.03;
    let ends = edges().fold((low, high), |(low, high), edge| {
        (low.min(edge - rim), high.max(edge + rim))
    });
    widened(ends, math::ten_to(-i32::from(spec.decimals)))
}
