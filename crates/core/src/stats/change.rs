//! Differences between two periods, and which of them are more than noise.
//!
//! A map of change shows noise as well as change, most of it where numbers are small. Whatever
//! is inside its noise is "no clear change" here and is to be shown so.

use super::jobs_noise::growth_noise;
use crate::math;
use crate::quantity::{Interval, Quantity};

pub use super::jobs_noise::FEWEST_JOBS;

/// How many standard deviations hold 95% of a normal distribution on both sides.
const STANDARD_DEVIATIONS_95: f64 = 1.959_963_984_540_054;

/// What blurs the figures of a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Noise {
    /// What their published 95% intervals say.
    Published,
    /// Nothing published: the least difference worth telling, in the measure's unit.
    LeastChange(f64),
    /// Rounding of counts to the nearest multiple of this, such as 5.
    RoundedTo(f64),
    /// A survey of jobs, whose noise goes by the number of jobs.
    Jobs,
}

/// How a figure differs between two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// It has changed by more than noise explains.
    Clear {
        /// Later less earlier, in the measure's unit.
        difference: f64,
        /// Its 95% interval, where one can be worked out.
        interval: Option<Interval>,
    },
    /// Noise alone may explain the difference.
    NotClear {
        /// Later less earlier, in the measure's unit.
        difference: f64,
        /// Its 95% interval, where one can be worked out.
        interval: Option<Interval>,
    },
    /// There are too few jobs for any change to be told from noise.
    TooSmall,
    /// The publisher gives intervals, but not for both of these figures.
    NoMargin,
    /// There is no figure in one of the periods.
    NoValue,
}

impl Difference {
    /// How `after` differs from `before`.
    ///
    /// - [`Noise::Published`]: the two are taken as independent and about normal, so that the
    ///   interval of the difference is d ± √(h₁² + h₂²), with h half the width of each published
    ///   95% interval. It is clear where that does not cover zero.
    /// - [`Noise::LeastChange`]: clear from that difference on.
    /// - [`Noise::RoundedTo`]: each count may be off by half a step, the difference by one.
    /// - [`Noise::Jobs`]: the interval is `after` · e^(±1.96 sd) - `before`, with the standard
    ///   deviation for the smaller of the two numbers; below [`FEWEST_JOBS`] nothing is shown.
    #[must_use]
    pub fn between(before: &Quantity, after: &Quantity, noise: Noise) -> Self {
        let (Some(earlier), Some(later)) = (before.value.number(), after.value.number()) else {
            return Self::NoValue;
        };
        let difference = later - earlier;
        let around = |half_width: f64| Interval {
            low: difference - half_width,
            high: difference + half_width,
        };
        let interval = match noise {
            Noise::Published => {
                let (Some(first), Some(second)) = (before.interval, after.interval) else {
                    return Self::NoMargin;
                };
                around(math::hypot(half_width(first), half_width(second)))
            }
            Noise::LeastChange(least) => {
                let is_clear = difference != 0.0 && difference.abs() >= least;
                return Self::told(difference, None, is_clear);
            }
            Noise::RoundedTo(step) => around(step.abs()),
            Noise::Jobs => {
                let Some(deviation) = jobs_noise(earlier.min(later)) else {
                    return Self::TooSmall;
                };
                let factor = math::exp(STANDARD_DEVIATIONS_95 * deviation);
                Interval {
                    low: later / factor - earlier,
                    high: later * factor - earlier,
                }
            }
        };
        // Limits that are no numbers hold nothing apart from zero.
        let is_clear = interval.low > 0.0 || interval.high < 0.0;
        Self::told(difference, Some(interval), is_clear)
    }

    const fn told(difference: f64, interval: Option<Interval>, is_clear: bool) -> Self {
        if is_clear {
            Self::Clear {
                difference,
                interval,
            }
        } else {
            Self::NotClear {
                difference,
                interval,
            }
        }
    }

    /// Later less earlier in the measure's unit, clear or not; none where it is not to be shown.
    #[must_use]
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Clear { difference, .. } | Self::NotClear { difference, .. } => Some(difference),
            Self::TooSmall | Self::NoMargin | Self::NoValue => None,
        }
    }

    /// The public key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Clear { .. } => "clear-change",
            Self::NotClear { .. } => "no-clear-change",
            Self::TooSmall => "too-small",
            Self::NoMargin => "no-margin",
            Self::NoValue => "no-value",
        }
    }
}

fn half_width(interval: Interval) -> f64 {
    (interval.high - interval.low) / 2.0
}

