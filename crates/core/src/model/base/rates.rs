//! Deaths and births: national rates by age, and how far a place is above or below them.

use crate::data::model::{AGES, ByAge, FERTILE_AGES, FIRST_FERTILE_AGE, SEXES};

/// Deaths of a country in the step from one middle of a year to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Deaths {
    /// qn: probability to die within the step, by age at its start.
    pub rate: ByAge,
    /// qb: probability to die between birth and the next middle of a year.
    pub birth_rate: [f64; SEXES],
}

/// The rate of the open last age: the mean of the rates of its single years, weighted by people.
/// None without people.
#[must_use]
pub fn open_age(rates: &[f64], people: &[f64]) -> Option<f64> {
    let weighed: f64 = rates.iter().zip(people).map(|(rate, own)| rate * own).sum();
    let all: f64 = people.iter().sum();
    (all > 0.0 && rates.len() == people.len()).then(|| weighed / all)
}

/// kq: deaths registered in some years over those that national rates give for the people there.
/// A year is its people, the country's deaths, and the deaths registered. None without people.
pub fn mortality_factor<'a>(
    years: impl IntoIterator<Item = (&'a ByAge, &'a Deaths, f64)>,
) -> Option<f64> {
    let (mut registered, mut expected) = (0.0, 0.0);
    for (people, country, deaths) in years {
        registered += deaths;
        let pairs = people.iter().flatten().zip(country.rate.iter().flatten());
        expected += pairs.map(|(persons, rate)| persons * rate).sum::<f64>();
    }
    (expected > 0.0).then(|| registered / expected)
}

/// q = min(1, kq qn).
#[must_use]
pub fn death_rate(country: &ByAge, factor: f64) -> ByAge {
    country.map(|own| own.map(|rate| (factor * rate).min(1.0)))
}

/// Births of some years over those that the national rates `births_per_woman` give for the women
/// there. A year is its women by age and the births. None without women of those ages.
pub fn fertility_factor<'a>(
    years: impl IntoIterator<Item = (&'a [f64; AGES], f64)>,
    births_per_woman: &[f64; FERTILE_AGES],
) -> Option<f64> {
    let (mut born, mut expected) = (0.0, 0.0);
    for (women, births) in years {
        born += births;
        let fertile = women.iter().skip(FIRST_FERTILE_AGE);
        let pairs = births_per_woman.iter().zip(fertile);
        expected += pairs.map(|(rate, women)| rate * women).sum::<f64>();
    }
    (expected > 0.0).then(|| born / expected)
}

/// f = factor fn.
#[must_use]
pub fn birth_rate(country: &[f64; FERTILE_AGES], factor: f64) -> [f64; FERTILE_AGES] {
    country.map(|rate| factor * rate)
}
