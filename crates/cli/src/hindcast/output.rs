//! Output of the past, in chained volumes.

use roadmap_core::data::model::SECTIONS;
use roadmap_core::data::wire::HindcastRowWire;
use roadmap_core::model::hindcast::{linear_trend, no_change};

use super::jobs::Local;
use super::{At, Desk, Judge, Told, cells};
use crate::pack::region::output::Volumes;
use crate::problem::Problem;

const NOTE: &str = "Jobs by district are told for 2015 to 2017 and 2024 only: output grows with the nation, local services with people as counted.";

/// Rows on output.
///
/// # Errors
/// A fault for any figure that is not there.
pub fn rows(desk: &Desk<'_>) -> Result<Vec<HindcastRowWire>, Problem> {
    let words = &desk.words.output;
    let volumes = Volumes::read(desk.given)?;
    let mut rows = Vec::new();
    for &start in &words.starts {
        let mixes = volumes.mixes(start);
        for target in words
            .targets
            .iter()
            .copied()
            .filter(|target| *target > start)
        {
            let years = [start - words.trend_years, start, target];
            let own = years.map(|year| cells(&volumes.districts, year));
            let [Some(before), Some(began), Some(came)] = own else {
                continue;
            };
            let at = At {
                subject: "gva",
                start,
                target,
            };
            let judge = Judge {
                at,
                came: &came,
                least: 0.0,
            };
            let growth = volumes.growth(start, target);
            let share: Vec<f64> = began.iter().map(|own| own * growth).collect();
            let local = Local::read(desk, start, target.min(desk.words.jobs.people_until))?;
            let factors = local.factors(desk);
            let model = share.iter().zip(&mixes).zip(&factors);
            let model: Vec<f64> = model
                .map(|((own, mix), factors)| {
                    let pairs: [(f64, f64); SECTIONS] =
                        std::array::from_fn(|place| (part(mix, place), part(factors, place)));
                    own * pairs.iter().map(|(mix, factor)| mix * factor).sum::<f64>()
                })
                .collect();
            let trend = linear_trend(&before, &began, words.trend_years.into(), at.years());
            rows.extend(judge.row(&Told {
                note: NOTE,
                ..Told::model("conditional", "model", &model)
            }));
            rows.extend(judge.row(&Told::rule("no-change", &no_change(&began))));
            rows.extend(judge.row(&Told::rule("constant-share", &share)));
            rows.extend(judge.row(&Told::rule("linear-trend", &trend)));
        }
    }
    Ok(rows)
}

fn part(list: &[f64; SECTIONS], place: usize) -> f64 {
    list.get(place).copied().unwrap_or(0.0)
}
