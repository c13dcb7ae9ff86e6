//! The background workers: small modules of their own, built for speed beside the page. Trunk builds
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
/// The programs of the package: one for the maps, one for the scenarios.
pub const NAMES: [&str; 2] = ["statistics", "futures"];

/// What the page's `<meta>` calls a worker, and how the names of its files begin.
pub fn label(name: &str) -> String {
    format!("worker-{name}")
}

/// What the page starts: wasm-bindgen's JavaScript and a line at its end that starts the module.
pub fn script(name: &str) -> String {
    format!("{}.js", label(name))
}

/// What that fetches.
pub fn module(name: &str) -> String {
    format!("{}_bg.wasm", label(name))
}

/// Builds each worker into the folder of the page, as [`script`] and [`module`].
///
/// # Errors
/// [`Error::Failed`] when one does not build, [`Error::File`] when a file fails.
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
    // Draws lie side by side, two to a register. A browser that knows none does without workers.
    command.env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-feature=+simd128");
    process::run("cargo build of the workers", &mut command)?;
    NAMES.into_iter().try_for_each(|name| bind(name, folder))
}

fn bind(name: &str, folder: &Path) -> Result<()> {
    let compiled = format!("wasm32-unknown-unknown/{PROFILE}/{name}.wasm");
    let mut command =
        std::process::Command::new(cargo::WASM_BINDGEN.ensure()?.join("wasm-bindgen"));
    command
        .args([
            "--target",
            "no-modules",
            "--no-typescript",
            "--out-name",
            &label(name),
        ])
        .arg("--out-dir")
        .arg(folder)
        .arg(paths::target().join(compiled));
    process::run("wasm-bindgen", &mut command)?;
    let script = folder.join(script(name));
    let text = fs::read_to_string(&script).map_err(Error::file("read", &script))?;
    fs::write(&script, text + &start(name)).map_err(Error::file("write", &script))
}

/// Starts the module when the script does. A failure is thrown where the page hears of it: nobody
/// does of a promise.
fn start(name: &str) -> String {
    let module = module(name);
    format!(
        "
wasm_bindgen({{ module_or_path: '{module}' }}).catch((reason) => {{
  setTimeout(() => {{ throw reason; }});
}});
"
    )
}
