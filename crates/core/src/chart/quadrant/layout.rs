//! Room and scales of a quadrant.

use super::{QuadrantAxis, QuadrantSpec, Spacing, Told};
use crate::chart::extent::{extent, widened};
use crate::chart::mark::{Point, Weight};
use crate::chart::region::Rect;
use crate::chart::scale::{Linear, Scale};
use crate::chart::text_width::width_px;
use crate::chart::ticks::{self, Ticks};
use crate::chart::{Frame, size};
use crate::math;
use crate::order;
use crate::quantity;

/// Room and scales of a quadrant.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) small_px: f64,
    pub(super) plot: Rect,
    pub(super) across: Axis,
    pub(super) up: Axis,
    /// The radius of the largest point.
    pub(super) most_radius_px: f64,
    /// The size of the largest point.
    pub(super) most_size: f64,
}

/// One scale, its ticks and its cut.
pub(super) struct Axis {
    pub(super) scale: Scale,
    /// Round numbers and the decimals of each.
    pub(super) ticks: Vec<(f64, u8)>,
    pub(super) cut_px: f64,
}

/// The radius of the smallest point: less could not be pointed at.
const LEAST_RADIUS_PX: f64 = 2.0;

impl Layout {
    pub(super) fn new(spec: &QuadrantSpec, told: &[Told<'_>], frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 12.0);
        let line_px = small_px * 1.5;
        // Above: the upward measure's name and the key, then the name of the upright cut.
        let top = line_px * 2.2;
        let bottom = (frame.height_px - line_px * 2.1).max(top + 12.0);
        let most_size = told
            .iter()
            .map(|one| one.point.size)
            .filter(|s| s.is_finite());
        let most_size = most_size.fold(0.0, f64::max);
        let short = (bottom - top).min(frame.width_px);
        let most_radius_px = (short * 0.052).clamp(6.0, 26.0 * frame.text_scale.sqrt());
        // The largest point and the ring around a chosen one stay on the plot.
        let rim = (most_radius_px + 5.0).min((bottom - top) / 4.0);
        let most_ticks = ((bottom - top) / (small_px * 3.6)).clamp(2.0, 7.0) as usize;
        let [across, up] = [(&spec.across, 0), (&spec.up, 1)].map(|(axis, at)| {
            let values = told.iter().filter_map(|one| one.values.get(at)).copied();
            ends(axis, values.collect())
        });
        let up = Axis::new(&spec.up, up, [bottom - rim, top + rim], most_ticks);
        let widest = up.ticks.iter().map(|&(value, decimals)| {
            let words = quantity::tick(value, spec.up.unit, decimals, true);
            width_px(&words, small_px, Weight::Regular)
        });
        let left = (widest.fold(0.0, f64::max) + 8.0).min(frame.width_px * 0.3);
        let right = (frame.width_px - 4.0).max(left + 12.0);
        let most_ticks = ((right - left) / (small_px * 5.0)).clamp(2.0, 8.0) as usize;
        let across = Axis::new(&spec.across, across, [left + rim, right - rim], most_ticks);
        Self {
            frame,
            small_px,
            plot: Rect {
                left,
                top,
                right,
                bottom,
            },
            across,
            up,
            most_radius_px,
            most_size,
        }
    }

    /// Where a pair of values lies; on the rim if it lies beyond the axes.
    pub(super) fn at(&self, [across, up]: [f64; 2]) -> Point {
        Point::new(self.across.scale.px(across), self.up.scale.px(up))
    }

    /// Whether a pair of values lies beyond the axes.
    pub(super) fn is_beyond(&self, [across, up]: [f64; 2]) -> bool {
        !self.across.scale.contains(across) || !self.up.scale.contains(up)
    }

    /// The radius of a point whose area is in proportion to its size, in CSS pixels.
    pub(super) fn radius(&self, size: f64) -> f64 {
        if size.is_finite() && size > 0.0 && self.most_size > 0.0 {
            (self.most_radius_px * (size / self.most_size).sqrt()).max(LEAST_RADIUS_PX)
        } else {
            LEAST_RADIUS_PX
        }
    }
}

impl Axis {
    fn new(axis: &QuadrantAxis, (low, high): (f64, f64), px: [f64; 2], most: usize) -> Self {
        let [from, to] = px;
        let (scale, ticks) = match axis.spacing {
            Spacing::Differences => {
                let ticks = Ticks::inside(low, high, most, finest(axis));
                let decimals = ticks.decimals;
                let ticks = ticks.values.into_iter().map(|v| (v, decimals)).collect();
                (Scale::Even(Linear::new(low, high, from, to)), ticks)
            }
            Spacing::Ratios => (
                Scale::ratios(low, high, from, to),
                ticks::ratios(low, high, most),
            ),
        };
        Self {
            scale,
            ticks,
            cut_px: scale.px(axis.cut.value),
        }
    }
}

/// The ends of an axis: over the values and the cut, far ones losing their room.
fn ends(axis: &QuadrantAxis, mut values: Vec<f64>) -> (f64, f64) {
    let cut = axis.cut.value;
    match axis.spacing {
        Spacing::Differences => {
            order::sort_numbers(&mut values);
            let found = extent(&values, std::iter::once(cut)).unwrap_or((0.0, 1.0));
            widened(found, finest(axis))
        }
        Spacing::Ratios => {
            let mut logarithms: Vec<f64> = values.into_iter().map(math::ln).collect();
            order::sort_numbers(&mut logarithms);
            let cut = math::ln(cut.max(f64::MIN_POSITIVE));
            let found = extent(&logarithms, std::iter::once(cut)).unwrap_or((0.0, 1.0));
            let (low, high) = widened(found, 0.1);
            (math::exp(low.max(-20.0)), math::exp(high.min(20.0)))
        }
    }
}

fn finest(axis: &QuadrantAxis) -> f64 {
    math::ten_to(-i32::from(axis.decimals))
}
