//! The sources of a pack: who published what, when, and under which licence.

use std::path::Path;

use roadmap_core::data::wire::SourceWire;
use roadmap_core::period::Period;
use serde::Deserialize;

use super::explore::Entry;
use crate::content::{self, Content, Folder, SmallSource};
use crate::problem::{Fault, Problem};

/// What a raw folder says of itself.
#[derive(Debug, Deserialize)]
pub struct FolderSource {
    title: String,
    publisher: String,
    original_url: String,
    licence: String,
    period: String,
}

/// Reads the SOURCE.toml of a raw folder.
///
/// # Errors
/// When it is not there or says too little.
pub fn folder_source(folder: &Path) -> Result<FolderSource, Problem> {
    content::read_toml(&folder.join("SOURCE.toml"))
}

/// The sources of the challenge series, and the key of each series' source.
pub struct Publications {
    sources: Vec<Publication>,
}

struct Publication {
    source: SourceWire,
    years: Option<(u16, u16)>,
}

impl Publications {
    /// No source yet.
    pub const fn new() -> Self {
        Self {
            sources: Vec::new(),
        }
    }

    /// Adds a series and hands back the key of its source.
    ///
    /// # Errors
    /// A [`Fault`] when no publication is described for its dataset.
    pub fn add(
        &mut self,
        entry: &Entry,
        span: Option<(&Period, &Period)>,
        repository: &FolderSource,
        content: (&Content, &Path),
    ) -> Result<String, Problem> {
        let words = content
            .0
            .sources
            .publication_of(&entry.dataset)
            .ok_or_else(|| Fault {
                file: content.1.join("sources.toml"),
                place: "publication".to_owned(),
                field: "datasets".to_owned(),
                reason: format!(
                    "none describes the dataset “{}” of {}",
                    entry.dataset, entry.slug
                ),
                advice: "Add a [[publication]] with its title".to_owned(),
            })?;
        let index = self.sources.iter().position(|p| p.source.key == words.key);
        let index = index.unwrap_or_else(|| {
            let (licence, licence_presumed) = licence(&repository.licence);
            let source = SourceWire {
                key: words.key.clone(),
                title: words.title.clone(),
                publisher: entry.publisher.split('|').collect::<Vec<_>>().join(" and "),
                url: String::new(),
                licence,
                licence_presumed,
                period: String::new(),
                released: String::new(),
                caution: words.caution.clone(),
            };
            self.sources.push(Publication {
                source,
                years: None,
            });
            self.sources.len() - 1
        });
        if let Some(publication) = self.sources.get_mut(index) {
            publication.note(entry, span, repository);
        }
        Ok(words.key.clone())
    }

    /// The sources in the order in which their first series came.
    pub fn into_sources(self) -> Vec<SourceWire> {
        self.sources
            .into_iter()
            .map(|publication| publication.source)
            .collect()
    }
}

impl Publication {
    fn note(&mut self, entry: &Entry, span: Option<(&Period, &Period)>, repository: &FolderSource) {
        if self.source.url.is_empty() || self.source.url == repository.original_url {
            let page = entry.url.split('|').next().unwrap_or_default();
            let page = if page.is_empty() {
                &repository.original_url
            } else {
                page
            };
            self.source.url = page.to_owned();
        }
        let released = entry.released.split('|').filter_map(iso_date).max();
        if let Some(released) = released
            && released > self.source.released
        {
            self.source.released = released;
        }
        if let Some((first, last)) = span {
            let (from, to) = self.years.unwrap_or((u16::MAX, 0));
            let years = (from.min(first.start_year()), to.max(last.end_year()));
            self.years = Some(years);
            self.source.period = years_words(years);
        }
    }
}

