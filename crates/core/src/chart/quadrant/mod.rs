//! The quadrant: two measures of the same industries, cut in four, each industry as large as
//! it is.
//!
//! The [`scatter`](super::scatter) shows hundreds of equal areas on even axes to be brushed.
//! Here the points are few, named and unequal in size and certainty, and ratios may lie evenly.

mod axes;
mod bubbles;
mod key;
mod layout;
mod words;

use super::mark::Ink;
use super::placed::{Placed, Reach, Target, Walk};
use super::theme::maps;
use super::{Frame, NamedValue};
use crate::measure::Unit;
use crate::quantity::{Interval, Value};
use layout::Layout;

/// Two measures of the same industries, cut in four.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantSpec {
    /// The measure from left to right.
    pub across: QuadrantAxis,
    /// The measure from bottom to top.
    pub up: QuadrantAxis,
    /// What sizes the points: `jobs`.
    pub size_unit: Unit,
    /// What the points are called, in the plural: `industries`.
    pub points_name: String,
    /// What the intervals are called: `80% interval`.
    pub interval_name: String,
    /// What makes a point unreliable: `under 500 jobs`.
    pub doubt: String,
    /// What the four corners are called, as [`Corner::ALL`] orders them.
    pub names: [String; 4],
    /// The points.
    pub points: Vec<QuadrantPoint>,
    /// The chosen point, as a place in the points.
    pub chosen: Option<usize>,
}

/// One of the two measures.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantAxis {
    /// Its name.
    pub measure: String,
    /// The unit of its values.
    pub unit: Unit,
    /// How many decimals they bear.
    pub decimals: u8,
    /// Their period, in words.
    pub period: String,
    /// What lies evenly along it.
    pub spacing: Spacing,
    /// The named value that cuts it.
    pub cut: NamedValue,
}

/// What lies evenly along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// Differences.
    Differences,
    /// Ratios: a half lies as far from one as a double. For positive values.
    Ratios,
}

/// One industry.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantPoint {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name as short as a picture needs.
    pub label: String,
    /// Its value from left to right, and the interval of it.
    pub across: (Value, Option<Interval>),
    /// Its value from bottom to top, and the interval of it.
    pub up: (Value, Option<Interval>),
    /// Its size; areas on the picture are in proportion to it.
    pub size: f64,
    /// Whether too little is behind its values to rely on them.
    pub is_unreliable: bool,
}

/// A quarter of the plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// High across and up: strong and growing.
    Leading,
    /// High up only: not strong yet, growing.
    Emerging,
    /// High across only: strong, falling behind.
    Mature,
    /// Low in both.
    Declining,
}

impl Corner {
    /// Every corner.
    pub const ALL: [Self; 4] = [Self::Leading, Self::Emerging, Self::Mature, Self::Declining];

    /// Its colour: cool above the line, warm below, dark to the right, light to the left.
    #[must_use]
    pub fn ink(self) -> Ink {
        match self {
            Self::Leading => maps::diverging(-3),
            Self::Emerging => maps::diverging(-2),
            Self::Mature => maps::diverging(3),
            Self::Declining => maps::diverging(2),
        }
    }

    const fn of(is_right: bool, is_upper: bool) -> Self {
        match (is_right, is_upper) {
            (true, true) => Self::Leading,
            (false, true) => Self::Emerging,
            (true, false) => Self::Mature,
            (false, false) => Self::Declining,
        }
    }
}

/// A point that has both values.
#[derive(Clone, Copy, Debug)]
struct Told<'a> {
    /// Its place in the spec.
    index: usize,
    point: &'a QuadrantPoint,
    values: [f64; 2],
    corner: Corner,
}

impl QuadrantSpec {
    /// The height that suits a width, both in CSS pixels.
    #[must_use]
    pub fn natural_height_px(width_px: f64, text_scale: f64) -> f64 {
        (width_px * 0.72).clamp(360.0, 640.0) * text_scale.sqrt()
    }

    /// Places the chart in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let told = self.told();
        if told.is_empty() {
            let mut empty = Placed::empty(frame, "No industry has figures for both measures");
            empty.text = self.words(&told);
            return empty;
        }
        let layout = Layout::new(self, &told, frame);
        let mut writing = self.axis_marks(&layout);
        self.point_marks(&told, &layout, &mut writing);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: writing.with_texts_on_top(),
            targets: self.targets(&told, &layout),
            text: self.words(&told),
            walk: self.walk(&told),
        }
    }

    /// The points that have both values, those on an axis of ratios being above nothing.
    fn told(&self) -> Vec<Told<'_>> {
        let finite = |axis: &QuadrantAxis, value: Value| {
            let number = value.number().filter(|number| number.is_finite())?;
            (axis.spacing == Spacing::Differences || number > 0.0).then_some(number)
        };
        let numbered = self.points.iter().enumerate();
        numbered
            .filter_map(|(index, point)| {
                let across = finite(&self.across, point.across.0)?;
                let up = finite(&self.up, point.up.0)?;
                Some(Told {
                    index,
                    point,
                    values: [across, up],
                    corner: Corner::of(across > self.across.cut.value, up > self.up.cut.value),
                })
            })
            .collect()
    }

    fn targets(&self, told: &[Told<'_>], layout: &Layout) -> Vec<Target> {
        let target = |one: &Told<'_>| Target {
            key: one.point.key.clone(),
            name: one.point.name.clone(),
            words: self.point_words(one),
            brief: self.brief(one),
            at: layout.at(one.values),
            reach: Reach::Disc {
                radius_px: layout.radius(one.point.size),
            },
        };
        told.iter().map(target).collect()
    }

    /// Left and right by the measure across, up and down by the other.
    fn walk(&self, told: &[Told<'_>]) -> Walk {
        let values: Vec<[f64; 2]> = told.iter().map(|one| one.values).collect();
        let chosen = told.iter().position(|one| Some(one.index) == self.chosen);
        Walk::by_two(&values, chosen)
    }

    fn name_of(&self, corner: Corner) -> &str {
        let named = Corner::ALL.iter().zip(&self.names);
        let mut named = named.filter(|(other, _)| **other == corner);
        named.next().map_or("", |(_, name)| name.as_str())
    }
}

#[cfg(test)]
mod tests;
