//! The roadmap companion: actions and what they hang on, the story so far, stories to follow.
//!
//! Its records are also the form in which people write them, so a field that nothing knows is
//! refused.

use serde::{Deserialize, Serialize};

/// The roadmap companion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoadmapWire {
    /// Always [`super::ROADMAP_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// Slugs named here that the small-area companion has and the core pack has not, with names.
    pub small_area_measures: Vec<NamedWire>,
    /// Challenges of the content companion, in its order.
    pub challenges: Vec<ShownWire>,
    /// The roadmap's own sectors, as in the Britain companion; none without one.
    pub sectors: Vec<NamedWire>,
    /// What the scenario model can move, as in the model companion; none without one.
    pub levers: Vec<RoadmapLeverWire>,
    /// What the scenario model tells, and which published measures show the same.
    pub outputs: Vec<ShownWire>,
    /// Papers that facts come from.
    pub documents: Vec<DocumentWire>,
    /// Claims that actions lean on.
    pub claims: Vec<ClaimWire>,
    /// What nobody has shown yet.
    pub gaps: Vec<GapWire>,
    /// Actions, in the order of the foundations.
    pub actions: Vec<ActionWire>,
    /// What happened when, and what is ahead.
    pub milestones: Vec<MilestoneWire>,
    /// Guided tours.
    pub stories: Vec<StoryWire>,
    /// Entries that the workshop register starts with.
    pub entries: Vec<EntryWire>,
    /// Problems that public bodies may buy an answer to.
    pub procurements: Vec<ProcurementWire>,
}

/// Something of another file, by its key, with the words to show.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedWire {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: String,
}

/// A lever of the scenario model.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoadmapLeverWire {
    /// The key of its setting.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// In what it is told.
    pub unit: String,
    /// The least and the most it can be.
    pub range: [f64; 2],
    /// Where it stands when nobody moves it.
    pub default: f64,
    /// What it moves first.
    pub outputs: Vec<String>,
    /// How good its evidence is.
    pub grade: String,
}

/// Something that published measures show: a challenge, an output of the scenario model.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShownWire {
    /// Its key.
    pub key: String,
    /// What it is called, sentence case.
    pub title: String,
    /// Slugs of published measures that show the same; may be empty.
    pub measures: Vec<String>,
}

/// A paper that facts come from.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentWire {
    /// Its key.
    pub key: String,
    /// Its title, or what it is if it has none.
    pub title: String,
    /// Who wrote or published it, as it says itself.
    pub by: String,
    /// Its date as far as it tells one, in words.
    pub dated: String,
    /// What to know before leaning on it.
    pub note: String,
}

/// Something that is held to be so.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimWire {
    /// Its key.
    pub id: String,
    /// What is claimed, a sentence or two.
    pub says: String,
    /// `official-statistic`, `survey`, `study`, `workshop`, `plan` or `opinion`.
    pub kind: String,
    /// `strong`, `fair` or `weak`.
    pub strength: String,
    /// Why no more and no less.
    pub because: String,
    /// The key of the paper that says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// When, as far as is known; an official figure carries its own period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Slugs of measures that show it or stand beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Keys of challenges it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub challenges: Vec<String>,
}

/// Something nobody has shown yet.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GapWire {
    /// Its key.
    pub id: String,
    /// What is not known.
    pub what: String,
    /// What would have to be asked or counted.
    pub needed: String,
    /// Actions that would stand on firmer ground.
    pub actions: Vec<String>,
}

