//! Reads a `_headers` file as static hosts do: a path with `*` for anything, then indented
//! `Name: value` lines that hold for every path it matches.

use crate::error::{Error, Result};
use std::{fs, path::Path};

/// The rules of a `_headers` file, in its order.
#[derive(Debug, Clone, Default)]
pub struct HeaderRules {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl HeaderRules {
    /// Reads `_headers` in the folder.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be read, [`Error::HeaderLine`] when a line is wrong.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("_headers");
        Self::parse(&fs::read_to_string(&path).map_err(Error::file("read", path))?)
    }

    /// Reads the text of a `_headers` file.
    ///
    /// # Errors
    /// [`Error::HeaderLine`] naming the line that is neither a path nor a header.
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            if line.starts_with('/') {
                rules.push(Rule {
                    pattern: trimmed.to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let indented = line.starts_with([' ', '\t']);
            match (indented, trimmed.split_once(':'), rules.last_mut()) {
                (true, Some((name, value)), Some(rule)) if !name.contains(' ') => {
                    rule.headers
                        .push((name.to_owned(), value.trim().to_owned()));
                }
                _ => {
                    return Err(Error::HeaderLine {
                        line_number: index + 1,
                        line: line.to_owned(),
                    });
                }
            }
        }
        Ok(Self { rules })
    }

    /// The headers for a path such as `/data/x.json`, in the order of the rules.
    pub fn for_path(&self, path: &str) -> Vec<(&str, &str)> {
        self.rules
            .iter()
            .filter(|rule| matches_pattern(&rule.pattern, path))
            .flat_map(|rule| {
                rule.headers
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
            })
            .collect()
    }
}

/// Whether the path is the pattern, each `*` standing for any text.
fn matches_pattern(pattern: &str, path: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else {
        return pattern == path;
    };
    let Some(tail) = path.strip_prefix(before) else {
        return false;
    };
    // Every place the star could end, the empty match and the whole rest included.
    (0..=tail.len())
        .filter_map(|at| tail.get(at..))
        .any(|rest| matches_pattern(after, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_hold_for_the_paths_they_match() {
        let rules = HeaderRules::parse("# all\n/*\n  A: 1\n/data/*.json\n  B: x: y\n\n/\n\tC: 3\n")
            .unwrap();
        assert_eq!(rules.for_path("/data/a.json"), [("A", "1"), ("B", "x: y")]);
        assert_eq!(rules.for_path("/data/a.txt"), [("A", "1")]);
        assert_eq!(rules.for_path("/"), [("A", "1"), ("C", "3")]);
    }

    #[test]
    fn a_wrong_line_is_told_by_its_number() {
        for text in ["A: 1", "/*\nA: 1", "/*\n  no header"] {
            let told = HeaderRules::parse(text).unwrap_err().to_string();
            let last = text.lines().count();
            assert!(told.contains(&format!("line {last}")), "{text}: {told}");
        }
    }
}
