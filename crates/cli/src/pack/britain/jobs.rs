//! Jobs by division of every district, and by five-digit industry of those nearby.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use roadmap_core::data::IndustryLevel;
use roadmap_core::data::wire::{JobTableWire, ReorganisedWire};

use super::classification::Read;
use super::{Given, Work};
use crate::content::industries::DivisionTable;
use crate::content::{Industries, Place};
use crate::problem::{Fault, Problem};
use crate::table::{Column, Table};

/// Tables by division.
pub struct Tables {
    /// As they are packed, in order of time.
    pub wires: Vec<JobTableWire>,
    /// Districts that were added up into later ones.
    pub reorganised: Vec<ReorganisedWire>,
}

/// A row of jobs per district, of one year.
type Rows = BTreeMap<String, Vec<f64>>;

/// Reads every table by division.
///
/// # Errors
/// A fault at the row, column and file that cannot be used: an unknown district or division,
/// one that stands twice, a year or a district without a row.
pub fn divisions(work: &Work<'_>) -> Result<Tables, Problem> {
    let mut wires = Vec::new();
    let mut reorganised: BTreeMap<String, ReorganisedWire> = BTreeMap::new();
    for words in &work.words.divisions {
        let table = Table::read(&work.given.raw.join(&words.folder).join(&words.file))?;
        let columns = columns(&table, words, work)?;
        for &year in &words.years {
            let (rows, went) = of_year(&table, words, &columns, year, work)?;
            reorganised.extend(went.into_iter().map(|gone| (gone.from.clone(), gone)));
            wires.push(wire(&rows, words, year, work));
        }
    }
    wires.sort_by_key(|wire| wire.year);
    Ok(Tables {
        wires,
        reorganised: reorganised.into_values().collect(),
    })
}

/// The column of each division; a column of a division that is not known is a fault.
fn columns(table: &Table, words: &DivisionTable, work: &Work<'_>) -> Result<Vec<Column>, Problem> {
    let known = |code: &str| {
        let own = &work.classification;
        own.divisions.iter().any(|division| division == code) || own.dropped.contains(code)
    };
    for name in table.columns() {
        let code = name.strip_prefix(words.prefix.as_str()).unwrap_or_default();
        if IndustryLevel::of_code(code) == Some(IndustryLevel::Division) && !known(code) {
            let reason = format!("no industry has the code {code}");
            let field = format!("column “{name}”");
            return Err(table.fault(&field, reason, "Correct the name of the column"));
        }
    }
    let divisions = work.classification.divisions.iter();
    divisions
        .map(|code| table.column(&format!("{}{code}", words.prefix)))
        .collect()
}

fn of_year(
    table: &Table,
    words: &DivisionTable,
    columns: &[Column],
    year: u16,
    work: &Work<'_>,
) -> Result<(Rows, Vec<ReorganisedWire>), Problem> {
    let code = table.column(&words.code)?;
    let name = words.name.as_ref().map(|name| table.column(name));
    let name = name.transpose()?;
    let year_column = words.year_column.as_ref().map(|own| table.column(own));
    let year_column = year_column.transpose()?;
    let mut rows = Rows::new();
    let mut seen = BTreeSet::new();
    let mut gone = Vec::new();
    for row in table.rows() {
        if year_column.is_some_and(|column| row.text(column) != year.to_string()) {
            continue;
        }
        let published = row.text(code);
        let current = work.current(published);
        if work
            .districts
            .binary_search_by(|own| own.as_str().cmp(current))
            .is_err()
        {
            let reason = format!("{published} is no district of the newest table, nor was it");
            return Err(row.fault(
                code,
                reason,
                "Correct the code, or the table of authorities",
            ));
        }
        if !seen.insert(published) {
            let reason = format!("{published} has a row for {year} already");
            return Err(row.fault(code, reason, "Remove one of the two rows"));
        }
        if let Some(name) = name.filter(|_| current != published) {
            gone.push(ReorganisedWire {
                from: published.to_owned(),
                name: row.text(name).to_owned(),
                to: current.to_owned(),
            });
        }
        let sums = rows.entry(current.to_owned()).or_default();
        sums.resize(columns.len(), 0.0);
        for (sum, &column) in sums.iter_mut().zip(columns) {
            *sum += row.number(column)?.ok_or_else(|| {
                let reason = "it is blank, and a zero is written as 0".to_owned();
                row.fault(column, reason, "Write the jobs, or fetch the file again")
            })?;
        }
    }
    match work.districts.iter().find(|own| !rows.contains_key(*own)) {
        None => Ok((rows, gone)),
        Some(missing) => {
            let reason = format!("{missing} has no row for {year}");
            let advice = "Fetch the whole table, or correct the years in industries.toml";
            Err(table.fault("", reason, advice))
        }
    }
}

/// The rows of every district, or of the own ones and the whole.
fn wire(rows: &Rows, words: &DivisionTable, year: u16, work: &Work<'_>) -> JobTableWire {
    let mut columns: Vec<(String, Vec<f64>)> = Vec::new();
    let is_own_only = words.own_only.contains(&year);
    for (code, row) in rows {
        if !is_own_only || work.given.own.contains(code) {
            columns.push((code.clone(), row.clone()));
        }
    }
    if is_own_only {
        columns.push((work.words.whole.key.clone(), total(rows.values())));
    }
    packed(year, IndustryLevel::Division, &words.source, columns)
}

/// Jobs by five-digit industry of every district.
pub struct Fine {
    file: PathBuf,
    rows: Rows,
}

