//! Classes for maps: where one shade ends and the next begins.
//!
//! Every rule gives classes closed on the right, `(lower, upper]`; the first includes the
//! lowest value. Equal values always share a class. What is not a finite number is no
//! data, in no class, and counted.

mod edges;
mod fisher_jenks;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::order;

pub use fisher_jenks::fisher_jenks;

/// A way of drawing classes, as named in links and on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Natural breaks: the least squared deviation within classes.
    FisherJenks,
    /// About the same number of areas in each class.
    Quantile,
    /// The same width for each class.
    Equal,
    /// The tenths that the publisher has drawn, for the whole country.
    Deciles,
    /// As many classes above a stated value as below it, at the same distances.
    Around,
}

impl Method {
    /// Every method, in the order in which readers are offered them.
    pub const ALL: [Self; 5] = [
        Self::FisherJenks,
        Self::Quantile,
        Self::Equal,
        Self::Deciles,
        Self::Around,
    ];

    /// The public key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::FisherJenks => "fisher-jenks",
            Self::Quantile => "quantile",
            Self::Equal => "equal",
            Self::Deciles => "deciles",
            Self::Around => "around",
        }
    }

    /// The method of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.key() == key)
    }
}

/// A method with all that it needs to know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule<'a> {
    /// Natural breaks (Fisher, 1958; Jenks, 1977).
    FisherJenks {
        /// How many classes are asked for.
        classes: usize,
    },
    /// Quantiles of type 7 (Hyndman and Fan, 1996); those that fall together are one class.
    Quantile {
        /// How many classes are asked for.
        classes: usize,
    },
    /// Equal steps from the lowest to the highest value.
    Equal {
        /// How many classes are asked for.
        classes: usize,
    },
    /// Edges as published, kept even where no area falls between two of them, so that a
    /// shade means the same tenth everywhere.
    Deciles {
        /// The upper edge of each tenth in the measure's unit, rising.
        upper_edges: &'a [f64],
    },
    /// Classes on both sides of a value such as the county's or England's.
    Around {
        /// The value; no class lies on both sides of it, and it is itself in the class below.
        centre: f64,
        /// How many classes are asked for; an odd number gives one fewer, one gives two.
        classes: usize,
    },
}

impl Rule<'_> {
    /// The rule's method.
    #[must_use]
    pub const fn method(self) -> Method {
        match self {
            Self::FisherJenks { .. } => Method::FisherJenks,
            Self::Quantile { .. } => Method::Quantile,
            Self::Equal { .. } => Method::Equal,
            Self::Deciles { .. } => Method::Deciles,
            Self::Around { .. } => Method::Around,
        }
    }

    const fn asked(self) -> usize {
        match self {
            Self::FisherJenks { classes }
            | Self::Quantile { classes }
            | Self::Equal { classes }
            | Self::Around { classes, .. } => classes,
            Self::Deciles { upper_edges } => upper_edges.len(),
        }
    }
}

/// The classes of a list of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// How they were drawn.
    pub method: Method,
    /// How many were asked for. There are fewer where fewer values differ.
    pub asked: usize,
    /// The lowest value, in the measure's unit; part of the first class.
    pub lowest: f64,
    /// The upper edge of each class in the measure's unit, rising; part of its class.
    pub upper_edges: Vec<f64>,
    /// How many values are in each class.
    pub counts: Vec<usize>,
    /// How many entries are no numbers.
    pub no_data: usize,
    /// Goodness of variance fit, 0 to 1: one less the squared deviation within classes as a
    /// share of all. None where all values are equal.
    pub gvf: Option<f64>,
    /// For [`Method::Around`]: how many classes lie at or below the stated value.
    pub below_centre: Option<usize>,
}

impl Classes {
    /// Draws classes for values, one per area; NaN stands for no data.
    ///
    /// All values equal give one class, fewer distinct values than classes give as many
    /// classes as values (for [`Rule::Around`], as many on each side as distances).
    ///
    /// # Errors
    /// [`NoClasses`] when there is no value, or the rule itself makes no sense.
    pub fn new(values: &[f64], rule: Rule<'_>) -> Result<Self, NoClasses> {
        let mut sorted: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| value.is_finite())
            .collect();
        order::sort_numbers(&mut sorted);
        let Some(&lowest) = sorted.first() else {
            return Err(NoClasses::NoValues {
                areas: values.len(),
            });
        };
        let (upper_edges, below_centre) = edges_of(&sorted, rule)?;
        let counts = counts(&sorted, &upper_edges);
        Ok(Self {
            method: rule.method(),
            asked: rule.asked(),
            lowest,
            gvf: goodness_of_variance_fit(&sorted, &counts),
            no_data: values.len() - sorted.len(),
            upper_edges,
            counts,
            below_centre,
        })
    }

    /// The class of a value, from 0. Values beyond the ends, as other periods may have,
    /// belong to the class at that end; what is not a number has none.
    #[must_use]
    pub fn class_of(&self, value: f64) -> Option<usize> {
        let last = self.upper_edges.len().checked_sub(1)?;
        value
            .is_finite()
            .then(|| class_of(&self.upper_edges, value).unwrap_or(last))
    }

    /// The lower and upper edge of a class in the measure's unit; the lower one is part of
    /// the class in the first only.
    #[must_use]
    pub fn edges(&self, class: usize) -> Option<(f64, f64)> {
        let upper = *self.upper_edges.get(class)?;
        let lower = match class.checked_sub(1) {
            Some(before) => *self.upper_edges.get(before)?,
            None => self.lowest.min(upper),
        };
        Some((lower, upper))
    }
}

