//! The map's layers, from the land around to the names.

use super::PlacedMap;
use super::flows::PlacedFlow;
use super::look::{Pattern, Shade};
use super::net::{RIM_PX, number};
use super::paint::{Line, Sheet};
use crate::chart::mark::Ink;
use crate::geo::Ring;

/// A border between smaller areas than this is left to the change of colour, in CSS pixels
/// of their side; between larger ones than the second it is drawn in full.
const BORDERS_FROM_PX: f64 = 8.0;
const BORDERS_IN_FULL_PX: f64 = 16.0;

impl PlacedMap {
    /// The layers, from back to front.
    pub(super) fn paint<S: Sheet>(&self, sheet: &mut S) -> Result<(), S::Fault> {
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
                sheet.fill(ring, land)?;
            }
        }
        self.lines(&ground.around, line(Ink::LandLine, 1.0), sheet)?;
        if let Some(between) = self.look.between {
            for ring in &ground.outline {
                sheet.fill(ring, between)?;
            }
        }
        let window = self.view.window().grown(RIM_PX / self.view.px_per_km());
        sheet.regions(&self.look, |region| region.bounds.touches(&window))?;
        self.paint_patterns(sheet)?;
        self.paint_borders(sheet)?;
        self.lines(&ground.districts, line(Ink::Paper, 2.5), sheet)?;
        self.lines(&ground.districts, line(Ink::Context, 1.0), sheet)?;
        self.lines(&ground.edge, line(Ink::Context, 1.25), sheet)?;
        if let Some(pinned) = self.pinned {
            for ring in self.rings_of(pinned) {
                let lines = self.pin_lines(pinned);
                let lines = lines.map(|(ink, width_px)| (&*ring, line(ink, width_px)));
                sheet.strokes(&lines)?;
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
            sheet.diagonals(lines, line)?;
        }
        sheet.dots(&self.dots, Ink::Context)
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
        let mut lines = Vec::new();
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
            lines.push((piece, line(Ink::Paper, 1.0)));
            if is_on_light && side_px(first) >= BORDERS_IN_FULL_PX {
                lines.push((piece, line(Ink::Border, 0.75)));
            }
        }
        sheet.strokes(&lines)
    }

    /// Long lines, only what of them is in the frame.
    fn lines<S: Sheet>(&self, trails: &[Ring], line: Line, sheet: &mut S) -> Result<(), S::Fault> {
        let pieces = trails
            .iter()
            .flat_map(|trail| trail.chunk_by(|a, b| self.is_arc_near(*a) == self.is_arc_near(*b)));
        let near = pieces.filter(|piece| piece.first().is_some_and(|a| self.is_arc_near(*a)));
        let lines: Vec<(&[i32], Line)> = near.map(|piece| (piece, line)).collect();
        sheet.strokes(&lines)
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
