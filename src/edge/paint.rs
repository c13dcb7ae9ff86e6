//! Paints placed charts on a canvas, sharp at any pixel density.

use plotters_canvas::CanvasBackend;
use roadmap_core::chart::draw::draw_over;
use roadmap_core::chart::{Mark, Placed, Theme, draw};
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

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
    size(canvas, placed, px_scale)?;
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    draw(placed, theme, px_scale, &mut backend).ok()?;
    draw_over(over, theme, px_scale, &mut backend).ok()
}

/// A chart on a canvas of its own, for a picture file.
pub fn picture(placed: &Placed, theme: Theme, px_scale: f64) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    paint(&canvas, placed, &[], theme, px_scale)?;
    Some(canvas)
}

fn size(canvas: &HtmlCanvasElement, placed: &Placed, px_scale: f64) -> Option<()> {
    let (width, height) = placed.device_size(px_scale);
    // Setting a size, even the same one, clears and reallocates the canvas.
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let style = canvas.style();
    style
        .set_property("width", &format!("{}px", placed.width_px))
        .ok()?;
    style
        .set_property("height", &format!("{}px", placed.height_px))
        .ok()
}
