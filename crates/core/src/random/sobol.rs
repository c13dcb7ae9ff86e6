//! Points that fill a space evenly, scrambled by seed.
//!
//! The sequence of Sobol (1967) with the directions of Joe and Kuo (2008), point after point in
//! Gray code as theirs. Each dimension is scrambled as Owen (1995) has it, by the hash of Burley
//! (2020): every point is evenly spread by itself, and the first 2ᵏ points together leave no
//! gap and no heap in any dimension.

use super::directions::STARTS;
use super::{Philox, Stream};

/// How many dimensions there are.
pub const DIMENSIONS: usize = STARTS.len() + 1;

const BITS: usize = 32;

/// One dimension of the sequence, scrambled or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension {
    directions: [u32; BITS],
    scramble: Option<u32>,
}

impl Dimension {
    /// A dimension as published, counted from 0; none from [`DIMENSIONS`] on.
    #[must_use]
    pub fn plain(dimension: usize) -> Option<Self> {
        Some(Self {
            directions: directions(dimension)?,
            scramble: None,
        })
    }

    /// A dimension scrambled by a seed; none from [`DIMENSIONS`] on.
    #[must_use]
    pub fn scrambled(dimension: usize, seed: u32) -> Option<Self> {
        let counter = [u32::try_from(dimension).ok()?, 0, 0, 0];
        let [scramble, ..] = Philox::new(seed, Stream::Scrambles).block(counter);
        Some(Self {
            directions: directions(dimension)?,
            scramble: Some(scramble),
        })
    }

    /// The coordinate of a point, counted from 0, as a whole number: each of its 2³² values
    /// stands for as much of the space.
    #[must_use]
    pub fn word(&self, point: u32) -> u32 {
        let gray = point ^ (point >> 1);
        let bits = self.directions.iter().enumerate();
        let word = bits.fold(0, |word, (bit, direction)| {
            // All ones where the bit is set: no branch that half the points take.
            word ^ (direction & (gray >> bit & 1).wrapping_neg())
        });
        self.scramble.map_or(word, |seed| scrambled(word, seed))
    }

    /// The coordinate of a point between 0 and 1, ends excluded.
    #[must_use]
    pub fn share(&self, point: u32) -> f64 {
        const TWO_TO_32: f64 = 4_294_967_296.0;
        (f64::from(self.word(point)) + 0.5) / TWO_TO_32
    }
}

/// The direction numbers of a dimension, their first bit the highest.
fn directions(dimension: usize) -> Option<[u32; BITS]> {
    let mut all = [0_u32; BITS];
    let Some(before) = dimension.checked_sub(1) else {
        for (bit, direction) in all.iter_mut().enumerate() {
            *direction = 1 << (BITS - 1 - bit);
        }
        return Some(all);
    };
    let start = STARTS.get(before)?;
    let degree = start.numbers.len();
    for bit in 0..BITS {
        let own = start
            .numbers
            .get(bit)
            .map(|number| number << (BITS - 1 - bit));
        let earlier = |back: usize| all.get(bit.wrapping_sub(back)).copied().unwrap_or(0);
        let next = own.unwrap_or_else(|| {
            let inner = (1..degree).filter(|back| start.polynomial >> (degree - back) & 1 == 1);
            let first = earlier(degree);
            inner.fold(first ^ (first >> degree), |sum, back| sum ^ earlier(back))
        });
        if let Some(direction) = all.get_mut(bit) {
            *direction = next;
        }
    }
    Some(all)
}

/// A word with each of its bits turned over or not, as the bits above it and the seed say.
const fn scrambled(word: u32, seed: u32) -> u32 {
    // Multiplying carries upwards, so bits are turned round for higher ones to decide on lower.
    let mut bits = word.reverse_bits().wrapping_add(seed);
    bits ^= bits.wrapping_mul(0x6c50_b47c);
    bits ^= bits.wrapping_mul(0xb82f_1e52);
    bits ^= bits.wrapping_mul(0xc7af_e638);
    bits ^= bits.wrapping_mul(0x8d22_f6e6);
    bits.reverse_bits()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = Dimension> {
        (0..DIMENSIONS).map(|dimension| Dimension::plain(dimension).unwrap())
    }

    /// The first points as `scipy.stats.qmc.Sobol` 1.17.1 gives them.
    #[test]
    fn points_as_published() {
        let eighths = |dimension: usize| {
            let own = Dimension::plain(dimension).unwrap();
            std::array::from_fn::<_, 8, _>(|point| own.word(point as u32) >> 29)
        };
        assert_eq!(eighths(0), [0, 4, 6, 2, 3, 7, 5, 1]);
        assert_eq!(eighths(1), [0, 4, 2, 6, 3, 7, 1, 5]);
        assert_eq!(eighths(2), [0, 4, 2, 6, 5, 1, 7, 3]);
        let at = |point: u32| {
            [0, 1, 2, 3, 44, 89].map(|dimension| Dimension::plain(dimension).unwrap().word(point))
        };
        assert_eq!(
            at(777),
            [
                2_973_761_536,
                4_022_337_536,
                700_448_768,
                1_178_599_424,
                1_379_926_016,
                2_915_041_280
            ]
        );
        let dimensions: Vec<Dimension> = all().collect();
        // The hash of Fowler, Noll and Vo over all dimensions.
        let mut hash = 0x811c_9dc5_u32;
        for point in 0..1024 {
            for own in &dimensions {
                hash = (hash ^ (own.word(point) >> 22)).wrapping_mul(16_777_619);
            }
        }
        assert_eq!(hash, 0x08b7_8ac5);
    }

    #[test]
    fn scrambling_keeps_points_evenly_spread() {
        for dimension in 0..DIMENSIONS {
            for seed in [0, 1, 12_345] {
                let own = Dimension::scrambled(dimension, seed).unwrap();
                for size in [64_u32, 1024] {
                    let places: BTreeSet<u32> = (0..size)
                        .map(|point| own.word(point) / (u32::MAX / size + 1))
                        .collect();
                    assert_eq!(places.len(), size as usize, "{dimension} {seed}");
                }
            }
        }
    }

    #[test]
    fn seeds_and_dimensions_differ() {
        let of = |dimension, seed| Dimension::scrambled(dimension, seed).unwrap().word(0);
        let words: BTreeSet<u32> = (0..DIMENSIONS)
            .flat_map(|dimension| [of(dimension, 1), of(dimension, 2)])
            .collect();
        assert_eq!(words.len(), 2 * DIMENSIONS);
        assert!(Dimension::scrambled(DIMENSIONS, 1).is_none());
        assert!(Dimension::plain(DIMENSIONS).is_none());
    }

    #[test]
    fn shares_are_inside() {
        let own = Dimension::plain(0).unwrap();
        assert!(own.share(0) > 0.0);
        assert!((0..4096).all(|point| own.share(point) < 1.0));
    }

    /// Dimensions must not move together: over many pairs the correlation of 1,024 points stays
    /// small.
    #[test]
    fn dimensions_do_not_move_together() {
        let columns: Vec<Vec<f64>> = (0..45)
            .map(|dimension| {
                let own = Dimension::scrambled(dimension, 1).unwrap();
                (0..1024).map(|point| own.share(point) - 0.5).collect()
            })
            .collect();
        for (index, one) in columns.iter().enumerate() {
            for other in &columns[..index] {
                let products: f64 = one.iter().zip(other).map(|(a, b)| a * b).sum();
                let correlation = 12.0 * products / 1024.0;
                assert!(correlation.abs() < 0.12, "{index}: {correlation}");
            }
        }
    }
}
