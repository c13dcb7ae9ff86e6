use proptest::prelude::*;

use super::*;
use crate::data::wire::TopologyWire;
use crate::geo::example::board;
use crate::geo::{LayerId, Projection, Topology};

fn mesh(wire: &TopologyWire) -> (Mesh, Projection) {
    let (topology, faults) = Topology::decode(&[wire]);
    assert_eq!(faults, []);
    let bounds = topology.bounds_deg(LayerId::DISTRICTS).unwrap();
    let projection = Projection::centred_on(&bounds);
    let (_, mesh) = topology
        .layer_and_mesh(LayerId::DISTRICTS, &projection)
        .unwrap();
    (mesh, projection)
}

fn points(mesh: &Mesh, ring: &[i32], coarseness_km: f64, window: &Bounds) -> Vec<MapPoint> {
    let mut points = Vec::new();
    for &reference in ring {
        let mut arc = Vec::new();
        mesh.walk(arc_index(reference), coarseness_km, window, |p| arc.push(p));
        if reference < 0 {
            arc.reverse();
        }
        if let (Some(last), Some(first)) = (points.last(), arc.first()) {
            assert_eq!(last, first, "the ring is broken");
        }
        points.extend(arc);
    }
    points
}

fn covers(rings: &[Vec<MapPoint>], point: MapPoint) -> bool {
    let polygon = crate::geo::Polygon {
        outer: rings[0].clone(),
        holes: rings[1..].to_vec(),
    };
    polygon.covers(point)
}

