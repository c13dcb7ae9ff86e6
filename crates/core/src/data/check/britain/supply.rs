//! Checks the input-output table: its shape, and that its rows add up.

use super::Known;
use crate::data::check::faults::Faults;
use crate::data::finding::Reason;
use crate::data::industries::{IndustryLevel, Supply, SupplyIndustry};
use crate::data::wire::SupplyWire;
use crate::measure::Unit;
use crate::quantity::{self, Value};

const AT: &str = "supply";

/// How far a row may be from its total, million pounds: more than rounding, less than any
/// figure that would be missed.
const TOLERANCE_GBP_M: f64 = 0.5;

/// Checks the table; none when it is not square, whole and balanced, for an inverse of half a
/// table would pass for the whole.
pub(super) fn supply(wire: SupplyWire, known: &Known<'_>, faults: &mut Faults) -> Option<Supply> {
    let size = wire.codes.len();
    let jobs = wire.jobs.len();
    for (field, found) in [
        ("names", wire.names.len()),
        ("sections", wire.sections.len()),
        ("domestic_use", wire.domestic_use.len()),
        ("output", wire.output.len()),
        ("compensation", wire.compensation.len()),
        ("gva", wire.gva.len()),
        ("households", wire.households.len()),
        ("final_use", wire.final_use.len()),
        ("jobs", jobs),
    ] {
        if !super::is_long(AT, field, size, found, faults) {
            return None;
        }
    }
    if !super::is_wide(AT, "domestic_use", size, &wire.domestic_use, faults) {
        return None;
    }
    let sic5 = known.classification.of_level(IndustryLevel::Sic5).len();
    if !super::is_long(AT, "of_sic5", sic5, wire.of_sic5.len(), faults) {
        return None;
    }
    if let Some(&found) = wire.of_sic5.iter().flatten().find(|own| **own >= size) {
        let expected = size;
        faults.add(AT, "of_sic5", Reason::WrongCount { expected, found });
        return None;
    }
    let unit = wire.unit_gbp_m;
    let is_unit = (unit.is_finite() && unit > 0.0).then_some(());
    let expected = "a number above zero";
    faults.known(is_unit, (AT, "unit_gbp_m"), &unit.to_string(), expected)?;
    let money = |column: &[f64]| {
        column
            .iter()
            .map(|value| value * unit)
            .collect::<Vec<f64>>()
    };
    let supply = Supply {
        year: wire.year,
        source: known.source(AT, "source", wire.source, faults)?,
        domestic_use_gbp_m: wire
            .domestic_use
            .iter()
            .flat_map(|row| money(row))
            .collect(),
        output_gbp_m: money(&wire.output),
        compensation_gbp_m: money(&wire.compensation),
        gva_gbp_m: money(&wire.gva),
        households_gbp_m: money(&wire.households),
        final_use_gbp_m: money(&wire.final_use),
        jobs: wire
            .jobs
            .iter()
            .map(|jobs| jobs.map_or(Value::Missing, Value::Number))
            .collect(),
        jobs_source: known.source(AT, "jobs_source", wire.jobs_source, faults)?,
        of_sic5: wire.of_sic5,
        industries: wire
            .codes
            .into_iter()
            .zip(wire.names)
            .zip(wire.sections)
            .map(|((code, name), section)| SupplyIndustry {
                code,
                name,
                section,
            })
            .collect(),
    };
    is_balanced(&supply, faults).then_some(supply)
}

/// Whether what each industry sells, to industries and to final buyers, is its output.
fn is_balanced(supply: &Supply, faults: &mut Faults) -> bool {
    let size = supply.size().max(1);
    let rows = supply.domestic_use_gbp_m.chunks(size);
    let columns = supply.final_use_gbp_m.iter().zip(&supply.output_gbp_m);
    let mut is_balanced = true;
    for ((row, (last, output)), industry) in rows.zip(columns).zip(&supply.industries) {
        let sold = row.iter().sum::<f64>() + last;
        if (sold - output).abs() > TOLERANCE_GBP_M {
            is_balanced = false;
            let told = |gbp_m: f64| quantity::figure(gbp_m, Unit::Score, 1);
            let detail = format!(
                "{} sells {} million pounds and makes {}",
                industry.code,
                told(sold),
                told(*output)
            );
            faults.add(AT, "output", Reason::DoesNotAddUp { detail });
        }
    }
    is_balanced
}
