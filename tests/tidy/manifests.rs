//! Each dependency says why it is there, in a comment above it.

use crate::{Fault, tidy, tree};

#[test]
fn every_dependency_has_a_reason() {
    let manifests = tree::files(&["."], &["Cargo.toml"]);
    let faults: Vec<Fault> = manifests
        .iter()
        .flat_map(|path| unexplained(path, &tree::read(path)))
        .collect();
    tidy(
        "Every dependency has a comment above it that says why it is there.",
        &faults,
    );
}

/// Dependencies without a comment on the line above. Those of the workspace are explained at the
/// root, and its own packages explain themselves.
fn unexplained(path: &str, manifest: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut in_dependencies = false;
    let mut above = "";
    for (index, line) in manifest.lines().enumerate() {
        let is_explained = above.starts_with('#');
        above = line;
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            in_dependencies = section.ends_with("dependencies");
            let single = section.split_once("dependencies.").map(|(_, name)| name);
            if let Some(name) = single.filter(|_| !is_explained) {
                faults.push(Fault::new(path, index + 1, format!("{name} has no reason")));
            }
            continue;
        }
        let Some((name, value)) = line
            .split_once('=')
            .filter(|_| in_dependencies && !line.starts_with([' ', '#']))
        else {
            continue;
        };
        let is_own = value.contains("path =")
            || name.trim().ends_with(".workspace")
            || value.contains("workspace = true");
        if !is_own && !is_explained {
            faults.push(Fault::new(
                path,
                index + 1,
                format!("{} has no reason", name.trim()),
            ));
        }
    }
    faults
}

#[cfg(test)]
mod can_fail {
    use super::*;

    #[test]
    fn reasons() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\n# Why.\na = \"1\"\nb = \"1\"\nc.workspace = true\n\
            d = { path = \"../d\" }\n\n[dependencies.e]\nversion = \"1\"\n\n# Why.\n[dependencies.f]\nversion = \"1\"\n\
            [dev-dependencies]\ng = { version = \"1\" }\n";
        let faults = unexplained("Cargo.toml", manifest);
        let words: Vec<&str> = faults.iter().map(|fault| fault.words.as_str()).collect();
        assert_eq!(
            words,
            ["b has no reason", "e has no reason", "g has no reason"]
        );
    }
}
