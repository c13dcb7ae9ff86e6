//! Room and scale of ranked bars.

use super::{Base, RankedBarsSpec, RankedRow};
use crate::chart::mark::Weight;
use crate::chart::region::Rect;
use crate::chart::scale::{Linear, Scale};
use crate::chart::text_width::width_px;
use crate::chart::ticks::{self, Ticks};
use crate::chart::{Frame, size};
use crate::math;
use crate::quantity;

/// A comfortable row with its name beside the bar, in CSS pixels.
const BESIDE_PX: f64 = 26.0;
/// A comfortable row with its name above the bar.
const ABOVE_PX: f64 = 42.0;
/// Frames narrower than this have names above the bars: beside them neither would have room.
const NARROW_PX: f64 = 520.0;
/// How far limits may stretch the axis beyond the values, as a share of the values' extent.
const STRETCH: f64 = 0.35;

/// Room and scale of ranked bars.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) text_px: f64,
    pub(super) small_px: f64,
    /// The height of what stands above the rows.
    pub(super) head_px: f64,
    /// Where the first row begins; above the head's foot when rows have scrolled under it.
    first_px: f64,
    pub(super) row_px: f64,
    pub(super) rows: usize,
    /// Whether names stand above their bars.
    pub(super) is_stacked: bool,
    pub(super) names_px: f64,
    /// How many rows share one name, when there are more rows than lines of text.
    pub(super) names_every: usize,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) scale: Scale,
    /// Round numbers and the decimals of each.
    pub(super) ticks: Vec<(f64, u8)>,
    pub(super) base_px: f64,
}

impl Layout {
    /// Rows as high as they like to be, `top_px` of them scrolled out of sight.
    pub(super) fn comfortable(spec: &RankedBarsSpec, frame: Frame, top_px: f64) -> Self {
        let is_stacked = frame.width_px < NARROW_PX * frame.text_scale;
        let row_px = if is_stacked { ABOVE_PX } else { BESIDE_PX } * frame.text_scale;
        Self::new(spec, frame, row_px, is_stacked).scrolled(top_px)
    }

    /// All rows in the frame.
    pub(super) fn filling(spec: &RankedBarsSpec, frame: Frame) -> Self {
        let small_px = small_px(frame);
        let row_px = |spare: f64| {
            let room_px = frame.height_px - head_px(spec, small_px) - 2.0 * spare;
            (room_px / spec.rows.len() as f64).max(0.0)
        };
        let is_narrow = frame.width_px < NARROW_PX * frame.text_scale;
        let is_stacked = is_narrow && row_px(0.0) >= size::SMALL * frame.text_scale * 2.6;
        // Names higher than their rows need room beyond the first and the last.
        let spare = if is_stacked {
            0.0
        } else {
            (text_px(frame) * 0.6 - row_px(0.0) / 2.0).max(0.0)
        };
        let layout = Self::new(spec, frame, row_px(spare), is_stacked);
        layout.scrolled(-spare)
    }

    fn new(spec: &RankedBarsSpec, frame: Frame, row_px: f64, is_stacked: bool) -> Self {
        let small_px = small_px(frame);
        let head_px = head_px(spec, small_px);
        let text_px = text_px(frame);
        let widest = |words: &dyn Fn(&RankedRow) -> String| {
            let widths = spec.rows.iter().map(|row| {
                let words = words(row);
                width_px(&words, text_px, Weight::Bold)
            });
            widths.fold(0.0, f64::max)
        };
        let values_px = widest(&|row| match row.number() {
            Some(value) => quantity::figure(value, spec.unit, spec.decimals),
            None => String::new(),
        });
        let values_px = values_px.min(frame.width_px * 0.3);
        let edge = text_px * 0.5;
        let (names_px, left, right) = if is_stacked {
            let names_px = (frame.width_px - values_px - 10.0).max(0.0);
            (names_px, edge, frame.width_px - edge)
        } else {
            let names_px = widest(&RankedRow::marked_name).min(frame.width_px * 0.38);
            let left = names_px + 16.0;
            (names_px, left, frame.width_px - values_px - 12.0)
        };
        let right = right.max(left + 8.0);
        let (low, high) = ends(spec);
        let scale = match spec.base {
            Base::Zero => Scale::Even(Linear::new(low, high, left, right)),
            Base::One => Scale::ratios(low, high, left, right),
        };
        let label_px = match spec.base {
            Base::Zero => small_px * 5.0,
            // Ratios are short numbers without a unit.
            Base::One => small_px * 4.0,
        };
        let most = ((right - left) / label_px).clamp(2.0, 7.0) as usize;
        let ticks = match spec.base {
            Base::Zero => {
                let finest = math::ten_to(-i32::from(spec.decimals));
                let ticks = Ticks::inside(low, high, most, finest);
                let decimals = ticks.decimals;
                ticks.values.into_iter().map(|v| (v, decimals)).collect()
            }
            Base::One => ticks::ratios(low, high, most),
        };
        let line_px = if is_stacked { 1.0 } else { text_px * 1.15 };
        let names_every = (1..=spec.rows.len())
            .find(|&n| n as f64 * row_px >= line_px)
            .unwrap_or(spec.rows.len())
            .max(1);
        Self {
            frame,
            text_px,
            small_px,
            head_px,
            first_px: head_px,
            row_px,
            rows: spec.rows.len(),
            is_stacked,
            names_px,
            names_every,
            left,
            right,
            scale,
            ticks,
            base_px: scale.px(spec.base.value()),
        }
    }

