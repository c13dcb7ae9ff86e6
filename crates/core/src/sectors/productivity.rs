//! Output per job, by the industries that output is published for.

use super::counts::{Cut, RowName};
use super::{Ground, ImputedRent, NoAnswer, Rows};
use crate::data::{Agencies, GvaIndustry, GvaKind, GvaTable, Industries, IndustryLevel, Prices};
use crate::math;
use crate::quantity::Value;
use crate::stats::jobs_noise::{DEVIATIONS_80, level_noise};
use crate::stats::location_quotient::{Interval80, Part, Quotient};
use crate::stats::told;

/// Output per job of a place, industry by industry.
///
/// Output is in current prices of its own year and over jobs of the year asked, the nearest
/// there are. Jobs through agencies count, since their output does.
#[derive(Clone, Debug, PartialEq)]
pub struct Productivity {
    /// The place's name.
    pub place: String,
    /// The year of the output.
    pub output_year: u16,
    /// The year of the jobs.
    pub jobs_year: u16,
    /// One per industry that output is published for, larger ones before their parts.
    pub rows: Vec<ProductivityRow>,
    /// Whether imputed rent counts.
    pub rent: ImputedRent,
}

/// Output per job of one industry.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductivityRow {
    /// Its code as output is published.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is part of a larger one in the list.
    pub is_part: bool,
    /// Codes of its divisions, in ascending order.
    pub divisions: Vec<String>,
    /// Output, million pounds.
    pub gva_gbp_m: Value,
    /// Jobs.
    pub jobs: Value,
    /// Output per job, pounds.
    pub gva_gbp_per_job: Value,
}

/// An industry of a place beside the same of a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProductivityPoint {
    /// How specialised the place is in it by jobs.
    pub quotient: Quotient,
    /// Its output per job over the benchmark's: 1 where both are the same.
    pub relative: Value,
    /// Where eight of ten such figures would lie by the noise of the jobs; that of output is not
    /// known and not in it.
    pub interval: Option<Interval80>,
}

impl Productivity {
    /// Output per job in the latest year of output up to `year`.
    ///
    /// # Errors
    /// [`NoAnswer`] when output or jobs are not told for the place or year.
    pub fn of(
        industries: &Industries,
        place: &Ground<'_>,
        year: u16,
        rent: ImputedRent,
    ) -> Result<Self, NoAnswer> {
        let gva = &industries.gva;
        let no_output = || NoAnswer::NoOutput {
            place: place.name.clone(),
        };
        if !is_told(gva, place) {
            return Err(no_output());
        }
        let years = gva.years.iter().rev();
        let output_year = years.copied().find(|own| *own <= year);
        let output_year = output_year.ok_or_else(no_output)?;
        let cut = Cut {
            rows: Rows::Industries(IndustryLevel::Division),
            agencies: Agencies::Included,
        };
        let counts = cut.counts(industries, place, year)?;
        let jobs_of = |divisions: &[String]| {
            let rows = counts.rows.iter().zip(&counts.jobs);
            let inside = rows.filter(|(row, _)| divisions.iter().any(|own| own == row.code()));
            told::sum(inside.map(|(_, jobs)| *jobs))
        };
        let whole: Vec<&str> = whole_industries(gva, rent)
            .map(|own| own.code.as_str())
            .collect();
        let row = |own: &GvaIndustry| {
            let gva_gbp_m = amount(gva, place, &own.code, output_year, Prices::Current);
            let jobs = jobs_of(&own.divisions);
            let mut divisions = own.divisions.clone();
            divisions.sort();
            ProductivityRow {
                code: own.code.clone(),
                name: own.name.clone(),
                is_part: !whole.contains(&own.code.as_str()),
                divisions,
                gva_gbp_m,
                jobs,
                gva_gbp_per_job: per_job(gva_gbp_m, jobs),
            }
        };
        Ok(Self {
            place: place.name.clone(),
            output_year,
            jobs_year: year,
            rows: told_industries(gva, rent).map(row).collect(),
            rent,
        })
    }

    /// Output per job of all industries together, pounds.
    #[must_use]
    pub fn gva_gbp_per_job(&self) -> Value {
        let whole = || self.rows.iter().filter(|row| !row.is_part);
        let output = told::sum(whole().map(|row| row.gva_gbp_m));
        per_job(output, told::sum(whole().map(|row| row.jobs)))
    }

