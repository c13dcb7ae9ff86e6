//! Each way in which a roadmap can be at fault is named, and the rest is kept.

use roadmap_core::data::Reason;
use serde_json::{Value, json};

use crate::given::{roadmap, spoilt};

/// Spoils one thing and finds the one finding.
fn one(spoil: impl Fn(&mut Value), field: &str, reason: &Reason) {
    let (kept, findings) = spoilt(spoil);
    assert!(kept.is_some());
    let found = findings
        .iter()
        .any(|own| own.field == field && own.reason == *reason);
    assert!(found, "{field} {reason:?} is not among {findings:#?}");
    for finding in &findings {
        let words = finding.to_string();
        assert!(
            words.starts_with("roadmap") && words.ends_with('.'),
            "{words}"
        );
    }
}

fn unknown(key: &str, expected: &'static str) -> Reason {
    Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    }
}

#[test]
fn a_reference_that_leads_nowhere() {
    let at = "/actions/0";
    for (field, value, reason) in [
        (
            "lever",
            json!("money"),
            unknown("money", "a lever of the scenario model"),
        ),
        ("stage", json!("dreamt"), unknown("dreamt", "a stage")),
        ("horizon", json!("soon"), unknown("soon", "a horizon")),
        (
            "foundation",
            json!("gold"),
            unknown("gold", "a foundation of productivity"),
        ),
        (
            "owner_kind",
            json!("king"),
            unknown("king", "a kind of owner"),
        ),
        (
            "grand_challenges",
            json!(["war"]),
            unknown("war", "a Grand Challenge"),
        ),
        (
            "challenges",
            json!(["war"]),
            unknown("war", "a challenge of this roadmap"),
        ),
        (
            "sectors",
            json!(["war"]),
            unknown("war", "a sector of this roadmap"),
        ),
        (
            "claims",
            json!(["rumour"]),
            unknown("rumour", "a claim of this roadmap"),
        ),
        (
            "after",
            json!(["never"]),
            unknown("never", "an action of this roadmap"),
        ),
        (
            "document",
            json!("diary"),
            unknown("diary", "a paper listed in this file"),
        ),
        (
            "themes",
            json!(["magic"]),
            unknown("magic", "a digital theme"),
        ),
        (
            "indicators",
            json!([{"measure": "luck"}]),
            unknown("luck", "a measure of this pack"),
        ),
        (
            "places",
            json!(["E07999999"]),
            Reason::UnknownArea {
                code: "E07999999".to_owned(),
            },
        ),
        (
            "places",
            json!(["here"]),
            Reason::NotACode {
                text: "here".to_owned(),
            },
        ),
    ] {
        let spoil = |all: &mut Value| all.pointer_mut(at).unwrap()[field] = value.clone();
        one(spoil, field, &reason);
    }
}

#[test]
fn what_an_action_cannot_do_without() {
    for (field, value, reason) in [
        ("claims", json!([]), Reason::EntryMissing),
        ("indicators", json!([]), Reason::EntryMissing),
        ("challenges", json!([]), Reason::EntryMissing),
        ("grand_challenges", json!([]), Reason::EntryMissing),
        ("title", json!("  "), Reason::Blank),
        ("barrier", json!(""), Reason::Blank),
    ] {
        let spoil = |all: &mut Value| all["actions"][1][field] = value.clone();
        one(spoil, field, &reason);
    }
    let own = |all: &mut Value| {
        all["actions"][0]
            .as_object_mut()
            .unwrap()
            .remove("document")
    };
    one(|all| drop(own(all)), "document", &Reason::EntryMissing);
    let stop = |all: &mut Value| all["actions"][0]["stage"] = json!("stopped");
    one(stop, "stopped_because", &Reason::EntryMissing);
    let half = |all: &mut Value| {
        all["actions"][0]["indicators"] = json!([{"measure": "employment-rate", "target": 80.0}]);
    };
    one(half, "indicators", &Reason::EntryMissing);
}

#[test]
fn twice_in_a_circle_or_led_to_by_nothing() {
    let twice = |all: &mut Value| all["actions"][1]["id"] = all["actions"][0]["id"].clone();
    let key = roadmap().actions[0].id.clone();
    one(twice, "id", &Reason::Duplicate { key });
    let circle = |all: &mut Value| {
        let ids = [0, 1].map(|at| all["actions"][at]["id"].clone());
        all["actions"][0]["after"] = json!([ids[1]]);
        all["actions"][1]["after"] = json!([ids[0]]);
    };
    let keys = roadmap().actions[1].id.clone();
    one(circle, "after", &Reason::Cycle { keys });
    let (kept, _) = spoilt(circle);
    assert!(kept.unwrap().actions[0].after.is_empty());
    let itself = |all: &mut Value| {
        let id = all["actions"][0]["id"].clone();
        all["actions"][0]["after"] = json!([id]);
    };
    let keys = roadmap().actions[0].id.clone();
    one(itself, "after", &Reason::Cycle { keys });
    let lonely = |all: &mut Value| {
        all["claims"].as_array_mut().unwrap().push(json!({
            "id": "lonely", "says": "So it is.", "kind": "opinion", "strength": "weak",
            "because": "Nobody asked.", "document": "lis-priority-2019",
        }));
    };
    one(lonely, "", &Reason::Orphan);
}

#[test]
fn dates_claims_sizes_and_stories() {
    let date = |text: &str| {
        let text = text.to_owned();
        move |all: &mut Value| all["milestones"][0]["dates"][0]["date"] = json!(text)
    };
    for text in ["2018-02-30", "2018-13", "spring"] {
        let text_of = text.to_owned();
        one(date(text), "dates", &Reason::NotAPeriod { text: text_of });
    }
    let dateless = |all: &mut Value| all["milestones"][0]["dates"] = json!([]);
    one(dateless, "dates", &Reason::EntryMissing);
    let kind = |all: &mut Value| all["claims"][0]["kind"] = json!("gossip");
    one(kind, "kind", &unknown("gossip", "a kind of evidence"));
    let strength = |all: &mut Value| all["claims"][0]["strength"] = json!("iron");
    one(
        strength,
        "strength",
        &unknown("iron", "strong, fair or weak"),
    );
    let size = |all: &mut Value| all["actions"][0]["lever_size"] = json!(1e6);
    let (_, findings) = spoilt(size);
    assert!(
        findings[0]
            .to_string()
            .contains("1000000 is not from -15 to 30"),
        "{findings:?}"
    );
    let stepless = |all: &mut Value| all["stories"][0]["steps"] = json!([]);
    one(stepless, "steps", &Reason::EntryMissing);
    let later = |all: &mut Value| all["schema"] = json!("economic-roadmap/roadmap/2");
    let (kept, findings) = spoilt(later);
    assert!(kept.is_none());
    assert!(matches!(findings[0].reason, Reason::WrongSchema { .. }));
}
