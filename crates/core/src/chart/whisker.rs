//! Intervals: strokes with small ends, rimmed so that they show on a mark and off it.

use super::mark::{Ink, Mark, Point};

/// An interval along a row, `half` pixels to either side of its middle.
#[must_use]
pub fn level(low: f64, high: f64, middle: f64, half: f64) -> Vec<Mark> {
    let across = |x: f64| [Point::new(x, middle - half), Point::new(x, middle + half)];
    let along = [Point::new(low, middle), Point::new(high, middle)];
    rimmed(&[along, across(low), across(high)])
}

/// An interval along a row of which an end lies beyond the axis: an arrow shows that it goes on.
#[must_use]
pub fn open(ends: [Open; 2], middle: f64, half: f64) -> Vec<Mark> {
    let [low, high] = ends;
    let mut strokes = vec![[Point::new(low.px, middle), Point::new(high.px, middle)]];
    for (end, inwards) in [(low, half), (high, -half)] {
        let shift = if end.goes_on { inwards } else { 0.0 };
        let tip = Point::new(end.px, middle);
        let corners = [middle - half, middle + half].map(|y| Point::new(end.px + shift, y));
        strokes.extend(corners.map(|corner| [corner, tip]));
    }
    if half < 1.8 {
        // A rim would hide the thin bar it is on.
        let thin = |[from, to]: [Point; 2]| Mark::line(from, to, Ink::Ink, 1.0);
        return strokes.into_iter().map(thin).collect();
    }
    rimmed(&strokes)
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Open {
    /// Where it is drawn.
    pub px: f64,
    /// Whether the interval goes on beyond the axis.
    pub goes_on: bool,
}

fn rimmed(strokes: &[[Point; 2]]) -> Vec<Mark> {
    [(Ink::Paper, 3.5), (Ink::Ink, 1.5)]
        .into_iter()
        .flat_map(|(ink, width)| {
            let stroke = move |&[from, to]: &[Point; 2]| Mark::line(from, to, ink, width);
            strokes.iter().map(stroke)
        })
        .collect()
}
