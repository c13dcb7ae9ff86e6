//! The map's layers in order, onto a canvas or into marks.

use plotters_backend::{BackendColor, DrawingErrorKind};

use super::look::{Look, Region, Shade};
use super::net::{Net, number};
use super::pattern::Diagonal;
use crate::chart::backend::{Canvas, Outcome, Paths};
use crate::chart::draw::{Pen, Stroke, device_px};
use crate::chart::mark::{Dash, Ink, Mark, Point, rectangle};
use crate::chart::region::{Rect, clipped};
use crate::chart::theme::{Rgb, Theme};

/// What a map is painted onto. Rings and lines are directed borders of its net.
pub(super) trait Sheet {
    /// Why painting may stop.
    type Fault;

    /// Fills a ring.
    fn fill(&mut self, ring: &[i32], shade: Shade) -> Result<(), Self::Fault>;

    /// Fills the regions of a look, over a ground that is filled with what shows between them;
    /// those that are not near may be left out.
    fn regions(
        &mut self,
        look: &Look,
        is_near: impl Fn(&Region) -> bool,
    ) -> Result<(), Self::Fault>;

    /// Strokes lines.
    fn strokes(&mut self, lines: &[(&[i32], Line)]) -> Result<(), Self::Fault>;

    /// Strokes the diagonals of a hatching.
    fn diagonals(&mut self, diagonals: &[Diagonal], stroke: Line) -> Result<(), Self::Fault>;

    /// Draws dots.
    fn dots(&mut self, dots: &[Point], ink: Ink) -> Result<(), Self::Fault>;

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

/// A canvas, and the net in its pixels. What looks the same is drawn in one call.
pub(super) struct OnCanvas<'a, DB> {
    pen: Pen<'a, DB>,
    /// All borders; points that fall together are one.
    net: Paths,
    /// What is drawn next.
    paths: Paths,
}

impl<'a, DB: Canvas> OnCanvas<'a, DB> {
    pub(super) fn new(net: &Net, canvas: &'a mut DB, theme: Theme, px_scale: f64) -> Self {
        let mut px = Paths::default();
        for arc in net.arcs() {
            for point in arc {
                let at = (device_px(point.x * px_scale), device_px(point.y * px_scale));
                if px.last() != Some(at) {
                    px.point(at);
                }
            }
            px.end(0);
        }
        Self {
            pen: Pen::new(canvas, theme, px_scale),
            net: px,
            paths: Paths::default(),
        }
    }

    pub(super) fn paper(&mut self, width_px: f64, height_px: f64) -> Outcome<DB> {
        self.pen.paper(width_px, height_px)
    }

    /// Puts a ring or line together.
    fn join(&mut self, line: &[i32]) {
        for &reference in line {
            let arc = self.net.get(number(reference));
            // It starts where the one before ends.
            self.paths.pop();
            if reference < 0 {
                self.paths.points(arc.iter().rev());
            } else {
                self.paths.points(arc.iter());
            }
        }
    }

    fn join_ring(&mut self, ring: &[i32]) {
        self.join(ring);
        // A ring ends where it starts.
        self.paths.pop();
        self.paths.end(3);
    }

    /// Fills the rings that were put together.
    fn fill_joined(&mut self, shade: Shade) -> Outcome<DB> {
        if self.paths.is_empty() {
            return Ok(());
        }
        let style = Stroke {
            colour: mixed(self.pen.theme, shade),
            width: 1,
        };
        let drawn = self.pen.backend.fill_rings(&self.paths, &style);
        self.paths.clear();
        drawn
    }

    /// Strokes the lines that were put together.
    fn stroke_joined(&mut self, line: Line) -> Outcome<DB> {
        if self.paths.is_empty() {
            return Ok(());
        }
        let style = self.pen.style(line.ink, line.opacity, line.width_px);
        let drawn = self.pen.backend.stroke_paths(&self.paths, &style);
        self.paths.clear();
        drawn
    }
}

impl<DB: Canvas> Sheet for OnCanvas<'_, DB> {
    type Fault = DrawingErrorKind<DB::ErrorType>;

    fn fill(&mut self, ring: &[i32], shade: Shade) -> Outcome<DB> {
        self.join_ring(ring);
        self.fill_joined(shade)
    }

    fn regions(&mut self, look: &Look, is_near: impl Fn(&Region) -> bool) -> Outcome<DB> {
        // Holes are left open, so no shade covers another and what shows between is there.
        let shades = look.shades.iter().filter(|shade| {
            let between = look.between.as_ref();
            between != Some(*shade)
        });
        for &shade in shades {
            let own = look.regions.iter().filter(|region| region.shade == shade);
            for region in own.filter(|region| is_near(region)) {
                self.join_ring(&region.ring);
            }
            self.fill_joined(shade)?;
        }
        Ok(())
    }

    fn strokes(&mut self, lines: &[(&[i32], Line)]) -> Outcome<DB> {
        let mut drawn: Vec<Line> = Vec::new();
        for (_, line) in lines {
            if drawn.contains(line) || !self.pen.theme.draws(line.ink) {
                continue;
            }
            drawn.push(*line);
            for (border, _) in lines.iter().filter(|(_, other)| other == line) {
                self.join(border);
                self.paths.end(2);
            }
            self.stroke_joined(*line)?;
        }
        Ok(())
    }

    fn diagonals(&mut self, diagonals: &[Diagonal], stroke: Line) -> Outcome<DB> {
        // Both ends keep to one diagonal of whole pixels: ends rounded each by itself would
        // make the lines of a hatching lean differently.
        let px_scale = self.pen.px_scale;
        for diagonal in diagonals {
            let sum = device_px(diagonal.sum * px_scale);
            for x in [diagonal.from_x, diagonal.to_x] {
                let x = device_px(x * px_scale);
                self.paths.point((x, sum - x));
            }
            self.paths.end(2);
        }
        self.stroke_joined(stroke)
    }

    fn dots(&mut self, dots: &[Point], ink: Ink) -> Outcome<DB> {
        let px_scale = self.pen.px_scale;
        for dot in dots {
            for corner in square(*dot) {
                let at = (
                    device_px(corner.x * px_scale),
                    device_px(corner.y * px_scale),
                );
                self.paths.point(at);
            }
            self.paths.end(3);
        }
        self.fill_joined(Shade { ink, strength: 1.0 })
    }

    fn mark(&mut self, mark: &Mark) -> Outcome<DB> {
        self.pen.mark(mark)
    }
}

/// A dot: a square costs a canvas less than a circle, and two pixels look the same.
fn square(at: Point) -> Vec<Point> {
    rectangle(at.x - 1.0, at.y - 1.0, at.x + 1.0, at.y + 1.0)
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

    fn regions(&mut self, look: &Look, is_near: impl Fn(&Region) -> bool) -> Result<(), Never> {
        // The largest first, so that what fills a hole is painted over it: a mark has one ring.
        let mut near = look.regions.iter().filter(|region| is_near(region));
        near.try_for_each(|region| match region.is_hole {
            true => Ok(()),
            false => self.fill(&region.ring, region.shade),
        })
    }

    fn strokes(&mut self, lines: &[(&[i32], Line)]) -> Result<(), Never> {
        for (line, stroke) in lines {
            self.path(self.net.along(line), *stroke);
        }
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

    fn dots(&mut self, dots: &[Point], ink: Ink) -> Result<(), Never> {
        let mut dots = dots.iter().map(|dot| Mark::fill(square(*dot), ink));
        dots.try_for_each(|dot| self.mark(&dot))
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
