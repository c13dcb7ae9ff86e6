//! Evidence spoilt and made at random: nothing panics, and what is in order is taken.

use proptest::prelude::*;
use roadmap_core::data::model::{Parameter, Setting};
use roadmap_core::data::read_evidence;
use serde_json::{Value, json};

use crate::evidence::written;
use crate::exercise;

/// Where every value of a document stands, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                places(field, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

fn wrong() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<f64>().prop_map(|number| json!(number)),
        prop::sample::select(vec![
            json!(null),
            json!(-1),
            json!(0),
            json!(1e300),
            json!("2024"),
            json!("A"),
            json!(""),
            json!([]),
            json!({}),
            json!([1, 1, 1]),
        ]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_replaced(all in prop::collection::vec((any::<prop::sample::Index>(), wrong()), 1..4)) {
        let mut evidence = written();
        for (index, wrong) in all {
            let mut found = Vec::new();
            places(&evidence, "", &mut found);
            // The whole document replaced leaves nothing to look at.
            let place = index.get(&found[1..]);
            *evidence.pointer_mut(place).unwrap() = wrong;
        }
        exercise::evidence(evidence.to_string().as_bytes());
    }
}

/// Numbers in ascending order, some of them equal.
fn ascending<const N: usize>() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-40..=40_i32).prop_map(|own| f64::from(own) / 8.0), N).prop_map(
        |mut own| {
            own.sort_by(f64::total_cmp);
            own
        },
    )
}

/// Ranges of levers with their defaults, and bands of parameters: any that are in order.
fn in_order() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<Vec<f64>>)> {
    let levers = prop::collection::vec(ascending::<3>(), Setting::COUNT);
    (
        levers,
        prop::collection::vec(ascending::<5>(), Parameter::COUNT),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_in_order_is_accepted((levers, bands) in in_order()) {
        let mut evidence = written();
        evidence["scenarios"].as_array_mut().unwrap().truncate(1);
        for (own, told) in levers.iter().zip(evidence["levers"].as_array_mut().unwrap()) {
            told["range"] = json!([own[0], own[2] + 1.0]);
            told["default"] = json!(own[1]);
        }
        for (own, told) in bands.iter().zip(evidence["parameters"].as_array_mut().unwrap()) {
            for (field, value) in ["min", "low", "central", "high", "max"].into_iter().zip(own) {
                told[field] = json!(value);
            }
        }
        let reading = read_evidence("evidence.json", evidence.to_string().as_bytes());
        prop_assert_eq!(reading.findings, []);
        let kept = reading.evidence.unwrap();
        for (own, lever) in levers.iter().zip(&kept.levers) {
            prop_assert_eq!([own[0], own[1], own[2] + 1.0], [lever.least, lever.default, lever.most]);
        }
        for (own, kept) in bands.iter().zip(&kept.assumptions) {
            let kept = kept.range;
            prop_assert_eq!(own, &[kept.min, kept.low, kept.central, kept.high, kept.max]);
        }
    }
}
