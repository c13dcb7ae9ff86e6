//! Clusters on made-up maps, left-out areas, and what may not change the answer.

use super::*;
use crate::random::{Philox, Stream};
use proptest::prelude::*;

/// A grid of areas beside those that share an edge (rook) or also a corner (queen).
fn lattice(width: usize, height: usize, corners: bool) -> Vec<Vec<usize>> {
    let place = |x: usize, y: usize| y * width + x;
    let mut lists = vec![Vec::new(); width * height];
    for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
        for (other_y, other_x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
            let (across, down) = (x.abs_diff(other_x), y.abs_diff(other_y));
            let beside = across + down == 1 || (corners && across == 1 && down == 1);
            if beside {
                lists[place(x, y)].push(place(other_x, other_y));
            }
        }
    }
    lists
}

fn rook(width: usize, height: usize) -> Neighbours {
    Neighbours::from_lists(&lattice(width, height, false))
}

fn trial(permutations: u32) -> Trial {
    Trial {
        permutations,
        ..Trial::default()
    }
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-10
}

/// esda's own test (Rey and Anselin, 2007), recomputed with esda 2.9.0.
#[test]
fn nine_areas_of_a_lattice() {
    let values: Vec<f64> = (1..=9).map(f64::from).collect();
    let binary = moran(&values, &rook(3, 3), Links::Binary).unwrap();
    assert!(close(binary.i, 0.5) && close(binary.expected, -0.125));
    assert!(close(binary.variance_normality, 0.053_125));
    assert!(close(binary.variance_randomisation, 0.059_687_5));
    assert!(close(binary.z_normality().unwrap(), 2.711_630_722_733_202));
    assert!(close(
        binary.z_randomisation().unwrap(),
        2.558_222_550_483_254_3
    ));
    let standardised = moran(&values, &rook(3, 3), Links::RowStandardised).unwrap();
    assert!(close(standardised.i, 5.0 / 9.0));
    assert!(close(
        standardised.variance_normality,
        0.057_214_506_172_839_48
    ));
    assert!(close(
        standardised.variance_randomisation,
        0.064_656_635_802_469_12
    ));

    let clusters = Lisa::new(&values, &rook(3, 3), trial(99)).unwrap().finish();
    let locals: Vec<Local> = clusters.areas.into_iter().flatten().collect();
    let expected = [16.0, 12.0, 4.0, 4.0 / 3.0, 0.0, 4.0 / 3.0, 4.0, 12.0, 16.0];
    for (local, expected) in locals.iter().zip(expected) {
        assert!(close(local.i, expected / 15.0), "{local:?}");
        assert_eq!((local.p, local.kind), (None, Cluster::NotClear));
    }
    assert!(clusters.too_few);
}

#[test]
fn neighbours_of_a_corner_and_of_an_uneven_table() {
    let values = [
        3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0, 8.0, 9.0, 7.0, 9.0, 3.0, 2.0, 3.0,
        8.0, 4.0, 6.0, 2.0, 6.0, 4.0, 3.0,
    ];
    let queen = Neighbours::from_lists(&lattice(5, 5, true));
    assert_eq!(queen.of(0), [1, 5, 6]);
    // esda 2.9.0, libpysal 4.14.1.
    let found = moran(&values, &queen, Links::RowStandardised).unwrap();
    assert!(close(found.i, -0.013_138_177_382_819_291));
    assert!(close(found.variance_normality, 0.011_324_145_299_145_3));
    assert!(close(
        found.variance_randomisation,
        0.011_752_743_870_037_795
    ));
}

#[test]
fn neighbours_are_mutual_and_once() {
    let lists = [vec![1, 1, 0, 9], vec![], vec![1]];
    let neighbours = Neighbours::from_lists(&lists);
    assert_eq!(neighbours.areas(), 3);
    let found: Vec<&[usize]> = (0..4).map(|area| neighbours.of(area)).collect();
    assert_eq!(found, [&[1][..], &[0, 2], &[1], &[]]);
}

#[test]
fn islands_and_gaps_are_left_out_and_counted() {
    // A row of six, an island, and a pair of which one has no value.
    let mut lists = lattice(6, 1, false);
    lists.extend([vec![], vec![8], vec![7]]);
    let values = [1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 99.0, 50.0, f64::NAN];
    let found = moran(&values, &Neighbours::from_lists(&lists), Links::Binary).unwrap();
    assert_eq!((found.areas, found.islands, found.missing), (6, 2, 1));
    let alone = moran(&values[..6], &rook(6, 1), Links::Binary).unwrap();
    assert!(close(found.i, alone.i));
    let clusters = Lisa::new(&values, &Neighbours::from_lists(&lists), trial(9))
        .unwrap()
        .finish();
    assert_eq!(clusters.areas.len(), 9);
    assert!(clusters.areas[6..].iter().all(Option::is_none));
    assert_eq!((clusters.islands, clusters.missing), (2, 1));
}

