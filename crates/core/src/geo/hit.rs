//! Which area is at a point: a packed tree of boxes, then the shape itself.

use super::{AreaShape, Bounds, MapPoint};
use crate::order;

/// Boxes under one box of the level above.
const FANOUT: usize = 8;

/// Boxes of areas and boxes around those, packed once and never changed. Its
/// size is linear in the number of areas whatever their shapes.
///
/// Source: S. Leutenegger and others, "STR: a simple and efficient algorithm
/// for R-tree packing" (1997).
#[derive(Clone, Debug)]
pub(super) struct HitIndex {
    /// Positions of areas in packing order, each with its box.
    leaves: Vec<(Bounds, usize)>,
    /// Boxes around [`FANOUT`] neighbours of the level below, smallest first.
    levels: Vec<Vec<Bounds>>,
}

impl HitIndex {
    pub(super) fn new(areas: &[AreaShape]) -> Self {
        let mut leaves: Vec<_> = areas.iter().map(|area| area.bounds).zip(0..).collect();
        order::sort_by(&mut leaves, |(a, _), (b, _)| {
            a.centre().x_km.total_cmp(&b.centre().x_km)
        });
        let nodes = leaves.len().div_ceil(FANOUT);
        let strip = FANOUT * (nodes.isqrt() + 1);
        let mut in_strips: Vec<_> = leaves
            .into_iter()
            .enumerate()
            .map(|(place, leaf)| (place / strip, leaf))
            .collect();
        order::sort_by(&mut in_strips, |(a_strip, (a, _)), (b_strip, (b, _))| {
            let by_y = a.centre().y_km.total_cmp(&b.centre().y_km);
            a_strip.cmp(b_strip).then(by_y)
        });
        let leaves: Vec<_> = in_strips.into_iter().map(|(_, leaf)| leaf).collect();
        let boxes: Vec<Bounds> = leaves.iter().map(|(bounds, _)| *bounds).collect();
        let mut levels = vec![around_each(&boxes)];
        while let Some(below) = levels.last().filter(|level| level.len() > 1) {
            levels.push(around_each(below));
        }
        Self { leaves, levels }
    }

    /// The position of the first area, in the layer's order, that covers the point.
    pub(super) fn area_at(&self, areas: &[AreaShape], point: MapPoint) -> Option<usize> {
        let mut found: Option<usize> = None;
        let top = self.levels.len().checked_sub(1)?;
        let mut open = vec![(top, 0)];
        while let Some((level, node)) = open.pop() {
            let bounds = self.levels.get(level).and_then(|level| level.get(node));
            if !bounds.is_some_and(|bounds| bounds.covers(point)) {
                continue;
            }
            let children = node * FANOUT..(node + 1) * FANOUT;
            if let Some(below) = level.checked_sub(1) {
                open.extend(children.map(|child| (below, child)));
                continue;
            }
            for (bounds, position) in self.leaves.iter().take(children.end).skip(children.start) {
                let covers = |area: &AreaShape| area.polygons.iter().any(|p| p.covers(point));
                if bounds.covers(point) && areas.get(*position).is_some_and(covers) {
                    found = Some(found.map_or(*position, |best| best.min(*position)));
                }
            }
        }
        found
    }
}

fn around_each(boxes: &[Bounds]) -> Vec<Bounds> {
    let around = |group: &[Bounds]| group.iter().copied().reduce(|a, b| a.union(&b));
    boxes.chunks(FANOUT).filter_map(around).collect()
}
