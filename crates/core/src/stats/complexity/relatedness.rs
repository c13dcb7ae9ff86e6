//! Which industries go together, and how near each is to what a place does already.

use super::Strengths;
use crate::stats::grid::Grid;

/// Whether an industry counts among its own neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Itself {
    /// No, as in EconGeo: what a place does not do yet is judged by its neighbours alone.
    LeftOut,
    /// Yes, as in py-ecomplexity.
    Counted,
}

/// Proximity of each pair of industries (Hidalgo et al., 2007): of the places specialised in
/// one, the share also specialised in the other, the smaller of the two ways, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Relatedness {
    proximity: Grid,
}

impl Relatedness {
    /// How near industries are by who does what.
    #[must_use]
    pub fn new(strengths: &Strengths) -> Self {
        let together = strengths.together(|_| 1.0);
        let ubiquity = strengths.ubiquity();
        let of = |industry: usize| ubiquity.get(industry).map_or(0.0, |count| *count as f64);
        let proximity = together.map(|one, other, both| {
            // The share is smaller for the industry that more places do.
            let most = of(one).max(of(other));
            if both > 0.0 { both / most } else { 0.0 }
        });
        Self { proximity }
    }

    /// How near two industries are, 0 to 1; NaN for one that is not there.
    #[must_use]
    pub fn proximity(&self, one: usize, other: usize) -> f64 {
        self.proximity.at(one, other)
    }

    /// How near one industry is to each, in their order.
    #[must_use]
    pub fn proximities(&self, industry: usize) -> &[f64] {
        self.proximity.row(industry)
    }

    /// Relatedness density of each industry in a place (Hidalgo et al., 2007): of all proximity
    /// that the industry has, the share that is to strengths of the place, 0 to 1. None for an
    /// industry that is near no other.
    #[must_use]
    pub fn density(&self, strong: &[usize], itself: Itself) -> Vec<Option<f64>> {
        let rows = self.proximity.each_row().enumerate();
        rows.map(|(industry, row)| {
            let counts = |other: usize| itself == Itself::Counted || other != industry;
            let all = row.iter().enumerate().filter(|(other, _)| counts(*other));
            let all: f64 = all.map(|(_, proximity)| proximity).sum();
            let near = strong.iter().filter(|other| counts(**other));
            let near: f64 = near.filter_map(|other| row.get(*other)).sum();
            (all > 0.0).then(|| (near / all).clamp(0.0, 1.0))
        })
        .collect()
    }
}
