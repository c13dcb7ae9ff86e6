//! The whole path on little worlds: wire -> topology -> layer, sound and hostile.

use proptest::prelude::*;

use super::example::board;
use super::{Direction, Layer, LayerId, LonLat, MapPoint, Projection, Topology, TopologyFault};
use crate::area::AreaCode;
use crate::data::wire::{LayerWire, ShapeWire, TopologyWire};

const DISTRICTS: LayerId = LayerId::DISTRICTS;

fn sound(wire: &TopologyWire) -> (Topology, Projection) {
    let (topology, faults) = Topology::decode(&[wire]);
    assert_eq!(faults, []);
    let projection = Projection::centred_on(&topology.bounds_deg(DISTRICTS).unwrap());
    (topology, projection)
}

fn layer(wire: &TopologyWire) -> (Layer, Projection) {
    let (topology, projection) = sound(wire);
    (topology.layer(DISTRICTS, &projection).unwrap(), projection)
}

/// The middle of a square of a board.
fn middle(projection: &Projection, width: usize, square: usize) -> MapPoint {
    projection.map_from_lonlat(LonLat {
        lon_deg: -0.5 + 0.01 * ((square % width) as f64 + 0.5),
        lat_deg: 51.5 + 0.01 * ((square / width) as f64 + 0.5),
    })
}

fn faults_of(change: impl FnOnce(&mut TopologyWire)) -> Vec<TopologyFault> {
    let mut wire = board(3, &[0, 0, 1, 0, 2, 1, 3, 3, 1]);
    change(&mut wire);
    Topology::decode(&[&wire]).1
}

#[test]
fn nine_squares_touch_as_on_a_board() {
    let (layer, _) = layer(&board(3, &[0, 1, 2, 3, 4, 5, 6, 7, 8]));
    let adjacency = layer.adjacency();
    assert_eq!(adjacency.rook[4], [1, 3, 5, 7]);
    assert_eq!(adjacency.queen[4], [0, 1, 2, 3, 5, 6, 7, 8]);
    assert_eq!(adjacency.rook[0], [1, 3]);
    assert_eq!(adjacency.queen[0], [1, 3, 4]);
}

#[test]
fn arrow_keys_walk_the_board() {
    let (layer, _) = layer(&board(3, &[0, 1, 2, 3, 4, 5, 6, 7, 8]));
    let walk = |from, direction| layer.neighbour_towards(from, direction);
    assert_eq!(walk(4, Direction::North), Some(7));
    assert_eq!(walk(4, Direction::East), Some(5));
    assert_eq!(walk(4, Direction::South), Some(1));
    assert_eq!(walk(4, Direction::West), Some(3));
    assert_eq!(walk(99, Direction::West), None);
}

#[test]
fn an_arrow_key_leaps_over_a_gap_but_not_off_the_map() {
    let mut wire = board(4, &[0, 9, 9, 1]);
    wire.layers[0].shapes.pop();
    let (layer, _) = layer(&wire);
    assert_eq!(layer.neighbour_towards(0, Direction::East), Some(1));
    assert_eq!(layer.neighbour_towards(1, Direction::West), Some(0));
    assert_eq!(layer.neighbour_towards(1, Direction::East), None);
}

#[test]
fn an_area_inside_another_is_drawn_after_it() {
    let (layer, projection) = layer(&board(3, &[0, 0, 0, 0, 1, 0, 0, 0, 0]));
    assert_eq!(layer.areas()[0].polygons[0].holes.len(), 1);
    assert_eq!(layer.largest_first(), [0, 1]);
    assert_eq!(layer.area_at(middle(&projection, 3, 4)), Some(1));
    assert_eq!(layer.area_at(MapPoint::new(50.0, 0.0)), None);
    assert_eq!(
        layer.position(&AreaCode::new("X00000001").unwrap()),
        Some(1)
    );
}

