//! The background workers in the release build: optimised for speed, minified, and named by their
//! content, which the page then names.

use super::{Tools, hash, minify, optimise, sizes::FileSize};
use crate::{
    error::{Error, Result},
    html, worker,
};
use std::{fs, path::Path};

/// Finishes each worker's two files and gives the page that names them.
///
/// # Errors
/// [`Error::Page`] when page or script do not name them as expected; [`Error::File`] or
/// [`Error::Failed`] when a file or a tool fails.
pub fn finish(dist: &Path, page: &str, tools: &Tools) -> Result<String> {
    let mut page = page.to_owned();
    for name in worker::NAMES {
        let script = finish_one(dist, name, tools)?;
        page = named(&page, name, &script)?;
    }
    Ok(page)
}

/// The files of a worker among those of a build.
pub fn files_of<'a>(all: &'a [FileSize], name: &str) -> impl Iterator<Item = &'a FileSize> {
    let label = worker::label(name);
    all.iter().filter(move |file| {
        let rest = file.name.strip_prefix(&label);
        rest.is_some_and(|rest| rest.starts_with('-'))
    })
}

/// The new name of the worker's script.
fn finish_one(dist: &Path, name: &str, tools: &Tools) -> Result<String> {
    let (own_module, own_script) = (worker::module(name), worker::script(name));
    let path = dist.join(&own_module);
    optimise::optimise(&path, optimise::FOR_SPEED, tools)?;
    let bytes = fs::read(&path).map_err(Error::file("read", &path))?;
    let module = rename(dist, name, &own_module, &bytes)?;

    let path = dist.join(&own_script);
    minify::in_place(&path, &tools.esbuild)?;
    let text = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    if !text.contains(&own_module) {
        return Err(Error::Page(format!(
            "{own_script} does not name {own_module}"
        )));
    }
    let text = text.replace(&own_module, &module);
    rename(dist, name, &own_script, text.as_bytes())
}

/// Writes the bytes under a name of their own in place of the old file.
fn rename(dist: &Path, worker: &str, old: &str, bytes: &[u8]) -> Result<String> {
    let (_, kind) = old.rsplit_once('.').unwrap_or_default();
    let name = format!("{}-{}.{kind}", worker::label(worker), hash::name(bytes));
    let path = dist.join(&name);
    fs::write(&path, bytes).map_err(Error::file("write", path))?;
    let path = dist.join(old);
    fs::remove_file(&path).map_err(Error::file("remove", path))?;
    Ok(name)
}

/// The page with the new name of a worker's script.
fn named(page: &str, worker: &str, script: &str) -> Result<String> {
    let label = worker::label(worker);
    let mut edits = Vec::new();
    for mut tag in html::tags(page)? {
        if tag.name == "meta" && tag.attribute("name") == Some(&label) {
            tag.set("content", script.to_owned());
            edits.push((tag.span.clone(), tag.to_html()));
        }
    }
    match edits.len() {
        1 => Ok(html::splice(page, edits)),
        _ => Err(Error::Page(format!(
            "expected one <meta name=\"{label}\"> in the page"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_a_worker_by_its_content() {
        let page = "<head><meta name=\"worker-futures\" content=\"worker-futures.js\"></head>";
        let page = named(page, "futures", "worker-futures-0123456789abcdef.js").unwrap();
        assert!(
            page.contains("content=\"worker-futures-0123456789abcdef.js\""),
            "{page}"
        );
        assert!(named(&page, "statistics", "x").is_err());
    }

    #[test]
    fn a_worker_has_its_own_files_only() {
        let file = |name: &str| FileSize {
            name: name.to_owned(),
            raw: 1,
            gzip: 1,
            brotli: 1,
        };
        let all = [
            file("worker-futures-1.js"),
            file("worker-statistics-1.wasm"),
            file("app-1.js"),
        ];
        let names: Vec<&str> = files_of(&all, "futures")
            .map(|file| file.name.as_str())
            .collect();
        assert_eq!(names, ["worker-futures-1.js"]);
    }
}
