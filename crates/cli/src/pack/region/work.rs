//! Who works in each district: activity, unemployment, pay, commuters, qualifications.

use std::collections::BTreeMap;

use roadmap_core::data::model::{self, AGES, ByAge, SEXES};
use roadmap_core::model::base::activity::{self, WorkingAges};
use roadmap_core::model::demography;

use super::cells::Cells;
use super::country::SEX;
use super::people::People;
use super::{Given, rounding, sanity};
use crate::problem::Problem;

/// Who works.
pub struct Work {
    /// The country's activity, a row per sex and a rate per band.
    pub country: Vec<Vec<f64>>,
    /// Districts in their order.
    pub districts: Vec<District>,
}

/// Who works of a district's people.
pub struct District {
    /// What the country's inactivity is multiplied by.
    pub inactivity_factor: f64,
    /// Unemployed of the labour force.
    pub unemployment: f64,
    /// Median weekly pay.
    pub pay: f64,
    /// Claimants, percent.
    pub claimants: f64,
    /// Residents who commute to the metropolis.
    pub commuters: f64,
    /// Residents with a degree or like it, percent.
    pub graduates: f64,
}

/// Reads and works out who works.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn read(given: &Given<'_>, people: &People) -> Result<Work, Problem> {
    let (words, slugs) = (&given.words.work, &given.words.series);
    let base = given.words.years.base;
    let country = national(given)?;
    let froms: Vec<u8> = words.bands.iter().map(|band| band.from).collect();
    let mut rates: ByAge = [[0.0; AGES]; SEXES];
    for (slot, own) in rates.iter_mut().zip(&country) {
        *slot = model::held_from(&froms, &rounding::list(own, 8));
    }
    let ages = WorkingAges {
        first: words.working_ages.0.into(),
        last: words.working_ages.1.into(),
    };
    let inactivity = given.series(&slugs.inactivity)?;
    let unemployment = given.series(&slugs.unemployment)?;
    let pay = given.series(&slugs.pay)?;
    let claimants = given.series(&slugs.claimants)?;
    let commuters = commuters(given)?;
    let graduates = graduates(given)?;
    let mut districts = Vec::new();
    for (code, own) in given.codes().zip(&people.districts) {
        let inactive = inactivity.mean(code, &words.inactivity_years)? / 100.0;
        let factor = activity::inactivity_factor(&own.people, &rates, ages, inactive);
        let then = own.past.get(&words.commuting_year);
        let growth = then.and_then(|then| grown(then, &own.people, ages));
        districts.push(District {
            inactivity_factor: factor.ok_or_else(|| lacks(given, "work.working_ages", code))?,
            unemployment: unemployment.mean(code, &words.unemployment_years)? / 100.0,
            pay: pay.get(code, base)?,
            claimants: claimants.get(code, base)?,
            commuters: commuters.get(code).copied().unwrap_or(0.0)
                * growth.ok_or_else(|| lacks(given, "work.commuting_year", code))?,
            graduates: graduates
                .get(code)
                .copied()
                .ok_or_else(|| lacks(given, "qualifications", code))?
                * given.needed.graduate_share_growth,
        });
    }
    Ok(Work { country, districts })
}

fn lacks(given: &Given<'_>, place: &str, code: &str) -> Problem {
    let reason = format!("there are no people of {code} to work it out from");
    sanity::fault(
        given,
        place,
        reason,
        "Correct the years and ages, or fetch the table again",
    )
}

/// How many more people of working age there are than in an earlier year.
fn grown(then: &ByAge, now: &ByAge, ages: WorkingAges) -> Option<f64> {
    let count = |people: &ByAge| {
        let [count] = demography::aged(&demography::one_lane(people), ages.first, ages.last);
        count
    };
    let before = count(then);
    (before > 0.0).then(|| count(now) / before)
}

/// The country's share of people in the labour force, by sex and band.
fn national(given: &Given<'_>) -> Result<Vec<Vec<f64>>, Problem> {
    let words = &given.words.work;
    let file = given.words.tables.activity.under(given.raw);
    let year = words.activity_year.to_string();
    let measure = words.activity_measure.as_str();
    let keys = ["measure", "year", "sex", "age"];
    let keep = |own: &[&str]| own.starts_with(&[measure, &year]);
    let cells = Cells::read(&file, &keys, &["percent"], keep)?;
    let of = |sex: &str, band: &str| cells.get(&[measure, &year, sex, band, "percent"]);
    let of_sex = |sex: &str| {
        let rates = words
            .bands
            .iter()
            .map(|band| Ok(of(sex, &band.name)? / 100.0));
        rates.collect::<Result<Vec<f64>, Problem>>()
    };
    SEX.into_iter().map(of_sex).collect()
}

/// Residents of each district who worked in the metropolis when they were counted.
fn commuters(given: &Given<'_>) -> Result<BTreeMap<String, f64>, Problem> {
    let words = &given.words.work;
    let file = given.words.tables.commuting.under(given.raw);
    let keys = ["residence_code", "workplace_code"];
    let keep = |own: &[&str]| match own {
        [home, work] => {
            let is_metro = work.starts_with(&words.metropolis_prefix)
                || words.metropolis_also.iter().any(|also| also == work);
            is_metro && given.is_own(home)
        }
        _ => false,
    };
    let cells = Cells::read(&file, &keys, &["persons"], keep)?;
    let mut sums = BTreeMap::new();
    for (key, persons) in cells.all() {
        if let Some(home) = key.first() {
            *sums.entry(home.clone()).or_insert(0.0) += persons;
        }
    }
    Ok(sums)
}

/// Residents with a degree or like it at the census, percent.
fn graduates(given: &Given<'_>) -> Result<BTreeMap<String, f64>, Problem> {
    let file = given.words.tables.qualifications.under(given.raw);
    let columns = ["level_4_plus", "all_16_plus"];
    let is_own = |words: &[&str]| words.first().is_some_and(|code| given.is_own(code));
    let cells = Cells::read(&file, &["lad", "msoa11"], &columns, is_own)?;
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for (key, persons) in cells.all() {
        let [district, _, column] = key else { continue };
        let (graduates, all) = sums.entry(district.clone()).or_default();
        if column.as_str() == columns[0] {
            *graduates += persons;
        } else {
            *all += persons;
        }
    }
    let share = |(code, (graduates, all)): (String, (f64, f64))| {
        (all > 0.0).then(|| (code, 100.0 * graduates / all))
    };
    Ok(sums.into_iter().filter_map(share).collect())
}
