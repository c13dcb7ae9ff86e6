//! Ensembles, sensitivities and contributions over the example.

use crate::data::model::{Evidence, Parameter, Setting, Shift, ShiftBy};
use crate::model::contributions::{Orders, Part, Whole, contributions, contributions_to};
use crate::model::ensemble::{Ensemble, Kept, LANES, Runner};
use crate::model::example::{central_run, evidence, last, prepared, settings};
use crate::model::output::Output;
use crate::model::plan::Plan;
use crate::model::sensitivity::{Answer, Asked, elementary_effects, groups, shares, tornado};

const JOBS: Kept = Kept {
    area: 0,
    output: Output::Jobs,
};

fn ensemble(moved: &[(Setting, f64)], draws: usize, order: &[u32]) -> Ensemble {
    let (prepared, evidence) = (prepared(), evidence());
    let plan = Plan::new(&prepared, &settings(moved), true);
    let mut runner = Runner::new(&prepared, &evidence, 1, false).unwrap();
    let years = runner.run(&plan, &[], 0).years();
    let mut ensemble = Ensemble::new(vec![JOBS], years, draws);
    for first in order {
        ensemble.take_in(*first as usize, runner.run(&plan, &[], *first));
    }
    ensemble
}

#[test]
fn the_order_of_runs_does_not_matter() {
    let lanes = LANES as u32;
    let forwards = ensemble(&[], 24, &[0, lanes, 2 * lanes]);
    let backwards = ensemble(&[], 24, &[2 * lanes, 0, lanes]);
    assert_eq!(forwards, backwards);
}

/// The same draws for every scenario: without a difference in settings there is none in runs,
/// and a lever that can only add jobs adds them in every draw.
#[test]
fn differences_are_those_of_the_scenario() {
    let lanes: Vec<u32> = (0..64).step_by(LANES).collect();
    let (own, other) = (ensemble(&[], 64, &lanes), ensemble(&[], 64, &lanes));
    let same = own.difference(&other, JOBS, 20);
    assert!(same.values().iter().all(|value| *value == 0.0));
    assert_eq!(same.share_above(0.0), Some(0.0));
    let more = ensemble(&[(Setting::InwardInvestment, 50.0)], 64, &lanes);
    let added = more.difference(&own, JOBS, 20);
    assert_eq!(added.share_above(0.0), Some(1.0));
    let [low, high] = [0.1, 0.9].map(|share| added.quantile(share).unwrap());
    let sample = own.sample(JOBS, 20);
    let spread = sample.quantile(0.9).unwrap() - sample.quantile(0.1).unwrap();
    assert!(high - low < spread, "a pair varies less than a future");
}

/// The evidence with three groups: what the country's growth of output and of jobs do, and the
/// rest.
fn grouped() -> Evidence {
    let mut evidence = evidence();
    for own in &mut evidence.assumptions {
        let group = match own.parameter {
            Parameter::GrowthOfOutput => "output",
            Parameter::GrowthOfJobs => "jobs",
            _ => "rest",
        };
        group.clone_into(&mut own.group);
    }
    evidence
}

fn asked<R>(answers: &[Answer], ask: impl FnOnce(&mut Runner<'_>, Asked<'_>) -> R) -> R {
    let (prepared, evidence) = (prepared(), grouped());
    let plan = Plan::new(&prepared, &evidence.defaults(), true);
    let mut runner = Runner::new(&prepared, &evidence, 1, false).unwrap();
    let asked = Asked {
        plan: &plan,
        shifts: &[],
        evidence: &evidence,
        answers,
    };
    ask(&mut runner, asked)
}

const LATE: [Answer; 2] = [
    Answer {
        series: JOBS,
        since: 26,
    },
    Answer {
        series: Kept {
            area: 1,
            output: Output::Population,
        },
        since: 26,
    },
];

#[test]
fn the_tornado_moves_what_a_parameter_can_move() {
    let bars = asked(&LATE, tornado).unwrap();
    let swing = |answer: usize, parameter: Parameter| {
        let bar = bars[answer].iter().find(|bar| bar.parameter == parameter);
        bar.unwrap().high - bar.unwrap().low
    };
    assert_eq!(bars[0].len(), Parameter::COUNT);
    assert!(swing(0, Parameter::GrowthOfJobs) > 0.0);
    assert!(swing(1, Parameter::Fertility) > 0.0);
    assert_eq!(
        swing(1, Parameter::GrowthOfJobs),
        0.0,
        "people do not follow jobs"
    );
    assert_eq!(swing(0, Parameter::FallOfGridCarbon), 0.0);
}

