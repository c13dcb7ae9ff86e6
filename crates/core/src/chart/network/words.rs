//! The network in words.

use super::{Neighbours, NetworkNode, NetworkSpec, NodeState};
use crate::chart::placed::TextAlternative;
use crate::quantity;

/// How many of the closest are told.
const CLOSEST: usize = 3;

impl NetworkSpec {
    /// What the live region says of a node.
    pub(super) fn node_words(
        &self,
        index: usize,
        node: &NetworkNode,
        neighbours: &Neighbours,
    ) -> String {
        let mut words = [node.name.as_str(), ": ", &self.size_words(node)].concat();
        if let Some(state) = self.state_name(node.state) {
            words.extend([", ", state]);
        }
        let closest = self.closest(index, neighbours);
        if !closest.is_empty() {
            words.extend([", closest to ", &closest.join(" and ")]);
        }
        words
    }

    /// The sentence and the table, the largest first.
    pub(super) fn words(&self, neighbours: &Neighbours) -> TextAlternative {
        let rows = self.falling().into_iter().filter_map(|index| {
            let node = self.nodes.get(index)?;
            Some(vec![
                node.name.clone(),
                quantity::figure(node.size, self.size_unit, 0),
                self.state_name(node.state).unwrap_or_default().to_owned(),
                self.closest(index, neighbours).join("; "),
            ])
        });
        TextAlternative {
            sentence: self.sentence(),
            columns: vec![
                "Name".to_owned(),
                quantity::unit_name(self.size_unit).to_owned(),
                "State".to_owned(),
                "Closest".to_owned(),
            ],
            rows: rows.collect(),
        }
    }

    fn sentence(&self) -> String {
        let count = |state: NodeState| {
            let nodes = self.nodes.iter().filter(|node| node.state == state);
            quantity::count(nodes.count())
        };
        let all = quantity::count(self.nodes.len());
        let [lit, near] = &self.state_names;
        let (lit_count, near_count) = (count(NodeState::Lit), count(NodeState::Near));
        let lit_nodes = self
            .nodes
            .iter()
            .filter(|node| node.state == NodeState::Lit);
        let largest =
            lit_nodes.reduce(|best, next| if next.size > best.size { next } else { best });
        let mut sentence = [self.title.as_str(), ": of ", &all, " ", &self.nodes_name].concat();
        sentence.extend([", ", lit, " ", &lit_count, ", ", near, " ", &near_count]);
        if let Some(node) = largest {
            let size = self.size_words(node);
            sentence.extend(["; the largest ", lit, " is ", &node.name, " with ", &size]);
        }
        sentence.push('.');
        sentence
    }

    fn size_words(&self, node: &NetworkNode) -> String {
        quantity::spoken(node.size, self.size_unit, 0)
    }

    fn state_name(&self, state: NodeState) -> Option<&str> {
        let [lit, near] = &self.state_names;
        match state {
            NodeState::Lit => Some(lit),
            NodeState::Near => Some(near),
            NodeState::Unlit => None,
        }
    }

    fn closest(&self, index: usize, neighbours: &Neighbours) -> Vec<&str> {
        let list = neighbours.get(index).into_iter().flatten().take(CLOSEST);
        list.filter_map(|(node, _)| Some(self.nodes.get(*node)?.name.as_str()))
            .collect()
    }
}
