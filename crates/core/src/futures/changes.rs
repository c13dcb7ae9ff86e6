//! What a future changes in the one it is based on: the sentence that always tells the truth, and
//! the list behind it.

use super::evidence_words::number;
use super::levers::{lever_words, setting_figure, setting_words};
use crate::data::model::{
    Evidence, Lever, Model, Parameter, Scenario, Setting, Settings, Shift, ShiftBy,
};
use crate::quantity;

/// Something that differs from the future it is based on.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is changed.
    pub of: Changed,
    /// Its name.
    pub name: String,
    /// What it is in the future that this one is based on, short: `0%`.
    pub before: String,
    /// What it is here: `+20% on baseline completions`.
    pub after: String,
    /// What it is here in real quantities; empty for an assumption.
    pub real: String,
}

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A setting.
    Setting(Setting),
    /// An assumption that is shifted.
    Parameter(Parameter),
}

/// What differs from the named future of a key; from the baseline where there is none.
#[must_use]
pub fn changes(model: &Model, base: &str, settings: &Settings, shifts: &[Shift]) -> Vec<Change> {
    let evidence = &model.evidence;
    let base = base_of(evidence, base);
    let before = base.map_or_else(|| evidence.defaults(), |base| evidence.settings_of(base));
    let levers = evidence.levers.iter();
    let moved = levers.filter(|lever| settings.get(lever.setting) != before.get(lever.setting));
    let mut changes: Vec<Change> = moved
        .map(|lever| moved_lever(model, lever, &before, settings))
        .collect();
    let shifted_before = base.map_or(&[][..], |base| &base.shifts);
    for assumption in &evidence.assumptions {
        let of = |shifts: &[Shift]| {
            let mut shifts = shifts.iter();
            let own = shifts.find(|shift| shift.parameter == assumption.parameter);
            own.map(|shift| shift.by)
        };
        let (before, after) = (of(shifted_before), of(shifts));
        if before != after {
            changes.push(Change {
                of: Changed::Parameter(assumption.parameter),
                name: assumption.meaning.clone(),
                before: shift_words(before),
                after: shift_words(after),
                real: String::new(),
            });
        }
    }
    changes
}

/// `Based on Skills-led, 3 changes`, or `Skills-led, as it stands`.
#[must_use]
pub fn based_on(model: &Model, base: &str, settings: &Settings, shifts: &[Shift]) -> String {
    let count = changes(model, base, settings, shifts).len();
    let name = base_of(&model.evidence, base).map_or("nothing", |base| base.name.as_str());
    match count {
        0 => format!("{name}, as it stands"),
        1 => format!("Based on {name}, 1 change"),
        _ => format!("Based on {name}, {} changes", quantity::count(count)),
    }
}

/// The named future of a key, or the baseline.
fn base_of<'a>(evidence: &'a Evidence, key: &str) -> Option<&'a Scenario> {
    let baseline = || evidence.scenario(Scenario::BASELINE);
    evidence.scenario(key).or_else(baseline)
}

fn moved_lever(model: &Model, lever: &Lever, before: &Settings, after: &Settings) -> Change {
    let value = after.get(lever.setting);
    Change {
        of: Changed::Setting(lever.setting),
        name: lever.name.clone(),
        before: setting_figure(lever, before.get(lever.setting)),
        after: setting_words(lever, value),
        real: lever_words(model, lever.setting, value),
    }
}

fn shift_words(by: Option<ShiftBy>) -> String {
    match by {
        None => "as assumed".to_owned(),
        Some(ShiftBy::Times(factor)) => format!("{} times what is assumed", number(factor)),
        Some(ShiftBy::Plus(sum)) if sum < 0.0 => {
            format!("{} less than assumed", number(-sum))
        }
        Some(ShiftBy::Plus(sum)) => format!("{} more than assumed", number(sum)),
    }
}
