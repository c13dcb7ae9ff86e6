//! Questions to a small made-up county: `measures`, `indicators`, `locate`.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::County;
use serde_json::Value;

fn packed(name: &str) -> County {
    let county = County::new(name);
    let ran = county.pack();
    assert_eq!(ran.exit, 0, "{}", ran.err);
    county
}

#[test]
fn measures_are_listed() {
    let county = packed("measures");
    let ran = county.ask(&["measures"]);
    assert_eq!(ran.exit, 0, "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(
        lines[0],
        "slug,name,theme,unit,direction,levels,first_period,last_period,source"
    );
    assert_eq!(
        lines[1],
        "weekly-pay,Weekly pay,jobs,gbp-per-week,higher,country district,2023-04-26,2024-04-24,\
         \"Office of Pay, Survey of pay\""
    );
    assert_eq!(
        lines[4],
        "older-share,Older people,jobs,percent,neutral,district msoa lsoa,2021-03-21,2021-03-21,\
         \"Office of Tests, A folder of figures\""
    );
    assert!(lines[5].starts_with("need,Need,jobs,score,lower,lsoa,"));
    let json = county.ask(&["measures", "--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["rows"][2]["direction"], "lower");
}

#[test]
fn an_area_is_told_as_published() {
    let county = packed("indicators");
    let csv = county.ask(&["indicators", "E07000901"]).out;
    assert!(
        csv.contains("weekly-pay,2023-04-26,600.5,580.25,620.75,gbp-per-week,observed,"),
        "{csv}"
    );
    assert!(
        csv.contains("share-deprived,2025,2.78,,,percent,modelled,"),
        "{csv}"
    );
    let by_name = county.ask(&["indicators", "westham"]).out;
    assert_eq!(by_name, csv);
    let json = county
        .ask(&["indicators", "E07000902", "--format", "json"])
        .out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["area"], "E07000902");
    let blank = &json["rows"][0];
    assert_eq!(blank["period"], "2023-04-26");
    assert!(blank["value"].is_null() && blank["low"].is_null());
    assert_eq!(blank["status"], "missing");
    // A value without limits is still a value.
    assert_eq!(json["rows"][1]["value"], 555.5);
    assert!(json["rows"][1]["high"].is_null());
    assert_eq!(json["rows"][2]["value"].to_string(), "80000");
}

#[test]
fn an_area_that_is_not_there_is_told_with_a_way_on() {
    let county = packed("unknown-area");
    for (asked, expected) in [
        (
            "E07000892",
            "E07000892 is retired; use E07000902 (Eastham).",
        ),
        (
            "e07000903",
            "No area of this pack is called “e07000903”. Perhaps: E07000902 Eastham; E07000901 Westham.",
        ),
        ("Mill Hill", "Perhaps: E07000901 Westham."),
        ("", "Perhaps: E92000001 England;"),
    ] {
        let ran = county.ask(&["indicators", asked]);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(expected), "{asked}: {}", ran.err);
    }
}

#[test]
fn a_point_is_located() {
    let county = packed("locate");
    let inside = county.ask(&["locate", "--format", "json", "--", "0.15", "51.05"]);
    assert_eq!(inside.exit, 0, "{}", inside.err);
    assert_eq!(
        inside.out,
        r#"{"lon":0.15,"lat":51.05,"lsoa":{"code":"E01000002","name":"Westham 001B"},"msoa":{"code":"E02000001","name":"Westham 001"},"district":{"code":"E07000901","name":"Westham"}}"#
            .to_owned() + "\n"
    );
    let outside = county.ask(&["locate", "--format", "json", "--", "-0.5", "51.05"]);
    assert_eq!(outside.exit, 1);
    assert_eq!(
        outside.out,
        "{\"lon\":-0.5,\"lat\":51.05,\"lsoa\":null,\"msoa\":null,\"district\":null}\n"
    );
    let words = county.ask(&["locate", "-0.5", "51.05"]);
    assert_eq!(
        (words.exit, words.out.as_str()),
        (1, "-0.5, 51.05 is outside Testshire.\n")
    );
    for nowhere in [["NaN", "51"], ["0", "91"], ["181", "0"]] {
        let ran = county.ask(&["locate", nowhere[0], nowhere[1]]);
        assert_eq!(ran.exit, 2);
        assert!(ran.err.contains("is not a place"), "{}", ran.err);
    }
}

#[test]
fn a_pack_with_faults_answers_nothing() {
    let county = packed("faulty-answers");
    county.change("data/testshire.json", "600.5", "600.6");
    let ran = county.ask(&["measures"]);
    assert_eq!((ran.exit, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("cannot be used"), "{}", ran.err);
}

#[test]
fn which_pack_is_meant_is_never_guessed() {
    let county = packed("two-packs");
    let pack = county.read("data/testshire.json");
    county.write("data/other.json", pack);
    let two = county.ask(&["measures"]).err;
    assert!(
        two.contains("more than one pack") && two.contains("other.json, testshire.json"),
        "{two}"
    );
    county.write("empty/readme.txt", "");
    let empty = county.path("empty");
    let none = crate::support::roadmap(&["measures", "--data", empty.to_str().unwrap()]);
    assert_eq!(none.exit, 2);
    assert!(none.err.contains("There is no pack in"), "{}", none.err);
}

#[test]
fn a_reader_that_has_read_enough_is_no_fault() {
    let county = packed("broken-pipe");
    let mut child = Command::new(env!("CARGO_BIN_EXE_roadmap"))
        .args(["indicators", "Westham", "--data"])
        .arg(county.path("data"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(told, "");
}
