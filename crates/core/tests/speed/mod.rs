//! What the tests that only tell times share.

use std::hint::black_box;
use std::time::{Duration, Instant};

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};
use roadmap_core::chart::backend::{Backend, Canvas, Outcome, Paths};

/// The shortest of some runs: what else the machine does only makes them longer.
pub fn least<T>(mut work: impl FnMut() -> T) -> Duration {
    let run = |_| {
        #[expect(clippy::disallowed_methods, reason = "times are what is told here")]
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..15).map(run).min().unwrap()
}

/// A canvas that only counts: what remains is our own work.
#[derive(Default)]
pub struct Counter {
    /// How many shapes and texts were drawn.
    pub shapes: usize,
    /// How many points they have.
    pub points: usize,
}

impl DrawingBackend for Counter {
    type ErrorType = std::convert::Infallible;

    fn get_size(&self) -> (u32, u32) {
        (900, 760)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        point: BackendCoord,
        colour: BackendColor,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        black_box((point, colour));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.shapes += 1;
        black_box((from, to));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.fill_polygon(
            path,
            &BackendColor {
                alpha: 1.0,
                rgb: (0, 0, 0),
            },
        )
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        ring: I,
        _style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.shapes += 1;
        self.points += ring.into_iter().map(black_box).count();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        _style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.shapes += 1;
        black_box((centre, radius));
        Ok(())
    }

    fn draw_text<S: plotters_backend::BackendTextStyle>(
        &mut self,
        text: &str,
        _style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.shapes += 1;
        black_box((text, at));
        Ok(())
    }
}

impl Backend for Counter {
    fn draw_rim<S: plotters_backend::BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
        _width: u32,
    ) -> Option<Outcome<Self>> {
        Some(self.draw_text(text, style, at))
    }
}

impl Canvas for Counter {
    fn fill_rings<S: BackendStyle>(&mut self, rings: &Paths, _style: &S) -> Outcome<Self> {
        self.shapes += 1;
        let points = rings.each().flatten();
        self.points += points.map(black_box).count();
        Ok(())
    }

    fn stroke_paths<S: BackendStyle>(&mut self, lines: &Paths, style: &S) -> Outcome<Self> {
        self.fill_rings(lines, style)
    }
}