#[test]
fn what_cannot_be_said_is_told() {
    let of = |values: &[f64], neighbours: &Neighbours| {
        moran(values, neighbours, Links::RowStandardised).unwrap_err()
    };
    assert_eq!(of(&[7.0; 9], &rook(3, 3)), NoAutocorrelation::AllEqual);
    assert_eq!(
        of(&[f64::NAN; 9], &rook(3, 3)),
        NoAutocorrelation::TooFew { areas: 0 }
    );
    assert_eq!(
        of(&[1.0], &rook(1, 1)),
        NoAutocorrelation::TooFew { areas: 0 }
    );
    let other = NoAutocorrelation::OtherAreas {
        values: 1,
        neighbours: 9,
    };
    assert_eq!(of(&[1.0], &rook(3, 3)), other);
    assert!(other.to_string().contains("1 values but neighbours of 9"));
    // Where all areas touch, chance always gives the same.
    let all: Vec<Vec<usize>> = (0..5).map(|_| (0..5).collect()).collect();
    let found = moran(
        &[1.0, 2.0, 4.0, 8.0, 9.0],
        &Neighbours::from_lists(&all),
        Links::Binary,
    )
    .unwrap();
    assert!(close(found.i, found.expected));
    assert_eq!(found.z_randomisation(), None);
}

/// A warm and a cold corner in a field of noise.
fn spotted() -> Vec<f64> {
    let mut values: Vec<f64> = (0..144)
        .map(|area| f64::from(area * 37 % 11) / 10.0)
        .collect();
    for (x, y) in (0..4).flat_map(|x| (0..4).map(move |y| (x, y))) {
        values[y * 12 + x] += 6.0;
        values[(11 - y) * 12 + 11 - x] -= 6.0;
    }
    values
}

#[test]
fn hot_and_cold_spots_are_found_and_nothing_else() {
    let clusters = Lisa::new(&spotted(), &rook(12, 12), trial(9_999))
        .unwrap()
        .finish();
    let kind = |area: usize| clusters.areas[area].unwrap().kind;
    assert_eq!((kind(0), kind(13)), (Cluster::HighHigh, Cluster::HighHigh));
    assert_eq!((kind(143), kind(130)), (Cluster::LowLow, Cluster::LowLow));
    assert_eq!((kind(66), kind(11)), (Cluster::NotClear, Cluster::NotClear));
    assert!(clusters.count(Cluster::HighHigh) >= 12 && clusters.count(Cluster::LowLow) >= 12);
    assert_eq!(
        Cluster::ALL
            .iter()
            .map(|kind| clusters.count(*kind))
            .sum::<usize>(),
        144
    );
    assert!(!clusters.too_few);
}

#[test]
fn chance_alone_gives_no_clusters() {
    let mut words = Philox::new(3, Stream::Weights).words_of(0);
    let values: Vec<f64> = (0..144).map(|_| words.share()).collect();
    let clusters = Lisa::new(&values, &rook(12, 12), trial(999))
        .unwrap()
        .finish();
    assert_eq!(clusters.count(Cluster::NotClear), 144);
}

#[test]
fn a_table_of_zeros_is_no_cluster() {
    let mut values = vec![0.0; 144];
    values[5] = 1.0;
    let clusters = Lisa::new(&values, &rook(12, 12), trial(999))
        .unwrap()
        .finish();
    assert_eq!(clusters.count(Cluster::NotClear), 144);
    // Far from the one, all neighbours are as nearly all deals are.
    assert!(clusters.areas[100].unwrap().p.unwrap() > 0.9);
}

#[test]
fn steps_change_nothing() {
    let mut in_steps = Lisa::new(&spotted(), &rook(12, 12), trial(199)).unwrap();
    let mut steps = 1;
    while in_steps.advance(25) {
        steps += 1;
        assert_eq!(in_steps.tested(), 25 * (steps - 1));
    }
    assert_eq!(
        (steps, in_steps.tested(), in_steps.to_test()),
        (6, 144, 144)
    );
    let at_once = Lisa::new(&spotted(), &rook(12, 12), trial(199)).unwrap();
    assert_eq!(in_steps.finish(), at_once.finish());
}

