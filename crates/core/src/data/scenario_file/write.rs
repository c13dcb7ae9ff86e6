//! Writes a scenario file so that [`read`](super::read) gives the same back.

use std::fmt::Write as _;

use super::ScenarioFile;
use crate::data::model::{Setting, Shift, ShiftBy};

/// The text of a scenario file.
#[must_use]
pub fn write(file: &ScenarioFile) -> String {
    let mut text = String::new();
    line(&mut text, "name", &quoted(&file.name));
    line(&mut text, "based_on", &quoted(&file.based_on));
    if !file.story.is_empty() {
        line(&mut text, "story", &quoted(&file.story));
    }
    let changes = file
        .changes
        .iter()
        .map(|(setting, value)| (setting.key(), value.to_string()));
    part(&mut text, "settings", changes);
    let shifts = file.shifts.iter().map(|Shift { parameter, by }| {
        let by = match by {
            ShiftBy::Times(factor) => format!("{{ times = {factor} }}"),
            ShiftBy::Plus(sum) => format!("{{ plus = {sum} }}"),
        };
        (parameter.key(), by)
    });
    part(&mut text, "shifts", shifts);
    let reason = |(setting, words): &(Setting, String)| (setting.key(), quoted(words));
    part(&mut text, "reasons", file.reasons.iter().map(reason));
    text
}

fn part(
    text: &mut String,
    name: &str,
    entries: impl ExactSizeIterator<Item = (&'static str, String)>,
) {
    if entries.len() == 0 {
        return;
    }
    let _never_fails = writeln!(text, "\n[{name}]");
    for (key, value) in entries {
        line(text, key, &value);
    }
}

fn line(text: &mut String, key: &str, value: &str) {
    let _never_fails = writeln!(text, "{key} = {value}");
}

/// Words in quotation marks, as TOML holds them; several lines stay lines.
pub(crate) fn quoted(words: &str) -> String {
    let mut lines = words.split('\n');
    match (lines.next(), lines.next()) {
        (Some(only), None) => format!("\"{}\"", escaped(only)),
        _ => {
            let lines: Vec<String> = words.split('\n').map(escaped).collect();
            format!("\"\"\"\n{}\"\"\"", lines.join("\n"))
        }
    }
}

/// A line with every sign escaped that TOML does not take as it is.
fn escaped(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    for sign in line.chars() {
        match sign {
            '"' | '\\' => escaped.extend(['\\', sign]),
            sign if sign.is_ascii_control() => {
                let _never_fails = write!(escaped, "\\u{:04X}", u32::from(sign));
            }
            sign => escaped.push(sign),
        }
    }
    escaped
}
