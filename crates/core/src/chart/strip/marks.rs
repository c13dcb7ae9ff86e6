//! What a strip is drawn with: ticks, names, the place.

use super::axis::Axis;
use super::{StripMarker, StripPlace, StripSpec, finite};
use crate::chart::labels::{Wanted, seated};
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight, crisp, rectangle};
use crate::chart::text_width::{cut, width_px};
use crate::chart::{Frame, size};
use crate::order;

impl StripSpec {
    /// The peers, darker where they crowd, and the kin a little stronger.
    pub(super) fn peer_marks(&self, axis: &Axis, layout: &Layout) -> Vec<Mark> {
        // One polygon for each degree of crowding draws 300 ticks in four strokes of the pen.
        const SHADES: [f64; 4] = [0.38, 0.60, 0.78, 0.95];
        let mut columns: Vec<(f64, usize)> = Vec::new();
        let mut pixels: Vec<f64> = self
            .peers
            .iter()
            .filter_map(|p| finite(p.value))
            .filter(|&value| axis.shows(value))
            .map(|value| axis.px(value).floor())
            .collect();
        order::sort_numbers(&mut pixels);
        for left in pixels {
            match columns.last_mut() {
                Some((px, count)) if (*px - left).abs() < 0.5 => *count += 1,
                _ => columns.push((left, 1)),
            }
        }
        let (top, bottom) = (layout.band_top, layout.band_bottom);
        let mut marks: Vec<Mark> = SHADES
            .into_iter()
            .enumerate()
            .filter_map(|(shade, opacity)| {
                let is_shade = |count: usize| count.min(SHADES.len()) == shade + 1;
                let ring: Vec<Point> = columns
                    .iter()
                    .filter(|(_, count)| is_shade(*count))
                    .flat_map(|&(left, _)| comb_tooth(left, left + 1.0, top, bottom))
                    .collect();
                let ink = Ink::Context;
                (!ring.is_empty()).then_some(Mark::Polygon { ring, ink, opacity })
            })
            .collect();
        let kin = self.peers.iter().filter(|p| p.is_kin);
        for value in kin
            .filter_map(|p| finite(p.value))
            .filter(|&v| axis.shows(v))
        {
            let x = crisp(axis.px(value));
            let ends = (Point::new(x, top - 2.0), Point::new(x, bottom + 2.0));
            marks.push(Mark::line(ends.0, ends.1, Ink::Accent, 1.0));
        }
        marks
    }
}

/// Heights of the strip's parts, in CSS pixels.
pub(super) struct Layout {
    pub(super) width: f64,
    pub(super) text_px: f64,
    scale: f64,
    rows: usize,
    row_px: f64,
    band_top: f64,
    band_bottom: f64,
    pub(super) axis_y: f64,
    pub(super) reach: f64,
}

impl Layout {
    pub(super) fn new(frame: Frame) -> Self {
        let text_px = (size::SMALL * frame.text_scale).min(frame.height_px / 3.0);
        let row_px = text_px * 1.2;
        let axis_px = row_px + 4.0;
        let band_px = (frame.height_px * 0.2).clamp(8.0, 16.0 * frame.text_scale);
        let above = frame.height_px - axis_px - band_px - 5.0;
        let rows = if above >= 2.0 * row_px {
            2
        } else {
            usize::from(above >= row_px)
        };
        let band_bottom = frame.height_px - axis_px;
        Self {
            width: frame.width_px,
            text_px,
            scale: frame.text_scale.sqrt(),
            rows,
            row_px,
            band_top: band_bottom - band_px,
            band_bottom,
            axis_y: frame.height_px - row_px / 2.0,
            reach: frame.height_px.max(24.0),
        }
    }

    pub(super) const fn middle(&self) -> f64 {
        f64::midpoint(self.band_top, self.band_bottom)
    }

    /// The middle of a label row.
    fn row_y(&self, row: usize) -> f64 {
        let rows_below = if row == 0 { 0.0 } else { self.row_px };
        self.band_top - 5.0 - rows_below - self.row_px / 2.0
    }
}

