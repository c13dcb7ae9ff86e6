//! Names on the map: inside their areas where they fit, beside them where they do not.

use super::cover::{Cover, Under};
use super::{Area, ChoroplethSpec, Fit, Shape};
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::region::Rect;
use crate::chart::text_width::{LINE_SHARE, width_px, wrap};
use crate::chart::theme::maps;
use crate::chart::{Frame, size};
use crate::math;
use crate::order;

/// Text marks for the areas' names, the chosen area's first; those without room are left out.
pub(super) fn place(
    spec: &ChoroplethSpec,
    shapes: &[Shape],
    fit: &Fit,
    cover: &Cover,
    key: Rect,
    frame: Frame,
) -> Vec<Mark> {
    let mut order: Vec<usize> = (0..spec.areas.len()).collect();
    // The chosen area first, then the small: a large one has more ways to give way.
    let extent = |i: &usize| shapes.get(*i).map_or(0.0, |shape| shape.extent);
    order::sort_by(&mut order, |a, b| extent(a).total_cmp(&extent(b)));
    order::sort_by_key(&mut order, |i| Some(*i) != spec.chosen);
    let is_small = frame.width_px.min(frame.height_px) < SMALL_MAP_PX * frame.text_scale;
    let size_px = if is_small { size::SMALL } else { size::LABEL } * frame.text_scale;
    let mut taken = vec![key];
    let mut marks = Vec::new();
    let mut named = vec![false; spec.areas.len()];
    // First what stands inside its own area, then what has to look for room elsewhere.
    for is_second in [false, true] {
        for &index in &order {
            let (Some(area), Some(shape)) = (spec.areas.get(index), shapes.get(index)) else {
                continue;
            };
            let Some(words) = area.label.as_deref().filter(|words| !words.is_empty()) else {
                continue;
            };
            let is_chosen = spec.chosen == Some(index);
            let is_named = named.get(index).copied().unwrap_or(false);
            if is_named || (is_second && is_chosen) {
                continue;
            }
            let name = Name {
                words,
                weight: if is_chosen {
                    Weight::Bold
                } else {
                    Weight::Regular
                },
                size_px,
                at: fit.px_from_map(area.label_point),
            };
            let own = if is_second {
                None
            } else {
                name.inside(index, cover, &taken)
            };
            if let Some(block) = own {
                taken.push(block.room);
                marks.extend(block.marks(name.weight, ink_on(spec, area), halo_on(spec, area)));
            } else if is_second || is_chosen {
                // An area may lend its room once its own name is there.
                let lends = |host: usize| is_chosen || named.get(host).copied().unwrap_or(false);
                let ground = Ground {
                    cover,
                    taken: &taken,
                };
                let Some((block, host)) = name.beside(shape, &ground, lends) else {
                    continue;
                };
                taken.push(block.room);
                taken.extend(leader_rooms(block.room, name.at));
                let host = host.and_then(|host| spec.areas.get(host));
                let ink = host.map_or(Ink::Ink, |host| ink_on(spec, host));
                marks.extend(block.leader(name.at, ink));
                marks.extend(block.marks(
                    name.weight,
                    ink,
                    host.and_then(|host| halo_on(spec, host)),
                ));
            } else {
                continue;
            }
            if let Some(named) = named.get_mut(index) {
                *named = true;
            }
        }
    }
    marks
}

fn ink_on(spec: &ChoroplethSpec, area: &Area) -> Ink {
    maps::on(spec.ground(area.value))
}

/// Letters over a pattern need a rim of the ground they stand on.
fn halo_on(spec: &ChoroplethSpec, area: &Area) -> Option<Ink> {
    match spec.ground(area.value) {
        Ink::Ramp(..) | Ink::Shades(_) if !area.is_uncertain => None,
        ground => Some(ground),
    }
}

struct Name<'a> {
    words: &'a str,
    weight: Weight,
    size_px: f64,
    at: Point,
}

/// How far names keep from borders.
const RIM_PX: f64 = 1.5;
/// A map narrower than this has smaller names.
const SMALL_MAP_PX: f64 = 420.0;
/// How many pixels of leader a name goes to stand on free ground, not on another area.
const FOREIGN_PX: f64 = 40.0;

