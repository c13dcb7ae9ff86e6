//! What each file beside the core pack holds and whose figures these are, for the page that lists
//! every source without loading every file.

use std::collections::BTreeSet;
use std::path::Path;

use roadmap_core::data::wire::{CompanionSourcesWire, SourceWire, UsedSourceWire};

use crate::content::{Content, SmallSource};
use crate::problem::{Fault, Problem};

/// A companion's sources.
pub struct Own<'a> {
    /// Its key in the core pack.
    pub key: &'a str,
    /// The sources listed in it.
    pub sources: &'a [SourceWire],
    /// Keys of sources, its own or the core pack's, and what comes from them in words.
    pub uses: Vec<(&'a str, &'a str)>,
}

impl<'a> Own<'a> {
    /// A companion whose content says what its sources are used for.
    pub fn new(key: &'a str, sources: &'a [SourceWire], words: &'a [SmallSource]) -> Self {
        let said = words.iter().filter(|source| !source.used_for.is_empty());
        Self {
            key,
            sources,
            uses: said
                .map(|source| (source.key.as_str(), source.used_for.as_str()))
                .collect(),
        }
    }
}

/// What every companion holds, in the order given; `core` are the core pack's sources.
///
/// # Errors
/// A [`Fault`] when content does not say what a companion holds or what a source is used for.
pub fn build(
    (content, folder): (&Content, &Path),
    companions: &[Own<'_>],
    core: &[SourceWire],
) -> Result<Vec<CompanionSourcesWire>, Problem> {
    let fault = |place: String, field: &str, reason: String, advice: &str| Fault {
        file: folder.join("sources.toml"),
        place,
        field: field.to_owned(),
        reason,
        advice: advice.to_owned(),
    };
    let told = |own: &Own<'_>| {
        let words = content.sources.companion(own.key).ok_or_else(|| {
            fault(
                "companion".to_owned(),
                "key",
                format!("none says what the file “{}” holds", own.key),
                "Add a [[companion]] with its title and what it holds",
            )
        })?;
        let mut sources = Vec::new();
        for source in own.sources.iter().chain(borrowed(own, core)) {
            let used_for = used_for(own, &source.key).ok_or_else(|| {
                fault(
                    format!("companion “{}”", own.key),
                    "source",
                    format!("no figure comes from “{}”", source.key),
                    "Say under that source what it is used_for, or leave it out",
                )
            })?;
            let source = source.clone();
            sources.push(UsedSourceWire { source, used_for });
        }
        sources.extend(words.sources.iter().cloned());
        Ok(CompanionSourcesWire {
            key: own.key.to_owned(),
            title: words.title.clone(),
            holds: words.holds.clone(),
            sources,
        })
    };
    companions.iter().map(told).collect()
}

/// Sources of the core pack that the companion's figures come from as well.
fn borrowed<'a>(own: &'a Own<'_>, core: &'a [SourceWire]) -> impl Iterator<Item = &'a SourceWire> {
    let listed: BTreeSet<&str> = own.sources.iter().map(|s| s.key.as_str()).collect();
    let used: BTreeSet<&str> = own.uses.iter().map(|(key, _)| *key).collect();
    core.iter().filter(move |source| {
        used.contains(source.key.as_str()) && !listed.contains(source.key.as_str())
    })
}

/// What comes from a source, each once; none when nothing does.
fn used_for(own: &Own<'_>, key: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for (source, what) in &own.uses {
        if *source == key && !words.contains(what) {
            words.push(what);
        }
    }
    (!words.is_empty()).then(|| words.join("; "))
}
