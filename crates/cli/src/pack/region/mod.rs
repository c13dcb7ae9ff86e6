//! What the scenario model starts from: rates, people, homes, jobs and output of each district.

pub mod cells;
pub mod country;
pub mod emissions;
mod history;
pub mod homes;
pub mod jobs;
mod nearby;
pub mod outlook;
pub mod output;
pub mod people;
mod purchases;
pub mod rounding;
mod sanity;
mod work;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::area::AreaCode;
use roadmap_core::data::model::{Constants, DECAYS, Region};
use roadmap_core::data::wire::{
    HistoryWire, OutlookWire, RegionDistrictWire, RegionWire, SourceWire,
};
use roadmap_core::data::{RegionPlace, check_region};

use super::sources;
use crate::content::region as content;
use crate::problem::Problem;

pub use sanity::fault;

/// The fixed numbers of the model that starting figures need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needed {
    /// Boys born per girl.
    pub boys_per_girl: f64,
    /// Share of homes empty or second homes.
    pub vacant_share: f64,
    /// Exponents of distance.
    pub decays: [f64; DECAYS],
    /// What is travelled per straight kilometre.
    pub detour: f64,
    /// Mean distance within a district per radius of a circle of its area.
    pub own_distance: f64,
    /// How far away jobs count.
    pub radius_km: f64,
    /// Graduate share now per graduate share at the census.
    pub graduate_share_growth: f64,
}

impl From<&Constants> for Needed {
    fn from(constants: &Constants) -> Self {
        Self {
            boys_per_girl: constants.people.boys_per_girl,
            vacant_share: constants.people.vacant_share,
            decays: constants.density.decays,
            detour: constants.density.detour,
            own_distance: constants.density.own_distance,
            radius_km: constants.density.radius_km,
            graduate_share_growth: constants.output.graduate_share_growth,
        }
    }
}

/// What the figures are built from.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The folder of the raw folders.
    pub raw: &'a Path,
    /// The file of the recipe, for the words of faults.
    pub file: &'a Path,
    /// The recipe.
    pub words: &'a content::Region,
    /// Fixed numbers.
    pub needed: Needed,
    /// The code of the whole place.
    pub county: &'a str,
    /// Codes of the districts in ascending order, and their names.
    pub districts: &'a [(String, String)],
}

impl<'a> Given<'a> {
    /// Codes of the districts in ascending order.
    pub fn codes(&self) -> impl Iterator<Item = &'a str> {
        self.districts.iter().map(|(code, _)| code.as_str())
    }

    fn is_own(&self, code: &str) -> bool {
        self.codes().any(|own| own == code)
    }

    /// The series of a slug.
    ///
    /// # Errors
    /// A fault for a row that cannot be used.
    pub fn series(&self, slug: &str) -> Result<cells::Series, Problem> {
        cells::Series::read(&self.words.tables.explore.under(self.raw), slug)
    }
}

/// What the starting figures are packed as.
pub struct Packed {
    /// The figures.
    pub region: RegionWire,
    /// What was observed before.
    pub history: Vec<HistoryWire>,
    /// What others expect.
    pub outlooks: Vec<OutlookWire>,
    /// Who published all this.
    pub sources: Vec<SourceWire>,
}

/// Works out the starting figures, reads them back as the app will, and holds them against what
/// must be true of them.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn build(given: &Given<'_>) -> Result<(Packed, Region), Problem> {
    let wire = wire(given)?;
    let region = read_back(given, wire.clone())?;
    sanity::check(given, &region, &wire)?;
    let packed = Packed {
        region: wire,
        history: history::read(given, &region)?,
        outlooks: outlook::read(given)?,
        sources: sources::folders_of(&given.words.sources, given.raw)?,
    };
    Ok((packed, region))
}

fn wire(given: &Given<'_>) -> Result<RegionWire, Problem> {
    let words = given.words;
    let people = people::read(given)?;
    let homes = homes::read(given, &people)?;
    let work = work::read(given, &people)?;
    let jobs = jobs::read(given)?;
    let output = output::read(given, &jobs)?;
    let nearby = nearby::read(given, &jobs)?;
    let emissions = emissions::read(given, &people)?;
    let country = country::people(given)?;
    let purchases = purchases::read(given, &jobs)?;
    let base = people.country_deaths(given, words.years.base)?.clone();
    let mut districts = Vec::new();
    let parts = people
        .districts
        .into_iter()
        .zip(homes.districts)
        .zip(work.districts);
    let more = jobs.districts.into_iter().zip(output).zip(nearby.outside);
    for ((code, ((people, homes), work)), (((jobs, output), outside), emissions)) in
        given.codes().zip(parts).zip(more.zip(emissions))
    {
        districts.push(RegionDistrictWire {
            code: code.to_owned(),
            people: rounding::by_age(&people.people, 6),
            mortality_factor: people.rates.mortality,
            fertility_factor: people.rates.fertility,
            net_migrants: rounding::by_age(&people.rates.net_migrants, 4),
            headship: homes.headship,
            homes: homes.homes,
            completions: homes.completions,
            affordability_ratio: homes.affordability,
            pay_gbp_week: work.pay,
            inactivity_factor: work.inactivity_factor,
            unemployment_rate: work.unemployment,
            claimant_rate_pct: work.claimants,
            commuters_metro: rounding::to(work.commuters, 4),
            graduate_share_pct: rounding::to(work.graduates, 6),
            jobs: jobs.sections.to_vec(),
            agency_jobs: jobs.agencies,
            gva_gbp_m: rounding::list(&output.sections, 6),
            agency_gva_gbp_m: rounding::to(output.agencies, 6),
            outside_jobs_metro: rounding::list(&outside.metro, 6),
            outside_jobs_rest: rounding::list(&outside.rest, 6),
            emissions,
        });
    }
    Ok(RegionWire {
        base_year: words.years.base,
        last_year: words.years.last,
        death_rate: rounding::by_age(&base.rate, 10),
        birth_death_rate: rounding::list(&base.birth_rate, 10),
        birth_rate: rounding::list(&people.country.births_per_woman, 10),
        activity_ages: words.work.bands.iter().map(|band| band.from).collect(),
        activity_rate: work
            .country
            .iter()
            .map(|own| rounding::list(own, 8))
            .collect(),
        working_ages: vec![words.work.working_ages.0, words.work.working_ages.1],
        headship_ages: homes.ages,
        movers: rounding::by_age(&people.movers, 12),
        country,
        section_growth: rounding::list(&jobs.growth, 10),
        mean_section_growth: rounding::to(jobs.mean_growth, 10),
        procurement_jobs: rounding::list(&purchases, 6),
        distance_km: nearby
            .distance_km
            .iter()
            .map(|row| rounding::list(row, 6))
            .collect(),
        districts,
    })
}

fn read_back(given: &Given<'_>, wire: RegionWire) -> Result<Region, Problem> {
    let code = |code: &str| {
        AreaCode::new(code).map_err(|not| {
            let reason = not.to_string();
            fault(given, "place", reason, "Correct the code in place.toml")
        })
    };
    let county = code(given.county)?;
    let mut names = BTreeMap::new();
    for (own, name) in given.districts {
        names.insert(code(own)?, name.clone());
    }
    let place = RegionPlace {
        county: &county,
        names: &names,
    };
    let reading = check_region("model", wire, &place);
    match reading.region {
        Some(region) if reading.findings.is_empty() => Ok(region),
        _ => Err(Problem::bad_pack(given.file.to_owned(), &reading.findings)),
    }
}
