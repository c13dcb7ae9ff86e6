//! Names on the map: inside their areas where they fit, beside them where they do not.

use super::occupied::Occupied;
use super::{Area, ChoroplethSpec, Fit, Shape};
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::region::{Rect, chords};
use crate::chart::text_width::{LINE_SHARE, width_px, wrap};
use crate::chart::{Frame, size};
use crate::math;

/// Text marks for the areas' names, the chosen area's first; those without room are left out.
pub(super) fn place(
    spec: &ChoroplethSpec,
    shapes: &[Shape],
    fit: &Fit,
    occupied: &Occupied,
    key: Rect,
    frame: Frame,
) -> Vec<Mark> {
    let mut order: Vec<usize> = (0..spec.areas.len()).collect();
    // The chosen area first, then the small: a large one has more ways to give way.
    let extent = |i: &usize| shapes.get(*i).map_or(0.0, |shape| shape.extent);
    order.sort_by(|a, b| extent(a).total_cmp(&extent(b)));
    order.sort_by_key(|i| Some(*i) != spec.chosen);
    let mut taken = vec![key];
    let mut marks = Vec::new();
    for index in order {
        let (Some(area), Some(shape)) = (spec.areas.get(index), shapes.get(index)) else {
            continue;
        };
        let Some(words) = area.label.as_deref().filter(|words| !words.is_empty()) else {
            continue;
        };
        let name = Name {
            words,
            weight: if spec.chosen == Some(index) {
                Weight::Bold
            } else {
                Weight::Regular
            },
            size_px: size::LABEL * frame.text_scale,
            at: fit.px_from_map(area.label_point),
        };
        if let Some(block) = name.inside(shape, &taken) {
            taken.push(block.room);
            marks.extend(block.marks(name.weight, ink_on(spec, area), halo_on(spec, area)));
        } else if let Some(block) = name.beside(shape, occupied, &taken) {
            taken.push(block.room);
            marks.extend(block.leader(name.at));
            marks.extend(block.marks(name.weight, Ink::Ink, None));
        }
    }
    marks
}

fn ink_on(spec: &ChoroplethSpec, area: &Area) -> Ink {
    match spec.ground(area.value) {
        Ink::Ramp(class, of) => Ink::OnRamp(class, of),
        _ => Ink::Ink,
    }
}

/// Letters over a pattern need a rim of the ground they stand on.
fn halo_on(spec: &ChoroplethSpec, area: &Area) -> Option<Ink> {
    match spec.ground(area.value) {
        Ink::Ramp(..) if !area.is_uncertain => None,
        ground => Some(ground),
    }
}

struct Name<'a> {
    words: &'a str,
    weight: Weight,
    size_px: f64,
    at: Point,
}

/// Lines of text with a place.
struct Block {
    lines: Vec<String>,
    size_px: f64,
    room: Rect,
}