/// None below the fewest jobs.
fn jobs_noise(jobs: f64) -> Option<f64> {
    (jobs >= FEWEST_JOBS).then(|| growth_noise(jobs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Provenance, Value};
    use proptest::prelude::*;

    fn with_interval(number: f64, half_width: f64) -> Quantity {
        let interval = Interval {
            low: number - half_width,
            high: number + half_width,
        };
        Quantity::observed(number, Some(interval))
    }

    fn plain(number: f64) -> Quantity {
        Quantity::observed(number, None)
    }

    fn key(before: &Quantity, after: &Quantity, noise: Noise) -> &'static str {
        Difference::between(before, after, noise).key()
    }

    #[test]
    fn published_intervals_add_up_as_squares() {
        // Half widths 3 and 4 give 5.
        let before = with_interval(20.0, 3.0);
        let within = Difference::between(&before, &with_interval(25.0, 4.0), Noise::Published);
        let interval = Interval {
            low: 0.0,
            high: 10.0,
        };
        let difference = 5.0;
        let expected = Difference::NotClear {
            difference,
            interval: Some(interval),
        };
        assert_eq!(within, expected);
        let clear = |number| key(&before, &with_interval(number, 4.0), Noise::Published);
        assert_eq!(clear(25.1), "clear-change");
        assert_eq!(clear(14.9), "clear-change");
        assert_eq!(clear(15.1), "no-clear-change");
        assert_eq!(key(&before, &plain(99.0), Noise::Published), "no-margin");
    }

    #[test]
    fn rounding_and_least_changes() {
        let of = |after, noise| key(&plain(10.0), &plain(after), noise);
        // 12.4 and 12.5 are published as 10 and 15.
        assert_eq!(of(15.0, Noise::RoundedTo(5.0)), "no-clear-change");
        assert_eq!(of(20.0, Noise::RoundedTo(5.0)), "clear-change");
        assert_eq!(of(12.0, Noise::LeastChange(2.0)), "clear-change");
        assert_eq!(of(8.1, Noise::LeastChange(2.0)), "no-clear-change");
        assert_eq!(of(10.0, Noise::LeastChange(0.0)), "no-clear-change");
    }

    #[test]
    fn jobs_by_their_number() {
        let of = |before, after| key(&plain(before), &plain(after), Noise::Jobs);
        assert_eq!(of(499.0, 5_000.0), "too-small");
        assert_eq!(of(5_000.0, 499.0), "too-small");
        // e^(1.96 * 0.18) is 1.423, e^(1.96 * 0.08) is 1.170.
        assert_eq!(of(500.0, 711.0), "no-clear-change");
        assert_eq!(of(500.0, 712.0), "clear-change");
        assert_eq!(of(712.0, 500.0), "clear-change");
        assert_eq!(of(20_000.0, 23_390.0), "no-clear-change");
        assert_eq!(of(20_000.0, 23_400.0), "clear-change");
        let doubled = Difference::between(&plain(1_000.0), &plain(2_000.0), Noise::Jobs);
        let Difference::Clear {
            difference,
            interval: Some(interval),
        } = doubled
        else {
            panic!("{doubled:?}")
        };
        assert_eq!(difference, 1_000.0);
        assert!((interval.low - 433.2).abs() < 0.1 && (interval.high - 1_790.9).abs() < 0.1);
    }

    #[test]
    fn no_value_no_change() {
        let hidden = Quantity {
            value: Value::Suppressed,
            interval: None,
            provenance: Provenance::Observed,
        };
        for noise in [Noise::Published, Noise::Jobs, Noise::RoundedTo(5.0)] {
            assert_eq!(key(&hidden, &plain(1.0), noise), "no-value");
            assert_eq!(key(&plain(1.0), &hidden, noise), "no-value");
        }
        let nowhere = Quantity::observed(
            9.0,
            Some(Interval {
                low: f64::NAN,
                high: f64::NAN,
            }),
        );
        assert_eq!(
            key(&with_interval(1.0, 1.0), &nowhere, Noise::Published),
            "no-clear-change"
        );
    }

    fn any_noise() -> impl Strategy<Value = Noise> {
        prop_oneof![
            Just(Noise::Published),
            Just(Noise::Jobs),
            (0.0..50.0_f64).prop_map(Noise::LeastChange),
            (0.0..50.0_f64).prop_map(Noise::RoundedTo),
        ]
    }

    proptest! {
        #[test]
        fn back_and_forth_are_as_clear(a in 0.0..5e4_f64, b in 0.0..5e4_f64, widths in (0.0..1e3_f64, 0.0..1e3_f64), noise in any_noise()) {
            let (a, b) = (with_interval(a, widths.0), with_interval(b, widths.1));
            let (there, back) = (Difference::between(&a, &b, noise), Difference::between(&b, &a, noise));
            prop_assert_eq!(there.key(), back.key());
            prop_assert_eq!(there.number(), back.number().map(|number| -number));
            if let Difference::NotClear { interval: Some(interval), .. } = there {
                prop_assert!(interval.covers(0.0));
            }
            if let Difference::Clear { difference, interval: Some(interval) } = there {
                prop_assert!(!interval.covers(0.0) && interval.covers(difference));
            }
        }

        #[test]
        fn more_noise_never_makes_a_change_clear(a in -1e3..1e3_f64, b in -1e3..1e3_f64, width in 0.0..1e3_f64, more in 0.0..1e3_f64) {
            let of = |width| key(&with_interval(a, width), &with_interval(b, width), Noise::Published);
            prop_assert!(of(width) == "clear-change" || of(width + more) == "no-clear-change");
        }
    }
}
