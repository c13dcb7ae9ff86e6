//! Areas, the place, replaced codes, names to search by, sources and measures.

use roadmap_core::data::{Lead, Reason};
use roadmap_core::source::Source;
use serde_json::{Value, json};

use crate::expect::Expected::{At, Unreadable};
use crate::expect::findings_of;
use crate::packs::{COUNTY, EAST, REGION, WEST};

fn unknown(key: &str, expected: &'static str) -> Reason {
    Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    }
}

fn area(pack: &mut Value, code: &str, level: &str, parent: &Value) {
    let row = json!({"code": code, "name": "New", "level": level, "vintage": "current", "parent": parent});
    pack["areas"].as_array_mut().unwrap().push(row);
}

#[test]
fn a_code_that_stands_twice_is_kept_once() {
    let key = format!("{EAST} of current");
    let dataset = findings_of(
        |pack| area(pack, EAST, "district", &json!(COUNTY)),
        &[At("areas, row 6", "code", Reason::Duplicate { key })],
    )
    .unwrap();
    assert_eq!(dataset.areas.len(), 5);
    assert_eq!(dataset.areas[4].name, "East", "the first is kept");
}

#[test]
fn a_code_that_is_none() {
    for text in ["d00000003", "D0000003", "", "<b>D0000</b>"] {
        let text_owned = text.to_owned();
        let dataset = findings_of(
            |pack| area(pack, text, "district", &json!(COUNTY)),
            &[At(
                "areas, row 6",
                "code",
                Reason::NotACode { text: text_owned },
            )],
        );
        assert_eq!(dataset.unwrap().areas.len(), 5);
    }
}

#[test]
fn levels_and_vintages_that_are_none() {
    let dataset = findings_of(
        |pack| {
            area(pack, "D00000003", "galaxy", &json!(COUNTY));
            area(pack, "D00000004", "district", &json!(COUNTY));
            pack["areas"][6]["vintage"] = json!("1974");
        },
        &[
            At(
                "areas, row 6",
                "level",
                unknown("galaxy", "a level of area"),
            ),
            At(
                "areas, row 7",
                "vintage",
                unknown("1974", "a drawing of boundaries"),
            ),
        ],
    );
    assert_eq!(dataset.unwrap().areas.len(), 5);
}

#[test]
fn a_parent_that_is_missing() {
    let parent = "C00000007".to_owned();
    findings_of(
        |pack| area(pack, "D00000003", "district", &json!("C00000007")),
        &[At(
            "areas, row 6",
            "parent",
            Reason::ParentMissing { parent },
        )],
    )
    .unwrap();
    let parent = "(none given)".to_owned();
    let dataset = findings_of(
        |pack| area(pack, "D00000003", "district", &json!(null)),
        &[At(
            "areas, row 6",
            "parent",
            Reason::ParentMissing { parent },
        )],
    );
    assert_eq!(dataset.unwrap().areas.len(), 6, "it can still be shown");
}

#[test]
fn a_parent_that_is_not_larger() {
    let parent = WEST.to_owned();
    findings_of(
        |pack| area(pack, "D00000003", "district", &json!(WEST)),
        &[At(
            "areas, row 6",
            "parent",
            Reason::ParentNotLarger { parent },
        )],
    )
    .unwrap();
    // Its own parent.
    let parent = REGION.to_owned();
    findings_of(
        |pack| pack["areas"][1]["parent"] = json!(REGION),
        &[At(
            "areas, row 2",
            "parent",
            Reason::ParentNotLarger { parent },
        )],
    )
    .unwrap();
}

#[test]
fn a_parent_of_the_wrong_vintage() {
    let reason = Reason::WrongVintage {
        code: "M00000001".to_owned(),
        vintage: "2011",
    };
    findings_of(
        |pack| {
            area(pack, "M00000001", "msoa", &json!(WEST));
            pack["areas"][5]["vintage"] = json!("2011");
            area(pack, "L00000001", "lsoa", &json!("M00000001"));
            pack["areas"][6]["vintage"] = json!("2021");
        },
        &[At("areas, row 7", "parent", reason)],
    )
    .unwrap();
}

#[test]
fn a_place_that_is_not_among_the_areas() {
    let code = "C00000005".to_owned();
    let dataset = findings_of(
        |pack| pack["place"]["county"] = json!("C00000005"),
        &[At("place", "county", Reason::UnknownArea { code })],
    );
    assert!(dataset.is_none());
    // A district is not a region.
    let code = WEST.to_owned();
    let dataset = findings_of(
        |pack| pack["place"]["region"] = json!(WEST),
        &[At("place", "region", Reason::UnknownArea { code })],
    );
    assert!(dataset.is_none());
}

#[test]
fn a_replaced_code_that_leads_nowhere() {
    let code = "D00000008".to_owned();
    let dataset = findings_of(
        |pack| pack["retired"][0]["to"] = json!("D00000008"),
        &[At("retired, row 1", "to", Reason::UnknownArea { code })],
    );
    assert!(dataset.unwrap().retired.is_empty());
}

