//! Class breaks for maps.

use crate::order;

/// Natural breaks: the upper edges of `classes` groups of values with the least
/// squared deviation within groups (Fisher, 1958; Jenks, 1977).
///
/// Equal values always share a class, so fewer distinct values than classes give
/// fewer classes; no value gives no edge. The last edge is the highest value.
#[must_use]
pub fn fisher_jenks(values: &[f64], classes: usize) -> Vec<f64> {
    let groups = distinct(values);
    let classes = classes.min(groups.len());
    if classes == 0 {
        return Vec::new();
    }
    let cost = Cost::new(&groups);
    // best[i]: least cost of the first i groups in the classes placed so far.
    let mut best: Vec<f64> = (0..=groups.len()).map(|end| cost.between(0, end)).collect();
    let mut starts: Vec<Vec<usize>> = vec![vec![0; groups.len() + 1]];
    for class in 1..classes {
        let mut next = vec![f64::INFINITY; groups.len() + 1];
        let mut start_of = vec![0; groups.len() + 1];
        for end in class + 1..=groups.len() {
            for start in class..end {
                let total = at(&best, start) + cost.between(start, end);
                if total < at(&next, end) {
                    set(&mut next, end, total);
                    set(&mut start_of, end, start);
                }
            }
        }
        best = next;
        starts.push(start_of);
    }
    let mut edges = Vec::with_capacity(classes);
    let mut end = groups.len();
    for start_of in starts.iter().rev() {
        edges.extend(groups.get(end.wrapping_sub(1)).map(|group| group.value));
        end = start_of.get(end).copied().unwrap_or(0);
    }
    edges.reverse();
    edges
}

/// The class of a value: the first whose upper edge is not below it.
#[must_use]
pub fn class_of(upper_edges: &[f64], value: f64) -> Option<usize> {
    upper_edges.iter().position(|edge| value <= *edge)
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
    sums: Vec<[f64; 3]>,
}

impl Cost {
    fn new(groups: &[Group]) -> Self {
        // Sums around the first value lose no digits to a large common offset.
        let origin = groups.first().map_or(0.0, |group| group.value);
        let mut sums = vec![[0.0; 3]];
        let mut running = [0.0; 3];
        for group in groups {
            let value = group.value - origin;
            let [count, sum, squares] = running;
            running = [
                count + group.count,
                sum + group.count * value,
                squares + group.count * value * value,
            ];
            sums.push(running);
        }
        Self { sums }
    }

    fn between(&self, start: usize, end: usize) -> f64 {
        let (Some(from), Some(to)) = (self.sums.get(start), self.sums.get(end)) else {
            return f64::INFINITY;
        };
        let [count, sum, squares] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
        if count > 0.0 {
            (squares - sum * sum / count).max(0.0)
        } else {
            0.0
        }
    }
}

fn at(list: &[f64], index: usize) -> f64 {
    list.get(index).copied().unwrap_or(f64::INFINITY)
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(cell) = list.get_mut(index) {
        *cell = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn groups_that_a_reader_would_see() {
        assert_eq!(
            fisher_jenks(&[1.0, 2.0, 1.5, 9.0, 10.0, 30.0], 3),
            [2.0, 10.0, 30.0]
        );
        assert_eq!(fisher_jenks(&[5.0, 5.0, 5.0], 4), [5.0]);
        assert_eq!(fisher_jenks(&[2.0, 1.0], 5), [1.0, 2.0]);
        assert!(fisher_jenks(&[], 5).is_empty());
        assert!(fisher_jenks(&[f64::NAN], 5).is_empty());
    }

    fn squares_within(values: &[f64], edges: &[f64]) -> f64 {
        (0..edges.len())
            .map(|class| {
                let own: Vec<f64> = values
                    .iter()
                    .copied()
                    .filter(|value| class_of(edges, *value) == Some(class))
                    .collect();
                let mean = own.iter().sum::<f64>() / own.len() as f64;
                own.iter()
                    .map(|value| (value - mean) * (value - mean))
                    .sum::<f64>()
            })
            .sum()
    }

    proptest! {
        #[test]
        fn breaks_partition_and_no_three_others_are_better(values in prop::collection::vec(-50..50_i32, 3..14)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let edges = fisher_jenks(&values, 3);
            prop_assert!(edges.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(values.iter().all(|value| class_of(&edges, *value).is_some()));
            let mut candidates = values.clone();
            candidates.sort_by(f64::total_cmp);
            candidates.dedup();
            let top = candidates[candidates.len() - 1];
            let best = squares_within(&values, &edges);
            for (index, first) in candidates.iter().enumerate() {
                for second in candidates.iter().skip(index + 1) {
                    if *second < top {
                        prop_assert!(best <= squares_within(&values, &[*first, *second, top]) + 1e-6);
                    }
                }
            }
        }
    }
}