    /// The same with `top_px` of the rows scrolled out of sight.
    pub(super) fn scrolled(mut self, top_px: f64) -> Self {
        self.first_px = self.head_px - top_px;
        self
    }

    /// The height of head and rows together, in CSS pixels.
    pub(super) fn whole_height_px(&self) -> f64 {
        self.head_px + self.row_px * self.rows as f64
    }

    pub(super) fn row_top(&self, index: usize) -> f64 {
        self.first_px + index as f64 * self.row_px
    }

    /// The room of a row in sight; none of it is under the head.
    pub(super) fn row_room(&self, index: usize) -> Rect {
        let top = self.row_top(index);
        Rect {
            left: 0.0,
            top: top.max(self.head_px),
            right: self.frame.width_px,
            bottom: (top + self.row_px).max(self.head_px),
        }
    }

    /// The middle of a row's name.
    pub(super) fn name_middle(&self, index: usize) -> f64 {
        let share = if self.is_stacked { 0.28 } else { 0.5 };
        self.row_top(index) + self.row_px * share
    }

    /// The middle of a row's bar.
    pub(super) fn bar_middle(&self, index: usize) -> f64 {
        let share = if self.is_stacked { 0.7 } else { 0.5 };
        self.row_top(index) + self.row_px * share
    }

    /// Half a bar's height.
    pub(super) fn bar_half(&self) -> f64 {
        let share = if self.is_stacked { 0.15 } else { 0.31 };
        (self.row_px * share).min(8.0 * self.frame.text_scale)
    }

    /// Where a row's bar ends.
    pub(super) fn end_px(&self, row: &RankedRow) -> f64 {
        row.number()
            .map_or(self.base_px, |value| self.scale.px(value))
    }
}

impl Base {
    /// The value at which bars begin.
    pub(super) const fn value(self) -> f64 {
        match self {
            Self::Zero => 0.0,
            Self::One => 1.0,
        }
    }
}

fn small_px(frame: Frame) -> f64 {
    (size::SMALL * frame.text_scale).min(frame.height_px / 8.0)
}

fn text_px(frame: Frame) -> f64 {
    let text_px = if frame.width_px < NARROW_PX * frame.text_scale {
        12.0
    } else {
        size::LABEL
    };
    (text_px * frame.text_scale).min(frame.height_px / 8.0)
}

/// A line for the ticks, and one above it for the names of line and signs.
fn head_px(spec: &RankedBarsSpec, small_px: f64) -> f64 {
    let is_alone = spec.line.is_none() && !spec.rows.iter().any(|row| row.is_unreliable);
    small_px * if is_alone { 1.7 } else { 3.1 }
}

/// The ends of the axis: over all values, the base and the line, and as much of the limits as
/// does not squeeze them.
fn ends(spec: &RankedBarsSpec) -> (f64, f64) {
    let base = spec.base.value();
    let line = spec.line.as_ref().map(|line| line.value);
    let bounds = |numbers: &mut dyn Iterator<Item = f64>| {
        numbers.fold((base, base), |(low, high): (f64, f64), number| {
            (low.min(number), high.max(number))
        })
    };
    let is_drawn = |number: &f64| number.is_finite() && (spec.base == Base::Zero || *number > 0.0);
    let values = spec.rows.iter().filter_map(RankedRow::number).chain(line);
    let limits = spec.rows.iter().filter_map(RankedRow::limits);
    let (low, high) = bounds(&mut values.filter(is_drawn));
    let reach = bounds(&mut limits.flat_map(|i| [i.low, i.high]).filter(is_drawn));
    match spec.base {
        Base::Zero => {
            let finest = math::ten_to(-i32::from(spec.decimals));
            let high = if high - low < finest {
                low + finest
            } else {
                high
            };
            let spare = (high - low) * STRETCH;
            (
                reach.0.min(low).max(low - spare),
                reach.1.max(high).min(high + spare),
            )
        }
        Base::One => {
            // A twentieth and less is next to nothing: it must not squeeze the rest.
            let (low, high) = (low.clamp(0.05, 0.8), high.clamp(1.25, 100.0));
            let spare = math::exp(STRETCH * math::ln(high / low));
            let low = reach.0.min(low).max(low / spare);
            (
                low.max(0.05),
                reach.1.max(high).min(high * spare).min(100.0),
            )
        }
    }
}
