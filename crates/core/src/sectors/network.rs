//! Industries that go together, laid out once for all places.
//!
//! Links are the strongest tree that joins all industries, and every pair nearer than 0.55,
//! as Hidalgo et al. (2007) drew it. Places are found by stress majorisation (Gansner, Koren
//! and North, 2004) from a circle in the order of the codes: no chance, so the same figures
//! give the same picture, bit for bit.

use super::Landscape;
use crate::math;

/// Industries and what links them.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// One per industry that is anybody's strength, in ascending order of code.
    pub nodes: Vec<Node>,
    /// Links, the tree's first.
    pub links: Vec<Link>,
}

/// An industry in the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The position of its section.
    pub section: usize,
    /// Jobs in the whole country.
    pub jobs: f64,
    /// Where it stands, from 0 at the left to 1.
    pub x: f64,
    /// Where it stands, from 0 at the top to 1.
    pub y: f64,
}

/// Two industries that go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The position of one node.
    pub one: usize,
    /// The position of the other.
    pub other: usize,
    /// How near they are, 0 to 1.
    pub proximity: f64,
    /// Whether it is part of the tree that joins all.
    pub is_in_tree: bool,
}

/// Pairs from here on are linked beside the tree.
const NEAR: f64 = 0.55;

impl Network {
    /// Lays out the industries of a landscape.
    #[must_use]
    pub fn new(landscape: &Landscape) -> Self {
        let ubiquity = landscape.strengths.ubiquity();
        let known: Vec<usize> = (0..landscape.industries.len())
            .filter(|at| ubiquity.get(*at).is_some_and(|count| *count > 0))
            .collect();
        let proximity = |one: usize, other: usize| {
            let industry = |node: usize| known.get(node).copied().unwrap_or(usize::MAX);
            let near = landscape
                .relatedness
                .proximity(industry(one), industry(other));
            if near.is_finite() { near } else { 0.0 }
        };
        let links = links(known.len(), &proximity);
        let places = layout(known.len(), &links);
        let nodes = known.iter().zip(places).filter_map(|(at, [x, y])| {
            let industry = landscape.industries.get(*at)?;
            Some(Node {
                code: industry.code.clone(),
                name: industry.name.clone(),
                section: industry
                    .position_at(crate::data::IndustryLevel::Section)
                    .unwrap_or(0),
                jobs: landscape.jobs().get(*at).copied().unwrap_or(0.0),
                x,
                y,
            })
        });
        Self {
            nodes: nodes.collect(),
            links,
        }
    }
}

/// The strongest spanning tree (Prim's way), then all other near pairs.
fn links(count: usize, proximity: &impl Fn(usize, usize) -> f64) -> Vec<Link> {
    let mut links = Vec::new();
    let mut is_joined = vec![false; count];
    // For each node not joined yet, its strongest link to one that is.
    let mut best = vec![(f64::NEG_INFINITY, 0); count];
    let mut newest = 0;
    for _ in 1..count {
        if let Some(joined) = is_joined.get_mut(newest) {
            *joined = true;
        }
        let mut next: Option<(usize, f64, usize)> = None;
        let nodes = is_joined.iter().zip(&mut best).enumerate();
        for (node, (_, strongest)) in nodes.filter(|(_, (joined, _))| !**joined) {
            let near = proximity(newest, node);
            if near > strongest.0 {
                *strongest = (near, newest);
            }
            if next.is_none_or(|(_, most, _)| strongest.0 > most) {
                next = Some((node, strongest.0, strongest.1));
            }
        }
        let Some((node, near, from)) = next else {
            break;
        };
        links.push(Link {
            one: from.min(node),
            other: from.max(node),
            proximity: near,
            is_in_tree: true,
        });
        newest = node;
    }
    for one in 0..count {
        for other in one + 1..count {
            let near = proximity(one, other);
            let is_linked = |link: &Link| (link.one, link.other) == (one, other);
            if near >= NEAR && !links.iter().take(count).any(is_linked) {
                links.push(Link {
                    one,
                    other,
                    proximity: near,
                    is_in_tree: false,
                });
            }
        }
    }
    links
}

/// Places in a square of side 1 whose distances are as near as can be to the number of links
/// between two nodes.
fn layout(count: usize, links: &[Link]) -> Vec<[f64; 2]> {
    const ROUNDS: usize = 150;
    let steps = steps(count, links);
    let angle = |node: usize| std::f64::consts::TAU * node as f64 / count.max(1) as f64;
    let radius = count as f64 / std::f64::consts::TAU;
    let mut places: Vec<[f64; 2]> = (0..count)
        .map(|node| {
            [
                radius * math::cos(angle(node)),
                radius * math::sin(angle(node)),
            ]
        })
        .collect();
    for _ in 0..ROUNDS {
        places = majorised(&places, &steps);
    }
    in_unit_square(&places)
}

/// One round: every node goes to the mean of where each other would have it, the near ones
/// counting most.
fn majorised(places: &[[f64; 2]], steps: &[Vec<f64>]) -> Vec<[f64; 2]> {
    let moved = places.iter().zip(steps).map(|(own, steps)| {
        let (mut sum, mut weights) = ([0.0; 2], 0.0);
        for (other, wanted) in places.iter().zip(steps) {
            if *wanted <= 0.0 {
                continue;
            }
            let [dx, dy] = [own[0] - other[0], own[1] - other[1]];
            let apart = (dx * dx + dy * dy).sqrt().max(1e-9);
            let weight = 1.0 / (wanted * wanted);
            sum[0] += weight * (other[0] + dx / apart * wanted);
            sum[1] += weight * (other[1] + dy / apart * wanted);
            weights += weight;
        }
        if weights > 0.0 {
            [sum[0] / weights, sum[1] / weights]
        } else {
            *own
        }
    });
    moved.collect()
}

/// How many links lie between each pair, by breadth first; 0 for itself and where there is no
/// way.
fn steps(count: usize, links: &[Link]) -> Vec<Vec<f64>> {
    let mut beside = vec![Vec::new(); count];
    for link in links {
        for (one, other) in [(link.one, link.other), (link.other, link.one)] {
            if let Some(list) = beside.get_mut(one) {
                list.push(other);
            }
        }
    }
    let from = |start: usize| {
        let mut steps = vec![0.0; count];
        let mut is_seen = vec![false; count];
        let mut queue = std::collections::VecDeque::from([(start, 0.0)]);
        if let Some(seen) = is_seen.get_mut(start) {
            *seen = true;
        }
        while let Some((node, far)) = queue.pop_front() {
            if let Some(slot) = steps.get_mut(node) {
                *slot = far;
            }
            for next in beside.get(node).into_iter().flatten() {
                if let Some(seen) = is_seen.get_mut(*next)
                    && !*seen
                {
                    *seen = true;
                    queue.push_back((*next, far + 1.0));
                }
            }
        }
        steps
    };
    (0..count).map(from).collect()
}

fn in_unit_square(places: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let span = |axis: usize| {
        let along = places
            .iter()
            .map(|place| place.get(axis).copied().unwrap_or(0.0));
        along.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
            (low.min(at), high.max(at))
        })
    };
    let spans = [span(0), span(1)];
    let scaled = |at: f64, (low, high): (f64, f64)| {
        if high > low {
            (at - low) / (high - low)
        } else {
            0.5
        }
    };
    places
        .iter()
        .map(|[x, y]| [scaled(*x, spans[0]), scaled(*y, spans[1])])
        .collect()
}
