//! Realistic futures for the golden pictures; their numbers are made up.

use crate::figures;
use crate::golden::{check, check_light};
use roadmap_core::chart::choropleth::Shading;
use roadmap_core::chart::fan::{FanBase, FanLine, FanSpec};
use roadmap_core::chart::pyramid::{PyramidBand, PyramidSpec};
use roadmap_core::chart::tornado::{TornadoEnd, TornadoRow, TornadoSpec};
use roadmap_core::chart::{Frame, NamedValue};
use roadmap_core::measure::Unit;
use roadmap_core::quantity::{Interval, Value};

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
    check_light("fan-phone", &jobs.place(Frame::new(328.0, 260.0)));
    check_light("fan-phone-least", &jobs.place(Frame::new(288.0, 240.0)));
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

/// What jobs in 2040 hang on.
fn hangs_on() -> TornadoSpec {
    let row = |name: &str, low: (&str, f64), high: (&str, f64)| {
        let end = |(words, value): (&str, f64)| TornadoEnd {
            words: words.to_owned(),
            value: 1_000.0 * value,
        };
        TornadoRow {
            key: name.to_owned(),
            name: name.to_owned(),
            low: end(low),
            high: end(high),
        }
    };
    TornadoSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: "2040".to_owned(),
        middle: NamedValue {
            name: "every assumption at its central value".to_owned(),
            value: 621_400.0,
        },
        rows: vec![
            row(
                "National growth of jobs",
                ("0.2% a year", 602.2),
                ("0.7% a year", 651.3),
            ),
            row(
                "Trend of net migration",
                ("0.6 times the base", 612.0),
                ("1.4 times the base", 630.9),
            ),
            row(
                "How far local services follow local population",
                ("50%", 626.0),
                ("100%", 616.9),
            ),
            row(
                "Homes completed",
                ("0.75 times the base", 618.3),
                ("1.25 times the base", 624.4),
            ),
            row(
                "Building jobs per home a year",
                ("0.5 jobs", 620.9),
                ("1.07 jobs", 622.1),
            ),
            row(
                "Share of displaced jobs kept in the district",
                ("15%", 621.1),
                ("60%", 622.0),
            ),
        ],
    }
}

#[test]
fn tornados() {
    let mut spec = hangs_on();
    let title = "Jobs in 2040: the largest unknown is national growth of jobs";
    let height_px = spec.natural_height_px(760.0, 1.0);
    check("tornado", &spec.place(Frame::new(760.0, height_px)), title);
    let height_px = spec.natural_height_px(340.0, 1.0);
    check_light("tornado-phone", &spec.place(Frame::new(340.0, height_px)));
    let stage = Frame {
        text_scale: 1.75,
        ..Frame::new(1200.0, 520.0)
    };
    check_light("tornado-hall", &spec.place(stage));
    spec.rows.clear();
    check_light("tornado-empty", &spec.place(Frame::new(420.0, 120.0)));
}

/// Residents in two years, in thousands by five years of age.
fn residents() -> PyramidSpec {
    let before = [
        33.1, 36.4, 39.2, 36.0, 28.9, 34.1, 40.2, 44.8, 45.9, 43.2, 42.8, 42.1, 37.9, 31.4, 26.8,
        26.9, 18.6, 12.1, 8.2,
    ];
    let after = [
        33.9, 35.6, 36.9, 36.2, 30.8, 36.3, 40.9, 43.9, 44.1, 44.0, 44.9, 45.3, 43.0, 39.2, 36.5,
        33.1, 25.9, 18.0, 14.9,
    ];
    let band = |(index, (before, after)): (usize, (f64, f64))| {
        let men = 1.03 - 0.022 * index as f64;
        let sides = |thousands: f64| [1_000.0 * thousands, 1_000.0 * thousands * men];
        let first = 5 * index;
        PyramidBand {
            key: first.to_string(),
            name: if first == 90 {
                "90 and over".to_owned()
            } else {
                format!("{first} to {}", first + 4)
            },
            before: sides(before),
            after: sides(after),
        }
    };
    PyramidSpec {
        measure: "Residents".to_owned(),
        unit: Unit::People,
        sides: ["Women", "Men"].map(str::to_owned),
        before: "2024".to_owned(),
        after: "2040".to_owned(),
        bands: before
            .into_iter()
            .zip(after)
            .enumerate()
            .map(band)
            .collect(),
    }
}

#[test]
fn pyramids() {
    let spec = residents();
    let title = "22 in 100 residents would be 65 or over by 2040; 17 were in 2024";
    let height_px = spec.natural_height_px(1.0);
    check("pyramid", &spec.place(Frame::new(640.0, height_px)), title);
    check_light("pyramid-phone", &spec.place(Frame::new(340.0, height_px)));
    check_light("pyramid-low", &spec.place(Frame::new(300.0, 180.0)));
}

#[test]
fn differences_on_a_map() {
    let mut map = figures::pay_map(None);
    map.measure = "Jobs, difference from Baseline trend".to_owned();
    map.unit = Unit::Jobs;
    map.period = "2040".to_owned();
    map.shading = Shading::AroundZero;
    map.upper_edges = vec![-1_000.0, -500.0, 0.0, 500.0, 1_000.0];
    map.interval_name = "8 in 10 runs".to_owned();
    let gaps = [
        1_240.0, 620.0, 310.0, -90.0, -640.0, 80.0, 450.0, 1_010.0, -210.0, 140.0,
    ];
    for (area, gap) in map.areas.iter_mut().zip(gaps) {
        area.value = Value::Number(gap);
        area.interval = Some(Interval {
            low: gap - 300.0,
            high: gap + 380.0,
        });
        area.is_uncertain = gap - 300.0 < 0.0 && gap + 380.0 > 0.0;
    }
    let title = "The largest clear difference in jobs is 1,200 more";
    check(
        "map-difference",
        &map.place(Frame::new(585.0, 490.0)),
        title,
    );
}

#[test]
fn word_sized_fans() {
    let mut jobs = jobs();
    jobs.target = None;
    check_light("fan-spark", &jobs.place(Frame::new(200.0, 110.0)));
}
