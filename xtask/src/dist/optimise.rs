//! Runs wasm-opt on every piece of the app, and names the pieces and their JavaScript by their
//! new content.

use super::{
    Tools, bundle, hash,
    loader::Names,
    module,
    split::{Part, Pieces},
};
use crate::{
    error::{Error, Result},
    process,
};
use std::{fs, path::Path, process::Command};

/// What makes wasm-opt aim at few bytes.
const FOR_SIZE: &[&str] = &[
    "-Os",
    // What is inlined packs worse than what is called, and what is written twice in the same
    // words better than what is kept in a local.
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--skip-pass=local-cse",
];
/// What makes wasm-opt aim at little time.
pub const FOR_SPEED: &[&str] = &["-O3", "--enable-simd"];
/// What rustc may emit for wasm32-unknown-unknown; wasm-opt refuses what is not named.
const OF_RUSTC: [&str; 9] = [
    // Rust puts the end of the stack there.
    "--low-memory-unused",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// How the names of all files of the app begin, besides the parts.
const APP: &str = "app";
/// How the names of parts begin.
const PART: &str = "part-";

/// Optimises the pieces and writes them with their JavaScript into the build.
///
/// # Errors
/// [`Error::Page`] when a piece is not as expected; [`Error::Failed`] when a tool says no,
/// [`Error::File`] when a file fails.
pub fn write(dist: &Path, pieces: &Pieces, tools: &Tools) -> Result<Names> {
    let mut parts = Vec::new();
    for part in &pieces.parts {
        optimise(&part.file, FOR_SIZE, tools)?;
        let bytes = fs::read(&part.file).map_err(Error::file("read", &part.file))?;
        let name = part_name(part, &bytes);
        write_file(dist, &name, &bytes)?;
        parts.push((file_name(&part.file), name));
    }
    let script = bundle::bundle(pieces, &parts, &tools.esbuild)?;

    let main = fs::read(&pieces.main).map_err(Error::file("read", &pieces.main))?;
    let (main, short_names) = module::with_short_names(&main, &script)?;
    fs::write(&pieces.main, main).map_err(Error::file("write", &pieces.main))?;
    optimise(&pieces.main, FOR_SIZE, tools)?;
    let main = fs::read(&pieces.main).map_err(Error::file("read", &pieces.main))?;
    let wasm = format!("{APP}-{}.wasm", hash::name(&main));
    write_file(dist, &wasm, &main)?;

    let script = module::renamed(&script, &short_names).replace(bundle::MODULE, &wasm);
    let script_name = format!("{APP}-{}.js", hash::name(script.as_bytes()));
    write_file(dist, &script_name, script.as_bytes())?;
    Ok(Names {
        script: script_name,
        wasm,
    })
}

/// `part-data-0123456789abcdef.wasm`, or with all that need it: `part-data-hall-…`.
fn part_name(part: &Part, bytes: &[u8]) -> String {
    let needed_by = part.needed_by.join("-");
    format!("{PART}{needed_by}-{}.wasm", hash::name(bytes))
}

/// What needs the file of this name; `None` when it is no part.
pub fn needed_by(file_name: &str) -> Option<Vec<&str>> {
    let (names, _) = file_name.strip_prefix(PART)?.rsplit_once('-')?;
    Some(names.split('-').collect())
}

/// Makes the module smaller or quicker, in its place.
///
/// # Errors
/// [`Error::Failed`] when wasm-opt refuses it.
pub fn optimise(path: &Path, goal: &[&str], tools: &Tools) -> Result<()> {
    let mut command = Command::new(&tools.wasm_opt);
    command
        .args(goal)
        .args(OF_RUSTC)
        .arg(path)
        .arg("-o")
        .arg(path);
    process::run("wasm-opt", &mut command)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn write_file(dist: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = dist.join(name);
    fs::write(&path, bytes).map_err(Error::file("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_part_says_by_its_name_what_needs_it() {
        let part = Part {
            file: PathBuf::from("split/chunk_0.wasm"),
            needed_by: vec!["data".into(), "stage".into()],
        };
        let name = part_name(&part, b"abc");
        assert_eq!(name, "part-data-stage-ba7816bf8f01cfea.wasm");
        assert!(hash::is_hashed_name(&name));
        assert_eq!(needed_by(&name), Some(vec!["data", "stage"]));
        assert_eq!(needed_by("app-ba7816bf8f01cfea.wasm"), None);
    }
}
