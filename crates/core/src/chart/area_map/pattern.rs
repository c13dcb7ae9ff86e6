//! Hatching and dots over areas, in the frame.

use super::look::{Pattern, Patterned};
use super::net::Net;
use crate::chart::Frame;
use crate::chart::mark::Point;
use crate::order;

/// Between fine diagonals, in CSS pixels along the frame's edge.
const FINE_PX: f64 = 6.5;
/// Between coarse ones.
const COARSE_PX: f64 = 12.5;
/// Between dots.
const DOTS_PX: f64 = 6.0;
/// More dots than this are put further apart: each is a call to the canvas.
const MOST_DOTS: f64 = 2_500.0;
/// More pixels than any frame has across.
const STRIDE: f64 = 32_768.0;

/// A stretch of a diagonal that rises to the right: all its points have `x + y = sum`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Diagonal {
    pub(super) sum: f64,
    pub(super) from_x: f64,
    pub(super) to_x: f64,
}

/// The diagonals over some areas; `origin` is where the map's middle lies, so that the
/// pattern moves with the map.
pub(super) fn diagonals(
    patterned: &Patterned,
    net: &Net,
    origin: Point,
    frame: Frame,
) -> Vec<Diagonal> {
    let gap = match patterned.pattern {
        Pattern::Fine => FINE_PX,
        Pattern::Coarse(_) => COARSE_PX,
        Pattern::Dots => return Vec::new(),
    };
    let first = origin.x + origin.y;
    let lines = Lines {
        first: first - (first / gap).floor() * gap,
        gap,
        extent: frame.width_px + frame.height_px,
        width: frame.width_px,
    };
    let crossings = lines.crossings(&patterned.borders, net, |p| (p.x + p.y, p.x));
    let stretches = lines.stretches(&crossings).into_iter();
    stretches
        .filter_map(|(sum, from, to)| {
            // Only what is in the frame: y from 0 to its height.
            let (from_x, to_x) = (from.max(sum - frame.height_px), to.min(sum));
            (from_x < to_x).then_some(Diagonal { sum, from_x, to_x })
        })
        .collect()
}

/// The dots over some areas.
pub(super) fn dots(patterned: &Patterned, net: &Net, origin: Point, frame: Frame) -> Vec<Point> {
    if patterned.pattern != Pattern::Dots {
        return Vec::new();
    }
    let everywhere = frame.width_px * frame.height_px;
    let mut gap = DOTS_PX;
    let mut stretches = Vec::new();
    // At most twice: the first count tells how far apart they have to be.
    for _ in 0..2 {
        let lines = Lines {
            first: origin.y - (origin.y / gap).floor() * gap,
            gap,
            extent: frame.height_px,
            width: frame.width_px,
        };
        let crossings = lines.crossings(&patterned.borders, net, |p| (p.y, p.x));
        stretches = lines.stretches(&crossings);
        let length: f64 = stretches.iter().map(|(_, from, to)| to - from).sum();
        let covered = (length * gap).min(everywhere);
        if covered / (gap * gap) <= MOST_DOTS {
            break;
        }
        gap = (covered / MOST_DOTS).sqrt();
    }
    let mut dots = Vec::new();
    for (y, from, to) in stretches {
        let mut x = origin.x + ((from - origin.x) / gap).ceil() * gap;
        while x < to {
            dots.push(Point::new(x, y));
            x += gap;
        }
    }
    dots
}

/// Parallel lines over the frame.
struct Lines {
    /// The level of the first line.
    first: f64,
    gap: f64,
    /// The highest level in the frame.
    extent: f64,
    width: f64,
}

impl Lines {
    /// Where borders cross the lines, by line and from left to right: the number of the line
    /// times the stride, plus the pixel across. `turned` gives a point's level and place.
    fn crossings(
        &self,
        borders: &[i32],
        net: &Net,
        turned: impl Fn(Point) -> (f64, f64),
    ) -> Vec<f64> {
        let mut found = Vec::new();
        for &border in borders {
            let points = net.arc(border);
            for (a, b) in points.iter().zip(points.iter().skip(1)) {
                let (a, b) = (turned(*a), turned(*b));
                let (low, high) = if a.0 <= b.0 { (a, b) } else { (b, a) };
                // The first line at or above an end, asked in the same way of both edges
                // that meet there: each line enters as often as it leaves.
                let line_from = |level: f64| ((level - self.first) / self.gap).ceil().max(0.0);
                let end = line_from(high.0).min(line_from(self.extent));
                let mut line = line_from(low.0);
                while line < end {
                    let level = self.first + line * self.gap;
                    let share = ((level - low.0) / (high.0 - low.0)).clamp(0.0, 1.0);
                    let x = low.1 + share * (high.1 - low.1);
                    found.push(line * STRIDE + x.clamp(0.0, self.width));
                    line += 1.0;
                }
            }
        }
        order::sort_numbers(&mut found);
        found
    }

    /// Level, start and end of each stretch inside.
    fn stretches(&self, crossings: &[f64]) -> Vec<(f64, f64, f64)> {
        let (pairs, _) = crossings.as_chunks::<2>();
        pairs
            .iter()
            .filter(|[enter, leave]| enter < leave)
            .map(|[enter, leave]| {
                let line = (enter / STRIDE).floor();
                let [from, to] = [enter, leave].map(|x| x - line * STRIDE);
                (self.first + line * self.gap, from, to)
            })
            .collect()
    }
}
