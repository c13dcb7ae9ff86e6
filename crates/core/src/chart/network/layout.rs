//! Where nodes lie in the frame and how large they are.

use super::NetworkSpec;
use crate::chart::mark::Point;
use crate::chart::region::Rect;
use crate::chart::{Frame, size};

/// Where nodes lie in the frame and how large they are.
pub(super) struct Layout {
    pub(super) frame: Frame,
    pub(super) small_px: f64,
    /// The room of nodes and names, below the key.
    pub(super) plot: Rect,
    places: Vec<Point>,
    radii: Vec<f64>,
}

/// The radius of the smallest node: less could not be pointed at.
const LEAST_RADIUS_PX: f64 = 2.5;

impl Layout {
    pub(super) fn new(spec: &NetworkSpec, frame: Frame) -> Self {
        let small_px = (size::SMALL * frame.text_scale).min(frame.height_px / 10.0);
        let plot = Rect {
            left: 1.0,
            top: small_px * 1.7,
            right: frame.width_px - 1.0,
            bottom: frame.height_px - 1.0,
        };
        let (width, height) = (plot.right - plot.left, plot.bottom - plot.top);
        // The large ones keep apart as far as the frame allows.
        let most_radius = (width.min(height) * 0.035).clamp(5.0, 22.0 * frame.text_scale.sqrt());
        let rim = most_radius + 4.0;
        let along = |share: f64, low: f64, high: f64| {
            let share = if share.is_finite() {
                share.clamp(0.0, 1.0)
            } else {
                0.5
            };
            low + share * (high - low).max(0.0)
        };
        let place = |[x, y]: [f64; 2]| {
            Point::new(
                along(x, plot.left + rim, plot.right - rim),
                along(y, plot.top + rim, plot.bottom - rim),
            )
        };
        let sizes = spec.nodes.iter().map(|node| node.size);
        let most = sizes.filter(|size| size.is_finite()).fold(0.0, f64::max);
        let radius = |size: f64| {
            if size.is_finite() && size > 0.0 && most > 0.0 {
                (most_radius * (size / most).sqrt()).max(LEAST_RADIUS_PX)
            } else {
                LEAST_RADIUS_PX
            }
        };
        Self {
            frame,
            small_px,
            plot,
            places: spec.nodes.iter().map(|node| place(node.at)).collect(),
            radii: spec.nodes.iter().map(|node| radius(node.size)).collect(),
        }
    }

    pub(super) fn places(&self) -> &[Point] {
        &self.places
    }

    pub(super) fn at(&self, index: usize) -> Point {
        self.places
            .get(index)
            .copied()
            .unwrap_or(Point::new(self.plot.left, self.plot.top))
    }

    /// The radius of a node, in CSS pixels.
    pub(super) fn radius(&self, index: usize) -> f64 {
        self.radii.get(index).copied().unwrap_or(LEAST_RADIUS_PX)
    }
}
