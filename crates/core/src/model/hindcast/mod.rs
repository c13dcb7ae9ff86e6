//! How well the model would have told the past: what it gives for years that are over, from what
//! was known before, scored against what came, beside simple rules.
//!
//! The series are those of today, revised since, which flatters every method alike.

mod rules;
mod scores;

#[cfg(test)]
mod tests;

pub use rules::{constant_share, linear_trend, no_change};
pub use scores::{
    Band, Scores, bias_pct, coverage, crps, interval_score, mape_pct, scores, wape_pct,
};
