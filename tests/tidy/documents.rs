//! What the documents promise exists: files, folders and commands. And nothing names a machine
//! or a registry.

use crate::{Fault, tidy, tree};

const DOCUMENTS: [&str; 2] = ["README.md", "ARCHITECTURE.md"];
/// Words in backticks that begin so are paths.
const FOLDERS: [&str; 8] = [
    "src/", "crates/", "xtask/", "tests/", "content/", "public/", ".ci/", "fuzz/",
];
/// Words in backticks that end so are paths.
const ENDINGS: [&str; 8] = [
    ".rs", ".toml", ".md", ".json", ".html", ".css", ".js", ".svg",
];
/// Commands, and the files of which one must have the sub-command as a string.
const COMMANDS: [(&str, &str); 3] = [
    ("cargo xtask ", "xtask/src"),
    ("cargo roadmap ", "crates/cli/src"),
    ("roadmap ", "crates/cli/src"),
];
/// Text files that people write; the lock file is cargo's.
const WRITTEN: [&str; 12] = [
    ".rs", ".toml", ".md", ".html", ".css", ".js", ".json", ".yml", ".yaml", ".sh", ".svg", ".txt",
];

#[test]
fn documents_name_what_exists() {
    let mut faults = Vec::new();
    for document in DOCUMENTS {
        let text = tree::read(document);
        faults.extend(missing_paths(document, &text, |path| {
            tree::root().join(path).exists()
        }));
        faults.extend(missing_commands(document, &text, |folder, name| {
            let wanted = format!("\"{name}\"");
            tree::sources(&[folder]).iter().any(|source| {
                let has_string = |line: &crate::source::Line| line.strings.contains(&wanted);
                source
                    .shipped()
                    .any(|line| has_string(line) || is_variant(&line.bare, name))
            })
        }));
    }
    tidy(
        "Paths and commands in README.md and ARCHITECTURE.md exist.",
        &faults,
    );
}

#[test]
fn nothing_names_a_machine_or_a_registry() {
    let mut faults = Vec::new();
    for path in tree::files(&["."], &WRITTEN)
        .into_iter()
        .chain(tree::files(&[".ci"], &[""]))
    {
        if let Ok(text) = std::fs::read_to_string(tree::root().join(&path)) {
            faults.extend(hosts_and_machines(&path, &text));
        }
    }
    tidy(
        "Nothing names a package registry's host or a folder of one machine.",
        &faults,
    );
}

/// Whether the line declares the variant that clap's derive turns into this sub-command.
fn is_variant(bare: &str, name: &str) -> bool {
    let capital = |word: &str| -> String {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    };
    let variant: String = name.split('-').map(capital).collect();
    if variant.is_empty() {
        return false;
    }
    bare.trim()
        .strip_prefix(&variant)
        .is_some_and(|rest| rest.starts_with(['(', ',']) || rest == " {")
}

/// The words in backticks, and what links lead to, with their line numbers.
fn promised(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_block = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if in_block {
            // A block shows commands, or a tree of which the first word is a path.
            found.push((
                index + 1,
                line.split(" #")
                    .next()
                    .unwrap_or_default()
                    .trim_start_matches("$ ")
                    .trim()
                    .to_owned(),
            ));
        } else {
            found.extend(
                line.split('`')
                    .skip(1)
                    .step_by(2)
                    .map(|words| (index + 1, words.to_owned())),
            );
            let links = line
                .split("](")
                .skip(1)
                .filter_map(|rest| rest.split(')').next());
            found.extend(links.map(|target| {
                (
                    index + 1,
                    target.split('#').next().unwrap_or_default().to_owned(),
                )
            }));
        }
    }
    found
}

fn missing_paths(document: &str, text: &str, exists: impl Fn(&str) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (line_number, words) in promised(text) {
        let path = words.trim_start_matches("./").trim_end_matches('/');
        let is_path = FOLDERS
            .iter()
            .any(|folder| format!("{path}/").starts_with(folder))
            || ENDINGS.iter().any(|ending| path.ends_with(ending));
        let is_example = path.contains(['*', '<', '{', '$', ' ', '…', '=', ':'])
            || path.starts_with(['/', '.']) && !path.starts_with(".ci");
        if is_path && !is_example && !exists(path) {
            faults.push(Fault::new(
                document,
                line_number,
                format!("there is no {path}"),
            ));
        }
    }
    faults
}

fn missing_commands(document: &str, text: &str, exists: impl Fn(&str, &str) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (line_number, words) in promised(text) {
        let Some((command, folder)) = COMMANDS
            .iter()
            .find(|(command, _)| words.starts_with(command))
        else {
            continue;
        };
        let name: String = words[command.len()..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        if !name.is_empty() && !exists(folder, &name) {
            faults.push(Fault::new(
                document,
                line_number,
                format!("there is no command {command}{name}"),
            ));
        }
    }
    faults
}

fn hosts_and_machines(path: &str, text: &str) -> Vec<Fault> {
    // Written apart, so that this file does not find itself.
    let hosts = [
        ["crates", ".io"].concat(),
        ["npm", "js."].concat(),
        ["pypi", ".org"].concat(),
        ["python", "hosted"].concat(),
        ["proxy.", "golang"].concat(),
        ["deb.", "debian.org"].concat(),
    ];
    let machines = [
        ["/wo", "rk/"].concat(),
        ["/ro", "ot/"].concat(),
        ["/ho", "me/"].concat(),
        ["/Us", "ers/"].concat(),
    ];
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let is_outer = |at: usize| {
            !line
                .get(..at)
                .and_then(|t| t.chars().next_back())
                .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '}' | '-'))
        };
        let machine = machines.iter().find(|machine| {
            line.match_indices(machine.as_str())
                .any(|(at, _)| is_outer(at))
        });
        let host = hosts.iter().find(|host| line.contains(host.as_str()));
        for found in machine.into_iter().chain(host) {
            faults.push(Fault::new(path, index + 1, format!("names {found}")));
        }
    }
    faults
}

#[cfg(test)]
mod can_fail {
    use super::*;

    const TEXT: &str = "See `src/gone.rs`, `src/here.rs`, [more](docs/gone.md#x) and `src/*.rs`.\n```\ncargo xtask fly # up\n$ cargo xtask serve --port 1\n```\nRun `roadmap check PATH` or `roadmap`.";

    #[test]
    fn paths() {
        let faults = missing_paths("README.md", TEXT, |path| path == "src/here.rs");
        let words: Vec<&str> = faults.iter().map(|fault| fault.words.as_str()).collect();
        assert_eq!(
            words,
            ["there is no src/gone.rs", "there is no docs/gone.md"]
        );
    }

    #[test]
    fn commands() {
        let faults = missing_commands("README.md", TEXT, |_, name| name == "serve");
        let words: Vec<&str> = faults.iter().map(|fault| fault.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "there is no command cargo xtask fly",
                "there is no command roadmap check"
            ]
        );
    }

    #[test]
    fn hosts_and_folders() {
        let host = format!("see https://{}.io/x", "crates");
        let machine = format!("cd /{}/main", "work");
        let fine = "a/work/b and https://example.org/home/x and rust.work/y";
        assert_eq!(
            hosts_and_machines("x", &format!("{host}\n{machine}\n{fine}")).len(),
            2
        );
    }
}
