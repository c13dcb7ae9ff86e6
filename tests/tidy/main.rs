//! Keeps the house tidy: what ARCHITECTURE.md promises and no compiler checks.
//!
//! Each rule is a function from text to faults, so that its own test can show that it fails when
//! it should. In reading order: [`source`] (Rust told apart from comments, strings and tests),
//! [`tree`] (the project's files) -> [`rooms`] (who may know what), [`style`] (how files are
//! written), [`places`] (any county), [`people`] (what readers see), [`documents`] (what is
//! promised exists), [`manifests`] (why each dependency is there).

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test tells what is wrong by panicking"
)]

mod documents;
mod manifests;
mod people;
mod places;
mod rooms;
mod source;
mod style;
mod tree;

use std::fmt;

/// Something untidy.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    /// From the project's root.
    path: String,
    /// From 1; 0 for the file as a whole.
    line_number: usize,
    words: String,
}

impl Fault {
    fn new(path: &str, line_number: usize, words: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line_number,
            words: words.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line_number {
            0 => write!(f, "{}: {}", self.path, self.words),
            line_number => write!(f, "{}:{line_number}: {}", self.path, self.words),
        }
    }
}

/// Fails with the rule and every fault, unless there are none.
fn tidy(rule: &str, faults: &[Fault]) {
    let list: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
    assert!(
        faults.is_empty(),
        "{rule}\n{} to put right:\n{}",
        faults.len(),
        list.join("\n")
    );
}

/// Whether the text has this word, not as part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
        let joins = |c: char| c.is_alphanumeric() || c == '_';
        !before.is_some_and(joins) && !after.is_some_and(joins)
    })
}
