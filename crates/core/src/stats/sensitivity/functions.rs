//! Functions whose sensitivities are known, for tests.

use std::f64::consts::PI;

use crate::math;

/// Ishigami and Homma (1990) with a = 7 and b = 0.1, of three shares of -π..π.
pub fn ishigami(shares: &[f64]) -> f64 {
    let x: Vec<f64> = shares
        .iter()
        .map(|share| PI * (2.0 * share - 1.0))
        .collect();
    let sine = math::sin(x[1]);
    math::sin(x[0]) + 7.0 * sine * sine + 0.1 * math::pow(x[2], 4.0) * math::sin(x[0])
}

/// Sobol's G function with the usual eight coefficients.
pub fn sobol_g(shares: &[f64]) -> f64 {
    const COEFFICIENTS: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    let factors = shares.iter().zip(COEFFICIENTS);
    factors.fold(1.0, |product, (share, a)| {
        product * ((4.0 * share - 2.0).abs() + a) / (1.0 + a)
    })
}
