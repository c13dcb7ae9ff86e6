//! Changes, standings and noise, worked out by hand.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::change::{Clear, clear};
use super::*;
use crate::area::AreaCode;
use crate::data::{Dataset, Series, read_pack};
use crate::measure::{Break, Measure};
use crate::period::Period;
use crate::quantity::{Interval, Quantity, Value};
use crate::stats::Spread;

static PACK: LazyLock<Dataset> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../../public/data/hertfordshire.json");
    read_pack("the pack", bytes).dataset.unwrap()
});

fn measure(breaks: &[&str]) -> Measure {
    let mut measure = PACK.measure("employment-rate").unwrap().clone();
    measure.least_change = 2.0;
    measure.breaks = breaks
        .iter()
        .map(|period| Break {
            period: (*period).to_owned(),
            note: "A new basis.".to_owned(),
        })
        .collect();
    measure
}

fn around(middle: f64, half_width: f64) -> Quantity {
    Quantity::observed(
        middle,
        Some(Interval {
            low: middle - half_width,
            high: middle + half_width,
        }),
    )
}

fn code(text: &str) -> AreaCode {
    AreaCode::new(text).unwrap()
}

/// A yearly series from 2010: the place rises by one a year, the benchmark is level.
fn yearly(years: u16, benchmark_from: u16) -> Series {
    let year = |offset: u16| Period::parse(&(2010 + offset).to_string()).unwrap();
    let plain = |number: f64| Quantity::observed(number, None);
    let missing = Quantity {
        value: Value::Missing,
        ..plain(0.0)
    };
    let benchmark = |offset: u16| {
        if 2010 + offset < benchmark_from {
            missing
        } else {
            plain(50.0)
        }
    };
    Series {
        periods: (0..years).map(year).collect(),
        rows: [
            (
                code("P00000001"),
                (0..years).map(|offset| plain(f64::from(offset))).collect(),
            ),
            (code("B00000001"), (0..years).map(benchmark).collect()),
        ]
        .into(),
        publishes_intervals: false,
    }
}

fn span(series: &Series, measure: &Measure) -> Option<(String, String, f64)> {
    match Change::of(measure, series, &code("P00000001"), &code("B00000001")) {
        Change::NoSpan => None,
        Change::Span {
            from,
            to,
            difference,
            ..
        } => Some((from.as_str().to_owned(), to.as_str().to_owned(), difference)),
    }
}

#[test]
fn noise_of_two_and_of_four() {
    let survey = |difference: f64, half_widths: &[f64]| {
        let of: Vec<Quantity> = half_widths.iter().map(|half| around(50.0, *half)).collect();
        clear(difference, &of, &measure(&[]), true)
    };
    // Three and four make five.
    assert_eq!(survey(5.0, &[3.0, 4.0]), Clear::No);
    assert_eq!(survey(5.01, &[3.0, 4.0]), Clear::Yes);
    assert_eq!(survey(-5.01, &[3.0, 4.0]), Clear::Yes);
    // One, four times over, makes two.
    assert_eq!(survey(1.99, &[1.0; 4]), Clear::No);
    assert_eq!(survey(2.01, &[1.0; 4]), Clear::Yes);
    assert_eq!(survey(0.0, &[0.0, 0.0]), Clear::No);
}

#[test]
fn noise_that_nobody_publishes() {
    let plain = Quantity::observed(50.0, None);
    let measure = measure(&[]);
    let both = [plain, around(50.0, 0.1)];
    assert_eq!(clear(40.0, &both, &measure, true), Clear::Unknown);
    assert_eq!(clear(40.0, &[plain, plain], &measure, true), Clear::Unknown);
    // What is no survey has to move by more than rounding and revision explain.
    assert_eq!(clear(1.99, &[plain, plain], &measure, false), Clear::No);
    assert_eq!(clear(-2.0, &[plain, plain], &measure, false), Clear::Yes);
}

#[test]
fn a_change_is_told_over_ten_years_at_most() {
    let told = |years, benchmark_from, breaks: &[&str]| {
        span(&yearly(years, benchmark_from), &measure(breaks))
    };
    let expected =
        |from: &str, to: &str, difference| Some((from.to_owned(), to.to_owned(), difference));
    assert_eq!(told(15, 2010, &[]), expected("2014", "2024", 10.0));
    assert_eq!(told(6, 2010, &[]), expected("2010", "2015", 5.0));
    // It starts where the country has a figure too.
    assert_eq!(told(15, 2020, &[]), expected("2020", "2024", 4.0));
    // Never across a change of definition.
    assert_eq!(told(15, 2010, &["2021"]), expected("2021", "2024", 3.0));
    assert_eq!(
        told(15, 2010, &["2012", "2019"]),
        expected("2019", "2024", 5.0)
    );
    assert_eq!(told(15, 2010, &["2024"]), None);
    // One that lies ahead changes nothing yet.
    assert_eq!(told(15, 2010, &["2030"]), expected("2014", "2024", 10.0));
    assert_eq!(told(1, 2010, &[]), None);
    assert_eq!(told(0, 2010, &[]), None);
}

