//! What jobs do besides what the model says: a random walk of the log of each cell, the same in
//! every scenario, so that pairs of draws differ by the scenario alone.

use crate::data::model::{BySection, SECTIONS};
use crate::random::{Philox, Stream, normal};

use super::lanes::Lanes;

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
        let mut factors = [Lanes::ONE; SECTIONS];
        let pairs = factors.chunks_mut(2).zip(sd.chunks(2));
        for (pair, (factors, sds)) in (0_u32..).zip(pairs) {
            let mut normals = [Lanes::<L>::ZERO; 2];
            for (lane, draw) in self.draws.into_iter().enumerate() {
                let counter = [u32::from(year), district, pair, draw];
                let [a, b, c, d] = self.generator.block(counter);
                for (normals, words) in normals.iter_mut().zip([[a, b], [c, d]]) {
                    if let Some(normal) = normals.0.get_mut(lane) {
                        *normal = normal::quantile(share(words));
                    }
                }
            }
            for ((factor, z), sd) in factors.iter_mut().zip(normals).zip(sds) {
                *factor = (z * *sd - Lanes::all(sd * sd / 2.0)).exp();
            }
        }
        factors
    }
}

/// A number between 0 and 1, ends excluded, from 53 bits of two words.
fn share([high, low]: [u32; 2]) -> f64 {
    const TWO_TO_26: f64 = 67_108_864.0;
    const TWO_TO_53: f64 = 9_007_199_254_740_992.0;
    (f64::from(high >> 5) * TWO_TO_26 + f64::from(low >> 6) + 0.5) / TWO_TO_53
}
