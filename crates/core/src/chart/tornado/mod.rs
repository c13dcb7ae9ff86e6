//! The tornado: how far an answer swings when one thing at a time is taken at its low and at its
//! high end. The widest swing is at the top.

mod layout;
mod marks;
#[cfg(test)]
mod tests;
mod words;

use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use super::{Frame, NamedValue};
use crate::measure::Unit;
use layout::Layout;

/// How far an answer swings, one thing at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of the answer.
    pub unit: Unit,
    /// How many decimals the answer bears.
    pub decimals: u8,
    /// The year of the answer, in words.
    pub period: String,
    /// The answer with everything in the middle, and its name: `all in the middle`.
    pub middle: NamedValue,
    /// What swings it, in the order in which it is to be read.
    pub rows: Vec<TornadoRow>,
}

/// One thing that swings the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its low end and the answer there.
    pub low: TornadoEnd,
    /// Its high end and the answer there.
    pub high: TornadoEnd,
}

/// An end of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoEnd {
    /// What is taken there: `0.2% a year`.
    pub words: String,
    /// The answer there.
    pub value: f64,
}

impl TornadoSpec {
    /// The height in CSS pixels at which the rows stand comfortably in a width.
    #[must_use]
    pub fn natural_height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        layout::ROWS.natural_height_px(self.drawn().count().max(1), width_px, text_scale)
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let rows: Vec<&TornadoRow> = self.drawn().collect();
        if rows.is_empty() || !self.middle.value.is_finite() {
            let mut empty = Placed::empty(frame, "Nothing moves the answer");
            empty.text = self.words();
            return empty;
        }
        let layout = Layout::new(self, &rows, frame);
        let mut marks = self.head_marks(&layout);
        for (index, row) in rows.iter().enumerate() {
            marks.extend(self.row_marks(row, index, &layout));
        }
        let targets = rows.iter().enumerate().map(|(index, row)| Target {
            key: row.key.clone(),
            name: row.name.clone(),
            words: self.row_words(row),
            brief: self.brief(row),
            at: Point::new(layout.px(self.middle.value), layout.rows.bar_middle(index)),
            reach: Reach::Row(layout.rows.room(index)),
        });
        let targets: Vec<Target> = targets.collect();
        let order: Vec<usize> = (0..rows.len()).collect();
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(),
            walk: Walk::along(&order, 0, true),
        }
    }

    /// The rows whose answers are numbers.
    fn drawn(&self) -> impl Iterator<Item = &TornadoRow> {
        let is_told = |row: &&TornadoRow| row.low.value.is_finite() && row.high.value.is_finite();
        self.rows.iter().filter(is_told)
    }
}

impl TornadoRow {
    /// The end with the lesser answer and the one with the greater.
    fn sides(&self) -> [&TornadoEnd; 2] {
        if self.low.value <= self.high.value {
            [&self.low, &self.high]
        } else {
            [&self.high, &self.low]
        }
    }
}
