//! The run with every parameter in the middle and no noise: what a page works out itself, each
//! time a lever moves.

use super::Run;
use crate::data::model::{Evidence, Parameters, Scenario, Settings, Shift};
use crate::model::draws::{shifted, side_by_side};
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;
use crate::model::results::Results;
use crate::model::run::Workspace;

/// Runs one future after the other without making room for each.
#[derive(Clone, Debug)]
pub struct CentralRun {
    middle: Parameters,
    workspace: Workspace<1>,
}

impl CentralRun {
    /// Makes room for runs of a place, with every parameter in the middle.
    #[must_use]
    pub fn new(prepared: &Prepared, middle: Parameters) -> Self {
        Self {
            middle,
            workspace: Workspace::new(prepared),
        }
    }

    /// Runs settings and shifts, by section too. The place must be the one that room was made
    /// for.
    pub fn run(
        &mut self,
        prepared: &Prepared,
        settings: &Settings,
        shifts: &[Shift],
    ) -> Results<1> {
        let plan = Plan::new(prepared, settings, true);
        let parameters = side_by_side(&[shifted(self.middle, shifts)]);
        let mut results = Results::new(prepared, true);
        prepared.run(&plan, &parameters, None, &mut self.workspace, &mut results);
        results
    }

    /// Runs a named future.
    pub fn run_named(
        &mut self,
        prepared: &Prepared,
        evidence: &Evidence,
        scenario: &Scenario,
    ) -> Run {
        let settings = evidence.settings_of(scenario);
        Run {
            name: scenario.name.clone(),
            base: scenario.key.clone(),
            settings,
            shifts: scenario.shifts.clone(),
            results: self.run(prepared, &settings, &scenario.shifts),
            bands: None,
        }
    }
}
