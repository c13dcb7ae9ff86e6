//! The commands, one module each.

mod pack;

use std::process::ExitCode;

use crate::args::{Args, Command};
use crate::problem::Problem;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what was asked.
    Done,
    /// It looked and found faults, or nothing at that point.
    Found,
    /// It could not do its work.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Does what was asked.
///
/// # Errors
/// Why it could not, in words.
pub fn run(args: &Args) -> Result<Outcome, Problem> {
    match &args.command {
        Command::Pack(places) => pack::run(args, places),
        _ => Ok(Outcome::Failed),
    }
}
