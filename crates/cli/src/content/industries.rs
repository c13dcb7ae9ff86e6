//! `industries.toml`: names of industries, and the tables that jobs and output come from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::SmallSource;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Industries {
    /// What every district together is called.
    pub whole: Whole,
    /// What the districts around the place are called together.
    pub neighbours: Around,
    /// Coarse shapes of every district, if they are packed.
    pub shapes: Option<ShapesSource>,
    /// Where codes come from.
    pub classification: Classification,
    /// Tables of jobs by division.
    pub divisions: Vec<DivisionTable>,
    /// The table of jobs by five-digit industry.
    pub sic5: Sic5Table,
    /// Tables of output.
    pub gva: Gva,
    /// Output per filled job of every district, where it is published.
    pub filled_job: Option<FilledJob>,
    /// The input-output table, where one is published.
    pub supply: Option<Supply>,
    /// The government's sectors, where it defines any.
    pub industrial_strategy: Option<IndustrialStrategy>,
    /// Raw folders as sources; their SOURCE.toml says the rest.
    #[serde(rename = "source")]
    pub sources: Vec<SmallSource>,
    /// What must be true of the figures, or no pack is written.
    #[serde(default, rename = "check")]
    pub checks: Vec<Check>,
    /// Names by code.
    pub names: BTreeMap<String, String>,
}

/// Every district together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whole {
    /// Its area code.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// The districts around the place, together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Around {
    /// What people call them.
    pub name: String,
}

/// The coarse shapes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShapesSource {
    /// The key of their source.
    pub source: String,
}

/// The table of five-digit industries.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// The code of the division of employment agencies.
    pub agencies: String,
    /// Sections that are left out everywhere.
    pub dropped_sections: Vec<String>,
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of five-digit codes.
    pub code: String,
    /// The column of their names.
    pub name: String,
    /// The column of sections.
    pub section: String,
}

/// A table with a row per district and a column per division.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DivisionTable {
    /// The key of a source.
    pub source: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of codes of districts.
    pub code: String,
    /// The column of their names, in a table of districts that were reorganised since.
    pub name: Option<String>,
    /// The column of years, in a table of several.
    pub year_column: Option<String>,
    /// What stands before a division's code in the name of its column.
    pub prefix: String,
    /// The years that are read.
    pub years: Vec<u16>,
    /// Years of which only the own districts and the whole are kept.
    #[serde(default)]
    pub own_only: Vec<u16>,
}

/// A table with a row per district and five-digit industry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sic5Table {
    /// The key of a source.
    pub source: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of codes of districts.
    pub code: String,
    /// The column of codes of industries.
    pub industry: String,
    /// The column of jobs.
    pub jobs: String,
    /// The year counted.
    pub year: u16,
}

/// Tables of output.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gva {
    /// The year whose money chained volumes are told in.
    pub money_year: u16,
    /// The folder of the list of industries.
    pub industries_folder: PathBuf,
    /// Its file.
    pub industries_file: PathBuf,
    /// The source of the districts' figures.
    pub districts_source: String,
    /// Their folder.
    pub districts_folder: PathBuf,
    /// The column of codes of districts.
    pub districts_code: String,
    /// The source of larger places' figures.
    pub places_source: String,
    /// Their folder.
    pub places_folder: PathBuf,
    /// The column of codes of larger places.
    pub places_code: String,
    /// Files of current prices.
    pub current_file: GvaFiles,
    /// Files of chained volumes.
    pub chained_file: GvaFiles,
    /// The column of codes of industries, in all of them.
    pub industry: String,
    /// The code of imputed rent.
    pub imputed_rent: String,
    /// Larger places in reading order.
    #[serde(rename = "place")]
    pub places: Vec<GvaPlace>,
    /// Sets of parts of industries that larger places are told in.
    pub parts: BTreeMap<String, Vec<Vec<String>>>,
}

/// Two files of one kind of prices.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GvaFiles {
    /// That of districts.
    pub districts: PathBuf,
    /// That of larger places.
    pub places: PathBuf,
}

/// A larger place whose output is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GvaPlace {
    /// Its area code.
    pub key: String,
    /// Its name, where the table of authorities has none.
    pub name: Option<String>,
    /// The codes it is published under; several are added up.
    pub of: Vec<String>,
}

/// Output per filled job of every district, a row per area and period.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledJob {
    /// The key of a source.
    pub source: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of area codes.
    pub code: String,
    /// The column of periods.
    pub period_column: String,
    /// The column of pounds.
    pub value: String,
    /// The period that is read, as published.
    pub period: String,
    /// The year it describes.
    pub year: u16,
}

/// The input-output table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supply {
    /// The key of a source.
    pub source: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The table: a row per seller, a column per buyer.
    pub file: PathBuf,
    /// What its codes mean.
    pub codes_file: PathBuf,
    /// Which of its industries each five-digit industry is in.
    pub of_sic5_file: PathBuf,
    /// Jobs of the whole by its industries.
    pub jobs_file: PathBuf,
    /// The key of the source of those jobs.
    pub jobs_source: String,
    /// The year it describes.
    pub year: u16,
    /// The row of output.
    pub output: String,
    /// The row of compensation of employees.
    pub compensation: String,
    /// The row of gross value added.
    pub gva: String,
    /// The column of what households buy.
    pub households: String,
    /// The column of what all industries buy.
    pub intermediate: String,
    /// The column of what everybody buys.
    pub total_use: String,
    /// What packed figures are multiplied by to be million pounds.
    pub unit_gbp_m: f64,
}

/// The table of the government's sectors.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndustrialStrategy {
    /// The key of a source.
    pub source: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its file.
    pub file: PathBuf,
    /// The column of codes of industries of any level.
    pub code: String,
    /// The column of names of sectors.
    pub sector_column: String,
    /// A table of jobs by district and sector, against which the codes are held.
    pub check_file: PathBuf,
    /// Its column of codes of districts.
    pub check_code: String,
    /// Where the codes come from, in words.
    pub reason: String,
    /// The sectors in reading order.
    #[serde(rename = "sector")]
    pub sectors: Vec<StrategySector>,
}

/// A sector of the government's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrategySector {
    /// Its key, as in links.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its name in the table; none for a sector that no code tells apart.
    pub named: Option<String>,
    /// What its codes miss.
    pub misses: String,
}

/// A figure that must come out: of districts, of jobs or of output.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What it is, in words.
    pub what: String,
    /// How many districts there are.
    pub districts: Option<usize>,
    /// The key of a district or larger place.
    pub territory: Option<String>,
    /// The year.
    pub year: Option<u16>,
    /// The key of the level that jobs are added up from.
    pub level: Option<String>,
    /// The code of an industry of that level; all of them when there is none.
    pub industry: Option<String>,
    /// The jobs expected.
    pub jobs: Option<f64>,
    /// The code of an industry as output is published by.
    pub gva: Option<String>,
    /// Its output expected in current prices, million pounds.
    pub value: Option<f64>,
    /// How far it may be off.
    #[serde(default)]
    pub tolerance: f64,
}
