//! The borders of a ground in pixels, each once.

use crate::chart::mark::Point;
use crate::geo::{Mesh, Viewport};

/// A stretch that is nowhere further than this from the straight line is drawn straight, in
/// CSS pixels.
const COARSENESS_PX: f64 = 0.4;
/// Borders are cut this far outside the frame, in CSS pixels, so that no cut is seen.
pub(super) const RIM_PX: f64 = 8.0;

/// The borders in pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Net {
    points: Vec<Point>,
    /// Where each border's points end.
    ends: Vec<usize>,
}

impl Net {
    /// Places every border of a mesh in a view; `before` tells how much room they took.
    pub(super) fn new(mesh: &Mesh, view: &Viewport, before: Option<&Self>) -> Self {
        let mut net = Self {
            points: Vec::with_capacity(before.map_or(0, |net| net.points.len())),
            ends: Vec::with_capacity(mesh.arc_count()),
        };
        let window = view.window().grown(RIM_PX / view.px_per_km());
        let coarseness_km = COARSENESS_PX / view.px_per_km();
        for arc in 0..mesh.arc_count() {
            mesh.walk(arc, coarseness_km, &window, |point| {
                let px = view.px_from_map(point);
                net.points.push(Point::new(px.x_px, px.y_px));
            });
            net.ends.push(net.points.len());
        }
        net
    }

    /// The points along directed borders, one after the other.
    pub(super) fn along<'a>(&'a self, line: &'a [i32]) -> impl Iterator<Item = Point> + 'a {
        line.iter().flat_map(|&reference| {
            let points = self.arc(reference);
            let last = points.len().wrapping_sub(1);
            (0..points.len()).filter_map(move |index| {
                let index = if reference < 0 { last - index } else { index };
                points.get(index).copied()
            })
        })
    }

    /// The points of each border, forwards.
    pub(super) fn arcs(&self) -> impl Iterator<Item = &[Point]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = starts.zip(self.ends.iter().copied());
        ranges.map(|(start, end)| self.points.get(start..end).unwrap_or_default())
    }

    /// The points of one border, forwards whichever way it is walked.
    pub(super) fn arc(&self, reference: i32) -> &[Point] {
        let index = number(reference);
        let end = |index: usize| self.ends.get(index).copied().unwrap_or(0);
        let start = index.checked_sub(1).map_or(0, end);
        self.points.get(start..end(index)).unwrap_or_default()
    }
}

/// The border that a reference walks, forwards or backwards.
pub(super) const fn number(reference: i32) -> usize {
    (if reference < 0 { !reference } else { reference }) as usize
}
