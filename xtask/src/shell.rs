//! The Trunk hook: fills the `{{table.key}}` placeholders of the staged `index.html`, so that the
//! first paint already names the place and has its style, and builds the workers beside it.
//!
//! `{{theme.css}}` is the colours of every theme, `{{style.critical}}` is `src/style/critical.css`
//! as it is; every other placeholder is text from `content/place.toml`, escaped for HTML.

use crate::{
    error::{Error, Result},
    place::Place,
    theme_css, worker,
};
use std::{env, fs, path::Path};

/// Placeholders that Trunk's own development server fills when it sends the page.
const TRUNK_OWN: &str = "__TRUNK";

/// Runs as Trunk's post-build hook on the page in `TRUNK_STAGING_DIR`.
///
/// # Errors
/// [`Error::Missing`] outside Trunk; [`Error::Place`] for an unknown placeholder.
pub fn run(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| Error::Missing {
        what: "TRUNK_STAGING_DIR".into(),
        remedy: "Trunk runs this as a hook; type `cargo xtask build` or `cargo xtask serve`."
            .into(),
    })?;
    let path = Path::new(&staging).join("index.html");
    let page = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    let place = Place::read(root)?;
    let filled = fill(&page, |name| value_of(name, root, &place))?;
    fs::write(&path, filled).map_err(Error::file("write", &path))?;
    worker::build(root, Path::new(&staging))
}

/// The page with every placeholder replaced by what `value_of` gives for its name.
///
/// # Errors
/// Whatever `value_of` says of a name; [`Error::Page`] for a placeholder that is not closed.
pub fn fill(page: &str, value_of: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut filled = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((inside, tail)) = after.split_once("}}") else {
            let start: String = after.chars().take(40).collect();
            return Err(Error::Page(format!(
                "a placeholder is not closed: {{{{{start}"
            )));
        };
        filled.push_str(before);
        if inside.starts_with(TRUNK_OWN) {
            filled.push_str(&format!("{{{{{inside}}}}}"));
        } else {
            filled.push_str(&value_of(inside.trim())?);
        }
        rest = tail;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// What goes into the page for a placeholder's name.
fn value_of(name: &str, root: &Path, place: &Place) -> Result<String> {
    match name.split_once('.') {
        Some(("theme", "css")) => Ok(theme_css::rules()),
        Some(("style", file)) => style(root, file),
        _ => place.text(name).map(escape_html),
    }
}

/// A stylesheet to stand inside a `<style>` element, where nothing can be escaped.
fn style(root: &Path, file: &str) -> Result<String> {
    let path = root.join("src/style").join(format!("{file}.css"));
    let css = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    if css.contains("</") {
        return Err(Error::Page(format!(
            "{} holds \"</\", which would end the style",
            path.display()
        )));
    }
    Ok(css.trim().to_owned())
}

/// Text made safe both between tags and inside a quoted attribute.
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill_from(place: &str, page: &str) -> Result<String> {
        let place = Place::parse(place).unwrap();
        fill(page, |name| value_of(name, Path::new("/nowhere"), &place))
    }

    const PLACE: &str = "[place]\nname = \"A & <b>\\\"B\\\"\"\n";

    #[test]
    fn placeholders_are_filled_and_escaped() {
        let filled =
            fill_from(PLACE, "<h1 title=\"{{ place.name }}\">{{place.name}}</h1>").unwrap();
        let name = "A &amp; &lt;b&gt;&quot;B&quot;";
        assert_eq!(filled, format!("<h1 title=\"{name}\">{name}</h1>"));
    }

    #[test]
    fn an_unknown_placeholder_is_named() {
        let told = fill_from(PLACE, "<p>{{place.motto}}</p>")
            .unwrap_err()
            .to_string();
        assert!(told.contains("\"place.motto\""), "{told}");
    }

    #[test]
    fn an_open_placeholder_is_an_error() {
        assert!(fill_from(PLACE, "<p>{{place.name</p>").is_err());
    }

    #[test]
    fn trunks_own_placeholders_stay() {
        let page = "const address = '{{__TRUNK_ADDRESS__}}';";
        assert_eq!(fill_from(PLACE, page).unwrap(), page);
    }

    #[test]
    fn a_filled_value_is_not_filled_again() {
        let place = "[a]\nb = \"{{a.b}}\"\n";
        assert_eq!(fill_from(place, "{{a.b}}").unwrap(), "{{a.b}}");
    }

    #[test]
    fn styles_come_as_they_are_unless_they_would_end_early() {
        let root = env::temp_dir().join(format!("xtask-shell-{}", std::process::id()));
        fs::create_dir_all(root.join("src/style")).unwrap();
        fs::write(
            root.join("src/style/good.css"),
            "a > b { color: inherit }\n",
        )
        .unwrap();
        fs::write(root.join("src/style/bad.css"), "</style>").unwrap();
        let (good, bad) = (style(&root, "good"), style(&root, "bad"));
        fs::remove_dir_all(&root).unwrap();
        assert_eq!(good.unwrap(), "a > b { color: inherit }");
        assert!(bad.unwrap_err().to_string().contains("bad.css"));
    }
}
