//! Checks the small-area companion against the core pack it belongs to.

use std::collections::BTreeSet;

use super::areas::areas_under;
use super::faults::{Faults, Row};
use super::{flows, measures, small_measures};
use crate::area::{Area, AreaCode, Vintage};
use crate::data::Dataset;
use crate::data::finding::{Finding, Reason};
use crate::data::small::{self, Lookup, SmallAreas};
use crate::data::wire::{LookupWire, SMALL_AREAS_SCHEMA};
use crate::source::Source;

/// What was read from a companion.
#[derive(Debug)]
pub struct SmallAreasReading {
    /// The companion, if it could be read at all.
    pub small_areas: Option<SmallAreas>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks the small-area companion of `dataset`.
#[must_use]
pub fn read_small_areas(file: &str, bytes: &[u8], dataset: &Dataset) -> SmallAreasReading {
    let mut faults = Faults::new(file);
    let small_areas = small_areas(bytes, dataset, &mut faults);
    SmallAreasReading {
        small_areas,
        findings: faults.into_findings(),
    }
}

fn small_areas(bytes: &[u8], dataset: &Dataset, faults: &mut Faults) -> Option<SmallAreas> {
    let text = super::text(bytes, faults)?;
    let parts = super::parts(text, SMALL_AREAS_SCHEMA, faults)?;
    let rows = faults.rows(&parts, "areas");
    let areas = areas_under(rows, &dataset.areas, faults);
    let lookups = lookups(faults.rows(&parts, "lookups"), &areas, faults);
    let sets = small::build_sets(dataset.districts().cloned(), &areas);
    let columns = small_measures::columns(faults.rows(&parts, "columns"), &sets, faults);
    let sources = sources(
        measures::sources(faults.rows(&parts, "sources"), faults),
        dataset,
    );
    let flows = faults.record(&parts, "flows").unwrap_or_default();
    let mut small_areas = SmallAreas {
        pack_version: faults.value(&parts, "pack_version").unwrap_or_default(),
        content_hash: faults.value(&parts, "content_hash").unwrap_or_default(),
        topology: faults.record(&parts, "topology")?,
        people: faults.value(&parts, "people").unwrap_or_default(),
        landmarks: flows::landmarks(faults.rows(&parts, "landmarks"), faults),
        flows: flows::flows(flows, &sources, dataset, faults),
        clusters: faults.record(&parts, "clusters").unwrap_or_default(),
        sources,
        sets,
        lookups,
        columns,
        measures: Vec::new(),
    };
    let rows = faults.rows(&parts, "measures");
    small_areas.measures = small_measures::measures(rows, &small_areas, dataset, faults);
    small_measures::check_figures(&mut small_areas, faults);
    small_measures::check_clusters(&mut small_areas, faults);
    small_areas.keep_used_sources();
    Some(small_areas)
}

/// The companion's own sources, and those of the core pack that it may name as well.
fn sources(mut own: Vec<Source>, dataset: &Dataset) -> Vec<Source> {
    let is_new = |source: &&Source| !own.iter().any(|known| known.key == source.key);
    let more: Vec<Source> = dataset.sources.iter().filter(is_new).cloned().collect();
    own.extend(more);
    own
}

fn lookups(rows: Vec<Row<LookupWire>>, areas: &[Area], faults: &mut Faults) -> Vec<Lookup> {
    let of = |vintage| {
        areas
            .iter()
            .filter(move |area| area.vintage == vintage)
            .map(|area| &area.code)
    };
    let old: BTreeSet<&AreaCode> = of(Vintage::Census2011).collect();
    let new: BTreeSet<&AreaCode> = of(Vintage::Census2021).collect();
    let mut lookups = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let mut side = |field: &str,
                        text: &str,
                        own: &BTreeSet<&AreaCode>,
                        other: (&BTreeSet<&AreaCode>, Vintage)| {
            let code = faults.code(&at, field, text)?;
            if own.contains(&code) {
                return Some(code);
            }
            let code = code.to_string();
            let is_of_other = other.0.iter().any(|known| known.as_str() == code);
            faults.add(
                &at,
                field,
                if is_of_other {
                    Reason::WrongVintage {
                        code,
                        vintage: other.1.key(),
                    }
                } else {
                    Reason::UnknownArea { code }
                },
            );
            None
        };
        let from = side(
            "from_2011",
            &record.from_2011,
            &old,
            (&new, Vintage::Census2021),
        );
        let to = side(
            "to_2021",
            &record.to_2021,
            &new,
            (&old, Vintage::Census2011),
        );
        if let (Some(from_2011), Some(to_2021)) = (from, to) {
            lookups.push(Lookup {
                from_2011,
                to_2021,
                change: record.change,
            });
        }
    }
    lookups
}
