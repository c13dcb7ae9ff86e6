//! Checks everything of a roadmap besides its actions.

use std::collections::BTreeSet;

use super::known::{At, Known, are_told, date};
use crate::data::check::faults::{Faults, Row};
use crate::data::content::GrandChallenge;
use crate::data::finding::Reason;
use crate::data::model::Setting;
use crate::data::roadmap::{
    BuyingStage, Claim, ClaimKind, Dated, DigitalTheme, Document, Gap, Milestone, MilestoneKind,
    Named, Procurement, Roadmap, RoadmapLever, Shown, Step, Story, Strength,
};
use crate::data::wire::fields::Fields;
use crate::data::wire::{
    ClaimWire, DatedWire, DocumentWire, EntryWire, GapWire, MilestoneWire, NamedWire,
    ProcurementWire, RoadmapLeverWire, ShownWire, StoryWire,
};
use crate::order;

pub(super) fn named(parts: &Fields<'_>, part: &str, faults: &mut Faults) -> Vec<Named> {
    let rows = faults.rows::<NamedWire>(parts, part);
    once(
        rows,
        |own| &own.key,
        faults,
        |at, own, faults| {
            are_told(at, &[("title", &own.title)], faults);
            Some(Named {
                key: own.key,
                title: own.title,
            })
        },
    )
}

/// Each record whose key is new.
fn once<W, T>(
    rows: Vec<Row<W>>,
    key: impl Fn(&W) -> &String,
    faults: &mut Faults,
    mut checked: impl FnMut(&str, W, &mut Faults) -> Option<T>,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let own = key(&record).clone();
        if own.trim().is_empty() {
            faults.add(&at, "key", Reason::Blank);
        } else if faults.is_new(&mut seen, &at, "key", &own) {
            let at = format!("{at} ({own})");
            kept.extend(checked(&at, record, faults));
        }
    }
    kept
}

