//! Scenario files of readers: every mistake told with its line, the rest written back the same.

use proptest::prelude::*;
use roadmap_core::data::model::{Evidence, Parameter, Setting, Shift, ShiftBy};
use roadmap_core::data::scenario_file::{MOST_BYTES, ScenarioFile, read, set, set_all, write};

use crate::evidence::sound;
use crate::exercise;

/// What is told of a file, a line per mistake.
fn told(text: &str) -> String {
    let mistakes = read(text, &sound()).unwrap_err();
    let words = mistakes.iter().map(ToString::to_string);
    words.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_whole_file() {
    let text = include_str!("../../../../fuzz/corpus/scenario/whole.toml");
    let evidence = sound();
    let file = read(text, &evidence).unwrap();
    assert_eq!(file.name, "Homes and skills");
    assert_eq!(file.story, "Both together.\nWith \"room\" for é and a \\.");
    assert_eq!(
        file.changes,
        [
            (Setting::Housing, 20.0),
            (Setting::MetroOverspill, -1_000.0),
            (Setting::Skills, 2.5)
        ]
    );
    let scenario = file.scenario("mine", &evidence);
    assert_eq!(
        scenario.changes, file.changes,
        "housing was changed in both"
    );
    let shifts: Vec<_> = scenario
        .shifts
        .iter()
        .map(|own| (own.parameter, own.by))
        .collect();
    assert_eq!(
        shifts,
        [
            (Parameter::GrowthOfOutput, ShiftBy::Plus(-0.2)),
            (Parameter::Fertility, ShiftBy::Times(1.05)),
            (Parameter::FallOfDeathRates, ShiftBy::Plus(0.6)),
            (Parameter::Migration, ShiftBy::Times(0.7)),
        ],
        "its own for fertility, the other's for the rest"
    );
}

#[test]
fn a_name_is_enough() {
    let evidence = sound();
    let file = read("name = \"x\"", &evidence).unwrap();
    assert_eq!(file.based_on, "baseline");
    let scenario = file.scenario("x", &evidence);
    assert!(scenario.changes.is_empty() && scenario.shifts.is_empty());
}

/// A setting put back to its default is no change.
#[test]
fn a_change_can_be_taken_back() {
    let evidence = sound();
    let text = "name = \"x\"\nbased_on = \"high-ageing\"\n[settings]\nhousing = 0\n";
    let scenario = read(text, &evidence).unwrap().scenario("x", &evidence);
    assert!(scenario.changes.is_empty());
    assert_eq!(scenario.shifts.len(), 3);
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let text = include_str!("../../../../fuzz/corpus/scenario/mistakes.toml");
    assert_eq!(
        told(text),
        "\
the file has no name. Add a line such as name = \"Ours\".
line 1: a scenario has no part “nmae”. Perhaps name is meant.
line 2: “housing” is a setting and stands outside the settings. Write it below a line [settings].
line 3: no scenario is called “skils-led”. Perhaps skills-led is meant.
line 4: story should be words. Write them in quotation marks.
line 6: no lever is called “hosing”. Perhaps housing is meant.
line 7: skills should be a number, such as 20 or -2.5, without quotation marks or units.
line 8: training cannot be 99. Choose from 0 to 5 (points of workers trained).
line 9: gigabit should be a number, such as 20 or -2.5, without quotation marks or units.
line 11: tfr is shifted by a factor or by a sum. Write { times = 0.9 } or { plus = 0.5 }.
line 12: rho would be 51.2, which is not plausible. Keep it from -1 to 4 (% a year), with a factor of at most 10.
line 13: the model has no parameter “rhoo”. Perhaps rho is meant.
line 15: skills should be words. Write them in quotation marks.
line 16: no lever is called “weather”."
    );
}

#[test]
fn mistakes_that_end_the_reading() {
    assert_eq!(
        told("name = \"x\"\n[settings]\nhousing = 20\nskills = 1\nhousing = 30\n"),
        "line 5: “housing” stands twice. Remove one of the two."
    );
    assert!(
        told("name = \"x\"\n[settings]\nhousing 20\n")
            .starts_with("line 3: this cannot be read at character "),
    );
    assert_eq!(
        told(&"#".repeat(MOST_BYTES + 1)),
        "the file has 65,537 bytes, and a scenario has at most 65,536. Check that it is the right file."
    );
    assert_eq!(
        told("name = \"x\"\nsettings = 3\n"),
        "line 2: settings should be a part of its own. Write a line [settings] and its entries below."
    );
    let long = format!("name = \"{}\"", "x".repeat(101));
    assert_eq!(
        told(&long),
        "line 1: name is too long. Use at most 100 letters."
    );
}

#[test]
fn settings_by_name() {
    let evidence = sound();
    let mut settings = evidence.defaults();
    set_all(&mut settings, ["housing=20", " skills = 3.5 "], &evidence).unwrap();
    assert_eq!(settings.get(Setting::Housing), 20.0);
    assert_eq!(settings.get(Setting::Skills), 3.5);
    let mut told = |text| set(&mut settings, text, &evidence).unwrap_err().to_string();
    for (text, words) in [
        (
            "housing",
            "“housing” does not set anything. Write a lever, an equals sign and a number: housing=20.",
        ),
        (
            "housing=",
            "housing should be a number, such as 20 or -2.5, without quotation marks or units.",
        ),
        (
            "housing=20%",
            "housing should be a number, such as 20 or -2.5, without quotation marks or units.",
        ),
        (
            "housing=inf",
            "housing should be a number, such as 20 or -2.5, without quotation marks or units.",
        ),
        (
            "housing=61",
            "housing cannot be 61. Choose from -50 to 60 (% on baseline completions).",
        ),
        (
            "housng=6",
            "no lever is called “housng”. Perhaps housing is meant.",
        ),
    ] {
        assert_eq!(told(text), words);
    }
    let twice = set_all(
        &mut evidence.defaults(),
        ["skills=1", "skills=2"],
        &evidence,
    );
    assert_eq!(
        twice.unwrap_err().to_string(),
        "“skills” stands twice. Remove one of the two."
    );
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zé \"\\\\\n\r\t#=]{0,30}", any::<String>()]
}

