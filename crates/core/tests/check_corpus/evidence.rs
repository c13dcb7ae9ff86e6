//! What people tell the scenario model: each part and each entry at fault.

use std::fs;
use std::path::Path;

use roadmap_core::data::model::{
    Evidence, GradeLetter, LocalDriver, Parameter, Ramp, Setting, Settings, ShiftBy,
};
use roadmap_core::data::{Reason, read_evidence};
use serde_json::{Value, json};

use crate::expect::Expected::{self, At, Unreadable};
use crate::expect::compare;

/// What is written in content, as it is packed.
pub fn written() -> Value {
    let path = "../../fuzz/corpus/evidence/sound.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// What is written in content, checked.
pub fn sound() -> Evidence {
    findings_of(|_| {}, &[]).unwrap()
}

fn findings_of(spoil: impl Fn(&mut Value), expected: &[Expected]) -> Option<Evidence> {
    let mut evidence = written();
    spoil(&mut evidence);
    let reading = read_evidence("evidence.json", evidence.to_string().as_bytes());
    compare(&reading.findings, expected);
    reading.evidence
}

fn out_of_range(detail: &str) -> Reason {
    Reason::OutOfRange {
        detail: detail.to_owned(),
    }
}

fn unknown(key: &str, expected: &'static str) -> Reason {
    Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    }
}

/// A row of a part by its key.
fn entry<'a>(evidence: &'a mut Value, part: &str, key: &str) -> &'a mut Value {
    let rows = evidence[part].as_array_mut().unwrap();
    let name = if part == "sections" { "letter" } else { "key" };
    rows.iter_mut().find(|row| row[name] == key).unwrap()
}

#[test]
fn what_is_written_is_what_the_model_takes() {
    let evidence = sound();
    let housing = evidence.lever(Setting::Housing).unwrap();
    let start = Ramp::Linear {
        start: 2026,
        years: 5,
    };
    assert_eq!(
        (housing.least, housing.most, housing.ramp),
        (-50.0, 60.0, start)
    );
    assert_eq!(housing.effects, [Parameter::JobsPerHome]);
    assert_eq!(housing.grade.letter, GradeLetter::B, "the worse of two");
    let pay = evidence.assumption(Parameter::WageCurve).unwrap();
    assert_eq!((pay.range.low, pay.range.max), (-0.10, 0.0));
    let letters: String = evidence.sections.iter().map(|own| own.letter).collect();
    assert_eq!(letters, "ABCDEFGHIJKLMNOPQRS");
    assert_eq!(evidence.sections[15].local_driver, LocalDriver::Young);
    assert_eq!(evidence.constants.density.decays, [1.0, 1.6, 1.8]);
    assert_eq!(evidence.constants.density.decay_of, [0, 1, 2, 2]);
    assert_eq!(evidence.constants.noise.sd(4_999.0), 0.053);
    let ageing = evidence.scenario("high-ageing").unwrap();
    assert_eq!(ageing.changes, [(Setting::Housing, -20.0)]);
    let shifts: Vec<_> = ageing
        .shifts
        .iter()
        .map(|own| (own.parameter, own.by))
        .collect();
    assert_eq!(
        shifts,
        [
            (Parameter::Fertility, ShiftBy::Times(0.9)),
            (Parameter::FallOfDeathRates, ShiftBy::Plus(0.6)),
            (Parameter::Migration, ShiftBy::Times(0.7)),
        ]
    );
}

/// Every effect of a lever is its own, and every parameter of what levers do belongs to one.
#[test]
fn levers_and_their_parameters_belong_together() {
    let evidence = sound();
    let first = Parameter::JobsPerHome as usize;
    for own in Parameter::ALL.into_iter().skip(first) {
        let holders = evidence
            .levers
            .iter()
            .filter(|lever| lever.effects.contains(&own));
        assert_eq!(holders.count(), 1, "{}", own.key());
    }
}

#[test]
fn each_part_missing() {
    for part in [
        "section_columns",
        "model_version",
        "levers",
        "parameters",
        "sections",
        "constants",
        "scenarios",
    ] {
        let mut evidence = written();
        _ = evidence.as_object_mut().unwrap().remove(part);
        let reading = read_evidence("evidence.json", evidence.to_string().as_bytes());
        assert!(reading.evidence.is_none(), "{part}");
        let missing = reading.findings.iter().find(|own| own.row == part);
        assert_eq!(missing.unwrap().reason, Reason::PartMissing, "{part}");
    }
}

