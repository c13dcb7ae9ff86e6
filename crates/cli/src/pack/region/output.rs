//! Output of the districts by section, agencies apart.

use std::collections::BTreeMap;

use roadmap_core::data::model::{BySection, SECTIONS};
use roadmap_core::model::base::output::{self, Pair};

use super::cells::Cells;
use super::jobs::{DistrictJobs, Jobs, position};
use super::{Given, sanity};
use crate::content::region::OutputPair;
use crate::problem::Problem;
use crate::table::Table;

/// Output of a district, GBP million.
pub struct DistrictOutput {
    /// By section, agencies out.
    pub sections: BySection,
    /// Of agencies.
    pub agencies: f64,
}

/// Reads output.
///
/// # Errors
/// A fault for any figure that is not there and cannot be worked out.
pub fn read(given: &Given<'_>, jobs: &Jobs) -> Result<Vec<DistrictOutput>, Problem> {
    let words = &given.words.output;
    let year = words.year.to_string();
    let file = given.words.tables.output.under(given.raw);
    let cells = Cells::read(&file, &["lad_code", "industry_code"], &[&year], |_| true)?;
    let table = Rows {
        given,
        cells,
        year,
        jobs,
    };
    let [first, second] = &words.pairs;
    let usual = [table.usual(first)?, table.usual(second)?];
    let own = given.codes().zip(&jobs.districts);
    own.map(|(code, jobs)| table.district(code, jobs, usual))
        .collect()
}

struct Rows<'a> {
    given: &'a Given<'a>,
    cells: Cells,
    year: String,
    jobs: &'a Jobs,
}

impl Rows<'_> {
    fn find(&self, code: &str, row: &str) -> Option<f64> {
        self.cells.find(&[code, row, &self.year])
    }

    fn get(&self, code: &str, row: &str) -> Result<f64, Problem> {
        self.cells.get(&[code, row, &self.year])
    }

    fn district(
        &self,
        code: &str,
        jobs: &DistrictJobs,
        usual: [f64; 2],
    ) -> Result<DistrictOutput, Problem> {
        let words = &self.given.words.output;
        let rent = self.get(code, &words.imputed_rent)?;
        let mut sections = [0.0; SECTIONS];
        for (letter, row) in &words.sections {
            *self.slot(&mut sections, *letter)? = self.get(code, row)?;
        }
        let property = match self.find(code, &words.property) {
            Some(property) => property,
            None => self.get(code, &words.property_with_rent)? - rent,
        };
        *self.slot(&mut sections, 'L')? = property;
        let left_of_total = self.get(code, &words.total)?
            - rent
            - self.get(code, &words.dropped)?
            - sections.iter().sum::<f64>();
        let [first, second] = &words.pairs;
        let pairs = [
            self.pair(code, first, jobs, usual[0])?,
            self.pair(code, second, jobs, usual[1])?,
        ];
        let split = output::split_pairs(pairs, left_of_total);
        for (pair, split) in words.pairs.iter().zip(split) {
            for (letter, output) in pair.sections.into_iter().zip(split) {
                *self.slot(&mut sections, letter)? = output;
            }
        }
        let group = words.agencies_divisions.iter();
        let group = group.map(|own| self.jobs.divisions.get(&[code, own]));
        let group: f64 = group.sum::<Result<f64, Problem>>()?;
        let agencies = output::of_jobs(self.get(code, &words.agencies)?, jobs.agencies, group);
        let slot = self.slot(&mut sections, self.given.words.jobs.agencies_section)?;
        if *slot < agencies {
            let reason = format!("agencies in {code} have more output than their section");
            return Err(sanity::fault(
                self.given,
                "output.agencies",
                reason,
                "Correct the row",
            ));
        }
        *slot -= agencies;
        Ok(DistrictOutput { sections, agencies })
    }

    fn slot<'b>(&self, sections: &'b mut BySection, letter: char) -> Result<&'b mut f64, Problem> {
        let slot = position(letter).and_then(|own| sections.get_mut(own));
        slot.ok_or_else(|| {
            let reason = format!("the model has no section {letter}");
            sanity::fault(
                self.given,
                "output.sections",
                reason,
                "Name a section from A to S",
            )
        })
    }

    fn pair(
        &self,
        code: &str,
        pair: &OutputPair,
        jobs: &DistrictJobs,
        usual_per_job: f64,
    ) -> Result<Pair, Problem> {
        let mut own = jobs.sections;
        let [one, other] = pair.sections;
        Ok(Pair {
            published: self.find(code, &pair.row),
            jobs: [*self.slot(&mut own, one)?, *self.slot(&mut own, other)?],
            usual_per_job,
        })
    }

    /// Output per job of a pair in the districts of the country where it is published.
    fn usual(&self, pair: &OutputPair) -> Result<f64, Problem> {
        let prefixes = &self.given.words.output.country_prefixes;
        let (mut all, mut jobs) = (0.0, 0.0);
        for (code, sections) in &self.jobs.all {
            let is_counted = prefixes.iter().any(|prefix| code.starts_with(prefix));
            let Some(output) = self.find(code, &pair.row).filter(|_| is_counted) else {
                continue;
            };
            let mut own = *sections;
            all += output;
            for letter in pair.sections {
                jobs += *self.slot(&mut own, letter)?;
            }
        }
        Ok(output::per_job(all, jobs))
    }
}

