//! What a slope is drawn with.

use super::layout::{EndName, Layout};
use super::{SlopeRow, SlopeSpec};
use crate::chart::line::SeriesRole;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp};
use crate::chart::text_width::{cut, width_px};

impl SlopeSpec {
    pub(super) fn marks(&self, layout: &Layout) -> Vec<Mark> {
        let mut marks = self.head_marks(layout);
        // The place lies on top of the benchmarks, they on the others.
        for role in [
            SeriesRole::Context,
            SeriesRole::Benchmark,
            SeriesRole::Place,
        ] {
            for row in self.rows.iter().filter(|row| row.role == role) {
                marks.extend(row_marks(row, layout));
            }
        }
        for name in &layout.names {
            let role = self.rows.get(name.row).map(|row| row.role);
            marks.extend(name_marks(
                name,
                role.unwrap_or(SeriesRole::Context),
                layout,
            ));
        }
        marks
    }

    /// What the ends are, and an upright under each.
    fn head_marks(&self, layout: &Layout) -> Vec<Mark> {
        let size_px = layout.text_px;
        let width = layout.frame.width_px;
        let mut marks = Vec::new();
        let mut free_from = 0.0;
        for (x, name) in layout.ends_px.into_iter().zip(&self.ends) {
            let ends = [layout.top - size_px * 0.6, layout.bottom + size_px * 0.6];
            let ends = ends.map(|y| Point::new(crisp(x), y));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Grid, 1.0));
            let words = cut(name, width * 0.45, size_px, Weight::Bold);
            let half = width_px(&words, size_px, Weight::Bold) / 2.0;
            let middle = x.min(width - half).max(half).max(free_from + half);
            free_from = middle + half + size_px * 0.5;
            marks.push(Mark::Text(Text {
                weight: Weight::Bold,
                ..Text::plain(
                    Point::new(middle, size_px * 0.8),
                    Anchor::Middle,
                    size_px,
                    Ink::Ink,
                    words,
                )
            }));
        }
        marks
    }
}

fn row_marks(row: &SlopeRow, layout: &Layout) -> Vec<Mark> {
    let (ink, width) = match row.role {
        SeriesRole::Place => (Ink::Accent, 3.0),
        SeriesRole::Benchmark => (Ink::Benchmark, 2.0),
        SeriesRole::Context => (Ink::Context, 1.25),
    };
    let points: Vec<Point> = row
        .numbers()
        .into_iter()
        .enumerate()
        .filter_map(|(end, number)| Some(layout.at(end, number?)))
        .collect();
    let mut marks = Vec::new();
    if points.len() == 2 {
        if row.role != SeriesRole::Context {
            marks.push(Mark::stroke(points.clone(), Ink::Paper, width + 2.0));
        }
        marks.push(Mark::stroke(points.clone(), ink, width));
    }
    let is_alone = points.len() == 1;
    for at in points {
        marks.push(Mark::disc(at, width + 2.5, Ink::Paper));
        marks.push(Mark::disc(at, width + 1.2, ink));
        if is_alone {
            // Nothing at the other end: a ring, not a point on a line.
            marks.push(Mark::disc(at, width, Ink::Paper));
        }
    }
    marks
}

fn name_marks(name: &EndName, role: SeriesRole, layout: &Layout) -> Vec<Mark> {
    let size_px = layout.text_px;
    let (way, anchor) = if name.end == 0 {
        (-1.0, Anchor::End)
    } else {
        (1.0, Anchor::Start)
    };
    let (ink, weight) = match role {
        SeriesRole::Place => (Ink::Accent, Weight::Bold),
        SeriesRole::Benchmark => (Ink::Ink, Weight::Bold),
        SeriesRole::Context => (Ink::Ink, Weight::Regular),
    };
    let at = Point::new(name.from.x + way * size_px * 0.9, name.y);
    let mut marks = Vec::new();
    if (name.y - name.from.y).abs() > size_px * 0.35 {
        let leader = [
            Point::new(name.from.x + way * 3.0, name.from.y),
            Point::new(at.x - way * 2.0, name.y),
        ];
        marks.push(Mark::stroke(leader.to_vec(), Ink::Context, 1.0));
    }
    marks.push(Mark::Text(Text {
        weight,
        ..Text::plain(at, anchor, size_px, ink, name.words.clone())
    }));
    marks
}
