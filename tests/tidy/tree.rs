//! The project's files.

use crate::source::Source;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders that are made, not written.
const MADE: [&str; 5] = ["target", "dist", "node_modules", ".git", "fuzz/target"];

/// The project's root folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The text of a file, named from the root.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file under these folders or files whose name ends so, sorted, named from the root.
pub fn files(under: &[&str], endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for folder in under {
        collect(&root(), folder, &mut found);
    }
    found.retain(|path| endings.iter().any(|ending| path.ends_with(ending)));
    found.sort();
    found
}

/// Every Rust file under these folders.
pub fn sources(under: &[&str]) -> Vec<Source> {
    let paths = files(under, &[".rs"]);
    assert!(!paths.is_empty(), "no Rust file under {under:?}");
    let parse = |path: &String| Source::parse(path, &read(path));
    let mut sources: Vec<Source> = paths.iter().map(parse).collect();
    let tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in &mut sources {
        if tests.iter().any(|module| source.is_of_module(module)) {
            source.mark_as_test();
        }
    }
    sources
}

fn collect(root: &Path, path: &str, found: &mut Vec<String>) {
    if MADE
        .iter()
        .any(|made| path == *made || path.ends_with(&format!("/{made}")))
    {
        return;
    }
    let full = root.join(path);
    if !full.is_dir() {
        if full.is_file() {
            found.push(path.to_owned());
        }
        return;
    }
    let entries = fs::read_dir(&full).unwrap_or_else(|error| panic!("{path}: {error}"));
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let inner = if path == "." {
            name
        } else {
            format!("{path}/{name}")
        };
        collect(root, &inner, found);
    }
}
