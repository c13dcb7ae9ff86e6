//! What a tornado is drawn with.

use super::layout::Layout;
use super::{TornadoRow, TornadoSpec};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::placed::outline;
use crate::chart::text_width::{cut, cut_at_word, width_px};
use crate::quantity;

impl TornadoSpec {
    /// What the ends mean, the ticks, and the rule of the answer in the middle.
    pub(super) fn head_marks(&self, layout: &Layout) -> Vec<Mark> {
        let (mut marks, free_from) = key_marks(layout);
        let (rows, small_px) = (&layout.rows, layout.rows.small_px);
        let words_y = rows.top - small_px * 0.85;
        marks.extend(rows.axis_marks(&layout.ticks, |value| layout.px(value), self.unit, words_y));
        let x = crisp(layout.px(self.middle.value));
        let ends = [rows.top - 2.0, rows.foot()].map(|y| Point::new(x, y));
        marks.push(Mark::stroke(ends.to_vec(), Ink::Ink, 1.5));
        // The answer in the middle stands over its rule, where the key leaves room.
        let words = quantity::figure(self.middle.value, self.unit, self.decimals);
        let half = width_px(&words, small_px, Weight::Bold) / 2.0;
        if x - half > free_from && x + half <= layout.rows.frame.width_px {
            let at = Point::new(x, small_px * 0.8);
            marks.push(Mark::Text(Text {
                weight: Weight::Bold,
                ..Text::plain(at, Anchor::Middle, small_px, Ink::Ink, words)
            }));
        }
        marks
    }

    /// A row: its name, its open and its filled arm, what is taken at their ends.
    pub(super) fn row_marks(&self, row: &TornadoRow, index: usize, layout: &Layout) -> Vec<Mark> {
        let (middle, half) = (layout.rows.bar_middle(index), layout.rows.bar_half());
        let base = layout.px(self.middle.value);
        let [low, high] = [&row.low, &row.high].map(|end| layout.px(end.value));
        let mut marks = Vec::new();
        let arm = |to: f64| rectangle(base.min(to), middle - half, base.max(to), middle + half);
        // The longer arm lies below where both lead the same way.
        let is_low_longer = (low - base).abs() > (high - base).abs();
        let open = [
            Mark::fill(arm(low), Ink::Paper),
            outline(&arm(low), Ink::Accent, 1.5),
        ];
        let filled = [Mark::fill(arm(high), Ink::Accent)];
        let (open, filled) = (open.into_iter(), filled.into_iter());
        let is_seen = |to: f64| (to - base).abs() >= 0.5;
        let open = open.filter(|_| is_seen(low));
        let filled = filled.filter(|_| is_seen(high));
        if is_low_longer {
            marks.extend(open.chain(filled));
        } else {
            marks.extend(filled.chain(open));
        }
        let name = cut_at_word(&row.name, layout.names_px, layout.text_px, Weight::Regular);
        if !name.is_empty() {
            let at = Point::new(0.0, layout.rows.name_middle(index));
            marks.push(Mark::Text(Text {
                halo: layout.rows.is_stacked.then_some(Ink::Paper),
                ..Text::plain(at, Anchor::Start, layout.text_px, Ink::Ink, name)
            }));
        }
        marks.extend(end_marks(row, middle, base, layout));
        marks
    }
}

/// What is taken at both ends, beyond the arms.
fn end_marks(row: &TornadoRow, middle: f64, base: f64, layout: &Layout) -> Vec<Mark> {
    let size_px = layout.rows.small_px.min(layout.text_px);
    let [lesser, greater] = row.sides();
    let sides = [
        (lesser, layout.px(lesser.value).min(base) - 6.0, Anchor::End),
        (
            greater,
            layout.px(greater.value).max(base) + 6.0,
            Anchor::Start,
        ),
    ];
    let mark = |(end, x, anchor): (&super::TornadoEnd, f64, Anchor)| {
        let words = cut(&end.words, layout.end_px, size_px, Weight::Regular);
        let at = Point::new(x, middle);
        (!words.is_empty()).then(|| {
            Mark::Text(Text {
                halo: Some(Ink::Paper),
                ..Text::plain(at, anchor, size_px, Ink::Muted, words)
            })
        })
    };
    sides.into_iter().filter_map(mark).collect()
}

/// An open and a filled swatch, each with its meaning, as far as there is room, and where they
/// end.
fn key_marks(layout: &Layout) -> (Vec<Mark>, f64) {
    let small_px = layout.rows.small_px;
    let (y, side) = (small_px * 0.8, small_px * 0.9);
    let mut marks = Vec::new();
    let mut x = 1.0;
    for (is_filled, words) in [(false, "taken low"), (true, "taken high")] {
        let words_px = width_px(words, small_px, Weight::Regular);
        let end = x + side * 1.6 + 5.0 + words_px;
        if end > layout.rows.frame.width_px {
            break;
        }
        let ring = rectangle(x, y - side / 2.0, x + side * 1.6, y + side / 2.0);
        if is_filled {
            marks.push(Mark::fill(ring, Ink::Accent));
        } else {
            marks.push(outline(&ring, Ink::Accent, 1.5));
        }
        let at = Point::new(x + side * 1.6 + 5.0, y);
        let text = Text::plain(at, Anchor::Start, small_px, Ink::Muted, words.to_owned());
        marks.push(Mark::Text(text));
        x = end + small_px * 1.4;
    }
    (marks, x)
}
