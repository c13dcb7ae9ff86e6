//! One raw table of small areas: its rows by code, held against the right boundaries.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::wire::ColumnWire;

use super::small_measures::Layers;
use crate::content::{Blank, Covers, Place, SmallColumn, SmallTable};
use crate::problem::{Fault, Problem};
use crate::table::{Column, Row, Table};

/// A table in memory.
pub struct SmallRaw<'a> {
    words: &'a SmallTable,
    layer: (Level, Vintage),
    table: Table,
    code: Column,
    own: &'a [String],
    place: &'a Place,
    quantiles: Option<Table>,
}

/// A column over every row of its table, and over the place.
pub struct Full {
    /// Its key.
    pub key: String,
    /// Its period as published.
    pub period: String,
    /// How far its table reaches.
    pub covers: Covers,
    /// The values between published tenths, ascending.
    pub tenths: Option<Vec<f64>>,
    /// The middle small area of the country, where published.
    pub country_median: Option<f64>,
    layer: (Level, Vintage),
    blank: Blank,
    decimals: u8,
    own: Vec<Option<f64>>,
    all: Vec<Option<f64>>,
}

impl<'a> SmallRaw<'a> {
    /// Reads a table and holds its codes against the layer that content names.
    ///
    /// # Errors
    /// A [`Fault`] naming a code of other boundaries, or an area of the layer without a row.
    pub fn read(
        raw: &Path,
        words: &'a SmallTable,
        layers: &'a Layers,
        place: &'a Place,
    ) -> Result<Self, Problem> {
        let folder = raw.join(&words.folder);
        let file = folder.join(&words.file);
        let table = Table::read(&file)?;
        let code = table.column(&words.code)?;
        let layer = words.layer().unwrap_or((Level::District, Vintage::Current));
        let own = layers.get(&layer).map(Vec::as_slice).unwrap_or_default();
        let others: BTreeMap<&str, Vintage> = layers
            .iter()
            .filter(|((level, vintage), _)| *level == layer.0 && *vintage != layer.1)
            .flat_map(|((_, vintage), codes)| codes.iter().map(|code| (code.as_str(), *vintage)))
            .filter(|(code, _)| own.binary_search_by(|own| own.as_str().cmp(code)).is_err())
            .collect();
        let mut seen = BTreeSet::new();
        for row in table.rows() {
            let text = place.current_code(row.text(code));
            if let Some(vintage) = others.get(text) {
                let reason = format!(
                    "{text} belongs to the boundaries of {}, not to those of {}",
                    vintage.key(),
                    layer.1.key()
                );
                return Err(row.fault(
                    code,
                    reason,
                    "Correct the vintage of the table in small_area_measures.toml",
                ));
            }
            if !seen.insert(text.to_owned()) {
                return Err(row.fault(
                    code,
                    format!("{text} has a row already"),
                    "Keep one of the two rows",
                ));
            }
        }
        if let Some(absent) = own.iter().find(|code| !seen.contains(*code)) {
            return Err(Fault {
                file,
                place: format!("area {absent}"),
                field: String::new(),
                reason: "it has no row".to_owned(),
                advice: "Fetch the whole table, or correct its vintage in small_area_measures.toml"
                    .to_owned(),
            }
            .into());
        }
        let quantiles = words
            .quantiles_file
            .as_ref()
            .map(|file| Table::read(&folder.join(file)));
        Ok(Self {
            quantiles: quantiles.transpose()?,
            words,
            layer,
            table,
            code,
            own,
            place,
        })
    }

    /// A column of the table.
    ///
    /// # Errors
    /// A [`Fault`] when a raw column is not there or a cell holds no number.
    pub fn column(&self, words: &SmallColumn) -> Result<Full, Problem> {
        let from = words.from.iter().map(|name| self.table.column(name));
        let from = from.collect::<Result<Vec<_>, _>>()?;
        let factor = words.factor.unwrap_or(1.0);
        let mut by_code = BTreeMap::new();
        let mut decimals = 0;
        for row in self.table.rows() {
            let mut total = Some(0.0);
            for &column in &from {
                let number = self.number(row, column)?;
                total = total.zip(number).map(|(total, number)| total + number);
                decimals = decimals.max(decimals_of(row.text(column)));
            }
            let code = self.place.current_code(row.text(self.code));
            by_code.insert(code.to_owned(), total.map(|total| total * factor));
        }
        let published = fewer(decimals, factor);
        let decimals = words.decimals.map_or(published, |kept| kept.min(published));
        let round = |number: f64| rounded(number, decimals);
        let own = self
            .own
            .iter()
            .map(|code| by_code.get(code).copied().flatten().map(round));
        let country_median = self
            .country_median(words)?
            .map(|number| round(number * factor));
        Ok(Full {
            key: words.key.clone(),
            period: words
                .period
                .clone()
                .unwrap_or_else(|| self.words.period.clone()),
            covers: self.words.covers,
            tenths: self
                .tenths(words, &by_code)?
                .map(|edges| edges.into_iter().map(round).collect()),
            country_median,
            layer: self.layer,
            blank: words.blank,
            decimals,
            own: own.collect(),
            all: by_code.into_values().collect(),
        })
    }

