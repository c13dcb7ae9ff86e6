//! Invariants of every chart, tried on many inputs: nothing leaves the frame, no labels
//! touch, no coordinate is lost, and what is pointed at is what is told.

use proptest::prelude::*;

use super::bar::{BarRole, BarRow, BarSpec};
use super::choropleth::Shading;
use super::line::{LineBreak, LinePoint, LineSeries, LineSpec, SeriesRole, Shade};
use super::mark::{Mark, Point};
use super::placed::{Placed, Step};
use super::region::Rect;
use super::strip::{MarkerRank, Peer, StripMarker, StripPlace, StripSpec};
use super::{Frame, test_data};
use crate::measure::{Direction, Unit};
use crate::period::Period;
use crate::quantity::{Interval, Provenance, Value};

const NAMES: [&str; 4] = [
    "Ashford Vale",
    "North Longshire and Coast",
    "Nation",
    "East",
];

/// Checks what holds for every placed chart.
pub(crate) fn check(placed: &Placed) {
    let middle = Point::new(placed.width_px / 2.0, placed.height_px / 2.0);
    let frame = Rect::centred(middle, placed.width_px, placed.height_px).grown(1.5);
    for mark in &placed.marks {
        let (points, reach): (&[Point], f64) = match mark {
            Mark::Path { points, .. } => (points, 0.0),
            Mark::Polygon { ring, .. } => (ring, 0.0),
            Mark::Disc {
                centre, radius_px, ..
            } => (std::slice::from_ref(centre), *radius_px),
            Mark::Text(text) => (std::slice::from_ref(&text.at), 0.0),
        };
        for point in points {
            assert!(point.is_finite(), "{mark:?}");
            assert!(
                frame.contains(*point),
                "{point:?} leaves the frame: {mark:?}"
            );
            assert!(
                frame.grown(6.0).holds(Rect::centred(*point, reach, reach)),
                "{mark:?}"
            );
        }
    }
    let rooms = placed.label_boxes();
    for (index, room) in rooms.iter().enumerate() {
        assert!(
            frame.holds(*room),
            "leaves the frame: {:?}",
            texts(placed)[index]
        );
        for (later, other) in rooms.iter().enumerate().skip(index + 1) {
            let touches = room.grown(-0.6).overlaps(other.grown(-0.6));
            let texts = texts(placed);
            assert!(!touches, "{:?} touches {:?}", texts[index], texts[later]);
        }
    }
    for target in &placed.targets {
        let hit = placed
            .hit(target.at.x, target.at.y)
            .map(|hit| &placed.targets[hit]);
        let found = hit.expect("a target answers at its own place");
        let is_same = found.key == target.key || found.at.distance_squared(target.at) < 1e-9;
        assert!(is_same, "{} answers for {}", found.key, target.key);
    }
    for index in 0..placed.targets.len() {
        for step in [
            Step::Left,
            Step::Right,
            Step::Up,
            Step::Down,
            Step::Home,
            Step::End,
        ] {
            assert!(placed.step(Some(index), step).is_some());
        }
        for mark in placed.highlight(index, false) {
            if let Mark::Text(text) = mark {
                assert!(frame.grown(4.0).contains(text.at));
            }
        }
    }
    assert_eq!(
        placed.step(None, Step::Right).is_some(),
        !placed.targets.is_empty()
    );
    let columns = placed.text.columns.len();
    assert!(placed.text.rows.iter().all(|row| row.len() == columns));
    assert!(!placed.text.sentence.is_empty());
}

fn texts(placed: &Placed) -> Vec<(&str, Rect)> {
    let texts = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text.content.as_str()),
        _ => None,
    });
    texts.zip(placed.label_boxes()).collect()
}

fn frames() -> impl Strategy<Value = Frame> {
    (150.0..1300.0_f64, 60.0..700.0_f64, 1.0..1.8_f64).prop_map(|(width_px, height_px, scale)| {
        let text_scale = if width_px > 400.0 && height_px > 200.0 {
            scale
        } else {
            1.0
        };
        Frame {
            width_px,
            height_px,
            text_scale,
        }
    })
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (-1e4..1e4_f64).prop_map(Value::Number),
        2 => Just(Value::Number(50.0)),
        1 => (-1e9..1e9_f64).prop_map(Value::Number),
        1 => Just(Value::Missing),
        1 => Just(Value::Suppressed),
        1 => Just(Value::Undefined),
        1 => Just(Value::Number(f64::NAN)),
    ]
}

