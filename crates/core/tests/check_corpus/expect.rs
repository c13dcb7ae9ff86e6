//! Says what a spoiled file should lead to.

use roadmap_core::data::{Dataset, Finding, Reading, Reason, read_pack};
use serde_json::Value;

use crate::packs;

/// A finding that should be there.
#[derive(Debug)]
pub enum Expected {
    /// This very one.
    At(&'static str, &'static str, Reason),
    /// This row cannot be read, and the parser's words name this.
    Unreadable(&'static str, &'static str),
}

/// Reads the small pack after `spoil`, and holds its findings against those expected.
pub fn findings_of(spoil: impl Fn(&mut Value), expected: &[Expected]) -> Option<Dataset> {
    let mut pack = packs::core();
    spoil(&mut pack);
    let reading = read(&pack);
    compare(&reading.findings, expected);
    reading.dataset
}

/// Reads a pack that was made as JSON.
pub fn read(pack: &Value) -> Reading {
    read_pack("pack.json", pack.to_string().as_bytes())
}

/// Holds findings against those expected, in the order of the file.
pub fn compare(findings: &[Finding], expected: &[Expected]) {
    assert_eq!(findings.len(), expected.len(), "{findings:#?}");
    for (finding, expected) in findings.iter().zip(expected) {
        let is_as_expected = match (expected, &finding.reason) {
            (Expected::At(row, field, reason), found) => {
                (finding.row.as_str(), finding.field.as_str()) == (*row, *field) && reason == found
            }
            (Expected::Unreadable(row, words), Reason::NotReadable { detail }) => {
                let named = format!("{}: {detail}", finding.field);
                finding.row == *row && named.contains(words)
            }
            (Expected::Unreadable(..), _) => false,
        };
        assert!(is_as_expected, "{finding:?} instead of {expected:?}");
        is_told_in_words(finding);
    }
}

/// A finding names its file, what is wrong and what to do, each once.
pub fn is_told_in_words(finding: &Finding) {
    let words = finding.to_string();
    assert!(words.starts_with(&finding.file), "{words}");
    assert!(words.contains(&finding.row) && words.contains(&finding.field));
    assert!(words.contains(": ") && words.ends_with('.'), "{words}");
    assert!(words.contains(finding.reason.advice()), "{words}");
}
