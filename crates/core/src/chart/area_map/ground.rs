//! The shapes of one level and vintage, made ready once for every map of them.

use crate::chart::placed::Step;
use crate::geo::{Bounds, Direction, Layer, LayerId, MapPoint, Mesh, Projection, Topology};

/// The shapes of one level and vintage, the land around and the names on it.
#[derive(Clone, Debug)]
pub struct Ground {
    pub(super) layer: Layer,
    pub(super) mesh: Mesh,
    pub(super) landmarks: Vec<Landmark>,
}

/// A place people know.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmark {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub at: MapPoint,
    /// Population or passengers: the greater goes first.
    pub rank: f64,
    /// What it is.
    pub kind: LandmarkKind,
}

/// What a landmark is, those first that go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LandmarkKind {
    /// A town.
    Town,
    /// A district: shown while nothing smaller has room.
    District,
    /// A part of a town, such as an MSOA.
    Neighbourhood,
    /// A railway station.
    Station,
}

impl Ground {
    /// Makes a layer ready; none if it is not in the topology.
    #[must_use]
    pub fn new(
        topology: &Topology,
        layer: LayerId,
        projection: &Projection,
        landmarks: Vec<Landmark>,
    ) -> Option<Self> {
        Some(Self {
            mesh: topology.mesh(layer, projection)?,
            layer: topology.layer(layer, projection)?,
            landmarks,
        })
    }

    /// The areas, in the order in which a map's fills are given.
    #[must_use]
    pub const fn layer(&self) -> &Layer {
        &self.layer
    }

    /// The box around all areas.
    #[must_use]
    pub const fn bounds(&self) -> &Bounds {
        self.layer.bounds()
    }

    /// The area a key leads to: arrows to the neighbour that lies that way, home and end to
    /// the first and last of `rising`, areas in the order of their values. The highest when
    /// no area was left.
    #[must_use]
    pub fn step(&self, from: Option<usize>, step: Step, rising: &[usize]) -> Option<usize> {
        let count = self.layer.areas().len();
        let is_there = |position: &usize| *position < count;
        let highest = || rising.last().copied().filter(is_there);
        let towards = |direction: Direction| match from.filter(is_there) {
            Some(from) => Some(
                self.layer
                    .neighbour_towards(from, direction)
                    .unwrap_or(from),
            ),
            None => highest().or(Some(0)),
        };
        match step {
            Step::Left => towards(Direction::West),
            Step::Right => towards(Direction::East),
            Step::Up => towards(Direction::North),
            Step::Down => towards(Direction::South),
            Step::Home => rising.first().copied().filter(is_there),
            Step::End => highest(),
        }
    }
}
