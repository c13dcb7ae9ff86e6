//! What the tests start from: the committed pack, or a handful of figures.

use std::sync::OnceLock;

use roadmap_core::area::{AreaCode, Level, Vintage};
use roadmap_core::atlas::{Atlas, Index, MapFigures, Nature, Row, Story, Subject};
use roadmap_core::background::{Answer, Run};
use roadmap_core::data::{Dataset, read_pack, read_small_areas};
use roadmap_core::measure::{Direction, Unit};
use roadmap_core::quantity::{Interval, Provenance, Value};
use roadmap_core::stats::autocorrelation::{Cluster, Neighbours, NoAutocorrelation};
use roadmap_core::stats::composite::Stability;

const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/");

/// The committed pack with its small areas.
pub fn pack() -> &'static (Dataset, Atlas) {
    static PACK: OnceLock<(Dataset, Atlas)> = OnceLock::new();
    PACK.get_or_init(|| {
        let bytes = |file: &str| std::fs::read(format!("{PUBLIC}{file}")).unwrap();
        let reading = read_pack("the pack", &bytes("hertfordshire.json"));
        let dataset = reading.dataset.unwrap();
        let reading = read_small_areas(
            "the small areas",
            &bytes("hertfordshire-small-areas.json"),
            &dataset,
        );
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let (atlas, findings) = Atlas::new(&dataset, reading.small_areas.unwrap());
        assert!(findings.is_empty(), "{findings:?}");
        (dataset, atlas.unwrap())
    })
}

/// A measure of the pack at a level, at its latest period.
pub fn of_pack(slug: &str, level: Level) -> MapFigures {
    let (dataset, atlas) = pack();
    let figures = atlas.figures(dataset, slug, level, None);
    figures.unwrap_or_else(|| panic!("{slug} at {level:?}"))
}

/// Small areas with these values, NaN for none, called `Place 1` and so on; every fifth is
/// in the same district.
pub fn areas(values: &[f64]) -> MapFigures {
    let row = |(at, value): (usize, &f64)| Row {
        code: AreaCode::new(&format!("E01{at:06}")).unwrap(),
        name: format!("Place {}", at + 1),
        district: format!("District {}", at % 5 + 1),
        value: match value.is_nan() {
            true => Value::Missing,
            false => Value::Number(*value),
        },
        interval: None,
    };
    MapFigures {
        subject: Subject {
            slug: "made-up".to_owned(),
            name: "Made up".to_owned(),
            meaning: "Nothing at all.".to_owned(),
            caution: String::new(),
            unit: Unit::Percent,
            decimals: 1,
            direction: Direction::LowerIsBetter,
            nature: Nature::Amount,
            levels: vec![Level::Lsoa],
        },
        level: Level::Lsoa,
        vintage: Vintage::Census2021,
        period: "2021".to_owned(),
        period_words: "2021".to_owned(),
        provenance: Provenance::Observed,
        is_added_up: false,
        rows: values.iter().enumerate().map(row).collect(),
        through_time: values
            .iter()
            .copied()
            .filter(|value| !value.is_nan())
            .collect(),
        benchmarks: Vec::new(),
        source_words: "Somebody, Something. A licence.".to_owned(),
        source_url: None,
    }
}

/// The same with 95% intervals this far to either side.
pub fn with_margins(mut figures: MapFigures, half_width: f64) -> MapFigures {
    for row in &mut figures.rows {
        row.interval = row.value.number().map(|number| Interval {
            low: number - half_width,
            high: number + half_width,
        });
    }
    figures
}

/// Squares of a board of this width that share a corner.
pub fn board(width: usize) -> Neighbours {
    let near = |a: usize, b: usize| a.abs_diff(b) <= 1;
    let beside = |own: usize| {
        let is_near = |other: &usize| {
            near(own % width, other % width) && near(own / width, other / width) && own != *other
        };
        (0..width * width).filter(is_near).collect()
    };
    let lists: Vec<Vec<usize>> = (0..width * width).map(beside).collect();
    Neighbours::from_lists(&lists)
}

/// The kind of each row, as a worker would answer.
pub fn tested(
    figures: &MapFigures,
    neighbours: &Neighbours,
) -> Result<Vec<Option<Cluster>>, NoAutocorrelation> {
    let question = figures.clusters_question(neighbours)?;
    match Run::new(&question).unwrap().finish() {
        Answer::Clusters(kinds) => Ok(kinds),
        other => panic!("{other:?}"),
    }
}

/// How firm each rank is, as a worker would answer.
pub fn firmness(index: &Index) -> Vec<Option<Stability>> {
    match Run::new(&index.firmness_question()).unwrap().finish() {
        Answer::Firmness(firm) => firm,
        other => panic!("{other:?}"),
    }
}

/// What no reader should ever see.
pub fn reads_well(words: &str) {
    for bad in ["NaN", "inf", "  ", "Some(", "{", "}", "..", " ,", " ."] {
        // “inf” is part of words such as “information”.
        let found = match bad {
            "inf" => words
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == "inf"),
            bad => words.contains(bad),
        };
        assert!(!found, "“{bad}” in “{words}”");
    }
    assert_eq!(words.trim(), words);
}

/// Reads all that a map says aloud.
pub fn story_reads_well(story: &dyn Story) {
    for words in [story.title(), story.subtitle(), story.sentence()] {
        assert!(!words.is_empty());
        reads_well(&words);
    }
    let columns = story.columns();
    columns.iter().for_each(|column| reads_well(column));
    for at in 0..story.figures().rows.len() {
        let cells = story.cells(at);
        assert_eq!(cells.len(), columns.len());
        for cell in &cells {
            assert!(!cell.is_empty(), "an empty cell in {cells:?}");
            reads_well(cell);
        }
        let words = story.area_words(at);
        assert!(!words.is_empty() && !words.starts_with(':'));
        reads_well(&words);
        assert!(story.own_facts(at).iter().any(|(name, _)| *name == "class"));
    }
    let rows = story.figures().rows.len();
    assert_eq!(story.area_words(rows), "");
    let shading = story.shading();
    assert_eq!(shading.fills.len(), rows);
    let counted: usize = shading.key.iter().map(|entry| entry.count).sum();
    assert!(
        shading.trouble.is_some() || counted == rows,
        "{:?}",
        shading.key
    );
    shading
        .key
        .iter()
        .for_each(|entry| reads_well(&entry.words));
    if let Some(trouble) = &shading.trouble {
        assert!(trouble.ends_with('.'), "{trouble}");
        reads_well(trouble);
    }
    story.notes().iter().for_each(|note| reads_well(note));
    let mut order = story.table_order();
    order.sort_unstable();
    assert!(order.into_iter().eq(0..rows));
}