#[test]
fn a_companion_goes_on_counting() {
    let mut core = board(2, &[0, 1, 0, 1]);
    let mut companion = core.clone();
    companion.arcs = core.arcs.split_off(4);
    companion.layers[0].level = "lsoa".into();
    companion.layers[0].vintage = "2021".into();
    core.layers.clear();
    let (topology, faults) = Topology::decode(&[&core, &companion]);
    assert_eq!(faults, []);
    assert_eq!(topology.layer_ids().count(), 1);
    companion.translate_deg[0] += 1e-9;
    let (_, faults) = Topology::decode(&[&core, &companion]);
    assert_eq!(faults, [TopologyFault::GridsDiffer]);
}

#[test]
fn a_hole_in_the_coverage_is_named_by_its_neighbours() {
    let districts = board(3, &[0; 9]);
    let small = board(3, &[0, 1, 2, 3, 4, 5, 6, 7, 8]);
    let fine = LayerId::from_keys("lsoa", "2021").unwrap();
    let with = |shapes: Vec<ShapeWire>| {
        let mut both = districts.clone();
        both.layers.push(LayerWire {
            level: "lsoa".into(),
            vintage: "2021".into(),
            shapes,
        });
        let (topology, faults) = Topology::decode(&[&both]);
        assert_eq!(faults, []);
        topology.coverage_gaps(fine, DISTRICTS)
    };
    let mut shapes = small.layers[0].shapes.clone();
    assert_eq!(with(shapes.clone()), []);
    shapes.remove(4);
    let beside: Vec<String> = with(shapes).iter().map(ToString::to_string).collect();
    assert_eq!(beside, ["X00000001", "X00000003", "X00000005", "X00000007"]);
}

#[test]
fn each_fault_is_told_apart() {
    use TopologyFault as F;
    type Case = (fn(&mut TopologyWire), fn(&F) -> bool);
    let cases: [Case; 14] = [
        (|w| w.scale_deg[0] = f64::NAN, |f| matches!(f, F::BadGrid)),
        (|w| w.scale_deg[1] = 0.0, |f| matches!(f, F::BadGrid)),
        (
            |w| w.arcs[0].push(1),
            |f| matches!(f, F::OddCount { arc: 0 }),
        ),
        (
            |w| w.arcs[0].truncate(2),
            |f| matches!(f, F::ShortArc { arc: 0 }),
        ),
        (
            |w| w.arcs[0][2] = i32::MAX,
            |f| matches!(f, F::OffTheGlobe { arc: 0 }),
        ),
        (
            |w| w.layers[0].level = "parish".repeat(99),
            |f| matches!(f, F::UnknownLayer { .. }),
        ),
        (
            |w| w.layers.push(w.layers[0].clone()),
            |f| matches!(f, F::DuplicateLayer { .. }),
        ),
        (
            |w| w.layers[0].shapes[0].code.clear(),
            |f| matches!(f, F::BadCode { .. }),
        ),
        (
            |w| w.layers[0].shapes[1].code = w.layers[0].shapes[0].code.clone(),
            |f| matches!(f, F::DuplicateArea { .. }),
        ),
        (
            |w| w.layers[0].shapes[0].polygons.clear(),
            |f| matches!(f, F::NoShape { .. }),
        ),
        (
            |w| w.layers[0].shapes[0].polygons[0][0][0] = i32::MIN,
            |f| matches!(f, F::UnknownArc { arc: i32::MIN, .. }),
        ),
        (
            |w| w.layers[0].shapes[1].polygons = w.layers[0].shapes[0].polygons.clone(),
            |f| matches!(f, F::ArcUsedTwice { .. }),
        ),
        (
            |w| w.layers[0].shapes[0].polygons[0][0].truncate(3),
            |f| matches!(f, F::RingNotClosed { .. }),
        ),
        (
            |w| w.layers[0].shapes[0].polygons[0][0] = vec![0, !0],
            |f| matches!(f, F::FlatRing { .. }),
        ),
    ];
    for (index, (change, is_expected)) in cases.into_iter().enumerate() {
        let faults = faults_of(change);
        assert!(faults.iter().any(is_expected), "case {index}: {faults:?}");
        assert!(faults.iter().all(|fault| fault.to_string().len() < 300));
    }
}

