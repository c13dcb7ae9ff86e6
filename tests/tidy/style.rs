//! How files are written: what they are for at the top, not too long, nothing that can panic,
//! nothing left behind.

use crate::{Fault, has_word, source::Source, tidy, tree};

const ALL_RUST: [&str; 4] = ["src", "crates", "xtask", "tests"];
const SHIPPED_RUST: [&str; 3] = ["src", "crates", "xtask/src"];
/// Code lines: neither blank, nor comment, nor test.
const MOST_LINES: usize = 450;
/// What ends the program where a person should be told something.
const PANICS: [&str; 7] = [
    ".unwrap()",
    ".expect(",
    "panic!(",
    "todo!(",
    "unimplemented!(",
    "unreachable!(",
    "dbg!(",
];

#[test]
fn every_file_says_what_it_is_for() {
    let faults: Vec<Fault> = tree::sources(&ALL_RUST)
        .iter()
        .filter_map(no_module_doc)
        .collect();
    tidy(
        "Every Rust file begins with a //! line that says what it is for.",
        &faults,
    );
}

#[test]
fn no_file_is_too_long() {
    let faults: Vec<Fault> = tree::sources(&ALL_RUST)
        .iter()
        .filter_map(too_long)
        .collect();
    tidy(
        "No file has more than 450 code lines (no blank lines, comments or tests): split it.",
        &faults,
    );
}

#[test]
fn nothing_panics() {
    let faults: Vec<Fault> = tree::sources(&SHIPPED_RUST)
        .iter()
        .flat_map(panics)
        .collect();
    tidy(
        "Outside tests nothing panics: give back an error that says what to do.",
        &faults,
    );
}

#[test]
fn no_thought_is_unfinished() {
    let faults: Vec<Fault> = tree::sources(&ALL_RUST)
        .iter()
        .flat_map(unfinished)
        .collect();
    tidy("No unfinished thoughts are left in the code.", &faults);
}

#[test]
fn every_exception_has_a_reason() {
    let faults: Vec<Fault> = tree::sources(&ALL_RUST)
        .iter()
        .flat_map(silent_exceptions)
        .collect();
    tidy(
        "Every allow(...) and expect(...) of a lint gives its reason.",
        &faults,
    );
}

fn no_module_doc(source: &Source) -> Option<Fault> {
    let first = source
        .lines
        .first()
        .map(|line| line.whole.as_str())
        .unwrap_or_default();
    let says = first
        .strip_prefix("//!")
        .is_some_and(|words| !words.trim().is_empty());
    (!says).then(|| Fault::new(&source.path, 1, "no //! line"))
}

fn too_long(source: &Source) -> Option<Fault> {
    let counted = source
        .lines
        .iter()
        .filter(|line| source.is_test || !line.in_test);
    let count = counted.filter(|line| !line.code.trim().is_empty()).count();
    (count > MOST_LINES).then(|| Fault::new(&source.path, 0, format!("{count} code lines")))
}

fn panics(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for line in source.shipped() {
        for found in PANICS.iter().filter(|panic| line.bare.contains(**panic)) {
            faults.push(Fault::new(&source.path, line.number, *found));
        }
    }
    faults
}

fn unfinished(source: &Source) -> Vec<Fault> {
    // Written apart, so that this file does not find itself.
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("HA", "CK"),
    ];
    let mut faults = Vec::new();
    for line in &source.lines {
        for word in words.iter().filter(|word| has_word(&line.whole, word)) {
            faults.push(Fault::new(&source.path, line.number, *word));
        }
    }
    faults
}

fn silent_exceptions(source: &Source) -> Vec<Fault> {
    let bare: String = source
        .lines
        .iter()
        .map(|line| format!("{}\n", line.bare))
        .collect();
    let mut faults = Vec::new();
    for start in ["[allow(", "[expect("] {
        for (at, _) in bare.match_indices(start) {
            let rest = bare.get(at..).unwrap_or_default();
            let attribute = rest.split(']').next().unwrap_or_default();
            if !has_word(attribute, "reason") {
                let line_number = bare.get(..at).unwrap_or_default().matches('\n').count() + 1;
                faults.push(Fault::new(
                    &source.path,
                    line_number,
                    "an exception without a reason",
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod can_fail {
    use super::*;

    fn source(text: &str) -> Source {
        Source::parse("src/x.rs", text)
    }

    #[test]
    fn module_docs() {
        assert!(no_module_doc(&source("use x;")).is_some());
        assert!(no_module_doc(&source("//!\nuse x;")).is_some());
        assert!(no_module_doc(&source("//! For x.\nuse x;")).is_none());
    }

    #[test]
    fn length() {
        let long = "let a = 1;\n".repeat(MOST_LINES + 1);
        assert!(too_long(&source(&long)).is_some());
        assert!(too_long(&source(&"// words\n\n".repeat(MOST_LINES + 1))).is_none());
        assert!(too_long(&source(&format!("#[cfg(test)]\nmod t {{\n{long}}}"))).is_none());
    }

    #[test]
    fn panicking() {
        let text = "a.unwrap();\nb.unwrap_or(1); // .unwrap()\nlet c = \"panic!(\";\n#[cfg(test)]\nmod t { d.unwrap(); }";
        let lines: Vec<usize> = panics(&source(text))
            .iter()
            .map(|fault| fault.line_number)
            .collect();
        assert_eq!(lines, [1]);
    }

    #[test]
    fn unfinished_thoughts() {
        let text = format!("// {}: later\n// a to-do", concat!("TO", "DO"));
        assert_eq!(unfinished(&source(&text)).len(), 1);
    }

    #[test]
    fn exceptions() {
        let text = "#[allow(dead_code)]\n#[allow(\n  x,\n  reason = \"y\"\n)]\n#![expect(z)]";
        assert_eq!(silent_exceptions(&source(text)).len(), 2);
    }
}
