//! What holds for every quadrant.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::properties::check;

fn axis(measure: &str, spacing: Spacing, cut: f64) -> QuadrantAxis {
    QuadrantAxis {
        measure: measure.to_owned(),
        unit: Unit::Quotient,
        decimals: 1,
        period: "2024".to_owned(),
        spacing,
        cut: NamedValue {
            name: "Nation".to_owned(),
            value: cut,
        },
    }
}

fn point(index: usize, across: Value, up: Value, size: f64) -> QuadrantPoint {
    QuadrantPoint {
        key: index.to_string(),
        name: format!("Making of things {index}"),
        label: format!("Things {index}"),
        across: (across, None),
        up: (up, None),
        size,
        is_unreliable: size < 500.0,
    }
}

fn spec(points: Vec<QuadrantPoint>) -> QuadrantSpec {
    QuadrantSpec {
        across: axis("Specialisation", Spacing::Ratios, 1.0),
        up: axis("Growth", Spacing::Differences, 0.0),
        size_unit: Unit::Jobs,
        points_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: "under 500 jobs".to_owned(),
        names: ["Leading", "Emerging", "Mature", "Declining"].map(str::to_owned),
        points,
        chosen: None,
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (-3.0..12.0_f64).prop_map(Value::Number),
        1 => (-1e8..1e8_f64).prop_map(Value::Number),
        1 => Just(Value::Number(0.0)),
        1 => Just(Value::Missing),
        1 => Just(Value::Number(f64::NAN)),
    ]
}

fn points() -> impl Strategy<Value = Vec<QuadrantPoint>> {
    let size = prop_oneof![8 => 0.0..60_000.0_f64, 1 => any::<f64>()];
    let limits = prop::option::of((-1.0..20.0_f64, 0.0..30.0_f64));
    let one = (value(), value(), size, limits);
    prop::collection::vec(one, 0..90).prop_map(|all| {
        let numbered = all.into_iter().enumerate();
        numbered
            .map(|(index, (across, up, size, limits))| {
                let mut point = point(index, across, up, size);
                let limits = limits.map(|(low, span)| Interval {
                    low,
                    high: low + span,
                });
                (point.across.1, point.up.1) = (limits, limits);
                point
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_points_nothing_leaves_the_frame_and_no_names_touch(
        points in points(), chosen in prop::option::of(0_usize..95), scale in 1.0..1.75_f64,
        width_px in 300.0..1100.0_f64, height_px in 240.0..700.0_f64,
    ) {
        let mut spec = spec(points);
        spec.chosen = chosen;
        let text_scale = if width_px > 600.0 && height_px > 400.0 { scale } else { 1.0 };
        let placed = spec.place(Frame { width_px, height_px, text_scale });
        check(&placed);
        prop_assert_eq!(placed.text.rows.len(), spec.points.len());
    }

    #[test]
    fn areas_are_in_proportion_to_sizes(least in 100.0..1e4_f64, times in 1.0..30.0_f64) {
        let number = Value::Number(2.0);
        let spec = spec(vec![point(0, number, number, least), point(1, number, number, least * times)]);
        let layout = Layout::new(&spec, &spec.told(), Frame::new(700.0, 500.0));
        let [small, large] = [least, least * times].map(|size| layout.radius(size));
        prop_assume!(small > 2.0);
        prop_assert!((large * large / (small * small) - times).abs() < 1e-6 * times);
    }
}

#[test]
fn corners_are_parted_by_the_cuts_and_told() {
    let values = [(2.0, 1.0), (0.5, 1.0), (2.0, -1.0), (0.5, -1.0)];
    let points = values.into_iter().enumerate();
    let points = points.map(|(i, (across, up))| {
        point(
            i,
            Value::Number(across),
            Value::Number(up),
            900.0 + i as f64,
        )
    });
    let spec = spec(points.collect());
    let corners: Vec<Corner> = spec.told().iter().map(|one| one.corner).collect();
    assert_eq!(corners, Corner::ALL);
    let placed = spec.place(Frame::new(600.0, 400.0));
    assert_eq!(
        placed.text.sentence,
        "Specialisation and Growth: of 4 industries, 1 leading, 1 emerging, 1 mature, \
         1 declining; the largest leading one is Making of things 0 with 900 jobs."
    );
    assert!(placed.targets[3].words.ends_with("903 jobs: Declining"));
    assert_eq!(placed.step(Some(1), Step::Right), Some(3));
    assert_eq!(placed.step(Some(0), Step::Home), Some(1));
}

#[test]
fn a_small_point_on_a_large_one_is_pointed_at() {
    let at = |up: f64, size: f64| point(0, Value::Number(1.0), Value::Number(up), size);
    let mut points = vec![at(0.0, 50_000.0), at(0.12, 900.0)];
    points.extend([-5.0, -4.0, -3.0, 3.0, 4.0, 5.0].map(|up| at(up, 600.0)));
    let placed = spec(points).place(Frame::new(600.0, 500.0));
    let small = placed.targets[1].at;
    let large = placed.targets[0].at;
    assert!(small.distance_squared(large).sqrt() < 20.0);
    assert_eq!(placed.hit(small.x, small.y), Some(1));
    assert_eq!(placed.hit(large.x, large.y), Some(0));
    assert_eq!(placed.hit(large.x, large.y + 12.0), Some(0));
}

#[test]
fn nothing_at_all_is_said_so() {
    let zero = point(0, Value::Number(0.0), Value::Number(1.0), 10.0);
    let placed = spec(vec![zero]).place(Frame::new(600.0, 400.0));
    assert!(placed.targets.is_empty());
    assert_eq!(placed.text.rows[0][6], "not on the picture");
}
