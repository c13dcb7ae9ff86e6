//! The scorecard: how well the model and simple rules would have told the past.

use serde::Serialize;

/// A method's scores for one past.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HindcastRowWire {
    /// What is told: `population`, `dwellings`, `jobs_by_section`, `jobs`, `gva`,
    /// `affordability`, `co2`.
    pub subject: String,
    /// The year told from.
    pub start: u16,
    /// The year told.
    pub target: u16,
    /// `conditional` on what drove it from outside, `unconditional`, or empty for simple rules.
    pub mode: String,
    /// `trend`, `dwelling-led`, `model`, `no-change`, `linear-trend`, `constant-share`, `official`.
    pub method: String,
    /// Years of migration that rates are taken from; none where there are none.
    pub window: Option<u16>,
    /// How many cells were told.
    pub cells: usize,
    /// Errors without sign over what came, percent.
    pub wape_pct: f64,
    /// Mean error without sign per large cell, percent; none where no cell is large.
    pub mape_pct: Option<f64>,
    /// Sum of errors over what came, percent.
    pub bias_pct: f64,
    /// Share of cells inside the band for eight in ten, percent; none without a band.
    pub coverage_pct: Option<f64>,
    /// Mean interval score of that band, percent of what came.
    pub interval_score_pct: Option<f64>,
    /// Mean continuous ranked probability score, percent of what came.
    pub crps_pct: Option<f64>,
    /// Whether it is as good as it should be; none where nothing is asked of it.
    pub passes: Option<bool>,
    /// What is asked of it, in words; empty where nothing is.
    pub asked: String,
    /// What a reader should know; may be empty.
    pub note: String,
}
