//! Checks levers: one per setting, a range that holds its default, effects that exist.

use std::ops::RangeInclusive;

use super::{Complete, are_told, grade, is_within};
use crate::data::check::content::keys;
use crate::data::check::faults::{Faults, Row};
use crate::data::content::{Foundation, GrandChallenge};
use crate::data::finding::Reason;
use crate::data::model::{Lever, Parameter, Ramp, Setting};
use crate::data::wire::LeverWire;

/// Years in which a lever can begin to act.
const STARTS: RangeInclusive<u16> = 2000..=2200;
/// Years that a lever can take to be in full force.
const RAMPS: RangeInclusive<u16> = 1..=100;

/// Checks levers; none unless every setting has its own.
pub(super) fn levers(rows: Vec<Row<LeverWire>>, faults: &mut Faults) -> Option<Vec<Lever>> {
    let mut levers = Complete::new("levers");
    for Row { at, record } in rows {
        let key = record.key.clone();
        let at = format!("{at} ({key})");
        let setting = Setting::from_key(&key);
        if let Some(setting) = faults.known(setting, (&at, "key"), &key, "a setting of the model") {
            let lever = lever(&at, setting, record, faults);
            levers.add((&at, &key), setting, lever, faults);
        }
    }
    levers.all(Setting::ALL, |setting| setting.key().to_owned(), faults)
}

fn lever(at: &str, setting: Setting, wire: LeverWire, faults: &mut Faults) -> Option<Lever> {
    are_told(
        at,
        &[
            ("name", &wire.name),
            ("unit", &wire.unit),
            ("source", &wire.source),
            ("note", &wire.note),
        ],
        faults,
    );
    let known = (
        Foundation::from_key as fn(&str) -> _,
        "a foundation of productivity",
    );
    let foundations = keys((at, "foundations"), &wire.foundations, known, faults);
    let known = (
        GrandChallenge::from_key as fn(&str) -> _,
        "a Grand Challenge",
    );
    let grand_challenges = keys(
        (at, "grand_challenges"),
        &wire.grand_challenges,
        known,
        faults,
    );
    let known = (
        Parameter::from_key as fn(&str) -> _,
        "a parameter of the model",
    );
    let effects = keys((at, "effects"), &wire.effects, known, faults);
    let grade = grade(at, &wire.grade, faults);
    let ramp = ramp(at, &wire, faults);
    let [least, most] = wire.range;
    if least >= most {
        let detail = format!("the least, {least}, is not below the most, {most}");
        faults.add(at, "range", Reason::OutOfRange { detail });
        return None;
    }
    let holds_default = is_within(at, "default", wire.default, &(least..=most), faults);
    (holds_default && effects.len() == wire.effects.len()).then_some(())?;
    Some(Lever {
        setting,
        name: wire.name,
        unit: wire.unit,
        foundations,
        grand_challenges,
        is_outside_control: wire.outside_control,
        least,
        most,
        default: wire.default,
        ramp: ramp?,
        effects,
        outputs: wire.outputs,
        grade: grade?,
        source: wire.source,
        note: wire.note,
    })
}

fn ramp(at: &str, wire: &LeverWire, faults: &mut Faults) -> Option<Ramp> {
    let (start, years) = (wire.start, wire.years);
    let ramp = match wire.ramp.as_str() {
        "none" => return Some(Ramp::None),
        "linear" => Some(Ramp::Linear { start, years }),
        "s-shaped" => Some(Ramp::SShaped { start, years }),
        _ => None,
    };
    let expected = "none, linear or s-shaped";
    let ramp = faults.known(ramp, (at, "ramp"), &wire.ramp, expected)?;
    let mut is_sound = true;
    for (field, value, range) in [("start", start, STARTS), ("years", years, RAMPS)] {
        let range = f64::from(*range.start())..=f64::from(*range.end());
        is_sound &= is_within(at, field, f64::from(value), &range, faults);
    }
    is_sound.then_some(ramp)
}
