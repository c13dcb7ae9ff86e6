//! What holds for every ranking.

use proptest::prelude::*;

use super::*;
use crate::chart::properties::check;

fn spec(values: Vec<(Value, Option<Interval>)>) -> RankingSpec {
    let area = |(index, (value, interval)): (usize, (Value, Option<Interval>))| RankedArea {
        key: index.to_string(),
        name: format!("Ashford Vale {index}"),
        value,
        interval,
        fill: Fill::Class { class: 0, of: 3 },
    };
    RankingSpec {
        measure: "Without work".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2021".to_owned(),
        areas_name: "small areas".to_owned(),
        areas: values.into_iter().enumerate().map(area).collect(),
        at_each_end: 4,
        pinned: None,
        line: Some(NamedValue {
            name: "County".to_owned(),
            value: 20.0,
        }),
    }
}

fn numbers(count: u32) -> Vec<(Value, Option<Interval>)> {
    let value = |number: u32| (Value::Number(f64::from(number)), None);
    (0..count).map(value).collect()
}

fn value() -> impl Strategy<Value = (Value, Option<Interval>)> {
    let value = prop_oneof![
        8 => (0.0..40.0_f64).prop_map(Value::Number),
        1 => (-1e6..1e6_f64).prop_map(Value::Number),
        1 => Just(Value::Missing),
        1 => Just(Value::Number(f64::NAN)),
    ];
    let interval = prop::option::of((0.0..20.0_f64, 0.0..20.0_f64));
    (value, interval).prop_map(|(value, interval)| {
        let interval = interval.map(|(low, span)| Interval {
            low,
            high: low + span,
        });
        (value, interval)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_values_nothing_leaves_the_frame_and_the_pinned_is_shown(
        values in prop::collection::vec(value(), 0..60), pinned in prop::option::of(0_usize..60),
        width_px in 280.0..700.0_f64,
    ) {
        let mut spec = spec(values);
        spec.pinned = pinned;
        let frame = Frame::new(width_px, spec.natural_height_px(1.0));
        let placed = spec.place(frame);
        check(&placed.placed);
        if let Some(pinned) = pinned {
            let has_figure = spec.areas.get(pinned).is_some_and(|a| finite(a.value).is_some());
            prop_assert_eq!(placed.target_of(pinned).is_some(), has_figure);
        }
        prop_assert_eq!(placed.placed.text.rows.len(), spec.areas.len());
    }
}

#[test]
fn both_ends_and_the_pinned_area_are_shown() {
    let mut spec = spec(numbers(30));
    spec.pinned = Some(15);
    let shape: Vec<Option<usize>> = spec
        .rows()
        .into_iter()
        .map(|row| match row {
            Row::Area(_, _, rank) => Some(rank),
            Row::Gap(_) => None,
        })
        .collect();
    let [gap, pinned] = [None, Some(15)];
    let ends = |from: usize| (from..from + 4).map(Some);
    let mut wanted: Vec<Option<usize>> = ends(1).collect();
    wanted.extend([gap, pinned, gap]);
    wanted.extend(ends(27));
    assert_eq!(shape, wanted);
}

#[test]
fn equals_share_a_rank_and_one_alone_is_never_left_out() {
    let mut values = numbers(8);
    values.push((Value::Number(7.0), None));
    let spec = spec(values);
    let ranks: Vec<usize> = spec.falling().iter().map(|(_, _, rank)| *rank).collect();
    assert_eq!(ranks, [1, 1, 3, 4, 5, 6, 7, 8, 9]);
    assert!(spec.rows().iter().all(|row| matches!(row, Row::Area(..))));
}
