//! Plane geometry of placing: rectangles, rings, scanlines.

use super::mark::Point;
use crate::{math, order};

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle around a centre.
    #[must_use]
    pub fn centred(centre: Point, width: f64, height: f64) -> Self {
        Self {
            left: centre.x - width / 2.0,
            top: centre.y - height / 2.0,
            right: centre.x + width / 2.0,
            bottom: centre.y + height / 2.0,
        }
    }

    /// The smallest rectangle around points; none without points.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |bounds, point| {
            let own = Self::centred(point, 0.0, 0.0);
            Some(bounds.map_or(own, |b: Self| b.union(own)))
        })
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Grown on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a point lies in it, edges included.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Whether another rectangle lies wholly in it.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    /// Its area in square pixels.
    #[must_use]
    pub fn area(self) -> f64 {
        (self.right - self.left) * (self.bottom - self.top)
    }
}

/// The corners of a disc, as many as its size needs to look round; `radius` is in CSS pixels.
#[must_use]
pub fn circle(at: Point, radius: f64) -> Vec<Point> {
    let count = (radius * 1.5).clamp(10.0, 36.0).round();
    (0..count as usize)
        .map(|corner| {
            let angle = std::f64::consts::TAU * corner as f64 / count;
            Point::new(
                at.x + radius * math::cos(angle),
                at.y + radius * math::sin(angle),
            )
        })
        .collect()
}

/// Whether a point lies inside rings by the even-odd rule.
#[must_use]
pub fn is_inside(rings: &[Vec<Point>], point: Point) -> bool {
    let mut inside = false;
    for (a, b) in rings.iter().flat_map(|ring| edges(ring)) {
        if (a.y > point.y) != (b.y > point.y)
            && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
        {
            inside = !inside;
        }
    }
    inside
}

