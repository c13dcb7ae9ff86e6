//! The outline of several areas together: what borders none of them on its other side.

use std::collections::BTreeMap;

use crate::chart::choropleth::Ring;

/// A corner, by the bits of its coordinates: neighbours share their corners exactly.
type Corner = [u64; 2];

/// Kilometres east and north.
type Place = [f64; 2];

/// The lines around some rings together.
pub(super) fn of(rings: &[&Ring]) -> Vec<Ring> {
    let mut times: BTreeMap<[Corner; 2], u32> = BTreeMap::new();
    for side in rings.iter().flat_map(|ring| sides(ring)) {
        let count = times.entry(key(side)).or_default();
        *count = count.saturating_add(1);
    }
    let is_outer = |side: [Place; 2]| times.get(&key(side)) == Some(&1);
    let mut lines = Vec::new();
    for ring in rings {
        let mut line = Ring::new();
        for [from, to] in sides(ring) {
            if is_outer([from, to]) {
                if line.is_empty() {
                    line.push(from);
                }
                line.push(to);
            } else if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// The sides of a ring, the last of which closes it.
fn sides(ring: &[Place]) -> impl Iterator<Item = [Place; 2]> {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter()
        .copied()
        .zip(next.copied())
        .map(<[Place; 2]>::from)
}

/// A side whichever way it is walked.
fn key([from, to]: [Place; 2]) -> [Corner; 2] {
    let [a, b] = [from, to].map(|end| end.map(f64::to_bits));
    if a <= b { [a, b] } else { [b, a] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(left: f64, right: f64) -> Ring {
        vec![[left, 0.0], [right, 0.0], [right, 10.0], [left, 10.0]]
    }

    #[test]
    fn a_shared_side_is_no_outline() {
        let (left, right) = (rectangle(0.0, 10.0), rectangle(10.0, 20.0));
        let alone = of(&[&left]);
        assert_eq!(alone.iter().map(Vec::len).sum::<usize>(), 5);
        let both = of(&[&left, &right]);
        let sides: usize = both.iter().map(|line| line.len() - 1).sum();
        assert_eq!(sides, 6, "{both:?}");
        let inside = |line: &Ring| {
            let mut sides = line.windows(2);
            sides.any(|side| side.iter().all(|end| end[0] == 10.0))
        };
        assert!(!both.iter().any(inside));
        assert!(of(&[]).is_empty());
    }
}
