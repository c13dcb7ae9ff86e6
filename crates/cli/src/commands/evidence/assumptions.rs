//! `roadmap assumptions`: what the model is unsure of, and its fixed numbers, each with its
//! evidence.

use std::path::PathBuf;

use roadmap_core::data::model::{Assumption, DensityClass, Evidence, Fixed, Grade, SectionColumn};
use serde::Serialize;

use super::{Band, Outcome};
use crate::args::EvidenceArgs;
use crate::problem::Problem;
use crate::rows::Number;

/// Lists parameters in the order in which they are drawn, then what is assumed of each section of
/// the classification, then fixed numbers.
pub fn run(data: Option<&PathBuf>, asked: &EvidenceArgs) -> Result<Outcome, Problem> {
    let evidence = super::read(data, asked)?;
    super::say(asked.format, || rows(&evidence), || rows(&evidence))
}

#[derive(Serialize)]
struct Row<'a> {
    key: &'a str,
    /// `drawn`, `section` or `fixed`.
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
    let sections = evidence.section_columns.iter();
    let sections = sections.map(|own| section(evidence, own));
    let fixed = evidence.fixed.iter().map(fixed);
    drawn.chain(sections).chain(fixed).collect()
}

fn row<'a>(evidence: &Evidence, own: &'a Assumption) -> Row<'a> {
    let levers = evidence.levers.iter();
    let levers = levers.filter(|lever| lever.effects.contains(&own.parameter));
    let levers: Vec<&str> = levers.map(|lever| lever.setting.key()).collect();
    let band = Band::from(own.range);
    Row {
        kind: "drawn",
        low: Some(band.low),
        central: Some(band.central),
        high: Some(band.high),
        min: Some(band.min),
        max: Some(band.max),
        group: &own.group,
        levers: levers.join(" "),
        ..told(
            own.parameter.key(),
            &own.meaning,
            &own.unit,
            (&own.grade, &own.source),
        )
    }
}

/// A column of the sections: `A=1 B=1`.
fn section<'a>(evidence: &Evidence, own: &'a SectionColumn) -> Row<'a> {
    let values = evidence.sections.iter().map(|section| {
        let value = match own.key.as_str() {
            "gini" => section.gini.to_string(),
            "tradable" => section.tradable_share.to_string(),
            "density" => section.density.map_or("none", DensityClass::key).to_owned(),
            "ai" => section.ai_exposure.to_string(),
            "follows" => section.local_driver.key().to_owned(),
            _ => format!("{}/{}", section.office_share, section.industrial_share),
        };
        format!("{}={value}", section.letter)
    });
    Row {
        kind: "section",
        value: values.collect::<Vec<_>>().join(" "),
        ..told(&own.key, &own.meaning, &own.unit, (&own.grade, &own.source))
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
        value: values.join(" "),
        ..told(&own.key, &own.meaning, &own.unit, (&own.grade, &own.source))
    }
}

/// A fixed number of which no value is told yet.
fn told<'a>(
    key: &'a str,
    meaning: &'a str,
    unit: &'a str,
    (grade, source): (&'a Grade, &'a str),
) -> Row<'a> {
    Row {
        key,
        kind: "fixed",
        meaning,
        unit,
        low: None,
        central: None,
        high: None,
        min: None,
        max: None,
        value: String::new(),
        group: "",
        levers: String::new(),
        grade: &grade.words,
        source,
    }
}
