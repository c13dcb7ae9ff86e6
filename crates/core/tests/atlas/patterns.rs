//! Whether like values lie together, and how unequal areas are.

use roadmap_core::area::{Level, Vintage};
use roadmap_core::atlas::{Nature, Together, Unequal};

use crate::given::{areas, board, of_pack, pack, reads_well};

#[test]
fn neighbours_are_of_the_areas_in_order_and_made_once() {
    let (dataset, atlas) = pack();
    for (level, vintage, count) in [
        (Level::District, Vintage::Current, 10),
        (Level::Msoa, Vintage::Census2021, 154),
        (Level::Msoa, Vintage::Census2011, 153),
        (Level::Lsoa, Vintage::Census2021, 713),
        (Level::Lsoa, Vintage::Census2011, 690),
    ] {
        let neighbours = atlas.neighbours(level, vintage).unwrap();
        assert_eq!(neighbours.areas(), count);
        assert!((0..count).all(|area| !neighbours.of(area).is_empty()));
        let ground = atlas.ground(dataset, level, vintage).unwrap();
        assert_eq!(neighbours.of(3), ground.layer().adjacency().queen[3]);
        let again = atlas.neighbours(level, vintage).unwrap();
        assert!(std::sync::Arc::ptr_eq(&neighbours, &again));
    }
    assert!(atlas.neighbours(Level::Ward, Vintage::Current).is_none());
    // Stevenage touches North and East Hertfordshire only.
    let districts = atlas.neighbours(Level::District, Vintage::Current).unwrap();
    let set = atlas
        .small()
        .set(Level::District, Vintage::Current)
        .unwrap();
    let at = |name: &str| set.areas.iter().position(|area| area.name == name).unwrap();
    let beside: Vec<&str> = districts
        .of(at("Stevenage"))
        .iter()
        .map(|area| set.areas[*area].name.as_str())
        .collect();
    assert_eq!(beside, ["North Hertfordshire", "East Hertfordshire"]);
}

#[test]
fn deprivation_lies_together_and_is_not_measured_by_gini() {
    let (_, atlas) = pack();
    let patterns = atlas.patterns(&of_pack("imd-2025-score", Level::Lsoa));
    let moran = patterns.together.moran.unwrap();
    assert!(moran.i > 0.3 && moran.z_randomisation().unwrap() > 10.0);
    assert!(
        patterns
            .together
            .words
            .starts_with("Areas with high values lie together, and so do areas with low ones,"),
        "{}",
        patterns.together.words
    );
    assert_eq!(patterns.unequal.by_area, None);
    assert!(patterns.unequal.words.contains("puts areas in order"));
}

#[test]
fn shares_are_split_inside_and_between_districts() {
    let (_, atlas) = pack();
    let patterns = atlas.patterns(&of_pack("imd-2025-income", Level::Lsoa));
    let by_area = patterns.unequal.by_area.unwrap();
    let inside = by_area.theil.unwrap().within_share().unwrap();
    let words = &patterns.unequal.words;
    assert!(
        words.contains(&format!(
            "{:.0}% of the inequality is inside districts",
            inside * 100.0
        )),
        "{words}"
    );
    assert!(
        words.contains(&format!("(Gini {:.2})", by_area.gini)),
        "{words}"
    );
    let by_size = patterns.unequal.by_size.unwrap();
    assert!((by_size.gini - by_area.gini).abs() < 0.05);
    assert_ne!(by_size.gini, by_area.gini);
    let districts = atlas.patterns(&of_pack("total-population", Level::District));
    assert_eq!(districts.unequal.by_area.unwrap().theil, None);
    assert_eq!(districts.unequal.by_size, None);
    assert!(districts.unequal.words.contains("larger than others"));
    assert!(districts.together.words.contains("few to judge by"));
}

/// MODEL.md 6: y = (1, 2, 3, 4, 10) has Gini 0.4; the mean difference of two different ones
/// is 4 = (1+2+3+9 + 1+2+8 + 1+7 + 6) / 10 beside a mean of 4.
#[test]
fn the_vector_in_words() {
    let mut figures = areas(&[1.0, 2.0, 3.0, 4.0, 10.0]);
    for (row, district) in figures.rows.iter_mut().zip(["A", "A", "B", "B", "B"]) {
        row.district = district.to_owned();
    }
    let unequal = Unequal::of(&figures, None);
    assert_eq!(
        unequal.words,
        "Two areas picked by chance differ, on average, by 100% of the mean (Gini 0.40). 46% of the inequality is inside districts, 54% between them (Theil)."
    );
    assert!((unequal.by_area.unwrap().theil.unwrap().total - 0.276_363_6).abs() < 1e-7);
}

#[test]
fn what_has_no_meaning_is_said_and_not_shown() {
    let of = |nature: Nature, values: &[f64]| {
        let mut figures = areas(values);
        figures.subject.nature = nature;
        let unequal = Unequal::of(&figures, Some(&vec![1.0; values.len()]));
        reads_well(&unequal.words);
        (unequal.by_area.is_some(), unequal.words)
    };
    for nature in [Nature::Rank, Nature::Score, Nature::Change] {
        assert!(!of(nature, &[1.0, 2.0]).0);
    }
    assert!(of(Nature::Amount, &[1.0, -2.0]).1.contains("below zero"));
    assert!(of(Nature::Amount, &[0.0, 0.0]).1.contains("zero"));
    assert!(
        of(Nature::Amount, &[f64::NAN])
            .1
            .contains("No area has a figure")
    );
    assert!(of(Nature::Amount, &[]).1.contains("No area has a figure"));
    assert!(of(Nature::Amount, &[5.0]).1.contains("Only one area"));
    assert!(of(Nature::Amount, &[5.0, 5.0]).1.contains("same value"));
    assert!(
        of(Nature::Count, &[5.0, 6.0])
            .1
            .contains("larger than others")
    );
}

#[test]
fn patterns_of_a_board() {
    let words = |values: Vec<f64>, width: usize| {
        let together = Together::of(&areas(&values), Some(&board(width)));
        reads_well(&together.words);
        together.words
    };
    let slope: Vec<f64> = (0..64).map(f64::from).collect();
    assert!(words(slope, 8).contains("far more than chance"));
    // Stripes: each square has more of the other kind beside it.
    let stripes: Vec<f64> = (0..64).map(|at| f64::from(at % 2)).collect();
    assert!(words(stripes, 8).starts_with("High and low values lie beside each other"));
    assert!(words(vec![3.0; 64], 8).contains("same value"));
    assert!(words(vec![f64::NAN; 64], 8).contains("No area has a figure and a neighbour"));
    let mut one = vec![f64::NAN; 64];
    one[5] = 2.0;
    assert!(words(one, 8).contains("No area has a figure and a neighbour"));
    assert!(words(vec![1.0, 2.0, 3.0, 4.0], 2).contains("all touch"));
    let mut outlier: Vec<f64> = vec![1.0; 64];
    outlier[20] = 1e12;
    assert!(words(outlier, 8).contains("no clear pattern"));
    let other = Together::of(&areas(&[1.0, 2.0]), Some(&board(3)));
    assert!(other.words.contains("different areas"), "{}", other.words);
    assert!(
        Together::of(&areas(&[1.0]), None)
            .words
            .contains("no shapes")
    );
}
