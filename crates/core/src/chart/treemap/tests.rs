//! What holds for every treemap.

use proptest::prelude::*;

use super::*;
use crate::chart::Step;
use crate::chart::properties::check;

fn spec(groups: Vec<Vec<Value>>) -> TreemapSpec {
    let group = |(index, values): (usize, Vec<Value>)| {
        let tile = |(place, value): (usize, Value)| TreemapTile {
            key: format!("{index}-{place}"),
            name: format!("Making of things {place}"),
            label: format!("Things {place}"),
            value,
            fill: Fill::Class { class: 1, of: 4 },
            fill_words: "1.2 times the share".to_owned(),
        };
        TreemapGroup {
            key: index.to_string(),
            name: format!("Section {index}"),
            tiles: values.into_iter().enumerate().map(tile).collect(),
        }
    };
    TreemapSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: "2024".to_owned(),
        whole_name: "all jobs".to_owned(),
        groups: groups.into_iter().enumerate().map(group).collect(),
        key: vec![
            (
                Fill::Class { class: 1, of: 4 },
                "less than the nation's share".to_owned(),
            ),
            (Fill::Missing, "not known".to_owned()),
        ],
        chosen: None,
    }
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (0.0..60_000.0_f64).prop_map(Value::Number),
        1 => (-1e3..1e9_f64).prop_map(Value::Number),
        1 => Just(Value::Number(f64::NAN)),
        1 => Just(Value::Suppressed),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_parts_nothing_leaves_the_frame_and_no_names_touch(
        groups in prop::collection::vec(prop::collection::vec(value(), 0..12), 0..20),
        width_px in 280.0..1000.0_f64, height_px in 200.0..700.0_f64,
    ) {
        let spec = spec(groups);
        let placed = spec.place(Frame::new(width_px, height_px));
        check(&placed);
        let rows: usize = spec.groups.iter().map(|group| group.tiles.len()).sum();
        prop_assert_eq!(placed.text.rows.len(), rows);
    }
}

#[test]
fn tiles_are_told_and_walked_from_the_largest() {
    let number = |values: &[f64]| values.iter().copied().map(Value::Number).collect();
    let spec = spec(vec![number(&[10.0, 30.0]), number(&[5.0, 0.0, 55.0])]);
    let placed = spec.place(Frame::new(500.0, 400.0));
    assert_eq!(
        placed.text.sentence,
        "Jobs, 2024: 100 jobs in all; the largest group is Section 1 with 60%, the largest \
         part Making of things 2 with 55%."
    );
    let keys: Vec<&str> = placed.targets.iter().map(|t| t.key.as_str()).collect();
    assert_eq!(keys, ["1-2", "1-0", "0-1", "0-0"]);
    assert_eq!(placed.step(Some(0), Step::Right), Some(1));
    assert_eq!(placed.step(Some(0), Step::Down), Some(2));
    assert_eq!(placed.step(Some(3), Step::Up), Some(0));
    assert_eq!(placed.step(Some(3), Step::Right), Some(3));
    assert_eq!(
        placed.targets[1].words,
        "Making of things 0: 5 jobs, 2024, 5.0% of all jobs, 1.2 times the share. Part of Section 1"
    );
}
