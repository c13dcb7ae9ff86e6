//! Hot and cold spots: the run, the letters, the map and its words.

use roadmap_core::area::Level;
use roadmap_core::atlas::{Spots, Story, kinds, letters};
use roadmap_core::chart::area_map::{Cluster as Spot, Fill};
use roadmap_core::stats::autocorrelation::{Cluster, Lisa, NoAutocorrelation, Trial};

use crate::given::{areas, board, of_pack, pack, story_reads_well, tested};

/// A board of 10 by 10 with high values in one corner and low ones in the other.
fn two_corners() -> Vec<f64> {
    let value = |at: usize| match (at % 10, at / 10) {
        (x, y) if x < 4 && y < 4 => 20.0 + (at % 3) as f64,
        (x, y) if x > 5 && y > 5 => 1.0 + (at % 3) as f64,
        _ => 10.0 + (at % 5) as f64,
    };
    (0..100).map(value).collect()
}

#[test]
fn letters_go_both_ways() {
    let figures = areas(&two_corners());
    let clusters = Lisa::new(&figures.numbers(), &board(10), Trial::default());
    let clusters = clusters.unwrap().finish();
    let text = letters(&clusters);
    assert_eq!(text.chars().count(), 100);
    assert_eq!(kinds(&text), tested(&figures, &board(10)).unwrap());
    assert_eq!(kinds("HLhl-.?").iter().flatten().count(), 5);
}

#[test]
fn the_map_marks_the_corners() {
    let figures = areas(&two_corners());
    let kinds = tested(&figures, &board(10)).unwrap();
    let spots = Spots::new(figures, kinds);
    story_reads_well(&spots);
    assert_eq!(spots.shading().fills[0], Fill::Cluster(Spot::HighHigh));
    assert_eq!(spots.shading().fills[99], Fill::Cluster(Spot::LowLow));
    assert_eq!(spots.shading().fills[5], Fill::Cluster(Spot::None));
    assert_eq!(spots.shading().key.len(), 5);
    assert!(
        spots
            .area_words(0)
            .starts_with("Place 1, District 1: hot spot: high, and so are the areas around; 20.0%")
    );
    assert!(
        spots.sentence().contains(" hot spots, "),
        "{}",
        spots.sentence()
    );
    assert_eq!(
        spots.title(),
        "Most hot spots are in District 2 and District 3"
    );
}

#[test]
fn areas_without_a_figure_or_neighbour_are_left_out_and_told() {
    let mut values = two_corners();
    values[0] = f64::NAN;
    for around in [88, 89, 98] {
        values[around] = f64::NAN;
    }
    let figures = areas(&values);
    let kinds = tested(&figures, &board(10)).unwrap();
    assert_eq!((kinds[0], kinds[99]), (None, None));
    let spots = Spots::new(figures, kinds);
    story_reads_well(&spots);
    assert_eq!(spots.shading().fills[0], Fill::Missing);
    assert_eq!(spots.shading().fills[99], Fill::NoClass);
    assert!(spots.area_words(0).ends_with("not published"));
    assert!(
        spots
            .area_words(99)
            .contains("cannot be compared with the areas around")
    );
}

#[test]
fn too_few_equal_or_no_figures_are_told() {
    let few = areas(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
    let spots = Spots::new(few.clone(), tested(&few, &board(3)).unwrap());
    story_reads_well(&spots);
    assert!(
        spots.sentence().contains("too few to tell clusters"),
        "{}",
        spots.sentence()
    );
    assert_eq!(spots.title(), "No clusters can be told");
    let fault = tested(&areas(&[2.0; 9]), &board(3)).unwrap_err();
    assert_eq!(fault, NoAutocorrelation::AllEqual);
    let untold = Spots::untold(areas(&[2.0; 9]), fault);
    story_reads_well(&untold);
    assert!(untold.sentence().contains("same value"));
    let nothing = areas(&[f64::NAN; 9]);
    let fault = tested(&nothing, &board(3)).unwrap_err();
    story_reads_well(&Spots::untold(nothing, fault));
    let other = Spots::new(few, kinds("HH"));
    story_reads_well(&other);
    assert!(
        other
            .shading()
            .trouble
            .as_ref()
            .unwrap()
            .contains("not of these")
    );
}

#[test]
fn real_areas_have_hot_spots_and_districts_are_too_few() {
    let (_, atlas) = pack();
    let figures = of_pack("aged-65-and-over-share", Level::Msoa);
    let neighbours = atlas.neighbours(figures.level, figures.vintage).unwrap();
    let kinds = tested(&figures, &neighbours).unwrap();
    let spots = Spots::new(figures, kinds);
    story_reads_well(&spots);
    assert_eq!(spots.kinds().iter().flatten().count(), 154);
    let districts = of_pack("imd-2025-income", Level::District);
    let neighbours = atlas
        .neighbours(districts.level, districts.vintage)
        .unwrap();
    let kinds = tested(&districts, &neighbours).unwrap();
    let spots = Spots::new(districts, kinds);
    assert!(
        spots.sentence().contains("10 districts are too few"),
        "{}",
        spots.sentence()
    );
}

#[test]
fn packed_letters_are_shown_without_a_test() {
    let (_, atlas) = pack();
    let figures = of_pack("overcrowded-homes-share", Level::Lsoa);
    let kinds = atlas.clusters(&figures.subject.slug, figures.level, &figures.period);
    let spots = Spots::new(figures, kinds.unwrap());
    story_reads_well(&spots);
    let count = |kind: Cluster| {
        let own = spots.kinds().iter().filter(|own| **own == Some(kind));
        own.count()
    };
    assert!(count(Cluster::HighHigh) > 20 && count(Cluster::LowLow) > 20);
    assert!(
        spots.title().starts_with("Most hot spots are in Watford"),
        "{}",
        spots.title()
    );
    // Places in an order are early or late, not high or low.
    let figures = of_pack("imd-2025-rank", Level::Lsoa);
    let kinds = atlas.clusters(&figures.subject.slug, figures.level, &figures.period);
    let spots = Spots::new(figures, kinds.unwrap());
    story_reads_well(&spots);
    assert!(
        spots.sentence().contains("spots early in the order"),
        "{}",
        spots.sentence()
    );
    assert!(
        spots
            .shading()
            .key
            .iter()
            .all(|entry| !entry.words.contains("hot"))
    );
}
