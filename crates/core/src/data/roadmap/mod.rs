//! The roadmap as people have written it, checked: actions and what they hang on.

mod kinds;

pub use kinds::{
    BuyingStage, ClaimKind, DigitalTheme, Horizon, MilestoneKind, OwnerKind, Stage, Strength,
};

use super::content::{Foundation, GrandChallenge};
use super::model::Setting;
use super::wire::EntryWire;
use crate::area::AreaCode;
use crate::period::Period;

/// The checked roadmap companion. Every key in it refers to something in it, to a measure of the
/// dataset, or to one of the names it carries from other companions.
#[derive(Clone, Debug, Default)]
pub struct Roadmap {
    /// The version of the core pack it was built with.
    pub pack_version: String,
    /// The hash of its content.
    pub content_hash: String,
    /// Measures named here that only the small-area companion has.
    pub small_area_measures: Vec<Named>,
    /// Challenges of the content companion, in its order.
    pub challenges: Vec<Shown>,
    /// The roadmap's own sectors.
    pub sectors: Vec<Named>,
    /// Levers of the scenario model.
    pub levers: Vec<RoadmapLever>,
    /// Outputs of the scenario model.
    pub outputs: Vec<Shown>,
    /// Papers that facts come from.
    pub documents: Vec<Document>,
    /// Claims that actions lean on.
    pub claims: Vec<Claim>,
    /// What nobody has shown yet.
    pub gaps: Vec<Gap>,
    /// Actions, in the order of the foundations.
    pub actions: Vec<Action>,
    /// What happened when, in order of the first date told.
    pub milestones: Vec<Milestone>,
    /// Guided tours.
    pub stories: Vec<Story>,
    /// Entries that the workshop register starts with.
    pub entries: Vec<EntryWire>,
    /// Problems that public bodies may buy an answer to.
    pub procurements: Vec<Procurement>,
}

/// Something of another file, with the words to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: String,
}

/// A lever of the scenario model, as far as the roadmap tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapLever {
    /// Its setting.
    pub setting: Setting,
    /// What it is called.
    pub name: String,
    /// In what it is told.
    pub unit: String,
    /// The least it can be.
    pub least: f64,
    /// The most it can be.
    pub most: f64,
    /// Where it stands when nobody moves it.
    pub default: f64,
    /// Keys of outputs that it moves first.
    pub outputs: Vec<String>,
    /// How good its evidence is.
    pub grade: String,
}

/// A challenge, or an output of the scenario model, and the published measures that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Slugs of measures.
    pub measures: Vec<String>,
}

/// A paper that facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who wrote or published it.
    pub by: String,
    /// Its date as far as it tells one.
    pub dated: String,
    /// What to know before leaning on it.
    pub note: String,
}

/// Something that is held to be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its key.
    pub id: String,
    /// What is claimed.
    pub says: String,
    /// What it rests on.
    pub kind: ClaimKind,
    /// How much it bears.
    pub strength: Strength,
    /// Why no more and no less.
    pub because: String,
    /// The key of the paper that says it.
    pub document: Option<String>,
    /// When.
    pub date: Option<Period>,
    /// Slugs of measures that show it.
    pub measures: Vec<String>,
    /// Keys of challenges.
    pub challenges: Vec<String>,
}

/// Something nobody has shown yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its key.
    pub id: String,
    /// What is not known.
    pub what: String,
    /// What would have to be asked or counted.
    pub needed: String,
    /// Ids of actions that wait for it.
    pub actions: Vec<String>,
}

/// An action of the roadmap. It leans on at least one claim and has at least one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its key, as in links.
    pub id: String,
    /// Its title in plain words.
    pub title: String,
    /// What would be done.
    pub what: String,
    /// Why.
    pub why: String,
    /// Its foundation of productivity.
    pub foundation: Foundation,
    /// The Grand Challenges that it answers.
    pub grand_challenges: Vec<GrandChallenge>,
    /// Keys of challenges.
    pub challenges: Vec<String>,
    /// Keys of sectors.
    pub sectors: Vec<String>,
    /// Districts; the whole place if none.
    pub places: Vec<AreaCode>,
    /// Who would lead.
    pub owner: String,
    /// What kind of body that is.
    pub owner_kind: OwnerKind,
    /// Organisations named in the papers.
    pub partners: Vec<String>,
    /// How far it has come.
    pub stage: Stage,
    /// Why it was stopped, if it was.
    pub stopped_because: Option<String>,
    /// When it would be done.
    pub horizon: Horizon,
    /// What stands in the way.
    pub barrier: String,
    /// Figures that should move.
    pub indicators: Vec<Indicator>,
    /// The lever that stands for it, and the size it would need in the lever's unit.
    pub lever: Option<(Setting, Option<f64>)>,
    /// Ids of claims that it leans on.
    pub claims: Vec<String>,
    /// Themes of a digital place.
    pub themes: Vec<DigitalTheme>,
    /// Ids of actions that must come first.
    pub after: Vec<String>,
    /// The key of the paper it comes from.
    pub document: Option<String>,
    /// Whether it is this explorer's own proposal.
    pub is_illustrative: bool,
    /// What has happened to it.
    pub history: Vec<Turn>,
}

