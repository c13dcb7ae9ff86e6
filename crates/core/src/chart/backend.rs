//! What drawing asks of a backend beyond plotters' trait, which has one call for each path and
//! none for a rim around letters. A call to a canvas costs more than the points it is given.

use plotters_backend::{
    BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_svg::SVGBackend;

/// What came of a call to a backend.
pub type Outcome<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A backend that may know how to write letters with a rim.
pub trait Backend: DrawingBackend {
    /// Draws the rim of a text, `width` wide and half of it outside the letters; the text itself
    /// is written after it. None from a backend that can't, for which copies stand in.
    fn draw_rim<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
        width: u32,
    ) -> Option<Outcome<Self>> {
        let _ = (text, style, at, width);
        None
    }
}

impl Backend for SVGBackend<'_> {}

/// A backend that takes many paths in one call, as a canvas does.
pub trait Canvas: Backend {
    /// Fills what is inside rings; one that runs the other way round inside another is a hole.
    ///
    /// # Errors
    /// Whatever the backend reports.
    fn fill_rings<S: BackendStyle>(&mut self, rings: &Paths, style: &S) -> Outcome<Self>;

    /// Strokes lines.
    ///
    /// # Errors
    /// Whatever the backend reports.
    fn stroke_paths<S: BackendStyle>(&mut self, lines: &Paths, style: &S) -> Outcome<Self>;
}

/// Paths of device pixels, one after the other in one list.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    points: Vec<BackendCoord>,
    /// Where each path's points end.
    ends: Vec<usize>,
}

impl Paths {
    /// Leaves no path, and keeps the room for them.
    pub fn clear(&mut self) {
        self.points.clear();
        self.ends.clear();
    }

    /// Whether there is no path.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Each path.
    pub fn each(&self) -> impl Iterator<Item = &[BackendCoord]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = starts.zip(self.ends.iter().copied());
        ranges.map(|(start, end)| self.points.get(start..end).unwrap_or_default())
    }

    /// The path at a place in the list; empty if there is none.
    #[must_use]
    pub fn get(&self, index: usize) -> &[BackendCoord] {
        let end = |index: usize| self.ends.get(index).copied().unwrap_or(0);
        let start = index.checked_sub(1).map_or(0, end);
        self.points.get(start..end(index)).unwrap_or_default()
    }

    /// Adds a point to the path that is not ended yet.
    pub fn point(&mut self, point: BackendCoord) {
        self.points.push(point);
    }

    /// Adds points to it.
    pub fn points<'a>(&mut self, points: impl Iterator<Item = &'a BackendCoord>) {
        self.points.extend(points);
    }

    /// Takes the last point off it.
    pub fn pop(&mut self) {
        if self.points.len() > self.start() {
            self.points.pop();
        }
    }

    /// The last point of it.
    #[must_use]
    pub fn last(&self) -> Option<BackendCoord> {
        let open = self.points.get(self.start()..)?;
        open.last().copied()
    }

    /// Ends it; one of fewer points than `least` is left out.
    pub fn end(&mut self, least: usize) {
        let start = self.start();
        if self.points.len() < start.saturating_add(least) {
            self.points.truncate(start);
        } else {
            self.ends.push(self.points.len());
        }
    }

    /// Where it starts.
    fn start(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }
}

/// The points of a path without those that change nothing: one at the place of the one before,
/// and one on the way straight on.
pub fn corners(path: impl IntoIterator<Item = BackendCoord>) -> impl Iterator<Item = BackendCoord> {
    let mut path = path.into_iter();
    let (mut before, mut held) = (None, None);
    std::iter::from_fn(move || {
        for point in path.by_ref() {
            let Some(last) = held.filter(|last| *last != point) else {
                held = Some(point);
                continue;
            };
            held = Some(point);
            if before.is_none_or(|before| !is_straight(before, last, point)) {
                before = Some(last);
                return Some(last);
            }
        }
        held.take()
    })
}

/// Whether a path that goes from one point by a second to a third does not turn.
fn is_straight(from: BackendCoord, by: BackendCoord, to: BackendCoord) -> bool {
    let step = |a: BackendCoord, b: BackendCoord| {
        let along = |a: i32, b: i32| i64::from(b) - i64::from(a);
        (along(a.0, b.0), along(a.1, b.1))
    };
    let ((ax, ay), (bx, by)) = (step(from, by), step(by, to));
    ax * by == ay * bx && ax * bx + ay * by > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_leave_out_what_changes_nothing() {
        let kept = |path: &[BackendCoord]| corners(path.iter().copied()).collect::<Vec<_>>();
        assert_eq!(kept(&[]), []);
        assert_eq!(kept(&[(3, 3)]), [(3, 3)]);
        assert_eq!(kept(&[(3, 3), (3, 3)]), [(3, 3)]);
        let path = [
            (0, 0),
            (1, 1),
            (1, 1),
            (3, 3),
            (3, 4),
            (3, 2),
            (5, 2),
            (6, 2),
        ];
        // There and back is a turn.
        assert_eq!(kept(&path), [(0, 0), (3, 3), (3, 4), (3, 2), (6, 2)]);
    }

    #[test]
    fn paths_stay_apart_and_short_ones_are_left_out() {
        let mut paths = Paths::default();
        assert!(paths.is_empty());
        for x in 0..3 {
            paths.point((x, 0));
        }
        paths.end(2);
        assert_eq!(paths.last(), None);
        paths.pop();
        paths.point((9, 9));
        paths.end(2);
        paths.points([(4, 4), (5, 5), (6, 6)].iter());
        paths.pop();
        assert_eq!(paths.last(), Some((5, 5)));
        paths.end(0);
        paths.end(0);
        let each: Vec<usize> = paths.each().map(<[_]>::len).collect();
        assert_eq!(each, [3, 2, 0]);
        assert_eq!(paths.get(1), [(4, 4), (5, 5)]);
        assert_eq!(paths.get(7), []);
        paths.clear();
        assert!(paths.is_empty() && paths.each().next().is_none());
    }
}
