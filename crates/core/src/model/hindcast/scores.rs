//! Scores of what was told against what came.

/// A band that is to hold what comes in eight years of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The tenth percentile.
    pub low: f64,
    /// The ninetieth.
    pub high: f64,
}

/// Scores of one method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    /// How many cells were told.
    pub cells: usize,
    /// Errors without sign over what came, all cells together, percent.
    pub wape_pct: f64,
    /// Mean error without sign of the cells that are large enough, percent; none when none is.
    pub mape_pct: Option<f64>,
    /// Sum of errors over what came, percent: above 0 when too much was told.
    pub bias_pct: f64,
}

/// Scores of a method; none unless each cell is told and something came.
///
/// A cell counts towards the mean error per cell when `least` or more came.
#[must_use]
pub fn scores(told: &[f64], came: &[f64], least: f64) -> Option<Scores> {
    Some(Scores {
        cells: came.len(),
        wape_pct: wape_pct(told, came)?,
        mape_pct: mape_pct(told, came, least),
        bias_pct: bias_pct(told, came)?,
    })
}

/// WAPE = 100 sum |told - came| / sum |came|.
#[must_use]
pub fn wape_pct(told: &[f64], came: &[f64]) -> Option<f64> {
    let errors: f64 = told
        .iter()
        .zip(came)
        .map(|(told, came)| (told - came).abs())
        .sum();
    over_what_came(told, came, errors)
}

/// Bias = 100 sum (told - came) / sum |came|.
#[must_use]
pub fn bias_pct(told: &[f64], came: &[f64]) -> Option<f64> {
    let errors: f64 = told.iter().zip(came).map(|(told, came)| told - came).sum();
    over_what_came(told, came, errors)
}

fn over_what_came(told: &[f64], came: &[f64], errors: f64) -> Option<f64> {
    let all: f64 = came.iter().map(|came| came.abs()).sum();
    (all > 0.0 && told.len() == came.len()).then(|| 100.0 * errors / all)
}

/// MAPE = 100 mean |told - came| / came over cells with at least `least`.
#[must_use]
pub fn mape_pct(told: &[f64], came: &[f64], least: f64) -> Option<f64> {
    let large = told
        .iter()
        .zip(came)
        .filter(|(_, came)| **came >= least && **came > 0.0);
    let errors = large.map(|(told, came)| (told - came).abs() / came);
    mean(&errors.collect::<Vec<f64>>()).map(|mean| 100.0 * mean)
}

/// Share of cells whose band holds what came, 0 to 1.
#[must_use]
pub fn coverage(bands: &[Band], came: &[f64]) -> Option<f64> {
    let held = bands.iter().zip(came);
    let held = held.map(|(band, came)| f64::from(u8::from((band.low..=band.high).contains(came))));
    mean(&held.collect::<Vec<f64>>())
}

/// The mean interval score of bands for eight in ten (Winkler, 1972; Gneiting and Raftery, 2007):
/// width, plus ten times by how much what came lies outside. In the unit of the cells; less is
/// better.
#[must_use]
pub fn interval_score(bands: &[Band], came: &[f64]) -> Option<f64> {
    const PENALTY: f64 = 2.0 / 0.2;
    let score = |(band, came): (&Band, &f64)| {
        let outside = (band.low - came).max(0.0) + (came - band.high).max(0.0);
        band.high - band.low + PENALTY * outside
    };
    mean(&bands.iter().zip(came).map(score).collect::<Vec<f64>>())
}

/// The continuous ranked probability score of draws (Matheson and Winkler, 1976): the mean
/// distance of a draw from what came less half the mean distance between two draws. In the unit
/// of the draws; for a single draw the error without sign.
#[must_use]
pub fn crps(draws: &[f64], came: f64) -> Option<f64> {
    let distances: Vec<f64> = draws.iter().map(|draw| (draw - came).abs()).collect();
    let from_it = mean(&distances)?;
    // Of sorted draws, sum over pairs = sum x_i (2 i - n + 1): no square of draws.
    let mut sorted = draws.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = f64::from(u32::try_from(sorted.len()).ok()?);
    let mut place = 1.0 - count;
    let mut between = 0.0;
    for draw in sorted {
        between += draw * place;
        place += 2.0;
    }
    Some(from_it - between / (count * count))
}

fn mean(numbers: &[f64]) -> Option<f64> {
    let count = f64::from(u32::try_from(numbers.len()).ok()?);
    (count > 0.0).then(|| numbers.iter().sum::<f64>() / count)
}