/// Where names may go: what lies where, and what is taken.
struct Ground<'a> {
    cover: &'a Cover,
    taken: &'a [Rect],
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
    fn inside(&self, own: usize, cover: &Cover, taken: &[Rect]) -> Option<Block> {
        const SHRUNK: [f64; 2] = [1.0, 0.9];
        for size_px in SHRUNK.map(|shrink| self.size_px * shrink) {
            for lines in self.layouts(size_px) {
                let (width, height) = self.extent(&lines, size_px);
                let reach = size_px * 0.7;
                let room = (0..=6).flat_map(around).find_map(|(dx, dy)| {
                    let at = Point::new(self.at.x + dx * reach, self.at.y + dy * reach);
                    let room = Rect::centred(at, width, height);
                    let is_own = cover.under(room.grown(RIM_PX)) == Under::Area(own);
                    (is_own && is_clear(room, taken)).then_some(room)
                });
                if let Some(room) = room {
                    return Some(Block {
                        lines,
                        size_px,
                        room,
                    });
                }
            }
        }
        None
    }

    /// A place beside the area, joined to it by a leader: on free ground, or wholly inside one
    /// other area, which is then named with it.
    fn beside(
        &self,
        shape: &Shape,
        ground: &Ground<'_>,
        lends: impl Fn(usize) -> bool,
    ) -> Option<(Block, Option<usize>)> {
        let bounds = Rect::around(shape.rings.iter().flatten().copied())?;
        let size_px = self.size_px * 0.92;
        let layouts = self.layouts(size_px);
        let mut best: Option<(f64, usize, Rect, Option<usize>)> = None;
        for (layout, lines) in layouts.iter().enumerate() {
            let (width, height) = self.extent(lines, size_px);
            let half_wide = f64::midpoint(bounds.right - bounds.left, width);
            let half_tall = f64::midpoint(bounds.bottom - bounds.top, height);
            for (turn_x, turn_y) in turns() {
                for gap in [2.0, 8.0, 16.0, 26.0, 40.0, 60.0] {
                    let dx = turn_x * (half_wide + gap);
                    let dy = turn_y * (half_tall + gap);
                    let at = Point::new(self.at.x + dx, self.at.y + dy);
                    let room = Rect::centred(at, width, height);
                    let near = nearest(room, self.at).distance_squared(self.at).sqrt();
                    // Free ground is worth a way; another area is the second choice.
                    let (cost, host) = match ground.cover.under(room.grown(RIM_PX)) {
                        Under::Nothing => (near, None),
                        Under::Area(host) if lends(host) => (near + FOREIGN_PX, Some(host)),
                        _ => continue,
                    };
                    let is_cheaper = best.as_ref().is_none_or(|(least, ..)| cost < *least);
                    let is_free = |room: &Rect| is_clear(*room, ground.taken);
                    if is_cheaper
                        && is_free(&room)
                        && leader_rooms(room, self.at).all(|r| is_free(&r))
                    {
                        best = Some((cost, layout, room, host));
                    }
                }
            }
        }
        let (_, layout, room, host) = best?;
        let lines = layouts.into_iter().nth(layout)?;
        Some((
            Block {
                lines,
                size_px,
                room,
            },
            host,
        ))
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

    /// The width and height of lines of text.
    fn extent(&self, lines: &[String], size_px: f64) -> (f64, f64) {
        let widths = lines
            .iter()
            .map(|line| width_px(line, size_px, self.weight));
        (
            widths.fold(0.0, f64::max),
            lines.len() as f64 * size_px * LINE_SHARE,
        )
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
    fn leader(&self, to: Point, ink: Ink) -> Vec<Mark> {
        let from = nearest(self.room, to);
        vec![
            Mark::line(from, to, Ink::Paper, 2.5),
            Mark::disc(to, 3.0, Ink::Paper),
            Mark::line(from, to, ink, 1.0),
            Mark::disc(to, 2.0, ink),
        ]
    }
}

/// The point of a text's rim nearest to another point.
fn nearest(room: Rect, to: Point) -> Point {
    let rim = room.grown(2.0);
    Point::new(
        to.x.clamp(rim.left, rim.right),
        to.y.clamp(rim.top, rim.bottom),
    )
}

/// Small rooms along a leader, which no name may take.
fn leader_rooms(room: Rect, to: Point) -> impl Iterator<Item = Rect> {
    let from = nearest(room, to);
    (1..=8).map(move |part| {
        let share = f64::from(part) / 8.0;
        let (x, y) = (
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * share,
        );
        Rect::centred(Point::new(x, y), 4.0, 4.0)
    })
}

/// Directions all round, every fifteen degrees.
fn turns() -> impl Iterator<Item = (f64, f64)> {
    (0..24).map(|turn| {
        let angle = f64::from(turn) * std::f64::consts::PI / 12.0;
        (math::cos(angle), math::sin(angle))
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
