//! A lever under a reader's hand. All times are milliseconds.

use super::browser::{DRAW_PREFIX, numbers};
use crate::{error::Result, webdriver::Session};
use serde_json::json;

/// Places of the lever while it is dragged, one a frame.
const STEPS: usize = 240;
/// Times it is let go and every draw is waited for.
const RESTS: usize = 12;
/// The page's own measures: the central run, and making a picture of it.
const CENTRAL_RUN: &str = "roadmap-run-central";
const PICTURE: &str = "roadmap-future-picture";

const SCRIPT: &str = include_str!("futures.js");
const PAGE: &str = "?v=1&view=scenarios&future=skills-led";

/// What a lever was answered with; an empty list means that nothing was reported.
#[derive(Debug, Default)]
pub struct Futures {
    /// From a step of the lever to the screen's turn: all the work that it causes on the page.
    pub worked: Vec<f64>,
    /// From a step to the painted frame, the wait for the screen's turn included.
    pub frames: Vec<f64>,
    /// The central run.
    pub central: Vec<f64>,
    /// Making the picture.
    pub pictures: Vec<f64>,
    /// Drawing it.
    pub drawn: Vec<f64>,
    /// From letting go to the first range.
    pub first: Vec<f64>,
    /// From letting go to the range of every draw.
    pub whole: Vec<f64>,
    /// Tasks over 50 ms while the lever was dragged.
    pub long_tasks: Vec<f64>,
}

/// Opens a future and drags a lever.
///
/// # Errors
/// [`crate::error::Error::Browser`] when the browser fails.
pub fn measure(session: &Session<'_>, site: &str) -> Result<Futures> {
    session.go(&format!("{site}{PAGE}"))?;
    let arguments = json!([STEPS, RESTS, CENTRAL_RUN, PICTURE, DRAW_PREFIX]);
    let told = session.ask(SCRIPT, &arguments)?;
    let of = |name: &str| numbers(told.get(name));
    Ok(Futures {
        worked: of("worked"),
        frames: of("frames"),
        central: of("central"),
        pictures: of("pictures"),
        drawn: of("drawn"),
        first: of("first"),
        whole: of("whole"),
        long_tasks: of("longTasks"),
    })
}
