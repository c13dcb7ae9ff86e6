//! Where to put a label: the point inside an area farthest from its edges.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::polygon::{centroid, is_east_of};
use super::{MapPoint, Polygon};

/// How near to the best distance is near enough, as a share of the area's size.
const PRECISION: f64 = 0.02;
/// Cells looked at before the best so far is taken; crooked areas need a few hundred.
const MOST_CELLS: usize = 2_000;
/// Cells along an area's longer side to begin with, at most.
const MOST_CELLS_ALONG: f64 = 16.0;

/// The pole of inaccessibility of the largest polygon, to 2% of its size.
///
/// Source: V. Agafonkin, "A new algorithm for finding a visual center of a
/// polygon" (2016): cells that may hold a better point are split, the most
/// promising first.
pub(super) fn label_point(polygons: &[Polygon]) -> Option<MapPoint> {
    let by_area = |a: &&Polygon, b: &&Polygon| a.area_sq_km().total_cmp(&b.area_sq_km());
    let polygon = polygons.iter().max_by(by_area)?;
    let bounds = polygon.bounds()?;
    let (width, height) = (bounds.width_km(), bounds.height_km());
    let longer = width.max(height);
    let side = width.min(height).max(longer / MOST_CELLS_ALONG);
    if !(side.is_finite() && side > 0.0) {
        return None;
    }
    let edges: Vec<Edge> = polygon.edges().map(Edge::new).collect();
    let middle = centroid(std::slice::from_ref(polygon)).unwrap_or_else(|| bounds.centre());
    let precision = PRECISION * longer;
    let mut search = Search {
        edges: &edges,
        precision,
        deepest: f64::NEG_INFINITY,
        cells: BinaryHeap::new(),
    };
    search.look_at(middle, 0.0, 0);
    let mut best = search.cells.pop()?;
    for column in 0..=(width / side) as usize {
        for row in 0..=(height / side) as usize {
            let x_km = bounds.min.x_km + (column as f64 + 0.5) * side;
            let y_km = bounds.min.y_km + (row as f64 + 0.5) * side;
            search.look_at(MapPoint::new(x_km, y_km), side / 2.0, best.nearest);
        }
    }
    let mut looked_at = 0;
    while let Some(cell) = search.cells.pop() {
        if cell.depth > best.depth {
            best = cell;
        }
        if cell.reach <= best.depth + precision || looked_at > MOST_CELLS {
            break;
        }
        let half = cell.half / 2.0;
        for (east, north) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let point = MapPoint::new(cell.point.x_km + east, cell.point.y_km + north);
            search.look_at(point, half, cell.nearest);
            looked_at += 1;
        }
    }
    Some(best.point)
}

/// What is known while a polygon is searched.
struct Search<'a> {
    edges: &'a [Edge],
    precision: f64,
    /// The depth of the deepest middle seen.
    deepest: f64,
    cells: BinaryHeap<Cell>,
}

impl Search<'_> {
    /// Keeps a square for later, unless no point of it can be deeper than one seen already
    /// by more than the precision: most are found out by the edge nearest to the square they
    /// were cut from, which `likely` names.
    fn look_at(&mut self, point: MapPoint, half: f64, likely: usize) {
        let beyond = half * std::f64::consts::SQRT_2;
        let least = self.deepest + self.precision - beyond;
        let least_sq = if least > 0.0 { least * least } else { -1.0 };
        let likely_edge = self.edges.get(likely);
        if likely_edge.is_some_and(|edge| edge.distance_sq(point) <= least_sq) {
            return;
        }
        let mut nearest = likely;
        let mut nearest_sq = f64::INFINITY;
        let mut is_inside = false;
        for (index, edge) in self.edges.iter().enumerate() {
            let distance_sq = edge.distance_sq(point);
            if distance_sq < nearest_sq {
                if distance_sq <= least_sq {
                    return;
                }
                (nearest, nearest_sq) = (index, distance_sq);
            }
            is_inside ^= is_east_of(point, edge.ends);
        }
        let distance = nearest_sq.sqrt();
        let depth = if is_inside { distance } else { -distance };
        self.deepest = self.deepest.max(depth);
        self.cells.push(Cell {
            point,
            half,
            nearest,
            depth,
            reach: depth + beyond,
        });
    }
}

