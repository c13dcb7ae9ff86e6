//! Emissions of the districts in the base year.

use roadmap_core::data::wire::EmissionsWire;
use roadmap_core::model::base::emissions;

use super::cells::Cells;
use super::people::People;
use super::{Given, rounding};
use crate::problem::Problem;

const COLUMNS: [&str; 12] = [
    "industry",
    "commercial",
    "public_sector",
    "agriculture",
    "domestic_gas",
    "domestic_electricity",
    "domestic_other",
    "road_a",
    "road_minor",
    "transport_other",
    "waste",
    PEOPLE,
];
const PEOPLE: &str = "population_thousands";

/// Reads emissions and brings them to the base year.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn read(given: &Given<'_>, people: &People) -> Result<Vec<EmissionsWire>, Problem> {
    let table = Table::read(given)?;
    let own = given.codes().zip(&people.districts);
    own.map(|(code, district)| {
        let now: f64 = district.people.iter().flatten().sum();
        let scale = table.scale(code, now)?;
        let of = |names: &[&str]| -> Result<f64, Problem> {
            let year = given.words.emissions.year;
            let kt = names.iter().map(|name| table.get(code, year, name));
            Ok(rounding::to(kt.sum::<Result<f64, Problem>>()? * scale, 6))
        };
        Ok(EmissionsWire {
            industry: of(&["industry"])?,
            commercial: of(&["commercial"])?,
            public_sector: of(&["public_sector"])?,
            agriculture: of(&["agriculture"])?,
            homes_gas: of(&["domestic_gas"])?,
            homes_electricity: of(&["domestic_electricity"])?,
            homes_other: of(&["domestic_other"])?,
            road: of(&["road_a", "road_minor"])?,
            other: of(&["transport_other", "waste"])?,
        })
    })
    .collect()
}

/// Emissions by sector and year, and per head.
pub struct Table<'a> {
    given: &'a Given<'a>,
    cells: Cells,
    per_head: super::cells::Series,
}

impl<'a> Table<'a> {
    /// Reads both.
    ///
    /// # Errors
    /// A fault for a row that cannot be used.
    pub fn read(given: &'a Given<'a>) -> Result<Self, Problem> {
        let file = given.words.tables.emissions.under(given.raw);
        let is_own = |words: &[&str]| words.first().is_some_and(|code| given.is_own(code));
        Ok(Self {
            given,
            cells: Cells::read(&file, &["area_code", "year"], &COLUMNS, is_own)?,
            per_head: given.series(&given.words.series.emissions)?,
        })
    }

    /// Emissions of a sector.
    ///
    /// # Errors
    /// A fault when they are not there.
    pub fn get(&self, code: &str, year: u16, sector: &str) -> Result<f64, Problem> {
        self.cells.get(&[code, &year.to_string(), sector])
    }

    /// What emissions of the year told are multiplied by to be those of the base year.
    ///
    /// # Errors
    /// A fault for any figure that is not there.
    pub fn scale(&self, code: &str, people_now: f64) -> Result<f64, Problem> {
        self.scale_to(code, self.given.words.emissions.per_head_last, people_now)
    }

    /// The same, with emissions per head of another year.
    ///
    /// # Errors
    /// As [`Self::scale`].
    pub fn scale_to(&self, code: &str, year: u16, people: f64) -> Result<f64, Problem> {
        let words = &self.given.words.emissions;
        let then = self.per_head.get(code, words.per_head_first)?;
        let now = self.per_head.get(code, year)?;
        let people_then = 1000.0 * self.get(code, words.year, PEOPLE)?;
        let scale = emissions::scale(then, now, people_then, people);
        scale.ok_or_else(|| self.cells.lacking(&[code, "emissions per head"]))
    }
}
