//! The shapes of one level and vintage, made ready once for every map of them.

use crate::chart::placed::Step;
use crate::geo::{
    BorderRank, Bounds, Direction, Layer, LayerId, MapPoint, Mesh, Projection, Ring, Topology,
};
use crate::order;

/// The shapes of one level and vintage, the land around and the names on it.
#[derive(Clone, Debug)]
pub struct Ground {
    pub(super) layer: Layer,
    pub(super) mesh: Mesh,
    /// The most important first.
    pub(super) landmarks: Vec<Landmark>,
    /// Borders between areas, joined to long lines.
    pub(super) borders: Vec<Ring>,
    /// Borders between districts.
    pub(super) districts: Vec<Ring>,
    /// The border of all districts together.
    pub(super) edge: Vec<Ring>,
    /// Borders of the land around.
    pub(super) around: Vec<Ring>,
    /// Rings around all areas together.
    pub(super) outline: Vec<Ring>,
    /// For each border the side, in kilometres, of a square as large as the smaller of the
    /// areas it parts.
    pub(super) border_side_km: Vec<f32>,
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
        mut landmarks: Vec<Landmark>,
    ) -> Option<Self> {
        let (layer, mesh) = topology.layer_and_mesh(layer, projection)?;
        order::sort_by(&mut landmarks, |a, b| {
            a.kind.cmp(&b.kind).then(b.rank.total_cmp(&a.rank))
        });
        let as_one = vec![0; layer.areas().len()];
        let outline = mesh.dissolve(&as_one).into_iter();
        let trails = |rank: BorderRank| mesh.trails(rank..=rank);
        Some(Self {
            landmarks,
            borders: trails(BorderRank::Area),
            districts: trails(BorderRank::District),
            edge: trails(BorderRank::Edge),
            around: trails(BorderRank::Around),
            outline: outline.map(|region| region.ring).collect(),
            border_side_km: sides_km(&mesh, &layer),
            mesh,
            layer,
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

fn sides_km(mesh: &Mesh, layer: &Layer) -> Vec<f32> {
    let side = |arc: usize| {
        let areas = mesh.sides(arc).filter_map(|area| layer.areas().get(area));
        let smaller = areas.map(|area| area.area_sq_km).reduce(f64::min);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a length in kilometres needs no more digits"
        )]
        let side_km = smaller.unwrap_or(0.0).sqrt() as f32;
        side_km
    };
    (0..mesh.arc_count()).map(side).collect()
}
