//! Figures that no publisher means: whatever they are, a map has a picture and words.

use proptest::prelude::*;
use roadmap_core::area::Level;
use roadmap_core::atlas::{
    Change, Index, MapFigures, Named, Nature, Pair, Spots, Story, Together, Unequal, Values,
};
use roadmap_core::chart::area_map::Fill;
use roadmap_core::measure::{Direction, Unit};
use roadmap_core::quantity::Value;
use roadmap_core::stats::breaks::Method;
use roadmap_core::stats::change::Noise;
use roadmap_core::stats::composite::Scaling;

use crate::given::{
    areas, board, firmness, pack, reads_well, story_reads_well, tested, with_margins,
};

fn values(numbers: &[f64], method: Method, classes: u8) -> Values {
    let values = Values::new(areas(numbers), method, classes, &[2.0, 3.0, 5.0]);
    story_reads_well(&values);
    values
}

/// Natural breaks in five classes.
fn five(numbers: &[f64]) -> Values {
    values(numbers, Method::FisherJenks, 5)
}

fn classes_in_key(values: &Values) -> usize {
    let key = &values.shading().key;
    key.iter().filter(|entry| entry.range.is_some()).count()
}

#[test]
fn missing_in_some_areas() {
    let map = five(&[1.0, f64::NAN, 3.0, 4.0, f64::NAN, 9.0]);
    assert_eq!(map.shading().fills[1], Fill::Missing);
    let gap = map.shading().key.last().unwrap();
    assert_eq!((gap.words.as_str(), gap.count), ("not published", 2));
    assert!(
        map.sentence().ends_with("2 areas have no figure."),
        "{}",
        map.sentence()
    );
    assert_eq!(map.table_order(), [5, 3, 2, 0, 1, 4]);
    assert_eq!(map.area_words(1), "Place 2, District 2: not published");
}

#[test]
fn all_equal() {
    for method in Method::ALL {
        let map = values(&[4.0; 6], method, 5);
        assert_eq!(
            map.title(),
            "The same in all 6 areas of about 1,600 people (LSOAs)"
        );
        assert!(
            map.sentence().ends_with("All have 4.0%."),
            "{}",
            map.sentence()
        );
    }
    let map = five(&[4.0; 6]);
    assert_eq!(classes_in_key(&map), 1);
    assert_eq!(map.shading().key[0].words, "every value");
}

#[test]
fn two_distinct_values_with_five_classes() {
    for method in [Method::FisherJenks, Method::Quantile, Method::Equal] {
        let map = values(&[1.0, 1.0, 1.0, 7.0, 7.0], method, 5);
        assert_eq!(classes_in_key(&map), 2, "{method:?}");
        let counts: Vec<usize> = map.shading().key.iter().map(|entry| entry.count).collect();
        assert_eq!(counts, [3, 2]);
    }
}

#[test]
fn all_missing_and_no_areas() {
    for numbers in [&[f64::NAN; 4][..], &[]] {
        for method in Method::ALL {
            let map = values(numbers, method, 5);
            assert_eq!(map.title(), "No figure is published here");
            assert!(map.shading().trouble.is_some());
            assert!(map.shading().fills.iter().all(|fill| fill.is_untold()));
            assert!(map.sentence().contains("none has a figure for made up"));
        }
    }
}

#[test]
fn one_area_only() {
    let map = five(&[3.0]);
    assert_eq!(map.title(), "Only Place 1 has a figure");
    assert_eq!(classes_in_key(&map), 1);
    assert_eq!(map.area_words(0), "Place 1, District 1: 3.0%, highest of 1");
    let among = five(&[f64::NAN, 3.0]);
    assert_eq!(among.title(), "Only Place 2 has a figure");
}

#[test]
fn negative_values_and_a_huge_outlier() {
    let map = five(&[-5.0, -2.5, 0.0, 2.5, 1e12]);
    assert!(
        map.sentence().contains("From −5.0% in Place 1, District 1"),
        "{}",
        map.sentence()
    );
    let outlier = map.shading().fills[4];
    let same = map.shading().fills.iter().filter(|fill| **fill == outlier);
    assert_eq!(same.count(), 1);
    let equal = values(&[-5.0, -2.5, 0.0, 2.5, 1e12], Method::Equal, 5);
    assert_eq!(equal.shading().key[0].count, 4);
}

#[test]
fn classes_around_a_value_that_is_not_there() {
    let map = values(&[1.0, 2.0, 3.0], Method::Around, 4);
    assert!(
        map.shading()
            .trouble
            .as_ref()
            .unwrap()
            .starts_with("There is no value to draw")
    );
    let none = Values::new(areas(&[1.0, 2.0]), Method::Deciles, 5, &[]);
    assert!(
        none.shading()
            .trouble
            .as_ref()
            .unwrap()
            .contains("gives no tenths")
    );
}

