//! The map of small areas under a reader's hands. All times are milliseconds.

use super::browser::numbers;
use crate::{error::Result, webdriver::Session};
use serde_json::json;

/// Places of the pointer while it pulls the map.
const PULLS: usize = 120;
/// Places it points at without leaving the area.
const POINTS: usize = 5_000;
/// Changes of level, between the two finest.
const SWITCHES: usize = 20;

const SCRIPT: &str = include_str!("maps.js");
/// What is measured, beside the site: every small area in classes.
const PLAIN: &str = "?v=1&view=challenges&measure=aged-65-and-over-share";

/// What hands on the map were answered with; an empty list means that nothing was reported.
#[derive(Debug, Default)]
pub struct Maps {
    /// From a pull to the painted frame, the wait for the screen's turn included.
    pub frames: Vec<f64>,
    /// Drawing the map while it is pulled.
    pub drawn: Vec<f64>,
    /// Placing it before that.
    pub placed: Vec<f64>,
    /// Which area is under the pointer, the event included; one mean of many.
    pub look_up: Vec<f64>,
    /// Drawing what is pointed at.
    pub shown: Vec<f64>,
    /// From a press on a level to the end of drawing its map.
    pub levels: Vec<f64>,
}

/// Opens the map and handles it.
///
/// # Errors
/// [`crate::error::Error::Browser`] when the browser fails.
pub fn measure(session: &Session<'_>, site: &str) -> Result<Maps> {
    session.go(&format!("{site}{PLAIN}"))?;
    let told = session.ask(SCRIPT, &json!([PULLS, POINTS, SWITCHES]))?;
    let of = |name: &str| numbers(told.get(name));
    Ok(Maps {
        frames: of("frames"),
        drawn: of("drawn"),
        placed: of("placed"),
        look_up: of("lookUp"),
        shown: of("shown"),
        levels: of("levels"),
    })
}