    fn number(&self, row: Row<'_>, column: Column) -> Result<Option<f64>, Problem> {
        if row.text(column) == self.words.empty {
            return Ok(None);
        }
        row.number(column)
    }

    /// The middle area of the country, from the table of quantiles.
    fn country_median(&self, words: &SmallColumn) -> Result<Option<f64>, Problem> {
        let (Some(table), [name]) = (&self.quantiles, words.from.as_slice()) else {
            return Ok(None);
        };
        let Some(column) = table.optional_column(name) else {
            return Ok(None);
        };
        let quantile = table.column("quantile")?;
        let middle = table.rows().find(|row| row.text(quantile) == "0.5");
        middle.map_or(Ok(None), |row| row.number(column))
    }

    /// The highest value of each published tenth but the last, tenths in order of value.
    fn tenths(
        &self,
        words: &SmallColumn,
        by_code: &BTreeMap<String, Option<f64>>,
    ) -> Result<Option<Vec<f64>>, Problem> {
        let Some(name) = &words.tenths else {
            return Ok(None);
        };
        let column = self.table.column(name)?;
        let mut ends: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        for row in self.table.rows() {
            let value = by_code.get(self.place.current_code(row.text(self.code)));
            let Some(value) = value.copied().flatten() else {
                continue;
            };
            let end = ends.entry(row.text(column)).or_insert((value, value));
            *end = (end.0.min(value), end.1.max(value));
        }
        let mut ends: Vec<(f64, f64)> = ends.into_values().collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let is_in_order = ends
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.1 <= b.0));
        if ends.len() != 10 || !is_in_order {
            let first: Option<Row<'_>> = self.table.rows().next();
            let reason = "these are not ten tenths in order of the figures".to_owned();
            let advice = "Name the column of tenths, 1 to 10, of the same figures";
            return first.map_or(Ok(None), |row| Err(row.fault(column, reason, advice)));
        }
        ends.pop();
        Ok(Some(ends.into_iter().map(|(_, high)| high).collect()))
    }
}

impl Full {
    /// As it goes into the companion.
    pub fn packed(&self) -> ColumnWire {
        let scale = ten_to(self.decimals);
        let blanks = || {
            let blank =
                |(position, value): (usize, &Option<f64>)| value.is_none().then_some(position);
            self.own.iter().enumerate().filter_map(blank).collect()
        };
        ColumnWire {
            key: self.key.clone(),
            level: self.layer.0.key().to_owned(),
            vintage: self.layer.1.key().to_owned(),
            period: self.period.clone(),
            decimals: self.decimals,
            values: self
                .own
                .iter()
                .map(|value| value.map(|value| (value * scale).round()))
                .collect(),
            suppressed: match self.blank {
                Blank::Suppressed => blanks(),
                Blank::Missing => Vec::new(),
            },
            undefined: Vec::new(),
        }
    }

    /// The sum over the place; none when an area has no figure.
    pub fn total_of_place(&self) -> Option<f64> {
        self.own.iter().copied().sum()
    }

    /// The sum over all rows; none when a row has no figure.
    pub fn total(&self) -> Option<f64> {
        self.all.iter().copied().sum()
    }

    /// The middle of all rows that have a figure.
    pub fn median(&self) -> Option<f64> {
        let mut numbers: Vec<f64> = self.all.iter().copied().flatten().collect();
        numbers.sort_by(f64::total_cmp);
        let high = numbers.get(numbers.len() / 2)?;
        let low = numbers.get(numbers.len().saturating_sub(1) / 2)?;
        Some(rounded(f64::midpoint(*low, *high), self.decimals + 1))
    }
}

/// Decimals of a number as written.
fn decimals_of(text: &str) -> u8 {
    const MOST: usize = 6;
    let written = text.split_once('.').map_or("", |(_, decimals)| decimals);
    u8::try_from(written.trim_end_matches('0').len().min(MOST)).unwrap_or(0)
}

/// Decimals left when a share becomes a percentage.
fn fewer(decimals: u8, factor: f64) -> u8 {
    if factor >= 100.0 {
        decimals.saturating_sub(2)
    } else {
        decimals
    }
}

fn rounded(number: f64, decimals: u8) -> f64 {
    let scale = ten_to(decimals);
    (number * scale).round() / scale
}

fn ten_to(decimals: u8) -> f64 {
    roadmap_core::math::ten_to(i32::from(decimals))
}
