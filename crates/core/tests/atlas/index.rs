//! The reader's own index: directions, what is left out, firmness and words.

use roadmap_core::area::Level;
use roadmap_core::atlas::{Index, MapFigures, Recipe, Story};
use roadmap_core::measure::Direction;
use roadmap_core::quantity::Value;
use roadmap_core::stats::breaks::Method;
use roadmap_core::stats::composite::Scaling;

use crate::given::{areas, firmness, pack, reads_well, story_reads_well};

fn part(slug: &str, values: &[f64], direction: Direction) -> MapFigures {
    let mut figures = areas(values);
    figures.subject.slug = slug.to_owned();
    figures.subject.name = format!("Figure {slug}");
    figures.subject.direction = direction;
    figures
}

fn index(parts: Vec<(MapFigures, i8)>, scaling: Scaling) -> Index {
    let index = Index::new(parts, scaling, Method::Quantile, 3).unwrap();
    story_reads_well(&index);
    index
        .recipe_words()
        .iter()
        .for_each(|words| reads_well(words));
    index
}

fn scores(index: &Index) -> Vec<Value> {
    index.figures().values()
}

#[test]
fn high_is_worse_and_a_negative_weight_turns_it() {
    let (bad, good) = ([0.0, 5.0, 10.0], [30.0, 10.0, 20.0]);
    let bad = part("bad", &bad, Direction::LowerIsBetter);
    let good = part("good", &good, Direction::HigherIsBetter);
    // By hand: (3 · bad + 1 · (1 - good)) / 4 on scales from 0 to 1.
    let own = index(vec![(bad.clone(), 3), (good.clone(), 1)], Scaling::MinMax);
    assert_eq!(scores(&own), [0.0, 62.5, 87.5].map(Value::Number));
    assert_eq!(
        own.recipe_words(),
        [
            "Figure bad: 75% of the weight; high is worse",
            "Figure good: 25% of the weight; low is worse"
        ]
    );
    assert_eq!(
        own.contributions(1),
        [
            ("Figure bad".to_owned(), "+37.5".to_owned()),
            ("Figure good".to_owned(), "+25.0".to_owned())
        ]
    );
    let turned = index(vec![(bad, -3), (good, -1)], Scaling::MinMax);
    assert_eq!(scores(&turned), [100.0, 37.5, 12.5].map(Value::Number));
    assert_eq!(
        turned.recipe_words()[1],
        "Figure good: 25% of the weight; turned round: high counts as worse"
    );
    let neutral = part("plain", &[1.0, 2.0], Direction::Neutral);
    let neutral = index(vec![(neutral, -2)], Scaling::ZScore);
    assert_eq!(scores(&neutral), [1.0, -1.0].map(Value::Number));
    assert!(neutral.recipe_words()[0].ends_with("turned round: low counts as more"));
    assert!(neutral.subtitle().contains("of Figure plain alone"));
}

#[test]
fn firmness_is_tested_and_told() {
    let values: Vec<f64> = (0..50).map(f64::from).collect();
    let mixed: Vec<f64> = (0..50).map(|at| f64::from(at * 7 % 50)).collect();
    let parts = vec![
        (part("a", &values, Direction::Neutral), 5),
        (part("b", &mixed, Direction::Neutral), 5),
    ];
    let own = index(parts, Scaling::Percentile);
    assert!(own.stability_words(0).is_empty() && own.firmness().is_empty());
    let own = own.clone().with_stability(firmness(&own));
    story_reads_well(&own);
    let words: Vec<String> = own
        .table_order()
        .iter()
        .map(|at| own.stability_words(*at))
        .collect();
    assert!(words[0].starts_with("stays in the highest fifth in all of 1,000 trials with weights moved by up to 20% either way"), "{}", words[0]);
    assert!(
        words
            .iter()
            .any(|words| words.contains("comes into the highest fifth"))
    );
    assert!(
        words[49].starts_with("ranks between") || words[49].starts_with("keeps"),
        "{}",
        words[49]
    );
    assert!(
        own.firmness()
            .starts_with("Of the 11 areas of about 1,600 people (LSOAs) in the highest fifth, "),
        "{}",
        own.firmness()
    );
    assert_eq!(own.part_facts(3).len(), 2);
}

#[test]
fn bad_figures_are_told() {
    let part_of = |values: &[f64]| part("a", values, Direction::LowerIsBetter);
    let gaps = vec![
        (part_of(&[1.0, f64::NAN, 3.0]), 3),
        (part("b", &[1.0, 2.0, f64::NAN], Direction::Neutral), 1),
    ];
    let own = index(gaps, Scaling::MinMax);
    // The second area has a quarter of the weight, the third has three quarters.
    assert_eq!(own.value_words(1), "not scored");
    assert_ne!(own.value_words(2), "not scored");
    assert_eq!(own.figures().rows[1].value, Value::Missing);
    let same = index(
        vec![
            (part_of(&[4.0; 4]), 2),
            (part("b", &[1.0, 2.0, 3.0, 4.0], Direction::Neutral), 1),
        ],
        Scaling::MinMax,
    );
    assert_eq!(
        same.notices(),
        ["“Figure a” is the same everywhere, so it tells no areas apart."]
    );
    index(vec![(part_of(&[2.0]), 2)], Scaling::MinMax);
    index(vec![(part_of(&[-1.0, -2.0, 1e300]), 2)], Scaling::MinMax);
    index(
        vec![(part_of(&[1.0, 1.0, 2.0, 2.0]), 2)],
        Scaling::Percentile,
    );
    for scaling in Scaling::ALL {
        let none = Index::new(
            vec![(part_of(&[f64::NAN; 3]), 2)],
            scaling,
            Method::Equal,
            5,
        );
        assert!(none.unwrap_err().to_string().contains("three quarters"));
    }
    let zero = Index::new(
        vec![(part_of(&[1.0]), 0)],
        Scaling::MinMax,
        Method::Equal,
        5,
    );
    assert!(
        zero.unwrap_err()
            .to_string()
            .starts_with("Nothing is weighed")
    );
}

#[test]
fn measures_of_the_pack() {
    let (dataset, atlas) = pack();
    let weights = |all: &[(&str, i8)]| -> Vec<(String, i8)> {
        all.iter()
            .map(|(slug, weight)| ((*slug).to_owned(), *weight))
            .collect()
    };
    let asked = weights(&[
        ("imd-2025-income", 5),
        ("imd-2025-health", 3),
        ("aged-65-and-over-share", -2),
        ("small-area-jobs", 1),
        ("employment-rate", 1),
        ("nothing", 1),
    ]);
    let recipe = Recipe {
        weights: &asked,
        level: Level::Lsoa,
        scaling: Scaling::Percentile,
    };
    let own = atlas
        .index(dataset, &recipe, Method::FisherJenks, 5)
        .unwrap();
    story_reads_well(&own);
    assert_eq!(own.recipe_words().len(), 3);
    assert_eq!(own.notices().len(), 3, "{:?}", own.notices());
    own.notices().iter().for_each(|notice| reads_well(notice));
    assert_eq!(own.figures().rows.len(), 713);
    let district = Recipe {
        level: Level::District,
        ..recipe
    };
    let own = atlas
        .index(dataset, &district, Method::FisherJenks, 5)
        .unwrap();
    assert_eq!(own.figures().rows.len(), 10);
    assert_eq!(own.recipe_words().len(), 5);
    let none = Recipe {
        weights: &[],
        ..district
    };
    assert!(atlas.index(dataset, &none, Method::Equal, 5).is_err());
}
