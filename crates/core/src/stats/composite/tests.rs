//! Indices worked out by hand, bad input, and what may not change ranks.

use super::*;
use proptest::prelude::*;

fn part(values: &[f64], weight: f64, high: HighValue) -> Part<'_> {
    Part {
        values,
        weight,
        high,
    }
}

fn raises(values: &[f64], weight: f64) -> Part<'_> {
    part(values, weight, HighValue::Raises)
}

fn close(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 1e-12)
}

#[test]
fn by_hand() {
    let (skills, homes) = ([0.0, 5.0, 10.0], [30.0, 10.0, 20.0]);
    let parts = [raises(&skills, 3.0), part(&homes, 1.0, HighValue::Lowers)];
    let index = Composite::new(&parts, Scaling::MinMax, 1.0)
        .unwrap()
        .index();
    for (score, expected) in index.scores.iter().zip([0.0, 0.625, 0.875]) {
        assert!(close(*score, expected), "{score:?}");
    }
    assert_eq!(index.ranks, [Some(3), Some(2), Some(1)]);

    let index = Composite::new(&parts, Scaling::Percentile, 1.0)
        .unwrap()
        .index();
    for (score, expected) in index.scores.iter().zip([1.0 / 6.0, 7.0 / 12.0, 0.75]) {
        assert!(close(*score, expected), "{score:?}");
    }

    let composite = Composite::new(&parts, Scaling::ZScore, 1.0).unwrap();
    let index = composite.index();
    let step = 1.5_f64.sqrt();
    for (score, expected) in index.scores.iter().zip([-step, 0.25 * step, 0.75 * step]) {
        assert!(close(*score, expected), "{score:?}");
    }
    assert_eq!(composite.contributions(1).unwrap().len(), 2);
    assert!(close(
        composite.contributions(1).map(|parts| parts[1]),
        0.25 * step
    ));
    assert_eq!(composite.contributions(9), None);
}

#[test]
fn missing_values_and_how_much_may_be_missing() {
    let (whole, gap) = ([1.0, 2.0, 3.0, f64::NAN], [5.0, f64::NAN, 5.0, f64::NAN]);
    let parts = [raises(&whole, 3.0), raises(&gap, 1.0)];
    let strict = Composite::new(&parts, Scaling::MinMax, 1.0).unwrap();
    assert_eq!(strict.flat_parts(), [1]);
    let index = strict.index();
    assert_eq!(index.ranks, [Some(2), None, Some(1), None]);
    assert_eq!((index.scores[1], index.not_scored), (None, 2));
    let lenient = Composite::new(&parts, Scaling::MinMax, 0.75)
        .unwrap()
        .index();
    assert!(close(lenient.scores[1], 0.5));
    assert_eq!(lenient.ranks, [Some(3), Some(2), Some(1), None]);
    assert_eq!(strict.stability(Shake::default())[1], None);
}

#[test]
fn equal_scores_share_the_better_rank() {
    let values = [2.0, 7.0, 7.0, 1.0];
    for scaling in Scaling::ALL {
        let composite = Composite::new(&[raises(&values, 1.0)], scaling, 1.0).unwrap();
        assert_eq!(
            composite.index().ranks,
            [Some(3), Some(1), Some(1), Some(4)]
        );
        assert_eq!(Scaling::from_key(scaling.key()), Some(scaling));
        let level = Composite::new(&[raises(&[4.0; 3], 1.0)], scaling, 1.0).unwrap();
        assert_eq!(level.index().ranks, [Some(1); 3]);
    }
}

#[test]
fn what_makes_no_index_is_told() {
    let of = |parts: &[Part<'_>]| Composite::new(parts, Scaling::ZScore, 1.0).unwrap_err();
    let (values, none) = ([1.0, 2.0], [f64::NAN; 2]);
    assert_eq!(of(&[]), NoIndex::NoWeight);
    assert_eq!(of(&[raises(&values, 0.0)]), NoIndex::NoWeight);
    assert_eq!(
        of(&[raises(&values, 1.0), raises(&values, -1.0)]),
        NoIndex::NotAWeight { part: 2 }
    );
    assert_eq!(
        of(&[raises(&values, f64::NAN)]),
        NoIndex::NotAWeight { part: 1 }
    );
    let other = NoIndex::OtherAreas {
        part: 2,
        areas: 1,
        expected: 2,
    };
    assert_eq!(of(&[raises(&values, 1.0), raises(&[1.0], 1.0)]), other);
    assert_eq!(
        of(&[raises(&none, 1.0)]),
        NoIndex::NobodyScored { areas: 2 }
    );
    assert!(
        other
            .to_string()
            .starts_with("measure 2 has 1 areas where the first has 2")
    );
}

#[test]
fn a_measure_without_weight_asks_nothing_of_an_area() {
    let (values, none) = ([1.0, 2.0], [f64::NAN; 2]);
    let parts = [raises(&values, 1.0), raises(&none, 0.0)];
    let index = Composite::new(&parts, Scaling::MinMax, 1.0)
        .unwrap()
        .index();
    assert_eq!(index.ranks, [Some(2), Some(1)]);
}

#[test]
fn firm_and_shaky_ranks() {
    // The first is best in both; the next two are level when both count the same.
    let first: Vec<f64> = [9.0, 8.0, 2.0].into_iter().chain([1.0; 7]).collect();
    let second: Vec<f64> = [9.0, 2.0, 8.0].into_iter().chain([1.0; 7]).collect();
    let composite = Composite::new(
        &[raises(&first, 1.0), raises(&second, 1.0)],
        Scaling::MinMax,
        1.0,
    )
    .unwrap();
    let found: Vec<Stability> = composite
        .stability(Shake::default())
        .into_iter()
        .flatten()
        .collect();
    let expected = Stability {
        rank: 1,
        best_rank: 1,
        worst_rank: 1,
        top_fifth_share: 1.0,
    };
    assert_eq!(found[0], expected);
    for shaky in &found[1..3] {
        assert_eq!((shaky.rank, shaky.best_rank, shaky.worst_rank), (2, 2, 3));
        // The top fifth of ten is two places: one of the two has the second in half the draws.
        assert!((shaky.top_fifth_share - 0.5).abs() < 0.06, "{shaky:?}");
    }
    assert!(close(
        Some(found[1].top_fifth_share + found[2].top_fifth_share),
        1.0
    ));
    assert_eq!(
        (
            found[9].best_rank,
            found[9].worst_rank,
            found[9].top_fifth_share
        ),
        (4, 4, 0.0)
    );
    let still = Shake {
        draws: 0,
        ..Shake::default()
    };
    assert!(close(
        composite.stability(still)[1].map(|area| area.top_fifth_share),
        1.0
    ));
}

fn table() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<f64>)> {
    let value = prop_oneof![8 => -1e3..1e3_f64, 1 => Just(f64::NAN), 1 => Just(0.0)];
    let columns = prop::collection::vec(prop::collection::vec(value, 12), 1..5);
    columns.prop_flat_map(|columns| {
        let weights = prop::collection::vec(0.1..10.0_f64, columns.len());
        (Just(columns), weights)
    })
}

