//! Questions to the scenario model: `run`, `sensitivity`, `contributions`, `demand`,
//! `compare-release`.

mod areas;
pub mod contributions;
pub mod demand;
pub mod release;
pub mod run;
pub mod sensitivity;

use std::path::Path;

use roadmap_core::data::model::{Evidence, Region, Scenario};
use roadmap_core::model::draws::{central, shifted, side_by_side};
use roadmap_core::model::plan::Plan;
use roadmap_core::model::prepared::Prepared;
use roadmap_core::model::results::Results;
use roadmap_core::model::run::Workspace;

use super::Outcome;
use crate::args::FutureArgs;
use crate::problem::{ModelProblem, Problem};
use crate::{scenario, store};

/// What every question needs: the place, the evidence, and a future.
struct Desk {
    pack_version: String,
    place_name: String,
    region: Region,
    evidence: Evidence,
    prepared: Prepared,
    scenario: Scenario,
    plan: Plan,
}

impl Desk {
    fn read(folder: &Path, asked: &FutureArgs) -> Result<Self, Problem> {
        let dataset = store::dataset(folder)?;
        let model = store::model(folder, &dataset)?;
        let (region, evidence) = (model.region, model.evidence);
        let scenario = scenario::asked(asked.scenario.as_deref(), &asked.set, &evidence)?;
        let prepared = Prepared::new(&region, &evidence)
            .map_err(|why| Problem::Model(ModelProblem::NoRun(why.to_string())))?;
        let settings = evidence.settings_of(&scenario);
        let plan = Plan::new(&prepared, &settings, !asked.without_space);
        Ok(Self {
            pack_version: dataset.pack_version,
            place_name: dataset.place.name,
            region,
            evidence,
            prepared,
            scenario,
            plan,
        })
    }

    /// The run with central parameters and without noise, by section too.
    fn central_run(&self) -> Result<Results<1>, Problem> {
        let middle = central(&self.evidence).ok_or_else(incomplete)?;
        let parameters = side_by_side(&[shifted(middle, &self.scenario.shifts)]);
        let mut workspace = Workspace::new(&self.prepared);
        let mut results = Results::new(&self.prepared, true);
        self.prepared
            .run(&self.plan, &parameters, None, &mut workspace, &mut results);
        Ok(results)
    }

    /// The name of an area of the model's.
    fn name(&self, area: usize) -> &str {
        let district = area.checked_sub(1);
        let district = district.and_then(|at| self.region.districts.get(at));
        district.map_or(&self.place_name, |own| &own.name)
    }

    /// The future in which nothing is moved.
    fn baseline(&self) -> Plan {
        Plan::new(
            &self.prepared,
            &self.evidence.defaults(),
            self.plan.with_space,
        )
    }

    /// The years from the base year to the one asked for.
    fn years(&self, to: Option<u16>) -> Result<Vec<u16>, Problem> {
        let (base, last) = (self.region.base_year, self.region.last_year);
        let to = to.unwrap_or(last);
        if to <= base || to > last {
            return Err(Problem::Model(ModelProblem::Year {
                asked: to,
                first: base + 1,
                last,
            }));
        }
        Ok((base..=to).collect())
    }

    /// A year as years since the base year.
    fn since(&self, year: Option<u16>) -> Result<usize, Problem> {
        Ok(self.years(year)?.len() - 1)
    }
}

/// The model's evidence lacks a parameter; the pack's check would have said so.
fn incomplete() -> Problem {
    Problem::Model(ModelProblem::NoRun(
        "The evidence does not tell every parameter.".to_owned(),
    ))
}

/// No more draws than these: beyond them bands move less than they are told.
const MOST_DRAWS: u32 = 65_536;

/// How many draws are asked for.
fn draws(asked: &str) -> Result<u32, Problem> {
    let draws = asked.trim().parse().ok();
    draws.filter(|draws| *draws <= MOST_DRAWS).ok_or_else(|| {
        Problem::Model(ModelProblem::Draws {
            asked: asked.to_owned(),
            most: MOST_DRAWS,
        })
    })
}
