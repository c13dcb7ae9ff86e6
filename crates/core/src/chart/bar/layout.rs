//! Room, scale and marks of a bar chart.

use super::{BarRole, BarRow, BarSpec};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::region::Rect;
use crate::chart::scale::Linear;
use crate::chart::text_width::{cut, width_px};
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size, whisker};
use crate::math;
use crate::quantity;

/// Room and scale of a bar chart.
pub(super) struct Layout {
    frame: Frame,
    text_px: f64,
    names_px: f64,
    axis_y: f64,
    top: f64,
    row_px: f64,
    /// How many rows share one name, when there are more rows than lines of text.
    names_every: usize,
    scale: Linear,
    ticks: Ticks,
}

impl Layout {
    pub(super) fn new(spec: &BarSpec, frame: Frame) -> Self {
        let text_px = if frame.width_px < 420.0 * frame.text_scale {
            size::SMALL
        } else {
            size::LABEL
        };
        let text_px = (text_px * frame.text_scale).min(frame.height_px / 3.0);
        let (mut top, mut foot) = (text_px * 1.5, 2.0);
        let row_px = |top: f64, foot: f64| (frame.height_px - top - foot) / spec.rows.len() as f64;
        // Names higher than their rows need room beyond the first and the last.
        let spare = (text_px * 0.6 - row_px(top, foot) / 2.0).max(0.0);
        (top, foot) = (top + spare, foot + spare);
        let row_px = row_px(top, foot).max(0.0);
        let axis_y = text_px * 0.8;
        let name_px = |row: &BarRow| width_px(&row.name, text_px, row.weight());
        let widest_name = spec.rows.iter().map(name_px).fold(0.0, f64::max);
        let names_px = (widest_name + 10.0).min(frame.width_px * 0.42);
        let value_px = |row: &BarRow| {
            let told = quantity::value_words(row.value, spec.unit, spec.decimals);
            width_px(&told, text_px, row.weight())
        };
        let values_px = spec.rows.iter().map(value_px).fold(0.0, f64::max) + 10.0;
        let numbers = spec.rows.iter().flat_map(|row| {
            let limits = row.limits();
            [row.number(), limits.map(|i| i.low), limits.map(|i| i.high)]
                .into_iter()
                .flatten()
        });
        let (low, high) = numbers.fold((0.0, 0.0), |(low, high): (f64, f64), number| {
            (low.min(number), high.max(number))
        });
        let finest = math::ten_to(-i32::from(spec.decimals));
        let high = if high - low < finest {
            low + finest
        } else {
            high
        };
        let values_px = values_px.min(frame.width_px * 0.3);
        // Values stand at the ends of the bars: on both sides when some are negative.
        let left = names_px + if low < 0.0 { values_px } else { 0.0 };
        let right = (frame.width_px - values_px).max(left + 4.0);
        let most = [2_usize, 3, 4, 5, 6]
            .into_iter()
            .rfind(|&n| n as f64 * text_px * 6.0 <= right - left)
            .unwrap_or(2);
        let names_every = (1..=spec.rows.len())
            .find(|&n| n as f64 * row_px >= text_px * 1.2)
            .unwrap_or(spec.rows.len());
        Self {
            frame,
            text_px,
            names_px,
            axis_y,
            top,
            row_px,
            names_every,
            scale: Linear::new(low, high, left, right),
            ticks: Ticks::inside(low, high, most, finest),
        }
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.scale.px_from_value(value)
    }

    pub(super) fn zero(&self) -> f64 {
        self.px(0.0)
    }

    pub(super) fn row_middle(&self, index: usize) -> f64 {
        self.top + (index as f64 + 0.5) * self.row_px
    }

    pub(super) fn row_room(&self, index: usize) -> Rect {
        let top = self.top + index as f64 * self.row_px;
        Rect {
            left: 0.0,
            top,
            right: self.frame.width_px,
            bottom: top + self.row_px,
        }
    }

