//! Numbers in rows and columns.

use std::fmt;

/// A table of numbers without names: places by industries, or industries by industries.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

impl Grid {
    /// A grid of zeros.
    #[must_use]
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self {
            rows,
            columns,
            cells: vec![0.0; rows * columns],
        }
    }

    /// A grid of cells given row by row.
    ///
    /// # Errors
    /// [`NotAGrid`] when the number of cells is not rows times columns.
    pub fn new(rows: usize, columns: usize, cells: Vec<f64>) -> Result<Self, NotAGrid> {
        if cells.len() != rows * columns {
            return Err(NotAGrid {
                rows,
                columns,
                cells: cells.len(),
            });
        }
        Ok(Self {
            rows,
            columns,
            cells,
        })
    }

    /// A grid of rows; a short row is filled with zeros.
    #[must_use]
    pub fn from_rows<R: AsRef<[f64]>>(rows: &[R]) -> Self {
        let widths = rows.iter().map(|row| row.as_ref().len());
        let mut grid = Self::zeros(rows.len(), widths.max().unwrap_or(0));
        for (at, row) in rows.iter().enumerate() {
            for (cell, number) in grid.row_mut(at).iter_mut().zip(row.as_ref()) {
                *cell = *number;
            }
        }
        grid
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns there are.
    #[must_use]
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// One row; empty where there is none.
    #[must_use]
    pub fn row(&self, row: usize) -> &[f64] {
        let from = row * self.columns;
        let cells = self.cells.get(from..from + self.columns);
        cells.unwrap_or_default()
    }

    /// One row to write to; empty where there is none.
    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        let from = row * self.columns;
        let cells = self.cells.get_mut(from..from + self.columns);
        cells.unwrap_or_default()
    }

    /// One cell; NaN where there is none.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.row(row).get(column).copied().unwrap_or(f64::NAN)
    }

    /// Writes one cell; nothing happens where there is none.
    pub fn set(&mut self, row: usize, column: usize, number: f64) {
        if let Some(cell) = self.row_mut(row).get_mut(column) {
            *cell = number;
        }
    }

    /// The rows one after the other.
    pub fn each_row(&self) -> impl Iterator<Item = &[f64]> {
        (0..self.rows).map(|row| self.row(row))
    }

    /// All cells, row by row.
    #[must_use]
    pub fn cells(&self) -> &[f64] {
        &self.cells
    }

    /// The same with each cell as `change` gives it for row, column and number.
    #[must_use]
    pub fn map(&self, change: impl Fn(usize, usize, f64) -> f64) -> Self {
        let columns = self.columns.max(1);
        let cells = self.cells.iter().enumerate();
        Self {
            cells: cells
                .map(|(at, number)| change(at / columns, at % columns, *number))
                .collect(),
            ..*self
        }
    }

    /// The sum of each row.
    #[must_use]
    pub fn row_sums(&self) -> Vec<f64> {
        self.each_row().map(|row| row.iter().sum()).collect()
    }

    /// The sum of each column.
    #[must_use]
    pub fn column_sums(&self) -> Vec<f64> {
        self.weighed_rows(&vec![1.0; self.rows])
    }

    /// The sum of all rows, each times its weight: a row vector times the grid.
    #[must_use]
    pub fn weighed_rows(&self, weights: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.columns];
        for (row, weight) in self.each_row().zip(weights) {
            for (sum, cell) in sums.iter_mut().zip(row) {
                *sum += weight * cell;
            }
        }
        sums
    }

    /// The grid times a column vector.
    #[must_use]
    pub fn times(&self, vector: &[f64]) -> Vec<f64> {
        self.each_row().map(|row| dot(row, vector)).collect()
    }
}

/// The sum of products, pair by pair.
#[must_use]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// A number of cells that fills no grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAGrid {
    /// Rows asked for.
    pub rows: usize,
    /// Columns asked for.
    pub columns: usize,
    /// Cells given.
    pub cells: usize,
}

impl fmt::Display for NotAGrid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} numbers do not fill a table of {} rows and {} columns; make the pack again",
            self.cells, self.rows, self.columns
        )
    }
}

impl std::error::Error for NotAGrid {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_columns_and_products() {
        let grid = Grid::new(2, 3, vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
        assert_eq!(grid, Grid::from_rows(&[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]));
        assert_eq!(grid.row_sums(), [6.0, 15.0]);
        assert_eq!(grid.column_sums(), [5.0, 7.0, 9.0]);
        assert_eq!(grid.times(&[1.0, 0.0, 1.0]), [4.0, 10.0]);
        assert_eq!(grid.weighed_rows(&[2.0, 1.0]), [6.0, 9.0, 12.0]);
        let turned = grid.map(|row, column, cell| cell + (row * 10 + column) as f64);
        assert_eq!(turned.row(1), [14.0, 16.0, 18.0]);
        assert!(grid.at(2, 0).is_nan() && grid.row(7).is_empty());
        assert!(Grid::new(2, 2, vec![0.0; 3]).is_err());
    }
}