#[test]
fn names_to_search_by() {
    let code = COUNTY.to_owned();
    let dataset = findings_of(
        |pack| {
            let ward = pack["named_places"][0].clone();
            for (key, wrong) in [
                ("level", json!("lsoa")),
                ("code", json!("ward 1")),
                ("district", json!(COUNTY)),
                ("lon_deg", json!("west")),
            ] {
                let mut ward = ward.clone();
                ward[key] = wrong;
                pack["named_places"].as_array_mut().unwrap().push(ward);
            }
        },
        &[
            Unreadable("named_places, row 5", "invalid type: string \"west\""),
            At(
                "named_places, row 2",
                "level",
                unknown("lsoa", "a ward or an MSOA"),
            ),
            At(
                "named_places, row 3",
                "code",
                Reason::NotACode {
                    text: "ward 1".to_owned(),
                },
            ),
            At(
                "named_places, row 4",
                "district",
                Reason::UnknownArea { code },
            ),
        ],
    );
    assert_eq!(dataset.unwrap().named_places.len(), 1);
}

#[test]
fn an_address_that_would_run_is_never_a_link() {
    for url in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " https://example.org",
        "data:text/html,<script>alert(1)</script>",
        "//example.org",
        "",
    ] {
        let text = url.to_owned();
        let dataset = findings_of(
            |pack| pack["sources"][0]["url"] = json!(url),
            &[At("sources, row 1", "url", Reason::NotAWebAddress { text })],
        );
        let source: Source = dataset.unwrap().source("survey").unwrap().clone();
        assert_eq!(
            (source.url.as_str(), source.title.as_str()),
            ("", "Pay survey")
        );
    }
}

#[test]
fn keys_that_a_measure_may_not_have() {
    for (field, expected) in [
        ("unit", "a unit"),
        ("better", "higher, lower or neutral"),
        ("provenance", "a provenance"),
        ("theme", "a theme of this pack"),
        ("source", "a source of this pack"),
    ] {
        let dataset = findings_of(
            |pack| pack["measures"][1][field] = json!("guess"),
            &[
                At("measures, row 2 (share)", field, unknown("guess", expected)),
                At(
                    "series, row 2 (share)",
                    "measure",
                    unknown("share", "a measure of this pack"),
                ),
                At(
                    "english_districts, share",
                    "measure",
                    unknown("share", "a measure of this pack"),
                ),
            ],
        )
        .unwrap();
        assert!(dataset.measure("share").is_none() && dataset.measure("pay").is_some());
        assert!(dataset.series("pay").is_some() && dataset.distribution("pay").is_some());
    }
}

#[test]
fn a_break_that_is_not_a_period() {
    let text = "next year".to_owned();
    let dataset = findings_of(
        |pack| pack["measures"][1]["breaks"][0]["period"] = json!("next year"),
        &[At(
            "measures, row 2 (share)",
            "breaks",
            Reason::NotAPeriod { text },
        )],
    );
    assert!(dataset.unwrap().measure("share").unwrap().breaks.is_empty());
}

#[test]
fn keys_that_stand_twice() {
    let twice = |part: &'static str| {
        move |pack: &mut Value| {
            let first = pack[part][0].clone();
            pack[part].as_array_mut().unwrap().push(first);
        }
    };
    for (part, row, field, key) in [
        ("themes", "themes, row 3", "key", "jobs"),
        ("sources", "sources, row 3", "key", "survey"),
        ("measures", "measures, row 3", "slug", "pay"),
        ("series", "series, row 3 (pay)", "measure", "pay"),
        ("companions", "companions, row 2", "key", "small-areas"),
        ("retired", "retired, row 2", "from", "D00000009"),
    ] {
        let key = key.to_owned();
        let dataset = findings_of(twice(part), &[At(row, field, Reason::Duplicate { key })]);
        let dataset = dataset.unwrap();
        assert_eq!((dataset.themes.len(), dataset.sources.len()), (2, 2));
        assert_eq!((dataset.measures.len(), dataset.series.len()), (2, 2));
        assert_eq!((dataset.companions.len(), dataset.retired.len()), (1, 1));
    }
}

#[test]
fn a_theme_that_leads_nowhere() {
    let dataset = findings_of(
        |pack| {
            pack["themes"][0]["leads_to"] = json!("challenge:ageing");
            pack["themes"][1]["leads_to"] = json!("the moon");
        },
        &[At(
            "themes, row 2",
            "leads_to",
            unknown("the moon", "sectors, scenarios, or challenge: and a key"),
        )],
    )
    .unwrap();
    let ageing = Lead::Challenge("ageing".to_owned());
    assert_eq!(dataset.lead_of("jobs"), Some(&ageing));
    assert_eq!(dataset.lead_of("people"), None);
}
