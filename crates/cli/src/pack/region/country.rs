//! The country: its deaths and births by age, and its people to come.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use roadmap_core::data::model::{AGES, FERTILE_AGES, FIRST_FERTILE_AGE, SEXES};
use roadmap_core::data::wire::CountryPeopleWire;
use roadmap_core::model::base::people::Country;
use roadmap_core::model::base::rates::{self, Deaths};

use super::Given;
use super::cells::Cells;
use crate::content::region::EditionYear;
use crate::problem::Problem;

/// Sexes as the tables write them, in the model's order.
pub const SEX: [&str; SEXES] = ["F", "M"];

/// What newly born are called in the column of ages.
const BIRTH: &str = "birth";
/// The first and last single years of the open age whose rates and people are both told.
const OPEN: std::ops::RangeInclusive<usize> = (AGES - 1)..=104;

/// National rates of the steps from `first` to `last`, and the shape of births.
///
/// # Errors
/// A fault for a rate that is not there.
pub fn rates(given: &Given<'_>, first: u16, last: u16) -> Result<Country, Problem> {
    let past = &given.words.past;
    let mut deaths = BTreeMap::new();
    let mut tables: BTreeMap<u16, Tables> = BTreeMap::new();
    for year in first..=last {
        let edition = past.deaths.iter().find(|own| year <= own.until);
        let edition = edition.ok_or_else(|| {
            let reason = format!("no edition is named for the deaths of {year}");
            super::sanity::fault(
                given,
                "past.deaths",
                reason,
                "Name one with a later `until`",
            )
        })?;
        let tables = match tables.entry(edition.edition) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(place) => place.insert(Tables::read(given, edition.edition)?),
        };
        deaths.insert(year, tables.deaths(year.max(edition.first))?);
    }
    Ok(Country {
        deaths,
        births_per_woman: births(given, past.births)?,
    })
}

/// Deaths and people of one edition of the projection.
struct Tables {
    rates: Cells,
    people: Cells,
}

impl Tables {
    fn read(given: &Given<'_>, edition: u16) -> Result<Self, Problem> {
        let tables = &given.words.tables;
        Ok(Self {
            rates: wide(given, &tables.national_deaths, edition)?,
            people: wide(given, &tables.national_people, edition)?,
        })
    }

    fn deaths(&self, year: u16) -> Result<Deaths, Problem> {
        const PER: f64 = 100_000.0;
        let column = format!("y{year}");
        let mut rate = [[0.0; AGES]; SEXES];
        let mut birth_rate = [0.0; SEXES];
        for ((own, birth), sex) in rate.iter_mut().zip(&mut birth_rate).zip(SEX) {
            let at = |age: &str| self.rates.get(&[sex, age, &column]);
            for (age, slot) in own.iter_mut().enumerate() {
                *slot = at(&age.to_string())? / PER;
            }
            let ages: Vec<String> = OPEN.map(|age| age.to_string()).collect();
            let open = ages.iter().map(|age| Ok(at(age)? / PER));
            let open = open.collect::<Result<Vec<f64>, Problem>>()?;
            let people = ages.iter().map(|age| self.people.get(&[sex, age, &column]));
            let people = people.collect::<Result<Vec<f64>, Problem>>()?;
            if let (Some(last), Some(mean)) = (own.last_mut(), rates::open_age(&open, &people)) {
                *last = mean;
            }
            *birth = at(BIRTH)? / PER;
        }
        Ok(Deaths { rate, birth_rate })
    }
}

/// A table with a column per year, of one edition: numbers by sex, age and name of the column.
fn wide(
    given: &Given<'_>,
    file: &crate::content::region::RawFile,
    edition: u16,
) -> Result<Cells, Problem> {
    let file = file.under(given.raw);
    let table = crate::table::Table::read(&file)?;
    let is_year = |name: &&str| {
        name.strip_prefix('y')
            .is_some_and(|y| y.parse::<u16>().is_ok())
    };
    let years: Vec<&str> = table.columns().filter(is_year).collect();
    let edition = edition.to_string();
    let variant = given.words.country.variant.as_str();
    let keys = ["base_year", "variant", "sex", "age"];
    let keep = |words: &[&str]| words.starts_with(&[&edition, variant]);
    let cells = Cells::of(&table, &file, &keys, &years, keep)?;
    Ok(cells.without(2))
}

/// National deaths of one year of one edition.
///
/// # Errors
/// A fault for a rate that is not there.
pub fn deaths(given: &Given<'_>, own: EditionYear) -> Result<Deaths, Problem> {
    Tables::read(given, own.edition)?.deaths(own.year)
}

/// National births per woman of one year of one edition.
///
/// # Errors
/// A fault for a rate that is not there.
pub fn births(given: &Given<'_>, own: EditionYear) -> Result<[f64; FERTILE_AGES], Problem> {
    const PER: f64 = 1_000.0;
    let cells = wide(given, &given.words.tables.national_births, own.edition)?;
    let column = format!("y{}", own.year);
    let [women, ..] = SEX;
    let mut births = [0.0; FERTILE_AGES];
    for (age, slot) in (FIRST_FERTILE_AGE..).zip(&mut births) {
        *slot = cells.get(&[women, &age.to_string(), &column])? / PER;
    }
    Ok(births)
}

/// The country's people from the base year on.
///
/// # Errors
/// A fault for a year that is not there.
pub fn people(given: &Given<'_>) -> Result<CountryPeopleWire, Problem> {
    let tables = &given.words.tables;
    let cells = wide(given, &tables.national_people, given.words.country.edition)?;
    let mut people = CountryPeopleWire::default();
    for year in given.words.years.base..=given.words.years.last {
        let column = format!("y{year}");
        let (mut all, mut young, mut old) = (0.0, 0.0, 0.0);
        let own = cells.all().filter(|(key, _)| key.last() == Some(&column));
        for (key, persons) in own {
            // Groups of ages at the end count by their first.
            let digits = key
                .get(1)
                .map(|age| age.split(['-', '+']).next().unwrap_or(age));
            let age: u16 = digits.and_then(|age| age.parse().ok()).ok_or_else(|| {
                let key: Vec<&str> = key.iter().map(String::as_str).collect();
                cells.lacking(&key)
            })?;
            all += persons;
            young += if age <= 17 { persons } else { 0.0 };
            old += if age >= 65 { persons } else { 0.0 };
        }
        if all == 0.0 {
            return Err(cells.lacking(&[&column]));
        }
        people.all.push(all);
        people.aged_0_17.push(young);
        people.aged_65_plus.push(old);
    }
    Ok(people)
}
