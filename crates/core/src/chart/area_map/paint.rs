//! The map's layers in order, onto a backend or into marks.

use plotters_backend::{BackendColor, BackendCoord, DrawingBackend};

use super::look::Shade;
use super::net::{Net, number};
use super::pattern::Diagonal;
use crate::chart::draw::{Drawn, Pen, Stroke, device_px};
use crate::chart::mark::{Dash, Ink, Mark, Point};
use crate::chart::region::{Rect, clipped};
use crate::chart::theme::{Rgb, Theme};

/// What a map is painted onto. Rings and lines are directed borders of its net.
pub(super) trait Sheet {
    /// Why painting may stop.
    type Fault;

    /// Fills a ring.
    fn fill(&mut self, ring: &[i32], shade: Shade) -> Result<(), Self::Fault>;

    /// Strokes a line.
    fn stroke(&mut self, line: &[i32], stroke: Line) -> Result<(), Self::Fault>;

    /// Strokes the diagonals of a hatching.
    fn diagonals(&mut self, diagonals: &[Diagonal], stroke: Line) -> Result<(), Self::Fault>;

    /// Draws anything else.
    fn mark(&mut self, mark: &Mark) -> Result<(), Self::Fault>;
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) ink: Ink,
    pub(super) width_px: f64,
    /// From 0 to 1.
    pub(super) opacity: f64,
}

/// A backend, and the net in its pixels.
pub(super) struct OnBackend<'a, DB> {
    pen: Pen<'a, DB>,
    /// The points of all borders; those that fall together are one.
    points: Vec<BackendCoord>,
    /// Where each border's points end.
    ends: Vec<usize>,
    /// The ring or line that is being drawn.
    line: Vec<BackendCoord>,
}

impl<'a, DB: DrawingBackend> OnBackend<'a, DB> {
    pub(super) fn new(net: &Net, backend: &'a mut DB, theme: Theme, px_scale: f64) -> Self {
        let (mut points, mut ends) = (Vec::new(), Vec::new());
        for arc in net.arcs() {
            let start = points.len();
            for point in arc {
                let px = (device_px(point.x * px_scale), device_px(point.y * px_scale));
                if points.len() == start || points.last() != Some(&px) {
                    points.push(px);
                }
            }
            ends.push(points.len());
        }
        Self {
            pen: Pen::new(backend, theme, px_scale),
            points,
            ends,
            line: Vec::new(),
        }
    }

    pub(super) fn paper(&mut self, width_px: f64, height_px: f64) -> Drawn<DB> {
        self.pen.paper(width_px, height_px)
    }

    /// Puts a ring or line together.
    fn join(&mut self, line: &[i32]) {
        self.line.clear();
        for &reference in line {
            let index = number(reference);
            let end = |index: usize| self.ends.get(index).copied().unwrap_or(0);
            let start = index.checked_sub(1).map_or(0, end);
            let arc = self.points.get(start..end(index)).unwrap_or_default();
            // It starts where the one before ends.
            self.line.pop();
            if reference < 0 {
                self.line.extend(arc.iter().rev());
            } else {
                self.line.extend_from_slice(arc);
            }
        }
    }

    fn style(&self, line: Line) -> Stroke {
        self.pen.style(line.ink, line.opacity, line.width_px)
    }
}

impl<DB: DrawingBackend> Sheet for OnBackend<'_, DB> {
    type Fault = plotters_backend::DrawingErrorKind<DB::ErrorType>;

    fn fill(&mut self, ring: &[i32], shade: Shade) -> Drawn<DB> {
        self.join(ring);
        // A ring ends where it starts.
        self.line.pop();
        if self.line.len() < 3 {
            return Ok(());
        }
        let style = Stroke {
            colour: mixed(self.pen.theme, shade),
            width: 1,
        };
        let ring = self.line.iter().copied();
        self.pen.backend.fill_polygon(ring, &style)
    }

    fn stroke(&mut self, line: &[i32], stroke: Line) -> Drawn<DB> {
        if !self.pen.theme.draws(stroke.ink) {
            return Ok(());
        }
        self.join(line);
        if self.line.len() < 2 {
            return Ok(());
        }
        let style = self.style(stroke);
        let line = self.line.iter().copied();
        self.pen.backend.draw_path(line, &style)
    }

    fn diagonals(&mut self, diagonals: &[Diagonal], stroke: Line) -> Drawn<DB> {
        // Both ends keep to one diagonal of whole pixels: ends rounded each by itself would
        // make the lines of a hatching lean differently.
        let px_scale = self.pen.px_scale;
        let style = self.style(stroke);
        diagonals.iter().try_for_each(|diagonal| {
            let sum = device_px(diagonal.sum * px_scale);
            let end = |x: f64| {
                let x = device_px(x * px_scale);
                (x, sum - x)
            };
            let ends = [end(diagonal.from_x), end(diagonal.to_x)];
            self.pen.backend.draw_path(ends, &style)
        })
    }

    fn mark(&mut self, mark: &Mark) -> Drawn<DB> {
        self.pen.mark(mark)
    }
}

