//! Nothing breaks, however wild, and levers move what they must the way they must.

use crate::data::model::{Evidence, Model, Parameter, Setting};
use crate::model::draws::side_by_side;
use crate::model::example::{self, central_run, evidence, last, prepared, real, settings};
use crate::model::output::Output;
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;
use crate::model::results::Results;
use crate::model::run::Workspace;
use crate::random::{Philox, Stream};

/// Draws side by side.
const WIDE: usize = 8;
/// Unoptimised, fewer do: all of them would take minutes.
const DRAWS: u32 = if cfg!(debug_assertions) { 400 } else { 10_000 };

/// Counts and shares that may not be negative, which is all but net commuting.
fn check<const L: usize>(results: &Results<L>) {
    for area in 0..results.areas() {
        for output in Output::ALL {
            for value in results
                .series(area, output)
                .iter()
                .flat_map(|value| value.0)
            {
                assert!(value.is_finite(), "{output:?} is {value}");
                let may_be_negative = matches!(
                    output,
                    Output::NetCommuting | Output::JobsLostToSpace | Output::TheilPay
                );
                assert!(may_be_negative || value >= 0.0, "{output:?} is {value}");
                if output == Output::EmploymentRate {
                    assert!(value < 100.0, "{value} % are employed");
                }
            }
        }
    }
}

/// Every parameter at its least or most, and every setting at an end: both by chance.
fn extremes(evidence: &Evidence, prepared: &Prepared, draws: u32) {
    let chance = Philox::new(11, Stream::Permutations);
    let mut workspace = Workspace::<WIDE>::new(prepared);
    let mut results = Results::new(prepared, false);
    for first in (0..draws).step_by(WIDE) {
        let mut words = chance.words_of(first);
        let mut wished = evidence.defaults();
        for lever in &evidence.levers {
            let is_most = words.below(2) == 1;
            wished.set(
                lever.setting,
                if is_most { lever.most } else { lever.least },
            );
        }
        let parameters = [0; WIDE].map(|_| {
            let flips: [bool; Parameter::COUNT] = std::array::from_fn(|_| words.below(2) == 1);
            example::at_ends(evidence, |place| flips[place])
        });
        let plan = Plan::new(prepared, &wished, words.below(2) == 1);
        let parameters = side_by_side(&parameters);
        prepared.run(&plan, &parameters, None, &mut workspace, &mut results);
        check(&results);
    }
}

#[test]
fn extreme_draws() {
    extremes(&evidence(), &prepared(), DRAWS);
    let Model {
        region, evidence, ..
    } = real();
    let prepared = Prepared::new(&region, &evidence).unwrap();
    extremes(&evidence, &prepared, DRAWS / 10);
}

#[test]
fn more_of_a_lever_does_more() {
    let (prepared, evidence) = (prepared(), evidence());
    for (setting, output, sign) in [
        (Setting::Housing, Output::Population, 1.0),
        (Setting::ProtectSpace, Output::Jobs, 1.0),
        (Setting::CleanHeat, Output::Co2, -1.0),
        (Setting::ElectricCars, Output::Co2, -1.0),
    ] {
        let lever = evidence.lever(setting).unwrap();
        let found = (0..=10).map(|step| {
            let value = lever.least + (lever.most - lever.least) * f64::from(step) / 10.0;
            sign * last(
                &central_run(&prepared, &settings(&[(setting, value)])),
                output,
            )
        });
        let found: Vec<f64> = found.collect();
        assert!(found.is_sorted(), "{}: {found:?}", setting.key());
    }
}

#[test]
fn without_space_no_jobs_are_lost_to_it() {
    let prepared = prepared();
    let squeezed = settings(&[(Setting::ProtectSpace, -50.0)]);
    let off = example::run(
        &prepared,
        &Plan::new(&prepared, &squeezed, false),
        &example::central(&evidence()),
        None,
    );
    let baseline = central_run(&prepared, &settings(&[]));
    assert_eq!(last(&off, Output::JobsLostToSpace), 0.0);
    assert_eq!(last(&off, Output::Jobs), last(&baseline, Output::Jobs));
    assert!(last(&baseline, Output::JobsLostToSpace) > 0.0);
}
