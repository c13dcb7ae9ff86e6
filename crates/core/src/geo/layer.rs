//! A layer of areas on the map, ready to draw, to hit and to walk through.

use super::hit::HitIndex;
use super::label::label_point;
use super::polygon::centroid;
use super::stitch::{ring_points, stitch};
use super::topology::{TopologyArea, arc_index};
use super::{Adjacency, Bounds, LayerId, MapPoint, Mesh, Polygon, Projection, Topology};
use crate::area::AreaCode;
use crate::order;

/// The areas of a layer in the pack's order; others name them by position.
#[derive(Clone, Debug)]
pub struct Layer {
    areas: Vec<AreaShape>,
    bounds: Bounds,
    adjacency: Adjacency,
    index: HitIndex,
}

/// One area on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaShape {
    /// Its code.
    pub code: AreaCode,
    /// Its parts.
    pub polygons: Vec<Polygon>,
    /// The smallest box around it.
    pub bounds: Bounds,
    /// The ground it covers.
    pub area_sq_km: f64,
    /// The middle of its ground; it may lie outside a crooked area.
    pub centroid: MapPoint,
    /// The point inside that is farthest from its edges, for a label or a mark.
    pub label_point: MapPoint,
}

impl Layer {
    /// The areas in the pack's order.
    #[must_use]
    pub fn areas(&self) -> &[AreaShape] {
        &self.areas
    }

    /// The smallest box around all areas.
    #[must_use]
    pub const fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// Which areas touch which.
    #[must_use]
    pub const fn adjacency(&self) -> &Adjacency {
        &self.adjacency
    }

    /// The position of the area at a point; none outside all areas.
    #[must_use]
    pub fn area_at(&self, point: MapPoint) -> Option<usize> {
        self.index.area_at(&self.areas, point)
    }

    /// The position of the area with a code.
    #[must_use]
    pub fn position(&self, code: &AreaCode) -> Option<usize> {
        self.areas.iter().position(|area| area.code == *code)
    }

    /// Positions from the largest area to the smallest: drawn in this order, an
    /// area inside another's hole is painted over it.
    #[must_use]
    pub fn largest_first(&self) -> Vec<usize> {
        let mut order: Vec<(f64, usize)> = self
            .areas
            .iter()
            .map(|area| area.area_sq_km)
            .zip(0..)
            .collect();
        order::sort_by(&mut order, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        order.into_iter().map(|(_, position)| position).collect()
    }
}

impl Topology {
    /// Projects a layer; none if it is not there.
    #[must_use]
    pub fn layer(&self, layer: LayerId, projection: &Projection) -> Option<Layer> {
        self.layer_of(layer, &self.projected(&[layer], projection))
    }

    /// A layer with its borders, projected together; none if it is not there.
    #[must_use]
    pub fn layer_and_mesh(&self, layer: LayerId, projection: &Projection) -> Option<(Layer, Mesh)> {
        let layers = [layer, LayerId::DISTRICTS, LayerId::Neighbours];
        let arcs = self.projected(&layers, projection);
        Some((self.layer_of(layer, &arcs)?, self.mesh_of(layer, &arcs)?))
    }

    fn layer_of(&self, layer: LayerId, arcs: &[Vec<MapPoint>]) -> Option<Layer> {
        let shape = |area: &TopologyArea| {
            let polygons = polygons_of(arcs, &area.polygons);
            let bounds = polygons.iter().filter_map(Polygon::bounds);
            let bounds = bounds.reduce(|a, b| a.union(&b))?;
            Some(AreaShape {
                code: area.code.clone(),
                bounds,
                area_sq_km: polygons.iter().map(Polygon::area_sq_km).sum(),
                centroid: centroid(&polygons).unwrap_or_else(|| bounds.centre()),
                label_point: label_point(&polygons).unwrap_or_else(|| bounds.centre()),
                polygons,
            })
        };
        // Every checked area has a shape, so that positions here and in the
        // adjacency are the same.
        let areas: Vec<AreaShape> = self.areas(layer).iter().filter_map(shape).collect();
        let bounds = areas
            .iter()
            .map(|area| area.bounds)
            .reduce(|a, b| a.union(&b))?;
        Some(Layer {
            bounds,
            adjacency: self.adjacency(layer),
            index: HitIndex::new(&areas),
            areas,
        })
    }

    /// The outline of a whole layer, its areas dissolved: a county from its
    /// districts. Empty if the layer is not there.
    #[must_use]
    pub fn outline(&self, layer: LayerId, projection: &Projection) -> Vec<Polygon> {
        let outer: Vec<i32> = self.outer_arcs(layer).into_iter().collect();
        let polygons = stitch(&self.arcs, &outer);
        polygons_of(&self.projected(&[layer], projection), &polygons)
    }

    /// The arcs of layers in kilometres, each projected once so that neighbours get the same
    /// bits; those of other layers are left empty.
    fn projected(&self, layers: &[LayerId], projection: &Projection) -> Vec<Vec<MapPoint>> {
        let mut projected = vec![Vec::new(); self.arcs.len()];
        let areas = layers.iter().flat_map(|layer| self.areas(*layer));
        for &reference in areas.flat_map(|area| area.polygons.iter().flatten().flatten()) {
            let index = arc_index(reference);
            let arcs = projected.get_mut(index).zip(self.arcs.get(index));
            if let Some((points, quanta)) = arcs.filter(|(points, _)| points.is_empty()) {
                let project = |&quanta| projection.map_from_lonlat(self.lonlat(quanta));
                *points = quanta.iter().map(project).collect();
            }
        }
        projected
    }
}

fn polygons_of(arcs: &[Vec<MapPoint>], polygons: &[Vec<Vec<i32>>]) -> Vec<Polygon> {
    let ring = |ring: &Vec<i32>| ring_points(arcs, ring).collect();
    let polygon = |rings: &Vec<Vec<i32>>| {
        let (outer, holes) = rings.split_first()?;
        Some(Polygon {
            outer: ring(outer),
            holes: holes.iter().map(ring).collect(),
        })
    };
    polygons.iter().filter_map(polygon).collect()
}
