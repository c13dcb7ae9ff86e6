//! Jobs of a place by industry at any level.

use super::{Industries, Industry, IndustryLevel, Sector, Territory};
use crate::quantity::Value;

/// Whether jobs through employment agencies count.
///
/// Their staff are counted at the agency's address, so one district can hold tens of thousands
/// of jobs that are done elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agencies {
    /// The agencies' division is left out of every row and total.
    LeftOut,
    /// Jobs as published.
    Included,
}

/// Jobs of one place by industry.
///
/// Rows of the same level and the same treatment of agencies are the same for every place and
/// year, so two of these may be compared row by row.
#[derive(Clone, Debug)]
pub struct Jobs<'a> {
    /// How fine the industries are.
    pub level: IndustryLevel,
    /// The year counted.
    pub year: u16,
    /// Whether agencies count.
    pub agencies: Agencies,
    /// The key of the source.
    pub source: &'a str,
    /// The industries in ascending order of code; without the agencies' own when left out.
    pub industries: Vec<&'a Industry>,
    /// Jobs, one per industry; a zero is a published zero.
    pub jobs: Vec<Value>,
}

impl Jobs<'_> {
    /// All rows together; no number if a row has none.
    #[must_use]
    pub fn total(&self) -> Value {
        let rows = self.jobs.iter().copied();
        rows.fold(Value::Number(0.0), plus)
    }
}

/// Published counts of one year: the rows of some territories by the industries of a level.
#[derive(Clone, Debug)]
pub(in crate::data) struct JobTable {
    pub(in crate::data) year: u16,
    /// The finest level of the table: division or five digits.
    pub(in crate::data) level: IndustryLevel,
    pub(in crate::data) source: String,
    /// For each row, the position of its territory.
    pub(in crate::data) territories: Vec<usize>,
    /// A row per territory, a value per industry of the level.
    pub(in crate::data) values: Vec<Vec<Value>>,
}

impl Industries {
    /// Jobs of a place in a year; none where nobody tells them: finer industries of districts
    /// far away, or a year without figures.
    #[must_use]
    pub fn jobs(
        &self,
        territory: &Territory,
        level: IndustryLevel,
        year: u16,
        agencies: Agencies,
    ) -> Option<Jobs<'_>> {
        let table = self.table(level, year)?;
        let row = self.row(table, territory)?;
        let left_out = match agencies {
            Agencies::LeftOut => self.classification.agencies().map(|own| own.position),
            Agencies::Included => None,
        };
        let finest = self.classification.of_level(table.level);
        let mut sums = vec![Value::Number(0.0); self.classification.of_level(level).len()];
        for (industry, &value) in finest.iter().zip(&row) {
            if industry.is_inside_division(left_out) {
                continue;
            }
            let sum = industry
                .position_at(level)
                .and_then(|position| sums.get_mut(position));
            if let Some(sum) = sum {
                *sum = plus(*sum, value);
            }
        }
        let rows = self.classification.of_level(level).iter().zip(sums);
        let (industries, jobs) = rows
            .filter(|(industry, _)| !industry.is_inside_division(left_out))
            .unzip();
        Some(Jobs {
            level,
            year,
            agencies,
            source: &table.source,
            industries,
            jobs,
        })
    }

    /// Jobs of a sector in a place. [`Value::Undefined`] for a sector without codes; none where
    /// its industries are not told: a sector of finer industries needs five-digit figures.
    #[must_use]
    pub fn sector_jobs(
        &self,
        sector: &Sector,
        territory: &Territory,
        year: u16,
        agencies: Agencies,
    ) -> Option<Value> {
        if sector.codes.is_empty() {
            return Some(Value::Undefined);
        }
        let level = sector.finest_level();
        let jobs = self.jobs(territory, level, year, agencies)?;
        let rows = jobs.industries.iter().zip(&jobs.jobs);
        let inside = rows.filter(|(industry, _)| sector.holds(industry, &self.classification));
        Some(inside.fold(Value::Number(0.0), |sum, (_, &value)| plus(sum, value)))
    }

    /// The years in which jobs of a place are told at a level, in order of time.
    #[must_use]
    pub fn job_years(&self, territory: &Territory, level: IndustryLevel) -> Vec<u16> {
        let base = base(level);
        let tables = self.tables.iter().filter(|table| table.level == base);
        tables
            .filter(|table| self.row(table, territory).is_some())
            .map(|table| table.year)
            .collect()
    }

    /// The key of the source of jobs at a level in a year; none where nobody tells them.
    #[must_use]
    pub fn jobs_source(&self, level: IndustryLevel, year: u16) -> Option<&str> {
        self.table(level, year).map(|table| table.source.as_str())
    }

    fn table(&self, level: IndustryLevel, year: u16) -> Option<&JobTable> {
        let base = base(level);
        let mut tables = self.tables.iter();
        tables.find(|table| table.level == base && table.year == year)
    }

    /// The row of a territory, or the sum of the rows of its districts.
    fn row(&self, table: &JobTable, territory: &Territory) -> Option<Vec<Value>> {
        let own = |position: usize| {
            let row = table.territories.iter().position(|&of| of == position)?;
            table.values.get(row)
        };
        let position = self
            .territories
            .iter()
            .position(|t| t.key == territory.key)?;
        if let Some(row) = own(position) {
            return Some(row.clone());
        }
        let mut sums = vec![Value::Number(0.0); self.classification.of_level(table.level).len()];
        // Districts stand first among the territories, so their positions are the same.
        for &district in &territory.districts {
            for (sum, &value) in sums.iter_mut().zip(own(district)?) {
                *sum = plus(*sum, value);
            }
        }
        (!territory.districts.is_empty()).then_some(sums)
    }
}

/// The level at which the counts of a level are kept.
const fn base(level: IndustryLevel) -> IndustryLevel {
    match level {
        IndustryLevel::Section | IndustryLevel::Division => IndustryLevel::Division,
        IndustryLevel::Group | IndustryLevel::Class | IndustryLevel::Sic5 => IndustryLevel::Sic5,
    }
}

/// The sum of two figures; of two that are not both numbers, why there is none.
pub(super) fn plus(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a + b),
        (Value::Suppressed, _) | (_, Value::Suppressed) => Value::Suppressed,
        (Value::Missing, _) | (_, Value::Missing) => Value::Missing,
        _ => Value::Undefined,
    }
}
