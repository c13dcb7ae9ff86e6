//! Little worlds for tests: a board of unit squares shared out among areas.

use std::collections::BTreeMap;

use super::stitch;
use crate::data::wire::{LayerWire, ShapeWire, TopologyWire};

/// A board `width` squares wide; `owner` gives each square, row by row from the
/// south, to an area. Area `n` has the code `X` and eight digits. One square is
/// a hundredth of a degree; every unit edge is an arc.
pub(crate) fn board(width: usize, owner: &[u32]) -> TopologyWire {
    let mut arcs: Vec<Vec<[i32; 2]>> = Vec::new();
    let mut number: BTreeMap<[[i32; 2]; 2], i32> = BTreeMap::new();
    let mut sides: BTreeMap<u32, Vec<i32>> = BTreeMap::new();
    for (square, area) in owner.iter().enumerate() {
        let (x, y) = ((square % width) as i32, (square / width) as i32);
        let corners = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
        let own = sides.entry(*area).or_default();
        for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            let arc = *number.entry([*a.min(b), *a.max(b)]).or_insert_with(|| {
                arcs.push(vec![*a.min(b), *a.max(b)]);
                arcs.len() as i32 - 1
            });
            let reference = if a < b { arc } else { !arc };
            if own.contains(&!reference) {
                own.retain(|other| *other != !reference);
            } else {
                own.push(reference);
            }
        }
    }
    let shapes = sides.iter().map(|(area, own)| ShapeWire {
        code: format!("X{area:08}"),
        polygons: stitch(&arcs, own),
    });
    TopologyWire {
        scale_deg: [0.01, 0.01],
        translate_deg: [-0.5, 51.5],
        layers: vec![LayerWire {
            level: "district".into(),
            vintage: "current".into(),
            shapes: shapes.collect(),
        }],
        arcs: arcs
            .iter()
            .map(|arc| {
                let [[x, y], [to_x, to_y]] = [arc[0], arc[1]];
                vec![x, y, to_x - x, to_y - y]
            })
            .collect(),
    }
}
