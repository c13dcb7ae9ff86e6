//! Ticks, cuts and names around a quadrant.

use super::layout::Layout;
use super::{Corner, QuadrantAxis, QuadrantSpec};
use crate::chart::labels::is_clear;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp};
use crate::chart::region::Rect;
use crate::chart::text_width::{bounds, cut, width_px};
use crate::quantity;

/// Texts set down one after the other, each only where it has room.
pub(super) struct Writing {
    pub(super) marks: Vec<Mark>,
    pub(super) taken: Vec<Rect>,
    width_px: f64,
}

impl Writing {
    /// All marks, the texts last: a point may lie where a line is named.
    pub(super) fn with_texts_on_top(self) -> Vec<Mark> {
        let is_text = |mark: &Mark| matches!(mark, Mark::Text(_));
        let (texts, mut marks): (Vec<Mark>, Vec<Mark>) = self.marks.into_iter().partition(is_text);
        marks.extend(texts);
        marks
    }

    pub(super) fn put(&mut self, text: Text) -> bool {
        let room = bounds(&text);
        let is_inside = room.left >= -0.5 && room.right <= self.width_px + 0.5;
        let has_room = !text.content.is_empty() && is_inside && is_clear(room, &self.taken);
        if has_room {
            self.taken.push(room);
            self.marks.push(Mark::Text(text));
        }
        has_room
    }
}

impl QuadrantSpec {
    /// Rules, cuts, ticks and names, from back to front, and the rooms they take.
    pub(super) fn axis_marks(&self, layout: &Layout) -> Writing {
        let mut writing = Writing {
            marks: self.rule_marks(layout),
            taken: Vec::new(),
            width_px: layout.frame.width_px,
        };
        self.titles(layout, &mut writing);
        self.cut_names(layout, &mut writing);
        self.key(layout, &mut writing);
        self.ticks(layout, &mut writing);
        self.corner_names(layout, &mut writing);
        writing
    }

    fn rule_marks(&self, layout: &Layout) -> Vec<Mark> {
        let plot = layout.plot;
        let upright = |x: f64, ink: Ink| {
            let x = crisp(x);
            Mark::line(
                Point::new(x, plot.top),
                Point::new(x, plot.bottom),
                ink,
                1.0,
            )
        };
        let level = |y: f64, ink: Ink| {
            let y = crisp(y);
            Mark::line(
                Point::new(plot.left, y),
                Point::new(plot.right, y),
                ink,
                1.0,
            )
        };
        let across = layout.across.ticks.iter();
        let across = across.map(|&(value, _)| upright(layout.across.scale.px(value), Ink::Grid));
        let up = layout.up.ticks.iter();
        let up = up.map(|&(value, _)| level(layout.up.scale.px(value), Ink::Grid));
        let mut marks: Vec<Mark> = across.chain(up).collect();
        marks.push(upright(layout.across.cut_px, Ink::Benchmark));
        marks.push(level(layout.up.cut_px, Ink::Benchmark));
        marks
    }

    /// What the axes show: upwards at the head, across at the foot.
    fn titles(&self, layout: &Layout, writing: &mut Writing) {
        let (size_px, width) = (layout.small_px, layout.frame.width_px);
        let fitted = |words: &str, most: f64| cut(words, most, size_px, Weight::Regular);
        let up = fitted(&["↑ ", &self.up.measure].concat(), width);
        let at = Point::new(0.0, size_px * 0.7);
        writing.put(Text::plain(at, Anchor::Start, size_px, Ink::Ink, up));
        let across = fitted(&[&self.across.measure, " →"].concat(), width);
        let at = Point::new(width, layout.frame.height_px - size_px * 0.7);
        writing.put(Text::plain(at, Anchor::End, size_px, Ink::Ink, across));
    }

    /// The named values on their lines.
    fn cut_names(&self, layout: &Layout, writing: &mut Writing) {
        let (size_px, plot) = (layout.small_px, layout.plot);
        let width = layout.frame.width_px;
        let told = |axis: &QuadrantAxis| {
            let figure = quantity::figure(axis.cut.value, axis.unit, axis.decimals);
            cut(
                &[&axis.cut.name, " ", &figure].concat(),
                width,
                size_px,
                Weight::Regular,
            )
        };
        let words = told(&self.across);
        let half = width_px(&words, size_px, Weight::Regular) / 2.0;
        let x = layout.across.cut_px.min(width - half).max(half);
        let at = Point::new(x, plot.top - size_px * 0.75);
        writing.put(Text::plain(at, Anchor::Middle, size_px, Ink::Ink, words));
        let words = told(&self.up);
        for way in [-0.75, 0.75] {
            let at = Point::new(plot.right, layout.up.cut_px + way * size_px);
            let text = Text::plain(at, Anchor::End, size_px, Ink::Ink, words.clone());
            let text = Text {
                halo: Some(Ink::Paper),
                ..text
            };
            if plot.holds(bounds(&text)) && writing.put(text) {
                break;
            }
        }
    }

    fn ticks(&self, layout: &Layout, writing: &mut Writing) {
        let (size_px, plot) = (layout.small_px, layout.plot);
        let tick = |axis: &QuadrantAxis, (value, decimals): (f64, u8), is_last: bool| {
            quantity::tick(value, axis.unit, decimals, is_last)
        };
        // The highest first, since it bears the unit.
        let last = layout.across.ticks.len().saturating_sub(1);
        for (index, &one) in layout.across.ticks.iter().enumerate().rev() {
            let words = tick(&self.across, one, index == last);
            let at = Point::new(layout.across.scale.px(one.0), plot.bottom + size_px * 0.75);
            writing.put(Text::plain(at, Anchor::Middle, size_px, Ink::Muted, words));
        }
        let last = layout.up.ticks.len().saturating_sub(1);
        for (index, &one) in layout.up.ticks.iter().enumerate().rev() {
            let words = tick(&self.up, one, index == last);
            let at = Point::new(plot.left - 6.0, layout.up.scale.px(one.0));
            writing.put(Text::plain(at, Anchor::End, size_px, Ink::Muted, words));
        }
    }

    /// What the corners are called, each in its corner.
    fn corner_names(&self, layout: &Layout, writing: &mut Writing) {
        let (size_px, plot) = (layout.small_px, layout.plot);
        let inset = size_px * 0.5;
        for (corner, name) in Corner::ALL.into_iter().zip(&self.names) {
            let is_right = matches!(corner, Corner::Leading | Corner::Mature);
            let is_upper = matches!(corner, Corner::Leading | Corner::Emerging);
            let (x, anchor, room_px) = if is_right {
                let room_px = plot.right - layout.across.cut_px;
                (plot.right - inset, Anchor::End, room_px)
            } else {
                let room_px = layout.across.cut_px - plot.left;
                (plot.left + inset, Anchor::Start, room_px)
            };
            let (y, height_px) = if is_upper {
                (plot.top + size_px * 0.8, layout.up.cut_px - plot.top)
            } else {
                (plot.bottom - size_px * 0.8, plot.bottom - layout.up.cut_px)
            };
            let text = Text {
                weight: Weight::Bold,
                halo: Some(Ink::Paper),
                ..Text::plain(Point::new(x, y), anchor, size_px, Ink::Muted, name.clone())
            };
            let fits = width_px(name, size_px, Weight::Bold) + 2.0 * inset <= room_px;
            if fits && height_px >= size_px * 2.0 {
                writing.put(text);
            }
        }
    }
}
