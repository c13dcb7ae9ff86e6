//! `roadmap compare-release`: which results of which futures moved against the last reference,
//! and by how much, so that no number changes unseen.

mod reference;

use std::fs;
use std::path::{Path, PathBuf};

use roadmap_core::quantity;
use serde::Serialize;

use self::reference::{Moved, Reference};
use super::Outcome;
use crate::args::{AnswerFormat, CompareReleaseArgs};
use crate::problem::{ModelProblem, Problem};
use crate::{json, output, rows, store};

/// The answer as JSON.
#[derive(Serialize)]
struct Answer<'a> {
    model_version: &'a str,
    pack_version: &'a str,
    /// What it is compared with; none when there is no reference yet.
    against: Option<Against<'a>>,
    /// How many figures were worked out.
    figures: usize,
    rows: &'a [Moved],
}

#[derive(Serialize)]
struct Against<'a> {
    model_version: &'a str,
    pack_version: &'a str,
}

/// Compares, and writes the fresh results if wanted. Ends with 1 when something moved and nothing
/// was written.
pub fn run(data: &Path, asked: &CompareReleaseArgs) -> Result<Outcome, Problem> {
    let folder = store::folder(
        asked.reference.as_ref(),
        "content/reference",
        "the reference results",
        "--reference",
    )?;
    let dataset = store::dataset(data)?;
    let model = store::model(data, &dataset)?;
    let fresh = Reference::fresh(&model.region, &model.evidence, &dataset.pack_version)?;
    let path = earlier(&folder, asked.against.as_deref(), &fresh.model_version)?;
    if path.is_none() && !asked.write {
        return Err(Problem::Model(ModelProblem::NoReference {
            folder,
            version: asked.against.clone(),
        }));
    }
    let earlier = path.map(|path| Reference::read(&path)).transpose()?;
    let moved = earlier.as_ref().map(|earlier| fresh.moved_from(earlier));
    let moved = moved.unwrap_or_default();
    let answer = Answer {
        model_version: &fresh.model_version,
        pack_version: &fresh.pack_version,
        against: earlier.as_ref().map(|earlier| Against {
            model_version: &earlier.model_version,
            pack_version: &earlier.pack_version,
        }),
        figures: fresh.figures(),
        rows: &moved,
    };
    let mut told = match asked.format {
        AnswerFormat::Json => json::compact(&answer)? + "\n",
        AnswerFormat::Csv => rows::csv(&moved)?,
        AnswerFormat::Text => words(&answer),
    };
    let has_moved = !moved.is_empty();
    if asked.write {
        let path = file(&folder, &fresh.model_version);
        store::write(&path, &fresh.text()?)?;
        if asked.format == AnswerFormat::Text {
            told += &format!("Written to {}.\n", path.display());
        }
    }
    output::say(&told)?;
    Ok(if has_moved && !asked.write {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

fn file(folder: &Path, version: &str) -> PathBuf {
    folder.join(format!("{version}.json"))
}

/// The reference of the version asked for; else that of the version in use, else of the last
/// before it.
fn earlier(folder: &Path, asked: Option<&str>, own: &str) -> Result<Option<PathBuf>, Problem> {
    if let Some(asked) = asked {
        let path = file(folder, asked);
        return Ok(path.is_file().then_some(path));
    }
    let path = file(folder, own);
    if path.is_file() {
        return Ok(Some(path));
    }
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(None);
    };
    let mut versions = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|error| Problem::CannotRead {
                path: folder.to_owned(),
                why: error.to_string(),
            })?
            .path();
        let is_json = path.extension().is_some_and(|kind| kind == "json");
        let version = path.file_stem().filter(|_| is_json);
        versions.extend(version.map(|version| parts(&version.to_string_lossy())));
    }
    versions.retain(|version| *version < parts(own));
    let last = versions.into_iter().max();
    Ok(last.map(|(_, version)| file(folder, &version)))
}

/// A version's numbers, so that 10 follows 9, and its words.
fn parts(version: &str) -> (Vec<u32>, String) {
    let numbers = version.split('.').map(|part| part.parse().unwrap_or(0));
    (numbers.collect(), version.to_owned())
}

/// What moved, as words and a table.
fn words(answer: &Answer<'_>) -> String {
    let figures = quantity::count(answer.figures);
    let Some(against) = &answer.against else {
        return format!(
            "{figures} figures of model version {}; there was no reference to compare with.\n",
            answer.model_version
        );
    };
    let mut text = format!(
        "{figures} figures of model version {}, pack {}, against the reference of version {}, pack {}.\n",
        answer.model_version, answer.pack_version, against.model_version, against.pack_version
    );
    if answer.rows.is_empty() {
        text += "Nothing moved.\n";
        return text;
    }
    text += &format!(
        "{} outputs moved; of each the figure that moved most:\n\n{:<28}{:<20}{:>8}  {:<11}{:>6}{:>18}{:>18}{:>12}\n",
        quantity::count(answer.rows.len()),
        "scenario",
        "output",
        "figures",
        "area",
        "year",
        "before",
        "now",
        "%"
    );
    for row in answer.rows {
        text += &row.line();
    }
    if against.model_version == answer.model_version {
        text += &format!(
            "\nThe model version is {} in both. If an equation, a constant or a range changed, raise it in the content; then renew the reference with --write.\n",
            answer.model_version
        );
    }
    text
}
