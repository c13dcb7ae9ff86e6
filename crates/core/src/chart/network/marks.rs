//! What a network is drawn with.

use super::layout::Layout;
use super::{Neighbours, NetworkSpec, NodeState};
use crate::chart::labels::{Beside, around, is_clear};
use crate::chart::mark::{Anchor, Dash, Ink, Mark, Point, Text, Weight};
use crate::chart::region::Rect;
use crate::chart::text_width::{LINE_SHARE, bounds, cut_at_word, width_px};

impl NetworkSpec {
    pub(super) fn marks(&self, layout: &Layout, neighbours: &Neighbours) -> Vec<Mark> {
        let mut marks = self.key_marks(layout);
        let near = self.near_chosen(neighbours);
        let is_apart = |index: usize| {
            self.chosen
                .is_some_and(|chosen| chosen != index && !near.contains(&index))
        };
        self.link_marks(layout, &mut marks);
        for index in self.falling() {
            marks.extend(self.node_marks(index, is_apart(index), layout));
        }
        marks.extend(self.name_marks(layout, &near));
        marks
    }

    /// The nodes linked to the chosen one, the closest first.
    fn near_chosen(&self, neighbours: &Neighbours) -> Vec<usize> {
        let list = self.chosen.and_then(|chosen| neighbours.get(chosen));
        list.into_iter().flatten().map(|(node, _)| *node).collect()
    }

    /// What filled, ringed and empty nodes are.
    fn key_marks(&self, layout: &Layout) -> Vec<Mark> {
        let (size_px, y) = (layout.small_px, layout.small_px * 0.75);
        let mut marks = Vec::new();
        let mut taken: Vec<Rect> = Vec::new();
        let mut x = size_px * 0.5;
        let [lit, near] = &self.state_names;
        for (state, words) in [(NodeState::Lit, lit), (NodeState::Near, near)] {
            if !self.nodes.iter().any(|node| node.state == state) {
                continue;
            }
            let at = Point::new(x, y);
            let start = Point::new(x + size_px * 0.8, y);
            let text = Text::plain(start, Anchor::Start, size_px, Ink::Muted, words.clone());
            let room = bounds(&text);
            if room.right <= layout.frame.width_px && is_clear(room, &taken) {
                marks.extend(disc(at, size_px * 0.36, state, false));
                taken.push(room);
                x = room.right + size_px * 1.4;
                marks.push(Mark::Text(text));
            }
        }
        marks
    }

    /// Links, those of the chosen node on top.
    fn link_marks(&self, layout: &Layout, marks: &mut Vec<Mark>) {
        let count = self.nodes.len();
        let is_lit = |index: usize| {
            let node = self.nodes.get(index);
            node.is_some_and(|node| node.state == NodeState::Lit)
        };
        let mut on_top = Vec::new();
        for link in &self.links {
            let [from, to] = link.ends;
            if from == to || from >= count || to >= count || !link.weight.is_finite() {
                continue;
            }
            let touches = self
                .chosen
                .is_some_and(|chosen| link.ends.contains(&chosen));
            let (ink, opacity) = if touches {
                (Ink::Ink, 0.9)
            } else if is_lit(from) && is_lit(to) && self.chosen.is_none() {
                (Ink::Accent, 0.45)
            } else {
                (Ink::Grid, 1.0)
            };
            let mark = Mark::Path {
                points: vec![layout.at(from), layout.at(to)],
                ink,
                width_px: 0.6 + 1.8 * link.weight.clamp(0.0, 1.0),
                dash: Dash::Solid,
                opacity,
            };
            if touches {
                on_top.push(mark);
            } else {
                marks.push(mark);
            }
        }
        marks.extend(on_top);
    }

