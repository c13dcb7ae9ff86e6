//! Order statistics of plain lists of numbers.

use crate::order;

/// The quantile of a sorted list by linear interpolation between closest ranks
/// (type 7 of Hyndman and Fan, 1996); none for an empty list.
#[must_use]
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = share.clamp(0.0, 1.0) * last as f64;
    let below = at.floor();
    let (low, high) = (
        sorted.get(below as usize)?,
        sorted.get((below as usize + 1).min(last))?,
    );
    Some(low + (high - low) * (at - below))
}

/// The median of a list in any order; none for an empty list.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), 0.5)
}

/// How many percent of the values are below `value`; ties count half.
#[must_use]
pub fn share_below_pct(values: &[f64], value: f64) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let below = values.iter().filter(|other| **other < value).count() as f64;
    let level = values.iter().filter(|other| **other == value).count() as f64;
    Some((below + level / 2.0) / values.len() as f64 * 100.0)
}

/// The rank of a value among others from the highest, which is 1; ties share the better rank.
#[must_use]
pub fn rank_descending(values: &[f64], value: f64) -> usize {
    values.iter().filter(|other| **other > value).count() + 1
}

/// Middle and width of a list, both hardly moved by a few far values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// The lower quartile.
    pub lower_quartile: f64,
    /// The upper quartile.
    pub upper_quartile: f64,
}

impl Spread {
    /// The spread of a list in any order; none for an empty list.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let sorted = sorted(values);
        Some(Self {
            median: quantile(&sorted, 0.5)?,
            lower_quartile: quantile(&sorted, 0.25)?,
            upper_quartile: quantile(&sorted, 0.75)?,
        })
    }

    /// The standard deviation of a normal distribution with the same quartiles.
    #[must_use]
    pub fn robust_deviation(self) -> f64 {
        const QUARTILE_RANGE_OF_UNIT_NORMAL: f64 = 1.349;
        (self.upper_quartile - self.lower_quartile) / QUARTILE_RANGE_OF_UNIT_NORMAL
    }

    /// Whether a value is outside the middle half.
    #[must_use]
    pub fn is_outside_middle_half(self, value: f64) -> bool {
        value < self.lower_quartile || value > self.upper_quartile
    }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    order::sort_numbers(&mut sorted);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quantiles_follow_type_seven() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile(&values, 0.0), Some(1.0));
        assert_eq!(quantile(&values, 0.25), Some(1.75));
        assert_eq!(quantile(&values, 0.5), Some(2.5));
        assert_eq!(quantile(&values, 1.0), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
    }

    #[test]
    fn ties_count_half_and_share_a_rank() {
        let values = [1.0, 2.0, 2.0, 4.0];
        assert_eq!(share_below_pct(&values, 2.0), Some(50.0));
        assert_eq!(share_below_pct(&[], 2.0), None);
        assert_eq!(rank_descending(&values, 2.0), 2);
        assert_eq!(rank_descending(&values, 1.0), 4);
    }

    proptest! {
        #[test]
        fn quantiles_rise_and_stay_inside(mut values in prop::collection::vec(-1e6..1e6_f64, 1..60), a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            values.sort_by(f64::total_cmp);
            let (low, high) = (a.min(b), a.max(b));
            let (at_low, at_high) = (quantile(&values, low).unwrap(), quantile(&values, high).unwrap());
            prop_assert!(at_low <= at_high + 1e-9);
            prop_assert!(values[0] <= at_low && at_high <= values[values.len() - 1] + 1e-9);
        }
    }
}
