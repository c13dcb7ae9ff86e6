//! Checks the small-area companion against the core pack it belongs to.

use std::collections::BTreeSet;

use super::areas::areas_under;
use super::faults::{Faults, Row};
use crate::area::{Area, AreaCode, Vintage};
use crate::data::Dataset;
use crate::data::finding::{Finding, Reason};
use crate::data::wire::{LookupWire, SMALL_AREAS_SCHEMA, TopologyWire};

/// The checked small-area companion.
#[derive(Clone, Debug)]
pub struct SmallAreas {
    /// The version of the core pack it was built with.
    pub pack_version: String,
    /// The hash of its content.
    pub content_hash: String,
    /// MSOAs and LSOAs of both censuses.
    pub areas: Vec<Area>,
    /// Which old area shares ground with which new one.
    pub lookups: Vec<Lookup>,
    /// Its arcs and layers, still to be decoded by [`crate::geo`].
    pub topology: TopologyWire,
}

/// One pair of an old area and a new one that share ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// The 2011 census area.
    pub from_2011: AreaCode,
    /// The 2021 census area.
    pub to_2021: AreaCode,
    /// How it changed, as published.
    pub change: String,
}

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
    let parts = faults.cut(text)?;
    let schema: String = faults.value(&parts, "schema")?;
    if schema != SMALL_AREAS_SCHEMA {
        faults.add(
            "schema",
            "",
            Reason::WrongSchema {
                found: schema,
                expected: SMALL_AREAS_SCHEMA,
            },
        );
        return None;
    }
    let rows = faults.rows(&parts, "areas");
    let areas = areas_under(rows, &dataset.areas, faults);
    let lookups = lookups(faults.rows(&parts, "lookups"), &areas, faults);
    Some(SmallAreas {
        pack_version: faults.value(&parts, "pack_version").unwrap_or_default(),
        content_hash: faults.value(&parts, "content_hash").unwrap_or_default(),
        topology: faults.record(&parts, "topology")?,
        areas,
        lookups,
    })
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
