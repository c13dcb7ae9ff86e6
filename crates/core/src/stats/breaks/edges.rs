//! Upper edges of classes by rule, all but natural breaks.

use crate::order;
use crate::stats::quantile;

/// Edges that hold about the same number of values each: type-7 quantiles at j/k.
/// Edges that fall together, and classes that hold no value, are dropped.
pub(super) fn quantiles(sorted: &[f64], classes: usize) -> Vec<f64> {
    let mut edges: Vec<f64> = Vec::with_capacity(classes);
    let mut below = 0;
    for step in 1..=classes {
        let Some(edge) = quantile(sorted, step as f64 / classes as f64) else {
            continue;
        };
        let up_to = sorted.partition_point(|value| *value <= edge);
        if up_to > below {
            edges.push(edge);
            below = up_to;
        }
    }
    end_at(&mut edges, sorted.last().copied());
    edges
}

/// Edges at equal steps from the lowest to the highest value.
pub(super) fn equal_steps(sorted: &[f64], classes: usize) -> Vec<f64> {
    let (Some(&low), Some(&high)) = (sorted.first(), sorted.last()) else {
        return Vec::new();
    };
    let steps = (1..=classes).map(|step| low + (high - low) * (step as f64 / classes as f64));
    let mut edges = rising(steps);
    end_at(&mut edges, Some(high));
    edges
}

/// Edges at the same distances below and above `centre`, which is an edge itself: the
/// distances are quantiles of all values' distances, so one far value does not empty
/// the others' classes. Also how many classes lie at or below the centre.
pub(super) fn around(sorted: &[f64], centre: f64, classes: usize) -> (Vec<f64>, usize) {
    let mut distances: Vec<f64> = sorted
        .iter()
        .map(|value| (value - centre).abs())
        .filter(|distance| *distance > 0.0)
        .collect();
    order::sort_numbers(&mut distances);
    let mut different = distances.clone();
    different.dedup();
    let each_side = (classes / 2).max(1).min(different.len());
    let steps = quantiles(&distances, each_side);
    let inner = steps
        .get(..steps.len().saturating_sub(1))
        .unwrap_or_default();
    let below = inner.iter().rev().map(|step| centre - step);
    let mut edges = rising(below.chain([centre]));
    let classes_below = edges.len();
    edges.extend(rising(steps.iter().map(|step| centre + step)));
    // Rounding may leave the highest value above the sum of centre and distance.
    if let (Some(last), Some(highest)) = (edges.last_mut(), sorted.last()) {
        *last = last.max(*highest);
    }
    (edges, classes_below)
}

/// Those that are above all before them: steps smaller than a number's last digit fall together.
fn rising(steps: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut edges: Vec<f64> = Vec::new();
    for step in steps {
        if edges.last().is_none_or(|last| step > *last) {
            edges.push(step);
        }
    }
    edges
}

/// Ends exactly at the highest value, which rounding may have missed.
fn end_at(edges: &mut [f64], highest: Option<f64>) {
    if let (Some(last), Some(highest)) = (edges.last_mut(), highest) {
        *last = highest;
    }
}