/// A shade's colour: one opaque colour, since what lies under it must not show through.
fn mixed(theme: Theme, shade: Shade) -> BackendColor {
    let (Rgb(r, g, b), Rgb(pr, pg, pb)) = (theme.colour(shade.ink), theme.colour(Ink::Paper));
    let strength = theme.opacity(shade.strength);
    let mix = |ink: u8, paper: u8| {
        let mixed = f64::from(ink) * strength + f64::from(paper) * (1.0 - strength);
        u8::try_from(device_px(mixed)).unwrap_or(ink)
    };
    BackendColor {
        alpha: 1.0,
        rgb: (mix(r, pr), mix(g, pg), mix(b, pb)),
    }
}

/// Marks in a frame: unlike a canvas, a file shows what lies outside.
pub(super) struct Marks<'a> {
    net: &'a Net,
    window: Rect,
    pub(super) marks: Vec<Mark>,
}

/// Only pictures that never fail.
pub(super) enum Never {}

impl<'a> Marks<'a> {
    pub(super) const fn new(net: &'a Net, width_px: f64, height_px: f64) -> Self {
        Self {
            net,
            window: Rect {
                left: 0.0,
                top: 0.0,
                right: width_px,
                bottom: height_px,
            },
            marks: Vec::new(),
        }
    }

    fn path(&mut self, line: impl Iterator<Item = Point>, stroke: Line) {
        for points in pieces(line, self.window) {
            self.marks.push(Mark::Path {
                points,
                ink: stroke.ink,
                width_px: stroke.width_px,
                dash: Dash::Solid,
                opacity: stroke.opacity,
            });
        }
    }
}

impl Sheet for Marks<'_> {
    type Fault = Never;

    fn fill(&mut self, ring: &[i32], shade: Shade) -> Result<(), Never> {
        let ring: Vec<Point> = self.net.along(ring).collect();
        let mut ring = clipped(&ring, self.window);
        ring.dedup();
        if ring.len() < 3 {
            return Ok(());
        }
        if shade.strength < 1.0 {
            self.marks.push(Mark::fill(ring.clone(), Ink::Paper));
        }
        self.marks.push(Mark::Polygon {
            ring,
            ink: shade.ink,
            opacity: shade.strength,
        });
        Ok(())
    }

    fn stroke(&mut self, line: &[i32], stroke: Line) -> Result<(), Never> {
        self.path(self.net.along(line), stroke);
        Ok(())
    }

    fn diagonals(&mut self, diagonals: &[Diagonal], stroke: Line) -> Result<(), Never> {
        for diagonal in diagonals {
            let end = |x: f64| Point::new(x, diagonal.sum - x);
            self.path(
                [diagonal.from_x, diagonal.to_x].map(end).into_iter(),
                stroke,
            );
        }
        Ok(())
    }

    fn mark(&mut self, mark: &Mark) -> Result<(), Never> {
        match mark {
            Mark::Polygon { ring, ink, opacity } => {
                let ring = clipped(ring, self.window);
                if ring.len() > 2 {
                    let (ink, opacity) = (*ink, *opacity);
                    self.marks.push(Mark::Polygon { ring, ink, opacity });
                }
            }
            Mark::Disc { centre, .. } if !self.window.contains(*centre) => {}
            _ => self.marks.push(mark.clone()),
        }
        Ok(())
    }
}

/// The stretches of a line inside a window.
fn pieces(line: impl Iterator<Item = Point>, window: Rect) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut before: Option<Point> = None;
    let mut is_going_on = false;
    for point in line {
        if let Some([from, to]) = before
            .filter(|before| *before != point)
            .and_then(|before| cut([before, point], window))
        {
            match pieces.last_mut().filter(|_| is_going_on) {
                Some(piece) => piece.push(to),
                None => pieces.push(vec![from, to]),
            }
            is_going_on = to == point;
        } else if before.is_some_and(|before| before != point) {
            is_going_on = false;
        }
        before = Some(point);
    }
    pieces
}

/// The part of an edge inside a window.
///
/// Source: Y. Liang and B. Barsky, "A new concept and method for line clipping" (1984).
fn cut([a, b]: [Point; 2], window: Rect) -> Option<[Point; 2]> {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (towards, room) in [
        (-dx, a.x - window.left),
        (dx, window.right - a.x),
        (-dy, a.y - window.top),
        (dy, window.bottom - a.y),
    ] {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enter = enter.max(room / towards);
        } else {
            leave = leave.min(room / towards);
        }
    }
    let at = |share: f64| Point::new(a.x + dx * share, a.y + dy * share);
    (enter < leave).then(|| {
        [
            if enter > 0.0 { at(enter) } else { a },
            if leave < 1.0 { at(leave) } else { b },
        ]
    })
}
