//! Which fields each record of the evidence has, and which of them may be left out.

use super::fields::{Fields, FromFields, Unread};
use super::read::record;
use super::{
    ConstantWire, LeverWire, ParameterWire, ScenarioWire, SectionColumnWire, SectionWire,
    SettingWire, ShiftWire,
};

record!(LeverWire {
    key: required,
    name: required,
    unit: required,
    foundations: required,
    grand_challenges: required,
    outside_control: optional,
    range: required,
    default: required,
    ramp: required,
    start: required,
    years: required,
    effects: required,
    outputs: required,
    grade: required,
    source: required,
    note: required,
});
record!(ParameterWire {
    key: required,
    meaning: required,
    unit: required,
    low: required,
    central: required,
    high: required,
    min: required,
    max: required,
    grade: required,
    source: required,
    group: required,
});
record!(SectionColumnWire {
    key: required,
    meaning: required,
    unit: required,
    grade: required,
    source: required,
});
record!(SectionWire {
    letter: required,
    gini: required,
    tradable: required,
    density: optional,
    ai: required,
    space: required,
    follows: required,
});
record!(ConstantWire {
    key: required,
    meaning: required,
    unit: required,
    of: optional,
    values: required,
    grade: required,
    source: required,
});
record!(ScenarioWire {
    key: required,
    name: required,
    story: required,
    settings: records,
    shifts: optional_records,
});
record!(SettingWire {
    setting: required,
    value: required
});
record!(ShiftWire {
    parameter: required,
    by: required,
    value: required
});