/// The named comparisons' ticks, and the names that find a seat.
pub(super) fn label_marks(
    place: &Option<(&StripPlace, f64)>,
    benchmarks: &[(&StripMarker, f64)],
    axis: &Axis,
    layout: &Layout,
) -> Vec<Mark> {
    let most = layout.width * 0.75;
    let named = |name: &str, value: f64, weight: Weight| {
        let text = cut(name, most, layout.text_px, weight);
        let width = width_px(&text, layout.text_px, weight);
        (text, axis.px(value), width, weight)
    };
    let labels: Vec<(String, f64, f64, Weight)> = place
        .iter()
        .map(|(p, value)| named(&p.name, *value, Weight::Bold))
        .chain(
            benchmarks
                .iter()
                .map(|(m, value)| named(&m.name, *value, Weight::Regular)),
        )
        .collect();
    let wanted: Vec<Wanted> = labels
        .iter()
        .map(|&(_, x_px, width_px, _)| Wanted { x_px, width_px })
        .collect();
    let seats = seated(
        &wanted,
        layout.rows,
        0.0,
        layout.width,
        layout.text_px * 0.6,
    );
    let mut marks = Vec::new();
    for ((content, x_px, width, weight), seat) in labels.into_iter().zip(seats) {
        let is_place = weight == Weight::Bold;
        // A tick without room for its name is named under the pointer, by the keyboard and in the
        // words beside it.
        let ink = if is_place {
            Ink::Accent
        } else {
            Ink::Benchmark
        };
        let x = crisp(x_px.min(layout.width - 1.0));
        let text_bottom = seat.map_or(layout.band_top - 3.0, |seat| {
            let stands_over = (seat.x_px - x_px).abs() <= width / 2.0;
            let below =
                layout.row_y(seat.row) + layout.text_px * if stands_over { 0.55 } else { 0.1 };
            below.min(layout.band_top - 3.0)
        });
        let foot = if is_place {
            layout.band_top
        } else {
            layout.band_bottom + 3.0
        };
        let stroke_px = if is_place { 1.0 } else { 1.5 };
        marks.push(Mark::line(
            Point::new(x, text_bottom),
            Point::new(x, foot),
            ink,
            stroke_px,
        ));
        if let Some(seat) = seat {
            marks.push(Mark::Text(Text {
                at: Point::new(seat.x_px, layout.row_y(seat.row)),
                anchor: Anchor::Middle,
                size_px: layout.text_px,
                weight,
                ink,
                content,
                halo: None,
            }));
        }
    }
    marks
}

/// The place: its interval as a bar, its value as a disc.
pub(super) fn place_marks(
    place: &StripPlace,
    value: f64,
    axis: &Axis,
    layout: &Layout,
) -> Vec<Mark> {
    let middle = layout.middle();
    let radius = (5.0 * layout.scale).min((layout.band_bottom - layout.band_top) / 2.0 + 1.0);
    let mut marks = Vec::new();
    let limits = place
        .interval
        .filter(|i| i.low.is_finite() && i.high.is_finite());
    if let Some(limits) = limits {
        let (from, to) = (
            axis.px(axis.clamp(limits.low)),
            axis.px(axis.clamp(limits.high)),
        );
        for (half, ink) in [(3.0, Ink::Paper), (1.5, Ink::Accent)] {
            let rim = half - 1.5;
            let (left, right) = ((from - rim).max(0.0), (to + rim).min(layout.width));
            marks.push(Mark::fill(
                rectangle(left, middle - half, right, middle + half),
                ink,
            ));
        }
    }
    let centre = Point::new(axis.px(value), middle);
    marks.push(Mark::disc(centre, radius + 1.5, Ink::Paper));
    marks.push(Mark::disc(centre, radius, Ink::Accent));
    marks
}

/// One tooth of a comb whose back has no height, so that many teeth are one filled ring.
fn comb_tooth(left: f64, right: f64, top: f64, bottom: f64) -> [Point; 4] {
    [
        Point::new(left, bottom),
        Point::new(left, top),
        Point::new(right, top),
        Point::new(right, bottom),
    ]
}
