//! People of the districts: their past, and who is there in the base year.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use roadmap_core::data::model::{AGES, ByAge, SEXES};
use roadmap_core::math;
use roadmap_core::model::base::migration::{self, Smoothing};
use roadmap_core::model::base::people::{self, Country, Lacking, LocalRates, Past, Window};
use roadmap_core::model::base::rates::Deaths;
use roadmap_core::model::demography;

use super::cells::{Cells, Series};
use super::country::{self, SEX};
use super::{Given, rounding, sanity};
use crate::problem::Problem;

/// The people of every district, and what their rates are told against.
pub struct People {
    /// National rates.
    pub country: Country,
    /// Ages and sexes of people who move.
    pub movers: ByAge,
    /// Districts in their order.
    pub districts: Vec<District>,
}

/// The people of a district.
pub struct District {
    /// In the base year.
    pub people: ByAge,
    /// How they change.
    pub rates: LocalRates,
    /// In the middle of each earlier year.
    pub past: BTreeMap<u16, ByAge>,
}

impl People {
    /// The country's deaths of a step.
    ///
    /// # Errors
    /// A fault when the recipe reads fewer steps than it uses.
    pub fn country_deaths(&self, given: &Given<'_>, year: u16) -> Result<&Deaths, Problem> {
        let deaths = self.country.deaths.get(&year);
        deaths.ok_or_else(|| lacks(given, &country_lacks(year)))
    }
}

/// Reads the past and works out rates and people of the base year.
///
/// # Errors
/// A fault for any figure that is needed and not there.
pub fn read(given: &Given<'_>) -> Result<People, Problem> {
    let words = &given.words.past;
    let base = given.words.years.base;
    let first = words
        .mortality
        .iter()
        .copied()
        .chain([words.first_step])
        .min();
    let country = country::rates(given, first.unwrap_or(words.first_step), base)?;
    let flows = Flows::read(given)?;
    let mut estimates = estimates(given)?;
    let mut pasts = Vec::new();
    for code in given.codes() {
        let born = &flows.calendar;
        let births = born.get(&[code, &year(words.fertility), BIRTHS])?;
        pasts.push(Past {
            people: estimates.remove(code).unwrap_or_default(),
            deaths: flows.deaths(code, &words.mortality)?,
            births: flows.births(code, words.first_step..=words.last_step, given)?,
            births_for_fertility: BTreeMap::from([(words.fertility, births)]),
            net_migration: flows.level(code, given)?,
        });
    }
    let window = Window {
        mortality: words.mortality.clone(),
        fertility: vec![words.fertility],
        migration: words.first_step..=words.last_step,
    };
    let smoothing = smoothing(given);
    let boys = given.needed.boys_per_girl;
    let found = people::local_rates(&pasts, &country, &window, &smoothing, boys);
    let (rates, movers) = found.map_err(|lacking| lacks(given, &lacking))?;
    let shares = Shares::read(given)?;
    let last = country.deaths.get(&words.people).cloned();
    let last = last.ok_or_else(|| lacks(given, &country_lacks(words.people)))?;
    let mut districts = Vec::new();
    for ((code, past), rates) in given.codes().zip(pasts).zip(rates) {
        let before = past.people.get(&words.people);
        let before = before.ok_or_else(|| lacks(given, &country_lacks(words.people)))?;
        let bands = shares.bands(code, base)?;
        let national = (&last, &country.births_per_woman);
        let people = people::base_people(before, &rates, national, &bands, boys);
        districts.push(District {
            people: rounding::people(&people, 6),
            rates,
            past: past.people,
        });
    }
    Ok(People {
        country,
        movers,
        districts,
    })
}

const BIRTHS: &str = "live_births";
const DEATHS: &str = "deaths";

fn year(year: u16) -> String {
    year.to_string()
}

fn country_lacks(year: u16) -> Lacking {
    Lacking {
        what: "people and national death rates",
        district: None,
        year,
    }
}

/// The ages of the recipe.
pub fn smoothing(given: &Given<'_>) -> Smoothing {
    let words = &given.words.smoothing;
    Smoothing {
        averaged: words.averaged.clone(),
        common_from: words.common_from,
        students: words.students,
        movers_until: words.movers_until,
    }
}

