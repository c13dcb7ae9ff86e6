//! `sectors/*.toml`: what the roadmap's sectors are made of, why, and what that misses.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::read_toml;
use crate::problem::{Fault, Problem};

/// One file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Its key, as in links.
    pub key: String,
    /// Its place in reading order, each once.
    pub order: u32,
    /// Its title in plain words.
    pub title: String,
    /// What the papers behind the roadmap call it.
    pub called: String,
    /// Why these industries.
    pub reason: String,
    /// What they miss, or hold too much of.
    pub misses: String,
    /// The industries; none when no code tells the sector apart.
    pub codes: Vec<Code>,
}

/// An industry of a sector.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The code of an industry of any level.
    pub code: String,
    /// Why it belongs.
    pub reason: String,
}

/// Reads every file of the folder; their own `order` puts them in order.
///
/// # Errors
/// [`Problem::CannotRead`] when the folder or a file cannot be read; a [`Fault`] for a file
/// that cannot be used, that has the key or the place of another, or whose industries lie
/// inside each other.
pub fn read(folder: &Path) -> Result<Vec<Sector>, Problem> {
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
    let mut sectors: Vec<Sector> = Vec::with_capacity(files.len());
    for file in files {
        let new: Sector = read_toml(&file)?;
        check(&file, &new, &sectors)?;
        sectors.push(new);
    }
    sectors.sort_by_key(|sector| sector.order);
    Ok(sectors)
}

/// Checks what serde cannot: that keys, places and codes stand once, and that no code lies
/// inside another by its digits. Whether a code exists shows beside the classification.
fn check(file: &Path, new: &Sector, before: &[Sector]) -> Result<(), Problem> {
    let fault = |place: &str, field: &str, reason: String, advice: &str| {
        Err(Problem::from(Fault {
            file: file.to_owned(),
            place: place.to_owned(),
            field: field.to_owned(),
            reason,
            advice: advice.to_owned(),
        }))
    };
    for other in before {
        if other.key == new.key {
            let reason = format!("another file has the key “{}”", new.key);
            return fault("", "key", reason, "Give each sector a key of its own");
        }
        if other.order == new.order {
            let reason = format!("“{}” has the place {} too", other.key, new.order);
            return fault("", "order", reason, "Give each sector a place of its own");
        }
    }
    for (position, own) in new.codes.iter().enumerate() {
        let place = format!("codes, row {}", position + 1);
        let others = new.codes.iter().enumerate();
        for (_, other) in others.filter(|(at, _)| *at != position) {
            if other.code == own.code {
                let reason = format!("“{}” stands twice", own.code);
                return fault(&place, "code", reason, "Remove one of the two");
            }
            if own.code.starts_with(&other.code) {
                let reason = format!(
                    "{} lies inside {}, which is listed too",
                    own.code, other.code
                );
                let advice = "List the larger industry or its parts, not both";
                return fault(&place, "code", reason, advice);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sector(codes: &[&str]) -> Sector {
        Sector {
            key: "made-up".to_owned(),
            order: 1,
            title: String::new(),
            called: String::new(),
            reason: String::new(),
            misses: String::new(),
            codes: codes
                .iter()
                .map(|code| Code {
                    code: (*code).to_owned(),
                    reason: String::new(),
                })
                .collect(),
        }
    }

    fn told(codes: &[&str]) -> String {
        let found = check(Path::new("made-up.toml"), &sector(codes), &[]);
        found.err().map_or_else(String::new, |e| e.to_string())
    }

    #[test]
    fn a_code_stands_once_and_never_inside_another() {
        assert_eq!(told(&["21", "2660", "F"]), "");
        assert!(
            told(&["21", "21"]).starts_with("made-up.toml, codes, row 1, code: “21” stands twice")
        );
        assert!(
            told(&["26", "2660"]).contains("row 2, code: 2660 lies inside 26, which is listed too")
        );
    }

    #[test]
    fn two_files_never_share_a_key() {
        let found = check(Path::new("other.toml"), &sector(&[]), &[sector(&[])]);
        let told = found.err().unwrap().to_string();
        assert!(
            told.contains("another file has the key “made-up”"),
            "{told}"
        );
    }
}
