//! Edges -> arcs: longest runs between the same areas, cut where anything changes.

use std::collections::{BTreeMap, BTreeSet};

use super::edges::{Edges, Sides};
use super::source::Corner;

/// A run of edges with the same areas on each side all along.
#[derive(Clone, Debug)]
pub(super) struct Arc {
    /// Its corners in quanta; first and last are nodes, or one point if closed.
    pub(super) points: Vec<Corner>,
    /// The areas on its two sides.
    pub(super) sides: Sides,
}

/// Cuts the edges into arcs, in an order that depends on the shapes alone.
pub(super) fn cut(edges: &Edges) -> Vec<Arc> {
    let mut beside: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for [a, b] in edges.ends() {
        beside.entry(a).or_default().push(b);
        beside.entry(b).or_default().push(a);
    }
    let mut tracer = Tracer {
        edges,
        nodes: beside
            .iter()
            .filter(|(corner, beside)| is_node(edges, **corner, beside))
            .map(|(corner, _)| *corner)
            .collect(),
        beside: &beside,
        walked: BTreeSet::new(),
    };
    let nodes = tracer.nodes.clone();
    let from_nodes = nodes.iter().flat_map(|node| {
        let beside = beside.get(node).into_iter().flatten();
        beside.map(|next| [*node, *next])
    });
    // What no run from a node reaches is a closed loop of its own.
    from_nodes
        .chain(edges.ends())
        .filter_map(|[from, to]| tracer.trace(from, to))
        .collect()
}

/// Whether arcs end at a corner: more or fewer than two edges meet, or the areas
/// beside them change.
fn is_node(edges: &Edges, corner: Corner, beside: &[Corner]) -> bool {
    match beside {
        [before, after] => edges.sides(*before, corner) != edges.sides(corner, *after),
        _ => true,
    }
}

struct Tracer<'a> {
    edges: &'a Edges,
    beside: &'a BTreeMap<Corner, Vec<Corner>>,
    nodes: BTreeSet<Corner>,
    walked: BTreeSet<[Corner; 2]>,
}

impl Tracer<'_> {
    /// Walks from one corner over the next until a node, or round to the start.
    fn trace(&mut self, from: Corner, over: Corner) -> Option<Arc> {
        let mut points = vec![from];
        let (mut here, mut next) = (from, over);
        while self.walked.insert([here.min(next), here.max(next)]) {
            points.push(next);
            if next == from || self.nodes.contains(&next) {
                break;
            }
            let beside = self.beside.get(&next)?;
            let onward = beside.iter().copied().find(|corner| *corner != here)?;
            (here, next) = (next, onward);
        }
        (points.len() > 1).then(|| Arc {
            sides: self.edges.sides(from, over),
            points,
        })
    }
}
