//! What hangs on what: from evidence over actions, levers and outputs to indicators and
//! challenges, and back. Nothing is a dead end.

use super::{matrix, progress};
use crate::data::model::Setting;
use crate::data::roadmap::{Action, Roadmap};
use crate::data::{Dataset, Foundation, GrandChallenge};
use crate::measure::Unit;
use crate::quantity;

/// Something that hangs on something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A cell of the matrix.
    Cell(Foundation, GrandChallenge),
    /// An action, by id.
    Action(String),
    /// A claim, by id.
    Claim(String),
    /// A paper, by key.
    Document(String),
    /// A lever of the scenario model.
    Lever(Setting),
    /// An output of the scenario model, by key.
    Output(String),
    /// A measure, by slug.
    Measure(String),
    /// A challenge, by key.
    Challenge(String),
    /// A sector, by key.
    Sector(String),
    /// A milestone, by id.
    Milestone(String),
    /// Something nobody has shown yet, by id.
    Gap(String),
    /// A problem to buy an answer to, by id.
    Procurement(String),
}

/// A way from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How the first hangs on the other, in a few words.
    pub how: &'static str,
    /// The other.
    pub to: Node,
}

/// A roadmap and the figures it is about, seen as what hangs on what.
#[derive(Clone, Copy, Debug)]
pub struct Graph<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// The figures.
    pub dataset: &'a Dataset,
}

/// The causal chain of an action or of several: what would be done, what stands for it in the
/// scenario model, what that moves, where it would be seen, and what it answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Actions, levers, outputs, indicators, challenges: each layer in order, each node once.
    pub layers: [Vec<Node>; 5],
    /// What leads to what; also past a layer, where nothing stands in it.
    pub links: Vec<(Node, Node)>,
}

impl<'a> Graph<'a> {
    /// Everything that there is.
    #[must_use]
    pub fn nodes(&self) -> Vec<Node> {
        let roadmap = self.roadmap;
        let cells = Foundation::ALL.into_iter().flat_map(|foundation| {
            let cell = move |challenge| Node::Cell(foundation, challenge);
            GrandChallenge::ALL.into_iter().map(cell)
        });
        let mut nodes: Vec<Node> = cells.collect();
        let actions = roadmap.actions.iter();
        nodes.extend(actions.clone().map(|own| Node::Action(own.id.clone())));
        let claims = roadmap.claims.iter();
        nodes.extend(claims.clone().map(|own| Node::Claim(own.id.clone())));
        let documents = roadmap.documents.iter();
        nodes.extend(documents.map(|own| Node::Document(own.key.clone())));
        nodes.extend(roadmap.levers.iter().map(|own| Node::Lever(own.setting)));
        let outputs = roadmap.outputs.iter();
        nodes.extend(outputs.clone().map(|own| Node::Output(own.key.clone())));
        let mut measures: Vec<&String> = Vec::new();
        let of_actions = actions.flat_map(|own| &own.indicators);
        let named = of_actions.map(|own| &own.measure);
        let named = named.chain(claims.flat_map(|own| &own.measures));
        for slug in named.chain(outputs.flat_map(|own| &own.measures)) {
            push_new(&mut measures, slug);
        }
        nodes.extend(measures.into_iter().cloned().map(Node::Measure));
        let challenges = roadmap.challenges.iter();
        nodes.extend(challenges.map(|own| Node::Challenge(own.key.clone())));
        let sectors = roadmap.sectors.iter();
        nodes.extend(sectors.map(|own| Node::Sector(own.key.clone())));
        let milestones = roadmap.milestones.iter();
        nodes.extend(milestones.map(|own| Node::Milestone(own.id.clone())));
        nodes.extend(roadmap.gaps.iter().map(|own| Node::Gap(own.id.clone())));
        let problems = roadmap.procurements.iter();
        nodes.extend(problems.map(|own| Node::Procurement(own.id.clone())));
        nodes
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self, node: &Node) -> String {
        let roadmap = self.roadmap;
        let (title, key) = match node {
            Node::Cell(foundation, challenge) => {
                return format!("{} for {}", foundation.title(), challenge.title());
            }
            Node::Action(id) => (roadmap.action(id).map(|own| &own.title), id),
            Node::Claim(id) => (roadmap.claim(id).map(|own| &own.says), id),
            Node::Document(key) => (roadmap.document(key).map(|own| &own.title), key),
            Node::Lever(setting) => {
                let lever = roadmap.lever(*setting);
                return lever
                    .map_or(setting.key(), |own| own.name.as_str())
                    .to_owned();
            }
            Node::Output(key) => (roadmap.output(key).map(|own| &own.title), key),
            Node::Measure(slug) => {
                return progress::name(roadmap, self.dataset.measure(slug), slug).to_owned();
            }
            Node::Challenge(key) => (roadmap.challenge(key).map(|own| &own.title), key),
            Node::Sector(key) => (roadmap.sector(key).map(|own| &own.title), key),
            Node::Milestone(id) => {
                let mut all = roadmap.milestones.iter();
                (all.find(|own| own.id == *id).map(|own| &own.title), id)
            }
            Node::Gap(id) => {
                let mut all = roadmap.gaps.iter();
                (all.find(|own| own.id == *id).map(|own| &own.what), id)
            }
            Node::Procurement(id) => {
                let mut all = roadmap.procurements.iter();
                (all.find(|own| own.id == *id).map(|own| &own.problem), id)
            }
        };
        title.unwrap_or(key).clone()
    }

