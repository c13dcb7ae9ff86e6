//! What holds for every scatter.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::properties::check;

fn axis(measure: &str) -> ScatterAxis {
    ScatterAxis {
        measure: measure.to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2021".to_owned(),
        line: Some(NamedValue {
            name: "County".to_owned(),
            value: 20.0,
        }),
    }
}

fn spec(values: Vec<(Value, Value)>) -> ScatterSpec {
    let point = |(index, (across, up)): (usize, (Value, Value))| ScatterPoint {
        key: index.to_string(),
        name: format!("Ashford Vale {index}"),
        across,
        up,
    };
    ScatterSpec {
        across: axis("Without work"),
        up: axis("With a degree"),
        areas_name: "small areas".to_owned(),
        points: values.into_iter().enumerate().map(point).collect(),
        dimmed: Vec::new(),
        pinned: None,
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0.0..40.0_f64).prop_map(Value::Number),
        1 => (-1e6..1e6_f64).prop_map(Value::Number),
        1 => Just(Value::Missing),
        1 => Just(Value::Number(f64::INFINITY)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_values_nothing_leaves_the_frame_and_a_brush_holds_what_it_covers(
        values in prop::collection::vec((value(), value()), 0..80), pinned in prop::option::of(0_usize..90),
        dimmed in prop::collection::vec(any::<bool>(), 0..80), width_px in 240.0..700.0_f64, height_px in 180.0..600.0_f64,
        [from_x, from_y, to_x, to_y] in prop::array::uniform4(0.0..700.0_f64),
    ) {
        let mut spec = spec(values);
        (spec.pinned, spec.dimmed) = (pinned, dimmed);
        let placed = spec.place(Frame::new(width_px, height_px));
        check(&placed.placed);
        let (from, to) = (Point::new(from_x, from_y), Point::new(to_x, to_y));
        let brushed = placed.inside(from, to);
        for (index, target) in placed.placed.targets.iter().enumerate() {
            let area = placed.area_of(index).unwrap();
            prop_assert_eq!(placed.target_of(area), Some(index));
            let is_inside = (target.at.x - from.x) * (target.at.x - to.x) <= 0.0
                && (target.at.y - from.y) * (target.at.y - to.y) <= 0.0;
            prop_assert_eq!(brushed.contains(&area), is_inside);
        }
    }
}

#[test]
fn lines_part_the_plot_and_a_click_takes_a_part() {
    let number = |across: f64, up: f64| (Value::Number(across), Value::Number(up));
    let corners = [(10.0, 10.0), (30.0, 10.0), (10.0, 30.0), (30.0, 30.0)];
    let spec = spec(corners.map(|(across, up)| number(across, up)).to_vec());
    let placed = spec.place(Frame::new(400.0, 300.0));
    for target in 0..4 {
        let at = placed.placed.targets[target].at;
        let [from, to] = placed.part_at(at.x, at.y).unwrap();
        assert_eq!(placed.inside(from, to), [target]);
    }
    assert_eq!(placed.part_at(-5.0, 10.0), None);
    let told = &placed.placed.text.sentence;
    assert!(told.contains("of 4 small areas, 1 are above County in both"));
}

#[test]
fn arrows_lead_by_one_measure_across_and_by_the_other_upwards() {
    let values = [(1.0, 9.0), (2.0, 7.0), (3.0, 8.0)];
    let values = values.map(|(a, u)| (Value::Number(a), Value::Number(u)));
    let placed = spec(values.to_vec()).place(Frame::new(400.0, 300.0)).placed;
    assert_eq!(placed.step(Some(0), Step::Right), Some(1));
    assert_eq!(placed.step(Some(1), Step::Up), Some(2));
    assert_eq!(placed.step(Some(0), Step::Down), Some(2));
    assert_eq!(placed.step(Some(1), Step::End), Some(2));
}
