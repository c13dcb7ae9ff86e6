//! Bars that lie, a row each: their names beside them or, where room is short, above, and an axis
//! over all of them. Tornado and waterfall share it, ranked bars the words of its axis.

use super::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp};
use super::region::Rect;
use super::text_width::width_px;
use super::ticks::Ticks;
use super::{Frame, size};
use crate::measure::Unit;
use crate::quantity;

/// What a kind of chart wants of its rows. Shares are of a row's height.
pub(super) struct RowStyle {
    /// A comfortable row with its name beside the bar, in CSS pixels.
    pub(super) beside_px: f64,
    /// A comfortable row with its name above the bar.
    pub(super) above_px: f64,
    /// Frames narrower than this have names above the bars.
    pub(super) narrow_px: f64,
    /// Height over the rows, in lines of small text.
    pub(super) head_lines: f64,
    /// The least height of a row with its name above the bar, in lines of small text.
    pub(super) stacked_lines: f64,
    /// How far down names and bars are where names stand above.
    pub(super) stacked_shares: [f64; 2],
    /// Half the thickness of a bar where names stand above, and where they stand beside.
    pub(super) half_shares: [f64; 2],
    /// The most that half may be, in CSS pixels.
    pub(super) most_half_px: f64,
}

impl RowStyle {
    /// The height at which so many rows stand comfortably.
    pub(super) fn natural_height_px(&self, rows: usize, width_px: f64, text_scale: f64) -> f64 {
        let row_px = if width_px < self.narrow_px * text_scale {
            self.above_px
        } else {
            self.beside_px
        };
        (rows as f64 * row_px + size::SMALL * self.head_lines) * text_scale
    }
}

/// Where the rows of a chart are.
pub(super) struct Rows {
    pub(super) frame: Frame,
    pub(super) small_px: f64,
    pub(super) top: f64,
    pub(super) row_px: f64,
    /// Whether names stand above their bars.
    pub(super) is_stacked: bool,
    count: usize,
    style: &'static RowStyle,
}

impl Rows {
    pub(super) fn new(style: &'static RowStyle, count: usize, frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 10.0);
        let top = small_px * style.head_lines;
        let row_px = (frame.height_px - top) / count.max(1) as f64;
        let is_narrow = frame.width_px < style.narrow_px * frame.text_scale;
        Self {
            frame,
            small_px,
            top,
            row_px,
            is_stacked: is_narrow && row_px >= small_px * style.stacked_lines,
            count,
            style,
        }
    }

    fn top_of(&self, index: usize) -> f64 {
        self.top + index as f64 * self.row_px
    }

    /// The whole width of a row.
    pub(super) fn room(&self, index: usize) -> Rect {
        Rect {
            left: 0.0,
            top: self.top_of(index),
            right: self.frame.width_px,
            bottom: self.top_of(index) + self.row_px,
        }
    }

    /// The foot of the last row.
    pub(super) fn foot(&self) -> f64 {
        self.room(self.count.saturating_sub(1)).bottom
    }

    pub(super) fn name_middle(&self, index: usize) -> f64 {
        let [share, _] = self.shares();
        self.top_of(index) + self.row_px * share
    }

    pub(super) fn bar_middle(&self, index: usize) -> f64 {
        let [_, share] = self.shares();
        self.top_of(index) + self.row_px * share
    }

    fn shares(&self) -> [f64; 2] {
        if self.is_stacked {
            self.style.stacked_shares
        } else {
            [0.5, 0.5]
        }
    }

    pub(super) fn bar_half(&self) -> f64 {
        let [stacked, beside] = self.style.half_shares;
        let share = if self.is_stacked { stacked } else { beside };
        (self.row_px * share).min(self.style.most_half_px * self.frame.text_scale)
    }

    /// A line down all rows at each tick and, where there is room, what it stands for; the last
    /// one with its unit.
    pub(super) fn axis_marks(
        &self,
        ticks: &Ticks,
        px: impl Fn(f64) -> f64,
        unit: Unit,
        words_y: f64,
    ) -> Vec<Mark> {
        let rule = |&value: &f64| {
            let ink = if value == 0.0 { Ink::Muted } else { Ink::Grid };
            let ends = [self.top - 2.0, self.foot()].map(|y| Point::new(crisp(px(value)), y));
            Mark::stroke(ends.to_vec(), ink, 1.0)
        };
        let mut marks: Vec<Mark> = ticks.values.iter().map(rule).collect();
        let ticks: Vec<AxisTick> = ticks
            .values
            .iter()
            .map(|&value| AxisTick {
                px: px(value),
                value,
                decimals: ticks.decimals,
            })
            .collect();
        let words = tick_words(&ticks, unit, words_y, self.small_px, self.frame.width_px);
        marks.extend(words);
        marks
    }
}

/// A round number on a lying axis.
pub(super) struct AxisTick {
    pub(super) px: f64,
    pub(super) value: f64,
    pub(super) decimals: u8,
}

/// What ticks stand for, beside each other as far as there is room: the unit on the last one, in
/// words where they fit.
pub(super) fn tick_words(
    ticks: &[AxisTick],
    unit: Unit,
    y: f64,
    small_px: f64,
    frame_px: f64,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut free_from = 0.0;
    let last = ticks.len().saturating_sub(1);
    for (index, tick) in ticks.iter().enumerate() {
        let half = |words: &str| width_px(words, small_px, Weight::Regular) / 2.0;
        let spoken = quantity::spoken(tick.value, unit, tick.decimals);
        let has_room = tick.px - half(&spoken) > free_from && tick.px + half(&spoken) <= frame_px;
        // "1 times" says less than 1.
        let words = if index == last && has_room && tick.value.abs() > 1.0 {
            spoken
        } else {
            quantity::tick(tick.value, unit, tick.decimals, index == last)
        };
        let middle = tick.px.min(frame_px - half(&words)).max(half(&words));
        if middle - half(&words) < free_from {
            continue;
        }
        free_from = middle + half(&words) + small_px * 0.6;
        let at = Point::new(middle, y);
        let text = Text::plain(at, Anchor::Middle, small_px, Ink::Muted, words);
        marks.push(Mark::Text(text));
    }
    marks
}
