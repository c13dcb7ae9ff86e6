//! Deprivation by district: one wide table, of which content names the columns.

use std::path::Path;

use roadmap_core::period::Period;

use super::figures::{Cell, Figures};
use crate::content::Place;
use crate::problem::{Fault, Problem};
use crate::table::{Column, Table};

/// The table and what content says of it.
pub struct Deprivation<'a> {
    table: Table,
    code: Column,
    period: Period,
    place: &'a Place,
}

impl<'a> Deprivation<'a> {
    /// Reads the table.
    ///
    /// # Errors
    /// A [`Fault`] when it has no column of codes, or content gives it no period.
    pub fn read(raw: &Path, content: &Path, place: &'a Place) -> Result<Self, Problem> {
        let role = &place.raw;
        let period = Period::parse(&role.deprivation_period).map_err(|not| Fault {
            file: content.join("place.toml"),
            place: "raw".to_owned(),
            field: "deprivation_period".to_owned(),
            reason: not.to_string(),
            advice: "Write the year of the release".to_owned(),
        })?;
        let table = Table::read(&raw.join(&role.deprivation).join(&role.deprivation_file))?;
        Ok(Self {
            code: table.column(&role.deprivation_code)?,
            table,
            period,
            place,
        })
    }

    /// The codes in force of every English district, ascending: the table covers them all.
    pub fn districts(&self) -> Vec<String> {
        let rows = self.table.rows();
        let mut codes: Vec<String> = rows
            .map(|row| self.place.current_code(row.text(self.code)).to_owned())
            .collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// The figures of one measure.
    ///
    /// # Errors
    /// A [`Fault`] when the table has no such column, or a cell holds no number.
    pub fn figures(&self, column: &str, factor: f64) -> Result<Figures, Problem> {
        let column = self.table.column(column)?;
        let mut figures = Figures::default();
        for row in self.table.rows() {
            let cell = Cell {
                value: row.number(column)?.map(|number| scaled(number, factor)),
                ..Cell::default()
            };
            let area = self.place.current_code(row.text(self.code));
            if figures.add(area, &self.period, cell).is_some() {
                return Err(row.fault(
                    self.code,
                    format!("{area} has a row already"),
                    "Keep one of the two rows",
                ));
            }
        }
        Ok(figures)
    }
}

/// A figure in the unit of its measure.
fn scaled(number: f64, factor: f64) -> f64 {
    // At most five decimals are published; the rounding takes away what binary
    // fractions add when a share becomes a percentage.
    (number * factor * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_percent_without_binary_dust() {
        assert_eq!(scaled(0.0278, 100.0).to_string(), "2.78");
        assert_eq!(scaled(0.5789, 100.0).to_string(), "57.89");
        assert_eq!(scaled(18.919, 1.0).to_string(), "18.919");
    }
}