#[test]
fn a_pin_a_measure_or_a_period_that_is_not_there() {
    let (dataset, atlas) = pack();
    for (slug, level, period) in [
        ("no-such-measure", Level::Lsoa, None),
        ("imd-2025-score", Level::District, None),
        ("imd-2025-score", Level::Lsoa, Some("1066")),
        ("employment-rate", Level::Ward, None),
    ] {
        assert!(
            atlas.figures(dataset, slug, level, period).is_none(),
            "{slug}"
        );
    }
    let map = five(&[1.0, 2.0]);
    assert!(map.cells(9).iter().all(String::is_empty) && map.area_words(9).is_empty());
    assert_eq!(map.value_words(9), "");
}

fn any_figures(rows: usize) -> impl Strategy<Value = MapFigures> {
    let value = prop_oneof![
        6 => (-1e3..1e3_f64).prop_map(Value::Number),
        2 => (0..4_u8).prop_map(|whole| Value::Number(f64::from(whole))),
        1 => prop_oneof![Just(1e15), Just(-1e15), Just(1e-12), Just(0.0)].prop_map(Value::Number),
        1 => prop_oneof![Just(Value::Missing), Just(Value::Suppressed), Just(Value::Undefined)],
    ];
    let natures = [
        Nature::Count,
        Nature::Amount,
        Nature::Score,
        Nature::Rank,
        Nature::Change,
    ];
    let directions = [
        Direction::HigherIsBetter,
        Direction::LowerIsBetter,
        Direction::Neutral,
    ];
    let levels = [Level::District, Level::Msoa, Level::Lsoa];
    (
        prop::collection::vec(value, rows),
        prop::sample::select(Unit::ALL.to_vec()),
        prop::sample::select(natures.to_vec()),
        prop::sample::select(directions.to_vec()),
        prop::sample::select(levels.to_vec()),
        prop::option::of(-1e3..1e3_f64),
        (0..3_u8, prop::option::of(0.0..500.0_f64)),
    )
        .prop_map(
            |(values, unit, nature, direction, level, county, (decimals, margin))| {
                let mut figures = areas(&vec![0.0; values.len()]);
                for (row, value) in figures.rows.iter_mut().zip(values) {
                    row.value = value;
                    if level == Level::District {
                        row.district = String::new();
                    }
                }
                figures.through_time = figures.numbers();
                figures.through_time.retain(|number| number.is_finite());
                figures.level = level;
                figures.subject.unit = unit;
                figures.subject.nature = nature;
                figures.subject.direction = direction;
                figures.subject.decimals = decimals;
                figures.benchmarks = county
                    .map(|value| Named {
                        area: roadmap_core::area::AreaCode::new("E10000000").unwrap(),
                        name: "The county".to_owned(),
                        value,
                        interval: None,
                    })
                    .into_iter()
                    .collect();
                match margin {
                    Some(half_width) => with_margins(figures, half_width),
                    None => figures,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_map_of_any_figures_reads_well(
        first in any_figures(64),
        second in any_figures(64),
        method in prop::sample::select(Method::ALL.to_vec()),
        classes in 2..8_u8,
        few in any::<bool>(),
        least in 0.0..100.0_f64,
        weights in (-10..10_i8, 1..10_i8),
    ) {
        let (mut first, mut second) = (first, second);
        if few {
            for figures in [&mut first, &mut second] {
                figures.rows.truncate(9);
            }
        }
        let width = if few { 3 } else { 8 };
        second.level = first.level;
        for (own, other) in second.rows.iter_mut().zip(&first.rows) {
            own.district.clone_from(&other.district);
        }
        story_reads_well(&Values::new(first.clone(), method, classes, &[1.0, 10.0]));
        let sizes = vec![2.0; first.rows.len()];
        let unequal = Unequal::of(&first, Some(&sizes));
        reads_well(&unequal.words);
        let together = Together::of(&first, Some(&board(width)));
        reads_well(&together.words);
        if few {
            let spots = match tested(&first, &board(width)) {
                Ok(kinds) => Spots::new(first.clone(), kinds),
                Err(fault) => Spots::untold(first.clone(), fault),
            };
            story_reads_well(&spots);
        }
        let mut earlier = second.clone();
        earlier.subject = first.subject.clone();
        earlier.period_words = "2018".to_owned();
        for noise in [Noise::Published, Noise::Jobs, Noise::LeastChange(least), Noise::RoundedTo(least)] {
            story_reads_well(&Change::between(&earlier, first.clone(), noise).unwrap());
        }
        second.subject.slug = "other".to_owned();
        second.subject.name = "Other things".to_owned();
        let pair = Pair::new(first.clone(), second.clone()).unwrap();
        story_reads_well(&pair);
        reads_well(&pair.link_words());
        for scaling in Scaling::ALL {
            let parts = vec![(first.clone(), weights.0), (second.clone(), weights.1)];
            if let Ok(index) = Index::new(parts, scaling, method, classes) {
                story_reads_well(&index);
                if few {
                    let firm = firmness(&index);
                    story_reads_well(&index.with_stability(firm));
                }
            }
        }
    }
}
