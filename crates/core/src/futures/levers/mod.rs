//! Levers in words: what a setting is in real quantities, what is known of its effect, how it
//! comes into force and what it touches.

mod effect;
mod marks;
mod real;

use super::evidence_words::{grade, in_unit, signed_number};
use super::outputs::About;
use crate::data::model::{Lever, Model, Ramp, Setting};
use crate::model::output::Output;

pub use effect::EffectBand;
pub use marks::LeverMark;
pub use real::lever_words;

/// What is said of a lever wherever it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverFacts {
    /// What it sets.
    pub setting: Setting,
    /// How good the evidence is, in words.
    pub grade: String,
    /// When it comes into force, in words.
    pub in_force: String,
    /// How it comes into force, from the base year to the last one: how far along the years, and
    /// how far below full force, each 0 to 1.
    pub ramp: Vec<[f64; 2]>,
    /// What one unit does, with its band.
    pub effects: Vec<EffectBand>,
    /// What the place or its districts have done, on the lever’s own scale.
    pub marks: Vec<LeverMark>,
    /// Names of the outputs that it moves first.
    pub touches: Vec<&'static str>,
}

/// What is said of a lever wherever it stands; none for a lever there is not.
#[must_use]
pub fn lever_facts(model: &Model, setting: Setting) -> Option<LeverFacts> {
    let lever = model.evidence.lever(setting)?;
    let region = &model.region;
    let touches = lever.outputs.iter();
    let touches = touches.filter_map(|key| Some(About::of(Output::from_key(key)?).name));
    Some(LeverFacts {
        setting,
        grade: grade(&lever.grade),
        in_force: in_force(lever.ramp),
        ramp: ramp(lever.ramp, region.base_year, region.last_year),
        effects: effect::effects(&model.evidence, lever),
        marks: marks::marks(model, lever),
        touches: touches.collect(),
    })
}

/// A value of a lever with its unit: `+20% on baseline completions`, `0.7% a year`.
#[must_use]
pub fn setting_words(lever: &Lever, value: f64) -> String {
    // `jobs there, % a year` says what before how; the lever's name says what.
    let unit = lever
        .unit
        .find(", %")
        .and_then(|at| lever.unit.get(at + 2..));
    let told = in_unit(value, unit.unwrap_or(&lever.unit));
    if value > 0.0 && lever.least < 0.0 {
        // Where it can go both ways, the way is said.
        let unsigned = super::evidence_words::number(value);
        return told.replacen(&unsigned, &signed_number(value), 1);
    }
    told
}

/// A value of a lever, as short as may be: `+20%`, `6`.
#[must_use]
pub fn setting_figure(lever: &Lever, value: f64) -> String {
    let figure = if lever.least < 0.0 {
        signed_number(value)
    } else {
        super::evidence_words::number(value)
    };
    let is_percent = lever.unit.starts_with('%') || lever.unit.contains(", %");
    [figure.as_str(), if is_percent { "%" } else { "" }].concat()
}

/// `by equal steps from 2026, in full from 2030`.
fn in_force(ramp: Ramp) -> String {
    match ramp {
        Ramp::None => "at once and for good".to_owned(),
        Ramp::Linear { start, years } if years <= 1 => format!("in full from {start}"),
        Ramp::Linear { start, .. } => {
            format!("by equal steps from {start}, in full from {}", full(ramp))
        }
        Ramp::SShaped { start, .. } => format!(
            "slowly at first from {start}, then faster, in full from {}",
            full(ramp)
        ),
    }
}

fn ramp(ramp: Ramp, base_year: u16, last_year: u16) -> Vec<[f64; 2]> {
    let years = f64::from(last_year.saturating_sub(base_year).max(1));
    let point = |year: u16| {
        let in_force = if year == base_year {
            0.0
        } else {
            ramp.share(year)
        };
        [f64::from(year - base_year) / years, 1.0 - in_force]
    };
    (base_year..=last_year).map(point).collect()
}

/// The first year in full force; 0 for what is in force at once.
const fn full(ramp: Ramp) -> u16 {
    match ramp {
        Ramp::None => 0,
        Ramp::Linear { start, years } | Ramp::SShaped { start, years } => {
            start.saturating_add(years.saturating_sub(1))
        }
    }
}
