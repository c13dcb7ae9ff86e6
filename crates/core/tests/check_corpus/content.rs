//! The content companion: each part and each challenge at fault.

use roadmap_core::area::Level;
use roadmap_core::data::{Content, Foundation, GrandChallenge, Reason, read_content};
use roadmap_core::source::LicenceStanding;
use serde_json::{Value, json};

use crate::expect::Expected::{self, At, Unreadable};
use crate::expect::{compare, read};
use crate::packs;

const FIRST: &str = "challenges, row 1 (ageing)";

fn findings_of(spoil: impl Fn(&mut Value), expected: &[Expected]) -> Option<Content> {
    let mut content = packs::content();
    spoil(&mut content);
    findings_in(content.to_string().as_bytes(), expected)
}

fn findings_in(bytes: &[u8], expected: &[Expected]) -> Option<Content> {
    let dataset = read(&packs::core()).dataset.unwrap();
    let reading = read_content("content.json", bytes, &dataset);
    compare(&reading.findings, expected);
    reading.content
}

fn unknown(key: &str, expected: &'static str) -> Reason {
    Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    }
}

#[test]
fn sound_content_has_no_findings() {
    let content = findings_of(|_| {}, &[]).unwrap();
    let ageing = content.challenge("ageing").unwrap();
    assert_eq!(ageing.foundations, [Foundation::People, Foundation::Places]);
    assert_eq!(ageing.grand_challenges, [GrandChallenge::AgeingSociety]);
    assert_eq!(ageing.first_level, Some(Level::Msoa));
    assert_eq!(ageing.index[1].weight, -10);
    assert_eq!(content.challenge("pay").unwrap().first_level, None);
    assert!(content.challenge("peace").is_none());
    let small = &content.companions[0];
    assert_eq!(
        (small.file.as_str(), small.sources.len()),
        ("small.json", 2)
    );
    let (names, used_for) = &small.sources[1];
    assert_eq!(names.licence_standing, LicenceStanding::Presumed);
    assert_eq!(used_for, "Names");
}

#[test]
fn missing_cut_short_too_large_or_of_another_kind() {
    let whole = |bytes: &[u8], expected| assert!(findings_in(bytes, &[expected]).is_none());
    whole(b"", At("", "", Reason::Absent));
    whole(&[0xc3], At("", "", Reason::NotText));
    let bytes = 50_000_000;
    whole(&vec![0; bytes], At("", "", Reason::TooLarge { bytes }));
    let text = packs::content().to_string();
    for length in (1..text.len()).step_by(7) {
        whole(&text.as_bytes()[..length], Unreadable("", "line 1 column"));
    }
    let reason = Reason::WrongSchema {
        found: "economic-roadmap/pack/1".to_owned(),
        expected: "economic-roadmap/content/1",
    };
    let core = packs::core().to_string();
    whole(core.as_bytes(), At("schema", "", reason));
}

#[test]
fn each_part_missing() {
    for (part, kept) in [("pack_version", 2), ("content_hash", 2), ("challenges", 0)] {
        let content = findings_of(
            |content| _ = content.as_object_mut().unwrap().remove(part),
            &[At(part, "", Reason::PartMissing)],
        );
        assert_eq!(content.unwrap().challenges.len(), kept, "{part}");
    }
}

#[test]
fn each_field_missing_costs_its_challenge() {
    let names: Vec<String> = packs::content()["challenges"][0]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    for name in names.iter().filter(|name| *name != "first_level") {
        let content = findings_of(
            |content| {
                _ = content["challenges"][0]
                    .as_object_mut()
                    .unwrap()
                    .remove(name);
            },
            &[Unreadable("challenges, row 1", "the field is not there")],
        );
        assert_eq!(content.unwrap().challenges.len(), 1, "{name}");
    }
}

#[test]
fn a_field_of_the_wrong_type_costs_its_challenge() {
    for (name, wrong) in [
        ("title", json!(7)),
        ("foundations", json!("people")),
        ("measures", json!([7])),
        ("first_level", json!(["msoa"])),
        ("index", json!({"share": 3})),
        ("index", json!([{"slug": "share", "weight": 300}])),
        ("index", json!([{"slug": "share", "weight": 1.5}])),
        ("index_is_ours", json!("yes")),
    ] {
        let content = findings_of(
            |content| content["challenges"][0][name] = wrong.clone(),
            &[Unreadable("challenges, row 1", "invalid")],
        );
        assert_eq!(content.unwrap().challenges.len(), 1, "{name}");
    }
}

#[test]
fn a_measure_that_nobody_has_costs_only_itself() {
    let expected = "a measure of this pack";
    let content = findings_of(
        |content| {
            content["challenges"][0]["measures"] = json!(["love", "share", "share"]);
            content["challenges"][0]["first_measure"] = json!("share");
            content["challenges"][0]["index"][0]["slug"] = json!("hope");
        },
        &[
            At(FIRST, "measures", unknown("love", expected)),
            At(
                FIRST,
                "measures",
                Reason::Duplicate {
                    key: "share".to_owned(),
                },
            ),
            At(FIRST, "index", unknown("hope", expected)),
        ],
    );
    let content = content.unwrap();
    assert_eq!(content.challenges[0].measures, ["share"]);
    assert_eq!(content.challenges[0].index.len(), 1);
}