/// The class of a value: the first whose upper edge is not below it.
#[must_use]
pub fn class_of(upper_edges: &[f64], value: f64) -> Option<usize> {
    upper_edges.iter().position(|edge| value <= *edge)
}

/// Why there are no classes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoClasses {
    /// No area has a value.
    NoValues {
        /// How many areas there are.
        areas: usize,
    },
    /// No class is asked for.
    NoneAsked,
    /// Published edges do not rise, or are no numbers.
    EdgesDoNotRise {
        /// Which edge is wrong, from 1.
        edge: usize,
    },
    /// The value to draw classes around is no number.
    NoCentre,
}

impl fmt::Display for NoClasses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoValues { areas } => write!(
                f,
                "none of the {areas} areas has a value, so there is nothing to shade; choose another period or measure"
            ),
            Self::NoneAsked => f.write_str("a map needs at least one class; ask for 2 to 9"),
            Self::EdgesDoNotRise { edge } => write!(
                f,
                "edge {edge} of the published classes is not above the one before; check the measure's published classes"
            ),
            Self::NoCentre => f.write_str(
                "there is no value to draw the classes around; choose another place to compare with, or another way of drawing classes",
            ),
        }
    }
}

impl std::error::Error for NoClasses {}

fn edges_of(sorted: &[f64], rule: Rule<'_>) -> Result<(Vec<f64>, Option<usize>), NoClasses> {
    if rule.asked() == 0 {
        return Err(NoClasses::NoneAsked);
    }
    let different = 1 + sorted
        .windows(2)
        .filter(|pair| pair.first() != pair.last())
        .count();
    let edges = match rule {
        Rule::FisherJenks { classes } => fisher_jenks(sorted, classes),
        Rule::Quantile { classes } => edges::quantiles(sorted, classes.min(different)),
        Rule::Equal { classes } => edges::equal_steps(sorted, classes.min(different)),
        Rule::Deciles { upper_edges } => published(sorted, upper_edges)?,
        Rule::Around { centre, .. } if !centre.is_finite() => return Err(NoClasses::NoCentre),
        Rule::Around { centre, classes } => {
            let (edges, below) = edges::around(sorted, centre, classes);
            return Ok((edges, Some(below)));
        }
    };
    Ok((edges, None))
}

/// Published edges, the last raised to the highest value where that is above it.
fn published(sorted: &[f64], upper_edges: &[f64]) -> Result<Vec<f64>, NoClasses> {
    let mut edges: Vec<f64> = Vec::with_capacity(upper_edges.len());
    for (index, edge) in upper_edges.iter().enumerate() {
        if !edge.is_finite() || edges.last().is_some_and(|last| edge <= last) {
            return Err(NoClasses::EdgesDoNotRise { edge: index + 1 });
        }
        edges.push(*edge);
    }
    if let (Some(last), Some(highest)) = (edges.last_mut(), sorted.last()) {
        *last = last.max(*highest);
    }
    Ok(edges)
}

fn counts(sorted: &[f64], upper_edges: &[f64]) -> Vec<usize> {
    let mut below = 0;
    let counts = upper_edges.iter().map(|edge| {
        let up_to = sorted.partition_point(|value| value <= edge);
        let count = up_to - below;
        below = up_to;
        count
    });
    counts.collect()
}

fn goodness_of_variance_fit(sorted: &[f64], counts: &[usize]) -> Option<f64> {
    let all = squared_deviation(sorted);
    let mut rest = sorted;
    let mut within = 0.0;
    for &count in counts {
        let (class, after) = rest.split_at_checked(count)?;
        within += squared_deviation(class);
        rest = after;
    }
    let fit = 1.0 - within / all;
    (all > 0.0 && fit.is_finite()).then_some(fit)
}

/// Around the mean, after the first value is taken off so that a large offset costs no digits.
fn squared_deviation(values: &[f64]) -> f64 {
    let origin = values.first().copied().unwrap_or(0.0);
    let mean = values.iter().map(|value| value - origin).sum::<f64>() / values.len().max(1) as f64;
    let deviations = values.iter().map(|value| value - origin - mean);
    deviations.map(|deviation| deviation * deviation).sum()
}
