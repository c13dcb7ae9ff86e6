//! Set-up: each sub-command asks for the tools it needs; what is missing is installed once, where
//! it does not disturb the user's own. The second time is only a look at the disk.

pub mod browsers;
pub mod cargo;
pub mod npm;

use crate::{
    error::{Error, Result},
    paths, process,
};
use std::{path::Path, process::Command};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that this toolchain can compile for the browser.
///
/// # Errors
/// [`Error::Missing`] when the target is not there and there is no rustup to fetch it.
pub fn wasm_target() -> Result<()> {
    let sysroot = process::output_of("rustc", &["--print", "sysroot"]).unwrap_or_default();
    if Path::new(&sysroot)
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .is_dir()
    {
        return Ok(());
    }
    println!("Set-up: adding the Rust target {WASM_TARGET} (a few seconds)");
    if paths::find_program(&["rustup"]).is_none() {
        return Err(Error::Missing {
            what: format!("The Rust target {WASM_TARGET}"),
            remedy: "Install it from where your Rust came from, or use rustup.".into(),
        });
    }
    let mut command = Command::new("rustup");
    // In the project's folder, so that the toolchain is the one that builds it.
    command
        .args(["target", "add", WASM_TARGET])
        .current_dir(paths::root());
    process::run("rustup target add", &mut command)
}
