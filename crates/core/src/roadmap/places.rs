//! Where in this explorer each thing of the roadmap is shown: the page that a link to it opens.

use super::{Graph, Node};
use crate::data::model::Setting;
use crate::data::{Foundation, GrandChallenge};
use crate::model::output::Output;
use crate::page::roadmap::{RoadmapPage, RoadmapPart};
use crate::page::scenarios::ScenariosPage;
use crate::page::sectors::SectorsPage;
use crate::page::{Choice, MapChoices, Page, View};

impl Node {
    /// The key in links: its kind and its own key.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Cell(foundation, challenge) => {
                format!("cell.{}.{}", foundation.key(), challenge.key())
            }
            Self::Action(id) => format!("action.{id}"),
            Self::Claim(id) => format!("claim.{id}"),
            Self::Document(key) => format!("paper.{key}"),
            Self::Lever(setting) => format!("lever.{}", setting.key()),
            Self::Output(key) => format!("output.{key}"),
            Self::Measure(slug) => format!("measure.{slug}"),
            Self::Challenge(key) => format!("challenge.{key}"),
            Self::Sector(key) => format!("sector.{key}"),
            Self::Milestone(id) => format!("milestone.{id}"),
            Self::Gap(id) => format!("gap.{id}"),
            Self::Procurement(id) => format!("problem.{id}"),
        }
    }

    /// The node of a key, if it is written as one; whether there is such a thing is not asked.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let (kind, own) = key.split_once('.')?;
        let words = || own.to_owned();
        Some(match kind {
            "cell" => {
                let (foundation, challenge) = own.split_once('.')?;
                let challenge = GrandChallenge::from_key(challenge)?;
                Self::Cell(Foundation::from_key(foundation)?, challenge)
            }
            "action" => Self::Action(words()),
            "claim" => Self::Claim(words()),
            "paper" => Self::Document(words()),
            "lever" => Self::Lever(Setting::from_key(own)?),
            "output" => Self::Output(words()),
            "measure" => Self::Measure(words()),
            "challenge" => Self::Challenge(words()),
            "sector" => Self::Sector(words()),
            "milestone" => Self::Milestone(words()),
            "gap" => Self::Gap(words()),
            "problem" => Self::Procurement(words()),
            _ => return None,
        })
    }

    /// What kind of thing it is, in a word or two.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Cell(..) => "Cell of the matrix",
            Self::Action(_) => "Action",
            Self::Claim(_) => "Evidence",
            Self::Document(_) => "Paper",
            Self::Lever(_) => "Lever",
            Self::Output(_) => "Output of the model",
            Self::Measure(_) => "Indicator",
            Self::Challenge(_) => "Challenge",
            Self::Sector(_) => "Sector",
            Self::Milestone(_) => "Milestone",
            Self::Gap(_) => "Not known",
            Self::Procurement(_) => "Problem to solve",
        }
    }
}

/// The page that shows a thing, from where the reader is: place and layout stay.
#[must_use]
pub fn page_of(graph: &Graph<'_>, node: &Node, from: &Page) -> Page {
    let mut page = from.clone();
    page.view = View::Roadmap;
    let mut own = RoadmapPage::default();
    let about = Some(node.key());
    match node {
        Node::Cell(foundation, challenge) => {
            own.part = RoadmapPart::Actions;
            own.foundation = Some(*foundation);
            own.grand_challenge = Some(*challenge);
        }
        Node::Action(id) => {
            own.part = RoadmapPart::Actions;
            own.action = Some(id.clone());
        }
        Node::Lever(_) | Node::Output(_) => {
            own.part = RoadmapPart::Actions;
            own.about = about;
        }
        Node::Claim(_) | Node::Document(_) | Node::Gap(_) => {
            own.part = RoadmapPart::Evidence;
            own.about = about;
        }
        Node::Milestone(_) => {
            own.part = RoadmapPart::Timeline;
            own.about = about;
        }
        Node::Procurement(_) => {
            own.part = RoadmapPart::Workshop;
            own.about = about;
        }
        Node::Challenge(key) => {
            page.view = View::Challenges;
            page.map = map_of(key, None);
            return page;
        }
        Node::Sector(key) => {
            page.view = View::Sectors;
            page.sectors = SectorsPage {
                rows: Some("roadmap".to_owned()),
                sector: Some(key.clone()),
                ..SectorsPage::default()
            }
            .write();
            return page;
        }
        Node::Measure(slug) => return page_of_measure(graph, slug, page),
    }
    page.roadmap = own.write_after(&from.roadmap);
    page
}

/// The page that lists what the roadmap does about a thing shown elsewhere; place and layout stay.
#[must_use]
pub fn actions_about(node: &Node, from: &Page) -> Page {
    let mut page = from.clone();
    page.view = View::Roadmap;
    page.roadmap = RoadmapPage {
        part: RoadmapPart::Actions,
        about: Some(node.key()),
        ..RoadmapPage::default()
    }
    .write_after(&from.roadmap);
    page
}

/// The scenario in which one lever is moved, and nothing else: to a size, or to nowhere yet when
/// nobody has said one. Its first output is looked at.
#[must_use]
pub fn scenario_of(graph: &Graph<'_>, lever: (Setting, Option<f64>), from: &Page) -> Page {
    let (setting, size) = lever;
    let outputs = graph.roadmap.lever(setting).into_iter();
    let first = outputs.flat_map(|own| &own.outputs).next();
    let outcome = first.and_then(|key| Output::from_key(key));
    let usual = ScenariosPage::default();
    let mut page = from.clone();
    page.view = View::Scenarios;
    page.scenarios = ScenariosPage {
        levers: size.map(|size| (setting, size)).into_iter().collect(),
        outcome: outcome.unwrap_or(usual.outcome),
        ..usual
    }
    .write();
    page
}

/// A measure is shown on the map of the first challenge that has it, or through time.
fn page_of_measure(graph: &Graph<'_>, slug: &str, mut page: Page) -> Page {
    let mut challenges = graph.roadmap.challenges.iter();
    let shown = challenges.find(|own| own.measures.iter().any(|own| own == slug));
    if graph.dataset.series(slug).is_some() {
        page.view = View::Overview;
        page.figure = Some(slug.to_owned());
    } else if let Some(challenge) = shown {
        page.view = View::Challenges;
        page.map = map_of(&challenge.key, Some(slug));
    }
    page
}

fn map_of(challenge: &str, measure: Option<&str>) -> MapChoices {
    let mut map = MapChoices::default();
    map.set(Choice::Challenge, Some(challenge.to_owned()));
    map.set(Choice::Measure, measure.map(str::to_owned));
    map
}
