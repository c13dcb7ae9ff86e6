//! Checks named futures: settings in their ranges, shifts that leave the centre plausible.

use std::collections::BTreeSet;

use super::{are_told, is_within};
use crate::data::check::faults::{Faults, Row};
use crate::data::finding::Reason;
use crate::data::model::{Assumption, Lever, Parameter, Range, Scenario, Setting, Shift, ShiftBy};
use crate::data::wire::{ScenarioWire, SettingWire, ShiftWire};

/// Checks futures; none unless the first is a baseline, in which nothing is moved.
pub(super) fn scenarios(
    rows: Vec<Row<ScenarioWire>>,
    levers: &[Lever],
    assumptions: &[Assumption],
    faults: &mut Faults,
) -> Option<Vec<Scenario>> {
    let first = rows.first().map(|row| row.record.key.as_str());
    if first != Some(Scenario::BASELINE) {
        let row = format!("scenarios ({})", Scenario::BASELINE);
        faults.add(&row, "", Reason::NotFirst);
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut scenarios = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let at = format!("{at} ({})", record.key);
        if faults.is_new(&mut seen, &at, "key", &record.key) {
            scenarios.extend(scenario(&at, record, levers, assumptions, faults));
        }
    }
    let baseline = scenarios
        .first()
        .filter(|own| own.key == Scenario::BASELINE)?;
    if !baseline.changes.is_empty() || !baseline.shifts.is_empty() {
        let row = format!("scenarios ({})", Scenario::BASELINE);
        faults.add(&row, "settings", Reason::BaselineMoves);
        return None;
    }
    Some(scenarios)
}

fn scenario(
    at: &str,
    wire: ScenarioWire,
    levers: &[Lever],
    assumptions: &[Assumption],
    faults: &mut Faults,
) -> Option<Scenario> {
    are_told(at, &[("name", &wire.name), ("story", &wire.story)], faults);
    let is_key = !wire.key.is_empty()
        && wire
            .key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let expected = "a key of small letters, digits and hyphens";
    faults.known(is_key.then_some(()), (at, "key"), &wire.key, expected)?;
    let mut changes: Vec<(Setting, f64)> = Vec::with_capacity(wire.settings.len());
    for SettingWire {
        setting: key,
        value,
    } in wire.settings
    {
        let known = Setting::from_key(&key);
        let setting = faults.known(known, (at, "settings"), &key, "a setting of the model")?;
        let lever = levers.get(setting as usize)?;
        let field = format!("settings.{key}");
        if changes.iter().any(|(other, _)| *other == setting) {
            faults.add(at, &field, Reason::Duplicate { key });
            return None;
        }
        if !is_within(at, &field, value, &(lever.least..=lever.most), faults) {
            return None;
        }
        changes.push((setting, value));
    }
    changes.sort_by_key(|(setting, _)| *setting);
    let mut shifts: Vec<Shift> = Vec::with_capacity(wire.shifts.len());
    for own in wire.shifts {
        let shift = shift(at, &own, assumptions, faults)?;
        if shifts
            .iter()
            .any(|other| other.parameter == shift.parameter)
        {
            let key = own.parameter;
            faults.add(at, "shifts", Reason::Duplicate { key });
            return None;
        }
        shifts.push(shift);
    }
    shifts.sort_by_key(|shift| shift.parameter);
    Some(Scenario {
        key: wire.key,
        name: wire.name,
        story: wire.story,
        changes,
        shifts,
    })
}

fn shift(
    at: &str,
    wire: &ShiftWire,
    assumptions: &[Assumption],
    faults: &mut Faults,
) -> Option<Shift> {
    let ShiftWire {
        parameter: key,
        by,
        value,
    } = wire;
    let known = Parameter::from_key(key);
    let parameter = faults.known(known, (at, "shifts"), key, "a parameter of the model")?;
    let field = format!("shifts.{key}");
    let known = match by.as_str() {
        "times" => Some(ShiftBy::Times(*value)),
        "plus" => Some(ShiftBy::Plus(*value)),
        _ => None,
    };
    let by = faults.known(known, (at, &field), by, "times or plus")?;
    let shift = Shift { parameter, by };
    let range = assumptions.get(parameter as usize)?.range;
    let is_allowed = range.allows(by);
    if !is_allowed {
        let (central, Range { min, max, .. }) = (by.of(range.central), range);
        let most = Range::MOST_FACTOR;
        let detail = format!(
            "the centre would be {central}: keep it from {min} to {max}, with a factor of at most {most}"
        );
        faults.add(at, &field, Reason::OutOfRange { detail });
    }
    is_allowed.then_some(shift)
}
