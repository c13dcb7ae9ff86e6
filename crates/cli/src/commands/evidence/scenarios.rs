//! `roadmap scenarios`: the named futures, what each moves and what comes of it in words.

use std::collections::BTreeMap;
use std::path::PathBuf;

use roadmap_core::data::model::{Scenario, ShiftBy};
use serde::Serialize;

use super::Outcome;
use crate::args::ScenariosArgs;
use crate::problem::Problem;
use crate::rows::Number;
use crate::scenario;

/// Lists every named future, the baseline first; or tells the one that was asked for.
pub fn run(data: Option<&PathBuf>, asked: &ScenariosArgs) -> Result<Outcome, Problem> {
    let evidence = super::read(data, &asked.evidence)?;
    let told = if asked.scenario.is_none() && asked.set.is_empty() {
        evidence.scenarios
    } else {
        vec![scenario::asked(
            asked.scenario.as_deref(),
            &asked.set,
            &evidence,
        )?]
    };
    super::say(
        asked.evidence.format,
        || told.iter().map(row).collect(),
        || told.iter().map(line).collect(),
    )
}

#[derive(Serialize)]
struct Row<'a> {
    key: &'a str,
    name: &'a str,
    story: &'a str,
    /// Values by key, in the units of their levers.
    settings: BTreeMap<&'static str, Number>,
    /// `times` or `plus` and a number, by the parameter's symbol.
    shifts: BTreeMap<&'static str, BTreeMap<&'static str, Number>>,
}

fn row(own: &Scenario) -> Row<'_> {
    let settings = own.changes.iter();
    let shifts = own.shifts.iter().map(|shift| {
        let (by, value) = by(shift.by);
        (shift.parameter.key(), BTreeMap::from([(by, Number(value))]))
    });
    Row {
        key: &own.key,
        name: &own.name,
        story: &own.story,
        settings: settings
            .map(|(setting, value)| (setting.key(), Number(*value)))
            .collect(),
        shifts: shifts.collect(),
    }
}

#[derive(Serialize)]
struct Line<'a> {
    key: &'a str,
    name: &'a str,
    story: String,
    /// `housing=40 metro-jobs=0.7`, in the units of their levers.
    settings: String,
    /// `tfr times 0.9; rho plus 0.6`.
    shifts: String,
}

fn line(own: &Scenario) -> Line<'_> {
    let settings = own.changes.iter();
    let settings = settings.map(|(setting, value)| format!("{}={value}", setting.key()));
    let shifts = own.shifts.iter().map(|shift| {
        let (by, value) = by(shift.by);
        format!("{} {by} {value}", shift.parameter.key())
    });
    Line {
        key: &own.key,
        name: &own.name,
        story: own.story.replace('\n', " "),
        settings: settings.collect::<Vec<_>>().join(" "),
        shifts: shifts.collect::<Vec<_>>().join("; "),
    }
}

const fn by(by: ShiftBy) -> (&'static str, f64) {
    match by {
        ShiftBy::Times(factor) => ("times", factor),
        ShiftBy::Plus(sum) => ("plus", sum),
    }
}
