//! Prices over earnings of the past.

use std::collections::BTreeMap;

use roadmap_core::data::model::{Parameter, Parameters};
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::model::demography::Year;
use roadmap_core::model::draws::side_by_side;
use roadmap_core::model::hindcast::{linear_trend, no_change};
use roadmap_core::model::housing;
use roadmap_core::model::lanes::Lanes;

use super::people::{Homes, Pasts};
use super::{At, Desk, Judge, Told, cells};
use crate::problem::Problem;

/// Rows on affordability.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn rows(desk: &Desk<'_>, pasts: &Pasts) -> Result<Vec<HindcastRowWire>, Problem> {
    let words = &desk.words.affordability;
    let series = desk.given.series(&desk.given.words.series.affordability)?;
    let ratios: Vec<BTreeMap<u16, f64>> = desk
        .given
        .codes()
        .map(|code| series.of(code).into_iter().collect())
        .collect();
    let mut rows = Vec::new();
    for &target in &words.targets {
        let years = [words.start - words.trend_years, words.start, target];
        let [Some(before), Some(start), Some(came)] = years.map(|year| cells(&ratios, year)) else {
            continue;
        };
        let at = At {
            subject: "affordability",
            start: words.start,
            target,
        };
        let judge = Judge {
            at,
            came: &came,
            least: 0.0,
        };
        // The shorter window of migration is enough: households of the trend move little.
        let past = pasts.all.iter().find(|past| past.start == words.start);
        let told = |with: &Parameters| -> Vec<f64> {
            let years = past
                .map(|past| past.told(desk, Homes::Known, with))
                .unwrap_or_default();
            let pairs = start.iter().zip(&years);
            pairs
                .map(|(ratio, years)| ratio * factor(years, with, at))
                .collect()
        };
        let model = told(&desk.central);
        if model.len() == start.len() {
            let mut draws = vec![Vec::new(); model.len()];
            for with in &desk.draws {
                for (slot, value) in draws.iter_mut().zip(told(with)) {
                    slot.push(value);
                }
            }
            rows.extend(judge.row(&Told {
                draws: &draws,
                note: "Homes as they came; pay as the model assumes it. Interest rates and price cycles are not modelled.",
                ..Told::model("conditional", "model", &model)
            }));
        }
        let trend = linear_trend(&before, &start, words.trend_years.into(), at.years());
        rows.extend(judge.row(&Told::rule("no-change", &no_change(&start))));
        rows.extend(judge.row(&Told::rule("linear-trend", &trend)));
    }
    Ok(rows)
}

/// R/R0, with pay of the year before as the model assumes it.
fn factor(years: &[Year], with: &Parameters, at: At) -> f64 {
    let passed = usize::from(at.target - at.start);
    // The homes of the last year stand in where those of the target are not told.
    let Some((first, last)) = years.first().zip(years.get(passed).or(years.last())) else {
        return 1.0;
    };
    let more = [
        last.trend_households / first.trend_households,
        last.homes / first.homes,
    ];
    let of = |parameter| with.get(parameter);
    let pay = of(Parameter::PayFollowsOutput) * of(Parameter::GrowthOfOutput) / 100.0
        * (at.years() - 1.0).max(0.0);
    let more_ln = more.map(|more| Lanes([more]).ln());
    let Lanes([factor]) = housing::ratio_ln(more_ln, Lanes([pay]), &side_by_side(&[*with])).exp();
    factor
}
