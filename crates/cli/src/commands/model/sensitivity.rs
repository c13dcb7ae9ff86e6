//! `roadmap sensitivity`: what an answer hangs on, by three methods.

use std::path::Path;

use roadmap_core::data::model::{Assumption, Parameter};
use roadmap_core::model::ensemble::{Kept, Runner};
use roadmap_core::model::output::Output;
use roadmap_core::model::sensitivity::{Answer, Asked, elementary_effects, shares, tornado};
use serde::Serialize;

use super::{Desk, Outcome, areas, incomplete};
use crate::args::{Method, SensitivityArgs, TableFormat};
use crate::problem::{ModelProblem, Problem};
use crate::rows::Number;
use crate::{json, output, rows};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &SensitivityArgs) -> Result<Outcome, Problem> {
    let desk = Desk::read(folder, &asked.future)?;
    let area = areas::place(&desk.region, asked.area.as_deref())?;
    let since = desk.since(asked.year)?;
    let outputs = outputs(asked.output.as_deref())?;
    let answers: Vec<Answer> = outputs
        .iter()
        .map(|&output| Answer {
            series: Kept { area, output },
            since,
        })
        .collect();
    let question = Asked {
        plan: &desk.plan,
        shifts: &desk.scenario.shifts,
        evidence: &desk.evidence,
        answers: &answers,
    };
    let runner = Runner::new(&desk.prepared, &desk.evidence, asked.seed, false);
    let mut runner = runner.ok_or_else(incomplete)?;
    let told = |name: fn(&Assumption) -> &str, parameter: Parameter| {
        let own = desk.evidence.assumption(parameter);
        own.map(name).unwrap_or_default().to_owned()
    };
    match asked.method {
        Method::Tornado => {
            let bars = tornado(&mut runner, question).ok_or_else(incomplete)?;
            let mut lines = Vec::new();
            for (output, bars) in outputs.iter().zip(bars) {
                lines.extend(bars.into_iter().map(|bar| TornadoLine {
                    output: output.key(),
                    parameter: bar.parameter.key(),
                    meaning: told(|own| &own.meaning, bar.parameter),
                    low: Number(bar.low),
                    high: Number(bar.high),
                }));
            }
            say(&desk, asked, &lines)
        }
        Method::Morris => {
            let effects = elementary_effects(&mut runner, question, (asked.seed, asked.ways));
            let effects = effects.ok_or_else(incomplete)?;
            let mut lines = Vec::new();
            for (output, effects) in outputs.iter().zip(effects) {
                let own = Parameter::ALL.into_iter().zip(effects);
                lines.extend(own.map(|(parameter, effect)| MorrisLine {
                    output: output.key(),
                    parameter: parameter.key(),
                    meaning: told(|own| &own.meaning, parameter),
                    mu_star: Number(effect.mean_size),
                    mu: Number(effect.mean),
                    sigma: Number(effect.sd),
                }));
            }
            say(&desk, asked, &lines)
        }
        Method::Sobol => {
            let shares = shares(&mut runner, question, (asked.seed, asked.points), |_| true);
            let shares = shares.ok_or_else(incomplete)?;
            let mut lines = Vec::new();
            for (output, shares) in outputs.iter().zip(shares) {
                lines.extend(shares.into_iter().map(|share| SobolLine {
                    output: output.key(),
                    group: share.group,
                    s1: share.indices.map(|own| Number(own.first)),
                    st: share.indices.map(|own| Number(own.total)),
                }));
            }
            say(&desk, asked, &lines)
        }
    }
}

/// The output of a key, or every headline.
pub fn outputs(asked: Option<&str>) -> Result<Vec<Output>, Problem> {
    let Some(asked) = asked else {
        return Ok(Output::headlines().collect());
    };
    let output = Output::from_key(asked.trim());
    let unknown = || {
        Problem::Model(ModelProblem::Output {
            asked: asked.to_owned(),
            known: Output::ALL.map(Output::key).join(", "),
        })
    };
    Ok(vec![output.ok_or_else(unknown)?])
}

fn say<T: Serialize>(
    desk: &Desk,
    asked: &SensitivityArgs,
    lines: &[T],
) -> Result<Outcome, Problem> {
    let text = match asked.format {
        TableFormat::Csv => rows::csv(lines)?,
        TableFormat::Json => {
            let answer = Told {
                scenario: &desk.scenario.key,
                model_version: &desk.evidence.model_version,
                pack_version: &desk.pack_version,
                method: asked.method.key(),
                area: asked.area.as_deref().unwrap_or(desk.region.county.as_str()),
                year: asked.year.unwrap_or(desk.region.last_year),
                seed: asked.seed,
                rows: lines,
            };
            json::compact(&answer)? + "\n"
        }
    };
    output::say(&text)?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Told<'a, T> {
    scenario: &'a str,
    model_version: &'a str,
    pack_version: &'a str,
    method: &'static str,
    area: &'a str,
    year: u16,
    seed: u32,
    rows: &'a [T],
}

/// An output where one parameter is at its tenth and at its ninetieth percentile.
#[derive(Serialize)]
struct TornadoLine {
    output: &'static str,
    parameter: &'static str,
    meaning: String,
    low: Number,
    high: Number,
}

/// Elementary effects of a parameter, in the output's unit from its tenth to its ninetieth
/// percentile.
#[derive(Serialize)]
struct MorrisLine {
    output: &'static str,
    parameter: &'static str,
    meaning: String,
    mu_star: Number,
    mu: Number,
    sigma: Number,
}

/// Shares of an output's variance; blank where it does not vary.
#[derive(Serialize)]
struct SobolLine {
    output: &'static str,
    group: String,
    s1: Option<Number>,
    st: Option<Number>,
}
