//! The histogram: a map's key that also says how many areas have which value.
//!
//! Bars stand over a band in the map's colours; the breaks between classes bear their
//! values, named comparisons their lines. Areas without a figure are counted beside it.

mod bins;
mod layout;
mod marks;
mod words;

use super::area_map::Fill;
use super::mark::{Mark, Point};
use super::placed::{Placed, Reach, Target, Walk};
use super::region::Rect;
use super::{Frame, NamedValue};
use crate::measure::Unit;
use crate::order;
use crate::quantity::Value;
use bins::Bins;
use layout::Layout;

/// How many areas have which value, in a map's classes.
#[derive(Clone, Debug, PartialEq)]
pub struct HistogramSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// What the areas are called, in the plural: `small areas`.
    pub areas_name: String,
    /// The value of each area.
    pub values: Vec<Value>,
    /// The rising upper edges of all classes but the last.
    pub upper_edges: Vec<f64>,
    /// How each class is filled, from the lowest values; one more than edges.
    pub fills: Vec<Fill>,
    /// Named comparisons, the most important first.
    pub markers: Vec<NamedValue>,
    /// The pinned area.
    pub pinned: Option<NamedValue>,
    /// The range that is brushed: what lies outside recedes.
    pub brushed: Option<ValueRange>,
}

/// A range of values: above its low end, up to and with its high end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ValueRange {
    /// What every value is above; none for no limit.
    pub above: Option<f64>,
    /// What no value is above; none for no limit.
    pub up_to: Option<f64>,
}

/// A histogram in its frame.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedHistogram {
    /// Marks, words and a target for each class, then for those without a figure.
    pub placed: Placed,
    classes: Vec<ValueRange>,
    layout: Layout,
}

impl ValueRange {
    /// Whether a value lies in the range.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.above.is_none_or(|above| value > above)
            && self.up_to.is_none_or(|up_to| value <= up_to)
    }
}

impl HistogramSpec {
    /// The height in CSS pixels at which it stands comfortably.
    #[must_use]
    pub fn natural_height_px(text_scale: f64) -> f64 {
        168.0 * text_scale
    }

    /// Places the histogram in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> PlacedHistogram {
        let frame = frame.sane();
        let mut rising: Vec<f64> = self.values.iter().filter_map(|v| finite(*v)).collect();
        order::sort_numbers(&mut rising);
        let layout = Layout::new(self, &rising, frame);
        let bins = Bins::new(&rising, layout.scale, layout.finest(self));
        let mut placed = Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: self.marks(&rising, &bins, &layout),
            targets: Vec::new(),
            text: self.words(&rising),
            walk: Walk::default(),
        };
        if rising.is_empty() && self.untold().is_empty() {
            placed.marks = Placed::empty(frame, "No figure is published").marks;
        }
        let classes = if rising.is_empty() {
            Vec::new()
        } else {
            self.classes()
        };
        placed.targets = self.targets(&rising, &classes, &layout);
        let order: Vec<usize> = (0..placed.targets.len()).collect();
        placed.walk = Walk::along(&order, 0, false);
        PlacedHistogram {
            placed,
            classes,
            layout,
        }
    }

    /// The classes' ranges, from the lowest.
    #[must_use]
    pub fn classes(&self) -> Vec<ValueRange> {
        let edges = || self.upper_edges.iter().copied().map(Some);
        std::iter::once(None)
            .chain(edges())
            .zip(edges().chain([None]))
            .map(|(above, up_to)| ValueRange { above, up_to })
            .collect()
    }

    fn targets(&self, rising: &[f64], classes: &[ValueRange], layout: &Layout) -> Vec<Target> {
        let in_classes = classes.iter().enumerate().map(|(index, range)| {
            let (left, right) = layout.stretch(range);
            let words = self.class_words(range, rising);
            Target {
                key: ["class-", &index.to_string()].concat(),
                name: self.range_words(range),
                brief: words.clone(),
                words,
                at: Point::new(f64::midpoint(left, right), layout.band_top - 8.0),
                reach: Reach::Row(Rect {
                    left,
                    top: layout.bars_top,
                    right,
                    bottom: layout.band_bottom,
                }),
            }
        });
        let untold = self.untold();
        let without = layout.seats(&untold).into_iter().map(|(seat, entry)| {
            let words = self.untold_words(entry);
            Target {
                key: entry.key().to_owned(),
                name: entry.name().to_owned(),
                brief: words.clone(),
                words,
                at: Point::new(seat.left + 6.0, f64::midpoint(seat.top, seat.bottom)),
                reach: Reach::Row(seat),
            }
        });
        in_classes.chain(without).collect()
    }
}

impl PlacedHistogram {
    /// The value at a place across the frame; the nearest end outside the axis.
    #[must_use]
    pub fn value_at(&self, x_px: f64) -> f64 {
        let scale = self.layout.scale;
        scale.clamp(scale.value_from_px(x_px))
    }

    /// The range between two places across the frame, for a brush; a range that reaches an
    /// end of the axis holds what lies beyond it too.
    #[must_use]
    pub fn range_between(&self, from_px: f64, to_px: f64) -> ValueRange {
        let (low_px, high_px) = (from_px.min(to_px), from_px.max(to_px));
        let (left, right) = self.layout.ends();
        ValueRange {
            above: (low_px > left).then(|| self.value_at(low_px)),
            up_to: (high_px < right).then(|| self.value_at(high_px)),
        }
    }

    /// The range of a target; none for areas without a figure.
    #[must_use]
    pub fn range_of(&self, target: usize) -> Option<ValueRange> {
        self.classes.get(target).copied()
    }

    /// Marks for the place of a value, drawn over the histogram: the hovered area's.
    #[must_use]
    pub fn pointer(&self, value: f64, brief: &str) -> Vec<Mark> {
        marks::pointer(&self.layout, value, brief)
    }
}

/// Areas without a figure, by the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Untold {
    Missing(usize),
    Suppressed(usize),
}

impl HistogramSpec {
    fn untold(&self) -> Vec<Untold> {
        let suppressed = self
            .values
            .iter()
            .filter(|value| matches!(value, Value::Suppressed))
            .count();
        let told = self.values.iter().filter(|v| finite(**v).is_some()).count();
        let missing = self.values.len() - told - suppressed;
        [Untold::Missing(missing), Untold::Suppressed(suppressed)]
            .into_iter()
            .filter(|entry| entry.count() > 0)
            .collect()
    }
}

impl Untold {
    const fn count(self) -> usize {
        match self {
            Self::Missing(count) | Self::Suppressed(count) => count,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Suppressed(_) => "suppressed",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Missing(_) => "no figure",
            Self::Suppressed(_) => "withheld",
        }
    }
}

fn finite(value: Value) -> Option<f64> {
    value.number().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests;
