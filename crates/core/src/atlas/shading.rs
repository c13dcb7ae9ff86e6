//! From figures to fills: which class each area is in, and what the key says of it.

use super::MapFigures;
use crate::chart::area_map::Fill;
use crate::chart::histogram::ValueRange;
use crate::measure::Direction;
use crate::quantity::{self, Value};
use crate::stats::breaks::{Classes, Method, NoClasses, Rule};

/// How the areas of a map are filled, and what that means.
#[derive(Clone, Debug, PartialEq)]
pub struct Shading {
    /// One per row of the figures.
    pub fills: Vec<Fill>,
    /// Areas whose published interval reaches beyond their class, one per row.
    pub uncertain: Vec<bool>,
    /// What each fill means and how many areas have it, in the order of the key.
    pub key: Vec<KeyEntry>,
    /// The classes, where values are shown in classes.
    pub classes: Option<Classes>,
    /// Why nothing is shaded, in words.
    pub trouble: Option<String>,
}

/// A line of the key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// The fill.
    pub fill: Fill,
    /// What it means.
    pub words: String,
    /// How many areas have it.
    pub count: usize,
    /// Its values in the measure's unit, where it stands for a class of them.
    pub range: Option<ValueRange>,
}

impl Shading {
    /// What an area's fill means, by its position among the rows.
    #[must_use]
    pub fn words_of(&self, at: usize) -> Option<&str> {
        let fill = self.fills.get(at)?;
        let entry = self.key.iter().find(|entry| entry.fill == *fill);
        entry.map(|entry| entry.words.as_str())
    }

    /// How many areas may belong to another class, by their intervals.
    #[must_use]
    pub fn unsure(&self) -> usize {
        self.uncertain.iter().filter(|own| **own).count()
    }
}

impl MapFigures {
    /// The figures in classes drawn over all periods; `tenths` are the publisher's, for
    /// [`Method::Deciles`].
    #[must_use]
    pub fn shaded(&self, method: Method, classes: u8, tenths: &[f64]) -> Shading {
        let asked = usize::from(classes);
        let numbers = &self.through_time;
        let centre = self
            .nearest_benchmark()
            .map_or(f64::NAN, |named| named.value);
        let mut edges = tenths.to_vec();
        edges.push(f64::MAX);
        let rule = match method {
            Method::FisherJenks => Rule::FisherJenks { classes: asked },
            Method::Quantile => Rule::Quantile { classes: asked },
            Method::Equal => Rule::Equal { classes: asked },
            Method::Deciles => Rule::Deciles {
                upper_edges: &edges,
            },
            Method::Around => Rule::Around {
                centre,
                classes: asked,
            },
        };
        let classes = match Classes::new(numbers, rule) {
            _ if method == Method::Deciles && tenths.is_empty() => {
                return self.unshaded(NO_TENTHS.to_owned());
            }
            Ok(classes) => classes,
            Err(fault) => return self.unshaded(told(fault)),
        };
        let fill = |class: usize| self.fill_of(&classes, class);
        let class_of = |row: &super::Row| row.value.number().and_then(|n| classes.class_of(n));
        let fills: Vec<Fill> = self
            .rows
            .iter()
            .map(|row| class_of(row).map_or_else(|| without(row.value), fill))
            .collect();
        let reaches_beyond = |row: &super::Row| {
            let own = class_of(row);
            row.interval.is_some_and(|interval| {
                classes.class_of(interval.low) != own || classes.class_of(interval.high) != own
            })
        };
        let uncertain = self.rows.iter().map(reaches_beyond).collect();
        let last = classes.upper_edges.len().saturating_sub(1);
        let entry = |class: usize| {
            let (low, high) = classes.edges(class)?;
            let (unit, decimals) = (self.subject.unit, self.subject.decimals);
            let range = ValueRange {
                above: (class > 0).then_some(low),
                up_to: (class < last).then_some(high),
            };
            Some(KeyEntry {
                fill: fill(class),
                words: quantity::class_range(range.above, range.up_to, unit, decimals),
                count: self
                    .rows
                    .iter()
                    .filter(|row| class_of(row) == Some(class))
                    .count(),
                range: Some(range),
            })
        };
        let mut key: Vec<KeyEntry> = (0..=last).filter_map(entry).collect();
        key.extend(self.key_of_gaps());
        Shading {
            fills,
            uncertain,
            key,
            classes: Some(classes),
            trouble: None,
        }
    }

    /// A map on which nothing can be shaded, with the reason.
    pub(super) fn unshaded(&self, trouble: String) -> Shading {
        Shading {
            fills: self.rows.iter().map(|row| without(row.value)).collect(),
            uncertain: Vec::new(),
            key: self.key_of_gaps(),
            classes: None,
            trouble: Some(trouble),
        }
    }

    /// Darker is worse where a direction is published, and higher where none is; around a
    /// value, warm is worse.
    fn fill_of(&self, classes: &Classes, class: usize) -> Fill {
        let is_reversed = self.subject.direction == Direction::HigherIsBetter;
        let small = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
        let of = classes.upper_edges.len();
        match classes.below_centre {
            Some(below) => {
                let step = |number: usize| i8::try_from(number.min(3)).unwrap_or(3);
                let away = match below.checked_sub(class) {
                    Some(under) if under > 0 => -step(under),
                    _ => step(class.saturating_sub(below).saturating_add(1)),
                };
                Fill::Diverging {
                    class: if is_reversed { -away } else { away },
                }
            }
            None if is_reversed => Fill::Class {
                class: small(of.saturating_sub(1).saturating_sub(class)),
                of: small(of),
            },
            None => Fill::Class {
                class: small(class),
                of: small(of),
            },
        }
    }

    /// Areas without a number, by reason.
    pub(super) fn key_of_gaps(&self) -> Vec<KeyEntry> {
        let reasons = [Value::Missing, Value::Suppressed, Value::Undefined];
        let entry = |value: &Value| {
            let count = self.rows.iter().filter(|row| row.value == *value).count();
            (count > 0).then(|| KeyEntry {
                fill: without(*value),
                words: self.told(*value),
                count,
                range: None,
            })
        };
        reasons.iter().filter_map(entry).collect()
    }
}

const NO_TENTHS: &str = "The publisher gives no tenths for this figure, so it can't be shown in them; choose another way of drawing classes.";

/// The fill of an area without a number.
const fn without(value: Value) -> Fill {
    match value {
        Value::Suppressed => Fill::Suppressed,
        Value::Undefined => Fill::NoClass,
        Value::Number(_) | Value::Missing => Fill::Missing,
    }
}

/// A fault as a sentence of its own.
fn told(fault: NoClasses) -> String {
    let words = fault.to_string();
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}
