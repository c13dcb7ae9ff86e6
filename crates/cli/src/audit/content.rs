//! Faults of the content companion that only show beside both other files.

use std::collections::BTreeSet;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::{self, Challenge, Dataset, Finding, Reason, SmallAreas};

use super::{broken_seal, other_packing};

/// Reads the content companion of a core pack and its small areas, and finds every fault of it.
pub fn content(file: &str, bytes: &[u8], beside: (&Dataset, &SmallAreas)) -> Vec<Finding> {
    let data::ContentReading {
        content,
        mut findings,
    } = data::read_content(file, bytes, beside.0);
    let Some(content) = content else {
        return findings;
    };
    findings.extend(broken_seal(file, bytes));
    findings.extend(other_packing(file, &content.content_hash, beside.0));
    let small = &content.small_area_measures;
    let unknown = small.iter().filter(|slug| beside.1.measure(slug).is_none());
    findings.extend(unknown.map(|slug| {
        let expected = "a measure of the small-area companion";
        fault(file, ("small_area_measures", ""), slug, expected)
    }));
    for challenge in &content.challenges {
        findings.extend(level_faults(file, challenge, beside));
    }
    findings
}

/// A first level at which the measure is not told, a measure that no area has, and an index
/// whose measures have no areas in common.
fn level_faults(file: &str, own: &Challenge, beside: (&Dataset, &SmallAreas)) -> Vec<Finding> {
    let row = format!("challenges, {}", own.key);
    let mut findings = Vec::new();
    for slug in &own.measures {
        if layers(slug, beside).is_empty() {
            let expected = "a measure with figures of districts or small areas";
            findings.push(fault(file, (&row, "measures"), slug, expected));
        }
    }
    let levels: BTreeSet<Level> = layers(&own.first_measure, beside)
        .into_iter()
        .map(|(level, _)| level)
        .collect();
    if let Some(level) = own.first_level.filter(|level| !levels.contains(level)) {
        let expected = "a level at which the first measure is told";
        findings.push(fault(file, (&row, "first_level"), level.key(), expected));
    }
    let parts = own.index.iter().map(|part| layers(&part.slug, beside));
    let common = parts.reduce(|common, layers| &common & &layers);
    if common.is_none_or(|common| common.is_empty()) {
        let expected = "an index whose measures are all told of the same areas";
        findings.push(fault(file, (&row, "index"), &own.index_title, expected));
    }
    findings
}

/// The areas of which a measure is told; districts are of no vintage.
fn layers(slug: &str, (dataset, small): (&Dataset, &SmallAreas)) -> BTreeSet<(Level, Vintage)> {
    let mut layers = BTreeSet::new();
    if let Some(measure) = small.measure(slug) {
        layers.extend(measure.levels.iter().map(|&level| match level {
            Level::District => DISTRICTS,
            lower => (lower, measure.vintage),
        }));
    }
    if dataset.has_district_figures(slug) {
        layers.insert(DISTRICTS);
    }
    layers
}

const DISTRICTS: (Level, Vintage) = (Level::District, Vintage::Current);

fn fault(file: &str, (row, field): (&str, &str), key: &str, expected: &'static str) -> Finding {
    Finding {
        file: file.to_owned(),
        row: row.to_owned(),
        field: field.to_owned(),
        reason: Reason::UnknownKey {
            key: key.to_owned(),
            expected,
        },
    }
}