/// Output in chained volumes, and what it is made of.
pub struct Volumes<'a> {
    given: &'a Given<'a>,
    current: Cells,
    /// Of each district by year.
    pub districts: Vec<BTreeMap<u16, f64>>,
    /// Of the country's districts together: volumes do not add up to the last digit.
    country: BTreeMap<u16, f64>,
}

impl<'a> Volumes<'a> {
    /// Reads both tables.
    ///
    /// # Errors
    /// A fault for a row that cannot be used.
    pub fn read(given: &'a Given<'a>) -> Result<Self, Problem> {
        let words = &given.words.output;
        let keys = ["lad_code", "industry_code"];
        let file = given.words.tables.output_volume.under(given.raw);
        let table = Table::read(&file)?;
        let is_year = |name: &&str| name.len() == 4 && name.parse::<u16>().is_ok();
        let columns: Vec<&str> = table.columns().filter(is_year).collect();
        let is_total = |own: &[&str]| own.last() == Some(&words.total.as_str());
        let volumes = Cells::of(&table, &file, &keys, &columns, is_total)?;
        let mut country = BTreeMap::new();
        let mut own: BTreeMap<&str, BTreeMap<u16, f64>> = BTreeMap::new();
        for (key, number) in volumes.all() {
            let [code, _, year] = key else { continue };
            let year = year.parse().map_err(|_| volumes.lacking(&[year]))?;
            let is_counted = |prefix: &String| code.starts_with(prefix.as_str());
            if words.country_prefixes.iter().any(is_counted) {
                *country.entry(year).or_insert(0.0) += number;
            }
            if given.is_own(code) {
                own.entry(code).or_default().insert(year, number);
            }
        }
        let districts = given
            .codes()
            .map(|code| own.remove(code).unwrap_or_default())
            .collect();
        let file = given.words.tables.output.under(given.raw);
        let table = Table::read(&file)?;
        let columns: Vec<&str> = table.columns().filter(is_year).collect();
        let is_own = |own: &[&str]| own.first().is_some_and(|code| given.is_own(code));
        Ok(Self {
            given,
            current: Cells::of(&table, &file, &keys, &columns, is_own)?,
            districts,
            country,
        })
    }

    /// Growth of the country from a year to another.
    pub fn growth(&self, from: u16, to: u16) -> f64 {
        let pair = self.country.get(&from).zip(self.country.get(&to));
        pair.map_or(1.0, |(from, to)| to / from)
    }

    /// Shares of sections in each district's output at current prices; pairs that are published
    /// together or withheld are left out, and imputed rent.
    #[must_use]
    pub fn mixes(&self, year: u16) -> Vec<BySection> {
        let words = &self.given.words.output;
        let year = year.to_string();
        let mut mixes = Vec::new();
        for code in self.given.codes() {
            let mut mix = [0.0; SECTIONS];
            for (letter, row) in &words.sections {
                let place = position(*letter).and_then(|place| mix.get_mut(place));
                let number = self.current.find(&[code, row, &year]);
                if let (Some(slot), Some(number)) = (place, number) {
                    *slot = number;
                }
            }
            let all: f64 = mix.iter().sum();
            mixes.push(mix.map(|own| if all > 0.0 { own / all } else { 0.0 }));
        }
        mixes
    }
}
