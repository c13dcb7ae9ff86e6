//! Drawing: marks onto any backend.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, FontFamily, FontStyle,
};

use super::backend::{Backend, Outcome};
use super::mark::{Anchor, Dash, Ink, Mark, Point, Text, Weight};
use super::placed::Placed;
use super::theme::Theme;

/// The page's own type.
const FAMILY: &str =
    "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";

/// Draws a placed chart, on its paper, onto a backend whose pixels are `px_scale` to a CSS pixel.
///
/// # Errors
/// Whatever the backend reports.
pub fn draw<DB: Backend>(
    placed: &Placed,
    theme: Theme,
    px_scale: f64,
    backend: &mut DB,
) -> Outcome<DB> {
    let mut pen = Pen::new(backend, theme, px_scale);
    pen.paper(placed.width_px, placed.height_px)?;
    pen.marks(&placed.marks)
}

/// Draws marks over what is there: the highlight of [`Placed::highlight`].
///
/// # Errors
/// Whatever the backend reports.
pub fn draw_over<DB: Backend>(
    marks: &[Mark],
    theme: Theme,
    px_scale: f64,
    backend: &mut DB,
) -> Outcome<DB> {
    Pen::new(backend, theme, px_scale).marks(marks)
}

/// A backend with what is needed to put CSS pixels and roles on it.
pub(crate) struct Pen<'a, DB> {
    pub(crate) backend: &'a mut DB,
    pub(crate) theme: Theme,
    pub(crate) px_scale: f64,
    /// What font sizes are multiplied with beyond `px_scale`, for a backend that shrinks them.
    pub(crate) font_factor: f64,
}

impl<'a, DB: Backend> Pen<'a, DB> {
    pub(crate) const fn new(backend: &'a mut DB, theme: Theme, px_scale: f64) -> Self {
        Self {
            backend,
            theme,
            px_scale,
            font_factor: 1.0,
        }
    }

    pub(crate) fn paper(&mut self, width_px: f64, height_px: f64) -> Outcome<DB> {
        let corner = self.device(Point::new(width_px, height_px));
        let style = self.style(Ink::Paper, 1.0, 1.0);
        self.backend.draw_rect((0, 0), corner, &style, true)
    }

    pub(crate) fn marks(&mut self, marks: &[Mark]) -> Outcome<DB> {
        marks.iter().try_for_each(|mark| self.mark(mark))
    }

    pub(crate) fn mark(&mut self, mark: &Mark) -> Outcome<DB> {
        match mark {
            Mark::Path {
                points,
                ink,
                width_px,
                dash,
                opacity,
            } => {
                if !self.theme.draws(*ink) {
                    return Ok(());
                }
                let style = self.style(*ink, *opacity, *width_px);
                match dash {
                    Dash::Solid => self.stroke(points, &style),
                    Dash::Dashed => dashes(points, *width_px * 2.0 + 2.0, *width_px + 2.0)
                        .iter()
                        .try_for_each(|piece| self.stroke(piece, &style)),
                }
            }
            Mark::Polygon { ring, ink, opacity } => {
                let style = self.style(*ink, *opacity, 0.0);
                let ring: Vec<BackendCoord> = ring.iter().map(|&p| self.device(p)).collect();
                self.backend.fill_polygon(ring, &style)
            }
            Mark::Disc {
                centre,
                radius_px,
                ink,
            } => {
                let style = self.style(*ink, 1.0, 0.0);
                let radius = whole_px(radius_px * self.px_scale);
                let centre = self.device(*centre);
                self.backend.draw_circle(centre, radius, &style, true)
            }
            Mark::Text(text) => self.text(text),
        }
    }

    fn stroke(&mut self, points: &[Point], style: &Stroke) -> Outcome<DB> {
        if let [from, to] = points {
            let (from, to) = (self.device(*from), self.device(*to));
            let is_upright = from.0 == to.0 || from.1 == to.1;
            // The canvas moves straight lines by half a pixel, which sharpens odd widths only.
            if is_upright && !style.width.is_multiple_of(2) {
                return self.backend.draw_line(from, to, style);
            }
            return self.backend.draw_path([from, to], style);
        }
        let path: Vec<BackendCoord> = points.iter().map(|&p| self.device(p)).collect();
        self.backend.draw_path(path, style)
    }