    /// Light rules at round numbers, their numbers above, the unit on the last.
    pub(super) fn axis_marks(&self, spec: &BarSpec) -> Vec<Mark> {
        let size_px = self.text_px.min(size::SMALL * self.frame.text_scale);
        let mut marks = Vec::new();
        let mut free_from = 0.0;
        let last = self.ticks.values.len().saturating_sub(1);
        let foot = self.frame.height_px - 2.0;
        for (index, &value) in self.ticks.values.iter().enumerate() {
            let x = crisp(self.px(value));
            if value != 0.0 {
                marks.push(Mark::line(
                    Point::new(x, self.top),
                    Point::new(x, foot),
                    Ink::Grid,
                    1.0,
                ));
            }
            let content = if index == last {
                let spoken = quantity::spoken(value, spec.unit, self.ticks.decimals);
                let half = width_px(&spoken, size_px, Weight::Regular) / 2.0;
                if x - half > free_from && x + half < self.frame.width_px {
                    spoken
                } else {
                    quantity::tick(value, spec.unit, self.ticks.decimals, true)
                }
            } else {
                quantity::tick(value, spec.unit, self.ticks.decimals, false)
            };
            let width = width_px(&content, size_px, Weight::Regular);
            let middle = x.min(self.frame.width_px - width / 2.0);
            if middle - width / 2.0 < free_from {
                continue;
            }
            free_from = middle + width / 2.0 + size_px * 0.5;
            marks.push(Mark::Text(Text {
                at: Point::new(middle, self.axis_y),
                anchor: Anchor::Middle,
                size_px,
                weight: Weight::Regular,
                ink: Ink::Muted,
                content,
                halo: None,
            }));
        }
        let x = crisp(self.zero());
        marks.push(Mark::line(
            Point::new(x, self.top),
            Point::new(x, foot),
            Ink::Muted,
            1.0,
        ));
        marks
    }

    pub(super) fn row_marks(&self, spec: &BarSpec, row: &BarRow, index: usize) -> Vec<Mark> {
        let middle = self.row_middle(index);
        let mut marks = Vec::new();
        let has_text = index.is_multiple_of(self.names_every);
        let text = |x: f64, anchor: Anchor, ink: Ink, content: String| {
            Mark::Text(Text {
                at: Point::new(x, middle),
                anchor,
                size_px: self.text_px,
                weight: row.weight(),
                ink,
                content,
                halo: None,
            })
        };
        let words_ink = match row.role {
            BarRole::Place => Ink::Accent,
            BarRole::Benchmark | BarRole::Context => Ink::Ink,
        };
        if has_text {
            let name = cut(&row.name, self.names_px - 9.5, self.text_px, row.weight());
            let x = self.names_px - 10.0;
            marks.push(text(x, Anchor::End, words_ink, name));
        }
        let told = quantity::value_words(row.value, spec.unit, spec.decimals);
        let Some(value) = row.number() else {
            let told_px = width_px(&told, self.text_px, row.weight());
            let x = (self.zero() + 8.0).min(self.frame.width_px - told_px);
            if has_text && x >= self.names_px {
                marks.push(text(x, Anchor::Start, Ink::Muted, told));
            }
            return marks;
        };
        let half = (self.row_px * 0.34).min(9.0 * self.frame.text_scale);
        let (zero, end) = (self.zero(), self.px(value));
        let bar = rectangle(zero.min(end), middle - half, zero.max(end), middle + half);
        marks.push(Mark::fill(bar, row.ink()));
        let mut reach = (zero.min(end), zero.max(end));
        if let Some(limits) = row.limits() {
            let (low, high) = (self.px(limits.low), self.px(limits.high));
            reach = (reach.0.min(low), reach.1.max(high));
            marks.extend(whisker::level(low, high, middle, half * 0.5));
            if limits.covers(0.0) {
                // An effect that may be nothing has a hollow end at zero.
                let centre = Point::new(crisp(zero), middle);
                let radius = half.min(4.5);
                marks.push(Mark::disc(centre, radius + 1.5, row.ink()));
                marks.push(Mark::disc(centre, radius, Ink::Paper));
            }
        }
        if has_text {
            let told_px = width_px(&told, self.text_px, row.weight());
            if value < 0.0 && reach.0 - 6.0 - told_px >= self.names_px {
                marks.push(text(reach.0 - 6.0, Anchor::End, words_ink, told));
            } else {
                let x = (reach.1 + 6.0).min(self.frame.width_px - told_px);
                if x >= self.names_px {
                    marks.push(text(x, Anchor::Start, words_ink, told));
                }
            }
        }
        marks
    }
}
