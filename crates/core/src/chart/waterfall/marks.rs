//! What a waterfall is drawn with.

use super::layout::Layout;
use super::{Row, WaterfallSpec};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::text_width::{cut, cut_at_word, width_px};
use crate::quantity;

/// How far the point of an arrow reaches, in CSS pixels.
const POINT_PX: f64 = 8.0;

impl WaterfallSpec {
    pub(super) fn marks(&self, rows: &[Row], layout: &Layout) -> Vec<Mark> {
        let mut marks = self.axis_marks(layout);
        // Connectors run under the bars they join.
        for (index, row) in rows.iter().enumerate().take(rows.len().saturating_sub(1)) {
            let x = crisp(layout.px(row.to));
            let ends = [index, index + 1].map(|row| Point::new(x, layout.bar_middle(row)));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Muted, 1.0));
        }
        for (index, row) in rows.iter().enumerate() {
            marks.extend(self.row_marks(row, index, layout));
        }
        marks
    }

    fn axis_marks(&self, layout: &Layout) -> Vec<Mark> {
        let (small_px, width) = (layout.small_px, layout.frame.width_px);
        let foot = layout.row_room(layout.rows.saturating_sub(1)).bottom;
        let mut marks = Vec::new();
        let mut free_from = 0.0;
        let last = layout.ticks.values.len().saturating_sub(1);
        for (index, &value) in layout.ticks.values.iter().enumerate() {
            let px = layout.px(value);
            let x = crisp(px);
            let ink = if value == 0.0 { Ink::Muted } else { Ink::Grid };
            let ends = vec![Point::new(x, layout.top - 2.0), Point::new(x, foot)];
            marks.push(Mark::stroke(ends, ink, 1.0));
            let decimals = layout.ticks.decimals;
            let half = |words: &str| width_px(words, small_px, Weight::Regular) / 2.0;
            let spoken = quantity::spoken(value, self.unit, decimals);
            let has_room = px - half(&spoken) > free_from && px + half(&spoken) <= width;
            let words = if index == last && has_room {
                spoken
            } else {
                quantity::tick(value, self.unit, decimals, index == last)
            };
            let middle = px.min(width - half(&words)).max(half(&words));
            if middle - half(&words) < free_from {
                continue;
            }
            free_from = middle + half(&words) + small_px * 0.6;
            let at = Point::new(middle, small_px * 0.75);
            let text = Text::plain(at, Anchor::Middle, small_px, Ink::Muted, words);
            marks.push(Mark::Text(text));
        }
        marks
    }

    fn row_marks(&self, row: &Row, index: usize, layout: &Layout) -> Vec<Mark> {
        let (middle, half) = (layout.bar_middle(index), layout.bar_half());
        let from = if row.is_total {
            layout.foot_px()
        } else {
            layout.px(row.from)
        };
        let to = layout.px(row.to);
        let mut marks = if row.is_total {
            let ring = rectangle(from.min(to), middle - half, from.max(to), middle + half);
            vec![Mark::fill(ring, Ink::Benchmark)]
        } else {
            step_marks(from, to, middle, half)
        };
        if row.is_total && layout.is_broken {
            marks.extend(crack(layout.left + 6.0, middle, half));
        }
        let weight = if row.is_total {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let size_px = layout.text_px;
        let mut write = |at: Point, anchor: Anchor, ink: Ink, words: String| {
            if !words.is_empty() {
                marks.push(Mark::Text(Text {
                    weight,
                    halo: Some(Ink::Paper),
                    ..Text::plain(at, anchor, size_px, ink, words)
                }));
            }
        };
        let name = cut_at_word(&row.name, layout.names_px, size_px, weight);
        let at = Point::new(0.0, layout.name_middle(index));
        write(at, Anchor::Start, Ink::Ink, name);
        let value = cut(
            &self.told(row),
            layout.frame.width_px * 0.35,
            size_px,
            weight,
        );
        let beyond = from.max(to) + 6.0;
        let at = Point::new(beyond, middle);
        write(at, Anchor::Start, ink(row), value);
        marks
    }
}

/// The ink of a row's figure.
fn ink(row: &Row) -> Ink {
    match row.change() {
        _ if row.is_total => Ink::Ink,
        change if change > 0.0 => Ink::Better,
        change if change < 0.0 => Ink::Worse,
        _ => Ink::Muted,
    }
}

/// A bar that points the way it leads, so that the colour need not be seen; a stroke for nothing.
fn step_marks(from: f64, to: f64, middle: f64, half: f64) -> Vec<Mark> {
    let length = (to - from).abs();
    if length < 1.0 {
        let ends = [middle - half, middle + half].map(|y| Point::new(to, y));
        return vec![Mark::stroke(ends.to_vec(), Ink::Muted, 2.0)];
    }
    let (ink, way) = if to > from {
        (Ink::Better, 1.0)
    } else {
        (Ink::Worse, -1.0)
    };
    let shoulder = to - way * POINT_PX.min(length);
    let ring = vec![
        Point::new(from, middle - half),
        Point::new(shoulder, middle - half),
        Point::new(to, middle),
        Point::new(shoulder, middle + half),
        Point::new(from, middle + half),
    ];
    vec![Mark::fill(ring, ink)]
}

/// A crack across a bar whose axis does not begin at zero.
fn crack(x: f64, middle: f64, half: f64) -> Vec<Mark> {
    let reach = half + 2.0;
    let points = [(-1.0, -1.0), (1.0, -0.33), (-1.0, 0.33), (1.0, 1.0)];
    let points = points.map(|(dx, dy)| Point::new(x + dx * 2.5, middle + dy * reach));
    vec![
        Mark::stroke(points.to_vec(), Ink::Paper, 5.0),
        Mark::stroke(
            points.map(|p| Point::new(p.x - 2.5, p.y)).to_vec(),
            Ink::Muted,
            1.0,
        ),
        Mark::stroke(
            points.map(|p| Point::new(p.x + 2.5, p.y)).to_vec(),
            Ink::Muted,
            1.0,
        ),
    ]
}
