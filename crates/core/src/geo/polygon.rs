//! A polygon on the map: its rings, its area, its centroid, points inside.

use super::{Bounds, MapPoint};

/// An outer ring and its holes. Rings do not repeat their first corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Polygon {
    /// The ring around the ground.
    pub outer: Vec<MapPoint>,
    /// The rings around what is cut out of it.
    pub holes: Vec<Vec<MapPoint>>,
}

impl Polygon {
    /// All rings, the outer one first.
    pub fn rings(&self) -> impl Iterator<Item = &[MapPoint]> {
        std::iter::once(self.outer.as_slice()).chain(self.holes.iter().map(Vec::as_slice))
    }

    /// The edges of all rings.
    pub fn edges(&self) -> impl Iterator<Item = [MapPoint; 2]> {
        self.rings().flat_map(ring_edges)
    }

    /// The ground it covers, in square kilometres.
    #[must_use]
    pub fn area_sq_km(&self) -> f64 {
        let holes: f64 = self.holes.iter().map(|hole| moments(hole).area.abs()).sum();
        moments(&self.outer).area.abs() - holes
    }

    /// Whether a point lies inside, by counting the edges to its east. A point
    /// on an edge belongs to exactly one of the two polygons that share it.
    #[must_use]
    pub fn covers(&self, point: MapPoint) -> bool {
        self.edges().filter(|edge| is_east_of(point, *edge)).count() % 2 == 1
    }

    /// The smallest box around it; none if it has no corner.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.outer.iter().copied())
    }
}

/// The middle of the ground that polygons cover; none if they cover none.
#[must_use]
pub(super) fn centroid(polygons: &[Polygon]) -> Option<MapPoint> {
    let signed = polygons.iter().flat_map(|polygon| {
        let holes = polygon.holes.iter().map(|hole| (-1.0, hole));
        std::iter::once((1.0, &polygon.outer)).chain(holes)
    });
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (sign, ring) in signed {
        let ring = moments(ring);
        let sign = if ring.area < 0.0 { -sign } else { sign };
        area += sign * ring.area;
        x += sign * ring.x;
        y += sign * ring.y;
    }
    (area > 0.0).then(|| MapPoint::new(x / area, y / area))
}

/// The edges of a closed ring.
pub(super) fn ring_edges(ring: &[MapPoint]) -> impl Iterator<Item = [MapPoint; 2]> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| [*a, *b])
}

/// Whether an edge passes east of a point. The lower end is always taken first,
/// so that both neighbours of a shared edge get the same answer to the last bit.
pub(super) fn is_east_of(point: MapPoint, [a, b]: [MapPoint; 2]) -> bool {
    let [low, high] = if a.y_km <= b.y_km { [a, b] } else { [b, a] };
    if point.y_km < low.y_km || high.y_km <= point.y_km {
        return false;
    }
    let along = (point.y_km - low.y_km) / (high.y_km - low.y_km);
    point.x_km < low.x_km + along * (high.x_km - low.x_km)
}

/// Signed area of a ring and its first moments.
struct Moments {
    area: f64,
    x: f64,
    y: f64,
}

fn moments(ring: &[MapPoint]) -> Moments {
    // Relative to the first corner: far from the origin, products of whole
    // coordinates would cancel and lose digits.
    let origin = ring.first().copied().unwrap_or(MapPoint::new(0.0, 0.0));
    let mut sum = Moments {
        area: 0.0,
        x: 0.0,
        y: 0.0,
    };
    for [a, b] in ring_edges(ring) {
        let [ax, ay] = [a.x_km - origin.x_km, a.y_km - origin.y_km];
        let [bx, by] = [b.x_km - origin.x_km, b.y_km - origin.y_km];
        let cross = ax * by - bx * ay;
        sum.area += cross / 2.0;
        sum.x += (ax + bx) * cross / 6.0;
        sum.y += (ay + by) * cross / 6.0;
    }
    sum.x += origin.x_km * sum.area;
    sum.y += origin.y_km * sum.area;
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Vec<MapPoint> {
        [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
            .map(|(x, y)| MapPoint::new(x, y))
            .to_vec()
    }

    #[test]
    fn a_hole_is_no_ground() {
        let polygon = Polygon {
            outer: square(100.0, 100.0, 4.0),
            holes: vec![square(102.0, 101.0, 1.0)],
        };
        assert!((polygon.area_sq_km() - 15.0).abs() < 1e-12);
        assert!(polygon.covers(MapPoint::new(101.0, 101.5)));
        assert!(!polygon.covers(MapPoint::new(102.5, 101.5)));
        let middle = centroid(&[polygon]).unwrap();
        assert!((middle.x_km - (16.0 * 102.0 - 102.5) / 15.0).abs() < 1e-9);
        assert!((middle.y_km - (16.0 * 102.0 - 101.5) / 15.0).abs() < 1e-9);
    }

    #[test]
    fn the_direction_of_a_ring_does_not_matter() {
        let mut outer = square(0.0, 0.0, 2.0);
        outer.reverse();
        let polygon = Polygon {
            outer,
            holes: Vec::new(),
        };
        assert_eq!(polygon.area_sq_km(), 4.0);
        assert_eq!(centroid(&[polygon]), Some(MapPoint::new(1.0, 1.0)));
    }

    #[test]
    fn no_corner_is_no_ground() {
        let nothing = Polygon {
            outer: Vec::new(),
            holes: Vec::new(),
        };
        assert_eq!(nothing.area_sq_km(), 0.0);
        assert_eq!(nothing.bounds(), None);
        assert_eq!(centroid(&[nothing]), None);
    }
}
