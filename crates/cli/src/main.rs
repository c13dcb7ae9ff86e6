//! `roadmap`: the roadmap explorer on the command line.
//!
//! Packs raw statistics into the file the explorer reads, checks such a file,
//! and answers questions from it. Errors are told in words on standard error.

use std::process::ExitCode;

fn main() -> ExitCode {
    roadmap_cli::run()
}
