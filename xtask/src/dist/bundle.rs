//! The app's JavaScript in one small file: what starts it, wasm-bindgen's glue and what fetches
//! the parts. One file, because the last two import each other, so that neither could be named by
//! its content before the other.

use super::split::Pieces;
use crate::{
    error::{Error, Result},
    process,
};
use std::{fs, path::Path, process::Command};

/// Starts the app; MODULE stands for the module's file.
const BOOT: &str = include_str!("boot.js");
/// What [`BOOT`] says in place of the module's name, known only when all else is written.
pub const MODULE: &str = "MODULE";
/// How the splitter fetches a part: only where the host says that it is WebAssembly.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// How we do: any host may serve the parts, and they are small.
const WHOLE: &str = "whole(src).then((bytes) => WebAssembly.instantiate(bytes, imports))";
const WHOLE_FUNCTION: &str = include_str!("whole.js");
/// How wasm-bindgen lets its classes be used in a way nobody uses, which keeps them in the bundle.
const DISPOSE: &str = "if (Symbol.dispose) ";

/// One file of JavaScript, with [`MODULE`] in place of the module's name.
///
/// `renamed` has the file name of each part, and what it is called in the build.
///
/// # Errors
/// [`Error::Page`] when a piece is not as expected; [`Error::File`] or [`Error::Failed`] when a
/// file or esbuild fails.
pub fn bundle(pieces: &Pieces, renamed: &[(String, String)], esbuild: &Path) -> Result<String> {
    let folder = pieces.glue.parent().unwrap_or(Path::new("."));
    rewrite(&pieces.fetcher, |text| fetcher(text, renamed))?;
    rewrite(&pieces.glue, |text| Ok(without_disposal(text)))?;
    let boot = folder.join("boot.js");
    fs::write(&boot, BOOT).map_err(Error::file("write", &boot))?;
    let whole = folder.join("whole.js");
    let mut command = Command::new(esbuild);
    command
        .args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--log-level=warning",
            // wasm-bindgen names the fetcher once for each part.
            "--log-override:duplicate-object-key=silent",
        ])
        .arg(format!("--outfile={}", whole.display()))
        .arg(&boot);
    process::run("esbuild", &mut command)?;
    fs::read_to_string(&whole).map_err(Error::file("read", whole))
}

/// The splitter's JavaScript with the parts by their names in the build, fetched from any host.
fn fetcher(text: &str, renamed: &[(String, String)]) -> Result<String> {
    let mut text = text.replace(STREAMED, WHOLE);
    let fetched = text.matches("fetch(").count();
    if text.matches(WHOLE).count() != fetched {
        return Err(Error::Page(
            "the splitter fetches parts in a new way".into(),
        ));
    }
    for (old, new) in renamed {
        let address = format!("\"./{old}\"");
        if !text.contains(&address) {
            return Err(Error::Page(format!("the splitter does not fetch {old}")));
        }
        text = text.replace(&address, &format!("\"./{new}\""));
    }
    text.push_str(WHOLE_FUNCTION);
    Ok(text)
}

/// wasm-bindgen's JavaScript without what makes its classes disposable.
fn without_disposal(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with(DISPOSE));
    lines.map(|line| format!("{line}\n")).collect()
}

fn rewrite(path: &Path, change: impl Fn(&str) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(path).map_err(Error::file("read", path))?;
    fs::write(path, change(&text)?).map_err(Error::file("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FETCHER: &str = r#"const src = fetch(new URL("./split_data.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));"#;

    #[test]
    fn parts_are_fetched_by_their_new_names_from_any_host() {
        let names = [("split_data.wasm".to_owned(), "part-data-1.wasm".to_owned())];
        let text = fetcher(FETCHER, &names).unwrap();
        assert!(
            text.contains("fetch(new URL(\"./part-data-1.wasm\", import.meta.url))"),
            "{text}"
        );
        assert!(!text.contains("Streaming"), "{text}");
        assert!(text.contains("async function whole"), "{text}");
    }

    #[test]
    fn a_fetcher_of_another_shape_is_refused() {
        let other = [("split_hall.wasm".to_owned(), "part-hall-1.wasm".to_owned())];
        assert!(fetcher(FETCHER, &other).is_err());
        assert!(fetcher("fetch('./x.wasm').then(WebAssembly.compileStreaming)", &[]).is_err());
    }
}
