//! Sums add up, people are accounted for, twice the place is twice the figures.

use crate::data::model::{Parameter, Region, SECTIONS, Setting};
use crate::model::demography::Trend;
use crate::model::demography::tracks::{self, Movers, Pull, Tracks};
use crate::model::draws::Draws;
use crate::model::example::{self, central_run, evidence, prepared, region, settings};
use crate::model::lanes::Lanes;
use crate::model::output::{OfPlace, Output};
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;

fn near(found: f64, expected: f64, what: &str) {
    let most = 1e-9 * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= most,
        "{what}: {found} instead of {expected}"
    );
}

#[test]
fn districts_add_up_to_the_place_and_sections_to_all() {
    let prepared = prepared();
    let moved = settings(&[
        (Setting::Housing, 30.0),
        (Setting::InwardInvestment, 700.0),
        (Setting::ProtectSpace, -50.0),
        (Setting::AiAdoption, 20.0),
    ]);
    let results = central_run(&prepared, &moved);
    let areas = prepared.districts.len() + 1;
    for year in 0..results.years() {
        for output in Output::ALL {
            if output.of_place() == OfPlace::Sum {
                let own = (1..areas).map(|area| results.series(area, output)[year].0[0]);
                let place = results.series(0, output)[year].0[0];
                near(own.sum(), place, output.key());
            }
        }
        for area in 0..areas {
            let of = |output| results.series(area, output)[year].0[0];
            let jobs = (0..SECTIONS).map(|section| results.jobs(area, section)[year].0[0]);
            near(jobs.sum(), of(Output::Jobs), "jobs by section");
            let gva = (0..SECTIONS).map(|section| results.gva(area, section)[year].0[0]);
            near(gva.sum(), of(Output::GvaExAgency), "GVA by section");
            let agencies = results.jobs(area, SECTIONS)[year].0[0];
            near(
                of(Output::JobsAll) - of(Output::Jobs),
                agencies,
                "jobs of agencies",
            );
            let ages = of(Output::Aged0To15) + of(Output::Aged16To64) + of(Output::Aged65Plus);
            near(ages, of(Output::Population), "ages");
            let care = of(Output::CareHome65To74)
                + of(Output::CareHome75To84)
                + of(Output::CareHome85Plus);
            near(care, of(Output::CareHomePlaces), "places in care homes");
        }
    }
}

/// Agencies grow with the country: 1,000 jobs at 0.4 % a year are 1,109.6005 after 26 years.
#[test]
fn agencies_follow_the_country() {
    let results = central_run(&prepared(), &settings(&[]));
    let agencies = results.jobs(0, SECTIONS);
    let (Lanes([first]), Lanes([last])) = (agencies[0], agencies[26]);
    assert!((last / first * 1000.0 - 1_109.600_5).abs() < 5e-5);
}

/// sum P_t = sum P_{t-1} + births - deaths + sum NM + move, plus what was clipped.
#[test]
fn people_are_accounted_for() {
    let (region, evidence) = (region(), evidence());
    let people = &evidence.constants.people;
    let movers = Movers::new(&region, people);
    let prepared = Prepared::new(&region, &evidence).unwrap();
    let overspill = settings(&[(Setting::MetroOverspill, 5000.0)]);
    let plan = Plan::new(&prepared, &overspill, true);
    let draws = Draws::new(&evidence, 7).unwrap();
    let parameters = crate::model::draws::side_by_side(&draws.some([0, 1, 2, 3]));
    let commuters = tracks::all_commuters(&region);
    let mut trend = Trend::<4>::new(&prepared);
    trend.walk(&prepared, &plan, &parameters);
    for (place, district) in region.districts.iter().enumerate() {
        let base = tracks::Base::new(district, &movers, people, commuters);
        let mut tracks = Tracks::<4>::new(&base);
        for year in plan.years.iter().skip(1) {
            let before = tracks.clone();
            let homes = Lanes::all(district.homes * (1.0 + 0.012 * year.since as f64));
            let pull = Pull::new(&movers, people, year, &parameters);
            let held = trend.households(year.since).nth(place).unwrap();
            tracks.age(&base, &movers, trend.vital(year.since).unwrap());
            tracks.follow_homes(&base, &pull, held, homes);
            for lane in 0..4 {
                let count = |tracks: &Tracks<4>| -> f64 {
                    let cells = tracks.people.as_flattened();
                    cells.iter().map(|persons| persons[lane]).sum()
                };
                let migration = parameters.get(Parameter::Migration)[lane] * district.net_migration;
                let expected = count(&before) + tracks.births.0[lane] - tracks.deaths.0[lane]
                    + migration
                    + tracks.moved.0[lane]
                    + tracks.clipped.0[lane]
                    - before.clipped.0[lane];
                assert!((count(&tracks) - expected).abs() < 1e-6);
            }
        }
    }
}

/// Twice of everything that is counted, and rates as they are.
fn doubled(region: &Region) -> Region {
    let mut twice = region.clone();
    for jobs in &mut twice.procurement_jobs {
        *jobs *= 2.0;
    }
    for district in &mut twice.districts {
        let people = district.people.as_flattened_mut().iter_mut();
        let migrants = district.net_migrants.as_flattened_mut().iter_mut();
        let outside = &mut district.outside_jobs;
        let outside = outside.metro.iter_mut().chain(&mut outside.rest);
        let emissions = &mut district.emissions;
        let single = [
            &mut district.net_migration,
            &mut district.completions,
            &mut district.homes,
            &mut district.agency_jobs,
            &mut district.agency_gva_gbp_m,
            &mut district.commuters_metro,
            &mut emissions.industry,
            &mut emissions.commercial,
            &mut emissions.public_sector,
            &mut emissions.agriculture,
            &mut emissions.homes_gas,
            &mut emissions.homes_electricity,
            &mut emissions.homes_other,
            &mut emissions.road,
            &mut emissions.other,
        ];
        let counted = people.chain(migrants).chain(outside).chain(single);
        for value in counted.chain(&mut district.jobs) {
            *value *= 2.0;
        }
    }
    twice
}

#[test]
fn twice_the_place_is_twice_the_figures() {
    let evidence = evidence();
    let mut wide = evidence.clone();
    wide.constants.space.loss_m2_year *= 2.0;
    let all: Vec<(Setting, f64)> = evidence
        .levers
        .iter()
        .filter(|lever| {
            !matches!(
                lever.setting,
                Setting::MetroOverspill | Setting::SupportedEmployment | Setting::InwardInvestment
            )
        })
        .map(|lever| (lever.setting, lever.most))
        .collect();
    for moved in [&[], all.as_slice()] {
        let moved = settings(moved);
        let once = central_run(&Prepared::new(&region(), &evidence).unwrap(), &moved);
        let twice = Prepared::new(&doubled(&region()), &wide).unwrap();
        let plan = Plan::new(&twice, &moved, true);
        let twice = example::run(&twice, &plan, &example::central(&evidence), None);
        for area in 0..once.areas() {
            for output in Output::ALL {
                let factor = match output {
                    Output::Affordability
                    | Output::EmploymentRate
                    | Output::UnemploymentRate
                    | Output::PayWeekly
                    | Output::GvaPerJob
                    | Output::Co2PerHead
                    | Output::TheilPay
                    | Output::EmploymentSpread => 1.0,
                    _ => 2.0,
                };
                let series = once
                    .series(area, output)
                    .iter()
                    .zip(twice.series(area, output));
                for (Lanes([once]), Lanes([twice])) in series {
                    near(*twice, factor * once, output.key());
                }
            }
        }
    }
}
