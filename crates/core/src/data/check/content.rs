//! Checks the content companion against the core pack it belongs to.

use std::collections::BTreeSet;

use super::faults::{Faults, Row};
use super::measures;
use crate::area::Level;
use crate::data::Dataset;
use crate::data::content::{
    Challenge, CompanionSources, Content, Foundation, GrandChallenge, Weight,
};
use crate::data::finding::{Finding, Reason};
use crate::data::wire::fields::Fields;
use crate::data::wire::{CONTENT_SCHEMA, ChallengeWire, CompanionSourcesWire, WeightWire};

/// What was read from a content companion.
#[derive(Debug)]
pub struct ContentReading {
    /// The content, if it could be read at all.
    pub content: Option<Content>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks the content companion of `dataset`; `file` is how it is called in findings.
///
/// A slug that is neither the dataset's nor in the file's own list of small-area measures is a
/// fault. Whether that list is right is for whoever has the small areas to say.
#[must_use]
pub fn read_content(file: &str, bytes: &[u8], dataset: &Dataset) -> ContentReading {
    let mut faults = Faults::new(file);
    let content = content(bytes, dataset, &mut faults);
    ContentReading {
        content,
        findings: faults.into_findings(),
    }
}

fn content(bytes: &[u8], dataset: &Dataset, faults: &mut Faults) -> Option<Content> {
    let text = super::text(bytes, faults)?;
    let parts = super::parts(text, CONTENT_SCHEMA, faults)?;
    let pack_version = faults.value(&parts, "pack_version").unwrap_or_default();
    let content_hash = faults.value(&parts, "content_hash").unwrap_or_default();
    let small: Vec<String> = faults
        .value(&parts, "small_area_measures")
        .unwrap_or_default();
    let known = Slugs {
        dataset,
        small: small.iter().map(String::as_str).collect(),
    };
    let mut seen = BTreeSet::new();
    let mut challenges = Vec::new();
    for Row { at, record } in faults.rows::<ChallengeWire>(&parts, "challenges") {
        if faults.is_new(&mut seen, &at, "key", &record.key) {
            let at = format!("{at} ({})", record.key);
            challenges.extend(challenge(&at, record, &known, faults));
        }
    }
    Some(Content {
        pack_version,
        content_hash,
        small_area_measures: small,
        challenges,
        companions: companions(&parts, dataset, faults),
    })
}

/// What each companion holds; one that the core pack lists and this file passes over would leave
/// its sources untold.
fn companions(parts: &Fields<'_>, dataset: &Dataset, faults: &mut Faults) -> Vec<CompanionSources> {
    let mut seen = BTreeSet::new();
    let mut told = Vec::new();
    for Row { at, record: own } in faults.rows::<CompanionSourcesWire>(parts, "companions") {
        if !faults.is_new(&mut seen, &at, "key", &own.key) {
            continue;
        }
        let mut listed = dataset.companions.iter();
        let listed = listed.find(|listed| listed.key == own.key);
        let expected = "a companion of this pack";
        let Some(listed) = faults.known(listed, (&at, "key"), &own.key, expected) else {
            continue;
        };
        let at = format!("{at} ({})", own.key);
        for (field, words) in [("title", &own.title), ("holds", &own.holds)] {
            if words.trim().is_empty() {
                faults.add(&at, field, Reason::PartMissing);
            }
        }
        let mut seen = BTreeSet::new();
        let mut sources = Vec::with_capacity(own.sources.len());
        for used in own.sources {
            if faults.is_new(&mut seen, &at, "sources", &used.source.key) {
                sources.push((measures::source(&at, used.source, faults), used.used_for));
            }
        }
        told.push(CompanionSources {
            key: own.key,
            file: listed.file.clone(),
            title: own.title,
            holds: own.holds,
            sources,
        });
    }
    for listed in &dataset.companions {
        if !seen.contains(&listed.key) {
            faults.add("companions", &listed.key, Reason::PartMissing);
        }
    }
    told
}

/// Slugs that content may name.
struct Slugs<'a> {
    dataset: &'a Dataset,
    small: BTreeSet<&'a str>,
}

