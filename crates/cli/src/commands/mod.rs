//! The commands, one module each.

mod check;
mod evidence;
mod hindcast;
mod indicators;
mod locate;
mod map;
mod measures;
mod model;
mod pack;
mod project;
mod roadmap;
mod strengths;

use std::process::ExitCode;

use roadmap_core::geo::LonLat;

use crate::args::{Args, Command, ContentCommand};
use crate::problem::Problem;
use crate::store;

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
    let data = || store::data_folder(args.data.as_ref());
    match &args.command {
        Command::Pack(folders) => pack::run(args.data.as_ref(), folders),
        Command::Check { path, format } => check::run(path, *format),
        Command::Measures { format } => measures::run(&data()?, *format),
        Command::Indicators { area, format } => {
            indicators::run(&store::dataset(&data()?)?, area, *format)
        }
        Command::Map(asked) => map::run(&data()?, asked),
        Command::Sectors(asked) => strengths::sectors::run(&data()?, asked),
        Command::ShiftShare(asked) => strengths::shift_share::run(&data()?, asked),
        Command::Complexity(asked) => strengths::complexity::run(&data()?, asked),
        Command::Density(asked) => strengths::density::run(&data()?, asked),
        Command::Multipliers(asked) => strengths::multipliers::run(&data()?, asked),
        Command::Levers(asked) => evidence::levers::run(args.data.as_ref(), asked),
        Command::Scenarios(asked) => evidence::scenarios::run(args.data.as_ref(), asked),
        Command::Assumptions(asked) => evidence::assumptions::run(args.data.as_ref(), asked),
        Command::Run(asked) => model::run::run(&data()?, asked),
        Command::Sensitivity(asked) => model::sensitivity::run(&data()?, asked),
        Command::Contributions(asked) => model::contributions::run(&data()?, asked),
        Command::Demand(asked) => model::demand::run(&data()?, asked),
        Command::CompareRelease(asked) => model::release::run(&data()?, asked),
        Command::Project(asked) => project::run(&data()?, asked),
        Command::Hindcast(asked) => hindcast::run(&data()?, asked),
        Command::Actions { format } => roadmap::actions::run(&data()?, *format),
        Command::Content(ContentCommand::Check { content, format }) => {
            roadmap::check::run(&data()?, content.as_ref(), *format)
        }
        Command::Locate {
            lon_deg,
            lat_deg,
            format,
        } => {
            let point = LonLat {
                lon_deg: *lon_deg,
                lat_deg: *lat_deg,
            };
            locate::run(&data()?, point, *format)
        }
    }
}
