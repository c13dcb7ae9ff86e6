//! Each part of the pack absent, of the wrong type, or with a row of the wrong type.

use roadmap_core::data::Reason;
use serde_json::{Value, json};

use crate::expect::{findings_of, read};
use crate::packs;

/// Parts whose loss leaves a dataset, and whether each is a list of rows.
const PARTS: [(&str, bool); 12] = [
    ("pack_version", false),
    ("content_hash", false),
    ("product", false),
    ("companions", true),
    ("themes", true),
    ("sources", true),
    ("named_places", true),
    ("measures", true),
    ("series", true),
    ("english_districts", false),
    ("unavailable", true),
    ("topology", false),
];

fn without(part: &str) -> Value {
    let mut pack = packs::core();
    pack.as_object_mut().unwrap().remove(part);
    pack
}

#[test]
fn a_missing_part_is_named_and_the_rest_is_kept() {
    for (part, _) in PARTS {
        let reading = read(&without(part));
        let named = reading.findings.iter().find(|found| found.row == part);
        assert_eq!(named.unwrap().reason, Reason::PartMissing, "{part}");
        let dataset = reading.dataset.expect(part);
        assert_eq!(dataset.areas.len(), 5, "{part}");
    }
}

#[test]
fn without_its_areas_or_place_there_is_no_dataset() {
    for part in ["schema", "place", "areas"] {
        let reading = read(&without(part));
        assert!(reading.dataset.is_none(), "{part}");
        assert_eq!(reading.findings[0].row, part);
        assert_eq!(reading.findings[0].reason, Reason::PartMissing, "{part}");
    }
}

#[test]
fn replaced_codes_may_be_left_out() {
    assert!(read(&without("retired")).findings.is_empty());
}

#[test]
fn a_part_of_the_wrong_type_is_named_and_the_rest_is_kept() {
    for (part, _) in PARTS {
        for wrong in [json!(7), json!("text"), json!({"a": 1}), json!(null)] {
            if wrong.is_string() && (part == "pack_version" || part == "content_hash") {
                continue;
            }
            let mut pack = packs::core();
            pack[part] = wrong.clone();
            let reading = read(&pack);
            let named = reading.findings.iter().find(|found| found.row == part);
            let reason = &named.unwrap_or_else(|| panic!("{part}: {wrong}")).reason;
            let is_told = matches!(reason, Reason::NotReadable { .. } | Reason::PartMissing);
            assert!(is_told, "{part}: {reason}");
            assert_eq!(reading.dataset.expect(part).areas.len(), 5, "{part}");
        }
    }
}

#[test]
fn a_row_of_the_wrong_type_costs_that_row() {
    for (part, is_list) in PARTS
        .into_iter()
        .chain([("areas", true), ("retired", true)])
    {
        if !is_list {
            continue;
        }
        for wrong in [json!(7), json!([]), json!({}), json!("text"), json!(null)] {
            let mut pack = packs::core();
            let rows = pack[part].as_array_mut().unwrap();
            rows.push(wrong.clone());
            let row = format!("{part}, row {}", rows.len());
            let reading = read(&pack);
            assert_eq!(reading.findings.len(), 1, "{row}: {wrong}");
            assert_eq!(reading.findings[0].row, row);
            let reason = &reading.findings[0].reason;
            assert!(matches!(reason, Reason::NotReadable { .. }), "{reason}");
            let kept = reading.dataset.unwrap();
            assert_eq!((kept.areas.len(), kept.series.len()), (5, 2), "{row}");
            assert_eq!((kept.measures.len(), kept.themes.len()), (2, 2), "{row}");
        }
    }
}

#[test]
fn what_a_later_version_adds_is_left_alone() {
    let add = |pack: &mut Value| {
        pack["scenarios"] = json!([1, 2]);
        pack["measures"][0]["colour"] = json!("red");
        pack["areas"][4]["twin"] = json!({"code": 3});
    };
    assert!(findings_of(add, &[]).is_some());
}