pub(super) fn shown(
    rows: Vec<Row<ShownWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<Shown> {
    once(
        rows,
        |own| &own.key,
        faults,
        |at, own, faults| {
            are_told(at, &[("title", &own.title)], faults);
            Some(Shown {
                measures: known.measures((at, "measures"), own.measures, faults),
                key: own.key,
                title: own.title,
            })
        },
    )
}

pub(super) fn levers(
    rows: Vec<Row<RoadmapLeverWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<RoadmapLever> {
    once(
        rows,
        |own| &own.key,
        faults,
        |at, own, faults| {
            are_told(at, &[("name", &own.name), ("unit", &own.unit)], faults);
            let setting = Setting::from_key(&own.key);
            let expected = "a setting of the model";
            let setting = faults.known(setting, (at, "key"), &own.key, expected)?;
            let [least, most] = own.range;
            if !(least <= own.default && own.default <= most) {
                let detail = format!("{} is not from {least} to {most}", own.default);
                faults.add(at, "default", Reason::OutOfRange { detail });
            }
            Some(RoadmapLever {
                setting,
                name: own.name,
                unit: own.unit,
                least,
                most,
                default: own.default,
                outputs: known.outputs((at, "outputs"), own.outputs, faults),
                grade: own.grade,
            })
        },
    )
}

pub(super) fn documents(rows: Vec<Row<DocumentWire>>, faults: &mut Faults) -> Vec<Document> {
    once(
        rows,
        |own| &own.key,
        faults,
        |at, own, faults| {
            let told = [
                ("title", &*own.title),
                ("by", &own.by),
                ("dated", &own.dated),
            ];
            are_told(at, &told, faults);
            Some(Document {
                key: own.key,
                title: own.title,
                by: own.by,
                dated: own.dated,
                note: own.note,
            })
        },
    )
}

pub(super) fn claims(
    rows: Vec<Row<ClaimWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<Claim> {
    once(
        rows,
        |own| &own.id,
        faults,
        |at, own, faults| {
            are_told(
                at,
                &[("says", &own.says), ("because", &own.because)],
                faults,
            );
            let kind = ClaimKind::from_key(&own.kind);
            let kind = faults.known(kind, (at, "kind"), &own.kind, "a kind of evidence");
            let strength = Strength::from_key(&own.strength);
            let field = (at, "strength");
            let strength = faults.known(strength, field, &own.strength, "strong, fair or weak");
            if own.document.is_none() && own.measures.is_empty() {
                // A claim that no paper makes and no figure shows is a rumour.
                faults.add(at, "document", Reason::EntryMissing);
            }
            let date = own.date.and_then(|text| date((at, "date"), &text, faults));
            Some(Claim {
                kind: kind?,
                strength: strength?,
                document: known.document((at, "document"), own.document, faults),
                date,
                measures: known.measures((at, "measures"), own.measures, faults),
                challenges: known.challenges((at, "challenges"), own.challenges, faults),
                id: own.id,
                says: own.says,
                because: own.because,
            })
        },
    )
}

pub(super) fn gaps(rows: Vec<Row<GapWire>>, known: &Known<'_>, faults: &mut Faults) -> Vec<Gap> {
    once(
        rows,
        |own| &own.id,
        faults,
        |at, own, faults| {
            are_told(at, &[("what", &own.what), ("needed", &own.needed)], faults);
            Some(Gap {
                actions: known.actions((at, "actions"), own.actions, faults),
                id: own.id,
                what: own.what,
                needed: own.needed,
            })
        },
    )
}

pub(super) fn milestones(
    rows: Vec<Row<MilestoneWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<Milestone> {
    let mut all = once(
        rows,
        |own| &own.id,
        faults,
        |at, own, faults| {
            are_told(at, &[("title", &own.title), ("what", &own.what)], faults);
            let kind = MilestoneKind::from_key(&own.kind);
            let kind = faults.known(kind, (at, "kind"), &own.kind, "story or ahead");
            let mut dates = Vec::with_capacity(own.dates.len());
            for DatedWire {
                date: text,
                document,
                note,
            } in own.dates
            {
                if document.is_none() && !own.illustrative {
                    faults.add(at, "dates", Reason::EntryMissing);
                }
                let document = known.document((at, "dates"), document, faults);
                dates.extend(date((at, "dates"), &text, faults).map(|date| Dated {
                    date,
                    document,
                    note,
                }));
            }
            if dates.is_empty() {
                faults.add(at, "dates", Reason::EntryMissing);
                return None;
            }
            Some(Milestone {
                kind: kind?,
                dates,
                actions: known.actions((at, "actions"), own.actions, faults),
                id: own.id,
                title: own.title,
                what: own.what,
                is_illustrative: own.illustrative,
            })
        },
    );
    order::sort_by(&mut all, |a, b| {
        let first = |own: &Milestone| own.dates.first().map(|own| own.date.middle_years());
        first(a)
            .partial_cmp(&first(b))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    all
}

pub(super) fn stories(rows: Vec<Row<StoryWire>>, faults: &mut Faults) -> Vec<Story> {
    once(
        rows,
        |own| &own.key,
        faults,
        |at, own, faults| {
            are_told(
                at,
                &[("title", &own.title), ("summary", &own.summary)],
                faults,
            );
            let mut steps = Vec::with_capacity(own.steps.len());
            for step in own.steps {
                let told = [
                    ("title", &*step.title),
                    ("words", &step.words),
                    ("link", &step.link),
                ];
                are_told(at, &told, faults);
                steps.push(Step {
                    title: step.title,
                    words: step.words,
                    link: step.link,
                });
            }
            if steps.is_empty() {
                faults.add(at, "steps", Reason::EntryMissing);
                return None;
            }
            Some(Story {
                key: own.key,
                title: own.title,
                summary: own.summary,
                steps,
            })
        },
    )
}

pub(super) fn entries(
    rows: Vec<Row<EntryWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<EntryWire> {
    once(
        rows,
        |own| &own.id,
        faults,
        |at, mut own, faults| {
            are_told(at, &[("initiative", &own.initiative)], faults);
            let is_known = |key: &str| GrandChallenge::from_key(key).is_some();
            one_of(
                (at, "grand_challenge"),
                &own.grand_challenge,
                (&is_known, "a Grand Challenge"),
                faults,
            );
            let is_known = |key: &str| DigitalTheme::from_key(key).is_some();
            one_of(
                (at, "theme"),
                &own.theme,
                (&is_known, "a digital theme"),
                faults,
            );
            own.document = known.document((at, "document"), own.document, faults);
            let action = own.action.into_iter().collect();
            own.action = known.actions((at, "action"), action, faults).pop();
            Some(own)
        },
    )
}

fn one_of(
    at: At<'_>,
    key: &str,
    (is_known, expected): (&dyn Fn(&str) -> bool, &'static str),
    faults: &mut Faults,
) {
    if !key.is_empty() {
        faults.known(is_known(key).then_some(()), at, key, expected);
    }
}

pub(super) fn procurements(
    rows: Vec<Row<ProcurementWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<Procurement> {
    once(
        rows,
        |own| &own.id,
        faults,
        |at, own, faults| {
            are_told(
                at,
                &[("problem", &own.problem), ("outcome", &own.outcome)],
                faults,
            );
            let stage = BuyingStage::from_key(&own.stage);
            let stage = faults.known(stage, (at, "stage"), &own.stage, "a stage of buying");
            if stage == Some(BuyingStage::Stopped) && own.stopped_because.is_none() {
                faults.add(at, "stopped_because", Reason::EntryMissing);
            }
            if own.document.is_none() && !own.illustrative {
                faults.add(at, "document", Reason::EntryMissing);
            }
            Some(Procurement {
                stage: stage?,
                value_gbp: own.value_gbp,
                stopped_because: own.stopped_because,
                actions: known.actions((at, "actions"), own.actions, faults),
                document: known.document((at, "document"), own.document, faults),
                id: own.id,
                problem: own.problem,
                outcome: own.outcome,
                is_illustrative: own.illustrative,
            })
        },
    )
}

/// Claims, papers and outputs to which nothing leads.
pub(super) fn orphans(roadmap: &Roadmap, faults: &mut Faults) {
    let actions = roadmap.actions.iter();
    let leaned: BTreeSet<&String> = actions.flat_map(|own| &own.claims).collect();
    for claim in &roadmap.claims {
        if !leaned.contains(&claim.id) {
            faults.add(&format!("claims ({})", claim.id), "", Reason::Orphan);
        }
    }
    let claims = roadmap
        .claims
        .iter()
        .filter_map(|own| own.document.as_ref());
    let actions = roadmap
        .actions
        .iter()
        .filter_map(|own| own.document.as_ref());
    let dates = roadmap.milestones.iter().flat_map(|own| &own.dates);
    let dates = dates.filter_map(|own| own.document.as_ref());
    let cited: BTreeSet<&String> = claims.chain(actions).chain(dates).collect();
    for document in &roadmap.documents {
        if !cited.contains(&document.key) {
            faults.add(&format!("documents ({})", document.key), "", Reason::Orphan);
        }
    }
    let moved: BTreeSet<&String> = roadmap.levers.iter().flat_map(|own| &own.outputs).collect();
    for output in &roadmap.outputs {
        if !moved.contains(&output.key) {
            faults.add(&format!("outputs ({})", output.key), "", Reason::Orphan);
        }
    }
}
