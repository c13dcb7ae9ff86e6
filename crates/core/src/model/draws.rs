//! What may be true instead of the central values: draws of every parameter.
//!
//! Each parameter follows a two-piece normal distribution: half a bell curve on either side of
//! its central value, so that exactly one draw in ten lies below `low` and one above `high`.
//! Draws are the points of a scrambled Sobol sequence, a dimension per parameter: the first 2ᵏ
//! are spread evenly over each. Any draw can be worked out alone.

use crate::data::model::{Evidence, Parameter, Parameters, Range, Shift};
use crate::random::normal;
use crate::random::sobol::Dimension;

/// The ninetieth percentile of the standard normal distribution.
const Z_90: f64 = 1.281_551_565_544_600_8;

impl Range {
    /// The value at `z` of the standard normal distribution, clipped to `min..=max`.
    ///
    /// ```
    /// use roadmap_core::data::model::Range;
    /// let range = Range { low: 0.2, central: 0.4, high: 0.7, min: 0.0, max: 2.0 };
    /// assert!((range.at(-1.0) - 0.243_939_2).abs() < 1e-7);
    /// assert!((range.at(2.0) - 0.868_182_5).abs() < 1e-7);
    /// ```
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        let width = if z >= 0.0 {
            self.high - self.central
        } else {
            self.central - self.low
        };
        (self.central + z * width / Z_90).clamp(self.min, self.max)
    }

    /// The value below which a share of the draws lies, for shares between 0 and 1, ends
    /// excluded.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        self.at(normal::quantile(share))
    }
}

/// Draws of every parameter for one seed.
#[derive(Clone, Debug)]
pub struct Draws {
    ranges: [Range; Parameter::COUNT],
    dimensions: Vec<Dimension>,
}

impl Draws {
    /// The draws of a seed; none when something is known of fewer parameters than there are.
    #[must_use]
    pub fn new(evidence: &Evidence, seed: u32) -> Option<Self> {
        Self::from_dimension(evidence, seed, 0)
    }

    /// Draws of the same seed that have nothing to do with those of [`Self::new`].
    #[must_use]
    pub fn others(evidence: &Evidence, seed: u32) -> Option<Self> {
        Self::from_dimension(evidence, seed, Parameter::COUNT)
    }

    fn from_dimension(evidence: &Evidence, seed: u32, first: usize) -> Option<Self> {
        let dimensions: Vec<Dimension> = (first..first + Parameter::COUNT)
            .map(|dimension| Dimension::scrambled(dimension, seed))
            .collect::<Option<_>>()?;
        Some(Self {
            ranges: ranges(evidence)?,
            dimensions,
        })
    }

    /// One draw.
    #[must_use]
    pub fn one(&self, draw: u32) -> Parameters {
        let [alone] = self.some([draw]);
        alone
    }

    /// Several draws.
    #[must_use]
    pub fn some<const L: usize>(&self, draws: [u32; L]) -> [Parameters; L] {
        draws.map(|draw| {
            let mut own = [0.0; Parameter::COUNT];
            let told = self.ranges.iter().zip(&self.dimensions);
            for (value, (range, dimension)) in own.iter_mut().zip(told) {
                *value = range.quantile(dimension.share(draw));
            }
            Parameters::new(own)
        })
    }

    /// What is known of each parameter, in the order of [`Parameter::ALL`].
    #[must_use]
    pub const fn ranges(&self) -> &[Range; Parameter::COUNT] {
        &self.ranges
    }
}

/// What the central run takes; none when something is known of fewer parameters than there are.
#[must_use]
pub fn central(evidence: &Evidence) -> Option<Parameters> {
    Some(Parameters::new(
        ranges(evidence)?.map(|range| range.central),
    ))
}

/// Parameters as a future with these shifts has them. Shifted values are not clipped again, so
/// that pairs of draws keep their meaning.
#[must_use]
pub fn shifted(mut parameters: Parameters, shifts: &[Shift]) -> Parameters {
    for shift in shifts {
        let own = parameters.get(shift.parameter);
        parameters.set(shift.parameter, shift.by.of(own));
    }
    parameters
}

fn ranges(evidence: &Evidence) -> Option<[Range; Parameter::COUNT]> {
    let all: Vec<Range> = evidence.assumptions.iter().map(|own| own.range).collect();
    all.try_into().ok()
}

/// Parameters of several draws side by side, for a run of as many lanes.
#[must_use]
pub fn side_by_side<const L: usize>(draws: &[Parameters; L]) -> Parameters<[f64; L]> {
    let mut all = Parameters::new([[0.0; L]; Parameter::COUNT]);
    for parameter in Parameter::ALL {
        all.set(parameter, draws.map(|own| own.get(parameter)));
    }
    all
}
