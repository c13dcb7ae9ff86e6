//! Complexity and relatedness against published examples, and what must hold for any places.

use proptest::prelude::*;

use super::*;

/// The network of Hidalgo and Hausmann (2009), figure S4, as in EconGeo.
fn network() -> Strengths {
    Strengths::from_advantage(&Grid::from_rows(&[
        [1.0, 1.0, 1.0, 1.0],
        [0.0, 1.0, 0.0, 0.0],
        [0.0, 0.0, 1.0, 1.0],
        [0.0, 0.0, 0.0, 1.0],
    ]))
}

fn close(found: &[f64], expected: &[f64], by: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < by, "{found} {expected}");
    }
}

fn told(list: &[Option<f64>]) -> Vec<f64> {
    list.iter().map(|number| number.unwrap()).collect()
}

#[test]
fn published_network() {
    let strengths = network();
    assert_eq!(strengths.diversity(), [4, 1, 2, 1]);
    assert_eq!(strengths.ubiquity(), [1, 2, 2, 3]);
    // The published index goes with diversity, though hardly.
    let diversity = [4.0, 1.0, 2.0, 1.0];
    let found = complexity(&strengths, &diversity).unwrap();
    close(&found.eigenvalues, &[1.0, 0.542_134, 0.190_154], 5e-7);
    let places = [-0.075_353, -1.602_916, 0.747_788, 0.930_481];
    close(&told(&found.places), &places, 5e-7);
    let industries = [-0.194_073, -1.602_916, 0.565_095, 0.930_481];
    close(&told(&found.industries), &industries, 5e-7);
    assert_eq!(found.ranking(), [3, 2, 0, 1]);
    // The other way round by a series that goes the other way.
    let against = diversity.map(|count| -count);
    let turned = complexity(&strengths, &against).unwrap();
    close(&told(&turned.places), &places.map(|index| -index), 5e-7);
    assert!(found.orientation.unwrap() > 0.0 && turned.orientation == found.orientation);
    // Nothing to orient by.
    let unknown = complexity(&strengths, &[f64::NAN; 4]).unwrap();
    assert_eq!(unknown.orientation, None);
}

#[test]
fn published_density() {
    let relatedness = Relatedness::new(&network());
    let second = network().of_place(1).to_vec();
    let with = relatedness.density(&second, Itself::Counted);
    close(
        &told(&with),
        &[0.214_286, 0.428_571, 0.187_5, 0.142_857],
        5e-7,
    );
    let without = relatedness.density(&second, Itself::LeftOut);
    close(&told(&without), &[0.375, 0.0, 0.3, 0.25], 5e-7);
    assert_eq!(relatedness.proximity(0, 0), 1.0);
    assert!((relatedness.proximity(2, 3) - 2.0 / 3.0).abs() < 1e-12);
    assert!(relatedness.proximity(0, 9).is_nan());
    let first = [1.0, 0.5, 0.5, 1.0 / 3.0];
    close(relatedness.proximities(0), &first, 1e-12);
}

#[test]
fn advantage_of_what_is_nowhere_is_not_defined() {
    let amounts = Grid::from_rows(&[[10.0, 30.0, 0.0], [30.0, 10.0, 0.0], [0.0, 0.0, 0.0]]);
    let found = revealed_advantage(&amounts);
    assert_eq!(found.row(0)[..2], [0.5, 1.5]);
    assert!(found.at(0, 2).is_nan() && found.at(2, 0).is_nan());
    let strengths = Strengths::from_advantage(&found);
    assert_eq!(strengths.diversity(), [1, 1, 0]);
    assert_eq!(strengths.ubiquity(), [1, 1, 0]);
    let relatedness = Relatedness::new(&strengths);
    let density = relatedness.density(strengths.of_place(0), Itself::LeftOut);
    assert_eq!(density, [None, None, None]);
}

#[test]
fn what_has_no_order_is_told() {
    let of = |rows: &[[f64; 4]]| {
        let strengths = Strengths::from_advantage(&Grid::from_rows(rows));
        complexity(&strengths, &vec![1.0; rows.len()]).unwrap_err()
    };
    let alike = [[1.0; 4]; 5];
    assert_eq!(of(&alike), NoComplexity::NoDirection);
    let apart = [
        [1.0, 1.0, 0.0, 0.0],
        [1.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 1.0, 1.0],
        [0.0, 0.0, 0.0, 1.0],
    ];
    assert_eq!(of(&apart), NoComplexity::Apart);
    let few = of(&[[1.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]]);
    assert_eq!(
        few,
        NoComplexity::TooFew {
            places: 2,
            industries: 2
        }
    );
    assert!(few.to_string().contains("2 places"));
    // A ring: two directions at right angles are equally good.
    let ring = [
        [1.0, 1.0, 0.0, 0.0],
        [0.0, 1.0, 1.0, 0.0],
        [0.0, 0.0, 1.0, 1.0],
        [1.0, 0.0, 0.0, 1.0],
    ];
    assert_eq!(of(&ring), NoComplexity::NoDirection);
    assert!(matches!(
        complexity(&network(), &[1.0]),
        Err(NoComplexity::OtherPlaces {
            places: 4,
            given: 1
        })
    ));
}

fn amounts() -> impl Strategy<Value = Grid> {
    let cell = prop_oneof![1 => Just(0.0), 3 => 1.0..1e4_f64];
    prop::collection::vec(prop::collection::vec(cell, 8), 6..20)
        .prop_map(|rows| Grid::from_rows(&rows))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn holds_for_any_places(amounts in amounts(), factor in 0.1..10.0_f64) {
        let advantage = revealed_advantage(&amounts);
        let larger = revealed_advantage(&amounts.map(|_, _, amount| amount * factor));
        for (one, other) in advantage.cells().iter().zip(larger.cells()) {
            prop_assert!((one - other).abs() <= 1e-9 * (1.0 + one.abs()) || (one.is_nan() && other.is_nan()));
        }
        let strengths = Strengths::from_advantage(&advantage);
        let relatedness = Relatedness::new(&strengths);
        for place in 0..strengths.places() {
            for itself in [Itself::LeftOut, Itself::Counted] {
                for density in relatedness.density(strengths.of_place(place), itself).into_iter().flatten() {
                    prop_assert!((0.0..=1.0).contains(&density));
                }
            }
        }
        let everything: Vec<usize> = (0..strengths.industries()).collect();
        for density in relatedness.density(&everything, Itself::LeftOut).into_iter().flatten() {
            prop_assert!((density - 1.0).abs() < 1e-9);
        }
        let by: Vec<f64> = (0..strengths.places()).map(|place| amounts.at(place, 0)).collect();
        if let Ok(found) = complexity(&strengths, &by) {
            let known: Vec<f64> = found.places.iter().flatten().copied().collect();
            let count = known.len() as f64;
            prop_assert!((known.iter().sum::<f64>() / count).abs() < 1e-9);
            let squares = known.iter().map(|index| index * index).sum::<f64>();
            prop_assert!((squares / count - 1.0).abs() < 1e-9);
            let [first, second, third] = found.eigenvalues;
            prop_assert!(first >= second && second >= third && third >= -1e-9);
            // Both ways: a place's index is the mean of its industries'.
            for (place, index) in found.places.iter().enumerate() {
                if let Some(index) = index {
                    let strong = strengths.of_place(place);
                    let mean = strong.iter().map(|industry| found.industries[*industry].unwrap()).sum::<f64>() / strong.len() as f64;
                    prop_assert!((mean - index).abs() < 1e-6);
                }
            }
        }
    }
}
