//! What holds for every stacked area.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::mark::{Ink, Mark};
use crate::chart::properties::check;

fn year(year: u16) -> Period {
    Period::parse(&year.to_string()).unwrap()
}

fn spec(parts: Vec<Vec<Value>>) -> StackSpec {
    let part = |(index, values): (usize, Vec<Value>)| StackPart {
        key: index.to_string(),
        name: format!("Making of things {index}"),
        points: (1998..).map(year).zip(values).collect(),
    };
    StackSpec {
        measure: "Real output".to_owned(),
        unit: Unit::GbpMillion,
        decimals: 0,
        whole_name: "all industries".to_owned(),
        parts: parts.into_iter().enumerate().map(part).collect(),
        breaks: Vec::new(),
        chosen: None,
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        60 => (0.0..9_000.0_f64).prop_map(Value::Number),
        1 => (-9e9..9e9_f64).prop_map(Value::Number),
        1 => Just(Value::Missing),
        1 => Just(Value::Suppressed),
        1 => Just(Value::Number(f64::NAN)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_parts_nothing_leaves_the_frame(
        parts in prop::collection::vec(prop::collection::vec(value(), 0..27), 0..11), chosen in prop::option::of(0_usize..12),
        width_px in 280.0..1000.0_f64, height_px in 180.0..600.0_f64, breaks: bool,
    ) {
        let mut spec = spec(parts);
        spec.chosen = chosen;
        if breaks {
            spec.breaks.push(LineBreak { first_period: year(2010), label: "new basis".to_owned(), note: "It changes.".to_owned() });
        }
        check(&spec.place(Frame::new(width_px, height_px)));
    }
}

fn numbers(values: &[f64]) -> Vec<Value> {
    values.iter().copied().map(Value::Number).collect()
}

#[test]
fn a_year_without_one_part_is_a_gap_in_all() {
    let mut parts = vec![numbers(&[1.0; 7]), numbers(&[2.0; 7])];
    parts[1][3] = Value::Suppressed;
    let placed = spec(parts).place(Frame::new(600.0, 300.0));
    assert_eq!(placed.targets.len(), 12);
    let areas = placed.marks.iter().filter(
        |mark| matches!(mark, Mark::Polygon { ring, ink: Ink::Shades(_), .. } if ring.len() == 6),
    );
    assert_eq!(areas.count(), 4, "two parts, before and after the gap");
    assert_eq!(placed.text.rows[3][1..], ["£1m", "withheld", "withheld"]);
    assert!(placed.text.sentence.ends_with("1 year has a gap."));
}

#[test]
fn parts_are_told_with_their_share_and_walked_upwards() {
    let placed =
        spec(vec![numbers(&[4.0, 1.0]), numbers(&[4.0, 3.0])]).place(Frame::new(600.0, 300.0));
    assert_eq!(
        placed.text.sentence,
        "Real output: all industries from £8m in 1998 to £4m in 1999; the largest part is \
         Making of things 1 with 75%, which had 50%."
    );
    let start = placed.step(None, Step::Left).unwrap();
    assert_eq!(
        placed.targets[start].words,
        "Making of things 1: £3m, 1999, 75% of all industries"
    );
    let below = placed.step(Some(start), Step::Down).unwrap();
    assert!(
        placed.targets[below]
            .words
            .starts_with("Making of things 0: £1m, 1999")
    );
}