/// A figure that rates need and the tables lack.
pub fn lacks(given: &Given<'_>, lacking: &Lacking) -> Problem {
    let whose = lacking.district.and_then(|own| given.districts.get(own));
    let whose = whose.map_or("the country", |(_, name)| name.as_str());
    let reason = format!(
        "there are no {} of {} for {whose}",
        lacking.what, lacking.year
    );
    sanity::fault(
        given,
        "past",
        reason,
        "Read other years, or fetch the tables again",
    )
}

/// People by single year of age in the middle of each year, by district.
///
/// # Errors
/// A fault for a row that cannot be used.
pub fn estimates(given: &Given<'_>) -> Result<BTreeMap<String, BTreeMap<u16, ByAge>>, Problem> {
    estimates_of(given, |code| given.is_own(code))
}

fn estimates_of(
    given: &Given<'_>,
    is_asked: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, BTreeMap<u16, ByAge>>, Problem> {
    let file = given.words.tables.estimates.under(given.raw);
    let keys = ["area_code", "year", "sex", "age"];
    let is_own = |words: &[&str]| words.first().is_some_and(|code| is_asked(code));
    let cells = Cells::read(&file, &keys, &["population"], is_own)?;
    let mut all: BTreeMap<String, BTreeMap<u16, ByAge>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for (key, persons) in cells.all() {
        let words: Vec<&str> = key.iter().map(String::as_str).collect();
        let [code, year, sex, age, _] = words[..] else {
            continue;
        };
        let sex = SEX.iter().position(|own| *own == sex);
        let place = (year.parse::<u16>().ok(), sex, age.parse::<usize>().ok());
        let (Some(year), Some(sex), Some(age)) = place else {
            return Err(cells.lacking(&words));
        };
        let people = all.entry(code.to_owned()).or_default().entry(year);
        let people: &mut ByAge = people.or_insert([[0.0; AGES]; SEXES]);
        let slot = people.get_mut(sex).and_then(|own| own.get_mut(age));
        *slot.ok_or_else(|| cells.lacking(&words))? = persons;
        told.insert((code.to_owned(), year, sex, age));
    }
    for (code, years) in &all {
        let first = (code.clone(), 0, 0, 0);
        let own = told
            .range(first..)
            .take_while(|(own, ..)| own == code)
            .count();
        if own != years.len() * AGES * SEXES {
            return Err(cells.lacking(&[code, "every sex and age of each year"]));
        }
    }
    Ok(all)
}

/// Births and deaths of the districts.
pub struct Flows {
    /// By calendar years.
    pub calendar: Cells,
    /// By years to June.
    pub to_june: Cells,
}

impl Flows {
    /// Reads both tables.
    ///
    /// # Errors
    /// A fault for a row that cannot be used.
    pub fn read(given: &Given<'_>) -> Result<Self, Problem> {
        let tables = &given.words.tables;
        let is_own = |words: &[&str]| words.first().is_some_and(|code| given.is_own(code));
        let calendar = tables.births_deaths.under(given.raw);
        let to_june = tables.components.under(given.raw);
        let keys = ["area_code", "year_ending_june"];
        Ok(Self {
            calendar: Cells::read(&calendar, &["area_code", "year"], &[BIRTHS, DEATHS], is_own)?,
            to_june: Cells::read(&to_june, &keys, &["births", "deaths"], is_own)?,
        })
    }

    fn deaths(&self, code: &str, years: &[u16]) -> Result<BTreeMap<u16, f64>, Problem> {
        let of = |own: &u16| Ok((*own, self.calendar.get(&[code, &year(*own), DEATHS])?));
        years.iter().map(of).collect()
    }

    /// Births of each step: of the year to June in which it ends, later of the calendar years it
    /// lies in.
    fn births(
        &self,
        code: &str,
        steps: RangeInclusive<u16>,
        given: &Given<'_>,
    ) -> Result<BTreeMap<u16, f64>, Problem> {
        let until = given.words.past.births_to_june_until;
        let last = given.words.past.births_until;
        let of = |step: u16| {
            let births = if step <= until {
                self.to_june.get(&[code, &year(step + 1), "births"])?
            } else if step < last {
                self.of_step(code, BIRTHS, step, last)?
            } else {
                self.calendar.get(&[code, &year(last), BIRTHS])?
            };
            Ok((step, births))
        };
        steps.map(of).collect()
    }

    /// The mean of the calendar years a step lies in; the last one stands in for later ones.
    fn of_step(&self, code: &str, what: &str, step: u16, last: u16) -> Result<f64, Problem> {
        let at = |own: u16| self.calendar.get(&[code, &year(own.min(last)), what]);
        Ok(f64::midpoint(at(step)?, at(step + 1)?))
    }

    /// Net migrants a year in all.
    fn level(&self, code: &str, given: &Given<'_>) -> Result<f64, Problem> {
        let words = &given.words.past;
        let totals = given.series(&given.words.series.people)?;
        let mut natural = Vec::new();
        for step in words.level_first..words.level_last {
            let births = self.of_step(code, BIRTHS, step, words.births_until)?;
            natural.push(births - self.of_step(code, DEATHS, step, words.births_until)?);
        }
        let before = totals.get(code, words.level_first)?;
        let after = totals.get(code, words.level_last)?;
        migration::level(before, after, &natural).ok_or_else(|| {
            let reason = "the last year of the level is not after the first".to_owned();
            sanity::fault(given, "past.level_last", reason, "Give a later year")
        })
    }
}

/// Published totals and shares of ages.
struct Shares {
    totals: Series,
    shares: [(usize, Series); 3],
}

impl Shares {
    fn read(given: &Given<'_>) -> Result<Self, Problem> {
        let words = &given.words.series;
        Ok(Self {
            totals: given.series(&words.people)?,
            shares: [
                (0, given.series(&words.aged_0_15)?),
                (16, given.series(&words.aged_16_64)?),
                (65, given.series(&words.aged_65_plus)?),
            ],
        })
    }

    /// The first age of each band and how many people are in it.
    fn bands(&self, code: &str, year: u16) -> Result<Vec<(usize, f64)>, Problem> {
        let total = self.totals.get(code, year)?;
        let shares = self.shares.iter();
        let shares: Vec<(usize, f64)> = shares
            .map(|(from, series)| Ok((*from, series.get(code, year)?)))
            .collect::<Result<_, Problem>>()?;
        let sum: f64 = shares.iter().map(|(_, share)| share).sum();
        Ok(shares
            .into_iter()
            .map(|(from, share)| (from, total * share / sum))
            .collect())
    }
}

/// Growth in logs, from a year to another, of what local services follow (everybody, people aged
/// 0 to 17, half everybody and half those aged 65 and over): of each district, and of the country.
///
/// # Errors
/// A fault for a year without people.
pub fn drivers(
    given: &Given<'_>,
    country: &str,
    from: u16,
    to: u16,
) -> Result<(Vec<[f64; 3]>, [f64; 3]), Problem> {
    let all = estimates_of(given, |code| code == country || given.is_own(code))?;
    let of = |code: &str| -> Result<[f64; 3], Problem> {
        let at = |year: u16| all.get(code).and_then(|years| years.get(&year));
        let (before, after) = at(from).zip(at(to)).ok_or_else(|| {
            let reason = format!("there are no people by age of {code} in {from} or {to}");
            sanity::fault(given, "tables.estimates", reason, "Fetch the table again")
        })?;
        let grown = |first: usize, last: usize| {
            let count = |people: &ByAge| {
                let [count] = demography::aged(&demography::one_lane(people), first, last);
                count
            };
            count(after) / count(before)
        };
        let everybody = grown(0, AGES - 1);
        let older = f64::midpoint(grown(65, AGES - 1), everybody);
        Ok([everybody, grown(0, 17), older].map(math::ln))
    };
    let own = given.codes().map(of).collect::<Result<Vec<_>, Problem>>()?;
    Ok((own, of(country)?))
}
