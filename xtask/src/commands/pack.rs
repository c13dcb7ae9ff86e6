//! `cargo xtask pack`: makes the data pack anew from the raw files.

use crate::{
    error::{Error, Result},
    process,
};
use std::path::{Path, PathBuf};

/// Where raw files are looked for when nobody says, relative to the project.
const USUAL_RAW_FOLDER: &str = "../shared/data";

/// Runs the command line's `pack` in its release build, since it works through megabytes of shapes.
///
/// # Errors
/// [`Error::Missing`] without a folder of raw files, [`Error::Failed`] when packing fails.
pub fn run(root: &Path, raw: Option<PathBuf>) -> Result<()> {
    let raw = match raw {
        // Relative to where the person is, not to the project.
        Some(raw) => raw.canonicalize().map_err(Error::file("find", raw))?,
        None => root.join(USUAL_RAW_FOLDER),
    };
    if !raw.is_dir() {
        return Err(Error::Missing {
            what: format!("The folder of raw files {}", raw.display()),
            remedy: "Say where it is: `cargo xtask pack --raw DIR`. The packed data is in public/data already.".into(),
        });
    }
    let mut command = process::cargo(root);
    command
        .args([
            "run",
            "--profile",
            "tool",
            "--package",
            "roadmap-cli",
            "--bin",
            "roadmap",
            "--",
            "pack",
            "--raw",
        ])
        .arg(raw);
    process::run("roadmap pack", &mut command)
}