    /// Output per job of an industry or sector, pounds: of the industry that output is published
    /// for with the very same divisions. Missing where there is none.
    pub(super) fn per_job(&self, industries: &Industries, row: RowName<'_>) -> Value {
        let mut own = match row {
            RowName::Industry(industry) if industry.level > IndustryLevel::Division => {
                return Value::Missing;
            }
            RowName::Industry(industry) => {
                let inside = industries
                    .classification
                    .inside(industry, IndustryLevel::Division);
                inside.map(|division| division.code.clone()).collect()
            }
            RowName::Sector(sector) => {
                let codes = sector.codes.iter().map(|own| own.code.clone());
                codes.collect::<Vec<String>>()
            }
        };
        own.sort();
        let is_same = |row: &&ProductivityRow| !own.is_empty() && row.divisions == own;
        let found = self.rows.iter().find(is_same);
        found.map_or(Value::Missing, |row| row.gva_gbp_per_job)
    }

    /// Output per job, pounds, of the industry with the fewest divisions that has this one.
    pub(super) fn per_job_of_division(&self, division: &str) -> Value {
        let holds = |row: &&ProductivityRow| row.divisions.iter().any(|own| own == division);
        let rows = self.rows.iter().filter(holds);
        let finest = rows.min_by_key(|row| row.divisions.len());
        finest.map_or(Value::Missing, |row| row.gva_gbp_per_job)
    }

    /// Each row beside a benchmark's: how specialised the place is, and how productive.
    #[must_use]
    pub fn beside(&self, benchmark: &Self) -> Vec<ProductivityPoint> {
        let total = |of: &Self| {
            let whole = of.rows.iter().filter(|row| !row.is_part);
            told::sum(whole.map(|row| row.jobs))
        };
        let (here, there) = (total(self), total(benchmark));
        let rows = self.rows.iter().zip(&benchmark.rows);
        rows.map(|(own, other)| {
            let part = |part: Value, whole: Value| Part { part, whole };
            let relative = told::over(own.gva_gbp_per_job, other.gva_gbp_per_job);
            let noise = own.jobs.number().map(level_noise);
            let factor = noise.map(|noise| math::exp(DEVIATIONS_80 * noise));
            ProductivityPoint {
                quotient: Quotient::of_jobs(part(own.jobs, here), part(other.jobs, there)),
                interval: relative
                    .number()
                    .zip(factor)
                    .map(|(relative, factor)| Interval80 {
                        low: relative / factor,
                        high: relative * factor,
                    }),
                relative,
            }
        })
        .collect()
    }
}

/// The industries that output is published for, without totals. Where imputed rent is left out,
/// the section that holds it gives way to its part without it.
pub(super) fn told_industries(
    gva: &GvaTable,
    rent: ImputedRent,
) -> impl Iterator<Item = &GvaIndustry> {
    gva.industries.iter().filter(move |own| match rent {
        ImputedRent::Included => {
            matches!(own.kind, GvaKind::Section | GvaKind::Detail)
        }
        ImputedRent::LeftOut => {
            !own.is_imputed_rent
                && (stands_in(gva, own)
                    || (matches!(own.kind, GvaKind::Section | GvaKind::Detail)
                        && !holds_rent(gva, own)))
        }
    })
}

/// The industries that add up to all output in current prices.
pub(super) fn whole_industries(
    gva: &GvaTable,
    rent: ImputedRent,
) -> impl Iterator<Item = &GvaIndustry> {
    told_industries(gva, rent).filter(move |own| {
        own.kind == GvaKind::Section || (rent == ImputedRent::LeftOut && stands_in(gva, own))
    })
}

/// Whether it is a section that holds imputed rent: its divisions are told again without.
fn holds_rent(gva: &GvaTable, own: &GvaIndustry) -> bool {
    own.kind == GvaKind::Section
        && gva
            .of_kind(GvaKind::Detail)
            .any(|part| !part.is_imputed_rent && part.divisions == own.divisions)
}

/// Whether it is what is left of such a section without imputed rent.
fn stands_in(gva: &GvaTable, own: &GvaIndustry) -> bool {
    own.kind == GvaKind::Detail
        && !own.is_imputed_rent
        && gva
            .of_kind(GvaKind::Section)
            .any(|section| section.divisions == own.divisions)
}

/// Whether output is told of every part of a place.
pub(super) fn is_told(gva: &GvaTable, place: &Ground<'_>) -> bool {
    let is_there = |key: &str| gva.places.iter().any(|own| own.key == key);
    !place.parts.is_empty() && place.parts.iter().all(|part| is_there(&part.key))
}

/// Output of a place in a year, million pounds.
pub(super) fn amount(
    gva: &GvaTable,
    place: &Ground<'_>,
    industry: &str,
    year: u16,
    prices: Prices,
) -> Value {
    told::sum(place.parts.iter().map(|part| {
        let value = gva.value(&part.key, industry, year, prices);
        value.unwrap_or(Value::Missing)
    }))
}

fn per_job(gva_gbp_m: Value, jobs: Value) -> Value {
    match told::over(gva_gbp_m, jobs) {
        Value::Number(millions) => Value::Number(millions * 1e6),
        none => none,
    }
}
