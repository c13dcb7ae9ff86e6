//! A story that a reader has recorded, as a file.
//!
//! ```json
//! {"schema": "economic-roadmap/story/1", "title": "...", "summary": "...",
//!  "steps": [{"title": "...", "words": "...", "link": "?v=1&view=sectors"}]}
//! ```

use super::finding::{Finding, Reason};
use super::roadmap::{Step, Story};
use super::wire::fields::{self, Fields};
use super::wire::{STORY_SCHEMA, StepWire};

/// No story is longer, in bytes; more is refused before it is parsed.
pub const MOST_BYTES: usize = 2_000_000;
/// The key of the reader's own story in links.
pub const OWN_KEY: &str = "own";

/// Reads a story; `file` is how it is called in findings. Steps that cannot be read are told and
/// left out.
///
/// # Errors
/// What is wrong with the file, if it is no story at all.
pub fn read(file: &str, text: &str) -> Result<(Story, Vec<Finding>), Finding> {
    let finding = |row: String, reason: Reason| Finding {
        file: file.to_owned(),
        row,
        field: String::new(),
        reason,
    };
    let whole = |row: &str, reason: Reason| finding(row.to_owned(), reason);
    let bytes = text.len();
    if bytes > MOST_BYTES {
        return Err(whole("", Reason::TooLarge { bytes }));
    }
    let unread = |why: fields::Unread| Reason::NotReadable { detail: why.detail };
    let parts = Fields::cut(text).map_err(|why| whole("", unread(why)))?;
    let words = |name: &str| -> String {
        let raw = parts.get(name);
        raw.and_then(|raw| fields::read(raw).ok())
            .unwrap_or_default()
    };
    let found = words("schema");
    let (kind, _) = STORY_SCHEMA.rsplit_once('/').unwrap_or_default();
    if !found.starts_with(kind) {
        let expected = STORY_SCHEMA;
        return Err(whole("schema", Reason::WrongSchema { found, expected }));
    }
    let mut findings = Vec::new();
    if found != STORY_SCHEMA {
        findings.push(whole("schema", Reason::LaterVersion { found }));
    }
    let rows = parts.get("steps").map(fields::rows).transpose();
    let rows = rows.map_err(|why| whole("steps", unread(why)))?;
    let mut steps = Vec::new();
    for (row, raw) in (1..).zip(rows.unwrap_or_default()) {
        match fields::read::<StepWire>(raw) {
            Ok(StepWire { title, words, link }) => steps.push(Step { title, words, link }),
            Err(why) => findings.push(finding(format!("steps, row {row}"), unread(why))),
        }
    }
    let story = Story {
        key: OWN_KEY.to_owned(),
        title: words("title"),
        summary: words("summary"),
        steps,
    };
    Ok((story, findings))
}

/// Writes a story so that [`read`] gives the same back.
#[must_use]
pub fn write(story: &Story) -> String {
    let quoted = |words: &str| serde_json::to_string(words).unwrap_or_default();
    let steps = story.steps.iter().map(|own| {
        let [title, words, link] = [&own.title, &own.words, &own.link].map(|own| quoted(own));
        format!("{{\"title\":{title},\"words\":{words},\"link\":{link}}}")
    });
    let steps: Vec<String> = steps.collect();
    let [schema, title, summary] = [STORY_SCHEMA, &story.title, &story.summary].map(quoted);
    let steps = steps.join(",\n");
    format!(
        "{{\"schema\":{schema},\"title\":{title},\"summary\":{summary},\"steps\":[\n{steps}\n]}}\n"
    )
}
