//! Which places and industries are alike by who does what: revealed strengths, complexity,
//! relatedness.
//!
//! After Balassa (1965), Hidalgo et al. (2007), Hidalgo and Hausmann (2009), and Mealy, Farmer
//! and Teytelboym (2019), who showed that the index orders by likeness: it measures neither
//! quality nor diversity.

mod index;
mod relatedness;

#[cfg(test)]
mod tests;

use super::grid::Grid;

pub use index::{Complexity, NoComplexity, complexity};
pub use relatedness::{Itself, Relatedness};

/// Balassa's revealed comparative advantage (1965) of each place (row) in each industry
/// (column): its share of the place over its share of all places. NaN for places without
/// anything and industries that are nowhere.
#[must_use]
pub fn revealed_advantage(amounts: &Grid) -> Grid {
    let (places, industries) = (amounts.row_sums(), amounts.column_sums());
    let all: f64 = places.iter().sum();
    let at = |list: &[f64], position: usize| list.get(position).copied().unwrap_or(f64::NAN);
    amounts.map(|place, industry, amount| {
        let expected = at(&places, place) * at(&industries, industry) / all;
        if expected > 0.0 {
            amount / expected
        } else {
            f64::NAN
        }
    })
}

/// Which places are specialised in which industries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strengths {
    industries: usize,
    /// Per place its industries by position, in rising order.
    by_place: Vec<Vec<usize>>,
}

impl Strengths {
    /// Every pair whose advantage is 1 or more, as in py-ecomplexity; one that is not defined
    /// is no strength.
    #[must_use]
    pub fn from_advantage(advantage: &Grid) -> Self {
        let strong = |row: &[f64]| {
            let strong = row.iter().enumerate().filter(|(_, cell)| **cell >= 1.0);
            strong.map(|(industry, _)| industry).collect()
        };
        Self {
            industries: advantage.columns(),
            by_place: advantage.each_row().map(strong).collect(),
        }
    }

    /// How many places there are.
    #[must_use]
    pub const fn places(&self) -> usize {
        self.by_place.len()
    }

    /// How many industries there are.
    #[must_use]
    pub const fn industries(&self) -> usize {
        self.industries
    }

    /// A place's industries by position, in rising order; empty for a place that is not there.
    #[must_use]
    pub fn of_place(&self, place: usize) -> &[usize] {
        self.by_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// In how many industries each place is specialised (diversity).
    #[must_use]
    pub fn diversity(&self) -> Vec<usize> {
        self.by_place.iter().map(Vec::len).collect()
    }

    /// How many places are specialised in each industry (ubiquity).
    #[must_use]
    pub fn ubiquity(&self) -> Vec<usize> {
        let mut counts = vec![0; self.industries];
        for industry in self.by_place.iter().flatten() {
            if let Some(count) = counts.get_mut(*industry) {
                *count += 1;
            }
        }
        counts
    }

    /// For each pair of industries, the sum over the places specialised in both of the place's
    /// weight.
    fn together(&self, weight: impl Fn(usize) -> f64) -> Grid {
        let mut pairs = Grid::zeros(self.industries, self.industries);
        for (place, strong) in self.by_place.iter().enumerate() {
            let weight = weight(place);
            for one in strong {
                let row = pairs.row_mut(*one);
                for other in strong {
                    if let Some(cell) = row.get_mut(*other) {
                        *cell += weight;
                    }
                }
            }
        }
        pairs
    }
}
