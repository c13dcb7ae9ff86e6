//! What a scatter is drawn with.

use super::ScatterSpec;
use super::layout::Layout;
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp};
use crate::chart::region::Rect;
use crate::chart::text_width::{LINE_SHARE, cut, width_px};
use crate::order;
use crate::quantity;

/// The radius of an area's point, in CSS pixels.
const RADIUS_PX: f64 = 3.2;
/// How many areas that lie apart from the rest are named.
const NAMED: usize = 5;

impl ScatterSpec {
    pub(super) fn marks(&self, both: &[(usize, [f64; 2])], layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut taken = Vec::new();
        self.axis_marks(layout, &mut marks, &mut taken);
        let is_dimmed = |index: usize| self.dimmed.get(index).copied().unwrap_or(false);
        let is_any_dimmed = both.iter().any(|(index, _)| is_dimmed(*index));
        for dimmed in [true, false] {
            for &(index, values) in both.iter().filter(|(index, _)| is_dimmed(*index) == dimmed) {
                if Some(index) == self.pinned {
                    continue;
                }
                let at = layout.point(values);
                let (ink, opacity) = match (dimmed, is_any_dimmed) {
                    (true, _) => (Ink::Context, 0.25),
                    (false, true) => (Ink::Accent, 0.75),
                    (false, false) => (Ink::Context, 0.7),
                };
                let ring = octagon(at, RADIUS_PX);
                marks.push(Mark::Polygon { ring, ink, opacity });
                if layout.is_beyond(values) {
                    let ring = octagon(at, RADIUS_PX - 1.4);
                    marks.push(Mark::fill(ring, Ink::Paper));
                }
            }
        }
        self.line_marks(layout, &mut marks, &mut taken);
        let pinned = both.iter().find(|(index, _)| Some(*index) == self.pinned);
        if let Some(&(_, values)) = pinned {
            let at = layout.point(values);
            marks.push(Mark::disc(at, 7.0, Ink::Paper));
            marks.push(Mark::disc(at, 5.5, Ink::Accent));
            taken.push(Rect::centred(at, 16.0, 16.0));
        }
        self.name_marks(both, layout, &mut marks, &mut taken);
        marks
    }

    /// Ticks with light rules, and what the axes show.
    fn axis_marks(&self, layout: &Layout, marks: &mut Vec<Mark>, taken: &mut Vec<Rect>) {
        let (plot, size_px) = (layout.plot, layout.small_px);
        let mut write = |at: Point, anchor: Anchor, ink: Ink, content: String| {
            let text = Text {
                at,
                anchor,
                size_px,
                weight: Weight::Regular,
                ink,
                content,
                halo: None,
            };
            let room = crate::chart::text_width::bounds(&text);
            let is_inside = room.left >= -0.5 && room.right <= layout.frame.width_px + 0.5;
            let is_free = is_inside && is_clear(room, taken);
            if is_free {
                taken.push(room);
                marks.push(Mark::Text(text));
            }
            is_free
        };
        let mut rules = Vec::new();
        let gap = size_px * 0.75;
        // The highest first, since it bears the unit.
        for (index, &value) in layout.across.ticks.values.iter().enumerate().rev() {
            let is_last = index + 1 == layout.across.ticks.values.len();
            let decimals = layout.across.ticks.decimals;
            let words = quantity::tick(value, self.across.unit, decimals, is_last);
            let x = layout.across.scale.px_from_value(value);
            let half = width_px(&words, size_px, Weight::Regular) / 2.0;
            let middle = x.min(layout.frame.width_px - half);
            let at = Point::new(middle, plot.bottom + gap);
            write(at, Anchor::Middle, Ink::Muted, words);
            let x = crisp(x);
            rules.push([Point::new(x, plot.top), Point::new(x, plot.bottom)]);
        }
        for (index, &value) in layout.up.ticks.values.iter().enumerate().rev() {
            let is_last = index + 1 == layout.up.ticks.values.len();
            let decimals = layout.up.ticks.decimals;
            let words = quantity::tick(value, self.up.unit, decimals, is_last);
            let y = layout.up.scale.px_from_value(value);
            write(
                Point::new(plot.left - 6.0, y),
                Anchor::End,
                Ink::Muted,
                words,
            );
            let y = crisp(y);
            rules.push([Point::new(plot.left, y), Point::new(plot.right, y)]);
        }
        let width = layout.frame.width_px;
        let title = |words: &str| cut(words, width, size_px, Weight::Regular);
        let up = title(&["↑ ", &self.up.measure].concat());
        write(Point::new(0.0, size_px * 0.7), Anchor::Start, Ink::Ink, up);
        let across = title(&[&self.across.measure, " →"].concat());
        let foot = Point::new(width, layout.frame.height_px - size_px * 0.7);
        write(foot, Anchor::End, Ink::Ink, across);
        marks.splice(
            0..0,
            rules
                .into_iter()
                .map(|[from, to]| Mark::line(from, to, Ink::Grid, 1.0)),
        );
    }

