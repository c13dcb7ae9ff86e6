//! Shares of an answer's variance by input or group of inputs (Sobol, 1993; estimators of
//! Saltelli and others, 2010).
//!
//! Two sets of points, A and B, are drawn. For every group of inputs there is a third set, A
//! with the group's inputs taken from B: what changes from A to it is the group's doing.

/// What a group of inputs does to the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// Share of the variance that the group explains by itself, about 0 to 1.
    pub first: f64,
    /// Share of the variance that it has a part in, with all that it does together with others.
    pub total: f64,
}

/// The shares of a group.
///
/// `a`, `b` and `mixed` are the answers at the points of A, of B, and of A with the group's
/// inputs from B, point by point. None when there are no points, when their numbers differ, or
/// when the answer does not vary.
#[must_use]
pub fn indices(a: &[f64], b: &[f64], mixed: &[f64]) -> Option<Indices> {
    if a.is_empty() || a.len() != b.len() || a.len() != mixed.len() {
        return None;
    }
    let points = a.len() as f64;
    let both = || a.iter().chain(b);
    let mean = both().sum::<f64>() / (2.0 * points);
    let variance = both().map(|y| (y - mean) * (y - mean)).sum::<f64>() / (2.0 * points);
    if !(variance.is_finite() && variance > 0.0) {
        return None;
    }
    let triples = || a.iter().zip(b).zip(mixed);
    // About the mean, which changes nothing but the noise: that of the products shrinks.
    let own = triples().map(|((a, b), mixed)| (b - mean) * (mixed - a));
    let with_others = triples().map(|((a, _), mixed)| (a - mixed) * (a - mixed));
    Some(Indices {
        first: own.sum::<f64>() / points / variance,
        total: with_others.sum::<f64>() / (2.0 * points) / variance,
    })
}

#[cfg(test)]
mod tests {
    use super::super::functions::{ishigami, sobol_g};
    use super::*;
    use crate::random::sobol::Dimension;

    fn all(function: fn(&[f64]) -> f64, inputs: usize, points: u32) -> Vec<Indices> {
        let column = |dimension: usize| -> Vec<f64> {
            let own = Dimension::scrambled(dimension, 1).unwrap();
            (0..points).map(|point| own.share(point)).collect()
        };
        let columns: Vec<Vec<f64>> = (0..2 * inputs).map(column).collect();
        let answers = |from_b: &dyn Fn(usize) -> bool| -> Vec<f64> {
            (0..points as usize)
                .map(|point| {
                    let input = |input: usize| {
                        columns[if from_b(input) { inputs + input } else { input }][point]
                    };
                    function(&(0..inputs).map(input).collect::<Vec<f64>>())
                })
                .collect()
        };
        let (a, b) = (answers(&|_| false), answers(&|_| true));
        (0..inputs)
            .map(|own| indices(&a, &b, &answers(&|input| input == own)).unwrap())
            .collect()
    }

    /// Analytic values of Ishigami's function.
    #[test]
    fn of_ishigami() {
        let known = [
            (0.313_905_2, 0.557_588_9),
            (0.442_411_1, 0.442_411_1),
            (0.0, 0.243_683_7),
        ];
        for (found, (first, total)) in all(ishigami, 3, 8192).iter().zip(known) {
            assert!((found.first - first).abs() < 0.01, "{found:?}");
            assert!((found.total - total).abs() < 0.01, "{found:?}");
        }
    }

    /// Analytic values of Sobol's own function.
    #[test]
    fn of_sobol_g() {
        let known = [
            (0.716_192_2, 0.787_144_1),
            (0.179_048_0, 0.242_198_2),
            (0.023_675_8, 0.034_316_9),
            (0.007_161_9, 0.010_460_4),
            (0.000_071_6, 0.000_104_9),
            (0.000_071_6, 0.000_104_9),
            (0.000_071_6, 0.000_104_9),
            (0.000_071_6, 0.000_104_9),
        ];
        for (found, (first, total)) in all(sobol_g, 8, 8192).iter().zip(known) {
            assert!((found.first - first).abs() < 0.01, "{found:?}");
            assert!((found.total - total).abs() < 0.01, "{found:?}");
        }
    }

    #[test]
    fn of_nothing_there_are_none() {
        assert_eq!(indices(&[], &[], &[]), None);
        assert_eq!(indices(&[1.0], &[1.0, 2.0], &[1.0]), None);
        assert_eq!(indices(&[1.0, 1.0], &[1.0, 1.0], &[1.0, 1.0]), None);
    }
}
