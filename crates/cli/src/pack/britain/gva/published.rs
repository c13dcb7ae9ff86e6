//! The published tables of output, one of current prices and one of volumes for each kind of
//! place.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use roadmap_core::data::wire::GvaIndustryWire;
use roadmap_core::data::{GvaKind, chained_sum};
use roadmap_core::quantity::Value;

use crate::content::industries::GvaPlace;
use crate::pack::britain::Work;
use crate::problem::{Fault, Problem};
use crate::table::{Column, Table};

/// Current prices and chained volumes of one place and industry, a value per year.
#[derive(Clone)]
pub(super) struct Series {
    pub(super) current: Vec<Value>,
    pub(super) chained: Vec<Value>,
}

/// The two tables of one kind of places.
pub(super) struct Published {
    file: PathBuf,
    pub(super) years: Vec<u16>,
    rows: BTreeMap<(String, String), Series>,
}

impl Published {
    pub(super) fn read(
        folder: &Path,
        (current, chained): (&Path, &Path),
        columns: (&str, &str),
    ) -> Result<Self, Problem> {
        let file = folder.join(current);
        let (years, current) = rows(&file, columns)?;
        let (other_years, mut volumes) = rows(&folder.join(chained), columns)?;
        let mut published = Self {
            file,
            years,
            rows: BTreeMap::new(),
        };
        if published.years != other_years {
            let reason = "its years are not those of the chained volumes".to_owned();
            return Err(published.fault("", "", reason));
        }
        for (key, current) in current {
            let Some(chained) = volumes.remove(&key) else {
                let reason = "the chained volumes have no such row".to_owned();
                return Err(published.fault(&key.0, &key.1, reason));
            };
            let series = statuses(&current, &chained);
            published.rows.insert(key, series);
        }
        Ok(published)
    }

    pub(super) fn series(&self, place: &str, industry: &str) -> Result<Series, Problem> {
        let key = (place.to_owned(), industry.to_owned());
        self.rows.get(&key).cloned().ok_or_else(|| {
            let reason = "it has no such row".to_owned();
            self.fault(place, industry, reason)
        })
    }

    /// An industry of a larger place: one published row, or the sum of several.
    pub(super) fn together(
        &self,
        place: &GvaPlace,
        industry: &str,
        work: &Work<'_>,
        reference: usize,
    ) -> Result<Series, Problem> {
        let mut parts = Vec::new();
        for of in &place.of {
            if let Ok(series) = self.series(of, industry) {
                parts.push(series);
                continue;
            }
            let sets = work.words.gva.parts.get(industry).into_iter().flatten();
            let mut whole = sets.filter_map(|set| {
                let series = set.iter().map(|part| self.series(of, part).ok());
                series.collect::<Option<Vec<Series>>>()
            });
            let own = whole.next().ok_or_else(|| {
                let reason = "it has neither such a row nor all of its parts".to_owned();
                self.fault(of, industry, reason)
            })?;
            parts.extend(own);
        }
        if let [only] = parts.as_slice() {
            return Ok(only.clone());
        }
        let mut current = vec![Value::Number(0.0); self.years.len()];
        for part in &parts {
            for (sum, &value) in current.iter_mut().zip(&part.current) {
                *sum = match (*sum, value) {
                    (Value::Number(a), Value::Number(b)) => Value::Number(a + b),
                    (Value::Number(_), other) | (other, _) => other,
                };
            }
        }
        let slices: Vec<(f64, &[Value], &[Value])> = parts
            .iter()
            .map(|part| (1.0, part.current.as_slice(), part.chained.as_slice()))
            .collect();
        let tenths = |value: Value| match value {
            Value::Number(number) => Value::Number((number * 10.0).round() / 10.0),
            other => other,
        };
        let chained = chained_sum(&slices, reference);
        Ok(Series {
            current,
            chained: chained.into_iter().map(tenths).collect(),
        })
    }

