//! Homes of the districts: households by age, the stock, what is built, what homes cost.

use roadmap_core::data::model;
use roadmap_core::model::base::homes;

use super::cells::{Cells, Series};
use super::people::People;
use super::{Given, rounding, sanity};
use crate::problem::Problem;

/// The homes of every district.
pub struct Homes {
    /// Ages that household rates stand at.
    pub ages: Vec<f64>,
    /// Districts in their order.
    pub districts: Vec<District>,
}

/// The homes of a district.
pub struct District {
    /// Households per person at each age.
    pub headship: Vec<f64>,
    /// Dwellings in the middle of the base year.
    pub homes: f64,
    /// Net additions a year.
    pub completions: f64,
    /// Median price over median earnings.
    pub affordability: f64,
}

/// Reads and works out homes.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn read(given: &Given<'_>, people: &People) -> Result<Homes, Problem> {
    let stock = Stock::read(given)?;
    let headship = Headship::read(given)?;
    let prices = given.series(&given.words.series.affordability)?;
    let base = given.words.years.base;
    let ages = headship.ages();
    let mut districts = Vec::new();
    for (code, own) in given.codes().zip(&people.districts) {
        let past = stock.of(code)?;
        let rates = headship.of(code)?;
        let lived_in = (1.0 - given.needed.vacant_share) * past.homes;
        let by_age = model::on_lines(&ages, &rates);
        let factor = homes::filling(&own.people, &by_age, lived_in).ok_or_else(|| {
            let reason = format!("nobody in {code} heads a household");
            sanity::fault(
                given,
                "homes.bands",
                reason,
                "Correct the ages of the bands",
            )
        })?;
        districts.push(District {
            headship: rates.iter().map(|rate| rate * factor).collect(),
            homes: past.homes,
            completions: rounding::to(past.completions, 6),
            affordability: prices.get(code, base)?,
        });
    }
    Ok(Homes { ages, districts })
}

/// Households by age, and the people they are told against.
pub struct Headship<'a> {
    given: &'a Given<'a>,
    households: Cells,
    people: Cells,
}

impl<'a> Headship<'a> {
    /// Reads both tables.
    ///
    /// # Errors
    /// A fault for a row that cannot be used.
    pub fn read(given: &'a Given<'a>) -> Result<Self, Problem> {
        let tables = &given.words.tables;
        let year = given.words.homes.headship_year.to_string();
        let keep = |words: &[&str]| match words {
            [code, own, ..] => *own == year && given.is_own(code),
            _ => false,
        };
        let households = tables.households.under(given.raw);
        let people = tables.projected.under(given.raw);
        let keys = ["area_code", "year", "category"];
        let people_keys = ["area_code", "year", "age", "sex"];
        Ok(Self {
            given,
            households: Cells::read(&households, &keys, &["households"], keep)?,
            people: Cells::read(&people, &people_keys, &["population"], keep)?,
        })
    }

    /// The ages that rates stand at: one at which nobody heads a household yet, then the bands.
    pub fn ages(&self) -> Vec<f64> {
        let words = &self.given.words.homes;
        let bands = words.bands.iter().map(|band| band.age);
        std::iter::once(words.no_household_before)
            .chain(bands)
            .collect()
    }

    /// Households per person: 0 where nobody heads one yet, then a rate per band.
    ///
    /// # Errors
    /// A fault for any figure that is not there.
    pub fn of(&self, code: &str) -> Result<Vec<f64>, Problem> {
        let words = &self.given.words.homes;
        let year = words.headship_year.to_string();
        let (mut households, mut people) = (Vec::new(), Vec::new());
        for band in &words.bands {
            households.push(
                self.households
                    .get(&[code, &year, &band.name, "households"])?,
            );
            let mut persons = 0.0;
            for age in band.first..=band.last {
                for sex in super::country::SEX {
                    let age = age.to_string();
                    persons += self.people.get(&[code, &year, &age, sex, "population"])?;
                }
            }
            people.push(persons);
        }
        let rates = homes::rates_of_bands(&households, &people);
        let rates = rates.ok_or_else(|| self.people.lacking(&[code, &year]))?;
        Ok(std::iter::once(0.0).chain(rates).collect())
    }
}

