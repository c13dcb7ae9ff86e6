//! The slope: the same rows in two years or two places, joined.

mod layout;
mod marks;
mod words;

use super::Frame;
use super::line::SeriesRole;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::quantity::Value;
use layout::Layout;

/// The same rows in two years or two places.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// What the left and the right end are: `2015` and `2024`, or two places.
    pub ends: [String; 2],
    /// What the rows are called, in the plural: `industries`.
    pub rows_name: String,
    /// The rows, in any order.
    pub rows: Vec<SlopeRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeRow {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its values at the left and the right end.
    pub values: [Value; 2],
    /// What it is here for; the chosen one is the place.
    pub role: SeriesRole,
}

impl SlopeRow {
    /// The finite numbers at both ends.
    fn numbers(&self) -> [Option<f64>; 2] {
        self.values
            .map(|value| value.number().filter(|number| number.is_finite()))
    }

    /// The difference between the ends, if both are told and it is not too large for a number.
    fn change(&self) -> Option<f64> {
        let [from, to] = self.numbers();
        Some(to? - from?).filter(|change| change.is_finite())
    }
}

impl SlopeSpec {
    /// The height in CSS pixels at which all names of so many rows stand comfortably.
    #[must_use]
    pub fn natural_height_px(&self, text_scale: f64) -> f64 {
        layout::natural_height_px(self.rows.len(), text_scale)
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let Some(layout) = Layout::new(self, frame) else {
            let mut empty = Placed::empty(frame, "No figure is published");
            empty.text = self.words();
            return empty;
        };
        let mut targets = Vec::new();
        let mut lanes = Vec::new();
        let mut start = 0;
        for row in &self.rows {
            let first = targets.len();
            for (end, number) in row.numbers().into_iter().enumerate() {
                let (Some(number), Some(name)) = (number, self.ends.get(end)) else {
                    continue;
                };
                let (words, brief) = self.tell(row, number, name);
                targets.push(Target {
                    key: [row.key.as_str(), "/", name].concat(),
                    name: row.name.clone(),
                    words,
                    brief,
                    at: layout.at(end, number),
                    reach: Reach::Around { radius_px: 30.0 },
                });
            }
            if row.role == SeriesRole::Place && targets.len() > first {
                start = targets.len() - 1;
            }
            lanes.push(first..targets.len());
        }
        let places: Vec<Point> = targets.iter().map(|target| target.at).collect();
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: self.marks(&layout),
            text: self.words(),
            walk: Walk::by_lanes(&places, &lanes, start),
            targets,
        }
    }
}

#[cfg(test)]
mod tests;
