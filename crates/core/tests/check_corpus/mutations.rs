//! Packs spoiled at every place and at random: told, never a panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::britain_pack;
use crate::exercise;
use crate::expect::read;
use crate::packs;

/// Where every value of a document stands, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                places(field, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Every value in turn replaced by something else.
fn spoil_each(document: &Value, check: impl Fn(&[u8])) {
    let wrong = [
        json!(null),
        json!(-1),
        json!(1e300),
        json!("E07000243"),
        json!([]),
        json!({}),
        json!("<script>alert(1)</script>"),
        json!([[[-2_147_483_648_i64]]]),
    ];
    let mut all = Vec::new();
    places(document, "", &mut all);
    assert!(all.len() > 50);
    for (index, place) in all.iter().enumerate() {
        // Two of the replacements at each place, so that each stands at many.
        for wrong in [&wrong[index % 8], &wrong[(index * 3 + 5) % 8]] {
            let mut spoiled = document.clone();
            *spoiled.pointer_mut(place).unwrap() = wrong.clone();
            check(spoiled.to_string().as_bytes());
        }
    }
}

#[test]
fn any_value_replaced_in_a_pack() {
    spoil_each(&packs::core(), exercise::pack);
}

#[test]
fn any_value_replaced_in_a_companion() {
    let dataset = read(&packs::core()).dataset.unwrap();
    spoil_each(&packs::companion(), |bytes| {
        exercise::companion(bytes, &dataset);
    });
}

#[test]
fn any_value_replaced_in_a_britain_companion() {
    let dataset = read(&packs::core()).dataset.unwrap();
    spoil_each(&britain_pack::britain(), |bytes| {
        exercise::britain(bytes, &dataset);
    });
}

fn spoiled(
    text: &[u8],
    flips: &[(prop::sample::Index, u8)],
    cut: Option<prop::sample::Index>,
) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for (at, byte) in flips {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    if let Some(cut) = cut {
        bytes.truncate(cut.index(bytes.len()));
    }
    bytes
}

/// Bytes that often leave JSON whole: digits, brackets, quotes and commas.
fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![8 => prop::sample::select(b"0123456789-.,:[]{}\"ex ".to_vec()), 1 => any::<u8>()]
}

fn flips(most: usize) -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), byte()), 1..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_flipped_in_a_small_pack(flips in flips(6), cut in prop::option::weighted(0.1, any::<prop::sample::Index>())) {
        exercise::pack(&spoiled(packs::core().to_string().as_bytes(), &flips, cut));
    }

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        exercise::pack(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_flipped_in_the_committed_pack(flips in flips(40), cut in prop::option::weighted(0.1, any::<prop::sample::Index>())) {
        let text = include_bytes!("../../../../public/data/hertfordshire.json");
        exercise::pack(&spoiled(text, &flips, cut));
    }
}
