//! What travels arrives as it was, what is broken is refused, and steps change nothing.

use proptest::prelude::*;

use super::*;
use crate::stats::autocorrelation::{Cluster, Neighbours};
use crate::stats::composite::{HighValue, Scaling, Stability};

/// A board of 8 by 8, each field beside those left, right, above and below.
fn board() -> Neighbours {
    let lists: Vec<Vec<usize>> = (0..64)
        .map(|at| {
            let right = (at % 8 < 7).then_some(at + 1);
            right.into_iter().chain([at + 8]).collect()
        })
        .collect();
    Neighbours::from_lists(&lists)
}

fn clusters() -> Question {
    let value = |at: usize| match (at % 8, at / 8) {
        (x, y) if x < 4 && y < 4 => 20.0 + (at % 3) as f64,
        _ => (at % 5) as f64,
    };
    Question::Clusters {
        values: (0..64).map(value).collect(),
        neighbours: board(),
    }
}

fn firmness() -> Question {
    let part = |step: usize, weight, high| IndexPart {
        values: (0..64).map(|at| (at * step % 67) as f64).collect(),
        weight,
        high,
    };
    Question::Firmness {
        parts: vec![
            part(1, 5.0, HighValue::Raises),
            part(7, 3.0, HighValue::Lowers),
        ],
        scaling: Scaling::Percentile,
        least_present: 0.75,
    }
}

#[test]
fn questions_arrive_as_they_were() {
    for question in [clusters(), firmness()] {
        let arrived = Question::from_numbers(&question.to_numbers());
        assert_eq!(arrived, Ok(question));
    }
}

#[test]
fn answers_arrive_as_they_were_and_steps_change_nothing() {
    for question in [clusters(), firmness()] {
        let mut run = Run::new(&question).unwrap();
        let at_once = run.clone().finish();
        let mut last = 0.0;
        while last < 1.0 {
            let share = run.advance();
            assert!(share > last && share <= 1.0, "{share} after {last}");
            last = share;
        }
        let in_steps = run.finish();
        assert_eq!(in_steps, at_once);
        let arrived = Answer::from_numbers(&in_steps.to_numbers());
        assert_eq!(arrived, Ok(in_steps));
    }
    let half = Answer::SoFar(0.5);
    assert_eq!(Answer::from_numbers(&half.to_numbers()), Ok(half));
}

#[test]
fn the_midst_of_high_values_is_found() {
    let Answer::Clusters(kinds) = Run::new(&clusters()).unwrap().finish() else {
        panic!("another answer")
    };
    assert_eq!(kinds.get(9), Some(&Some(Cluster::HighHigh)));
    assert_eq!(kinds.len(), 64);
}

#[test]
fn areas_without_an_answer_keep_their_place() {
    let kinds = Answer::Clusters(vec![None, Some(Cluster::LowHigh), None]);
    assert_eq!(Answer::from_numbers(&kinds.to_numbers()), Ok(kinds));
    let firm = Stability {
        rank: 2,
        best_rank: 1,
        worst_rank: 4,
        top_fifth_share: 0.25,
    };
    let firm = Answer::Firmness(vec![Some(firm), None]);
    assert_eq!(Answer::from_numbers(&firm.to_numbers()), Ok(firm));
}

#[test]
fn too_few_areas_are_no_question() {
    let question = Question::Clusters {
        values: vec![1.0; 3],
        neighbours: Neighbours::from_lists(&[vec![1], vec![2], vec![]]),
    };
    assert_eq!(Run::new(&question).err(), Some(Garbled));
    assert!(Garbled.to_string().contains("reload"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_numbers_are_refused_or_read(
        numbers in proptest::collection::vec(prop_oneof![0.0..9.0_f64, (0..9_u8).prop_map(f64::from), Just(f64::NAN), Just(-1.0), Just(1e300)], 0..40),
    ) {
        if let Ok(question) = Question::from_numbers(&numbers) {
            prop_assert!(question.to_numbers().len() >= 2);
        }
        if let Ok(answer) = Answer::from_numbers(&numbers) {
            prop_assert_eq!(answer.to_numbers().len(), numbers.len());
        }
    }

    #[test]
    fn a_question_cut_short_is_refused(kept in 0..200_usize) {
        for question in [clusters(), firmness()] {
            let numbers = question.to_numbers();
            if let Some(start) = numbers.get(..kept).filter(|start| start.len() < numbers.len()) {
                prop_assert_eq!(Question::from_numbers(start), Err(Garbled));
            }
        }
    }
}
