//! What people have written: into its companion, and what is refused on the way.

use crate::support::{County, roadmap};
use serde_json::Value;

const CHALLENGE: &str = "content/challenges/older.toml";
const WRITTEN: &str = "data/testshire-content.json";

#[test]
fn challenges_come_through_in_their_order() {
    let county = County::new("challenges");
    let second = county.read(CHALLENGE);
    let first = second
        .replace("key = \"older-lives\"", "key = \"pay\"")
        .replace("order = 1", "order = 0")
        .replace("first_level = \"lsoa\"\n", "");
    county.write("content/challenges/pay.toml", first);
    let ran = county.pack();
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let written: Value = serde_json::from_str(&county.read(WRITTEN)).unwrap();
    let keys: Vec<&Value> = [0, 1].map(|at| &written["challenges"][at]["key"]).into();
    assert_eq!(keys, ["pay", "older-lives"]);
    assert!(written["challenges"][0].get("first_level").is_none());
    let index = written["challenges"][1]["index"].to_string();
    assert_eq!(
        index,
        r#"[{"slug":"need","weight":3},{"slug":"older-share","weight":-2}]"#
    );
    assert_eq!(
        written["small_area_measures"].to_string(),
        r#"["need","older-share"]"#
    );
    let core: Value = serde_json::from_str(&county.read("data/testshire.json")).unwrap();
    let listed = &core["companions"][1];
    assert_eq!(
        (&listed["key"], &listed["file"]),
        (&"content".into(), &"testshire-content.json".into())
    );
    assert_eq!(listed["content_hash"], written["content_hash"]);
    let checked = county.check("testshire-content.json");
    assert_eq!(checked.out, "testshire-content.json: no fault found.\n");
}

#[test]
fn the_sources_of_each_companion_are_told() {
    let county = County::new("companion-sources");
    let ran = county.pack();
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let written: Value = serde_json::from_str(&county.read(WRITTEN)).unwrap();
    let told = written["companions"].as_array().unwrap().iter();
    let told = told.map(|own| {
        let sources = own["sources"].as_array().unwrap().iter();
        let sources = sources.map(|source| (&source["key"], &source["used_for"]));
        (&own["key"], sources.collect::<Vec<_>>())
    });
    let told = serde_json::to_string(&told.collect::<Vec<_>>()).unwrap();
    // A source of the core pack is told again where small areas have figures from it.
    assert_eq!(
        told,
        r#"[["small-areas",[["small-count","Older people"],["deprivation","Need"]]],["content",[["plan","Accounts of the challenges"]]]]"#
    );
}

#[test]
fn a_companion_or_source_that_nobody_describes_stops_the_packing() {
    for (name, file, from, to, expected) in [
        (
            "no-words",
            "sources",
            "key = \"small-areas\"",
            "key = \"large-areas\"",
            "none says what the file “small-areas” holds",
        ),
        (
            "no-use",
            "small_area_measures",
            "[[table]]",
            "[[source]]\nkey = \"more\"\nfolder = \"small\"\n\n[[table]]",
            "no figure comes from “more”",
        ),
    ] {
        let county = County::new(name);
        county.change(&format!("content/{file}.toml"), from, to);
        let ran = county.pack();
        assert_eq!(ran.exit, 2, "{name}: {}", ran.out);
        assert!(ran.err.contains(expected), "{name}: {}", ran.err);
    }
}

/// Packs after one change of the challenge; nothing may be written.
fn refused(name: &str, from: &str, to: &str) -> String {
    let county = County::new(&format!("challenge-{name}"));
    county.change(CHALLENGE, from, to);
    let ran = county.pack();
    assert_eq!(ran.exit, 2, "{name}: {}", ran.out);
    assert!(!county.path(WRITTEN).exists());
    ran.err
}

#[test]
fn a_fault_of_a_challenge_is_named_before_anything_is_written() {
    for (name, from, to, expected) in [
        (
            "slug",
            "\"need\", \"weekly",
            "\"needs\", \"weekly",
            "field measures: “needs” is not a measure of this pack",
        ),
        (
            "weight",
            "weight = 3",
            "weight = 11",
            "older.toml, index: the weight of “need” is 11",
        ),
        (
            "key",
            "\"places\"]",
            "\"village\"]",
            "“village” is not a foundation of productivity",
        ),
        (
            "grand",
            "ageing-society",
            "ageing",
            "“ageing” is not a Grand Challenge",
        ),
        (
            "level",
            "\"lsoa\"",
            "\"county\"",
            "“county” is not district, msoa or lsoa",
        ),
        ("field", "is_ours", "ours", "older.toml, line"),
        (
            "told",
            "first_measure = \"older-share\"\nfirst_level = \"lsoa\"",
            "first_measure = \"need\"\nfirst_level = \"msoa\"",
            "field first_level: “msoa” is not a level at which the first measure is told",
        ),
        (
            "areas",
            "slug = \"older-share\", weight",
            "slug = \"weekly-pay\", weight",
            "“Needs of older people” is not an index whose measures are all told of the same areas",
        ),
    ] {
        let told = refused(name, from, to);
        assert!(told.contains(expected), "{name}: {told}");
    }
}

#[test]
fn two_challenges_share_no_key_and_no_place() {
    for (name, own, expected) in [
        (
            "same-key",
            "order = 2",
            "key: another file has the key “older-lives”",
        ),
        (
            "same-place",
            "order = 1",
            "order: “older-lives” has the place 1 too",
        ),
    ] {
        let county = County::new(name);
        let mut second = county.read(CHALLENGE).replace("order = 1", own);
        if name == "same-place" {
            second = second.replace("older-lives", "other-lives");
        }
        county.write("content/challenges/second.toml", second);
        let ran = county.pack();
        assert_eq!(ran.exit, 2);
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
}

#[test]
fn a_companion_changed_by_hand_or_of_another_packing_is_told() {
    let county = County::new("content-by-hand");
    assert_eq!(county.pack().exit, 0);
    let before = county.read(WRITTEN);
    county.change(WRITTEN, "grow older", "grow younger");
    let told = county.check("testshire-content.json").out;
    assert!(told.contains("content_hash"), "{told}");
    county.change(CHALLENGE, "grow older", "grow wiser");
    assert_eq!(county.pack().exit, 0);
    county.write(WRITTEN, before);
    let path = county.path(WRITTEN);
    let ran = roadmap(&["check", path.to_str().unwrap()]);
    assert_eq!(ran.exit, 1, "{}", ran.err);
    assert!(ran.out.contains("content_hash"), "{}", ran.out);
}
