//! Room and scale of a ranking.

use super::{RankingSpec, Row};
use crate::chart::extent::{extent, widened};
use crate::chart::mark::Weight;
use crate::chart::region::Rect;
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::{Frame, size};
use crate::math;
use crate::order;
use crate::quantity;

/// A comfortable row, in CSS pixels.
pub(super) const ROW_PX: f64 = 26.0;
/// How high what is left out stands, as a share of a row.
pub(super) const GAP_SHARE: f64 = 0.75;
/// Room above the rows for the line's name.
pub(super) const HEAD_PX: f64 = 22.0;

/// Room and scale of a ranking.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) text_px: f64,
    pub(super) small_px: f64,
    pub(super) top: f64,
    /// Where ranks end.
    pub(super) ranks_right: f64,
    pub(super) names_left: f64,
    pub(super) names_right: f64,
    /// The room of each row, from the top.
    pub(super) rows: Vec<Rect>,
    pub(super) scale: Linear,
}

impl Layout {
    pub(super) fn new(spec: &RankingSpec, rows: &[Row], frame: Frame) -> Self {
        let share = |row: &Row| match row {
            Row::Area(..) => 1.0,
            Row::Gap(_) => GAP_SHARE,
        };
        let shares: f64 = rows.iter().map(share).sum();
        let top = (HEAD_PX * frame.text_scale).min(frame.height_px / 4.0);
        let row_px = (frame.height_px - top) / shares.max(1.0);
        let text_px = (size::LABEL * frame.text_scale).min(row_px * 0.8);
        let small_px = (size::SMALL * frame.text_scale)
            .min(row_px * 0.8)
            .min(top * 0.7);
        let mut y = top;
        let rooms = rows.iter().map(|row| {
            let room = Rect {
                left: 0.0,
                top: y,
                right: frame.width_px,
                bottom: y + row_px * share(row),
            };
            y = room.bottom;
            room
        });
        let rooms = rooms.collect();
        let width = |words: &str, weight: Weight| width_px(words, text_px, weight);
        let (mut rank_px, mut name_px, mut value_px) = (0.0_f64, 0.0_f64, 0.0_f64);
        let mut ends = Vec::new();
        for row in rows {
            let &Row::Area(index, value, rank) = row else {
                continue;
            };
            rank_px = rank_px.max(width(&quantity::count(rank), Weight::Bold));
            let figure = quantity::figure(value, spec.unit, spec.decimals);
            value_px = value_px.max(width(&figure, Weight::Bold));
            ends.push(value);
            if let Some(area) = spec.areas.get(index) {
                name_px = name_px.max(width(&area.name, Weight::Bold));
                let limits = area.interval.iter().flat_map(|i| [i.low, i.high]);
                ends.extend(limits.filter(|limit| limit.is_finite()));
            }
        }
        order::sort_numbers(&mut ends);
        let line = spec.line.iter().map(|line| line.value);
        let finest = math::ten_to(-i32::from(spec.decimals));
        let (low, high) = widened(extent(&ends, line).unwrap_or((0.0, 1.0)), finest);
        let ranks_right = rank_px.min(frame.width_px * 0.15);
        let names_left = ranks_right + text_px * 0.6;
        let right = frame.width_px - value_px.min(frame.width_px * 0.25) - 14.0;
        // Names matter more than the plot, which needs little.
        let plot_px = (100.0 * frame.text_scale).min((right - names_left) * 0.5);
        let names_right = names_left + name_px.min(right - names_left - plot_px - 14.0).max(0.0);
        let left = names_right + 14.0;
        let right = right.max(left + 4.0);
        Self {
            frame,
            text_px,
            small_px,
            top,
            ranks_right,
            names_left,
            names_right,
            rows: rooms,
            scale: Linear::new(low, high, left, right),
        }
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.scale.px_from_value(self.scale.clamp(value))
    }
}
