//! How long a kilometre is.

use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::region::Rect;
use crate::chart::text_width::width_px;
use crate::chart::{Frame, size};
use crate::quantity;

/// Round lengths in metres.
const LENGTHS_M: [usize; 10] = [
    50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000,
];
const MOST_PX: f64 = 110.0;
const RIM_PX: f64 = 12.0;

/// The bar in the lower left corner, and the room it takes; none where none would fit.
pub(super) fn scale_bar(px_per_km: f64, frame: Frame) -> Option<(Vec<Mark>, Rect)> {
    let px = |length_m: usize| length_m as f64 / 1_000.0 * px_per_km;
    let most_px = (MOST_PX * frame.text_scale).min(frame.width_px / 3.0);
    let fits = |length_m: &usize| px(*length_m) <= most_px;
    let length_m = LENGTHS_M.into_iter().rfind(fits)?;
    let size_px = size::SMALL * frame.text_scale;
    let words = if length_m < 1_000 {
        [&quantity::count(length_m), " m"].concat()
    } else {
        [&quantity::count(length_m / 1_000), " km"].concat()
    };
    let (left, y) = (RIM_PX, frame.height_px - RIM_PX);
    let right = left + px(length_m);
    let tick = 4.0;
    let line = vec![
        Point::new(left, y - tick),
        Point::new(left, y),
        Point::new(right, y),
        Point::new(right, y - tick),
    ];
    let text = Text {
        at: Point::new(right + 6.0, y - size_px * 0.3),
        anchor: Anchor::Start,
        size_px,
        weight: Weight::Regular,
        ink: Ink::Ink,
        halo: Some(Ink::Paper),
        content: words,
    };
    let room = Rect {
        left: 0.0,
        top: y - size_px,
        right: right + 6.0 + width_px(&text.content, size_px, Weight::Regular),
        bottom: frame.height_px,
    };
    let marks = vec![
        Mark::stroke(line.clone(), Ink::Paper, 4.0),
        Mark::stroke(line, Ink::Ink, 1.5),
        Mark::Text(text),
    ];
    Some((marks, room))
}
