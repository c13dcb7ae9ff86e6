//! What a waterfall is drawn with.

use super::layout::Layout;
use super::{Row, WaterfallSpec};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::text_width::{cut, cut_at_word};
use crate::measure::Direction;

/// How far the point of an arrow reaches, in CSS pixels.
const POINT_PX: f64 = 8.0;

impl WaterfallSpec {
    pub(super) fn marks(&self, rows: &[Row], layout: &Layout) -> Vec<Mark> {
        let words_y = layout.rows.small_px * 0.75;
        let px = |value| layout.px(value);
        let mut marks = layout
            .rows
            .axis_marks(&layout.ticks, px, self.unit, words_y);
        // Connectors run under the bars they join.
        for (index, row) in rows.iter().enumerate().take(rows.len().saturating_sub(1)) {
            let x = crisp(layout.px(row.to));
            let ends = [index, index + 1].map(|row| Point::new(x, layout.rows.bar_middle(row)));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Muted, 1.0));
        }
        for (index, row) in rows.iter().enumerate() {
            marks.extend(self.row_marks(row, index, layout));
        }
        marks
    }

    fn row_marks(&self, row: &Row, index: usize, layout: &Layout) -> Vec<Mark> {
        let (middle, half) = (layout.rows.bar_middle(index), layout.rows.bar_half());
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
            step_marks(from, to, middle, half, self.ink(row))
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
        let at = Point::new(0.0, layout.rows.name_middle(index));
        write(at, Anchor::Start, Ink::Ink, name);
        let value = cut(
            &self.told(row),
            layout.rows.frame.width_px * 0.35,
            size_px,
            weight,
        );
        let beyond = from.max(to) + 6.0;
        let at = Point::new(beyond, middle);
        write(at, Anchor::Start, self.ink(row), value);
        marks
    }
}

impl WaterfallSpec {
    /// The ink of a row's figure and of its step.
    fn ink(&self, row: &Row) -> Ink {
        let change = row.change();
        match self.direction {
            _ if row.is_total => Ink::Ink,
            _ if change == 0.0 || change.is_nan() => Ink::Muted,
            Direction::Neutral => Ink::Accent,
            Direction::HigherIsBetter if change > 0.0 => Ink::Better,
            Direction::LowerIsBetter if change < 0.0 => Ink::Better,
            _ => Ink::Worse,
        }
    }
}

/// A bar that points the way it leads, so that the colour need not be seen; a stroke for nothing.
fn step_marks(from: f64, to: f64, middle: f64, half: f64, ink: Ink) -> Vec<Mark> {
    let length = (to - from).abs();
    if length < 1.0 {
        let ends = [middle - half, middle + half].map(|y| Point::new(to, y));
        return vec![Mark::stroke(ends.to_vec(), Ink::Muted, 2.0)];
    }
    let way = if to > from { 1.0 } else { -1.0 };
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
