//! Checks a district's starting figures and works out what follows from them.

use super::numbers::{Kind, Numbers};
use super::{Country, Place};
use crate::data::check::faults::Faults;
use crate::data::finding::Reason;
use crate::data::model::{
    self, AGES, ByAge, BySection, DECAYS, District, Emissions, OutsideJobs, SEXES,
};
use crate::data::wire::{EmissionsWire, RegionDistrictWire};

/// One district, or findings.
pub(super) fn district(
    at: &str,
    wire: RegionDistrictWire,
    country: &Country<'_>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Option<District> {
    let code = faults.code(at, "code", &wire.code)?;
    let Some(name) = place.names.get(&code) else {
        let code = wire.code;
        faults.add(at, "code", Reason::UnknownArea { code });
        return None;
    };
    let mut numbers = Numbers { at, faults };
    let people = numbers.by_age("people", &wire.people, Kind::Count);
    let net_migrants = numbers.by_age("net_migrants", &wire.net_migrants, Kind::Any);
    let mortality = numbers.one("mortality_factor", wire.mortality_factor, Kind::Positive);
    let fertility = numbers.one("fertility_factor", wire.fertility_factor, Kind::Positive);
    let expected = country.headship_ages.len();
    let headship = numbers.list("headship", wire.headship, expected, Kind::Share);
    let homes = numbers.one("homes", wire.homes, Kind::Positive);
    let completions = numbers.one("completions", wire.completions, Kind::Count);
    let ratio = wire.affordability_ratio;
    let ratio = numbers.one("affordability_ratio", ratio, Kind::Positive);
    let pay = numbers.one("pay_gbp_week", wire.pay_gbp_week, Kind::Positive);
    let inactivity = numbers.one("inactivity_factor", wire.inactivity_factor, Kind::Positive);
    let unemployment = numbers.one("unemployment_rate", wire.unemployment_rate, Kind::Share);
    let claimants = numbers.one("claimant_rate_pct", wire.claimant_rate_pct, Kind::Percent);
    let commuters = numbers.one("commuters_metro", wire.commuters_metro, Kind::Count);
    let graduates = wire.graduate_share_pct;
    let graduates = numbers.one("graduate_share_pct", graduates, Kind::Percent);
    let jobs = numbers.array("jobs", &wire.jobs, Kind::Count);
    let agency_jobs = numbers.one("agency_jobs", wire.agency_jobs, Kind::Count);
    let gva = numbers.array("gva_gbp_m", &wire.gva_gbp_m, Kind::Count);
    let agency_gva = numbers.one("agency_gva_gbp_m", wire.agency_gva_gbp_m, Kind::Count);
    let metro = &wire.outside_jobs_metro;
    let metro = numbers.array("outside_jobs_metro", metro, Kind::Count);
    let rest = numbers.array("outside_jobs_rest", &wire.outside_jobs_rest, Kind::Count);
    let emissions = emissions(wire.emissions, &mut numbers);
    let (jobs, gva): (BySection, BySection) = (jobs?, gva?);
    let (metro, rest): ([f64; DECAYS], [f64; DECAYS]) = (metro?, rest?);
    let net_migrants: ByAge = net_migrants?;
    let activity = model::with_inactivity(&country.activity?, country.working_ages?, inactivity?);
    rates(&activity, &mut numbers)?;
    Some(District {
        name: name.clone(),
        code,
        people: people?,
        death_rate: death_rate(&country.death_rate?, mortality?),
        birth_death_rate: country.birth_death_rate?,
        birth_rate: country
            .birth_rate?
            .map(|rate| fertility.unwrap_or(1.0) * rate),
        net_migration: net_migrants.iter().flatten().sum(),
        net_migrants,
        headship: model::on_lines(country.headship_ages, &headship?),
        homes: homes?,
        completions: completions?,
        affordability_ratio: ratio?,
        pay_gbp_week: pay?,
        activity_rate: activity,
        unemployment_rate: unemployment?,
        claimant_rate_pct: claimants?,
        commuters_metro: commuters?,
        graduate_share_pct: graduates?,
        gva_gbp_m_per_job: per_job(&gva, &jobs, &mut numbers)?,
        jobs,
        agency_jobs: agency_jobs?,
        agency_gva_gbp_m: agency_gva?,
        outside_jobs: OutsideJobs { metro, rest },
        emissions: emissions?,
    })
}

fn death_rate(country: &ByAge, factor: f64) -> [[f64; AGES]; SEXES] {
    country.map(|own| own.map(|rate| (factor * rate).min(1.0)))
}

/// A finding if the factor leaves nobody active at some age, or more than everybody.
fn rates(activity: &ByAge, numbers: &mut Numbers<'_>) -> Option<()> {
    let all: Vec<f64> = activity.iter().flatten().copied().collect();
    numbers.all("inactivity_factor", &all, Kind::Share)
}

/// Output per job; a finding where there is output and nobody works.
fn per_job(gva: &BySection, jobs: &BySection, numbers: &mut Numbers<'_>) -> Option<BySection> {
    let mut per_job = [0.0; model::SECTIONS];
    for ((slot, gva), jobs) in per_job.iter_mut().zip(gva).zip(jobs) {
        if *jobs > 0.0 {
            *slot = gva / jobs;
        } else if *gva > 0.0 {
            let detail = format!("output and jobs: a section has {gva} million pounds and no jobs");
            numbers
                .faults
                .add(numbers.at, "gva_gbp_m", Reason::DoesNotAddUp { detail });
            return None;
        }
    }
    Some(per_job)
}

fn emissions(wire: EmissionsWire, numbers: &mut Numbers<'_>) -> Option<Emissions> {
    let EmissionsWire {
        industry,
        commercial,
        public_sector,
        agriculture,
        homes_gas,
        homes_electricity,
        homes_other,
        road,
        other,
    } = wire;
    let mut one = |field, number| numbers.one(field, number, Kind::Count);
    let read = [
        one("emissions.industry", industry),
        one("emissions.commercial", commercial),
        one("emissions.public_sector", public_sector),
        one("emissions.agriculture", agriculture),
        one("emissions.homes_gas", homes_gas),
        one("emissions.homes_electricity", homes_electricity),
        one("emissions.homes_other", homes_other),
        one("emissions.road", road),
        one("emissions.other", other),
    ];
    read.iter().all(Option::is_some).then_some(Emissions {
        industry,
        commercial,
        public_sector,
        agriculture,
        homes_gas,
        homes_electricity,
        homes_other,
        road,
        other,
    })
}
