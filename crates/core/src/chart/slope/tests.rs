//! What holds for every slope.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::properties::check;

fn spec(rows: Vec<[Value; 2]>) -> SlopeSpec {
    let row = |(index, values): (usize, [Value; 2])| SlopeRow {
        key: index.to_string(),
        name: format!("Making of things {index}"),
        values,
        role: match index {
            1 => SeriesRole::Place,
            2 => SeriesRole::Benchmark,
            _ => SeriesRole::Context,
        },
    };
    SlopeSpec {
        measure: "Share of jobs".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        ends: ["2015", "2024"].map(str::to_owned),
        rows_name: "industries".to_owned(),
        rows: rows.into_iter().enumerate().map(row).collect(),
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0.0..15.0_f64).prop_map(Value::Number),
        1 => Just(Value::Number(4.0)),
        1 => (-1e7..1e7_f64).prop_map(Value::Number),
        1 => Just(Value::Suppressed),
        1 => Just(Value::Number(f64::NAN)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_rows_nothing_leaves_the_frame_and_no_names_touch(
        rows in prop::collection::vec((value(), value()), 0..40),
        width_px in 280.0..900.0_f64, height_px in 150.0..700.0_f64,
    ) {
        let rows: Vec<[Value; 2]> = rows.into_iter().map(|(from, to)| [from, to]).collect();
        let spec = spec(rows);
        let placed = spec.place(Frame::new(width_px, height_px));
        check(&placed);
        prop_assert_eq!(placed.text.rows.len(), spec.rows.len());
    }
}

#[test]
fn rows_are_compared_and_walked() {
    let number = |from: f64, to: f64| [Value::Number(from), Value::Number(to)];
    let spec = spec(vec![
        number(3.0, 5.0),
        number(2.0, 1.5),
        number(4.0, 4.0),
        [Value::Missing, Value::Number(1.0)],
    ]);
    let placed = spec.place(Frame::new(600.0, 300.0));
    assert_eq!(
        placed.text.sentence,
        "Share of jobs: of 3 industries, 1 higher in 2024 than in 2015 and 1 lower; the \
         largest difference is that of Making of things 0, +2.0 points."
    );
    let start = placed.step(None, Step::Left).unwrap();
    assert_eq!(
        placed.targets[start].words,
        "Making of things 1: 1.5%, 2024, −0.5 points from 2015 to 2024"
    );
    let left = placed.step(Some(start), Step::Left).unwrap();
    assert!(
        placed.targets[left]
            .words
            .starts_with("Making of things 1: 2.0%, 2015")
    );
    let up = placed.step(Some(start), Step::Up).unwrap();
    assert_eq!(placed.targets[up].key, "2/2024");
    assert!(placed.targets[6].words.ends_with("nothing to compare with"));
    assert_eq!(placed.text.rows[3][1], "not published");
}
