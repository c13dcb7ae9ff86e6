//! The command line, read into one value.

use crate::{
    commands::test::Choice,
    error::{Error, Result},
};
use std::path::PathBuf;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--port N] [--dist]  the explorer at a loopback address, rebuilt as files change;
                                       --dist serves the finished release build under its headers
cargo xtask build                      the release build in dist/, for any static host
cargo xtask test [--native] [--only STEP]
                                       everything that must hold; --native stops before browsers;
                                       steps: fmt clippy clippy-wasm native wasm build budgets browsers
cargo xtask bench                      sizes and times of the release build in Chromium;
                                       writes target/bench.json
cargo xtask pack [--raw DIR]           the data pack anew from raw files
cargo xtask shell                      for Trunk: fills the staged index.html from content/place.toml

Tools that are missing are installed once, into the cache folder of this user.
";

/// The port when nobody says.
const USUAL_PORT: u16 = 8080;

/// What the developer wants.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// The list of sub-commands.
    Help,
    /// Serve the explorer.
    Serve {
        /// Where, unless it is taken.
        port: u16,
        /// The finished release build, rather than one that follows the files.
        release: bool,
    },
    /// Make the release build.
    Build,
    /// Run the tests.
    Test(Choice),
    /// Measure.
    Bench,
    /// Make the data pack.
    Pack {
        /// The folder of raw files.
        raw: Option<PathBuf>,
    },
    /// Trunk's hook.
    Shell,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// [`Error::Usage`] naming the word that is not understood.
pub fn parse(words: &[String]) -> Result<Task> {
    let mut words = words.iter().map(String::as_str);
    let task = match words.next() {
        None | Some("help" | "--help" | "-h") => Task::Help,
        Some("serve") => parse_serve(&mut words)?,
        Some("build") => Task::Build,
        Some("test") => parse_test(&mut words)?,
        Some("bench") => Task::Bench,
        Some("pack") => parse_pack(&mut words)?,
        Some("shell") => Task::Shell,
        Some(other) => {
            return Err(Error::Usage(format!(
                "There is no sub-command \"{other}\"."
            )));
        }
    };
    match words.next() {
        None => Ok(task),
        Some(extra) => Err(unknown(extra)),
    }
}

fn parse_serve<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Task> {
    let (mut port, mut release) = (USUAL_PORT, false);
    while let Some(word) = words.next() {
        match word {
            "--dist" => release = true,
            "--port" => {
                let number = value(word, words)?;
                port = number
                    .parse()
                    .map_err(|_| Error::Usage(format!("\"{number}\" is not a port.")))?;
            }
            other => return Err(unknown(other)),
        }
    }
    Ok(Task::Serve { port, release })
}

fn parse_test<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Task> {
    let choice = match words.next() {
        None => Choice::All,
        Some("--native") => Choice::Native,
        Some("--only") => Choice::Only(value("--only", words)?.to_owned()),
        Some(other) => return Err(unknown(other)),
    };
    Ok(Task::Test(choice))
}

fn parse_pack<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Task> {
    match words.next() {
        None => Ok(Task::Pack { raw: None }),
        Some("--raw") => Ok(Task::Pack {
            raw: Some(value("--raw", words)?.into()),
        }),
        Some(other) => Err(unknown(other)),
    }
}

fn value<'a>(option: &str, words: &mut impl Iterator<Item = &'a str>) -> Result<&'a str> {
    words
        .next()
        .ok_or_else(|| Error::Usage(format!("{option} needs a value.")))
}

fn unknown(word: &str) -> Error {
    Error::Usage(format!("\"{word}\" is not understood here."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task> {
        parse(
            &line
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn every_sub_command_is_read() {
        assert_eq!(read("").unwrap(), Task::Help);
        assert_eq!(
            read("serve").unwrap(),
            Task::Serve {
                port: 8080,
                release: false
            }
        );
        assert_eq!(
            read("serve --port 9000 --dist").unwrap(),
            Task::Serve {
                port: 9000,
                release: true
            }
        );
        assert_eq!(read("test").unwrap(), Task::Test(Choice::All));
        assert_eq!(read("test --native").unwrap(), Task::Test(Choice::Native));
        assert_eq!(
            read("test --only fmt").unwrap(),
            Task::Test(Choice::Only("fmt".into()))
        );
        assert_eq!(
            read("pack --raw x").unwrap(),
            Task::Pack {
                raw: Some("x".into())
            }
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for line in [
            "serv",
            "serve --prt 1",
            "serve --port x",
            "serve --port",
            "build now",
            "test --only",
        ] {
            let told = read(line).unwrap_err().to_string();
            assert!(told.contains("cargo xtask help"), "{line}: {told}");
        }
    }

    #[test]
    fn the_help_names_every_step() {
        for step in crate::commands::test::STEPS {
            assert!(HELP.contains(step.name), "{}", step.name);
        }
    }
}