/// The example of Benjamini and Hochberg (1995): fifteen p values, of which four are kept.
#[test]
fn false_discoveries() {
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262,
        0.5719, 0.6528, 0.759, 1.0,
    ];
    let kept = discoveries(&p, 0.05);
    assert_eq!(kept.iter().filter(|kept| **kept).count(), 4);
    assert!(kept[..4].iter().all(|kept| *kept));
    // One that fails by itself is carried by a later one that does not.
    assert_eq!(discoveries(&[0.03, 0.04, 0.01], 0.05), [true, true, true]);
    assert!(discoveries(&[], 0.05).is_empty());
}

#[test]
fn keys_read_back() {
    for kind in Cluster::ALL {
        assert_eq!(Cluster::from_key(kind.key()), Some(kind));
    }
}

/// The same map with its areas listed in another order.
fn reordered(values: &[f64], lists: &[Vec<usize>], places: &[usize]) -> (Vec<f64>, Neighbours) {
    let new_place = |old: usize| places.iter().position(|place| *place == old).unwrap();
    let of = |old: &usize| lists[*old].iter().map(|other| new_place(*other)).collect();
    (
        places.iter().map(|old| values[*old]).collect(),
        Neighbours::from_lists(&places.iter().map(of).collect::<Vec<_>>()),
    )
}

fn map_in_two_orders() -> impl Strategy<Value = (Vec<f64>, Vec<usize>)> {
    let value = prop_oneof![6 => -9.0..9.0_f64, 2 => Just(0.0), 1 => Just(f64::NAN)];
    let places = Just((0..30).collect::<Vec<usize>>()).prop_shuffle();
    (prop::collection::vec(value, 30), places)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_areas_changes_nothing_but_chance((values, places) in map_in_two_orders()) {
        let lists = lattice(6, 5, true);
        let neighbours = Neighbours::from_lists(&lists);
        let (other_values, other_neighbours) = reordered(&values, &lists, &places);
        for links in [Links::Binary, Links::RowStandardised] {
            match (moran(&values, &neighbours, links), moran(&other_values, &other_neighbours, links)) {
                (Ok(one), Ok(other)) => {
                    prop_assert!((one.i - other.i).abs() < 1e-9);
                    prop_assert!((one.variance_normality - other.variance_normality).abs() < 1e-9);
                    prop_assert!((one.variance_randomisation - other.variance_randomisation).abs() < 1e-9);
                    prop_assert_eq!((one.islands, one.missing), (other.islands, other.missing));
                }
                (one, other) => prop_assert_eq!(one.err(), other.err()),
            }
        }
        let Ok(one) = Lisa::new(&values, &neighbours, trial(499)) else { return Ok(()) };
        let one = one.finish();
        let other = Lisa::new(&other_values, &other_neighbours, trial(499)).unwrap().finish();
        for (place, old) in places.iter().enumerate() {
            let (Some(one), Some(other)) = (one.areas[*old], other.areas[place]) else {
                prop_assert_eq!(one.areas[*old], other.areas[place]);
                continue;
            };
            prop_assert!((one.i - other.i).abs() < 1e-9);
            // Two shares of 499 deals differ by more than this once in millions.
            if let (Some(one), Some(other)) = (one.p, other.p) {
                prop_assert!((one - other).abs() < 0.2);
            }
        }
    }

    #[test]
    fn p_is_above_zero_and_up_to_one((values, _) in map_in_two_orders(), permutations in 1..60_u32, seed: u32) {
        let trial = Trial { permutations, seed, false_share: 0.05 };
        let Ok(lisa) = Lisa::new(&values, &rook(6, 5), trial) else { return Ok(()) };
        for local in lisa.finish().areas.iter().flatten() {
            prop_assert!(local.p.is_none_or(|p| 0.0 < p && p <= 1.0));
        }
    }

    #[test]
    fn units_and_offsets_change_nothing((values, _) in map_in_two_orders(), factor in 0.01..100.0_f64, offset in -1e4..1e4_f64) {
        let of = |values: &[f64]| moran(values, &rook(6, 5), Links::RowStandardised);
        let other: Vec<f64> = values.iter().map(|value| value * factor + offset).collect();
        if let (Ok(one), Ok(other)) = (of(&values), of(&other)) {
            prop_assert!((one.i - other.i).abs() < 1e-6);
        }
    }

    #[test]
    fn local_values_add_up_to_the_whole((values, _) in map_in_two_orders()) {
        let Ok(lisa) = Lisa::new(&values, &rook(6, 5), trial(1)) else { return Ok(()) };
        let whole = moran(&values, &rook(6, 5), Links::RowStandardised).unwrap();
        let sum: f64 = lisa.finish().areas.iter().flatten().map(|local| local.i).sum();
        prop_assert!((sum / (whole.areas as f64 - 1.0) - whole.i).abs() < 1e-9);
    }
}
