//! The roadmap: into its companion, checked before and after, and listed.

use std::path::Path;

use serde_json::Value;

use crate::support::{County, roadmap};

const PEOPLE: &str = "content/roadmap/people.toml";
const WRITTEN: &str = "data/testshire-roadmap.json";

const ACTION: &str = r#"
[[action]]
id = "visit"
title = "Visit the old"
what = "Ring and come."
why = "Some see nobody."
foundation = "people"
grand_challenges = ["ageing-society"]
challenges = ["older-lives"]
owner = "The council"
owner_kind = "council"
stage = "idea"
horizon = "now"
barrier = "Time."
indicators = [{ measure = "need" }, { measure = "weekly-pay", target = 700, by = 2030 }]
claims = ["lonely"]
illustrative = true
"#;

const EVIDENCE: &str = r#"
[[document]]
key = "plan"
title = "The plan"
by = "Office of Plans"
dated = "2019"
note = "Short."

[[claim]]
id = "lonely"
says = "Some see nobody."
kind = "opinion"
strength = "weak"
because = "One person said so."
document = "plan"
"#;

const TIMELINE: &str = r#"
[[milestone]]
id = "plan"
title = "The plan"
what = "It is out."
kind = "story"
dates = [{ date = "2019-10-07", document = "plan" }]
actions = ["visit"]
"#;

const STORY: &str = r#"
key = "pay"
order = 1
title = "Who earns what?"
summary = "A look at pay."

[[step]]
title = "Pay"
words = "By the week."
link = "?v=1&figure=weekly-pay"
"#;

/// A county with a roadmap of one action.
fn county(name: &str) -> County {
    let county = County::new(&format!("roadmap-{name}"));
    county.change(
        "content/place.toml",
        "[[retired]]",
        "roadmap_file = \"testshire-roadmap.json\"\n\n[[retired]]",
    );
    let sources = county.read("content/sources.toml");
    let told = "\n[[companion]]\nkey = \"roadmap\"\ntitle = \"Roadmap\"\nholds = \"Actions.\"\n";
    county.write("content/sources.toml", sources + told);
    for file in ["ideas", "infrastructure", "business-environment", "places"] {
        county.write(&format!("content/roadmap/{file}.toml"), "");
    }
    for file in ["outputs", "register", "procurement"] {
        county.write(&format!("content/roadmap/{file}.toml"), "");
    }
    county.write(PEOPLE, ACTION);
    county.write("content/evidence.toml", EVIDENCE);
    county.write("content/timeline.toml", TIMELINE);
    county.write("content/stories/pay.toml", STORY);
    county
}

#[test]
fn a_roadmap_is_packed_checked_and_listed() {
    let county = county("sound");
    let ran = county.pack();
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let checked = county.check("testshire-roadmap.json");
    assert_eq!(checked.out, "testshire-roadmap.json: no fault found.\n");
    let written: Value = serde_json::from_str(&county.read(WRITTEN)).unwrap();
    let core: Value = serde_json::from_str(&county.read("data/testshire.json")).unwrap();
    let listed = &core["companions"][2];
    assert_eq!(listed["key"], "roadmap");
    assert_eq!(listed["content_hash"], written["content_hash"]);
    // What it names in other companions travels with it, with words.
    assert_eq!(written["challenges"][0]["key"], "older-lives");
    let small = written["small_area_measures"].as_array().unwrap();
    assert!(small.iter().any(|own| own["key"] == "need"));
    let listed = county.ask(&["actions", "--format", "json"]);
    let rows: Value = serde_json::from_str(&listed.out).unwrap();
    let row = &rows["rows"][0];
    assert_eq!(
        (&row["id"], &row["claims"]),
        (&"visit".into(), &"lonely".into())
    );
    assert_eq!(row["evidence"][0]["source"], "The plan");
    assert_eq!(row["indicators"][1]["illustrative_target"], 700);
    let table = county.ask(&["actions"]).out;
    assert_eq!(table.lines().count(), 2);
    assert!(
        table.starts_with("id,title,what,why,foundation,"),
        "{table}"
    );
}

