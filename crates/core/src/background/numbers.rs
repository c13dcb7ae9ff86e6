//! Rows of numbers, written and read in the same order.

use std::fmt;

/// Numbers that are no question and no answer: page and worker are of different versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Garbled;

impl fmt::Display for Garbled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "The page and its background worker do not understand each other: reload the page.",
        )
    }
}

impl std::error::Error for Garbled {}

/// Takes numbers one after the other.
#[derive(Debug)]
pub struct Reader<'a>(std::slice::Iter<'a, f64>);

impl<'a> Reader<'a> {
    /// Of all of them.
    #[must_use]
    pub fn new(numbers: &'a [f64]) -> Self {
        Self(numbers.iter())
    }

    /// The next one.
    ///
    /// # Errors
    /// [`Garbled`] when there are no more.
    pub fn number(&mut self) -> Result<f64, Garbled> {
        self.0.next().copied().ok_or(Garbled)
    }

    /// A whole number of 0 or more.
    ///
    /// # Errors
    /// [`Garbled`] when the next is none.
    pub fn whole(&mut self) -> Result<usize, Garbled> {
        let number = self.number()?;
        // Beyond 2^53 whole numbers lose digits, and nothing here is near it.
        if number.fract() == 0.0 && (0.0..9e15).contains(&number) {
            Ok(number as usize)
        } else {
            Err(Garbled)
        }
    }

    /// Numbers that are preceded by how many they are.
    ///
    /// # Errors
    /// [`Garbled`] when there are fewer.
    pub fn row(&mut self) -> Result<&'a [f64], Garbled> {
        let count = self.whole()?;
        let rest = self.0.as_slice();
        let (row, rest) = rest.split_at_checked(count).ok_or(Garbled)?;
        self.0 = rest.iter();
        Ok(row)
    }

    /// Nothing may be left.
    ///
    /// # Errors
    /// [`Garbled`] when something is.
    pub fn end(self) -> Result<(), Garbled> {
        match self.0.as_slice() {
            [] => Ok(()),
            _ => Err(Garbled),
        }
    }
}

/// Writes a row with how many numbers it has before it.
pub(super) fn write_row(numbers: &mut Vec<f64>, row: impl ExactSizeIterator<Item = f64>) {
    numbers.push(row.len() as f64);
    numbers.extend(row);
}
