//! `cargo xtask build`: the release build in `dist/`, ready for any static host.

use crate::{
    dist::{self, Tools, sizes},
    error::Result,
    paths,
    place::Place,
    process,
    tools::{cargo, npm},
};
use std::path::{Path, PathBuf};

/// What rustc calls the app.
const APP: &str = "roadmap-explorer";

/// Builds, finishes and measures.
///
/// # Errors
/// The first step that fails.
pub fn run(root: &Path) -> Result<()> {
    super::require_pack(root)?;
    let npm = npm::ensure()?;
    let tools = Tools {
        wasm_bindgen: cargo::WASM_BINDGEN.ensure()?.join("wasm-bindgen"),
        wasm_opt: npm.wasm_opt,
        esbuild: npm.esbuild,
    };
    let mut trunk = super::trunk(root, "build")?;
    let dist = paths::dist();
    trunk
        .args(["--release", "--features", "split", "--dist"])
        .arg(&dist);
    let (variable, flags) = rustflags(root);
    trunk.env(variable, flags);
    // What links what is written in what stripping takes away.
    trunk.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    process::run("trunk build --release", &mut trunk)?;
    println!("Splitting, optimising, naming by content, compressing");
    let target = paths::target();
    let compiled = target.join(format!("wasm32-unknown-unknown/release/{APP}.wasm"));
    dist::finish(&dist, &compiled, &target.join("split"), &tools)?;
    print!("{}", sizes::table(&sizes::measure(&dist)?));
    print!("\n{}", sizes::summary(&dist, &Place::read(root)?)?);
    println!("The release build is in {}", dist.display());
    Ok(())
}

/// Flags for rustc and the variable they go into: those of `.cargo/config.toml`, and names in
/// place of this machine's folders, which panics would otherwise carry to every reader.
fn rustflags(root: &Path) -> (&'static str, String) {
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
    if flags.iter().any(|flag| flag.contains(char::is_whitespace)) {
        // Cargo parts these by a character that no folder holds. They are for the hook as well,
        // for which xtask is then built once more.
        ("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
    } else {
        (
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            flags.join(" "),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_a_space_does_not_part_a_flag() {
        let (spaced, flags) = rustflags(Path::new("/my work/place"));
        assert_eq!(spaced, "CARGO_ENCODED_RUSTFLAGS");
        assert!(
            flags.contains("\u{1f}--remap-path-prefix=/my work/place=."),
            "{flags:?}"
        );
    }
}
