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
        let generator = Philox::new(shake.seed, Stream::Weights);
        let top_fifth = self.scored.len().div_ceil(5);
        let as_it_is = ranks(&self.scores(&self.weights));
        let mut found: Vec<(Stability, u32)> = as_it_is
            .into_iter()
            .map(|rank| {
                let stability = Stability {
                    rank,
                    best_rank: rank,
                    worst_rank: rank,
                    top_fifth_share: f64::from(u8::from(rank <= top_fifth)),
                };
                (stability, 0)
            })
            .collect();
        // A weight that could turn negative, or vanish, would not be the same index.
        let spread = shake.spread.clamp(0.0, 0.99);
        for draw in 0..shake.draws {
            let mut words = generator.words_of(draw);
            let moved = self.weights.iter();
            let moved: Vec<f64> = moved
                .map(|weight| weight * (1.0 + spread * (2.0 * words.share() - 1.0)))
                .collect();
            for (rank, (stability, in_top)) in
                ranks(&self.scores(&moved)).into_iter().zip(&mut found)
            {
                stability.best_rank = stability.best_rank.min(rank);
                stability.worst_rank = stability.worst_rank.max(rank);
                *in_top += u32::from(rank <= top_fifth);
            }
        }
        let mut all = vec![None; self.areas];
        for (area, (mut stability, in_top)) in self.scored.iter().zip(found) {
            if shake.draws > 0 {
                stability.top_fifth_share = f64::from(in_top) / f64::from(shake.draws);
            }
            if let Some(slot) = all.get_mut(*area) {
                *slot = Some(stability);
            }
        }
        all
    }
}
