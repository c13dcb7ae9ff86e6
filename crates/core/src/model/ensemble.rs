//! Many draws of a scenario, kept so that ranges, chances and differences can be told.
//!
//! A draw is the same wherever and in whatever order it is run: parameters are points of one
//! sequence, noise is keyed by the draw. Scenarios see the same draws, so differences are taken
//! draw by draw; two fans must never be subtracted.

use crate::data::model::{Evidence, Parameters, Shift};
use crate::order;
use crate::stats::quantile;

use super::draws::{Draws, shifted, side_by_side};
use super::noise::JobNoise;
use super::output::Output;
use super::plan::Plan;
use super::prepared::Prepared;
use super::results::Results;
use super::run::Workspace;

/// How many draws go side by side.
pub const LANES: usize = 8;

/// Runs draws of one place, one after the other, without allocating for each.
#[derive(Clone, Debug)]
pub struct Runner<'a> {
    prepared: &'a Prepared,
    draws: Draws,
    seed: u32,
    workspace: Workspace<LANES>,
    results: Results<LANES>,
}

impl<'a> Runner<'a> {
    /// A runner of a seed's draws; by section too if wanted. None when the evidence does not
    /// tell every parameter.
    #[must_use]
    pub fn new(
        prepared: &'a Prepared,
        evidence: &Evidence,
        seed: u32,
        with_sections: bool,
    ) -> Option<Self> {
        Some(Self {
            prepared,
            draws: Draws::new(evidence, seed)?,
            seed,
            workspace: Workspace::new(prepared),
            results: Results::new(prepared, with_sections),
        })
    }

    /// Runs the draws from `first` on, [`LANES`] of them, with noise.
    pub fn run(&mut self, plan: &Plan, shifts: &[Shift], first: u32) -> &Results<LANES> {
        let draws = std::array::from_fn(|lane| first.wrapping_add(lane as u32));
        let parameters = self.draws.some(draws).map(|own| shifted(own, shifts));
        let noise = JobNoise::new(self.seed, draws);
        self.run_of(plan, &parameters, Some(&noise))
    }

    /// Runs given parameters side by side.
    pub fn run_of(
        &mut self,
        plan: &Plan,
        parameters: &[Parameters; LANES],
        noise: Option<&JobNoise<LANES>>,
    ) -> &Results<LANES> {
        let parameters = side_by_side(parameters);
        self.prepared.run(
            plan,
            &parameters,
            noise,
            &mut self.workspace,
            &mut self.results,
        );
        &self.results
    }
}

/// A series that is kept: an output of an area, the whole place being area 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The area.
    pub area: usize,
    /// The output.
    pub output: Output,
}

/// The draws of one scenario, as far as they are in.
///
/// Values are kept as `f32`: seven digits are more than any of them deserve, and a thousand
/// draws of a county's headlines stay below ten megabytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Ensemble {
    kept: Vec<Kept>,
    years: usize,
    draws: usize,
    /// A row of draws per series and year; not a number where a draw is not in yet.
    values: Vec<f32>,
}

impl Ensemble {
    /// Room for so many draws of these series.
    #[must_use]
    pub fn new(kept: Vec<Kept>, years: usize, draws: usize) -> Self {
        let values = vec![f32::NAN; kept.len() * years * draws];
        Self {
            kept,
            years,
            draws,
            values,
        }
    }

    /// The series that are kept.
    #[must_use]
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// Takes in the draws from `first` on; draws beyond the last are left out.
    pub fn take_in<const L: usize>(&mut self, first: usize, results: &Results<L>) {
        let Self {
            kept,
            years,
            draws,
            values,
        } = self;
        let rows = values.chunks_mut((*draws).max(1));
        let series = kept.iter();
        let told =
            series.flat_map(|kept| results.series(kept.area, kept.output).iter().take(*years));
        for (row, lanes) in rows.zip(told) {
            for (value, lane) in row.iter_mut().skip(first).zip(lanes.0) {
                *value = lane as f32;
            }
        }
    }

    /// The draws of a series in a year, in their own order; empty for a series that is not kept.
    #[must_use]
    pub fn draws(&self, kept: Kept, year: usize) -> &[f32] {
        let series = self.kept.iter().position(|own| *own == kept);
        let row = series.filter(|_| year < self.years).and_then(|series| {
            let from = (series * self.years + year) * self.draws;
            self.values.get(from..from + self.draws)
        });
        row.unwrap_or_default()
    }

    /// The draws that are in, in rising order.
    #[must_use]
    pub fn sample(&self, kept: Kept, year: usize) -> Sample {
        Sample::new(self.draws(kept, year).iter().map(|value| f64::from(*value)))
    }

