//! `cargo xtask build`: the release build in `dist/`, ready for any static host.

use crate::{
    dist::{self, sizes},
    error::Result,
    paths, process,
    tools::npm,
};
use std::path::Path;

/// Builds, finishes and measures.
///
/// # Errors
/// The first step that fails.
pub fn run(root: &Path) -> Result<()> {
    super::require_pack(root)?;
    let npm = npm::ensure()?;
    let mut trunk = super::trunk(root, "build")?;
    let dist = paths::dist();
    trunk.arg("--release").arg("--dist").arg(&dist);
    process::run("trunk build --release", &mut trunk)?;
    println!("Optimising, naming by content, compressing");
    dist::finish(&dist, &npm.wasm_opt)?;
    print!("{}", sizes::table(&sizes::measure(&dist)?));
    println!("The release build is in {}", dist.display());
    Ok(())
}