impl Fine {
    /// Reads the table; an industry without a row is a published zero.
    ///
    /// # Errors
    /// A fault at a row with an unknown district or industry, or one that stands twice.
    pub fn read(
        words: &Industries,
        classification: &Read,
        place: &Place,
        given: &Given<'_>,
    ) -> Result<Self, Problem> {
        let own = &words.sic5;
        let file = given.raw.join(&own.folder).join(&own.file);
        let table = Table::read(&file)?;
        let [code, industry, jobs] = [
            table.column(&own.code)?,
            table.column(&own.industry)?,
            table.column(&own.jobs)?,
        ];
        let mut rows = Rows::new();
        let mut seen = BTreeSet::new();
        for row in table.rows() {
            let (published, sic5) = (row.text(code), row.text(industry));
            let current = given.names.active(place.current_code(published));
            if !given.names.is_district(current) {
                let reason = format!("the table of authorities has no {published}");
                return Err(row.fault(code, reason, "Correct the code"));
            }
            if classification.dropped.contains(sic5) {
                continue;
            }
            let position = classification
                .sic5
                .binary_search_by(|own| own.as_str().cmp(sic5));
            let Ok(position) = position else {
                let reason = format!("no industry has the code {sic5}");
                return Err(row.fault(industry, reason, "Correct the code"));
            };
            if !seen.insert((published, sic5)) {
                let reason = format!("{published} has a row for {sic5} already");
                return Err(row.fault(industry, reason, "Remove one of the two rows"));
            }
            let own = rows.entry(current.to_owned()).or_default();
            own.resize(classification.sic5.len(), 0.0);
            if let (Some(slot), Some(count)) = (own.get_mut(position), row.number(jobs)?) {
                *slot += count;
            }
        }
        Ok(Self { file, rows })
    }

    /// Codes of the districts that have a row, in ascending order.
    pub fn districts(&self) -> impl Iterator<Item = &String> {
        self.rows.keys()
    }

    /// Jobs of a district in the five-digit industries that are asked for.
    pub fn sum(&self, district: &str, is_asked: impl Fn(usize) -> bool) -> f64 {
        let row = self.rows.get(district).into_iter().flatten().enumerate();
        row.filter(|(position, _)| is_asked(*position))
            .map(|(_, jobs)| jobs)
            .sum()
    }

    /// The table as it is packed: own districts, those around, and the whole.
    pub fn wire(&self, work: &Work<'_>) -> JobTableWire {
        let given = work.given;
        let is_near = |code: &String| given.own.contains(code) || given.neighbours.contains(code);
        let near = self.rows.iter().filter(|(code, _)| is_near(code));
        let mut columns: Vec<(String, Vec<f64>)> = near
            .map(|(code, row)| (code.clone(), row.clone()))
            .collect();
        columns.push((work.words.whole.key.clone(), total(self.rows.values())));
        let words = &work.words.sic5;
        packed(words.year, IndustryLevel::Sic5, &words.source, columns)
    }

    /// Holds the table by division of the same year against the sums of five-digit industries.
    ///
    /// # Errors
    /// A fault naming the first district and division that differ.
    pub fn check_divisions(&self, tables: &[JobTableWire], work: &Work<'_>) -> Result<(), Problem> {
        let year = work.words.sic5.year;
        let Some(table) = tables.iter().find(|table| table.year == year) else {
            return Ok(());
        };
        let own = work.classification;
        for (row, division) in table.values.iter().zip(&own.divisions) {
            for (cell, district) in row.iter().zip(&table.territories) {
                let is_inside = |position: usize| {
                    own.sic5
                        .get(position)
                        .is_some_and(|c| c.starts_with(division))
                };
                let expected = self.sum(district, is_inside);
                let found = cell.unwrap_or_default() * f64::from(table.unit);
                if (expected - found).abs() > 0.5 {
                    return Err(Fault {
                        file: self.file.clone(),
                        place: format!("{district}, {year}"),
                        field: format!("division {division}"),
                        reason: format!(
                            "its five-digit industries have {expected} jobs, the table by division {found}"
                        ),
                        advice: "Fetch both tables of one release".to_owned(),
                    }
                    .into());
                }
            }
        }
        Ok(())
    }
}

fn total<'a>(rows: impl Iterator<Item = &'a Vec<f64>>) -> Vec<f64> {
    let mut sums: Vec<f64> = Vec::new();
    for row in rows {
        sums.resize(row.len(), 0.0);
        for (sum, jobs) in sums.iter_mut().zip(row) {
            *sum += jobs;
        }
    }
    sums
}

/// A row per industry, a column per district or place; in fives where all counts are.
fn packed(
    year: u16,
    level: IndustryLevel,
    source: &str,
    columns: Vec<(String, Vec<f64>)>,
) -> JobTableWire {
    const STEP: u16 = 5;
    let mut counts = columns.iter().flat_map(|(_, row)| row);
    let is_stepped = counts.all(|jobs| jobs % f64::from(STEP) == 0.0);
    let unit = if is_stepped { STEP } else { 1 };
    let industries = columns.first().map_or(0, |(_, row)| row.len());
    let row = |industry: usize| {
        let cells = columns.iter().map(|(_, row)| row.get(industry));
        cells
            .map(|jobs| jobs.map(|jobs| jobs / f64::from(unit)))
            .collect()
    };
    JobTableWire {
        year,
        level: level.key().to_owned(),
        source: source.to_owned(),
        unit,
        values: (0..industries).map(row).collect(),
        territories: columns.into_iter().map(|(key, _)| key).collect(),
        suppressed: Vec::new(),
    }
}
