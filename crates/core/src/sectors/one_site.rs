//! Where an industry of a place may be one employer, or one payroll.
//!
//! Employers are not told, so this looks for what they leave behind: half of a row in one
//! five-digit industry of one district, at many times its usual share there.

use super::Ground;
use super::counts::RowName;
use crate::data::{Agencies, Industries, Industry, IndustryLevel, Jobs, Sector, Territory};
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

/// Five-digit industries of a place's districts, where they are told.
pub(super) struct Sites<'a> {
    districts: Vec<(&'a Territory, Jobs<'a>, f64)>,
    whole: Option<(Jobs<'a>, f64)>,
}

impl<'a> Sites<'a> {
    pub fn of(
        industries: &'a Industries,
        place: &Ground<'a>,
        year: u16,
        agencies: Agencies,
    ) -> Self {
        let told = |territory: &'a Territory| {
            let jobs = industries.jobs(territory, IndustryLevel::Sic5, year, agencies)?;
            let total = jobs.total().number().filter(|total| *total > 0.0)?;
            Some((territory, jobs, total))
        };
        let all: Vec<&Territory> = industries.districts().collect();
        let own = place
            .districts()
            .map(|at| all.get(at).copied().and_then(told));
        // Half the districts would not tell which is the largest.
        let districts: Option<Vec<_>> = own.collect();
        let whole = industries.whole().and_then(told);
        Self {
            districts: districts.unwrap_or_default(),
            whole: whole.map(|(_, jobs, total)| (jobs, total)),
        }
    }

    /// The industry of one district that holds most of a row, if any does.
    pub fn of_row(
        &self,
        industries: &Industries,
        row: RowName<'_>,
        jobs: Value,
    ) -> Option<OneSite> {
        let of_row = jobs.number().filter(|jobs| *jobs >= FEWEST_JOBS)?;
        let (whole, whole_total) = self.whole.as_ref()?;
        for (territory, own, total) in &self.districts {
            let cells = own.industries.iter().zip(&own.jobs).zip(&whole.jobs);
            for ((industry, jobs), everywhere) in cells {
                let (Some(jobs), Some(everywhere)) = (jobs.number(), everywhere.number()) else {
                    continue;
                };
                let quotient = (jobs / total) / (everywhere / whole_total);
                let is_large = jobs >= LEAST_SHARE * of_row && quotient >= LEAST_QUOTIENT;
                if is_large && quotient.is_finite() && holds(industries, row, industry) {
                    return Some(OneSite {
                        district: territory.key.clone(),
                        district_name: territory.name.clone(),
                        code: industry.code.clone(),
                        name: industry.name.clone(),
                        jobs,
                        share: jobs / of_row,
                        quotient,
                    });
                }
            }
        }
        None
    }
}

fn holds(industries: &Industries, row: RowName<'_>, industry: &Industry) -> bool {
    match row {
        RowName::Industry(own) => industry.position_at(own.level) == Some(own.position),
        RowName::Sector(sector) => Sector::holds(sector, industry, &industries.classification),
    }
}