    fn node_marks(&self, index: usize, is_apart: bool, layout: &Layout) -> Vec<Mark> {
        let Some(node) = self.nodes.get(index) else {
            return Vec::new();
        };
        let (at, radius) = (layout.at(index), layout.radius(index));
        let mut marks = Vec::new();
        if self.chosen == Some(index) {
            marks.push(Mark::disc(at, radius + 5.0, Ink::Paper));
            marks.push(Mark::disc(at, radius + 3.5, Ink::Ink));
        }
        marks.push(Mark::disc(at, radius + 1.5, Ink::Paper));
        marks.extend(disc(at, radius, node.state, is_apart));
        marks
    }

    /// Names: of the chosen node, of those linked to it, then of the lit and the large, as long
    /// as there is room.
    fn name_marks(&self, layout: &Layout, near: &[usize]) -> Vec<Mark> {
        let (size_px, plot) = (layout.small_px, layout.plot);
        let most = (plot.area() / (size_px * size_px * 90.0)).clamp(3.0, 40.0) as usize;
        let is_lit = |index: &usize| {
            let node = self.nodes.get(*index);
            node.is_some_and(|node| node.state == NodeState::Lit)
        };
        let falling = self.falling();
        let (lit, rest): (Vec<usize>, Vec<usize>) = falling.into_iter().partition(is_lit);
        let mut named: Vec<usize> = Vec::new();
        let chosen = self.chosen.into_iter().chain(near.iter().copied());
        // Beside a chosen node only its own circle is named: that is what was asked for.
        let others = lit
            .into_iter()
            .chain(rest)
            .filter(|_| self.chosen.is_none());
        for index in chosen.chain(others) {
            if named.len() < most && !named.contains(&index) {
                named.push(index);
            }
        }
        let shown: Vec<(usize, String, Weight)> = named
            .into_iter()
            .filter_map(|index| {
                let weight = if self.chosen == Some(index) {
                    Weight::Bold
                } else {
                    Weight::Regular
                };
                let label = &self.nodes.get(index)?.label;
                let label = cut_at_word(label, (plot.right - plot.left) * 0.4, size_px, weight);
                (!label.is_empty()).then_some((index, label, weight))
            })
            .collect();
        let wanted: Vec<Beside> = shown
            .iter()
            .map(|(index, label, weight)| Beside {
                at: layout.at(*index),
                radius_px: layout.radius(*index) + 1.0,
                width_px: width_px(label, size_px, *weight),
                height_px: size_px * LINE_SHARE,
                is_needed: self.chosen == Some(*index),
            })
            .collect();
        let rooms: Vec<Rect> = (0..self.nodes.len())
            .map(|index| {
                let side = layout.radius(index) * 1.8;
                Rect::centred(layout.at(index), side, side)
            })
            .collect();
        let seats = around(&wanted, plot, &[], &rooms);
        let mut marks = Vec::new();
        for ((index, label, weight), seat) in shown.into_iter().zip(seats) {
            let Some(seat) = seat else { continue };
            marks.extend(seat.leader_mark());
            let (at, anchor) = seat.text_at(layout.at(index));
            let ink = if self.chosen.is_some() || is_lit(&index) {
                Ink::Ink
            } else {
                Ink::Muted
            };
            marks.push(Mark::Text(Text {
                weight,
                halo: Some(Ink::Paper),
                ..Text::plain(at, anchor, size_px, ink, label)
            }));
        }
        marks
    }
}

/// A node: full where it is lit, ringed where it is near, else empty. The form alone tells them
/// apart; what stands apart from a chosen one recedes.
fn disc(at: Point, radius: f64, state: NodeState, is_apart: bool) -> Vec<Mark> {
    let lit = if is_apart { Ink::Context } else { Ink::Accent };
    match state {
        NodeState::Lit => vec![Mark::disc(at, radius, lit)],
        NodeState::Near => vec![
            Mark::disc(at, radius, lit),
            Mark::disc(at, (radius - 1.8).max(0.5), Ink::Paper),
            Mark::disc(at, (radius * 0.35).min((radius - 1.8) * 0.6).max(0.3), lit),
        ],
        NodeState::Unlit => vec![
            Mark::disc(at, radius, Ink::Context),
            Mark::disc(at, (radius - 1.0).max(0.5), Ink::NoData),
        ],
    }
}
