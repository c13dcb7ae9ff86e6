//! Jobs of one place, or several together, row by row.

use super::{Ground, NoAnswer, Rows};
use crate::data::{Agencies, Industries, Industry, IndustryLevel, Sector, SectorKind};
use crate::quantity::Value;
use crate::stats::told;

/// Jobs of a ground in one year. Rows of the same cut are the same for every place and year.
pub(super) struct Counts<'a> {
    pub rows: Vec<RowName<'a>>,
    pub jobs: Vec<Value>,
    /// All industries together that are told, whatever the rows; none where no industry is.
    pub total: Value,
    /// How many industries are not told.
    pub untold: usize,
}

impl Counts<'_> {
    /// Adds up what is told. A withheld cell is small, and without it shares can still be told.
    fn add_up(&mut self) {
        let told = self.jobs.iter().filter(|jobs| jobs.number().is_some());
        let told: Vec<Value> = told.copied().collect();
        self.untold = self.jobs.len() - told.len();
        self.total = if told.is_empty() {
            told::sum(self.jobs.iter().copied())
        } else {
            told::sum(told)
        };
    }
}

/// What a row is of.
#[derive(Clone, Copy)]
pub(super) enum RowName<'a> {
    Industry(&'a Industry),
    Sector(&'a Sector),
}

impl RowName<'_> {
    pub fn code(&self) -> &str {
        match self {
            Self::Industry(industry) => &industry.code,
            Self::Sector(sector) => &sector.key,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Industry(industry) => &industry.name,
            Self::Sector(sector) => &sector.title,
        }
    }
}

/// The same question for several places and years.
#[derive(Clone, Copy)]
pub(super) struct Cut {
    pub rows: Rows,
    pub agencies: Agencies,
}

impl Cut {
    /// Jobs in a year.
    pub fn counts<'a>(
        self,
        industries: &'a Industries,
        ground: &Ground<'a>,
        year: u16,
    ) -> Result<Counts<'a>, NoAnswer> {
        match self.rows {
            Rows::Industries(level) => of_level(industries, ground, level, year, self.agencies),
            Rows::Sectors(kind) => of_sectors(industries, ground, kind, year, self.agencies),
        }
    }

    /// The years told for a place, in order.
    pub fn years(self, industries: &Industries, ground: &Ground<'_>) -> Vec<u16> {
        let level = self.rows.level().unwrap_or(IndustryLevel::Division);
        let mut parts = ground.parts.iter();
        let Some(first) = parts.next() else {
            return Vec::new();
        };
        let mut years = industries.job_years(first, level);
        for part in parts {
            let own = industries.job_years(part, level);
            years.retain(|year| own.contains(year));
        }
        years
    }
}

fn of_level<'a>(
    industries: &'a Industries,
    ground: &Ground<'a>,
    level: IndustryLevel,
    year: u16,
    agencies: Agencies,
) -> Result<Counts<'a>, NoAnswer> {
    let mut all: Option<Counts<'a>> = None;
    for part in &ground.parts {
        let own = industries
            .jobs(part, level, year, agencies)
            .ok_or_else(|| not_told(industries, ground, level, year))?;
        match &mut all {
            Some(all) => {
                for (sum, jobs) in all.jobs.iter_mut().zip(own.jobs) {
                    *sum = told::add(*sum, jobs);
                }
            }
            None => {
                all = Some(Counts {
                    rows: own.industries.into_iter().map(RowName::Industry).collect(),
                    jobs: own.jobs,
                    total: Value::Undefined,
                    untold: 0,
                });
            }
        }
    }
    let mut all = all.ok_or_else(|| not_told(industries, ground, level, year))?;
    all.add_up();
    Ok(all)
}

/// All jobs are those of divisions, which are told of every place; a sector whose industries are
/// not told there is missing.
fn of_sectors<'a>(
    industries: &'a Industries,
    ground: &Ground<'a>,
    kind: SectorKind,
    year: u16,
    agencies: Agencies,
) -> Result<Counts<'a>, NoAnswer> {
    let all = of_level(industries, ground, IndustryLevel::Division, year, agencies)?;
    let sectors: Vec<&Sector> = industries
        .sectors
        .iter()
        .filter(|s| s.kind == kind)
        .collect();
    let jobs = sectors.iter().map(|sector| {
        told::sum(ground.parts.iter().map(|part| {
            let own = industries.sector_jobs(sector, part, year, agencies);
            own.unwrap_or(Value::Missing)
        }))
    });
    Ok(Counts {
        jobs: jobs.collect(),
        rows: sectors.into_iter().map(RowName::Sector).collect(),
        total: all.total,
        untold: all.untold,
    })
}

fn not_told(
    industries: &Industries,
    ground: &Ground<'_>,
    level: IndustryLevel,
    year: u16,
) -> NoAnswer {
    let cut = Cut {
        rows: Rows::Industries(level),
        agencies: Agencies::LeftOut,
    };
    let told = cut.years(industries, ground);
    let place = ground.name.clone();
    if told.is_empty() {
        let level = level.key();
        NoAnswer::LevelNotTold { place, level }
    } else {
        NoAnswer::YearNotTold { place, year, told }
    }
}
