//! How firm ranks are: the same index with weights a little different.

use super::{Composite, ranks};
use crate::random::{Philox, Stream};

/// How the weights are moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shake {
    /// How often all weights are moved at once.
    pub draws: u32,
    /// How far each weight may go either way as a share of itself: 0.2 for 20%. Every place
    /// between is equally likely, for each weight by itself.
    pub spread: f64,
    /// Seeds the moves: the same seed gives the same answer.
    pub seed: u32,
}

impl Default for Shake {
    fn default() -> Self {
        Self {
            draws: 1_000,
            spread: 0.2,
            seed: 1,
        }
    }
}

/// How firm the rank of an area is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// Its rank with the weights as they are; 1 is the highest score.
    pub rank: usize,
    /// The rank nearest to the top in any draw, or as it is.
    pub best_rank: usize,
    /// The rank furthest from the top in any draw, or as it is.
    pub worst_rank: usize,
    /// In which share of the draws it is among the top fifth of scored areas (rounded up), 0 to
    /// 1; with no draws, 1 or 0 as it is.
    pub top_fifth_share: f64,
}

impl Composite {
    /// How firm each area's rank is when every weight moves; none for areas not scored.
    /// Which areas are scored is decided by the weights as they are.
    #[must_use]
    pub fn stability(&self, shake: Shake) -> Vec<Option<Stability>> {
        StabilityRun::new(self.clone(), shake).finish()
    }
}

/// The same in steps, so that whoever runs it can tell how far it is. Each draw has random
/// numbers of its own, so that the steps' size changes nothing.
#[derive(Clone, Debug)]
pub struct StabilityRun {
    composite: Composite,
    shake: Shake,
    generator: Philox,
    drawn: u32,
    /// Per scored area what is known, and in how many draws it was in the top fifth.
    found: Vec<(Stability, u32)>,
}

impl StabilityRun {
    /// Prepares the draws.
    #[must_use]
    pub fn new(composite: Composite, shake: Shake) -> Self {
        let top_fifth = composite.top_fifth();
        let as_it_is = |rank: usize| {
            let stability = Stability {
                rank,
                best_rank: rank,
                worst_rank: rank,
                top_fifth_share: f64::from(u8::from(rank <= top_fifth)),
            };
            (stability, 0)
        };
        let found = ranks(&composite.scores(&composite.weights)).into_iter();
        Self {
            found: found.map(as_it_is).collect(),
            generator: Philox::new(shake.seed, Stream::Weights),
            drawn: 0,
            composite,
            shake,
        }
    }

    /// Moves the weights some times more; says which share is done, 0 to 1.
    pub fn advance(&mut self, draws: u32) -> f64 {
        let top_fifth = self.composite.top_fifth();
        // A weight that could turn negative, or vanish, would not be the same index.
        let spread = self.shake.spread.clamp(0.0, 0.99);
        let until = self.shake.draws.min(self.drawn.saturating_add(draws));
        for draw in self.drawn..until {
            let mut words = self.generator.words_of(draw);
            let weights = self.composite.weights.iter();
            let moved: Vec<f64> = weights
                .map(|weight| weight * (1.0 + spread * (2.0 * words.share() - 1.0)))
                .collect();
            let ranks = ranks(&self.composite.scores(&moved));
            for (rank, (stability, in_top)) in ranks.into_iter().zip(&mut self.found) {
                stability.best_rank = stability.best_rank.min(rank);
                stability.worst_rank = stability.worst_rank.max(rank);
                *in_top += u32::from(rank <= top_fifth);
            }
        }
        self.drawn = until;
        match self.shake.draws {
            0 => 1.0,
            draws => f64::from(self.drawn) / f64::from(draws),
        }
    }

    /// Makes the draws that are left and tells how firm each area's rank is; none for areas not
    /// scored.
    #[must_use]
    pub fn finish(mut self) -> Vec<Option<Stability>> {
        self.advance(u32::MAX);
        let mut all = vec![None; self.composite.areas];
        for (area, (mut stability, in_top)) in self.composite.scored.iter().zip(self.found) {
            if self.shake.draws > 0 {
                stability.top_fifth_share = f64::from(in_top) / f64::from(self.shake.draws);
            }
            if let Some(slot) = all.get_mut(*area) {
                *slot = Some(stability);
            }
        }
        all
    }
}
