//! The strip's axis: from the lowest to the highest, without the far outliers.

use super::StripSpec;
use super::marks::Layout;
use crate::chart::Frame;
use crate::chart::mark::{Anchor, Ink, Mark, Point, Text, Weight};
use crate::chart::scale::Linear;
use crate::chart::text_width::width_px;
use crate::quantity;

/// Values further than this many quartile distances from the quartiles are not given room.
const FENCE: f64 = 3.0;

/// Where values lie on the strip.
pub(super) struct Axis {
    scale: Linear,
    /// The lowest and highest number the axis shows.
    pub(super) ends: (f64, f64),
    /// How many values lie below and above it.
    pub(super) beyond: (usize, usize),
}

impl Axis {
    /// An axis over rising values that always shows the named ones; none without any.
    pub(super) fn new(rising: &[f64], named: &[f64], frame: Frame) -> Option<Self> {
        let all = || rising.iter().chain(named).copied();
        let (lowest, highest) = (all().reduce(f64::min)?, all().reduce(f64::max)?);
        let (mut low, mut high) = (lowest, highest);
        if let (Some(q1), Some(q3)) = (at_share(rising, 0.25), at_share(rising, 0.75)) {
            let fence = (q3 - q1) * FENCE;
            let kept = || {
                rising
                    .iter()
                    .copied()
                    .filter(|v| *v >= q1 - fence && *v <= q3 + fence)
            };
            let shown = || kept().chain(named.iter().copied());
            if q3 > q1 {
                low = shown().reduce(f64::min).unwrap_or(lowest);
                high = shown().reduce(f64::max).unwrap_or(highest);
            }
        }
        // Room at the ends for half a disc, or for the arrow of those beyond.
        let edge = (7.0 * frame.text_scale.sqrt()).min(frame.width_px / 8.0);
        Some(Self {
            scale: Linear::new(low, high, edge, frame.width_px - edge),
            ends: (low, high),
            beyond: (
                rising.iter().filter(|v| **v < low).count(),
                rising.iter().filter(|v| **v > high).count(),
            ),
        })
    }

    pub(super) fn px(&self, value: f64) -> f64 {
        self.scale.px_from_value(value)
    }

    pub(super) fn clamp(&self, value: f64) -> f64 {
        self.scale.clamp(value)
    }

    pub(super) fn shows(&self, value: f64) -> bool {
        self.scale.contains(value)
    }

    /// The numbers at both ends, and arrows towards what lies beyond.
    pub(super) fn end_marks(&self, spec: &StripSpec, layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        let words = |value: f64| quantity::figure(value, spec.unit, spec.decimals);
        let (low, high) = (words(self.ends.0), words(self.ends.1));
        let size_px = layout.text_px;
        let width = |text: &str| width_px(text, size_px, Weight::Regular);
        let spoken = quantity::spoken(self.ends.1, spec.unit, spec.decimals);
        let fits = |high: &str| width(&low) + width(high) + size_px * 2.0 <= layout.width;
        // The upper end carries the unit where there is room for it.
        let high = if fits(&spoken) { spoken } else { high };
        let both_fit = fits(&high);
        let ends = [
            (low.clone(), 0.0, Anchor::Start, self.ends.0 < self.ends.1),
            (
                high.clone(),
                layout.width,
                Anchor::End,
                both_fit && self.ends.0 < self.ends.1,
            ),
            (
                high,
                layout.width / 2.0,
                Anchor::Middle,
                self.ends.0 >= self.ends.1,
            ),
        ];
        for (content, x, anchor, is_shown) in ends {
            if is_shown && width(&content) <= layout.width {
                marks.push(Mark::Text(Text {
                    at: Point::new(x, layout.axis_y),
                    anchor,
                    size_px,
                    weight: Weight::Regular,
                    ink: Ink::Muted,
                    content,
                    halo: None,
                }));
            }
        }
        let middle = layout.middle();
        if self.beyond.0 > 0 {
            marks.push(arrow(1.0, 4.0, middle));
        }
        if self.beyond.1 > 0 {
            marks.push(arrow(layout.width - 1.0, layout.width - 4.0, middle));
        }
        marks
    }
}

fn arrow(tip_x: f64, tail_x: f64, y: f64) -> Mark {
    let corners = [(tail_x, y - 3.5), (tip_x, y), (tail_x, y + 3.5)];
    Mark::fill(corners.map(|(x, y)| Point::new(x, y)).to_vec(), Ink::Muted)
}

/// The value a share of the way through rising values; none without values.
pub(super) fn at_share(rising: &[f64], share: f64) -> Option<f64> {
    let last = rising.len().checked_sub(1)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a list's length is a place in it"
    )]
    let place = (last as f64 * share).round() as usize;
    rising.get(place).copied()
}
