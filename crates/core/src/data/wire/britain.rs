//! The Britain companion: every district by industry, output, sectors and who buys from whom.

use serde::Serialize;

use super::{SourceWire, TopologyWire};

/// The Britain companion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BritainWire {
    /// Always [`super::BRITAIN_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// Who published the figures of this file.
    pub sources: Vec<SourceWire>,
    /// What the industries are called and which lies in which.
    pub classification: ClassificationWire,
    /// Every district, in ascending order of code.
    pub districts: DistrictsWire,
    /// Sums of districts that may be asked for, in reading order.
    pub territories: Vec<TerritoryWire>,
    /// Districts of earlier years that are told as part of a later one.
    pub reorganised: Vec<ReorganisedWire>,
    /// Jobs, a table per year and level.
    pub jobs: Vec<JobTableWire>,
    /// Gross value added.
    pub gva: GvaWire,
    /// Output per filled job of every district; left out where it is not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled_job: Option<FilledJobWire>,
    /// Who buys from whom; left out where no table is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply: Option<SupplyWire>,
    /// Sets of industries that somebody calls a sector, in reading order.
    pub sectors: Vec<SectorWire>,
}

/// Codes and names of industries, each followed by those inside it.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClassificationWire {
    /// A letter for a section, then its divisions (two digits) with their groups, classes and
    /// five-digit industries.
    pub codes: Vec<String>,
    /// Names in the same order; empty for one that is called as the only one inside it.
    pub names: Vec<String>,
    /// The code of the division of employment agencies.
    pub agencies: String,
}

/// Every district as columns of equal length.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DistrictsWire {
    /// Codes in ascending order.
    pub codes: Vec<String>,
    /// Names.
    pub names: Vec<String>,
    /// Codes of their counties; empty for a district that lies in none.
    pub counties: Vec<String>,
    /// Codes of their regions; empty outside them.
    pub regions: Vec<String>,
    /// Codes of their nations.
    pub countries: Vec<String>,
    /// Codes of the districts around the own ones.
    pub neighbours: Vec<String>,
}

/// A sum of districts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TerritoryWire {
    /// Its area code, as it stands in the columns of the districts; `neighbours`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// `county`, `region`, `country`, `neighbours` or `whole`.
    pub kind: String,
}

/// A district of earlier years.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReorganisedWire {
    /// Its code then.
    pub from: String,
    /// Its name then.
    pub name: String,
    /// The code of the district that has its ground now.
    pub to: String,
}

/// Jobs of one year.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct JobTableWire {
    /// The year counted.
    pub year: u16,
    /// `division` or `sic5`.
    pub level: String,
    /// The key of a source.
    pub source: String,
    /// What each value is multiplied by to be jobs: counts are published rounded.
    pub unit: u16,
    /// Keys of the districts and territories told, a column each.
    pub territories: Vec<String>,
    /// A row per industry of the level in ascending order of code.
    pub values: Vec<Vec<Option<f64>>>,
    /// Positions of nulls that are withheld, counted row by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressed: Vec<usize>,
}

/// Gross value added by place, industry and year, million pounds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GvaWire {
    /// The first year; the others follow without a gap.
    pub first_year: u16,
    /// The year whose money chained volumes are told in.
    pub money_year: u16,
    /// The industries as published.
    pub industries: Vec<GvaIndustryWire>,
    /// The places told.
    pub places: Vec<GvaPlaceWire>,
    /// Current prices: a row per place and, within it, per industry; a number or null per year.
    pub current: Vec<Vec<Option<f64>>>,
    /// Chained volumes in the same shape.
    pub chained: Vec<Vec<Option<f64>>>,
    /// Positions of nulls that are withheld, in both, counted row by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressed: Vec<usize>,
}

/// An industry as output is published by.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GvaIndustryWire {
    /// Its code as published.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `total`, `aggregate`, `section` or `detail`.
    pub kind: String,
    /// Codes of the divisions inside it.
    pub divisions: Vec<String>,
    /// Whether it is imputed rent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub imputed_rent: bool,
}

/// A place whose output is told.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GvaPlaceWire {
    /// Its area code.
    pub key: String,
    /// Its name.
    pub name: String,
    /// `published` or `added-up`.
    pub basis: String,
    /// The key of a source.
    pub source: String,
}

/// Output per filled job of every district.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FilledJobWire {
    /// The year it describes.
    pub year: u16,
    /// The key of a source.
    pub source: String,
    /// Pounds, one per district in their order; null where it is not published.
    pub gbp: Vec<Option<f64>>,
}

/// The national input-output table.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupplyWire {
    /// The year it describes.
    pub year: u16,
    /// The key of a source.
    pub source: String,
    /// The table's own codes of its industries, in its order.
    pub codes: Vec<String>,
    /// Their names.
    pub names: Vec<String>,
    /// Codes of their sections.
    pub sections: Vec<String>,
    /// What each value in money is multiplied by to be million pounds.
    pub unit_gbp_m: f64,
    /// Domestic use at basic prices: a row per seller, a column per buyer.
    pub domestic_use: Vec<Vec<f64>>,
    /// Output of each industry.
    pub output: Vec<f64>,
    /// Compensation of employees.
    pub compensation: Vec<f64>,
    /// Gross value added.
    pub gva: Vec<f64>,
    /// What households buy from each industry.
    pub households: Vec<f64>,
    /// What all final buyers together buy from each industry.
    pub final_use: Vec<f64>,
    /// Jobs of the whole in the table's own year.
    pub jobs: Vec<Option<f64>>,
    /// The key of the source of those jobs.
    pub jobs_source: String,
    /// For each five-digit industry in ascending order of code, the position of the table's
    /// industry; null for one that is in none.
    pub of_sic5: Vec<Option<usize>>,
}

/// A sector.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectorWire {
    /// Its key, as in links.
    pub key: String,
    /// Its title.
    pub title: String,
    /// `industrial-strategy` or `roadmap`.
    pub kind: String,
    /// Codes of industries of any level, none inside another; empty when none tells it apart.
    pub codes: Vec<String>,
    /// Why each belongs, in the same order; empty where the sector's own reason says it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_reasons: Vec<String>,
    /// Why these industries.
    pub reason: String,
    /// What they miss, or hold too much of.
    pub misses: String,
    /// What the papers behind the roadmap call it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    /// The key of a source; empty for a definition of our own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Coarse shapes of every district, a file of its own.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BritainShapesWire {
    /// Always [`super::BRITAIN_SHAPES_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// Who drew them.
    pub sources: Vec<SourceWire>,
    /// Arcs of their own, and one layer of districts.
    pub topology: TopologyWire,
}
