//! `small_area_measures.toml`: raw tables of small areas, and what their columns say.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::Kind;
use roadmap_core::measure::{Direction, Unit};
use serde::Deserialize;

use super::Commuting;
use crate::problem::{Fault, Problem};

/// The whole file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SmallAreaMeasures {
    /// The key of the columns that count residents.
    pub people: String,
    /// Raw folders as sources; their SOURCE.toml says the rest.
    #[serde(rename = "source")]
    pub sources: Vec<SmallSource>,
    /// Raw tables.
    #[serde(rename = "table")]
    pub tables: Vec<SmallTable>,
    /// Measures in reading order.
    #[serde(rename = "measure")]
    pub measures: Vec<SmallMeasure>,
}

/// A raw folder as a source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallSource {
    /// Its key in the companion.
    pub key: String,
    /// The raw folder.
    pub folder: PathBuf,
    /// A title shorter than the folder's own.
    pub title: Option<String>,
    /// A publisher in other words than the folder's own.
    pub publisher: Option<String>,
    /// What to beware of.
    #[serde(default)]
    pub caution: String,
    /// What comes from it besides measures, in words.
    #[serde(default)]
    pub used_for: String,
}

/// A raw table with a row per area.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallTable {
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of area codes.
    pub code: String,
    /// The key of the areas' level.
    pub level: String,
    /// The key of the areas' vintage.
    pub vintage: String,
    /// The period of all columns that do not say another.
    pub period: String,
    /// What its rows cover: the place alone, or all of its region or country.
    #[serde(default)]
    pub covers: Covers,
    /// A table beside it with the quantiles of the country's areas, a row each.
    pub quantiles_file: Option<PathBuf>,
    /// What stands in a cell that is as good as empty.
    #[serde(default)]
    pub empty: String,
    /// What is read from it.
    pub columns: Vec<SmallColumn>,
}

/// How far the rows of a table reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Covers {
    /// The place alone.
    #[default]
    Place,
    /// Its region.
    Region,
    /// Its country.
    Country,
}

/// A packed column: one raw column, or the sum of several.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallColumn {
    /// Its key.
    pub key: String,
    /// The raw columns that are added up.
    pub from: Vec<String>,
    /// Its period, if not that of the table.
    pub period: Option<String>,
    /// What each figure is multiplied by to be in its unit.
    pub factor: Option<f64>,
    /// Decimals kept, where the publisher gives more than mean anything.
    pub decimals: Option<u8>,
    /// What a blank cell means.
    #[serde(default)]
    pub blank: Blank,
    /// The raw column of published tenths, 1 to 10.
    pub tenths: Option<String>,
}

/// What a blank cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Blank {
    /// Nothing was published.
    #[default]
    Missing,
    /// The publisher withheld it.
    Suppressed,
}

/// A measure of small areas.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallMeasure {
    /// Its public key.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// What the number means, one sentence.
    pub meaning: String,
    /// The key of a theme.
    pub theme: String,
    /// The key of a unit.
    pub unit: String,
    /// Decimals shown.
    pub decimals: u8,
    /// The key of a direction.
    pub better: String,
    /// The key of a source, here or in `sources.toml`.
    pub source: String,
    /// `observed`, `modelled` or `assumed`.
    pub provenance: String,
    /// What to know before trusting it.
    #[serde(default)]
    pub caution: String,
    /// The key of a kind.
    pub kind: String,
    /// The keys of the levels at which it is told.
    pub levels: Vec<String>,
    /// Keys of columns.
    pub of: Vec<String>,
    /// Keys of columns that a share is out of.
    #[serde(default)]
    pub out_of: Vec<String>,
    /// For a change: areas that begin with less are not told.
    #[serde(default)]
    pub least_base: f64,
}

impl SmallTable {
    /// Level and vintage of its areas, once the file is checked.
    pub fn layer(&self) -> Option<(Level, Vintage)> {
        Some((
            Level::from_key(&self.level)?,
            Vintage::from_key(&self.vintage)?,
        ))
    }
}

impl SmallAreaMeasures {
    /// Checks what serde cannot: keys that must be known or unique. Columns may also come
    /// from the tables of journeys to work; which of those there are is core's to check.
    ///
    /// # Errors
    /// The first [`Fault`], naming the entry and the key.
    pub fn check(&self, file: &Path, commuting: &[Commuting]) -> Result<(), Problem> {
        let fault = |place: String, field: &str, reason: String, advice: &str| {
            Err(Problem::from(Fault {
                file: file.to_owned(),
                place,
                field: field.to_owned(),
                reason,
                advice: advice.to_owned(),
            }))
        };
        for table in &self.tables {
            if table.layer().is_none() {
                let place = format!("table “{}”", table.file.display());
                let reason = format!("there is no layer “{} {}”", table.level, table.vintage);
                let advice = "Use lsoa or msoa with 2011 or 2021, or district with current";
                return fault(place, "level", reason, advice);
            }
        }
        let of_journeys = |key: &str| {
            let mut keys = commuting
                .iter()
                .filter_map(|table| key.strip_prefix(table.key.as_str()));
            keys.any(|rest| rest.starts_with('-'))
        };
        let columns: BTreeSet<&str> = self
            .tables
            .iter()
            .flat_map(|table| table.columns.iter().map(|column| column.key.as_str()))
            .collect();
        let mut seen = BTreeSet::new();
        for measure in &self.measures {
            let place = || format!("measure “{}”", measure.slug);
            if !seen.insert(&measure.slug) {
                return fault(place(), "slug", "it is there twice".into(), "Keep one");
            }
            let mut keys = measure.of.iter().chain(&measure.out_of);
            if let Some(key) = keys.find(|key| !columns.contains(key.as_str()) && !of_journeys(key))
            {
                let reason = format!("no table has a column “{key}”");
                return fault(
                    place(),
                    "of",
                    reason,
                    "Add the column to its table, or correct the key",
                );
            }
            for (field, key, is_known) in [
                (
                    "unit",
                    &measure.unit,
                    Unit::from_key(&measure.unit).is_some(),
                ),
                (
                    "better",
                    &measure.better,
                    Direction::from_key(&measure.better).is_some(),
                ),
                (
                    "kind",
                    &measure.kind,
                    Kind::from_key(&measure.kind).is_some(),
                ),
            ] {
                if !is_known {
                    let reason = format!("there is no {field} “{key}”");
                    return fault(place(), field, reason, "Use one that other measures use");
                }
            }
        }
        Ok(())
    }
}
