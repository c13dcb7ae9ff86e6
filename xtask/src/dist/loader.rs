//! Trunk writes an inline module script that loads the app. A strict policy allows none, so a
//! file takes its place, and the tags that speak of the old names are rewritten.

use crate::{
    error::{Error, Result},
    html::{self, Tag},
};
use std::ops::Range;

/// Trunk's inline loader: where it stands, and the two files it names.
#[derive(Debug, PartialEq, Eq)]
pub struct Loader {
    /// From `<script>` to after `</script>`.
    pub span: Range<usize>,
    /// wasm-bindgen's JavaScript, beside `index.html`.
    pub glue: String,
    /// The module, beside `index.html`.
    pub wasm: String,
}

/// The files by their new names.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    /// All JavaScript.
    pub script: String,
    /// The module.
    pub wasm: String,
}

/// Finds the loader in the page that Trunk wrote.
///
/// # Errors
/// [`Error::Page`] when there is none, more than one, or it has a shape this does not know.
pub fn find(page: &str) -> Result<Loader> {
    let tags = html::tags(page)?;
    let mut modules = tags.iter().filter(|tag| is_inline_module(tag));
    let (Some(tag), None) = (modules.next(), modules.next()) else {
        return Err(Error::Page(
            "expected Trunk's one inline module script".into(),
        ));
    };
    let content = tag.content.clone().unwrap_or_default();
    let script = page.get(content.clone()).unwrap_or_default();
    let unknown =
        |what: &str| Error::Page(format!("Trunk's loader does not name its {what}: {script}"));
    let glue = quoted_after(script, " from ").ok_or_else(|| unknown("JavaScript"))?;
    let wasm = quoted_after(script, "module_or_path:").ok_or_else(|| unknown("wasm"))?;
    let close = page
        .get(content.end..)
        .and_then(|tail| tail.find('>'))
        .unwrap_or_default();
    Ok(Loader {
        span: tag.span.start..content.end + close + 1,
        glue,
        wasm,
    })
}

/// The page with one script, in a file, and the module by its new name.
///
/// # Errors
/// [`Error::Page`] when the page cannot be read.
pub fn replace(page: &str, old: &Loader, new: &Names) -> Result<String> {
    // The empty integrity is a mark: the next step fills in every one it finds.
    let script = format!(
        "<script type=\"module\" src=\"./{}\" crossorigin=\"anonymous\" integrity></script>",
        new.script
    );
    let mut edits = vec![(old.span.clone(), script)];
    for mut tag in html::tags(page)? {
        let Some(href) = tag.attribute("href") else {
            continue;
        };
        let name = href.trim_start_matches("./");
        if name == old.glue {
            // The script itself is in the head, and needs no hint.
            edits.push((tag.span.clone(), String::new()));
        } else if name == old.wasm {
            tag.set("href", format!("./{}", new.wasm));
            edits.push((tag.span.clone(), tag.to_html()));
        }
    }
    Ok(html::splice(page, edits))
}

fn is_inline_module(tag: &Tag) -> bool {
    tag.name == "script"
        && tag.attribute("type") == Some("module")
        && tag.attribute("src").is_none()
}

/// The file name in the first quotes after these words.
fn quoted_after(script: &str, words: &str) -> Option<String> {
    let after = script.split_once(words)?.1.trim_start();
    let quote = after
        .chars()
        .next()
        .filter(|letter| ['\'', '"'].contains(letter))?;
    let (name, _) = after.get(1..)?.split_once(quote)?;
    let name = name.trim_start_matches("./");
    (!name.is_empty() && !name.contains('/')).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head>
<script type="module">
import init, * as bindings from './app-aa.js';
const wasm = await init({ module_or_path: './app-aa_bg.wasm' });
window.wasmBindings = bindings;
</script>
<link rel="modulepreload" href="./app-aa.js" crossorigin="anonymous" integrity="sha384-x"><link rel="preload" href="./app-aa_bg.wasm" as="fetch"></head>"#;

    #[test]
    fn trunks_loader_becomes_a_file() {
        let loader = find(PAGE).unwrap();
        assert_eq!(
            (loader.glue.as_str(), loader.wasm.as_str()),
            ("app-aa.js", "app-aa_bg.wasm")
        );
        let names = Names {
            script: "app-2.js".into(),
            wasm: "app-3.wasm".into(),
        };
        let page = replace(PAGE, &loader, &names).unwrap();
        assert!(!page.contains("app-aa"), "{page}");
        assert!(!page.contains("wasmBindings"), "{page}");
        assert!(!page.contains("modulepreload"), "{page}");
        assert!(page.contains("src=\"./app-2.js\""), "{page}");
        assert!(
            page.contains("href=\"./app-3.wasm\" as=\"fetch\""),
            "{page}"
        );
    }

    #[test]
    fn a_loader_of_another_shape_is_refused() {
        assert!(find("<p>no loader</p>").is_err());
        assert!(find("<script type=module>import('./x.js')</script>").is_err());
        assert!(find(&format!("{PAGE}{PAGE}")).is_err());
    }
}
