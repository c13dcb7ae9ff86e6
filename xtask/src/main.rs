//! The program behind `cargo xtask`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer's tool talks to the developer"
)]

use std::process::ExitCode;
use xtask::{
    arguments::{self, Task},
    bench, commands,
    error::Result,
    paths, shell,
};

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match arguments::parse(&asked).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\n{reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    let root = paths::root();
    match task {
        Task::Help => {
            print!("{}", arguments::HELP);
            Ok(())
        }
        Task::Serve { port, release } => commands::serve::run(&root, port, release),
        Task::Build => commands::build::run(&root),
        Task::Test(choice) => commands::test::run(&root, &choice),
        Task::Bench => bench::run(&root),
        Task::Pack { raw } => commands::pack::run(&root, raw),
        Task::Shell => shell::run(&root),
    }
}
