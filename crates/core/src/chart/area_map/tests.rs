//! Invariants of the map, tried on boards of squares at many views.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::chart::mark::{Ink, Mark, Point};
use crate::chart::placed::{Step, TextAlternative};
use crate::chart::region::{Rect, is_inside};
use crate::chart::{Frame, text_width};
use crate::geo::{
    Bounds, LayerId, LonLat, MapPoint, Projection, PxPoint, Topology, Viewport, example,
};

const SIDE: usize = 6;

/// A board of squares shared out among nine areas.
pub(super) fn ground(owner: &[u32], landmarks: Vec<Landmark>) -> (Arc<Ground>, Projection) {
    let wire = example::board(SIDE, owner);
    let (topology, faults) = Topology::decode(&[&wire]);
    assert_eq!(faults, []);
    let bounds = topology.bounds_deg(LayerId::DISTRICTS).unwrap();
    let projection = Projection::centred_on(&bounds);
    let ground = Ground::new(&topology, LayerId::DISTRICTS, &projection, landmarks);
    (Arc::new(ground.unwrap()), projection)
}

pub(super) fn spec(ground: &Arc<Ground>) -> AreaMapSpec {
    AreaMapSpec {
        ground: Arc::clone(ground),
        fills: Vec::new(),
        uncertain: Vec::new(),
        uncertainty: Uncertainty::Hatched,
        dimmed: Vec::new(),
        pinned: None,
        flows: Vec::new(),
        kept_clear: Vec::new(),
    }
}

pub(super) fn fit(ground: &Ground, frame: Frame) -> Viewport {
    Viewport::fit(ground.bounds(), frame.width_px, frame.height_px, 8.0).unwrap()
}

pub(super) fn owners() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0..9_u32, SIDE * SIDE)
}

pub(super) fn fill() -> impl Strategy<Value = Fill> {
    prop_oneof![
        (0..12_u8, 1..12_u8).prop_map(|(class, of)| Fill::Class { class, of }),
        (-9..9_i8).prop_map(|class| Fill::Diverging { class }),
        (0..5_u8, 0..5_u8).prop_map(|(first, second)| Fill::Pair { first, second }),
        prop::sample::select(vec![
            Fill::Cluster(Cluster::HighHigh),
            Fill::Cluster(Cluster::None),
            Fill::NoClearChange,
            Fill::Missing,
            Fill::Suppressed,
            Fill::NoClass,
        ]),
    ]
}

fn landmarks() -> impl Strategy<Value = Vec<Landmark>> {
    let kind = prop::sample::select(vec![
        LandmarkKind::Town,
        LandmarkKind::District,
        LandmarkKind::Neighbourhood,
        LandmarkKind::Station,
    ]);
    let landmark = (
        -3.0..3.0_f64,
        -4.0..4.0_f64,
        0.0..9e4_f64,
        kind,
        "[A-Z][a-z ]{0,18}",
    );
    let landmark = landmark.prop_map(|(x, y, rank, kind, name)| Landmark {
        name,
        at: MapPoint::new(x, y),
        rank,
        kind,
    });
    prop::collection::vec(landmark, 0..60)
}

