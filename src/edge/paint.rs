//! Paints placed charts on a canvas, sharp at any pixel density.

use roadmap_core::chart::area_map::PlacedMap;
use roadmap_core::chart::draw::draw_over;
use roadmap_core::chart::placed::device_size;
use roadmap_core::chart::{Frame, Mark, Placed, Theme, draw};
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::brush::Brush;

/// Draws a chart and the marks over it at `px_scale` device pixels to a CSS pixel.
///
/// The canvas is sized and drawn in one go, so the old picture stays until the new
/// one is complete.
pub fn paint(
    canvas: &HtmlCanvasElement,
    placed: &Placed,
    over: &[Mark],
    theme: Theme,
    px_scale: f64,
) -> Option<()> {
    size(canvas, [placed.width_px, placed.height_px], px_scale)?;
    let mut brush = Brush::new(canvas)?;
    draw(placed, theme, px_scale, &mut brush).ok()?;
    draw_over(over, theme, px_scale, &mut brush).ok()
}

/// Draws a map of many areas.
pub fn paint_map(
    canvas: &HtmlCanvasElement,
    placed: &PlacedMap,
    theme: Theme,
    px_scale: f64,
) -> Option<()> {
    let frame = placed.frame();
    size(canvas, [frame.width_px, frame.height_px], px_scale)?;
    let mut brush = Brush::new(canvas)?;
    placed.draw(theme, px_scale, &mut brush).ok()
}

/// Draws marks alone, on a canvas that lies over another.
pub fn paint_over(
    canvas: &HtmlCanvasElement,
    frame: Frame,
    over: &[Mark],
    theme: Theme,
    px_scale: f64,
) -> Option<()> {
    size(canvas, [frame.width_px, frame.height_px], px_scale)?;
    let mut brush = Brush::new(canvas)?;
    brush.clear();
    draw_over(over, theme, px_scale, &mut brush).ok()
}

/// A chart on a canvas of its own, for a picture file.
pub fn picture(placed: &Placed, theme: Theme, px_scale: f64) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    paint(&canvas, placed, &[], theme, px_scale)?;
    Some(canvas)
}

fn size(canvas: &HtmlCanvasElement, size_px: [f64; 2], px_scale: f64) -> Option<()> {
    let [width, height] = size_px.map(|px| device_size(px, px_scale));
    // Setting a size, even the same one, clears and reallocates the canvas.
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let style = canvas.style();
    let [width_px, height_px] = size_px.map(|px| format!("{px}px"));
    style.set_property("width", &width_px).ok()?;
    style.set_property("height", &height_px).ok()
}

#[cfg(test)]
mod tests {
    use roadmap_core::chart::mark::{Anchor, Text, Weight};
    use roadmap_core::chart::text_width::width_px;
    use roadmap_core::chart::{Ink, Point, svg_text};
    use roadmap_core::picture::{Kind, bars, district_map, line, strip};
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::CanvasRenderingContext2d;

    use super::*;
    use crate::tests::{Piece, SHARED};

    /// Narrow, so that pixels are few, and not whole, as columns of a page seldom are.
    const WIDTH_PX: f64 = 361.4;
    /// Every density that is common, every theme at least once.
    const SCREENS: [(f64, Theme); 4] = [
        (1.0, Theme::Light),
        (1.5, Theme::Dark),
        (2.0, Theme::HighContrast),
        (3.0, Theme::Light),
    ];

    fn charts() -> [(Kind, Placed); 4] {
        let (dataset, map) = (&SHARED.dataset, SHARED.map.as_ref());
        let slug = &dataset.headlines()[0].slug;
        let area = &dataset.districts().next().unwrap().code;
        let pictures = [
            line(dataset, slug, area),
            strip(dataset, slug, area),
            bars(dataset, slug, area),
            district_map(dataset, map, slug, area),
        ];
        pictures.map(|picture| {
            let frame = Frame::new(WIDTH_PX, picture.height_px(WIDTH_PX, 1.0));
            (picture.kind.unwrap(), picture.place(frame))
        })
    }

    fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
        let context = canvas.get_context("2d").unwrap().unwrap();
        context.unchecked_into()
    }

    /// Red, green, blue and alpha of every pixel, row by row from the top left.
    fn pixels(canvas: &HtmlCanvasElement) -> Vec<[u8; 4]> {
        let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
        let data = context(canvas).get_image_data(0.0, 0.0, width, height);
        data.unwrap().data().0.as_chunks().0.to_vec()
    }

    fn rgba(theme: Theme, ink: Ink) -> [u8; 4] {
        let colour = theme.colour(ink);
        [colour.0, colour.1, colour.2, 255]
    }

    /// Letters and thin strokes reach their colour only nearly.
    fn is_near(pixel: [u8; 4], colour: [u8; 4]) -> bool {
        let pairs = pixel.into_iter().zip(colour);
        pairs.into_iter().all(|(a, b)| a.abs_diff(b) < 24)
    }

    fn text_ink(mark: &Mark) -> Option<Ink> {
        match mark {
            Mark::Text(text) => Some(text.ink),
            _ => None,
        }
    }

    #[wasm_bindgen_test]
    fn every_chart_fills_its_canvas_at_every_density() {
        for (kind, placed) in charts() {
            let (ground, chosen) = match kind {
                // The land around a county reaches to the edge of its map.
                Kind::Map => (Ink::Land, Ink::Ink),
                Kind::Line | Kind::Strip | Kind::Bars => (Ink::Paper, Ink::Accent),
            };
            for (px_scale, theme) in SCREENS {
                let what = format!("{kind:?} at {px_scale}x, {theme:?}");
                let canvas = picture(&placed, theme, px_scale).unwrap();
                let device_px = (canvas.width(), canvas.height());
                assert_eq!(device_px, placed.device_size(px_scale), "{what}");
                for (name, px) in [("width", placed.width_px), ("height", placed.height_px)] {
                    let told = canvas.style().get_property_value(name).unwrap();
                    let told_px: f64 = told.trim_end_matches("px").parse().unwrap();
                    // Browsers keep no more than a few places of a length.
                    assert!((told_px - px).abs() < 0.01, "{what}: {name} is {told}");
                }
                let pixels = pixels(&canvas);
                let is_covered = pixels.iter().all(|[.., alpha]| *alpha == 255);
                assert!(is_covered, "{what}: a pixel is left without paper");
                assert_eq!(pixels[0], rgba(theme, ground), "{what}");
                let inks = placed.marks.iter().filter_map(text_ink);
                for ink in inks.chain([chosen]) {
                    let colour = rgba(theme, ink);
                    let is_there = pixels.iter().any(|&pixel| is_near(pixel, colour));
                    assert!(is_there, "{what}: nothing in {ink:?}");
                }
            }
        }
    }

    #[wasm_bindgen_test]
    fn painting_again_keeps_the_canvas_and_leaves_nothing_behind() {
        let kept = 7.0;
        let [_, (_, placed), ..] = charts();
        let canvas = picture(&placed, Theme::Light, 2.0).unwrap();
        let plain = pixels(&canvas);
        context(&canvas).set_miter_limit(kept);
        let again = |over: &[Mark], px_scale: f64| {
            paint(&canvas, &placed, over, Theme::Light, px_scale).unwrap();
        };
        again(&placed.highlight(0, true), 2.0);
        assert!(pixels(&canvas) != plain, "the highlight is not to be seen");
        again(&[], 2.0);
        assert!(pixels(&canvas) == plain, "the highlight is still there");
        assert_eq!(context(&canvas).miter_limit(), kept, "the canvas was reset");
        again(&[], 3.0);
        assert!(
            context(&canvas).miter_limit() != kept,
            "a new size resets it, or this test sees nothing"
        );
    }

    #[wasm_bindgen_test]
    fn text_is_as_wide_as_in_a_file_and_no_wider_than_its_room() {
        for weight in [Weight::Regular, Weight::Bold] {
            let text = Text {
                at: Point::new(20.0, 40.0),
                anchor: Anchor::Start,
                size_px: 13.0,
                weight,
                ink: Ink::Ink,
                content: "North Hertfordshire £1,234.5 a week (2025)".to_owned(),
                halo: None,
            };
            let room_px = width_px(&text.content, text.size_px, weight);
            let placed = Placed {
                marks: vec![Mark::Text(text.clone())],
                ..Placed::empty(Frame::new(600.0, 80.0), "")
            };
            let file = Piece::of(&svg_text(&placed, Theme::Light, "", &[]));
            let words = file.0.query_selector("text").unwrap().unwrap();
            let in_file_px = words.get_bounding_client_rect().width();
            for (px_scale, theme) in SCREENS {
                let what = format!("{weight:?} at {px_scale}x");
                let canvas = picture(&placed, theme, px_scale).unwrap();
                // Painting leaves its font on the canvas.
                let on_canvas = context(&canvas).measure_text(&text.content).unwrap();
                let on_canvas_px = on_canvas.width() / px_scale;
                let of_file = on_canvas_px / in_file_px;
                assert!((of_file - 1.0).abs() < 0.1, "{what}: {of_file:.3} of file");
                let of_room = on_canvas_px / room_px;
                assert!(
                    (0.8..=1.02).contains(&of_room),
                    "{what}: {of_room:.3} of room"
                );
            }
        }
    }
}