    fn text(&mut self, text: &Text) -> Outcome<DB> {
        let mut style = Lettering {
            colour: colour(self.theme, text.ink, 1.0),
            size: text.size_px * self.px_scale * self.font_factor,
            weight: text.weight,
            anchor: text.anchor,
        };
        let at = self.device(text.at);
        if let Some(halo) = text.halo {
            let ink = std::mem::replace(&mut style.colour, colour(self.theme, halo, 1.0));
            self.rim(text, &style, at)?;
            style.colour = ink;
        }
        self.backend.draw_text(&text.content, &style, at)
    }

    /// What keeps a text apart from what lies under it: a stroke around its letters, or copies
    /// all around from a backend that strokes none.
    fn rim(&mut self, text: &Text, style: &Lettering, at: BackendCoord) -> Outcome<DB> {
        let rim_px = text.size_px * 0.13;
        let width = whole_px(rim_px * 2.0 * self.px_scale);
        if let Some(drawn) = self.backend.draw_rim(&text.content, style, at, width) {
            return drawn;
        }
        AROUND.iter().try_for_each(|(dx, dy)| {
            let at = Point::new(text.at.x + dx * rim_px, text.at.y + dy * rim_px);
            let at = self.device(at);
            self.backend.draw_text(&text.content, style, at)
        })
    }

    fn device(&self, point: Point) -> BackendCoord {
        (
            device_px(point.x * self.px_scale),
            device_px(point.y * self.px_scale),
        )
    }

    pub(crate) fn style(&self, ink: Ink, opacity: f64, width_px: f64) -> Stroke {
        Stroke {
            colour: colour(self.theme, ink, self.theme.opacity(opacity)),
            width: whole_px(width_px * self.px_scale).max(1),
        }
    }
}

/// Eight directions: a rim of copies stands in for stroked letters.
const AROUND: [(f64, f64); 8] = [
    (-1.0, 0.0),
    (1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (-0.7, -0.7),
    (0.7, -0.7),
    (-0.7, 0.7),
    (0.7, 0.7),
];

/// Cuts a stroke into dashes, lengths in CSS pixels.
fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut is_on, mut left) = (true, on);
    for (a, b) in points.iter().zip(points.iter().skip(1)) {
        let length = a.distance_squared(*b).sqrt();
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let at = Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
            if is_on {
                piece.push(at);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![at];
            }
            is_on = !is_on;
            left = if is_on { on } else { off };
        }
        left -= length - done;
        if is_on {
            piece.push(*b);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "device pixels; a float cast saturates, and nothing is that far away"
)]
pub(crate) fn device_px(px: f64) -> i32 {
    px.round() as i32
}

pub(crate) fn whole_px(px: f64) -> u32 {
    u32::try_from(device_px(px)).unwrap_or(0)
}

fn colour(theme: Theme, ink: Ink, alpha: f64) -> BackendColor {
    let super::theme::Rgb(red, green, blue) = theme.colour(ink);
    BackendColor {
        alpha,
        rgb: (red, green, blue),
    }
}

pub(crate) struct Stroke {
    pub(crate) colour: BackendColor,
    pub(crate) width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

struct Lettering {
    colour: BackendColor,
    size: f64,
    weight: Weight,
    anchor: Anchor,
}

impl BackendTextStyle for Lettering {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.colour
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        // The middle is where canvas and SVG agree best.
        Pos::new(horizontal, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        // No backend used here asks: places are known before drawing starts.
        Ok(((0, 0), (0, 0)))
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_a_line() {
        let points = [0.0, 40.0, 100.0].map(|x| Point::new(x, 0.0));
        let pieces = dashes(&points, 6.0, 4.0);
        assert_eq!(pieces.len(), 10);
        let drawn: f64 = pieces.iter().map(|p| p[p.len() - 1].x - p[0].x).sum();
        assert!((drawn - 60.0).abs() < 1e-9, "{drawn}");
        assert!(dashes(&[], 6.0, 4.0).is_empty());
    }
}
