//! What the tests start from: the committed pack, and futures that have been run.

use std::sync::OnceLock;

use roadmap_core::data::model::{Model, Parameters, Scenario};
use roadmap_core::data::{Dataset, read_model, read_pack};
use roadmap_core::futures::{Asked, Run};
use roadmap_core::model::bands::Bands;
use roadmap_core::model::draws::{central, shifted};
use roadmap_core::model::ensemble::{Ensemble, Kept, LANES, Runner};
use roadmap_core::model::output::Output;
use roadmap_core::model::plan::Plan;
use roadmap_core::model::prepared::Prepared;
use roadmap_core::model::results::Results;
use roadmap_core::model::run::Workspace;

const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/");
/// Enough for words; the page runs 1,024.
const DRAWS: u32 = 16;

pub const FOCUS: Kept = Kept {
    area: 0,
    output: Output::Jobs,
};

/// The pack, its model, and three futures of it.
pub struct Given {
    pub dataset: Dataset,
    pub model: Model,
    pub prepared: Prepared,
    pub baseline: Run,
    pub skills: Run,
    pub squeeze: Run,
}

pub fn given() -> &'static Given {
    static GIVEN: OnceLock<Given> = OnceLock::new();
    GIVEN.get_or_init(|| {
        let dataset = read_pack("the pack", &bytes("hertfordshire.json"))
            .dataset
            .unwrap();
        let model = bytes("hertfordshire-model.json");
        let model = read_model("the model", &model, &dataset).model.unwrap();
        let prepared = Prepared::new(&model.region, &model.evidence).unwrap();
        let mut runs = ["baseline", "skills-led", "employment-space-squeeze"].map(|key| {
            Some(run(
                &model,
                &prepared,
                model.evidence.scenario(key).unwrap(),
            ))
        });
        let mut next = |at: usize| runs[at].take().unwrap();
        let [baseline, skills, squeeze] = [next(0), next(1), next(2)];
        let own = [baseline, skills, squeeze];
        let ensembles = own.each_ref().map(|run| ensemble(&model, &prepared, run));
        let [mut baseline, mut skills, mut squeeze] = own;
        let shape = (prepared.districts.len() + 1, prepared.ramps.len());
        let bands = |own: &Ensemble| Bands::new(own, &ensembles[0], FOCUS, shape, DRAWS);
        baseline.bands = bands(&ensembles[0]);
        skills.bands = bands(&ensembles[1]);
        squeeze.bands = bands(&ensembles[2]);
        Given {
            dataset,
            model,
            prepared,
            baseline,
            skills,
            squeeze,
        }
    })
}

impl Given {
    /// A future beside the baseline: jobs of the county in 2040.
    pub fn asked<'a>(&'a self, own: &'a Run) -> Asked<'a> {
        Asked {
            dataset: &self.dataset,
            model: &self.model,
            prepared: &self.prepared,
            own,
            baseline: &self.baseline,
            area: 0,
            output: Output::Jobs,
            year: 2040,
            target: None,
        }
    }
}

/// The central run of a named future.
pub fn run(model: &Model, prepared: &Prepared, scenario: &Scenario) -> Run {
    let settings = model.evidence.settings_of(scenario);
    let plan = Plan::new(prepared, &settings, true);
    let middle = shifted(central(&model.evidence).unwrap(), &scenario.shifts);
    let lanes = Parameters::new(middle.values().map(|value| [value]));
    let mut results = Results::new(prepared, true);
    let mut workspace = Workspace::new(prepared);
    prepared.run(&plan, &lanes, None, &mut workspace, &mut results);
    Run {
        name: scenario.name.clone(),
        base: scenario.key.clone(),
        settings,
        shifts: scenario.shifts.clone(),
        results,
        bands: None,
    }
}

fn ensemble(model: &Model, prepared: &Prepared, run: &Run) -> Ensemble {
    let plan = Plan::new(prepared, &run.settings, true);
    let areas = prepared.districts.len() + 1;
    let kept = Bands::kept(FOCUS, areas);
    let mut ensemble = Ensemble::new(kept, prepared.ramps.len(), DRAWS as usize);
    let mut runner = Runner::new(prepared, &model.evidence, 1, false).unwrap();
    for first in (0..DRAWS).step_by(LANES) {
        let results = runner.run(&plan, &run.shifts, first);
        ensemble.take_in(first as usize, results);
    }
    ensemble
}

/// Compares words with those that were read aloud, line by line; `UPDATE_GOLDEN=1` takes a change
/// over.
pub fn compare(file: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/futures")
        .join(file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (own, kept)) in (1..).zip(text.lines().zip(golden.lines())) {
        assert_eq!(own, kept, "{file}, line {line}");
    }
    assert_eq!(text.lines().count(), golden.lines().count(), "{file}");
}

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(format!("{PUBLIC}{file}")).unwrap()
}
