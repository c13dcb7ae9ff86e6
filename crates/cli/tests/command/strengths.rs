//! Questions about industries, put to the pack in the repository: `sectors`, `shift-share`,
//! `complexity`, `density`, `multipliers`.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::math;
use serde_json::Value;

use crate::support::{Ran, roadmap};

const COUNTY: &str = "E10000015";

fn ran(args: &[&str]) -> Ran {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    roadmap(&[args, &["--data", data.to_str().unwrap()]].concat())
}

fn asked(args: &[&str]) -> Value {
    let ran = ran(&[args, &["--format", "json"]].concat());
    assert_eq!(ran.exit, 0, "{}", ran.err);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    for none in [":NaN", ":inf", ":-inf"] {
        assert!(!ran.out.contains(none));
    }
    told
}

fn refused(args: &[&str]) -> String {
    let ran = ran(args);
    assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{args:?}");
    ran.err
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("{value} is no number"))
}

/// The rows of an answer by code.
fn rows<'a>(told: &'a Value, key: &str) -> BTreeMap<&'a str, &'a Value> {
    let rows = told["rows"].as_array().unwrap().iter();
    rows.map(|row| (row[key].as_str().unwrap(), row)).collect()
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn industries_of_a_place() {
    let told = asked(&[
        "sectors",
        COUNTY,
        "--level",
        "division",
        "--year",
        "2024",
        "--against",
        "GB",
    ]);
    assert_eq!(
        (&told["area"], &told["against"]),
        (&COUNTY.into(), &"GB".into())
    );
    let rows = rows(&told, "code");
    assert!(!rows.contains_key("78"));
    let mut fields = keys(rows["21"]);
    fields.sort_unstable();
    let expected = [
        "code", "flag", "jobs", "lq", "lq_high", "lq_low", "name", "share",
    ];
    assert_eq!(fields, expected);
    assert_eq!(rows["21"]["jobs"], 2_720);
    assert!((number(&rows["21"]["lq"]) - 3.58).abs() < 0.005);
    let ratio = number(&rows["21"]["lq_high"]) / number(&rows["21"]["lq"]);
    // 2,720 jobs: e^(1.2816 * 0.13 / √2).
    assert!((ratio - math::exp(1.281_6 * 0.13 / 2.0_f64.sqrt())).abs() < 1e-9);
    assert!((number(&told["krugman"]) - 0.313_599_531).abs() < 1e-9);
    assert!((number(&told["hhi"]) - 0.040_619_160).abs() < 1e-9);
    assert!(
        told["definitions"]["krugman"]
            .as_str()
            .unwrap()
            .contains("not halved")
    );
    let few = rows
        .values()
        .filter(|row| row["lq"].is_number() && number(&row["jobs"]) < 500.0);
    assert!(few.into_iter().all(|row| row["flag"] == "unreliable"));
    // The whole country when nothing else is asked for, by name as by code.
    let same = asked(&["sectors", "hertfordshire", "--level", "division"]);
    assert_eq!(same, told);
}

#[test]
fn every_level_is_told_and_agencies_are_a_choice() {
    for level in ["section", "division", "group", "class", "sic5"] {
        let without = asked(&["sectors", "E07000096", "--level", level]);
        let with = asked(&[
            "sectors",
            "E07000096",
            "--level",
            level,
            "--include-agencies",
        ]);
        let gap = number(&with["jobs"]) - number(&without["jobs"]);
        assert!((gap - 60_570.0).abs() < 100.0, "{level} {gap}");
        let sum: f64 = without["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| number(&row["jobs"]))
            .sum();
        assert_eq!(sum, number(&without["jobs"]));
    }
    let sectors = asked(&["sectors", COUNTY, "--level", "industrial-strategy"]);
    let without_codes = sectors["rows"].as_array().unwrap().iter();
    let without_codes = without_codes.filter(|row| row["flag"] == "not-measurable");
    assert_eq!(without_codes.count(), 1);
    let csv = ran(&["sectors", COUNTY, "--format", "csv"]);
    assert!(
        csv.out
            .starts_with("code,name,jobs,share,lq,lq_low,lq_high,flag\nA,"),
        "{}",
        csv.out
    );
}

#[test]
fn the_whole_against_itself() {
    let told = asked(&["sectors", "GB", "--against", "GB"]);
    assert_eq!(told["area"], "GB");
    for row in told["rows"].as_array().unwrap() {
        assert_eq!(row["lq"], 1, "{row}");
    }
    assert_eq!(told["krugman"], 0);
    let notes = told["notes"].as_array().unwrap();
    assert!(
        notes
            .iter()
            .any(|note| note.as_str().unwrap().contains("itself"))
    );
}

#[test]
fn growth_is_split() {
    let told = asked(&[
        "shift-share",
        COUNTY,
        "--from",
        "2015",
        "--to",
        "2024",
        "--level",
        "section",
    ]);
    let parts = ["national", "industry_mix", "competitive"];
    let mut sums = BTreeMap::new();
    for row in told["rows"].as_array().unwrap() {
        let mut fields = keys(row);
        fields.sort_unstable();
        let expected = [
            "allocation",
            "code",
            "competitive",
            "industry_mix",
            "jobs_from",
            "jobs_to",
            "national",
        ];
        assert_eq!(fields, expected);
        let change = number(&row["jobs_to"]) - number(&row["jobs_from"]);
        let told: f64 = parts.iter().map(|part| number(&row[*part])).sum();
        assert!((told - change).abs() < 1e-6, "{row}");
        for part in [
            "jobs_from",
            "jobs_to",
            "national",
            "industry_mix",
            "competitive",
            "allocation",
        ] {
            *sums.entry(part).or_insert(0.0) += number(&row[part]);
        }
    }
    for (part, sum) in sums {
        assert!((number(&told["totals"][part]) - sum).abs() < 1e-6, "{part}");
    }
    assert!(told["sentence"].as_str().unwrap().starts_with("Of "));
}

#[test]
fn places_and_industries_in_order() {
    let told = asked(&["complexity", "--level", "division"]);
    assert_eq!(told["eigenvalues"][0], 1);
    assert!((number(&told["eigenvalues"][1]) - 0.224_305_826_7).abs() < 1e-9);
    let areas = told["areas"].as_array().unwrap();
    assert_eq!(areas.len(), 350);
    let rank = |code: &str| areas.iter().find(|own| own["code"] == code).unwrap()["rank"].clone();
    assert_eq!(
        (rank("E09000001"), rank("E07000103")),
        (1.into(), 25.into())
    );
    let mean: f64 = areas.iter().map(|own| number(&own["eci"])).sum();
    assert!(mean.abs() < 1e-6);
    assert!(number(&told["orientation"]) > 0.5);
    assert!(told["industries"].as_array().unwrap().len() > 80);
}

#[test]
fn what_is_near() {
    let told = asked(&["density", COUNTY]);
    let rows = rows(&told, "code");
    assert!((number(&rows["47"]["density"]) - 0.4755).abs() < 5e-5);
    assert!((number(&rows["47"]["rca"]) - 0.993).abs() < 5e-4);
    for row in rows.values() {
        assert!(row["density"].is_null() || (0.0..=1.0).contains(&number(&row["density"])));
    }
    assert_eq!(told["within_reach"][0], "47");
    assert!(told["caution"].as_str().unwrap().contains("pay"));
}

#[test]
fn multipliers_of_a_place() {
    let told = asked(&["multipliers", "--area", COUNTY, "--delta", "0.25"]);
    let rows = rows(&told, "industry");
    assert_eq!(rows.len(), 105);
    for (code, row) in &rows {
        let [open, closed, regional] =
            ["output_type1", "output_type2", "regional_type1"].map(|key| number(&row[key]));
        assert!(
            1.0 <= regional && regional <= open && open <= closed,
            "{code} {row}"
        );
    }
    assert_eq!(told["band"]["rows"].as_array().unwrap().len(), 105);
    assert!(
        told["not_in_area"]
            .as_array()
            .unwrap()
            .contains(&"C19".into())
    );
    assert!(told["warning"].as_str().unwrap().contains("upper bounds"));
}

#[test]
fn what_cannot_be_answered_is_told_in_words() {
    for (args, expected) in [
        (
            &["sectors", "E07999999"][..],
            "No area of this pack is called “E07999999”",
        ),
        (
            &["sectors", "E07000097"],
            "E07000097 is retired; use E07000242 (East Hertfordshire).",
        ),
        (
            &["sectors", COUNTY, "--year", "2014"],
            "not told for 2014; use one of: 2015, 2016, 2017, 2024.",
        ),
        (
            &["sectors", "E08000035", "--level", "class"],
            "are not told by class",
        ),
        (
            &[
                "sectors",
                COUNTY,
                "--level",
                "sic5",
                "--against",
                "E12000006",
            ],
            "are not told by sic5",
        ),
        (
            &["shift-share", COUNTY, "--from", "2024", "--to", "2015"],
            "2015 is not after 2024; give the earlier year first.",
        ),
        (
            &["shift-share", "E08000035", "--from", "2016", "--to", "2024"],
            "not told for 2016; use one of: 2015, 2024.",
        ),
        (
            &["multipliers", "--area", COUNTY, "--delta", "1"],
            "delta from 0 to below 1",
        ),
        (
            &["multipliers", "--area", "E08000035"],
            "are not told by sic5",
        ),
        (&["density", ""], "No area of this pack"),
    ] {
        let words = refused(args);
        assert!(words.contains(expected), "{args:?}: {words}");
    }
}