/// A figure that an action should move.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// The slug of its measure.
    pub measure: String,
    /// Where it might be taken, in the measure's unit, and by which year: an illustration.
    pub target: Option<Target>,
}

/// Where an indicator might be taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The value, in the measure's unit.
    pub value: f64,
    /// By which year.
    pub by_year: u16,
}

/// A turn in an action's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub date: Period,
    /// What happened.
    pub what: String,
    /// The key of the paper that says so.
    pub document: Option<String>,
}

/// Something that happened, or is to happen. It has at least one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it was.
    pub what: String,
    /// Whether it was or will be.
    pub kind: MilestoneKind,
    /// What each paper says of its date, as papers are listed.
    pub dates: Vec<Dated>,
    /// Ids of actions that it bears on.
    pub actions: Vec<String>,
    /// Whether it is this explorer's own proposal.
    pub is_illustrative: bool,
}

/// What one paper says of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// A year, a month or a day.
    pub date: Period,
    /// The key of the paper.
    pub document: Option<String>,
    /// What the paper leaves open.
    pub note: Option<String>,
}

/// A guided tour. It has at least one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its key, as in links.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

/// A step of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// What to see there.
    pub words: String,
    /// The query of a page of this explorer, with its question mark.
    pub link: String,
}

/// A problem that public bodies may buy an answer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Procurement {
    /// Its key.
    pub id: String,
    /// The problem.
    pub problem: String,
    /// How far buying has come.
    pub stage: BuyingStage,
    /// What it may cost, GBP, if anybody has said.
    pub value_gbp: Option<f64>,
    /// The outcome that would count.
    pub outcome: String,
    /// Why it was stopped, if it was.
    pub stopped_because: Option<String>,
    /// Ids of actions that it serves.
    pub actions: Vec<String>,
    /// The key of the paper it comes from.
    pub document: Option<String>,
    /// Whether it is this explorer's own example.
    pub is_illustrative: bool,
}

impl Milestone {
    /// Whether papers tell dates that cannot both be: none lies within the other.
    #[must_use]
    pub fn is_in_conflict(&self) -> bool {
        let dates = self.dates.iter().map(|own| own.date.as_str());
        let mut earlier: Vec<&str> = Vec::new();
        for date in dates {
            let holds = |other: &&str| other.starts_with(date) || date.starts_with(*other);
            if !earlier.iter().all(holds) {
                return true;
            }
            earlier.push(date);
        }
        false
    }
}

impl Roadmap {
    /// The action of an id.
    #[must_use]
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|own| own.id == id)
    }

    /// The claim of an id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|own| own.id == id)
    }

    /// The paper of a key.
    #[must_use]
    pub fn document(&self, key: &str) -> Option<&Document> {
        self.documents.iter().find(|own| own.key == key)
    }

    /// The story of a key.
    #[must_use]
    pub fn story(&self, key: &str) -> Option<&Story> {
        self.stories.iter().find(|own| own.key == key)
    }

    /// The lever of a setting.
    #[must_use]
    pub fn lever(&self, setting: Setting) -> Option<&RoadmapLever> {
        self.levers.iter().find(|own| own.setting == setting)
    }

    /// The challenge of a key.
    #[must_use]
    pub fn challenge(&self, key: &str) -> Option<&Shown> {
        self.challenges.iter().find(|own| own.key == key)
    }

    /// The sector of a key.
    #[must_use]
    pub fn sector(&self, key: &str) -> Option<&Named> {
        self.sectors.iter().find(|own| own.key == key)
    }

    /// The output of a key.
    #[must_use]
    pub fn output(&self, key: &str) -> Option<&Shown> {
        self.outputs.iter().find(|own| own.key == key)
    }
}
