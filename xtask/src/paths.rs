//! Where things are: the project, its finished build, and the tools set-up brings.

use crate::error::{Error, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The project's root folder, the one with the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The release build; only `cargo xtask build` writes it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Where tools go, so that they do not disturb the user's own: the user's cache folder.
pub fn tools_dir() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| env::home_dir().map(|home| home.join(".cache")));
    match cache {
        Some(cache) => Ok(cache.join("roadmap-explorer/tools")),
        None => Err(Error::Missing {
            what: "A home folder for the tools".into(),
            remedy: "Set XDG_CACHE_HOME to a folder that can be written to.".into(),
        }),
    }
}

/// The first of these programs that is found on PATH or, for an absolute path, is a file.
pub fn find_program(candidates: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    candidates.iter().find_map(|name| {
        // Joining an absolute path gives that path, so both kinds are served.
        folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    })
}
