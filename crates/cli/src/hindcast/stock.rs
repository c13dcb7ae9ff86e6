//! Dwellings of the past.

use std::collections::BTreeMap;

use roadmap_core::data::model::Parameter;
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::model::hindcast::{linear_trend, no_change};
use roadmap_core::model::housing;

use super::{At, Desk, Judge, Told, ask, cells, mape};
use crate::pack::region::homes::Stock;
use crate::problem::Problem;

/// Dwellings of each district at the end of each March, as published and then rolled on.
///
/// # Errors
/// A fault for a year that is not there.
pub fn marches(desk: &Desk<'_>, first: u16) -> Result<Vec<BTreeMap<u16, f64>>, Problem> {
    let stock = Stock::read(desk.given)?;
    let known = desk.given.words.homes.stock_year;
    let mut districts = Vec::new();
    for code in desk.given.codes() {
        let mut years = BTreeMap::new();
        for year in first..=known {
            years.insert(year, stock.published(code, year)?);
        }
        let mut now = stock.published(code, known)?;
        for (start, added) in stock.of(code)?.additions {
            if start >= known {
                now += added;
                years.insert(start + 1, now);
            }
        }
        districts.push(years);
    }
    Ok(districts)
}

/// Mean net additions a year of the years before `start`, by district.
///
/// # Errors
/// A fault for a year that is not there.
pub fn completions(desk: &Desk<'_>, start: u16) -> Result<Vec<f64>, Problem> {
    let stock = Stock::read(desk.given)?;
    let years = desk.words.population.completions_years;
    let of = |code: &str| {
        let counts = ((start - years)..start).map(|year| stock.counted(code, year));
        let sum: f64 = counts.sum::<Result<f64, Problem>>()?;
        Ok(sum / f64::from(years.max(1)))
    };
    desk.given.codes().map(of).collect()
}

/// Rows on dwellings.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn rows(desk: &Desk<'_>) -> Result<Vec<HindcastRowWire>, Problem> {
    let words = &desk.words.stock;
    let back = words.trend_years;
    let marches = marches(desk, words.start - back)?;
    let built = completions(desk, words.start)?;
    let mut rows = Vec::new();
    for &target in &words.targets {
        let years = [words.start - back, words.start, target].map(|year| cells(&marches, year));
        let [Some(before), Some(start), Some(came)] = years else {
            continue;
        };
        let at = At {
            subject: "dwellings",
            start: words.start,
            target,
        };
        let judge = Judge {
            at,
            came: &came,
            least: desk.words.least_of_cell,
        };
        let most = desk.evidence.constants.people.most_built_share;
        let passed = usize::from(target - words.start);
        let on = |start: f64, built: f64, factor: f64| {
            let path = housing::path(start, built * factor, most, passed);
            path.last().copied().unwrap_or(start)
        };
        let pairs = || start.iter().zip(&built);
        let factor = desk.central(Parameter::Completions);
        let model: Vec<f64> = pairs()
            .map(|(own, built)| on(*own, *built, factor))
            .collect();
        let draws: Vec<Vec<f64>> = pairs()
            .map(|(own, built)| {
                let draws = desk.draws.iter();
                draws
                    .map(|draw| on(*own, *built, draw.get(Parameter::Completions)))
                    .collect()
            })
            .collect();
        let trend = linear_trend(&before, &start, back.into(), at.years());
        let model = judge.row(&Told {
            window: Some(desk.words.population.completions_years),
            draws: &draws,
            ..Told::model("unconditional", "model", &model)
        });
        let mut own: Vec<_> = model.into_iter().collect();
        own.extend(judge.row(&Told::rule("no-change", &no_change(&start))));
        own.extend(judge.row(&Told::rule("linear-trend", &trend)));
        ask(
            &mut own,
            &["model"],
            ("no-change", 1.0),
            "beats no change",
            mape,
        );
        rows.extend(own);
    }
    Ok(rows)
}
