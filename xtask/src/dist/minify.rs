//! Scripts and style sheets without what only their authors read: each is pressed for itself, so
//! its comments cost their full length.

use crate::{
    error::{Error, Result},
    process,
};
use std::{fs, path::Path, process::Command};

/// Minifies every style sheet of the build. Names stay as Trunk gave them: they follow the content
/// as it was written.
///
/// # Errors
/// [`Error::File`] when the folder cannot be listed, and as [`in_place`].
pub fn styles(dist: &Path, esbuild: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).map_err(Error::file("list", dist))? {
        let path = entry.map_err(Error::file("list", dist))?.path();
        if path.extension().is_some_and(|kind| kind == "css") {
            in_place(&path, esbuild)?;
        }
    }
    Ok(())
}

/// Minifies one file.
///
/// # Errors
/// [`Error::Failed`] when esbuild refuses it.
pub fn in_place(path: &Path, esbuild: &Path) -> Result<()> {
    let mut command = Command::new(esbuild);
    command
        .args(["--minify", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", path.display()))
        .arg(path);
    process::run("esbuild", &mut command)
}
