//! Words without state: Philox4x32-10.
//!
//! Philox (Salmon, Moraes, Dror and Shaw, 2011) turns a key and a counter into four words. The
//! key is a seed and the stream, which says what the numbers are for; the counter says where
//! they belong, so that each area or draw has its own numbers and threads need not agree on an
//! order.

/// What random numbers are for. Streams of one seed have nothing to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Stream {
    /// What jobs do in a draw of the scenario model besides what the model says.
    JobNoise = 1,
    /// How the points of a sequence are scrambled, a number per dimension.
    Scrambles = 2,
    /// Shuffles of areas, which show how clusters would look by chance.
    Permutations = 3,
    /// Weights of an index, moved to see how firm its ranks are.
    Weights = 4,
    /// Ways through the inputs of a model, which show what its answer hangs on.
    Ways = 5,
    /// Orders in which the parts of a scenario may come.
    Orders = 6,
}

/// The generator: four words for each counter, nothing remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Philox {
    key: [u32; 2],
}

const ROUNDS: u32 = 10;
const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const KEY_STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

impl Philox {
    /// The generator of a seed for one purpose.
    #[must_use]
    pub const fn new(seed: u32, stream: Stream) -> Self {
        Self {
            key: [seed, stream as u32],
        }
    }

    /// The four words that belong to a counter.
    #[must_use]
    pub const fn block(self, counter: [u32; 4]) -> [u32; 4] {
        let [mut a, mut b, mut c, mut d] = counter;
        let [mut key_0, mut key_1] = self.key;
        let mut round = 0;
        while round < ROUNDS {
            let [multiplier_0, multiplier_1] = MULTIPLIERS;
            let (high_0, low_0) = product(multiplier_0, a);
            let (high_1, low_1) = product(multiplier_1, c);
            [a, b, c, d] = [high_1 ^ b ^ key_0, low_1, high_0 ^ d ^ key_1, low_0];
            let [step_0, step_1] = KEY_STEPS;
            key_0 = key_0.wrapping_add(step_0);
            key_1 = key_1.wrapping_add(step_1);
            round += 1;
        }
        [a, b, c, d]
    }

    /// The words of several counters that differ in their last number only, one list per word:
    /// [`Self::block`] of each, side by side.
    #[must_use]
    pub fn blocks<const N: usize>(self, [a, b, c]: [u32; 3], last: [u32; N]) -> [[u32; N]; 4] {
        let mut words = [[a; N], [b; N], [c; N], last];
        let [multiplier_0, multiplier_1] = MULTIPLIERS;
        let [mut key_0, mut key_1] = self.key;
        for _ in 0..ROUNDS {
            let [a, b, c, d] = &mut words;
            for (((a, b), c), d) in a.iter_mut().zip(b).zip(c).zip(d) {
                let (high_0, low_0) = product(multiplier_0, *a);
                let (high_1, low_1) = product(multiplier_1, *c);
                (*a, *b) = (high_1 ^ *b ^ key_0, low_1);
                (*c, *d) = (high_0 ^ *d ^ key_1, low_0);
            }
            let [step_0, step_1] = KEY_STEPS;
            key_0 = key_0.wrapping_add(step_0);
            key_1 = key_1.wrapping_add(step_1);
        }
        words
    }

    /// The words of one unit, such as an area or a draw, one after the other.
    #[must_use]
    pub const fn words_of(self, unit: u32) -> Words {
        Words {
            generator: self,
            unit,
            next_block: 0,
            block: [0; 4],
            used: 4,
        }
    }
}

/// High and low half of a product.
const fn product(a: u32, b: u32) -> (u32, u32) {
    let product = a as u64 * b as u64;
    ((product >> 32) as u32, product as u32)
}

/// The words of one unit: those of the counters (0, unit, 0, 0), (1, unit, 0, 0) and so on.
#[derive(Clone, Debug)]
pub struct Words {
    generator: Philox,
    unit: u32,
    next_block: u64,
    block: [u32; 4],
    used: usize,
}

impl Words {
    /// The next word: each of its 2³² values is equally likely.
    #[inline]
    pub fn word(&mut self) -> u32 {
        if let Some(&word) = self.block.get(self.used) {
            self.used += 1;
            return word;
        }
        let block = self.next_block;
        self.block = self
            .generator
            .block([block as u32, self.unit, (block >> 32) as u32, 0]);
        self.next_block = block.wrapping_add(1);
        self.used = 1;
        let [first, ..] = self.block;
        first
    }

    /// A whole number from 0 up to but not including `bound`, each equally likely
    /// (Lemire, 2019); 0 if the bound is 0 or 1.
    #[inline]
    pub fn below(&mut self, bound: u32) -> u32 {
        loop {
            let product = u64::from(self.word()) * u64::from(bound);
            let rest = product as u32;
            // The first few rests are one too many for some numbers: those are drawn again.
            if rest >= bound || rest >= bound.wrapping_neg().checked_rem(bound).unwrap_or(0) {
                return (product >> 32) as u32;
            }
        }
    }

    /// Two whole numbers, each from 0 up to but not including its bound, every pair equally
    /// likely, from one word where the pairs are not too many (Brackett-Rozinsky and Lemire,
    /// 2024).
    #[inline]
    pub fn two_below(&mut self, first: u32, second: u32) -> (u32, u32) {
        let Some(pairs) = first.checked_mul(second) else {
            return (self.below(first), self.below(second));
        };
        loop {
            let product = u64::from(self.word()) * u64::from(first);
            let next = u64::from(product as u32) * u64::from(second);
            let rest = next as u32;
            if rest >= pairs || rest >= pairs.wrapping_neg().checked_rem(pairs).unwrap_or(0) {
                return ((product >> 32) as u32, (next >> 32) as u32);
            }
        }
    }