/// The stretches of a horizontal line inside rings by the even-odd rule, left to right.
#[must_use]
pub fn chords(rings: &[Vec<Point>], y: f64) -> Vec<(f64, f64)> {
    let mut crossings: Vec<f64> = rings
        .iter()
        .flat_map(|ring| edges(ring))
        .filter(|(a, b)| (a.y > y) != (b.y > y))
        .map(|(a, b)| (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        .collect();
    order::sort_numbers(&mut crossings);
    crossings
        .chunks_exact(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
        .collect()
}

/// Parallel diagonal strokes clipped to rings, `gap` pixels apart.
#[must_use]
pub fn hatch(rings: &[Vec<Point>], gap: f64) -> Vec<[Point; 2]> {
    // In turned axes u = x + y, v = x - y the diagonals are the level lines of u.
    let turned: Vec<Vec<Point>> = rings
        .iter()
        .map(|ring| {
            ring.iter()
                .map(|p| Point::new(p.x - p.y, p.x + p.y))
                .collect()
        })
        .collect();
    let back = |v: f64, u: f64| Point::new(f64::midpoint(u, v), (u - v) / 2.0);
    levels(&turned, gap * std::f64::consts::SQRT_2)
        .flat_map(|u| {
            chords(&turned, u)
                .into_iter()
                .map(move |(from, to)| [back(from, u), back(to, u)])
        })
        .collect()
}

/// Points on a square grid inside rings, `gap` pixels apart.
#[must_use]
pub fn dots(rings: &[Vec<Point>], gap: f64) -> Vec<Point> {
    levels(rings, gap)
        .flat_map(|y| {
            chords(rings, y)
                .into_iter()
                .flat_map(move |(from, to)| steps(from, to, gap).map(move |x| Point::new(x, y)))
        })
        .collect()
}

/// The part of a ring inside a rectangle; empty when nothing is.
#[must_use]
pub fn clipped(ring: &[Point], to: Rect) -> Vec<Point> {
    let keeps: [fn(Point, Rect) -> f64; 4] = [
        |p, r| p.x - r.left,
        |p, r| r.right - p.x,
        |p, r| p.y - r.top,
        |p, r| r.bottom - p.y,
    ];
    let mut kept = ring.to_vec();
    for depth in keeps {
        if kept.iter().all(|&point| depth(point, to) >= 0.0) {
            continue;
        }
        let mut next = Vec::with_capacity(kept.len() + 4);
        for (a, b) in edges(&kept) {
            let (da, db) = (depth(a, to), depth(b, to));
            if da >= 0.0 {
                next.push(a);
            }
            if (da < 0.0) != (db < 0.0) {
                let share = da / (da - db);
                next.push(Point::new(
                    a.x + (b.x - a.x) * share,
                    a.y + (b.y - a.y) * share,
                ));
            }
        }
        kept = next;
    }
    kept
}

/// The stretches of a clipped ring that do not run along the edge of its window.
#[must_use]
pub fn off_edge(ring: &[Point], window: Rect) -> Vec<Vec<Point>> {
    let at = |a: f64, b: f64, side: f64| (a - side).abs() < 1e-6 && (b - side).abs() < 1e-6;
    let mut stretches: Vec<Vec<Point>> = vec![Vec::new()];
    for (a, b) in edges(ring) {
        let is_along = at(a.x, b.x, window.left)
            || at(a.x, b.x, window.right)
            || at(a.y, b.y, window.top)
            || at(a.y, b.y, window.bottom);
        match stretches.last_mut() {
            Some(stretch) if !is_along => {
                if stretch.is_empty() {
                    stretch.push(a);
                }
                stretch.push(b);
            }
            Some(stretch) if !stretch.is_empty() => stretches.push(Vec::new()),
            _ => {}
        }
    }
    stretches.retain(|stretch| stretch.len() > 1);
    stretches
}

/// Twice the area of a ring, positive whichever way it runs, in square pixels.
#[must_use]
pub fn doubled_area(ring: &[Point]) -> f64 {
    edges(ring)
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum::<f64>()
        .abs()
}

fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    let ends = ring.iter().skip(1).chain(ring.first());
    ring.iter().copied().zip(ends.copied())
}

fn levels(rings: &[Vec<Point>], gap: f64) -> impl Iterator<Item = f64> + use<> {
    let bounds = Rect::around(rings.iter().flatten().copied());
    let (low, high) = bounds.map_or((0.0, -1.0), |b| (b.top, b.bottom));
    steps(low, high, gap)
}

/// Multiples of `gap` between two numbers, so that neighbours' patterns meet.
fn steps(low: f64, high: f64, gap: f64) -> impl Iterator<Item = f64> + use<> {
    let gap = gap.max(0.5);
    let first = (low / gap).ceil();
    // Bounded: a ring far outside any frame must not fill the memory.
    (0..20_000)
        .map(move |i| (first + f64::from(i)) * gap)
        .take_while(move |&level| level <= high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::mark::rectangle;
    use proptest::prelude::*;

    /// A square with a square hole.
    fn frame_shape() -> Vec<Vec<Point>> {
        vec![
            rectangle(0.0, 0.0, 100.0, 100.0),
            rectangle(40.0, 40.0, 60.0, 60.0),
        ]
    }

    proptest! {
        #[test]
        fn hatches_and_dots_stay_inside(gap in 2.0..20.0_f64) {
            let rings = frame_shape();
            for [a, b] in hatch(&rings, gap) {
                let middle = Point::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
                prop_assert!(a == b || is_inside(&rings, middle) || a.distance_squared(b) < 1e-6);
            }
            let hole = Rect::centred(Point::new(50.0, 50.0), 19.0, 19.0);
            let is_clear = dots(&rings, gap).into_iter().all(|p| !hole.contains(p));
            prop_assert!(is_clear);
            prop_assert!(!dots(&rings, gap).is_empty());
        }

        #[test]
        fn clipping_keeps_what_is_inside(x in -150.0..150.0_f64, y in -150.0..150.0_f64) {
            let ring = rectangle(x, y, x + 100.0, y + 100.0);
            let window = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
            let kept = clipped(&ring, window);
            prop_assert!(kept.iter().all(|&p| window.grown(1e-9).contains(p)));
            let expected = (100.0 - x.abs()).max(0.0) * (100.0 - y.abs()).max(0.0);
            prop_assert!((doubled_area(&kept) / 2.0 - expected).abs() < 1e-6);
        }
    }

    #[test]
    fn holes_are_outside() {
        assert!(is_inside(&frame_shape(), Point::new(20.0, 50.0)));
        assert!(!is_inside(&frame_shape(), Point::new(50.0, 50.0)));
        assert_eq!(chords(&frame_shape(), 50.0), [(0.0, 40.0), (60.0, 100.0)]);
    }
}
