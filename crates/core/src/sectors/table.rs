//! The industries of a place: jobs, shares, specialisation, growth, and how far each is to be
//! trusted.

use super::counts::{Counts, Cut, RowName};
use super::one_site::Sites;
use super::productivity::Productivity;
use super::{Choice, Ground, NoAnswer, OneSite};
use crate::data::{Agencies, Industries};
use crate::quantity::{self, Value};
use crate::stats::growth::{RelativeGrowth, Standing, yearly_growth};
use crate::stats::location_quotient::{Part, Quotient, share_of};
use crate::stats::specialisation::{Concentration, krugman};
use crate::stats::told;

/// The industries of a place beside a benchmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What was asked.
    pub choice: Choice,
    /// The place's name.
    pub place: String,
    /// The benchmark's name.
    pub benchmark: String,
    /// One per industry, in ascending order of code; sectors in their reading order.
    pub rows: Vec<Row>,
    /// All jobs of the place.
    pub jobs: Value,
    /// Krugman's index against the benchmark, 0 to 2, not halved; none where a figure is not
    /// told or rows overlap.
    pub krugman: Option<f64>,
    /// How concentrated the place is; none where a figure is not told or rows overlap.
    pub concentration: Option<Concentration>,
    /// The first year of growth; none where it is not told.
    pub since: Option<u16>,
    /// What holds for the whole table, in sentences.
    pub notes: Vec<String>,
}

/// One industry of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its code; a sector's key.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Jobs in the place.
    pub jobs: Value,
    /// Share of the place's jobs, 0 to 1.
    pub share: Value,
    /// Share of the benchmark's jobs, 0 to 1.
    pub benchmark_share: Value,
    /// Which part of the industry's jobs in the whole country are here, 0 to 1.
    pub share_of_whole: Value,
    /// How specialised the place is in it.
    pub quotient: Quotient,
    /// Growth, where jobs of an earlier year are told.
    pub growth: Option<Growth>,
    /// Output per job in pounds, where output is told for the same industries. Jobs through
    /// agencies count here, since their output does.
    pub gva_gbp_per_job: Value,
    /// The same in the benchmark, where output is told for it.
    pub benchmark_gva_gbp_per_job: Value,
    /// What a reader must know before trusting it.
    pub flags: Vec<Flag>,
    /// Where it may be one employer or one payroll.
    pub one_site: Option<OneSite>,
}

/// How an industry's jobs grew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// By the year in the place, as a share; none from nothing.
    pub yearly: Option<f64>,
    /// By the year in the benchmark.
    pub benchmark_yearly: Option<f64>,
    /// Beyond all jobs of the place.
    pub relative: Option<RelativeGrowth>,
    /// Where it stands between strength and growth.
    pub standing: Option<Standing>,
}

/// What a reader must know before trusting a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// A figure is withheld by its publisher.
    Suppressed,
    /// A figure is not told at this level.
    Missing,
    /// No codes tell this sector apart, so nobody can count it.
    NotMeasurable,
    /// The benchmark has none of it, or nothing to take shares of.
    Undefined,
    /// Staff are counted at the agency's address, wherever they work.
    Payroll,
    /// It rests on fewer jobs than the survey can tell.
    Unreliable,
    /// Most of it may be one employer or one payroll.
    OneSite,
}

impl Flag {
    /// The public key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::Missing => "missing",
            Self::NotMeasurable => "not-measurable",
            Self::Undefined => "undefined",
            Self::Payroll => "payroll",
            Self::Unreliable => "unreliable",
            Self::OneSite => "one-site",
        }
    }
}

