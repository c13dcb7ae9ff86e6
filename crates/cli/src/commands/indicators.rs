//! `roadmap indicators`: every published figure of an area.

use roadmap_core::area::{Area, AreaCode};
use roadmap_core::data::{Dataset, Observation};
use roadmap_core::measure::Measure;
use roadmap_core::quantity::Value;
use serde::Serialize;

use super::Outcome;
use crate::args::TableFormat;
use crate::problem::Problem;
use crate::rows::{self, Number};
use crate::{json, output};

/// Lists the figures of the area with this code or name.
pub fn run(dataset: &Dataset, asked: &str, format: TableFormat) -> Result<Outcome, Problem> {
    let area = find(dataset, asked)?;
    let list: Vec<Row<'_>> = dataset
        .measures
        .iter()
        .flat_map(|measure| rows_of(dataset, measure, &area.code))
        .collect();
    output::say(&match format {
        TableFormat::Csv => rows::csv(&list)?,
        TableFormat::Json => {
            let answer = Answer {
                area: area.code.as_str(),
                rows: list,
            };
            json::compact(&answer)? + "\n"
        }
    })?;
    Ok(Outcome::Done)
}

fn find<'a>(dataset: &'a Dataset, asked: &str) -> Result<&'a Area, Problem> {
    let asked = asked.trim();
    let upper = asked.to_uppercase();
    if let Ok(code) = AreaCode::new(&upper) {
        if let Some(current) = dataset.retired.get(&code) {
            return Err(Problem::RetiredArea {
                asked: upper,
                current: current.to_string(),
                name: dataset.name_of(current).to_owned(),
            });
        }
        if let Some(area) = dataset.area(&code) {
            return Ok(area);
        }
    }
    let is_named = |area: &&Area| area.name.eq_ignore_ascii_case(asked);
    dataset
        .areas
        .iter()
        .find(is_named)
        .ok_or_else(|| Problem::UnknownArea {
            asked: asked.to_owned(),
            near: near(dataset, asked),
        })
}

/// Areas that may be meant: those a search finds; else those whose code is one
/// slip away; else all of them, so that nobody is left without a way on.
fn near(dataset: &Dataset, asked: &str) -> Vec<String> {
    const MOST: usize = 5;
    let told = |area: &Area| format!("{} {}", area.code, area.name);
    let mut near = Vec::new();
    for found in roadmap_core::data::find_places(dataset, asked, MOST) {
        let area = dataset.area(&found.leads_to).map(told);
        near.extend(area.filter(|area| !near.contains(area)));
    }
    if near.is_empty() {
        let is_one_slip_away = |area: &&Area| slips(area.code.as_str(), asked) <= 1;
        near = dataset
            .areas
            .iter()
            .filter(is_one_slip_away)
            .map(told)
            .collect();
    }
    if near.is_empty() {
        near = dataset.areas.iter().map(told).collect();
    }
    near
}

/// How many letters differ; texts of unlike length differ in all.
fn slips(code: &str, asked: &str) -> usize {
    if code.len() != asked.len() {
        return code.len();
    }
    code.chars()
        .zip(asked.chars())
        .filter(|(a, b)| !a.eq_ignore_ascii_case(b))
        .count()
}

#[derive(Serialize)]
struct Answer<'a> {
    area: &'a str,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    slug: &'a str,
    period: &'a str,
    value: Option<Number>,
    low: Option<Number>,
    high: Option<Number>,
    unit: &'static str,
    /// Where a number comes from, or why there is none.
    status: &'static str,
    source: String,
}

fn rows_of<'a>(
    dataset: &'a Dataset,
    measure: &'a Measure,
    area: &'a AreaCode,
) -> impl Iterator<Item = Row<'a>> {
    let source = rows::source(dataset, measure);
    let observations = dataset
        .series(&measure.slug)
        .into_iter()
        .flat_map(|series| series.observations(area));
    observations.map(move |Observation { period, quantity }| Row {
        slug: &measure.slug,
        period: period.as_str(),
        value: quantity.value.number().map(Number),
        low: quantity.interval.map(|interval| Number(interval.low)),
        high: quantity.interval.map(|interval| Number(interval.high)),
        unit: measure.unit.key(),
        status: match quantity.value {
            Value::Number(_) => quantity.provenance.key(),
            none => none.status(),
        },
        source: source.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_one_letter_is_near() {
        assert_eq!(slips("E07000243", "E07000244"), 1);
        assert_eq!(slips("E07000243", "e07000243"), 0);
        assert_eq!(slips("E07000243", "E0700024"), 9);
    }
}
