//! What a ranking is drawn with.

use super::layout::Layout;
use super::{RankedArea, RankingSpec, Row};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp};
use crate::chart::region::Rect;
use crate::chart::text_width::{cut, width_px};
use crate::quantity;

impl RankingSpec {
    pub(super) fn marks(&self, rows: &[Row], layout: &Layout) -> Vec<Mark> {
        let mut marks = self.line_marks(layout);
        for (row, room) in rows.iter().zip(&layout.rows) {
            let middle = f64::midpoint(room.top, room.bottom);
            match *row {
                Row::Gap(count) => {
                    let words = format!("{} more between", quantity::count(count));
                    let at = Point::new(layout.names_left, middle);
                    let text = plain(at, Anchor::Start, layout.small_px, Ink::Muted, words);
                    marks.push(Mark::Text(text));
                }
                Row::Area(index, value, rank) => {
                    if let Some(area) = self.areas.get(index) {
                        let is_pinned = Some(index) == self.pinned;
                        let row = Shown {
                            area,
                            value,
                            rank,
                            is_pinned,
                        };
                        marks.extend(self.row_marks(&row, *room, layout));
                    }
                }
            }
        }
        marks
    }

    /// The named value across all rows, its name above.
    fn line_marks(&self, layout: &Layout) -> Vec<Mark> {
        let Some(line) = self.line.as_ref().filter(|line| line.value.is_finite()) else {
            return Vec::new();
        };
        let x = crisp(layout.px(line.value));
        let foot = layout.frame.height_px;
        let ends = vec![Point::new(x, layout.top - 2.0), Point::new(x, foot)];
        let figure = quantity::figure(line.value, self.unit, self.decimals);
        let size_px = layout.small_px;
        let words = [&line.name, " ", &figure].concat();
        let words = cut(&words, layout.frame.width_px, size_px, Weight::Regular);
        let half = width_px(&words, size_px, Weight::Regular) / 2.0;
        let middle = x.min(layout.frame.width_px - half).max(half);
        let at = Point::new(middle, layout.top / 2.0 - 1.0);
        vec![
            Mark::stroke(ends, Ink::Benchmark, 1.0),
            Mark::Text(plain(at, Anchor::Middle, size_px, Ink::Ink, words)),
        ]
    }

    fn row_marks(&self, row: &Shown<'_>, room: Rect, layout: &Layout) -> Vec<Mark> {
        let middle = f64::midpoint(room.top, room.bottom);
        let (ink, weight) = if row.is_pinned {
            (Ink::Accent, Weight::Bold)
        } else {
            (Ink::Ink, Weight::Regular)
        };
        let size_px = layout.text_px;
        let text = |x: f64, anchor: Anchor, ink: Ink, content: String| {
            let text = plain(Point::new(x, middle), anchor, size_px, ink, content);
            Mark::Text(Text { weight, ..text })
        };
        let names_px = layout.names_right - layout.names_left;
        let name = cut(&row.area.name, names_px, size_px, weight);
        let figure = quantity::figure(row.value, self.unit, self.decimals);
        let right = layout.frame.width_px;
        let mut marks = vec![
            text(
                layout.ranks_right,
                Anchor::End,
                if row.is_pinned { ink } else { Ink::Muted },
                quantity::count(row.rank),
            ),
            text(layout.names_left, Anchor::Start, ink, name),
            text(right, Anchor::End, ink, figure),
        ];
        let limits = row
            .area
            .interval
            .filter(|interval| interval.low.is_finite() && interval.high.is_finite());
        if let Some(limits) = limits {
            let y = crisp(middle);
            let ends = [limits.low, limits.high].map(|limit| Point::new(layout.px(limit), y));
            let ink = if row.is_pinned {
                Ink::Accent
            } else {
                Ink::Context
            };
            marks.push(Mark::stroke(ends.to_vec(), Ink::Paper, 5.0));
            marks.push(Mark::stroke(ends.to_vec(), ink, 2.0));
        }
        let at = Point::new(layout.px(row.value), middle);
        let radius = (layout.text_px * 0.42).min(6.0);
        // The rim parts a light class from the paper.
        let rim = if row.is_pinned {
            Ink::Accent
        } else {
            Ink::Benchmark
        };
        marks.push(Mark::disc(at, radius + 1.5, Ink::Paper));
        marks.push(Mark::disc(at, radius, rim));
        marks.push(Mark::disc(at, radius - 1.25, row.area.fill.ink()));
        marks
    }
}

/// An area on its row.
struct Shown<'a> {
    area: &'a RankedArea,
    value: f64,
    rank: usize,
    is_pinned: bool,
}

const fn plain(at: Point, anchor: Anchor, size_px: f64, ink: Ink, content: String) -> Text {
    Text {
        at,
        anchor,
        size_px,
        weight: Weight::Regular,
        ink,
        content,
        halo: None,
    }
}