impl Table {
    /// The industries of a place.
    ///
    /// # Errors
    /// [`NoAnswer`] when place or benchmark is not known, jobs are not told at this level or
    /// year, or there are none.
    pub fn new(industries: &Industries, choice: &Choice) -> Result<Self, NoAnswer> {
        let place = Ground::find(industries, &choice.place)?;
        let benchmark = Ground::benchmark(industries, choice)?;
        let cut = Cut {
            rows: choice.rows,
            agencies: choice.agencies,
        };
        let own = cut.counts(industries, &place, choice.year)?;
        let other = cut.counts(industries, &benchmark, choice.year)?;
        for (ground, counts) in [(&place, &own), (&benchmark, &other)] {
            if counts.total.number().is_none_or(|jobs| jobs <= 0.0) {
                let place = ground.name.clone();
                return Err(NoAnswer::NoJobs { place });
            }
        }
        let whole = industries.whole().map(Ground::of);
        let whole = whole.and_then(|whole| cut.counts(industries, &whole, choice.year).ok());
        let before = Before::find(industries, cut, [&place, &benchmark], choice.year);
        let sites = Sites::of(industries, &place, choice.year, choice.agencies);
        let output = [&place, &benchmark]
            .map(|ground| Productivity::of(industries, ground, choice.year, choice.rent).ok());
        let at = |list: &Counts<'_>, row: usize| list.jobs.get(row).copied();
        let rows = own.rows.iter().zip(&own.jobs).enumerate();
        let rows = rows.map(|(position, (name, jobs))| {
            let here = Part {
                part: *jobs,
                whole: own.total,
            };
            let there = Part {
                part: at(&other, position).unwrap_or(Value::Missing),
                whole: other.total,
            };
            let nation = whole.as_ref().and_then(|whole| at(whole, position));
            let quotient = Quotient::of_jobs(here, there);
            let per_job = |of: &Option<Productivity>| {
                let of = of.as_ref();
                of.map_or(Value::Missing, |of| of.per_job(industries, *name))
            };
            let one_site = sites.of_row(industries, *name, *jobs);
            Row {
                code: name.code().to_owned(),
                name: name.name().to_owned(),
                jobs: *jobs,
                share: here.share(),
                benchmark_share: there.share(),
                share_of_whole: share_of(*jobs, nation.unwrap_or(Value::Missing)),
                growth: before
                    .as_ref()
                    .map(|before| before.growth(position, here, there, &quotient)),
                gva_gbp_per_job: output.first().map_or(Value::Missing, per_job),
                benchmark_gva_gbp_per_job: output.last().map_or(Value::Missing, per_job),
                flags: flags(industries, *name, here, &quotient, one_site.is_some()),
                quotient,
                one_site,
            }
        });
        let rows: Vec<Row> = rows.collect();
        let is_cut = choice.rows.level().is_some();
        let numbers = |counts: &Counts<'_>| -> Option<Vec<f64>> {
            let jobs = counts.jobs.iter().map(|jobs| jobs.number());
            jobs.collect::<Option<Vec<f64>>>().filter(|_| is_cut)
        };
        let (mine, theirs) = (numbers(&own), numbers(&other));
        Ok(Self {
            choice: choice.clone(),
            rows,
            jobs: own.total,
            krugman: mine
                .as_deref()
                .zip(theirs.as_deref())
                .and_then(|(own, other)| krugman(own, other)),
            concentration: mine.as_deref().and_then(Concentration::of),
            since: before.map(|before| before.year),
            notes: notes(choice, [(&place, own.untold), (&benchmark, other.untold)]),
            place: place.name,
            benchmark: benchmark.name,
        })
    }
}

fn flags(
    industries: &Industries,
    name: RowName<'_>,
    here: Part,
    quotient: &Quotient,
    is_one_site: bool,
) -> Vec<Flag> {
    let mut flags = Vec::new();
    let is_empty = matches!(name, RowName::Sector(sector) if sector.codes.is_empty());
    match (here.part, quotient.value) {
        _ if is_empty => flags.push(Flag::NotMeasurable),
        (Value::Suppressed, _) | (_, Value::Suppressed) => flags.push(Flag::Suppressed),
        (Value::Missing, _) | (_, Value::Missing) => flags.push(Flag::Missing),
        (_, Value::Undefined) => flags.push(Flag::Undefined),
        _ => {}
    }
    if let RowName::Industry(industry) = name
        && industries.classification.is_agency(industry)
    {
        flags.push(Flag::Payroll);
    }
    if quotient.is_unreliable {
        flags.push(Flag::Unreliable);
    }
    if is_one_site {
        flags.push(Flag::OneSite);
    }
    flags
}

