//! From Trunk's release output to what a static host serves: smaller wasm, names by content, no
//! inline script, a strict policy, compressed twins. Deterministic: the same input, the same bytes.
//!
//! In order: [`loader`] (what Trunk wrote) -> [`optimise`] (wasm-opt and new names) ->
//! [`policy`] (what the page may do, and the `_headers` file) -> [`compress`] -> [`sizes`].

pub mod compress;
pub mod hash;
pub mod loader;
pub mod optimise;
pub mod policy;
pub mod sizes;

use crate::{
    error::{Error, Result},
    html,
};
use std::{fs, path::Path};

/// Turns Trunk's output in `dist` into the release build.
///
/// # Errors
/// [`Error::Page`] when the page breaks the policy or Trunk wrote something unknown;
/// [`Error::File`] or [`Error::Failed`] when a file or wasm-opt fails.
pub fn finish(dist: &Path, wasm_opt: &Path) -> Result<()> {
    let page = read_page(dist)?;
    let loader = loader::find(&page)?;
    let names = optimise::rename(dist, &loader, wasm_opt)?;
    let page = loader::replace(&page, &loader, &names)?;
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
