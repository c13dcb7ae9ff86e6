//! Numbers of a raw table, found by the words in some of its columns.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::problem::{Fault, Problem};
use crate::table::Table;

/// Numbers by words.
pub struct Cells {
    file: PathBuf,
    numbers: BTreeMap<Vec<String>, f64>,
}

impl Cells {
    /// Reads the numbers in `values` of the rows whose words in `keys` are kept. A number is
    /// found by its row's words and then the name of its column. Blank cells are left out.
    ///
    /// # Errors
    /// A fault at the column, row or cell that cannot be used; rows with the same words.
    pub fn read(
        file: &Path,
        keys: &[&str],
        values: &[&str],
        keep: impl Fn(&[&str]) -> bool,
    ) -> Result<Self, Problem> {
        Self::of(&Table::read(file)?, file, keys, values, keep)
    }

    /// As [`Self::read`], of a table in memory.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn of(
        table: &Table,
        file: &Path,
        keys: &[&str],
        values: &[&str],
        keep: impl Fn(&[&str]) -> bool,
    ) -> Result<Self, Problem> {
        let columns = |names: &[&str]| -> Result<Vec<_>, Problem> {
            names.iter().map(|name| table.column(name)).collect()
        };
        let (key_columns, value_columns) = (columns(keys)?, columns(values)?);
        let mut numbers = BTreeMap::new();
        for row in table.rows() {
            let words: Vec<&str> = key_columns.iter().map(|own| row.text(*own)).collect();
            if !keep(&words) {
                continue;
            }
            for (name, &column) in values.iter().zip(&value_columns) {
                let Some(number) = row.number(column)? else {
                    continue;
                };
                let mut key: Vec<String> = words.iter().copied().map(str::to_owned).collect();
                key.push((*name).to_owned());
                if numbers.insert(key, number).is_some() {
                    let reason = format!("{} stands twice", words.join(", "));
                    return Err(row.fault(column, reason, "Remove one of the two rows"));
                }
            }
        }
        Ok(Self {
            file: file.to_owned(),
            numbers,
        })
    }

    /// A number that must be there.
    ///
    /// # Errors
    /// A fault naming what is not there.
    pub fn get(&self, key: &[&str]) -> Result<f64, Problem> {
        self.find(key).ok_or_else(|| self.lacking(key))
    }

    /// A number that may be missing.
    pub fn find(&self, key: &[&str]) -> Option<f64> {
        let key: Vec<String> = key.iter().copied().map(str::to_owned).collect();
        self.numbers.get(&key).copied()
    }

    /// Every number and what it is found by, in order.
    pub fn all(&self) -> impl Iterator<Item = (&[String], f64)> {
        self.numbers
            .iter()
            .map(|(key, number)| (key.as_slice(), *number))
    }

    /// The same numbers, found without the first words, which are alike in all.
    pub fn without(self, first: usize) -> Self {
        let short =
            |(key, number): (Vec<String>, f64)| (key.into_iter().skip(first).collect(), number);
        Self {
            numbers: self.numbers.into_iter().map(short).collect(),
            file: self.file,
        }
    }

    /// That there is no number where one is needed.
    pub fn lacking(&self, key: &[&str]) -> Problem {
        Fault {
            file: self.file.clone(),
            place: key.join(", "),
            field: String::new(),
            reason: "there is no such number".to_owned(),
            advice: "Fetch the whole table again, or correct model/region.toml".to_owned(),
        }
        .into()
    }
}

/// A series through time of a folder that has a file per slug.
pub struct Series(Cells);

impl Series {
    /// Reads the series of a slug; a period's year is its first four characters.
    ///
    /// # Errors
    /// As [`Cells::read`].
    pub fn read(folder: &Path, slug: &str) -> Result<Self, Problem> {
        let file = folder.join(format!("{slug}.csv"));
        let periods = Cells::read(&file, &["areacd", "period"], &["value"], |_| true)?;
        let mut numbers = BTreeMap::new();
        for (key, number) in periods.all() {
            let [area, period, ..] = key else { continue };
            let year = period.get(..4).unwrap_or_default();
            let own = vec![area.clone(), year.to_owned()];
            if numbers.insert(own, number).is_some() {
                return Err(periods.lacking(&[area, year, "only once"]));
            }
        }
        Ok(Self(Cells { file, numbers }))
    }

    /// The number of a year.
    ///
    /// # Errors
    /// A fault naming area and year.
    pub fn get(&self, area: &str, year: u16) -> Result<f64, Problem> {
        self.0.get(&[area, &year.to_string()])
    }

    /// The mean of some years, each of which must be there.
    ///
    /// # Errors
    /// A fault naming area and year.
    pub fn mean(&self, area: &str, years: &[u16]) -> Result<f64, Problem> {
        let numbers = years.iter().map(|year| self.get(area, *year));
        let sum: f64 = numbers.sum::<Result<f64, Problem>>()?;
        let count = f64::from(u32::try_from(years.len()).unwrap_or(u32::MAX).max(1));
        Ok(sum / count)
    }

    /// Years and numbers of an area, in order of time.
    pub fn of(&self, area: &str) -> Vec<(u16, f64)> {
        let own = self
            .0
            .all()
            .filter(|(key, _)| key.first().is_some_and(|own| own == area));
        own.filter_map(|(key, number)| Some((key.get(1)?.parse().ok()?, number)))
            .collect()
    }
}
