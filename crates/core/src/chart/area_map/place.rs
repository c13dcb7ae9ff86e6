//! A map in its frame: marks, and what is where.

use std::sync::Arc;

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::{AreaMapSpec, Ground};
use crate::chart::draw::{draw_over, paper};
use crate::chart::mark::{Ink, Mark, Point};
use crate::chart::placed::{Placed, TextAlternative, Walk, outline};
use crate::chart::{Frame, Theme};
use crate::geo::{Polygon, PxPoint, Viewport};

/// A map in its frame, ready to draw.
#[derive(Clone, Debug)]
pub struct PlacedMap {
    ground: Arc<Ground>,
    frame: Frame,
    view: Viewport,
    marks: Vec<Mark>,
}

impl AreaMapSpec {
    /// Places the map in a frame at a view.
    #[must_use]
    pub fn place(&self, frame: Frame, view: &Viewport) -> PlacedMap {
        let frame = frame.sane();
        let view = view.resized(frame.width_px, frame.height_px);
        let mut marks = Vec::new();
        let areas = self.ground.layer.areas();
        for position in self.ground.layer.largest_first() {
            let Some(area) = areas.get(position) else {
                continue;
            };
            let fill = self.fills.get(position).map_or(Ink::NoData, |f| f.ink());
            for ring in rings(&area.polygons, &view) {
                marks.push(Mark::fill(ring, fill));
            }
        }
        let pinned = self.pinned.and_then(|pinned| areas.get(pinned));
        if let Some(area) = pinned {
            marks.extend(rings(&area.polygons, &view).map(|ring| outline(&ring, Ink::Ink, 2.5)));
        }
        PlacedMap {
            ground: Arc::clone(&self.ground),
            frame,
            view,
            marks,
        }
    }

    /// As [`Self::place`], in the memory of a map that is no longer needed.
    #[must_use]
    pub fn place_again(&self, frame: Frame, view: &Viewport, _old: PlacedMap) -> PlacedMap {
        self.place(frame, view)
    }
}

impl PlacedMap {
    /// Draws the map, on its paper, onto a backend whose pixels are `px_scale` to a CSS pixel.
    ///
    /// # Errors
    /// Whatever the backend reports.
    pub fn draw<DB: DrawingBackend>(
        &self,
        theme: Theme,
        px_scale: f64,
        backend: &mut DB,
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let placed = self.placed(TextAlternative::default());
        paper(&placed, theme, px_scale, backend)?;
        draw_over(&placed.marks, theme, px_scale, backend)
    }

    /// The view it was placed at.
    #[must_use]
    pub const fn view(&self) -> &Viewport {
        &self.view
    }

    /// The frame it was placed in.
    #[must_use]
    pub const fn frame(&self) -> Frame {
        self.frame
    }

    /// The position of the area at a place in the frame.
    #[must_use]
    pub fn area_at(&self, x_px: f64, y_px: f64) -> Option<usize> {
        let point = self.view.map_from_px(PxPoint { x_px, y_px });
        self.ground.layer.area_at(point)
    }

    /// The flow at a place in the frame, as a place in the spec's list.
    #[must_use]
    pub const fn flow_at(&self, _x_px: f64, _y_px: f64) -> Option<usize> {
        None
    }

    /// The picture as marks.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        self.marks.clone()
    }

    /// The picture as any other chart, with words from the caller, for files.
    #[must_use]
    pub fn placed(&self, text: TextAlternative) -> Placed {
        Placed {
            width_px: self.frame.width_px,
            height_px: self.frame.height_px,
            text_scale: self.frame.text_scale,
            marks: self.marks(),
            targets: Vec::new(),
            text,
            walk: Walk::default(),
        }
    }

    /// Marks that lift one area out, drawn over the map, with a small label; a pinned one is
    /// stronger.
    #[must_use]
    pub fn highlight(&self, index: usize, pinned: bool, _brief: &str) -> Vec<Mark> {
        let Some(area) = self.ground.layer.areas().get(index) else {
            return Vec::new();
        };
        let ink = if pinned { Ink::Accent } else { Ink::Ink };
        let rings = rings(&area.polygons, &self.view);
        rings.map(|ring| outline(&ring, ink, 2.0)).collect()
    }
}

fn rings<'a>(polygons: &'a [Polygon], view: &'a Viewport) -> impl Iterator<Item = Vec<Point>> {
    polygons.iter().map(|polygon| {
        let px = polygon.outer.iter().map(|&point| view.px_from_map(point));
        px.map(|px| Point::new(px.x_px, px.y_px)).collect()
    })
}
