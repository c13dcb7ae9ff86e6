//! Signs for what a bar cannot show: nothing, no figure, a figure not to be relied on.

use crate::chart::mark::{Ink, Mark, Point, rectangle};
use crate::chart::placed::outline;
use crate::chart::region::hatch;
use crate::quantity::Value;

/// A value too unreliable for a full bar: an outline, hatched.
pub(super) fn doubtful_bar(left: f64, right: f64, middle: f64, half: f64, ink: Ink) -> Vec<Mark> {
    let (top, foot) = (middle - half, middle + half);
    let (left, right) = if right - left < 2.0 {
        (left - 0.5, right + 0.5)
    } else {
        (left, right)
    };
    let ring = rectangle(left, top, right, foot);
    let mut marks = vec![Mark::fill(ring.clone(), Ink::Paper)];
    if half >= 2.0 {
        let strokes = hatch(std::slice::from_ref(&ring), 4.0);
        marks.extend(
            strokes
                .into_iter()
                .map(|[from, to]| Mark::line(from, to, ink, 1.0)),
        );
    }
    marks.push(outline(&ring, ink, 1.0));
    marks
}

/// Nothing, which is a number: a hollow end.
pub(super) fn nothing(at: Point, half: f64, ink: Ink) -> Vec<Mark> {
    let radius = half.clamp(1.5, 4.5);
    vec![
        Mark::disc(at, radius + 1.5, ink),
        Mark::disc(at, radius, Ink::Paper),
    ]
}

/// Why there is no figure: dots where it is withheld, a cross where there can be none, a dash
/// where nobody published one. Each is a dozen pixels wide.
pub(super) fn no_figure(value: Value, at: Point, half: f64) -> Vec<Mark> {
    let reach = half.clamp(1.0, 4.0);
    match value {
        Value::Suppressed => [2.0, 7.0, 12.0]
            .into_iter()
            .map(|x| Mark::disc(Point::new(at.x + x, at.y), 1.5, Ink::Muted))
            .collect(),
        Value::Missing => {
            let ends = [2.0, 12.0].map(|x| Point::new(at.x + x, at.y));
            vec![Mark::stroke(ends.to_vec(), Ink::Muted, 1.5)]
        }
        Value::Undefined | Value::Number(_) => [-1.0, 1.0]
            .into_iter()
            .map(|slope| {
                let corner =
                    |way: f64| Point::new(at.x + 7.0 + reach * way, at.y + reach * way * slope);
                Mark::line(corner(-1.0), corner(1.0), Ink::Muted, 1.5)
            })
            .collect(),
    }
}

/// How wide the signs of [`no_figure`] are, in CSS pixels.
pub(super) const NO_FIGURE_PX: f64 = 14.0;
