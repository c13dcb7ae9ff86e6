//! A draw has the same bits whatever stands beside it.

use crate::data::model::{SECTIONS, Setting};
use crate::model::draws::{Draws, side_by_side};
use crate::model::example::{self, evidence, prepared, settings};
use crate::model::noise::JobNoise;
use crate::model::output::Output;
use crate::model::plan::Plan;
use crate::model::results::Results;

/// The bits of one lane of everything.
fn bits<const L: usize>(results: &Results<L>, lane: usize) -> Vec<u64> {
    let areas = 0..results.areas();
    let outputs = areas.clone().flat_map(|area| {
        Output::ALL
            .into_iter()
            .map(move |output| results.series(area, output))
    });
    let sections = areas.flat_map(|area| {
        (0..=SECTIONS)
            .flat_map(move |section| [results.jobs(area, section), results.gva(area, section)])
    });
    let series = outputs.chain(sections);
    series
        .flatten()
        .map(|value| value.0[lane].to_bits())
        .collect()
}

fn alone(plan: &Plan, draw: u32) -> Vec<u64> {
    let draws = Draws::new(&evidence(), 3).unwrap();
    let parameters = side_by_side(&draws.some([draw]));
    let noise = JobNoise::new(3, [draw]);
    bits(
        &example::run(&prepared(), plan, &parameters, Some(&noise)),
        0,
    )
}

fn beside<const L: usize>(plan: &Plan, draws: [u32; L]) -> Vec<Vec<u64>> {
    let parameters = side_by_side(&Draws::new(&evidence(), 3).unwrap().some(draws));
    let noise = JobNoise::new(3, draws);
    let results = example::run(&prepared(), plan, &parameters, Some(&noise));
    (0..L).map(|lane| bits(&results, lane)).collect()
}

#[test]
fn a_draw_does_not_depend_on_the_others() {
    let everything: Vec<(Setting, f64)> = evidence()
        .levers
        .iter()
        .map(|lever| {
            (
                lever.setting,
                lever.least + 0.7 * (lever.most - lever.least),
            )
        })
        .collect();
    for moved in [&[], everything.as_slice()] {
        let plan = Plan::new(&prepared(), &settings(moved), true);
        let draws = [4, 0, 9, 2, 7, 7, 1_000_000, 5];
        let together = beside(&plan, draws);
        for (draw, own) in draws.into_iter().zip(&together) {
            assert_eq!(&alone(&plan, draw), own, "draw {draw}");
        }
        let turned = beside(&plan, [5, 1_000_000, 7, 4]);
        assert_eq!(turned[0], together[7]);
        assert_eq!(turned[1], together[6]);
        assert_eq!(turned[3], together[0]);
    }
}

#[test]
fn a_workspace_used_before_leaves_no_trace() {
    let (prepared, evidence) = (prepared(), evidence());
    let wild = Plan::new(
        &prepared,
        &settings(&[
            (Setting::InwardInvestment, 900.0),
            (Setting::ProtectSpace, -50.0),
        ]),
        true,
    );
    let calm = Plan::new(&prepared, &settings(&[]), true);
    let parameters = example::central::<2>(&evidence);
    let mut workspace = crate::model::run::Workspace::new(&prepared);
    let mut results = Results::new(&prepared, true);
    prepared.run(&wild, &parameters, None, &mut workspace, &mut results);
    prepared.run(&calm, &parameters, None, &mut workspace, &mut results);
    assert_eq!(results, example::run(&prepared, &calm, &parameters, None));
}
