//! The file as a whole: absent, cut short, of another kind, far too large.

use roadmap_core::data::{Reason, read_pack};
use serde_json::json;

use crate::expect::{Expected, compare, findings_of, read};
use crate::packs;

#[test]
fn a_sound_pack_has_no_findings() {
    let dataset = findings_of(|_| {}, &[]).unwrap();
    assert_eq!(dataset.areas.len(), 5);
    assert_eq!(dataset.series.len(), 2);
    assert_eq!(dataset.distributions.len(), 2);
    assert_eq!(dataset.named_places.len(), 1);
    assert_eq!(dataset.retired.len(), 1);
}

fn whole(bytes: &[u8], expected: Expected) {
    let reading = read_pack("pack.json", bytes);
    compare(&reading.findings, &[expected]);
    assert!(reading.dataset.is_none());
}

#[test]
fn missing() {
    whole(b"", Expected::At("", "", Reason::Absent));
}

#[test]
fn an_error_page_in_its_place() {
    whole(
        b"<!doctype html><title>404</title>",
        Expected::Unreadable("", "line 1 column 1"),
    );
    whole(b"null", Expected::Unreadable("", "invalid type: null"));
    whole(
        b"[]",
        Expected::Unreadable("", "expected a record with named fields"),
    );
    whole(b"{}", Expected::At("schema", "", Reason::PartMissing));
    whole(
        b"{} {}",
        Expected::Unreadable("", "trailing characters at line 1 column 4"),
    );
}

#[test]
fn truncated_anywhere() {
    let text = packs::core().to_string();
    for length in 1..text.len() {
        let Some(cut) = text.get(..length) else {
            continue;
        };
        let reading = read_pack("pack.json", cut.as_bytes());
        compare(
            &reading.findings,
            &[Expected::Unreadable("", "line 1 column")],
        );
        assert!(reading.dataset.is_none());
    }
}

#[test]
fn not_text() {
    whole(
        &[0x7b, 0xff, 0xfe, 0x7d],
        Expected::At("", "", Reason::NotText),
    );
    // Compressed, and delivered without saying so.
    whole(&[0x1f, 0x8b, 8, 0], Expected::At("", "", Reason::NotText));
}

#[test]
fn wrong_schema_version() {
    let mut pack = packs::core();
    pack["schema"] = json!("economic-roadmap/pack/2");
    whole(
        pack.to_string().as_bytes(),
        Expected::At(
            "schema",
            "",
            Reason::WrongSchema {
                found: "economic-roadmap/pack/2".to_owned(),
                expected: "economic-roadmap/pack/1",
            },
        ),
    );
    // The companion is not the pack.
    let reading = read(&packs::companion());
    assert!(matches!(
        reading.findings[0].reason,
        Reason::WrongSchema { .. }
    ));
}

#[test]
fn fifty_megabytes_of_zeros() {
    let bytes = 50_000_000;
    for byte in [0, b'0'] {
        whole(
            &vec![byte; bytes],
            Expected::At("", "", Reason::TooLarge { bytes }),
        );
    }
    // As large as a pack may be, and still nothing but zeros.
    whole(
        &vec![0; 20_000_000],
        Expected::Unreadable("", "line 1 column 1"),
    );
}

#[test]
fn numbers_that_json_does_not_have() {
    let text = packs::core().to_string();
    for token in ["NaN", "Infinity", "-Infinity", "nan", "1e", "0x1F", "+1"] {
        let spoiled = text.replacen("610", token, 1);
        assert_ne!(spoiled, text);
        whole(spoiled.as_bytes(), Expected::Unreadable("", "line 1"));
    }
}

#[test]
fn a_number_too_large_costs_its_series_only() {
    let text = packs::core().to_string();
    let reading = read_pack("pack.json", text.replacen("610", "1e999", 1).as_bytes());
    compare(
        &reading.findings,
        &[Expected::Unreadable("series, row 1", "number out of range")],
    );
    let dataset = reading.dataset.unwrap();
    assert!(dataset.series("pay").is_none() && dataset.series("share").is_some());
}

#[test]
fn nested_deep() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let text = packs::core().to_string();
    let at_top = read_pack("pack.json", deep.as_bytes());
    assert!(at_top.dataset.is_none() && at_top.findings.len() == 1);
    let themes = text.replacen("\"themes\":[", &format!("\"themes\":[{deep},"), 1);
    let reading = read_pack("pack.json", themes.as_bytes());
    compare(
        &reading.findings,
        &[Expected::Unreadable("themes, row 1", "invalid type")],
    );
    assert_eq!(reading.dataset.unwrap().themes.len(), 2);
    // In a field that this version does not know, it is no fault.
    let unknown = text.replacen('{', &format!("{{\"later\":{deep},"), 1);
    assert!(
        read_pack("pack.json", unknown.as_bytes())
            .findings
            .is_empty()
    );
}

#[test]
fn a_record_with_a_million_fields() {
    let fields: Vec<String> = (0..1_000_000).map(|n| format!("\"k{n}\":0")).collect();
    let fields = fields.join(",");
    let words = "more fields than any record";
    whole(
        format!("{{{fields}}}").as_bytes(),
        Expected::Unreadable("", words),
    );
    let text = packs::core().to_string();
    let row = text.replacen("\"areas\":[", &format!("\"areas\":[{{{fields}}},"), 1);
    let reading = read_pack("pack.json", row.as_bytes());
    compare(
        &reading.findings,
        &[Expected::Unreadable("areas, row 1", words)],
    );
    assert_eq!(reading.dataset.unwrap().areas.len(), 5);
}

#[test]
fn a_field_that_stands_twice_costs_its_record() {
    let text = packs::core().to_string();
    let twice = text.replacen("\"decimals\":1", "\"decimals\":1,\"decimals\":2", 1);
    let reading = read_pack("pack.json", twice.as_bytes());
    let words = "the field decimals stands twice";
    assert!(reading.findings[0].to_string().contains(words));
    assert!(reading.dataset.unwrap().measure("pay").is_some());
}

#[test]
fn a_hundred_thousand_faults_are_counted_and_the_first_are_told() {
    let mut pack = packs::core();
    pack["unavailable"] = json!(vec![0; 100_000]);
    let reading = read(&pack);
    assert_eq!(reading.findings.len(), 501);
    assert_eq!(reading.findings[0].row, "unavailable, row 1");
    let last = &reading.findings[500];
    assert_eq!(last.reason, Reason::More { count: 99_500 });
    assert!(last.to_string().contains("99,500 more"), "{last}");
    assert!(reading.dataset.is_some());
}
