//! What a pyramid is drawn with.

use super::layout::Layout;
use super::{PyramidBand, PyramidSpec};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::text_width::{cut, width_px};
use crate::quantity;

/// How opaque bars are: the outline of the earlier year is seen over them.
const BAR_OPACITY: f64 = 0.45;

impl PyramidSpec {
    /// The key, what the sides are, and the ticks of both.
    pub(super) fn head_marks(&self, layout: &Layout) -> Vec<Mark> {
        let small_px = layout.small_px;
        let mut marks = self.key_marks(layout);
        let [left, right] = layout.gutter;
        let y = layout.top - small_px * 0.8;
        let sides = self
            .sides
            .iter()
            .zip([(left, Anchor::End), (right, Anchor::Start)]);
        for (name, (x, anchor)) in sides {
            let words = cut(name, left, small_px, Weight::Bold);
            marks.push(Mark::Text(Text {
                weight: Weight::Bold,
                ..Text::plain(Point::new(x, y), anchor, small_px, Ink::Ink, words)
            }));
        }
        for side in 0..2 {
            marks.extend(self.tick_marks(side, layout));
        }
        marks
    }

    fn tick_marks(&self, side: usize, layout: &Layout) -> Vec<Mark> {
        let small_px = layout.small_px;
        let (top, bottom) = (layout.top, layout.bottom);
        let y = layout.frame.height_px - small_px * 0.65;
        let mut marks = Vec::new();
        for &value in &layout.ticks.values {
            let x = layout.end_px(side, value);
            let ink = if value == 0.0 { Ink::Muted } else { Ink::Grid };
            let ends = [top, bottom].map(|y| Point::new(crisp(x), y));
            marks.push(Mark::stroke(ends.to_vec(), ink, 1.0));
            let words = quantity::tick(value, self.unit, layout.ticks.decimals, false);
            let half = width_px(&words, small_px, Weight::Regular) / 2.0;
            let is_inside = x - half >= 0.0 && x + half <= layout.frame.width_px;
            // Nothing at the gutter: both sides begin there.
            if value > 0.0 && is_inside && is_clear_of_gutter(x, half, layout) {
                let text = Text::plain(
                    Point::new(x, y),
                    Anchor::Middle,
                    small_px,
                    Ink::Muted,
                    words,
                );
                marks.push(Mark::Text(text));
            }
        }
        marks
    }

    /// A band: both bars, and its name between them.
    pub(super) fn band_marks(
        &self,
        band: &PyramidBand,
        index: usize,
        layout: &Layout,
    ) -> Vec<Mark> {
        let top = layout.band_top(index);
        let gap = (layout.band_px * 0.08).min(1.5);
        let (upper, lower) = (top + gap, top + layout.band_px - gap);
        let mut marks = Vec::new();
        for (side, (value, foot)) in band.after.into_iter().zip(layout.gutter).enumerate() {
            let end = layout.end_px(side, value);
            marks.push(Mark::Polygon {
                ring: rectangle(foot.min(end), upper, foot.max(end), lower),
                ink: Ink::Accent,
                opacity: BAR_OPACITY,
            });
        }
        // Names count from the youngest, so that the foot always has one.
        if index.is_multiple_of(layout.names_every) {
            let [left, right] = layout.gutter;
            let words = cut(&band.name, right - left, layout.text_px, Weight::Regular);
            let at = Point::new(layout.gutter_middle(), top + layout.band_px / 2.0);
            let fits = at.y - layout.text_px * 0.6 >= layout.top - 1.0;
            if !words.is_empty() && fits {
                let text = Text::plain(at, Anchor::Middle, layout.text_px, Ink::Muted, words);
                marks.push(Mark::Text(text));
            }
        }
        marks
    }

    /// The steps of the earlier year on both sides.
    pub(super) fn outline_marks(&self, layout: &Layout) -> Vec<Mark> {
        let outline = |(side, foot): (usize, f64)| {
            let mut points = vec![Point::new(foot, layout.bottom)];
            for (index, band) in self.bands.iter().enumerate() {
                let value = band.before.get(side).copied().unwrap_or_default();
                let x = layout.end_px(side, value);
                let top = layout.band_top(index);
                points.push(Point::new(x, top + layout.band_px));
                points.push(Point::new(x, top));
            }
            points.push(Point::new(foot, layout.band_top(layout.bands - 1)));
            let width_px = 1.75 * layout.frame.text_scale.sqrt();
            Mark::stroke(points, Ink::Ink, width_px)
        };
        layout.gutter.into_iter().enumerate().map(outline).collect()
    }

    /// A bar with the later year, a stroke with the earlier one.
    fn key_marks(&self, layout: &Layout) -> Vec<Mark> {
        let small_px = layout.small_px;
        let (y, side) = (small_px * 0.8, small_px * 0.9);
        let mut marks = Vec::new();
        let mut x = 1.0;
        for (is_bar, words) in [(true, &self.after), (false, &self.before)] {
            let words_px = width_px(words, small_px, Weight::Regular);
            let end = x + side * 1.6 + 5.0 + words_px;
            if end > layout.frame.width_px {
                break;
            }
            if is_bar {
                let ring = rectangle(x, y - side / 2.0, x + side * 1.6, y + side / 2.0);
                marks.push(Mark::Polygon {
                    ring,
                    ink: Ink::Accent,
                    opacity: BAR_OPACITY,
                });
            } else {
                let ends = [x, x + side * 1.6].map(|x| Point::new(x, y));
                marks.push(Mark::stroke(ends.to_vec(), Ink::Ink, 1.75));
            }
            let at = Point::new(x + side * 1.6 + 5.0, y);
            let text = Text::plain(at, Anchor::Start, small_px, Ink::Muted, words.clone());
            marks.push(Mark::Text(text));
            x = end + small_px * 1.4;
        }
        marks
    }
}

fn is_clear_of_gutter(x: f64, half: f64, layout: &Layout) -> bool {
    let middle = layout.gutter_middle();
    (x - middle).abs() > half + layout.small_px * 0.4
}
