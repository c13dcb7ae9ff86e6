//! What ranked bars are drawn with.

use super::layout::Layout;
use super::signs;
use super::{Base, RankedBarsSpec, RankedRow};
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::region::Rect;
use crate::chart::rows::{AxisTick, tick_words};
use crate::chart::text_width::{bounds, cut, cut_at_word, width_px};
use crate::chart::whisker::{self, Open};
use crate::quantity;

impl RankedBarsSpec {
    /// What stands above the rows: the line's name, the signs' meaning, round numbers.
    pub(super) fn head_marks(&self, layout: &Layout) -> Vec<Mark> {
        let (small_px, width) = (layout.small_px, layout.frame.width_px);
        let mut marks = Vec::new();
        let mut taken: Vec<Rect> = Vec::new();
        let upper = small_px * 0.75;
        if let Some(line) = self.line.as_ref().filter(|line| line.value.is_finite()) {
            let figure = quantity::figure(line.value, self.unit, self.decimals);
            let words = [line.name.as_str(), " ", &figure].concat();
            let words = cut(&words, width, small_px, Weight::Regular);
            let half = width_px(&words, small_px, Weight::Regular) / 2.0;
            let x = layout.scale.px(line.value);
            let middle = x.min(width - half).max(half);
            let at = Point::new(middle, upper);
            let text = Text::plain(at, Anchor::Middle, small_px, Ink::Ink, words);
            taken.push(bounds(&text).grown(small_px * 0.5));
            marks.push(Mark::Text(text));
        }
        if self.rows.iter().any(|row| row.is_unreliable) {
            let words = ["hatched: ", &self.doubt].concat();
            let swatch_px = small_px * 1.6;
            let at = Point::new(swatch_px + small_px * 0.4, upper);
            let text = Text::plain(at, Anchor::Start, small_px, Ink::Muted, words);
            let room = bounds(&text);
            if room.right <= width && is_clear(room, &taken) {
                let half = small_px * 0.4;
                marks.extend(signs::doubtful_bar(
                    1.0,
                    swatch_px,
                    upper,
                    half,
                    Ink::Context,
                ));
                marks.push(Mark::Text(text));
            }
        }
        marks.extend(self.tick_marks(layout));
        marks
    }

    /// Round numbers along the foot of the head, the unit on the last.
    fn tick_marks(&self, layout: &Layout) -> Vec<Mark> {
        let tick = |&(value, decimals): &(f64, u8)| AxisTick {
            px: layout.scale.px(value),
            value,
            decimals,
        };
        let ticks: Vec<AxisTick> = layout.ticks.iter().map(tick).collect();
        let y = layout.head_px - layout.small_px * 0.95;
        let width = layout.frame.width_px;
        tick_words(&ticks, self.unit, y, layout.small_px, width)
    }

    /// Light rules at round numbers, a firm one at the base and the named line, down all rows.
    pub(super) fn rule_marks(&self, layout: &Layout) -> Vec<Mark> {
        let top = layout.head_px - 2.0;
        let foot = (layout.row_top(layout.rows)).min(layout.frame.height_px);
        let rule = |x: f64, ink: Ink| {
            let x = crisp(x);
            Mark::line(Point::new(x, top), Point::new(x, foot), ink, 1.0)
        };
        let is_base = |value: f64| (value - self.base.value()).abs() < 1e-12;
        let ticks = layout.ticks.iter().map(|&(value, _)| value);
        let mut marks: Vec<Mark> = ticks
            .filter(|&value| !is_base(value))
            .map(|value| rule(layout.scale.px(value), Ink::Grid))
            .collect();
        let line = self.line.as_ref().map(|line| line.value);
        let line = line.filter(|value| value.is_finite() && !is_base(*value));
        marks.extend(line.map(|value| rule(layout.scale.px(value), Ink::Benchmark)));
        marks.push(rule(layout.base_px, Ink::Muted));
        marks
    }

