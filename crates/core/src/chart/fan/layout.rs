//! Room, scales and names of a fan.

use super::{FanBase, FanSpec};
use crate::chart::labels::pushed_apart;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::scale::Linear;
use crate::chart::text_width::{LINE_SHARE, cut_at_word, width_px};
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, extent, size};
use crate::math;
use crate::order;
use crate::quantity;

/// Room, scales and names of a fan.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) small_px: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) x: Linear,
    pub(super) y: Linear,
    pub(super) ticks: Ticks,
    ends: Vec<End>,
}

/// A name at the right end of its line.
struct End {
    words: String,
    ink: Ink,
    weight: Weight,
    /// The end of its line.
    from: Point,
    /// The middle of its text.
    y: f64,
}

/// A name that wants a place: its words, its value in the last year, and its looks.
type Wanted = (String, f64, Ink, Weight);

/// Whether lines are named: on every phone. A word-sized picture has its names beside it.
pub(super) fn has_names(frame: Frame) -> bool {
    let scale = frame.text_scale.sqrt();
    frame.width_px >= 250.0 * scale && frame.height_px >= 150.0 * scale
}

impl Layout {
    /// Scales and room; none when there is no value.
    pub(super) fn new(spec: &FanSpec, frame: Frame) -> Option<Self> {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 10.0);
        let [low, high] = spec.extent()?;
        let last_year = *spec.years.last()?;
        let observed = spec.observed.first().map(|(year, _)| *year);
        let first_year = observed.or(spec.years.first().copied())?.min(last_year);
        let finest = math::ten_to(-i32::from(spec.decimals));
        let (low, high) = extent::widened((low, high), finest);
        let top = small_px * 1.7;
        let bottom = (frame.height_px - small_px * 2.0).max(top + 8.0);
        let most = ((bottom - top) / (small_px * 3.4)).clamp(2.0, 7.0) as usize;
        let ticks = Ticks::around(low, high, most, finest);
        let domain = [ticks.values.first(), ticks.values.last()];
        let [low, high] = domain.map(|end| end.copied().unwrap_or_default());
        let widest_tick = ticks.values.iter().map(|&value| {
            let words = spec.tick(value, ticks.decimals, false);
            width_px(&words, small_px, Weight::Regular)
        });
        let year_px = width_px("2000", small_px, Weight::Regular) / 2.0;
        let left = (widest_tick.fold(0.0, f64::max) + 8.0).max(year_px);
        let left = left.min(frame.width_px * 0.3);
        let label_px = size::LABEL * frame.text_scale;
        let room = frame.width_px * 0.3;
        let names = if has_names(frame) {
            spec.ends()
        } else {
            Vec::new()
        };
        let wanted: Vec<Wanted> = names
            .into_iter()
            .map(|(words, value, ink, weight)| {
                let cut = cut_at_word(&words, room, label_px, weight);
                (cut, value, ink, weight)
            })
            .filter(|(words, value, ..)| !words.is_empty() && value.is_finite())
            .collect();
        let widest = wanted
            .iter()
            .map(|(words, _, _, weight)| width_px(words, label_px, *weight))
            .fold(0.0, f64::max);
        let right = frame.width_px - (widest + 10.0).max(year_px + 2.0);
        let mut layout = Self {
            frame,
            small_px,
            left,
            right: right.max(left + 8.0),
            top,
            bottom,
            x: Linear::new(f64::from(first_year), f64::from(last_year), left, right),
            y: Linear::new(low, high, bottom, top),
            ticks,
            ends: Vec::new(),
        };
        layout.ends = layout.seated(wanted, last_year, label_px);
        Some(layout)
    }

    /// Where a year's value stands.
    pub(super) fn at(&self, year: u16, value: f64) -> Point {
        Point::new(
            self.x.px_from_value(f64::from(year)),
            self.y.px_from_value(value),
        )
    }

    /// The names at the right, each led to its line where it had to move.
    pub(super) fn end_marks(&self) -> Vec<Mark> {
        let size_px = size::LABEL * self.frame.text_scale;
        let mut marks = Vec::new();
        for end in &self.ends {
            let at = Point::new(self.right + 8.0, end.y);
            if (end.y - end.from.y).abs() > size_px * 0.45 {
                let from = Point::new(self.right + 2.0, end.from.y);
                let to = Point::new(at.x - 2.0, end.y);
                marks.push(Mark::line(from, to, Ink::Grid, 1.0));
            }
            marks.push(Mark::Text(Text {
                weight: end.weight,
                ..Text::plain(at, Anchor::Start, size_px, end.ink, end.words.clone())
            }));
        }
        marks
    }

    fn seated(&self, mut wanted: Vec<Wanted>, year: u16, label_px: f64) -> Vec<End> {
        let line_px = label_px * LINE_SHARE;
        let room = self.bottom - self.top + line_px;
        wanted.truncate((room / line_px) as usize);
        order::sort_by(&mut wanted, |a, b| b.1.total_cmp(&a.1));
        let places: Vec<(f64, f64)> = wanted
            .iter()
            .map(|(_, value, ..)| (self.y.px_from_value(*value), line_px))
            .collect();
        let middles = pushed_apart(
            &places,
            self.top - line_px / 2.0,
            self.bottom + line_px / 2.0,
        );
        wanted
            .into_iter()
            .zip(middles)
            .map(|((words, value, ink, weight), y)| End {
                words,
                ink,
                weight,
                from: self.at(year, value),
                y,
            })
            .collect()
    }
}

impl FanSpec {
    /// The names at the right, the most important first.
    fn ends(&self) -> Vec<Wanted> {
        let mut ends = Vec::new();
        let last = self.central.last().copied().unwrap_or(f64::NAN);
        ends.push((self.name.clone(), last, Ink::Accent, Weight::Bold));
        let last_year = self.years.len().saturating_sub(1);
        if let Some([lowest, highest]) = self.eight_in_ten(last_year) {
            let words = "8 in 10 runs".to_owned();
            // Beside the wider arm, where there is more room.
            let arm = if highest - last >= last - lowest {
                highest
            } else {
                lowest
            };
            ends.push((words, arm, Ink::Muted, Weight::Regular));
        }
        for line in &self.compared {
            let last = line.values.last().copied().unwrap_or(f64::NAN);
            ends.push((line.name.clone(), last, Ink::Benchmark, Weight::Regular));
        }
        ends
    }

    /// A tick's words.
    pub(super) fn tick(&self, value: f64, decimals: u8, with_unit: bool) -> String {
        match self.base {
            FanBase::Level if with_unit => quantity::spoken(value, self.unit, decimals),
            FanBase::Level => quantity::tick(value, self.unit, decimals, false),
            FanBase::Difference if with_unit => [
                quantity::signed(value, self.unit, decimals).as_str(),
                quantity::unit_suffix(self.unit),
            ]
            .concat(),
            FanBase::Difference => quantity::signed_figure(value, self.unit, decimals),
        }
    }
}
