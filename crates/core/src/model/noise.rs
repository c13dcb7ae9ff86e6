//! What jobs do besides what the model says: a random walk of the log of each cell, the same in
//! every scenario, so that pairs of draws differ by the scenario alone.

use crate::data::model::{BySection, SECTIONS};
use crate::random::{Philox, Stream, normal};

use super::lanes::Lanes;
use super::prepared::Prepared;

/// Two sections share a block of words.
const PAIRS: usize = SECTIONS.div_ceil(2);

/// Noise of several draws. Each number follows from seed, year, district, section and draw, and
/// can be worked out alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JobNoise<const L: usize> {
    generator: Philox,
    draws: [u32; L],
}

impl<const L: usize> JobNoise<L> {
    /// Noise of draws of a seed.
    #[must_use]
    pub const fn new(seed: u32, draws: [u32; L]) -> Self {
        Self {
            generator: Philox::new(seed, Stream::JobNoise),
            draws,
        }
    }

    /// exp(sd z - sd² / 2) of each section of a district in a year, around 1 on average.
    ///
    /// z is standard normal. Two sections share a block of four words, two words to each.
    #[must_use]
    pub fn factors(&self, year: u16, district: u32, sd: &BySection) -> [Lanes<L>; SECTIONS] {
        let mut numbers = [[0.5; L]; 2 * PAIRS];
        for (pair, rows) in (0_u32..).zip(numbers.as_chunks_mut().0) {
            let [first, second]: &mut [[f64; L]; 2] = rows;
            let [a, b, c, d] = self
                .generator
                .blocks([u32::from(year), district, pair], self.draws);
            for (share, (high, low)) in first.iter_mut().zip(a.iter().zip(&b)) {
                *share = share_of([*high, *low]);
            }
            for (share, (high, low)) in second.iter_mut().zip(c.iter().zip(&d)) {
                *share = share_of([*high, *low]);
            }
        }
        normal::to_quantiles(numbers.as_flattened_mut());
        let mut factors = [Lanes::ONE; SECTIONS];
        for ((factor, sd), normals) in factors.iter_mut().zip(sd).zip(numbers) {
            *factor = (Lanes(normals) * *sd - Lanes::all(sd * sd / 2.0)).exp();
        }
        factors
    }
}

/// Noise of every year and district, kept for the next run of the same draws: a scenario and the
/// baseline it is compared with walk alike.
#[derive(Clone, Debug)]
pub struct Walk<const L: usize> {
    of: Option<JobNoise<L>>,
    districts: usize,
    /// The districts of the first year after the base year, of the second and so on.
    factors: Vec<[Lanes<L>; SECTIONS]>,
}

impl<const L: usize> Walk<L> {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            of: None,
            districts: 0,
            factors: Vec::new(),
        }
    }

    /// Walks from the base year to the last, unless it has.
    pub fn walk(&mut self, prepared: &Prepared, noise: &JobNoise<L>) {
        if self.of == Some(*noise) {
            return;
        }
        self.of = Some(*noise);
        self.districts = prepared.districts.len();
        self.factors.clear();
        for since in 1..prepared.ramps.len() {
            let year = prepared.year(since);
            let districts = (0..).zip(&prepared.districts);
            self.factors.extend(
                districts
                    .map(|(place, district)| noise.factors(year, place, &district.jobs.noise_sd)),
            );
        }
    }

    /// The factors of each district in a year after the base year.
    #[must_use]
    pub fn of_year(&self, since: usize) -> &[[Lanes<L>; SECTIONS]] {
        let from = since.saturating_sub(1) * self.districts;
        let own = self.factors.get(from..from + self.districts);
        own.unwrap_or_default()
    }
}

impl<const L: usize> Default for Walk<L> {
    fn default() -> Self {
        Self::new()
    }
}

/// A number between 0 and 1, ends excluded, from 53 bits of two words.
#[inline(always)]
fn share_of([high, low]: [u32; 2]) -> f64 {
    const TWO_TO_26: f64 = 67_108_864.0;
    const TWO_TO_53: f64 = 9_007_199_254_740_992.0;
    // Both fit a signed word, which is quicker turned into a number.
    let [high, low] = [(high >> 5) as i32, (low >> 6) as i32].map(f64::from);
    (high * TWO_TO_26 + low + 0.5) / TWO_TO_53
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math;

    /// The factor of one cell, written from the definition.
    fn factor(seed: u32, [year, district, section, draw]: [u32; 4], sd: f64) -> f64 {
        let block = Philox::new(seed, Stream::JobNoise).block([year, district, section / 2, draw]);
        let [high, low] = if section % 2 == 0 {
            [block[0], block[1]]
        } else {
            [block[2], block[3]]
        };
        let whole = u64::from(high >> 5) * (1 << 26) + u64::from(low >> 6);
        let z = normal::quantile((whole as f64 + 0.5) * 2.0_f64.powi(-53));
        math::exp(z * sd - sd * sd / 2.0)
    }

    #[test]
    fn every_cell_has_its_own_noise() {
        let sd: BySection = std::array::from_fn(|section| 0.04 + 0.003 * section as f64);
        let draws = [0, 5, 1023];
        let found = JobNoise::new(9, draws).factors(2031, 4, &sd);
        for (section, lanes) in (0..).zip(&found) {
            for (draw, found) in draws.into_iter().zip(lanes.0) {
                let expected = factor(9, [2031, 4, section, draw], sd[section as usize]);
                assert_eq!(found, expected, "section {section}, draw {draw}");
            }
        }
    }

    #[test]
    fn noise_is_around_one() {
        let sd = [0.09; SECTIONS];
        let all = (0..400).flat_map(|draw| JobNoise::new(1, [draw]).factors(2030, 0, &sd));
        let factors: Vec<f64> = all.map(|Lanes([factor])| factor).collect();
        let mean = factors.iter().sum::<f64>() / factors.len() as f64;
        assert!((mean - 1.0).abs() < 0.004, "{mean}");
    }
}