    /// A row: its name, its bar or the sign of why there is none, its interval, its value.
    pub(super) fn row_marks(&self, index: usize, layout: &Layout) -> Vec<Mark> {
        let Some(row) = self.rows.get(index) else {
            return Vec::new();
        };
        let is_chosen = self.chosen == Some(index);
        let mut marks = match row.number() {
            Some(value) => self.bar_marks(row, value, is_chosen, index, layout),
            None => {
                let at = Point::new(layout.base_px, layout.bar_middle(index));
                self.untold_marks(row, index, at, layout)
            }
        };
        if !index.is_multiple_of(layout.names_every) {
            return marks;
        }
        let (ink, weight) = if is_chosen {
            (Ink::Accent, Weight::Bold)
        } else {
            (Ink::Ink, Weight::Regular)
        };
        let y = layout.name_middle(index);
        let size_px = layout
            .text_px
            .min(layout.row_px * 0.9 * layout.names_every as f64);
        let mut write = |x: f64, anchor: Anchor, words: String| {
            if !words.is_empty() {
                marks.push(Mark::Text(Text {
                    weight,
                    // The rules run on behind a name that stands above its bar.
                    halo: layout.is_stacked.then_some(Ink::Paper),
                    ..Text::plain(Point::new(x, y), anchor, size_px, ink, words)
                }));
            }
        };
        write(
            0.0,
            Anchor::Start,
            fitted_name(row, layout.names_px, size_px, weight),
        );
        if let Some(value) = row.number() {
            let figure = quantity::figure(value, self.unit, self.decimals);
            let most = layout.frame.width_px * 0.3;
            let figure = cut(&figure, most, size_px, weight);
            write(layout.frame.width_px, Anchor::End, figure);
        }
        marks
    }

    fn bar_marks(
        &self,
        row: &RankedRow,
        value: f64,
        is_chosen: bool,
        index: usize,
        layout: &Layout,
    ) -> Vec<Mark> {
        let (middle, half) = (layout.bar_middle(index), layout.bar_half());
        let ink = if is_chosen { Ink::Accent } else { Ink::Context };
        let end = layout.scale.px(value);
        // On a scale of ratios nothing lies infinitely far away.
        if value == 0.0 {
            return signs::nothing(Point::new(end, middle), half, ink);
        }
        let (left, right) = (layout.base_px.min(end), layout.base_px.max(end));
        let mut marks = if row.is_unreliable {
            signs::doubtful_bar(left, right, middle, half, ink)
        } else {
            vec![Mark::fill(
                rectangle(left, middle - half, right, middle + half),
                ink,
            )]
        };
        if let Some(limits) = row.limits() {
            let end = |value: f64| Open {
                px: layout.scale.px(value),
                goes_on: !layout.scale.contains(value),
            };
            let ends = [end(limits.low), end(limits.high)];
            // An interval wholly beyond the axis is told in words only.
            let [low, high] = ends;
            if high.px > low.px || layout.scale.contains(value) {
                marks.extend(whisker::open(ends, middle, half * 0.5));
            }
        }
        let is_effect = self.base == Base::Zero && row.limits().is_some_and(|i| i.covers(0.0));
        if is_effect {
            // A change that may be nothing has a hollow end at zero.
            marks.extend(signs::nothing(
                Point::new(crisp(layout.base_px), middle),
                half,
                ink,
            ));
        }
        marks
    }

    /// A sign and, where there is room, words.
    fn untold_marks(&self, row: &RankedRow, index: usize, at: Point, layout: &Layout) -> Vec<Mark> {
        let half = layout.bar_half();
        let words = quantity::value_words(row.value, self.unit, self.decimals);
        let size_px = layout
            .small_px
            .min(layout.row_px * 0.9 * layout.names_every as f64);
        let words_px = width_px(&words, size_px, Weight::Regular);
        let right = layout.frame.width_px;
        let all_px = signs::NO_FIGURE_PX + 6.0 + words_px;
        // To the left where the base is far right.
        let sides = [at.x + 4.0, at.x - 4.0 - all_px];
        let mut sides = sides.into_iter();
        let side = sides.find(|&start| start >= layout.left - 0.5 && start + all_px <= right);
        let has_words = side.is_some() && index.is_multiple_of(layout.names_every);
        let start = side.unwrap_or((at.x + 4.0).min(right - signs::NO_FIGURE_PX));
        let mut marks = signs::no_figure(row.value, Point::new(start, at.y), half);
        if has_words {
            let at = Point::new(start + signs::NO_FIGURE_PX + 6.0, at.y);
            marks.push(Mark::Text(Text {
                halo: Some(Ink::Paper),
                ..Text::plain(at, Anchor::Start, size_px, Ink::Muted, words)
            }));
        }
        marks
    }
}

/// The name cut to its room; the dagger of a note is never cut.
fn fitted_name(row: &RankedRow, most_px: f64, size_px: f64, weight: Weight) -> String {
    let whole = row.marked_name();
    if width_px(&whole, size_px, weight) <= most_px {
        return whole;
    }
    let dagger = if row.note.is_some() { "\u{a0}†" } else { "" };
    let name_px = most_px - width_px(dagger, size_px, weight);
    let name = cut_at_word(&row.name, name_px, size_px, weight);
    if name.is_empty() {
        return name;
    }
    [&name, dagger].concat()
}