#[test]
fn a_lever_missing_twice_or_unknown() {
    let gone = At("levers (skills)", "", Reason::EntryMissing);
    let lost = findings_of(
        |evidence| _ = evidence["levers"].as_array_mut().unwrap().remove(3),
        &[gone],
    );
    assert!(lost.is_none());
    let twice = Reason::Duplicate {
        key: "metro-jobs".to_owned(),
    };
    let lost = findings_of(
        |evidence| evidence["levers"][3]["key"] = json!("metro-jobs"),
        &[
            At("levers, row 4 (metro-jobs)", "key", twice),
            At("levers (skills)", "", Reason::EntryMissing),
        ],
    );
    assert!(lost.is_none());
    let lost = findings_of(
        |evidence| evidence["levers"][3]["key"] = json!("skils"),
        &[
            At(
                "levers, row 4 (skils)",
                "key",
                unknown("skils", "a setting of the model"),
            ),
            At("levers (skills)", "", Reason::EntryMissing),
        ],
    );
    assert!(lost.is_none());
}

#[test]
fn a_lever_at_fault() {
    const AT: &str = "levers, row 1 (housing)";
    let spoilt = |field: &'static str, value: Value, expected: Expected| {
        let spoil = |evidence: &mut Value| evidence["levers"][0][field] = value.clone();
        assert!(findings_of(spoil, &[expected]).is_none(), "{field}");
    };
    spoilt(
        "range",
        json!([60, -50]),
        At(
            AT,
            "range",
            out_of_range("the least, 60, is not below the most, -50"),
        ),
    );
    spoilt(
        "default",
        json!(70),
        At(AT, "default", out_of_range("70 is not from -50 to 60")),
    );
    spoilt(
        "ramp",
        json!("steep"),
        At(AT, "ramp", unknown("steep", "none, linear or s-shaped")),
    );
    spoilt(
        "years",
        json!(0),
        At(AT, "years", out_of_range("0 is not from 1 to 100")),
    );
    spoilt(
        "effects",
        json!(["thet"]),
        At(AT, "effects", unknown("thet", "a parameter of the model")),
    );
    let grades = "a grade: A, B or C, with or without words";
    spoilt(
        "grade",
        json!("good"),
        At(AT, "grade", unknown("good", grades)),
    );
    let told = findings_of(
        |evidence| evidence["levers"][0]["note"] = json!(" "),
        &[At(AT, "note", Reason::Blank)],
    );
    assert!(told.is_some(), "the model runs without the note");
}

#[test]
fn a_parameter_whose_band_is_crossed() {
    let spoilt = |field: &str, value: f64, at: &'static str, detail: &str| {
        let spoil = |evidence: &mut Value| {
            entry(evidence, "parameters", "g_y")[field] = json!(value);
        };
        let expected = At("parameters, row 1 (g_y)", at, out_of_range(detail));
        assert!(findings_of(spoil, &[expected]).is_none(), "{field}");
    };
    spoilt("low", 1.2, "low", "low is 1.2 and exceeds central, 1");
    spoilt(
        "central",
        1.5,
        "central",
        "central is 1.5 and exceeds high, 1.4",
    );
    spoilt("min", 0.7, "min", "min is 0.7 and exceeds low, 0.6");
    spoilt("max", 1.3, "high", "high is 1.4 and exceeds max, 1.3");
}

#[test]
fn a_column_of_the_sections_that_nothing_is_said_of() {
    let lost = findings_of(
        |evidence| evidence["section_columns"][1]["key"] = json!("taxable"),
        &[
            At(
                "section_columns, row 2 (taxable)",
                "key",
                unknown("taxable", "a column of the sections"),
            ),
            At("section_columns (tradable)", "", Reason::EntryMissing),
        ],
    );
    assert!(lost.is_none());
}

/// Half of the four themed futures together, with three levers of its own.
#[test]
fn the_coordinated_future_is_half_of_the_themed_ones() {
    let evidence = sound();
    let settings = |key| evidence.settings_of(evidence.scenario(key).unwrap());
    let themed = [
        "skills-led",
        "smart-county",
        "clean-growth",
        "inclusive-growth",
    ]
    .map(settings);
    let coordinated = settings("coordinated-roadmap");
    let own = [
        Setting::ProtectSpace,
        Setting::Transport,
        Setting::InwardInvestment,
    ];
    for lever in evidence
        .levers
        .iter()
        .filter(|lever| !own.contains(&lever.setting))
    {
        let moved = |settings: &Settings| settings.get(lever.setting) - lever.default;
        let half: f64 = themed.iter().map(moved).sum::<f64>() / 2.0;
        assert_eq!(moved(&coordinated), half, "{}", lever.setting.key());
    }
}

