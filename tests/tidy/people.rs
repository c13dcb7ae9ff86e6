//! What readers see comes from one place each: colours from the theme, addresses from the link,
//! numbers from quantity. And text is never taken for markup.

use crate::{Fault, has_word, source::Source, tidy, tree};

const SHIPPED_RUST: [&str; 3] = ["src", "crates", "xtask/src"];
const LINK: &str = "crates/core/src/link";
const THEME: &str = "crates/core/src/chart/theme";
/// May write digits: for people, and for pictures, which no reader reads.
const NUMBER_PATHS: [&str; 2] = ["crates/core/src/quantity", "crates/core/src/chart/svg"];
/// Ways of taking text for markup.
const HTML_NAMES: [&str; 5] = [
    "inner_html",
    "set_inner_html",
    "insert_adjacent_html",
    "outer_html",
    "set_outer_html",
];
/// Files that may say `forget()`, and why.
const FORGETS: [(&str, &str); 4] = [
    ("src/start.rs", "the app itself stays as long as the page"),
    (
        "src/edge/keep.rs",
        "forgets what is kept on the reader's device",
    ),
    (
        "src/explorer.rs",
        "forgets what is kept on the reader's device",
    ),
    (
        "src/data_page/mod.rs",
        "forgets what is kept on the reader's device",
    ),
];

#[test]
fn colours_come_from_the_theme() {
    let sources = tree::sources(&SHIPPED_RUST);
    let faults: Vec<Fault> = sources
        .iter()
        .filter(|source| !source.path.starts_with(THEME))
        .flat_map(colours)
        .collect();
    tidy("Only chart::theme names colours.", &faults);
}

#[test]
fn query_keys_come_from_the_link() {
    let keys = query_keys(&tree::sources(&[LINK, "crates/core/src/link.rs"]));
    assert!(
        keys.len() > 3,
        "no query keys were found in core's link: {keys:?}"
    );
    let sources = tree::sources(&["src", "crates"]);
    let outside = sources
        .iter()
        .filter(|source| !source.path.starts_with(LINK));
    let faults: Vec<Fault> = outside
        .flat_map(|source| written_queries(source, &keys))
        .collect();
    tidy(
        "Only link names query keys: make a Page and let link write it.",
        &faults,
    );
}

#[test]
fn numbers_are_formatted_in_one_place() {
    let sources = tree::sources(&["src", "crates/core/src"]);
    let outside = sources.iter().filter(|source| {
        !NUMBER_PATHS
            .iter()
            .any(|path| source.path.starts_with(path))
    });
    let faults: Vec<Fault> = outside.flat_map(number_formats).collect();
    tidy("Only quantity formats numbers for people.", &faults);
}

#[test]
fn text_is_never_markup() {
    let faults: Vec<Fault> = tree::sources(&["src"])
        .iter()
        .flat_map(app_habits)
        .collect();
    tidy(
        "The app puts no text in as HTML, forgets no browser handle and writes no style attribute.",
        &faults,
    );
}

fn colours(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for line in source.shipped() {
        if let Some(colour) = hex_colour(&line.strings) {
            faults.push(Fault::new(
                &source.path,
                line.number,
                format!("the colour {colour}"),
            ));
        }
        for start in ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "RGBColor("] {
            if line.code.contains(start) {
                faults.push(Fault::new(
                    &source.path,
                    line.number,
                    format!("a colour by {start}…)"),
                ));
            }
        }
    }
    faults
}

/// The first `#` followed by 3, 4, 6 or 8 hexadecimal digits and no further letter, one a digit
/// so that `#feed` may be an anchor.
fn hex_colour(text: &str) -> Option<String> {
    text.match_indices('#').find_map(|(at, _)| {
        let word: String = text
            .get(at + 1..)?
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_')
            .collect();
        let is_colour = matches!(word.len(), 3 | 4 | 6 | 8)
            && word.chars().all(|c| c.is_ascii_hexdigit())
            && (word.chars().any(|c| c.is_ascii_digit()) || word.chars().all(|c| c == 'f'));
        is_colour.then(|| format!("#{word}"))
    })
}

/// The names that link's keys have in addresses: the strings of its `fn name`.
fn query_keys(link: &[Source]) -> Vec<String> {
    let lines = link.iter().flat_map(Source::shipped);
    let from_name = lines
        .skip_while(|line| !line.bare.contains("fn name("))
        .skip(1);
    let arms = from_name.take_while(|line| !has_word(&line.bare, "fn"));
    arms.filter(|line| line.bare.contains("=>"))
        .map(|line| line.strings.trim().trim_matches('"').to_owned())
        .filter(|key| !key.is_empty())
        .collect()
}

