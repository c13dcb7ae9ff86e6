//! The companion of small areas, checked against its core pack.

use roadmap_core::data::{Reason, SmallAreas, SmallAreasReading, read_small_areas};
use serde_json::{Value, json};

use crate::expect::Expected::{At, Unreadable};
use crate::expect::{Expected, compare, read};
use crate::packs::{self, EAST};

pub fn read_companion(bytes: &[u8]) -> SmallAreasReading {
    let dataset = read(&packs::core()).dataset.unwrap();
    read_small_areas("small.json", bytes, &dataset)
}

pub fn findings_of(spoil: impl Fn(&mut Value), expected: &[Expected]) -> Option<SmallAreas> {
    let mut companion = packs::companion();
    spoil(&mut companion);
    let reading = read_companion(companion.to_string().as_bytes());
    compare(&reading.findings, expected);
    reading.small_areas
}

#[test]
fn a_sound_companion_has_no_findings() {
    let companion = findings_of(|_| {}, &[]).unwrap();
    assert_eq!((companion.areas().count(), companion.lookups.len()), (5, 3));
    assert_eq!(companion.measures().len(), 4);
}

#[test]
fn missing_cut_short_too_large_or_of_another_kind() {
    let whole = |bytes: &[u8], expected| {
        let reading = read_companion(bytes);
        compare(&reading.findings, &[expected]);
        assert!(reading.small_areas.is_none());
    };
    whole(b"", At("", "", Reason::Absent));
    whole(&[0xc3], At("", "", Reason::NotText));
    let bytes = 50_000_000;
    whole(&vec![0; bytes], At("", "", Reason::TooLarge { bytes }));
    let text = packs::companion().to_string();
    for length in (1..text.len()).step_by(7) {
        whole(&text.as_bytes()[..length], Unreadable("", "line 1 column"));
    }
    let reason = Reason::WrongSchema {
        found: "economic-roadmap/pack/1".to_owned(),
        expected: "economic-roadmap/small-areas/1",
    };
    whole(
        packs::core().to_string().as_bytes(),
        At("schema", "", reason),
    );
}

#[test]
fn each_part_missing() {
    for part in ["pack_version", "content_hash"] {
        let companion = findings_of(
            |companion| _ = companion.as_object_mut().unwrap().remove(part),
            &[At(part, "", Reason::PartMissing)],
        );
        assert_eq!(companion.unwrap().areas().count(), 5);
    }
    let companion = findings_of(
        |companion| _ = companion.as_object_mut().unwrap().remove("topology"),
        &[At("topology", "", Reason::PartMissing)],
    );
    assert!(
        companion.is_none(),
        "without shapes there is nothing to show"
    );
}

#[test]
fn a_code_of_the_wrong_vintage_in_a_lookup() {
    let wrong = |code: &str, vintage| Reason::WrongVintage {
        code: code.to_owned(),
        vintage,
    };
    let companion = findings_of(
        |companion| {
            companion["lookups"][0]["from_2011"] = json!("M00000013");
            companion["lookups"][1]["to_2021"] = json!("M00000002");
        },
        &[
            At("lookups, row 1", "from_2011", wrong("M00000013", "2021")),
            At("lookups, row 2", "to_2021", wrong("M00000002", "2011")),
        ],
    );
    assert_eq!(companion.unwrap().lookups.len(), 1);
}

#[test]
fn a_code_in_a_lookup_that_no_area_has() {
    let code = "M00000099".to_owned();
    let text = "M99".to_owned();
    let companion = findings_of(
        |companion| {
            companion["lookups"][0]["from_2011"] = json!("M00000099");
            companion["lookups"][1]["to_2021"] = json!("M99");
        },
        &[
            At("lookups, row 1", "from_2011", Reason::UnknownArea { code }),
            At("lookups, row 2", "to_2021", Reason::NotACode { text }),
        ],
    );
    assert_eq!(companion.unwrap().lookups.len(), 1);
}

#[test]
fn a_code_may_live_on_from_one_census_to_the_next() {
    let companion = findings_of(
        |companion| {
            companion["areas"][4]["code"] = json!("M00000002");
            companion["lookups"][2]["to_2021"] = json!("M00000002");
        },
        &[],
    );
    assert_eq!(companion.unwrap().areas().count(), 5);
    let key = "M00000011 of 2021".to_owned();
    findings_of(
        |companion| {
            companion["areas"][3]["code"] = json!("M00000011");
            // A layer that lost an area fits no column.
            companion["columns"] = json!([]);
            companion["measures"] = json!([]);
            companion["clusters"]["maps"] = json!([]);
        },
        &[
            At("areas, row 4", "code", Reason::Duplicate { key }),
            At(
                "lookups, row 2",
                "to_2021",
                Reason::UnknownArea {
                    code: "M00000012".to_owned(),
                },
            ),
        ],
    )
    .unwrap();
}

#[test]
fn parents_of_small_areas() {
    let missing = "D00000009".to_owned();
    let same = "M00000013".to_owned();
    let wrong = Reason::WrongVintage {
        code: "M00000001".to_owned(),
        vintage: "2011",
    };
    let companion = findings_of(
        |companion| {
            companion["areas"][2]["parent"] = json!("D00000009");
            companion["areas"][3]["parent"] = json!("M00000013");
            companion["areas"][4]["parent"] = json!("M00000001");
        },
        &[
            At(
                "areas, row 3",
                "parent",
                Reason::ParentMissing { parent: missing },
            ),
            At(
                "areas, row 4",
                "parent",
                Reason::ParentNotLarger { parent: same },
            ),
            At("areas, row 5", "parent", wrong),
        ],
    );
    assert_eq!(
        companion
            .unwrap()
            .areas()
            .nth(1)
            .unwrap()
            .parent
            .as_ref()
            .unwrap()
            .as_str(),
        EAST
    );
}
