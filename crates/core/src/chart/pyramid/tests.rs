//! What holds for every pyramid.

use proptest::prelude::*;

use super::*;
use crate::chart::mark::{Ink, Mark};
use crate::chart::properties::check;

fn spec(bands: &[[f64; 4]]) -> PyramidSpec {
    let band = |(index, [a, b, c, d]): (usize, &[f64; 4])| PyramidBand {
        key: index.to_string(),
        name: format!("{} to {}", 5 * index, 5 * index + 4),
        before: [*a, *b],
        after: [*c, *d],
    };
    PyramidSpec {
        measure: "Residents".to_owned(),
        unit: Unit::People,
        sides: ["Women", "Men"].map(str::to_owned),
        before: "2024".to_owned(),
        after: "2040".to_owned(),
        bands: bands.iter().enumerate().map(band).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_ages_nothing_leaves_the_frame(
        bands in prop::collection::vec(prop::array::uniform4(0.0..90_000.0_f64), 0..20),
        width_px in 240.0..1000.0_f64, height_px in 140.0..600.0_f64,
    ) {
        check(&spec(&bands).place(Frame::new(width_px, height_px)));
    }
}

#[test]
fn bands_are_told_from_the_oldest_down() {
    let placed =
        spec(&[[40.0, 42.0, 38.0, 39.0], [10.0, 8.0, 21.0, 18.0]]).place(Frame::new(600.0, 300.0));
    assert_eq!(
        placed.text.sentence,
        "Residents: 100 people in 2024, 116 people in 2040; ages 5 to 9 (+21) gain most, \
         0 to 4 (−5) least."
    );
    assert_eq!(placed.text.rows[0][0], "5 to 9");
    assert_eq!(
        placed.targets[1].words,
        "5 to 9: 21 women and 18 men in 2040; 10 and 8 in 2024"
    );
    let first = placed.step(None, crate::chart::Step::Down);
    assert_eq!(first, Some(1));
    assert_eq!(placed.step(first, crate::chart::Step::Down), Some(0));
}

#[test]
fn bars_and_outlines_are_drawn_on_both_sides() {
    let placed =
        spec(&[[4.0, 4.0, 3.0, 3.0], [1.0, 1.0, 2.0, 2.0]]).place(Frame::new(600.0, 300.0));
    let bars = placed.marks.iter().filter(|mark| {
        matches!(
            mark,
            Mark::Polygon {
                ink: Ink::Accent,
                ..
            }
        )
    });
    // Two to a band, and one in the key.
    assert_eq!(bars.count(), 5);
}

#[test]
fn ages_that_are_not_told_are_said_to_be() {
    let placed = spec(&[[4.0, f64::NAN, 3.0, 3.0]]).place(Frame::new(600.0, 300.0));
    assert!(placed.targets.is_empty());
    assert_eq!(placed.text.sentence, "Residents: no ages are told.");
}
