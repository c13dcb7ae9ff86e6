//! What neither settings nor draws touch, worked out once.

use std::fmt;

use crate::area::AreaCode;
use crate::data::model::{Constants, Evidence, Parameter, Region, SECTIONS, Setting, Settings};

use super::demography::tracks::{self, Movers};
use super::labour::{market, supply};
use super::lanes::Lanes;
use super::{density, emissions, housing, jobs, productivity, space};

/// A place and what is known, ready to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// Fixed numbers.
    pub constants: Constants,
    /// Settings nobody has moved.
    pub defaults: Settings,
    /// r_j by year from the base year on, where it is 0.
    pub ramps: Vec<[f64; Setting::COUNT]>,
    /// 1.003^k by year.
    pub(super) drifts: Vec<f64>,
    base_year: u16,
    pub(super) movers: Movers,
    pub(super) jobs: jobs::Base,
    pub(super) density: density::Base,
    pub(super) output: productivity::Base,
    pub(super) emissions: emissions::Base,
    /// The districts in their order.
    pub districts: Vec<District>,
}

/// A district, ready to run.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Its code.
    pub code: AreaCode,
    /// need_d: its claimant rate over the whole place's.
    pub need: f64,
    /// h0_d: residents with a degree, percent.
    pub graduate_share_pct: f64,
    /// J78_0 and Y78_0.
    pub(super) agencies: [f64; 2],
    pub(super) people: tracks::Base,
    pub(super) homes: housing::Base,
    pub(super) supply: supply::Base,
    pub(super) jobs: jobs::DistrictBase,
    pub(super) space: space::Base,
    pub(super) market: market::Base,
    pub(super) output: productivity::DistrictBase,
    pub(super) emissions: emissions::DistrictBase,
}

/// Why a place cannot be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There are no districts.
    NoDistricts,
    /// There is no year after the base year.
    NoYears,
    /// The table of distances has other rows or columns than there are districts.
    OtherDistances,
    /// The country's people are not told for every year.
    OtherYears,
    /// There are other levers than settings.
    OtherLevers,
    /// There are other assumptions than parameters.
    OtherAssumptions,
    /// There are other sections than the model knows.
    OtherSections,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoDistricts => "The place has no districts, so there is nothing to run.",
            Self::NoYears => {
                "The last year is not after the base year, so there is nothing to run."
            }
            Self::OtherDistances => {
                "The table of distances needs a row and a column for each district."
            }
            Self::OtherYears => {
                "The country's people need a number for every year from the base year to the last."
            }
            Self::OtherLevers => "The evidence needs just one lever for each setting.",
            Self::OtherAssumptions => "The evidence needs just one assumption for each parameter.",
            Self::OtherSections => "The evidence needs just one entry for each section, A to S.",
        })
    }
}

impl std::error::Error for Unfit {}

impl Prepared {
    /// Prepares a place.
    ///
    /// # Errors
    /// [`Unfit`] where tables do not have the shape that the districts, years and sections ask
    /// for.
    pub fn new(region: &Region, evidence: &Evidence) -> Result<Self, Unfit> {
        let years = fit(region, evidence)?;
        let constants = evidence.constants.clone();
        let movers = Movers::new(region, &constants.people);
        let output = productivity::Base::new(region, evidence);
        let emissions = emissions::Base::new(evidence, region.base_year, years);
        let ramps = (0..years).map(|since| {
            let mut shares = [0.0; Setting::COUNT];
            if since > 0 {
                for (share, lever) in shares.iter_mut().zip(&evidence.levers) {
                    *share = lever.ramp.share(year(region.base_year, since));
                }
            }
            shares
        });
        let mut prepared = Self {
            defaults: evidence.defaults(),
            ramps: ramps.collect(),
            drifts: (0..years)
                .map(|since| supply::drift(&constants.labour, since))
                .collect(),
            base_year: region.base_year,
            jobs: jobs::Base::new(region, evidence, years),
            density: density::Base::new(region, evidence),
            districts: Vec::with_capacity(region.districts.len()),
            constants,
            movers,
            output,
            emissions,
        };
        prepared.add_districts(region, evidence);
        Ok(prepared)
    }

