//! Room and scales of a line chart.

use super::ends::Ends;
use super::series::{Dot, Drawn};
use super::{LineSpec, SeriesRole};
use crate::chart::mark::{Point, Weight};
use crate::chart::scale::Linear;
use crate::chart::text_width::{LINE_SHARE, width_px};
use crate::chart::ticks::Ticks;
use crate::chart::{Density, Frame, size};
use crate::math;
use crate::quantity;

/// Where everything goes.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) density: Density,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) x: Linear,
    pub(super) y: Linear,
    pub(super) ticks: Ticks,
    /// The size of ticks and notes, in CSS pixels.
    pub(super) text_px: f64,
    /// What stroke widths are multiplied with.
    pub(super) stroke_px: f64,
    /// How far around a point the pointer reaches it.
    pub(super) reach: f64,
    pub(super) ends: Ends,
}

impl Layout {
    /// Scales and room for the series; none when no series has a number.
    pub(super) fn new(spec: &LineSpec, drawn: &[Drawn<'_>], frame: Frame) -> Option<Self> {
        let density = frame.density();
        let text_px = (size::SMALL * frame.text_scale).min(frame.height_px / 4.0);
        let label_px = match density {
            Density::Spark => text_px,
            Density::Full => size::LABEL * frame.text_scale,
        };
        let (first, last) = extent(drawn.iter().flat_map(|one| one.dots().map(|dot| dot.years)))?;
        let (low, high) = extent(drawn.iter().flat_map(shown_numbers))?;
        let top = text_px * if density == Density::Spark { 0.6 } else { 1.5 };
        let bottom = frame.height_px - text_px * if density == Density::Spark { 1.5 } else { 2.0 };
        let (ticks, low, high) = domain(spec, (low, high), density, (bottom - top) / text_px);
        let stroke_px = frame.text_scale.sqrt().min(1.6)
            * match density {
                Density::Spark => 0.8,
                Density::Full if frame.width_px > 900.0 => 1.3,
                Density::Full => 1.0,
            };
        let ends = Ends::new(spec, drawn, density, frame, label_px);
        let year_room = width_px("2000/00", text_px, Weight::Regular) / 2.0;
        let left = match density {
            Density::Spark => 4.0 * stroke_px,
            // Room for the numbers, and for half a year and the sign of a broken axis below them.
            Density::Full => (widest_tick(spec, &ticks, text_px) + 8.0)
                .max(year_room + text_px * 0.5)
                .min(frame.width_px * 0.4),
        };
        let right = frame.width_px - ends.room_px().max(year_room + 2.0);
        Some(
            Self {
                frame,
                density,
                left,
                right,
                top,
                bottom,
                // A single period stands at the right, beside its name.
                x: Linear::new(
                    if first < last { first } else { first - 1.0 },
                    last,
                    left,
                    right,
                ),
                y: Linear::new(low, high, bottom, top),
                ticks,
                text_px,
                stroke_px,
                reach: if density == Density::Spark {
                    30.0
                } else {
                    44.0
                },
                ends,
            }
            .with_seated_ends(drawn),
        )
    }

    pub(super) fn at(&self, dot: &Dot<'_>) -> Point {
        self.point(dot.years, dot.value)
    }

    pub(super) fn point(&self, years: f64, value: f64) -> Point {
        Point::new(self.x.px_from_value(years), self.y.px_from_value(value))
    }

    fn with_seated_ends(mut self, drawn: &[Drawn<'_>]) -> Self {
        let last_points: Vec<Option<Point>> = drawn
            .iter()
            .map(|one| one.dots().next_back().map(|dot| self.at(dot)))
            .collect();
        // A name may hang a little below the chart, but never into the years' line.
        let years_top = years_y(self.frame, self.text_px) - self.text_px * LINE_SHARE / 2.0;
        self.ends.seat(
            &last_points,
            self.top - self.text_px * 0.5,
            years_top.min(self.bottom + self.text_px * 0.4),
        );
        self
    }
}

/// The middle of the years' line.
pub(super) fn years_y(frame: Frame, text_px: f64) -> f64 {
    frame.height_px - text_px * 0.6
}

/// Every number a series puts on the value axis: its values, and the place's limits.
fn shown_numbers<'a>(one: &'a Drawn<'_>) -> impl Iterator<Item = f64> + 'a {
    let is_place = one.series.role == SeriesRole::Place;
    one.dots().flat_map(move |dot| {
        let limits = dot.interval.filter(|_| is_place);
        [
            Some(dot.value),
            limits.map(|i| i.low),
            limits.map(|i| i.high),
        ]
        .into_iter()
        .flatten()
    })
}

fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |extent, value| {
        Some(extent.map_or((value, value), |(low, high): (f64, f64)| {
            (low.min(value), high.max(value))
        }))
    })
}

/// The value axis: the data and a little air, as far as the next tick where one is near.
fn domain(spec: &LineSpec, data: (f64, f64), density: Density, lines: f64) -> (Ticks, f64, f64) {
    let finest = math::ten_to(-i32::from(spec.decimals));
    let (mut low, mut high) = data;
    // A flat line lies in the middle; a wobble of a hundredth must not fill the picture.
    let least = (finest * 4.0).max(low.abs().max(high.abs()) * 0.02);
    if high - low < least {
        let spare = (least - (high - low)) / 2.0;
        (low, high) = (low - spare, high + spare);
    }
    // Zero is shown when it is near: a picture should not cut what little there is below.
    if low > 0.0 && low <= high * 0.3 {
        low = 0.0;
    } else if high < 0.0 && high >= low * 0.3 {
        high = 0.0;
    }
    // One tick for every four lines of text is the most an eye wants.
    let most = [2_usize, 3, 4, 5, 6]
        .into_iter()
        .rfind(|&n| n as f64 * 3.4 <= lines)
        .unwrap_or(2);
    if density == Density::Spark {
        return (Ticks::inside(low, high, most, finest), low, high);
    }
    let around = Ticks::around(low, high, most, finest);
    let near = around.step * 0.4;
    let air = (high - low) * 0.04;
    let ends = (
        around.values.first().copied(),
        around.values.last().copied(),
    );
    low = ends
        .0
        .filter(|first| low - first <= near)
        .unwrap_or(low - air);
    high = ends
        .1
        .filter(|last| last - high <= near)
        .unwrap_or(high + air);
    (Ticks::inside(low, high, most, finest), low, high)
}

fn widest_tick(spec: &LineSpec, ticks: &Ticks, text_px: f64) -> f64 {
    ticks
        .values
        .iter()
        .map(|&value| {
            let text = quantity::figure(value, spec.unit, ticks.decimals);
            width_px(&text, text_px, Weight::Regular)
        })
        .fold(0.0, f64::max)
}
