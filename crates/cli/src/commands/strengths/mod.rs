//! Questions about industries: `sectors`, `shift-share`, `complexity`, `density`,
//! `multipliers`.

pub mod complexity;
pub mod density;
pub mod multipliers;
pub mod sectors;
pub mod shift_share;

use std::path::Path;

use roadmap_core::area::AreaCode;
use roadmap_core::data::{Agencies, Dataset, Industries, IndustryLevel, Territory};
use roadmap_core::quantity::Value;
use roadmap_core::sectors::NoAnswer;

use crate::args::CoarseLevel;
use crate::problem::Problem;
use crate::rows::Number;
use crate::store;

/// The packs that questions about industries need.
struct Packs {
    dataset: Dataset,
    industries: Industries,
}

impl Packs {
    fn read(folder: &Path) -> Result<Self, Problem> {
        let dataset = store::dataset(folder)?;
        let industries = store::industries(folder, &dataset)?;
        Ok(Self {
            dataset,
            industries,
        })
    }

    /// The place of a code or name, or of the initials of the whole country.
    fn place(&self, asked: &str) -> Result<&Territory, Problem> {
        let asked = asked.trim();
        let upper = asked.to_uppercase();
        let all = self.industries.territories();
        let is_asked = |own: &&Territory| {
            own.key.eq_ignore_ascii_case(asked) || own.name.eq_ignore_ascii_case(asked)
        };
        if let Some(found) = all.iter().find(is_asked) {
            return Ok(found);
        }
        if let Some(whole) = self.industries.whole()
            && initials(&whole.name) == upper
        {
            return Ok(whole);
        }
        if let Some((current, name)) = self.current(&upper) {
            return Err(Problem::RetiredArea {
                asked: upper,
                current,
                name,
            });
        }
        Err(Problem::UnknownArea {
            near: self.near(asked),
            asked: asked.to_owned(),
        })
    }

    /// The code and name in force for one that was replaced.
    fn current(&self, code: &str) -> Option<(String, String)> {
        let retired = AreaCode::new(code).ok();
        let retired = retired.and_then(|code| self.dataset.retired.get(&code));
        let merged = || {
            let merged = self.industries.reorganised.iter();
            let mut merged = merged.filter(|own| own.from == code);
            merged.next().map(|own| own.to.as_str())
        };
        let key = retired.map(AreaCode::as_str).or_else(merged)?;
        let current = self.industries.territory(key)?;
        Some((current.key.clone(), current.name.clone()))
    }

    /// Places whose name holds what was asked for, else the larger ones.
    fn near(&self, asked: &str) -> Vec<String> {
        const MOST: usize = 5;
        let told = |own: &Territory| format!("{} {}", own.key, own.name);
        let lower = asked.to_lowercase();
        let all = self.industries.territories().iter();
        let holds = |own: &&Territory| {
            let name = own.name.to_lowercase();
            !lower.is_empty() && (name.contains(&lower) || lower.contains(&name))
        };
        let near: Vec<String> = all.filter(holds).take(MOST).map(told).collect();
        if near.is_empty() {
            let larger = self.industries.territories().iter().rev();
            return larger.take(MOST).map(told).collect();
        }
        near
    }

    /// A code for an answer: the initials for the whole country, as it is asked for.
    fn code(&self, place: &Territory) -> String {
        match self.industries.whole() {
            Some(whole) if whole.key == place.key => initials(&whole.name),
            _ => place.key.clone(),
        }
    }

    /// The whole country.
    fn whole(&self) -> Result<&Territory, Problem> {
        let unknown = || NoAnswer::UnknownPlace {
            asked: "the whole country".to_owned(),
        };
        Ok(self.industries.whole().ok_or_else(unknown)?)
    }

    /// The latest year told of a place at a level.
    fn latest(&self, place: &Territory, level: IndustryLevel) -> Result<u16, Problem> {
        let years = self.industries.job_years(place, level);
        let not_told = || NoAnswer::LevelNotTold {
            place: place.name.clone(),
            level: level.key(),
        };
        Ok(years.last().copied().ok_or_else(not_told)?)
    }

    /// Publisher and title of the source of jobs.
    fn source(&self, place: &Territory, level: IndustryLevel, year: u16) -> String {
        let jobs = self.industries.jobs(place, level, year, Agencies::Included);
        let source = jobs.and_then(|jobs| self.industries.source(jobs.source));
        source.map(crate::rows::source_words).unwrap_or_default()
    }
}

/// The first letters of a name's words: `GB`.
fn initials(name: &str) -> String {
    let words = name.split_whitespace();
    let letters = words.filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

const fn agencies(are_included: bool) -> Agencies {
    if are_included {
        Agencies::Included
    } else {
        Agencies::LeftOut
    }
}

const fn agencies_words(agencies: Agencies) -> &'static str {
    match agencies {
        Agencies::LeftOut => {
            "left out: the division of employment agencies is taken from the area, the benchmark and both totals"
        }
        Agencies::Included => "included, at the agency's address",
    }
}

const fn level(asked: CoarseLevel) -> IndustryLevel {
    match asked {
        CoarseLevel::Section => IndustryLevel::Section,
        CoarseLevel::Division => IndustryLevel::Division,
    }
}

fn number(value: Value) -> Option<Number> {
    value.number().map(Number)
}
