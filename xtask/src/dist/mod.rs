//! From Trunk's release output to what a static host serves: smaller wasm, names by content, no
//! inline script, a strict policy, compressed twins. Deterministic: the same input, the same bytes.
//!
//! In order: [`loader`] (what Trunk wrote) -> [`split`] (the module in pieces) -> [`optimise`]
//! (wasm-opt and new names), with [`bundle`] (one small JavaScript) and [`module`] (short names in
//! both), the [`background`] workers, and style sheets [`minify`]-ed -> [`policy`] (what the page may do,
//! and the `_headers` file) -> [`compress`] -> [`sizes`].

pub mod background;
pub mod bundle;
pub mod compress;
pub mod hash;
pub mod loader;
pub mod minify;
pub mod module;
pub mod optimise;
pub mod policy;
pub mod sizes;
pub mod split;

use crate::{
    error::{Error, Result},
    html,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The programs that this needs.
#[derive(Debug)]
pub struct Tools {
    /// Makes the JavaScript side of the module.
    pub wasm_bindgen: PathBuf,
    /// Makes modules smaller.
    pub wasm_opt: PathBuf,
    /// Makes JavaScript one file, and smaller.
    pub esbuild: PathBuf,
}

/// Turns Trunk's output in `dist` into the release build. The module is split as rustc left it,
/// `compiled`, since what a piece needs is known only before wasm-bindgen.
///
/// # Errors
/// [`Error::Page`] when the page breaks the policy, or what a tool wrote is unknown;
/// [`Error::File`] or [`Error::Failed`] when a file or a tool fails.
pub fn finish(dist: &Path, compiled: &Path, work: &Path, tools: &Tools) -> Result<()> {
    let page = read_page(dist)?;
    let loader = loader::find(&page)?;
    let pieces = split::split(compiled, work, &tools.wasm_bindgen)?;
    let names = optimise::write(dist, &pieces, tools)?;
    for unsplit in [&loader.glue, &loader.wasm] {
        let path = dist.join(unsplit);
        fs::remove_file(&path).map_err(Error::file("remove", path))?;
    }
    let page = loader::replace(&page, &loader, &names)?;
    let page = background::finish(dist, &page, tools)?;
    minify::styles(dist, &tools.esbuild)?;
    let page = renew_integrity(dist, &page)?;
    let policy = policy::check(&page)?;
    fs::write(dist.join("index.html"), page)
        .map_err(Error::file("write", dist.join("index.html")))?;
    policy::write_headers(dist, &policy)?;
    compress::twins(dist)
}

/// The page with line ends as browsers see them; a hash of inline CSS depends on it.
fn read_page(dist: &Path) -> Result<String> {
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).map_err(Error::file("read", path))?;
    Ok(page.replace("\r\n", "\n"))
}

/// Recomputes every `integrity` from the file it speaks of. A preload for `fetch` loses it:
/// browsers ignore it there and say so in the console.
fn renew_integrity(dist: &Path, page: &str) -> Result<String> {
    let mut edits = Vec::new();
    for mut tag in html::tags(page)? {
        if tag.attribute("integrity").is_none() {
            continue;
        }
        let address = tag
            .attribute("src")
            .or(tag.attribute("href"))
            .unwrap_or_default()
            .to_owned();
        if tag.has_rel("preload") {
            tag.remove("integrity");
        } else {
            let path = dist.join(address.trim_start_matches("./"));
            let bytes = fs::read(&path).map_err(Error::file("read", path))?;
            tag.set("integrity", hash::integrity(&bytes));
        }
        edits.push((tag.span.clone(), tag.to_html()));
    }
    Ok(html::splice(page, edits))
}
