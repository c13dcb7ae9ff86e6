//! The workshop register: what organisations in a room want, what stands in their way, and who
//! could help whom.

mod draft;
mod edit;
mod join;
mod pairs;

pub use crate::data::register_file::{
    Entry, LONG_ENTRY_BYTES, Register, RegisterReading, read, write,
};
pub use draft::{Draft, draft};
pub use edit::with_words;
pub use join::{Joined, join};
pub use pairs::{Pair, pairs};

use crate::data::GrandChallenge;
use crate::data::roadmap::Roadmap;
use crate::order;

/// Barriers by Grand Challenge: how many entries name both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barriers {
    /// A barrier as first written, and its entries for each Grand Challenge and for none; the
    /// barrier with most entries first.
    pub rows: Vec<(String, [usize; 5])>,
}

/// The register that a roadmap starts with.
#[must_use]
pub fn examples(roadmap: &Roadmap) -> Register {
    let entries = roadmap.entries.iter().cloned();
    Register {
        entries: entries
            .map(|told| Entry {
                told,
                more: Vec::new(),
            })
            .collect(),
        unread: Vec::new(),
    }
}

/// Positions of entries, those with most votes first.
#[must_use]
pub fn ranked(entries: &[Entry]) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..entries.len()).collect();
    order::sort_by_key(&mut positions, |&at| {
        std::cmp::Reverse(entries.get(at).map_or(0, |own| own.told.votes))
    });
    positions
}

/// Counts barriers; entries that name none are left out.
#[must_use]
pub fn barriers(entries: &[Entry]) -> Barriers {
    let mut seen: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let mut rows: Vec<(String, [usize; 5])> = Vec::new();
    for Entry { told, .. } in entries {
        let key = folded(&told.barrier);
        if key.is_empty() {
            continue;
        }
        let next = rows.len();
        let row = *seen.entry(key).or_insert(next);
        if row == next {
            rows.push((told.barrier.trim().to_owned(), [0; 5]));
        }
        let mut all = GrandChallenge::ALL.into_iter();
        let column = all
            .position(|own| own.key() == told.grand_challenge)
            .unwrap_or(GrandChallenge::ALL.len());
        if let Some(count) = rows.get_mut(row).and_then(|row| row.1.get_mut(column)) {
            *count += 1;
        }
    }
    order::sort_by_key(&mut rows, |row| {
        std::cmp::Reverse(row.1.iter().sum::<usize>())
    });
    Barriers { rows }
}

/// Groups of positions whose initiative is written alike: what to merge. Groups of one are left
/// out.
#[must_use]
pub fn alike(entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut groups: std::collections::BTreeMap<String, Vec<usize>> =
        std::collections::BTreeMap::new();
    for (position, own) in entries.iter().enumerate() {
        let key = folded(&own.told.initiative);
        if !key.is_empty() {
            groups.entry(key).or_default().push(position);
        }
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// Merges the entries at `positions` into the first of them: its words stay, blanks are filled
/// from the others, votes are added up.
#[must_use]
pub fn merged(entries: &[Entry], positions: &[usize]) -> Vec<Entry> {
    let mut own = positions.iter().filter_map(|at| entries.get(*at));
    let Some(mut first) = own.next().cloned() else {
        return entries.to_vec();
    };
    for other in own {
        fill(&mut first, other);
        first.told.votes = first.told.votes.saturating_add(other.told.votes);
    }
    let gone: Vec<&str> = positions
        .iter()
        .skip(1)
        .filter_map(|at| entries.get(*at))
        .map(|own| own.told.id.as_str())
        .collect();
    // What clashed with one that is gone clashes with the one that took it in.
    let id = first.told.id.clone();
    let settle = |mut own: Entry| {
        if gone.contains(&&*own.told.clashes_with) {
            own.told.clashes_with.clone_from(&id);
        }
        if own.told.clashes_with == own.told.id {
            own.told.clashes_with.clear();
        }
        own
    };
    let place = positions.first().copied();
    let kept = entries.iter().enumerate().filter_map(|(at, own)| {
        if Some(at) == place {
            Some(first.clone())
        } else {
            (!positions.contains(&at)).then(|| own.clone())
        }
    });
    kept.map(settle).collect()
}

fn fill(own: &mut Entry, other: &Entry) {
    let (told, from) = (&mut own.told, &other.told);
    for (blank, words) in [
        (&mut told.organisation, &from.organisation),
        (&mut told.theme, &from.theme),
        (&mut told.grand_challenge, &from.grand_challenge),
        (&mut told.priority, &from.priority),
        (&mut told.barrier, &from.barrier),
        (&mut told.innovation, &from.innovation),
        (&mut told.needs, &from.needs),
        (&mut told.offers, &from.offers),
    ] {
        if blank.trim().is_empty() {
            blank.clone_from(words);
        }
    }
    for field in &other.more {
        if !own.more.iter().any(|(name, _)| *name == field.0) {
            own.more.push(field.clone());
        }
    }
}

/// Words as far as a page shows them, and whether something was left out.
#[must_use]
pub fn shown(words: &str) -> (&str, bool) {
    const MOST_CHARS: usize = 2_000;
    match words.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => (words.get(..end).unwrap_or(words), true),
        None => (words, false),
    }
}

/// A register as a table: a header and a line per entry, every cell in quotation marks.
#[must_use]
pub fn csv(entries: &[Entry]) -> String {
    let head = [
        "id",
        "organisation",
        "theme",
        "grand_challenge",
        "priority",
        "barrier",
        "innovation",
        "initiative",
        "needs",
        "offers",
        "votes",
        "clashes_with",
    ];
    let mut text = head.join(",");
    text.push('\n');
    for Entry { told, .. } in entries {
        let votes = told.votes.to_string();
        let cells = [
            &told.id,
            &told.organisation,
            &told.theme,
            &told.grand_challenge,
            &told.priority,
            &told.barrier,
            &told.innovation,
            &told.initiative,
            &told.needs,
            &told.offers,
            &votes,
            &told.clashes_with,
        ];
        let cells: Vec<String> = cells.iter().map(|own| cell(own)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

/// A cell that a spreadsheet takes for words and never for a formula.
fn cell(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let before = if is_formula { "'" } else { "" };
    format!("\"{before}{}\"", words.replace('"', "\"\""))
}

/// Small letters, single spaces.
fn folded(words: &str) -> String {
    let words = words.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}