    /// The lines that part the plot, named at their ends.
    fn line_marks(&self, layout: &Layout, marks: &mut Vec<Mark>, taken: &mut Vec<Rect>) {
        let (plot, size_px) = (layout.plot, layout.small_px);
        let words = |name: &str, figure: &str| [name, " ", figure].concat();
        if let Some((line, x)) = self.across.line.as_ref().zip(layout.across.line_px) {
            let x = crisp(x);
            let ends = [Point::new(x, plot.top), Point::new(x, plot.bottom)];
            marks.push(Mark::stroke(ends.to_vec(), Ink::Benchmark, 1.0));
            let figure = quantity::figure(line.value, self.across.unit, self.across.decimals);
            let content = cut(
                &words(&line.name, &figure),
                layout.frame.width_px,
                size_px,
                Weight::Regular,
            );
            let half = width_px(&content, size_px, Weight::Regular) / 2.0;
            let middle = x.min(layout.frame.width_px - half).max(half);
            let at = Point::new(middle, plot.top - size_px * 0.7);
            self.write(content, (at, Anchor::Middle), layout, marks, taken);
        }
        if let Some((line, y)) = self.up.line.as_ref().zip(layout.up.line_px) {
            let y = crisp(y);
            let ends = [Point::new(plot.left, y), Point::new(plot.right, y)];
            marks.push(Mark::stroke(ends.to_vec(), Ink::Benchmark, 1.0));
            let figure = quantity::figure(line.value, self.up.unit, self.up.decimals);
            let content = words(&line.name, &figure);
            let above = y - size_px * 0.75;
            let at = Point::new(plot.right, above.max(plot.top + size_px * 0.6));
            self.write(content, (at, Anchor::End), layout, marks, taken);
        }
    }

    /// A word on the plot, if it has room.
    fn write(
        &self,
        content: String,
        (at, anchor): (Point, Anchor),
        layout: &Layout,
        marks: &mut Vec<Mark>,
        taken: &mut Vec<Rect>,
    ) {
        let text = Text {
            at,
            anchor,
            size_px: layout.small_px,
            weight: Weight::Regular,
            ink: Ink::Ink,
            content,
            halo: Some(Ink::Paper),
        };
        let room = crate::chart::text_width::bounds(&text);
        let is_inside = room.left >= 0.0 && room.right <= layout.frame.width_px;
        if is_inside && is_clear(room, taken) {
            taken.push(room);
            marks.push(Mark::Text(text));
        }
    }

    /// Names for the pinned area and for those that lie furthest from the rest.
    fn name_marks(
        &self,
        both: &[(usize, [f64; 2])],
        layout: &Layout,
        marks: &mut Vec<Mark>,
        taken: &mut Vec<Rect>,
    ) {
        let plot = layout.plot;
        let middle = Point::new(
            layout
                .across
                .line_px
                .unwrap_or(f64::midpoint(plot.left, plot.right)),
            layout
                .up
                .line_px
                .unwrap_or(f64::midpoint(plot.top, plot.bottom)),
        );
        let mut far: Vec<(usize, Point, f64)> = both
            .iter()
            .filter(|(index, _)| Some(*index) != self.pinned)
            .filter(|(index, _)| !self.dimmed.get(*index).copied().unwrap_or(false))
            .map(|&(index, values)| {
                let at = layout.point(values);
                let wide = (at.x - middle.x) / (plot.right - plot.left);
                let high = (at.y - middle.y) / (plot.bottom - plot.top);
                (index, at, wide * wide + high * high)
            })
            .collect();
        order::sort_by(&mut far, |a, b| b.2.total_cmp(&a.2));
        let pinned = both.iter().find(|(index, _)| Some(*index) == self.pinned);
        let pinned = pinned.map(|&(index, values)| (index, layout.point(values), true));
        let others = far.into_iter().take(NAMED).map(|(i, at, _)| (i, at, false));
        for (index, at, is_pinned) in pinned.into_iter().chain(others) {
            let Some(point) = self.points.get(index) else {
                continue;
            };
            let weight = if is_pinned {
                Weight::Bold
            } else {
                Weight::Regular
            };
            let size_px = layout.small_px;
            let content = cut(&point.name, plot.right - plot.left, size_px, weight);
            let width = width_px(&content, size_px, weight);
            let height = size_px * LINE_SHARE;
            let off = if is_pinned { 10.0 } else { 7.0 };
            let seats = [
                (
                    Point::new(at.x + off, at.y),
                    Anchor::Start,
                    off + width / 2.0,
                    0.0,
                ),
                (
                    Point::new(at.x - off, at.y),
                    Anchor::End,
                    -off - width / 2.0,
                    0.0,
                ),
                (
                    Point::new(at.x, at.y - off - height / 2.0),
                    Anchor::Middle,
                    0.0,
                    -off - height / 2.0,
                ),
                (
                    Point::new(at.x, at.y + off + height / 2.0),
                    Anchor::Middle,
                    0.0,
                    off + height / 2.0,
                ),
            ];
            for (seat, anchor, dx, dy) in seats {
                let room = Rect::centred(Point::new(at.x + dx, at.y + dy), width, height);
                if !plot.holds(room) || !is_clear(room.grown(2.0), taken) {
                    continue;
                }
                taken.push(room);
                marks.push(Mark::Text(Text {
                    at: seat,
                    anchor,
                    size_px,
                    weight,
                    ink: if is_pinned { Ink::Accent } else { Ink::Ink },
                    content,
                    halo: Some(Ink::Paper),
                }));
                break;
            }
        }
    }
}

/// A point that is told from a circle by nobody, and costs a canvas less.
fn octagon(at: Point, radius: f64) -> Vec<Point> {
    let near = radius * 0.41;
    let corners = [
        (radius, near),
        (near, radius),
        (-near, radius),
        (-radius, near),
        (-radius, -near),
        (-near, -radius),
        (near, -radius),
        (radius, -near),
    ];
    corners
        .into_iter()
        .map(|(dx, dy)| Point::new(at.x + dx, at.y + dy))
        .collect()
}
