//! What a canvas is told, against what is hit and what stands in a file.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};
use proptest::prelude::*;

use super::tests::{fill, fit, ground, owners, spec};
use super::*;
use crate::chart::backend::{Backend, Canvas, Outcome, Paths};
use crate::chart::theme::Rgb;
use crate::chart::{Frame, Theme};
use crate::geo::PxPoint;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Keeps what was filled, and how often anything was drawn.
#[derive(Default)]
struct Sheet {
    fills: Vec<(Vec<Vec<BackendCoord>>, Rgb)>,
    strokes: usize,
}

impl DrawingBackend for Sheet {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (400, 300)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: BackendCoord,
        _: &S,
        _: bool,
    ) -> Drawn {
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Drawn {
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Drawn {
        Ok(())
    }
}

impl Backend for Sheet {}

impl Canvas for Sheet {
    fn fill_rings<S: BackendStyle>(&mut self, rings: &Paths, style: &S) -> Outcome<Self> {
        let rings = rings.each().map(<[_]>::to_vec).collect();
        let (red, green, blue) = style.color().rgb;
        self.fills.push((rings, Rgb(red, green, blue)));
        Ok(())
    }

    fn stroke_paths<S: BackendStyle>(&mut self, _: &Paths, _: &S) -> Outcome<Self> {
        self.strokes += 1;
        Ok(())
    }
}

impl Sheet {
    /// The colour that a point was filled with last, by the rule of a canvas: inside is where
    /// the rings wind round a point.
    fn colour_at(&self, x: f64, y: f64) -> Option<Rgb> {
        let is_inside = |rings: &[Vec<BackendCoord>]| {
            let winds = rings.iter().map(|ring| winding(ring, x, y));
            winds.sum::<i32>() != 0
        };
        let last = self.fills.iter().rfind(|(rings, _)| is_inside(rings));
        last.map(|(_, colour)| *colour)
    }
}

/// How often a ring winds round a point.
fn winding(ring: &[BackendCoord], x: f64, y: f64) -> i32 {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossing = |(a, b): (&BackendCoord, &BackendCoord)| {
        let [(ax, ay), (bx, by)] = [a, b].map(|p| (f64::from(p.0), f64::from(p.1)));
        if (ay <= y) == (by <= y) || ax + (y - ay) / (by - ay) * (bx - ax) <= x {
            0
        } else if ay < by {
            1
        } else {
            -1
        }
    };
    ends.map(crossing).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// A canvas shows each area in its fill, holes and what lies in them included, at any zoom,
    /// and is told each colour once.
    #[test]
    fn a_canvas_shows_what_is_hit(
        owner in owners(), fills in prop::collection::vec(fill(), 9), zoom in 0.3..20.0_f64,
        dx in -200.0..200.0_f64, dy in -200.0..200.0_f64, x in 1.5..398.0_f64, y in 1.5..298.0_f64,
    ) {
        let (ground, _) = ground(&owner, Vec::new());
        let mut spec = spec(&ground);
        let frame = Frame::new(400.0, 300.0);
        let middle = PxPoint { x_px: 200.0, y_px: 150.0 };
        let view = fit(&ground, frame).panned(dx, dy).zoomed_at(middle, zoom);
        spec.fills = fills.into_iter().filter(|fill| *fill != Fill::Suppressed).collect();
        let placed = spec.place(frame, &view);
        let mut sheet = Sheet::default();
        placed.draw(Theme::Light, 1.0, &mut sheet).unwrap();
        let kinds = spec.fills.len() + 1;
        prop_assert!(sheet.fills.len() <= kinds + 1, "{} fills", sheet.fills.len());
        let hit = placed.area_at(x, y);
        // Within two pixels of a border either side may be told: corners are whole pixels here.
        let near = [(2.0, 0.0), (-2.0, 0.0), (0.0, 2.0), (0.0, -2.0), (1.5, 1.5), (-1.5, -1.5), (1.5, -1.5), (-1.5, 1.5)];
        if near.iter().all(|(dx, dy)| placed.area_at(x + dx, y + dy) == hit) {
            let wanted = hit.map(|area| spec.fills.get(area).copied().unwrap_or(Fill::Missing));
            let wanted = wanted.map(|fill| Theme::Light.colour(fill.ink()));
            prop_assert_eq!(sheet.colour_at(x, y), wanted);
        }
    }
}

/// What looks the same is drawn in one call, however many areas there are.
#[test]
fn calls_do_not_grow_with_areas() {
    let frame = Frame::new(400.0, 300.0);
    let calls = |owner: &[u32]| {
        let (ground, _) = ground(owner, Vec::new());
        let count = owner.iter().max().map_or(0, |most| *most as usize + 1);
        let mut spec = spec(&ground);
        let class = |area: usize| u8::try_from(area % 2).unwrap();
        spec.fills = (0..count)
            .map(|area| Fill::Class {
                class: class(area),
                of: 2,
            })
            .collect();
        spec.uncertain = vec![true; count];
        let mut sheet = Sheet::default();
        let placed = spec.place(frame, &fit(&ground, frame));
        placed.draw(Theme::Light, 1.0, &mut sheet).unwrap();
        (sheet.fills.len(), sheet.strokes)
    };
    let few = calls(&[vec![0; 18], vec![1; 18]].concat());
    let many = calls(&(0..36).map(|square| square % 9).collect::<Vec<u32>>());
    assert_eq!(few.0, 2);
    assert_eq!(many.0, 2);
    assert!(many.1 <= few.1 + 2, "{few:?} {many:?}");
}
