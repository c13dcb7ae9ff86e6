//! `roadmap check` on packs with one thing wrong in each.

use crate::support::{County, roadmap};
use serde_json::Value;

const PACK: &str = "data/testshire.json";
const SMALL: &str = "data/testshire-small-areas.json";

fn packed(name: &str) -> County {
    let county = County::new(name);
    let ran = county.pack();
    assert_eq!(ran.exit, 0, "{}", ran.err);
    county
}

#[test]
fn a_whole_pack_has_no_fault() {
    let county = packed("whole");
    for file in ["testshire.json", "testshire-small-areas.json"] {
        let ran = county.check(file);
        assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
        assert_eq!(ran.out, format!("{file}: no fault found.\n"));
    }
}

/// Changes the core pack and hands back what is found.
fn found(name: &str, from: &str, to: &str) -> String {
    let county = packed(name);
    county.change(PACK, from, to);
    let ran = county.check("testshire.json");
    assert_eq!(ran.exit, 1, "{}{}", ran.out, ran.err);
    ran.out
}

#[test]
fn one_changed_digit_breaks_the_seal() {
    let told = found("digit", "600.5", "600.6");
    assert!(
        told.contains("content_hash: the content does not match the hash"),
        "{told}"
    );
    assert!(told.ends_with("testshire.json: 1 fault.\n"), "{told}");
}

#[test]
fn each_fault_is_named_where_it_stands() {
    for (name, from, to, expected) in [
        (
            "schema",
            "pack/1",
            "pack/9",
            "follows the schema “economic-roadmap/pack/9”",
        ),
        (
            "type",
            r#""decimals":0"#,
            r#""decimals":"none""#,
            "measures, row 1",
        ),
        ("endless", "600.5", "1e999", "cannot be read"),
        (
            "twice",
            r#""code":"E07000902""#,
            r#""code":"E07000901""#,
            "stands twice",
        ),
        (
            "parent",
            r#""parent":"E10000099""#,
            r#""parent":"E10000098""#,
            "its parent E10000098 is not in the file",
        ),
        (
            "unit",
            r#""unit":"percent""#,
            r#""unit":"per cent""#,
            "“per cent” is not",
        ),
        (
            "theme",
            r#""theme":"jobs""#,
            r#""theme":"job""#,
            "“job” is not",
        ),
        (
            "limits",
            "580.25",
            "680.25",
            "its limits do not hold the value",
        ),
        (
            "shape",
            r#"{"level":"district""#,
            r#"{"level":"village""#,
            "E07000901 has no shape",
        ),
        (
            "retired",
            r#""to":"E07000902""#,
            r#""to":"E07000909""#,
            "no area here has the code E07000909",
        ),
        (
            "area",
            r#""areas":["E92000001""#,
            r#""areas":["E92000009""#,
            "no area here has the code E92000009",
        ),
    ] {
        let told = found(&format!("each-{name}"), from, to);
        assert!(told.contains(expected), "{name}: {told}");
    }
}

#[test]
fn bytes_that_are_no_pack_are_told_at_once() {
    let county = packed("no-pack");
    let whole = county.read(PACK);
    for (bytes, expected) in [
        (Vec::new(), "the file is empty"),
        (vec![0; 50_000_000], "too large for a pack"),
        (vec![0xff, 0xfe], "the file is not text"),
        (b"[]".to_vec(), "a record with named fields"),
        (
            whole.as_bytes()[..whole.len() / 2].to_vec(),
            "it cannot be read",
        ),
    ] {
        county.write(PACK, bytes);
        let ran = county.check("testshire.json");
        assert_eq!(ran.exit, 1, "{expected}: {}", ran.err);
        assert!(ran.out.contains(expected), "{}", ran.out);
    }
}

#[test]
fn a_pack_that_is_not_there_is_a_finding() {
    let county = packed("not-there");
    std::fs::remove_file(county.path(PACK)).unwrap();
    let ran = county.check("testshire.json");
    assert_eq!((ran.exit, ran.err.as_str()), (1, ""));
    let told = ran.out;
    assert!(told.contains("testshire.json"), "{told}");
    assert!(told.contains("cannot be read"), "{told}");
}

#[test]
fn a_companion_is_held_against_the_pack_beside_it() {
    let county = packed("companion");
    let whole = county.read(SMALL);
    for (from, to, expected) in [
        (r#""vintage":"2021""#, r#""vintage":"2011""#, "E02000001"),
        (
            r#""parent":"E07000901""#,
            r#""parent":"E07000999""#,
            "its parent E07000999 is not in the file",
        ),
        (
            r#""change":"unchanged""#,
            r#""change":"split""#,
            "does not match the hash",
        ),
    ] {
        county.change(SMALL, from, to);
        let ran = county.check("testshire-small-areas.json");
        assert_eq!(ran.exit, 1, "{}", ran.err);
        assert!(ran.out.contains(expected), "{expected}: {}", ran.out);
        county.write(SMALL, &whole);
    }
    std::fs::remove_file(county.path(PACK)).unwrap();
    let alone = county.check("testshire-small-areas.json");
    assert_eq!(alone.exit, 2);
    assert!(alone.err.contains("There is no pack in"), "{}", alone.err);
}

#[test]
fn a_companion_of_another_packing_is_told() {
    let county = packed("other-packing");
    let before = county.read(SMALL);
    county.change(
        "raw/lookups/lower-changes.csv",
        "E01000001,U",
        "E01000001,S",
    );
    assert_eq!(county.pack().exit, 0);
    county.write(SMALL, before);
    let ran = county.check("testshire-small-areas.json");
    assert_eq!(ran.exit, 1);
    assert!(ran.out.contains("content_hash"), "{}", ran.out);
}

#[test]
fn findings_are_given_as_json_too() {
    let county = packed("as-json");
    county.change(PACK, "600.5", "600.6");
    let path = county.path(PACK);
    let ran = roadmap(&["check", "--format", "json", path.to_str().unwrap()]);
    assert_eq!(ran.exit, 1);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["file"], "testshire.json");
    let finding = &answer["findings"][0];
    assert_eq!(finding["row"], "content_hash");
    assert!(finding["advice"].as_str().unwrap().contains("roadmap pack"));
}
