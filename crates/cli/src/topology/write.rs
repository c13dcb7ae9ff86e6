//! Arcs and layers -> the two wire topologies.

use std::collections::BTreeMap;

use roadmap_core::data::wire::{LayerWire, ShapeWire, TopologyWire};

use super::cut::Arc;
use super::layers::LayerPlan;
use super::simplify::number;
use super::source::{Corner, QUANTA_PER_DEGREE};

/// Writes the core pack's part and the companion's.
///
/// Arcs are numbered and turned as the areas first walk them, ring by ring: long
/// runs of rising numbers pack well.
pub(super) fn write(
    published: &[Arc],
    arcs: &[Vec<Corner>],
    layers: &[LayerPlan],
) -> (TopologyWire, TopologyWire) {
    let origin = south_west(published);
    let mut numbering = Numbering::default();
    let [core, small_areas] = [true, false].map(|is_core| {
        let own = layers.iter().filter(|layer| layer.is_core == is_core);
        let before = numbering.order.len();
        let layers = own.map(|layer| numbering.layer(layer)).collect();
        let new = numbering.order.iter().skip(before);
        let walked = |reference: &i32| {
            let mut points = arcs.get(number(*reference)).cloned().unwrap_or_default();
            if *reference < 0 {
                points.reverse();
            }
            deltas(&points, origin)
        };
        TopologyWire {
            scale_deg: [1.0 / QUANTA_PER_DEGREE; 2],
            translate_deg: origin.map(|quanta| f64::from(quanta) / QUANTA_PER_DEGREE),
            arcs: new.map(walked).collect(),
            layers,
        }
    });
    (core, small_areas)
}

fn south_west(arcs: &[Arc]) -> Corner {
    let points = arcs.iter().flat_map(|arc| &arc.points).copied();
    let least = points.reduce(|[ax, ay], [bx, by]| [ax.min(bx), ay.min(by)]);
    least.unwrap_or_default()
}

fn deltas(points: &[Corner], origin: Corner) -> Vec<i32> {
    let before = std::iter::once(&origin).chain(points);
    let steps = points.iter().zip(before);
    steps
        .flat_map(|([x, y], [px, py])| [x - px, y - py])
        .collect()
}

/// New numbers for arcs, given as they are first walked.
#[derive(Default)]
struct Numbering {
    /// Old references in the order of their new numbers, as first walked.
    order: Vec<i32>,
    /// The new reference of each old one that was walked, either way.
    renumbered: BTreeMap<i32, i32>,
}

impl Numbering {
    fn layer(&mut self, layer: &LayerPlan) -> LayerWire {
        let (level, vintage) = layer.id.keys();
        let mut shapes = Vec::with_capacity(layer.areas.len());
        for area in &layer.areas {
            let polygons = area.polygons.iter().map(|rings| {
                let rings = rings.iter().map(|ring| self.ring(ring));
                rings.collect()
            });
            shapes.push(ShapeWire {
                code: area.code.clone(),
                polygons: polygons.collect(),
            });
        }
        LayerWire {
            level: level.to_owned(),
            vintage: vintage.to_owned(),
            shapes,
        }
    }

    fn ring(&mut self, ring: &[i32]) -> Vec<i32> {
        let is_known = |reference: &i32| self.renumbered.contains_key(reference);
        let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
        let turns = pairs.map(|(before, here)| is_known(before) && !is_known(here));
        let start = turns
            .zip(1..)
            .find(|(is_start, _)| *is_start)
            .map_or(0, |(_, at)| at % ring.len());
        let mut ring = ring.to_vec();
        ring.rotate_left(start);
        for reference in &mut ring {
            let order = &mut self.order;
            let new = self.renumbered.get(reference).copied().unwrap_or_else(|| {
                order.push(*reference);
                order.len() as i32 - 1
            });
            self.renumbered.insert(*reference, new);
            self.renumbered.insert(!*reference, !new);
            *reference = new;
        }
        ring
    }
}
