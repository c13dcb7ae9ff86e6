//! Realistic futures for the golden pictures; their numbers are made up.

use crate::golden::{check, check_light};
use roadmap_core::chart::fan::{FanBase, FanLine, FanSpec};
use roadmap_core::chart::{Frame, NamedValue};
use roadmap_core::measure::Unit;
use roadmap_core::quantity::Value;

const YEARS: std::ops::RangeInclusive<u16> = 2024..=2050;

/// Jobs beside the baseline, with what is known since 2015.
fn jobs() -> FanSpec {
    let since = |year: u16| f64::from(year - 2024);
    let baseline = |year: u16| 581_790.0 + 2_150.0 * since(year);
    let central = |year: u16| baseline(year) + 11.0 * since(year).min(12.0) * since(year);
    let told = [
        (2015, 545_200.0),
        (2016, 556_900.0),
        (2017, 563_400.0),
        (2024, 581_790.0),
    ];
    FanSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        base: FanBase::Level,
        name: "Skills-led".to_owned(),
        observed: (2015..=2024)
            .map(|year| {
                let own = told.iter().find(|(told, _)| *told == year);
                (
                    year,
                    own.map_or(Value::Missing, |(_, jobs)| Value::Number(*jobs)),
                )
            })
            .collect(),
        years: YEARS.collect(),
        central: YEARS.map(central).collect(),
        deciles: YEARS
            .map(|year| spread(central(year), 0.022 * since(year).sqrt()))
            .collect(),
        compared: vec![FanLine {
            key: "baseline".to_owned(),
            name: "Baseline trend".to_owned(),
            values: YEARS.map(baseline).collect(),
        }],
        target: Some(NamedValue {
            name: "Your target: 620,000".to_owned(),
            value: 620_000.0,
        }),
        held: None,
    }
}

/// The same as differences from the baseline.
fn difference() -> FanSpec {
    let jobs = jobs();
    let gap = |year: u16| 11.0 * f64::from(year - 2024).min(12.0) * f64::from(year - 2024);
    FanSpec {
        measure: "Jobs, difference from Baseline trend".to_owned(),
        base: FanBase::Difference,
        observed: Vec::new(),
        central: YEARS.map(gap).collect(),
        deciles: YEARS
            .map(|year| {
                let steps = [-0.1, 0.2, 0.5, 0.75, 1.0, 1.3, 1.6, 2.0, 2.7];
                steps.map(|step| step * gap(year))
            })
            .collect(),
        compared: Vec::new(),
        target: None,
        ..jobs
    }
}

fn spread(middle: f64, width: f64) -> [f64; 9] {
    let steps = [-1.28, -0.84, -0.52, -0.25, 0.0, 0.25, 0.52, 0.84, 1.4];
    steps.map(|step| middle * (1.0 + step * width))
}

#[test]
fn fans() {
    let title = "Skills-led: about 3,400 more jobs by 2050";
    let stage = Frame {
        text_scale: 1.75,
        ..Frame::new(1200.0, 640.0)
    };
    let jobs = jobs();
    check("fan", &jobs.place(Frame::new(720.0, 400.0)), title);
    check_light("fan-hall", &jobs.place(stage));
    check_light("fan-phone", &jobs.place(Frame::new(340.0, 260.0)));
    let mut early = jobs;
    early.deciles.clear();
    early.target = None;
    check_light("fan-central", &early.place(Frame::new(720.0, 400.0)));
    check(
        "fan-difference",
        &difference().place(Frame::new(720.0, 360.0)),
        title,
    );
}

#[test]
fn highlight_of_a_fan() {
    let mut fan = difference().place(Frame::new(560.0, 300.0));
    let year = fan
        .targets
        .iter()
        .position(|target| target.key == "future/2040");
    fan.marks.extend(fan.highlight(year.unwrap(), false));
    check_light("highlight-fan", &fan);
}
