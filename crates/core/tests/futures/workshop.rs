//! Many futures of a workshop put together.

use roadmap_core::data::model::{Parameter, Setting, Shift, ShiftBy};
use roadmap_core::data::scenario_file::ScenarioFile;
use roadmap_core::futures::{Agreement, together};

use crate::given::given;

fn file(name: &str, changes: &[(Setting, f64)]) -> ScenarioFile {
    ScenarioFile {
        name: name.to_owned(),
        based_on: "baseline".to_owned(),
        story: String::new(),
        changes: changes.to_vec(),
        shifts: Vec::new(),
        reasons: Vec::new(),
    }
}

#[test]
fn levers_are_put_together_one_by_one() {
    let mut files = vec![
        file("Ann", &[(Setting::Housing, 20.0), (Setting::Skills, 3.0)]),
        file("Ben", &[(Setting::Housing, 30.0)]),
        file(
            "Cem",
            &[(Setting::Housing, -10.0), (Setting::Training, 4.0)],
        ),
    ];
    files[0].reasons = vec![(Setting::Housing, "As the plans allow.".to_owned())];
    let told = together(&given().model, &files).unwrap();
    let names: Vec<&str> = told.levers.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Housing delivery",
            "Degree-level skills",
            "Training at work"
        ]
    );
    let housing = &told.levers[0];
    assert_eq!(housing.ends, [-10.0, 20.0, 30.0]);
    assert_eq!(housing.touched, ["Ann", "Ben", "Cem"]);
    assert_eq!(housing.agreement, Agreement::Apart);
    assert_eq!(housing.reasons[0].1, "As the plans allow.");
    assert_eq!(
        housing.words,
        "3 of 3 moved it: lowest −10% on baseline completions, in the middle +20% on baseline \
         completions, highest +30% on baseline completions. People pull in both directions."
    );
    assert_eq!(told.median.changes, [(Setting::Housing, 20.0)]);
}

#[test]
fn what_all_share_is_kept() {
    let shift = Shift {
        parameter: Parameter::Migration,
        by: ShiftBy::Times(0.7),
    };
    let mut files = vec![
        file("Ann", &[(Setting::Skills, 3.0)]),
        file("Ben", &[(Setting::Skills, 4.0)]),
    ];
    files[0].shifts = vec![shift];
    files[1].based_on = "high-ageing".to_owned();
    let told = together(&given().model, &files).unwrap();
    assert_eq!(told.levers[0].agreement, Agreement::Close);
    assert_eq!(told.median.shifts, [shift]);
    assert_eq!(told.median.changes[0], (Setting::Housing, -10.0));
    assert!(together(&given().model, &[]).is_none());
}
