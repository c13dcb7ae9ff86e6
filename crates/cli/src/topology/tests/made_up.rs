//! The topology of little made-up counties, sound and faulty.

use proptest::prelude::*;
use roadmap_core::geo::{LayerId, Topology};

use crate::topology::layers::{LSOA_2021, MSOA_2021};
use crate::topology::source::Corner;
use crate::topology::{BuildError, Input, SourceArea, Tolerances, build, build_with};

/// Quanta along one side of a square.
const SIDE: i32 = 1_000;
/// Corners along one side of a square.
const STEPS: i32 = 8;

/// A county of squares: each column is a middle layer area and a district. The
/// sides between squares wander by what `wander` says, up to a tenth of a side.
fn county(columns: i32, rows: i32, wander: &dyn Fn(Corner) -> Corner) -> Input {
    let ring = |x: i32, y: i32, wide: i32, high: i32| {
        let mut corners = Vec::new();
        let mut side = |[fx, fy]: Corner, [dx, dy]: Corner, squares: i32| {
            for step in 0..squares * STEPS {
                let unit = SIDE / STEPS;
                let point = [fx * SIDE + dx * step * unit, fy * SIDE + dy * step * unit];
                let is_node = point.iter().all(|number| number % SIDE == 0);
                let [ox, oy] = if is_node { [0, 0] } else { wander(point) };
                corners.push([point[0] + ox, point[1] + oy]);
            }
        };
        side([x, y], [1, 0], wide);
        side([x + wide, y], [0, 1], high);
        side([x + wide, y + high], [-1, 0], wide);
        side([x, y + high], [0, -1], high);
        vec![vec![corners]]
    };
    let area = |code: String, column: i32, polygons| SourceArea {
        code,
        msoa: Some(format!("M{column:08}")),
        district: Some(format!("D{column:08}")),
        polygons,
    };
    let squares = (0..columns).flat_map(|x| (0..rows).map(move |y| (x, y)));
    let small: Vec<_> = squares
        .map(|(x, y)| area(format!("L{:08}", x * 100 + y), x, ring(x, y, 1, 1)))
        .collect();
    let large = |letter: char| -> Vec<SourceArea> {
        (0..columns)
            .map(|x| area(format!("{letter}{x:08}"), x, ring(x, 0, 1, rows)))
            .collect()
    };
    Input {
        lsoa_2021: small.clone(),
        msoa_2021: large('M'),
        lsoa_2011: small,
        msoa_2011: large('M'),
        districts: large('D'),
        neighbours: vec![
            area("N00000000".into(), 0, ring(-2, 0, 2, rows)),
            area("D00000000".into(), 0, ring(0, 0, 1, rows)),
        ],
    }
}

fn straight(columns: i32, rows: i32) -> Input {
    county(columns, rows, &|_| [0, 0])
}

fn fault_of(change: impl FnOnce(&mut Input)) -> BuildError {
    let mut input = straight(2, 2);
    change(&mut input);
    build(&input).unwrap_err()
}

#[test]
fn straight_sides_keep_only_their_ends() {
    let built = build(&straight(2, 2)).unwrap();
    assert_eq!(built.report.layers.len(), 6);
    // District 0 needs the nodes where squares meet its border, and no more.
    let (topology, _) = Topology::decode(&[&built.core, &built.small_areas]);
    let codes: Vec<_> = topology
        .codes(LayerId::DISTRICTS)
        .map(ToString::to_string)
        .collect();
    assert_eq!(codes, ["D00000000", "D00000001"]);
    assert_eq!(topology.adjacency(LSOA_2021).rook[0], [1, 2]);
    assert_eq!(topology.adjacency(LSOA_2021).queen[0], [1, 2, 3]);
    assert_eq!(topology.coverage_gaps(LSOA_2021, MSOA_2021), []);
    let longest = built
        .core
        .arcs
        .iter()
        .chain(&built.small_areas.arcs)
        .map(Vec::len)
        .max();
    assert_eq!(
        longest,
        Some(2 * 4),
        "only the neighbour's far side has corners"
    );
}