    /// How far a series lies from the same series of another scenario, draw by draw, as far as
    /// both are in, in rising order.
    #[must_use]
    pub fn difference(&self, from: &Self, kept: Kept, year: usize) -> Sample {
        let pairs = self.draws(kept, year).iter().zip(from.draws(kept, year));
        Sample::new(pairs.map(|(own, other)| f64::from(*own) - f64::from(*other)))
    }
}

/// Values of draws in rising order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample(Vec<f64>);

impl Sample {
    /// From values in any order; what is not a number is not in yet.
    #[must_use]
    pub fn new(values: impl Iterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.filter(|value| !value.is_nan()).collect();
        order::sort_numbers(&mut values);
        Self(values)
    }

    /// The values, rising.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// The value below which a share of the draws lies (Hyndman and Fan, 1996, type 7); none
    /// without draws.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        quantile(&self.0, share)
    }

    /// The nine deciles; none without draws.
    #[must_use]
    pub fn deciles(&self) -> Option<[f64; 9]> {
        let mut deciles = [0.0; 9];
        for (place, decile) in (1_u8..).zip(&mut deciles) {
            *decile = self.quantile(f64::from(place) / 10.0)?;
        }
        Some(deciles)
    }

    /// The share of draws above a value; none without draws.
    #[must_use]
    pub fn share_above(&self, value: f64) -> Option<f64> {
        let above = self.0.len() - self.0.partition_point(|own| *own <= value);
        (!self.0.is_empty()).then(|| above as f64 / self.0.len() as f64)
    }

    /// How far a quantile may be off because draws are few: half the distance between the
    /// values whose ranks lie a standard error below and above it.
    #[must_use]
    pub fn quantile_error(&self, share: f64) -> Option<f64> {
        if self.0.is_empty() {
            return None;
        }
        let count = self.0.len() as f64;
        let error = (share * (1.0 - share) * count).sqrt();
        let rank = |at: f64| self.0.get((at.clamp(1.0, count) - 1.0) as usize).copied();
        let low = rank((share * count - error).floor())?;
        let high = rank((share * count + error).ceil())?;
        Some((high - low) / 2.0)
    }

    /// Whether the outer deciles are too rough to be told without saying so: off by more than a
    /// twentieth of the distance between them.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        const MOST: f64 = 0.05;
        let [low, high] = [0.1, 0.9].map(|share| self.quantile(share));
        let width = low.zip(high).map_or(0.0, |(low, high)| high - low);
        let errors = [0.1, 0.9].map(|share| self.quantile_error(share));
        errors
            .into_iter()
            .flatten()
            .any(|error| error > MOST * width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deciles_and_chances() {
        let sample = Sample::new((0..=100).rev().map(f64::from).chain([f64::NAN]));
        assert_eq!(
            sample.deciles(),
            Some([10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0])
        );
        assert_eq!(sample.share_above(50.0), Some(50.0 / 101.0));
        assert_eq!(sample.share_above(-1.0), Some(1.0));
        let none = Sample::default();
        assert_eq!((none.deciles(), none.share_above(0.0)), (None, None));
        assert_eq!(none.quantile_error(0.5), None);
    }

    /// Of 100 values the tenth percentile has a standard error of three ranks: 7 to 13.
    #[test]
    fn error_of_a_quantile() {
        let sample = Sample::new((1..=100).map(f64::from));
        assert_eq!(sample.quantile_error(0.1), Some(3.0));
        assert!(!sample.is_rough());
        let few = Sample::new((1..=20).map(f64::from));
        assert!(few.is_rough());
    }

    #[test]
    fn draws_that_are_not_in_do_not_count() {
        let kept = Kept {
            area: 0,
            output: Output::Jobs,
        };
        let mut own = Ensemble::new(vec![kept], 2, 3);
        own.values = vec![1.0, f32::NAN, 4.0, 2.0, 2.0, f32::NAN];
        let mut other = own.clone();
        other.values = vec![0.5, 7.0, 1.0, f32::NAN, 2.0, 9.0];
        assert_eq!(own.sample(kept, 0).values(), [1.0, 4.0]);
        assert_eq!(own.difference(&other, kept, 0).values(), [0.5, 3.0]);
        assert_eq!(own.difference(&other, kept, 1).values(), [0.0]);
        assert!(own.sample(kept, 2).values().is_empty());
        let missing = Kept { area: 1, ..kept };
        assert!(own.sample(missing, 0).values().is_empty());
    }
}
