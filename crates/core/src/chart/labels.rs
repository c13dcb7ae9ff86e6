//! Labels that never overlap: pushed apart along a line, set in rows, or around their marks.

mod around;

use super::region::Rect;

pub use around::{Beside, Stand, around};

/// Moves centres apart so that blocks of the given heights do not overlap, as little as
/// possible, inside `low..=high`. Blocks keep the order in which they are given.
///
/// Returns one centre for each block; the blocks must fit in all, which the caller sees to.
#[must_use]
pub fn pushed_apart(wanted: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    // Runs of touching blocks move as one to the mean of what their members want.
    let mut runs: Vec<Run> = Vec::new();
    for &(centre, height) in wanted {
        let mut run = Run {
            offset_sum: centre - height / 2.0,
            count: 1.0,
            height,
        };
        while let Some(above) = runs.pop() {
            if above.top(low, high) + above.height <= run.top(low, high) {
                runs.push(above);
                break;
            }
            run = Run {
                offset_sum: above.offset_sum + run.offset_sum - run.count * above.height,
                count: above.count + run.count,
                height: above.height + run.height,
            };
        }
        runs.push(run);
    }
    let mut blocks = wanted.iter();
    let mut centres = Vec::with_capacity(wanted.len());
    for run in runs {
        let mut top = run.top(low, high);
        let mut members = run.count;
        while members > 0.5
            && let Some(&(_, height)) = blocks.next()
        {
            centres.push(top + height / 2.0);
            top += height;
            members -= 1.0;
        }
    }
    centres
}

/// Touching blocks: the sum of the tops their members would give the run, how many, how high.
struct Run {
    offset_sum: f64,
    count: f64,
    height: f64,
}

impl Run {
    fn top(&self, low: f64, high: f64) -> f64 {
        (self.offset_sum / self.count)
            .min(high - self.height)
            .max(low)
    }
}

/// A label that wants to stand over a point of a horizontal axis.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The point it names.
    pub x_px: f64,
    /// How wide its text is.
    pub width_px: f64,
}

/// Where a label went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// The row, 0 nearest the axis.
    pub row: usize,
    /// Its middle.
    pub x_px: f64,
}

/// Seats labels in rows over an axis, the first given first; one without a seat is left out.
///
/// A label keeps the leader of every other free: no text stands between a label and its point.
#[must_use]
pub fn seated(wanted: &[Wanted], rows: usize, low: f64, high: f64, gap: f64) -> Vec<Option<Seat>> {
    let mut taken: Vec<Taken> = Vec::new();
    wanted
        .iter()
        .map(|label| {
            let best = candidates(label, rows, low, high, gap, &taken)
                .filter(|seat| is_free(label, *seat, gap, &taken))
                .min_by(|a, b| cost(label, *a).total_cmp(&cost(label, *b)))?;
            taken.push(Taken {
                row: best.row,
                from: best.x_px - label.width_px / 2.0,
                to: best.x_px + label.width_px / 2.0,
                leader_px: label.x_px,
            });
            Some(best)
        })
        .collect()
}

struct Taken {
    row: usize,
    from: f64,
    to: f64,
    leader_px: f64,
}

fn candidates<'a>(
    label: &'a Wanted,
    rows: usize,
    low: f64,
    high: f64,
    gap: f64,
    taken: &'a [Taken],
) -> impl Iterator<Item = Seat> + 'a {
    let half = label.width_px / 2.0;
    let beside = taken.iter().flat_map(move |other| {
        [
            other.from - gap - half,
            other.to + gap + half,
            other.leader_px - gap - half,
            other.leader_px + gap + half,
        ]
    });
    let centred = label.x_px.min(high - half).max(low + half);
    std::iter::once(centred)
        .chain(beside)
        .filter(move |&x| x - half >= low - 0.01 && x + half <= high + 0.01)
        // A label further from its point than this would be taken for another's.
        .filter(move |&x| (x - label.x_px).abs() <= half + 10.0)
        .flat_map(move |x_px| (0..rows).map(move |row| Seat { row, x_px }))
}

fn is_free(label: &Wanted, seat: Seat, gap: f64, taken: &[Taken]) -> bool {
    let (from, to) = (
        seat.x_px - label.width_px / 2.0,
        seat.x_px + label.width_px / 2.0,
    );
    // Half a pixel of grace, because candidates stand exactly one gap away.
    let clear = gap - 0.5;
    taken.iter().all(|other| {
        let touches = from < other.to + clear && other.from < to + clear;
        let covers_leader = other.row > seat.row
            && (from - clear / 2.0..=to + clear / 2.0).contains(&other.leader_px);
        let leader_is_covered = seat.row > other.row
            && (other.from - clear / 2.0..=other.to + clear / 2.0).contains(&label.x_px);
        let collides = touches && other.row == seat.row;
        !(collides || covers_leader || leader_is_covered)
    })
}

fn cost(label: &Wanted, seat: Seat) -> f64 {
    let rows = [0.0, 12.0, 24.0, 36.0];
    (seat.x_px - label.x_px).abs() + rows.get(seat.row).copied().unwrap_or(48.0)
}

/// Whether a rectangle is free of all others.
#[must_use]
pub fn is_clear(room: Rect, taken: &[Rect]) -> bool {
    taken.iter().all(|other| !room.overlaps(*other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_that_crowd_give_way_alike() {
        let centres = pushed_apart(&[(50.0, 10.0), (52.0, 10.0)], 0.0, 100.0);
        assert_eq!(centres, [46.0, 56.0]);
        let at_edge = pushed_apart(&[(1.0, 10.0), (2.0, 10.0)], 0.0, 100.0);
        assert_eq!(at_edge, [5.0, 15.0]);
    }

    proptest! {
        #[test]
        fn blocks_keep_order_and_distance(mut centres in prop::collection::vec(0.0..100.0_f64, 1..8)) {
            centres.sort_by(f64::total_cmp);
            let wanted: Vec<(f64, f64)> = centres.iter().map(|&c| (c, 12.0)).collect();
            let placed = pushed_apart(&wanted, 0.0, 100.0);
            prop_assert_eq!(placed.len(), wanted.len());
            prop_assert!(placed.windows(2).all(|w| w[1] - w[0] >= 12.0 - 1e-9));
            prop_assert!(placed[0] >= 6.0 - 1e-9 && placed[placed.len() - 1] <= 94.0 + 1e-9);
        }

        #[test]
        fn seated_labels_never_touch(
            labels in prop::collection::vec((0.0..200.0_f64, 10.0..80.0_f64), 1..6), rows in 0_usize..3,
        ) {
            let wanted: Vec<Wanted> = labels.iter().map(|&(x_px, width_px)| Wanted { x_px, width_px }).collect();
            let seats = seated(&wanted, rows, 0.0, 200.0, 4.0);
            prop_assert!(rows == 0 || seats[0].is_some(), "the first is always seated");
            for (i, a) in seats.iter().enumerate() {
                let Some(a) = a else { continue };
                let half = wanted[i].width_px / 2.0;
                prop_assert!(a.x_px - half >= -0.02 && a.x_px + half <= 200.02);
                for (j, b) in seats.iter().enumerate().skip(i + 1) {
                    let Some(b) = b else { continue };
                    let apart = (a.x_px - b.x_px).abs() >= half + wanted[j].width_px / 2.0 + 3.0;
                    prop_assert!(a.row != b.row || apart);
                }
            }
        }
    }
}
