//! A roadmap far larger than ours, searched and narrowed: 2,000 actions, 5,000 entries of a
//! workshop. All times are milliseconds.

use super::browser::numbers;
use crate::{
    dist::compress,
    error::{Error, Result},
    headers::HeaderRules,
    server,
    webdriver::Session,
};
use serde_json::{Value, json};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

/// So many actions are searched.
const ACTIONS: usize = 2_000;
/// So many entries are searched.
const ENTRIES: usize = 5_000;

const SCRIPT: &str = include_str!("roadmap.js");
const PAGE: &str = "?v=1&view=roadmap&roadmap=actions";
/// What is typed, as it grows and shrinks under a hand.
const TYPED: [&str; 12] = [
    "s",
    "sk",
    "ski",
    "skil",
    "skill",
    "skills",
    "skill",
    "ski",
    "",
    "homes",
    "number 12",
    "",
];

/// What a search was answered with; an empty list means that nothing was reported.
#[derive(Debug, Default)]
pub struct Roadmap {
    /// From a letter typed to the screen's turn, among the actions.
    pub searched: Vec<f64>,
    /// From a letter typed to the painted frame, the wait for the screen's turn included.
    pub search_frames: Vec<f64>,
    /// From a filter chosen to the screen's turn.
    pub filtered: Vec<f64>,
    /// From a filter chosen to the painted frame.
    pub filter_frames: Vec<f64>,
    /// From a letter typed to the screen's turn, among the entries.
    pub entries: Vec<f64>,
    /// From a letter typed to the painted frame, among the entries.
    pub entry_frames: Vec<f64>,
}

/// Serves the build with many actions, and searches it.
///
/// # Errors
/// [`Error::File`] when the build cannot be copied, [`Error::Browser`] when the browser fails.
pub fn measure(session: &Session<'_>, dist: &Path, file: &str) -> Result<Roadmap> {
    let crowded = Crowded::of(dist, file)?;
    let server = server::serve_dir(&crowded.0, HeaderRules::read(dist)?, 0)?;
    session.go(&server.url(&format!("/{PAGE}")))?;
    let typed: Vec<&str> = TYPED.into_iter().chain(TYPED).chain(TYPED).collect();
    let told = session.ask(SCRIPT, &json!([typed, register()]))?;
    let of = |name: &str| numbers(told.get(name));
    Ok(Roadmap {
        searched: of("searched"),
        search_frames: of("searchFrames"),
        filtered: of("filtered"),
        filter_frames: of("filterFrames"),
        entries: of("entries"),
        entry_frames: of("entryFrames"),
    })
}

/// A register as a workshop would save it.
fn register() -> String {
    let entries = (0..ENTRIES).map(|number| {
        json!({
            "id": format!("e{number}"),
            "initiative": format!("Idea number {number} for skills"),
            "barrier": format!("Barrier {}", number % 40),
        })
    });
    let entries: Vec<Value> = entries.collect();
    json!({ "schema": "economic-roadmap/register/1", "entries": entries }).to_string()
}

/// The build beside itself with its actions many times over; gone when dropped.
struct Crowded(PathBuf);

impl Crowded {
    fn of(dist: &Path, file: &str) -> Result<Self> {
        let copy = Self(env::temp_dir().join(format!("roadmap-crowded-{}", process::id())));
        let roadmap = dist.join("data").join(file);
        for path in compress::files_under(dist)? {
            // The file's compressed twins would be served in its place.
            if path
                .to_string_lossy()
                .starts_with(&*roadmap.to_string_lossy())
            {
                continue;
            }
            let to = copy.0.join(path.strip_prefix(dist).unwrap_or(&path));
            let folder = to.parent().unwrap_or(&copy.0);
            fs::create_dir_all(folder).map_err(Error::file("make", folder))?;
            fs::copy(&path, &to).map_err(Error::file("copy", &path))?;
        }
        let text = fs::read_to_string(&roadmap).map_err(Error::file("read", &roadmap))?;
        let to = copy.0.join("data").join(file);
        fs::write(&to, crowd(&text)).map_err(Error::file("write", &to))?;
        Ok(copy)
    }
}

impl Drop for Crowded {
    fn drop(&mut self) {
        // It lies in the folder for passing things; whatever stays is swept from there.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A roadmap's text with copies of its actions, each under an id of its own.
fn crowd(text: &str) -> String {
    let mut roadmap: Value = serde_json::from_str(text).unwrap_or_default();
    if let Some(actions) = roadmap.get_mut("actions").and_then(Value::as_array_mut) {
        let own = actions.clone();
        let copies = own.iter().cycle().enumerate().skip(own.len());
        let copies = copies.take(ACTIONS.saturating_sub(own.len()));
        actions.extend(copies.map(|(number, action)| {
            let mut copy = action.clone();
            let id = action.get("id").and_then(Value::as_str).unwrap_or_default();
            if let Some(fields) = copy.as_object_mut() {
                fields.insert("id".into(), json!(format!("{id}-{number}")));
                fields.remove("after");
            }
            copy
        }));
    }
    roadmap.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowded_roadmap_has_ids_of_its_own() {
        let text = json!({ "actions": [{ "id": "a", "after": ["b"] }, { "id": "b" }] }).to_string();
        let roadmap: Value = serde_json::from_str(&crowd(&text)).unwrap();
        let actions = roadmap["actions"].as_array().unwrap();
        assert_eq!(actions.len(), ACTIONS);
        let mut ids: Vec<&str> = actions
            .iter()
            .filter_map(|own| own["id"].as_str())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), ACTIONS);
        assert_eq!(actions[0]["after"], json!(["b"]));
        assert!(actions[2].get("after").is_none());
    }
}