    /// Puts things in a random order, each order equally likely (Fisher and Yates, 1938, as
    /// Durstenfeld, 1964, has it).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
            things.swap(last, self.below(bound) as usize);
        }
    }

    /// A number from 0 up to but not including 1, from 53 bits of two words.
    #[inline]
    pub fn share(&mut self) -> f64 {
        const TWO_TO_26: f64 = 67_108_864.0;
        const TWO_TO_53: f64 = 9_007_199_254_740_992.0;
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * TWO_TO_26 + f64::from(low)) / TWO_TO_53
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The vectors of Random123 (Salmon et al., 2011), file `kat_vectors`.
    #[test]
    fn known_answers() {
        let of = |counter, key| Philox { key }.block(counter);
        assert_eq!(
            of([0; 4], [0; 2]),
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        );
        assert_eq!(
            of([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            of(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn blocks_side_by_side() {
        let generator = Philox::new(3, Stream::JobNoise);
        let last = [0, 7, u32::MAX];
        let words = generator.blocks([2031, 4, 9], last);
        for (place, last) in last.into_iter().enumerate() {
            let own = generator.block([2031, 4, 9, last]);
            assert_eq!(words.map(|word| word[place]), own);
        }
    }

    #[test]
    fn words_follow_the_counters() {
        let generator = Philox::new(7, Stream::Weights);
        let mut words = generator.words_of(5);
        let found: Vec<u32> = (0..9).map(|_| words.word()).collect();
        assert_eq!(found[..4], generator.block([0, 5, 0, 0]));
        assert_eq!(found[4..8], generator.block([1, 5, 0, 0]));
        assert_eq!(found[8], generator.block([2, 5, 0, 0])[0]);
        assert_ne!(
            generator.block([0; 4]),
            Philox::new(7, Stream::Permutations).block([0; 4])
        );
    }

    #[test]
    fn each_number_is_as_likely() {
        let mut words = Philox::new(1, Stream::Permutations).words_of(0);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[words.below(7) as usize] += 1;
        }
        // Chi-squared with 6 degrees of freedom is above 22.5 once in a thousand.
        let chi_squared: f64 = counts
            .iter()
            .map(|count| (f64::from(*count) - 1e4).powi(2) / 1e4)
            .sum();
        assert!(chi_squared < 22.5, "{chi_squared}");
        // With this bound a third of all words must be drawn again, or 0 comes too often.
        let bound = 3 << 30;
        let low = (0..40_000).filter(|_| words.below(bound) < 1 << 30).count();
        assert!((low as f64 / 40_000.0 - 1.0 / 3.0).abs() < 0.01, "{low}");
    }

    #[test]
    fn each_pair_is_as_likely() {
        let mut words = Philox::new(1, Stream::Permutations).words_of(1);
        let mut counts = [[0_u32; 4]; 5];
        for _ in 0..80_000 {
            let (first, second) = words.two_below(5, 4);
            counts[first as usize][second as usize] += 1;
        }
        // Chi-squared with 19 degrees of freedom is above 43.8 once in a thousand.
        let chi_squared: f64 = counts
            .iter()
            .flatten()
            .map(|count| (f64::from(*count) - 4e3).powi(2) / 4e3)
            .sum();
        assert!(chi_squared < 43.8, "{chi_squared}");
        // So many pairs that a third of all words must be drawn again.
        let mut low = 0;
        for _ in 0..40_000 {
            low += u32::from(words.two_below(3, 1 << 30).0 == 0);
        }
        assert!(
            (f64::from(low) / 40_000.0 - 1.0 / 3.0).abs() < 0.01,
            "{low}"
        );
    }

    #[test]
    fn each_order_is_as_likely() {
        let mut words = Philox::new(1, Stream::Orders).words_of(0);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..24_000 {
            let mut order = [0, 1, 2, 3];
            words.shuffle(&mut order);
            *counts.entry(order).or_insert(0_u32) += 1;
        }
        // Chi-squared with 23 degrees of freedom is above 49.7 once in a thousand.
        let chi_squared: f64 = counts
            .values()
            .map(|count| (f64::from(*count) - 1e3).powi(2) / 1e3)
            .sum();
        assert!(counts.len() == 24 && chi_squared < 49.7, "{chi_squared}");
        words.shuffle::<u8>(&mut []);
    }

    #[test]
    fn shares_of_one_are_even() {
        let mut words = Philox::new(2, Stream::Weights).words_of(0);
        let mean = (0..40_000).map(|_| words.share()).sum::<f64>() / 40_000.0;
        assert!((mean - 0.5).abs() < 0.006, "{mean}");
    }

    proptest! {
        #[test]
        fn numbers_stay_in_bounds(seed: u32, unit: u32, bound: u32) {
            let mut words = Philox::new(seed, Stream::Weights).words_of(unit);
            let number = words.below(bound);
            prop_assert!(number < bound.max(1));
            let (first, second) = words.two_below(bound, unit);
            prop_assert!(first < bound.max(1) && second < unit.max(1));
            let share = words.share();
            prop_assert!((0.0..1.0).contains(&share));
        }
    }
}