#[test]
fn what_is_sound_can_be_drawn_beside_what_is_not() {
    let mut wire = board(3, &[0, 0, 1, 0, 2, 1, 3, 3, 1]);
    wire.layers[0].shapes[2].polygons[0][0][0] = 4_000;
    let (topology, faults) = Topology::decode(&[&wire]);
    assert_eq!(faults.len(), 1);
    assert_eq!(topology.codes(DISTRICTS).count(), 3);
}

fn squares() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(0..5_u32, 25)
}

fn hostile() -> impl Strategy<Value = TopologyWire> {
    let number = prop_oneof![-4..4_i32, any::<i32>()];
    let ring = proptest::collection::vec(-6..6_i32, 0..5);
    let polygons = proptest::collection::vec(proptest::collection::vec(ring, 0..3), 0..3);
    let arcs = proptest::collection::vec(proptest::collection::vec(number, 0..9), 0..6);
    let shapes = proptest::collection::vec(("X0000000[0-9]", polygons), 0..6);
    (any::<f64>(), arcs, shapes).prop_map(|(scale, arcs, shapes)| TopologyWire {
        scale_deg: [scale, 0.01],
        translate_deg: [0.0, 0.0],
        arcs,
        layers: vec![LayerWire {
            level: "district".into(),
            vintage: "current".into(),
            shapes: shapes
                .into_iter()
                .map(|(code, polygons)| ShapeWire { code, polygons })
                .collect(),
        }],
    })
}

proptest! {
    /// However a board is shared out, the areas fill it, each square belongs to
    /// its owner, and the outline is the board's.
    #[test]
    fn areas_fill_the_board(owner in squares()) {
        let wire = board(5, &owner);
        let (topology, projection) = sound(&wire);
        let (layer, _) = layer(&wire);
        for (square, area) in owner.iter().enumerate() {
            let found = layer.area_at(middle(&projection, 5, square)).unwrap();
            prop_assert_eq!(layer.areas()[found].code.to_string(), format!("X{area:08}"));
        }
        for (position, area) in layer.areas().iter().enumerate() {
            prop_assert_eq!(layer.area_at(area.label_point), Some(position));
        }
        let outline = topology.outline(DISTRICTS, &projection);
        prop_assert_eq!(outline.len(), 1);
        prop_assert_eq!(outline[0].outer.len(), 20);
        prop_assert!(outline[0].holes.is_empty());
        let sum: f64 = layer.areas().iter().map(|area| area.area_sq_km).sum();
        prop_assert!((sum - outline[0].area_sq_km()).abs() < 1e-9 * sum);
        prop_assert_eq!(topology.coverage_gaps(DISTRICTS, DISTRICTS), []);
    }

    /// Numbers without sense end in faults, never in a panic.
    #[test]
    fn nonsense_does_no_harm(wire in hostile(), x in any::<f64>(), y in any::<f64>()) {
        let (topology, _) = Topology::decode(&[&wire, &wire]);
        let Some(bounds) = topology.bounds_deg(DISTRICTS) else {
            return Ok(());
        };
        let projection = Projection::centred_on(&bounds);
        if let Some(layer) = topology.layer(DISTRICTS, &projection) {
            prop_assert_eq!(layer.areas().len(), layer.adjacency().rook.len());
            let found = layer.area_at(MapPoint::new(x, y));
            prop_assert!(found.is_none_or(|found| found < layer.areas().len()));
            let next = layer.neighbour_towards(0, Direction::North);
            prop_assert!(next.is_none_or(|next| next < layer.areas().len()));
        }
        let outline = topology.outline(DISTRICTS, &projection);
        prop_assert!(outline.iter().all(|polygon| polygon.outer.len() >= 3));
    }
}
