//! One industry of a place: what its page says.

use super::counts::Cut;
use super::words::percent;
use super::{Choice, Ground, Landscape, NoAnswer, Row, Rows, Table};
use crate::data::{Industries, Industry, IndustryLevel, Sector, Territory, TerritoryKind};
use crate::measure::Unit;
use crate::order;
use crate::quantity::{self, Value};
use crate::stats::location_quotient::{Part, Quotient};

/// What is known of one industry, or of a sector that somebody has defined, in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorFacts {
    /// What was asked, with the rows that hold the industry.
    pub choice: Choice,
    /// Its row in the place.
    pub row: Row,
    /// How a sector is defined; none for an industry of the classification.
    pub definition: Option<Sector>,
    /// The larger industries that hold it, section first: code and name.
    pub within: Vec<(String, String)>,
    /// What it is made of in the place, the largest first: the next finer industries inside it,
    /// or a sector's own. Those that are not told are left out.
    pub parts: Vec<Row>,
    /// The place's districts, most jobs first; one where the place is a district.
    pub districts: Vec<InDistrict>,
    /// All own districts of the data, most jobs first, for a map; those of the place where it
    /// is none of them.
    pub own_districts: Vec<InDistrict>,
    /// Divisions that places specialised in its own divisions are specialised in too: code, name
    /// and proximity, the nearest first.
    pub neighbours: Vec<(String, String, f64)>,
    /// Codes of the divisions that it is part of, or that are part of it.
    pub divisions: Vec<String>,
    /// The place's name.
    pub place: String,
    /// The benchmark's name.
    pub benchmark: String,
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
    /// What is known of an industry, by its code, or of a sector, by its key, in a choice's
    /// place. The choice's rows give way to those that hold it.
    ///
    /// # Errors
    /// [`NoAnswer`] when there is none of that code, or as [`Table::new`].
    pub fn new(
        industries: &Industries,
        landscape: &Landscape,
        choice: &Choice,
        code: &str,
    ) -> Result<Self, NoAnswer> {
        let unknown = || NoAnswer::UnknownIndustry {
            asked: code.to_owned(),
        };
        let subject = Subject::find(industries, code).ok_or_else(unknown)?;
        let own = Choice {
            rows: subject.rows(),
            ..choice.clone()
        };
        let table = Table::new(industries, &own)?;
        let divisions = subject.divisions(industries);
        let place = Ground::find(industries, &choice.place)?;
        let beside =
            |wanted: &dyn Fn(usize, &Territory) -> bool| districts(industries, &own, code, wanted);
        let is_inside = |at: usize, _: &Territory| place.districts().any(|own| own == at);
        let is_own = |_: usize, district: &Territory| district.kind == TerritoryKind::Own;
        let is_at_home = industries
            .districts()
            .enumerate()
            .any(|(at, own)| is_own(at, own) && is_inside(at, own));
        let row = table.rows.into_iter().find(|row| row.code == code);
        Ok(Self {
            row: row.ok_or_else(unknown)?,
            definition: match subject {
                Subject::Sector(sector) => Some(sector.clone()),
                Subject::Industry(_) => None,
            },
            within: subject.within(industries),
            parts: parts(industries, choice, &subject.parts(industries)),
            districts: beside(&is_inside)?,
            own_districts: if is_at_home {
                beside(&is_own)?
            } else {
                beside(&is_inside)?
            },
            neighbours: neighbours(landscape, &divisions),
            divisions,
            place: table.place,
            benchmark: table.benchmark,
            choice: own,
        })
    }

    /// The finer industries that the place has any of.
    pub fn parts_here(&self) -> impl Iterator<Item = &Row> {
        let parts = self.parts.iter();
        parts.filter(|part| part.jobs.number() > Some(0.0))
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
            words.push_str(&format!("; {times} times its share in {}", self.benchmark));
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

/// What a page is about.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    Industry(&'a Industry),
    Sector(&'a Sector),
}

impl<'a> Subject<'a> {
    pub fn find(industries: &'a Industries, code: &str) -> Option<Self> {
        let industry = industries.classification.find(code).map(Self::Industry);
        let sector = || industries.sectors.iter().find(|own| own.key == code);
        industry.or_else(|| sector().map(Self::Sector))
    }

    pub fn name(self) -> &'a str {
        match self {
            Self::Industry(industry) => &industry.name,
            Self::Sector(sector) => &sector.title,
        }
    }

    /// Whether it is, or is made of, industries finer than a level.
    pub fn is_finer_than(self, level: IndustryLevel) -> bool {
        match self {
            Self::Industry(own) => own.level > level,
            Self::Sector(sector) => sector.finest_level() > level,
        }
    }

    const fn rows(self) -> Rows {
        match self {
            Self::Industry(industry) => Rows::Industries(industry.level),
            Self::Sector(sector) => Rows::Sectors(sector.kind),
        }
    }

    fn within(self, industries: &Industries) -> Vec<(String, String)> {
        let Self::Industry(industry) = self else {
            return Vec::new();
        };
        let larger = IndustryLevel::ALL.into_iter();
        let larger = larger.filter(|level| *level < industry.level);
        larger
            .filter_map(|level| industries.classification.holder(industry, level))
            .map(|larger| (larger.code.clone(), larger.name.clone()))
            .collect()
    }

    pub fn parts(self, industries: &'a Industries) -> Vec<&'a Industry> {
        let classes = &industries.classification;
        match self {
            Self::Industry(industry) => {
                let mut levels = IndustryLevel::ALL.into_iter();
                let finer = levels.find(|level| *level > industry.level);
                let inside = finer.map(|level| classes.inside(industry, level));
                inside.into_iter().flatten().collect()
            }
            Self::Sector(sector) => {
                let codes = sector.codes.iter();
                codes.filter_map(|own| classes.find(&own.code)).collect()
            }
        }
    }

    /// Codes of the divisions that it is part of or that are part of it.
    pub fn divisions(self, industries: &Industries) -> Vec<String> {
        let classes = &industries.classification;
        let own = match self {
            Self::Industry(industry) => vec![industry],
            sector @ Self::Sector(_) => sector.parts(industries),
        };
        let mut divisions = Vec::new();
        for industry in own {
            let holder = classes.holder(industry, IndustryLevel::Division);
            let inside = classes.inside(industry, IndustryLevel::Division);
            for division in holder.into_iter().chain(inside) {
                if !divisions.contains(&division.code) {
                    divisions.push(division.code.clone());
                }
            }
        }
        divisions
    }
}

fn parts(industries: &Industries, choice: &Choice, asked: &[&Industry]) -> Vec<Row> {
    let mut found = Vec::new();
    for level in IndustryLevel::ALL {
        let at_level = asked.iter().filter(|own| own.level == level);
        let codes: Vec<&str> = at_level.map(|own| own.code.as_str()).collect();
        if codes.is_empty() {
            continue;
        }
        let at_level = Choice {
            rows: Rows::Industries(level),
            ..choice.clone()
        };
        if let Ok(table) = Table::new(industries, &at_level) {
            let rows = table.rows.into_iter();
            found.extend(rows.filter(|row| codes.contains(&row.code.as_str())));
        }
    }
    order::sort_by(&mut found, |a, b| {
        by_jobs(b.jobs).total_cmp(&by_jobs(a.jobs))
    });
    found
}

/// The nearest to any of some divisions, themselves left out.
fn neighbours(landscape: &Landscape, divisions: &[String]) -> Vec<(String, String, f64)> {
    const MOST: usize = 8;
    let own: Vec<usize> = divisions
        .iter()
        .filter_map(|code| landscape.position(code))
        .collect();
    let near = |other: usize| {
        let to = own
            .iter()
            .map(|at| landscape.relatedness.proximity(*at, other));
        to.fold(0.0, f64::max)
    };
    let others = (0..landscape.industries.len()).filter(|other| !own.contains(other));
    let mut others: Vec<(usize, f64)> = others
        .map(|other| (other, near(other)))
        .filter(|(_, proximity)| *proximity > 0.0)
        .collect();
    order::sort_by(&mut others, |a, b| b.1.total_cmp(&a.1));
    let nearest = others.into_iter().take(MOST);
    nearest
        .filter_map(|(other, proximity)| {
            let other = landscape.industries.get(other)?;
            Some((other.code.clone(), other.name.clone(), proximity))
        })
        .collect()
}

fn districts(
    industries: &Industries,
    choice: &Choice,
    code: &str,
    is_wanted: &dyn Fn(usize, &Territory) -> bool,
) -> Result<Vec<InDistrict>, NoAnswer> {
    let cut = Cut {
        rows: choice.rows,
        agencies: choice.agencies,
    };
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
    let all = industries.districts().enumerate();
    let mut found: Vec<InDistrict> = all
        .filter(|(at, district)| is_wanted(*at, district))
        .filter_map(|(_, district)| {
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