    fn add_districts(&mut self, region: &Region, evidence: &Evidence) {
        let all_commuters = tracks::all_commuters(region);
        let claimants = claimant_rate(region);
        let medians = productivity::medians(region);
        let spaces = space::Base::of(region, evidence);
        for (district, space) in region.districts.iter().zip(spaces) {
            let people = tracks::Base::new(district, &self.movers, all_commuters);
            let homes = housing::Base::new(district, &self.constants.people, people.households);
            let supply = supply::Base::new(district, &self.constants.labour);
            let market = market::Base::new(district, supply.labour_force);
            let output = productivity::DistrictBase::new(district, &medians);
            let start = productivity::Productivity::<1>::new(&output, &district.jobs);
            let emissions = emissions::DistrictBase::new(
                &self.emissions,
                district.emissions,
                &emissions::Local {
                    people: Lanes([district.people.as_flattened().iter().sum()]),
                    lived_in: Lanes([homes.lived_in()]),
                    gva: &start.gva,
                },
            );
            self.districts.push(District {
                code: district.code.clone(),
                need: if claimants > 0.0 {
                    district.claimant_rate_pct / claimants
                } else {
                    1.0
                },
                graduate_share_pct: district.graduate_share_pct,
                agencies: [district.agency_jobs, district.agency_gva_gbp_m],
                people,
                homes,
                supply,
                jobs: jobs::DistrictBase::new(region, evidence, district),
                space,
                market,
                output,
                emissions,
            });
        }
    }

    /// The year so many after the base year.
    #[must_use]
    pub fn year(&self, since: usize) -> u16 {
        year(self.base_year, since)
    }
}

fn year(base: u16, since: usize) -> u16 {
    base.saturating_add(u16::try_from(since).unwrap_or(u16::MAX))
}

/// Claimants of people aged 16 to 64 in the whole place, percent.
fn claimant_rate(region: &Region) -> f64 {
    let mut claimants = 0.0;
    let mut people = 0.0;
    for district in &region.districts {
        let own: f64 = district
            .people
            .iter()
            .map(|own| own.iter().take(65).skip(16).sum::<f64>())
            .sum();
        claimants += district.claimant_rate_pct * own;
        people += own;
    }
    if people > 0.0 {
        claimants / people
    } else {
        0.0
    }
}

/// How many years there are, the base year among them, if every table has its shape.
fn fit(region: &Region, evidence: &Evidence) -> Result<usize, Unfit> {
    let districts = region.districts.len();
    if districts == 0 {
        return Err(Unfit::NoDistricts);
    }
    let passed = region.last_year.checked_sub(region.base_year);
    let Some(passed) = passed.filter(|passed| *passed > 0) else {
        return Err(Unfit::NoYears);
    };
    let years = usize::from(passed) + 1;
    let distances = &region.distance_km;
    if distances.len() != districts || distances.iter().any(|row| row.len() != districts) {
        return Err(Unfit::OtherDistances);
    }
    let country = &region.country;
    let series = [&country.all, &country.aged_0_17, &country.aged_65_plus];
    if series.iter().any(|series| series.len() < years) {
        return Err(Unfit::OtherYears);
    }
    let settings = evidence.levers.iter().map(|lever| lever.setting);
    if !settings.eq(Setting::ALL) {
        return Err(Unfit::OtherLevers);
    }
    let parameters = evidence.assumptions.iter().map(|own| own.parameter);
    if !parameters.eq(Parameter::ALL) {
        return Err(Unfit::OtherAssumptions);
    }
    if evidence.sections.len() != SECTIONS {
        return Err(Unfit::OtherSections);
    }
    Ok(years)
}
