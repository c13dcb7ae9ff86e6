//! Checks output per filled job.

use super::Known;
use crate::data::check::faults::Faults;
use crate::data::industries::{FilledJob, Territory};
use crate::data::wire::FilledJobWire;
use crate::quantity::Value;

const AT: &str = "filled_job";

/// Checks the figures; none unless there is one place for each district.
pub(super) fn filled_job(
    wire: FilledJobWire,
    known: &Known<'_>,
    territories: &[Territory],
    faults: &mut Faults,
) -> Option<FilledJob> {
    let source = known.source(AT, "source", wire.source, faults)?;
    let districts = territories.iter().filter(|own| own.kind.is_district());
    let expected = districts.count();
    if !super::is_long(AT, "gbp", expected, wire.gbp.len(), faults) {
        return None;
    }
    let value = |cell: Option<f64>| cell.map_or(Value::Missing, Value::Number);
    Some(FilledJob {
        year: wire.year,
        source,
        gbp: wire.gbp.into_iter().map(value).collect(),
    })
}
