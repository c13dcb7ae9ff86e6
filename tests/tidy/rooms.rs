//! Who may know what: the order of core's modules, the web in the app only, serde at the edges.

use crate::{Fault, has_word, source::Source, tidy, tree};

const CORE: &str = "crates/core/src/";
/// What belongs to a browser.
const WEB_NAMES: [&str; 6] = [
    "leptos",
    "web_sys",
    "js_sys",
    "gloo",
    "plotters_canvas",
    "CanvasBackend",
];
/// Where values meet bytes from outside.
const SERDE_PATHS: [&str; 2] = ["crates/core/src/data/wire", "crates/core/src/link"];

#[test]
fn core_modules_use_only_those_before_them() {
    let order = reading_order(&tree::read("crates/core/src/lib.rs"));
    assert!(
        order.len() > 5,
        "no reading order in the documentation of core's lib.rs: {order:?}"
    );
    let sources = tree::sources(&["crates/core/src"]);
    let faults: Vec<Fault> = sources
        .iter()
        .flat_map(|source| later_uses(source, &order))
        .collect();
    tidy(
        "A module of core uses only those before it in the reading order of its lib.rs.",
        &faults,
    );
}

#[test]
fn every_core_module_is_in_the_reading_order() {
    tidy(
        "core's lib.rs lists every module, in the order in which it declares them.",
        &unlisted(&Source::parse(
            "crates/core/src/lib.rs",
            &tree::read("crates/core/src/lib.rs"),
        )),
    );
}

#[test]
fn only_the_app_knows_a_browser() {
    // The worker runs in the browser as well, beside the page.
    let sources = tree::sources(&["crates/core", "crates/cli", "xtask/src"]);
    let mut faults: Vec<Fault> = sources.iter().flat_map(web_names).collect();
    for path in [
        "crates/core/Cargo.toml",
        "crates/cli/Cargo.toml",
        "xtask/Cargo.toml",
    ] {
        faults.extend(web_dependencies(path, &tree::read(path)));
    }
    tidy(
        "Only the app and its worker name leptos, web_sys, js_sys, gloo or CanvasBackend.",
        &faults,
    );
}

#[test]
fn serde_stays_at_the_edges() {
    let sources = tree::sources(&["crates/core/src", "src"]);
    let faults: Vec<Fault> = sources.iter().flat_map(serde_derives).collect();
    tidy(
        "In core and app only data::wire and link derive serde.",
        &faults,
    );
}

/// The modules in the order in which the crate's documentation names them.
fn reading_order(lib: &str) -> Vec<String> {
    let list = lib.lines().filter_map(|line| line.strip_prefix("//! - "));
    let mut order = Vec::new();
    for line in list {
        let names = line.split(": ").next().unwrap_or_default();
        order.extend(
            names
                .split("[`")
                .skip(1)
                .filter_map(|rest| Some(rest.split_once("`]")?.0.to_owned())),
        );
    }
    order
}

fn unlisted(lib: &Source) -> Vec<Fault> {
    let text: String = lib
        .lines
        .iter()
        .map(|line| format!("{}\n", line.whole))
        .collect();
    let order = reading_order(&text);
    let declared = lib.shipped().filter_map(|line| {
        let name = line
            .bare
            .trim()
            .strip_prefix("pub mod ")?
            .strip_suffix(';')?;
        Some((line.number, name.to_owned()))
    });
    let mut last = 0;
    let mut faults = Vec::new();
    for (line_number, name) in declared {
        match order.iter().position(|listed| *listed == name) {
            None => faults.push(Fault::new(
                &lib.path,
                line_number,
                format!("{name} is not in the list"),
            )),
            Some(at) if at < last => faults.push(Fault::new(
                &lib.path,
                line_number,
                format!("{name} is declared late"),
            )),
            Some(at) => last = at,
        }
    }
    faults
}

/// Uses of modules that come after the file's own.
fn later_uses(source: &Source, order: &[String]) -> Vec<Fault> {
    let place = source.path.strip_prefix(CORE).unwrap_or(&source.path);
    let own = place.split(['/', '.']).next().unwrap_or_default();
    let Some(own_at) = order.iter().position(|name| name == own) else {
        // The root itself may name them all.
        return Vec::new();
    };
    let mut faults = Vec::new();
    let bare: String = source
        .lines
        .iter()
        .map(|line| {
            if line.in_test {
                "\n".to_owned()
            } else {
                format!("{}\n", line.bare)
            }
        })
        .collect();
    for (at, name) in used_modules(&bare, depth(place)) {
        let later = order
            .iter()
            .position(|listed| *listed == name)
            .is_some_and(|used_at| used_at > own_at);
        if later {
            let line_number = bare.get(..at).unwrap_or_default().matches('\n').count() + 1;
            faults.push(Fault::new(
                &source.path,
                line_number,
                format!("{own} comes before {name}, which it uses"),
            ));
        }
    }
    faults
}

