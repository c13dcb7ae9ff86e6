//! The sub-commands, each a plain sequence of what the other modules can do.

pub mod build;
pub mod pack;
pub mod serve;
pub mod test;

use crate::{
    error::{Error, Result},
    place::Place,
    process,
    tools::{self, cargo},
};
use std::{path::Path, process::Command};

/// A Trunk command in the project's folder, with everything it needs in place.
fn trunk(root: &Path, verb: &str) -> Result<Command> {
    tools::wasm_target()?;
    let trunk = cargo::TRUNK.ensure()?;
    let wasm_bindgen = cargo::WASM_BINDGEN.ensure()?;
    let mut command = Command::new(trunk.join("trunk"));
    command
        .current_dir(root)
        .env("PATH", process::path_with(&[trunk, wasm_bindgen])?)
        // Trunk takes this variable for an option and stumbles over its usual value, 1.
        .env_remove("NO_COLOR")
        .args([verb, "--skip-version-check"]);
    Ok(command)
}

/// Makes sure that the pack the page will ask for is there.
fn require_pack(root: &Path) -> Result<()> {
    let pack = Path::new("public/data").join(Place::read(root)?.pack_file()?);
    if root.join(&pack).is_file() {
        return Ok(());
    }
    Err(Error::Missing {
        what: format!("The data pack {}", pack.display()),
        remedy: "It comes with the project; `git checkout -- public/data` brings it back, \
                 `cargo xtask pack --raw DIR` makes it anew from raw files."
            .into(),
    })
}
