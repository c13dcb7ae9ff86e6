//! All links of the graph are walked: every one leads somewhere, nothing is a dead end, and from
//! the matrix everything can be reached.

use std::collections::BTreeSet;

use roadmap_core::data::roadmap::Step;
use roadmap_core::data::{Foundation, GrandChallenge};
use roadmap_core::link;
use roadmap_core::page::{Choice, SectorChoice};
use roadmap_core::roadmap::Node;

use crate::given::{dataset, graph, roadmap};

#[test]
fn every_link_leads_somewhere_and_nothing_is_a_dead_end() {
    let graph = graph();
    let nodes: BTreeSet<Node> = graph.nodes().into_iter().collect();
    assert_eq!(nodes.len(), graph.nodes().len(), "a node stands twice");
    for node in &nodes {
        let links = graph.links(node);
        assert!(!links.is_empty(), "{node:?} is a dead end");
        for link in links {
            let is_there = nodes.contains(&link.to) || is_only_of_a_challenge(&link.to);
            assert!(is_there, "{node:?} {} {:?}", link.how, link.to);
            assert_ne!(graph.title(&link.to), "", "{:?}", link.to);
        }
    }
}

/// A measure that only a challenge shows stands on that challenge's map.
fn is_only_of_a_challenge(node: &Node) -> bool {
    let Node::Measure(slug) = node else {
        return false;
    };
    let mut challenges = roadmap().challenges.iter();
    challenges.any(|own| own.measures.contains(slug))
}

#[test]
fn from_the_matrix_everything_can_be_reached() {
    let graph = graph();
    let cells = Foundation::ALL
        .into_iter()
        .flat_map(|own| GrandChallenge::ALL.map(|challenge| Node::Cell(own, challenge)));
    let mut found: BTreeSet<Node> = cells.collect();
    let mut next: Vec<Node> = found.iter().cloned().collect();
    while let Some(node) = next.pop() {
        for link in graph.links(&node) {
            if found.insert(link.to.clone()) {
                next.push(link.to);
            }
        }
    }
    for node in graph.nodes() {
        assert!(found.contains(&node), "nothing leads to {node:?}");
    }
}

#[test]
fn whatever_an_action_leads_to_leads_back() {
    let graph = graph();
    for action in &roadmap().actions {
        let own = Node::Action(action.id.clone());
        for link in graph.links(&own) {
            let back = graph.links(&link.to);
            let is_back = back.iter().any(|back| back.to == own);
            // A paper leads on to what it claims, and that to the action.
            let is_paper = matches!(link.to, Node::Document(_));
            assert!(is_back || is_paper, "{own:?} {} {:?}", link.how, link.to);
        }
    }
}

#[test]
fn a_chain_begins_with_the_action_and_ends_with_a_challenge() {
    let graph = graph();
    for action in &roadmap().actions {
        let chain = graph.chain(&[action]);
        assert_eq!(chain.layers[0].len(), 1);
        assert!(!chain.layers[3].is_empty() && !chain.layers[4].is_empty());
        for node in chain.layers[1..].iter().flatten() {
            let leads_here = chain.links.iter().any(|(_, to)| to == node);
            assert!(leads_here, "{}: nothing leads to {node:?}", action.id);
        }
        for (from, to) in &chain.links {
            let layer = |node| chain.layers.iter().position(|own| own.contains(node));
            assert!(layer(from) < layer(to), "{}: {from:?} {to:?}", action.id);
        }
    }
    let all: Vec<_> = roadmap().actions.iter().collect();
    let chain = graph.chain(&all);
    assert_eq!(chain.layers[0].len(), all.len());
}

#[test]
fn every_step_of_every_story_is_a_page_of_this_explorer() {
    for story in &roadmap().stories {
        assert!((5..=7).contains(&story.steps.len()), "{}", story.key);
        for Step { link, title, .. } in &story.steps {
            let (page, notices) = link::read(link, dataset());
            assert_eq!(notices, [], "{title}: {link}");
            assert_eq!(link::write(&page), *link, "{title}");
            let challenge = page.map.get(Choice::Challenge);
            if let Some(key) = challenge {
                let own = roadmap().challenge(key).unwrap();
                let measure = page.map.get(Choice::Measure).unwrap();
                assert!(own.measures.iter().any(|own| own == measure), "{title}");
            }
            if let Some(key) = page.sectors.get(SectorChoice::Sector) {
                assert!(roadmap().sector(key).is_some(), "{title}");
            }
        }
    }
}
