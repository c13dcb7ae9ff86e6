//! How well the model would have told the past, beside simple rules.

use super::{CardSection, Known, section};
use crate::data::model::{Model, PastMethod, PastMode, PastScore, PastSubject};
use crate::futures::evidence_words::number;
use crate::quantity;

/// The scorecard, whatever it says.
pub(super) fn past(model: &Model) -> CardSection {
    let mut card = section(
        "past",
        "How it would have told the past",
        &[
            "The model was started in an earlier year and told what has come since, and so were simple \
             rules: nothing changes, the trend goes on, every district keeps its share.",
        ],
    );
    let scores = &model.scorecard;
    let asked: Vec<bool> = scores
        .iter()
        .filter_map(|score| score.asked.as_ref().map(|(_, is_so)| *is_so))
        .collect();
    let met = asked.iter().filter(|is_so| **is_so).count();
    card.words.push(if scores.is_empty() {
        "This pack carries no such test.".to_owned()
    } else {
        format!(
            "Of {} demands it meets {}. {}",
            quantity::count(asked.len()),
            quantity::count(met),
            bands(scores)
        )
    });
    card.known = scores.iter().map(row).collect();
    card
}

/// How often what came lay inside the ranges.
fn bands(scores: &[PastScore]) -> String {
    let coverage = scores.iter().filter_map(|score| score.band);
    let coverage = coverage.map(|band| band.coverage_pct);
    let ends = coverage.fold(None, |ends: Option<[f64; 2]>, own| {
        Some(ends.map_or([own; 2], |[low, high]| [low.min(own), high.max(own)]))
    });
    ends.map_or_else(String::new, |[low, high]| {
        format!(
            "Eight in ten cells should have lain inside its ranges. From test to test it was between \
             {}% and {}%, mostly fewer: take the ranges as too narrow, above all for single districts.",
            number(low.round()),
            number(high.round())
        )
    })
}

fn row(score: &PastScore) -> Known {
    let window = score
        .window_years
        .map_or_else(String::new, |years| format!(", rates of {years} years"));
    let mode = match score.mode {
        Some(PastMode::Conditional) => ", told what drove it from outside",
        Some(PastMode::Unconditional) => ", told nothing besides",
        None => "",
    };
    let error = score.mape_pct.unwrap_or(score.wape_pct);
    Known {
        group: format!(
            "{}, {} to {}",
            subject(score.subject),
            score.start,
            score.target
        ),
        name: [method(score.method), mode, &window].concat(),
        value: format!("off by {}% in the mean", number(tenth(error))),
        grade: match &score.asked {
            Some((_, true)) => "meets what is asked".to_owned(),
            Some((asked, false)) => format!("falls short: {asked}"),
            None => String::new(),
        },
        source: String::new(),
        note: score.note.clone(),
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

const fn subject(subject: PastSubject) -> &'static str {
    match subject {
        PastSubject::Population => "residents by district",
        PastSubject::Dwellings => "homes by district",
        PastSubject::JobsBySection => "jobs by district and sector",
        PastSubject::Jobs => "jobs by district",
        PastSubject::Gva => "output by district",
        PastSubject::Affordability => "house price to earnings",
        PastSubject::Co2 => "emissions by district",
    }
}

const fn method(method: PastMethod) -> &'static str {
    match method {
        PastMethod::Trend => "the model’s people alone",
        PastMethod::DwellingLed => "the model’s people as homes have them",
        PastMethod::Model => "the model",
        PastMethod::NoChange => "nothing changes",
        PastMethod::LinearTrend => "the trend goes on",
        PastMethod::ConstantShare => "every district keeps its share",
        PastMethod::Official => "the official projection",
    }
}
