//! Columns and measures of small areas: told, added up, or faulted by row and field.

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::{Kind, Reason};
use roadmap_core::quantity::Value;
use serde_json::json;

use crate::expect::Expected::At;
use crate::small_areas::findings_of;

fn numbers(values: &[Value]) -> Vec<Option<f64>> {
    values.iter().map(|value| value.number()).collect()
}

#[test]
fn shares_are_told_and_added_up_from_their_counts() {
    let small = findings_of(|_| {}, &[]).unwrap();
    let told = small.figures("older-share", Level::Msoa, None).unwrap();
    assert_eq!(told.areas[2].code.as_str(), "M00000013");
    assert_eq!(
        (told.vintage, told.is_added_up),
        (Vintage::Census2021, false)
    );
    assert_eq!(
        told.values,
        [Value::Number(10.0), Value::Suppressed, Value::Number(20.0)]
    );
    // The west has a withheld part, so its whole is withheld.
    let above = small.figures("older-share", Level::District, None).unwrap();
    assert!(above.is_added_up);
    assert_eq!(above.values, [Value::Suppressed, Value::Number(20.0)]);
    let people = small.figures("residents", Level::District, Some("2021-03-21"));
    assert_eq!(numbers(&people.unwrap().values), [Some(300.0), Some(300.0)]);
    let weights = small.weights("score", Level::Msoa, None).unwrap();
    assert_eq!(numbers(&weights), [Some(100.0), Some(200.0), Some(300.0)]);
}

#[test]
fn scores_stay_at_their_level_and_changes_need_a_base() {
    let small = findings_of(|_| {}, &[]).unwrap();
    let score = small.measure("score").unwrap();
    assert_eq!((score.kind, score.tenths.len()), (Kind::Score, 9));
    assert_eq!(small.source_of(score).unwrap().key, "survey");
    let told = small.figures("score", Level::Msoa, None).unwrap();
    assert_eq!(numbers(&told.values), [Some(-1.5), Some(0.0), Some(2.75)]);
    assert!(small.figures("score", Level::District, None).is_none());
    assert!(small.figures("score", Level::Msoa, Some("2024")).is_none());
    let change = small.figures("jobs-change", Level::Msoa, None).unwrap();
    assert_eq!(change.since.unwrap().as_str(), "2015");
    assert_eq!(change.period.as_str(), "2018");
    assert_eq!(change.values, [Value::Number(25.0), Value::Undefined]);
    assert!(small.weights("jobs-change", Level::Msoa, None).is_none());
}

#[test]
fn each_area_knows_its_district() {
    let small = findings_of(|_| {}, &[]).unwrap();
    let set = small.set(Level::Msoa, Vintage::Census2021).unwrap();
    assert_eq!(set.districts(), [Some(0), Some(0), Some(1)]);
    assert_eq!(set.position(&set.areas[1].code), Some(1));
    assert!(small.set(Level::Lsoa, Vintage::Census2021).is_none());
}

#[test]
fn a_column_that_does_not_fit_its_layer() {
    let wrong = |text: &str| Reason::NotWhole {
        value: text.to_owned(),
    };
    let unknown = |key: &str, expected| Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    };
    let small = findings_of(
        |companion| {
            companion["columns"][0]["values"] = json!([1, 2]);
            companion["columns"][2]["values"] = json!([1.5, 0, 3]);
            companion["columns"][3]["level"] = json!("lsoa");
            companion["columns"][4]["suppressed"] = json!([7]);
        },
        &[
            At(
                "columns, row 1 (residents)",
                "values",
                Reason::WrongCount {
                    expected: 3,
                    found: 2,
                },
            ),
            At("columns, row 3 (score)", "values", wrong("1.5")),
            At(
                "columns, row 4 (jobs)",
                "level",
                unknown("lsoa 2011", "a layer of areas of this file"),
            ),
            At(
                "columns, row 5 (jobs)",
                "suppressed",
                Reason::WrongCount {
                    expected: 2,
                    found: 7,
                },
            ),
            At(
                "measures, row 1 (residents)",
                "of",
                unknown("residents", "a column of this file"),
            ),
            At(
                "measures, row 2 (older-share)",
                "out_of",
                unknown("residents", "a column of this file"),
            ),
        ],
    );
    assert_eq!(small.unwrap().measures().len(), 2);
}

#[test]
fn columns_of_two_censuses_in_one_measure() {
    findings_of(
        |companion| companion["measures"][1]["out_of"] = json!(["jobs"]),
        &[At(
            "measures, row 2 (older-share)",
            "out_of",
            Reason::WrongVintage {
                code: "jobs".to_owned(),
                vintage: "2011",
            },
        )],
    );
}

#[test]
fn a_score_is_never_added_up() {
    let expected = "a level its columns reach";
    let small = findings_of(
        |companion| {
            companion["clusters"]["maps"] = json!([]);
            companion["measures"][2]["levels"] = json!(["msoa", "district"]);
            companion["measures"][0]["levels"] = json!(["lsoa"]);
        },
        &[
            At(
                "measures (residents)",
                "levels",
                Reason::UnknownKey {
                    key: "lsoa".to_owned(),
                    expected,
                },
            ),
            At(
                "measures (score)",
                "levels",
                Reason::UnknownKey {
                    key: "district".to_owned(),
                    expected,
                },
            ),
        ],
    );
    assert_eq!(small.unwrap().measures().len(), 2);
}

#[test]
fn a_share_above_its_whole() {
    findings_of(
        |companion| companion["columns"][1]["values"] = json!([101, null, 60]),
        &[At(
            "measures (older-share)",
            "of",
            Reason::UnitMismatch {
                value: "101".to_owned(),
                unit: "percent",
            },
        )],
    );
}

#[test]
fn a_slug_of_the_core_pack_means_the_same() {
    let slug = "pay".to_owned();
    findings_of(
        |companion| companion["measures"][0]["slug"] = json!("pay"),
        &[At(
            "measures, row 1 (pay)",
            "slug",
            Reason::OtherMeasure { slug },
        )],
    );
}

#[test]
fn clusters_have_a_letter_for_each_area_of_a_known_map() {
    let small = findings_of(|_| {}, &[]).unwrap();
    assert_eq!(small.cluster_trial(), (9_999, 1, 0.05));
    let letters = |level| small.cluster_letters("score", level, "2025");
    assert_eq!(letters(Level::Msoa), Some("LH-"));
    assert_eq!(letters(Level::District), None);
    let key = "score at msoa, 2024".to_owned();
    findings_of(
        |companion| companion["clusters"]["maps"][0]["period"] = json!("2024"),
        &[At(
            "clusters, map 1 (score)",
            "measure",
            Reason::UnknownKey {
                key,
                expected: "a measure of this file at one of its levels and periods",
            },
        )],
    );
    let small = findings_of(
        |companion| companion["clusters"]["maps"][0]["areas"] = json!("LH"),
        &[At(
            "clusters, map 1 (score)",
            "areas",
            Reason::WrongCount {
                expected: 3,
                found: 2,
            },
        )],
    );
    assert_eq!(
        small.unwrap().cluster_letters("score", Level::Msoa, "2025"),
        None
    );
}
