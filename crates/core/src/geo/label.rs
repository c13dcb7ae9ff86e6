//! Where to put a label: the point inside an area farthest from its edges.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::polygon::centroid;
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
    let mut cells = BinaryHeap::new();
    for column in 0..=(width / side) as usize {
        for row in 0..=(height / side) as usize {
            let x_km = bounds.min.x_km + (column as f64 + 0.5) * side;
            let y_km = bounds.min.y_km + (row as f64 + 0.5) * side;
            cells.push(Cell::new(polygon, MapPoint::new(x_km, y_km), side / 2.0));
        }
    }
    let middle = centroid(std::slice::from_ref(polygon)).unwrap_or_else(|| bounds.centre());
    let mut best = Cell::new(polygon, middle, 0.0);
    let mut looked_at = 0;
    while let Some(cell) = cells.pop() {
        if cell.depth > best.depth {
            best = cell;
        }
        if cell.reach <= best.depth + PRECISION * longer || looked_at > MOST_CELLS {
            break;
        }
        let half = cell.half / 2.0;
        for (east, north) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let point = MapPoint::new(cell.point.x_km + east, cell.point.y_km + north);
            cells.push(Cell::new(polygon, point, half));
            looked_at += 1;
        }
    }
    Some(best.point)
}

/// A square of the search, in the order of what it may hold.
#[derive(Clone, Copy)]
struct Cell {
    point: MapPoint,
    half: f64,
    /// Distance from the middle to the nearest edge, below zero outside.
    depth: f64,
    /// The largest depth any point of the square can have.
    reach: f64,
}

impl Cell {
    fn new(polygon: &Polygon, point: MapPoint, half: f64) -> Self {
        let nearest_sq = polygon
            .edges()
            .map(|edge| distance_sq_to_edge(point, edge))
            .fold(f64::INFINITY, f64::min);
        let nearest = nearest_sq.sqrt();
        let depth = if polygon.covers(point) {
            nearest
        } else {
            -nearest
        };
        Self {
            point,
            half,
            depth,
            reach: depth + half * std::f64::consts::SQRT_2,
        }
    }
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

pub(super) fn distance_sq_to_edge(point: MapPoint, [a, b]: [MapPoint; 2]) -> f64 {
    let (dx, dy) = (b.x_km - a.x_km, b.y_km - a.y_km);
    let length_sq = dx * dx + dy * dy;
    if length_sq == 0.0 {
        return point.distance_sq(a);
    }
    let along = ((point.x_km - a.x_km) * dx + (point.y_km - a.y_km) * dy) / length_sq;
    let along = along.clamp(0.0, 1.0);
    point.distance_sq(MapPoint::new(a.x_km + along * dx, a.y_km + along * dy))
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
        assert!(Cell::new(&polygon, point, 0.0).depth > 3.5, "{point:?}");
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
