//! Checks parameters: each once, with a band that holds its centre.

use super::{Complete, are_told, grade};
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::model::{Assumption, Parameter, Range};
use crate::data::wire::ParameterWire;

/// Checks what is known of parameters; none unless it is told of all.
pub(super) fn assumptions(
    rows: Vec<Row<ParameterWire>>,
    faults: &mut Faults,
) -> Option<Vec<Assumption>> {
    let mut assumptions = Complete::new("parameters");
    for Row { at, record } in rows {
        let key = record.key.clone();
        let at = format!("{at} ({key})");
        let parameter = Parameter::from_key(&key);
        let expected = "a parameter of the model";
        if let Some(parameter) = faults.known(parameter, (&at, "key"), &key, expected) {
            let assumption = assumption(&at, parameter, record, faults);
            assumptions.add((&at, &key), parameter, assumption, faults);
        }
    }
    assumptions.all(Parameter::ALL, |own| own.key().to_owned(), faults)
}

fn assumption(
    at: &str,
    parameter: Parameter,
    wire: ParameterWire,
    faults: &mut Faults,
) -> Option<Assumption> {
    are_told(
        at,
        &[
            ("meaning", &wire.meaning),
            ("unit", &wire.unit),
            ("source", &wire.source),
            ("group", &wire.group),
        ],
        faults,
    );
    let grade = grade(at, &wire.grade, faults);
    let is_in_order = (
        is_ordered(at, ("low", wire.low), ("central", wire.central), faults),
        is_ordered(at, ("central", wire.central), ("high", wire.high), faults),
        is_ordered(at, ("min", wire.min), ("low", wire.low), faults),
        is_ordered(at, ("high", wire.high), ("max", wire.max), faults),
    );
    (is_in_order == (true, true, true, true)).then_some(())?;
    Some(Assumption {
        parameter,
        meaning: wire.meaning,
        unit: wire.unit,
        range: Range {
            low: wire.low,
            central: wire.central,
            high: wire.high,
            min: wire.min,
            max: wire.max,
        },
        grade: grade?,
        source: wire.source,
        group: wire.group,
    })
}

/// Whether one number is no greater than another; a finding if it is.
fn is_ordered(
    at: &str,
    (field, lesser): (&str, f64),
    (other, greater): (&str, f64),
    faults: &mut Faults,
) -> bool {
    let is_ordered = lesser <= greater;
    if !is_ordered {
        let detail = format!("{field} is {lesser} and exceeds {other}, {greater}");
        faults.add(at, field, Reason::OutOfRange { detail });
    }
    is_ordered
}
