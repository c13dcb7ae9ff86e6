//! Where the baseline of the shipped place lies: outside these ranges a figure is more likely
//! wrong than the world.

use crate::data::model::{Evidence, Model};
use crate::math;
use crate::model::draws::{Draws, side_by_side};
use crate::model::example::{self, central_run, real};
use crate::model::noise::JobNoise;
use crate::model::output::Output;
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;
use crate::model::results::Results;
use crate::model::run::Workspace;

fn within(what: &str, found: f64, least: f64, most: f64) {
    println!("{what}: {found:.3} in {least}..{most}");
    assert!((least..=most).contains(&found), "{what} is {found}");
}

fn ready() -> (Prepared, Evidence) {
    let Model {
        region, evidence, ..
    } = real();
    (Prepared::new(&region, &evidence).unwrap(), evidence)
}

#[test]
fn the_baseline_is_plausible() {
    let (prepared, evidence) = ready();
    for district in &prepared.districts {
        let labour = &evidence.constants.labour;
        let outsiders = district.market.outsiders(labour);
        within("jobs of outsiders", outsiders, -0.4, 0.5);
        within("need", district.need, 0.6, 1.6);
        within("graduates", district.graduate_share_pct, 20.0, 65.0);
    }
    let results = central_run(&prepared, &evidence.defaults());
    let first = |output| results.series(0, output)[0].0[0];
    let last = |output| example::last(&results, output);
    within("completions", first(Output::Completions), 4_000.0, 4_700.0);
    within("output per job", first(Output::GvaPerJob), 65e3, 80e3);
    within("CO2", first(Output::Co2), 3_700.0, 4_400.0);
    for (output, least, most) in [
        (Output::Population, 0.3, 0.7),
        (Output::Jobs, 0.2, 0.8),
        (Output::Gva, 1.0, 2.0),
        (Output::GvaPerJob, 0.7, 1.3),
    ] {
        let growth_pct = 100.0 * math::ln(last(output) / first(output)) / 26.0;
        within(output.key(), growth_pct, least, most);
    }
    within("unemployment", last(Output::UnemploymentRate), 2.0, 5.0);
    within("employment", last(Output::EmploymentRate), 76.0, 83.0);
    within("affordability", last(Output::Affordability), 9.0, 13.0);
    let fall_pct = 100.0 * (1.0 - last(Output::Co2) / first(Output::Co2));
    within("fall of CO2", fall_pct, 30.0, 60.0);
}

/// Distance from the median to the tenth and ninetieth percentile in the last year.
#[test]
fn the_spread_is_plausible() {
    const WIDE: usize = 8;
    let (prepared, evidence) = ready();
    let plan = Plan::new(&prepared, &evidence.defaults(), true);
    let draws = Draws::new(&evidence, 1).unwrap();
    let mut workspace = Workspace::<WIDE>::new(&prepared);
    let mut results = Results::new(&prepared, false);
    let asked = [Output::Population, Output::Jobs, Output::Gva];
    let mut found = asked.map(|_| Vec::new());
    for first in (0..256).step_by(WIDE) {
        let own = std::array::from_fn(|lane| first + lane as u32);
        let parameters = side_by_side(&draws.some(own));
        let noise = JobNoise::new(1, own);
        prepared.run(
            &plan,
            &parameters,
            Some(&noise),
            &mut workspace,
            &mut results,
        );
        for (found, output) in found.iter_mut().zip(asked) {
            found.extend(results.series(0, output).last().unwrap().0);
        }
    }
    let limits = [(3.0, 8.0), (4.0, 12.0), (8.0, 18.0)];
    for ((found, output), (least, most)) in found.iter_mut().zip(asked).zip(limits) {
        found.sort_by(f64::total_cmp);
        let apart = |place: usize| 100.0 * (found[place] / found[128] - 1.0).abs();
        within(output.key(), apart(25), least, most);
        within(output.key(), apart(230), least, most);
    }
}
