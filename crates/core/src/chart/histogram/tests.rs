//! What holds for every histogram.

use proptest::prelude::*;

use super::*;
use crate::chart::properties::check;

fn spec(values: Vec<Value>, upper_edges: Vec<f64>) -> HistogramSpec {
    let of = u8::try_from(upper_edges.len() + 1).unwrap();
    HistogramSpec {
        measure: "Share without work".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2021".to_owned(),
        areas_name: "small areas".to_owned(),
        values,
        fills: (0..of).map(|class| Fill::Class { class, of }).collect(),
        upper_edges,
        markers: vec![
            NamedValue {
                name: "County".to_owned(),
                value: 12.0,
            },
            NamedValue {
                name: "Nation".to_owned(),
                value: 14.0,
            },
        ],
        pinned: None,
        brushed: None,
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0.0..40.0_f64).prop_map(Value::Number),
        1 => (-1e6..1e6_f64).prop_map(Value::Number),
        1 => Just(Value::Missing),
        1 => Just(Value::Suppressed),
        1 => Just(Value::Number(f64::NAN)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_values_nothing_leaves_the_frame_and_no_area_is_lost(
        values in prop::collection::vec(value(), 0..200), mut edges in prop::collection::vec(0.0..40.0_f64, 0..6),
        pinned in prop::option::of(0.0..40.0_f64), brush in prop::option::of((0.0..300.0_f64, 0.0..300.0_f64)),
        width_px in 220.0..700.0_f64, height_px in 120.0..260.0_f64,
    ) {
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        let mut spec = spec(values, edges);
        spec.pinned = pinned.map(|value| NamedValue { name: "Ashford Vale".to_owned(), value });
        let frame = Frame::new(width_px, height_px);
        let placed = spec.place(frame);
        spec.brushed = brush.map(|(from, to)| placed.range_between(from, to));
        let placed = spec.place(frame);
        check(&placed.placed);
        let counted: usize = placed.placed.text.rows.iter().map(|row| row[1].parse::<usize>().unwrap()).sum();
        prop_assert_eq!(counted, spec.values.len());
        for number in spec.values.iter().filter_map(|value| finite(*value)) {
            let holding = spec.classes().iter().filter(|range| range.holds(number)).count();
            prop_assert_eq!(holding, 1);
        }
    }

    #[test]
    fn a_brush_holds_what_it_covers(from in 0.0..400.0_f64, to in 0.0..400.0_f64, value in 0.0..40.0_f64) {
        let values = (0..=40).map(|value| Value::Number(f64::from(value)));
        let placed = spec(values.collect(), vec![10.0]).place(Frame::new(400.0, 160.0));
        let px = placed.layout.px(value);
        let is_covered = px > from.min(to) && px <= from.max(to);
        let is_near = (px - from).abs() < 1e-6 || (px - to).abs() < 1e-6;
        prop_assert!(is_near || placed.range_between(from, to).holds(value) == is_covered);
        prop_assert!((placed.value_at(px) - value).abs() < 1e-9);
    }
}

#[test]
fn an_outlier_takes_no_room_but_is_told() {
    let mut values: Vec<Value> = (0..100)
        .map(|v| Value::Number(f64::from(v) / 10.0))
        .collect();
    values.push(Value::Number(4_000.0));
    let placed = spec(values, vec![3.0, 6.0]).place(Frame::new(340.0, 168.0));
    assert!(placed.layout.px(5.0) > 100.0);
    let told = placed.placed.marks.iter().any(|mark| match mark {
        Mark::Text(text) => text.content == "1 higher ›",
        _ => false,
    });
    assert!(told);
    assert_eq!(placed.placed.targets[2].words, "over 6.0%: 40 small areas");
}

#[test]
fn equal_values_and_none_have_a_picture() {
    let equal = spec(vec![Value::Number(5.0); 9], Vec::new()).place(Frame::new(340.0, 168.0));
    assert_eq!(equal.placed.targets.len(), 1);
    assert_eq!(equal.placed.targets[0].words, "every value: 9 small areas");
    let none = spec(vec![Value::Missing; 3], vec![1.0]).place(Frame::new(340.0, 168.0));
    assert_eq!(none.placed.targets[0].words, "No figure: 3 small areas");
    assert_eq!(none.range_of(0), None);
    let nothing = spec(Vec::new(), Vec::new()).place(Frame::new(340.0, 168.0));
    assert!(!nothing.placed.marks.is_empty());
}
