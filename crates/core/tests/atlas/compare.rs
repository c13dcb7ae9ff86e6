//! One area against larger ones: intervals, counts, ranks and what is not published.

use roadmap_core::area::Level;
use roadmap_core::atlas::{Compared, MapFigures, Named, Nature};
use roadmap_core::quantity::{Interval, Value};

use crate::given::{of_pack, pack, reads_well};

fn compare(figures: &MapFigures, at: usize) -> Vec<Compared> {
    let (dataset, atlas) = pack();
    let rows = atlas.compare(dataset, figures, at);
    for row in &rows {
        assert!(!row.name.is_empty() && !row.value.is_empty());
        reads_well(&row.name);
        reads_well(&row.value);
        reads_well(&row.difference);
    }
    rows
}

fn names(rows: &[Compared]) -> Vec<&str> {
    rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn a_district_against_county_region_and_country() {
    let mut figures = of_pack("employment-rate", Level::District);
    let at = figures
        .rows
        .iter()
        .position(|row| row.name == "Stevenage")
        .unwrap();
    assert_eq!(
        names(&compare(&figures, at)),
        ["Hertfordshire", "East of England", "England"]
    );
    let margin = |half: f64, number: f64| {
        Some(Interval {
            low: number - half,
            high: number + half,
        })
    };
    let set = |figures: &mut MapFigures,
               own: f64,
               half: Option<f64>,
               other: f64,
               other_half: Option<f64>| {
        figures.rows[at].value = Value::Number(own);
        figures.rows[at].interval = half.and_then(|half| margin(half, own));
        let county: &mut Named = &mut figures.benchmarks[0];
        county.value = other;
        county.interval = other_half.and_then(|half| margin(half, other));
    };
    let mut told = |own, half, other, other_half| {
        set(&mut figures, own, half, other, other_half);
        compare(&figures, at)[0].difference.clone()
    };
    assert_eq!(
        told(80.0, None, 78.0, None),
        "higher by 2.0 percentage points"
    );
    assert_eq!(told(78.0, None, 78.04, None), "the same");
    // Half widths 3 and 4 give 5.
    assert_eq!(
        told(80.0, Some(3.0), 76.0, Some(4.0)),
        "no clear difference"
    );
    assert_eq!(
        told(80.0, Some(3.0), 74.0, Some(4.0)),
        "higher by 6.0 percentage points"
    );
    assert_eq!(told(80.0, Some(3.0), 82.0, None), "no clear difference");
    assert_eq!(
        told(80.0, None, 82.0, Some(1.0)),
        "lower by 2.0 percentage points"
    );
    let mut missing = figures.clone();
    missing.rows[at].value = Value::Suppressed;
    missing.benchmarks.remove(1);
    let rows = compare(&missing, at);
    assert_eq!(rows[1].value, "not published");
    assert!(rows.iter().all(|row| row.difference.is_empty()));
    assert!(compare(&figures, 99).is_empty());
}

#[test]
fn a_small_area_against_its_district_too() {
    let figures = of_pack("aged-65-and-over-share", Level::Lsoa);
    let rows = compare(&figures, 100);
    assert_eq!(names(&rows)[0], figures.rows[100].district);
    assert_eq!(rows.len(), 4);
    assert!(
        rows[0].difference.starts_with("higher by") || rows[0].difference.starts_with("lower by")
    );
    // A score's middle areas, and no sizes.
    let figures = of_pack("imd-2025-health", Level::Lsoa);
    let scores = compare(&figures, 5);
    assert!(
        scores
            .iter()
            .all(|row| ["higher", "lower", "the same", ""].contains(&row.difference.as_str())),
        "{scores:?}"
    );
    let mut ranks = figures.clone();
    ranks.subject.nature = Nature::Rank;
    let ranks = compare(&ranks, 5);
    assert!(
        ranks
            .iter()
            .any(|row| row.difference.ends_with("in the order"))
    );
}

#[test]
fn counts_are_parts_of_the_whole() {
    let figures = of_pack("small-area-jobs", Level::Msoa);
    let rows = compare(&figures, 0);
    assert!(rows[0].difference.ends_with("% of it"), "{rows:?}");
    assert!(rows[1].difference.ends_with("% of it"));
    assert_eq!(rows[2].value, "not published");
    let mut gap = figures.clone();
    gap.rows[1].value = Value::Missing;
    assert_eq!(compare(&gap, 0)[1].value, "not published");
}

#[test]
fn a_middle_area_stands_in_where_no_district_figure_is_published() {
    let figures = of_pack("imd-2025-score", Level::Lsoa);
    let rows = compare(&figures, 0);
    assert_eq!(
        rows[0].name,
        format!("{}’s middle area", figures.rows[0].district)
    );
}
