//! Charts as SVG text, for downloads and golden tests.

use plotters_backend::DrawingBackend;
use plotters_svg::SVGBackend;

use super::draw::Pen;
use super::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use super::placed::Placed;
use super::text_width::wrap;
use super::theme::Theme;

/// Backends count in whole pixels: quarters keep lines and letters where they were placed.
const FINENESS: f64 = 4.0;
/// The SVG backend divides font sizes by this; nowhere else is it made up for.
const SVG_FONT_DIVISOR: f64 = 1.24;

/// A picture that stands on its own: title above, chart, source lines below, on paper.
///
/// Text is escaped by the writer; it may come from anywhere.
#[must_use]
pub fn svg_text(placed: &Placed, theme: Theme, title: &str, source_lines: &[String]) -> String {
    let sheet = captioned(placed, title, source_lines);
    let (width, height) = (whole(sheet.width_px), whole(sheet.height_px));
    let fine = |px: u32| px * 4;
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, (fine(width), fine(height)));
        let mut pen = Pen::new(&mut backend, theme, FINENESS);
        pen.font_factor = SVG_FONT_DIVISOR;
        // Writing to a string cannot fail; a picture cut short would show in the tests.
        let drawn = pen
            .paper(sheet.width_px, sheet.height_px)
            .and_then(|()| pen.marks(&sheet.marks));
        if drawn.and_then(|()| backend.present()).is_err() {
            return String::new();
        }
    }
    let body = text.split_once(">\n").map_or("", |(_, body)| body);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {} {}\" role=\"img\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n\
         <title>{}</title>\n<desc>{}</desc>\n{body}",
        fine(width),
        fine(height),
        escaped(title),
        escaped(&placed.text.sentence),
    )
}

/// The chart with its title above and its source lines below, for a picture to take away.
#[must_use]
pub fn captioned(placed: &Placed, title: &str, source_lines: &[String]) -> Placed {
    const EDGE: f64 = 16.0;
    let (heading_px, source_px) = (17.0 * placed.text_scale, 11.0 * placed.text_scale);
    let width_px = placed.width_px + 2.0 * EDGE;
    let mut marks = Vec::with_capacity(placed.marks.len() + 4);
    let mut y = EDGE;
    let mut write = |lines: Vec<String>, size_px: f64, weight: Weight, ink: Ink, y: &mut f64| {
        for content in lines {
            *y += size_px * 0.65;
            marks.push(Mark::Text(Text {
                at: Point::new(EDGE, *y),
                anchor: Anchor::Start,
                size_px,
                weight,
                ink,
                content,
                halo: None,
            }));
            *y += size_px * 0.65;
        }
    };
    let heading = wrap(title, placed.width_px, heading_px, Weight::Bold);
    if !heading.is_empty() {
        write(heading, heading_px, Weight::Bold, Ink::Ink, &mut y);
        y += 10.0;
    }
    let chart_top = y;
    y += placed.height_px;
    if !source_lines.is_empty() {
        y += 10.0;
    }
    for line in source_lines {
        let lines = wrap(line, placed.width_px, source_px, Weight::Regular);
        write(lines, source_px, Weight::Regular, Ink::Muted, &mut y);
    }
    marks.extend(
        placed
            .marks
            .iter()
            .cloned()
            .map(|mark| moved(mark, EDGE, chart_top)),
    );
    Placed {
        width_px,
        height_px: y + EDGE,
        marks,
        ..placed.clone()
    }
}

fn moved(mut mark: Mark, dx: f64, dy: f64) -> Mark {
    let shift = |point: &mut Point| {
        point.x += dx;
        point.y += dy;
    };
    match &mut mark {
        Mark::Path { points, .. } => points.iter_mut().for_each(shift),
        Mark::Polygon { ring, .. } => ring.iter_mut().for_each(shift),
        Mark::Disc { centre, .. } => shift(centre),
        Mark::Text(text) => shift(&mut text.at),
    }
    mark
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a frame is at most ten thousand pixels wide; a float cast saturates"
)]
fn whole(px: f64) -> u32 {
    px.ceil() as u32
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
    }
    out
}
