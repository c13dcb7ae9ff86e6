//! Which parts of the frame the areas cover, on a coarse grid.

use super::Shape;
use crate::chart::Frame;
use crate::chart::mark::Point;
use crate::chart::region::{Rect, chords};

const CELL_PX: f64 = 6.0;

/// A coarse picture of the areas: quick to ask whether a rectangle is free of them.
pub(super) struct Occupied {
    columns: usize,
    cells: Vec<bool>,
    frame: Rect,
}

impl Occupied {
    pub(super) fn new(shapes: &[Shape], frame: Frame) -> Self {
        let columns = cell(frame.width_px) + 1;
        let rows = cell(frame.height_px) + 1;
        let mut cells = vec![false; columns * rows];
        for (row, line) in cells.chunks_mut(columns).enumerate() {
            let y = (row as f64 + 0.5) * CELL_PX;
            for shape in shapes {
                for (from, to) in chords(&shape.rings, y) {
                    let last = cell(to).min(columns - 1);
                    if let Some(covered) = line.get_mut(cell(from).min(last)..=last) {
                        covered.fill(true);
                    }
                }
            }
        }
        let corner = Point::new(frame.width_px / 2.0, frame.height_px / 2.0);
        Self {
            columns,
            cells,
            frame: Rect::centred(corner, frame.width_px, frame.height_px),
        }
    }

    /// Whether a rectangle lies in the frame and touches no area.
    pub(super) fn is_free(&self, room: Rect) -> bool {
        if !self.frame.holds(room) {
            return false;
        }
        let (left, right) = (cell(room.left), cell(room.right));
        (cell(room.top)..=cell(room.bottom)).all(|row| {
            let start = row * self.columns;
            self.cells
                .get(start + left..=start + right)
                .is_none_or(|cells| !cells.contains(&true))
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in the grid; a float cast saturates"
)]
fn cell(px: f64) -> usize {
    (px / CELL_PX).floor().max(0.0) as usize
}
