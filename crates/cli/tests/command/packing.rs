//! `roadmap pack` on a small made-up county: what comes out, and what is refused.

use crate::support::County;
use serde_json::Value;

#[test]
fn the_same_input_gives_the_same_bytes() {
    let county = County::new("same-bytes");
    let files = [
        "data/testshire.json",
        "data/testshire-small-areas.json",
        "data/testshire-content.json",
    ];
    let first = county.pack();
    assert_eq!((first.exit, first.err.as_str()), (0, ""));
    let before = files.map(|file| county.read(file));
    assert_eq!(county.pack().exit, 0);
    assert_eq!(files.map(|file| county.read(file)), before);
    assert!(first.out.contains("within the budget"), "{}", first.out);
}

#[test]
fn figures_come_through_as_published() {
    let county = County::new("as-published");
    assert_eq!(county.pack().exit, 0);
    let text = county.read("data/testshire.json");
    let pack: Value = serde_json::from_str(&text).unwrap();
    let pay = &pack["series"][0];
    // The region has no figure, the county none; the retired code counts for the new one.
    assert_eq!(
        pay["areas"].to_string(),
        r#"["E92000001","E07000902","E07000901"]"#
    );
    assert_eq!(pay["periods"].to_string(), r#"["2023-04-26","2024-04-24"]"#);
    assert_eq!(
        text.split_once(r#""values":"#)
            .unwrap()
            .1
            .split_once(r#","low""#)
            .unwrap()
            .0,
        "[[null,580],[null,555.5],[600.5,610]]"
    );
    assert_eq!(
        pay["low"].to_string(),
        "[[null,579.0],[null,null],[580.25,590.0]]".replace(".0", "")
    );
    let english = &pack["english_districts"];
    assert_eq!(
        english["names"].to_string(),
        r#"["Westham","Eastham","Farham"]"#
    );
    assert_eq!(english["distributions"][0]["period"], "2024-04-24");
    let deprived = english["distributions"][1]["values"].to_string();
    assert_eq!(deprived, "[2.78,0,57.89]");
    // A measure that no strip and no message tells needs no distribution.
    assert_eq!(english["distributions"].as_array().unwrap().len(), 2);
    let sources = pack["sources"].as_array().unwrap();
    let pay = sources
        .iter()
        .find(|source| source["key"] == "pay")
        .unwrap();
    assert_eq!(pay["released"], "2025-09-26");
    assert_eq!(pay["period"], "2023 to 2024");
    assert_eq!(pay["licence_presumed"], true);
    let people = sources
        .iter()
        .find(|source| source["key"] == "people")
        .unwrap();
    assert_eq!(people["publisher"], "Office of People and Other Office");
    assert_eq!(people["url"], "https://example.org/figures");
    let names: Vec<&str> = pack["named_places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Mill Hill", "Old Town", "Priory"]);
}

#[test]
fn schemas_are_written_beside_the_pack() {
    let county = County::new("schemas");
    assert_eq!(county.pack().exit, 0);
    for (file, part) in [
        ("pack", "series"),
        ("small-areas", "lookups"),
        ("content", "challenges"),
    ] {
        let schema: Value =
            serde_json::from_str(&county.read(&format!("data/schema/{file}.schema.json"))).unwrap();
        assert!(schema["properties"][part].is_object(), "{file}");
    }
}

/// Packs after one change; nothing may be written.
fn refused(name: &str, file: &str, from: &str, to: &str) -> String {
    let county = County::new(name);
    county.change(file, from, to);
    let ran = county.pack();
    assert_eq!(ran.exit, 2, "{}", ran.out);
    assert!(!county.path("data/testshire.json").exists());
    ran.err
}

#[test]
fn a_bad_cell_is_named_by_row_and_column() {
    let told = refused(
        "bad-cell",
        "raw/explore/indicators/weekly-pay.csv",
        "610",
        "six hundred",
    );
    assert!(
        told.contains("weekly-pay.csv, row 3, column “value”: “six hundred” is not a number"),
        "{told}"
    );
}

#[test]
fn raw_rows_that_do_not_add_up_as_known_stop_the_packing() {
    let told = refused(
        "not-summed",
        "raw/explore/indicators/total-people.csv",
        "80000",
        "80001",
    );
    assert!(
        told.contains(
            "before anything is made of them”: it should be 170000, and the raw files give 170001"
        ),
        "{told}"
    );
}

#[test]
fn a_series_and_its_words_belong_together() {
    let told = refused(
        "no-words",
        "content/measures.toml",
        "slug = \"total-people\"",
        "slug = \"people\"",
    );
    assert!(told.contains("measure “total-people”"), "{told}");
    assert!(told.contains("Add a [[measure]] with this slug"), "{told}");
    let told = refused(
        "no-series",
        "raw/explore/indicators.csv",
        "total-people,neutral,people,Office of People|Other Office,,\n",
        "",
    );
    assert!(told.contains("measure “total-people”, slug"), "{told}");
}

#[test]
fn a_figure_that_is_not_as_known_stops_the_packing() {
    let told = refused(
        "not-sane",
        "raw/explore/indicators/total-people.csv",
        "170000",
        "171000",
    );
    assert!(
        told.contains(
            "check “People in the county”: it should be 170000, and the raw files give 171000"
        ),
        "{told}"
    );
}

#[test]
fn a_table_of_another_release_is_named() {
    let told = refused(
        "other-release",
        "raw/lookups/lower.csv",
        "E01000002,E02000001",
        "E01000002,E02000002",
    );
    assert!(
        told.contains("the shapes put E01000002 in E02000001, this table in E02000002"),
        "{told}"
    );
}

#[test]
fn a_pack_that_would_have_faults_is_not_written() {
    // A share that was left at 100 times too much cannot be a percentage.
    let told = refused(
        "faulty",
        "content/measures.toml",
        "factor = 100",
        "factor = 10000",
    );
    assert!(
        told.contains("was not written, as it would have faults"),
        "{told}"
    );
    assert!(
        told.contains("cannot be a number in the unit percent"),
        "{told}"
    );
}

#[test]
fn a_row_that_stands_twice_is_named() {
    let told = refused(
        "twice",
        "raw/explore/indicators/total-people.csv",
        "E07000902,2024,80000",
        "E07000901,2024,80000",
    );
    assert!(
        told.contains("row 3, column “areacd”: E07000901 has a row for 2024 already"),
        "{told}"
    );
}

#[test]
fn a_missing_file_is_named() {
    let county = County::new("missing-file");
    std::fs::remove_file(county.path("raw/shapes/wards.geojson")).unwrap();
    let ran = county.pack();
    assert_eq!(ran.exit, 2);
    assert!(
        ran.err.contains("wards.geojson cannot be read"),
        "{}",
        ran.err
    );
}

#[test]
fn a_table_on_other_boundaries_is_named() {
    // One area of the older census is drawn anew in the newer one.
    let county = County::new("other-boundaries");
    county.change("raw/shapes/lsoa11.geojson", "E01000004", "E01000044");
    county.change(
        "raw/lookups/lower-changes.csv",
        "E01000004,U",
        "E01000044,U",
    );
    assert_eq!(county.pack().exit, 0);
    county.change("raw/small/lower.csv", "E01000004,400", "E01000044,400");
    let told = county.pack().err;
    assert!(
        told.contains(
            "lower.csv, row 5, column “code”: E01000044 belongs to the boundaries of 2011, not to those of 2021"
        ),
        "{told}"
    );
    county.change("raw/small/lower.csv", "E01000044,400", "E01000045,400");
    let told = county.pack().err;
    assert!(told.contains("area E01000004: it has no row"), "{told}");
}

#[test]
fn small_areas_come_through_as_published() {
    let county = County::new("small-areas");
    assert_eq!(county.pack().exit, 0);
    let pack: Value =
        serde_json::from_str(&county.read("data/testshire-small-areas.json")).unwrap();
    let older = &pack["columns"][1];
    assert_eq!(older["values"].to_string(), "[10,null,60,100]");
    assert_eq!(older["suppressed"].to_string(), "[1]");
    let score = &pack["columns"][2];
    assert_eq!(
        (&score["decimals"], score["values"].to_string()),
        (&2.into(), "[125,250,-50,0]".to_owned())
    );
    // The region has a row more than the county; a withheld part leaves no whole.
    let need = &pack["measures"][1]["benchmarks"][0];
    assert_eq!(
        (&need["area"], &need["value"]),
        (&"E12000099".into(), &1.25.into())
    );
    assert!(pack["measures"][0].get("benchmarks").is_none());
    assert_eq!(pack["sources"][0]["key"], "small-count");
}
