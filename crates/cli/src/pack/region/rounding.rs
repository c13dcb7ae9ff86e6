//! Numbers as they are written: as fine as the model needs them, and no finer.

use roadmap_core::data::model::ByAge;

/// A number to so many decimals.
pub fn to(number: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    let rounded = (number * factor).round() / factor;
    // A zero is written without a sign.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A list.
pub fn list(numbers: &[f64], decimals: i32) -> Vec<f64> {
    numbers.iter().map(|number| to(*number, decimals)).collect()
}

/// A row per sex.
pub fn by_age(numbers: &ByAge, decimals: i32) -> Vec<Vec<f64>> {
    numbers.iter().map(|own| list(own, decimals)).collect()
}

/// People as they will be read back.
pub fn people(numbers: &ByAge, decimals: i32) -> ByAge {
    numbers.map(|own| own.map(|number| to(number, decimals)))
}
