//! What the scenario model is told: listed as it is written, and every mistake told by its file.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Ran, roadmap};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn listed(command: &str, format: &str, content: &Path) -> Ran {
    let content = content.to_str().unwrap();
    roadmap(&[command, "--format", format, "--content", content])
}

fn rows(command: &str) -> Vec<Value> {
    let ran = listed(command, "json", &content());
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    answer["rows"].as_array().unwrap().clone()
}

fn table(command: &str) -> Vec<csv::StringRecord> {
    let ran = listed(command, "csv", &content());
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(ran.out.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn every_lever_has_its_band_its_grade_and_its_source() {
    let rows = rows("levers");
    assert_eq!(rows.len(), 21);
    let housing = &rows[0];
    assert_eq!(housing["key"], "housing");
    assert_eq!(housing["range"], serde_json::json!([-50, 60]));
    assert_eq!(housing["default"], 0);
    assert_eq!(
        (&housing["ramp"], &housing["start"], &housing["years"]),
        (&"linear".into(), &2026.into(), &5.into())
    );
    let effect = &housing["effects"][0];
    for (field, value) in [
        ("low", 0.5),
        ("central", 0.8),
        ("high", 1.07),
        ("min", 0.0),
        ("max", 3.0),
    ] {
        assert_eq!(effect[field].as_f64(), Some(value), "{field}");
    }
    for row in &rows {
        for field in ["name", "unit", "grade", "source", "note"] {
            assert!(
                row[field].as_str().is_some_and(|own| !own.is_empty()),
                "{row}"
            );
        }
        assert!(!row["foundations"].as_array().unwrap().is_empty());
    }
    let focus = rows.iter().find(|row| row["key"] == "need-focus").unwrap();
    assert_eq!(
        (&focus["ramp"], &focus["start"]),
        (&"none".into(), &Value::Null)
    );
}

/// The document asks that weak evidence is called so.
#[test]
fn weak_evidence_is_called_weak() {
    let weak: Vec<String> = rows("levers")
        .iter()
        .filter(|row| row["note"].as_str().unwrap().starts_with("Weak evidence"))
        .map(|row| row["key"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        weak,
        [
            "metro-jobs",
            "digital-skills",
            "protect-space",
            "ai-adoption",
            "gigabit",
            "management",
            "local-procurement",
            "inward-investment",
            "smart-care",
        ]
    );
}

#[test]
fn a_table_has_a_line_per_effect() {
    let effects: usize = rows("levers")
        .iter()
        .map(|row| row["effects"].as_array().unwrap().len().max(1))
        .sum();
    let table = table("levers");
    assert_eq!(table.len(), effects + 1);
    assert!(
        table[0].iter().eq(
            "key name unit foundations grand_challenges outside_control least \
        most default ramp start years outputs effect effect_meaning effect_unit low central high \
        min max effect_grade effect_source grade source note"
                .split_ascii_whitespace()
        )
    );
}

#[test]
fn every_future_tells_what_it_moves() {
    let rows = rows("scenarios");
    let keys: Vec<&str> = rows
        .iter()
        .map(|row| row["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        keys,
        [
            "baseline",
            "london-overspill",
            "skills-led",
            "smart-county",
            "clean-growth",
            "inclusive-growth",
            "employment-space-squeeze",
            "high-ageing",
            "coordinated-roadmap",
        ]
    );
    assert_eq!(rows[0]["settings"], serde_json::json!({}));
    assert_eq!(rows[1]["settings"]["metro-jobs"], 0.7);
    assert_eq!(rows[7]["shifts"]["rho"]["plus"], 0.6);
    assert_eq!(rows[8]["settings"].as_object().unwrap().len(), 19);
    for row in &rows {
        let story = row["story"].as_str().unwrap();
        assert_eq!(story.lines().count(), 2, "{story}");
    }
    let table = table("scenarios");
    assert_eq!(table.len(), 10);
    assert_eq!(&table[8][3], "housing=-20");
    assert_eq!(&table[8][4], "tfr times 0.9; rho plus 0.6; mig times 0.7");
}

#[test]
fn every_assumption_is_graded() {
    let rows = rows("assumptions");
    let drawn = rows.iter().filter(|row| row["kind"] == "drawn");
    assert_eq!(drawn.count(), 45);
    assert!(rows.len() > 45);
    for row in &rows {
        let grade = row["grade"].as_str().unwrap();
        assert!(grade.contains(['A', 'B', 'C']), "{row}");
        assert!(!row["source"].as_str().unwrap().is_empty(), "{row}");
        let is_told = row["central"].is_number() || !row["value"].as_str().unwrap().is_empty();
        assert!(is_told, "{row}");
    }
    assert_eq!(table("assumptions").len(), rows.len() + 1);
}

/// A copy of the content with one line changed, and what is told of it.
fn changed(name: &str, file: &str, from: &str, to: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let model = folder.join("model");
    fs::create_dir_all(&model).unwrap();
    for entry in fs::read_dir(content().join("model")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), model.join(entry.file_name())).unwrap();
    }
    let text = fs::read_to_string(model.join(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(model.join(file), text.replacen(from, to, 1)).unwrap();
    let ran = listed("levers", "csv", &folder);
    assert_eq!((ran.exit, ran.out.as_str()), (2, ""));
    let path = model.join(file).display().to_string();
    let told = ran.err.strip_prefix(&path);
    told.unwrap_or_else(|| panic!("{}", ran.err))
        .trim_end()
        .to_owned()
}

#[test]
fn mistakes_are_told_by_file_entry_and_field() {
    let told = changed(
        "low-exceeds-high",
        "parameters.toml",
        "low = 0.6",
        "low = 1.6",
    );
    assert_eq!(
        told,
        ", parameters, row 1 (g_y), field low: low is 1.6 and exceeds central, 1. \
         Correct the number, or the range it should lie in."
    );
    let told = changed("unknown-effect", "levers.toml", "\"eta_L\"", "\"eta\"");
    assert_eq!(
        told,
        ", levers, row 2 (metro-jobs), field effects: “eta” is not a parameter of the model. \
         Correct the key; the schema lists those that are known."
    );
    let told = changed(
        "default-outside",
        "levers.toml",
        "default = 0.47",
        "default = 4.7",
    );
    assert_eq!(
        told,
        ", levers, row 2 (metro-jobs), field default: 4.7 is not from 0 to 1. \
         Correct the number, or the range it should lie in."
    );
    let told = changed("not-read", "sections.toml", "gini = 0.73", "gini = much");
    assert!(told.starts_with(", line "), "{told}");
    let told = changed("no-value", "constants.toml", "value = 1.05\n", "");
    assert_eq!(
        told,
        ", people.boys-per-girl, value: it has neither one value nor as many values as entries of \
         of. Write a value alone, or of and values of the same length."
    );
    let told = changed(
        "two-shifts",
        "scenarios.toml",
        "times = 0.9",
        "times = 0.9, plus = 1",
    );
    assert_eq!(
        told,
        ", high-ageing, shifts.tfr: a parameter is shifted by a factor or by a sum. \
         Write either times or plus."
    );
    let told = changed("no-ramp", "levers.toml", ", years = 5 }", " }");
    assert!(
        told.starts_with(", housing, ramp: its start and years do not go with"),
        "{told}"
    );
    let told = changed(
        "no-such-file",
        "levers.toml",
        "key = \"skills\"",
        "kee = \"skills\"",
    );
    assert!(told.contains("unknown field `kee`"), "{told}");
}

/// A scenario file in a folder of its own.
fn file(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scenario-files");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn asked(args: &[&str]) -> Ran {
    let content = content();
    let own = [
        "scenarios",
        "--format",
        "json",
        "--content",
        content.to_str().unwrap(),
    ];
    roadmap(&[&own[..], args].concat())
}

#[test]
fn a_file_and_levers_moved_besides() {
    let text = "name = \"Ours\"\nbased_on = \"high-ageing\"\n[settings]\nskills = 2\n";
    let ran = asked(&[
        &file("ours.toml", text),
        "--set",
        "housing=0",
        "--set",
        "training=1.5",
    ]);
    assert_eq!(
        ran.out,
        "{\"rows\":[{\"key\":\"ours\",\"name\":\"Ours\",\"story\":\"\",\
         \"settings\":{\"skills\":2,\"training\":1.5},\"shifts\":{\"mig\":{\"times\":0.7},\
         \"rho\":{\"plus\":0.6},\"tfr\":{\"times\":0.9}}}]}\n"
    );
    let ran = asked(&["--set", "housing=20"]);
    assert!(
        ran.out.starts_with("{\"rows\":[{\"key\":\"baseline\","),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("\"settings\":{\"housing\":20}"),
        "{}",
        ran.out
    );
}

#[test]
fn mistakes_of_a_reader_are_told_in_words() {
    let mistaken = file(
        "mistaken.toml",
        "name = \"x\"\n[settings]\nhosing = 2\nskills = 9\n",
    );
    let gone = file("gone.toml", "").replace("gone", "never-was");
    let many = format!(
        "{mistaken}, line 3: no lever is called “hosing”. Perhaps housing is meant.\n\
         {mistaken}, line 4: skills cannot be 9. Choose from 0 to 8 (points of the workforce at \
         level 4 and above).\n"
    );
    for (args, told) in [
        (vec![mistaken.as_str()], many.as_str()),
        (
            vec!["skils-led"],
            "no scenario is called “skils-led”. Perhaps skills-led is meant.\n",
        ),
        (
            vec!["--set", "skills=1", "--set", "skills=2"],
            "“skills” stands twice. Remove one of the two.\n",
        ),
        (
            vec!["skills-led", "--set", "skills"],
            "“skills” does not set anything. ",
        ),
        (vec![gone.as_str()], &format!("{gone} cannot be read: ")),
    ] {
        let ran = asked(&args);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""));
        assert!(ran.err.starts_with(told), "{}", ran.err);
    }
}

/// What is packed is what is written.
#[test]
fn the_pack_tells_the_same_as_content() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    for command in ["levers", "scenarios", "assumptions"] {
        let packed = roadmap(&[command, "--data", data.to_str().unwrap()]);
        assert_eq!((packed.exit, packed.err.as_str()), (0, ""));
        assert_eq!(
            packed.out,
            listed(command, "csv", &content()).out,
            "{command}"
        );
    }
}
