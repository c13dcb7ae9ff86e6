//! Sums of raw rows that are known beforehand: a folder that was fetched anew and says something
//! else is found before a pack is made of it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::content::RawCheck;
use crate::problem::Problem;
use crate::table::{Column, Table};

/// What the rows that a check names add up to; none when there are none.
///
/// # Errors
/// When the table cannot be read or lacks a column, or a figure is no number.
pub fn sum(
    raw: &Path,
    check: &RawCheck,
    districts: &BTreeSet<&str>,
) -> Result<Option<f64>, Problem> {
    let table = Table::read(&raw.join(&check.file))?;
    let columns = |names: &[String]| -> Result<Vec<Column>, Problem> {
        names.iter().map(|name| table.column(name)).collect()
    };
    let (inside, outside) = (columns(&check.inside)?, columns(&check.outside)?);
    let own = check.rows.iter();
    let own = own.map(|(name, words)| Ok((table.column(name)?, words.as_str())));
    let own: Vec<(Column, &str)> = own.collect::<Result<_, Problem>>()?;
    let value = table.column(&check.column)?;
    let mut total = None;
    for row in table.rows() {
        let is_district = |column: &Column| districts.contains(row.text(*column));
        let is_meant = inside.iter().all(is_district)
            && !outside.iter().any(is_district)
            && own
                .iter()
                .all(|(column, words)| row.text(*column) == *words);
        if is_meant && let Some(number) = row.number(value)? {
            total = Some(total.unwrap_or(0.0) + number);
        }
    }
    Ok(total)
}
