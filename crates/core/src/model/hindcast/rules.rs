//! Simple rules that a model must be held against.

/// What was is what will be.
#[must_use]
pub fn no_change(start: &[f64]) -> Vec<f64> {
    start.to_vec()
}

/// The mean yearly change of the years before the start goes on; nothing falls below 0.
#[must_use]
pub fn linear_trend(before: &[f64], start: &[f64], years_before: f64, years: f64) -> Vec<f64> {
    let pairs = before.iter().zip(start);
    let on = |(before, start): (&f64, &f64)| start + (start - before) / years_before * years;
    pairs.map(on).map(|value| value.max(0.0)).collect()
}

/// Each cell keeps its share of its industry in the nation: it grows as that does.
#[must_use]
pub fn constant_share(start: &[f64], growth: &[f64]) -> Vec<f64> {
    start
        .iter()
        .zip(growth)
        .map(|(start, growth)| start * growth)
        .collect()
}
