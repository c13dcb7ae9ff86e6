//! Where an industry of a place may be one employer, or one payroll.
//!
//! Employers are not told, so this looks for what they leave behind: half of a row in one
//! five-digit industry of one district, at many times its usual share there.

use super::Ground;
use super::counts::RowName;
use crate::data::{Agencies, Industries, Industry, IndustryLevel, Sector, Territory};
use crate::measure::Unit;
use crate::quantity::{self, Value};

/// A five-digit industry of one district that holds most of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct OneSite {
    /// The district's key.
    pub district: String,
    /// Its name.
    pub district_name: String,
    /// The five-digit industry.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its jobs there.
    pub jobs: f64,
    /// Its share of the row's jobs, 0 to 1.
    pub share: f64,
    /// Its location quotient there against the whole country.
    pub quotient: f64,
}

impl OneSite {
    /// In a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!(
            "{} of these jobs are in one industry of {} ({}), {} times its usual share there: perhaps one employer or one payroll.",
            quantity::figure(self.share * 100.0, Unit::Percent, 0),
            self.district_name,
            self.name,
            quantity::figure(self.quotient, Unit::Score, 0),
        )
    }
}

/// Smaller rows are unreliable anyway.
const FEWEST_JOBS: f64 = 500.0;
/// Of a row's jobs.
const LEAST_SHARE: f64 = 0.5;
/// Many times the usual share.
const LEAST_QUOTIENT: f64 = 5.0;

/// Five-digit industries of a place's districts that may be one site, where they are told.
pub(super) struct Sites<'a> {
    found: Vec<Site<'a>>,
}

struct Site<'a> {
    district: &'a Territory,
    industry: &'a Industry,
    jobs: f64,
    quotient: f64,
}

impl<'a> Sites<'a> {
    pub fn of(
        industries: &'a Industries,
        place: &Ground<'a>,
        year: u16,
        agencies: Agencies,
    ) -> Self {
        let told = |territory: &Territory| {
            let jobs = industries.jobs(territory, IndustryLevel::Sic5, year, agencies)?;
            let total = jobs.total().number().filter(|total| *total > 0.0)?;
            Some((jobs, total))
        };
        let all: Vec<&Territory> = industries.districts().collect();
        let mut found = Vec::new();
        let Some((whole, whole_total)) = industries.whole().and_then(told) else {
            return Self { found };
        };
        for at in place.districts() {
            let district = all.get(at).copied();
            let own = district.and_then(|district| Some((district, told(district)?)));
            // Half the districts would not tell which is the largest.
            let Some((district, (own, total))) = own else {
                return Self { found: Vec::new() };
            };
            let cells = own.industries.iter().zip(&own.jobs).zip(&whole.jobs);
            for ((industry, jobs), everywhere) in cells {
                let (Some(jobs), Some(everywhere)) = (jobs.number(), everywhere.number()) else {
                    continue;
                };
                let quotient = (jobs / total) / (everywhere / whole_total);
                let is_large = jobs >= LEAST_SHARE * FEWEST_JOBS && quotient >= LEAST_QUOTIENT;
                if is_large && quotient.is_finite() {
                    found.push(Site {
                        district,
                        industry,
                        jobs,
                        quotient,
                    });
                }
            }
        }
        Self { found }
    }

    /// The industry of one district that holds most of a row, if any does.
    pub fn of_row(
        &self,
        industries: &Industries,
        row: RowName<'_>,
        jobs: Value,
    ) -> Option<OneSite> {
        let of_row = jobs.number().filter(|jobs| *jobs >= FEWEST_JOBS)?;
        let is_most = |site: &&Site<'_>| {
            site.jobs >= LEAST_SHARE * of_row && holds(industries, row, site.industry)
        };
        let site = self.found.iter().find(is_most)?;
        Some(OneSite {
            district: site.district.key.clone(),
            district_name: site.district.name.clone(),
            code: site.industry.code.clone(),
            name: site.industry.name.clone(),
            jobs: site.jobs,
            share: site.jobs / of_row,
            quotient: site.quotient,
        })
    }
}

fn holds(industries: &Industries, row: RowName<'_>, industry: &Industry) -> bool {
    match row {
        RowName::Industry(own) => industry.position_at(own.level) == Some(own.position),
        RowName::Sector(sector) => Sector::holds(sector, industry, &industries.classification),
    }
}
