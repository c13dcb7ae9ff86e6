//! `model/hindcast.toml`: which past is told again.

use serde::Deserialize;

use super::region::EditionYear;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hindcast {
    /// The code of the country that growth is told against.
    pub country: String,
    /// Smaller cells do not count towards the mean error per cell.
    pub least_of_cell: f64,
    /// Draws for bands.
    pub draws: u32,
    /// What they are drawn from.
    pub seed: u32,
    /// People.
    pub population: Population,
    /// Dwellings.
    pub stock: Span,
    /// Jobs.
    pub jobs: Jobs,
    /// Output.
    pub output: Spans,
    /// Prices over earnings.
    pub affordability: Span,
    /// Emissions.
    pub emissions: Span,
}

/// People.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// National rates.
    pub edition: EditionYear,
    /// Steps before the start that rates are taken from.
    pub rate_steps: u16,
    /// Years before the start that completions are taken from.
    pub completions_years: u16,
    /// Starts.
    #[serde(rename = "start")]
    pub starts: Vec<Start>,
}

/// A year that people are told from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// It.
    pub year: u16,
    /// Years that are told.
    pub targets: Vec<u16>,
    /// Steps before it whose migration is averaged.
    pub windows: Vec<u16>,
    /// The key of the official outlook of that year, if one is held.
    pub outlook: Option<String>,
}

/// Years told from one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The year told from.
    pub start: u16,
    /// The years told.
    pub targets: Vec<u16>,
    /// Years before the start that the linear trend is taken over.
    pub trend_years: u16,
}

/// Years told from several.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spans {
    /// The years told from.
    pub starts: Vec<u16>,
    /// The years told.
    pub targets: Vec<u16>,
    /// Years before the start that the linear trend is taken over.
    pub trend_years: u16,
}

/// Jobs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    /// The years told from.
    pub starts: Vec<u16>,
    /// The year told.
    pub target: u16,
    /// The last year of people by age.
    pub people_until: u16,
}
