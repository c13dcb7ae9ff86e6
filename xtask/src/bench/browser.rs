//! Loads the page again and again and collects what it and the browser report. All times are
//! milliseconds since the page was asked for, or durations in milliseconds.

use super::futures::Futures;
use super::maps::Maps;
use super::roadmap::Roadmap;
use crate::{error::Result, webdriver::Session};
use serde_json::{Value, json};
use std::{collections::BTreeMap, time::Duration};

/// Loads that count, after one that only wakes the browser.
const LOADS: usize = 9;
/// How often the area is changed.
const AREA_CHANGES: usize = 40;
/// How long the page may take for one of the scripts.
const SCRIPT_TIME: Duration = Duration::from_secs(60);

/// The page's own mark when it answers to the reader.
const INTERACTIVE_MARK: &str = "roadmap-interactive";
/// The page's own measures of drawing, one name for each kind of chart.
pub(super) const DRAW_PREFIX: &str = "roadmap-draw-";
/// The list by which a reader chooses an area.
const AREA_LIST: &str = "[data-testid=\"place-select\"]";

const LOAD_SCRIPT: &str = include_str!("load.js");
const AREAS_SCRIPT: &str = include_str!("areas.js");

/// Everything measured in the browser; an empty list means that nothing was reported.
#[derive(Debug, Default)]
pub struct Measured {
    /// First contentful paint, of each load.
    pub first_paint: Vec<f64>,
    /// Largest contentful paint, of each load.
    pub largest_paint: Vec<f64>,
    /// The page answers to the reader, of each load.
    pub interactive: Vec<f64>,
    /// Bytes that came over the wire for each file of the last load.
    pub transferred: BTreeMap<String, u64>,
    /// From an area's choice to the end of the last drawing before the next frame: all in sight.
    pub in_sight: Vec<f64>,
    /// From an area's choice to the painted frame, the wait for the screen's turn included.
    pub frames: Vec<f64>,
    /// From an area's choice to the end of the last drawing of all, also out of sight.
    pub everywhere: Vec<f64>,
    /// Drawing by kind of chart.
    pub draws: BTreeMap<String, Vec<f64>>,
    /// Tasks over 50 ms after the page became interactive; `None` when the browser does not say.
    pub long_tasks: Option<Vec<f64>>,
    /// The map of small areas in hand.
    pub maps: Maps,
    /// A lever of the scenario model in hand.
    pub futures: Futures,
    /// A roadmap far larger than ours, searched.
    pub roadmap: Roadmap,
    /// What the page wrote to the console.
    pub console: Vec<String>,
}

/// Loads the page, changes areas, and collects.
///
/// # Errors
/// [`crate::error::Error::Browser`] when the browser fails; a page that reports nothing is no
/// error.
pub fn measure(session: &Session<'_>, url: &str) -> Result<Measured> {
    session.allow_scripts(SCRIPT_TIME)?;
    let mut measured = Measured::default();
    for load in 0..=LOADS {
        session.chromium("Network.clearBrowserCache", &json!({}))?;
        session.go("about:blank")?;
        session.go(url)?;
        let told = session.ask(LOAD_SCRIPT, &json!([INTERACTIVE_MARK]))?;
        if load > 0 {
            measured.first_paint.extend(number(&told, "firstPaint"));
            measured.largest_paint.extend(number(&told, "largestPaint"));
            measured.interactive.extend(number(&told, "interactive"));
            measured.transferred = transferred(&told, url);
        }
    }
    let arguments = json!([INTERACTIVE_MARK, DRAW_PREFIX, AREA_LIST, AREA_CHANGES]);
    let told = session.ask(AREAS_SCRIPT, &arguments)?;
    measured.in_sight = numbers(told.get("inSight"));
    measured.frames = numbers(told.get("frames"));
    measured.everywhere = numbers(told.get("everywhere"));
    if let Some(kinds) = told.get("draws").and_then(Value::as_object) {
        measured.draws = kinds
            .iter()
            .map(|(kind, times)| (kind.clone(), numbers(Some(times))))
            .collect();
    }
    measured.long_tasks = told
        .get("longTasks")
        .filter(|tasks| tasks.is_array())
        .map(|tasks| numbers(Some(tasks)));
    measured.console = session.console()?;
    Ok(measured)
}

fn number(told: &Value, key: &str) -> Option<f64> {
    told.get(key).and_then(Value::as_f64)
}

pub(super) fn numbers(list: Option<&Value>) -> Vec<f64> {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

/// Bytes by file name, without the address of the site.
fn transferred(told: &Value, url: &str) -> BTreeMap<String, u64> {
    let files = told
        .get("files")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    files
        .filter_map(|(address, bytes)| {
            let name = address.strip_prefix(url).unwrap_or(address);
            let name = if name.is_empty() { "index.html" } else { name };
            Some((name.to_owned(), bytes.as_u64()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_does_not_say_is_absent() {
        let told = json!({ "firstPaint": null, "interactive": 1.5 });
        assert_eq!(
            (number(&told, "firstPaint"), number(&told, "interactive")),
            (None, Some(1.5))
        );
        assert!(numbers(told.get("inSight")).is_empty());
    }

    #[test]
    fn files_are_named_within_the_site() {
        let told = json!({ "files": { "http://h/": 3, "http://h/a.js": 4, "http://other/b": 5 } });
        let files = transferred(&told, "http://h/");
        assert_eq!(files.get("index.html"), Some(&3));
        assert_eq!(files.get("a.js"), Some(&4));
        assert_eq!(files.get("http://other/b"), Some(&5));
    }
}
