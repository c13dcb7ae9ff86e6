//! Change between two periods: periods, noise, fills and words.

use roadmap_core::area::Level;
use roadmap_core::atlas::{Change, NoChange, Story};
use roadmap_core::chart::area_map::Fill;
use roadmap_core::measure::{Direction, Unit};
use roadmap_core::stats::change::{Difference, Noise};

use crate::given::{areas, pack, story_reads_well, with_margins};

fn between(before: &[f64], after: &[f64], noise: Noise) -> Change {
    let mut earlier = areas(before);
    earlier.period = "2018".to_owned();
    earlier.period_words = "2018".to_owned();
    let change = Change::between(&earlier, areas(after), noise).unwrap();
    story_reads_well(&change);
    change
}

fn warmth(change: &Change, at: usize) -> i8 {
    match change.shading().fills[at] {
        Fill::Diverging { class } => class,
        other => panic!("{other:?}"),
    }
}

#[test]
fn clear_changes_are_sized_and_worse_is_warm() {
    let before = [10.0, 10.0, 10.0, 10.0, 10.0, 10.0];
    let after = [10.2, 11.0, 15.0, 30.0, 8.9, f64::NAN];
    let change = between(&before, &after, Noise::LeastChange(0.5));
    // The made-up measure is better when lower: rises are warm.
    let warm: Vec<i8> = (1..5).map(|at| warmth(&change, at)).collect();
    assert_eq!(warm, [1, 2, 3, -1]);
    assert_eq!(change.shading().fills[0], Fill::NoClearChange);
    assert_eq!(change.shading().fills[5], Fill::Missing);
    let key: Vec<(&str, usize)> = change
        .shading()
        .key
        .iter()
        .map(|entry| (entry.words.as_str(), entry.count))
        .collect();
    assert_eq!(
        key,
        [
            ("fell by up to 1.1 percentage points", 1),
            ("no clear change: too small to tell", 1),
            ("rose by up to 1.1 percentage points", 1),
            ("rose by 1.1 to 5.0 percentage points", 1),
            ("rose by more than 5.0 percentage points", 1),
            ("no figure at one of the periods", 1),
        ]
    );
    assert_eq!(
        change.title(),
        "Rose clearly in 3, fell clearly in 1 of 5 areas"
    );
    assert_eq!(
        change.sentence(),
        "A map of 6 areas of about 1,600 people (LSOAs): how made up changed from 2018 to 2021: rose clearly in 3, fell clearly in 1, no clear change in 1. Largest rise: Place 4, District 4, which rose by 20.0 percentage points. Largest fall: Place 5, District 5, which fell by 1.1 percentage points. For 1 area it can’t be told."
    );
    assert_eq!(
        change.area_words(0),
        "Place 1, District 1: rose by 0.2 percentage points from 2018 to 2021; 10.0% in 2018, 10.2% in 2021; no clear change: too small to tell"
    );
    assert_eq!(
        change.cells(3)[3..],
        ["10.0%", "30.0%", "+20.0 points", "clear"]
    );
    let mut figures = areas(&after);
    figures.subject.direction = Direction::HigherIsBetter;
    let mut earlier = areas(&before);
    earlier.subject = figures.subject.clone();
    let change = Change::between(&earlier, figures, Noise::LeastChange(0.5)).unwrap();
    assert_eq!((warmth(&change, 3), warmth(&change, 4)), (-3, 1));
}

#[test]
fn inside_the_published_interval_is_no_clear_change() {
    let earlier = with_margins(areas(&[20.0, 20.0]), 3.0);
    let mut later = with_margins(areas(&[24.0, 26.0]), 4.0);
    let change = Change::between(&earlier, later.clone(), Noise::Published).unwrap();
    assert_eq!(change.shading().fills[0], Fill::NoClearChange);
    assert_eq!(warmth(&change, 1), 1);
    assert!(
        change
            .standing_words(0)
            .ends_with("inside the 95% interval")
    );
    later.rows[1].interval = None;
    let change = Change::between(&earlier, later, Noise::Published).unwrap();
    story_reads_well(&change);
    assert_eq!(change.shading().fills[1], Fill::NoClass);
    assert_eq!(change.value_words(1), "cannot be told");
    assert!(
        change
            .area_words(1)
            .ends_with("no interval published, so nobody can tell")
    );
    assert_eq!(
        change.title(),
        "No clear change in the one area with figures"
    );
}

