//! Reference results: the ones in the repository are those of a fresh run, and what moves is told.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Ran, roadmap};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder of its own for references.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn compare(folder: &Path, more: &[&str]) -> Ran {
    let reference = ["compare-release", "--reference", folder.to_str().unwrap()];
    roadmap(&[&reference, more].concat())
}

/// So that no number changes unseen: when this fails, say in the change log what moved and why,
/// raise the model version if the model did, and run `roadmap compare-release --write`.
#[test]
fn the_reference_is_what_a_fresh_run_gives() {
    let kept = project().join("content/reference");
    let ran = compare(&kept, &[]);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("Nothing moved."), "{}", ran.out);

    let fresh = folder("reference");
    let ran = compare(&fresh, &["--write"]);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    for file in fs::read_dir(&fresh).unwrap() {
        let file = file.unwrap();
        let own = fs::read(kept.join(file.file_name())).unwrap();
        assert!(
            own == fs::read(file.path()).unwrap(),
            "{:?}",
            file.file_name()
        );
    }
}

#[test]
fn what_moved_is_told_by_future_and_output() {
    let fresh = folder("moved");
    assert_eq!(compare(&fresh, &[]).exit, 2, "nothing to compare with");
    assert_eq!(compare(&fresh, &["--write"]).exit, 0);
    let file = fs::read_dir(&fresh)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let text = fs::read_to_string(&file).unwrap();
    let mut whole: Value = serde_json::from_str(&text).unwrap();
    let jobs = whole["outputs"]
        .as_array()
        .unwrap()
        .iter()
        .position(|own| own == "jobs");
    let value = &mut whole["rows"][0]["values"][jobs.unwrap()][2];
    let now = value.as_f64().unwrap();
    *value = (now / 1.25).into();
    // An older version is what a newer one is compared with.
    fs::remove_file(&file).unwrap();
    for version in ["0.9", "0.10"] {
        whole["model_version"] = version.into();
        fs::write(fresh.join(format!("{version}.json")), whole.to_string()).unwrap();
    }

    let told = compare(&fresh, &["--format", "json"]);
    assert_eq!(told.exit, 1, "{}", told.err);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(told["against"]["model_version"], "0.10");
    assert_eq!(told["figures"], 9 * 24 * 3 * 11);
    let [row] = &told["rows"].as_array().unwrap()[..] else {
        panic!("{told}");
    };
    assert_eq!(
        (&row["scenario"], &row["output"]),
        (&"baseline".into(), &"jobs".into())
    );
    assert_eq!((&row["year"], &row["figures"]), (&2050.into(), &1.into()));
    assert!((row["change_pct"].as_f64().unwrap() - 25.0).abs() < 1e-9);

    let words = compare(&fresh, &["--against", "0.9"]);
    assert_eq!(words.exit, 1);
    assert!(words.out.contains("version 0.9") && words.out.contains("+25.0"));
    fs::write(fresh.join("0.9.json"), "{}").unwrap();
    let spoilt = compare(&fresh, &["--against", "0.9"]);
    assert_eq!(spoilt.exit, 2);
    assert!(spoilt.err.contains("0.9.json"), "{}", spoilt.err);
    assert_eq!(compare(&fresh, &["--write"]).exit, 0, "renewed");
    assert_eq!(compare(&fresh, &[]).exit, 0);
}
