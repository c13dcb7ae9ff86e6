//! Output per filled job of every district.

use std::collections::BTreeMap;

use roadmap_core::data::wire::FilledJobWire;

use super::Work;
use crate::problem::Problem;
use crate::table::Table;

/// Reads one period; none when content describes none.
///
/// # Errors
/// A fault at the row, column and file that cannot be used, or where no district has a figure.
pub fn read(work: &Work<'_>) -> Result<Option<FilledJobWire>, Problem> {
    let Some(words) = &work.words.filled_job else {
        return Ok(None);
    };
    let table = Table::read(&work.given.raw.join(&words.folder).join(&words.file))?;
    let [code, period, value] = [
        table.column(&words.code)?,
        table.column(&words.period_column)?,
        table.column(&words.value)?,
    ];
    let mut figures = BTreeMap::new();
    for row in table.rows().filter(|row| row.text(period) == words.period) {
        if let Some(number) = row.number(value)? {
            figures.insert(work.current(row.text(code)), number);
        }
    }
    let districts = work.districts.iter();
    let gbp: Vec<Option<f64>> = districts
        .map(|district| figures.get(district.as_str()).copied())
        .collect();
    if gbp.iter().all(Option::is_none) {
        let reason = format!("no district has a figure for {}", words.period);
        let advice = "Name a period of the table in industries.toml";
        return Err(table.fault(&words.period_column, reason, advice));
    }
    Ok(Some(FilledJobWire {
        year: words.year,
        source: words.source.clone(),
        gbp,
    }))
}
