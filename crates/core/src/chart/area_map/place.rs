//! A map in its frame: what is where, and how it is painted.

use std::sync::Arc;

use super::flows::{self, PlacedFlow};
use super::look::{Look, Pattern};
use super::names::Names;
use super::net::Net;
use super::paint::{Marks, OnCanvas};
use super::pattern::{Diagonal, diagonals, dots};
use super::scale_bar::scale_bar;
use super::{AreaMapSpec, Fill, Ground, Uncertainty};
use crate::chart::backend::{Canvas, Outcome};
use crate::chart::mark::{Ink, Mark, Point};
use crate::chart::placed::{Placed, Reach, Target, TextAlternative, Walk};
use crate::chart::region::Rect;
use crate::chart::{Frame, Theme};
use crate::geo::{MapPoint, PxPoint, Ring, Viewport};

/// A map in its frame, ready to draw.
#[derive(Clone, Debug)]
pub struct PlacedMap {
    pub(super) ground: Arc<Ground>,
    pub(super) frame: Frame,
    pub(super) view: Viewport,
    pub(super) net: Net,
    /// What the look was worked out for.
    pub(super) fills: Vec<Fill>,
    pub(super) uncertain: Vec<bool>,
    pub(super) uncertainty: Uncertainty,
    pub(super) dimmed: Vec<bool>,
    pub(super) look: Arc<Look>,
    pub(super) hatchings: Vec<(Pattern, Vec<Diagonal>)>,
    pub(super) dots: Vec<Point>,
    pub(super) names: Arc<Names>,
    pub(super) flows: Vec<PlacedFlow>,
    /// Names, stations and the scale bar.
    pub(super) lettering: Vec<Mark>,
    pub(super) pinned: Option<usize>,
}

impl AreaMapSpec {
    /// Places the map in a frame at a view.
    #[must_use]
    pub fn place(&self, frame: Frame, view: &Viewport) -> PlacedMap {
        self.place_after(frame, view, None)
    }

    /// As [`Self::place`]; what the map placed before has in common with this one is not
    /// worked out again, so that a map can be pulled about.
    #[must_use]
    pub fn place_after(
        &self,
        frame: Frame,
        view: &Viewport,
        before: Option<&PlacedMap>,
    ) -> PlacedMap {
        let frame = frame.sane();
        let view = view.resized(frame.width_px, frame.height_px);
        let ground = &self.ground;
        let before = before.filter(|before| Arc::ptr_eq(&before.ground, ground));
        let look = match before.filter(|before| before.looks_of(self)) {
            Some(before) => Arc::clone(&before.look),
            None => Arc::new(Look::new(self)),
        };
        let fits = |names: &Arc<Names>| names.fits(&view, frame.text_scale);
        let names = match before
            .map(|before| &before.names)
            .filter(|names| fits(names))
        {
            Some(names) => Arc::clone(names),
            None => Arc::new(Names::new(ground, &view, frame.text_scale)),
        };
        let net = Net::new(&ground.mesh, &view, before.map(|before| &before.net));
        let middle = view.px_from_map(MapPoint::new(0.0, 0.0));
        let origin = Point::new(middle.x_px, middle.y_px);
        let patterned = || look.patterns.iter();
        let hatchings = patterned()
            .map(|p| (p.pattern, diagonals(p, &net, origin, frame)))
            .collect();
        let dots = patterned()
            .flat_map(|p| dots(p, &net, origin, frame))
            .collect();
        let bar = scale_bar(view.px_per_km(), frame);
        let rooms: Vec<Rect> = bar.iter().map(|(_, room)| *room).collect();
        let rooms = (rooms.as_slice(), self.kept_clear.as_slice());
        let mut lettering = names.marks(&ground.landmarks, &view, frame, rooms);
        lettering.extend(bar.into_iter().flat_map(|(marks, _)| marks));
        PlacedMap {
            ground: Arc::clone(ground),
            frame,
            view,
            net,
            fills: self.fills.clone(),
            uncertain: self.uncertain.clone(),
            uncertainty: self.uncertainty,
            dimmed: self.dimmed.clone(),
            look,
            hatchings,
            dots,
            names,
            flows: flows::place(&self.flows, &view),
            lettering,
            pinned: self.pinned,
        }
    }
}

impl PlacedMap {
    /// Draws the map, on its paper, onto a canvas whose pixels are `px_scale` to a CSS pixel.
    ///
    /// # Errors
    /// Whatever the canvas reports.
    pub fn draw<DB: Canvas>(&self, theme: Theme, px_scale: f64, canvas: &mut DB) -> Outcome<DB> {
        let mut sheet = OnCanvas::new(&self.net, canvas, theme, px_scale);
        sheet.paper(self.frame.width_px, self.frame.height_px)?;
        self.paint(&mut sheet)
    }

    /// The picture as marks, cut to the frame.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut sheet = Marks::new(&self.net, self.frame.width_px, self.frame.height_px);
        match self.paint(&mut sheet) {
            Ok(()) => sheet.marks,
            Err(never) => match never {},
        }
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

    /// The flow at a place in the frame, as a place in the spec's list; the nearest one.
    #[must_use]
    pub fn flow_at(&self, x_px: f64, y_px: f64) -> Option<usize> {
        let at = Point::new(x_px, y_px);
        let near = self.flows.iter();
        near.filter_map(|flow| Some((flow.distance_px(at)?, flow.index)))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, index)| index)
    }

    /// Where an area's label point lies in the frame, which may be outside of it.
    #[must_use]
    pub fn place_of(&self, area: usize) -> Option<Point> {
        let area = self.ground.layer.areas().get(area)?;
        let px = self.view.px_from_map(area.label_point);
        Some(Point::new(px.x_px, px.y_px))
    }

    /// Marks that lift one area out, drawn over the map, with a small label; a pinned one is
    /// stronger.
    #[must_use]
    pub fn highlight(&self, area: usize, pinned: bool, brief: &str) -> Vec<Mark> {
        let Some(at) = self.place_of(area) else {
            return Vec::new();
        };
        let rings = self.rings_of(area).into_iter();
        let rings: Vec<Vec<Point>> = rings.map(|ring| self.net.along(&ring).collect()).collect();
        // The chart's own highlight, on this one area.
        let alone = Placed {
            targets: vec![Target {
                key: String::new(),
                name: String::new(),
                words: String::new(),
                brief: brief.to_owned(),
                at,
                reach: Reach::Area {
                    rings,
                    bounds: Rect::centred(at, 0.0, 0.0),
                },
            }],
            ..Placed {
                width_px: self.frame.width_px,
                height_px: self.frame.height_px,
                text_scale: self.frame.text_scale,
                marks: Vec::new(),
                targets: Vec::new(),
                text: TextAlternative::default(),
                walk: Walk::default(),
            }
        };
        alone.highlight(0, pinned)
    }

    /// Marks that lift one flow out, drawn over the map.
    #[must_use]
    pub fn highlight_flow(&self, flow: usize) -> Vec<Mark> {
        let found = self.flows.iter().find(|placed| placed.index == flow);
        found.map_or_else(Vec::new, |flow| flow.marks_in(Ink::Ink))
    }

    /// Whether its areas look as a spec wants them to.
    fn looks_of(&self, spec: &AreaMapSpec) -> bool {
        self.fills == spec.fills
            && self.uncertain == spec.uncertain
            && self.uncertainty == spec.uncertainty
            && self.dimmed == spec.dimmed
    }

    pub(super) fn rings_of(&self, area: usize) -> Vec<Ring> {
        let rings = self.ground.mesh.areas().get(area);
        rings.cloned().unwrap_or_default()
    }
}
