//! `roadmap measures`: what is measured, for which areas and since when.

use std::collections::BTreeSet;

use roadmap_core::area::Level;
use roadmap_core::data::Dataset;
use roadmap_core::measure::Measure;
use serde::Serialize;

use super::Outcome;
use crate::args::TableFormat;
use crate::problem::Problem;
use crate::{output, rows};

/// Lists every measure of the pack.
pub fn run(dataset: &Dataset, format: TableFormat) -> Result<Outcome, Problem> {
    let list: Vec<Row<'_>> = dataset.measures.iter().map(|m| row(dataset, m)).collect();
    output::say(&match format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => crate::json::compact(&Answer { rows: list })? + "\n",
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Answer<'a> {
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    slug: &'a str,
    name: &'a str,
    theme: &'a str,
    unit: &'static str,
    direction: &'static str,
    /// The levels of area with at least one figure, largest first.
    levels: String,
    first_period: &'a str,
    last_period: &'a str,
    source: String,
}

fn row<'a>(dataset: &'a Dataset, measure: &'a Measure) -> Row<'a> {
    let series = dataset.series(&measure.slug);
    let levels: BTreeSet<_> = series
        .into_iter()
        .flat_map(|series| series.rows.keys())
        .filter_map(|code| dataset.area(code))
        .map(|area| area.level)
        .collect();
    let levels: Vec<&str> = levels.into_iter().map(Level::key).collect();
    let periods = series
        .map(|series| series.periods.as_slice())
        .unwrap_or_default();
    Row {
        slug: &measure.slug,
        name: &measure.name,
        theme: &measure.theme,
        unit: measure.unit.key(),
        direction: measure.direction.key(),
        levels: levels.join(" "),
        first_period: periods.first().map_or("", |period| period.as_str()),
        last_period: periods.last().map_or("", |period| period.as_str()),
        source: rows::source(dataset, measure),
    }
}