/// An edge, ready to be asked many times how far away it is.
struct Edge {
    ends: [MapPoint; 2],
    dx: f64,
    dy: f64,
    /// One over its squared length; zero for an edge without length.
    per_length_sq: f64,
}

impl Edge {
    fn new([a, b]: [MapPoint; 2]) -> Self {
        let (dx, dy) = (b.x_km - a.x_km, b.y_km - a.y_km);
        let length_sq = dx * dx + dy * dy;
        let per_length_sq = if length_sq > 0.0 {
            1.0 / length_sq
        } else {
            0.0
        };
        Self {
            ends: [a, b],
            dx,
            dy,
            per_length_sq,
        }
    }

    fn distance_sq(&self, point: MapPoint) -> f64 {
        let [a, _] = self.ends;
        let (x, y) = (point.x_km - a.x_km, point.y_km - a.y_km);
        let along = (x * self.dx + y * self.dy) * self.per_length_sq;
        let along = along.clamp(0.0, 1.0);
        let (x, y) = (x - along * self.dx, y - along * self.dy);
        x * x + y * y
    }
}

/// The squared distance from a point to an edge.
pub(super) fn distance_sq_to_edge(point: MapPoint, edge: [MapPoint; 2]) -> f64 {
    Edge::new(edge).distance_sq(point)
}

/// A square of the search, in the order of what it may hold.
#[derive(Clone, Copy)]
struct Cell {
    point: MapPoint,
    half: f64,
    /// The edge nearest to the middle.
    nearest: usize,
    /// Distance from the middle to the nearest edge, below zero outside.
    depth: f64,
    /// The largest depth any point of the square can have.
    reach: f64,
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.reach.total_cmp(&other.reach)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: &[(f64, f64)]) -> Vec<MapPoint> {
        corners.iter().map(|&(x, y)| MapPoint::new(x, y)).collect()
    }

    #[test]
    fn a_label_keeps_clear_of_a_hole() {
        let polygon = Polygon {
            outer: ring(&[(0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)]),
            holes: vec![ring(&[(8.0, 2.0), (19.0, 2.0), (19.0, 8.0), (8.0, 8.0)])],
        };
        let point = label_point(std::slice::from_ref(&polygon)).unwrap();
        assert!(polygon.covers(point));
        assert!(point.x_km < 8.0, "{point:?}");
        let edges = polygon.edges();
        let depth_sq = edges.map(|edge| distance_sq_to_edge(point, edge));
        assert!(
            depth_sq.fold(f64::INFINITY, f64::min) > 3.5 * 3.5,
            "{point:?}"
        );
    }

    #[test]
    fn a_crooked_area_holds_its_label_though_not_its_middle() {
        let hook = Polygon {
            outer: ring(&[
                (0.0, 0.0),
                (10.0, 0.0),
                (10.0, 10.0),
                (9.0, 10.0),
                (9.0, 1.0),
                (0.0, 1.0),
            ]),
            holes: Vec::new(),
        };
        assert!(!hook.covers(centroid(std::slice::from_ref(&hook)).unwrap()));
        assert!(hook.covers(label_point(std::slice::from_ref(&hook)).unwrap()));
    }

    #[test]
    fn nothing_has_no_label() {
        assert_eq!(label_point(&[]), None);
        let flat = Polygon {
            outer: ring(&[(1.0, 1.0), (1.0, 1.0)]),
            holes: Vec::new(),
        };
        assert_eq!(label_point(&[flat]), None);
    }
}
