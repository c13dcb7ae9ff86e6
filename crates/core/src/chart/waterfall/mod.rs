//! The waterfall: from one total to another by the parts of the change.

mod layout;
mod marks;
mod words;

use super::Frame;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::math;
use crate::measure::{Direction, Unit};
use crate::quantity::Value;
use layout::Layout;

/// From one total to another by the parts of the change.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// Which way is better: it gives steps their colour.
    pub direction: Direction,
    /// The total at the start.
    pub from: WaterfallTotal,
    /// The parts, in the order in which they are told.
    pub steps: Vec<WaterfallStep>,
    /// The total at the end.
    pub to: WaterfallTotal,
    /// What a difference that no part explains is called: `not explained`.
    pub rest_name: String,
}

/// A total.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallTotal {
    /// Its key.
    pub key: String,
    /// Its name: `2015`.
    pub name: String,
    /// Its value.
    pub value: Value,
}

/// A part of the change.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallStep {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is, in one sentence.
    pub meaning: String,
    /// What it adds; less than nothing if it takes away.
    pub value: Value,
}

/// A row: a total, or a step from one running total to the next.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    key: String,
    name: String,
    meaning: String,
    from: f64,
    to: f64,
    is_total: bool,
}

impl Row {
    fn change(&self) -> f64 {
        self.to - self.from
    }
}

impl WaterfallSpec {
    /// The height in CSS pixels at which the rows stand comfortably in a width.
    #[must_use]
    pub fn natural_height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        layout::ROWS.natural_height_px(self.steps.len() + 2, width_px, text_scale)
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let Some(rows) = self.rows() else {
            let mut empty = Placed::empty(frame, "The change cannot be split: a figure is missing");
            empty.text = self.words(None);
            return empty;
        };
        let layout = Layout::new(self, &rows, frame);
        let targets = rows.iter().enumerate().map(|(index, row)| Target {
            key: row.key.clone(),
            name: row.name.clone(),
            words: self.row_words(row),
            brief: self.brief(row),
            at: Point::new(layout.px(row.to), layout.rows.bar_middle(index)),
            reach: Reach::Row(layout.rows.room(index)),
        });
        let targets: Vec<Target> = targets.collect();
        let order: Vec<usize> = (0..rows.len()).collect();
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: self.marks(&rows, &layout),
            targets,
            text: self.words(Some(&rows)),
            walk: Walk::along(&order, 0, true),
        }
    }

    /// The totals and the steps between them; none if a figure is missing.
    ///
    /// Where the parts do not add up, what remains is a step of its own: no gap is passed over.
    fn rows(&self) -> Option<Vec<Row>> {
        let number = |value: Value| value.number().filter(|number| number.is_finite());
        let total = |total: &WaterfallTotal| {
            Some(Row {
                key: total.key.clone(),
                name: total.name.clone(),
                meaning: String::new(),
                from: 0.0,
                to: number(total.value)?,
                is_total: true,
            })
        };
        let (first, last) = (total(&self.from)?, total(&self.to)?);
        let mut running = first.to;
        let end = last.to;
        let mut rows = vec![first];
        for step in &self.steps {
            let next = running + number(step.value)?;
            rows.push(Row {
                key: step.key.clone(),
                name: step.name.clone(),
                meaning: step.meaning.clone(),
                from: running,
                to: next,
                is_total: false,
            });
            running = next;
        }
        let half_unit = math::ten_to(-i32::from(self.decimals)) / 2.0;
        // Rounded parts may miss a rounded total by half a unit each.
        if (end - running).abs() > half_unit * (self.steps.len() + 2) as f64 {
            rows.push(Row {
                key: "rest".to_owned(),
                name: self.rest_name.clone(),
                meaning: String::new(),
                from: running,
                to: end,
                is_total: false,
            });
        }
        rows.push(last);
        rows.iter().all(|row| row.to.is_finite()).then_some(rows)
    }
}

#[cfg(test)]
mod tests;
