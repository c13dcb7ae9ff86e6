//! What holds for every tornado.

use proptest::prelude::*;

use super::*;
use crate::chart::mark::{Ink, Mark};
use crate::chart::properties::check;

fn end(words: &str, value: f64) -> TornadoEnd {
    TornadoEnd {
        words: words.to_owned(),
        value,
    }
}

fn spec(middle: f64, swings: &[(f64, f64)]) -> TornadoSpec {
    let row = |(index, (low, high)): (usize, &(f64, f64))| TornadoRow {
        key: index.to_string(),
        name: format!("What a thing of a long name is worth, {index}"),
        low: end("0.2% a year", middle + low),
        high: end("0.7% a year", middle + high),
    };
    TornadoSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: "2040".to_owned(),
        middle: NamedValue {
            name: "all in the middle".to_owned(),
            value: middle,
        },
        rows: swings.iter().enumerate().map(row).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_swings_nothing_leaves_the_frame(
        middle in -1e6..1e6_f64, swings in prop::collection::vec((-2e5..2e5_f64, -2e5..2e5_f64), 0..12),
        width_px in 280.0..1000.0_f64, height_px in 160.0..600.0_f64,
    ) {
        check(&spec(middle, &swings).place(Frame::new(width_px, height_px)));
    }
}

#[test]
fn ends_are_told_with_what_is_taken_there() {
    let placed = spec(640_000.0, &[(-20_000.0, 31_000.0), (900.0, -1_200.0)])
        .place(Frame::new(800.0, 160.0));
    assert!(
        placed.targets[0]
            .words
            .ends_with(": 620,000 jobs at 0.2% a year, 671,000 jobs at 0.7% a year")
    );
    assert!(placed.targets[1].brief.ends_with("638,800 to 640,900"));
    assert!(
        placed
            .text
            .sentence
            .starts_with("Jobs, 2040: 640,000 jobs with all in the middle; it hangs most on ")
    );
    assert_eq!(placed.text.rows.len(), 2);
}

#[test]
fn low_is_open_and_high_is_filled() {
    let placed = spec(10.0, &[(-5.0, 5.0)]).place(Frame::new(800.0, 160.0));
    let fills = |wanted: Ink| {
        let marks = placed.marks.iter();
        marks
            .filter(|mark| matches!(mark, Mark::Polygon { ink, .. } if *ink == wanted))
            .count()
    };
    // One of each besides the swatch of what is filled.
    assert_eq!((fills(Ink::Paper), fills(Ink::Accent)), (1, 2));
}

#[test]
fn nothing_that_moves_is_said() {
    let placed = spec(10.0, &[]).place(Frame::new(400.0, 160.0));
    assert!(placed.targets.is_empty());
    assert_eq!(
        placed.text.sentence,
        "Jobs, 2040: nothing moves the answer."
    );
    let broken = spec(10.0, &[(f64::NAN, 1.0)]).place(Frame::new(400.0, 160.0));
    assert!(broken.targets.is_empty());
}
