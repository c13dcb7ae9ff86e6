//! Where files are: the pack, the content, the raw folders.

use std::fs;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// The folder given, or the nearest `relative` here or in a folder above.
///
/// # Errors
/// [`Problem::NoFolder`] when there is none.
pub fn folder(
    given: Option<&PathBuf>,
    relative: &str,
    what: &'static str,
    option: &'static str,
) -> Result<PathBuf, Problem> {
    if let Some(given) = given {
        return Ok(given.clone());
    }
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors()
        .map(|above| above.join(relative))
        .find(|folder| folder.is_dir())
        .ok_or(Problem::NoFolder { what, option })
}

/// The bytes of a file.
///
/// # Errors
/// [`Problem::CannotRead`].
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| Problem::CannotRead {
        path: path.to_owned(),
        why: error.to_string(),
    })
}

/// Writes a file and the folders above it.
///
/// # Errors
/// [`Problem::CannotWrite`].
pub fn write(path: &Path, text: &str) -> Result<(), Problem> {
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| Problem::CannotWrite {
            path: path.to_owned(),
            why: error.to_string(),
        })
}