/// The sources that are raw folders, in the order of content.
///
/// # Errors
/// When a folder has no usable SOURCE.toml, or content names no such role.
pub fn folders(content: &Content, folder: &Path, raw: &Path) -> Result<Vec<SourceWire>, Problem> {
    let roles = content.place.raw.folders();
    let source_of = |words: &Folder| {
        let role = roles.get(words.role.as_str()).ok_or_else(|| Fault {
            file: folder.join("sources.toml"),
            place: format!("folder “{}”", words.key),
            field: "role".to_owned(),
            reason: format!("[raw] in place.toml has no “{}”", words.role),
            advice: format!(
                "Use one of: {}",
                roles.keys().copied().collect::<Vec<_>>().join(", ")
            ),
        })?;
        let words = FolderWords {
            key: &words.key,
            title: words.title.as_deref(),
            publisher: words.publisher.as_deref(),
            caution: &words.caution,
        };
        source(&words, &raw.join(role))
    };
    content.sources.folders.iter().map(source_of).collect()
}

/// The sources of the small-area companion, in the order of content.
///
/// # Errors
/// When a folder has no usable SOURCE.toml.
pub fn small_areas(content: &Content, raw: &Path) -> Result<Vec<SourceWire>, Problem> {
    folders_of(&content.small_areas.sources, raw)
}

/// Raw folders as sources, in the order of content.
///
/// # Errors
/// When a folder has no usable SOURCE.toml.
pub fn folders_of(sources: &[SmallSource], raw: &Path) -> Result<Vec<SourceWire>, Problem> {
    let source_of = |words: &SmallSource| {
        let folder = raw.join(&words.folder);
        let words = FolderWords {
            key: &words.key,
            title: words.title.as_deref(),
            publisher: words.publisher.as_deref(),
            caution: &words.caution,
        };
        source(&words, &folder)
    };
    sources.iter().map(source_of).collect()
}

/// What content says of a raw folder.
struct FolderWords<'a> {
    key: &'a str,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    caution: &'a str,
}

fn source(words: &FolderWords<'_>, folder: &Path) -> Result<SourceWire, Problem> {
    let said = folder_source(folder)?;
    let (licence, licence_presumed) = licence(&said.licence);
    let url = said
        .original_url
        .split([' ', ';'])
        .next()
        .unwrap_or_default();
    Ok(SourceWire {
        key: words.key.to_owned(),
        title: words.title.map_or(said.title, str::to_owned),
        publisher: words.publisher.map_or(said.publisher, str::to_owned),
        url: url.to_owned(),
        licence,
        licence_presumed,
        period: said.period,
        released: String::new(),
        caution: words.caution.to_owned(),
    })
}

/// A licence's name, and whether it was presumed: the words say so before any full stop.
fn licence(said: &str) -> (String, bool) {
    let first = said.split(". ").next().unwrap_or(said);
    let (name, standing) = first.split_once(" (").unwrap_or((first, ""));
    let presumed = standing.contains("presumed") || name.ends_with(" presumed");
    let name = name.trim_end_matches(" presumed").trim();
    (name.to_owned(), presumed)
}

/// `26/09/2025` as `2025-09-26`.
fn iso_date(text: &str) -> Option<String> {
    let mut parts = text.trim().split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (digits(day, 2) && digits(month, 2) && digits(year, 4) && parts.next().is_none())
        .then(|| format!("{year}-{month}-{day}"))
}

fn years_words((from, to): (u16, u16)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from} to {to}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presumed_licence_is_told_from_a_stated_one() {
        let ogl = "Open Government Licence v3.0".to_owned();
        assert_eq!(
            licence("Open Government Licence v3.0 (stated in the readme)"),
            (ogl.clone(), false)
        );
        assert_eq!(
            licence(
                "Open Government Licence v3.0 (stated). Labels: another licence presumed (not stated)."
            ),
            (ogl.clone(), false)
        );
        assert_eq!(
            licence(
                "Open Government Licence v3.0 (ONS; stated for one, presumed for the rest); labels"
            ),
            (ogl, true)
        );
        assert_eq!(
            licence("Some Licence presumed"),
            ("Some Licence".to_owned(), true)
        );
    }

    #[test]
    fn dates_become_iso() {
        assert_eq!(iso_date("26/09/2025").as_deref(), Some("2025-09-26"));
        assert_eq!(iso_date(""), None);
        assert_eq!(iso_date("2025-09-26"), None);
    }
}