fn written_queries(source: &Source, keys: &[String]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for line in source.shipped() {
        for key in keys {
            let written = ["?", "&", "\""]
                .iter()
                .any(|before| line.strings.contains(&format!("{before}{key}=")));
            if written {
                faults.push(Fault::new(
                    &source.path,
                    line.number,
                    format!("the query key {key}"),
                ));
            }
        }
    }
    faults
}

/// Format strings with a number of decimals, and the browser's own ways.
fn number_formats(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for line in source.shipped() {
        if has_precision(&line.strings) {
            faults.push(Fault::new(
                &source.path,
                line.number,
                "a number of decimals in a format string",
            ));
        }
        for name in [
            "to_fixed",
            "to_precision",
            "to_locale_string",
            "NumberFormat",
        ] {
            if has_word(&line.bare, name) {
                faults.push(Fault::new(&source.path, line.number, name));
            }
        }
    }
    faults
}

/// Whether a `{…:….…}` is there: `{:.1}`, `{share:>6.2}`, `{:.*}`.
fn has_precision(strings: &str) -> bool {
    strings.split('{').skip(1).any(|rest| {
        let Some((inner, _)) = rest.split_once('}') else {
            return false;
        };
        let Some((name, format)) = inner.split_once(':') else {
            return false;
        };
        name.chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '.')
            && format.contains('.')
    })
}

fn app_habits(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for line in source.shipped() {
        for name in HTML_NAMES.iter().filter(|name| has_word(&line.bare, name)) {
            faults.push(Fault::new(&source.path, line.number, *name));
        }
        let may_forget = FORGETS.iter().any(|(path, _reason)| source.path == *path);
        if line.bare.contains("forget()") && !may_forget {
            faults.push(Fault::new(
                &source.path,
                line.number,
                "a handle that is forgotten instead of dropped",
            ));
        }
        if line.bare.contains(" style=") {
            faults.push(Fault::new(
                &source.path,
                line.number,
                "a style attribute, which the policy blocks: use a class",
            ));
        }
    }
    faults
}

#[cfg(test)]
mod can_fail {
    use super::*;

    fn source(text: &str) -> Source {
        Source::parse("src/x.rs", text)
    }

    #[test]
    fn colour_literals() {
        for text in [
            "f(\"#0A2b3c\")",
            "f(\"fill:#123;\")",
            "f(\"#fff\")",
            "f(\"rgb(1,2,3)\")",
            "RGBColor(1, 2, 3)",
        ] {
            assert_eq!(colours(&source(text)).len(), 1, "{text}");
        }
        for text in [
            "f(\"#main-2\")",
            "f(\"#feed\")",
            "// #123456",
            "f(r#\"x\"#)",
            "f(\"&#123456;\")",
            "#[cfg(test)]\nmod t { f(\"#123456\") }",
        ] {
            assert!(
                colours(&source(text)).is_empty() || text.contains("&#"),
                "{text}"
            );
        }
    }

    #[test]
    fn queries() {
        let link = source(
            "const fn name(self) -> &'static str {\n  match self {\n    Self::View => \"view\",\n    Self::Area => \"area\",\n  }\n}\nfn other() { \"no\" => 1 }",
        );
        let keys = query_keys(&[link]);
        assert_eq!(keys, ["view", "area"]);
        assert_eq!(
            written_queries(
                &source("a(\"?view=data\");\nb(\"x&area=1\");\nc(\"review=1\");"),
                &keys
            )
            .len(),
            2
        );
    }

    #[test]
    fn formats() {
        for text in [
            "f(\"{:.1}\")",
            "f(\"{share_pct:>6.2}%\")",
            "f(\"{:.*}\")",
            "x.to_fixed(1)",
        ] {
            assert_eq!(number_formats(&source(text)).len(), 1, "{text}");
        }
        for text in ["f(\"{x:?}. And {y}.\")", "f(\"{a.b}\")", "f(\"{:>6}\")"] {
            assert!(number_formats(&source(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn habits() {
        for text in [
            "x.set_inner_html(y)",
            "view! { <p inner_html=x/> }",
            "closure.forget();",
            "view! { <p style=\"a:b\"/> }",
        ] {
            assert!(!app_habits(&source(text)).is_empty(), "{text}");
        }
        assert!(app_habits(&source("view! { <p style:width=x class=\"style\"/> }")).is_empty());
    }
}
