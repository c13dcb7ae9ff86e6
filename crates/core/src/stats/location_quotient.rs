//! How specialised a place is in an industry, with the noise of the survey.
//!
//! The location quotient (Florence, 1939; Isard, 1960) is an industry's share of a place over
//! its share of the benchmark: 1 where both have the same share. The benchmark must hold the
//! place for quotients to average to 1.

use super::jobs_noise::{DEVIATIONS_80, FEWEST_JOBS, level_noise};
use super::told::over;
use crate::math;
use crate::quantity::Value;

/// A location quotient, without a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quotient {
    /// The quotient; 0 where the place has none of the industry, suppressed where the place's
    /// or the benchmark's figure is, undefined where the benchmark has none of the industry or
    /// either is empty.
    pub value: Value,
    /// Where eight of ten such figures would lie by the noise of the survey: the quotient
    /// times e^(±1.2816 sd). None for figures without a known noise, such as GVA, and for 0.
    pub interval: Option<Interval80>,
    /// Whether it rests on fewer jobs than [`FEWEST_JOBS`].
    pub is_unreliable: bool,
}

/// From the tenth to the ninetieth of a hundred equally likely values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval80 {
    /// Its lower limit.
    pub low: f64,
    /// Its upper limit.
    pub high: f64,
}

impl Interval80 {
    /// Whether a value lies inside, limits included.
    #[must_use]
    pub fn covers(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Part and whole of one area: an industry, and all industries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The industry's amount.
    pub part: Value,
    /// All industries' amount.
    pub whole: Value,
}

impl Part {
    /// Part over whole; undefined for a part of nothing.
    #[must_use]
    pub fn share(self) -> Value {
        over(self.part, self.whole)
    }
}

impl Quotient {
    /// The quotient of numbers of jobs, with the noise of the place's number. The benchmark's
    /// noise is small beside it and left out.
    #[must_use]
    pub fn of_jobs(place: Part, benchmark: Part) -> Self {
        let plain = Self::of_amounts(place, benchmark);
        let (Some(quotient), Some(jobs)) = (plain.value.number(), place.part.number()) else {
            return plain;
        };
        let factor = math::exp(DEVIATIONS_80 * level_noise(jobs));
        Self {
            interval: (jobs > 0.0).then(|| Interval80 {
                low: quotient / factor,
                high: quotient * factor,
            }),
            is_unreliable: jobs < FEWEST_JOBS,
            ..plain
        }
    }

    /// The quotient of amounts whose noise is not known.
    #[must_use]
    pub fn of_amounts(place: Part, benchmark: Part) -> Self {
        Self {
            value: over(place.share(), benchmark.share()),
            interval: None,
            is_unreliable: false,
        }
    }
}

/// What part of the benchmark's industry is in the place, 0 to 1; undefined where the
/// benchmark has none.
#[must_use]
pub fn share_of(place: Value, benchmark: Value) -> Value {
    over(place, benchmark)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(part: f64, whole: f64) -> Part {
        Part {
            part: Value::Number(part),
            whole: Value::Number(whole),
        }
    }

    /// Region A of Farhauer and Kröll (2013), as in REAT.
    #[test]
    fn published_example() {
        let (place, nation) = ([90.0, 20.0, 10.0, 60.0], [400.0, 150.0, 150.0, 400.0]);
        for ((place, nation), expected) in place
            .into_iter()
            .zip(nation)
            .zip([1.375, 0.814_815, 0.407_407, 0.916_667])
        {
            let found = Quotient::of_amounts(part(place, 180.0), part(nation, 1_100.0));
            assert!((found.value.number().unwrap() - expected).abs() < 5e-7);
            assert!(found.interval.is_none() && !found.is_unreliable);
        }
    }

    #[test]
    fn noise_goes_by_the_number_of_jobs() {
        let of = |jobs: f64| Quotient::of_jobs(part(jobs, 60_000.0), part(5e5, 3e7));
        let large = of(10_000.0);
        let interval = large.interval.unwrap();
        // e^(1.2816 * 0.08 / √2)
        assert!((interval.high / large.value.number().unwrap() - 1.075_19).abs() < 1e-5);
        assert!(interval.covers(10.0) && !interval.covers(9.0));
        assert!(!large.is_unreliable && of(499.0).is_unreliable && !of(500.0).is_unreliable);
    }

    #[test]
    fn none_withheld_and_undefined_differ() {
        let nation = part(100.0, 1_000.0);
        let of = |place: Part, benchmark: Part| Quotient::of_jobs(place, benchmark);
        let none = of(part(0.0, 50.0), nation);
        assert_eq!((none.value, none.interval), (Value::Number(0.0), None));
        assert_eq!(
            of(part(5.0, 50.0), part(0.0, 1_000.0)).value,
            Value::Undefined
        );
        assert_eq!(of(part(0.0, 0.0), nation).value, Value::Undefined);
        let withheld = Part {
            part: Value::Suppressed,
            whole: Value::Number(50.0),
        };
        assert_eq!(of(withheld, nation).value, Value::Suppressed);
        assert_eq!(
            of(withheld, part(0.0, 1_000.0)).value,
            Value::Suppressed,
            "what is withheld is told first"
        );
        let missing = Part {
            part: Value::Missing,
            ..withheld
        };
        assert_eq!(of(missing, nation).value, Value::Missing);
        assert_eq!(
            share_of(Value::Number(5.0), Value::Number(0.0)),
            Value::Undefined
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_whole_against_itself_is_one(cells in prop::collection::vec(0.0..1e6_f64, 1..30), factor in 0.01..100.0_f64) {
            let total: f64 = cells.iter().sum();
            prop_assume!(total > 0.0);
            let mut mean = 0.0;
            for cell in &cells {
                let found = Quotient::of_jobs(part(cell * factor, total * factor), part(*cell, total));
                match found.value {
                    Value::Number(quotient) => {
                        prop_assert!((quotient - 1.0).abs() < 1e-9);
                        mean += quotient * cell / total;
                        if let Some(interval) = found.interval {
                            prop_assert!(interval.covers(quotient));
                        }
                    }
                    other => prop_assert!(*cell == 0.0 && other == Value::Undefined),
                }
            }
            prop_assert!((mean - 1.0).abs() < 1e-9);
        }
    }
}
