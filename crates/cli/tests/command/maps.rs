//! `roadmap map` on a small made-up county, and on the pack in the repository.

use std::path::Path;

use serde_json::Value;

use crate::support::{County, roadmap};

fn packed(name: &str) -> County {
    let county = County::new(name);
    let ran = county.pack();
    assert_eq!(ran.exit, 0, "{}", ran.err);
    county
}

fn asked(county: &County, args: &[&str]) -> Value {
    let ran = county.ask(&[&["map"], args].concat());
    assert_eq!(ran.exit, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn classes_are_told_by_their_upper_edges() {
    let county = packed("map-classes");
    let told = asked(&county, &["need", "--method", "equal", "--classes", "3"]);
    assert_eq!(told["breaks"].to_string(), "[0.5,1.5,2.5]");
    assert_eq!(told["counts"].to_string(), "[2,1,1]");
    assert_eq!(
        (&told["areas"], &told["level"]),
        (&4.into(), &"lsoa".into())
    );
    // Below zero there is no share of an amount.
    assert!(told["gini"].is_null() && told["theil"].is_null());
    let note = told["inequality_note"].as_str().unwrap();
    assert!(note.contains("below zero"), "{note}");
    // Four in a row, each the neighbour of the next.
    assert_eq!(told["moran"]["areas"], 4);
    let expected = told["moran"]["expected"].as_f64().unwrap();
    assert!((expected + 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(told["lisa"]["no_clear_cluster"], 4);
}

#[test]
fn shares_add_up_and_what_is_withheld_stays_withheld() {
    let county = packed("map-shares");
    let told = asked(&county, &["older-share", "--level", "lsoa"]);
    assert_eq!(
        (&told["suppressed"], &told["missing"]),
        (&1.into(), &0.into())
    );
    let told = asked(&county, &["older-share", "--level", "district"]);
    assert_eq!(told["suppressed"], 1);
    let near = |value: &Value, expected: f64| {
        let value = value.as_f64().unwrap();
        assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
    };
    near(&told["breaks"][0], 100.0 * 160.0 / 700.0);
    let csv = county.ask(&["map", "older-share", "--format", "csv", "--level", "msoa"]);
    let lines: Vec<&str> = csv.out.lines().collect();
    assert!(lines[0].starts_with("code,name,district,value,low,high,status,unit,period"));
    assert!(lines[1].contains("Westham 001"), "{}", lines[1]);
    assert!(lines[2].contains(",22.857142857142858,"), "{}", lines[2]);
}

#[test]
fn shapes_are_told_in_degrees() {
    let county = packed("map-shapes");
    let told = asked(&county, &["need", "--format", "geojson"]);
    let features = told["features"].as_array().unwrap();
    assert_eq!(features.len(), 4);
    assert_eq!(features[1]["id"], "E01000002");
    assert_eq!(features[1]["properties"]["value"], 2.5);
    let ring = features[1]["geometry"]["coordinates"][0][0]
        .as_array()
        .unwrap();
    assert_eq!(ring.first(), ring.last());
    let corner = |lon: f64, lat: f64| {
        ring.iter().any(|point| {
            let at = |side: usize| point[side].as_f64().unwrap();
            (at(0) - lon).abs() < 2e-4 && (at(1) - lat).abs() < 2e-4
        })
    };
    assert!(corner(0.1, 51.0) && corner(0.2, 51.1), "{ring:?}");
}

#[test]
fn a_map_that_cannot_be_made_is_told_with_a_way_on() {
    let county = packed("map-refused");
    for (args, expected) in [
        (
            &["older"][..],
            "No measure on a map is called “older”. Perhaps: older-share.",
        ),
        (&["moon"], "`roadmap measures` lists them all"),
        (
            &["need", "--level", "msoa"],
            "need is not told at msoa. Use one of: lsoa.",
        ),
        (
            &["need", "--period", "1066"],
            "need is not told at 1066. Use one of: 2021-03-21.",
        ),
        (
            &["need", "--method", "deciles"],
            "its publisher gives no tenths",
        ),
    ] {
        let ran = county.ask(&[&["map"], args].concat());
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
}

/// Moran's I was worked out apart, from shared vertices of the published shapes.
#[test]
fn deprivation_is_told_as_worked_out_elsewhere() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    let data = data.to_str().unwrap();
    let ran = roadmap(&["map", "imd-2025-score", "--level", "lsoa", "--data", data]);
    assert_eq!(ran.exit, 0, "{}", ran.err);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let number = |path: &str| told.pointer(path).unwrap().as_f64().unwrap();
    assert!((number("/moran/i") - 0.362_304_698_800_302_25).abs() < 1e-12);
    assert_eq!(number("/areas"), 713.0);
    let within = number("/theil/within") / number("/theil/total");
    assert!((0.855..0.865).contains(&within), "{within}");
    let counts = told["counts"].as_array().unwrap();
    assert_eq!(
        counts
            .iter()
            .map(|count| count.as_u64().unwrap())
            .sum::<u64>(),
        713
    );
    let lisa = told["lisa"].as_object().unwrap();
    let kinds = [
        "high_high",
        "low_low",
        "high_low",
        "low_high",
        "no_clear_cluster",
    ];
    let areas: u64 = kinds.iter().map(|kind| lisa[*kind].as_u64().unwrap()).sum();
    assert_eq!(areas, 713);
    assert!(lisa["high_high"].as_u64().unwrap() > 0);
}
