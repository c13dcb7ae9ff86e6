//! The network: industries where similarity has put them, the place's own lit.
//!
//! Where a node lies is worked out once, beforehand, and never changes: a reader who has found
//! an industry finds it there for every place.

mod layout;
mod marks;
mod words;

use super::Frame;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::order;
use layout::Layout;

/// Nodes that lie where they are told to, and the links between them.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkSpec {
    /// What the picture shows, for the sentence: `Industries that are found together`.
    pub title: String,
    /// What sizes the nodes.
    pub size_unit: Unit,
    /// What the nodes are called, in the plural: `industries`.
    pub nodes_name: String,
    /// What a lit node is, and what a near one is: `strength`, `within reach`.
    pub state_names: [String; 2],
    /// The nodes.
    pub nodes: Vec<NetworkNode>,
    /// The links; one to a node that is not there is passed over.
    pub links: Vec<NetworkLink>,
    /// The chosen node, as a place in the nodes.
    pub chosen: Option<usize>,
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkNode {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name as short as a picture needs.
    pub label: String,
    /// Where it lies: from the left and from the top, both from 0 to 1.
    pub at: [f64; 2],
    /// Its size; areas on the picture are in proportion to it.
    pub size: f64,
    /// What it is to the place.
    pub state: NodeState,
}

/// What a node is to the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeState {
    /// One of its strengths.
    Lit,
    /// Not yet one, but near many.
    Near,
    /// Neither.
    Unlit,
}

/// A link between two nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkLink {
    /// The places of its nodes.
    pub ends: [usize; 2],
    /// How close they are, from 0 to 1.
    pub weight: f64,
}

/// The nodes linked to each node, the closest first.
type Neighbours = Vec<Vec<(usize, f64)>>;

impl NetworkSpec {
    /// The height that suits a width, both in CSS pixels.
    #[must_use]
    pub fn natural_height_px(width_px: f64, text_scale: f64) -> f64 {
        (width_px * 0.8).clamp(360.0, 720.0) * text_scale.sqrt()
    }

    /// Places the network in a frame.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let neighbours = self.neighbours();
        let text = self.words(&neighbours);
        if self.nodes.is_empty() {
            let mut empty = Placed::empty(frame, "There is no network to show");
            empty.text = text;
            return empty;
        }
        let layout = Layout::new(self, frame);
        let targets = self.nodes.iter().enumerate().map(|(index, node)| Target {
            key: node.key.clone(),
            name: node.name.clone(),
            words: self.node_words(index, node, &neighbours),
            brief: node.name.clone(),
            at: layout.at(index),
            reach: Reach::Disc {
                radius_px: layout.radius(index),
            },
        });
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            targets: targets.collect(),
            marks: self.marks(&layout, &neighbours),
            text,
            walk: self.walk(&layout),
        }
    }

    /// The chosen node and those linked to it, as places in the nodes.
    #[must_use]
    pub fn circle_of(&self, chosen: usize) -> Vec<usize> {
        let linked = self.links.iter().filter_map(|link| match link.ends {
            [from, to] if from == chosen => Some(to),
            [from, to] if to == chosen => Some(from),
            _ => None,
        });
        std::iter::once(chosen).chain(linked).collect()
    }

    fn neighbours(&self) -> Neighbours {
        let mut neighbours: Neighbours = vec![Vec::new(); self.nodes.len()];
        let count = self.nodes.len();
        for link in &self.links {
            let [from, to] = link.ends;
            if from == to || from >= count || to >= count || !link.weight.is_finite() {
                continue;
            }
            for (own, other) in [(from, to), (to, from)] {
                if let Some(list) = neighbours.get_mut(own) {
                    list.push((other, link.weight));
                }
            }
        }
        for list in &mut neighbours {
            order::sort_by(list, |a, b| b.1.total_cmp(&a.1));
        }
        neighbours
    }

    /// By arrow keys to the nearest node that way; home to the largest, end to the smallest.
    fn walk(&self, layout: &Layout) -> Walk {
        let falling = self.falling();
        let largest = falling.first().copied().unwrap_or(0);
        let smallest = falling.last().copied().unwrap_or(0);
        let chosen = self.chosen.filter(|&chosen| chosen < self.nodes.len());
        let start = chosen.unwrap_or(largest);
        Walk::by_direction(layout.places(), start, [largest, smallest])
    }

    /// The nodes from the largest.
    fn falling(&self) -> Vec<usize> {
        let mut falling: Vec<usize> = (0..self.nodes.len()).collect();
        let size = |index: usize| self.nodes.get(index).map_or(0.0, |node| node.size);
        order::sort_by(&mut falling, |&a, &b| size(b).total_cmp(&size(a)));
        falling
    }
}

#[cfg(test)]
mod tests;
