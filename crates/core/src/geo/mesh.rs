//! A layer as its borders, each once: drawn at any scale, neighbours never come apart.
//!
//! Areas share their borders, so each is projected, thinned and cut to the window once, and
//! an area is put together from the result. What is left out of a border is left out on both
//! sides of it.

use super::layer::ProjectedArcs;
use super::topology::{TopologyArea, arc_index};
use super::{Bounds, LayerId, MapPoint, Projection, Topology};

/// The borders of a layer of areas, of the districts and of the land around.
#[derive(Clone, Debug)]
pub struct Mesh {
    points: Vec<MapPoint>,
    /// For each point the coarseness, in kilometres, from which on it is not missed.
    worth_km: Vec<f32>,
    arcs: Vec<Arc>,
    areas: Vec<Vec<Ring>>,
    around: Vec<Vec<Ring>>,
}

/// An outer ring as arcs in turn, `!n` for arc `n` backwards.
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
}

impl Topology {
    /// The borders of a layer; none if it is not there.
    #[must_use]
    pub fn mesh(&self, layer: LayerId, projection: &Projection) -> Option<Mesh> {
        let projected = self.projected(projection);
        let mut builder = Builder {
            arcs: &projected,
            number: vec![None; self.arcs.len()],
            mesh: Mesh {
                points: Vec::new(),
                worth_km: Vec::new(),
                arcs: Vec::new(),
                areas: Vec::new(),
                around: Vec::new(),
            },
        };
        let around = self.areas(LayerId::Neighbours);
        builder.mesh.around = builder.rings(around, BorderRank::Around);
        builder.mesh.areas = builder.rings(self.areas(layer), BorderRank::Area);
        builder.rings(self.areas(LayerId::DISTRICTS), BorderRank::District);
        for reference in self.outer_arcs(LayerId::DISTRICTS) {
            builder.border(reference, BorderRank::Edge);
        }
        (!builder.mesh.areas.is_empty()).then_some(builder.mesh)
    }
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
        self.arcs
            .get(arc)
            .map_or(BorderRank::Around, |arc| arc.rank)
    }

    /// Whether any of a border may be in a window.
    #[must_use]
    pub fn is_near(&self, arc: usize, window: &Bounds) -> bool {
        self.arcs
            .get(arc)
            .is_some_and(|arc| arc.bounds.touches(window))
    }

    /// The points of a border that matter in a window at a coarseness: a stretch that is
    /// nowhere further than `coarseness_km` from the straight line is drawn straight, and
    /// one beside the window only keeps to its side of it.
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
        // The last point is held back while those after it lie on the same side outside.
        let mut held: Option<MapPoint> = None;
        let mut side = 0;
        let last = points.len().saturating_sub(1);
        for (index, (&point, &worth)) in points.iter().zip(worths).enumerate() {
            let is_between = index != 0 && index != last;
            if is_between && f64::from(worth) <= coarseness_km {
                continue;
            }
            let shared = side & sides(point, window);
            if is_between && shared != 0 {
                side = shared;
                held = Some(point);
                continue;
            }
            if let Some(point) = held.take().filter(|_| shared == 0) {
                visit(point);
            }
            visit(point);
            side = sides(point, window);
        }
    }
}

/// On which sides of a window a point lies, one bit for each; none inside.
fn sides(point: MapPoint, window: &Bounds) -> u8 {
    u8::from(point.x_km < window.min.x_km)
        | u8::from(point.x_km > window.max.x_km) << 1
        | u8::from(point.y_km < window.min.y_km) << 2
        | u8::from(point.y_km > window.max.y_km) << 3
}

struct Builder<'a> {
    arcs: &'a ProjectedArcs<'a>,
    /// For each arc of the topology its number in the mesh.
    number: Vec<Option<i32>>,
    mesh: Mesh,
}

impl Builder<'_> {
    /// The outer rings of areas, all their borders (those of holes too) being at least of a
    /// rank.
    fn rings(&mut self, areas: &[TopologyArea], rank: BorderRank) -> Vec<Vec<Ring>> {
        let mut found = Vec::with_capacity(areas.len());
        for area in areas {
            let mut outers = Vec::with_capacity(area.polygons.len());
            for polygon in &area.polygons {
                for (index, ring) in polygon.iter().enumerate() {
                    let ring = ring
                        .iter()
                        .filter_map(|&arc| self.border(arc, rank))
                        .collect();
                    if index == 0 {
                        outers.push(ring);
                    }
                }
            }
            found.push(outers);
        }
        found
    }

    /// The reference in the mesh for one in the topology.
    fn border(&mut self, reference: i32, rank: BorderRank) -> Option<i32> {
        let index = arc_index(reference);
        let number = if let Some(number) = *self.number.get(index)? {
            number
        } else {
            let number = i32::try_from(self.mesh.arcs.len()).ok()?;
            let start = self.mesh.points.len();
            self.arcs.extend_with_arc(index, &mut self.mesh.points);
            let points = self.mesh.points.get(start..).unwrap_or_default();
            self.mesh.arcs.push(Arc {
                start,
                end: self.mesh.points.len(),
                bounds: Bounds::around(points.iter().copied())?,
                rank,
            });
            self.mesh.worth_km.resize(start + points.len(), 0.0);
            weigh(points, self.mesh.worth_km.get_mut(start..)?, f32::INFINITY);
            *self.number.get_mut(index)? = Some(number);
            number
        };
        if let Some(arc) = self.mesh.arcs.get_mut(arc_index(number)) {
            arc.rank = arc.rank.max(rank);
        }
        Some(if reference < 0 { !number } else { number })
    }
}

/// Gives each point between the ends its distance from the line it would be missed on, never
/// more than that of the point whose line it refines.
///
/// Source: D. Douglas and T. Peucker, "Algorithms for the reduction of the number of points
/// required to represent a digitized line" (1973).
fn weigh(points: &[MapPoint], worths_km: &mut [f32], most_km: f32) {
    let mut open = vec![(0, points.len().saturating_sub(1), most_km)];
    while let Some((first, last, most_km)) = open.pop() {
        let (Some(&a), Some(&b)) = (points.get(first), points.get(last)) else {
            continue;
        };
        let between = points.iter().enumerate().take(last).skip(first + 1);
        let far = between
            .map(|(index, point)| (index, super::label::distance_sq_to_edge(*point, [a, b])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((split, distance_sq)) = far else {
            continue;
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a distance in kilometres needs no more digits"
        )]
        let worth_km = (distance_sq.sqrt() as f32).min(most_km);
        if let Some(worth) = worths_km.get_mut(split) {
            *worth = worth_km;
        }
        open.push((first, split, worth_km));
        open.push((split, last, worth_km));
    }
}
