//! Runs wasm-opt on the app's module and names the module, its JavaScript and its loader by
//! their new content.

use super::{
    hash,
    loader::{self, Loader, Names},
};
use crate::{
    error::{Error, Result},
    process,
};
use std::{fs, path::Path, process::Command};

/// What rustc may emit for wasm32-unknown-unknown; wasm-opt refuses what is not named.
const WASM_OPT_ARGUMENTS: [&str; 10] = [
    "-Os",
    // What is inlined packs worse than what is called.
    "--one-caller-inline-max-function-size=0",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimises the module, then writes module, JavaScript and loader under new names and removes
/// the old ones.
///
/// # Errors
/// [`Error::Failed`] when wasm-opt says no, [`Error::File`] when a file fails.
pub fn rename(dist: &Path, old: &Loader, wasm_opt: &Path) -> Result<Names> {
    let base = old.glue.trim_end_matches(".js");
    let base = if hash::is_hashed_name(&old.glue) {
        base.rsplit_once('-').map_or(base, |(b, _)| b)
    } else {
        base
    };

    let before = dist.join(&old.wasm);
    let after = dist.join("optimised.wasm");
    let mut command = Command::new(wasm_opt);
    command
        .args(WASM_OPT_ARGUMENTS)
        .arg(&before)
        .arg("-o")
        .arg(&after);
    process::run("wasm-opt", &mut command)?;
    let module = fs::read(&after).map_err(Error::file("read", &after))?;
    let wasm = format!("{base}-{}_bg.wasm", hash::name(&module));
    remove(&before)?;
    fs::rename(&after, dist.join(&wasm)).map_err(Error::file("rename", after))?;

    let glue_path = dist.join(&old.glue);
    let glue_text = fs::read_to_string(&glue_path).map_err(Error::file("read", &glue_path))?;
    let glue_text = point_at(&glue_text, &wasm);
    let glue = format!("{base}-{}.js", hash::name(glue_text.as_bytes()));
    remove(&glue_path)?;
    write(&dist.join(&glue), &glue_text)?;

    let boot_text = loader::boot_script(&glue, &wasm);
    let boot = format!("boot-{}.js", hash::name(boot_text.as_bytes()));
    write(&dist.join(&boot), &boot_text)?;
    Ok(Names { boot, glue, wasm })
}

/// The JavaScript with its own default address of the module in the new name, for whoever calls
/// it without one.
fn point_at(glue: &str, wasm: &str) -> String {
    let mut parts = glue.split("new URL('");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("new URL('");
        match part.split_once('\'') {
            Some((address, tail)) if address.ends_with("_bg.wasm") => {
                text.push_str(wasm);
                text.push('\'');
                text.push_str(tail);
            }
            _ => text.push_str(part),
        }
    }
    text
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Error::file("write", path))
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).map_err(Error::file("remove", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_modules_address_changes() {
        let glue =
            "a = new URL('app_bg.wasm', import.meta.url); b = new URL('x.png', y); 'app_bg.wasm'";
        let expected =
            "a = new URL('app-1_bg.wasm', import.meta.url); b = new URL('x.png', y); 'app_bg.wasm'";
        assert_eq!(point_at(glue, "app-1_bg.wasm"), expected);
    }
}