    /// The size that a lever would need for an action, in words; none when nobody has said one.
    #[must_use]
    pub fn size_words(&self, action: &Action) -> Option<String> {
        let (setting, size) = action.lever?;
        let unit = &self.roadmap.lever(setting)?.unit;
        let size = quantity::figure(size?, Unit::Score, 0);
        // A sign stands at its number, a word apart from it.
        let between = if unit.starts_with('%') { "" } else { " " };
        Some([&size, between, unit].concat())
    }

    /// What the roadmap does about it: the actions that have to do with it, in order.
    #[must_use]
    pub fn actions_about(&self, node: &Node) -> Vec<&'a Action> {
        let roadmap = self.roadmap;
        let listed = |ids: &[String], own: &Action| ids.contains(&own.id);
        let actions = roadmap.actions.iter();
        let about = actions.filter(|own| match node {
            Node::Cell(foundation, challenge) => matrix::is_in(own, *foundation, *challenge),
            Node::Action(id) => own.id == *id,
            Node::Claim(id) => own.claims.contains(id),
            Node::Document(key) => own.document.as_ref() == Some(key),
            Node::Lever(setting) => own.lever.is_some_and(|(lever, _)| lever == *setting),
            Node::Output(key) => {
                let lever = own.lever.and_then(|(setting, _)| roadmap.lever(setting));
                lever.is_some_and(|lever| lever.outputs.contains(key))
            }
            Node::Measure(slug) => own.indicators.iter().any(|own| own.measure == *slug),
            Node::Challenge(key) => own.challenges.contains(key),
            Node::Sector(key) => own.sectors.contains(key),
            Node::Milestone(id) => {
                let mut all = roadmap.milestones.iter();
                all.any(|milestone| milestone.id == *id && listed(&milestone.actions, own))
            }
            Node::Gap(id) => {
                let mut all = roadmap.gaps.iter();
                all.any(|gap| gap.id == *id && listed(&gap.actions, own))
            }
            Node::Procurement(id) => {
                let mut all = roadmap.procurements.iter();
                all.any(|problem| problem.id == *id && listed(&problem.actions, own))
            }
        });
        about.collect()
    }

    /// Where one can go from it.
    #[must_use]
    pub fn links(&self, node: &Node) -> Vec<Link> {
        let roadmap = self.roadmap;
        let mut links = Vec::new();
        let mut to = |how, to| links.push(Link { how, to });
        match node {
            Node::Action(id) => {
                if let Some(own) = roadmap.action(id) {
                    return self.links_of_action(own);
                }
            }
            Node::Claim(id) => {
                if let Some(own) = roadmap.claim(id) {
                    own.document
                        .iter()
                        .for_each(|key| to("told by", Node::Document(key.clone())));
                    let measures = own.measures.iter();
                    measures.for_each(|slug| to("shown by", Node::Measure(slug.clone())));
                    let challenges = own.challenges.iter();
                    challenges.for_each(|key| to("about", Node::Challenge(key.clone())));
                }
            }
            Node::Document(key) => {
                let claims = roadmap.claims.iter();
                let claims = claims.filter(|own| own.document.as_ref() == Some(key));
                claims.for_each(|own| to("claims", Node::Claim(own.id.clone())));
                let milestones = roadmap.milestones.iter();
                let told = milestones.filter(|own| {
                    let mut dates = own.dates.iter();
                    dates.any(|own| own.document.as_ref() == Some(key))
                });
                told.for_each(|own| to("dates", Node::Milestone(own.id.clone())));
            }
            Node::Lever(setting) => {
                let outputs = roadmap.lever(*setting).into_iter();
                let outputs = outputs.flat_map(|own| &own.outputs);
                outputs.for_each(|key| to("moves", Node::Output(key.clone())));
            }
            Node::Output(key) => {
                let measures = roadmap.output(key).into_iter();
                let measures = measures.flat_map(|own| &own.measures);
                measures.for_each(|slug| to("seen in", Node::Measure(slug.clone())));
                let levers = roadmap.levers.iter();
                let levers = levers.filter(|own| own.outputs.contains(key));
                levers.for_each(|own| to("moved by", Node::Lever(own.setting)));
            }
            Node::Measure(slug) => {
                let challenges = roadmap.challenges.iter();
                let shown = challenges.filter(|own| own.measures.contains(slug));
                shown.for_each(|own| to("shows", Node::Challenge(own.key.clone())));
                let claims = roadmap.claims.iter();
                let claims = claims.filter(|own| own.measures.contains(slug));
                claims.for_each(|own| to("bears out", Node::Claim(own.id.clone())));
            }
            Node::Challenge(key) => {
                let claims = roadmap.claims.iter();
                let claims = claims.filter(|own| own.challenges.contains(key));
                claims.for_each(|own| to("told in", Node::Claim(own.id.clone())));
                let measures = roadmap.challenge(key).into_iter();
                let measures = measures.flat_map(|own| &own.measures);
                measures.for_each(|slug| to("shown by", Node::Measure(slug.clone())));
            }
            Node::Milestone(id) => {
                let mut all = roadmap.milestones.iter();
                let dates = all.find(|own| own.id == *id).into_iter();
                let papers = dates.flat_map(|own| &own.dates);
                let papers = papers.filter_map(|own| own.document.as_ref());
                papers.for_each(|key| to("told by", Node::Document(key.clone())));
            }
            Node::Cell(..) | Node::Sector(_) | Node::Gap(_) | Node::Procurement(_) => {}
        }
        let actions = self.actions_about(node).into_iter();
        links.extend(actions.map(|own| Link {
            how: "answered by",
            to: Node::Action(own.id.clone()),
        }));
        links
    }

    fn links_of_action(&self, own: &Action) -> Vec<Link> {
        let mut links = Vec::new();
        let mut to = |how, to| links.push(Link { how, to });
        own.claims
            .iter()
            .for_each(|id| to("leans on", Node::Claim(id.clone())));
        own.lever
            .iter()
            .for_each(|(setting, _)| to("pulls", Node::Lever(*setting)));
        let indicators = own.indicators.iter();
        indicators.for_each(|own| to("should move", Node::Measure(own.measure.clone())));
        let challenges = own.challenges.iter();
        challenges.for_each(|key| to("answers", Node::Challenge(key.clone())));
        let sectors = own.sectors.iter();
        sectors.for_each(|key| to("concerns", Node::Sector(key.clone())));
        let cells = own.grand_challenges.iter();
        cells.for_each(|challenge| to("stands in", Node::Cell(own.foundation, *challenge)));
        let before = own.after.iter();
        before.for_each(|id| to("comes after", Node::Action(id.clone())));
        let later = self.roadmap.actions.iter();
        let later = later.filter(|other| other.after.contains(&own.id));
        later.for_each(|other| to("comes before", Node::Action(other.id.clone())));
        let document = own.document.iter();
        document.for_each(|key| to("told by", Node::Document(key.clone())));
        let listed = |ids: &[String]| ids.contains(&own.id);
        let milestones = self.roadmap.milestones.iter();
        let milestones = milestones.filter(|milestone| listed(&milestone.actions));
        milestones.for_each(|own| to("on the timeline", Node::Milestone(own.id.clone())));
        let gaps = self.roadmap.gaps.iter().filter(|gap| listed(&gap.actions));
        gaps.for_each(|own| to("waits to know", Node::Gap(own.id.clone())));
        let problems = self.roadmap.procurements.iter();
        let problems = problems.filter(|problem| listed(&problem.actions));
        problems.for_each(|own| to("buys", Node::Procurement(own.id.clone())));
        links
    }

    /// The causal chain of actions.
    #[must_use]
    pub fn chain(&self, actions: &[&Action]) -> Chain {
        let mut chain = Chain::default();
        for own in actions {
            self.add_to_chain(own, &mut chain);
        }
        chain
    }

    fn add_to_chain(&self, own: &Action, chain: &mut Chain) {
        let action = Node::Action(own.id.clone());
        chain.layers[0].push(action.clone());
        let lever = own
            .lever
            .and_then(|(setting, _)| self.roadmap.lever(setting));
        if let Some(lever) = lever {
            let node = Node::Lever(lever.setting);
            push_new(&mut chain.layers[1], node.clone());
            chain.link(&action, &node);
            for key in &lever.outputs {
                let output = Node::Output(key.clone());
                push_new(&mut chain.layers[2], output.clone());
                chain.link(&node, &output);
            }
        }
        for indicator in &own.indicators {
            let node = Node::Measure(indicator.measure.clone());
            push_new(&mut chain.layers[3], node.clone());
            let moved = lever.into_iter().flat_map(|lever| &lever.outputs);
            let shows = |key: &&String| {
                let output = self.roadmap.output(key);
                output.is_some_and(|own| own.measures.contains(&indicator.measure))
            };
            let mut is_moved = false;
            for key in moved.filter(shows) {
                chain.link(&Node::Output(key.clone()), &node);
                is_moved = true;
            }
            if !is_moved {
                // The model does not tell this figure: the action has to move it by itself.
                chain.link(&action, &node);
            }
        }
        for key in &own.challenges {
            let node = Node::Challenge(key.clone());
            push_new(&mut chain.layers[4], node.clone());
            let challenge = self.roadmap.challenge(key);
            let mut is_shown = false;
            for indicator in &own.indicators {
                if challenge.is_some_and(|own| own.measures.contains(&indicator.measure)) {
                    chain.link(&Node::Measure(indicator.measure.clone()), &node);
                    is_shown = true;
                }
            }
            if !is_shown {
                chain.link(&action, &node);
            }
        }
    }
}

impl Chain {
    /// What a layer holds, in words.
    pub const TITLES: [&'static str; 5] = ["Action", "Lever", "Output", "Indicator", "Challenge"];
    /// What stands in a layer that holds nothing.
    pub const NONE: &'static str = "none: it acts by itself";

    fn link(&mut self, from: &Node, to: &Node) {
        push_new(&mut self.links, (from.clone(), to.clone()));
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