/// What a point of the picture is painted with last, as far as areas go.
fn painted(marks: &[Mark], at: Point) -> Option<Ink> {
    let over = marks.iter().rev().find_map(|mark| match mark {
        Mark::Polygon { ring, ink, .. } if is_inside(std::slice::from_ref(ring), at) => Some(*ink),
        _ => None,
    });
    over.filter(|ink| *ink != Ink::Land)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every point of an area hits that area and is painted in its fill, at any zoom.
    #[test]
    fn what_is_painted_is_what_is_hit(
        owner in owners(), fills in prop::collection::vec(fill(), 9), zoom in 0.3..20.0_f64,
        dx in -200.0..200.0_f64, dy in -200.0..200.0_f64, x in 1.0..399.0_f64, y in 1.0..299.0_f64,
    ) {
        let (ground, _) = ground(&owner, Vec::new());
        let mut spec = spec(&ground);
        let frame = Frame::new(400.0, 300.0);
        let middle = PxPoint { x_px: 200.0, y_px: 150.0 };
        let view = fit(&ground, frame).panned(dx, dy).zoomed_at(middle, zoom);
        spec.fills = fills.into_iter().filter(|fill| *fill != Fill::Suppressed).collect();
        let placed = spec.place(frame, &view);
        let hit = placed.area_at(x, y);
        prop_assert_eq!(hit, ground.layer().area_at(view.map_from_px(PxPoint { x_px: x, y_px: y })));
        let near = [(0.8, 0.0), (-0.8, 0.0), (0.0, 0.8), (0.0, -0.8)];
        // Within a pixel of a border either side may be told.
        if near.iter().all(|(dx, dy)| placed.area_at(x + dx, y + dy) == hit) {
            let wanted = hit.map(|area| spec.fills.get(area).map_or(Ink::NoData, |fill| fill.ink()));
            let marks: Vec<Mark> = placed.marks().into_iter().filter(|mark| !is_bar(mark)).collect();
            prop_assert_eq!(painted(&marks, Point::new(x, y)), wanted);
        }
    }

    /// Nothing leaves the frame, names never touch each other or what is kept clear, and pulling
    /// the map about changes no name that stays wholly inside.
    #[test]
    fn names_never_touch_and_hold_still(
        owner in owners(), landmarks in landmarks(), zoom in 0.5..12.0_f64, dx in -90.0..90.0_f64, dy in -90.0..90.0_f64,
        text_scale in 1.0..1.8_f64, fills in prop::collection::vec(fill(), 0..9), uncertain in prop::collection::vec(any::<bool>(), 0..12),
        dimmed in prop::collection::vec(any::<bool>(), 0..12), pinned in prop::option::of(0_usize..12),
        buttons in (1.0..200.0_f64, 1.0..200.0_f64),
    ) {
        let (ground, _) = ground(&owner, landmarks);
        let frame = Frame { width_px: 500.0, height_px: 400.0, text_scale };
        let view = fit(&ground, frame).zoomed_at(PxPoint { x_px: 250.0, y_px: 200.0 }, zoom);
        let buttons = Rect { left: 492.0 - buttons.0, top: 8.0, right: 492.0, bottom: 8.0 + buttons.1 };
        let kept_clear = vec![buttons];
        let spec = AreaMapSpec { fills, uncertain, dimmed, pinned, kept_clear, ..spec(&ground) };
        let placed = spec.place(frame, &view);
        let pulled = spec.place_after(frame, &view.panned(dx, dy), Some(&placed));
        let afresh = spec.place(frame, &view.panned(dx, dy));
        prop_assert_eq!(pulled.marks(), afresh.marks());
        let window = Rect { left: 0.0, top: 0.0, right: 500.0, bottom: 400.0 };
        for map in [&placed, &pulled] {
            let texts = texts(map);
            for (index, (words, room)) in texts.iter().enumerate() {
                prop_assert!(window.holds(*room), "{} leaves the frame", words);
                prop_assert!(!room.overlaps(buttons.grown(-1e-6)), "{} lies under the buttons", words);
                for (other_words, other) in texts.iter().skip(index + 1) {
                    prop_assert!(!room.overlaps(*other), "{} touches {}", words, other_words);
                }
            }
            for mark in map.marks() {
                let points = match &mark {
                    Mark::Path { points, .. } => points.clone(),
                    Mark::Polygon { ring, .. } => ring.clone(),
                    Mark::Disc { centre, .. } => vec![*centre],
                    Mark::Text(text) => vec![text.at],
                };
                prop_assert!(points.iter().all(|p| p.is_finite() && window.grown(1e-6).contains(*p)), "{:?}", mark);
            }
        }
    }
}

fn texts(map: &PlacedMap) -> Vec<(String, Rect)> {
    let marks = map.marks().into_iter();
    marks
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some((text.content.clone(), text_width::bounds(&text))),
            _ => None,
        })
        .collect()
}

