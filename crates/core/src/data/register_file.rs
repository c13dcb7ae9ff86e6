//! The workshop register as a file: JSON that keeps whatever this version does not understand.
//!
//! ```json
//! {"schema": "economic-roadmap/register/1", "entries": [{"id": "a", "initiative": "..."}]}
//! ```
//!
//! Nothing of a file is lost: fields of a later version are written back as they came, and so are
//! entries that cannot be read.

use std::collections::BTreeSet;

use serde_json::value::RawValue;

use super::finding::{Finding, Reason};
use super::wire::fields::{self, Fields};
use super::wire::{EntryWire, REGISTER_SCHEMA};

/// No register is longer, in bytes; more is refused before it is parsed.
pub const MOST_BYTES: usize = 20_000_000;
/// An entry that is longer, in bytes, is kept whole and shown cut.
pub const LONG_ENTRY_BYTES: usize = 20_000;

/// An entry of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What this version understands of it.
    pub told: EntryWire,
    /// Fields of a later version, by name, as they stood.
    pub more: Vec<(String, String)>,
}

/// A register as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Its entries, each id once.
    pub entries: Vec<Entry>,
    /// Entries that this version cannot read, as they stood.
    pub unread: Vec<String>,
}

/// What was read from a file.
#[derive(Debug)]
pub struct RegisterReading {
    /// The register; none when the file is no register at all.
    pub register: Option<Register>,
    /// What a reader should know, in the order of the file.
    pub findings: Vec<Finding>,
}

/// The fields that this version understands.
const FIELDS: [&str; 14] = [
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
    "document",
    "action",
];

/// Reads a register; `file` is how it is called in findings.
#[must_use]
pub fn read(file: &str, text: &str) -> RegisterReading {
    let mut findings = Vec::new();
    let mut tell = |row: &str, reason: Reason| {
        findings.push(Finding {
            file: file.to_owned(),
            row: row.to_owned(),
            field: String::new(),
            reason,
        });
    };
    let register = register(text, &mut tell);
    RegisterReading { register, findings }
}

fn register(text: &str, tell: &mut dyn FnMut(&str, Reason)) -> Option<Register> {
    let bytes = text.len();
    if bytes > MOST_BYTES {
        tell("", Reason::TooLarge { bytes });
        return None;
    }
    let unread = |unread: fields::Unread| Reason::NotReadable {
        detail: unread.detail,
    };
    let parts = match Fields::cut(text) {
        Ok(parts) => parts,
        Err(why) => {
            tell("", unread(why));
            return None;
        }
    };
    let found: String = parts
        .get("schema")
        .and_then(|raw| fields::read(raw).ok())
        .unwrap_or_default();
    let (name, _) = REGISTER_SCHEMA.rsplit_once('/')?;
    if !found.starts_with(name) {
        let expected = REGISTER_SCHEMA;
        tell("schema", Reason::WrongSchema { found, expected });
        return None;
    }
    if found != REGISTER_SCHEMA {
        tell("schema", Reason::LaterVersion { found });
    }
    let rows = parts.get("entries").map(fields::rows);
    let rows = match rows {
        Some(Ok(rows)) => rows,
        Some(Err(why)) => {
            tell("entries", unread(why));
            return None;
        }
        None => {
            tell("entries", Reason::PartMissing);
            return None;
        }
    };
    let mut register = Register::default();
    let mut ids = BTreeSet::new();
    for (row, raw) in (1..).zip(rows) {
        let at = format!("entries, row {row}");
        let bytes = raw.get().len();
        if bytes > LONG_ENTRY_BYTES {
            tell(&at, Reason::LongEntry { bytes });
        }
        match entry(raw) {
            Ok(mut own) => {
                if !ids.insert(own.told.id.clone()) {
                    let key = own.told.id.clone();
                    tell(&at, Reason::Duplicate { key: key.clone() });
                    own.told.id = free_id(&key, &ids);
                    own.told.clashes_with = key;
                    ids.insert(own.told.id.clone());
                }
                register.entries.push(own);
            }
            Err(why) => {
                tell(&at, unread(why));
                register.unread.push(raw.get().to_owned());
            }
        }
    }
    Some(register)
}

fn entry(raw: &RawValue) -> Result<Entry, fields::Unread> {
    let told: EntryWire = fields::record(raw)?;
    let all = Fields::cut(raw.get())?;
    let more = all.iter().filter(|(name, _)| !FIELDS.contains(name));
    Ok(Entry {
        told,
        more: more
            .map(|(name, raw)| (name.to_owned(), raw.get().to_owned()))
            .collect(),
    })
}

/// Writes a register so that [`read`] gives the same back.
#[must_use]
pub fn write(register: &Register) -> String {
    let entries = register.entries.iter().map(entry_text);
    let all: Vec<String> = entries.chain(register.unread.iter().cloned()).collect();
    let schema = quoted(REGISTER_SCHEMA);
    format!(
        "{{\"schema\":{schema},\"entries\":[\n{}\n]}}\n",
        all.join(",\n")
    )
}

fn entry_text(own: &Entry) -> String {
    let mut text = serde_json::to_string(&own.told).unwrap_or_default();
    // The record's own bracket; it is closed again after what a later version has added.
    text.pop();
    for (name, raw) in &own.more {
        text.push_str(&format!(",{}:{raw}", quoted(name)));
    }
    text.push('}');
    text
}

fn quoted(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

/// An id that no entry has: the first of `a-2`, `a-3` and so on.
pub(crate) fn free_id(id: &str, taken: &BTreeSet<String>) -> String {
    let mut number = 2_usize;
    loop {
        let new = format!("{id}-{number}");
        if !taken.contains(&new) {
            return new;
        }
        number += 1;
    }
}
