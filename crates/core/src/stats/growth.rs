//! Growth by the year, how unsteady it is, and where an industry stands between strength and
//! growth.

use super::jobs_noise::{DEVIATIONS_80, growth_noise};
use super::location_quotient::{Interval80, Quotient};
use crate::math;

/// The steady yearly rate that leads from one amount to another (compound annual growth rate),
/// as a share: 0.02 for 2% a year. None from nothing, over no time, or for what is no amount.
#[must_use]
pub fn yearly_growth(from: f64, to: f64, years: f64) -> Option<f64> {
    let is_amount = from > 0.0 && to >= 0.0 && years > 0.0;
    let rate = math::pow(to / from, 1.0 / years) - 1.0;
    (is_amount && rate.is_finite()).then_some(rate)
}

/// How unsteady growth was: the standard deviation (divided by their number less one) of the
/// yearly growth of the logarithm, as a share. None with fewer than two yearly changes; a year
/// without an amount above zero breaks the chain and is left out.
#[must_use]
pub fn volatility(series: &[Option<f64>]) -> Option<f64> {
    let log = |amount: Option<f64>| amount.filter(|amount| *amount > 0.0).map(math::ln);
    let steps = series.windows(2).filter_map(|pair| match pair {
        [before, after] => Some(log(*after)? - log(*before)?),
        _ => None,
    });
    let steps: Vec<f64> = steps.collect();
    let count = steps.len() as f64;
    let mean = steps.iter().sum::<f64>() / count;
    let squares: f64 = steps.iter().map(|step| (step - mean) * (step - mean)).sum();
    (steps.len() >= 2).then(|| (squares / (count - 1.0)).sqrt())
}

/// Growth of an industry's jobs by the year beyond all jobs of the same place, as a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelativeGrowth {
    /// The industry's yearly growth less all industries'.
    pub value: f64,
    /// Where eight of ten would lie by the noise of the survey; the noise of growth over the
    /// whole time, shared out over the years. All jobs are taken as known.
    pub interval: Option<Interval80>,
}

impl RelativeGrowth {
    /// Of an industry's jobs from start to end over some years, beyond `all_yearly`.
    #[must_use]
    pub fn of_jobs(from: f64, to: f64, years: f64, all_yearly: f64) -> Option<Self> {
        let own = yearly_growth(from, to, years)?;
        let factor = math::exp(DEVIATIONS_80 * growth_noise(from.min(to)));
        let moved = |factor: f64| Some(yearly_growth(from, to * factor, years)? - all_yearly);
        let interval = moved(1.0 / factor).zip(moved(factor));
        Some(Self {
            value: own - all_yearly,
            interval: interval.map(|(low, high)| Interval80 { low, high }),
        })
    }
}

/// Where an industry stands between strength and growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Specialised and growing faster.
    Leading,
    /// Not specialised, growing faster.
    Emerging,
    /// Specialised, growing more slowly.
    Mature,
    /// Not specialised, growing more slowly.
    Declining,
}

impl Quadrant {
    /// The public key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Emerging => "emerging",
            Self::Mature => "mature",
            Self::Declining => "declining",
        }
    }

    const fn of(is_specialised: bool, is_faster: bool) -> Self {
        match (is_specialised, is_faster) {
            (true, true) => Self::Leading,
            (false, true) => Self::Emerging,
            (true, false) => Self::Mature,
            (false, false) => Self::Declining,
        }
    }
}

/// A quadrant and whether noise could have put it elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// By the figures as they are; exactly on a cut counts as above.
    pub quadrant: Quadrant,
    /// Whether the quotient's interval stays on one side of its cut at 1.
    pub is_strength_clear: bool,
    /// Whether the growth's interval stays on one side of its cut at 0.
    pub is_growth_clear: bool,
}

impl Standing {
    /// The standing of an industry; None where the quotient has no number.
    #[must_use]
    pub fn of(quotient: &Quotient, growth: &RelativeGrowth) -> Option<Self> {
        let number = quotient.value.number()?;
        let covers = |interval: Option<Interval80>, cut: f64| {
            interval.is_some_and(|interval| interval.covers(cut))
        };
        Some(Self {
            quadrant: Quadrant::of(number >= 1.0, growth.value >= 0.0),
            is_strength_clear: !covers(quotient.interval, 1.0) && !quotient.is_unreliable,
            is_growth_clear: !covers(growth.interval, 0.0) && !quotient.is_unreliable,
        })
    }

