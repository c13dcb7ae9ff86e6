//! From a topology to a mesh.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Arc, BorderRank, Mesh, Ring};
use crate::geo::label::distance_sq_to_edge;
use crate::geo::topology::{TopologyArea, arc_ends, arc_index};
use crate::geo::{Bounds, LayerId, MapPoint, Topology};
use crate::order;

impl Topology {
    /// The borders of a layer whose arcs are projected, with those of the districts and of
    /// the land around; none if it is not there.
    pub(in crate::geo) fn mesh_of(&self, layer: LayerId, arcs: &[Vec<MapPoint>]) -> Option<Mesh> {
        let mut builder = Builder {
            topology: self,
            projected: arcs,
            number: vec![None; self.arcs.len()],
            nodes: BTreeMap::new(),
            mesh: Mesh {
                points: Vec::new(),
                worth_km: Vec::new(),
                arcs: Vec::new(),
                areas: Vec::new(),
                around: Vec::new(),
                leaving: Vec::new(),
                leaving_ends: Vec::new(),
            },
        };
        let around = self.areas(LayerId::Neighbours);
        builder.mesh.around = builder.rings(around, BorderRank::Around);
        builder.mesh.areas = builder.rings(self.areas(layer), BorderRank::Area);
        builder.rings(self.areas(LayerId::DISTRICTS), BorderRank::District);
        for reference in self.outer_arcs(LayerId::DISTRICTS) {
            builder.border(reference, BorderRank::Edge);
        }
        builder.index_nodes();
        (!builder.mesh.areas.is_empty()).then_some(builder.mesh)
    }
}

struct Builder<'a> {
    topology: &'a Topology,
    /// The topology's arcs in kilometres.
    projected: &'a [Vec<MapPoint>],
    /// For each arc of the topology its number in the mesh.
    number: Vec<Option<i32>>,
    nodes: BTreeMap<[i32; 2], usize>,
    mesh: Mesh,
}

impl Builder<'_> {
    /// The outer rings of areas; all their borders, those of holes too, are at least of a
    /// rank.
    fn rings(&mut self, areas: &[TopologyArea], rank: BorderRank) -> Vec<Vec<Ring>> {
        let mut found = Vec::with_capacity(areas.len());
        for (position, area) in (0..).zip(areas) {
            let mut outers = Vec::with_capacity(area.polygons.len());
            for polygon in &area.polygons {
                for (index, ring) in polygon.iter().enumerate() {
                    let borders = ring.iter().filter_map(|&arc| self.border(arc, rank));
                    let ring: Ring = borders.collect();
                    if rank == BorderRank::Area {
                        self.set_side(&ring, position);
                    }
                    if index == 0 {
                        outers.push(ring);
                    }
                }
            }
            found.push(outers);
        }
        found
    }

    /// Rings have their ground on the left.
    fn set_side(&mut self, ring: &[i32], position: u32) {
        for &reference in ring {
            if let Some(arc) = self.mesh.arcs.get_mut(arc_index(reference)) {
                let [left, right] = &mut arc.sides;
                *(if reference < 0 { right } else { left }) = Some(position);
            }
        }
    }

    /// The reference in the mesh for one in the topology.
    fn border(&mut self, reference: i32, rank: BorderRank) -> Option<i32> {
        let index = arc_index(reference);
        let number = match *self.number.get(index)? {
            Some(number) => number,
            None => self.add(index)?,
        };
        let arc = self.mesh.arcs.get_mut(arc_index(number))?;
        arc.rank = arc.rank.max(rank);
        Some(if reference < 0 { !number } else { number })
    }

    fn add(&mut self, index: usize) -> Option<i32> {
        let mesh = &mut self.mesh;
        let number = i32::try_from(mesh.arcs.len()).ok()?;
        let ends = arc_ends(&self.topology.arcs, i32::try_from(index).ok()?)?;
        let nodes = ends.map(|end| {
            let next = self.nodes.len();
            *self.nodes.entry(end).or_insert(next)
        });
        let start = mesh.points.len();
        let points = self.projected.get(index)?;
        mesh.points.extend_from_slice(points);
        mesh.worth_km.resize(start + points.len(), 0.0);
        weigh(points, mesh.worth_km.get_mut(start..)?);
        let crosses = points
            .iter()
            .zip(points.iter().skip(1))
            .map(|(a, b)| a.x_km * b.y_km - b.x_km * a.y_km);
        mesh.arcs.push(Arc {
            start,
            end: start + points.len(),
            bounds: Bounds::around(points.iter().copied())?,
            rank: BorderRank::Around,
            sides: [None; 2],
            nodes,
            area_sq_km: crosses.sum::<f64>() / 2.0,
        });
        *self.number.get_mut(index)? = Some(number);
        Some(number)
    }

    /// Notes which arcs leave which node.
    fn index_nodes(&mut self) {
        let mesh = &mut self.mesh;
        let mut leaving: Vec<Vec<i32>> = vec![Vec::new(); self.nodes.len()];
        for (number, arc) in (0..).zip(&mesh.arcs) {
            let [start, end] = arc.nodes;
            for (node, reference) in [(start, number), (end, !number)] {
                if let Some(leaving) = leaving.get_mut(node) {
                    leaving.push(reference);
                }
            }
        }
        for mut references in leaving {
            let direction = |reference: &i32| mesh.direction(*reference);
            order::sort_by(&mut references, |a, b| {
                clockwise(direction(a), direction(b))
            });
            mesh.leaving.extend(references);
            mesh.leaving_ends.push(mesh.leaving.len());
        }
    }
}

impl Mesh {
    /// Which way an arc leaves its node, in kilometres east and north.
    fn direction(&self, reference: i32) -> [f64; 2] {
        let arc = self.arcs.get(arc_index(reference));
        let points = arc.and_then(|arc| self.points.get(arc.start..arc.end));
        let ends = match points {
            Some([a, b, ..]) if reference >= 0 => [a, b],
            Some([.., b, a]) => [a, b],
            _ => return [0.0, 0.0],
        };
        let [from, to] = ends;
        [to.x_km - from.x_km, to.y_km - from.y_km]
    }
}

/// The order of directions clockwise from west.
fn clockwise(a: [f64; 2], b: [f64; 2]) -> Ordering {
    let is_south = |[x, y]: [f64; 2]| y < 0.0 || (y == 0.0 && x > 0.0);
    let turn = a[0] * b[1] - a[1] * b[0];
    is_south(a).cmp(&is_south(b)).then(turn.total_cmp(&0.0))
}

/// Gives each point between the ends its distance from the line it would be missed on, never
/// more than that of the point whose line it refines.
///
/// Source: D. Douglas and T. Peucker, "Algorithms for the reduction of the number of points
/// required to represent a digitized line" (1973).
fn weigh(points: &[MapPoint], worths_km: &mut [f32]) {
    let mut open = vec![(0, points.len().saturating_sub(1), f32::INFINITY)];
    while let Some((first, last, most_km)) = open.pop() {
        if last < first + 2 {
            continue;
        }
        let (Some(&a), Some(&b)) = (points.get(first), points.get(last)) else {
            continue;
        };
        let between = points.iter().enumerate().take(last).skip(first + 1);
        let far = between
            .map(|(index, point)| (index, distance_sq_to_edge(*point, [a, b])))
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
