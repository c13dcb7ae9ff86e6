//! The challenge series: one raw table per measure, described by an index.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use roadmap_core::measure::Direction;
use roadmap_core::period::Period;

use super::figures::{Cell, Figures};
use crate::content::{Measures, Place};
use crate::problem::{Fault, Problem};
use crate::table::{Column, Row, Table};

/// What the index says of one series.
pub struct Entry {
    /// Its slug, which is also the name of its table.
    pub slug: String,
    /// Which way is better.
    pub better: Direction,
    /// The name of the dataset it was taken from.
    pub dataset: String,
    /// Who published it; several are parted by `|`.
    pub publisher: String,
    /// The publisher's pages in the same order; empty when not recorded.
    pub url: String,
    /// When it was released, as `dd/mm/yyyy`; empty when not recorded.
    pub released: String,
}

/// Reads the index and holds it against the content: each series is described
/// once, and each described series is there.
///
/// # Errors
/// A [`Fault`] naming the series that only one side has.
pub fn index(folder: &Path, content: &Path, measures: &Measures) -> Result<Vec<Entry>, Problem> {
    let file = folder.join("indicators.csv");
    let entries = entries(&Table::read(&file)?)?;
    let published: BTreeSet<&str> = entries.iter().map(|e| e.slug.as_str()).collect();
    let described: BTreeSet<&str> = measures
        .measures
        .iter()
        .filter(|measure| measure.column.is_none())
        .map(|measure| measure.slug.as_str())
        .collect();
    if let Some(slug) = published.difference(&described).next() {
        return Err(Fault {
            file: content.join("measures.toml"),
            place: format!("measure “{slug}”"),
            field: String::new(),
            reason: format!(
                "{} has this series and no entry describes it",
                file.display()
            ),
            advice: "Add a [[measure]] with this slug".to_owned(),
        }
        .into());
    }
    if let Some(slug) = described.difference(&published).next() {
        return Err(Fault {
            file: content.join("measures.toml"),
            place: format!("measure “{slug}”"),
            field: "slug".to_owned(),
            reason: format!("{} has no such series", file.display()),
            advice: "Correct the slug, or remove the entry".to_owned(),
        }
        .into());
    }
    Ok(entries)
}

fn entries(table: &Table) -> Result<Vec<Entry>, Problem> {
    let [slug, better, dataset, publisher, url, released] = [
        table.column("slug")?,
        table.column("better")?,
        table.column("dataset")?,
        table.column("source_org")?,
        table.column("source_url")?,
        table.column("source_date")?,
    ];
    let entry = |row: Row<'_>| {
        let direction = row.text(better);
        Ok(Entry {
            slug: row.text(slug).to_owned(),
            better: Direction::from_key(direction).ok_or_else(|| {
                row.fault(
                    better,
                    format!("“{direction}” is no direction"),
                    "Write higher, lower or neutral",
                )
            })?,
            dataset: row.text(dataset).to_owned(),
            publisher: row.text(publisher).to_owned(),
            url: row.text(url).to_owned(),
            released: row.text(released).to_owned(),
        })
    };
    table.rows().map(entry).collect()
}

/// The file of one series.
pub fn series_file(folder: &Path, slug: &str) -> PathBuf {
    folder.join("indicators").join(format!("{slug}.csv"))
}

/// Reads one series for the areas wanted, under the codes in force.
///
/// # Errors
/// A [`Fault`] at the row that is no figure, or stands twice.
pub fn read_series(
    table: &Table,
    place: &Place,
    wanted: &BTreeSet<String>,
) -> Result<Figures, Problem> {
    let columns = Columns::of(table)?;
    let mut figures = Figures::default();
    let mut under_old_code = BTreeMap::new();
    for row in table.rows() {
        let published = row.text(columns.area);
        let area = place.current_code(published);
        if !wanted.contains(area) {
            continue;
        }
        let period = columns.period(row)?;
        let cell = columns.cell(row)?;
        if area != published {
            under_old_code.insert((area, period.as_str().to_owned()), (period, cell));
        } else if figures.add(area, &period, cell).is_some() {
            return Err(row.fault(
                columns.area,
                format!("{published} has a row for {} already", period.as_str()),
                "Keep one of the two rows",
            ));
        }
    }
    // A row under the code in force is the newer statement of the same figure.
    for ((area, text), (period, cell)) in under_old_code {
        if figures.at(area, &text).is_none() {
            figures.add(area, &period, cell);
        }
    }
    Ok(figures)
}

struct Columns {
    area: Column,
    period: Column,
    value: Column,
    low: Option<Column>,
    high: Option<Column>,
}

impl Columns {
    fn of(table: &Table) -> Result<Self, Problem> {
        Ok(Self {
            area: table.column("areacd")?,
            period: table.column("period")?,
            value: table.column("value")?,
            low: table.optional_column("lci_95"),
            high: table.optional_column("uci_95"),
        })
    }

    fn period(&self, row: Row<'_>) -> Result<Period, Problem> {
        Period::parse(row.text(self.period)).map_err(|not| {
            row.fault(
                self.period,
                not.to_string(),
                "Write a year, a month, a day, or a day and a span such as 2023-01-01/P1Y",
            )
        })
    }

    fn cell(&self, row: Row<'_>) -> Result<Cell, Problem> {
        let limit = |column: Option<Column>| column.map_or(Ok(None), |column| row.number(column));
        Ok(Cell {
            value: row.number(self.value)?,
            low: limit(self.low)?,
            high: limit(self.high)?,
        })
    }
}
