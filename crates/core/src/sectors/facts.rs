//! One industry of a place: what its page says.

use super::counts::Cut;
use super::words::percent;
use super::{Choice, Ground, Landscape, NoAnswer, Row, Rows, Table};
use crate::data::{Industries, IndustryLevel, Territory};
use crate::measure::Unit;
use crate::order;
use crate::quantity::{self, Value};
use crate::stats::location_quotient::{Part, Quotient};

/// What is known of one industry in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorFacts {
    /// The industry's row in the place.
    pub row: Row,
    /// The larger industries that hold it, section first: code and name.
    pub within: Vec<(String, String)>,
    /// The next finer industries inside it in the place, the largest first; empty where they
    /// are not told.
    pub parts: Vec<Row>,
    /// The place's districts, most jobs first; one where the place is a district.
    pub districts: Vec<InDistrict>,
    /// Divisions that places specialised in this one are specialised in too: code, name and
    /// proximity, the nearest first. Of the division that holds it.
    pub neighbours: Vec<(String, String, f64)>,
    /// The place's name.
    pub place: String,
}

/// An industry in a district.
#[derive(Clone, Debug, PartialEq)]
pub struct InDistrict {
    /// The district's key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Jobs.
    pub jobs: Value,
    /// How specialised it is, against the choice's benchmark.
    pub quotient: Quotient,
}

impl SectorFacts {
    /// What is known of an industry in a choice's place; the choice's rows give way to the
    /// industry's own level.
    ///
    /// # Errors
    /// [`NoAnswer`] when the industry is not known, or as [`Table::new`].
    pub fn new(
        industries: &Industries,
        landscape: &Landscape,
        choice: &Choice,
        code: &str,
    ) -> Result<Self, NoAnswer> {
        const MOST: usize = 8;
        let unknown = || NoAnswer::UnknownIndustry {
            asked: code.to_owned(),
        };
        let classes = &industries.classification;
        let industry = classes.find(code).ok_or_else(unknown)?;
        let at_level = |level: IndustryLevel| Choice {
            rows: Rows::Industries(level),
            ..choice.clone()
        };
        let own = at_level(industry.level);
        let table = Table::new(industries, &own)?;
        let row = table.rows.into_iter().find(|row| row.code == code);
        let larger = IndustryLevel::ALL.into_iter();
        let larger = larger.filter(|level| *level < industry.level);
        let within = larger.filter_map(|level| classes.holder(industry, level));
        let mut levels = IndustryLevel::ALL.into_iter();
        let finer = levels.find(|level| *level > industry.level);
        let finer = finer.and_then(|level| {
            let table = Table::new(industries, &at_level(level)).ok()?;
            let inside: Vec<&str> = classes
                .inside(industry, level)
                .map(|part| part.code.as_str())
                .collect();
            let mut rows = table.rows;
            rows.retain(|row| inside.contains(&row.code.as_str()));
            order::sort_by(&mut rows, |a, b| {
                by_jobs(b.jobs).total_cmp(&by_jobs(a.jobs))
            });
            Some(rows)
        });
        let division = classes.holder(industry, IndustryLevel::Division);
        let at = division.and_then(|division| landscape.position(&division.code));
        let near = at.map(|at| landscape.relatedness.proximities(at));
        let near = near.unwrap_or_default().iter().enumerate();
        let mut near: Vec<(usize, f64)> = near
            .map(|(other, proximity)| (other, *proximity))
            .filter(|(other, proximity)| Some(*other) != at && *proximity > 0.0)
            .collect();
        order::sort_by(&mut near, |a, b| b.1.total_cmp(&a.1));
        let neighbours = near
            .into_iter()
            .take(MOST)
            .filter_map(|(other, proximity)| {
                let other = landscape.industries.get(other)?;
                Some((other.code.clone(), other.name.clone(), proximity))
            });
        Ok(Self {
            row: row.ok_or_else(unknown)?,
            within: within
                .map(|larger| (larger.code.clone(), larger.name.clone()))
                .collect(),
            parts: finer.unwrap_or_default(),
            districts: districts(industries, &own, code)?,
            neighbours: neighbours.collect(),
            place: table.place,
        })
    }

    /// Size, strength and growth in a few sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Row {
            name,
            jobs,
            quotient,
            ..
        } = &self.row;
        let Some(count) = jobs.number() else {
            let why = quantity::value_words(*jobs, Unit::Jobs, 0);
            return format!("{name} in {}: jobs {why}.", self.place);
        };
        let mut words = format!(
            "{name} in {}: {}",
            self.place,
            quantity::spoken(count, Unit::Jobs, 0)
        );
        if let Some(share) = self.row.share.number() {
            words.push_str(&format!(", {} of all", percent(share, 1)));
        }
        if let Some(number) = quotient.value.number() {
            let times = quantity::figure(number, Unit::Score, 2);
            words.push_str(&format!("; {times} times the benchmark's share"));
            if let Some(interval) = quotient.interval {
                let range = [interval.low, interval.high]
                    .map(|limit| quantity::figure(limit, Unit::Score, 2));
                words.push_str(&format!(", likely {} to {}", range[0], range[1]));
            }
        }
        words.push('.');
        if quotient.is_unreliable {
            words.push_str(" With so few jobs the survey cannot tell its strength from chance.");
        }
        if let Some(site) = &self.row.one_site {
            words.push(' ');
            words.push_str(&site.sentence());
        }
        words
    }
}

fn districts(
    industries: &Industries,
    choice: &Choice,
    code: &str,
) -> Result<Vec<InDistrict>, NoAnswer> {
    let cut = Cut {
        rows: choice.rows,
        agencies: choice.agencies,
    };
    let place = Ground::find(industries, &choice.place)?;
    let benchmark = Ground::benchmark(industries, choice)?;
    let part = |ground: &Ground<'_>| -> Result<Part, NoAnswer> {
        let counts = cut.counts(industries, ground, choice.year)?;
        let at = counts.rows.iter().position(|row| row.code() == code);
        let jobs = at.and_then(|at| counts.jobs.get(at)).copied();
        Ok(Part {
            part: jobs.unwrap_or(Value::Missing),
            whole: counts.total,
        })
    };
    let there = part(&benchmark)?;
    let all: Vec<&Territory> = industries.districts().collect();
    let own = place.districts().filter_map(|at| all.get(at).copied());
    let mut found: Vec<InDistrict> = own
        .filter_map(|district| {
            let here = part(&Ground::of(district)).ok()?;
            Some(InDistrict {
                key: district.key.clone(),
                name: district.name.clone(),
                jobs: here.part,
                quotient: Quotient::of_jobs(here, there),
            })
        })
        .collect();
    order::sort_by(&mut found, |a, b| {
        by_jobs(b.jobs).total_cmp(&by_jobs(a.jobs))
    });
    Ok(found)
}

/// To sort by; what is not told comes last.
fn by_jobs(jobs: Value) -> f64 {
    jobs.number().unwrap_or(-1.0)
}
