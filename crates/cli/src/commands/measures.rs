//! `roadmap measures`: what is measured, for which areas and since when.

use std::collections::BTreeSet;
use std::path::Path;

use roadmap_core::area::Level;
use roadmap_core::data::{Dataset, SmallAreas, SmallMeasure};
use roadmap_core::measure::Measure;
use roadmap_core::period::Period;
use serde::Serialize;

use super::Outcome;
use crate::args::TableFormat;
use crate::problem::Problem;
use crate::{json, output, rows, store};

/// Lists every measure of the pack, those of districts first, then those of small areas only.
pub fn run(folder: &Path, format: TableFormat) -> Result<Outcome, Problem> {
    let dataset = store::dataset(folder)?;
    let small_areas = store::small_areas(folder, &dataset)?;
    let above = dataset
        .measures
        .iter()
        .map(|measure| row(&dataset, &small_areas, measure));
    let is_lower = |measure: &&SmallMeasure| dataset.measure(&measure.slug).is_none();
    let below = small_areas.measures().iter().filter(is_lower);
    let below = below.map(|measure| small_row(&small_areas, measure));
    let list: Vec<Row<'_>> = above.chain(below).collect();
    output::say(&match format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => json::compact(&Answer { rows: list })? + "\n",
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

fn row<'a>(dataset: &'a Dataset, small_areas: &'a SmallAreas, measure: &'a Measure) -> Row<'a> {
    let series = dataset.series(&measure.slug);
    let levels = series
        .into_iter()
        .flat_map(|series| series.rows.keys())
        .filter_map(|code| dataset.area(code))
        .map(|area| area.level);
    let lower = small_areas.measure(&measure.slug);
    let lower = lower
        .into_iter()
        .flat_map(|lower| lower.levels.iter().copied());
    let periods = series
        .map(|series| series.periods.as_slice())
        .unwrap_or_default();
    Row {
        slug: &measure.slug,
        name: &measure.name,
        theme: &measure.theme,
        unit: measure.unit.key(),
        direction: measure.direction.key(),
        levels: words(levels.chain(lower)),
        first_period: periods.first().map_or("", |period| period.as_str()),
        last_period: periods.last().map_or("", |period| period.as_str()),
        source: rows::source(dataset, measure),
    }
}

fn small_row<'a>(small_areas: &'a SmallAreas, measure: &'a SmallMeasure) -> Row<'a> {
    let periods: BTreeSet<&Period> = measure
        .levels
        .iter()
        .flat_map(|&level| small_areas.periods(&measure.slug, level))
        .collect();
    let first = measure
        .levels
        .first()
        .and_then(|&level| small_areas.figures(&measure.slug, level, None)?.since);
    Row {
        slug: &measure.slug,
        name: &measure.name,
        theme: &measure.theme,
        unit: measure.unit.key(),
        direction: measure.direction.key(),
        levels: words(measure.levels.iter().copied()),
        first_period: first
            .or(periods.first().copied())
            .map_or("", Period::as_str),
        last_period: periods.last().map_or("", |period| period.as_str()),
        source: small_areas
            .source_of(measure)
            .map(rows::source_words)
            .unwrap_or_default(),
    }
}

fn words(levels: impl Iterator<Item = Level>) -> String {
    let levels: BTreeSet<Level> = levels.collect();
    let levels: Vec<&str> = levels.into_iter().map(Level::key).collect();
    levels.join(" ")
}