impl Slugs<'_> {
    /// Whether there is such a measure; a finding if not.
    fn has(&self, row_field: (&str, &str), slug: &str, faults: &mut Faults) -> bool {
        let is_there = self.small.contains(slug) || self.dataset.measure(slug).is_some();
        let found = is_there.then_some(());
        faults
            .known(found, row_field, slug, "a measure of this pack")
            .is_some()
    }
}

/// A challenge without any measure has nothing to show and is left out.
fn challenge(
    at: &str,
    wire: ChallengeWire,
    known: &Slugs<'_>,
    faults: &mut Faults,
) -> Option<Challenge> {
    for (field, words) in [
        ("title", &wire.title),
        ("account", &wire.account),
        ("not_known", &wire.not_known),
        ("index_title", &wire.index_title),
    ] {
        if words.trim().is_empty() {
            faults.add(at, field, Reason::PartMissing);
        }
    }
    let known_keys = (
        Foundation::from_key as fn(&str) -> _,
        "a foundation of productivity",
    );
    let foundations = keys((at, "foundations"), &wire.foundations, known_keys, faults);
    let known_keys = (
        GrandChallenge::from_key as fn(&str) -> _,
        "a Grand Challenge",
    );
    let field = (at, "grand_challenges");
    let grand_challenges = keys(field, &wire.grand_challenges, known_keys, faults);
    let mut measures = wire.measures;
    let mut seen = BTreeSet::new();
    measures.retain(|slug| {
        known.has((at, "measures"), slug, faults) && faults.is_new(&mut seen, at, "measures", slug)
    });
    if measures.is_empty() {
        faults.add(at, "measures", Reason::PartMissing);
    }
    let fallback = measures.first()?.clone();
    let first = measures.contains(&wire.first_measure).then_some(());
    let expected = "one of the challenge’s measures";
    let first = faults.known(first, (at, "first_measure"), &wire.first_measure, expected);
    let first_level = wire.first_level.and_then(|key| {
        let level = Level::from_key(&key).filter(|level| MAPPED.contains(level));
        faults.known(level, (at, "first_level"), &key, "district, msoa or lsoa")
    });
    Some(Challenge {
        index: index(at, wire.index, known, faults),
        // A level was chosen for one measure and may not suit another.
        first_level: first.and(first_level),
        first_measure: first.map_or(fallback, |()| wire.first_measure),
        key: wire.key,
        title: wire.title,
        account: wire.account,
        foundations,
        grand_challenges,
        measures,
        not_known: wire.not_known,
        index_title: wire.index_title,
        index_is_ours: wire.index_is_ours,
    })
}

/// Levels that a map can open with.
const MAPPED: [Level; 3] = [Level::District, Level::Msoa, Level::Lsoa];

/// What keys stand for, each once.
pub(super) fn keys<T>(
    row_field: (&str, &str),
    keys: &[String],
    (from_key, expected): (fn(&str) -> Option<T>, &'static str),
    faults: &mut Faults,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::with_capacity(keys.len());
    for key in keys {
        let found = faults.known(from_key(key), row_field, key, expected);
        if faults.is_new(&mut seen, row_field.0, row_field.1, key) {
            kept.extend(found);
        }
    }
    kept
}

fn index(at: &str, rows: Vec<WeightWire>, known: &Slugs<'_>, faults: &mut Faults) -> Vec<Weight> {
    let mut seen = BTreeSet::new();
    let mut weights = Vec::with_capacity(rows.len());
    for WeightWire { slug, weight } in rows {
        let is_weight = (weight != 0 && (-10..=10).contains(&weight)).then_some(());
        let expected = "a weight from 1 to 10, or from -10 to -1";
        let written = weight.to_string();
        let is_weight = faults.known(is_weight, (at, "index"), &written, expected);
        if known.has((at, "index"), &slug, faults)
            && faults.is_new(&mut seen, at, "index", &slug)
            && is_weight.is_some()
        {
            weights.push(Weight { slug, weight });
        }
    }
    weights
}
