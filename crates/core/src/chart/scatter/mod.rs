//! The scatter: two measures of the same areas, parted by the county's values.

mod layout;
mod marks;
mod words;

use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use super::{Frame, NamedValue};
use crate::measure::Unit;
use crate::quantity::Value;
use layout::Layout;

/// Two measures of the same areas.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterSpec {
    /// The measure from left to right.
    pub across: ScatterAxis,
    /// The measure from bottom to top.
    pub up: ScatterAxis,
    /// What the areas are called, in the plural: `small areas`.
    pub areas_name: String,
    /// The areas.
    pub points: Vec<ScatterPoint>,
    /// Areas that recede since others are chosen, as the points are ordered. May be shorter.
    pub dimmed: Vec<bool>,
    /// The pinned area, as a place in the points.
    pub pinned: Option<usize>,
}

/// One of the two measures.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterAxis {
    /// Its name.
    pub measure: String,
    /// The unit of its values.
    pub unit: Unit,
    /// How many decimals they bear.
    pub decimals: u8,
    /// Their period, in words.
    pub period: String,
    /// The named value that parts the areas: the county's.
    pub line: Option<NamedValue>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterPoint {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value from left to right.
    pub across: Value,
    /// Its value from bottom to top.
    pub up: Value,
}

/// A scatter in its frame.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedScatter {
    /// Marks, words and a target for each area that has both values.
    pub placed: Placed,
    /// For each target its place among the spec's points.
    areas: Vec<usize>,
    layout: Layout,
}

impl ScatterSpec {
    /// Places the scatter in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> PlacedScatter {
        let frame = frame.sane();
        let both = self.both();
        let layout = Layout::new(self, &both, frame);
        let mut placed = Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: Vec::new(),
            targets: Vec::new(),
            text: self.words(&both),
            walk: Walk::default(),
        };
        if both.is_empty() {
            let sentence = "No area has a figure for both measures";
            placed.marks = Placed::empty(frame, sentence).marks;
        } else {
            placed.marks = self.marks(&both, &layout);
            placed.targets = self.targets(&both, &layout);
            placed.walk = self.walk(&both);
        }
        PlacedScatter {
            placed,
            areas: both.into_iter().map(|(index, _)| index).collect(),
            layout,
        }
    }

    /// The areas that have both values: their place and the two.
    fn both(&self) -> Vec<(usize, [f64; 2])> {
        let both = |point: &ScatterPoint| Some([finite(point.across)?, finite(point.up)?]);
        let numbered = self.points.iter().enumerate();
        numbered
            .filter_map(|(index, point)| Some((index, both(point)?)))
            .collect()
    }

    fn targets(&self, both: &[(usize, [f64; 2])], layout: &Layout) -> Vec<Target> {
        let targets = both.iter().filter_map(|&(index, values)| {
            let point = self.points.get(index)?;
            let words = self.point_words(point, values);
            Some(Target {
                key: point.key.clone(),
                name: point.name.clone(),
                brief: words.clone(),
                words,
                at: layout.point(values),
                reach: Reach::Around { radius_px: 16.0 },
            })
        });
        targets.collect()
    }

    /// Left and right by the measure across, up and down by the other.
    fn walk(&self, both: &[(usize, [f64; 2])]) -> Walk {
        let pinned = both
            .iter()
            .position(|(index, _)| Some(*index) == self.pinned);
        let values: Vec<[f64; 2]> = both.iter().map(|(_, values)| *values).collect();
        Walk::by_two(&values, pinned)
    }
}

impl PlacedScatter {
    /// The area of a target, as a place in the spec's points.
    #[must_use]
    pub fn area_of(&self, target: usize) -> Option<usize> {
        self.areas.get(target).copied()
    }

    /// The target of an area; none if it lacks a value.
    #[must_use]
    pub fn target_of(&self, area: usize) -> Option<usize> {
        self.areas.iter().position(|other| *other == area)
    }

    /// The areas in the rectangle between two corners, as places in the spec's points: a
    /// brush. One that reaches an edge of the plot holds what lies beyond it too.
    #[must_use]
    pub fn inside(&self, from: Point, to: Point) -> Vec<usize> {
        let between = |a: f64, b: f64, x: f64| (a.min(b)..=a.max(b)).contains(&x);
        let targets = self.placed.targets.iter().zip(&self.areas);
        targets
            .filter(|(target, _)| {
                between(from.x, to.x, target.at.x) && between(from.y, to.y, target.at.y)
            })
            .map(|(_, area)| *area)
            .collect()
    }

    /// The corners of the plot's part around a place, parted by the named lines: a click
    /// brushes it. None outside the plot.
    #[must_use]
    pub fn part_at(&self, x_px: f64, y_px: f64) -> Option<[Point; 2]> {
        self.layout.part_at(Point::new(x_px, y_px))
    }
}

fn finite(value: Value) -> Option<f64> {
    value.number().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests;
