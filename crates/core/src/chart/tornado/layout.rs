//! Room and scale of a tornado.

use super::{TornadoEnd, TornadoRow, TornadoSpec};
use crate::chart::mark::Weight;
use crate::chart::rows::{RowStyle, Rows};
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::chart::ticks::Ticks;
use crate::chart::{Frame, size};
use crate::math;

/// What the rows of a tornado want; above them stand what the ends mean, and the ticks.
pub(super) static ROWS: RowStyle = RowStyle {
    beside_px: 30.0,
    above_px: 46.0,
    narrow_px: 620.0,
    head_lines: 3.2,
    stacked_lines: 2.6,
    stacked_shares: [0.26, 0.7],
    half_shares: [0.18, 0.31],
    most_half_px: 9.0,
};

/// Room and scale of a tornado.
pub(super) struct Layout {
    pub(super) rows: Rows,
    pub(super) text_px: f64,
    pub(super) names_px: f64,
    /// The most room for the words at an end.
    pub(super) end_px: f64,
    pub(super) ticks: Ticks,
    scale: Linear,
}

/// How far words keep from the end of their arm, and from names and the frame.
const GAP_PX: f64 = 8.0;

/// Where the scale begins and ends, as wide as lets the words beyond every arm stay between
/// `foot` and `width`. Arms are told by their share of the scale, 0 to 1, and the room of their
/// words.
fn ends_px(arms: &[[(f64, f64); 2]], foot: f64, width: f64) -> (f64, f64) {
    let left_edge = |span: f64| {
        let needs = arms
            .iter()
            .map(|[(share, words), _]| foot + words - share * span);
        needs.fold(foot, f64::max)
    };
    let fits = |span: f64| {
        let left = left_edge(span);
        let ends = arms
            .iter()
            .map(|[_, (share, words)]| left + share * span + words);
        left + span <= width && ends.fold(0.0, f64::max) <= width
    };
    let (mut span, mut step) = (8.0, (width - foot) / 2.0);
    // Halving: what fits is kept.
    while step > 0.25 {
        if fits(span + step) {
            span += step;
        }
        step /= 2.0;
    }
    let left = left_edge(span);
    (left, left + span)
}

impl Layout {
    pub(super) fn new(spec: &TornadoSpec, rows: &[&TornadoRow], frame: Frame) -> Self {
        let places = Rows::new(&ROWS, rows.len(), frame);
        let (small_px, is_stacked) = (places.small_px, places.is_stacked);
        let share = if is_stacked { 0.36 } else { 0.8 };
        let text_px = (size::LABEL * frame.text_scale).min(places.row_px * share);
        let widest = |words: &dyn Fn(&TornadoRow) -> f64| {
            rows.iter().map(|row| words(row)).fold(0.0, f64::max)
        };
        let names_px = widest(&|row| width_px(&row.name, text_px, Weight::Regular));
        let end_size = small_px.min(text_px);
        let end_px = widest(&|row| {
            let ends = [&row.low, &row.high];
            let widths = ends.map(|end| width_px(&end.words, end_size, Weight::Regular));
            widths.into_iter().fold(0.0, f64::max)
        });
        let end_px = end_px.min(frame.width_px * if is_stacked { 0.38 } else { 0.2 });
        let (names_px, foot) = if is_stacked {
            (frame.width_px, 0.0)
        } else {
            let names_px = names_px.min(frame.width_px * 0.42);
            (names_px, names_px + 14.0)
        };
        let ends = rows.iter().flat_map(|row| [row.low.value, row.high.value]);
        let middle = spec.middle.value;
        let (low, high) = ends.fold((middle, middle), |(low, high): (f64, f64), value| {
            (low.min(value), high.max(value))
        });
        let finest = math::ten_to(-i32::from(spec.decimals));
        let (low, high) = if high - low < finest {
            (low - finest, high + finest)
        } else {
            (low, high)
        };
        let words_px =
            |end: &TornadoEnd| width_px(&end.words, end_size, Weight::Regular).min(end_px) + GAP_PX;
        let scale = Linear::new(low, high, 0.0, 1.0);
        let arms = rows.iter().map(|row| {
            let [lesser, greater] = row.sides();
            [
                (
                    scale.px_from_value(lesser.value.min(middle)),
                    words_px(lesser),
                ),
                (
                    scale.px_from_value(greater.value.max(middle)),
                    words_px(greater),
                ),
            ]
        });
        let arms: Vec<[(f64, f64); 2]> = arms.collect();
        let (left, right) = ends_px(&arms, foot, frame.width_px);
        let most = ((right - left) / (small_px * 6.5)).clamp(2.0, 6.0) as usize;
        Self {
            rows: places,
            text_px,
            names_px,
            end_px,
            ticks: Ticks::inside(low, high, most, finest),
            scale: Linear::new(low, high, left, right),
        }
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.scale.px_from_value(self.scale.clamp(value))
    }
}
