//! The figures of a place that the scenario model starts from.
//!
//! Districts stand in ascending order of code in every list; sections in ascending order of
//! letter; people by sex (women first) and single year of age, the last year open.

use crate::area::AreaCode;

/// Sexes: women first.
pub const SEXES: usize = 2;
/// Single years of age: 0 to 89, and 90 and over.
pub const AGES: usize = 91;
/// Sections of the classification the model knows, A to S.
pub const SECTIONS: usize = 19;
/// The first age at which women have children, years.
pub const FIRST_FERTILE_AGE: usize = 15;
/// The ages from which women have children, 15 to 46.
pub const FERTILE_AGES: usize = 32;
/// Exponents at which jobs count less with distance.
pub const DECAYS: usize = 3;

/// A number per sex and age.
pub type ByAge = [[f64; AGES]; SEXES];
/// A number per section.
pub type BySection = [f64; SECTIONS];

/// A place and its districts as the model starts from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The code of the whole place.
    pub county: AreaCode,
    /// The year of every starting figure; the first that is modelled is the next.
    pub base_year: u16,
    /// The last year that can be modelled.
    pub last_year: u16,
    /// The districts in ascending order of code.
    pub districts: Vec<District>,
    /// Ages and sexes of people who move, the same in every district; sums to 1.
    pub movers: ByAge,
    /// Persons in the country by year from the base year on, as projected officially.
    pub country: CountryPeople,
    /// Yearly log growth of the country's jobs by section over the last years.
    pub section_growth: BySection,
    /// Mean of `section_growth`, weighted by jobs in the country.
    pub mean_section_growth: f64,
    /// Jobs of the place by section behind all public purchases.
    pub procurement_jobs: BySection,
    /// Travelled distance, km: a row and a column per district, a district's own width on the
    /// diagonal.
    pub distance_km: Vec<Vec<f64>>,
}

/// Persons in the country, a value per year from the base year on.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryPeople {
    /// All.
    pub all: Vec<f64>,
    /// Aged 0 to 17.
    pub aged_0_17: Vec<f64>,
    /// Aged 65 and over.
    pub aged_65_plus: Vec<f64>,
}

/// A district as the model starts from it.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Its code.
    pub code: AreaCode,
    /// The name people use.
    pub name: String,
    /// Residents, persons.
    pub people: ByAge,
    /// Probability to die within a year, by age at its start, of the step after the base year.
    pub death_rate: ByAge,
    /// Probability to die between birth and the next middle of a year, by sex.
    pub birth_death_rate: [f64; SEXES],
    /// Births per woman and year, from age [`FIRST_FERTILE_AGE`].
    pub birth_rate: [f64; FERTILE_AGES],
    /// Net migrants a year by age at the end of the year, persons.
    pub net_migrants: ByAge,
    /// Net migrants a year in all, persons: the sum of `net_migrants`.
    pub net_migration: f64,
    /// Households per person by age, sexes together.
    pub headship: [f64; AGES],
    /// Dwellings.
    pub homes: f64,
    /// Net additions to dwellings a year.
    pub completions: f64,
    /// Median price over median residence-based earnings.
    pub affordability_ratio: f64,
    /// Median weekly pay of residents, GBP.
    pub pay_gbp_week: f64,
    /// Share of people in the labour force, 0 to 1.
    pub activity_rate: ByAge,
    /// Unemployed of the labour force, 0 to 1.
    pub unemployment_rate: f64,
    /// Claimants of people aged 16 to 64, percent.
    pub claimant_rate_pct: f64,
    /// Residents who commute to the metropolis, persons.
    pub commuters_metro: f64,
    /// Residents aged 16 and over with a degree or like it, percent.
    pub graduate_share_pct: f64,
    /// Jobs without employment agencies.
    pub jobs: BySection,
    /// Jobs through employment agencies.
    pub agency_jobs: f64,
    /// Output per job, GBP million; 0 where there are no jobs.
    pub gva_gbp_m_per_job: BySection,
    /// Output of employment agencies, GBP million.
    pub agency_gva_gbp_m: f64,
    /// Jobs elsewhere that count towards effective density, a number per decay.
    pub outside_jobs: OutsideJobs,
    /// Emissions, kt CO2.
    pub emissions: Emissions,
}

/// Jobs outside the place weighted by distance, a number per exponent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutsideJobs {
    /// In the metropolis.
    pub metro: [f64; DECAYS],
    /// In the rest of the country within reach.
    pub rest: [f64; DECAYS],
}

/// Emissions within the influence of local authorities, kt CO2 in the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Emissions {
    /// Industry: sections B to F.
    pub industry: f64,
    /// Commerce: sections G to N, R and S.
    pub commercial: f64,
    /// Public sector: sections O, P and Q.
    pub public_sector: f64,
    /// Agriculture: section A.
    pub agriculture: f64,
    /// Gas in homes.
    pub homes_gas: f64,
    /// Electricity in homes.
    pub homes_electricity: f64,
    /// Other fuels in homes.
    pub homes_other: f64,
    /// Roads but motorways.
    pub road: f64,
    /// Other transport, and waste.
    pub other: f64,
}
