//! Checks actions: what they are, what they lean on, and that none waits for itself.

use std::collections::{BTreeMap, BTreeSet};

use super::known::{self, Known, are_told, date};
use crate::data::check::content::keys;
use crate::data::check::faults::{Faults, Row};
use crate::data::content::{Foundation, GrandChallenge};
use crate::data::finding::Reason;
use crate::data::model::Setting;
use crate::data::roadmap::{
    Action, DigitalTheme, Horizon, Indicator, OwnerKind, RoadmapLever, Stage, Target, Turn,
};
use crate::data::wire::{ActionWire, HistoryEntryWire, IndicatorWire};

/// Checks actions and puts their ids among what is known.
pub(super) fn actions(
    rows: Vec<Row<ActionWire>>,
    levers: &[RoadmapLever],
    known: &mut Known<'_>,
    faults: &mut Faults,
) -> Vec<Action> {
    // An action may name one that stands after it.
    known.actions = known::keys(rows.iter().map(|row| &row.record.id));
    let mut seen = BTreeSet::new();
    let mut actions = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        if faults.is_new(&mut seen, &at, "id", &record.id) {
            let at = format!("{at} ({})", record.id);
            actions.extend(action(&at, record, levers, (known, faults)));
        }
    }
    let kept = known::keys(actions.iter().map(|own| &own.id));
    for own in &mut actions {
        own.after.retain(|id| kept.contains(id));
    }
    known.actions = kept;
    break_cycles(&mut actions, faults);
    actions
}