/// How many modules deep a file is: 1 for `area.rs` and `data/mod.rs`.
fn depth(place: &str) -> usize {
    place
        .strip_suffix("/mod.rs")
        .or(place.strip_suffix(".rs"))
        .unwrap_or(place)
        .split('/')
        .count()
}

/// The names that follow the crate's root in paths, with where.
fn used_modules(bare: &str, depth: usize) -> Vec<(usize, String)> {
    let climb = "super::".repeat(depth);
    let mut used = Vec::new();
    for root in ["crate::", climb.as_str()] {
        for (at, _) in bare.match_indices(root) {
            let rest = bare.get(at + root.len()..).unwrap_or_default();
            match rest.strip_prefix('{') {
                Some(group) => used.extend(group_heads(group).into_iter().map(|name| (at, name))),
                None => used.push((at, head(rest))),
            }
        }
    }
    used
}

fn head(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The first names of a group's members: `a` and `c` in `a::{b, x}, c}`.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = vec![head(group)];
    let mut depth = 1_usize;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' if depth == 1 => heads.push(head(group.get(at + 1..).unwrap_or_default())),
            _ => {}
        }
    }
    heads
}

fn web_names(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for line in &source.lines {
        for name in WEB_NAMES.iter().filter(|name| has_word(&line.bare, name)) {
            faults.push(Fault::new(
                &source.path,
                line.number,
                format!("{name} belongs to the app"),
            ));
        }
    }
    faults
}

fn web_dependencies(path: &str, manifest: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        let name = line
            .split(['=', '.', ' '])
            .next()
            .unwrap_or_default()
            .replace('-', "_");
        if WEB_NAMES.contains(&name.as_str()) {
            faults.push(Fault::new(
                path,
                index + 1,
                format!("{name} belongs to the app"),
            ));
        }
    }
    faults
}

fn serde_derives(source: &Source) -> Vec<Fault> {
    if SERDE_PATHS
        .iter()
        .any(|allowed| source.path.starts_with(allowed))
    {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for line in source.shipped() {
        // A list of derives may go over several lines; the names appear nowhere else either.
        for name in ["Serialize", "Deserialize"] {
            if has_word(&line.bare, name) {
                faults.push(Fault::new(
                    &source.path,
                    line.number,
                    format!("{name} belongs in data::wire or link"),
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod can_fail {
    use super::*;

    const LIB: &str = "//! - [`area`], [`data`]: words, see [`x`].\n//! - [`chart`]: more.\npub mod area;\npub mod chart;\npub mod data;\npub mod new;\n";

    #[test]
    fn import_direction() {
        let order = reading_order(LIB);
        assert_eq!(order, ["area", "data", "chart"]);
        let uses = |path: &str, text: &str| {
            later_uses(&Source::parse(&format!("{CORE}{path}"), text), &order).len()
        };
        assert_eq!(uses("area.rs", "use crate::data::X;"), 1);
        assert_eq!(
            uses("area.rs", "use crate::{\n  chart::{data, y},\n  data,\n};"),
            2
        );
        assert_eq!(uses("area.rs", "use super::chart;"), 1);
        assert_eq!(
            uses("data/wire/mod.rs", "fn f() { super::super::chart::g() }"),
            1
        );
        assert_eq!(
            uses(
                "data/wire/mod.rs",
                "use super::chart; use crate::{area, data};"
            ),
            0
        );
        assert_eq!(
            uses(
                "area.rs",
                "// crate::data\n#[cfg(test)]\nmod t { use crate::chart; }"
            ),
            0
        );
    }

    #[test]
    fn the_list_of_modules() {
        let faults = unlisted(&Source::parse("lib.rs", LIB));
        let words: Vec<&str> = faults.iter().map(|fault| fault.words.as_str()).collect();
        assert_eq!(words, ["data is declared late", "new is not in the list"]);
    }

    #[test]
    fn the_web() {
        assert_eq!(
            web_names(&Source::parse(
                "x.rs",
                "use web_sys::Window; // leptos\nlet gloomy = 1;"
            ))
            .len(),
            1
        );
        assert_eq!(
            web_dependencies(
                "Cargo.toml",
                "[dependencies]\nweb-sys = \"1\"\nserde.workspace = true"
            )
            .len(),
            1
        );
    }

    #[test]
    fn serde() {
        let text = "#[derive(Clone,\n  Serialize)]\nstruct A;";
        assert_eq!(serde_derives(&Source::parse("src/a.rs", text)).len(), 1);
        assert!(serde_derives(&Source::parse("crates/core/src/link.rs", text)).is_empty());
    }
}
