//! Transcendental functions with the same bits natively and in wasm.
//!
//! The platform's own `exp`, `ln` and `sin` differ in the last bit from machine
//! to machine, and a shared link must give the same numbers on every one.

/// Sine of an angle in radians.
#[must_use]
pub fn sin(radians: f64) -> f64 {
    libm::sin(radians)
}

/// Cosine of an angle in radians.
#[must_use]
pub fn cos(radians: f64) -> f64 {
    libm::cos(radians)
}

/// Angle in radians whose sine is `x`, for `x` in -1..=1.
#[must_use]
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// Angle in radians of the point (x, y) from the positive x axis.
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Euler's number to the power of `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Logarithm to base ten.
#[must_use]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// Logarithm to base two.
#[must_use]
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// `x` to the power of `power`.
#[must_use]
pub fn pow(x: f64, power: f64) -> f64 {
    libm::pow(x, power)
}

/// Ten to a whole power.
#[must_use]
pub fn ten_to(power: i32) -> f64 {
    libm::pow(10.0, f64::from(power))
}

/// Length of the hypotenuse over two legs.
#[must_use]
pub fn hypot(a: f64, b: f64) -> f64 {
    libm::hypot(a, b)
}
