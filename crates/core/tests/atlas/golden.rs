//! What maps of the committed pack say, read as an officer reads them.
//!
//! When a change is meant, `UPDATE_GOLDEN=1 cargo test -p roadmap-core --test atlas` takes it
//! over; read the file aloud before committing it.

use std::fmt::Write;
use std::path::Path;

use roadmap_core::area::Level::{District, Lsoa, Msoa};
use roadmap_core::atlas::{Recipe, Story, Values};
use roadmap_core::stats::breaks::Method;
use roadmap_core::stats::composite::Scaling;

use crate::given::{of_pack, pack, story_reads_well};

/// One of each kind of number, at each level.
const VALUES: [(&str, roadmap_core::area::Level); 24] = [
    ("imd-2025-score", Lsoa),
    ("imd-2025-rank", Lsoa),
    ("imd-2025-income", Lsoa),
    ("imd-2025-income", District),
    ("imd-2025-connectivity", Lsoa),
    ("imd-2025-health", Lsoa),
    ("aged-65-and-over-share", Lsoa),
    ("aged-65-and-over-share", Msoa),
    ("aged-65-and-over-share", District),
    ("overcrowded-homes-share", Lsoa),
    ("house-price-2019", Lsoa),
    ("household-income-2018", Msoa),
    ("small-area-jobs", Lsoa),
    ("small-area-jobs-change-2015-2018", Msoa),
    ("level-4-2011-share", Msoa),
    ("children-in-income-deprivation", Lsoa),
    ("employment-rate", District),
    ("gross-median-weekly-pay", District),
    ("anxiety", District),
    ("housing-affordability-ratio-residence-based", District),
    ("net-additions-to-the-housing-stock-england", District),
    ("greenhouse-gas-emissions", District),
    ("public-electric-vehicle-chargers", District),
    ("total-population", District),
];

fn tell(out: &mut String, heading: &str, story: &dyn Story) {
    story_reads_well(story);
    let middle = story.figures().rows.len() / 2;
    writeln!(out, "== {heading}").unwrap();
    writeln!(out, "{}", story.title()).unwrap();
    writeln!(out, "  {}", story.subtitle()).unwrap();
    writeln!(out, "  {}", story.sentence()).unwrap();
    writeln!(out, "  {}", story.area_words(middle)).unwrap();
    let key: Vec<String> = story
        .shading()
        .key
        .iter()
        .map(|entry| format!("{} ({})", entry.words, entry.count))
        .collect();
    writeln!(out, "  key: {}", key.join(" | ")).unwrap();
}

#[test]
fn every_map_says_what_was_read_aloud() {
    let (dataset, atlas) = pack();
    let mut text = String::new();
    for (slug, level) in VALUES {
        let figures = of_pack(slug, level);
        let patterns = atlas.patterns(&figures);
        let compared = atlas.compare(dataset, &figures, figures.rows.len() / 2);
        let story = Values::new(figures, Method::FisherJenks, 5, &[]);
        tell(&mut text, &format!("{slug}, {}", level.key()), &story);
        writeln!(text, "  together: {}", patterns.together.words).unwrap();
        writeln!(text, "  unequal: {}", patterns.unequal.words).unwrap();
        let compared = compared.iter().map(|row| match row.difference.as_str() {
            "" => format!("{} {}", row.name, row.value),
            difference => format!("{} {}: {difference}", row.name, row.value),
        });
        let compared: Vec<String> = compared.collect();
        writeln!(text, "  against: {}", compared.join(" | ")).unwrap();
    }
    for (slug, level) in [
        ("employment-rate", District),
        ("claimant-count", District),
        ("gross-median-weekly-pay", District),
        ("small-area-jobs", Msoa),
    ] {
        let change = atlas.change(dataset, slug, level, [None, None]).unwrap();
        tell(
            &mut text,
            &format!("change of {slug}, {}", level.key()),
            &change,
        );
    }
    for (first, second, level) in [
        ("imd-2025-income", "aged-65-and-over-share", Lsoa),
        ("imd-2025-income", "employment-rate", District),
    ] {
        let pair = atlas.pair(dataset, of_pack(first, level), second).unwrap();
        tell(
            &mut text,
            &format!("{first} with {second}, {}", level.key()),
            &pair,
        );
    }
    let weights: Vec<(String, i8)> = [
        ("imd-2025-income", 5),
        ("imd-2025-connectivity", 3),
        ("aged-65-and-over-share", 2),
    ]
    .map(|(slug, weight)| (slug.to_owned(), weight))
    .to_vec();
    let recipe = Recipe {
        weights: &weights,
        level: Lsoa,
        scaling: Scaling::Percentile,
    };
    let index = atlas
        .index(dataset, &recipe, Method::FisherJenks, 5)
        .unwrap();
    tell(&mut text, "own index, lsoa", &index);
    compare_with_golden(&text);
}

fn compare_with_golden(text: &str) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/atlas/golden.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&kept, text).unwrap();
    }
    let golden = std::fs::read_to_string(&kept).unwrap_or_default();
    for (line, (now, before)) in text.lines().zip(golden.lines()).enumerate() {
        assert_eq!(now, before, "golden.txt, line {}", line + 1);
    }
    assert_eq!(text.lines().count(), golden.lines().count());
}
