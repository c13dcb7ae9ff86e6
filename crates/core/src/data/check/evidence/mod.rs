//! Checks what people tell the scenario model.
//!
//! A model with a hole cannot be run, so a fault in a lever, a parameter, a section or a fixed
//! number costs all of the evidence; a fault in a named future costs that future.

mod constants;
mod levers;
mod parameters;
mod scenarios;
mod sections;

use std::ops::RangeInclusive;

use super::faults::Faults;
use crate::data::finding::{Finding, Reason};
use crate::data::model::{Evidence, Grade};
use crate::data::wire::fields::Fields;

/// What was read of what people tell the model.
#[derive(Debug)]
pub struct EvidenceReading {
    /// The evidence, if a model can be run with it.
    pub evidence: Option<Evidence>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks evidence that stands alone, one record of
/// [`EvidenceWire`](crate::data::wire::EvidenceWire) as JSON.
#[must_use]
pub fn read_evidence(file: &str, bytes: &[u8]) -> EvidenceReading {
    let mut faults = Faults::new(file);
    let evidence = super::text(bytes, &mut faults)
        .and_then(|text| faults.cut(text))
        .and_then(|parts| evidence(&parts, &mut faults));
    EvidenceReading {
        evidence,
        findings: faults.into_findings(),
    }
}

/// Checks evidence, given as the parts of its record.
pub(super) fn evidence(parts: &Fields<'_>, faults: &mut Faults) -> Option<Evidence> {
    let model_version: Option<String> = faults.value(parts, "model_version");
    let levers = levers::levers(faults.rows(parts, "levers"), faults);
    let assumptions = parameters::assumptions(faults.rows(parts, "parameters"), faults);
    let section_columns = sections::columns(faults.rows(parts, "section_columns"), faults);
    let sections = sections::sections(faults.rows(parts, "sections"), faults);
    let constants = constants::constants(faults.rows(parts, "constants"), faults);
    let scenarios = faults.rows(parts, "scenarios");
    let (levers, assumptions) = (levers?, assumptions?);
    let scenarios = scenarios::scenarios(scenarios, &levers, &assumptions, faults);
    let (constants, fixed) = constants?;
    Some(Evidence {
        model_version: model_version?,
        levers,
        assumptions,
        section_columns: section_columns?,
        sections: sections?,
        constants,
        fixed,
        scenarios: scenarios?,
    })
}

/// Whether a number lies in its range; a finding if not.
fn is_within(
    at: &str,
    field: &str,
    value: f64,
    range: &RangeInclusive<f64>,
    faults: &mut Faults,
) -> bool {
    let is_within = range.contains(&value);
    if !is_within {
        let detail = format!("{value} is not from {} to {}", range.start(), range.end());
        faults.add(at, field, Reason::OutOfRange { detail });
    }
    is_within
}

/// A finding for each field that should say something and does not.
fn are_told(at: &str, fields: &[(&str, &str)], faults: &mut Faults) {
    for (field, words) in fields {
        if words.trim().is_empty() {
            faults.add(at, field, Reason::Blank);
        }
    }
}

/// What a grade says, or a finding.
fn grade(at: &str, words: &str, faults: &mut Faults) -> Option<Grade> {
    let expected = "a grade: A, B or C, with or without words";
    faults.known(Grade::new(words), (at, "grade"), words, expected)
}

/// What was found of everything that must be there, each once.
struct Complete<K, T> {
    part: &'static str,
    found: Vec<(K, Option<T>)>,
}

impl<K: Copy + PartialEq, T> Complete<K, T> {
    const fn new(part: &'static str) -> Self {
        Self {
            part,
            found: Vec::new(),
        }
    }

    /// Notes an entry, none if it has a fault; a second one of the same key is a finding.
    fn add(&mut self, (at, key): (&str, &str), own: K, entry: Option<T>, faults: &mut Faults) {
        let is_there = self.found.iter().any(|(other, _)| *other == own);
        if is_there {
            let key = key.to_owned();
            faults.add(at, "key", Reason::Duplicate { key });
        } else {
            self.found.push((own, entry));
        }
    }

    /// Every entry in its order, if none is missing; a finding for each that is.
    fn all(
        mut self,
        order: impl IntoIterator<Item = K>,
        key: impl Fn(K) -> String,
        faults: &mut Faults,
    ) -> Option<Vec<T>> {
        let mut all = Some(Vec::new());
        for own in order {
            let place = self.found.iter().position(|(other, _)| *other == own);
            let entry = place.map(|place| self.found.swap_remove(place).1);
            if entry.is_none() {
                let row = format!("{} ({})", self.part, key(own));
                faults.add(&row, "", Reason::EntryMissing);
            }
            match (entry.flatten(), &mut all) {
                (Some(entry), Some(all)) => all.push(entry),
                _ => all = None,
            }
        }
        all
    }
}
