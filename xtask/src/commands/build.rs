//! `cargo xtask build`: the release build in `dist/`, ready for any static host.

use crate::{
    dist::{self, sizes},
    error::Result,
    paths, process,
    tools::npm,
};
use std::path::{Path, PathBuf};

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
    trunk.env("CARGO_ENCODED_RUSTFLAGS", rustflags(root));
    process::run("trunk build --release", &mut trunk)?;
    println!("Optimising, naming by content, compressing");
    dist::finish(&dist, &npm.wasm_opt)?;
    print!("{}", sizes::table(&sizes::measure(&dist)?));
    println!("The release build is in {}", dist.display());
    Ok(())
}

/// The flags of `.cargo/config.toml`, which these replace, and names in place of this machine's
/// folders, which panics would otherwise carry to every reader.
fn rustflags(root: &Path) -> String {
    let mut flags = vec!["--cfg=erase_components".to_owned()];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    if let Some(home) = home {
        flags.push(format!(
            "--remap-path-prefix={}=crates",
            home.join("registry/src").display()
        ));
    }
    flags.push(format!("--remap-path-prefix={}=.", root.display()));
    // Cargo parts encoded flags by this character, so that folders may hold spaces.
    flags.join("\u{1f}")
}
