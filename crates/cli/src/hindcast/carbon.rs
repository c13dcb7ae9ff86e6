//! Emissions of the past.

use std::collections::BTreeMap;

use roadmap_core::data::model::{Parameter, Parameters};
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::model::draws::side_by_side;
use roadmap_core::model::emissions;
use roadmap_core::model::hindcast::{linear_trend, no_change};
use roadmap_core::model::lanes::Lanes;

use super::people::Pasts;
use super::{At, Desk, Judge, Told, ask, cells, mape, stock};
use crate::pack::region::emissions::Table;
use crate::pack::region::output::Volumes;
use crate::problem::Problem;

/// Columns of emissions: those that follow output, of homes, of roads, and others.
const BUSINESS: [&str; 3] = ["industry", "commercial", "public_sector"];
const GRID: &str = "domestic_electricity";
const HOMES: [&str; 2] = ["domestic_gas", "domestic_other"];
const ROADS: [&str; 2] = ["road_a", "road_minor"];
const OTHERS: [&str; 2] = ["transport_other", "waste"];
const FARMS: &str = "agriculture";

/// A district's emissions of a year, kt.
struct Parts {
    business: f64,
    farms: f64,
    grid: f64,
    homes: f64,
    roads: f64,
    others: f64,
}

impl Parts {
    fn read(table: &Table<'_>, code: &str, year: u16) -> Result<Self, Problem> {
        let sum = |columns: &[&str]| -> Result<f64, Problem> {
            columns.iter().map(|own| table.get(code, year, own)).sum()
        };
        Ok(Self {
            business: sum(&BUSINESS)?,
            farms: sum(&[FARMS])?,
            grid: sum(&[GRID])?,
            homes: sum(&HOMES)?,
            roads: sum(&ROADS)?,
            others: sum(&OTHERS)?,
        })
    }

    fn total(&self) -> f64 {
        self.business + self.farms + self.grid + self.homes + self.roads + self.others
    }
}

/// Growth of what emissions follow.
struct Growth {
    output: f64,
    homes: f64,
    people: f64,
}

/// Rows on emissions.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn rows(desk: &Desk<'_>, pasts: &Pasts) -> Result<Vec<HindcastRowWire>, Problem> {
    let words = &desk.words.emissions;
    let table = Table::read(desk.given)?;
    let volumes = Volumes::read(desk.given)?;
    let marches = stock::marches(desk, words.start)?;
    let of_year = |year: u16| -> Result<Vec<Parts>, Problem> {
        desk.given
            .codes()
            .map(|code| Parts::read(&table, code, year))
            .collect()
    };
    let total = |parts: &[Parts]| parts.iter().map(Parts::total).collect::<Vec<f64>>();
    let before = total(&of_year(words.start - words.trend_years)?);
    let began = of_year(words.start)?;
    let mut rows = Vec::new();
    for &target in &words.targets {
        let came = total(&of_year(target)?);
        let at = At {
            subject: "co2",
            start: words.start,
            target,
        };
        let judge = Judge {
            at,
            came: &came,
            least: 0.0,
        };
        let grown = |years: &[BTreeMap<u16, f64>]| -> Option<Vec<f64>> {
            let (from, to) = (cells(years, words.start)?, cells(years, target)?);
            Some(from.iter().zip(to).map(|(from, to)| to / from).collect())
        };
        let known = [
            grown(&volumes.districts),
            grown(&marches),
            grown(&pasts.people),
        ];
        let start = total(&began);
        let trend = linear_trend(&before, &start, words.trend_years.into(), at.years());
        let mut own = Vec::new();
        if let [Some(output), Some(homes), Some(people)] = known {
            let parts = output.into_iter().zip(homes).zip(people);
            let growth: Vec<Growth> = parts
                .map(|((output, homes), people)| Growth {
                    output,
                    homes,
                    people,
                })
                .collect();
            let told = |with: &Parameters| -> Vec<f64> {
                let pairs = began.iter().zip(&growth);
                pairs
                    .map(|(parts, growth)| on(desk, parts, growth, with, at))
                    .collect()
            };
            let model = told(&desk.central);
            let mut draws = vec![Vec::new(); model.len()];
            for with in &desk.draws {
                for (slot, value) in draws.iter_mut().zip(told(with)) {
                    slot.push(value);
                }
            }
            own.extend(judge.row(&Told {
                draws: &draws,
                note: "Output, homes and people as they came; grid and efficiency as the model assumes them. No heat pumps or electric cars to speak of.",
                ..Told::model("conditional", "model", &model)
            }));
        }
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

/// Emissions some years on, without heat pumps and electric cars.
fn on(desk: &Desk<'_>, from: &Parts, growth: &Growth, with: &Parameters, at: At) -> f64 {
    let parameters = side_by_side(&[*with]);
    let fall = |by| {
        let Lanes([left]) = emissions::fall(by, at.years(), &parameters);
        left
    };
    let carbon = &desk.evidence.constants.carbon;
    let Lanes([travel]) = emissions::travel(carbon, Lanes([growth.people]));
    (from.business + from.farms) * growth.output * fall(Parameter::FallOfBusinessCarbon)
        + growth.homes * (from.homes + from.grid * fall(Parameter::FallOfGridCarbon))
        + from.roads * travel
        + from.others
}
