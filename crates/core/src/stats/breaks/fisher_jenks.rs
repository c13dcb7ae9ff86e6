//! Natural breaks, exactly, by dynamic programming.

use std::ops::Range;

use crate::order;

/// Natural breaks: the upper edges of `classes` groups of values with the least
/// squared deviation within groups (Fisher, 1958; Jenks, 1977).
///
/// Equal values always share a class, so fewer distinct values than classes give
/// fewer classes; no value gives no edge. The last edge is the highest value.
///
/// The best start of a class never moves down as its end moves up, so each class is
/// placed by halving in `n log n` steps, with the same result as trying every start.
#[must_use]
pub fn fisher_jenks(values: &[f64], classes: usize) -> Vec<f64> {
    let groups = distinct(values);
    let classes = classes.min(groups.len());
    if classes == 0 {
        return Vec::new();
    }
    let cost = Cost::new(&groups);
    let first: Vec<f64> = (0..=groups.len()).map(|end| cost.between(0, end)).collect();
    let mut rows = vec![Row {
        start: vec![0; first.len()],
        least: first,
    }];
    for class in 1..classes {
        let Some(before) = rows.last() else { break };
        let mut row = Row {
            least: vec![f64::INFINITY; groups.len() + 1],
            start: vec![class; groups.len() + 1],
        };
        let last = groups.len() - 1;
        row.place(
            &cost,
            &before.least,
            class + 1..groups.len() + 1,
            (class, last),
        );
        rows.push(row);
    }
    let mut edges = Vec::with_capacity(classes);
    let mut end = groups.len();
    for row in rows.iter().rev() {
        edges.extend(groups.get(end.wrapping_sub(1)).map(|group| group.value));
        end = row.start.get(end).copied().unwrap_or(0);
    }
    edges.reverse();
    edges
}

/// One class more, for every number of groups it may end at.
struct Row {
    /// The least cost of all classes so far, by end.
    least: Vec<f64>,
    /// Where the last of these classes starts, by end.
    start: Vec<usize>,
}

impl Row {
    /// Finds the best start for the end in the middle, which bounds those of the other ends.
    fn place(&mut self, cost: &Cost, before: &[f64], ends: Range<usize>, starts: (usize, usize)) {
        if ends.is_empty() {
            return;
        }
        let end = usize::midpoint(ends.start, ends.end);
        let (mut best, mut least) = (starts.0, f64::INFINITY);
        for start in starts.0..=starts.1.min(end - 1) {
            let total = at(before, start) + cost.between(start, end);
            if total < least {
                (best, least) = (start, total);
            }
        }
        if let (Some(cell), Some(start)) = (self.least.get_mut(end), self.start.get_mut(end)) {
            (*cell, *start) = (least, best);
        }
        self.place(cost, before, ends.start..end, (starts.0, best));
        self.place(cost, before, end + 1..ends.end, (best, starts.1));
    }
}

/// A value and how often it stands in the list.
struct Group {
    value: f64,
    count: f64,
}

fn distinct(values: &[f64]) -> Vec<Group> {
    let mut sorted: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .collect();
    order::sort_numbers(&mut sorted);
    let mut groups: Vec<Group> = Vec::new();
    for value in sorted {
        match groups.last_mut() {
            Some(last) if last.value == value => last.count += 1.0,
            _ => groups.push(Group { value, count: 1.0 }),
        }
    }
    groups
}

/// Squared deviations of runs of groups, from running sums.
struct Cost {
    /// Count, sum and sum of squares of the groups before each position.
    sums: Vec<[f64; 3]>,
}

impl Cost {
    /// Sums run outwards from the middle group, around its value: neither a large common
    /// offset nor a few far values at either end take digits from the others.
    fn new(groups: &[Group]) -> Self {
        let middle = groups.len() / 2;
        let origin = groups.get(middle).map_or(0.0, |group| group.value);
        let (below, above) = groups.split_at(middle);
        let mut sums = running_sums(below.iter().rev(), origin, -1.0);
        sums.reverse();
        // The middle itself, where all sums are zero, would stand twice.
        sums.pop();
        sums.extend(running_sums(above.iter(), origin, 1.0));
        Self { sums }
    }

    fn between(&self, start: usize, end: usize) -> f64 {
        let (Some(from), Some(to)) = (self.sums.get(start), self.sums.get(end)) else {
            return f64::INFINITY;
        };
        let [count, sum, squares] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
        // A single group costs nothing, whatever is left of its digits.
        if end - start > 1 {
            (squares - sum * sum / count).max(0.0)
        } else {
            0.0
        }
    }
}

fn running_sums<'a>(
    groups: impl Iterator<Item = &'a Group>,
    origin: f64,
    sign: f64,
) -> Vec<[f64; 3]> {
    let mut running = [0.0; 3];
    let mut sums = vec![running];
    for group in groups {
        let value = group.value - origin;
        let [count, sum, squares] = running;
        running = [
            count + sign * group.count,
            sum + sign * group.count * value,
            squares + sign * group.count * value * value,
        ];
        sums.push(running);
    }
    sums
}

fn at(list: &[f64], index: usize) -> f64 {
    list.get(index).copied().unwrap_or(f64::INFINITY)
}
