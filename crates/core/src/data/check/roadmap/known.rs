//! What a reference may lead to, and the findings of those that lead nowhere.

use std::collections::BTreeSet;

use crate::area::{AreaCode, Level};
use crate::data::Dataset;
use crate::data::check::faults::Faults;
use crate::data::finding::Reason;
use crate::data::roadmap::Roadmap;
use crate::period::Period;

/// Where a record stands and which field is read.
pub(super) type At<'a> = (&'a str, &'static str);

/// Everything that may be named.
pub(super) struct Known<'a> {
    dataset: &'a Dataset,
    small: BTreeSet<String>,
    pub(super) challenges: BTreeSet<String>,
    sectors: BTreeSet<String>,
    pub(super) outputs: BTreeSet<String>,
    pub(super) documents: BTreeSet<String>,
    pub(super) claims: BTreeSet<String>,
    pub(super) actions: BTreeSet<String>,
}

/// The keys of records.
pub(super) fn keys<'a>(keys: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    keys.cloned().collect()
}

impl<'a> Known<'a> {
    pub(super) fn new(dataset: &'a Dataset, roadmap: &Roadmap) -> Self {
        Self {
            dataset,
            small: keys(roadmap.small_area_measures.iter().map(|own| &own.key)),
            challenges: BTreeSet::new(),
            sectors: keys(roadmap.sectors.iter().map(|own| &own.key)),
            outputs: BTreeSet::new(),
            documents: BTreeSet::new(),
            claims: BTreeSet::new(),
            actions: BTreeSet::new(),
        }
    }

    pub(super) fn measures(&self, at: At<'_>, slugs: Vec<String>, f: &mut Faults) -> Vec<String> {
        let is_there = |slug: &str| self.has_measure(slug);
        each(at, slugs, (&is_there, "a measure of this pack"), f)
    }

    pub(super) fn has_measure(&self, slug: &str) -> bool {
        self.small.contains(slug) || self.dataset.measure(slug).is_some()
    }

    pub(super) fn challenges(&self, at: At<'_>, keys: Vec<String>, f: &mut Faults) -> Vec<String> {
        let is_there = |key: &str| self.challenges.contains(key);
        each(at, keys, (&is_there, "a challenge of this roadmap"), f)
    }

    pub(super) fn sectors(&self, at: At<'_>, keys: Vec<String>, f: &mut Faults) -> Vec<String> {
        let is_there = |key: &str| self.sectors.contains(key);
        each(at, keys, (&is_there, "a sector of this roadmap"), f)
    }

    pub(super) fn outputs(&self, at: At<'_>, keys: Vec<String>, f: &mut Faults) -> Vec<String> {
        let is_there = |key: &str| self.outputs.contains(key);
        each(at, keys, (&is_there, "an output listed in this file"), f)
    }

    pub(super) fn claims(&self, at: At<'_>, keys: Vec<String>, f: &mut Faults) -> Vec<String> {
        let is_there = |key: &str| self.claims.contains(key);
        each(at, keys, (&is_there, "a claim of this roadmap"), f)
    }

    pub(super) fn actions(&self, at: At<'_>, keys: Vec<String>, f: &mut Faults) -> Vec<String> {
        let is_there = |key: &str| self.actions.contains(key);
        each(at, keys, (&is_there, "an action of this roadmap"), f)
    }

    pub(super) fn document(
        &self,
        at: At<'_>,
        key: Option<String>,
        faults: &mut Faults,
    ) -> Option<String> {
        let key = key?;
        let found = self.documents.contains(&key).then_some(());
        faults.known(found, at, &key, "a paper listed in this file")?;
        Some(key)
    }

    pub(super) fn districts(
        &self,
        (row, field): At<'_>,
        codes: &[String],
        faults: &mut Faults,
    ) -> Vec<AreaCode> {
        let mut kept = Vec::with_capacity(codes.len());
        for text in codes {
            let Some(code) = faults.code(row, field, text) else {
                continue;
            };
            let mut areas = self.dataset.areas.iter();
            if areas.any(|area| area.code == code && area.level == Level::District) {
                kept.push(code);
            } else {
                let code = text.clone();
                faults.add(row, field, Reason::UnknownArea { code });
            }
        }
        kept
    }
}

/// The keys that lead somewhere, each once.
fn each(
    (row, field): At<'_>,
    keys: Vec<String>,
    (is_there, expected): (&dyn Fn(&str) -> bool, &'static str),
    faults: &mut Faults,
) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut kept = keys;
    kept.retain(|key| {
        let found = is_there(key).then_some(());
        faults.known(found, (row, field), key, expected).is_some()
            && faults.is_new(&mut seen, row, field, key)
    });
    kept
}

/// A date, or a finding.
pub(super) fn date((row, field): At<'_>, text: &str, faults: &mut Faults) -> Option<Period> {
    let not = |not: crate::period::NotAPeriod| {
        faults.add(row, field, Reason::NotAPeriod { text: not.0 });
    };
    Period::parse(text).map_err(not).ok()
}

/// A finding for each field without words.
pub(super) fn are_told(row: &str, fields: &[(&'static str, &str)], faults: &mut Faults) {
    for (field, words) in fields {
        if words.trim().is_empty() {
            faults.add(row, field, Reason::Blank);
        }
    }
}
