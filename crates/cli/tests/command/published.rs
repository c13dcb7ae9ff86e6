//! The pack in the repository against the published files it was made from.
//!
//! The raw files are not in the repository: without them these tests say so and pass.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::roadmap;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn raw() -> Option<PathBuf> {
    let raw = std::env::var_os("ROADMAP_RAW")
        .map_or_else(|| project().join("../shared/data"), PathBuf::from);
    if !raw.is_dir() {
        println!("skipped: no raw files in {}", raw.display());
        return None;
    }
    Some(raw)
}

#[test]
fn a_fresh_pack_is_the_one_in_the_repository() {
    let Some(raw) = raw() else { return };
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fresh-pack");
    fs::create_dir_all(&out).unwrap();
    // Clusters are taken from the pack that is there where figures are the same; all are
    // tested again by `roadmap pack --anew`, and some by a test of their own.
    for file in fs::read_dir(project().join("public/data")).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            fs::copy(&file, out.join(file.file_name().unwrap())).unwrap();
        }
    }
    let content = project().join("content");
    let folders = [&raw, &content, &out].map(|folder| folder.to_str().unwrap());
    let [raw, content, out] = folders;
    let ran = roadmap(&["pack", "--raw", raw, "--content", content, "--out", out]);
    assert_eq!(ran.exit, 0, "{}", ran.err);
    assert!(!ran.out.contains("OVER"), "{}", ran.out);
    let mut compared = 0;
    for folder in ["", "schema"] {
        for entry in fs::read_dir(Path::new(out).join(folder)).unwrap() {
            let fresh = entry.unwrap().path();
            if fresh.is_file() {
                let name = fresh.file_name().unwrap();
                let kept = project().join("public/data").join(folder).join(name);
                let is_same = fs::read(&kept).unwrap() == fs::read(&fresh).unwrap();
                assert!(
                    is_same,
                    "{} is not as packed now: run `cargo xtask pack`",
                    kept.display()
                );
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 15);
}

#[test]
fn every_published_figure_is_told_as_published() {
    let Some(raw) = raw() else { return };
    let folder = raw.join("ons-explore-local-statistics");
    let areas = [
        "E07000095",
        "E07000096",
        "E07000098",
        "E07000099",
        "E07000102",
        "E07000103",
        "E07000240",
        "E07000241",
        "E07000242",
        "E07000243",
        "E10000015",
        "E12000006",
        "E92000001",
    ];
    let told: BTreeMap<(String, String, String), Value> =
        areas.iter().flat_map(|area| told(area)).collect();
    let (mut figures, mut blanks) = (0, 0);
    for entry in fs::read_dir(folder.join("indicators")).unwrap() {
        let file = entry.unwrap().path();
        let slug = file.file_stem().unwrap().to_str().unwrap().to_owned();
        for row in csv::Reader::from_path(&file).unwrap().into_deserialize() {
            let row: BTreeMap<String, String> = row.unwrap();
            if !areas.contains(&row["areacd"].as_str()) {
                continue;
            }
            let key = (row["areacd"].clone(), slug.clone(), row["period"].clone());
            let Some(told) = told.get(&key) else {
                panic!("{key:?} is not told");
            };
            for (column, field) in [("value", "value"), ("lci_95", "low"), ("uci_95", "high")] {
                let published = row.get(column).and_then(|text| text.parse::<f64>().ok());
                assert_eq!(told[field].as_f64(), published, "{key:?} {field}");
            }
            figures += 1;
            blanks += usize::from(told["status"] == "missing");
        }
    }
    assert_eq!((figures, blanks), (10_466, 7));
}

fn told(area: &str) -> Vec<((String, String, String), Value)> {
    let data = project().join("public/data");
    let ran = roadmap(&[
        "indicators",
        area,
        "--format",
        "json",
        "--data",
        data.to_str().unwrap(),
    ]);
    assert_eq!(ran.exit, 0, "{}", ran.err);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["area"], area);
    let rows = answer["rows"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    rows.into_iter()
        .map(|row| {
            (
                (area.to_owned(), text(&row["slug"]), text(&row["period"])),
                row,
            )
        })
        .collect()
}

/// The rows of a map as CSV, by code of area.
fn mapped(args: &[&str]) -> BTreeMap<String, BTreeMap<String, String>> {
    let data = project().join("public/data");
    let asked = ["--format", "csv", "--data", data.to_str().unwrap()];
    let ran = roadmap(&[&["map"], args, &asked].concat());
    assert_eq!(ran.exit, 0, "{}", ran.err);
    let rows = csv::Reader::from_reader(ran.out.as_bytes()).into_deserialize();
    rows.map(|row: Result<BTreeMap<String, String>, _>| {
        let row = row.unwrap();
        (row["code"].clone(), row)
    })
    .collect()
}

/// A column of a raw table, by code of area.
fn raw_column(raw: &Path, file: &str, code: &str, column: &str) -> BTreeMap<String, String> {
    let rows = csv::Reader::from_path(raw.join(file))
        .unwrap()
        .into_deserialize();
    rows.map(|row: Result<BTreeMap<String, String>, _>| {
        let row = row.unwrap();
        (row[code].clone(), row[column].clone())
    })
    .collect()
}

#[test]
fn every_small_area_is_told_as_published() {
    let Some(raw) = raw() else { return };
    const IMD: &str = "imd-2025/imd2025_lsoa21_east_of_england.csv";
    const IMD_2019: &str = "imd-2019/imd2019_lsoa11_east_of_england.csv";
    const CENSUS: &str = "census-2021-small-area/census2021_lsoa21_east_of_england.csv";
    const PRICE: &str = "house-price-lsoa11-2019/median_house_price_lsoa11_east_of_england.csv";
    const JOBS: &str =
        "bres-2015-2018-small-area-jobs/bres_jobs_msoa11_hertfordshire_2015_2018.csv";
    for (args, file, code, column, factor, areas, withheld) in [
        (
            &["imd-2025-score"][..],
            IMD,
            "lsoa21_code",
            "IMD_score",
            1.0,
            713,
            0,
        ),
        (
            &["imd-2025-income", "--level", "lsoa"],
            IMD,
            "lsoa21_code",
            "Income_score",
            100.0,
            713,
            0,
        ),
        (
            &["imd-2025-crime", "--level", "lsoa"],
            IMD,
            "lsoa21_code",
            "Crime_score",
            1.0,
            713,
            0,
        ),
        (
            &["imd-2019-education-rank"],
            IMD_2019,
            "lsoa11_code",
            "Education_rank",
            1.0,
            690,
            0,
        ),
        (
            &["residents-2021"],
            CENSUS,
            "lsoa21",
            "residents",
            1.0,
            713,
            0,
        ),
        (
            &["house-price-2019"],
            PRICE,
            "lsoa11",
            "median_house_price",
            1.0,
            690,
            5,
        ),
        (
            &["small-area-jobs", "--level", "msoa", "--period", "2016"],
            JOBS,
            "msoa11cd",
            "jobs_2016",
            1.0,
            153,
            0,
        ),
    ] {
        let published = raw_column(&raw, file, code, column);
        let told = mapped(args);
        assert_eq!(told.len(), areas, "{args:?}");
        let mut blanks = 0;
        for (code, row) in told {
            match (published[&code].parse::<f64>(), row["value"].parse::<f64>()) {
                (Ok(published), Ok(told)) => {
                    assert!((published * factor - told).abs() < 1e-9, "{args:?} {code}");
                }
                (Err(_), Err(_)) => {
                    assert_eq!(row["status"], "suppressed");
                    blanks += 1;
                }
                _ => panic!("{args:?} {code}: {row:?}"),
            }
        }
        assert_eq!(blanks, withheld, "{args:?}");
    }
}

#[test]
fn tenths_are_those_published() {
    let Some(raw) = raw() else { return };
    const IMD: &str = "imd-2025/imd2025_lsoa21_east_of_england.csv";
    // One score of health stands on both sides of an edge: the publisher's are finer than told.
    for (slug, column, tied) in [
        ("imd-2025-score", "IMD_decile", 0),
        ("imd-2025-health", "Health_decile", 1),
    ] {
        let published = raw_column(&raw, IMD, "lsoa21_code", column);
        let told = mapped(&[slug, "--level", "lsoa", "--method", "deciles"]);
        // The publisher counts from the most deprived, classes from the lowest score.
        let differ = told.iter().filter(|(code, row)| {
            let class: u8 = row["class"].parse().unwrap();
            let tenth: u8 = published[*code].parse().unwrap();
            11 - class != tenth
        });
        assert_eq!(differ.count(), tied, "{slug}");
    }
}

#[test]
fn counts_add_up_from_small_areas_to_districts() {
    let total = |level: &str| -> f64 {
        let rows = mapped(&["residents-2021", "--level", level]);
        rows.values()
            .map(|row| row["value"].parse::<f64>().unwrap())
            .sum()
    };
    for level in ["lsoa", "msoa", "district"] {
        assert_eq!(total(level), 1_198_725.0, "{level}");
    }
    let stevenage = &mapped(&["residents-2021", "--level", "district"])["E07000243"];
    assert_eq!(stevenage["value"], "89465");
}
