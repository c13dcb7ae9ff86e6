//! A map in its frame: what is where, and how it is painted.

use std::sync::Arc;

use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::flows::{self, PlacedFlow};
use super::look::{Look, Pattern, Shade};
use super::names::Names;
use super::net::{Net, RIM_PX, number};
use super::paint::{Line, Marks, OnBackend, Sheet};
use super::pattern::{Diagonal, diagonals, dots};
use super::scale_bar::scale_bar;
use super::{AreaMapSpec, Fill, Ground, Uncertainty};
use crate::chart::mark::{Ink, Mark, Point};
use crate::chart::placed::{Placed, Reach, Target, TextAlternative, Walk};
use crate::chart::region::Rect;
use crate::chart::{Frame, Theme};
use crate::geo::{MapPoint, PxPoint, Ring, Viewport};

/// A border between smaller areas than this is left to the change of colour, in CSS pixels
/// of their side; between larger ones than the second it is drawn in full.
const BORDERS_FROM_PX: f64 = 8.0;
const BORDERS_IN_FULL_PX: f64 = 16.0;

/// A map in its frame, ready to draw.
#[derive(Clone, Debug)]
pub struct PlacedMap {
    ground: Arc<Ground>,
    frame: Frame,
    view: Viewport,
    net: Net,
    /// What the look was worked out for.
    fills: Vec<Fill>,
    uncertain: Vec<bool>,
    uncertainty: Uncertainty,
    dimmed: Vec<bool>,
    look: Arc<Look>,
    hatchings: Vec<(Pattern, Vec<Diagonal>)>,
    dots: Vec<Point>,
    names: Arc<Names>,
    flows: Vec<PlacedFlow>,
    /// Names, stations and the scale bar.
    lettering: Vec<Mark>,
    pinned: Option<usize>,
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
            None => Arc::new(Names::new(&ground.landmarks, &view, frame.text_scale)),
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
        let mut lettering = names.marks(&ground.landmarks, &view, frame, &rooms);
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
        let mut sheet = OnBackend::new(backend, theme, px_scale);
        sheet.paper(self.frame.width_px, self.frame.height_px)?;
        self.paint(&mut sheet)
    }

    /// The picture as marks, cut to the frame.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut sheet = Marks::new(self.frame.width_px, self.frame.height_px);
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

    fn rings_of(&self, area: usize) -> Vec<Ring> {
        let rings = self.ground.mesh.areas().get(area);
        rings.cloned().unwrap_or_default()
    }

    /// The layers, from back to front.
    fn paint<S: Sheet>(&self, sheet: &mut S) -> Result<(), S::Fault> {
        let ground = &*self.ground;
        let line = |ink: Ink, width_px: f64| Line {
            ink,
            width_px,
            opacity: 1.0,
        };
        let land = Shade {
            ink: Ink::Land,
            strength: 1.0,
        };
        for ring in ground.mesh.around().iter().flatten() {
            if self.is_near(ring) {
                sheet.fill(self.net.along(ring), land)?;
            }
        }
        self.lines(&ground.around, line(Ink::LandLine, 1.0), sheet)?;
        if let Some(between) = self.look.between {
            for ring in &ground.outline {
                sheet.fill(self.net.along(ring), between)?;
            }
        }
        let window = self.view.window().grown(RIM_PX / self.view.px_per_km());
        for region in &self.look.regions {
            if region.bounds.touches(&window) {
                sheet.fill(self.net.along(&region.ring), region.shade)?;
            }
        }
        self.paint_patterns(sheet)?;
        self.paint_borders(sheet)?;
        self.lines(&ground.districts, line(Ink::Paper, 2.5), sheet)?;
        self.lines(&ground.districts, line(Ink::Context, 1.0), sheet)?;
        self.lines(&ground.edge, line(Ink::Context, 1.25), sheet)?;
        if let Some(pinned) = self.pinned {
            for ring in self.rings_of(pinned) {
                for (ink, width_px) in self.pin_lines(pinned) {
                    sheet.stroke(self.net.along(&ring), line(ink, width_px))?;
                }
            }
        }
        for mark in self.flows.iter().flat_map(PlacedFlow::marks) {
            sheet.mark(&mark)?;
        }
        for mark in &self.lettering {
            sheet.mark(mark)?;
        }
        Ok(())
    }

    /// The outline of a pinned area and its rim, finer around a small one.
    fn pin_lines(&self, pinned: usize) -> [(Ink, f64); 2] {
        let area = self.ground.layer.areas().get(pinned);
        let side_km = area.map_or(0.0, |area| area.area_sq_km.sqrt());
        let share = (side_km * self.view.px_per_km() / 30.0).clamp(0.5, 1.0);
        [(Ink::Paper, 5.0 * share), (Ink::Ink, 2.5 * share)]
    }

    fn paint_patterns<S: Sheet>(&self, sheet: &mut S) -> Result<(), S::Fault> {
        for (pattern, lines) in &self.hatchings {
            let ink = match pattern {
                Pattern::Fine | Pattern::Dots => Ink::Context,
                Pattern::Coarse(ink) => *ink,
            };
            let line = Line {
                ink,
                width_px: 0.75,
                opacity: 0.8,
            };
            for &diagonal in lines {
                sheet.diagonal(diagonal, line)?;
            }
        }
        let shade = Shade {
            ink: Ink::Context,
            strength: 1.0,
        };
        for &dot in &self.dots {
            // A square of two pixels costs a canvas less than a circle, and looks the same.
            let square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
            let corners = square.map(|(dx, dy)| Point::new(dot.x + dx, dot.y + dy));
            sheet.fill(corners.into_iter(), shade)?;
        }
        Ok(())
    }

    /// The borders between areas that are large enough to bear one.
    fn paint_borders<S: Sheet>(&self, sheet: &mut S) -> Result<(), S::Fault> {
        let ground = &*self.ground;
        let side_px = |arc: i32| {
            let side_km = ground.border_side_km.get(number(arc)).copied();
            f64::from(side_km.unwrap_or(0.0)) * self.view.px_per_km()
        };
        let level = |arc: i32| match side_px(arc) {
            side if side < BORDERS_FROM_PX => 0.0,
            side if side < BORDERS_IN_FULL_PX => 0.4,
            _ => 0.75,
        };
        // In high contrast a dark line parts light areas, and paper the dark.
        let is_light = |area: usize| self.look.is_light.get(area).copied().unwrap_or(true);
        let is_on_light = |arc: i32| ground.mesh.sides(number(arc)).any(is_light);
        let manner = |arc: i32| (level(arc), self.is_arc_near(arc), is_on_light(arc));
        for piece in ground
            .borders
            .iter()
            .flat_map(|trail| trail.chunk_by(|a, b| manner(*a) == manner(*b)))
        {
            let Some(&first) = piece.first() else {
                continue;
            };
            let (opacity, is_near, is_on_light) = manner(first);
            if opacity == 0.0 || !is_near {
                continue;
            }
            let line = |ink: Ink, width_px: f64| Line {
                ink,
                width_px,
                opacity,
            };
            sheet.stroke(self.net.along(piece), line(Ink::Paper, 1.0))?;
            if is_on_light && side_px(first) >= BORDERS_IN_FULL_PX {
                sheet.stroke(self.net.along(piece), line(Ink::Border, 0.75))?;
            }
        }
        Ok(())
    }

    /// Long lines, only what of them is in the frame.
    fn lines<S: Sheet>(&self, trails: &[Ring], line: Line, sheet: &mut S) -> Result<(), S::Fault> {
        for trail in trails {
            let pieces = trail.chunk_by(|a, b| self.is_arc_near(*a) == self.is_arc_near(*b));
            for piece in pieces.filter(|piece| piece.first().is_some_and(|a| self.is_arc_near(*a)))
            {
                sheet.stroke(self.net.along(piece), line)?;
            }
        }
        Ok(())
    }

    fn is_near(&self, ring: &[i32]) -> bool {
        let window = self.view.window();
        let bounds = self.ground.mesh.bounds(ring);
        bounds.is_some_and(|bounds| bounds.touches(&window))
    }

    fn is_arc_near(&self, arc: i32) -> bool {
        let window = self.view.window().grown(RIM_PX / self.view.px_per_km());
        self.ground.mesh.is_near(number(arc), &window)
    }
}
