//! What travels arrives as it was, what is broken is refused, and slices change no draw.

use super::*;
use crate::background::Garbled;
use crate::data::model::{Parameter, Setting, Shift, ShiftBy};
use crate::model::bands::Bands;
use crate::model::ensemble::{Ensemble, Kept, LANES, Runner};
use crate::model::example::{evidence, prepared, real, region, settings};
use crate::model::output::Output;
use crate::model::plan::Plan;

const FOCUS: Kept = Kept {
    area: 0,
    output: Output::Jobs,
};

/// Enough to be told twice.
const FEW: u32 = 128;

fn question(wanted: Wanted) -> Question {
    Question {
        number: 7,
        wanted,
        future: Future {
            settings: settings(&[(Setting::Housing, 20.0), (Setting::Skills, 3.0)]),
            shifts: vec![Shift {
                parameter: Parameter::ALL[0],
                by: ShiftBy::Times(0.9),
            }],
        },
        focus: FOCUS,
        since: 6,
    }
}

/// What the sampler tells until it is done.
fn answers(sampler: &mut Sampler<'_>) -> Vec<Told> {
    let mut told = Vec::new();
    while sampler.is_busy() {
        told.extend(sampler.advance().map(|(number, told)| {
            assert_eq!(number, 7);
            told
        }));
    }
    told
}

#[test]
fn a_place_and_its_evidence_arrive_as_they_were() {
    let real = real();
    for place in [(region(), evidence()), (real.region, real.evidence)] {
        let ask = Ask::Begin(Box::new(place));
        let numbers = ask.to_numbers();
        assert!(Ask::is_one(&numbers));
        assert_eq!(Ask::from_numbers(&numbers), Ok(ask));
    }
}

#[test]
fn questions_and_answers_arrive_as_they_were() {
    let (prepared, evidence) = (prepared(), evidence());
    let mut sampler = Sampler::new(&prepared, &evidence, FEW).unwrap();
    for wanted in [Wanted::Contributions, Wanted::Tornado, Wanted::Bands] {
        let ask = Ask::Question(Box::new(question(wanted)));
        assert_eq!(Ask::from_numbers(&ask.to_numbers()), Ok(ask));
        sampler.ask(question(wanted));
        let told = answers(&mut sampler);
        assert!(!told.is_empty(), "{wanted:?}");
        for told in told {
            let reply = Reply { number: 7, told };
            assert_eq!(Reply::from_numbers(&reply.to_numbers()), Ok(reply));
        }
    }
}

#[test]
fn what_is_broken_is_refused() {
    let whole = Ask::Question(Box::new(question(Wanted::Bands))).to_numbers();
    for cut in 0..whole.len() {
        assert_eq!(
            Ask::from_numbers(&whole[..cut]),
            Err(Garbled),
            "cut at {cut}"
        );
    }
    for place in 0..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[place] = f64::NAN;
        // A setting may be any number; whatever else is no number is refused.
        let is_setting = Ask::from_numbers(&spoilt).is_ok();
        assert!(!is_setting || whole[place].is_finite());
    }
    assert!(!Ask::is_one(&[1.0, 2.0]));
    assert!(!Ask::is_one(&[]));
}

#[test]
fn bands_are_told_as_draws_double_and_are_those_of_all_draws_at_once() {
    let (prepared, evidence) = (prepared(), evidence());
    let mut sampler = Sampler::new(&prepared, &evidence, FEW).unwrap();
    sampler.ask(question(Wanted::Bands));
    let told = answers(&mut sampler);
    let bands: Vec<&Bands> = told
        .iter()
        .map(|told| match told {
            Told::Bands(bands) => bands,
            other => panic!("{other:?}"),
        })
        .collect();
    let draws: Vec<u32> = bands.iter().map(|bands| bands.draws).collect();
    assert_eq!(draws, [64, 128]);

    let asked = question(Wanted::Bands);
    let mut runner = Runner::new(&prepared, &evidence, SEED, false).unwrap();
    let areas = prepared.districts.len() + 1;
    let baseline = Plan::new(&prepared, &evidence.defaults(), true);
    let own = Plan::new(&prepared, &asked.future.settings, true);
    let years = own.years.len();
    let mut ensemble = |plan: &Plan, shifts: &[Shift]| {
        let mut all = Ensemble::new(Bands::kept(FOCUS, areas), years, FEW as usize);
        for first in (0..FEW).step_by(LANES) {
            all.take_in(first as usize, runner.run(plan, shifts, first));
        }
        all
    };
    let all = Bands::new(
        &ensemble(&own, &asked.future.shifts),
        &ensemble(&baseline, &[]),
        FOCUS,
        (areas, years),
        FEW,
    );
    assert_eq!(bands.last().copied(), all.as_ref());
}

#[test]
fn a_newer_question_takes_the_place_of_an_earlier_one() {
    let (prepared, evidence) = (prepared(), evidence());
    let mut sampler = Sampler::new(&prepared, &evidence, FEW).unwrap();
    sampler.ask(Question {
        number: 1,
        ..question(Wanted::Bands)
    });
    assert_eq!(sampler.advance(), None);
    sampler.ask(question(Wanted::Tornado));
    let told = answers(&mut sampler);
    assert!(matches!(told.as_slice(), [Told::Tornado(swings)] if swings.len() == Parameter::COUNT));
    assert_eq!(sampler.advance(), None);
}

#[test]
fn a_lever_in_hand_leaves_the_future_the_same() {
    let Question { future, .. } = question(Wanted::Bands);
    let mut other = future.clone();
    assert!(future.is_within_a_lever_of(&other));
    other.settings.set(Setting::Housing, 30.0);
    assert!(future.is_within_a_lever_of(&other));
    other.settings.set(Setting::Skills, 1.0);
    assert!(!future.is_within_a_lever_of(&other));
    other = future.clone();
    other.shifts.clear();
    assert!(!future.is_within_a_lever_of(&other));
}