#[test]
fn jobs_need_five_hundred_and_more_than_noise() {
    let jobs = |values: &[f64]| {
        let mut figures = areas(values);
        figures.subject.unit = Unit::Jobs;
        figures.subject.decimals = 0;
        figures.subject.direction = Direction::Neutral;
        figures
    };
    let change = Change::between(
        &jobs(&[450.0, 1_000.0, 1_000.0]),
        jobs(&[900.0, 1_100.0, 2_000.0]),
        Noise::Jobs,
    )
    .unwrap();
    story_reads_well(&change);
    assert_eq!(change.differences()[0], Difference::TooSmall);
    assert_eq!(change.shading().fills[1], Fill::NoClearChange);
    assert_eq!(change.value_words(2), "+1,000");
    assert!(
        change.area_words(2).contains("rose by 1,000 jobs"),
        "{}",
        change.area_words(2)
    );
    assert!(
        change
            .shading()
            .key
            .iter()
            .any(|entry| entry.words == "fewer than 500 jobs: too few to tell")
    );
}

#[test]
fn bad_figures_are_told() {
    let nothing = between(&[f64::NAN, 1.0], &[1.0, f64::NAN], Noise::LeastChange(0.0));
    assert_eq!(nothing.title(), "No change can be told");
    assert!(
        nothing
            .sentence()
            .ends_with("No area has a change that can be told.")
    );
    let same = between(&[1.0, 1.0], &[1.0, 1.0], Noise::LeastChange(0.0));
    assert_eq!(same.title(), "No clear change in any of 2 areas");
    assert!(same.area_words(0).contains("stayed the same"));
    let one = between(&[1.0], &[9.0], Noise::LeastChange(0.5));
    assert_eq!(one.title(), "Rose in Place 1");
    assert_eq!(one.shading().key.len(), 1);
    let huge = between(
        &[1.0, -5.0, 2.0],
        &[1e12, -7.5, 2.0],
        Noise::LeastChange(0.5),
    );
    assert_eq!((warmth(&huge, 0), warmth(&huge, 1)), (2, -1));
    let empty = between(&[], &[], Noise::Published);
    assert_eq!(empty.title(), "No change can be told");
    let other = Change::between(&areas(&[1.0]), areas(&[1.0, 2.0]), Noise::Published);
    assert_eq!(other, Err(NoChange::OtherAreas));
}

#[test]
fn periods_of_the_pack() {
    let (dataset, atlas) = pack();
    let of = |slug, level, periods| atlas.change(dataset, slug, level, periods);
    let change = of("employment-rate", Level::District, [None, None]).unwrap();
    story_reads_well(&change);
    let jobs = of("small-area-jobs", Level::Msoa, [None, None]).unwrap();
    story_reads_well(&jobs);
    assert_eq!(jobs.periods(), ["2015", "2018"]);
    assert_eq!(jobs.differences().len(), 153);
    for (slug, level, periods, expected) in [
        (
            "imd-2025-score",
            Level::Lsoa,
            [None, None],
            "one period only",
        ),
        (
            "small-area-jobs-change-2015-2018",
            Level::Msoa,
            [None, None],
            "a change already",
        ),
        (
            "small-area-jobs",
            Level::Msoa,
            [Some("1999"), None],
            "“1999”",
        ),
        (
            "small-area-jobs",
            Level::Msoa,
            [Some("2017"), Some("2016")],
            "2017 is not before 2016",
        ),
        ("no-such-measure", Level::Msoa, [None, None], "not told"),
        ("employment-rate", Level::Lsoa, [None, None], "not told"),
    ] {
        let fault = of(slug, level, periods).unwrap_err().to_string();
        assert!(fault.contains(expected), "{fault}");
        assert!(fault.ends_with('.'), "{fault}");
    }
}

#[test]
fn no_change_crosses_a_change_of_definition() {
    let (dataset, atlas) = pack();
    let slug = "claimant-count";
    let change = atlas
        .change(dataset, slug, Level::District, [None, None])
        .unwrap();
    assert!(change.periods()[0] >= "2015", "{:?}", change.periods());
    let periods = atlas.periods(dataset, slug, Level::District);
    let first = periods[0].as_str();
    assert!(first < "2015", "{first}");
    let fault = atlas.change(dataset, slug, Level::District, [Some(first), None]);
    let fault = fault.unwrap_err().to_string();
    assert!(
        fault.contains("counted in another way before 2015"),
        "{fault}"
    );
}
