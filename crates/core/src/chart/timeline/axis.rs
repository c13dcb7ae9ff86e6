//! The axis of a timeline: years, or months where few years are in sight.

use super::Layout;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, crisp};

/// How far apart marks may be, in months.
const STEPS: [i32; 10] = [1, 3, 6, 12, 24, 60, 120, 240, 600, LONGEST];
/// A century.
const LONGEST: i32 = 1200;

impl Layout<'_> {
    /// Hairlines with their years or months above.
    pub(super) fn axis_marks(&self, today_years: Option<f64>) -> Vec<Mark> {
        let (from, to) = self.scale.domain();
        let step = self.step_months();
        let y = self.small_px * 0.75;
        let today = today_years.filter(|today| self.scale.contains(*today));
        let today_px = today.map(|today| self.px(today));
        let mut marks = Vec::new();
        let first = (from * 12.0 / f64::from(step)).ceil();
        let count = ((to - from) * 12.0 / f64::from(step)).ceil().max(0.0);
        let mut free_px = f64::NEG_INFINITY;
        let today_half_px = self.small_width_px("today") / 2.0 + self.small_px * 0.4;
        // More would not stand beside each other on any screen.
        for tick in 0..=(count.min(400.0) as u32) {
            let months = (first + f64::from(tick)) * f64::from(step);
            let years = months / 12.0;
            if years > to + 1e-9 {
                break;
            }
            let x = self.px(years);
            let ends = [
                Point::new(crisp(x), self.top_px - 2.0),
                Point::new(crisp(x), self.foot_px()),
            ];
            marks.push(Mark::stroke(ends.to_vec(), Ink::Grid, 1.0));
            let words = name(months as i32, step);
            let half = self.small_width_px(&words) / 2.0;
            let is_hidden = today_px.is_some_and(|px| (px - x).abs() < half + today_half_px);
            let is_inside = x - half >= 0.0 && x + half <= self.frame.width_px;
            if is_inside && !is_hidden && x - half >= free_px {
                let at = Point::new(x, y);
                let text = Text::plain(at, Anchor::Middle, self.small_px, Ink::Muted, words);
                marks.push(Mark::Text(text));
                free_px = x + half + self.small_px * 0.6;
            }
        }
        if let Some(x) = today_px {
            let x = x.clamp(
                today_half_px,
                (self.frame.width_px - today_half_px).max(today_half_px),
            );
            let ends = [self.top_px - 2.0, self.foot_px()].map(|y| Point::new(crisp(x), y));
            marks.push(Mark::stroke(ends.to_vec(), Ink::Ink, 1.0));
            let at = Point::new(x, y);
            let text = Text::plain(
                at,
                Anchor::Middle,
                self.small_px,
                Ink::Ink,
                "today".to_owned(),
            );
            marks.push(Mark::Text(text));
        }
        marks
    }

    /// The smallest step whose names do not crowd.
    fn step_months(&self) -> i32 {
        let (from, to) = self.scale.domain();
        let (start, end) = self.scale.range();
        let month_px = (end - start) / ((to - from) * 12.0).max(1e-9);
        let fits = |step: &i32| {
            let least_px = self.small_width_px(&name(24_000, *step)) + self.small_px * 1.2;
            f64::from(*step) * month_px >= least_px
        };
        STEPS.into_iter().find(fits).unwrap_or(LONGEST)
    }
}

/// A mark's name: the year, with its month where marks are closer than a year.
fn name(months: i32, step: i32) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let year = months.div_euclid(12).to_string();
    if step >= 12 {
        return year;
    }
    let month = usize::try_from(months.rem_euclid(12)).unwrap_or(0);
    let month = MONTHS.get(month).copied().unwrap_or_default();
    [month, " ", &year].concat()
}
