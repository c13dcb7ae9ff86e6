//! Who could help whom: what one organisation needs and another offers, by shared words.

use std::collections::BTreeMap;

use super::Entry;
use crate::order;

/// Two entries of which one needs what the other offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The position of the entry that needs.
    pub needs: usize,
    /// The position of the entry that offers.
    pub offers: usize,
    /// The words that both use.
    pub words: Vec<String>,
}

/// Words with fewer letters say little.
const LEAST_LETTERS: usize = 4;
/// A word that more entries offer says little either, and would pair everybody with everybody.
const MOST_OFFERS: usize = 40;

/// Pairs entries of different organisations, those with most words in common first; at most
/// `most`.
#[must_use]
pub fn pairs(entries: &[Entry], most: usize) -> Vec<Pair> {
    let mut offers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, own) in entries.iter().enumerate() {
        for word in words(&own.told.offers) {
            offers.entry(word).or_default().push(position);
        }
    }
    let mut found: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for (position, own) in entries.iter().enumerate() {
        for word in words(&own.told.needs) {
            let offering = offers.get(&word).map(Vec::as_slice).unwrap_or_default();
            if offering.len() > MOST_OFFERS {
                continue;
            }
            let others = offering.iter().filter(|at| {
                let other = entries.get(**at);
                **at != position
                    && other.is_some_and(|other| other.told.organisation != own.told.organisation)
            });
            for other in others {
                let shared = found.entry((position, *other)).or_default();
                shared.push(word.clone());
            }
        }
    }
    let pair = |((needs, offers), words)| Pair {
        needs,
        offers,
        words,
    };
    let mut pairs: Vec<Pair> = found.into_iter().map(pair).collect();
    order::sort_by_key(&mut pairs, |pair| std::cmp::Reverse(pair.words.len()));
    pairs.truncate(most);
    pairs
}

/// The words of a text that say something, each once, in small letters.
fn words(text: &str) -> Vec<String> {
    const SAYS_LITTLE: [&str; 10] = [
        "about", "from", "have", "people", "somebody", "that", "their", "them", "those", "with",
    ];
    let text = text.to_lowercase();
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= LEAST_LETTERS && !SAYS_LITTLE.contains(word))
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
