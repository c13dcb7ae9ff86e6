//! What holds for every chain.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::properties::check;

const LAYERS: [&str; 5] = ["Action", "Lever", "Output", "Indicator", "Challenge"];

fn spec(counts: &[usize], links: &[[usize; 2]]) -> ChainSpec {
    let mut next = 0;
    let layers = LAYERS.iter().zip(counts).map(|(name, count)| ChainLayer {
        name: (*name).to_owned(),
        empty_words: "none: it acts by itself".to_owned(),
        nodes: (0..*count)
            .map(|_| {
                next += 1;
                ChainNode {
                    key: (next - 1).to_string(),
                    name: format!("Ask firms about productivity again, number {}", next - 1),
                }
            })
            .collect(),
    });
    ChainSpec {
        title: "From what is done to what it answers".to_owned(),
        layers: layers.collect(),
        links: links
            .iter()
            .map(|ends| ends.map(|end| end.to_string()))
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_leads_to_what_nothing_leaves_the_frame_and_no_boxes_touch(
        counts in prop::collection::vec(0_usize..9, 1..6),
        links in prop::collection::vec([0_usize..30, 0_usize..30], 0..60),
        width_px in 280.0..1400.0_f64, scale in 1.0..1.75_f64, share in 0.4..1.4_f64,
    ) {
        let spec = spec(&counts, &links);
        let height_px = spec.natural_height_px(width_px, scale) * share;
        let placed = spec.place(Frame { width_px, height_px, text_scale: scale });
        check(&placed);
        prop_assert_eq!(placed.targets.len(), counts.iter().sum::<usize>());
        let rooms: Vec<Rect> = placed.targets.iter().map(|target| match target.reach {
            Reach::Row(room) => room,
            _ => panic!("a box is a rectangle"),
        }).collect();
        for (index, room) in rooms.iter().enumerate() {
            prop_assert!(rooms.iter().skip(index + 1).all(|other| !room.grown(-0.01).overlaps(*other)));
        }
    }
}

#[test]
fn a_strand_that_passes_a_layer_touches_no_box_of_it() {
    let spec = spec(
        &[2, 3, 3, 2, 2],
        &[[0, 2], [2, 5], [5, 8], [8, 10], [0, 9], [1, 11], [1, 8]],
    );
    let placed = spec.place(Frame::new(1200.0, spec.natural_height_px(1200.0, 1.0)));
    let rooms = placed
        .targets
        .iter()
        .filter_map(|target| match target.reach {
            Reach::Row(room) => Some(room.grown(-1.0)),
            _ => None,
        });
    let rooms: Vec<Rect> = rooms.collect();
    let paths = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Path {
            points, opacity, ..
        } if *opacity < 1.0 => Some(points),
        _ => None,
    });
    for point in paths.flatten() {
        assert!(!rooms.iter().any(|room| room.contains(*point)), "{point:?}");
    }
}

#[test]
fn a_node_tells_what_leads_to_it_and_keys_follow_the_strands() {
    let spec = spec(&[1, 0, 0, 1, 1], &[[0, 1], [1, 2], [2, 0], [7, 1]]);
    let placed = spec.place(Frame::new(1000.0, 200.0));
    let words = &placed.targets[1].words;
    assert!(words.starts_with("Indicator: Ask firms"), "{words}");
    assert!(
        words.contains("; led to by ") && words.contains("; leads to "),
        "{words}"
    );
    assert_eq!(placed.step(Some(0), Step::Right), Some(1));
    assert_eq!(placed.step(Some(1), Step::Left), Some(0));
    assert!(
        placed
            .text
            .sentence
            .contains("Lever: none: it acts by itself; ")
    );
    // What leads back, or to what is not there, is passed over.
    assert_eq!(placed.text.rows[2][2], "");
}

#[test]
fn nothing_is_told_of_nothing() {
    let placed = spec(&[0, 0], &[]).place(Frame::new(400.0, 100.0));
    assert!(placed.targets.is_empty());
    check(&placed);
}
