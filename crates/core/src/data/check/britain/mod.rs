//! Checks the Britain companion against the core pack it belongs to.

mod classification;
mod filled_job;
mod gva;
mod jobs;
mod sectors;
mod supply;
mod territories;

use super::faults::Faults;
use super::measures;
use crate::data::Dataset;
use crate::data::finding::{Finding, Reason};
use crate::data::industries::{Classification, GvaTable, Industries};
use crate::data::wire::{BRITAIN_SCHEMA, BRITAIN_SHAPES_SCHEMA, TopologyWire};
use crate::quantity::Value;
use crate::source::Source;

/// What was read from a Britain companion.
#[derive(Debug)]
pub struct BritainReading {
    /// The companion, if it has at least a classification and districts.
    pub industries: Option<Industries>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks the Britain companion of `dataset`.
///
/// A fault costs the smallest thing that holds it: a cell, a table, a sector.
#[must_use]
pub fn read_britain(file: &str, bytes: &[u8], dataset: &Dataset) -> BritainReading {
    let mut faults = Faults::new(file);
    let industries = industries(bytes, dataset, &mut faults);
    BritainReading {
        industries,
        findings: faults.into_findings(),
    }
}

/// The coarse shapes of every district, still to be decoded by [`crate::geo`].
#[derive(Clone, Debug)]
pub struct BritainShapes {
    /// The hash of the file's content.
    pub content_hash: String,
    /// Who drew them.
    pub sources: Vec<Source>,
    /// Arcs of their own, and one layer of districts.
    pub topology: TopologyWire,
}

/// What was read from a file of coarse shapes.
#[derive(Debug)]
pub struct BritainShapesReading {
    /// The shapes, if they could be read at all.
    pub shapes: Option<BritainShapes>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads the coarse shapes of every district.
#[must_use]
pub fn read_britain_shapes(file: &str, bytes: &[u8]) -> BritainShapesReading {
    let mut faults = Faults::new(file);
    let shapes = shapes(bytes, &mut faults);
    BritainShapesReading {
        shapes,
        findings: faults.into_findings(),
    }
}

fn shapes(bytes: &[u8], faults: &mut Faults) -> Option<BritainShapes> {
    let text = super::text(bytes, faults)?;
    let parts = super::parts(text, BRITAIN_SHAPES_SCHEMA, faults)?;
    Some(BritainShapes {
        content_hash: faults.value(&parts, "content_hash").unwrap_or_default(),
        sources: measures::sources(faults.rows(&parts, "sources"), faults),
        topology: faults.record(&parts, "topology")?,
    })
}

fn industries(bytes: &[u8], dataset: &Dataset, faults: &mut Faults) -> Option<Industries> {
    let text = super::text(bytes, faults)?;
    let parts = super::parts(text, BRITAIN_SCHEMA, faults)?;
    let sources = measures::sources(faults.rows(&parts, "sources"), faults);
    let wire = faults.record(&parts, "classification")?;
    let classification = classification::classification(wire, faults)?;
    let wire = faults.record(&parts, "districts")?;
    let larger = faults.rows(&parts, "territories");
    let territories = territories::territories(&wire, larger, dataset, faults)?;
    let reorganised = faults.rows(&parts, "reorganised");
    let known = Known {
        classification: &classification,
        sources: &sources,
    };
    let tables = jobs::tables(faults.rows(&parts, "jobs"), &known, &territories, faults);
    let gva = faults
        .record(&parts, "gva")
        .map_or_else(GvaTable::default, |wire| gva::gva(wire, &known, faults));
    // A place whose nation publishes no such table has no such part.
    let supply = if parts.get("supply").is_some() {
        faults.record(&parts, "supply")
    } else {
        None
    };
    let supply = supply.and_then(|wire| supply::supply(wire, &known, faults));
    let filled_job = if parts.get("filled_job").is_some() {
        faults.record(&parts, "filled_job")
    } else {
        None
    };
    let filled_job =
        filled_job.and_then(|wire| filled_job::filled_job(wire, &known, &territories, faults));
    let sectors = sectors::sectors(faults.rows(&parts, "sectors"), &known, faults);
    Some(Industries {
        pack_version: faults.value(&parts, "pack_version").unwrap_or_default(),
        content_hash: faults.value(&parts, "content_hash").unwrap_or_default(),
        reorganised: territories::reorganised(reorganised, &territories, faults),
        sources,
        classification,
        gva,
        filled_job,
        supply,
        sectors,
        territories,
        tables,
    })
}

/// What the rows of the file may name.
struct Known<'a> {
    classification: &'a Classification,
    sources: &'a [Source],
}

impl Known<'_> {
    /// The key of a source, or a finding.
    fn source(&self, at: &str, field: &str, key: String, faults: &mut Faults) -> Option<String> {
        let found = self.sources.iter().find(|source| source.key == key);
        faults.known(found, (at, field), &key, "a source of this file")?;
        Some(key)
    }
}

/// The cells of a table as values: a null is missing, or withheld where its position says so.
fn values(
    at: &str,
    field: &str,
    cells: &[Vec<Option<f64>>],
    suppressed: &[usize],
    number: impl Fn(f64) -> Result<f64, Reason>,
    faults: &mut Faults,
) -> Vec<Vec<Value>> {
    let mut rows = Vec::with_capacity(cells.len());
    for row in cells {
        let mut values = Vec::with_capacity(row.len());
        for cell in row {
            values.push(match cell.map(&number) {
                None => Value::Missing,
                Some(Ok(number)) => Value::Number(number),
                Some(Err(reason)) => {
                    faults.add(at, field, reason);
                    Value::Missing
                }
            });
        }
        rows.push(values);
    }
    let width = rows.first().map_or(0, Vec::len);
    for &position in suppressed {
        let cell = position
            .checked_div(width)
            .and_then(|row| rows.get_mut(row))
            .and_then(|row| row.get_mut(position % width));
        match cell {
            Some(cell @ Value::Missing) => *cell = Value::Suppressed,
            Some(_) => {
                let key = position.to_string();
                let expected = "the position of an empty cell";
                faults.known(None::<()>, (at, "suppressed"), &key, expected);
            }
            None => {
                let (expected, found) = (rows.len() * width, position);
                faults.add(at, "suppressed", Reason::WrongCount { expected, found });
            }
        }
    }
    rows
}

/// Whether a list is as long as it should be; a finding if not.
fn is_long(at: &str, field: &str, expected: usize, found: usize, faults: &mut Faults) -> bool {
    if expected != found {
        faults.add(at, field, Reason::WrongCount { expected, found });
    }
    expected == found
}

/// Whether every row of a table is as long as it should be; a finding for the first that is not.
fn is_wide<T>(
    at: &str,
    field: &str,
    expected: usize,
    rows: &[Vec<T>],
    faults: &mut Faults,
) -> bool {
    match rows.iter().find(|row| row.len() != expected) {
        Some(row) => is_long(at, field, expected, row.len(), faults),
        None => true,
    }
}