impl Name<'_> {
    /// The place inside the area nearest its label point, on one line or several, a little smaller
    /// if need be.
    fn inside(&self, shape: &Shape, taken: &[Rect]) -> Option<Block> {
        const SHRUNK: [f64; 2] = [1.0, 0.88];
        for shrink in SHRUNK {
            let size_px = self.size_px * shrink;
            for lines in self.layouts(size_px) {
                for step in 0..=6 {
                    for (dx, dy) in around(step) {
                        let reach = size_px * 0.7;
                        let at = Point::new(self.at.x + dx * reach, self.at.y + dy * reach);
                        let block = self.block(lines.clone(), size_px, at);
                        if is_clear(block.room, taken) && holds(shape, block.room) {
                            return Some(block);
                        }
                    }
                }
            }
        }
        None
    }

    /// A free place beside the area, joined to it by a leader.
    fn beside(&self, shape: &Shape, occupied: &Occupied, taken: &[Rect]) -> Option<Block> {
        let bounds = Rect::around(shape.rings.iter().flatten().copied())?;
        let size_px = self.size_px * 0.92;
        let (half_wide, half_tall) = (
            (bounds.right - bounds.left) / 2.0,
            (bounds.bottom - bounds.top) / 2.0,
        );
        let mut best: Option<(f64, Block)> = None;
        for lines in self.layouts(size_px) {
            for distance in [1.15, 1.4, 1.8, 2.3, 3.0] {
                for turn in 0..16 {
                    let angle = f64::from(turn) * std::f64::consts::PI / 8.0;
                    let own = self.block(lines.clone(), size_px, self.at).room;
                    let dx =
                        math::cos(angle) * (half_wide * distance + (own.right - own.left) / 2.0);
                    let dy =
                        math::sin(angle) * (half_tall * distance + (own.bottom - own.top) / 2.0);
                    let at = Point::new(self.at.x + dx, self.at.y + dy);
                    let block = self.block(lines.clone(), size_px, at);
                    let cost = at.distance_squared(self.at);
                    let is_better = best.as_ref().is_none_or(|(least, _)| cost < *least);
                    if is_better && occupied.is_free(block.room) && is_clear(block.room, taken) {
                        best = Some((cost, block));
                    }
                }
            }
        }
        best.map(|(_, block)| block)
    }

    /// The words on one line, then broken.
    fn layouts(&self, size_px: f64) -> Vec<Vec<String>> {
        let whole = width_px(self.words, size_px, self.weight);
        let broken = wrap(self.words, whole * 0.7, size_px, self.weight);
        let mut layouts = vec![vec![self.words.to_owned()]];
        if broken.len() > 1 {
            layouts.push(broken);
        }
        layouts
    }

    fn block(&self, lines: Vec<String>, size_px: f64, at: Point) -> Block {
        let width = lines
            .iter()
            .map(|line| width_px(line, size_px, self.weight))
            .fold(0.0, f64::max);
        let height = lines.len() as f64 * size_px * LINE_SHARE;
        Block {
            lines,
            size_px,
            room: Rect::centred(at, width, height),
        }
    }
}

impl Block {
    fn marks(&self, weight: Weight, ink: Ink, halo: Option<Ink>) -> Vec<Mark> {
        let step = self.size_px * LINE_SHARE;
        let x = f64::midpoint(self.room.left, self.room.right);
        let mut y = self.room.top - step / 2.0;
        self.lines
            .iter()
            .map(|line| {
                y += step;
                Mark::Text(Text {
                    at: Point::new(x, y),
                    anchor: Anchor::Middle,
                    size_px: self.size_px,
                    weight,
                    ink,
                    content: line.clone(),
                    halo,
                })
            })
            .collect()
    }

    /// A thin stroke from the text's edge to the area.
    fn leader(&self, to: Point) -> Vec<Mark> {
        let rim = self.room.grown(2.0);
        let from = Point::new(
            to.x.clamp(rim.left, rim.right),
            to.y.clamp(rim.top, rim.bottom),
        );
        vec![
            Mark::line(from, to, Ink::Paper, 2.5),
            Mark::line(from, to, Ink::Ink, 1.0),
            Mark::disc(to, 2.0, Ink::Ink),
        ]
    }
}

/// Whether an area is wide enough for a rectangle at every line of its text.
fn holds(shape: &Shape, room: Rect) -> bool {
    const RIM: f64 = 2.0;
    (0..=4).all(|part| {
        let y = room.top + (room.bottom - room.top) * f64::from(part) / 4.0;
        chords(&shape.rings, y)
            .iter()
            .any(|(from, to)| *from <= room.left - RIM && room.right + RIM <= *to)
    })
}

/// Offsets at a distance of so many steps, the nearest to the centre line first.
fn around(step: i32) -> Vec<(f64, f64)> {
    if step == 0 {
        return vec![(0.0, 0.0)];
    }
    let far = f64::from(step);
    let mut offsets = vec![(0.0, -far), (0.0, far), (-far, 0.0), (far, 0.0)];
    for along in 1..=step {
        let along = f64::from(along);
        for (a, b) in [(along, far), (along, -far), (-along, far), (-along, -far)] {
            offsets.push((a, b));
            offsets.push((b, a));
        }
    }
    offsets
}
