//! A layer as its borders, each once: drawn at any scale, neighbours never come apart.
//!
//! Areas share their borders, so each is projected, thinned and cut to the window once, and
//! an area is put together from the result. What is left out of a border is left out on both
//! sides of it.

mod build;
mod dissolve;
#[cfg(test)]
mod tests;
mod trail;

use super::topology::arc_index;
use super::{Bounds, MapPoint};

pub use dissolve::Region;

/// The borders of a layer of areas, of the districts and of the land around.
#[derive(Clone, Debug)]
pub struct Mesh {
    points: Vec<MapPoint>,
    /// For each point the coarseness, in kilometres, from which on it is not missed.
    worth_km: Vec<f32>,
    arcs: Vec<Arc>,
    areas: Vec<Vec<Ring>>,
    around: Vec<Vec<Ring>>,
    /// Directed arcs by the node they leave, clockwise: those of node `n` lie between the
    /// ends of `n - 1` and `n`.
    leaving: Vec<i32>,
    leaving_ends: Vec<usize>,
}

/// Arcs in turn, `!n` for arc `n` backwards. A ring ends where it starts.
pub type Ring = Vec<i32>;

/// What a border parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BorderRank {
    /// Land around from other land around, or from the sea.
    Around,
    /// Two areas of the layer.
    Area,
    /// Two districts.
    District,
    /// The districts from the land around.
    Edge,
}

/// One border from where areas meet to where they meet again.
#[derive(Clone, Debug)]
struct Arc {
    start: usize,
    end: usize,
    bounds: Bounds,
    rank: BorderRank,
    /// The areas of the layer to the left and right, walking forwards.
    sides: [Option<u32>; 2],
    /// The nodes where it starts and ends.
    nodes: [usize; 2],
    /// The ground between the arc and the map's centre, in square kilometres, above zero if
    /// the centre lies to its left: those of a ring add up to the ring's own.
    area_sq_km: f64,
}

impl Mesh {
    /// The outer rings of each area, in the layer's order.
    #[must_use]
    pub fn areas(&self) -> &[Vec<Ring>] {
        &self.areas
    }

    /// The outer rings of the land around.
    #[must_use]
    pub fn around(&self) -> &[Vec<Ring>] {
        &self.around
    }

    /// How many borders there are.
    #[must_use]
    pub const fn arc_count(&self) -> usize {
        self.arcs.len()
    }

    /// What a border parts; the least for one that is not there.
    #[must_use]
    pub fn rank(&self, arc: usize) -> BorderRank {
        let found = self.arcs.get(arc);
        found.map_or(BorderRank::Around, |arc| arc.rank)
    }

    /// The areas to the left and right of a border, by position.
    pub fn sides(&self, arc: usize) -> impl Iterator<Item = usize> {
        let sides = self.arcs.get(arc).map_or([None; 2], |arc| arc.sides);
        sides.into_iter().flatten().map(|side| side as usize)
    }

    /// Whether any of a border may be in a window.
    #[must_use]
    pub fn is_near(&self, arc: usize, window: &Bounds) -> bool {
        let found = self.arcs.get(arc);
        found.is_some_and(|arc| arc.bounds.touches(window))
    }

    /// The box around a ring; none without arcs.
    #[must_use]
    pub fn bounds(&self, ring: &[i32]) -> Option<Bounds> {
        let arcs = ring.iter().filter_map(|arc| self.arcs.get(arc_index(*arc)));
        arcs.map(|arc| arc.bounds).reduce(|a, b| a.union(&b))
    }

    /// The points of a border that matter in a window at a coarseness: a stretch that is
    /// nowhere further than `coarseness_km` from the straight line is drawn straight, and
    /// one beside the window only keeps to its side of it. Both ends always matter.
    pub fn walk(
        &self,
        arc: usize,
        coarseness_km: f64,
        window: &Bounds,
        mut visit: impl FnMut(MapPoint),
    ) {
        let Some(arc) = self.arcs.get(arc) else {
            return;
        };
        let points = self.points.get(arc.start..arc.end).unwrap_or_default();
        let worths = self.worth_km.get(arc.start..arc.end).unwrap_or_default();
        let is_far = !arc.bounds.touches(window);
        // The last point is held back while those after it lie on the same side outside.
        let mut held: Option<MapPoint> = None;
        let mut side = 0;
        let last = points.len().saturating_sub(1);
        for (index, (&point, &worth)) in points.iter().zip(worths).enumerate() {
            let is_between = index != 0 && index != last;
            if is_between && (is_far || f64::from(worth) <= coarseness_km) {
                continue;
            }
            let shared = side & sides_beside(point, window);
            if is_between && shared != 0 {
                side = shared;
                held = Some(point);
                continue;
            }
            if let Some(point) = held.take().filter(|_| shared == 0) {
                visit(point);
            }
            visit(point);
            side = sides_beside(point, window);
        }
    }

    /// The directed arcs that leave a node.
    fn leaving(&self, node: usize) -> &[i32] {
        let end = |node: usize| self.leaving_ends.get(node).copied().unwrap_or(0);
        let start = node.checked_sub(1).map_or(0, end);
        self.leaving.get(start..end(node)).unwrap_or_default()
    }

    /// The node a directed arc leads to.
    fn node_after(&self, reference: i32) -> Option<usize> {
        let [start, end] = self.arcs.get(arc_index(reference))?.nodes;
        Some(if reference < 0 { start } else { end })
    }
}

/// On which sides of a window a point lies, one bit for each; none inside.
fn sides_beside(point: MapPoint, window: &Bounds) -> u8 {
    u8::from(point.x_km < window.min.x_km)
        | u8::from(point.x_km > window.max.x_km) << 1
        | u8::from(point.y_km < window.min.y_km) << 2
        | u8::from(point.y_km > window.max.y_km) << 3
}
