//! The background worker: a small module of its own, built for speed beside the page. Trunk builds
//! all of a page with the same features and for the same goal, so its hook calls this.

use crate::{
    error::{Error, Result},
    paths, process,
    tools::cargo,
};
use std::{fs, path::Path};

const PACKAGE: &str = "roadmap-worker";
/// For speed, in the workspace's `Cargo.toml`.
const PROFILE: &str = "worker";
/// What wasm-bindgen is told to call its files.
const NAME: &str = "worker";
/// What the page starts: wasm-bindgen's JavaScript with [`START`] at its end.
pub const SCRIPT: &str = "worker.js";
/// What that fetches.
pub const MODULE: &str = "worker_bg.wasm";

/// Starts the module when the script does. A failure is thrown where the page hears of it: nobody
/// does of a promise.
const START: &str = "
wasm_bindgen({ module_or_path: 'worker_bg.wasm' }).catch((reason) => {
  setTimeout(() => { throw reason; });
});
";

/// Builds the worker into the folder of the page, as [`SCRIPT`] and [`MODULE`].
///
/// # Errors
/// [`Error::Failed`] when it does not build, [`Error::File`] when a file fails.
pub fn build(root: &Path, folder: &Path) -> Result<()> {
    let mut command = process::cargo(root);
    command.args([
        "build",
        "--quiet",
        "--package",
        PACKAGE,
        "--profile",
        PROFILE,
        "--target",
        "wasm32-unknown-unknown",
    ]);
    process::run("cargo build of the worker", &mut command)?;
    let compiled = format!("wasm32-unknown-unknown/{PROFILE}/{PACKAGE}.wasm");
    let mut command =
        std::process::Command::new(cargo::WASM_BINDGEN.ensure()?.join("wasm-bindgen"));
    command
        .args([
            "--target",
            "no-modules",
            "--no-typescript",
            "--out-name",
            NAME,
        ])
        .arg("--out-dir")
        .arg(folder)
        .arg(paths::target().join(compiled));
    process::run("wasm-bindgen", &mut command)?;
    let script = folder.join(SCRIPT);
    let text = fs::read_to_string(&script).map_err(Error::file("read", &script))?;
    fs::write(&script, text + START).map_err(Error::file("write", &script))
}
