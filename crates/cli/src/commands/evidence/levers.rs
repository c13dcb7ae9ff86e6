//! `roadmap levers`: what can be moved, how far, what it does and how good the evidence is.

use std::path::PathBuf;

use roadmap_core::data::model::{Assumption, Evidence, Lever, Ramp};
use roadmap_core::data::{Foundation, GrandChallenge};
use serde::Serialize;

use super::{Band, Outcome};
use crate::args::EvidenceArgs;
use crate::problem::Problem;
use crate::rows::Number;

/// Lists every lever in the model's order.
pub fn run(data: Option<&PathBuf>, asked: &EvidenceArgs) -> Result<Outcome, Problem> {
    let evidence = super::read(data, asked)?;
    let levers = || evidence.levers.iter();
    super::say(
        asked.format,
        || levers().map(|lever| row(&evidence, lever)).collect(),
        || levers().flat_map(|lever| lines(&evidence, lever)).collect(),
    )
}

#[derive(Serialize)]
struct Row<'a> {
    key: &'static str,
    name: &'a str,
    unit: &'a str,
    foundations: Vec<&'static str>,
    grand_challenges: Vec<&'static str>,
    outside_control: bool,
    range: [Number; 2],
    default: Number,
    ramp: &'static str,
    /// The first year with an effect, and the years until it is in full force.
    start: Option<u16>,
    years: Option<u16>,
    effects: Vec<Effect<'a>>,
    outputs: &'a [String],
    grade: &'a str,
    source: &'a str,
    note: &'a str,
}

#[derive(Serialize)]
struct Effect<'a> {
    parameter: &'static str,
    meaning: &'a str,
    unit: &'a str,
    #[serde(flatten)]
    band: Band,
    grade: &'a str,
    source: &'a str,
}

fn row<'a>(evidence: &'a Evidence, lever: &'a Lever) -> Row<'a> {
    let (ramp, start, years) = ramp(lever.ramp);
    Row {
        key: lever.setting.key(),
        name: &lever.name,
        unit: &lever.unit,
        foundations: foundations(lever),
        grand_challenges: grand_challenges(lever),
        outside_control: lever.is_outside_control,
        range: [Number(lever.least), Number(lever.most)],
        default: Number(lever.default),
        ramp,
        start,
        years,
        effects: effects(evidence, lever).map(effect).collect(),
        outputs: &lever.outputs,
        grade: &lever.grade.words,
        source: &lever.source,
        note: &lever.note,
    }
}

fn effect(own: &Assumption) -> Effect<'_> {
    Effect {
        parameter: own.parameter.key(),
        meaning: &own.meaning,
        unit: &own.unit,
        band: own.range.into(),
        grade: &own.grade.words,
        source: &own.source,
    }
}

/// A line per effect of a lever; one without them if it acts through arithmetic alone.
#[derive(Serialize)]
struct Line<'a> {
    key: &'static str,
    name: &'a str,
    unit: &'a str,
    foundations: String,
    grand_challenges: String,
    outside_control: bool,
    least: Number,
    most: Number,
    default: Number,
    ramp: &'static str,
    start: Option<u16>,
    years: Option<u16>,
    outputs: String,
    effect: &'static str,
    effect_meaning: &'a str,
    effect_unit: &'a str,
    low: Option<Number>,
    central: Option<Number>,
    high: Option<Number>,
    min: Option<Number>,
    max: Option<Number>,
    effect_grade: &'a str,
    effect_source: &'a str,
    grade: &'a str,
    source: &'a str,
    note: &'a str,
}

fn lines<'a>(evidence: &'a Evidence, lever: &'a Lever) -> Vec<Line<'a>> {
    let mut told: Vec<Option<&Assumption>> = effects(evidence, lever).map(Some).collect();
    if told.is_empty() {
        told.push(None);
    }
    let lines = told.into_iter().map(|effect| line(lever, effect));
    lines.collect()
}

fn line<'a>(lever: &'a Lever, effect: Option<&'a Assumption>) -> Line<'a> {
    let (ramp, start, years) = ramp(lever.ramp);
    let band = effect.map(|effect| Band::from(effect.range));
    Line {
        key: lever.setting.key(),
        name: &lever.name,
        unit: &lever.unit,
        foundations: foundations(lever).join(" "),
        grand_challenges: grand_challenges(lever).join(" "),
        outside_control: lever.is_outside_control,
        least: Number(lever.least),
        most: Number(lever.most),
        default: Number(lever.default),
        ramp,
        start,
        years,
        outputs: lever.outputs.join(" "),
        effect: effect.map_or("", |own| own.parameter.key()),
        effect_meaning: effect.map_or("", |own| &own.meaning),
        effect_unit: effect.map_or("", |own| &own.unit),
        low: band.map(|band| band.low),
        central: band.map(|band| band.central),
        high: band.map(|band| band.high),
        min: band.map(|band| band.min),
        max: band.map(|band| band.max),
        effect_grade: effect.map_or("", |own| &own.grade.words),
        effect_source: effect.map_or("", |own| &own.source),
        grade: &lever.grade.words,
        source: &lever.source,
        note: &lever.note,
    }
}

fn effects<'a>(evidence: &'a Evidence, lever: &'a Lever) -> impl Iterator<Item = &'a Assumption> {
    let keys = lever.effects.iter();
    keys.filter_map(|parameter| evidence.assumption(*parameter))
}

fn foundations(lever: &Lever) -> Vec<&'static str> {
    let keys = lever.foundations.iter().copied();
    keys.map(Foundation::key).collect()
}

fn grand_challenges(lever: &Lever) -> Vec<&'static str> {
    let keys = lever.grand_challenges.iter().copied();
    keys.map(GrandChallenge::key).collect()
}

const fn ramp(ramp: Ramp) -> (&'static str, Option<u16>, Option<u16>) {
    match ramp {
        Ramp::None => ("none", None, None),
        Ramp::Linear { start, years } => ("linear", Some(start), Some(years)),
        Ramp::SShaped { start, years } => ("s-shaped", Some(start), Some(years)),
    }
}
