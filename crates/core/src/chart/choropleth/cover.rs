//! Which area covers which part of the frame, on a coarse grid.
//!
//! Placing names asks thousands of times whether a rectangle lies in one area or in
//! none; a grid of small cells answers without walking the borders each time.

use super::Shape;
use crate::chart::Frame;
use crate::chart::mark::Point;
use crate::chart::region::Rect;
use crate::order;

const CELL_PX: f64 = 3.0;

/// A coarse picture of the areas.
pub(super) struct Cover {
    columns: usize,
    /// For each cell the area that covers its middle.
    cells: Vec<Option<usize>>,
    frame: Rect,
}

/// What lies under a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Under {
    /// No area.
    Nothing,
    /// One area and nothing else.
    Area(usize),
    /// Parts of several, or a part of the outside of the frame.
    Mixed,
}

impl Cover {
    /// The grid of shapes that are painted in the given order.
    pub(super) fn new(shapes: &[Shape], order: &[usize], frame: Frame) -> Self {
        let (columns, rows) = (cell(frame.width_px) + 1, cell(frame.height_px) + 1);
        let mut cells = vec![None; columns * rows];
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); rows];
        for &index in order {
            let Some(shape) = shapes.get(index) else {
                continue;
            };
            for ring in &shape.rings {
                for (a, b) in ring.iter().zip(ring.iter().skip(1).chain(ring.first())) {
                    cross(*a, *b, &mut crossings);
                }
            }
            for (line, found) in cells.chunks_mut(columns).zip(&mut crossings) {
                order::sort_numbers(found);
                for pair in found.chunks_exact(2) {
                    let [from, to] = [pair.first(), pair.get(1)].map(|x| cell_after(x.copied()));
                    if let Some(covered) = line.get_mut(from..to.min(columns)) {
                        covered.fill(Some(index));
                    }
                }
                found.clear();
            }
        }
        let middle = Point::new(frame.width_px / 2.0, frame.height_px / 2.0);
        Self {
            columns,
            cells,
            frame: Rect::centred(middle, frame.width_px, frame.height_px),
        }
    }

    /// What lies under a rectangle.
    pub(super) fn under(&self, room: Rect) -> Under {
        if !self.frame.holds(room) {
            return Under::Mixed;
        }
        let (left, right) = (cell(room.left), cell(room.right));
        let mut seen: Option<Option<usize>> = None;
        for row in cell(room.top)..=cell(room.bottom) {
            let start = row * self.columns;
            for found in self
                .cells
                .get(start + left..=start + right)
                .unwrap_or_default()
            {
                if seen.is_some_and(|seen| seen != *found) {
                    return Under::Mixed;
                }
                seen = Some(*found);
            }
        }
        seen.flatten().map_or(Under::Nothing, Under::Area)
    }
}

/// Notes where an edge crosses the middle lines of the grid's rows.
fn cross(a: Point, b: Point, crossings: &mut [Vec<f64>]) {
    let (top, bottom) = if a.y <= b.y { (a, b) } else { (b, a) };
    let first = cell_after(Some(top.y));
    let last = cell_after(Some(bottom.y));
    for (row, found) in crossings.iter_mut().enumerate().take(last).skip(first) {
        let y = (row as f64 + 0.5) * CELL_PX;
        found.push(top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y));
    }
}

/// The cell at a pixel.
fn cell(px: f64) -> usize {
    whole(px / CELL_PX)
}

/// The first cell whose middle lies at or after a pixel.
fn cell_after(px: Option<f64>) -> usize {
    whole((px.unwrap_or(0.0) / CELL_PX - 0.5).ceil())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in the grid; a float cast saturates"
)]
fn whole(number: f64) -> usize {
    number.max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::mark::rectangle;

    #[test]
    fn the_grid_knows_what_lies_under_a_rectangle() {
        let shape = |left: f64, top: f64, right: f64, bottom: f64| Shape {
            rings: vec![rectangle(left, top, right, bottom)],
            extent: 0.0,
        };
        let shapes = [
            shape(10.0, 10.0, 100.0, 100.0),
            shape(40.0, 40.0, 60.0, 60.0),
        ];
        let cover = Cover::new(&shapes, &[0, 1], Frame::new(200.0, 150.0));
        let under =
            |x: f64, y: f64, side: f64| cover.under(Rect::centred(Point::new(x, y), side, side));
        assert_eq!(under(25.0, 25.0, 20.0), Under::Area(0));
        assert_eq!(under(50.0, 50.0, 10.0), Under::Area(1));
        assert_eq!(under(40.0, 50.0, 10.0), Under::Mixed);
        assert_eq!(under(150.0, 50.0, 30.0), Under::Nothing);
        assert_eq!(
            under(195.0, 50.0, 30.0),
            Under::Mixed,
            "it leaves the frame"
        );
    }
}
