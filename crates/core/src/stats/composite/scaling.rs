//! Measures of different units, made comparable.

use super::{HighValue, Part};
use crate::order;

/// How values of different units are made comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scaling {
    /// Standard deviations from the mean of the areas with a value (over n).
    ZScore,
    /// 0 for the lowest and 1 for the highest value: one far value squeezes all others.
    MinMax,
    /// The share of areas below, 0 to 1; ties count half. How far apart values are is lost.
    Percentile,
}

impl Scaling {
    /// Every scaling, in the order in which readers are offered them.
    pub const ALL: [Self; 3] = [Self::ZScore, Self::MinMax, Self::Percentile];

    /// The public key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ZScore => "z-score",
            Self::MinMax => "min-max",
            Self::Percentile => "percentile",
        }
    }

    /// The scaling of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scaling| scaling.key() == key)
    }

    /// Values on this scale, turned over where high values lower the index. Missing ones stay
    /// missing; where all are equal each is in the middle.
    pub(super) fn scaled(self, values: &[f64], high: HighValue) -> Vec<f64> {
        let mut rising: Vec<f64> = values
            .iter()
            .copied()
            .filter(|value| value.is_finite())
            .collect();
        order::sort_numbers(&mut rising);
        let (Some(&low), Some(&top)) = (rising.first(), rising.last()) else {
            return vec![f64::NAN; values.len()];
        };
        let count = rising.len() as f64;
        let (mean, deviation) = moments(&rising, low);
        let scale = |value: f64| {
            if !value.is_finite() {
                return f64::NAN;
            }
            match (self, high) {
                (Self::ZScore, _) if top == low => 0.0,
                (Self::ZScore, HighValue::Raises) => (value - low - mean) / deviation,
                (Self::ZScore, HighValue::Lowers) => (mean - (value - low)) / deviation,
                (Self::MinMax, _) if top == low => 0.5,
                (Self::MinMax, HighValue::Raises) => (value - low) / (top - low),
                (Self::MinMax, HighValue::Lowers) => (top - value) / (top - low),
                (Self::Percentile, _) => {
                    let below = rising.partition_point(|other| *other < value) as f64;
                    let up_to = rising.partition_point(|other| *other <= value) as f64;
                    match high {
                        HighValue::Raises => f64::midpoint(below, up_to) / count,
                        HighValue::Lowers => 1.0 - f64::midpoint(below, up_to) / count,
                    }
                }
            }
        };
        values.iter().map(|value| scale(*value)).collect()
    }
}

/// Mean above `origin`, and standard deviation.
fn moments(values: &[f64], origin: f64) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().map(|value| value - origin).sum::<f64>() / count;
    let apart = values.iter().map(|value| value - origin - mean);
    let variance = apart.map(|apart| apart * apart).sum::<f64>() / count;
    (mean, variance.sqrt())
}

/// Parts that have the same value everywhere, or none.
pub(super) fn flat(parts: &[Part<'_>]) -> Vec<usize> {
    let is_flat = |part: &Part<'_>| {
        let mut values = part.values.iter().filter(|value| value.is_finite());
        let first = values.next();
        values.all(|value| Some(value) == first)
    };
    let flat = parts.iter().enumerate().filter(|(_, part)| is_flat(part));
    flat.map(|(position, _)| position).collect()
}