/// Dots of the pattern and the like are no areas.
fn is_bar(mark: &Mark) -> bool {
    matches!(mark, Mark::Polygon { ring, .. } if ring.len() == 4 && crate::chart::region::doubled_area(ring) < 10.0)
}

fn three_by_three() -> Vec<u32> {
    let square = |place: usize| (place / SIDE / 2 * 3 + place % SIDE / 2) as u32;
    (0..SIDE * SIDE).map(square).collect()
}

#[test]
fn arrows_walk_by_neighbours_and_home_and_end_by_value() {
    let (ground, _) = ground(&three_by_three(), Vec::new());
    let rising = [4, 0, 8, 2, 1];
    let step = |from: Option<usize>, step: Step| ground.step(from, step, &rising);
    assert_eq!(step(Some(4), Step::Up), Some(7));
    assert_eq!(step(Some(4), Step::Down), Some(1));
    assert_eq!(step(Some(4), Step::Left), Some(3));
    assert_eq!(step(Some(4), Step::Right), Some(5));
    assert_eq!(step(Some(6), Step::Home), Some(4));
    assert_eq!(step(Some(6), Step::End), Some(1));
    assert_eq!(step(None, Step::Left), Some(1), "the highest");
    assert_eq!(step(Some(99), Step::Left), Some(1));
    assert_eq!(ground.step(None, Step::Up, &[]), Some(0));
    assert_eq!(ground.step(None, Step::Home, &[77]), None);
}

#[test]
fn uncertain_areas_are_hatched_or_faded_and_those_without_figures_patterned() {
    let (ground, _) = ground(&three_by_three(), Vec::new());
    let frame = Frame::new(400.0, 400.0);
    let mut spec = spec(&ground);
    spec.fills = vec![Fill::Class { class: 1, of: 5 }; 9];
    spec.fills[0] = Fill::Missing;
    spec.fills[2] = Fill::Suppressed;
    spec.uncertain = vec![false, true];
    let view = fit(&ground, frame);
    let count = |spec: &AreaMapSpec, is_it: &dyn Fn(&Mark) -> bool| {
        spec.place(frame, &view)
            .marks()
            .iter()
            .filter(|mark| is_it(mark))
            .count()
    };
    let is_line = |ink: Ink| move |mark: &Mark| matches!(mark, Mark::Path { points, ink: other, .. } if *other == ink && points.len() == 2);
    let (fine, coarse) = (is_line(Ink::Context), is_line(Ink::OnRamp(1, 5)));
    let is_faded = |mark: &Mark| matches!(mark, Mark::Polygon { opacity, .. } if *opacity < 0.5);
    assert!(count(&spec, &fine) > count(&spec, &coarse));
    assert!(count(&spec, &coarse) > 10);
    assert!(count(&spec, &is_bar) > 100, "dots");
    assert_eq!(count(&spec, &is_faded), 0);
    spec.uncertainty = Uncertainty::Faded;
    assert_eq!((count(&spec, &coarse), count(&spec, &is_faded)), (0, 1));
    spec.dimmed = vec![true; 9];
    assert_eq!((count(&spec, &fine), count(&spec, &is_bar)), (0, 0));
}

#[test]
fn a_name_moves_beside_the_buttons_or_goes() {
    let (ground, _) = ground(&three_by_three(), Vec::new());
    let frame = Frame::new(400.0, 400.0);
    let view = fit(&ground, frame);
    let ground = Arc::new(Ground {
        landmarks: vec![Landmark {
            name: "Middle".to_owned(),
            kind: LandmarkKind::Town,
            at: view.map_from_px(PxPoint {
                x_px: 200.0,
                y_px: 200.0,
            }),
            rank: 1.0,
        }],
        ..Ground::clone(&ground)
    });
    let room_of = |kept_clear: Vec<Rect>| {
        let spec = AreaMapSpec {
            kept_clear,
            ..spec(&ground)
        };
        let texts = texts(&spec.place(frame, &view)).into_iter();
        let mut named = texts.filter(|(words, _)| words == "Middle");
        named.next().map(|(_, room)| room)
    };
    let plain = room_of(Vec::new()).unwrap();
    let buttons = |left: f64| Rect {
        left,
        top: 100.0,
        right: 400.0,
        bottom: 300.0,
    };
    let beside = room_of(vec![buttons(plain.right - 10.0)]).unwrap();
    assert!((plain.left - beside.left - 10.0).abs() < 1e-6 && plain.top == beside.top);
    assert_eq!(room_of(vec![buttons(plain.left - 10.0)]), None);
}