fn intervals() -> impl Strategy<Value = Option<Interval>> {
    prop::option::of(
        (-1e4..1e4_f64, 0.0..1e4_f64).prop_map(|(low, span)| Interval {
            low,
            high: low + span,
        }),
    )
}

fn points() -> impl Strategy<Value = Vec<LinePoint>> {
    prop::collection::vec((1995_u16..2026, values(), intervals()), 0..24).prop_map(|rows| {
        let mut points: Vec<LinePoint> = rows
            .into_iter()
            .map(|(year, value, interval)| LinePoint {
                period: Period::parse(&year.to_string()).unwrap(),
                value,
                interval,
            })
            .collect();
        points.sort_by(|a, b| a.period.cmp(&b.period));
        points.dedup_by(|a, b| a.period == b.period);
        points
    })
}

fn line(series: Vec<Vec<LinePoint>>) -> LineSpec {
    let roles = [
        SeriesRole::Place,
        SeriesRole::Benchmark,
        SeriesRole::Benchmark,
        SeriesRole::Context,
    ];
    let series = series
        .into_iter()
        .zip(NAMES)
        .zip(roles)
        .map(|((points, name), role)| LineSeries {
            key: name.to_owned(),
            name: name.to_owned(),
            role,
            provenance: if role == SeriesRole::Context {
                Provenance::Assumed
            } else {
                Provenance::Observed
            },
            points,
        });
    LineSpec {
        measure: "Measure".to_owned(),
        unit: Unit::PeoplePerSqKm,
        decimals: 1,
        series: series.collect(),
        breaks: vec![LineBreak {
            first_period: Period::parse("2012").unwrap(),
            label: "new basis".to_owned(),
            note: "The basis changes.".to_owned(),
        }],
        shades: vec![Shade {
            from_years: 2020.0,
            to_years: 2021.5,
            label: "lockdowns".to_owned(),
        }],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_hold(series in prop::collection::vec(points(), 0..4), frame in frames()) {
        check(&line(series).place(frame));
    }

    #[test]
    fn bars_hold(rows in prop::collection::vec((values(), intervals()), 0..40), frame in frames()) {
        let rows = rows.into_iter().enumerate().map(|(index, (value, interval))| BarRow {
            key: index.to_string(),
            name: format!("{} {index}", NAMES[index % 4]),
            value,
            interval,
            role: if index == 2 { BarRole::Place } else { BarRole::Context },
        });
        let spec = BarSpec {
            measure: "Measure".to_owned(),
            unit: Unit::GbpPerWeek,
            decimals: 0,
            period: "2024".to_owned(),
            rows: rows.collect(),
        };
        check(&spec.place(frame));
    }

    #[test]
    fn strips_hold(
        peers in prop::collection::vec(values(), 0..300), place in values(), interval in intervals(),
        marks in prop::collection::vec(values(), 0..3), width_px in 180.0..720.0_f64, height_px in 48.0..130.0_f64,
    ) {
        let ranks = [MarkerRank::County, MarkerRank::Nation, MarkerRank::Region];
        let spec = StripSpec {
            measure: "Measure".to_owned(),
            unit: Unit::Percent,
            decimals: 1,
            period: "2024".to_owned(),
            peers_name: "districts".to_owned(),
            peers: peers.into_iter().enumerate().map(|(index, value)| Peer {
                key: index.to_string(), name: format!("Peer {index}"), value, is_kin: index % 30 == 0,
            }).collect(),
            place: Some(StripPlace { key: "0".to_owned(), name: NAMES[1].to_owned(), value: place, interval }),
            benchmarks: marks.into_iter().zip(ranks).enumerate().map(|(index, (value, rank))| StripMarker {
                key: format!("m{index}"), name: NAMES[index + 1].to_owned(), value, rank,
            }).collect(),
        };
        check(&spec.place(Frame::new(width_px, height_px)));
    }

    #[test]
    fn maps_hold(
        given in prop::collection::vec((values(), any::<bool>()), 9), edges in prop::collection::vec(-1e4..1e4_f64, 0..9),
        chosen in prop::option::of(0_usize..12), is_difference in any::<bool>(), frame in frames(),
    ) {
        let mut spec = test_data::map();
        if is_difference {
            spec.shading = Shading::AroundZero;
        }
        for (area, (value, is_uncertain)) in spec.areas.iter_mut().zip(given) {
            (area.value, area.is_uncertain) = (value, is_uncertain);
        }
        spec.upper_edges = edges;
        spec.upper_edges.sort_by(f64::total_cmp);
        spec.direction = if chosen.is_some() { Direction::HigherIsBetter } else { Direction::Neutral };
        spec.chosen = chosen;
        check(&spec.place(frame));
    }

    #[test]
    fn any_number_and_any_frame_can_be_drawn(
        numbers in prop::collection::vec(any::<f64>(), 1..6), width_px in any::<f64>(), height_px in any::<f64>(), text_scale in any::<f64>(),
    ) {
        let frame = Frame { width_px, height_px, text_scale };
        let points = numbers.iter().zip(2001..).map(|(&number, year)| LinePoint {
            period: Period::parse(&format!("{year}")).unwrap(),
            value: Value::Number(number),
            interval: Some(Interval { low: number, high: number * 2.0 }),
        });
        let placed = line(vec![points.collect()]).place(frame);
        for mark in &placed.marks {
            if let Mark::Path { points, .. } | Mark::Polygon { ring: points, .. } = mark {
                prop_assert!(points.iter().all(|point| point.is_finite()), "{mark:?}");
            }
        }
        let mut map = test_data::map();
        map.areas[0].polygons[0][0] = [numbers[0], numbers[0]];
        map.areas[0].label_point = [numbers[0], 0.0];
        for mark in &map.place(frame).marks {
            if let Mark::Path { points, .. } | Mark::Polygon { ring: points, .. } = mark {
                prop_assert!(points.iter().all(|point| point.is_finite()), "{mark:?}");
            }
        }
    }
}

#[test]
fn arrows_walk_the_map_by_neighbours() {
    let placed = test_data::map().place(Frame::new(400.0, 400.0));
    // Area 0 is in the south-west; rows run north.
    assert_eq!(placed.step(None, Step::Right), Some(0));
    assert_eq!(placed.step(Some(0), Step::Right), Some(1));
    assert_eq!(placed.step(Some(0), Step::Up), Some(3));
    assert_eq!(placed.step(Some(0), Step::Left), Some(0));
    assert_eq!(placed.step(Some(4), Step::Down), Some(1));
    assert_eq!(placed.step(Some(4), Step::End), Some(8));
    assert_eq!(placed.step(Some(4), Step::Home), Some(0));
}

#[test]
fn arrows_walk_lines_by_period_and_series() {
    let year = |year: u16, number: f64| LinePoint {
        period: Period::parse(&year.to_string()).unwrap(),
        value: Value::Number(number),
        interval: None,
    };
    let spec = line(vec![
        vec![year(2020, 1.0), year(2021, 2.0)],
        vec![year(2020, 5.0), year(2021, 6.0)],
    ]);
    let placed = spec.place(Frame::new(600.0, 300.0));
    let words = |index: Option<usize>| placed.targets[index.unwrap()].words.clone();
    let start = placed.step(None, Step::Left);
    assert_eq!(
        words(start),
        "Ashford Vale: 2.0 people per square kilometre, 2021"
    );
    assert!(words(placed.step(start, Step::Up)).starts_with("North Longshire and Coast: 6.0"));
    assert!(words(placed.step(start, Step::Left)).ends_with("2020"));
    assert_eq!(placed.step(start, Step::Down), start);
}

/// A long unit on the highest tick reaches under the name of a shaded period.
#[test]
fn a_shaded_period_gives_way_to_the_unit() {
    let points = [(1999, -8653.4), (2011, 0.0), (2020, 0.0)].map(|(year, number)| LinePoint {
        period: Period::parse(&format!("{year}")).unwrap(),
        value: Value::Number(number),
        interval: None,
    });
    let frame = Frame {
        width_px: 514.0,
        height_px: 266.0,
        text_scale: 1.62,
    };
    check(&line(vec![Vec::new(), points.to_vec()]).place(frame));
}

#[test]
fn no_line_crosses_a_gap_or_a_break() {
    let years = [2008, 2009, 2010, 2013, 2014];
    let points = years.map(|year| LinePoint {
        period: Period::parse(&format!("{year}")).unwrap(),
        value: if year == 2009 {
            Value::Missing
        } else {
            Value::Number(1.0)
        },
        interval: None,
    });
    let mut spec = line(vec![points.to_vec()]);
    spec.shades.clear();
    let placed = spec.place(Frame::new(600.0, 300.0));
    let strokes: Vec<usize> = placed
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Path {
                points,
                ink: super::Ink::Accent,
                ..
            } => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(strokes, [2], "only 2013 and 2014 may be joined");
}