#[test]
fn each_fault_is_told_apart() {
    use BuildError as E;
    type Case = (fn(&mut Input), fn(&E) -> bool);
    let cases: [Case; 6] = [
        (
            |input| input.lsoa_2021[1].polygons = input.lsoa_2021[0].polygons.clone(),
            |e| matches!(e, E::Overlap { .. }),
        ),
        (
            |input| input.lsoa_2021[1].msoa = None,
            |e| {
                matches!(
                    e,
                    E::UnknownParent {
                        level: MSOA_2021,
                        parent: None,
                        ..
                    }
                )
            },
        ),
        (
            |input| input.lsoa_2021[1].district = Some("D99999999".into()),
            |e| {
                matches!(
                    e,
                    E::UnknownParent {
                        parent: Some(_),
                        ..
                    }
                )
            },
        ),
        (
            |input| drop(input.lsoa_2021.remove(0)),
            |e| matches!(e, E::DissolvedDiffers { .. }),
        ),
        (
            |input| input.lsoa_2011[0].polygons[0][0][4] = [SIDE / 2, SIDE + 50],
            |e| matches!(e, E::Tangled { .. }),
        ),
        (
            |input| input.msoa_2011[0].polygons[0][0][4] = [SIDE / 2, SIDE / 2],
            |e| matches!(e, E::DissolvedDiffers { .. }),
        ),
    ];
    for (index, (change, is_expected)) in cases.into_iter().enumerate() {
        let fault = fault_of(change);
        assert!(is_expected(&fault), "case {index}: {fault:?}");
        assert!(!fault.to_string().is_empty());
    }
}

#[test]
fn an_island_stays_inside_the_area_around_it() {
    let mut input = straight(1, 1);
    // A square hole near the middle of a bulge that would be cut off.
    let hole = vec![[400, 980], [400, 1_020], [440, 1_020], [440, 980]];
    let bulge = |polygons: &mut Vec<Vec<Vec<Corner>>>| {
        for corner in polygons.iter_mut().flatten().flatten() {
            if corner[1] == SIDE && corner[0] % SIDE != 0 {
                corner[1] += 60;
            }
        }
    };
    let island = SourceArea {
        code: "L99999999".into(),
        polygons: vec![vec![hole.clone()]],
        ..input.lsoa_2021[0].clone()
    };
    input.neighbours.clear();
    for layer in [&mut input.lsoa_2021, &mut input.lsoa_2011] {
        bulge(&mut layer[0].polygons);
        layer[0].polygons[0].push(hole.clone());
        layer.push(island.clone());
    }
    for layer in [
        &mut input.msoa_2021,
        &mut input.msoa_2011,
        &mut input.districts,
    ] {
        bulge(&mut layer[0].polygons);
    }
    let hard = Tolerances {
        district_sq_m: 1e9,
        small_area_sq_m: 1e9,
        neighbour_sq_m: 1e9,
        distant_sq_m: 1e9,
    };
    let built = build_with(&input, &hard).unwrap();
    let polygons = &built.small_areas.layers[0].shapes[0].polygons;
    assert_eq!((polygons.len(), polygons[0].len()), (1, 2));
    assert!(built.report.backed_off > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// However the sides wander and however hard they are simplified, the map
    /// stays whole: `build` checks neighbours, gaps and crossings itself.
    #[test]
    fn a_wandering_county_stays_whole(seed in any::<u32>(), tolerance in 0.0..1e6_f64) {
        let wander = |[x, y]: Corner| {
            let mix = (x.wrapping_mul(73_856_093) ^ y.wrapping_mul(19_349_663)) as u32 ^ seed;
            let mixed = mix.wrapping_mul(2_654_435_761).rotate_left(13).wrapping_mul(40_503);
            [(mixed % 81) as i32 - 40, (mixed / 81 % 81) as i32 - 40]
        };
        let input = county(4, 4, &wander);
        let tolerances = Tolerances {
            district_sq_m: tolerance,
            small_area_sq_m: tolerance,
            neighbour_sq_m: tolerance,
            distant_sq_m: tolerance,
        };
        let built = build_with(&input, &tolerances);
        prop_assert!(built.is_ok(), "{built:?}");
    }
}
