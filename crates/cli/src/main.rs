//! `roadmap`: the roadmap explorer on the command line.
//!
//! Packs raw statistics into the file the explorer reads, checks such a file,
//! and answers questions from it. Errors are told in words on standard error.

mod args;
mod commands;
mod content;
mod json;
mod output;
mod pack;
mod problem;
mod store;
mod table;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(&args) {
        Ok(outcome) => outcome.into(),
        Err(problem) => {
            output::tell_problem(&problem);
            commands::Outcome::Failed.into()
        }
    }
}