fn notes(choice: &Choice, grounds: [(&Ground<'_>, usize); 2]) -> Vec<String> {
    let [(place, _), (benchmark, _)] = grounds;
    let mut notes = Vec::new();
    if choice.agencies == Agencies::LeftOut {
        notes.push(
            "Jobs through employment agencies are left out everywhere: their staff are counted at the agency's address, wherever they work."
                .to_owned(),
        );
    } else {
        notes.push(
            "Jobs through employment agencies are counted at the agency's address, wherever the staff work."
                .to_owned(),
        );
    }
    for (ground, untold) in grounds.into_iter().filter(|(_, untold)| *untold > 0) {
        notes.push(format!(
            "{} of {}'s industries are not told, so its shares are of the others.",
            quantity::count(untold),
            ground.name
        ));
    }
    let inside: Vec<usize> = benchmark.districts().collect();
    if place.key == benchmark.key {
        notes.push(format!(
            "{} is compared with itself, so every location quotient is 1 or not defined.",
            place.name
        ));
    } else if !place.districts().all(|district| inside.contains(&district)) {
        notes.push(format!(
            "{} is not part of {}, so its location quotients need not lie around 1.",
            place.name, benchmark.name
        ));
    }
    notes
}

/// Jobs of an earlier year.
struct Before<'a> {
    year: u16,
    years: f64,
    own: Counts<'a>,
    other: Counts<'a>,
    /// Growth of all jobs of the place by the year.
    all_yearly: Option<f64>,
}

impl<'a> Before<'a> {
    /// The earliest year told for both; none where there is no earlier one.
    fn find(
        industries: &'a Industries,
        cut: Cut,
        [place, benchmark]: [&Ground<'a>; 2],
        year: u16,
    ) -> Option<Self> {
        let also = cut.years(industries, benchmark);
        let mut told = cut.years(industries, place).into_iter();
        let first = told.find(|first| *first < year && also.contains(first))?;
        let own = cut.counts(industries, place, first).ok()?;
        let years = f64::from(year - first);
        let now = cut.counts(industries, place, year).ok()?.total;
        let all_yearly = own
            .total
            .number()
            .zip(now.number())
            .and_then(|(from, to)| yearly_growth(from, to, years));
        Some(Self {
            year: first,
            years,
            own,
            other: cut.counts(industries, benchmark, first).ok()?,
            all_yearly,
        })
    }

    fn growth(&self, row: usize, here: Part, there: Part, quotient: &Quotient) -> Growth {
        let yearly = |from: Option<&Value>, to: Value| {
            yearly_growth(from?.number()?, to.number()?, self.years)
        };
        let relative = || {
            let from = self.own.jobs.get(row)?.number()?;
            RelativeGrowth::of_jobs(from, here.part.number()?, self.years, self.all_yearly?)
        };
        let relative = relative();
        Growth {
            yearly: yearly(self.own.jobs.get(row), here.part),
            benchmark_yearly: yearly(self.other.jobs.get(row), there.part),
            relative,
            standing: relative.and_then(|growth| Standing::of(quotient, &growth)),
        }
    }
}

impl Row {
    /// Where the place's share is beyond the benchmark's, in jobs: what it has more than if it
    /// were made up like the benchmark.
    #[must_use]
    pub fn jobs_beyond_benchmark(&self, all_jobs: Value) -> Value {
        let gap = told::subtract(self.share, self.benchmark_share);
        match (gap, all_jobs) {
            (Value::Number(gap), Value::Number(all)) => Value::Number(gap * all),
            (gap, all) => told::add(gap, all),
        }
    }
}
