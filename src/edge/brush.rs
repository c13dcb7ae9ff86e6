//! The backend that pictures are painted with: plotters' canvas, told its styles only when they change.
//!
//! Every style crosses from the module to the browser as a text that is parsed there, and a
//! map repeats a few of them hundreds of times. So the calls that come in hundreds (strokes,
//! areas, names) go straight to the canvas here; the rest are left to plotters.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use plotters_canvas::CanvasBackend;
use roadmap_core::chart::backend::{Backend, Canvas, Paths, corners};
use roadmap_core::chart::theme::Rgb;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Error = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Error>>;

/// A canvas and the styles it was last told.
pub struct Brush {
    plotters: CanvasBackend,
    context: CanvasRenderingContext2d,
    fill: Option<BackendColor>,
    stroke: Option<(BackendColor, u32)>,
    letters: Option<(FontStyle, f64)>,
    align: Option<&'static str>,
    join: Option<&'static str>,
}

impl Brush {
    /// A brush for a canvas; none in a browser that can't draw on one.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??;
        Some(Self {
            plotters: CanvasBackend::with_canvas_object(canvas.clone())?,
            context: context.dyn_into().ok()?,
            fill: None,
            stroke: None,
            letters: None,
            align: None,
            join: None,
        })
    }

    /// Takes everything off the canvas.
    pub fn clear(&self) {
        let (width, height) = self.plotters.get_size();
        self.context
            .clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    /// Plotters, after which the canvas has the styles that it set.
    fn plotters(&mut self) -> &mut CanvasBackend {
        self.fill = None;
        self.stroke = None;
        &mut self.plotters
    }

    fn fill_with(&mut self, colour: BackendColor) {
        if !self.fill.is_some_and(|told| is_same(told, colour)) {
            self.context.set_fill_style_str(&css(colour));
            self.fill = Some(colour);
        }
    }

    fn stroke_with(&mut self, style: &impl BackendStyle) {
        self.stroke_in(style.color(), style.stroke_width(), "miter");
    }

    fn stroke_in(&mut self, colour: BackendColor, width: u32, join: &'static str) {
        if self.join != Some(join) {
            self.context.set_line_join(join);
            self.join = Some(join);
        }
        let told = self.stroke;
        if !told.is_some_and(|(told, _)| is_same(told, colour)) {
            self.context.set_stroke_style_str(&css(colour));
        }
        if told.is_none_or(|(_, told)| told != width) {
            self.context.set_line_width(f64::from(width));
        }
        self.stroke = Some((colour, width));
    }

    fn letter_with(&mut self, style: &impl BackendTextStyle) {
        let letters = (style.style(), style.size());
        if !self
            .letters
            .as_ref()
            .is_some_and(|told| told.0.as_str() == letters.0.as_str() && told.1 == letters.1)
        {
            let family = style.family();
            let [weight, family] = [letters.0.as_str(), family.as_str()];
            let size_px = letters.1;
            self.context
                .set_font(&format!("{weight} {size_px}px {family}"));
            self.letters = Some(letters);
        }
        let anchor = style.anchor();
        let align = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        };
        if self.align != Some(align) {
            self.context.set_text_align(align);
            self.context.set_text_baseline(match anchor.v_pos {
                VPos::Top => "top",
                VPos::Center => "middle",
                VPos::Bottom => "bottom",
            });
            self.align = Some(align);
        }
    }

    /// Adds paths to the canvas's own.
    fn trace_all(&self, paths: &Paths) {
        self.context.begin_path();
        for path in paths.each() {
            for (index, (x, y)) in corners(path.iter().copied()).enumerate() {
                let (x, y) = (f64::from(x), f64::from(y));
                if index == 0 {
                    self.context.move_to(x, y);
                } else {
                    self.context.line_to(x, y);
                }
            }
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        // A path's first line starts where it ends: the canvas moves there by itself.
        for (x, y) in corners(path) {
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }
}

impl DrawingBackend for Brush {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        self.plotters.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.plotters().draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.plotters().draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.plotters().draw_rect(from, to, style, fill)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.plotters().draw_circle(centre, radius, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke_with(style);
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        ring: I,
        style: &S,
    ) -> Drawn {
        self.fill_with(style.color());
        self.trace(ring);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.fill_with(style.color());
        self.letter_with(style);
        let (x, y) = (f64::from(at.0), f64::from(at.1));
        // A canvas refuses a text only where it would not draw one either.
        drop(self.context.fill_text(text, x, y));
        Ok(())
    }
}

impl Backend for Brush {
    fn draw_rim<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
        width: u32,
    ) -> Option<Drawn> {
        // Letters have corners that a mitred rim would draw out into spikes.
        self.stroke_in(style.color(), width, "round");
        self.letter_with(style);
        let (x, y) = (f64::from(at.0), f64::from(at.1));
        // As with the text itself.
        drop(self.context.stroke_text(text, x, y));
        Some(Ok(()))
    }
}

impl Canvas for Brush {
    fn fill_rings<S: BackendStyle>(&mut self, rings: &Paths, style: &S) -> Drawn {
        self.fill_with(style.color());
        self.trace_all(rings);
        self.context.fill();
        Ok(())
    }

    fn stroke_paths<S: BackendStyle>(&mut self, lines: &Paths, style: &S) -> Drawn {
        self.stroke_with(style);
        self.trace_all(lines);
        self.context.stroke();
        Ok(())
    }
}

fn is_same(a: BackendColor, b: BackendColor) -> bool {
    a.rgb == b.rgb && a.alpha == b.alpha
}

fn css(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    Rgb(red, green, blue).with_opacity(colour.alpha)
}
