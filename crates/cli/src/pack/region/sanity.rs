//! What must be true of the starting figures, or no pack is written.

use roadmap_core::data::model::{District, Region};
use roadmap_core::data::wire::{RegionDistrictWire, RegionWire};
use roadmap_core::model::demography;

use super::Given;
use crate::problem::{Fault, Problem};

/// A fault of the recipe.
pub fn fault(given: &Given<'_>, place: &str, reason: String, advice: &str) -> Problem {
    Fault {
        file: given.file.to_owned(),
        place: place.to_owned(),
        field: String::new(),
        reason,
        advice: advice.to_owned(),
    }
    .into()
}

/// Holds the figures against the checks of the recipe.
///
/// # Errors
/// A fault naming the first check that is not met, and the figure.
pub fn check(given: &Given<'_>, region: &Region, wire: &RegionWire) -> Result<(), Problem> {
    for check in &given.words.checks {
        let place = format!("check “{}”", check.what);
        let found = figures(given, region, wire, &check.figure, &check.of);
        let found = found.ok_or_else(|| {
            let reason = format!("there is no figure “{}” of “{}”", check.figure, check.of);
            fault(given, &place, reason, "Name one that is known")
        })?;
        for (whose, figure) in found {
            if !(check.least..=check.most).contains(&figure) {
                let (least, most) = (check.least, check.most);
                let reason = format!("it should lie in {least}..{most}; {whose} has {figure}");
                let advice = "Look for an error in mapping first; only then widen the range";
                return Err(fault(given, &place, reason, advice));
            }
        }
    }
    Ok(())
}

/// A figure of the whole or of each district, with whose it is; none when it is not known.
pub fn figures(
    given: &Given<'_>,
    region: &Region,
    wire: &RegionWire,
    figure: &str,
    of: &str,
) -> Option<Vec<(String, f64)>> {
    let county = || given.county.to_owned();
    let districts = || region.districts.iter();
    let sum =
        |own: fn(&District) -> f64| vec![(county(), region.districts.iter().map(own).sum::<f64>())];
    let each = |own: &dyn Fn(&District, &RegionDistrictWire) -> f64| {
        let pairs = districts().zip(&wire.districts);
        pairs
            .map(|(one, wire)| (one.name.clone(), own(one, wire)))
            .collect()
    };
    let vacant = given.needed.vacant_share;
    Some(match (figure, of) {
        ("jobs_all", "county") => sum(|own| jobs(own) + own.agency_jobs),
        ("jobs", "county") => sum(jobs),
        ("gva_gbp_m", "county") => sum(|own| gva(own) + own.agency_gva_gbp_m),
        ("people", "county") => sum(people),
        ("completions", "county") => sum(|own| own.completions),
        ("net_migration", "county") => sum(|own| own.net_migration),
        ("co2_kt", "county") => sum(co2),
        ("gva_gbp_per_job", "county") => {
            let output: f64 = districts().map(gva).sum();
            vec![(county(), 1e6 * output / districts().map(jobs).sum::<f64>())]
        }
        ("total_fertility", "district") => each(&|own, _| own.birth_rate.iter().sum()),
        ("mortality_factor", "district") => each(&|_, wire| wire.mortality_factor),
        ("household_size", "district") => {
            each(&|own, _| people(own) / ((1.0 - vacant) * own.homes))
        }
        ("most_active", "district") => each(&|own, _| {
            let rates = own.activity_rate.iter().flatten().copied();
            rates.fold(0.0, f64::max)
        }),
        ("graduate_share_pct", "district") => each(&|own, _| own.graduate_share_pct),
        ("need", "district") => {
            let weighed = districts().map(|own| own.claimant_rate_pct * working_age(own));
            let mean = weighed.sum::<f64>() / districts().map(working_age).sum::<f64>();
            each(&|own, _| own.claimant_rate_pct / mean)
        }
        ("net_inward", "district") => each(&|own, _| net_inward(own)),
        _ => return None,
    })
}

fn people(own: &District) -> f64 {
    own.people.iter().flatten().sum()
}

fn jobs(own: &District) -> f64 {
    own.jobs.iter().sum()
}

fn gva(own: &District) -> f64 {
    own.jobs
        .iter()
        .zip(own.gva_gbp_m_per_job)
        .map(|(jobs, per_job)| jobs * per_job)
        .sum()
}

fn working_age(own: &District) -> f64 {
    let [persons] = demography::aged(&demography::one_lane(&own.people), 16, 64);
    persons
}

fn co2(own: &District) -> f64 {
    let all = &own.emissions;
    all.industry
        + all.commercial
        + all.public_sector
        + all.agriculture
        + all.homes_gas
        + all.homes_electricity
        + all.homes_other
        + all.road
        + all.other
}

/// n0: share of local jobs held, net, by people from elsewhere.
fn net_inward(own: &District) -> f64 {
    /// Share of jobs that are somebody's second, near enough for a check.
    const SECOND_JOBS: f64 = 0.04;
    let pairs = own
        .people
        .iter()
        .flatten()
        .zip(own.activity_rate.iter().flatten());
    let force: f64 = pairs.map(|(persons, rate)| persons * rate).sum();
    let employed = force * (1.0 - own.unemployment_rate);
    1.0 - (employed - own.commuters_metro) / (jobs(own) * (1.0 - SECOND_JOBS))
}
