//! What holds for every waterfall.

use proptest::prelude::*;

use super::*;
use crate::chart::properties::check;

fn spec(from: f64, changes: &[f64], to: f64) -> WaterfallSpec {
    let total = |name: &str, value: f64| WaterfallTotal {
        key: name.to_owned(),
        name: name.to_owned(),
        value: Value::Number(value),
    };
    let step = |(index, change): (usize, &f64)| WaterfallStep {
        key: index.to_string(),
        name: format!("What the nation's growth alone would bring, {index}"),
        meaning: "A part.".to_owned(),
        value: Value::Number(*change),
    };
    WaterfallSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        direction: Direction::HigherIsBetter,
        from: total("2015", from),
        steps: changes.iter().enumerate().map(step).collect(),
        to: total("2024", to),
        rest_name: "Not explained".to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_parts_nothing_leaves_the_frame_and_the_last_meets_the_total(
        from in -1e6..1e6_f64, changes in prop::collection::vec(-2e5..2e5_f64, 0..9), rest in -500.0..500.0_f64,
        width_px in 280.0..1000.0_f64, height_px in 160.0..500.0_f64,
    ) {
        let to = changes.iter().fold(from, |sum, change| sum + change) + rest;
        let spec = spec(from, &changes, to);
        check(&spec.place(Frame::new(width_px, height_px)));
        let rows = spec.rows().unwrap();
        let steps = || rows.iter().filter(|row| !row.is_total);
        let sum = steps().fold(from, |sum, row| sum + row.change());
        let slack = 0.5 * (changes.len() + 2) as f64 + 1e-6;
        prop_assert!((sum - to).abs() <= slack);
        prop_assert!(steps().zip(steps().skip(1)).all(|(a, b)| a.to == b.from));
    }
}

#[test]
fn a_change_is_told_part_by_part() {
    let spec = spec(605_400.0, &[49_900.0, -12_000.0], 643_300.0);
    let placed = spec.place(Frame::new(700.0, 200.0));
    assert!(
        placed
            .text
            .sentence
            .starts_with("Jobs: from 605,400 jobs in 2015 to 643,300 jobs in 2024: ")
    );
    assert!(placed.text.sentence.ends_with(", 1 −12,000."));
    assert!(
        placed.targets[1]
            .words
            .contains(": +49,900 jobs, which makes 655,300 jobs. A part")
    );
    assert_eq!(placed.targets.len(), 4);
}

#[test]
fn what_is_not_explained_is_a_step_of_its_own() {
    let rows = spec(100.0, &[10.0], 150.0).rows().unwrap();
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names[2..], ["Not explained", "2024"]);
    let mut broken = spec(100.0, &[10.0], 110.0);
    broken.steps[0].value = Value::Suppressed;
    let placed = broken.place(Frame::new(400.0, 200.0));
    assert!(placed.targets.is_empty() && placed.text.sentence.contains("cannot be split"));
}
