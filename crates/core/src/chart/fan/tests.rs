//! A fan with and without runs, with gaps, held and empty.

use super::*;
use crate::chart::mark::{Ink, Mark};
use crate::chart::placed::Step;

fn spec() -> FanSpec {
    let years: Vec<u16> = (2024..=2050).collect();
    let since = |year: &u16| f64::from(year - 2024);
    let value = |year: &u16| 580_000.0 + 2_400.0 * since(year);
    let deciles = |year: &u16| {
        std::array::from_fn(|decile| value(year) + (decile as f64 - 4.0) * 1_100.0 * since(year))
    };
    FanSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        base: FanBase::Level,
        name: "Skills-led".to_owned(),
        observed: (2015..=2024)
            .map(|year| {
                let is_told = year < 2018 || year == 2024;
                let value = 545_000.0 + 3_900.0 * f64::from(year - 2015);
                (
                    year,
                    if is_told {
                        Value::Number(value)
                    } else {
                        Value::Missing
                    },
                )
            })
            .collect(),
        central: years.iter().map(value).collect(),
        deciles: years.iter().map(deciles).collect(),
        compared: vec![FanLine {
            key: "baseline".to_owned(),
            name: "Baseline trend".to_owned(),
            values: years.iter().map(|year| value(year) - 900.0).collect(),
        }],
        years,
        target: None,
        held: None,
    }
}

fn bands(placed: &Placed) -> usize {
    let marks = placed.marks.iter();
    marks
        .filter(|mark| {
            matches!(
                mark,
                Mark::Polygon {
                    ink: Ink::Accent,
                    ..
                }
            )
        })
        .count()
}

#[test]
fn bands_come_when_runs_are_in() {
    let mut spec = spec();
    let frame = Frame::new(800.0, 400.0);
    assert_eq!(bands(&spec.place(frame)), 4);
    spec.deciles.clear();
    let without = spec.place(frame);
    assert_eq!(bands(&without), 0);
    assert!(!without.text.sentence.contains("8 in 10"));
    assert_eq!(without.text.columns.len(), 4);
}

#[test]
fn a_gap_in_what_is_observed_stays_a_gap() {
    let lines = spec().place(Frame::new(800.0, 400.0)).marks;
    let observed: Vec<usize> = lines
        .iter()
        .filter_map(|mark| match mark {
            Mark::Path {
                points,
                ink: Ink::Ink,
                ..
            } => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(observed, [3], "2015 to 2017; 2024 is a point");
}

#[test]
fn keys_lead_along_the_future_and_to_the_others() {
    let placed = spec().place(Frame::new(800.0, 400.0));
    let at = |index: Option<usize>| placed.targets[index.unwrap()].key.clone();
    let start = placed.step(None, Step::Right);
    assert_eq!(at(start), "future/2050");
    let back = placed.step(start, Step::Left);
    assert_eq!(at(back), "future/2049");
    let keys: Vec<&str> = placed.targets.iter().map(|t| t.key.as_str()).collect();
    assert!(keys.contains(&"baseline/2030") && keys.contains(&"observed/2016"));
    assert!(!keys.contains(&"observed/2019"));
}

#[test]
fn words_say_what_most_runs_say() {
    let text = spec().place(Frame::new(800.0, 400.0)).text;
    assert_eq!(
        text.sentence,
        "Jobs, Skills-led: 580,000 jobs in 2024, 642,400 jobs in 2050; 8 in 10 runs: between \
         528,000 and 756,800. Baseline trend: 641,500 jobs."
    );
    assert_eq!(text.rows.len(), 36);
    let mut spec = spec();
    spec.base = FanBase::Difference;
    spec.observed.clear();
    spec.compared.clear();
    spec.central = spec
        .years
        .iter()
        .map(|year| 350.0 * f64::from(year - 2024))
        .collect();
    spec.deciles.clear();
    let text = spec.place(Frame::new(800.0, 400.0)).text;
    assert_eq!(text.sentence, "Jobs, Skills-led: +9,100 in 2050.");
}

#[test]
fn a_held_axis_stands_still() {
    let mut low = spec();
    low.held = Some([400_000.0, 900_000.0]);
    let mut lower = low.clone();
    for value in &mut lower.central {
        *value *= 0.99;
    }
    let ticks = |spec: &FanSpec| {
        let marks = spec.place(Frame::new(800.0, 400.0)).marks;
        let texts = marks.into_iter().filter_map(|mark| match mark {
            Mark::Text(text) if text.ink == Ink::Muted => Some(text.content),
            _ => None,
        });
        texts.collect::<Vec<String>>()
    };
    assert_eq!(ticks(&low), ticks(&lower));
}

#[test]
fn nothing_to_show_is_said() {
    let mut spec = spec();
    spec.years.clear();
    spec.central.clear();
    spec.deciles.clear();
    spec.compared.clear();
    spec.observed.clear();
    let placed = spec.place(Frame::new(300.0, 200.0));
    assert!(placed.targets.is_empty());
    assert_eq!(placed.text.sentence, "Jobs: there is nothing to show yet.");
    spec.central = vec![f64::NAN];
    spec.years = vec![2024];
    assert!(spec.place(Frame::new(300.0, 200.0)).targets.is_empty());
}
