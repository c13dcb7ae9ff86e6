//! Borders joined to long lines: a canvas strokes a long line faster than its pieces.

use super::{BorderRank, Mesh, Ring};
use crate::geo::topology::arc_index;

impl Mesh {
    /// The borders of some ranks, each once, joined end to end to as few lines as can be.
    #[must_use]
    pub fn trails(&self, ranks: std::ops::RangeInclusive<BorderRank>) -> Vec<Ring> {
        let mut is_open: Vec<bool> = self
            .arcs
            .iter()
            .map(|arc| ranks.contains(&arc.rank))
            .collect();
        let count = |node: usize| {
            let arcs = self.leaving(node).iter();
            arcs.filter(|arc| {
                self.arcs
                    .get(arc_index(**arc))
                    .is_some_and(|a| ranks.contains(&a.rank))
            })
            .count()
        };
        // A line that starts where an odd number meet ends at another such place; what is
        // left are loops, which start anywhere.
        let nodes = 0..self.leaving_ends.len();
        let (odd, even): (Vec<usize>, Vec<usize>) = nodes.partition(|node| count(*node) % 2 == 1);
        let mut trails = Vec::new();
        for node in odd.into_iter().chain(even) {
            loop {
                let trail = self.trail_from(node, &mut is_open);
                if trail.is_empty() {
                    break;
                }
                trails.push(trail);
            }
        }
        trails
    }

    fn trail_from(&self, node: usize, is_open: &mut [bool]) -> Ring {
        let mut trail = Ring::new();
        let mut here = Some(node);
        while let Some(node) = here {
            let open = |arc: &&i32| is_open.get(arc_index(**arc)).copied().unwrap_or(false);
            let Some(&next) = self.leaving(node).iter().find(open) else {
                break;
            };
            if let Some(open) = is_open.get_mut(arc_index(next)) {
                *open = false;
            }
            trail.push(next);
            here = self.node_after(next);
        }
        trail
    }
}
