//! Which fields each record of the roadmap has, and which of them may be left out.

use super::fields::{Fields, FromFields, Unread};
use super::read::record;
use super::{
    ActionWire, ClaimWire, DatedWire, DocumentWire, EntryWire, GapWire, HistoryEntryWire,
    IndicatorWire, MilestoneWire, NamedWire, ProcurementWire, RoadmapLeverWire, ShownWire,
    StepWire, StoryWire,
};

record!(NamedWire {
    key: required,
    title: required
});
record!(RoadmapLeverWire {
    key: required,
    name: required,
    unit: required,
    range: required,
    default: required,
    outputs: required,
    grade: required,
});
record!(ShownWire {
    key: required,
    title: required,
    measures: required
});
record!(DocumentWire {
    key: required,
    title: required,
    by: required,
    dated: required,
    note: required,
});
record!(ClaimWire {
    id: required,
    says: required,
    kind: required,
    strength: required,
    because: required,
    document: optional,
    date: optional,
    measures: optional,
    challenges: optional,
});
record!(GapWire {
    id: required,
    what: required,
    needed: required,
    actions: required
});
record!(ActionWire {
    id: required,
    title: required,
    what: required,
    why: required,
    foundation: required,
    grand_challenges: required,
    challenges: required,
    sectors: optional,
    places: optional,
    owner: required,
    owner_kind: required,
    partners: optional,
    stage: required,
    stopped_because: optional,
    horizon: required,
    barrier: required,
    indicators: records,
    lever: optional,
    lever_size: optional,
    claims: required,
    themes: optional,
    after: optional,
    document: optional,
    illustrative: optional,
    history: optional_records,
});
record!(IndicatorWire {
    measure: required,
    target: optional,
    by: optional
});
record!(HistoryEntryWire {
    date: required,
    what: required,
    document: optional
});
record!(MilestoneWire {
    id: required,
    title: required,
    what: required,
    kind: required,
    dates: records,
    actions: optional,
    illustrative: optional,
});
record!(DatedWire {
    date: required,
    document: optional,
    note: optional
});
record!(StoryWire {
    key: required,
    title: required,
    summary: required,
    steps: records
});
record!(StepWire {
    title: required,
    words: required,
    link: required
});
record!(EntryWire {
    id: required,
    organisation: optional,
    theme: optional,
    grand_challenge: optional,
    priority: optional,
    barrier: optional,
    innovation: optional,
    initiative: optional,
    needs: optional,
    offers: optional,
    votes: optional,
    clashes_with: optional,
    document: optional,
    action: optional,
});
record!(ProcurementWire {
    id: required,
    problem: required,
    stage: required,
    value_gbp: optional,
    outcome: required,
    stopped_because: optional,
    actions: required,
    document: optional,
    illustrative: optional,
});
