//! Any county: which place this is stands in content/place.toml and the pack, nowhere in code.

use crate::{Fault, has_word, tidy, tree};
use serde_json::Value;

/// Where no place is named.
const CODE: [&str; 3] = ["src", "crates", "xtask"];
/// Besides Rust.
const ENDINGS: [&str; 4] = [".js", ".css", ".html", ".toml"];
/// Levels of areas whose names are looked for. The country is left out: England's districts are
/// what every county's figures are set against. Smaller areas are called "Central" or "Park".
const LEVELS: [&str; 3] = ["region", "county", "district"];

#[test]
fn code_names_no_place() {
    let mut names = content_names(&tree::read("content/place.toml"));
    assert!(!names.is_empty(), "content/place.toml names no place");
    names.extend(pack_names(&tree::read(&pack_path(&tree::read(
        "content/place.toml",
    )))));
    assert!(names.len() > 3, "the pack names no areas");
    let faults = everywhere(|path, text| place_names(path, text, &names));
    tidy(
        "No place is named in src/, crates/ or xtask/ outside tests: it comes from the pack.",
        &faults,
    );
}

#[test]
fn code_has_no_area_codes() {
    let faults = everywhere(area_codes);
    tidy(
        "No area code stands in src/, crates/ or xtask/ outside tests: it comes from the pack.",
        &faults,
    );
}

/// The faults of all code, with tests blanked out of Rust.
fn everywhere(rule: impl Fn(&str, &str) -> Vec<Fault>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for source in tree::sources(&CODE) {
        let shipped = source.lines.iter().map(|line| match line.in_test {
            true => "\n".to_owned(),
            false => format!("{}\n", line.whole),
        });
        faults.extend(rule(&source.path, &shipped.collect::<String>()));
    }
    for path in tree::files(&CODE, &ENDINGS) {
        if !path.split('/').any(|part| part == "tests") {
            faults.extend(rule(&path, &tree::read(&path)));
        }
    }
    faults
}

fn content_names(place: &str) -> Vec<String> {
    let place: toml::Table = place
        .parse()
        .unwrap_or_else(|error| panic!("content/place.toml: {error}"));
    let section = place.get("place").and_then(toml::Value::as_table);
    ["name", "metropolis_name"]
        .iter()
        .filter_map(|key| Some(section?.get(*key)?.as_str()?.to_owned()))
        .collect()
}

fn pack_path(place: &str) -> String {
    let place: toml::Table = place
        .parse()
        .unwrap_or_else(|error| panic!("content/place.toml: {error}"));
    let file = place
        .get("pack")
        .and_then(|pack| pack.get("file"))
        .and_then(toml::Value::as_str);
    format!(
        "public/data/{}",
        file.unwrap_or_else(|| panic!("content/place.toml names no pack"))
    )
}

fn pack_names(pack: &str) -> Vec<String> {
    let pack: Value =
        serde_json::from_str(pack).unwrap_or_else(|error| panic!("the pack: {error}"));
    let areas = pack
        .get("areas")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let wanted = areas.iter().filter(|area| {
        area.get("level")
            .and_then(Value::as_str)
            .is_some_and(|level| LEVELS.contains(&level))
    });
    wanted
        .filter_map(|area| Some(area.get("name")?.as_str()?.to_owned()))
        .collect()
}

fn place_names(path: &str, text: &str, names: &[String]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for name in names.iter().filter(|name| has_word(line, name)) {
            faults.push(Fault::new(path, index + 1, format!("names {name}")));
        }
    }
    faults
}

fn area_codes(path: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let words = line.split(|c: char| !c.is_ascii_alphanumeric());
        for word in words.filter(|word| is_area_code(word)) {
            faults.push(Fault::new(path, index + 1, format!("the area code {word}")));
        }
    }
    faults
}

/// A letter for the country and eight digits.
fn is_area_code(word: &str) -> bool {
    let mut chars = word.chars();
    word.len() == 9
        && chars.next().is_some_and(|c| "EWSNK".contains(c))
        && chars.all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod can_fail {
    use super::*;

    #[test]
    fn names() {
        let mut names = content_names("[place]\nname = \"Aland\"\nmetropolis_name = \"Big\"");
        names.extend(pack_names(r#"{"areas":[{"name":"Upper Beck","level":"district"},{"name":"Park","level":"msoa"}]}"#));
        assert_eq!(names, ["Aland", "Big", "Upper Beck"]);
        let faults = place_names(
            "x.rs",
            "Alands Bigger Park\n\"in Upper Beck\" // Aland",
            &names,
        );
        assert_eq!(faults.len(), 2);
        assert!(faults.iter().all(|fault| fault.line_number == 2));
        assert_eq!(pack_path("[pack]\nfile = \"a.json\""), "public/data/a.json");
    }

    #[test]
    fn codes() {
        assert_eq!(
            area_codes("x.rs", "a\n\"E07000243\" E0700024 XE07000243 K02000001").len(),
            2
        );
    }
}
