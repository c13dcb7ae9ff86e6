//! The timeline: what happened and what is ahead, a row each, over a window that can be moved.
//!
//! What is told in sources is full, what is only proposed hollow; where sources tell different
//! dates of one thing, each has its mark and a dashed line joins them.

mod axis;
mod marks;
mod words;

use super::Frame;
use super::mark::{Point, Weight};
use super::placed::{Placed, Reach, Target, Walk};
use super::region::Rect;
use super::scale::Linear;
use super::size;
use super::text_width::{LINE_SHARE, width_px};
use crate::order;

/// Things with dates.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineSpec {
    /// What the picture shows, for the sentence.
    pub title: String,
    /// Which years are in sight, as decimal years: from and to.
    pub window_years: [f64; 2],
    /// Where today is, as a decimal year.
    pub today_years: Option<f64>,
    /// What is dated.
    pub rows: Vec<TimelineRow>,
}

/// One thing.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Whether nobody has told it: it is a proposal.
    pub is_proposed: bool,
    /// Whether its dates exclude each other.
    pub is_in_conflict: bool,
    /// Its dates; at least one, or it is passed over.
    pub dates: Vec<TimelineDate>,
}

/// One date of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineDate {
    /// Where it begins, as a decimal year.
    pub from_years: f64,
    /// Where it ends; where it begins for a day.
    pub to_years: f64,
    /// The date in words, with who tells it.
    pub words: String,
}

/// Narrower than this names stand above their marks, in CSS pixels at normal text size.
const BESIDE_PX: f64 = 620.0;

struct Layout<'a> {
    frame: Frame,
    rows: Vec<&'a TimelineRow>,
    text_px: f64,
    small_px: f64,
    row_px: f64,
    top_px: f64,
    is_stacked: bool,
    scale: Linear,
    /// How many rows end before the window, and how many begin after it.
    outside: [usize; 2],
}

impl TimelineRow {
    fn start_years(&self) -> f64 {
        let dates = self.dates.iter().map(|date| date.from_years);
        dates.fold(f64::INFINITY, f64::min)
    }

    fn end_years(&self) -> f64 {
        let dates = self.dates.iter().map(|date| date.to_years);
        dates.fold(f64::NEG_INFINITY, f64::max)
    }
}

impl TimelineSpec {
    /// The height in CSS pixels at which the rows in sight stand comfortably in a width.
    #[must_use]
    pub fn natural_height_px(&self, width_px: f64, text_scale: f64) -> f64 {
        let frame = Frame {
            width_px,
            height_px: 0.0,
            text_scale,
        };
        let frame = frame.sane();
        let [rows, ..] = self.parted();
        let (row_px, edges_px) = natural_px(frame);
        // A window without anything still says so.
        row_px * rows.len().max(2) as f64 + edges_px
    }

    /// Places the timeline in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let layout = self.layout(frame);
        let targets = layout.rows.iter().enumerate().map(|(index, row)| {
            let room = layout.room(index);
            let middle = f64::midpoint(row.start_years(), row.end_years());
            Target {
                key: row.key.clone(),
                name: row.name.clone(),
                words: row.words(),
                brief: row.name.clone(),
                at: Point::new(layout.px(middle), f64::midpoint(room.top, room.bottom)),
                reach: Reach::Row(room),
            }
        });
        let targets: Vec<Target> = targets.collect();
        let order: Vec<usize> = (0..targets.len()).collect();
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks: self.marks(&layout),
            targets,
            text: self.words(&layout.rows),
            walk: Walk::along(&order, 0, true),
        }
    }

    /// The rows in sight, the earliest first, those before and those after.
    fn parted(&self) -> [Vec<&TimelineRow>; 3] {
        let [from, to] = self.window();
        let mut parted: [Vec<&TimelineRow>; 3] = [Vec::new(), Vec::new(), Vec::new()];
        for row in &self.rows {
            let (start, end) = (row.start_years(), row.end_years());
            if !start.is_finite() || !end.is_finite() {
                continue;
            }
            let [within, before, after] = &mut parted;
            let side = if end < from {
                before
            } else if start > to {
                after
            } else {
                within
            };
            side.push(row);
        }
        order::sort_by(&mut parted[0], |a, b| {
            a.start_years().total_cmp(&b.start_years())
        });
        parted
    }

    /// The window as it can be drawn: a broken one shows everything.
    fn window(&self) -> [f64; 2] {
        let [from, to] = self.window_years;
        if from.is_finite() && to.is_finite() && from < to {
            return [from, to];
        }
        let rows = self.rows.iter();
        let (from, to) = rows.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), row| {
            (from.min(row.start_years()), to.max(row.end_years()))
        });
        if from.is_finite() && to.is_finite() {
            [from - 0.5, to + 0.5]
        } else {
            [0.0, 1.0]
        }
    }

    fn layout(&self, frame: Frame) -> Layout<'_> {
        let [rows, before, after] = self.parted();
        let (row_px, edges_px) = natural_px(frame);
        let natural_px = row_px * rows.len().max(2) as f64 + edges_px;
        let fit = (frame.height_px / natural_px).min(1.0);
        let text_px = size::LABEL * frame.text_scale * fit;
        let small_px = size::SMALL * frame.text_scale * fit;
        let [from, to] = self.window();
        let edge = small_px * 1.2;
        Layout {
            frame,
            outside: [before.len(), after.len()],
            rows,
            text_px,
            small_px,
            row_px: row_px * fit,
            top_px: small_px * LINE_SHARE * 2.0,
            is_stacked: is_stacked(frame),
            scale: Linear::new(from, to, edge, (frame.width_px - edge).max(edge + 1.0)),
        }
    }
}

fn is_stacked(frame: Frame) -> bool {
    frame.width_px < BESIDE_PX * frame.text_scale.sqrt()
}

/// How high a row is and how much the axis and the foot take, in CSS pixels.
fn natural_px(frame: Frame) -> (f64, f64) {
    let lines = if is_stacked(frame) { 2.9 } else { 2.0 };
    let small_px = size::SMALL * frame.text_scale;
    (
        size::LABEL * frame.text_scale * lines,
        small_px * LINE_SHARE * 3.6,
    )
}

impl Layout<'_> {
    fn px(&self, years: f64) -> f64 {
        self.scale.px_from_value(self.scale.clamp(years))
    }

    fn room(&self, index: usize) -> Rect {
        let top = self.top_px + self.row_px * index as f64;
        Rect {
            left: 0.0,
            top,
            right: self.frame.width_px,
            bottom: top + self.row_px,
        }
    }

    /// Where the marks of a row stand.
    fn marks_y(&self, index: usize) -> f64 {
        let share = if self.is_stacked { 0.72 } else { 0.5 };
        self.room(index).top + self.row_px * share
    }

    fn foot_px(&self) -> f64 {
        self.top_px + self.row_px * self.rows.len().max(2) as f64
    }

    fn small_width_px(&self, words: &str) -> f64 {
        width_px(words, self.small_px, Weight::Regular)
    }
}

#[cfg(test)]
mod tests;
