//! Tools that come from npm: wasm-opt (binaryen), esbuild and axe-core, all pinned.

use crate::{
    error::{Error, Result},
    paths, process,
};
use std::{fs, path::PathBuf, process::Command};

const BINARYEN: &str = "132.0.0";
const ESBUILD: &str = "0.28.2";
const AXE_CORE: &str = "4.14.1";

/// Where the tools from npm are.
#[derive(Debug)]
pub struct NpmTools {
    /// Makes wasm smaller; needs node.
    pub wasm_opt: PathBuf,
    /// Makes JavaScript one file, and smaller.
    pub esbuild: PathBuf,
    /// Checks accessibility inside a page.
    pub axe: PathBuf,
}

/// The tools from npm, installed first when they are not there.
///
/// # Errors
/// [`Error::Missing`] without node and npm, [`Error::Failed`] when npm says no.
pub fn ensure() -> Result<NpmTools> {
    let home = paths::tools_dir()?.join(format!(
        "npm-binaryen-{BINARYEN}-esbuild-{ESBUILD}-axe-core-{AXE_CORE}"
    ));
    let modules = home.join("node_modules");
    let tools = NpmTools {
        wasm_opt: modules.join("binaryen/bin/wasm-opt"),
        esbuild: modules.join("esbuild/bin/esbuild"),
        axe: modules.join("axe-core/axe.min.js"),
    };
    if paths::find_program(&["node"]).is_none() || paths::find_program(&["npm"]).is_none() {
        return Err(Error::Missing {
            what: "node with npm (for wasm-opt, esbuild and axe-core)".into(),
            remedy: "Install Node.js 20 or newer, then run this again.".into(),
        });
    }
    if [&tools.wasm_opt, &tools.esbuild, &tools.axe]
        .iter()
        .all(|file| file.is_file())
    {
        return Ok(tools);
    }
    println!(
        "Set-up: installing binaryen {BINARYEN}, esbuild {ESBUILD} and axe-core {AXE_CORE} from npm (once; about half a minute)"
    );
    fs::create_dir_all(&home).map_err(Error::file("create", &home))?;
    let mut command = Command::new("npm");
    command
        .current_dir(&home)
        .args(["install", "--prefix"])
        .arg(&home)
        .args(["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"])
        .arg(format!("binaryen@{BINARYEN}"))
        .arg(format!("esbuild@{ESBUILD}"))
        .arg(format!("axe-core@{AXE_CORE}"));
    process::run("npm install", &mut command)?;
    Ok(tools)
}