/// An action of the roadmap.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActionWire {
    /// Its key, as in links.
    pub id: String,
    /// Its title in plain words.
    pub title: String,
    /// What would be done.
    pub what: String,
    /// Why.
    pub why: String,
    /// The key of its foundation of productivity.
    pub foundation: String,
    /// Keys of the Grand Challenges that it answers.
    pub grand_challenges: Vec<String>,
    /// Keys of challenges that it is about.
    pub challenges: Vec<String>,
    /// Keys of sectors that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
    /// Codes of districts; the whole place if none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Who would lead.
    pub owner: String,
    /// `partnership`, `council`, `government`, `business`, `education`, `health` or `community`.
    pub owner_kind: String,
    /// Organisations named in the papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// `idea`, `proposed`, `agreed`, `under-way`, `done` or `stopped`.
    pub stage: String,
    /// Why it was stopped, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_because: Option<String>,
    /// `now`, `months-12-18`, `to-2030` or `beyond`.
    pub horizon: String,
    /// What stands in the way.
    pub barrier: String,
    /// Figures that should move.
    pub indicators: Vec<IndicatorWire>,
    /// The key of the lever that stands for it in the scenario model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lever: Option<String>,
    /// The size that it would need, in the lever's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lever_size: Option<f64>,
    /// Claims that it leans on.
    pub claims: Vec<String>,
    /// `innovation`, `influence`, `skills` or `procurement`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// Actions that must come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The key of the paper it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Whether it is this explorer's own proposal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
    /// What has happened to it, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<HistoryEntryWire>,
}

/// A figure that an action should move.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndicatorWire {
    /// The slug of its measure.
    pub measure: String,
    /// Where it might be taken, in the measure's unit: always an illustration, never official.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// By which year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<u16>,
}

/// A turn in an action's history.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryEntryWire {
    /// When, as exactly as is known.
    pub date: String,
    /// What happened.
    pub what: String,
    /// The paper that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// Something that happened, or is to happen.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MilestoneWire {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it was.
    pub what: String,
    /// `story` for what papers tell; `ahead` for what is still to be.
    pub kind: String,
    /// What each paper says of its date; more than one day is a conflict, and is shown.
    pub dates: Vec<DatedWire>,
    /// Actions that it bears on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<String>,
    /// Whether it is this explorer's own proposal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
}

/// What one paper says of a date.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedWire {
    /// A year, a month or a day: 2017, 2017-11, 2018-11-30.
    pub date: String,
    /// The key of the paper; none for this explorer's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// What the paper leaves open, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A guided tour.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoryWire {
    /// Its key, as in links.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it is about, a sentence.
    pub summary: String,
    /// Its steps in order.
    pub steps: Vec<StepWire>,
}

/// A step of a story.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepWire {
    /// Its title.
    pub title: String,
    /// What to see there.
    pub words: String,
    /// The query of a page of this explorer.
    pub link: String,
}

/// An entry of the workshop register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntryWire {
    /// Its key.
    pub id: String,
    /// What kind of organisation speaks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// A theme of a digital place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub theme: String,
    /// The key of a Grand Challenge.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grand_challenge: String,
    /// The priority for the next 12 to 18 months.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub priority: String,
    /// What stands in the way.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub barrier: String,
    /// An innovation in the pipeline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub innovation: String,
    /// What is proposed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initiative: String,
    /// What it needs from others, if anything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub needs: String,
    /// What it can offer others, if anything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub offers: String,
    /// Votes in the room.
    #[serde(default, skip_serializing_if = "is_none_given")]
    pub votes: u32,
    /// The entry that it stands against, if two people's files clashed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clashes_with: String,
    /// The key of the paper it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The action that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
}

/// A problem that public bodies may buy an answer to.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProcurementWire {
    /// Its key.
    pub id: String,
    /// The problem in plain words.
    pub problem: String,
    /// `problem`, `market`, `trial`, `bought`, `in-use` or `stopped`.
    pub stage: String,
    /// What it may cost, GBP, if anybody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_gbp: Option<f64>,
    /// The outcome that would count.
    pub outcome: String,
    /// Why it was stopped, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_because: Option<String>,
    /// Actions that it serves.
    pub actions: Vec<String>,
    /// The key of the paper it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Whether it is this explorer's own example.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands every field by reference"
)]
const fn is_none_given(votes: &u32) -> bool {
    *votes == 0
}