#[test]
fn the_pinned_and_the_pointed_at_are_outlined() {
    let (ground, _) = ground(&three_by_three(), Vec::new());
    let frame = Frame::new(400.0, 400.0);
    let view = fit(&ground, frame);
    let plain = spec(&ground).place(frame, &view).marks().len();
    let pinned = AreaMapSpec {
        pinned: Some(4),
        ..spec(&ground)
    };
    let placed = pinned.place(frame, &view);
    assert_eq!(placed.marks().len(), plain + 2);
    let over = placed.highlight(4, false, "Middle 12.3%");
    let told = over
        .iter()
        .any(|mark| matches!(mark, Mark::Text(text) if text.content == "Middle 12.3%"));
    assert!(told);
    assert!(placed.highlight(99, true, "").is_empty());
    assert_eq!(placed.place_of(99), None);
    let words = TextAlternative::default();
    assert_eq!(placed.placed(words).marks, placed.marks());
}

#[test]
fn flows_point_at_their_end_and_answer_where_they_are() {
    let (ground, projection) = ground(&three_by_three(), Vec::new());
    let frame = Frame::new(400.0, 400.0);
    let view = fit(&ground, frame);
    let at = |lon_deg: f64, lat_deg: f64| projection.map_from_lonlat(LonLat { lon_deg, lat_deg });
    let (west, east) = (at(-0.495, 51.53), at(-0.445, 51.53));
    let flow = |from: MapPoint, to: MapPoint, weight: f64, words: &str| Flow {
        from,
        to,
        weight,
        words: words.to_owned(),
    };
    let mut spec = spec(&ground);
    let nowhere = MapPoint::new(f64::NAN, 0.0);
    spec.flows = vec![
        flow(west, east, 10.0, "east"),
        flow(east, west, 900.0, "west"),
        flow(west, east, f64::NAN, "nothing"),
        flow(west, nowhere, 50.0, "nowhere"),
        flow(west, west, 5.0, "round"),
    ];
    let placed = spec.place(frame, &view);
    let middle = view.px_from_map(at(-0.47, 51.53));
    // There and back pass on different sides.
    let hit = |dy: f64| placed.flow_at(middle.x_px, middle.y_px + dy);
    let bend = 0.14 * (view.px_from_map(east).x_px - view.px_from_map(west).x_px);
    assert_eq!((hit(bend), hit(-bend), hit(0.0)), (Some(0), Some(1), None));
    assert_eq!(placed.highlight_flow(0).len(), 2);
    assert!(placed.highlight_flow(2).is_empty());
    let text = spec.flow_text();
    assert_eq!(text.sentence, "The largest flow: west.");
    assert!(placed.marks().iter().all(|mark| match mark {
        Mark::Polygon { ring, .. } => ring.iter().all(|point| point.is_finite()),
        _ => true,
    }));
}

#[test]
fn a_frame_without_size_and_a_ground_out_of_sight_are_drawn() {
    let (ground, _) = ground(&three_by_three(), Vec::new());
    let far = Viewport::new(MapPoint::new(9e6, 9e6), 50.0, 400.0, 400.0).unwrap();
    let spec = spec(&ground);
    let placed = spec.place(Frame::new(f64::NAN, -3.0), &far);
    assert_eq!(placed.area_at(10.0, 10.0), None);
    assert!(placed.marks().len() < 8);
    let bounds: &Bounds = ground.bounds();
    let held = far.clamped(bounds, 5.0, 40.0);
    assert!(bounds.covers(held.centre()));
    assert_eq!(held.px_per_km(), 40.0);
}
