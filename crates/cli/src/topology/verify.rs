//! The finished topology, read as the app reads it, against the published shapes.

use std::collections::{BTreeMap, BTreeSet};

use roadmap_core::data::wire::TopologyWire;
use roadmap_core::geo::{LayerId, Topology, ring_quanta, twice_area};

use super::cut::Arc;
use super::edges::ground_left;
use super::layers::{AreaPlan, DISSOLVED, LayerPlan, published};
use super::simplify::Simplified;
use super::source::Corner;
use super::{BuildError, Input, SourceArea};

/// How far the dissolved ground of an area may differ from its published shape,
/// in per cent: a rounded coordinate, not another release.
const MOST_DISSOLVED_CHANGE_PCT: f64 = 0.5;

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How many arcs there are.
    pub arcs: usize,
    /// Corners of all arcs as published.
    pub corners_published: usize,
    /// Corners of all arcs as written.
    pub corners_written: usize,
    /// Arcs that had to keep more corners than their tolerance asks for.
    pub backed_off: usize,
    /// The layers in the order they are written.
    pub layers: Vec<LayerReport>,
}

/// What came out in one layer.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerReport {
    /// The layer.
    pub layer: LayerId,
    /// How many areas it has.
    pub areas: usize,
    /// Areas whose shape before simplification is the published one, edge for edge.
    pub exactly_as_published: usize,
    /// The largest change of an area's ground by simplification, in per cent.
    pub worst_change_pct: f64,
}

/// Checks the finished topology.
///
/// # Errors
/// [`BuildError::DissolvedDiffers`], [`BuildError::Unsound`], [`BuildError::Gap`]
/// or [`BuildError::NeighboursChanged`].
pub(super) fn verify(
    input: &Input,
    arcs: &[Arc],
    simplified: &Simplified,
    layers: &[LayerPlan],
    parts: [&TopologyWire; 2],
) -> Result<Report, BuildError> {
    let (topology, faults) = Topology::decode(&parts);
    if let Some(fault) = faults.into_iter().next() {
        return Err(BuildError::Unsound(fault));
    }
    for (coarse, fine) in DISSOLVED {
        let gap = topology.coverage_gaps(fine, coarse).into_iter().next();
        gap.map_or(Ok(()), |code| {
            Err(BuildError::Gap {
                layer: fine,
                code: code.to_string(),
            })
        })?;
    }
    let full: Vec<_> = arcs.iter().map(|arc| arc.points.clone()).collect();
    let count = |arcs: &[Vec<Corner>]| arcs.iter().map(Vec::len).sum();
    let mut reports = Vec::new();
    for layer in layers {
        let mut published = published(input, layer.id);
        published.sort_by(|a, b| a.code.cmp(&b.code));
        same_neighbours(&topology, layer.id, &published)?;
        reports.push(compare(layer, &published, &full, &simplified.arcs)?);
    }
    Ok(Report {
        arcs: arcs.len(),
        corners_published: count(&full),
        corners_written: count(&simplified.arcs),
        backed_off: simplified.backed_off,
        layers: reports,
    })
}

/// Holds a layer's shapes, dissolved and simplified, against the published ones.
fn compare(
    layer: &LayerPlan,
    published: &[&SourceArea],
    full: &[Vec<Corner>],
    simplified: &[Vec<Corner>],
) -> Result<LayerReport, BuildError> {
    let mut report = LayerReport {
        layer: layer.id,
        areas: layer.areas.len(),
        exactly_as_published: 0,
        worst_change_pct: 0.0,
    };
    for (area, published) in layer.areas.iter().zip(published) {
        let wanted = published_edges(published);
        let wanted_area = twice_ground(wanted.iter().copied());
        let dissolved = twice_ground(area_edges(area, full));
        let change_pct = |found: i128| (found - wanted_area) as f64 / wanted_area as f64 * 100.0;
        if change_pct(dissolved).abs() > MOST_DISSOLVED_CHANGE_PCT {
            return Err(BuildError::DissolvedDiffers {
                layer: layer.id,
                code: area.code.clone(),
                change_pct: change_pct(dissolved),
            });
        }
        let is_exact = area_edges(area, full).collect::<BTreeSet<_>>() == wanted;
        report.exactly_as_published += usize::from(is_exact);
        let now = twice_ground(area_edges(area, simplified));
        report.worst_change_pct = report.worst_change_pct.max(change_pct(now).abs());
    }
    Ok(report)
}

fn published_edges(area: &SourceArea) -> BTreeSet<[Corner; 2]> {
    ground_left(area).collect()
}

fn area_edges(area: &AreaPlan, arcs: &[Vec<Corner>]) -> impl Iterator<Item = [Corner; 2]> {
    let rings = area.polygons.iter().flatten();
    rings.flat_map(|ring| {
        let points: Vec<Corner> = ring_quanta(arcs, ring).collect();
        let next: Vec<Corner> = points
            .iter()
            .copied()
            .cycle()
            .skip(1)
            .take(points.len())
            .collect();
        points.into_iter().zip(next).map(|(a, b)| [a, b])
    })
}

/// Twice the ground to the left of edges that close, in square quanta.
fn twice_ground(edges: impl Iterator<Item = [Corner; 2]>) -> i128 {
    edges.map(|[a, b]| twice_area(&[[0, 0], a, b])).sum()
}

/// Neighbours by a common edge and by a common corner, as published and as read.
fn same_neighbours(
    topology: &Topology,
    layer: LayerId,
    published: &[&SourceArea],
) -> Result<(), BuildError> {
    let found = topology.adjacency(layer);
    let mut by_edge: BTreeMap<[Corner; 2], BTreeSet<usize>> = BTreeMap::new();
    let mut by_corner: BTreeMap<Corner, BTreeSet<usize>> = BTreeMap::new();
    for (position, area) in published.iter().enumerate() {
        for [a, b] in ground_left(area) {
            by_edge
                .entry([a.min(b), a.max(b)])
                .or_default()
                .insert(position);
            by_corner.entry(a).or_default().insert(position);
        }
    }
    let rook = neighbours(published.len(), by_edge.values());
    let queen = neighbours(published.len(), by_corner.values());
    let wanted = rook.iter().zip(&queen);
    let found = found.rook.iter().zip(&found.queen);
    let changed = wanted
        .zip(found)
        .zip(published)
        .find(|((wanted, found), _)| wanted != found);
    match changed {
        Some((_, area)) => Err(BuildError::NeighboursChanged {
            layer,
            code: area.code.clone(),
        }),
        None => Ok(()),
    }
}

fn neighbours<'a>(
    count: usize,
    groups: impl Iterator<Item = &'a BTreeSet<usize>>,
) -> Vec<Vec<usize>> {
    let mut found = vec![BTreeSet::new(); count];
    for group in groups {
        for &position in group {
            if let Some(beside) = found.get_mut(position) {
                beside.extend(group.iter().filter(|other| **other != position));
            }
        }
    }
    found
        .into_iter()
        .map(|beside| beside.into_iter().collect())
        .collect()
}