    /// Whether the quadrant is more than noise.
    #[must_use]
    pub const fn is_clear(self) -> bool {
        self.is_strength_clear && self.is_growth_clear
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantity::Value;

    #[test]
    fn growth_by_the_year() {
        assert!((yearly_growth(100.0, 121.0, 2.0).unwrap() - 0.1).abs() < 1e-12);
        assert_eq!(yearly_growth(100.0, 0.0, 3.0), Some(-1.0));
        assert_eq!(yearly_growth(0.0, 10.0, 3.0), None);
        assert_eq!(yearly_growth(10.0, 10.0, 0.0), None);
        assert_eq!(yearly_growth(10.0, f64::NAN, 1.0), None);
    }

    #[test]
    fn unsteady_growth() {
        let steady = [Some(1.0), Some(2.0), Some(4.0), Some(8.0)];
        assert!(volatility(&steady).unwrap() < 1e-12);
        // Steps of ln 2 and -ln 2: a standard deviation of ln 2 times √2.
        let there_and_back = [Some(1.0), Some(2.0), Some(1.0)];
        assert!((volatility(&there_and_back).unwrap() - 0.980_258_143).abs() < 1e-9);
        assert_eq!(volatility(&[Some(1.0), None, Some(2.0), Some(4.0)]), None);
        assert_eq!(volatility(&[]), None);
    }

    fn quotient(value: f64, low: f64, high: f64) -> Quotient {
        Quotient {
            value: Value::Number(value),
            interval: Some(Interval80 { low, high }),
            is_unreliable: false,
        }
    }

    #[test]
    fn noise_over_a_cut_is_not_clear() {
        let growth = |value: f64, half: f64| RelativeGrowth {
            value,
            interval: Some(Interval80 {
                low: value - half,
                high: value + half,
            }),
        };
        let strong = quotient(2.0, 1.8, 2.2);
        let found = Standing::of(&strong, &growth(0.02, 0.01)).unwrap();
        assert!(found.quadrant == Quadrant::Leading && found.is_clear());
        let found = Standing::of(&strong, &growth(-0.02, 0.03)).unwrap();
        assert!(found.quadrant == Quadrant::Mature && !found.is_clear());
        assert!(found.is_strength_clear && !found.is_growth_clear);
        let found = Standing::of(&quotient(0.9, 0.8, 1.05), &growth(0.02, 0.01)).unwrap();
        assert!(found.quadrant == Quadrant::Emerging && !found.is_strength_clear);
        let found = Standing::of(&quotient(0.5, 0.4, 0.6), &growth(-0.1, 0.01)).unwrap();
        assert_eq!(found.quadrant.key(), "declining");
        let few = Quotient {
            is_unreliable: true,
            ..strong
        };
        assert!(!Standing::of(&few, &growth(0.2, 0.01)).unwrap().is_clear());
        let none = Quotient {
            value: Value::Undefined,
            ..strong
        };
        assert_eq!(Standing::of(&none, &growth(0.2, 0.01)), None);
    }

    #[test]
    fn noise_of_growth_is_shared_out_over_the_years() {
        let found = RelativeGrowth::of_jobs(10_000.0, 12_000.0, 9.0, 0.01).unwrap();
        assert!(
            (found.value - (0.020_464_5 - 0.01)).abs() < 1e-6,
            "{found:?}"
        );
        let interval = found.interval.unwrap();
        assert!((interval.low + 0.001_094_6).abs() < 1e-7, "{interval:?}");
        assert!(interval.covers(found.value));
        assert_eq!(RelativeGrowth::of_jobs(0.0, 10.0, 9.0, 0.0), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn growth_leads_from_start_to_end(from in 1.0..1e6_f64, to in 0.0..1e6_f64, years in 1..30_u8) {
            let rate = yearly_growth(from, to, f64::from(years)).unwrap();
            let arrived = from * math::pow(1.0 + rate, f64::from(years));
            prop_assert!((arrived - to).abs() <= 1e-6 * (1.0 + to));
            if let Some(found) = RelativeGrowth::of_jobs(from, to, f64::from(years), 0.01) {
                prop_assert!(found.interval.unwrap().covers(found.value));
            }
        }
    }
}
