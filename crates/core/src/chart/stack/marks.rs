//! The areas of a stack.

use super::layout::Layout;
use super::{Run, StackSpec};
use crate::chart::mark::{Ink, Mark, Point, rectangle};
use crate::chart::placed::outline;
use crate::chart::theme::parts;

/// Half the width of a period that stands alone between gaps.
const ALONE_PX: f64 = 2.5;

impl StackSpec {
    /// Each part's area in each run, a fine line of paper between parts.
    pub(super) fn area_marks(&self, runs: &[Run<'_>], layout: &Layout) -> Vec<Mark> {
        let mut marks = Vec::new();
        for run in runs {
            let edges: Vec<Vec<Point>> = (0..=self.parts.len())
                .map(|below| self.edge(run, below, layout))
                .collect();
            for (part, (lower, upper)) in edges.iter().zip(edges.iter().skip(1)).enumerate() {
                let ring = ring(lower, upper);
                marks.push(Mark::fill(ring, parts::part(part)));
            }
            for edge in edges.iter().skip(1) {
                if edge.len() > 1 {
                    marks.push(Mark::stroke(edge.clone(), Ink::Paper, 1.0));
                    marks.push(Mark::stroke(edge.clone(), Ink::Border, 1.0));
                }
            }
            let chosen = self.chosen.and_then(|chosen| {
                let lower = edges.get(chosen)?;
                Some(ring(lower, edges.get(chosen + 1)?))
            });
            if let Some(ring) = chosen {
                marks.push(outline(&ring, Ink::Ink, 2.0));
            }
        }
        marks
    }

    /// The upper edge of the first parts through a run.
    fn edge(&self, run: &Run<'_>, below: usize, layout: &Layout) -> Vec<Point> {
        run.iter()
            .filter_map(|slice| {
                let values = slice.values.as_ref().ok()?;
                let sum: f64 = values.iter().take(below).sum();
                Some(layout.at(slice.years, sum))
            })
            .collect()
    }
}

/// Between two edges; a narrow column where there is a single period.
fn ring(lower: &[Point], upper: &[Point]) -> Vec<Point> {
    if let ([foot], [head]) = (lower, upper) {
        return rectangle(foot.x - ALONE_PX, head.y, foot.x + ALONE_PX, foot.y);
    }
    upper.iter().chain(lower.iter().rev()).copied().collect()
}