fn parts<'a>(columns: &'a [Vec<f64>], weights: &[f64]) -> Vec<Part<'a>> {
    let turns = [HighValue::Raises, HighValue::Lowers].into_iter().cycle();
    let columns = columns.iter().zip(weights).zip(turns);
    columns
        .map(|((values, weight), high)| part(values, *weight, high))
        .collect()
}

proptest! {
    #[test]
    fn contributions_add_up_and_ranks_follow_scores((columns, weights) in table(), least in 0.0..1.0_f64) {
        for scaling in Scaling::ALL {
            let Ok(composite) = Composite::new(&parts(&columns, &weights), scaling, least) else { continue };
            let index = composite.index();
            let scores: Vec<f64> = index.scores.iter().flatten().copied().collect();
            prop_assert_eq!(scores.len() + index.not_scored, 12);
            for (area, score) in index.scores.iter().enumerate() {
                let Some(score) = *score else {
                    prop_assert_eq!(index.ranks[area], None);
                    continue;
                };
                let sum: f64 = composite.contributions(area).unwrap().iter().sum();
                prop_assert!((sum - score).abs() < 1e-9);
                let above = scores.iter().filter(|other| **other > score).count();
                prop_assert_eq!(index.ranks[area], Some(above + 1));
                prop_assert!(scaling == Scaling::ZScore || (-1e-9..=1.0 + 1e-9).contains(&score));
            }
        }
    }

    #[test]
    fn the_order_of_areas_and_the_unit_of_weights_change_no_score((columns, weights) in table()) {
        let backwards: Vec<Vec<f64>> = columns.iter().map(|column| column.iter().rev().copied().collect()).collect();
        let doubled: Vec<f64> = weights.iter().map(|weight| weight * 2.0).collect();
        for scaling in Scaling::ALL {
            let one = Composite::new(&parts(&columns, &weights), scaling, 1.0).map(|one| one.index());
            let other = Composite::new(&parts(&backwards, &doubled), scaling, 1.0).map(|other| other.index());
            match (one, other) {
                (Ok(one), Ok(other)) => {
                    for (one, other) in one.scores.iter().zip(other.scores.iter().rev()) {
                        prop_assert_eq!(one.is_some(), other.is_some());
                        prop_assert!((one.unwrap_or(0.0) - other.unwrap_or(0.0)).abs() < 1e-9);
                    }
                }
                (one, other) => prop_assert_eq!(one.err(), other.err()),
            }
        }
    }

    #[test]
    fn ranks_stay_in_their_span((columns, weights) in table(), seed: u32) {
        let shake = Shake { draws: 20, spread: 0.2, seed };
        let Ok(composite) = Composite::new(&parts(&columns, &weights), Scaling::ZScore, 0.5) else { return Ok(()) };
        let index = composite.index();
        let one = composite.stability(shake);
        prop_assert_eq!(&one, &composite.stability(shake));
        let mut run = StabilityRun::new(composite.clone(), shake);
        while run.advance(7) < 1.0 {}
        prop_assert_eq!(&one, &run.finish());
        for (found, rank) in one.iter().zip(&index.ranks) {
            prop_assert_eq!(found.map(|found| found.rank), *rank);
            if let Some(found) = found {
                prop_assert!(found.best_rank <= found.rank && found.rank <= found.worst_rank);
                prop_assert!((0.0..=1.0).contains(&found.top_fifth_share));
            }
        }
        for (found, rank) in composite.stability(Shake { spread: 0.0, ..shake }).iter().zip(&index.ranks) {
            prop_assert_eq!(found.map(|found| (found.best_rank, found.worst_rank)), rank.map(|rank| (rank, rank)));
        }
    }
}