#[test]
fn without_its_list_the_slugs_of_small_areas_are_unknown() {
    let expected = "a measure of this pack";
    let content = findings_of(
        |content| content["small_area_measures"] = json!([]),
        &[
            At(FIRST, "measures", unknown("older-share", expected)),
            At(FIRST, "measures", unknown("score", expected)),
            At(
                FIRST,
                "first_measure",
                unknown("older-share", "one of the challenge’s measures"),
            ),
            At(FIRST, "index", unknown("older-share", expected)),
            At(FIRST, "index", unknown("score", expected)),
        ],
    );
    let first = &content.unwrap().challenges[0];
    // What the map opens with falls back to what is left, and the level with it.
    assert_eq!(
        (first.first_measure.as_str(), first.first_level),
        ("share", None)
    );
}

#[test]
fn a_challenge_without_measures_is_left_out() {
    let content = findings_of(
        |content| content["challenges"][0]["measures"] = json!([]),
        &[At(FIRST, "measures", Reason::PartMissing)],
    );
    assert_eq!(content.unwrap().challenges.len(), 1);
}

#[test]
fn keys_that_nobody_knows_or_that_stand_twice() {
    let people = Reason::Duplicate {
        key: "people".to_owned(),
    };
    let content = findings_of(
        |content| {
            let first = &mut content["challenges"][0];
            first["foundations"] = json!(["people", "luck", "people"]);
            first["grand_challenges"] = json!(["clean-growth", ""]);
            first["first_level"] = json!("ward");
            first["account"] = json!(" ");
        },
        &[
            At(FIRST, "account", Reason::PartMissing),
            At(
                FIRST,
                "foundations",
                unknown("luck", "a foundation of productivity"),
            ),
            At(FIRST, "foundations", people),
            At(FIRST, "grand_challenges", unknown("", "a Grand Challenge")),
            At(
                FIRST,
                "first_level",
                unknown("ward", "district, msoa or lsoa"),
            ),
        ],
    );
    let first = &content.unwrap().challenges[0];
    assert_eq!(first.foundations, [Foundation::People]);
    assert_eq!(first.grand_challenges, [GrandChallenge::CleanGrowth]);
    let key = "ageing".to_owned();
    let content = findings_of(
        |content| content["challenges"][1]["key"] = json!("ageing"),
        &[At("challenges, row 2", "key", Reason::Duplicate { key })],
    );
    assert_eq!(content.unwrap().challenges.len(), 1);
}

#[test]
fn a_weight_of_nothing_or_beyond_ten() {
    for weight in [0, 11, -11, -128, 127] {
        let written = weight.to_string();
        let expected = "a weight from 1 to 10, or from -10 to -1";
        let content = findings_of(
            |content| content["challenges"][0]["index"][0]["weight"] = json!(weight),
            &[At(FIRST, "index", unknown(&written, expected))],
        );
        assert_eq!(content.unwrap().challenges[0].index.len(), 1);
    }
}

#[test]
fn every_key_leads_back_to_what_it_stands_for() {
    for foundation in Foundation::ALL {
        assert_eq!(Foundation::from_key(foundation.key()), Some(foundation));
        assert!(!foundation.title().is_empty());
    }
    for challenge in GrandChallenge::ALL {
        assert_eq!(GrandChallenge::from_key(challenge.key()), Some(challenge));
        assert!(!challenge.title().is_empty());
    }
}

const SMALL: &str = "companions, row 1 (small-areas)";

#[test]
fn a_companion_without_its_sources_is_told() {
    let missing = At("companions", "small-areas", Reason::PartMissing);
    let content = findings_of(|content| content["companions"] = json!([]), &[missing]);
    assert!(content.unwrap().companions.is_empty());
    let content = findings_of(
        |content| _ = content.as_object_mut().unwrap().remove("companions"),
        &[
            At("companions", "", Reason::PartMissing),
            At("companions", "small-areas", Reason::PartMissing),
        ],
    );
    assert_eq!(content.unwrap().challenges.len(), 2);
}

#[test]
fn faults_of_a_companion_cost_what_holds_them() {
    let content = findings_of(
        |content| {
            let small = &mut content["companions"][0];
            small["holds"] = json!("");
            small["sources"][0]["url"] = json!("javascript:alert(1)");
            small["sources"][1]["key"] = json!("census");
            let mut stray = small.clone();
            stray["key"] = json!("moon");
            let again = small.clone();
            content["companions"]
                .as_array_mut()
                .unwrap()
                .extend([stray, again]);
        },
        &[
            At(SMALL, "holds", Reason::PartMissing),
            At(
                SMALL,
                "url",
                Reason::NotAWebAddress {
                    text: "javascript:alert(1)".to_owned(),
                },
            ),
            At(
                SMALL,
                "sources",
                Reason::Duplicate {
                    key: "census".to_owned(),
                },
            ),
            At(
                "companions, row 2",
                "key",
                unknown("moon", "a companion of this pack"),
            ),
            At(
                "companions, row 3",
                "key",
                Reason::Duplicate {
                    key: "small-areas".to_owned(),
                },
            ),
        ],
    );
    let content = content.unwrap();
    assert_eq!(content.companions.len(), 1);
    assert_eq!(content.companions[0].sources.len(), 1);
    assert_eq!(content.companions[0].sources[0].0.url, "");
}

#[test]
fn a_source_without_a_field_costs_its_companion() {
    for name in ["key", "publisher", "licence", "used_for"] {
        let content = findings_of(
            |content| {
                let source = &mut content["companions"][0]["sources"][0];
                source.as_object_mut().unwrap().remove(name);
            },
            &[
                Unreadable("companions, row 1", "the field is not there"),
                At("companions", "small-areas", Reason::PartMissing),
            ],
        );
        assert!(content.unwrap().companions.is_empty(), "{name}");
    }
}
