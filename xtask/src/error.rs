//! What can go wrong at the developer's desk, one variant per reason, each told with what to do.

use std::{fmt, io, path::PathBuf, process::ExitStatus};

/// Why a sub-command stopped.
#[derive(Debug)]
pub enum Error {
    /// The command line asked for something that is not there.
    Usage(String),
    /// A program, file or folder this needs is not on this machine, and set-up cannot bring it.
    Missing {
        /// What is missing.
        what: String,
        /// What to type or install.
        remedy: String,
    },
    /// A file could not be read, written, renamed or removed.
    File {
        /// What was being done, as in "read".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A program could not be started at all.
    Start {
        /// The program.
        program: String,
        /// The system's answer.
        source: io::Error,
    },
    /// A program ran and said no.
    Failed {
        /// The step, as printed.
        step: String,
        /// How the program ended.
        status: ExitStatus,
    },
    /// `content/place.toml` or a placeholder that asks it is wrong.
    Place(String),
    /// The built page is not as the release build needs it.
    Page(String),
    /// A line of a `_headers` file that is neither a path nor a header.
    HeaderLine {
        /// Counted from 1.
        line_number: usize,
        /// The line.
        line: String,
    },
    /// The release build is larger than its promise.
    Budget(Vec<String>),
    /// A socket on this machine failed.
    Network {
        /// What was being done.
        doing: String,
        /// The system's answer.
        source: io::Error,
    },
    /// The browser or its driver refused a command, or answered what nobody asked.
    Browser(String),
}

/// What every sub-command gives back.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}\nType `cargo xtask help` for the list."),
            Self::Missing { what, remedy } => write!(f, "{what} is not here. {remedy}"),
            Self::File {
                doing,
                path,
                source,
            } => {
                write!(f, "Could not {doing} {}: {source}", path.display())
            }
            Self::Start { program, source } => write!(f, "Could not start {program}: {source}"),
            Self::Failed { step, status } => write!(f, "Step failed: {step} ({status})"),
            Self::Place(reason) => write!(f, "content/place.toml: {reason}"),
            Self::Page(reason) => write!(f, "The built page: {reason}"),
            Self::HeaderLine { line_number, line } => write!(
                f,
                "_headers line {line_number} is neither a path nor an indented \"Name: value\": {line}"
            ),
            Self::Budget(over) => {
                write!(f, "Over the promised size:")?;
                over.iter().try_for_each(|line| write!(f, "\n  {line}"))
            }
            Self::Network { doing, source } => write!(f, "Could not {doing}: {source}"),
            Self::Browser(reason) => write!(f, "The browser: {reason}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. }
            | Self::Start { source, .. }
            | Self::Network { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl Error {
    /// For `map_err` after a file operation: `Error::file("read", path)`.
    pub fn file(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File {
            doing,
            path,
            source,
        }
    }

    /// For `map_err` after a socket operation.
    pub fn network(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Network { doing, source }
    }
}
