//! Room and scales of a scatter.

use super::{ScatterAxis, ScatterSpec};
use crate::chart::extent::{extent, widened};
use crate::chart::mark::{Point, Weight};
use crate::chart::region::Rect;
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size};
use crate::math;
use crate::order;
use crate::quantity;

/// Room and scales of a scatter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) small_px: f64,
    pub(super) plot: Rect,
    pub(super) across: Axis,
    pub(super) up: Axis,
}

/// One scale, its ticks and the line across.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    pub(super) scale: Linear,
    pub(super) ticks: Ticks,
    pub(super) line_px: Option<f64>,
}

impl Layout {
    pub(super) fn new(spec: &ScatterSpec, both: &[(usize, [f64; 2])], frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 10.0);
        let line = small_px * 1.45;
        // Above: the upward measure's name and the name of the upright line.
        let top = line * 2.2;
        let bottom = (frame.height_px - line * 2.2).max(top + 8.0);
        let most = ((bottom - top) / (small_px * 4.0)).clamp(2.0, 8.0) as usize;
        let up = ends(&spec.up, both.iter().map(|(_, [_, up])| *up));
        let up_ticks = Ticks::inside(up.0, up.1, most, finest(&spec.up));
        let tick_px = |axis: &ScatterAxis, ticks: &Ticks| {
            let widths = ticks.values.iter().map(|&value| {
                let words = quantity::tick(value, axis.unit, ticks.decimals, true);
                width_px(&words, small_px, Weight::Regular)
            });
            widths.fold(0.0, f64::max)
        };
        let left = (tick_px(&spec.up, &up_ticks) + 8.0).min(frame.width_px * 0.3);
        let right = (frame.width_px - 6.0).max(left + 8.0);
        let across = ends(&spec.across, both.iter().map(|(_, [across, _])| *across));
        let rough = Ticks::inside(across.0, across.1, 5, finest(&spec.across));
        let each = tick_px(&spec.across, &rough) + small_px * 2.0;
        let most = ((right - left) / each).clamp(2.0, 8.0) as usize;
        let plot = Rect {
            left,
            top,
            right,
            bottom,
        };
        let axis = |axis: &ScatterAxis, scale: Linear, ticks: Ticks| Axis {
            scale,
            ticks,
            line_px: axis
                .line
                .as_ref()
                .filter(|line| line.value.is_finite())
                .map(|line| scale.px_from_value(scale.clamp(line.value))),
        };
        // Half a point of room, so that none is cut by the frame.
        let rim = 5.0;
        Self {
            across: axis(
                &spec.across,
                Linear::new(across.0, across.1, left + rim, right - rim),
                Ticks::inside(across.0, across.1, most, finest(&spec.across)),
            ),
            up: axis(
                &spec.up,
                Linear::new(up.0, up.1, bottom - rim, top + rim),
                up_ticks,
            ),
            frame,
            small_px,
            plot,
        }
    }

    /// Where a pair of values lies; on the rim if it lies beyond the axes.
    pub(super) fn point(&self, [across, up]: [f64; 2]) -> Point {
        let px = |scale: Linear, value: f64| scale.px_from_value(scale.clamp(value));
        Point::new(px(self.across.scale, across), px(self.up.scale, up))
    }

    /// Whether a pair of values lies beyond the axes.
    pub(super) fn is_beyond(&self, [across, up]: [f64; 2]) -> bool {
        !self.across.scale.contains(across) || !self.up.scale.contains(up)
    }

    pub(super) fn part_at(&self, at: Point) -> Option<[Point; 2]> {
        let side = |px: f64, line: Option<f64>, low: f64, high: f64| match line {
            Some(line) if px < line => (low, line),
            Some(line) => (line, high),
            None => (low, high),
        };
        let plot = self.plot;
        let (left, right) = side(at.x, self.across.line_px, plot.left, plot.right);
        let (top, bottom) = side(at.y, self.up.line_px, plot.top, plot.bottom);
        plot.contains(at)
            .then_some([Point::new(left, top), Point::new(right, bottom)])
    }
}

fn ends(axis: &ScatterAxis, values: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut rising: Vec<f64> = values.collect();
    order::sort_numbers(&mut rising);
    let line = axis.line.iter().map(|line| line.value);
    let found = extent(&rising, line).unwrap_or((0.0, 1.0));
    widened(found, finest(axis))
}

fn finest(axis: &ScatterAxis) -> f64 {
    math::ten_to(-i32::from(axis.decimals))
}
