//! Every fault of the Britain companion and of the coarse shapes beside it.

use std::collections::BTreeSet;

use roadmap_core::area::AreaCode;
use roadmap_core::data::{self, Dataset, Finding, Industries, Reason};
use roadmap_core::geo::{LayerId, Topology};

use super::{broken_seal, finding, other_packing};

/// The companion and its faults.
pub struct BritainAudit {
    /// The companion, if it could be read at all.
    pub industries: Option<Industries>,
    /// Every fault.
    pub findings: Vec<Finding>,
}

/// Reads the Britain companion of a core pack and finds every fault of it.
pub fn britain(file: &str, bytes: &[u8], dataset: &Dataset) -> BritainAudit {
    let data::BritainReading {
        industries,
        mut findings,
    } = data::read_britain(file, bytes, dataset);
    if let Some(industries) = &industries {
        findings.extend(broken_seal(file, bytes));
        findings.extend(other_packing(file, &industries.content_hash, dataset));
    }
    BritainAudit {
        industries,
        findings,
    }
}

/// Reads the coarse shapes and finds every fault of them: a district of the companion without a
/// shape is one.
pub fn britain_shapes(
    file: &str,
    bytes: &[u8],
    (dataset, industries): (&Dataset, &Industries),
) -> Vec<Finding> {
    let data::BritainShapesReading {
        shapes,
        mut findings,
    } = data::read_britain_shapes(file, bytes);
    let Some(shapes) = shapes else {
        return findings;
    };
    findings.extend(broken_seal(file, bytes));
    findings.extend(other_packing(file, &shapes.content_hash, dataset));
    let (topology, faults) = Topology::decode(&[&shapes.topology]);
    findings.extend(faults.into_iter().map(|fault| {
        let detail = fault.to_string();
        finding(file, "topology", Reason::BadShape { detail })
    }));
    let drawn: BTreeSet<&str> = topology
        .codes(LayerId::DISTRICTS)
        .map(AreaCode::as_str)
        .collect();
    let hidden = industries
        .districts()
        .filter(|own| !drawn.contains(own.key.as_str()));
    findings.extend(hidden.map(|own| {
        let code = own.key.clone();
        finding(file, "topology", Reason::NoShape { code })
    }));
    findings
}
