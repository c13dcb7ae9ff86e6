//! Changes that people in a room make to a register.

use std::collections::BTreeSet;

use super::{Entry, Register, merged};
use crate::data::GrandChallenge;
use crate::data::register_file::free_id;
use crate::data::roadmap::DigitalTheme;
use crate::picture::file_stem;

impl Register {
    /// The entry with an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|own| own.told.id == id)
    }

    /// Takes in an entry: in place of the one with its id, or as a new one where it has none. Votes
    /// and clashes stay those of the register: they may have come while the words were written. New
    /// ids come from what is proposed, so that two people who write the same down are found out
    /// when their files are joined.
    pub fn put(&mut self, mut entry: Entry) {
        const MOST_CHARS: usize = 40;
        let place = self
            .entries
            .iter_mut()
            .find(|own| !entry.told.id.is_empty() && own.told.id == entry.told.id);
        if let Some(own) = place {
            entry.told.votes = own.told.votes;
            entry.told.clashes_with.clone_from(&own.told.clashes_with);
            *own = entry;
            return;
        }
        let words: String = entry.told.initiative.chars().take(MOST_CHARS).collect();
        let stem = file_stem(&["entry", words.trim()]);
        let taken: BTreeSet<String> = self.ids().map(str::to_owned).collect();
        entry.told.id = if taken.contains(&stem) {
            free_id(&stem, &taken)
        } else {
            stem
        };
        self.entries.push(entry);
    }

    /// The id of the entry after another, or before it where it is the last.
    #[must_use]
    pub fn beside(&self, id: &str) -> Option<String> {
        let at = self.entries.iter().position(|own| own.told.id == id)?;
        let before = at.checked_sub(1).and_then(|at| self.entries.get(at));
        let own = self.entries.get(at + 1).or(before)?;
        Some(own.told.id.clone())
    }

    /// Takes an entry out. Those that clashed with it stand for themselves from then on.
    pub fn remove(&mut self, id: &str) {
        self.entries.retain(|own| own.told.id != id);
        for own in &mut self.entries {
            if own.told.clashes_with == id {
                own.told.clashes_with.clear();
            }
        }
    }

    /// Lets an entry that clashed stand for itself.
    pub fn settle(&mut self, id: &str) {
        let own = self.entries.iter_mut().find(|own| own.told.id == id);
        if let Some(own) = own {
            own.told.clashes_with.clear();
        }
    }

    /// Merges entries into the first of them; see [`merged`].
    pub fn merge(&mut self, ids: &[String]) {
        let at = |id: &String| self.entries.iter().position(|own| own.told.id == *id);
        let positions: Vec<usize> = ids.iter().filter_map(at).collect();
        self.entries = merged(&self.entries, &positions);
    }

    /// Counts a vote for an entry, or takes one back; never fewer than none.
    pub fn vote(&mut self, id: &str, is_for: bool) {
        let own = self.entries.iter_mut().find(|own| own.told.id == id);
        if let Some(own) = own {
            let votes = &mut own.told.votes;
            *votes = if is_for {
                votes.saturating_add(1)
            } else {
                votes.saturating_sub(1)
            };
        }
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|own| own.told.id.as_str())
    }
}

/// Positions of the entries that have all of some words somewhere, whatever their case.
#[must_use]
pub fn with_words(entries: &[Entry], words: &str) -> Vec<usize> {
    let words = words.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let has_all = |own: &Entry| {
        let told = &own.told;
        let all = [
            &told.initiative,
            &told.organisation,
            &told.priority,
            &told.barrier,
            &told.innovation,
            &told.needs,
            &told.offers,
        ];
        let mut all = all.map(|own| own.to_lowercase()).join("\n");
        let challenge = GrandChallenge::from_key(&told.grand_challenge);
        let theme = DigitalTheme::from_key(&told.theme);
        for title in [
            challenge.map(GrandChallenge::title),
            theme.map(DigitalTheme::title),
        ] {
            all.push('\n');
            all.push_str(&title.unwrap_or_default().to_lowercase());
        }
        words.iter().all(|word| all.contains(word))
    };
    let found = entries.iter().enumerate().filter(|(_, own)| has_all(own));
    found.map(|(position, _)| position).collect()
}
