//! Every fault of a pack: what core's reading finds, the shapes and the hash.

mod britain;
mod content;
mod model;
mod roadmap;

use std::collections::BTreeSet;

use roadmap_core::area::{Area, AreaCode, Level, Vintage};
use roadmap_core::data::wire::TopologyWire;
use roadmap_core::data::{self, Dataset, Finding, Reason, SmallAreas};
use roadmap_core::geo::{LayerId, Topology};

use crate::seal;

pub use britain::{britain, britain_shapes};
pub use content::content;
pub use model::model;
pub use roadmap::{Beside, roadmap, written};

/// A core pack and its faults.
pub struct CoreAudit {
    /// The dataset, if it could be read at all.
    pub dataset: Option<Dataset>,
    /// Every fault.
    pub findings: Vec<Finding>,
}

/// Reads a core pack and finds every fault of it; `file` is how it is called.
pub fn core(file: &str, bytes: &[u8]) -> CoreAudit {
    let data::Reading {
        dataset,
        mut findings,
    } = data::read_pack(file, bytes);
    if let Some(dataset) = &dataset {
        findings.extend(broken_seal(file, bytes));
        findings.extend(shape_faults(
            file,
            &[&dataset.topology],
            dataset.areas.iter(),
        ));
    }
    CoreAudit { dataset, findings }
}

/// The companion and its faults.
pub struct SmallAreasAudit {
    /// The companion, if it could be read at all.
    pub small_areas: Option<SmallAreas>,
    /// Every fault.
    pub findings: Vec<Finding>,
}

/// Reads the small-area companion of a core pack and finds every fault of it.
pub fn small_areas(file: &str, bytes: &[u8], dataset: &Dataset) -> SmallAreasAudit {
    let data::SmallAreasReading {
        small_areas,
        mut findings,
    } = data::read_small_areas(file, bytes, dataset);
    if let Some(small) = &small_areas {
        findings.extend(broken_seal(file, bytes));
        findings.extend(other_packing(file, &small.content_hash, dataset));
        let parts = [&dataset.topology, &small.topology];
        findings.extend(shape_faults(file, &parts, small.areas()));
    }
    SmallAreasAudit {
        small_areas,
        findings,
    }
}

fn broken_seal(file: &str, bytes: &[u8]) -> Option<Finding> {
    let is_whole = std::str::from_utf8(bytes).ok().and_then(seal::is_whole);
    (is_whole != Some(true)).then(|| finding(file, "content_hash", Reason::HashMismatch))
}

/// A companion that is not the one its core pack was built with.
fn other_packing(file: &str, hash: &str, dataset: &Dataset) -> Option<Finding> {
    let listed = dataset.companions.iter().find(|own| own.file == file)?;
    (listed.content_hash != hash).then(|| finding(file, "content_hash", Reason::HashMismatch))
}

/// Faults of the arcs, areas without a shape, and layers that cover other ground
/// than the districts do.
fn shape_faults<'a>(
    file: &str,
    parts: &[&TopologyWire],
    areas: impl Iterator<Item = &'a Area>,
) -> Vec<Finding> {
    let (topology, faults) = Topology::decode(parts);
    let mut findings: Vec<Finding> = faults
        .into_iter()
        .map(|fault| {
            let detail = fault.to_string();
            finding(file, "topology", Reason::BadShape { detail })
        })
        .collect();
    let drawn: BTreeSet<(LayerId, &AreaCode)> = topology
        .layer_ids()
        .flat_map(|layer| topology.codes(layer).map(move |code| (layer, code)))
        .collect();
    for area in areas.filter(|area| has_shape(area.level)) {
        let layer = LayerId::Areas(area.level, area.vintage);
        if !drawn.contains(&(layer, &area.code)) {
            let code = area.code.to_string();
            let row = format!("topology, layer {layer}");
            findings.push(finding(file, &row, Reason::NoShape { code }));
        }
    }
    for (fine, coarse) in SAME_GROUND {
        let gaps = topology.coverage_gaps(fine, coarse);
        if !gaps.is_empty() && topology.layer_ids().any(|layer| layer == fine) {
            let codes: Vec<&str> = gaps.iter().map(AreaCode::as_str).collect();
            let detail = format!(
                "layer {coarse} has another edge beside {}",
                codes.join(", ")
            );
            let row = format!("topology, layer {fine}");
            findings.push(finding(file, &row, Reason::Coverage { detail }));
        }
    }
    findings
}

const fn has_shape(level: Level) -> bool {
    matches!(level, Level::District | Level::Msoa | Level::Lsoa)
}

/// Pairs of layers that cover the same ground. The areas of 2011 were published
/// with an outer edge of their own, so they are held against each other only.
const SAME_GROUND: [(LayerId, LayerId); 3] = [
    (LSOA_2021, LayerId::DISTRICTS),
    (
        LayerId::Areas(Level::Msoa, Vintage::Census2021),
        LayerId::DISTRICTS,
    ),
    (
        LayerId::Areas(Level::Lsoa, Vintage::Census2011),
        LayerId::Areas(Level::Msoa, Vintage::Census2011),
    ),
];

/// The layer in which a point is looked up.
pub const LSOA_2021: LayerId = LayerId::Areas(Level::Lsoa, Vintage::Census2021);

fn finding(file: &str, row: &str, reason: Reason) -> Finding {
    Finding {
        file: file.to_owned(),
        row: row.to_owned(),
        field: String::new(),
        reason,
    }
}
