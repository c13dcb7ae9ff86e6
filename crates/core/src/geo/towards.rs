//! From area to area by arrow key.

use super::{AreaShape, Layer, MapPoint};

/// A direction on the map, north up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// To the right.
    East,
    /// Down.
    South,
    /// To the left.
    West,
}

impl Direction {
    /// How far a step leads in this direction, and how far to its side.
    fn along_and_aside(self, from: MapPoint, to: MapPoint) -> (f64, f64) {
        let (east, north) = (to.x_km - from.x_km, to.y_km - from.y_km);
        match self {
            Self::North => (north, east),
            Self::East => (east, north),
            Self::South => (-north, east),
            Self::West => (-east, north),
        }
    }
}

impl Layer {
    /// The area to go to from another in a direction: the neighbour whose label
    /// point lies within 60 degrees of it, and if there is none, the nearest of
    /// all areas on that side. None when nothing lies on that side.
    #[must_use]
    pub fn neighbour_towards(&self, position: usize, direction: Direction) -> Option<usize> {
        let from = self.areas().get(position)?.label_point;
        let step = |to: &AreaShape| direction.along_and_aside(from, to.label_point);
        let beside = self.adjacency().queen.get(position)?;
        let neighbours = beside
            .iter()
            .filter_map(|&other| Some((other, step(self.areas().get(other)?))))
            // The tangent of 60 degrees is the root of three.
            .filter(|(_, (along, aside))| *along > 0.0 && aside * aside <= 3.0 * along * along);
        let others = self.areas().iter().enumerate();
        let others = others
            .map(|(other, area)| (other, step(area)))
            .filter(|(other, (along, _))| *other != position && *along > 0.0);
        straightest(neighbours).or_else(|| straightest(others))
    }
}

/// Near and straight ahead: the circle through here and there whose centre lies
/// straight ahead is smallest.
fn straightest(steps: impl Iterator<Item = (usize, (f64, f64))>) -> Option<usize> {
    steps
        .map(|(other, (along, aside))| ((along * along + aside * aside) / along, other))
        .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
        .map(|(_, other)| other)
}