#[test]
fn a_section_at_fault() {
    let sum = Reason::DoesNotAddUp {
        detail: "the kinds of space should add up to 100 and give 90".to_owned(),
    };
    let lost = findings_of(
        |evidence| entry(evidence, "sections", "C")["space"] = json!([0, 80, 10, 0, 0]),
        &[At("sections, row 3 (C)", "space", sum)],
    );
    assert!(lost.is_none());
    let expected = "all, young or older";
    let lost = findings_of(
        |evidence| entry(evidence, "sections", "C")["follows"] = json!("old"),
        &[At(
            "sections, row 3 (C)",
            "follows",
            unknown("old", expected),
        )],
    );
    assert!(lost.is_none());
}

#[test]
fn a_constant_missing_unknown_or_at_fault() {
    let spoilt = |key: &'static str, field: &'static str, value: Value, expected: &[Expected]| {
        let spoil = |evidence: &mut Value| entry(evidence, "constants", key)[field] = value.clone();
        assert!(findings_of(spoil, expected).is_none(), "{key} {field}");
    };
    let expected = "a fixed number of the model";
    spoilt(
        "people.boys-per-girl",
        "key",
        json!("people.girls"),
        &[
            At("constants (people.boys-per-girl)", "", Reason::EntryMissing),
            At(
                "constants, row 1 (people.girls)",
                "key",
                unknown("people.girls", expected),
            ),
        ],
    );
    const AT: &str = "constants, row 30 (space.split)";
    let sum = Reason::DoesNotAddUp {
        detail: "the shares should add up to 1 and give 1.2".to_owned(),
    };
    spoilt(
        "space.split",
        "values",
        json!([0.6, 0.6]),
        &[At(AT, "values", sum)],
    );
    let counts = Reason::WrongCount {
        expected: 2,
        found: 1,
    };
    spoilt(
        "space.split",
        "values",
        json!([1]),
        &[At(AT, "values", counts)],
    );
    let order = out_of_range("of should be [\"offices\", \"industry\"], in this order");
    spoilt(
        "space.split",
        "of",
        json!(["industry", "offices"]),
        &[At(AT, "of", order)],
    );
    let up = out_of_range("its entries should go up, each once");
    spoilt(
        "carbon.heat-pump-path",
        "of",
        json!(["2024", "2024", "2050"]),
        &[At("constants, row 55 (carbon.heat-pump-path)", "of", up)],
    );
    spoilt(
        "output.ai-first-year",
        "values",
        json!([2026.5]),
        &[At(
            "constants, row 40 (output.ai-first-year)",
            "value",
            Reason::NotWhole {
                value: "2026.5".to_owned(),
            },
        )],
    );
}

#[test]
fn a_future_at_fault_costs_itself() {
    const AT: &str = "scenarios, row 2 (london-overspill)";
    let spoilt = |field: &'static str, value: Value, expected: Expected| {
        let spoil = |evidence: &mut Value| evidence["scenarios"][1][field] = value.clone();
        let kept = findings_of(spoil, &[expected]).unwrap();
        assert_eq!(kept.scenarios.len(), 8, "{field}");
    };
    let change = |setting, value| json!([{"setting": setting, "value": value}]);
    let shift = |parameter, by, value| json!([{"parameter": parameter, "by": by, "value": value}]);
    spoilt(
        "settings",
        change("housing", 61.0),
        At(
            AT,
            "settings.housing",
            out_of_range("61 is not from -50 to 60"),
        ),
    );
    spoilt(
        "settings",
        change("hosing", 1.0),
        At(AT, "settings", unknown("hosing", "a setting of the model")),
    );
    let twice = Reason::Duplicate {
        key: "skills".to_owned(),
    };
    let both = json!([{"setting": "skills", "value": 1}, {"setting": "skills", "value": 2}]);
    spoilt("settings", both, At(AT, "settings.skills", twice));
    spoilt(
        "shifts",
        shift("tfr", "over", 1.0),
        At(AT, "shifts.tfr", unknown("over", "times or plus")),
    );
    let far = "the centre would be 5: keep it from 0.5 to 1.6, with a factor of at most 10";
    spoilt(
        "shifts",
        shift("tfr", "times", 5.0),
        At(AT, "shifts.tfr", out_of_range(far)),
    );
    spoilt(
        "settings",
        json!(7),
        Unreadable("scenarios, row 2", "settings"),
    );
}

#[test]
fn a_baseline_that_moves_or_does_not_come_first() {
    let moved = json!([{"setting": "skills", "value": 1}]);
    let lost = findings_of(
        |evidence| evidence["scenarios"][0]["settings"] = moved.clone(),
        &[At(
            "scenarios (baseline)",
            "settings",
            Reason::BaselineMoves,
        )],
    );
    assert!(lost.is_none());
    let lost = findings_of(
        |evidence| evidence["scenarios"].as_array_mut().unwrap().swap(0, 1),
        &[At("scenarios (baseline)", "", Reason::NotFirst)],
    );
    assert!(lost.is_none());
}
