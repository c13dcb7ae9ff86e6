//! The bar: one value for each named row, from zero, with its interval.

mod layout;
mod words;

use super::Frame;
use super::mark::{Ink, Point, Weight};
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::quantity::{Interval, Value};
use layout::Layout;

/// One value for each named row.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// The rows, from the top, in the order in which they are to be read.
    pub rows: Vec<BarRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// The published interval of its value.
    pub interval: Option<Interval>,
    /// What it is here for.
    pub role: BarRole,
}

/// What a row is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarRole {
    /// The chosen place.
    Place,
    /// A named comparison.
    Benchmark,
    /// The others.
    Context,
}

impl BarSpec {
    /// The height in CSS pixels at which the rows stand comfortably.
    #[must_use]
    pub fn natural_height_px(rows: usize, text_scale: f64) -> f64 {
        (rows as f64 * 26.0 + 24.0) * text_scale
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        if self.rows.is_empty() {
            let mut empty = Placed::empty(frame, "No figure is published");
            empty.text = self.words();
            return empty;
        }
        let layout = Layout::new(self, frame);
        let mut marks = layout.axis_marks(self);
        let mut targets = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let middle = layout.row_middle(index);
            marks.extend(layout.row_marks(self, row, index));
            let end = row.number().map_or(layout.zero(), |value| layout.px(value));
            targets.push(Target {
                key: row.key.clone(),
                name: row.name.clone(),
                words: self.row_words(row),
                brief: self.brief(row),
                at: Point::new(end, middle),
                reach: Reach::Row(layout.row_room(index)),
            });
        }
        let order: Vec<usize> = (0..targets.len()).collect();
        let place = self.rows.iter().position(|row| row.role == BarRole::Place);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(),
            walk: Walk::along(&order, place.unwrap_or(0), true),
        }
    }
}

impl BarRow {
    fn number(&self) -> Option<f64> {
        self.value.number().filter(|number| number.is_finite())
    }

    fn limits(&self) -> Option<Interval> {
        self.interval
            .filter(|i| i.low.is_finite() && i.high.is_finite() && self.number().is_some())
    }

    const fn ink(&self) -> Ink {
        match self.role {
            BarRole::Place => Ink::Accent,
            BarRole::Benchmark => Ink::Benchmark,
            BarRole::Context => Ink::Context,
        }
    }

    const fn weight(&self) -> Weight {
        match self.role {
            BarRole::Place => Weight::Bold,
            BarRole::Benchmark | BarRole::Context => Weight::Regular,
        }
    }
}
