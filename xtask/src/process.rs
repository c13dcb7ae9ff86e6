//! Running other programs: a clear title, their own output, and the time they took.

use crate::error::{Error, Result};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// Runs the command to its end, letting it print, and fails when it says no.
///
/// # Errors
/// [`Error::Start`] when it cannot be started, [`Error::Failed`] when it ends with a fault.
pub fn run(step: &str, command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|source| Error::Start { program, source })?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::Failed {
            step: step.to_owned(),
            status,
        })
    }
}

/// Announces a step, does it, and says how long it took.
///
/// # Errors
/// Whatever the step gives back.
pub fn timed_step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n== {title}");
    let (done, took) = timed(work);
    let mark = if done.is_ok() { "ok" } else { "FAILED" };
    println!("== {title}: {mark} ({:.1} s)", took.as_secs_f64());
    done
}

/// The result and how long it took.
#[allow(
    clippy::disallowed_methods,
    reason = "a developer's tool may look at the clock"
)]
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let done = work();
    (done, started.elapsed())
}

/// What a program prints, trimmed; `None` when it is not there or ends with a fault.
pub fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The cargo that started us, else the one on PATH, in the given folder.
pub fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command
}

/// PATH for a child process, with these folders first.
///
/// # Errors
/// [`Error::Usage`] when a folder's name cannot be part of PATH.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).map_err(|reason| Error::Usage(format!("PATH: {reason}")))
}
