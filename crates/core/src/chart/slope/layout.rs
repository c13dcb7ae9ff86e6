//! Room, scale and names of a slope.

use super::{SlopeRow, SlopeSpec};
use crate::chart::labels::pushed_apart;
use crate::chart::line::SeriesRole;
use crate::chart::mark::{Point, Weight};
use crate::chart::scale::Linear;
use crate::chart::text_width::{LINE_SHARE, cut, cut_at_word, width_px};
use crate::chart::{Frame, size};
use crate::math;
use crate::order;
use crate::quantity;

/// Frames narrower than this name their rows on the right only.
const NARROW_PX: f64 = 480.0;

/// Room, scale and names of a slope.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) text_px: f64,
    /// Where the two ends stand.
    pub(super) ends_px: [f64; 2],
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) names: Vec<EndName>,
    scale: Linear,
}

/// A name and value at one end.
pub(super) struct EndName {
    /// The place of its row in the spec.
    pub(super) row: usize,
    /// Left or right.
    pub(super) end: usize,
    pub(super) words: String,
    /// The point it names.
    pub(super) from: Point,
    /// The middle of its text.
    pub(super) y: f64,
}

/// The height at which so many names stand comfortably, in CSS pixels.
pub(super) fn natural_height_px(rows: usize, text_scale: f64) -> f64 {
    let rows = (rows as f64).clamp(6.0, 40.0);
    (rows * size::LABEL * 1.5 + size::LABEL * 3.0) * text_scale
}

impl Layout {
    /// Scale and room; none when no row has a number.
    pub(super) fn new(spec: &SlopeSpec, frame: Frame) -> Option<Self> {
        let is_narrow = frame.width_px < NARROW_PX * frame.text_scale;
        let text_px = if is_narrow { size::SMALL } else { size::LABEL } * frame.text_scale;
        let text_px = text_px.min(frame.height_px / 10.0);
        let mut numbers = spec.rows.iter().flat_map(SlopeRow::numbers).flatten();
        let first = numbers.next()?;
        let (low, high) = numbers.fold((first, first), |(low, high), number| {
            (low.min(number), high.max(number))
        });
        let finest = math::ten_to(-i32::from(spec.decimals));
        let (low, high) = if high - low < finest {
            (low - finest, high + finest)
        } else {
            (low, high)
        };
        let top = text_px * 2.6;
        let bottom = (frame.height_px - text_px).max(top + 4.0);
        let mut layout = Self {
            frame,
            text_px,
            ends_px: [0.0, frame.width_px],
            top,
            bottom,
            names: Vec::new(),
            scale: Linear::new(low, high, bottom, top),
        };
        let kept = layout.kept(spec);
        let named: Vec<[Option<String>; 2]> = kept
            .iter()
            .map(|&row| layout.words(spec, row, is_narrow))
            .collect();
        let widest = |end: usize| {
            let words = named.iter().filter_map(|ends| ends.get(end)?.as_ref());
            let widths = words.map(|words| width_px(words, text_px, Weight::Bold));
            widths.fold(0.0, f64::max)
        };
        let gap = text_px * 0.9;
        let left = widest(0) + gap;
        let right = (frame.width_px - widest(1) - gap).max(left + 10.0);
        layout.ends_px = [left, right];
        layout.names = layout.seated(spec, &kept, named);
        Some(layout)
    }

    /// Where a number lies at an end.
    pub(super) fn at(&self, end: usize, number: f64) -> Point {
        let x = self.ends_px.get(end).copied().unwrap_or(0.0);
        Point::new(x, self.scale.px_from_value(self.scale.clamp(number)))
    }

    /// The rows whose names fit: the place, benchmarks, then those that change most.
    fn kept(&self, spec: &SlopeSpec) -> Vec<usize> {
        let line = self.text_px * LINE_SHARE;
        let room = ((self.bottom - self.top) / line).floor().max(0.0) as usize + 1;
        let mut order: Vec<usize> = (0..spec.rows.len()).collect();
        let rank = |row: usize| {
            spec.rows.get(row).map_or((9, 0.0), |row| {
                let role = match row.role {
                    SeriesRole::Place => 0,
                    SeriesRole::Benchmark => 1,
                    SeriesRole::Context => 2,
                };
                (role, -row.change().unwrap_or(0.0).abs())
            })
        };
        order::sort_by(&mut order, |&a, &b| {
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        order.truncate(room);
        order
    }

    /// What stands at each end of a row; nothing where it has no number.
    fn words(&self, spec: &SlopeSpec, row: usize, is_narrow: bool) -> [Option<String>; 2] {
        let Some(row) = spec.rows.get(row) else {
            return [None, None];
        };
        let numbers = row.numbers();
        let told = |end: usize| {
            let share = match (is_narrow, end) {
                (true, 0) => 0.36,
                (true, _) => 0.46,
                (false, _) => 0.38,
            };
            let most = self.frame.width_px * share;
            let number = numbers.get(end).copied().flatten()?;
            let figure = quantity::figure(number, spec.unit, spec.decimals);
            let weight = match row.role {
                SeriesRole::Context => Weight::Regular,
                SeriesRole::Place | SeriesRole::Benchmark => Weight::Bold,
            };
            let figure = cut(&figure, most, self.text_px, weight);
            // A narrow picture names a row once, on the right if it gets there.
            let is_named = !is_narrow || end == 1 || numbers.get(1).copied().flatten().is_none();
            if !is_named {
                return Some(figure);
            }
            let room = most - width_px(&figure, self.text_px, weight) - self.text_px;
            let name = cut_at_word(&row.name, room, self.text_px, weight);
            if name.is_empty() {
                return Some(figure);
            }
            Some(if end == 0 {
                [name.as_str(), "\u{a0}\u{a0}", &figure].concat()
            } else {
                [figure.as_str(), "\u{a0}\u{a0}", &name].concat()
            })
        };
        [told(0), told(1)]
    }

    /// Names of both ends, pushed apart.
    fn seated(
        &self,
        spec: &SlopeSpec,
        kept: &[usize],
        named: Vec<[Option<String>; 2]>,
    ) -> Vec<EndName> {
        let line = self.text_px * LINE_SHARE;
        let mut ends: [Vec<EndName>; 2] = [Vec::new(), Vec::new()];
        for (&row, words) in kept.iter().zip(named) {
            let numbers = spec.rows.get(row).map_or([None; 2], SlopeRow::numbers);
            let told = words.into_iter().zip(numbers).enumerate();
            for (end, (words, number)) in told {
                let (Some(words), Some(number)) = (words, number) else {
                    continue;
                };
                let from = self.at(end, number);
                if let Some(list) = ends.get_mut(end) {
                    list.push(EndName {
                        row,
                        end,
                        words,
                        from,
                        y: from.y,
                    });
                }
            }
        }
        for list in &mut ends {
            order::sort_by(list, |a, b| a.from.y.total_cmp(&b.from.y));
            let wanted: Vec<(f64, f64)> = list.iter().map(|name| (name.from.y, line)).collect();
            let centres = pushed_apart(&wanted, self.top - line / 2.0, self.bottom + line / 2.0);
            for (name, y) in list.iter_mut().zip(centres) {
                name.y = y;
            }
        }
        ends.into_iter().flatten().collect()
    }
}