/// A file whose settings lie within the ranges and whose shifts are plausible.
fn file(evidence: &Evidence) -> impl Strategy<Value = ScenarioFile> + use<> {
    let keys: Vec<String> = evidence
        .scenarios
        .iter()
        .map(|own| own.key.clone())
        .collect();
    let ranges: Vec<_> = evidence
        .levers
        .iter()
        .map(|own| (own.setting, own.least, own.most))
        .collect();
    let change = |(setting, least, most): (Setting, f64, f64)| (Just(setting), least..=most);
    let changes: Vec<_> = ranges.into_iter().map(change).collect();
    let changes = prop::sample::subsequence(Setting::ALL.to_vec(), 0..=Setting::COUNT)
        .prop_flat_map(move |own| {
            let kept = changes
                .iter()
                .filter(|(setting, _)| own.contains(&setting.0));
            kept.cloned().collect::<Vec<_>>()
        });
    let centres: Vec<_> = evidence
        .assumptions
        .iter()
        .map(|own| (own.parameter, own.range))
        .collect();
    let shifts = prop::sample::subsequence(centres, 0..=Parameter::COUNT).prop_flat_map(|own| {
        let shift = |(parameter, range): (Parameter, roadmap_core::data::model::Range)| {
            let sums = range.min - range.central..=range.max - range.central;
            let by = sums.prop_map(ShiftBy::Plus);
            let by = by.prop_filter("within", move |by| range.allows(*by));
            by.prop_map(move |by| Shift { parameter, by })
        };
        own.into_iter().map(shift).collect::<Vec<_>>()
    });
    let reasons = prop::sample::subsequence(Setting::ALL.to_vec(), 0..=Setting::COUNT)
        .prop_flat_map(|own| {
            own.into_iter()
                .map(|own| (Just(own), words()))
                .collect::<Vec<_>>()
        });
    let name = words().prop_filter("a name", |name| {
        !name.trim().is_empty() && name.chars().count() <= 100
    });
    (
        name,
        prop::sample::select(keys),
        words(),
        changes,
        shifts,
        reasons,
    )
        .prop_map(
            |(name, based_on, story, changes, shifts, reasons)| ScenarioFile {
                name,
                based_on,
                story,
                changes,
                shifts,
                reasons,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_the_same(own in file(&sound())) {
        let text = write(&own);
        prop_assert_eq!(read(&text, &sound()), Ok(own), "{}", text);
    }

    #[test]
    fn any_text_is_read_or_told(text in "[a-z_=\\-\\[\\]{}\"0-9.,#\n ]{0,120}") {
        exercise::scenario(text.as_bytes(), &sound());
    }
}
