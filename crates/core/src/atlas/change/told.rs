//! How changes are filled, and what the key says of them.

use super::super::{KeyEntry, MapFigures, Shading, Subject};
use crate::chart::area_map::Fill;
use crate::measure::{Direction, Unit};
use crate::quantity::{self, Value};
use crate::stats::breaks::{Classes, Rule};
use crate::stats::change::{Difference, Noise};

/// How many sizes of change are told apart.
const SIZES: usize = 3;

/// How changes of a measure are told.
pub(super) struct Told {
    unit: Unit,
    decimals: u8,
    is_rise_good: bool,
    noise: Noise,
}

impl Told {
    pub(super) fn new(subject: &Subject, noise: Noise) -> Self {
        Self {
            unit: subject.unit,
            decimals: subject.decimals,
            is_rise_good: subject.direction == Direction::HigherIsBetter,
            noise,
        }
    }

    /// Warm is worse, or a rise where neither way is; clear changes only, by their size.
    pub(super) fn shading(&self, figures: &MapFigures, differences: &[Difference]) -> Shading {
        let clear = |difference: &Difference| match difference {
            Difference::Clear { difference, .. } => Some(*difference),
            _ => None,
        };
        let changes: Vec<f64> = differences.iter().filter_map(clear).collect();
        let sizes: Vec<f64> = changes.iter().map(|change| change.abs()).collect();
        let classes = Classes::new(&sizes, Rule::FisherJenks { classes: SIZES }).ok();
        let edges = classes
            .as_ref()
            .map_or(&[][..], |classes| &classes.upper_edges);
        let last = edges.len().saturating_sub(1);
        let size_of = |change: f64| {
            let class = classes
                .as_ref()
                .and_then(|classes| classes.class_of(change.abs()));
            class.unwrap_or(last)
        };
        let fill = |difference: &Difference, value: Value| match difference {
            Difference::Clear { difference, .. } => {
                self.fill(*difference > 0.0, size_of(*difference))
            }
            Difference::NotClear { .. } => Fill::NoClearChange,
            Difference::TooSmall | Difference::NoMargin => Fill::NoClass,
            Difference::NoValue if value == Value::Suppressed => Fill::Suppressed,
            Difference::NoValue => Fill::Missing,
        };
        let rows = figures.rows.iter().zip(differences);
        let fills: Vec<Fill> = rows
            .map(|(row, difference)| fill(difference, row.value))
            .collect();
        let count = |fill: Fill| fills.iter().filter(|own| **own == fill).count();
        let sized = |is_rise: bool, class: usize| {
            let above = class
                .checked_sub(1)
                .and_then(|below| edges.get(below))
                .copied();
            let up_to = edges.get(class).copied().filter(|_| class < last);
            let range = quantity::gap_range(above, up_to, self.unit, self.decimals);
            let verb = if is_rise { "rose" } else { "fell" };
            let words = [verb, &range].join(" ");
            entry(
                self.fill(is_rise, class),
                words.trim_end(),
                count(self.fill(is_rise, class)),
            )
        };
        let falls = (0..edges.len()).rev().map(|class| sized(false, class));
        let rises = (0..edges.len()).map(|class| sized(true, class));
        let still = entry(
            Fill::NoClearChange,
            self.still_words(),
            count(Fill::NoClearChange),
        );
        let without = [
            (Fill::NoClass, self.untold_words()),
            (Fill::Missing, "no figure at one of the periods"),
            (Fill::Suppressed, "withheld at one of the periods"),
        ];
        let without = without.map(|(fill, words)| entry(fill, words, count(fill)));
        let key = falls.chain([still]).chain(rises).chain(without);
        let is_untold = changes.is_empty() && count(Fill::NoClearChange) == 0;
        Shading {
            key: key.filter(|entry| entry.count > 0).collect(),
            fills,
            uncertain: Vec::new(),
            classes: None,
            trouble: is_untold.then(|| "No area has a change that can be told.".to_owned()),
        }
    }

    fn fill(&self, is_rise: bool, class: usize) -> Fill {
        let size = i8::try_from(class.min(SIZES - 1)).unwrap_or(0) + 1;
        let is_warm = is_rise != self.is_rise_good;
        Fill::Diverging {
            class: if is_warm { size } else { -size },
        }
    }

    pub(super) const fn still_words(&self) -> &'static str {
        match self.noise {
            Noise::Published => "no clear change: inside the 95% interval",
            Noise::LeastChange(_) => "no clear change: too small to tell",
            Noise::RoundedTo(_) => "no clear change: rounding may explain it",
            Noise::Jobs => "no clear change: inside the survey’s noise",
        }
    }

    pub(super) const fn untold_words(&self) -> &'static str {
        match self.noise {
            Noise::Jobs => "fewer than 500 jobs: too few to tell",
            _ => "no interval published, so nobody can tell",
        }
    }
}

fn entry(fill: Fill, words: &str, count: usize) -> KeyEntry {
    KeyEntry {
        fill,
        words: words.to_owned(),
        count,
        range: None,
    }
}
