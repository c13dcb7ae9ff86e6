//! A small made-up place and the evidence of the model's document, for tests.

mod assumptions;
mod evidence;
mod region;

use crate::data::model::{Evidence, Model, Parameter, Parameters, Setting, Settings};
use crate::data::{read_model, read_pack};

pub use evidence::evidence;
pub use region::region;

use super::draws;
use super::lanes::Lanes;
use super::noise::JobNoise;
use super::output::Output;
use super::plan::Plan;
use super::prepared::Prepared;
use super::results::Results;
use super::run::Workspace;

/// The place of the shipped pack, and what is known.
pub fn real() -> Model {
    let pack = include_bytes!("../../../../../public/data/hertfordshire.json");
    let dataset = read_pack("pack", pack).dataset.unwrap();
    let model = include_bytes!("../../../../../public/data/hertfordshire-model.json");
    read_model("model", model, &dataset).model.unwrap()
}

/// Central values in every lane.
pub fn central<const L: usize>(evidence: &Evidence) -> Parameters<[f64; L]> {
    draws::side_by_side(&[draws::central(evidence).unwrap(); L])
}

/// The example, ready to run.
pub fn prepared() -> Prepared {
    Prepared::new(&region(), &evidence()).unwrap()
}

/// Settings with some moved.
pub fn settings(moved: &[(Setting, f64)]) -> Settings {
    let mut settings = evidence().defaults();
    for (setting, value) in moved {
        settings.set(*setting, *value);
    }
    settings
}

/// Runs a plan, by section too.
pub fn run<const L: usize>(
    prepared: &Prepared,
    plan: &Plan,
    parameters: &Parameters<[f64; L]>,
    noise: Option<&JobNoise<L>>,
) -> Results<L> {
    let mut results = Results::new(prepared, true);
    let mut workspace = Workspace::new(prepared);
    prepared.run(plan, parameters, noise, &mut workspace, &mut results);
    results
}

/// The central run of some settings, with space.
pub fn central_run(prepared: &Prepared, settings: &Settings) -> Results<1> {
    let plan = Plan::new(prepared, settings, true);
    run(prepared, &plan, &central(&evidence()), None)
}

/// The last value of an output for the whole place.
pub fn last(results: &Results<1>, output: Output) -> f64 {
    let Some(Lanes([value])) = results.series(0, output).last() else {
        panic!("{output:?} has no years");
    };
    *value
}

/// Every parameter at one of its ends.
pub fn at_ends(evidence: &Evidence, is_most: impl Fn(usize) -> bool) -> Parameters {
    let mut own = Parameters::new([0.0; Parameter::COUNT]);
    for (place, known) in evidence.assumptions.iter().enumerate() {
        let range = known.range;
        own.set(
            known.parameter,
            if is_most(place) { range.max } else { range.min },
        );
    }
    own
}
