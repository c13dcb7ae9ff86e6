//! The chain in words.

use super::{ChainSpec, Flat};
use crate::chart::placed::TextAlternative;
use crate::quantity;

impl ChainSpec {
    /// What the live region says of a node.
    pub(super) fn node_words(&self, node: usize, flat: &Flat<'_>) -> String {
        let layer = self.layers.get(flat.layer_of(node));
        let kind = layer.map_or("", |layer| &layer.name);
        let mut words = [kind, ": ", flat.name(node)].concat();
        for (how, names) in [
            ("; led to by ", named(flat, flat.before(node))),
            ("; leads to ", named(flat, flat.after(node))),
        ] {
            if !names.is_empty() {
                words.extend([how, &names.join(", ")]);
            }
        }
        words
    }

    /// The sentence and the table, a row for each node.
    pub(super) fn words(&self, flat: &Flat<'_>) -> TextAlternative {
        let rows = flat.nodes.iter().enumerate().map(|(place, (layer, node))| {
            let layer = self.layers.get(*layer);
            vec![
                layer.map_or_else(String::new, |layer| layer.name.clone()),
                node.name.clone(),
                named(flat, flat.after(place)).join("; "),
            ]
        });
        TextAlternative {
            sentence: self.sentence(),
            columns: ["Layer", "Name", "Leads to"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }

    fn sentence(&self) -> String {
        let layers = self.layers.iter().map(|layer| match &*layer.nodes {
            [] => [layer.name.as_str(), ": ", &layer.empty_words].concat(),
            [only] => [layer.name.as_str(), ": ", &only.name].concat(),
            [first, rest @ ..] => {
                let more = quantity::count(rest.len());
                [&*layer.name, ": ", &first.name, " and ", &more, " more"].concat()
            }
        });
        let layers: Vec<String> = layers.collect();
        [self.title.as_str(), ". ", &layers.join("; "), "."].concat()
    }
}

fn named<'a>(flat: &Flat<'a>, nodes: impl Iterator<Item = usize>) -> Vec<&'a str> {
    nodes
        .filter_map(|node| flat.nodes.get(node).map(|(_, node)| node.name.as_str()))
        .collect()
}
