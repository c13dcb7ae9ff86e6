//! Room, scales and names of a stacked area.

use super::{Slice, StackSpec};
use crate::chart::labels::pushed_apart;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, rectangle};
use crate::chart::scale::Linear;
use crate::chart::text_width::{LINE_SHARE, cut_at_word, width_px};
use crate::chart::theme::parts;
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size};
use crate::math;
use crate::order;
use crate::quantity;

/// Room, scales and names of a stacked area.
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

/// A name at the right end of its area.
struct End {
    part: usize,
    words: String,
    /// The middle of its area in the last told period.
    from: Point,
    /// The middle of its text.
    y: f64,
}

impl Layout {
    /// Scales and room; none when no period is told.
    pub(super) fn new(spec: &StackSpec, slices: &[Slice<'_>], frame: Frame) -> Option<Self> {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 10.0);
        let told = || {
            let told = slices.iter();
            told.filter_map(|slice| Some((slice, slice.values.as_ref().ok()?)))
        };
        let (last, last_values) = told().next_back()?;
        let sums = told().map(|(_, values)| values.iter().sum::<f64>());
        let high = sums.fold(0.0, f64::max);
        let high = high.clamp(math::ten_to(-i32::from(spec.decimals)), f64::MAX / 4.0);
        let (first_years, last_years) = (slices.first()?.years, slices.last()?.years);
        let top = small_px * 1.6;
        let bottom = (frame.height_px - small_px * 2.0).max(top + 8.0);
        let most = ((bottom - top) / (small_px * 3.6)).clamp(2.0, 6.0) as usize;
        let finest = math::ten_to(-i32::from(spec.decimals));
        let ticks = Ticks::inside(0.0, high * 1.02, most, finest);
        let tick_px = ticks.values.iter().map(|&value| {
            let words = quantity::tick(value, spec.unit, ticks.decimals, true);
            width_px(&words, small_px, Weight::Regular)
        });
        let year_px = width_px("2000/00", small_px, Weight::Regular) / 2.0;
        let left = (tick_px.fold(0.0, f64::max) + 8.0).max(year_px);
        let left = left.min(frame.width_px * 0.3);
        let words = |part: usize| {
            let name = spec.parts.get(part)?.name.as_str();
            let value = last_values.get(part)?;
            let figure = quantity::figure(*value, spec.unit, spec.decimals);
            let most = frame.width_px * 0.38;
            let whole = [name, "\u{a0}", &figure].concat();
            if width_px(&whole, small_px, Weight::Bold) <= most {
                return Some(whole);
            }
            // A name says more than a figure.
            Some(cut_at_word(name, most, small_px, Weight::Bold))
        };
        let names: Vec<(usize, String)> = (0..spec.parts.len())
            .filter_map(|part| Some((part, words(part)?)))
            .collect();
        let widths = names
            .iter()
            .map(|(_, words)| width_px(words, small_px, Weight::Bold));
        let names_px = widths.fold(0.0, f64::max) + small_px * 2.2;
        let right = (frame.width_px - names_px.max(year_px + 2.0)).max(left + 8.0);
        let is_alone = last_years <= first_years;
        let first_years = if is_alone {
            first_years - 1.0
        } else {
            first_years
        };
        let mut layout = Self {
            frame,
            small_px,
            left,
            right,
            top,
            bottom,
            x: Linear::new(first_years, last_years, left, right),
            y: Linear::new(0.0, high * 1.02, bottom, top),
            ticks,
            ends: Vec::new(),
        };
        layout.ends = layout.seated(names, last.years, last_values);
        Some(layout)
    }

    /// Where a sum of parts lies in a period.
    pub(super) fn at(&self, years: f64, sum: f64) -> Point {
        Point::new(self.x.px_from_value(years), self.y.px_from_value(sum))
    }

    /// The middle of a part's area in a period.
    pub(super) fn middle(&self, years: f64, values: &[f64], part: usize) -> Point {
        let below: f64 = values.iter().take(part).sum();
        let own = values.get(part).copied().unwrap_or(0.0);
        self.at(years, below + own / 2.0)
    }

    /// Names pushed apart beside their areas; of those that do not fit the smallest go.
    fn seated(&self, names: Vec<(usize, String)>, years: f64, values: &[f64]) -> Vec<End> {
        let line = self.small_px * LINE_SHARE;
        let (low, high) = (self.top - line * 0.6, self.bottom + line * 0.5);
        let room = ((high - low) / line).floor().max(0.0) as usize;
        let value = |part: usize| values.get(part).copied().unwrap_or(0.0);
        let mut kept = names;
        order::sort_by(&mut kept, |a, b| value(b.0).total_cmp(&value(a.0)));
        kept.truncate(room);
        // From the top, which is from the last part.
        order::sort_by_key(&mut kept, |(part, _)| std::cmp::Reverse(*part));
        let from = |part: usize| self.middle(years, values, part);
        let wanted: Vec<(f64, f64)> = kept.iter().map(|(part, _)| (from(*part).y, line)).collect();
        let centres = pushed_apart(&wanted, low, high);
        let seated = kept.into_iter().zip(centres);
        seated
            .map(|((part, words), y)| End {
                part,
                words,
                from: from(part),
                y,
            })
            .collect()
    }

    /// Names with a swatch, and a leader where they had to move.
    pub(super) fn end_marks(&self, spec: &StackSpec) -> Vec<Mark> {
        let size_px = self.small_px;
        let swatch = size_px * 0.7;
        let start = self.right + size_px * 0.9;
        let mut marks = Vec::new();
        for end in &self.ends {
            let leader = vec![
                Point::new(end.from.x + 1.0, end.from.y),
                Point::new(self.right + 2.0, end.from.y),
                Point::new(start - 2.0, end.y),
            ];
            let is_moved = (end.y - end.from.y).abs() > size_px * 0.4;
            if is_moved || self.right - end.from.x > size_px {
                marks.push(Mark::stroke(leader, Ink::Context, 1.0));
            }
            let half = swatch / 2.0;
            let ring = rectangle(start, end.y - half, start + swatch, end.y + half);
            marks.push(Mark::fill(ring, parts::part(end.part)));
            let is_chosen = spec.chosen == Some(end.part);
            let (ink, weight) = if is_chosen {
                (Ink::Accent, Weight::Bold)
            } else {
                (Ink::Ink, Weight::Regular)
            };
            let at = Point::new(start + swatch + size_px * 0.4, end.y);
            marks.push(Mark::Text(Text {
                weight,
                ..Text::plain(at, Anchor::Start, size_px, ink, end.words.clone())
            }));
        }
        marks
    }
}