const EVERYWHERE: Bounds = Bounds {
    min: MapPoint::new(-1e9, -1e9),
    max: MapPoint::new(1e9, 1e9),
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// However areas are labelled, each square is painted last by its own label, and every
    /// border between two labels is walked once by each.
    #[test]
    fn regions_paint_each_area_in_its_label(
        owner in proptest::collection::vec(0..9_u32, 36), labels in proptest::collection::vec(0..3_u32, 9),
    ) {
        let wire = board(6, &owner);
        let (mesh, projection) = mesh(&wire);
        let present: Vec<u32> = (0..9).filter(|area| owner.contains(area)).collect();
        let labels: Vec<u32> = present.iter().map(|&area| labels[area as usize]).collect();
        let regions = mesh.dissolve(&labels);
        prop_assert!(regions.windows(2).all(|w| w[0].area_sq_km >= w[1].area_sq_km));
        let rings: Vec<Vec<MapPoint>> = regions.iter().map(|r| points(&mesh, &r.ring, 0.0, &EVERYWHERE)).collect();
        for (square, area) in owner.iter().enumerate() {
            let lon_deg = wire.translate_deg[0] + wire.scale_deg[0] * (square % 6) as f64 + 0.004;
            let lat_deg = wire.translate_deg[1] + wire.scale_deg[1] * (square / 6) as f64 + 0.003;
            let at = projection.map_from_lonlat(crate::geo::LonLat { lon_deg, lat_deg });
            let painted = regions.iter().zip(&rings).rfind(|(_, ring)| covers(std::slice::from_ref(*ring), at));
            let position = present.iter().position(|other| other == area).unwrap();
            prop_assert_eq!(painted.map(|(region, _)| region.label), Some(labels[position]));
        }
    }

    /// Trails walk every border of their ranks once and are never broken.
    #[test]
    fn trails_walk_each_border_once(owner in proptest::collection::vec(0..9_u32, 36)) {
        let (mesh, _) = mesh(&board(6, &owner));
        let trails = mesh.trails(BorderRank::Area..=BorderRank::Edge);
        let mut seen = vec![0; mesh.arc_count()];
        for trail in &trails {
            points(&mesh, trail, 0.0, &EVERYWHERE);
            for arc in trail {
                seen[arc_index(*arc)] += 1;
            }
        }
        prop_assert!(seen.iter().all(|&count| count == 1), "{seen:?}");
        prop_assert!(trails.len() <= 1 + mesh.arc_count() / 2);
    }

    /// A thinned border stays within its coarseness, keeps its ends, and what the window
    /// shows is what it would show unthinned.
    #[test]
    fn a_walk_keeps_to_its_coarseness(
        steps in proptest::collection::vec((-9..10_i32, -9..10_i32), 2..40), coarseness_km in 0.0..3.0_f64,
        x in -20.0..20.0_f64, y in -20.0..20.0_f64, side in 1.0..30.0_f64,
    ) {
        let mut wire = board(1, &[0]);
        // One arc of the square is drawn out along a wild way.
        let [x0, y0, dx, dy] = wire.arcs[0][..] else { panic!("a segment") };
        let (sum_x, sum_y) = steps.iter().fold((0, 0), |(x, y), step| (x + step.0, y + step.1));
        wire.scale_deg = [0.01; 2];
        for arc in &mut wire.arcs {
            for number in arc.iter_mut() {
                *number *= 50;
            }
        }
        let mut arc = vec![x0 * 50, y0 * 50];
        arc.extend(steps.iter().flat_map(|&(x, y)| [x, y]));
        arc.extend([dx * 50 - sum_x, dy * 50 - sum_y]);
        wire.arcs[0] = arc;
        let (topology, _) = Topology::decode(&[&wire]);
        let Some(bounds) = topology.bounds_deg(LayerId::DISTRICTS) else { return Ok(()); };
        let projection = Projection::centred_on(&bounds);
        let (_, mesh) = topology.layer_and_mesh(LayerId::DISTRICTS, &projection).unwrap();
        let window = Bounds { min: MapPoint::new(x, y), max: MapPoint::new(x + side, y + side) };
        for arc in 0..4 {
            let walked = |coarseness_km: f64, window: &Bounds| points(&mesh, &[arc], coarseness_km, window);
            let all = walked(-1.0, &EVERYWHERE);
            let thin = walked(coarseness_km, &EVERYWHERE);
            prop_assert_eq!((all.first(), all.last()), (thin.first(), thin.last()));
            for point in &all {
                let nearest = thin.windows(2).map(|edge| {
                    crate::geo::label::distance_sq_to_edge(*point, [edge[0], edge[1]]).sqrt()
                });
                prop_assert!(nearest.fold(f64::INFINITY, f64::min) <= coarseness_km + 1e-6);
            }
            let cut = walked(coarseness_km, &window);
            let inside: Vec<&MapPoint> = thin.iter().filter(|p| window.covers(**p)).collect();
            prop_assert_eq!(cut.iter().filter(|p| window.covers(**p)).collect::<Vec<_>>(), inside);
            // Every edge that may cross the window is still there.
            for edge in thin.windows(2) {
                if edge.iter().map(|p| sides_beside(*p, &window)).fold(15, |a, b| a & b) == 0 {
                    prop_assert!(cut.windows(2).any(|other| other == edge));
                }
            }
        }
    }
}

/// Two parts of one label that touch at two corners, with a square of the other between
/// them that touches its own kind at the same corners.
#[test]
fn parts_that_touch_at_corners_stay_apart() {
    let owner = [
        0, 1, 1, 0, //
        1, 2, 1, 0, //
        1, 1, 0, 0, //
        0, 0, 0, 0,
    ];
    let (mesh, _) = mesh(&board(4, &owner));
    let rings = |label: u32| {
        let regions = mesh.dissolve(&[0, 1, 0]).into_iter();
        let arcs = regions.filter(|region| region.label == label);
        arcs.map(|region| region.ring.len()).collect::<Vec<_>>()
    };
    assert_eq!(rings(0), [16, 4, 4], "the rest, the middle, the corner");
    assert_eq!(rings(1), [8, 8]);
}

#[test]
fn borders_know_what_they_part() {
    let (mesh, _) = mesh(&board(2, &[0, 1, 0, 1]));
    let between: Vec<usize> = (0..mesh.arc_count())
        .filter(|arc| mesh.sides(*arc).count() == 2)
        .collect();
    assert_eq!(between.len(), 2);
    assert!(
        between
            .iter()
            .all(|arc| mesh.rank(*arc) == BorderRank::District)
    );
    let edges = (0..mesh.arc_count()).filter(|arc| mesh.rank(*arc) == BorderRank::Edge);
    assert_eq!(edges.count(), 8);
}
