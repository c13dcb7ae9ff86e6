//! What holds for ranked bars of any number of rows.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::mark::Mark;
use crate::chart::properties::check;

fn row(index: usize, value: Value) -> RankedRow {
    RankedRow {
        key: index.to_string(),
        name: format!("Making, mending and selling of things number {index}"),
        value,
        interval: None,
        is_unreliable: false,
        note: None,
    }
}

fn spec(base: Base, rows: Vec<RankedRow>) -> RankedBarsSpec {
    RankedBarsSpec {
        measure: "Specialisation".to_owned(),
        unit: Unit::Quotient,
        decimals: 1,
        period: "2024".to_owned(),
        rows_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: "under 500 jobs".to_owned(),
        base,
        line: Some(NamedValue {
            name: "Great Britain".to_owned(),
            value: 1.0,
        }),
        rows,
        chosen: None,
    }
}

fn rows() -> impl Strategy<Value = Vec<RankedRow>> {
    let value = prop_oneof![
        8 => (0.01..30.0_f64).prop_map(Value::Number),
        1 => (-1e7..1e7_f64).prop_map(Value::Number),
        1 => Just(Value::Number(0.0)),
        1 => Just(Value::Number(f64::NAN)),
        1 => Just(Value::Missing),
        1 => Just(Value::Suppressed),
        1 => Just(Value::Undefined),
    ];
    let interval = prop::option::of((-1.0..20.0_f64, 0.0..90.0_f64));
    let any_row = (value, interval, any::<bool>(), any::<bool>()).prop_map(
        |(value, interval, is_unreliable, has_note)| RankedRow {
            interval: interval.map(|(low, span)| Interval {
                low,
                high: low + span,
            }),
            is_unreliable,
            note: has_note.then(|| "One employer has most of it.".to_owned()),
            ..row(0, value)
        },
    );
    prop::collection::vec(any_row, 0..101).prop_map(|mut rows| {
        for (index, one) in rows.iter_mut().enumerate() {
            let plain = row(index, Value::Missing);
            (one.key, one.name) = (plain.key, plain.name);
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_rows_nothing_leaves_the_frame(
        rows in rows(), is_zero: bool, chosen in prop::option::of(0_usize..110), scale in 1.0..1.75_f64,
        width_px in 280.0..900.0_f64, height_px in 120.0..900.0_f64, is_natural: bool,
    ) {
        let mut spec = spec(if is_zero { Base::Zero } else { Base::One }, rows);
        spec.chosen = chosen;
        let natural_px = spec.natural_height_px(width_px, scale);
        let frame = Frame {
            width_px,
            height_px: if is_natural { natural_px } else { height_px },
            text_scale: if is_natural { scale } else { 1.0 },
        };
        let placed = spec.place(frame);
        check(&placed);
        prop_assert_eq!(placed.targets.len(), spec.rows.len());
        prop_assert_eq!(placed.text.rows.len(), spec.rows.len());
    }

    #[test]
    fn a_window_shows_its_rows_where_the_whole_would_have_them(
        rows in rows(), top_px in -50.0..3000.0_f64, height_px in 100.0..500.0_f64, row in 0_usize..100,
    ) {
        prop_assume!(row < rows.len());
        let whole = spec(Base::One, rows);
        let natural = whole.natural_height_px(400.0, 1.0);
        let all = whole.place(Frame::new(400.0, natural));
        let scroll = whole.clone().into_scroll(400.0, 1.0);
        prop_assert!((scroll.whole_height_px() - natural).abs() < 1e-9);
        let top_px = scroll.top_for(row, top_px, height_px);
        let placed = scroll.window(top_px, height_px);
        prop_assert!(scroll.in_sight(top_px, height_px).contains(&row));
        let at = placed.targets[row].at;
        prop_assert_eq!(placed.hit(at.x, at.y), Some(row));
        prop_assert!((at.y + top_px - all.targets[row].at.y).abs() < 1e-6);
        prop_assert!((at.x - all.targets[row].at.x).abs() < 1e-6);
        prop_assert_eq!(&placed.text, &all.text);
        prop_assert_eq!(&placed.walk, &all.walk);
    }
}

#[test]
fn a_window_on_hundreds_of_rows_draws_few() {
    let rows = (1..=729_u32).map(|n| row(n as usize, Value::Number(f64::from(n) / 100.0)));
    let scroll = spec(Base::One, rows.collect()).into_scroll(640.0, 1.0);
    let placed = scroll.window(5_000.0, 400.0);
    let texts = placed
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Text(_)));
    assert!(texts.count() < 50);
    assert_eq!(placed.targets.len(), 729);
    assert_eq!(placed.step(Some(300), Step::Down), Some(301));
    let end = scroll.window(f64::MAX, 400.0);
    assert_eq!(end.hit(300.0, 395.0), Some(728));
}

#[test]
fn zero_withheld_undefined_and_missing_are_four_things() {
    let values = [
        Value::Number(0.0),
        Value::Suppressed,
        Value::Undefined,
        Value::Missing,
    ];
    let rows = values.into_iter().enumerate().map(|(i, v)| row(i, v));
    let placed = spec(Base::One, rows.collect()).place(Frame::new(700.0, 160.0));
    let told: Vec<&str> = placed.text.rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        told,
        ["0.0", "withheld", "cannot be worked out", "not published"]
    );
    assert!(placed.text.sentence.ends_with("1 withheld."));
}

#[test]
fn rows_say_how_sure_they_are() {
    let sure = RankedRow {
        interval: Some(Interval {
            low: 3.1,
            high: 5.2,
        }),
        note: Some("One site has most of the jobs.".to_owned()),
        ..row(1, Value::Number(4.0))
    };
    let unsure = RankedRow {
        is_unreliable: true,
        ..row(2, Value::Number(9.0))
    };
    let placed = spec(Base::One, vec![sure, unsure]).place(Frame::new(500.0, 120.0));
    let words = &placed.targets[0].words;
    assert!(words.ends_with(
        "4.0 times, 2024, 80% interval between 3.1 and 5.2. One site has most of the jobs."
    ));
    assert!(
        placed.targets[1]
            .words
            .ends_with("unreliable: under 500 jobs")
    );
    assert!(
        placed
            .text
            .sentence
            .ends_with("1 clearly above Great Britain.")
    );
}
