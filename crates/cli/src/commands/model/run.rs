//! `roadmap run`: every output of a future by year, with its band and its difference from the
//! baseline.

mod answer;

use std::path::Path;

use roadmap_core::model::ensemble::{Ensemble, Kept, LANES, Runner};
use roadmap_core::model::output::Output;

use schemars::Schema;

use self::answer::{Answer, Bands, Told};
use super::{Desk, Outcome, areas, draws, incomplete};
use crate::args::{RunArgs, TableFormat};
use crate::problem::Problem;
use crate::{json, output, rows};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &RunArgs) -> Result<Outcome, Problem> {
    let desk = Desk::read(folder, &asked.future)?;
    let years = desk.years(asked.to)?;
    let count = draws(&asked.draws)?;
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
        central: desk.central_run()?,
        bands: None,
    };
    if count > 0 {
        told.bands = Some(bands(&desk, asked.seed, count, told.years.len())?);
    }
    output::say(&match asked.format {
        TableFormat::Json => json::compact(&Answer::new(&told))? + "\n",
        TableFormat::Csv => rows::csv(&told.lines())?,
    })?;
    Ok(Outcome::Done)
}

/// The form of the answer as JSON, for programs that read it.
pub fn schema() -> Schema {
    schemars::schema_for!(Answer<'static>)
}

/// Every headline of every area in every draw, of the future and of the baseline: some draws of
/// one and then of the other, so that both see the same noise and it is worked out once.
fn bands(desk: &Desk, seed: u32, draws: u32, years: usize) -> Result<Bands, Problem> {
    let areas = areas::codes(&desk.region).count();
    let kept =
        (0..areas).flat_map(|area| Output::headlines().map(move |output| Kept { area, output }));
    let empty = Ensemble::new(kept.collect(), years, draws as usize);
    let baseline = desk.baseline();
    let is_baseline = desk.plan == baseline && desk.scenario.shifts.is_empty();
    let mut bands = Bands {
        baseline: (!is_baseline).then(|| empty.clone()),
        future: empty,
    };
    let runner = Runner::new(&desk.prepared, &desk.evidence, seed, false);
    let mut runner = runner.ok_or_else(incomplete)?;
    for first in (0..draws).step_by(LANES) {
        let place = first as usize;
        if let Some(own) = &mut bands.baseline {
            own.take_in(place, runner.run(&baseline, &[], first));
        }
        let results = runner.run(&desk.plan, &desk.scenario.shifts, first);
        bands.future.take_in(place, results);
    }
    Ok(bands)
}
