//! The past from the published files.
//!
//! The raw files are not in the repository: without them these tests say so and pass.

use std::path::{Path, PathBuf};

use super::*;
use crate::pack::region::Needed;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_scorecard_of_the_published_files() {
    let raw = std::env::var_os("ROADMAP_RAW")
        .map_or_else(|| project().join("../shared/data"), PathBuf::from);
    if !raw.is_dir() {
        println!("skipped: no raw files in {}", raw.display());
        return;
    }
    let content = project().join("content");
    let told = model::read(&content).unwrap_or_else(|problem| panic!("{problem}"));
    let file = content.join("model/hindcast.toml");
    let words: Hindcast = read_toml(&file).unwrap_or_else(|problem| panic!("{problem}"));
    let words = Hindcast { draws: 32, ..words };
    let own = |(code, name): (&str, &str)| (code.to_owned(), name.to_owned());
    let districts = [
        ("E07000096", "Dacorum"),
        ("E07000103", "Watford"),
        ("E07000243", "Stevenage"),
    ];
    let districts = districts.map(own);
    let given = Given {
        raw: &raw,
        file: &told.recipe_file,
        words: &told.recipe,
        needed: Needed::from(&told.evidence.constants),
        county: "E10000015",
        districts: &districts,
    };
    let desk =
        Desk::new(&given, &words, &told.evidence).unwrap_or_else(|problem| panic!("{problem}"));
    let rows = rows(&desk).unwrap_or_else(|problem| panic!("{problem}"));
    for row in &rows {
        println!("{row:?}");
    }
    for subject in [
        "population",
        "dwellings",
        "jobs",
        "jobs_by_section",
        "gva",
        "affordability",
        "co2",
    ] {
        let own: Vec<&HindcastRowWire> = rows.iter().filter(|row| row.subject == subject).collect();
        assert!(own.iter().any(|row| row.method == "no-change"), "{subject}");
        assert!(own.iter().any(|row| !row.mode.is_empty()), "{subject}");
    }
    let jobs = rows
        .iter()
        .find(|row| row.subject == "jobs_by_section")
        .unwrap();
    assert_eq!(jobs.cells, 3 * 19);
    for row in &rows {
        assert!(row.wape_pct.is_finite() && row.wape_pct >= 0.0, "{row:?}");
        assert_eq!(row.passes.is_some(), !row.asked.is_empty(), "{row:?}");
        assert!(
            row.coverage_pct
                .is_none_or(|share| (0.0..=100.0).contains(&share)),
            "{row:?}"
        );
    }
}
