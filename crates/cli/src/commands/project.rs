//! `roadmap project`: people of a district by single year of age and sex, households and
//! dwellings, as the trend of migration or the homes have them.

use std::path::Path;

use roadmap_core::data::model::{
    AGES, ByAge, Constants, District, Evidence, Parameter, Parameters, Region,
};
use roadmap_core::model::demography::{Closure, Course, Place, Year, project};
use roadmap_core::model::{draws, housing};
use serde::Serialize;

use super::Outcome;
use crate::args::{ProjectArgs, TableFormat, Variant};
use crate::problem::{ModelProblem, Problem};
use crate::rows::Number;
use crate::{json, output, rows, store};

/// The answer as JSON.
#[derive(Serialize)]
struct Answer<'a> {
    area: &'a str,
    name: &'a str,
    variant: &'static str,
    model_version: &'a str,
    pack_version: &'a str,
    years: Vec<Told>,
}

/// One year.
#[derive(Serialize)]
struct Told {
    year: u16,
    population: f64,
    households: f64,
    dwellings: f64,
    births: f64,
    deaths: f64,
    women: Vec<f64>,
    men: Vec<f64>,
}

/// One number as CSV.
#[derive(Serialize)]
struct Line<'a> {
    area: &'a str,
    variant: &'static str,
    year: u16,
    measure: &'static str,
    sex: &'static str,
    age: Option<usize>,
    value: Number,
}

/// Projects a district.
pub fn run(folder: &Path, asked: &ProjectArgs) -> Result<Outcome, Problem> {
    let dataset = store::dataset(folder)?;
    let told = store::model(folder, &dataset)?;
    let district = district(&told.region, &asked.area)?;
    let years = through(&told.region, &told.evidence, district)?;
    let base = told.region.base_year;
    let years: Vec<Told> = (base..)
        .zip(&years)
        .map(|(year, own)| of(year, own, asked))
        .collect();
    output::say(&match asked.format {
        TableFormat::Json => {
            let answer = Answer {
                area: district.code.as_str(),
                name: &district.name,
                variant: asked.variant.key(),
                model_version: &told.evidence.model_version,
                pack_version: &dataset.pack_version,
                years,
            };
            json::compact(&answer)? + "\n"
        }
        TableFormat::Csv => rows::csv(&lines(district, asked, &years))?,
    })?;
    Ok(Outcome::Done)
}

fn district<'a>(region: &'a Region, asked: &str) -> Result<&'a District, Problem> {
    let asked = asked.trim();
    let mut districts = region.districts.iter();
    let found = districts.find(|own| {
        own.code.as_str().eq_ignore_ascii_case(asked) || own.name.eq_ignore_ascii_case(asked)
    });
    found.ok_or_else(|| {
        let near = region.districts.iter();
        let near = near.map(|own| format!("{} {}", own.code.as_str(), own.name));
        Problem::UnknownArea {
            asked: asked.to_owned(),
            near: near.collect(),
        }
    })
}

/// A district through the years at central parameters, every lever at its default.
pub fn through(
    region: &Region,
    evidence: &Evidence,
    district: &District,
) -> Result<Vec<Year>, Problem> {
    let central = draws::central(evidence).ok_or_else(|| {
        let words = "a parameter of the model has no range".to_owned();
        Problem::Model(ModelProblem::NoRun(words))
    })?;
    let place = Place {
        people: &district.people,
        death_rate: &district.death_rate,
        birth_death_rate: &district.birth_death_rate,
        birth_rate: &district.birth_rate,
        net_migrants: &district.net_migrants,
        headship: &district.headship,
        movers: &region.movers,
    };
    let steps = region.last_year.saturating_sub(region.base_year);
    let homes = homes(district, &evidence.constants, &central, steps);
    Ok(project(
        &place,
        &homes,
        &course(&evidence.constants, &central),
    ))
}

/// Homes of each year: C = min(C_0 compl, the most that is built).
fn homes(district: &District, constants: &Constants, with: &Parameters, steps: u16) -> Vec<f64> {
    let built = district.completions * with.get(Parameter::Completions);
    let most = constants.people.most_built_share;
    housing::path(district.homes, built, most, steps.into())
}

fn course(constants: &Constants, with: &Parameters) -> Course {
    Course {
        mortality_fall_pct: with.get(Parameter::FallOfDeathRates),
        fertility: with.get(Parameter::Fertility),
        migration: with.get(Parameter::Migration),
        closure: Closure {
            pull: with.get(Parameter::PeopleFollowHomes),
            most_share: constants.people.most_moved_share,
        },
        vacant_share: constants.people.vacant_share,
        boys_per_girl: constants.people.boys_per_girl,
    }
}

fn of(year: u16, own: &Year, asked: &ProjectArgs) -> Told {
    let is_trend = asked.variant == Variant::Trend;
    let people: &ByAge = if is_trend { &own.trend } else { &own.people };
    let flows = if is_trend {
        &own.of_trend
    } else {
        &own.of_people
    };
    let [women, men] = people;
    let round = |list: &[f64; AGES]| list.iter().map(|persons| to_2(*persons)).collect();
    Told {
        year,
        population: to_2(people.iter().flatten().sum()),
        households: to_2(if is_trend {
            own.trend_households
        } else {
            own.households
        }),
        dwellings: to_2(own.homes),
        births: to_2(flows.births),
        deaths: to_2(flows.deaths),
        women: round(women),
        men: round(men),
    }
}

fn to_2(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

fn lines<'a>(district: &'a District, asked: &ProjectArgs, years: &[Told]) -> Vec<Line<'a>> {
    let line = |year: u16, measure, sex, age, value| Line {
        area: district.code.as_str(),
        variant: asked.variant.key(),
        year,
        measure,
        sex,
        age,
        value: Number(value),
    };
    let mut lines = Vec::new();
    for own in years {
        for (sex, people) in [("women", &own.women), ("men", &own.men)] {
            let people = people.iter().enumerate();
            lines.extend(
                people.map(|(age, value)| line(own.year, "people", sex, Some(age), *value)),
            );
        }
        for (measure, value) in [
            ("population", own.population),
            ("households", own.households),
            ("dwellings", own.dwellings),
            ("births", own.births),
            ("deaths", own.deaths),
        ] {
            lines.push(line(own.year, measure, "", None, value));
        }
    }
    lines
}