#[test]
fn changes_in_words() {
    let series = yearly(15, 2010);
    let (place, country) = (code("P00000001"), code("B00000001"));
    let mut measure = measure(&[]);
    let words = |measure: &Measure| Change::of(measure, &series, &place, &country).words(measure);
    assert_eq!(words(&measure), "up 10.0 percentage points since 2014");
    measure.least_change = 11.0;
    assert_eq!(words(&measure), "no clear change since 2014");
    assert_eq!(
        Change::NoSpan.words(&measure),
        "no earlier figure to compare"
    );
    let survey = Series {
        publishes_intervals: true,
        ..series.clone()
    };
    assert_eq!(
        Change::of(&measure, &survey, &place, &country).words(&measure),
        "up 10.0 percentage points since 2014, margin not published"
    );
}

#[test]
fn no_change_in_the_pack_crosses_a_break() {
    for measure in &PACK.measures {
        let Some(series) = PACK.series(&measure.slug) else {
            continue;
        };
        for area in series.rows.keys() {
            let change = Change::of(measure, series, area, &PACK.place.country);
            let Change::Span { from, to, .. } = change else {
                continue;
            };
            assert!(from < to && to.middle_years() - from.middle_years() < 10.11);
            for at in &measure.breaks {
                let at = Period::parse(&at.period).unwrap();
                assert!(
                    !(from < at && at <= to),
                    "{}: across {}",
                    measure.slug,
                    at.as_str()
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_crosses_any_break(years in 1..20_u16, benchmark_from in 2005..2030_u16, breaks in prop::collection::vec(2005..2032_u16, 0..4)) {
        let texts: Vec<String> = breaks.iter().map(ToString::to_string).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        if let Some((from, to, difference)) = span(&yearly(years, benchmark_from), &measure(&texts)) {
            let (from, to): (u16, u16) = (from.parse().unwrap(), to.parse().unwrap());
            prop_assert!(from < to && to - from <= 10 && from >= benchmark_from);
            prop_assert!(breaks.iter().all(|at| !(from < *at && *at <= to)));
            prop_assert_eq!(difference, f64::from(to - from));
        }
    }
}

fn standing(rank: Option<usize>, below_pct: f64) -> String {
    let figure = headline(
        &PACK,
        PACK.measure("employment-rate").unwrap(),
        &PACK.place.county,
    );
    let spread = Spread::of(&[1.0, 2.0, 3.0]).unwrap();
    let standing = Standing {
        districts: 296,
        rank_from_highest: rank,
        below_pct,
        spread,
    };
    Headline {
        standing: Some(standing),
        ..figure
    }
    .standing_words()
}

#[test]
fn standings_are_told_from_the_nearer_end() {
    for (rank, words) in [
        (1, "The highest of 296 English districts"),
        (2, "2nd highest of 296 English districts"),
        (148, "148th highest of 296 English districts"),
        (149, "148th lowest of 296 English districts"),
        (295, "2nd lowest of 296 English districts"),
        (296, "The lowest of 296 English districts"),
    ] {
        assert_eq!(standing(Some(rank), 0.0), words);
    }
}

#[test]
fn the_county_stands_among_districts_without_a_rank() {
    assert_eq!(
        standing(None, 87.4),
        "Higher than 87% of 296 English districts"
    );
    assert_eq!(
        standing(None, 0.2),
        "Lower than nearly all 296 English districts"
    );
    assert_eq!(
        standing(None, 99.7),
        "Higher than nearly all 296 English districts"
    );
    assert_eq!(standing(None, 0.0), "Lower than all 296 English districts");
    assert_eq!(
        standing(None, 100.0),
        "Higher than all 296 English districts"
    );
}

#[test]
fn a_benchmark_stands_in_where_the_country_has_no_figure() {
    let output = PACK.measure("gross-value-added-per-hour-worked").unwrap();
    let district = PACK.districts().next().unwrap();
    let figure = headline(&PACK, output, &district.code);
    let (benchmark, value) = figure.main_benchmark().unwrap();
    assert_eq!(benchmark.role, BenchmarkRole::MedianDistrict);
    let mut values: Vec<f64> = PACK
        .distribution(&output.slug)
        .unwrap()
        .values
        .iter()
        .copied()
        .flatten()
        .collect();
    values.sort_by(f64::total_cmp);
    let below = values.iter().filter(|other| **other < value).count();
    let above = values.iter().filter(|other| **other > value).count();
    assert!(
        below.abs_diff(above) <= 1,
        "{below} below and {above} above"
    );
    assert!(figure.benchmark_words().contains("median English district"));
}

#[test]
fn a_summary_counts_people_and_districts() {
    let county = summary(&PACK, &PACK.place.county).unwrap();
    assert!(county.starts_with("Home to 1,"), "{county}");
    assert!(county.contains("people in 10 districts in 20"), "{county}");
    assert!(
        county.contains("% more than in 20") && county.ends_with('.'),
        "{county}"
    );
    for district in PACK.districts() {
        let words = summary(&PACK, &district.code).unwrap();
        assert!(!words.contains("districts"), "{words}");
    }
    assert_eq!(summary(&PACK, &code("X00000001")), None);
}
