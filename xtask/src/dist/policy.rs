//! What the page may do: a strict Content-Security-Policy, checked against the page itself, and
//! written with the other headers to `_headers` in the format Netlify and Cloudflare read.

use super::hash;
use crate::{
    error::{Error, Result},
    html,
};
use std::{collections::BTreeSet, fs, path::Path};

/// The page's Content-Security-Policy in one line.
#[derive(Debug, PartialEq, Eq)]
pub struct Policy(String);

/// Types of `<script>` that carry data and are never run.
const DATA_SCRIPTS: [&str; 1] = ["application/ld+json"];

/// Checks that nothing in the page needs more than the policy gives, and makes the policy.
///
/// # Errors
/// [`Error::Page`] naming every inline script, style, handler or script address found.
pub fn check(page: &str) -> Result<Policy> {
    let mut faults = Vec::new();
    let mut styles = Vec::new();
    for tag in html::tags(page)? {
        let content = tag
            .content
            .clone()
            .and_then(|span| page.get(span))
            .unwrap_or_default();
        let kind = tag.attribute("type").unwrap_or_default();
        if tag.name == "script" && tag.attribute("src").is_none() && !DATA_SCRIPTS.contains(&kind) {
            faults.push("an inline <script>: move it into a file".to_owned());
        }
        if tag.name == "style" {
            if tag.attribute("data-critical").is_some() {
                styles.push(hash::policy_source(content));
            } else {
                faults.push("an inline <style> without data-critical".to_owned());
            }
        }
        for (key, value) in &tag.attributes {
            let value = value.trim_start().to_ascii_lowercase();
            if key == "style" {
                faults.push(format!("a style attribute on <{}>: use a class", tag.name));
            } else if key.starts_with("on") {
                faults.push(format!("an {key} handler on <{}>", tag.name));
            } else if value.starts_with("javascript:") {
                faults.push(format!("a script address in {key} of <{}>", tag.name));
            } else if key == "src" && value.contains("//") {
                faults.push(format!("<{}> from another origin: {value}", tag.name));
            }
        }
    }
    if faults.is_empty() {
        Ok(Policy(policy_line(&styles)))
    } else {
        Err(Error::Page(faults.join("; ")))
    }
}

fn policy_line(style_hashes: &[String]) -> String {
    let style = ["style-src 'self'".to_owned()]
        .iter()
        .chain(style_hashes)
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &style,
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "font-src 'none'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    ]
    .join("; ")
}

/// Writes `_headers` for the finished files in `dist`.
///
/// # Errors
/// [`Error::File`] when the folder cannot be listed or the file not written.
pub fn write_headers(dist: &Path, policy: &Policy) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist).map_err(Error::file("list", dist))? {
        let name = entry
            .map_err(Error::file("list", dist))?
            .file_name()
            .to_string_lossy()
            .into_owned();
        names.push(name);
    }
    let path = dist.join("_headers");
    fs::write(&path, headers_text(policy, &kept_for_ever(&names)))
        .map_err(Error::file("write", path))
}

/// The paths of files that are named by their content: by how their names begin, since some hosts
/// read no more than a hundred rules, or alone where a name that begins so may change.
fn kept_for_ever(names: &[String]) -> BTreeSet<String> {
    let family = |name: &str| name.split_once('-').map(|(family, _)| format!("{family}-"));
    let (hashed, others): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| hash::is_hashed_name(name));
    let paths = hashed.into_iter().map(|name| {
        let family = family(name).filter(|family| {
            let mut others = others.iter();
            !others.any(|other| other.starts_with(family.as_str()))
        });
        family.map_or_else(|| name.clone(), |family| family + "*")
    });
    paths.collect()
}

/// The text of `_headers`. No two rules that match one file set the same header, since hosts
/// join such values.
fn headers_text(policy: &Policy, kept_for_ever: &BTreeSet<String>) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  \
         Permissions-Policy: geolocation=(self), camera=(), microphone=(), payment=(), usb=()\n  \
         Cross-Origin-Resource-Policy: cross-origin\n  \
         Access-Control-Allow-Origin: *\n",
        policy.0
    );
    for path in ["/", "/index.html", "/data/*"] {
        text.push_str(&format!("{path}\n  Cache-Control: no-cache\n"));
    }
    for name in kept_for_ever {
        text.push_str(&format!(
            "/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers::HeaderRules;

    #[test]
    fn critical_css_is_allowed_by_its_hash_and_by_nothing_else() {
        let page = "<head><style data-critical>abc</style><script type=module src=./x.js></script>";
        let Policy(line) = check(page).unwrap();
        assert!(
            line.contains(
                "style-src 'self' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; "
            ),
            "{line}"
        );
        assert!(!line.contains("unsafe-inline"));
        assert!(line.ends_with("frame-ancestors *"));
    }

    #[test]
    fn everything_the_policy_would_block_is_named() {
        let cases = [
            ("<script>x</script>", "inline <script>"),
            ("<style>x</style>", "inline <style>"),
            ("<p style='color:red'>", "style attribute on <p>"),
            ("<body onload=x()>", "onload handler"),
            ("<a href=' JavaScript:x'>", "script address"),
            ("<img src=//elsewhere.example/x.png>", "another origin"),
        ];
        for (page, expected) in cases {
            let told = check(page).unwrap_err().to_string();
            assert!(told.contains(expected), "{page}: {told}");
        }
        assert!(check("<script type='application/ld+json'>{}</script>").is_ok());
    }

    #[test]
    fn each_file_gets_one_cache_rule() {
        let policy = check("<p>").unwrap();
        let names = [
            "app-0123456789abcdef.js",
            "app-0123456789abcdef.js.br",
            "app-fedcba9876543210.wasm",
            "icon-0123456789abcdef.css",
            "icon-192.png",
            "icon.svg",
        ];
        let paths = kept_for_ever(&names.map(str::to_owned));
        assert_eq!(paths.len(), 2, "{paths:?}");
        let text = headers_text(&policy, &paths);
        let rules = HeaderRules::parse(&text).unwrap();
        let cache = |path: &str| {
            let all = rules.for_path(path);
            all.into_iter()
                .filter(|(name, _)| *name == "Cache-Control")
                .map(|(_, value)| value)
                .collect::<Vec<_>>()
        };
        assert_eq!(cache("/"), ["no-cache"]);
        assert_eq!(cache("/data/x.json"), ["no-cache"]);
        assert_eq!(
            cache("/app-0123456789abcdef.js"),
            ["public, max-age=31536000, immutable"]
        );
        assert_eq!(
            cache("/icon-0123456789abcdef.css"),
            ["public, max-age=31536000, immutable"]
        );
        assert!(cache("/icon.svg").is_empty() && cache("/icon-192.png").is_empty());
        assert!(
            rules
                .for_path("/icon.svg")
                .iter()
                .any(|(name, _)| *name == "Content-Security-Policy")
        );
    }
}
