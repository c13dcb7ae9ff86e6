//! The strokes and bands of a fan.

use super::layout::{Layout, has_names};
use super::{DECILES, FanBase, FanSpec};
use crate::chart::mark::{Anchor, Dash, Ink, Mark, Point, Text, Weight, crisp};
use crate::chart::text_width::width_px;
use crate::chart::ticks;

/// How opaque each band is; those inside lie over those around them.
const BAND_OPACITY: f64 = 0.13;

impl FanSpec {
    /// Ticks, years, and the rule where the model begins.
    pub(super) fn axis_marks(&self, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        let top_tick = layout.ticks.values.len().saturating_sub(1);
        for (index, &value) in layout.ticks.values.iter().enumerate() {
            let y = crisp(layout.y.px_from_value(value));
            let ink = match self.base {
                FanBase::Difference if value == 0.0 => Ink::Muted,
                _ => Ink::Grid,
            };
            let ends = [layout.left, layout.right].map(|x| Point::new(x, y));
            marks.push(Mark::stroke(ends.to_vec(), ink, 1.0));
            if index == top_tick {
                // Above its line and from the left edge, where its unit has room.
                let words = self.tick(value, layout.ticks.decimals, true);
                let at = Point::new(0.0, y - layout.small_px * 0.85);
                marks.push(small(at, Anchor::Start, words, layout));
            } else {
                let words = self.tick(value, layout.ticks.decimals, false);
                let at = Point::new(layout.left - 8.0, y);
                marks.push(small(at, Anchor::End, words, layout));
            }
        }
        marks.extend(self.year_marks(layout));
        marks.extend(self.today_marks(layout));
        marks
    }

    fn year_marks(&self, layout: &Layout) -> Vec<Mark> {
        let observed = self.observed.iter().map(|(year, _)| *year);
        let mut years: Vec<u16> = observed.chain(self.years.iter().copied()).collect();
        years.sort_unstable();
        years.dedup();
        let (first, last) = layout.x.domain();
        let label_px = width_px("2000", layout.small_px, Weight::Regular) * 1.7;
        let px_per_year = (layout.right - layout.left) / (last - first).max(1.0);
        let mut marks = Vec::new();
        for year in ticks::years(&years, label_px / px_per_year) {
            let x = layout.x.px_from_value(f64::from(year));
            let at = Point::new(x, layout.frame.height_px - layout.small_px * 0.65);
            marks.push(small(at, Anchor::Middle, year.to_string(), layout));
            let ends = [layout.bottom, layout.bottom + 4.0].map(|y| Point::new(crisp(x), y));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Muted, 1.0));
        }
        marks
    }

    /// A rule and a word where what is known ends, while there is something before it.
    fn today_marks(&self, layout: &Layout) -> Vec<Mark> {
        let Some(base) = self.years.first().filter(|_| !self.observed.is_empty()) else {
            return Vec::new();
        };
        let x = crisp(layout.x.px_from_value(f64::from(*base)));
        let ends = [layout.top, layout.bottom].map(|y| Point::new(x, y));
        let mut marks = vec![Mark::stroke(ends.to_vec(), Ink::Context, 1.0)];
        if has_names(layout.frame) {
            let at = Point::new(x + 4.0, layout.bottom - layout.small_px * 0.8);
            marks.push(Mark::Text(Text {
                halo: Some(Ink::Paper),
                ..Text::plain(
                    at,
                    Anchor::Start,
                    layout.small_px,
                    Ink::Muted,
                    "today".to_owned(),
                )
            }));
        }
        marks
    }

    /// Nested bands between deciles, the widest first.
    pub(super) fn band_marks(&self, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        for outer in 0..DECILES / 2 {
            let edge = |decile: usize| -> Vec<Point> {
                let told = self.years.iter().zip(&self.deciles);
                let points = told
                    .filter_map(|(year, deciles)| Some(layout.at(*year, *deciles.get(decile)?)));
                points.filter(|point| point.is_finite()).collect()
            };
            let mut ring = edge(DECILES - 1 - outer);
            ring.extend(edge(outer).into_iter().rev());
            if ring.len() > 2 {
                marks.push(Mark::Polygon {
                    ring,
                    ink: Ink::Accent,
                    opacity: BAND_OPACITY,
                });
            }
        }
        marks
    }

    /// The target, other futures, what is observed, and the future itself on top.
    pub(super) fn line_marks(&self, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        if let Some(target) = self.target.iter().find(|target| target.value.is_finite()) {
            let y = layout.y.px_from_value(target.value);
            marks.push(Mark::Path {
                points: vec![Point::new(layout.left, y), Point::new(layout.right, y)],
                ink: Ink::Ink,
                width_px: 1.5,
                dash: Dash::Dashed,
                opacity: 1.0,
            });
            let at = Point::new(layout.left + 4.0, y - layout.small_px * 0.8);
            marks.push(Mark::Text(Text {
                halo: Some(Ink::Paper),
                ..Text::plain(
                    at,
                    Anchor::Start,
                    layout.small_px,
                    Ink::Ink,
                    target.name.clone(),
                )
            }));
        }
        let stroke = |points: Vec<Point>, ink: Ink, width_px: f64| {
            let points: Vec<Point> = points.into_iter().filter(|p| p.is_finite()).collect();
            (points.len() > 1).then(|| Mark::stroke(points, ink, width_px))
        };
        let line = |values: &[f64]| -> Vec<Point> {
            let pairs = self.years.iter().zip(values);
            pairs
                .map(|(year, value)| layout.at(*year, *value))
                .collect()
        };
        let thick = layout.frame.text_scale.sqrt();
        for other in self.compared.iter().rev() {
            marks.extend(stroke(line(&other.values), Ink::Benchmark, 1.5 * thick));
        }
        for run in self.observed_runs() {
            let points: Vec<Point> = run.iter().map(|&(year, v)| layout.at(year, v)).collect();
            if let [alone] = points.as_slice() {
                marks.push(Mark::disc(*alone, 2.5 * thick, Ink::Ink));
            }
            marks.extend(stroke(points, Ink::Ink, 2.0 * thick));
        }
        marks.extend(stroke(line(&self.central), Ink::Accent, 2.5 * thick));
        marks
    }

    /// Observed values, cut where one is missing.
    fn observed_runs(&self) -> Vec<Vec<(u16, f64)>> {
        let mut runs: Vec<Vec<(u16, f64)>> = Vec::new();
        let mut last: Option<u16> = None;
        for (year, value) in &self.observed {
            let Some(number) = value.number().filter(|number| number.is_finite()) else {
                last = None;
                continue;
            };
            match runs.last_mut() {
                Some(run) if last.is_some_and(|last| last + 1 == *year) => {
                    run.push((*year, number));
                }
                _ => runs.push(vec![(*year, number)]),
            }
            last = Some(*year);
        }
        runs
    }
}

fn small(at: Point, anchor: Anchor, words: String, layout: &Layout) -> Mark {
    Mark::Text(Text::plain(at, anchor, layout.small_px, Ink::Muted, words))
}
