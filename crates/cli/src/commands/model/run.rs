//! `roadmap run`: every output of a future by year, with its band and its difference from the
//! baseline.

mod answer;

use std::path::Path;

use roadmap_core::data::model::Shift;
use roadmap_core::model::draws::{central, shifted, side_by_side};
use roadmap_core::model::ensemble::{Ensemble, Kept, LANES, Runner};
use roadmap_core::model::output::Output;
use roadmap_core::model::plan::Plan;
use roadmap_core::model::results::Results;
use roadmap_core::model::run::Workspace;

use self::answer::{Answer, Told};
use super::{Desk, Outcome, areas, incomplete};
use crate::args::{RunArgs, TableFormat};
use crate::problem::{ModelProblem, Problem};
use crate::{json, output, rows};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &RunArgs) -> Result<Outcome, Problem> {
    let desk = Desk::read(folder, &asked.future)?;
    let years = desk.years(asked.to)?;
    let count = draws(asked)?;
    let mut told = Told {
        scenario: desk.scenario.key.clone(),
        model_version: desk.evidence.model_version.clone(),
        pack_version: desk.pack_version.clone(),
        seed: asked.seed,
        draws: count as usize,
        years,
        codes: areas::codes(&desk.region)
            .map(|code| code.as_str().to_owned())
            .collect(),
        has_space: !asked.future.without_space,
        central: central_run(&desk)?,
        bands: None,
    };
    if count > 0 {
        let ensemble = |plan: &Plan, shifts: &[Shift]| ensemble(&desk, plan, shifts, asked);
        let baseline = ensemble(&desk.baseline(), &[])?;
        let future = ensemble(&desk.plan, &desk.scenario.shifts)?;
        told.bands = Some((future, baseline));
    }
    output::say(&match asked.format {
        TableFormat::Json => json::compact(&Answer::new(&told))? + "\n",
        TableFormat::Csv => rows::csv(&told.lines())?,
    })?;
    Ok(Outcome::Done)
}

/// The run with central parameters and without noise, by section too.
fn central_run(desk: &Desk) -> Result<Results<1>, Problem> {
    let middle = central(&desk.evidence).ok_or_else(incomplete)?;
    let parameters = side_by_side(&[shifted(middle, &desk.scenario.shifts)]);
    let mut workspace = Workspace::new(&desk.prepared);
    let mut results = Results::new(&desk.prepared, true);
    desk.prepared
        .run(&desk.plan, &parameters, None, &mut workspace, &mut results);
    Ok(results)
}

/// Every headline of every area in every draw.
fn ensemble(
    desk: &Desk,
    plan: &Plan,
    shifts: &[Shift],
    asked: &RunArgs,
) -> Result<Ensemble, Problem> {
    let draws = draws(asked)?;
    let count = areas::codes(&desk.region).count();
    let kept =
        (0..count).flat_map(|area| Output::headlines().map(move |output| Kept { area, output }));
    let years = desk.years(asked.to)?.len();
    let mut ensemble = Ensemble::new(kept.collect(), years, draws as usize);
    let runner = Runner::new(&desk.prepared, &desk.evidence, asked.seed, false);
    let mut runner = runner.ok_or_else(incomplete)?;
    for first in (0..draws).step_by(LANES) {
        ensemble.take_in(first as usize, runner.run(plan, shifts, first));
    }
    Ok(ensemble)
}

/// No more draws than these: beyond them bands move less than they are told.
const MOST_DRAWS: u32 = 65_536;

/// How many draws are asked for.
fn draws(asked: &RunArgs) -> Result<u32, Problem> {
    let draws = asked.draws.trim().parse().ok();
    draws.filter(|draws| *draws <= MOST_DRAWS).ok_or_else(|| {
        Problem::Model(ModelProblem::Draws {
            asked: asked.draws.clone(),
            most: MOST_DRAWS,
        })
    })
}
