//! The command line as a library: its commands, and the parts that tests and tools use.

mod args;
mod audit;
mod commands;
mod content;
mod hindcast;
mod json;
mod output;
mod pack;
mod problem;
mod rows;
mod scenario;
mod seal;
mod store;
mod table;

pub mod topology;

use std::process::ExitCode;

use clap::Parser;

/// Reads the arguments, does what they ask and tells how it went.
#[must_use]
pub fn run() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(&args) {
        Ok(outcome) => outcome.into(),
        Err(problem) => {
            output::tell_problem(&problem);
            commands::Outcome::Failed.into()
        }
    }
}
