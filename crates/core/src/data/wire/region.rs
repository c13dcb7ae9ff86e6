//! What the scenario model starts from: a place, its districts, its past and others' outlooks.
//!
//! What can be derived is not told: death rates are the country's times a factor of the district,
//! and so on. Sexes stand women first, ages from 0 to 90 and over, sections from A to S.

use serde::Serialize;

/// A place as the model starts from it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegionWire {
    /// The year of every starting figure.
    pub base_year: u16,
    /// The last year that can be modelled.
    pub last_year: u16,
    /// The country's probability to die within a year, a row per sex.
    pub death_rate: Vec<Vec<f64>>,
    /// The country's probability to die between birth and the next middle of a year, by sex.
    pub birth_death_rate: Vec<f64>,
    /// The country's births per woman and year, from age 15 to 46.
    pub birth_rate: Vec<f64>,
    /// Ages from which each rate of `activity_rate` holds.
    pub activity_ages: Vec<u8>,
    /// The country's share of people in the labour force, a row per sex.
    pub activity_rate: Vec<Vec<f64>>,
    /// First and last of the working ages, at which inactivity is scaled.
    pub working_ages: Vec<u8>,
    /// Ages that the household rates of the districts stand at.
    pub headship_ages: Vec<f64>,
    /// Ages and sexes of people who move, a row per sex; in all 1.
    pub movers: Vec<Vec<f64>>,
    /// Persons in the country, a value per year from the base year on.
    pub country: CountryPeopleWire,
    /// Yearly log growth of the country's jobs by section.
    pub section_growth: Vec<f64>,
    /// Its mean, weighted by the country's jobs.
    pub mean_section_growth: f64,
    /// Jobs of the place by section behind all public purchases.
    pub procurement_jobs: Vec<f64>,
    /// Travelled kilometres, a row and a column per district.
    pub distance_km: Vec<Vec<f64>>,
    /// The districts in ascending order of code.
    pub districts: Vec<RegionDistrictWire>,
}

/// Persons in the country by year.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountryPeopleWire {
    /// All.
    pub all: Vec<f64>,
    /// Aged 0 to 17.
    pub aged_0_17: Vec<f64>,
    /// Aged 65 and over.
    pub aged_65_plus: Vec<f64>,
}

/// A district as the model starts from it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegionDistrictWire {
    /// Its code.
    pub code: String,
    /// Residents, a row per sex.
    pub people: Vec<Vec<f64>>,
    /// What the country's death rates are multiplied by.
    pub mortality_factor: f64,
    /// What the country's birth rates are multiplied by.
    pub fertility_factor: f64,
    /// Net migrants a year by age at the end of the year, a row per sex.
    pub net_migrants: Vec<Vec<f64>>,
    /// Households per person at each of `headship_ages`.
    pub headship: Vec<f64>,
    /// Dwellings.
    pub homes: f64,
    /// Net additions to dwellings a year.
    pub completions: f64,
    /// Median price over median earnings.
    pub affordability_ratio: f64,
    /// Median weekly pay, GBP.
    pub pay_gbp_week: f64,
    /// What the country's inactivity at working ages is multiplied by.
    pub inactivity_factor: f64,
    /// Unemployed of the labour force, 0 to 1.
    pub unemployment_rate: f64,
    /// Claimants of people aged 16 to 64, percent.
    pub claimant_rate_pct: f64,
    /// Residents who commute to the metropolis.
    pub commuters_metro: f64,
    /// Residents with a degree or like it, percent.
    pub graduate_share_pct: f64,
    /// Jobs by section without employment agencies.
    pub jobs: Vec<f64>,
    /// Jobs through employment agencies.
    pub agency_jobs: f64,
    /// Output by section without employment agencies, GBP million.
    pub gva_gbp_m: Vec<f64>,
    /// Output of employment agencies, GBP million.
    pub agency_gva_gbp_m: f64,
    /// Jobs of the metropolis by distance, a number per exponent.
    pub outside_jobs_metro: Vec<f64>,
    /// Jobs in the rest of the country within reach by distance, a number per exponent.
    pub outside_jobs_rest: Vec<f64>,
    /// Emissions.
    pub emissions: EmissionsWire,
}

/// Emissions, kt CO2.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EmissionsWire {
    /// Sections B to F.
    pub industry: f64,
    /// Sections G to N, R and S.
    pub commercial: f64,
    /// Sections O, P and Q.
    pub public_sector: f64,
    /// Section A.
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

/// What was observed of an output in an area before the base year, or in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryWire {
    /// The key of the output.
    pub output: String,
    /// The code of the area: a district or the whole place.
    pub area: String,
    /// The key of a source.
    pub source: String,
    /// Years in ascending order, which may have gaps.
    pub years: Vec<u16>,
    /// A number per year, in the unit of the output.
    pub values: Vec<f64>,
}

/// What somebody else expects of an area.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutlookWire {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Why it differs from the model, in words.
    pub note: String,
    /// The key of the output it is about.
    pub output: String,
    /// The code of the area.
    pub area: String,
    /// The key of a source.
    pub source: String,
    /// Years in ascending order.
    pub years: Vec<u16>,
    /// A number per year.
    pub values: Vec<f64>,
}
