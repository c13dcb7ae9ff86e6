//! Rates and people of districts at the start, from their own past.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::migration::{self, Smoothing, Step};
use super::rates::{self, Deaths};
use crate::data::model::{AGES, ByAge, FERTILE_AGES, SEXES};
use crate::model::demography::{self, Rates};

/// What is known of a country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Country {
    /// Deaths in the step from the middle of each year.
    pub deaths: BTreeMap<u16, Deaths>,
    /// Births per woman from the first fertile age: only their shape counts.
    pub births_per_woman: [f64; FERTILE_AGES],
}

/// What is known of a district, by year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// People in the middle of each year.
    pub people: BTreeMap<u16, ByAge>,
    /// Deaths registered, for the mortality of the place.
    pub deaths: BTreeMap<u16, f64>,
    /// Births of the step from the middle of each year.
    pub births: BTreeMap<u16, f64>,
    /// Births of the years that fertility is taken from.
    pub births_for_fertility: BTreeMap<u16, f64>,
    /// Net migrants a year in all.
    pub net_migration: f64,
}

/// The years that rates are taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Years of deaths.
    pub mortality: Vec<u16>,
    /// Years of births and of the women who had them.
    pub fertility: Vec<u16>,
    /// First years of the steps whose migration is averaged.
    pub migration: RangeInclusive<u16>,
}

/// How a district's people change.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalRates {
    /// kq: its deaths per death at national rates.
    pub mortality: f64,
    /// Its births per birth at national rates.
    pub fertility: f64,
    /// NM: net migrants a year by age.
    pub net_migrants: ByAge,
}

/// A figure that is needed and not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// What it is, in words.
    pub what: &'static str,
    /// The place of the district in the list; none when it is the country's.
    pub district: Option<usize>,
    /// The year; 0 for all.
    pub year: u16,
}

/// Rates of every district, and ages and sexes of people who move.
///
/// # Errors
/// [`Lacking`] for the first figure that is not there.
pub fn local_rates(
    pasts: &[Past],
    country: &Country,
    window: &Window,
    smoothing: &Smoothing,
    boys_per_girl: f64,
) -> Result<(Vec<LocalRates>, ByAge), Lacking> {
    let mut factors = Vec::with_capacity(pasts.len());
    let mut smoothed = Vec::with_capacity(pasts.len());
    for (district, past) in pasts.iter().enumerate() {
        let known = Known {
            past,
            country,
            district,
        };
        let mortality = known.mortality(window)?;
        factors.push((mortality, known.fertility(window)?));
        let mut residuals = Vec::new();
        for year in window.migration.clone() {
            let deaths = country_deaths(country, year)?;
            let own = Deaths {
                rate: rates::death_rate(&deaths.rate, mortality),
                birth_rate: deaths.birth_rate,
            };
            let births = past.births.get(&year).copied();
            let step = Step {
                before: known.people(year)?,
                after: known.people(year + 1)?,
                deaths: &own,
                births: births.ok_or_else(|| known.lacking("births", year))?,
            };
            residuals.push(migration::residual(&step, boys_per_girl));
        }
        let mean = migration::mean(&residuals);
        smoothed.push(migration::smoothed(&mean, smoothing));
    }
    let movers = migration::movers(&smoothed, smoothing).ok_or(Lacking {
        what: "people who move in",
        district: None,
        year: 0,
    })?;
    let local = pasts.iter().zip(factors).zip(&smoothed);
    let local = local.map(|((past, (mortality, fertility)), smoothed)| LocalRates {
        mortality,
        fertility,
        net_migrants: migration::net_migrants(smoothed, past.net_migration, &movers),
    });
    Ok((local.collect(), movers))
}

/// People of the base year: those of the year before, a step on, scaled within `bands` (the
/// first age of each) to as many as are published. The open end of a band is the next one.
#[must_use]
pub fn base_people(
    before: &ByAge,
    local: &LocalRates,
    (deaths, births_per_woman): (&Deaths, &[f64; FERTILE_AGES]),
    bands: &[(usize, f64)],
    boys_per_girl: f64,
) -> ByAge {
    let death = rates::death_rate(&deaths.rate, local.mortality);
    let birth = rates::birth_rate(births_per_woman, local.fertility);
    let mut people = demography::one_lane(before);
    let rates = Rates {
        death: &death,
        birth_death: &deaths.birth_rate,
        mortality: [1.0],
        birth: &birth,
        fertility: [1.0],
        boys_per_girl,
    };
    demography::step(&mut people, &rates, |sex, age| {
        let own: Option<&[f64; AGES]> = local.net_migrants.get(sex);
        [own.and_then(|own| own.get(age)).copied().unwrap_or(0.0)]
    });
    let mut people = demography::of_lane(&people);
    let ends = bands.iter().skip(1).map(|(from, _)| *from).chain([AGES]);
    for ((from, published), end) in bands.iter().zip(ends) {
        let all: f64 = people
            .iter()
            .flat_map(|own| own.get(*from..end))
            .flatten()
            .sum();
        let factor = if all > 0.0 { published / all } else { 0.0 };
        for own in &mut people {
            for persons in own.iter_mut().take(end).skip(*from) {
                *persons *= factor;
            }
        }
    }
    people
}

fn country_deaths(country: &Country, year: u16) -> Result<&Deaths, Lacking> {
    country.deaths.get(&year).ok_or(Lacking {
        what: "national death rates",
        district: None,
        year,
    })
}

/// A district and its country.
struct Known<'a> {
    past: &'a Past,
    country: &'a Country,
    district: usize,
}

impl<'a> Known<'a> {
    fn lacking(&self, what: &'static str, year: u16) -> Lacking {
        Lacking {
            what,
            district: Some(self.district),
            year,
        }
    }

    fn people(&self, year: u16) -> Result<&'a ByAge, Lacking> {
        let people = self.past.people.get(&year);
        people.ok_or_else(|| self.lacking("people by age", year))
    }

    fn mortality(&self, window: &Window) -> Result<f64, Lacking> {
        let mut years = Vec::new();
        for &year in &window.mortality {
            let deaths = self.past.deaths.get(&year).copied();
            let deaths = deaths.ok_or_else(|| self.lacking("deaths", year))?;
            years.push((
                self.people(year)?,
                country_deaths(self.country, year)?,
                deaths,
            ));
        }
        let factor = rates::mortality_factor(years);
        factor.ok_or_else(|| self.lacking("people to die", 0))
    }

    fn fertility(&self, window: &Window) -> Result<f64, Lacking> {
        let mut years = Vec::new();
        for &year in &window.fertility {
            let [women, ..]: &[[f64; AGES]; SEXES] = self.people(year)?;
            let births = self.past.births_for_fertility.get(&year).copied();
            years.push((women, births.ok_or_else(|| self.lacking("births", year))?));
        }
        let factor = rates::fertility_factor(years, &self.country.births_per_woman);
        factor.ok_or_else(|| self.lacking("women", 0))
    }
}
