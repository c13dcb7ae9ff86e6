//! Two people's registers in one: what both have stands once, what clashes stands twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Register};
use crate::data::register_file::free_id;

/// Two registers in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The entries of both.
    pub register: Register,
    /// How many only the second had.
    pub added: usize,
    /// How many both had.
    pub shared: usize,
    /// Ids of entries on which they clash: both are kept, and the second names the first.
    pub clashes: Vec<String>,
}

/// Joins a second register to a first. Entries of the same id and the same words stand once, with
/// the higher number of votes; of the same id and other words both are kept.
#[must_use]
pub fn join(first: &Register, second: &Register) -> Joined {
    let mut joined = Joined {
        register: first.clone(),
        added: 0,
        shared: 0,
        clashes: Vec::new(),
    };
    let own = first.entries.iter().chain(&second.entries);
    let mut taken: BTreeSet<String> = own.map(|own| own.told.id.clone()).collect();
    let places: BTreeMap<String, usize> = (0..)
        .zip(&first.entries)
        .map(|(at, own)| (own.told.id.clone(), at))
        .collect();
    for other in &second.entries {
        let place = places.get(&other.told.id).copied();
        let own = place.and_then(|at| joined.register.entries.get_mut(at));
        match own {
            None => {
                joined.added += 1;
                joined.register.entries.push(other.clone());
            }
            Some(own) if is_same(own, other) => {
                joined.shared += 1;
                own.told.votes = own.told.votes.max(other.told.votes);
            }
            Some(_) => {
                let id = other.told.id.clone();
                let mut kept = other.clone();
                kept.told.id = free_id(&id, &taken);
                kept.told.clashes_with.clone_from(&id);
                taken.insert(kept.told.id.clone());
                joined.register.entries.push(kept);
                joined.clashes.push(id);
            }
        }
    }
    for unread in &second.unread {
        if !joined.register.unread.contains(unread) {
            joined.register.unread.push(unread.clone());
        }
    }
    joined
}

/// Whether two entries differ in nothing but their votes.
fn is_same(own: &Entry, other: &Entry) -> bool {
    let mut other = other.clone();
    other.told.votes = own.told.votes;
    *own == other
}