#[test]
fn a_fault_is_named_by_file_before_anything_is_written() {
    for (name, file, from, to, expected) in [
        (
            "stage",
            PEOPLE,
            "\"idea\"",
            "\"dream\"",
            "people.toml, actions, row 1 (visit), field stage: “dream” is not a stage",
        ),
        (
            "claim",
            PEOPLE,
            "\"lonely\"",
            "\"happy\"",
            "“happy” is not a claim of this roadmap",
        ),
        (
            "date",
            "content/timeline.toml",
            "2019-10-07",
            "2019-10-37",
            "timeline.toml, milestones, row 1 (plan), field dates: “2019-10-37” is not a period",
        ),
        (
            "link",
            "content/stories/pay.toml",
            "figure=weekly-pay",
            "figure=luck",
            "stories (pay), step 1",
        ),
        (
            "spelling",
            "content/stories/pay.toml",
            "?v=1&figure",
            "?figure",
            "the link would be written ?v=1&figure=weekly-pay",
        ),
        (
            "kind",
            "content/evidence.toml",
            "\"opinion\"",
            "\"gossip\"",
            "evidence.toml, claims, row 1 (lonely), field kind",
        ),
    ] {
        let county = county(name);
        assert_eq!(county.pack().exit, 0, "{name}");
        county.change(file, from, to);
        let content = county.path("content");
        let content = content.to_str().unwrap();
        let checked = county.ask(&["content", "check", "--content", content]);
        assert_eq!(checked.exit, 1, "{name}: {}", checked.err);
        assert!(checked.out.contains(expected), "{name}: {}", checked.out);
        let before = county.read(WRITTEN);
        let packed = county.pack();
        assert_eq!(packed.exit, 2, "{name}: {}", packed.out);
        assert_eq!(county.read(WRITTEN), before);
    }
}

#[test]
fn what_cannot_be_read_is_told_by_line() {
    for (name, file, from, to, expected) in [
        (
            "field",
            PEOPLE,
            "owner_kind",
            "owner_sort",
            "people.toml, line",
        ),
        (
            "foundation",
            PEOPLE,
            "\"people\"",
            "\"places\"",
            "“places” is not the file’s foundation",
        ),
    ] {
        let county = county(name);
        county.change(file, from, to);
        let ran = county.pack();
        assert_eq!(ran.exit, 2);
        assert!(ran.err.contains(expected), "{name}: {}", ran.err);
    }
    let county = county("two-stories");
    county.write(
        "content/stories/two.toml",
        STORY.replace("key = \"pay\"", "key = \"two\""),
    );
    let ran = county.pack();
    assert!(
        ran.err
            .contains("two.toml, order: “pay” has the place 1 too"),
        "{}",
        ran.err
    );
}

#[test]
fn a_pack_without_a_roadmap_says_so() {
    let county = County::new("no-roadmap");
    assert_eq!(county.pack().exit, 0);
    let ran = county.ask(&["actions"]);
    assert_eq!(ran.exit, 2);
    assert!(ran.err.contains("There is no roadmap in"), "{}", ran.err);
    let content = county.path("content");
    let ran = county.ask(&["content", "check", "--content", content.to_str().unwrap()]);
    assert_eq!(ran.exit, 2);
}

#[test]
fn the_roadmap_in_the_repository_has_no_fault() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data = project.join("public/data");
    let content = project.join("content");
    let folders = ["--data", data.to_str().unwrap()];
    let check = ["content", "check", "--content", content.to_str().unwrap()];
    let ran = roadmap(&[&folders[..], &check].concat());
    assert!(
        ran.out.ends_with(": no fault found.\n"),
        "{}{}",
        ran.out,
        ran.err
    );
    let ran = roadmap(&[&folders[..], &["actions", "--format", "json"]].concat());
    let rows: Value = serde_json::from_str(&ran.out).unwrap();
    let rows = rows["rows"].as_array().unwrap();
    assert!(rows.len() >= 20, "{}", rows.len());
    for row in rows {
        let is_told = row["illustrative"] == true || row["source"] != "";
        assert!(is_told, "{row}");
        for indicator in row["indicators"].as_array().unwrap() {
            assert_ne!(indicator["name"], indicator["measure"], "{row}");
        }
    }
}
