//! Questions to the scenario model: answers in the shape that is promised, and what cannot be
//! asked said in words.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::contract::misfits;
use crate::support::roadmap;

const COUNTY: &str = "E10000015";
/// The headline outputs, in their order.
const OUTPUTS: [&str; 24] = [
    "population",
    "age_0_15",
    "age_16_64",
    "age_65_plus",
    "age_85_plus",
    "households",
    "completions",
    "affordability",
    "labour_force",
    "employment_rate",
    "unemployment_rate",
    "commuters_metro",
    "jobs",
    "jobs_lost_to_space",
    "gva",
    "gva_per_job",
    "pay_weekly",
    "pupils_primary",
    "pupils_secondary",
    "pupils_post16",
    "care_home_places",
    "co2_business",
    "co2_homes",
    "co2_transport",
];

fn answer(arguments: &[&str]) -> Value {
    let ran = roadmap(arguments);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

fn numbers(values: &Value) -> Vec<f64> {
    let values = values.as_array().unwrap();
    values.iter().map(|value| value.as_f64().unwrap()).collect()
}

fn schema_of_run() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = file.join("../../public/data/schema/run.schema.json");
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// The shape is a contract with programs that read it.
#[test]
fn a_run_has_the_promised_shape() {
    let run = answer(&[
        "run",
        "skills-led",
        "--to",
        "2030",
        "--draws",
        "16",
        "--seed",
        "3",
    ]);
    let schema = schema_of_run();
    assert_eq!(misfits(&schema, &run), Vec::<String>::new());
    let required = &schema["$defs"]["Area"]["required"];
    for output in OUTPUTS.iter().filter(|own| **own != "jobs_lost_to_space") {
        assert!(
            required.as_array().unwrap().contains(&(*output).into()),
            "{output}"
        );
    }
    assert_eq!(run["scenario"], "skills-led");
    assert_eq!((&run["seed"], &run["draws"]), (&3.into(), &16.into()));
    assert_eq!(numbers(&run["years"]).len(), 7);
    let areas = run["areas"].as_object().unwrap();
    assert_eq!(areas.len(), 11);
    for (code, area) in areas {
        for output in OUTPUTS {
            let own = &area[output];
            for key in ["central", "p10", "p50", "p90"] {
                assert_eq!(numbers(&own[key]).len(), 7, "{code} {output} {key}");
            }
            let (low, high) = (numbers(&own["p10"]), numbers(&own["p90"]));
            assert!(low.iter().zip(&high).all(|(low, high)| low <= high));
            for key in ["p10", "p50", "p90", "share_positive"] {
                assert_eq!(numbers(&own["difference"][key]).len(), 7);
            }
        }
        for (sections, whole) in [("jobs_by_section", "jobs"), ("gva_by_section", "gva")] {
            let sections = area[sections].as_object().unwrap();
            assert_eq!(sections.len(), 20);
            let has_agencies = whole == "gva";
            let parts = sections
                .iter()
                .filter(|(name, _)| has_agencies || *name != "agencies");
            let sum: f64 = parts.map(|(_, own)| numbers(&own["central"])[6]).sum();
            let whole = numbers(&area[whole]["central"])[6];
            assert!(
                (sum - whole).abs() <= 1e-9 * whole,
                "{code}: {sum} of {whole}"
            );
        }
    }
}

#[test]
fn without_draws_the_seed_changes_nothing() {
    let run = |seed: &str| {
        let mut run = answer(&["run", "skills-led", "--draws", "0", "--seed", seed]);
        assert_eq!(run["seed"].take(), seed.parse::<u32>().unwrap());
        run
    };
    assert_eq!(run("1"), run("2"));
}

#[test]
fn districts_add_up_and_the_base_year_is_the_published_one() {
    let run = answer(&["run", "--draws", "0"]);
    assert_eq!(run["scenario"], "baseline");
    let areas = run["areas"].as_object().unwrap();
    let at = |code: &str, output: &str, year: usize| numbers(&areas[code][output]["central"])[year];
    for output in ["population", "jobs", "gva", "households", "co2_homes"] {
        for year in [0, 26] {
            let districts = areas.keys().filter(|code| *code != COUNTY);
            let sum: f64 = districts.map(|code| at(code, output, year)).sum();
            let county = at(COUNTY, output, year);
            assert!(
                (sum - county).abs() <= 1e-9 * county,
                "{output}: {sum} {county}"
            );
        }
    }
    assert!((at(COUNTY, "jobs", 0) - 581_790.0).abs() < 1e-6);
    assert!((at(COUNTY, "gva", 0) - 44_226.0).abs() < 1e-3);
    assert!(
        areas[COUNTY]["jobs"].get("p10").is_none(),
        "no band without draws"
    );
}

/// A lever set to where it stands anyway changes nothing, in any draw.
#[test]
fn a_future_without_a_change_is_the_baseline() {
    let run = answer(&["run", "--set", "housing=0", "--draws", "8"]);
    for output in OUTPUTS {
        let difference = &run["areas"][COUNTY][output]["difference"];
        for key in ["p10", "p50", "p90", "share_positive"] {
            assert!(numbers(&difference[key]).iter().all(|own| *own == 0.0));
        }
    }
}

#[test]
fn without_the_block_of_space_its_output_is_off() {
    let run = answer(&["run", "--draws", "0", "--without-space"]);
    let schema = schema_of_run();
    assert_eq!(misfits(&schema, &run), Vec::<String>::new());
    let area = &run["areas"][COUNTY];
    assert!(area.get("jobs_lost_to_space").is_none());
    assert!(area.get("jobs").is_some());
}

#[test]
fn a_run_as_a_table() {
    let ran = roadmap(&["run", "skills-led", "--draws", "8", "--format", "csv"]);
    let mut lines = ran.out.lines();
    let head = lines.next().unwrap();
    assert!(head.starts_with("area,output,year,central,p10,"));
    assert_eq!(lines.count(), 11 * 24 * 27);
}

#[test]
fn contributions_add_up() {
    let told = answer(&["contributions", "skills-led", "--output", "gva"]);
    let rows = told["rows"].as_array().unwrap();
    let share = |row: &Value| row["share"].as_f64().unwrap();
    let (all, parts) = rows.split_last().unwrap();
    assert_eq!(all["part"], "all");
    let sum: f64 = parts.iter().map(share).sum();
    assert!(share(all) > 0.0 && (sum - share(all)).abs() < 1e-6);
}

#[test]
fn places_that_people_will_need() {
    let asked = [
        "demand",
        "Stevenage",
        "high-ageing",
        "--year",
        "2040",
        "--draws",
        "64",
    ];
    let told = answer(&[&asked[..], &["--format", "json"]].concat());
    assert_eq!(
        (&told["area"], &told["name"]),
        (&"E07000243".into(), &"Stevenage".into())
    );
    assert_eq!(
        (&told["base_year"], &told["year"]),
        (&2024.into(), &2040.into())
    );
    let rows = told["rows"].as_array().unwrap();
    let bands: Vec<&str> = rows
        .iter()
        .map(|row| row["band"].as_str().unwrap())
        .collect();
    let expected = [
        "primary",
        "secondary",
        "post-16",
        "65-74",
        "75-84",
        "85-plus",
        "all",
    ];
    assert_eq!(bands, expected);
    let at = |row: usize, key: &str| rows[row][key].as_f64().unwrap();
    for row in 0..rows.len() {
        assert!(at(row, "p10") < at(row, "p50") && at(row, "p50") < at(row, "p90"));
        assert!(at(row, "base") > 0.0);
    }
    for key in ["base", "central"] {
        let care: f64 = (3..6).map(|row| at(row, key)).sum();
        assert!((care - at(6, key)).abs() < 1e-9 * care);
    }
    // Five rates, everybody aged 16 and 17, rates that stay, and the reader's own choices.
    assert_eq!(told["assumed"].as_array().unwrap().len(), 8);

    let more = [
        &asked[..],
        &["--surplus", "5", "--inflow", "-2", "--format", "json"],
    ]
    .concat();
    let more = answer(&more);
    let more = |row: usize| more["rows"][row]["p90"].as_f64().unwrap();
    assert!((more(0) / at(0, "p90") - 1.05 * 0.98).abs() < 1e-12);
    assert_eq!(more(4), at(4, "p90"));

    let words = roadmap(&["demand", "--draws", "8"]);
    for part in [
        "Hertfordshire",
        "2050",
        "baseline",
        "primary, ages 4 to 10",
        "(grade C)",
    ] {
        assert!(words.out.contains(part), "{part}: {}", words.out);
    }
    let table = roadmap(&["demand", "--draws", "0", "--format", "csv"]);
    assert_eq!(
        table.out.lines().next(),
        Some("kind,band,ages,base,central,p10,p50,p90")
    );
    assert!(
        table.out.contains("\nschool,primary,4 to 10,"),
        "{}",
        table.out
    );
}

#[test]
fn what_an_answer_hangs_on() {
    for (method, rows) in [("tornado", 45), ("morris", 45), ("sobol", 12)] {
        let told = answer(&[
            "sensitivity",
            "--method",
            method,
            "--output",
            "jobs",
            "--ways",
            "2",
            "--points",
            "8",
        ]);
        assert_eq!(told["rows"].as_array().unwrap().len(), rows, "{method}");
    }
}

#[test]
fn what_cannot_be_asked_is_said() {
    for (arguments, words) in [
        (&["run", "--draws", "-1"][..], "no number of draws"),
        (&["run", "--draws", "65537"], "65536"),
        (&["run", "--to", "2020"], "from 2025 to 2050"),
        (&["run", "--to", "2051"], "from 2025 to 2050"),
        (&["run", "--set", "housing=90"], "-50 to 60"),
        (&["run", "--set", "hosing=9"], "housing"),
        (
            &["run", "--set", "housing=1", "--set", "housing=2"],
            "housing",
        ),
        (&["run", "skils-led"], "skills-led"),
        (&["run", "no-such-file.toml"], "no-such-file.toml"),
        (&["contributions", "--output", "happiness"], "population"),
        (&["sensitivity", "--area", "Atlantis"], "Atlantis"),
        (&["demand", "Atlantis"], "Atlantis"),
        (&["demand", "--year", "2024"], "from 2025 to 2050"),
        (&["demand", "--surplus", "90"], "-50 to 50"),
        (&["compare-release", "--against", "0.1"], "0.1"),
    ] {
        let ran = roadmap(arguments);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(words), "{arguments:?}: {}", ran.err);
    }
}
