//! Scores and rules on numbers worked out by hand.

use proptest::prelude::*;

use super::*;

fn close(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn errors_over_what_came() {
    let (told, came) = ([110.0, 180.0, 5.0], [100.0, 200.0, 10.0]);
    close(wape_pct(&told, &came), 100.0 * 35.0 / 310.0);
    close(bias_pct(&told, &came), -100.0 * 15.0 / 310.0);
    close(mape_pct(&told, &came, 50.0), 10.0);
    close(mape_pct(&told, &came, 0.0), 100.0 * (0.1 + 0.1 + 0.5) / 3.0);
    assert_eq!(mape_pct(&told, &came, 500.0), None);
    assert_eq!(wape_pct(&[1.0], &[0.0]), None);
    assert_eq!(wape_pct(&[1.0], &[1.0, 2.0]), None);
    let all = scores(&told, &came, 50.0).unwrap();
    assert_eq!((all.cells, all.mape_pct.map(f64::round)), (3, Some(10.0)));
}

#[test]
fn bands() {
    let band = Band {
        low: 10.0,
        high: 20.0,
    };
    let bands = [band; 4];
    let came = [10.0, 15.0, 22.0, 9.0];
    close(coverage(&bands, &came), 0.5);
    // Width 10 each; two and one outside, at ten a unit.
    close(interval_score(&bands, &came), (40.0 + 20.0 + 10.0) / 4.0);
    assert_eq!(coverage(&[], &[]), None);
}

#[test]
fn draws_against_what_came() {
    close(crps(&[3.0], 5.0), 2.0);
    // Mean distance from 0 is 1, between two draws 1.
    close(crps(&[-1.0, 1.0], 0.0), 0.5);
    close(
        crps(&[0.0, 1.0, 2.0, 5.0], 1.0),
        6.0 / 4.0 - 0.5 * (2.0 * (1.0 + 2.0 + 5.0 + 1.0 + 4.0 + 3.0)) / 16.0,
    );
    assert_eq!(crps(&[], 1.0), None);
}

#[test]
fn simple_rules() {
    assert_eq!(no_change(&[3.0]), [3.0]);
    assert_eq!(
        linear_trend(&[90.0, 100.0], &[100.0, 50.0], 5.0, 10.0),
        [120.0, 0.0]
    );
    assert_eq!(constant_share(&[10.0, 20.0], &[1.5, 0.5]), [15.0, 10.0]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// By pairs and by order it is the same, never below 0, and least for draws around it.
    #[test]
    fn crps_by_pairs(draws in prop::collection::vec(-50.0..50.0_f64, 1..40), came in -50.0..50.0_f64) {
        let count = draws.len() as f64;
        let pairs: f64 = draws.iter().flat_map(|a| draws.iter().map(move |b| (a - b).abs())).sum();
        let from_it: f64 = draws.iter().map(|draw| (draw - came).abs()).sum();
        let expected = from_it / count - pairs / (2.0 * count * count);
        let found = crps(&draws, came).unwrap();
        prop_assert!((found - expected).abs() < 1e-9);
        prop_assert!(found >= -1e-9);
    }
}
