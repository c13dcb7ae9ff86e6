//! Lines from place to place: bent, so that there and back are two, and pointed at their end.

use super::{AreaMapSpec, Flow};
use crate::chart::mark::{Ink, Mark, Point};
use crate::chart::placed::TextAlternative;
use crate::geo::Viewport;
use crate::order;

/// Widths in CSS pixels, and the share of the heaviest flow from which each is drawn.
const WIDTHS: [(f64, f64); 4] = [(0.5, 6.0), (0.2, 4.0), (0.07, 2.5), (0.0, 1.25)];
/// How far the middle of a line lies aside, as a share of its length.
const BEND: f64 = 0.14;
const STEPS: u32 = 20;
/// How near a line answers, in CSS pixels.
const REACH_PX: f64 = 7.0;

/// A flow in the frame.
#[derive(Clone, Debug)]
pub(super) struct PlacedFlow {
    /// Its place in the spec's list.
    pub(super) index: usize,
    line: Vec<Point>,
    width_px: f64,
}

/// The flows, the heaviest first, so that the light are drawn over them.
pub(super) fn place(flows: &[Flow], view: &Viewport) -> Vec<PlacedFlow> {
    let heaviest = flows.iter().map(|flow| flow.weight);
    let heaviest = heaviest.filter(|w| w.is_finite()).fold(0.0, f64::max);
    let mut placed: Vec<(f64, PlacedFlow)> = Vec::new();
    for (index, flow) in flows.iter().enumerate() {
        let share = flow.weight / heaviest;
        let width = WIDTHS.iter().find(|(least, _)| share > *least);
        let line = bent(flow, view);
        let is_sound = line.iter().all(|point| point.is_finite());
        if let Some(&(_, width_px)) = width.filter(|_| is_sound) {
            let flow = PlacedFlow {
                index,
                line,
                width_px,
            };
            placed.push((share, flow));
        }
    }
    order::sort_by(&mut placed, |a, b| b.0.total_cmp(&a.0));
    placed.into_iter().map(|(_, flow)| flow).collect()
}

impl PlacedFlow {
    pub(super) fn marks(&self) -> Vec<Mark> {
        self.marks_in(Ink::Accent)
    }

    /// The line with its point; a rim parts it from what lies under it.
    pub(super) fn marks_in(&self, ink: Ink) -> Vec<Mark> {
        let rim = self.outline(1.5);
        let body = self.outline(0.0);
        let mark = |ring: Vec<Point>, ink: Ink| (ring.len() > 2).then(|| Mark::fill(ring, ink));
        [mark(rim, Ink::Paper), mark(body, ink)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// How near a point lies to the line, less its width; none if it is too far.
    pub(super) fn distance_px(&self, at: Point) -> Option<f64> {
        let edges = self.line.iter().zip(self.line.iter().skip(1));
        let nearest = edges.map(|(a, b)| distance(at, *a, *b));
        let distance = nearest.fold(f64::INFINITY, f64::min) - self.width_px / 2.0;
        (distance <= REACH_PX).then_some(distance)
    }

    /// The ribbon along the line, with a point at its end.
    fn outline(&self, grown_px: f64) -> Vec<Point> {
        let half = self.width_px / 2.0 + grown_px;
        let head_px = self.width_px * 1.4 + 6.0;
        let Some((&tip, &start)) = self.line.last().zip(self.line.first()) else {
            return Vec::new();
        };
        let length = start.distance_squared(tip).sqrt();
        // A line shorter than its point is all point.
        let head_px = head_px.min(length * 0.6);
        let body: Vec<Point> = self
            .line
            .iter()
            .copied()
            .filter(|point| point.distance_squared(tip).sqrt() > head_px)
            .collect();
        let Some(&neck) = body.last() else {
            return Vec::new();
        };
        let normal = |a: Point, b: Point| {
            let length = a.distance_squared(b).sqrt().max(1e-9);
            Point::new(-(b.y - a.y) / length, (b.x - a.x) / length)
        };
        let mut left = Vec::with_capacity(2 * body.len() + 5);
        let mut right = Vec::with_capacity(body.len() + 2);
        let nexts = body.iter().skip(1).chain([&tip]);
        let mut befores = std::iter::once(None).chain(body.iter().map(Some));
        for (&point, &next) in body.iter().zip(nexts) {
            let before = befores.next().flatten().copied().unwrap_or(point);
            let across = normal(before, next);
            left.push(Point::new(
                point.x + across.x * half,
                point.y + across.y * half,
            ));
            right.push(Point::new(
                point.x - across.x * half,
                point.y - across.y * half,
            ));
        }
        let across = normal(neck, tip);
        let wing = half + 2.0 + self.width_px * 0.35;
        left.push(Point::new(
            neck.x + across.x * wing,
            neck.y + across.y * wing,
        ));
        let ahead = grown_px * 1.6;
        left.push(Point::new(
            tip.x + across.y * ahead,
            tip.y - across.x * ahead,
        ));
        left.push(Point::new(
            neck.x - across.x * wing,
            neck.y - across.y * wing,
        ));
        left.extend(right.into_iter().rev());
        left
    }
}

impl AreaMapSpec {
    /// The flows in words, the heaviest first.
    #[must_use]
    pub fn flow_text(&self) -> TextAlternative {
        let is_drawn = |flow: &&Flow| flow.weight.is_finite() && flow.weight > 0.0;
        let mut flows: Vec<&Flow> = self.flows.iter().filter(is_drawn).collect();
        order::sort_by(&mut flows, |a, b| b.weight.total_cmp(&a.weight));
        let first = flows.first();
        TextAlternative {
            sentence: first.map_or_else(String::new, |flow| {
                ["The largest flow: ", &flow.words, "."].concat()
            }),
            columns: vec!["Flow".to_owned()],
            rows: flows.iter().map(|flow| vec![flow.words.clone()]).collect(),
        }
    }
}

/// A curve from place to place that keeps to the right of the straight line.
fn bent(flow: &Flow, view: &Viewport) -> Vec<Point> {
    let [from, to] = [flow.from, flow.to].map(|place| {
        let px = view.px_from_map(place);
        Point::new(px.x_px, px.y_px)
    });
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let control = Point::new(
        f64::midpoint(from.x, to.x) - dy * 2.0 * BEND,
        f64::midpoint(from.y, to.y) + dx * 2.0 * BEND,
    );
    (0..=STEPS)
        .map(|step| {
            let along = f64::from(step) / f64::from(STEPS);
            let back = 1.0 - along;
            let mix = |a: f64, b: f64, c: f64| {
                back * back * a + 2.0 * back * along * b + along * along * c
            };
            Point::new(mix(from.x, control.x, to.x), mix(from.y, control.y, to.y))
        })
        .collect()
}

fn distance(at: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length_sq = dx * dx + dy * dy;
    let along = if length_sq > 0.0 {
        (((at.x - a.x) * dx + (at.y - a.y) * dy) / length_sq).clamp(0.0, 1.0)
    } else {
        0.0
    };
    at.distance_squared(Point::new(a.x + along * dx, a.y + along * dy))
        .sqrt()
}
