//! Ranked bars with intervals: many named rows against a base, few of them or hundreds.
//!
//! The plain [`bar`](super::bar) ranks a dozen places from zero. Industries are more, have
//! longer names, may be set against a share of one by equal ratios, and come with reasons to
//! doubt them; where they are too many for a page, [`RankedBarsScroll`] draws a window of them.

mod layout;
mod marks;
mod scroll;
mod signs;
mod words;

use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use super::{Frame, NamedValue};
use crate::measure::Unit;
use crate::quantity::{Interval, Value};
use layout::Layout;

pub use scroll::RankedBarsScroll;

/// Many named rows against a base.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedBarsSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// What the rows are called, in the plural: `industries`.
    pub rows_name: String,
    /// What the intervals are called: `80% interval`.
    pub interval_name: String,
    /// What makes a row unreliable: `under 500 jobs`.
    pub doubt: String,
    /// Where the bars begin.
    pub base: Base,
    /// The named value the rows are held against.
    pub line: Option<NamedValue>,
    /// The rows, from the top, in the order in which they are to be read.
    pub rows: Vec<RankedRow>,
    /// The chosen row, as a place in the rows.
    pub chosen: Option<usize>,
}

/// Where bars begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// At zero; equal differences are equally long.
    Zero,
    /// At one; equal ratios are equally long, so that a half weighs as much as a double.
    One,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedRow {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value, or why there is none.
    pub value: Value,
    /// The interval of its value.
    pub interval: Option<Interval>,
    /// Whether too little is behind the value to rely on it.
    pub is_unreliable: bool,
    /// What a reader must know of this row, in one sentence; it is marked with a dagger.
    pub note: Option<String>,
}

impl RankedBarsSpec {
    /// The height in CSS pixels at which the rows stand comfortably in a width.
    #[must_use]
    pub fn natural_height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        let frame = Frame {
            width_px,
            height_px: 300.0,
            text_scale,
        };
        Layout::comfortable(self, frame.sane(), 0.0).whole_height_px()
    }

    /// Places the chart, all rows of it, in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        if self.rows.is_empty() {
            let mut empty = Placed::empty(frame, "No figure is published");
            empty.text = self.words();
            return empty;
        }
        let layout = Layout::filling(self, frame);
        let mut marks = self.head_marks(&layout);
        marks.extend(self.rule_marks(&layout));
        for index in 0..self.rows.len() {
            marks.extend(self.row_marks(index, &layout));
        }
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets: self.targets(&layout),
            text: self.words(),
            walk: self.walk(),
        }
    }

    /// Puts the rows into a window that scrolls; `width_px` is its width in CSS pixels.
    #[must_use]
    pub fn into_scroll(self, width_px: f64, text_scale: f64) -> RankedBarsScroll {
        RankedBarsScroll::new(self, width_px, text_scale)
    }

    fn targets(&self, layout: &Layout) -> Vec<Target> {
        let numbered = self.rows.iter().enumerate();
        let target = |(index, row): (usize, &RankedRow)| Target {
            key: row.key.clone(),
            name: row.name.clone(),
            words: self.row_words(row),
            brief: self.brief(row),
            at: Point::new(layout.end_px(row), layout.bar_middle(index)),
            reach: Reach::Row(layout.row_room(index)),
        };
        numbered.map(target).collect()
    }

    fn walk(&self) -> Walk {
        let order: Vec<usize> = (0..self.rows.len()).collect();
        let start = self.chosen.filter(|&chosen| chosen < self.rows.len());
        Walk::along(&order, start.unwrap_or(0), true)
    }
}

impl RankedRow {
    fn number(&self) -> Option<f64> {
        self.value.number().filter(|number| number.is_finite())
    }

    fn limits(&self) -> Option<Interval> {
        self.interval.filter(|i| {
            i.low.is_finite() && i.high.is_finite() && i.low <= i.high && self.number().is_some()
        })
    }

    /// The name, with a dagger where a note must be read.
    fn marked_name(&self) -> String {
        match self.note {
            Some(_) => [self.name.as_str(), "\u{a0}†"].concat(),
            None => self.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
