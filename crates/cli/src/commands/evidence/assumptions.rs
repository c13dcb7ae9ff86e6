//! `roadmap assumptions`: what the model is unsure of, and its fixed numbers, each with its
//! evidence.

use roadmap_core::data::model::{Assumption, Evidence, Fixed};
use serde::Serialize;

use super::{Band, Outcome};
use crate::args::EvidenceArgs;
use crate::problem::Problem;
use crate::rows::Number;

/// Lists parameters in the order in which they are drawn, then fixed numbers.
pub fn run(asked: &EvidenceArgs) -> Result<Outcome, Problem> {
    let evidence = super::read(asked)?;
    super::say(asked.format, || rows(&evidence), || rows(&evidence))
}

#[derive(Serialize)]
struct Row<'a> {
    key: &'a str,
    /// `drawn` or `fixed`.
    kind: &'static str,
    meaning: &'a str,
    unit: &'a str,
    low: Option<Number>,
    central: Option<Number>,
    high: Option<Number>,
    min: Option<Number>,
    max: Option<Number>,
    /// A fixed number, or `J=0.4 M=0.4` for several.
    value: String,
    group: &'a str,
    /// Keys of the levers whose effect it tells.
    levers: String,
    grade: &'a str,
    source: &'a str,
}

fn rows(evidence: &Evidence) -> Vec<Row<'_>> {
    let drawn = evidence.assumptions.iter();
    let drawn = drawn.map(|own| row(evidence, own));
    drawn.chain(evidence.fixed.iter().map(fixed)).collect()
}

fn row<'a>(evidence: &Evidence, own: &'a Assumption) -> Row<'a> {
    let levers = evidence.levers.iter();
    let levers = levers.filter(|lever| lever.effects.contains(&own.parameter));
    let levers: Vec<&str> = levers.map(|lever| lever.setting.key()).collect();
    let band = Band::from(own.range);
    Row {
        key: own.parameter.key(),
        kind: "drawn",
        meaning: &own.meaning,
        unit: &own.unit,
        low: Some(band.low),
        central: Some(band.central),
        high: Some(band.high),
        min: Some(band.min),
        max: Some(band.max),
        value: String::new(),
        group: &own.group,
        levers: levers.join(" "),
        grade: &own.grade.words,
        source: &own.source,
    }
}

fn fixed(own: &Fixed) -> Row<'_> {
    let values: Vec<String> = if own.of.is_empty() {
        own.values.iter().map(f64::to_string).collect()
    } else {
        let pairs = own.of.iter().zip(&own.values);
        pairs.map(|(of, value)| format!("{of}={value}")).collect()
    };
    Row {
        key: &own.key,
        kind: "fixed",
        meaning: &own.meaning,
        unit: &own.unit,
        low: None,
        central: None,
        high: None,
        min: None,
        max: None,
        value: values.join(" "),
        group: "",
        levers: String::new(),
        grade: &own.grade.words,
        source: &own.source,
    }
}