fn action(
    at: &str,
    wire: ActionWire,
    levers: &[RoadmapLever],
    (known, faults): (&Known<'_>, &mut Faults),
) -> Option<Action> {
    are_told(
        at,
        &[
            ("title", &wire.title),
            ("what", &wire.what),
            ("why", &wire.why),
            ("owner", &wire.owner),
            ("barrier", &wire.barrier),
        ],
        faults,
    );
    let foundation = Foundation::from_key(&wire.foundation);
    let field = (at, "foundation");
    let expected = "a foundation of productivity";
    let foundation = faults.known(foundation, field, &wire.foundation, expected);
    let expected = (
        GrandChallenge::from_key as fn(&str) -> _,
        "a Grand Challenge",
    );
    let field = (at, "grand_challenges");
    let grand_challenges = keys(field, &wire.grand_challenges, expected, faults);
    let expected = (DigitalTheme::from_key as fn(&str) -> _, "a digital theme");
    let themes = keys((at, "themes"), &wire.themes, expected, faults);
    let owner_kind = OwnerKind::from_key(&wire.owner_kind);
    let expected = "a kind of owner";
    let owner_kind = faults.known(owner_kind, (at, "owner_kind"), &wire.owner_kind, expected);
    let stage = Stage::from_key(&wire.stage);
    let stage = faults.known(stage, (at, "stage"), &wire.stage, "a stage");
    let horizon = Horizon::from_key(&wire.horizon);
    let horizon = faults.known(horizon, (at, "horizon"), &wire.horizon, "a horizon");
    if stage == Some(Stage::Stopped) && wire.stopped_because.is_none() {
        faults.add(at, "stopped_because", Reason::EntryMissing);
    }
    if wire.document.is_none() && !wire.illustrative {
        faults.add(at, "document", Reason::EntryMissing);
    }
    let own = Action {
        foundation: foundation?,
        grand_challenges,
        challenges: known.challenges((at, "challenges"), wire.challenges, faults),
        sectors: known.sectors((at, "sectors"), wire.sectors, faults),
        places: known.districts((at, "places"), &wire.places, faults),
        owner_kind: owner_kind?,
        stage: stage?,
        horizon: horizon?,
        indicators: indicators(at, wire.indicators, (known, faults)),
        lever: lever(at, (wire.lever, wire.lever_size), levers, faults),
        claims: known.claims((at, "claims"), wire.claims, faults),
        themes,
        after: known.actions((at, "after"), wire.after, faults),
        document: known.document((at, "document"), wire.document, faults),
        history: history(at, wire.history, (known, faults)),
        is_illustrative: wire.illustrative,
        stopped_because: wire.stopped_because,
        id: wire.id,
        title: wire.title,
        what: wire.what,
        why: wire.why,
        owner: wire.owner,
        partners: wire.partners,
        barrier: wire.barrier,
    };
    for (field, is_there) in [
        ("grand_challenges", !own.grand_challenges.is_empty()),
        ("challenges", !own.challenges.is_empty()),
        ("indicators", !own.indicators.is_empty()),
        ("claims", !own.claims.is_empty()),
    ] {
        if !is_there {
            faults.add(at, field, Reason::EntryMissing);
        }
    }
    Some(own)
}

fn indicators(
    at: &str,
    rows: Vec<IndicatorWire>,
    (known, faults): (&Known<'_>, &mut Faults),
) -> Vec<Indicator> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::with_capacity(rows.len());
    for IndicatorWire {
        measure,
        target,
        by,
    } in rows
    {
        let found = known.has_measure(&measure).then_some(());
        let field = (at, "indicators");
        let found = faults.known(found, field, &measure, "a measure of this pack");
        if found.is_none() || !faults.is_new(&mut seen, at, "indicators", &measure) {
            continue;
        }
        let target = match (target, by) {
            (Some(value), Some(by_year)) => Some(Target { value, by_year }),
            (None, None) => None,
            _ => {
                // A target without a year, or a year without a target, says nothing.
                faults.add(at, "indicators", Reason::EntryMissing);
                None
            }
        };
        kept.push(Indicator { measure, target });
    }
    kept
}

fn lever(
    at: &str,
    (key, size): (Option<String>, Option<f64>),
    levers: &[RoadmapLever],
    faults: &mut Faults,
) -> Option<(Setting, Option<f64>)> {
    let key = key?;
    let own = Setting::from_key(&key)
        .and_then(|setting| levers.iter().find(|own| own.setting == setting));
    let own = faults.known(own, (at, "lever"), &key, "a lever of the scenario model")?;
    let size = size.filter(|size| {
        let is_within = (own.least..=own.most).contains(size);
        if !is_within {
            let detail = format!("{size} is not from {} to {}", own.least, own.most);
            faults.add(at, "lever_size", Reason::OutOfRange { detail });
        }
        is_within
    });
    Some((own.setting, size))
}

fn history(
    at: &str,
    rows: Vec<HistoryEntryWire>,
    (known, faults): (&Known<'_>, &mut Faults),
) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::with_capacity(rows.len());
    for wire in rows {
        are_told(at, &[("history", &wire.what)], faults);
        let Some(date) = date((at, "history"), &wire.date, faults) else {
            continue;
        };
        if turns.last().is_some_and(|before| before.date > date) {
            faults.add(at, "history", Reason::PeriodsOutOfOrder);
        }
        let document = known.document((at, "history"), wire.document, faults);
        let what = wire.what;
        turns.push(Turn {
            date,
            what,
            document,
        });
    }
    turns
}

/// Lets go of what an action waits for where it would wait for itself, with a finding.
fn break_cycles(actions: &mut [Action], faults: &mut Faults) {
    // What is free of waiting is taken away until only those remain that wait in a circle.
    let mut waits: BTreeMap<String, BTreeSet<String>> = actions
        .iter()
        .map(|own| (own.id.clone(), own.after.iter().cloned().collect()))
        .collect();
    loop {
        let free: Vec<String> = waits
            .iter()
            .filter(|(_, after)| after.is_empty())
            .map(|(id, _)| id.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        for id in &free {
            waits.remove(id);
        }
        for after in waits.values_mut() {
            after.retain(|id| !free.contains(id));
        }
    }
    for own in actions {
        let Some(circle) = waits.get(&own.id) else {
            continue;
        };
        let keys: Vec<&str> = circle.iter().map(String::as_str).collect();
        let keys = keys.join(", ");
        let at = format!("actions ({})", own.id);
        faults.add(&at, "after", Reason::Cycle { keys });
        own.after.retain(|id| !circle.contains(id));
    }
}
