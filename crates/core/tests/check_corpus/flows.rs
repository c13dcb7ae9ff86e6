//! Landmarks and journeys to work: in order, or faulted by table and field.

use roadmap_core::area::AreaCode;
use roadmap_core::data::{FlowRole, LandmarkKind, Reason, Way};
use serde_json::json;

use crate::expect::Expected::At;
use crate::expect::read;
use crate::packs::{self, EAST, WEST};
use crate::small_areas::findings_of;

#[test]
fn journeys_are_told_both_ways() {
    let flows = findings_of(|_| {}, &[]).unwrap().flows;
    let table = &flows.tables[0];
    let at = |code: &str| flows.position(&AreaCode::new(code).unwrap()).unwrap();
    let (west, east, city) = (at(WEST), at(EAST), at("D00000077"));
    assert_eq!(flows.own(), 2);
    assert_eq!(flows.people(table, west, east), Some(5.0));
    assert_eq!(flows.people(table, east, city), Some(30.0));
    assert_eq!(flows.people(table, city, east), Some(3.0));
    assert_eq!(flows.people(table, city, city), None);
    assert_eq!(flows.people(table, west, 9), None);
    let all = flows.all(table);
    assert_eq!((all[0].from, all[0].to, all[0].people), (east, city, 30.0));
    assert_eq!(all.len(), 9);
    assert!(all.iter().all(|flow| flow.from != flow.to));
    let between = |way| flows.between(table, west, FlowRole::Metropolis, way);
    assert_eq!((between(Way::Out), between(Way::Into)), (20.0, 4.0));
    assert_eq!(flows.between(table, west, FlowRole::Own, Way::Out), 5.0);
}

#[test]
fn landmarks_stand_by_kind_and_size() {
    let dataset = read(&packs::core()).dataset.unwrap();
    let landmarks = findings_of(|_| {}, &[]).unwrap().landmarks(&dataset);
    let kinds: Vec<LandmarkKind> = landmarks.iter().map(|landmark| landmark.kind).collect();
    assert_eq!(kinds[..2], [LandmarkKind::Town, LandmarkKind::Station]);
    let names = dataset
        .named_places
        .iter()
        .filter(|p| p.level.key() == "msoa");
    assert_eq!(landmarks.len(), 2 + names.count());
}

#[test]
fn a_landmark_or_an_end_that_is_nowhere() {
    let nowhere = |text: &str| Reason::BadShape {
        detail: format!("{text} is not a place on Earth"),
    };
    let small = findings_of(
        |companion| {
            companion["landmarks"][0]["lat_deg"] = json!(91);
            companion["landmarks"][1]["kind"] = json!("inn");
            companion["flows"]["ends"][2]["lon_lat_deg"] = json!([-500, 51]);
        },
        &[
            At(
                "landmarks, row 1 (Westtown)",
                "lon_deg, lat_deg",
                nowhere("-0.49, 91"),
            ),
            At(
                "landmarks, row 2 (West)",
                "kind",
                Reason::UnknownKey {
                    key: "inn".to_owned(),
                    expected: "a town or a station",
                },
            ),
            At("flows, end 3", "lon_deg, lat_deg", nowhere("-500, 51")),
        ],
    );
    assert!(small.unwrap().flows.ends.is_empty());
}

#[test]
fn tables_of_another_shape_or_source() {
    let count = |expected, found| Reason::WrongCount { expected, found };
    let small = findings_of(
        |companion| companion["flows"]["tables"][0]["into"] = json!([[4, 2, 1], [3, 9, 1]]),
        &[At("flows, table 1", "into", count(2, 3))],
    );
    assert!(small.unwrap().flows.tables.is_empty());
    findings_of(
        |companion| companion["flows"]["tables"][0]["at_home"] = json!([1]),
        &[At("flows, table 1", "at_home", count(2, 1))],
    );
    let unknown = |key: &str, expected| Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    };
    findings_of(
        |companion| companion["flows"]["tables"][0]["source"] = json!("rumour"),
        &[At(
            "flows, table 1",
            "source",
            unknown("rumour", "a source of this file"),
        )],
    );
    findings_of(
        |companion| {
            companion["flows"]["ends"]
                .as_array_mut()
                .unwrap()
                .swap(1, 2);
        },
        &[At(
            "flows, end 3",
            "role",
            unknown("own", "in its place: own districts stand first"),
        )],
    );
}
