//! An index of a reader's own: measures put on one scale, weighed and added up, and how firm
//! each area's rank is when the weights move.
//!
//! Missing values: an area is scored from the measures it has, if these hold at least a stated
//! share of all weight; otherwise it has no score and no rank, and is counted.

mod scaling;
mod stability;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::order;

pub use scaling::Scaling;
pub use stability::{Shake, Stability, StabilityRun};

/// What a high value does to the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HighValue {
    /// It raises the index.
    Raises,
    /// It lowers the index.
    Lowers,
}

/// One measure in an index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part<'a> {
    /// One value per area in the measure's own unit, NaN where there is none.
    pub values: &'a [f64],
    /// How much it counts beside the others: 0 or more, in any unit.
    pub weight: f64,
    /// What a high value does.
    pub high: HighValue,
}

/// Measures on one scale with their weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Composite {
    /// Per part one scaled value per area, turned so that high raises the index; NaN for none.
    columns: Vec<Vec<f64>>,
    weights: Vec<f64>,
    /// The areas that are scored, in rising order.
    scored: Vec<usize>,
    areas: usize,
    flat: Vec<usize>,
}

/// The index of all areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// Per area the weighted mean of its scaled values, in the unit of the scaling; higher is
    /// more of what the index is about.
    pub scores: Vec<Option<f64>>,
    /// Per area its place from the highest score, which is 1; equal scores share the better place.
    pub ranks: Vec<Option<usize>>,
    /// How many areas are not scored, for too many missing values.
    pub not_scored: usize,
}

impl Composite {
    /// Puts measures on one scale. An area is scored where the measures it has hold at least
    /// `least_present` of all weight: 1 asks for all of them, 0 for any.
    ///
    /// # Errors
    /// [`NoIndex`] when there is no measure with weight, a weight is no weight, the measures are
    /// of different areas or no area can be scored.
    pub fn new(parts: &[Part<'_>], scaling: Scaling, least_present: f64) -> Result<Self, NoIndex> {
        let areas = parts.first().ok_or(NoIndex::NoWeight)?.values.len();
        for (part, position) in parts.iter().zip(1..) {
            if !part.weight.is_finite() || part.weight < 0.0 {
                return Err(NoIndex::NotAWeight { part: position });
            }
            if part.values.len() != areas {
                return Err(NoIndex::OtherAreas {
                    part: position,
                    areas: part.values.len(),
                    expected: areas,
                });
            }
        }
        let weights: Vec<f64> = parts.iter().map(|part| part.weight).collect();
        let all_weight: f64 = weights.iter().sum();
        if all_weight <= 0.0 {
            return Err(NoIndex::NoWeight);
        }
        let mut composite = Self {
            columns: parts
                .iter()
                .map(|part| scaling.scaled(part.values, part.high))
                .collect(),
            weights,
            scored: Vec::new(),
            areas,
            flat: scaling::flat(parts),
        };
        // Rounding may leave the sum of all weights a digit short of itself.
        let enough = least_present.clamp(0.0, 1.0) * all_weight * (1.0 - 1e-12);
        composite.scored = (0..areas)
            .filter(|area| {
                let present = composite.present_weight(&composite.weights, *area);
                present > 0.0 && present >= enough
            })
            .collect();
        if composite.scored.is_empty() {
            return Err(NoIndex::NobodyScored { areas });
        }
        Ok(composite)
    }

    /// Scores and ranks of all areas.
    #[must_use]
    pub fn index(&self) -> Index {
        let found = self.scores(&self.weights);
        let mut scores = vec![None; self.areas];
        let mut places = vec![None; self.areas];
        for ((area, score), rank) in self.scored.iter().zip(&found).zip(ranks(&found)) {
            if let (Some(slot), Some(place)) = (scores.get_mut(*area), places.get_mut(*area)) {
                (*slot, *place) = (Some(*score), Some(rank));
            }
        }
        Index {
            scores,
            ranks: places,
            not_scored: self.areas - self.scored.len(),
        }
    }

    /// Which parts, by position, have the same value everywhere and so tell no areas apart.
    #[must_use]
    pub fn flat_parts(&self) -> &[usize] {
        &self.flat
    }

    /// What each part adds to an area's score, 0 where its value is missing; they add up to the
    /// score. None for an area that is not scored.
    #[must_use]
    pub fn contributions(&self, area: usize) -> Option<Vec<f64>> {
        self.scored.binary_search(&area).ok()?;
        let present = self.present_weight(&self.weights, area);
        let parts = self.weighed(&self.weights, area);
        Some(
            parts
                .map(|(weight, value)| weight * value / present)
                .collect(),
        )
    }

    /// How many of the scored areas are their top fifth, rounded up.
    #[must_use]
    pub fn top_fifth(&self) -> usize {
        self.scored.len().div_ceil(5)
    }

    /// Weight and scaled value of each part in an area; no weight where it has no value.
    fn weighed(&self, weights: &[f64], area: usize) -> impl Iterator<Item = (f64, f64)> {
        let columns = self.columns.iter().zip(weights);
        columns.map(move |(column, weight)| match column.get(area) {
            Some(value) if value.is_finite() => (*weight, *value),
            _ => (0.0, 0.0),
        })
    }

    fn present_weight(&self, weights: &[f64], area: usize) -> f64 {
        self.weighed(weights, area).map(|(weight, _)| weight).sum()
    }

    /// The scores of the scored areas, in their order.
    fn scores(&self, weights: &[f64]) -> Vec<f64> {
        let scores = self.scored.iter().map(|area| {
            let (mut sum, mut present) = (0.0, 0.0);
            for (weight, value) in self.weighed(weights, *area) {
                sum += weight * value;
                present += weight;
            }
            sum / present
        });
        scores.collect()
    }
}

/// Places from the highest score; equal scores share the better place.
fn ranks(scores: &[f64]) -> Vec<usize> {
    let mut rising = scores.to_vec();
    order::sort_numbers(&mut rising);
    let above = |score: &f64| rising.len() - rising.partition_point(|other| other <= score);
    scores.iter().map(|score| above(score) + 1).collect()
}

/// Why there is no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoIndex {
    /// No measure is chosen, or all weights are zero.
    NoWeight,
    /// A weight is below zero or no number.
    NotAWeight {
        /// Which measure's, from 1.
        part: usize,
    },
    /// A measure is of other areas than the first.
    OtherAreas {
        /// Which measure, from 1.
        part: usize,
        /// How many areas it has.
        areas: usize,
        /// How many the first has.
        expected: usize,
    },
    /// No area has enough of the measures.
    NobodyScored {
        /// How many areas there are.
        areas: usize,
    },
}

impl fmt::Display for NoIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWeight => f.write_str(
                "an index needs at least one measure with a weight above zero; choose one, or raise a weight",
            ),
            Self::NotAWeight { part } => write!(
                f,
                "the weight of measure {part} is not a number of 0 or more; give it such a weight"
            ),
            Self::OtherAreas {
                part,
                areas,
                expected,
            } => write!(
                f,
                "measure {part} has {areas} areas where the first has {expected}; choose measures of the same level and year"
            ),
            Self::NobodyScored { areas } => write!(
                f,
                "none of the {areas} areas has enough of the measures to be scored; take out the measure that is missing most"
            ),
        }
    }
}

impl std::error::Error for NoIndex {}
