//! `sources.toml`: what each source is called, where raw files do not say it in words.

use roadmap_core::data::wire::{SourceWire, UsedSourceWire};
use serde::Deserialize;

/// The whole file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Publications behind the challenge series.
    #[serde(default, rename = "publication")]
    pub publications: Vec<Publication>,
    /// Raw folders.
    #[serde(default, rename = "folder")]
    pub folders: Vec<Folder>,
    /// Sources without a raw folder of their own.
    #[serde(default)]
    pub more: Vec<SourceWire>,
    /// Files beside the core pack.
    #[serde(default, rename = "companion")]
    pub companions: Vec<Companion>,
}

/// What a file beside the core pack is called and holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Companion {
    /// Its key in the core pack.
    pub key: String,
    /// What it is called, sentence case.
    pub title: String,
    /// What it holds, a sentence or two.
    pub holds: String,
    /// Sources that have no raw folder.
    #[serde(default, rename = "source")]
    pub sources: Vec<UsedSourceWire>,
}

/// A publication that one or more challenge series come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Its key in the pack.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Beginnings of the dataset names that belong to it.
    pub datasets: Vec<String>,
    /// What to beware of.
    #[serde(default)]
    pub caution: String,
}

/// A raw folder as a source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Folder {
    /// Its key in the pack.
    pub key: String,
    /// What it is for: a key of `[raw]` in `place.toml`.
    pub role: String,
    /// A title shorter than the folder's own.
    pub title: Option<String>,
    /// A publisher in other words than the folder's own.
    pub publisher: Option<String>,
    /// What to beware of.
    #[serde(default)]
    pub caution: String,
}

impl Sources {
    /// The publication a dataset belongs to: the one with the longest beginning.
    pub fn publication_of(&self, dataset: &str) -> Option<&Publication> {
        let length = |publication: &&Publication| {
            publication
                .datasets
                .iter()
                .filter(|beginning| dataset.starts_with(beginning.as_str()))
                .map(String::len)
                .max()
        };
        self.publications
            .iter()
            .filter(|publication| length(publication).is_some())
            .max_by_key(length)
    }

    /// The words on a companion.
    pub fn companion(&self, key: &str) -> Option<&Companion> {
        self.companions
            .iter()
            .find(|companion| companion.key == key)
    }

    /// The folder of a role.
    pub fn folder_of(&self, role: &str) -> Option<&Folder> {
        self.folders.iter().find(|folder| folder.role == role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_wins() {
        let publication = |key: &str, beginning: &str| Publication {
            key: key.to_owned(),
            title: String::new(),
            datasets: vec![beginning.to_owned()],
            caution: String::new(),
        };
        let sources = Sources {
            publications: vec![
                publication("short", "gross"),
                publication("long", "gross-value"),
            ],
            ..Sources::default()
        };
        let key = |dataset: &str| sources.publication_of(dataset).map(|p| p.key.as_str());
        assert_eq!(key("gross-value-added"), Some("long"));
        assert_eq!(key("gross-pay"), Some("short"));
        assert_eq!(key("net"), None);
    }
}