    /// Holds the sum of the sections against the total in current prices, where no section is
    /// withheld. Published figures are whole, so each may be half a million off.
    pub(super) fn check_total(
        &self,
        place: &str,
        series: &[Series],
        industries: &[GvaIndustryWire],
    ) -> Result<(), Problem> {
        let of_kind = |kind: GvaKind| {
            let pairs = industries.iter().zip(series);
            pairs.filter(move |(own, _)| own.kind == kind.key())
        };
        for (at, year) in self.years.iter().enumerate() {
            let value = |series: &Series| series.current.get(at).and_then(|value| value.number());
            let total = of_kind(GvaKind::Total).find_map(|(_, series)| value(series));
            let mut sections = of_kind(GvaKind::Section).map(|(_, series)| value(series));
            let count = of_kind(GvaKind::Section).count();
            let sum = sections.try_fold(0.0, |sum, value| Some(sum + value?));
            let (Some(total), Some(sum)) = (total, sum) else {
                continue;
            };
            let parts = u32::try_from(count + 1).map_or(f64::INFINITY, f64::from);
            // Two published halves double what rounding may do.
            if (total - sum).abs() > parts {
                let reason = format!(
                    "in {year} its sections add up to {sum} million pounds, the total says {total}"
                );
                return Err(self.fault(place, "Total", reason));
            }
        }
        Ok(())
    }

    pub(super) fn fault(&self, place: &str, industry: &str, reason: String) -> Problem {
        Fault {
            file: self.file.clone(),
            place: place.to_owned(),
            field: industry.to_owned(),
            reason,
            advice: "Fetch all tables of one release, or correct industries.toml".to_owned(),
        }
        .into()
    }
}

type Cells = BTreeMap<(String, String), Vec<Option<f64>>>;

/// The years of a table, and its rows by place and industry.
fn rows(file: &Path, (place, industry): (&str, &str)) -> Result<(Vec<u16>, Cells), Problem> {
    let table = Table::read(file)?;
    let (place, industry) = (table.column(place)?, table.column(industry)?);
    let years: Vec<u16> = table
        .columns()
        .filter_map(|name| name.parse().ok())
        .collect();
    let pairs = years.iter().zip(years.iter().skip(1));
    if let Some((before, after)) = { pairs }.find(|(before, after)| *before + 1 != **after) {
        let reason = format!("after {before} comes {after}");
        return Err(table.fault("", reason, "Give a column for every year, in order"));
    }
    let columns = years.iter().map(|year| table.column(&year.to_string()));
    let columns: Vec<Column> = columns.collect::<Result<_, _>>()?;
    let mut cells = Cells::new();
    for row in table.rows() {
        let values = columns.iter().map(|&column| row.number(column));
        let key = (row.text(place).to_owned(), row.text(industry).to_owned());
        if cells
            .insert(key, values.collect::<Result<_, _>>()?)
            .is_some()
        {
            let reason = format!("{} has a row for it already", row.text(place));
            return Err(row.fault(industry, reason, "Remove one of the two rows"));
        }
    }
    Ok((years, cells))
}

/// What blanks mean: withheld where neither price is told, not worked out where only the volume
/// is not.
fn statuses(current: &[Option<f64>], chained: &[Option<f64>]) -> Series {
    let status = |own: Option<f64>, other: Option<f64>| match (own, other) {
        (Some(number), _) => Value::Number(number),
        (None, None) => Value::Suppressed,
        (None, Some(_)) => Value::Missing,
    };
    let pairs = || current.iter().copied().zip(chained.iter().copied());
    Series {
        current: pairs()
            .map(|(current, chained)| status(current, chained))
            .collect(),
        chained: pairs()
            .map(|(current, chained)| status(chained, current))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_in_both_prices_is_withheld_and_in_one_is_missing() {
        let series = statuses(&[Some(1.0), None, Some(3.0)], &[Some(2.0), None, None]);
        let told = |values: &[Value]| values.iter().map(|v| v.status()).collect::<Vec<_>>();
        assert_eq!(told(&series.current), ["value", "suppressed", "value"]);
        assert_eq!(told(&series.chained), ["value", "suppressed", "missing"]);
    }
}