/// The stock of homes and what is added to it.
pub struct Stock<'a> {
    given: &'a Given<'a>,
    stock: Cells,
    counted: Cells,
    per_thousand: Series,
}

/// The homes of a district up to the base year.
pub struct PastHomes {
    /// Net additions by the financial year's first calendar year.
    pub additions: Vec<(u16, f64)>,
    /// Dwellings in the middle of the base year.
    pub homes: f64,
    /// Mean net additions a year.
    pub completions: f64,
}

impl<'a> Stock<'a> {
    /// Reads the tables.
    ///
    /// # Errors
    /// A fault for a row that cannot be used.
    pub fn read(given: &'a Given<'a>) -> Result<Self, Problem> {
        let tables = &given.words.tables;
        let is_own = |words: &[&str]| words.first().is_some_and(|code| given.is_own(code));
        let stock = tables.stock.under(given.raw);
        let counted = tables.additions.under(given.raw);
        let keys = ["area_code", "financial_year"];
        let added = ["net_additional_dwellings"];
        Ok(Self {
            given,
            stock: Cells::read(&stock, &["area_code", "year"], &["dwellings"], is_own)?,
            counted: Cells::read(&counted, &keys, &added, is_own)?,
            per_thousand: given.series(&given.words.series.additions)?,
        })
    }

    /// The stock at the end of a March, as published.
    ///
    /// # Errors
    /// A fault when it is not there.
    pub fn published(&self, code: &str, year: u16) -> Result<f64, Problem> {
        self.stock.get(&[code, &year.to_string(), "dwellings"])
    }

    /// Net additions of a financial year, by the calendar year it starts in.
    ///
    /// # Errors
    /// A fault when it is not there.
    pub fn counted(&self, code: &str, start: u16) -> Result<f64, Problem> {
        let name = format!("{start}-{:02}", (start + 1) % 100);
        self.counted.get(&[code, &name, "net_additional_dwellings"])
    }

    /// The homes of a district up to the base year.
    ///
    /// # Errors
    /// A fault for a year that is not there.
    pub fn of(&self, code: &str) -> Result<PastHomes, Problem> {
        let words = &self.given.words.homes;
        let base = self.given.words.years.base;
        let first = words.completions_first.min(words.stock_year);
        let counted = first..=words.counted_until;
        let counted = counted.map(|start| Ok((start, self.counted(code, start)?)));
        let mut additions = counted.collect::<Result<Vec<_>, Problem>>()?;
        let since = additions
            .iter()
            .filter(|(start, _)| *start >= words.stock_year);
        let since: Vec<f64> = since.map(|(_, added)| *added).collect();
        let rates = (words.counted_until + 1)..=base;
        let rates = rates.map(|start| self.per_thousand.get(code, start));
        let rates = rates.collect::<Result<Vec<f64>, Problem>>()?;
        let start = self.published(code, words.stock_year)?;
        let stock = homes::stock(start, &since, &rates);
        let grown = stock.iter().zip(stock.iter().skip(1)).skip(since.len());
        let later = grown.zip((words.counted_until + 1)..);
        additions.extend(later.map(|((before, after), start)| (start, after - before)));
        // The last year is only begun in the middle of the base year.
        let (before, last) = match stock.as_slice() {
            [.., before, after] => (*before, after - before),
            _ => (start, 0.0),
        };
        let counts = additions
            .iter()
            .filter(|(own, _)| *own >= words.completions_first);
        let counts: Vec<f64> = counts.map(|(_, added)| *added).collect();
        let count = f64::from(u32::try_from(counts.len()).unwrap_or(u32::MAX).max(1));
        Ok(PastHomes {
            homes: rounding::to(before + words.part_of_last_year * last, 6),
            completions: counts.iter().sum::<f64>() / count,
            additions,
        })
    }
}
