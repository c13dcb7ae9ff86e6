//! Tiles as nearly square as they can be (Bruls, Huizing and van Wijk 2000).

use crate::chart::region::Rect;

/// A rectangle for each value, in the order given, which falls; areas are in proportion.
///
/// Values are positive and finite; none gives no rectangles.
pub(super) fn tiles(falling: &[f64], room: Rect) -> Vec<Rect> {
    let sum: f64 = falling.iter().sum();
    if sum <= 0.0 || room.area() <= 0.0 {
        return vec![
            Rect {
                right: room.left,
                bottom: room.top,
                ..room
            };
            falling.len()
        ];
    }
    let px_per_value = room.area() / sum;
    let mut left = room;
    let mut placed = Vec::with_capacity(falling.len());
    let mut rest = falling;
    while !rest.is_empty() {
        let (across, down) = (left.right - left.left, left.bottom - left.top);
        let side = across.min(down).max(f64::MIN_POSITIVE);
        let count = row_length(rest, side, px_per_value);
        let (row, after) = rest.split_at(count.min(rest.len()).max(1));
        let row_area: f64 = row.iter().sum::<f64>() * px_per_value;
        let depth = row_area / side;
        let mut along = 0.0;
        for value in row {
            let length = value * px_per_value / depth.max(f64::MIN_POSITIVE);
            placed.push(if across >= down {
                Rect {
                    left: left.left,
                    top: left.top + along,
                    right: left.left + depth,
                    bottom: left.top + along + length,
                }
            } else {
                Rect {
                    left: left.left + along,
                    top: left.top,
                    right: left.left + along + length,
                    bottom: left.top + depth,
                }
            });
            along += length;
        }
        if across >= down {
            left.left = (left.left + depth).min(left.right);
        } else {
            left.top = (left.top + depth).min(left.bottom);
        }
        rest = after;
    }
    placed
}

/// How many of the next values make the row whose worst tile is nearest to a square.
fn row_length(rest: &[f64], side: f64, px_per_value: f64) -> usize {
    let mut sum = 0.0;
    let mut largest = 0.0_f64;
    let mut best = f64::INFINITY;
    for (index, value) in rest.iter().enumerate() {
        let area = value * px_per_value;
        sum += area;
        largest = largest.max(area);
        // Values fall, so the newest is the smallest.
        let square = side * side;
        let worst = (square * largest / (sum * sum)).max(sum * sum / (square * area));
        if worst > best {
            return index;
        }
        best = worst;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_example_comes_out_as_published() {
        let room = Rect {
            left: 0.0,
            top: 0.0,
            right: 6.0,
            bottom: 4.0,
        };
        let placed = tiles(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], room);
        let sides: Vec<[f64; 2]> = placed
            .iter()
            .map(|r| [r.right - r.left, r.bottom - r.top])
            .collect();
        let expected = [
            [3.0, 2.0],
            [3.0, 2.0],
            [12.0 / 7.0, 7.0 / 3.0],
            [9.0 / 7.0, 7.0 / 3.0],
        ];
        for (found, expected) in sides.iter().zip(expected) {
            assert!(
                (found[0] - expected[0]).abs() < 1e-9 && (found[1] - expected[1]).abs() < 1e-9,
                "{sides:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn tiles_fill_the_room_in_proportion_and_do_not_overlap(
            mut values in prop::collection::vec(0.01..1e4_f64, 1..60), across in 50.0..900.0_f64, down in 50.0..900.0_f64,
        ) {
            values.sort_by(|a, b| b.total_cmp(a));
            let room = Rect { left: 3.0, top: 5.0, right: 3.0 + across, bottom: 5.0 + down };
            let placed = tiles(&values, room);
            let sum: f64 = values.iter().sum();
            prop_assert_eq!(placed.len(), values.len());
            for (index, (tile, value)) in placed.iter().zip(&values).enumerate() {
                prop_assert!(room.grown(1e-6).holds(*tile));
                prop_assert!((tile.area() / room.area() - value / sum).abs() < 1e-9);
                for other in &placed[index + 1..] {
                    prop_assert!(!tile.grown(-1e-6).overlaps(*other));
                }
            }
        }
    }
}
