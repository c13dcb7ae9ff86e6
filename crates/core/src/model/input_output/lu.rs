//! Inverting a square table by triangular factors with partial pivoting.

use crate::stats::grid::Grid;

/// There is no inverse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Singular {
    /// The column at which no pivot was left, from 0.
    pub column: usize,
}

/// Pivots below this share of the largest cell are rounding.
const LEAST_PIVOT: f64 = 1e-13;

/// The inverse of a square table.
pub fn inverse(table: &Grid) -> Result<Grid, Singular> {
    let count = table.rows();
    let mut rows: Vec<Vec<f64>> = table.each_row().map(<[f64]>::to_vec).collect();
    // The right-hand sides ride along: at first the columns of the unit table.
    let mut sides: Vec<Vec<f64>> = (0..count)
        .map(|row| {
            let mut unit = vec![0.0; count];
            if let Some(cell) = unit.get_mut(row) {
                *cell = 1.0;
            }
            unit
        })
        .collect();
    let largest = table
        .cells()
        .iter()
        .fold(0.0_f64, |most, cell| most.max(cell.abs()));
    for column in 0..count {
        let pivot = pivot(&rows, column, LEAST_PIVOT * largest).ok_or(Singular { column })?;
        rows.swap(column, pivot);
        sides.swap(column, pivot);
        eliminate(&mut rows, &mut sides, column);
    }
    Ok(substitute(&rows, sides))
}

/// How far the product of two square tables is from the unit table, at most.
pub fn residual(table: &Grid, inverse: &Grid) -> f64 {
    let mut most = 0.0_f64;
    for (row, cells) in table.each_row().enumerate() {
        for (column, product) in inverse.weighed_rows(cells).into_iter().enumerate() {
            let unit = f64::from(u8::from(row == column));
            most = most.max((product - unit).abs());
        }
    }
    most
}

fn at(rows: &[Vec<f64>], row: usize, column: usize) -> f64 {
    let row = rows.get(row);
    row.and_then(|row| row.get(column)).copied().unwrap_or(0.0)
}

/// The row from the diagonal down with the largest cell in a column.
fn pivot(rows: &[Vec<f64>], column: usize, least: f64) -> Option<usize> {
    let size = |row: &usize| at(rows, *row, column).abs();
    let best = (column..rows.len())
        .reduce(|best, row| if size(&row) > size(&best) { row } else { best })?;
    (size(&best) > least).then_some(best)
}

/// Takes multiples of the pivot's row from the rows below, so that their cells in its column
/// vanish.
fn eliminate(rows: &mut [Vec<f64>], sides: &mut [Vec<f64>], column: usize) {
    let (above, below) = rows.split_at_mut(column + 1);
    let (sides_above, sides_below) = sides.split_at_mut(column + 1);
    let (Some(pivot), Some(side)) = (above.last(), sides_above.last()) else {
        return;
    };
    let diagonal = pivot.get(column).copied().unwrap_or(1.0);
    for (row, own) in below.iter_mut().zip(sides_below) {
        let factor = row.get(column).copied().unwrap_or(0.0) / diagonal;
        if factor == 0.0 {
            continue;
        }
        for (cell, pivot) in row.iter_mut().zip(pivot).skip(column) {
            *cell -= factor * pivot;
        }
        for (cell, side) in own.iter_mut().zip(side) {
            *cell -= factor * side;
        }
    }
}

/// Solves the upper triangle from the last row up.
fn substitute(rows: &[Vec<f64>], mut sides: Vec<Vec<f64>>) -> Grid {
    for (row, cells) in rows.iter().enumerate().rev() {
        let (above, below) = sides.split_at_mut(row + 1);
        let Some(own) = above.last_mut() else {
            continue;
        };
        for (factor, solved) in cells.iter().skip(row + 1).zip(below.iter()) {
            for (cell, solved) in own.iter_mut().zip(solved) {
                *cell -= factor * solved;
            }
        }
        let diagonal = cells.get(row).copied().unwrap_or(1.0);
        for cell in own.iter_mut() {
            *cell /= diagonal;
        }
    }
    Grid::from_rows(&sides)
}
