//! Whether two measures of the same areas go together.

use std::fmt;

use crate::order;

/// How two lists go together, -1 for the opposite way to 1 for the same way. No units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Along a straight line (Pearson, 1895).
    pub pearson: f64,
    /// By rank, so that a few far values count no more than others (Spearman, 1904); ties share
    /// their mean rank.
    pub spearman: f64,
    /// How many areas have both values.
    pub areas: usize,
}

impl Correlation {
    /// Whether chance alone would rarely give as much, were areas independent of each other:
    /// the rank correlation is 1.96 standard deviations from zero or more.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        let deviations = self.spearman.abs() * ((self.areas.max(1) - 1) as f64).sqrt();
        deviations >= 1.96
    }
}

/// How two values per area, NaN for none, go together over the areas that have both.
///
/// # Errors
/// [`NoCorrelation`] when the lists are of different areas, fewer than three have both, or one
/// of the two is the same everywhere.
pub fn correlation(first: &[f64], second: &[f64]) -> Result<Correlation, NoCorrelation> {
    if first.len() != second.len() {
        return Err(NoCorrelation::OtherAreas {
            first: first.len(),
            second: second.len(),
        });
    }
    let both = first.iter().copied().zip(second.iter().copied());
    let both = both.filter(|(first, second)| first.is_finite() && second.is_finite());
    let (first, second): (Vec<f64>, Vec<f64>) = both.unzip();
    if first.len() < FEWEST {
        return Err(NoCorrelation::TooFew { areas: first.len() });
    }
    let areas = first.len();
    let product = |first: &[f64], second: &[f64]| product_moment(first, second);
    match (
        product(&first, &second),
        product(&ranks(&first), &ranks(&second)),
    ) {
        (Some(pearson), Some(spearman)) => Ok(Correlation {
            pearson,
            spearman,
            areas,
        }),
        _ => Err(NoCorrelation::AllEqual),
    }
}

/// Two points always lie on a line.
const FEWEST: usize = 3;

/// None where either list has no spread.
fn product_moment(first: &[f64], second: &[f64]) -> Option<f64> {
    let (first, second) = (apart(first)?, apart(second)?);
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let spread = sum(&first, &first).sqrt() * sum(&second, &second).sqrt();
    let r = sum(&first, &second) / spread;
    r.is_finite().then(|| r.clamp(-1.0, 1.0))
}

/// How far each value is from the mean, as a share of the furthest, so that squares neither
/// overflow nor vanish; none where all are equal.
fn apart(values: &[f64]) -> Option<Vec<f64>> {
    let origin = *values.first()?;
    let mean = values.iter().map(|value| value - origin).sum::<f64>() / values.len() as f64;
    let apart: Vec<f64> = values.iter().map(|value| value - origin - mean).collect();
    let furthest = apart
        .iter()
        .fold(0.0_f64, |most, apart| most.max(apart.abs()));
    let is_equal = values.iter().all(|value| *value == origin);
    (!is_equal && furthest > 0.0).then(|| apart.iter().map(|apart| apart / furthest).collect())
}

/// Ranks from 1 for the lowest; ties share their mean.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut rising = values.to_vec();
    order::sort_numbers(&mut rising);
    let rank = |value: &f64| {
        let below = rising.partition_point(|other| other < value) as f64;
        let up_to = rising.partition_point(|other| other <= value) as f64;
        (below + up_to + 1.0) / 2.0
    };
    values.iter().map(rank).collect()
}

/// Why it cannot be said whether two measures go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCorrelation {
    /// The lists are of different areas.
    OtherAreas {
        /// How many areas the first is of.
        first: usize,
        /// How many areas the second is of.
        second: usize,
    },
    /// Too few areas have both values.
    TooFew {
        /// How many have.
        areas: usize,
    },
    /// One of the two is the same in all areas.
    AllEqual,
}

impl fmt::Display for NoCorrelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherAreas { first, second } => write!(
                f,
                "one figure is of {first} areas and the other of {second}; choose the same level and year for both"
            ),
            Self::TooFew { areas } => write!(
                f,
                "only {areas} areas have both figures; at least {FEWEST} are needed to say whether they go together"
            ),
            Self::AllEqual => f.write_str(
                "one of the two figures is the same everywhere, so it cannot go with the other",
            ),
        }
    }
}

impl std::error::Error for NoCorrelation {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const X: [f64; 11] = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];

    /// F. J. Anscombe, Graphs in Statistical Analysis (1973); ranks by scipy's spearmanr.
    #[test]
    fn anscombe() {
        let one = [
            8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68,
        ];
        let three = [
            7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73,
        ];
        let mut eights = [8.0; 11];
        eights[7] = 19.0;
        let four = [
            6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89,
        ];
        for (x, y, pearson, spearman) in [
            (X, one, 0.816_420_516, 0.818_181_818),
            (X, three, 0.816_286_739, 0.990_909_091),
            (eights, four, 0.816_521_437, 0.5),
        ] {
            let found = correlation(&x, &y).unwrap();
            assert!((found.pearson - pearson).abs() < 1e-9, "{found:?}");
            assert!((found.spearman - spearman).abs() < 1e-9, "{found:?}");
            assert_eq!(found.areas, 11);
        }
        // Eleven points need 0.62 to be clear of chance.
        assert!(correlation(&X, &one).unwrap().is_clear());
        assert!(!correlation(&eights, &four).unwrap().is_clear());
    }

    #[test]
    fn what_is_not_defined_is_told() {
        let nan = f64::NAN;
        assert_eq!(
            correlation(&[1.0, 2.0, nan], &[1.0, 2.0, 3.0]),
            Err(NoCorrelation::TooFew { areas: 2 })
        );
        assert_eq!(
            correlation(&[], &[]),
            Err(NoCorrelation::TooFew { areas: 0 })
        );
        assert_eq!(
            correlation(&[5.0; 4], &[1.0, 2.0, 3.0, 4.0]),
            Err(NoCorrelation::AllEqual)
        );
        let other = correlation(&[1.0], &[1.0, 2.0]).unwrap_err();
        assert!(other.to_string().contains("same level"));
        let huge = correlation(&[1.0, 2.0, 1e300], &[1.0, 2.0, 3.0]).unwrap();
        assert!(huge.pearson.is_finite() && huge.spearman > 0.999_999);
    }

    proptest! {
        #[test]
        fn stays_between_and_knows_no_units(pairs in prop::collection::vec((-1e3..1e3_f64, -1e3..1e3_f64), 3..40), factor in 0.1..50.0_f64, offset in -1e3..1e3_f64) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let moved: Vec<f64> = x.iter().map(|x| x * factor + offset).collect();
            let turned: Vec<f64> = x.iter().map(|x| -x).collect();
            if let Ok(found) = correlation(&x, &y) {
                prop_assert!(found.pearson.abs() <= 1.0 && found.spearman.abs() <= 1.0);
                let same = correlation(&moved, &y).unwrap();
                prop_assert!((same.pearson - found.pearson).abs() < 1e-6);
                let back = correlation(&y, &turned).unwrap();
                prop_assert!((back.pearson + found.pearson).abs() < 1e-9);
                prop_assert!((back.spearman + found.spearman).abs() < 1e-9);
                prop_assert!(correlation(&x, &x).unwrap().spearman > 1.0 - 1e-9);
            }
        }
    }
}