#[test]
fn elementary_effects_agree_with_the_tornado() {
    let effects = asked(&LATE, |runner, asked| {
        elementary_effects(runner, asked, (1, 4)).unwrap()
    });
    let jobs = effects[0][Parameter::GrowthOfJobs as usize];
    assert!(jobs.mean > 0.0 && jobs.mean_size == jobs.mean);
    assert_eq!(effects[1][Parameter::GrowthOfJobs as usize].mean_size, 0.0);
}

#[test]
fn shares_of_variance_go_to_the_groups_that_move_it() {
    let told = asked(&LATE, |runner, asked| {
        shares(runner, asked, (1, 64), |_| true).unwrap()
    });
    assert_eq!(groups(&grouped()), ["output", "jobs", "rest"]);
    let of = |answer: usize, group: &str| {
        let own = told[answer].iter().find(|share| share.group == group);
        own.unwrap().indices.unwrap()
    };
    let jobs = of(0, "jobs");
    assert!(
        jobs.total > 0.2 && jobs.first <= jobs.total + 0.2,
        "{jobs:?}"
    );
    assert_eq!(of(0, "output").total, 0.0);
    assert_eq!(of(1, "jobs").total, 0.0);
    assert!(of(1, "rest").total > 0.7);
    let stopped = asked(&LATE, |runner, asked| {
        shares(runner, asked, (1, 8), |_| false)
    });
    assert!(stopped.is_none());
}

#[test]
fn contributions_add_up() {
    let (prepared, evidence) = (prepared(), evidence());
    let shifts = [Shift {
        parameter: Parameter::Fertility,
        by: ShiftBy::Times(0.9),
    }];
    let few = [
        (Setting::Housing, 30.0),
        (Setting::InwardInvestment, 200.0),
        (Setting::ProtectSpace, -40.0),
    ];
    let many: Vec<(Setting, f64)> = evidence
        .levers
        .iter()
        .map(|lever| (lever.setting, lever.most))
        .collect();
    for (moved, shifts, expected) in [
        (few.as_slice(), &shifts[..], Orders::All),
        (many.as_slice(), &[], Orders::Some(32)),
    ] {
        let settings = settings(moved);
        let whole = Whole {
            settings: &settings,
            shifts,
            with_space: true,
        };
        let told = contributions(&prepared, &evidence, whole, (JOBS, 26)).unwrap();
        assert_eq!(told.orders, expected);
        let sum: f64 = told.parts.iter().map(|own| own.share).sum();
        let difference = told.whole - told.baseline;
        assert!((sum - difference).abs() < 1e-6 * difference.abs().max(1.0));
        if shifts.is_empty() {
            let run = central_run(&prepared, &settings);
            assert_eq!(told.whole, last(&run, Output::Jobs));
        } else {
            assert_eq!(told.parts.last().unwrap().part, Part::Shifts);
            assert_eq!(told.parts.len(), 4);
        }
    }
}

/// One part alone has the whole difference as its share.
#[test]
fn a_single_part_is_the_whole() {
    let (prepared, evidence) = (prepared(), evidence());
    let settings = settings(&[(Setting::Skills, 4.0)]);
    let whole = Whole {
        settings: &settings,
        shifts: &[],
        with_space: true,
    };
    let answer = Kept {
        area: 0,
        output: Output::Gva,
    };
    let told = contributions(&prepared, &evidence, whole, (answer, 26)).unwrap();
    let [only] = told.parts[..] else {
        panic!("{told:?}");
    };
    assert_eq!(only.alone, told.whole - told.baseline);
    assert!((only.share - only.alone).abs() < 1e-9 * only.alone.abs());
    assert!(only.share > 0.0);
}

/// Answers asked for together are those asked for one by one, bit for bit.
#[test]
fn answers_asked_for_together() {
    let (prepared, evidence) = (prepared(), evidence());
    let settings = settings(&[(Setting::Skills, 4.0), (Setting::Housing, -20.0)]);
    let whole = Whole {
        settings: &settings,
        shifts: &[],
        with_space: true,
    };
    let asked = [(0, Output::Gva, 26), (2, Output::Population, 6)];
    let answers = asked.map(|(area, output, since)| Answer {
        series: Kept { area, output },
        since,
    });
    let together = contributions_to(&prepared, &evidence, whole, &answers).unwrap();
    let alone = answers
        .map(|own| contributions(&prepared, &evidence, whole, (own.series, own.since)).unwrap());
    assert_eq!(together, alone);
    let none = Answer {
        since: 99,
        ..answers[0]
    };
    assert_eq!(contributions_to(&prepared, &evidence, whole, &[none]), None);
}
