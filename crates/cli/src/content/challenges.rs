//! `challenges/*.toml`: what the roadmap says of each challenge, and what shows it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::read_toml;
use crate::problem::{Fault, Problem};

/// One file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Challenge {
    /// Its key, as in links.
    pub key: String,
    /// Its place in reading order, each once.
    pub order: u32,
    /// Its title in plain words.
    pub title: String,
    /// What the roadmap's papers say of it, and who says so.
    pub account: String,
    /// Keys of foundations of productivity.
    pub foundations: Vec<String>,
    /// Keys of Grand Challenges.
    pub grand_challenges: Vec<String>,
    /// Slugs of measures of districts or of small areas.
    pub measures: Vec<String>,
    /// The slug that the map opens with.
    pub first_measure: String,
    /// The key of the level that the map opens with.
    pub first_level: Option<String>,
    /// What no published figure shows.
    pub not_known: String,
    /// The index that a reader may start from.
    pub index: Index,
}

/// An index of weighed measures.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// What a high value of it means.
    pub title: String,
    /// Whether nobody else publishes it.
    pub is_ours: bool,
    /// The measures in it.
    pub parts: Vec<Part>,
}

/// A measure in an index.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its slug.
    pub slug: String,
    /// How much it counts, 1 to 10.
    pub weight: u8,
    /// What a high value of it does to the index.
    pub high_value: HighValue,
}

/// What a high value does to an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HighValue {
    /// It raises the index.
    Raises,
    /// It lowers the index.
    Lowers,
}

/// Reads every file of the folder; their own `order` puts them in order.
///
/// # Errors
/// [`Problem::CannotRead`] when the folder or a file cannot be read; a [`Fault`] for a file
/// that cannot be used, or that has the key or the place of another.
pub fn read(folder: &Path) -> Result<Vec<Challenge>, Problem> {
    let unreadable = |error: std::io::Error| Problem::CannotRead {
        path: folder.to_owned(),
        why: error.to_string(),
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let mut challenges: Vec<Challenge> = Vec::with_capacity(files.len());
    for file in files {
        let new: Challenge = read_toml(&file)?;
        check(&file, &new, &challenges)?;
        challenges.push(new);
    }
    challenges.sort_by_key(|challenge| challenge.order);
    Ok(challenges)
}

/// Checks what serde and core cannot: that no other file has its key or its place.
fn check(file: &Path, new: &Challenge, before: &[Challenge]) -> Result<(), Problem> {
    let fault = |field: &str, reason: String, advice: &str| {
        Err(Problem::from(Fault {
            file: PathBuf::from(file),
            place: String::new(),
            field: field.to_owned(),
            reason,
            advice: advice.to_owned(),
        }))
    };
    for other in before {
        if other.key == new.key {
            let reason = format!("another file has the key “{}”", new.key);
            return fault("key", reason, "Give each challenge a key of its own");
        }
        if other.order == new.order {
            let reason = format!("“{}” has the place {} too", other.key, new.order);
            return fault("order", reason, "Give each challenge a place of its own");
        }
    }
    let heavy = new
        .index
        .parts
        .iter()
        .find(|part| !(1..=10).contains(&part.weight));
    if let Some(part) = heavy {
        let reason = format!("the weight of “{}” is {}", part.slug, part.weight);
        return fault("index", reason, "Use a weight from 1 to 10");
    }
    Ok(())
}
