//! The background worker in the release build: optimised for speed, minified, and named by its
//! content, which the page then names.

use super::{Tools, hash, optimise, sizes::FileSize};
use crate::{
    error::{Error, Result},
    html, process,
    worker::{MODULE, SCRIPT},
};
use std::{fs, path::Path, process::Command};

/// How the names of the worker's files begin.
const NAME: &str = "worker";
/// The page's `<meta>` that names the script.
const META: &str = "worker";

/// Finishes the worker's two files and gives the page that names them.
///
/// # Errors
/// [`Error::Page`] when page or script do not name them as expected; [`Error::File`] or
/// [`Error::Failed`] when a file or a tool fails.
pub fn finish(dist: &Path, page: &str, tools: &Tools) -> Result<String> {
    let path = dist.join(MODULE);
    optimise::optimise(&path, optimise::FOR_SPEED, tools)?;
    let module = rename(
        dist,
        MODULE,
        "wasm",
        &fs::read(&path).map_err(Error::file("read", &path))?,
    )?;

    let path = dist.join(SCRIPT);
    let mut command = Command::new(&tools.esbuild);
    command
        .args(["--minify", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", path.display()))
        .arg(&path);
    process::run("esbuild", &mut command)?;
    let text = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    if !text.contains(MODULE) {
        return Err(Error::Page(format!("{SCRIPT} does not name {MODULE}")));
    }
    let text = text.replace(MODULE, &module);
    let script = rename(dist, SCRIPT, "js", text.as_bytes())?;
    named(page, &script)
}

/// The worker's files among those of a build.
pub fn files(all: Vec<FileSize>) -> impl Iterator<Item = FileSize> {
    let is_own = |file: &FileSize| {
        let name = file.name.strip_prefix(NAME);
        name.is_some_and(|rest| rest.starts_with('-'))
    };
    all.into_iter().filter(is_own)
}

/// Writes the bytes under a name of their own in place of the old file.
fn rename(dist: &Path, old: &str, kind: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{NAME}-{}.{kind}", hash::name(bytes));
    let path = dist.join(&name);
    fs::write(&path, bytes).map_err(Error::file("write", path))?;
    let path = dist.join(old);
    fs::remove_file(&path).map_err(Error::file("remove", path))?;
    Ok(name)
}

/// The page with the script's new name.
fn named(page: &str, script: &str) -> Result<String> {
    let mut edits = Vec::new();
    for mut tag in html::tags(page)? {
        if tag.name == "meta" && tag.attribute("name") == Some(META) {
            tag.set("content", script.to_owned());
            edits.push((tag.span.clone(), tag.to_html()));
        }
    }
    match edits.len() {
        1 => Ok(html::splice(page, edits)),
        _ => Err(Error::Page(format!(
            "expected one <meta name=\"{META}\"> in the page"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_worker_by_its_content() {
        let page = "<head><meta name=\"worker\" content=\"worker.js\"></head>";
        let page = named(page, "worker-0123456789abcdef.js").unwrap();
        assert!(
            page.contains("content=\"worker-0123456789abcdef.js\""),
            "{page}"
        );
        assert!(named("<head></head>", "x").is_err());
    }
}
