//! Each piece on numbers that can be worked out by hand.

use super::density::{Degrees, Spot};
use super::migration::{Smoothing, Step};
use super::output::Pair;
use super::people::{Country, Past, Window};
use super::purchases::Purchases;
use super::rates::Deaths;
use super::*;
use crate::data::model::{AGES, ByAge, FERTILE_AGES, SECTIONS, SEXES};
use crate::model::demography::{self, Rates};

fn close(found: f64, expected: f64) {
    let by = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() < by, "{found}, not {expected}");
}

fn smoothing() -> Smoothing {
    Smoothing {
        averaged: vec![(1, 15), (25, 83)],
        common_from: 85,
        students: (18, 22),
        movers_until: 65,
    }
}

fn deaths(rate: f64) -> Deaths {
    Deaths {
        rate: [[rate; AGES]; SEXES],
        birth_rate: [0.004, 0.005],
    }
}

#[test]
fn rates_against_the_country() {
    close(rates::open_age(&[0.2, 0.4], &[300.0, 100.0]).unwrap(), 0.25);
    assert_eq!(rates::open_age(&[0.2], &[0.0]), None);
    let people: ByAge = [[10.0; AGES]; SEXES];
    let country = deaths(0.01);
    let year = (&people, &country, 9.1);
    close(rates::mortality_factor([year, year]).unwrap(), 0.5);
    assert_eq!(rates::mortality_factor([]), None);
    assert_eq!(rates::death_rate(&deaths(0.8).rate, 2.0)[0][3], 1.0);
    let women = [5.0; AGES];
    let shape = [0.1; FERTILE_AGES];
    close(
        rates::fertility_factor([(&women, 8.0)], &shape).unwrap(),
        0.5,
    );
}

/// Stepping people on with known migrants, the residual is those migrants.
#[test]
fn residual_is_who_came() {
    let mut before: ByAge = [[0.0; AGES]; SEXES];
    let mut came: ByAge = [[0.0; AGES]; SEXES];
    for (number, (persons, moved)) in before.iter_mut().zip(&mut came).enumerate() {
        for (age, (persons, moved)) in persons.iter_mut().zip(moved).enumerate() {
            *persons = 500.0 + (age * 7 % 50 + number) as f64;
            *moved = (age * 13 % 40) as f64 - 15.0;
        }
    }
    let country = deaths(0.01);
    let birth = [0.05; FERTILE_AGES];
    let mut people = demography::one_lane(&before);
    let rates = Rates {
        death: &country.rate,
        birth_death: &country.birth_rate,
        mortality: [1.0],
        birth: &birth,
        fertility: [1.0],
        boys_per_girl: 1.05,
    };
    let flows = demography::step(&mut people, &rates, |sex, age| [came[sex][age]]);
    let after = demography::of_lane(&people);
    let [births] = flows.births;
    let step = Step {
        before: &before,
        after: &after,
        deaths: &country,
        births,
    };
    let residual = migration::residual(&step, 1.05);
    for (found, expected) in residual.iter().flatten().zip(came.iter().flatten()) {
        close(*found, *expected);
    }
}

#[test]
fn migration_is_smoothed_but_for_students() {
    let mut raw: ByAge = [[0.0; AGES]; SEXES];
    for (age, slot) in raw[1].iter_mut().enumerate() {
        *slot = (age * age) as f64;
    }
    let smooth = migration::smoothed(&raw, &smoothing())[1];
    close(smooth[0], 0.0);
    close(smooth[1], 5.0 / 3.0);
    close(smooth[20], 400.0);
    close(smooth[25], (576.0 + 625.0 + 676.0) / 3.0);
    close(smooth[84], 7_056.0);
    let old = (85..=90).map(|age| f64::from(age * age)).sum::<f64>() / 6.0;
    close(smooth[85], old);
    close(smooth[90], old);

    let mut one: ByAge = [[-3.0; AGES]; SEXES];
    for age in [2, 19, 30, 70] {
        one[0][age] = 10.0;
    }
    one[0][30] = 30.0;
    let profile = migration::movers(&[one, one], &smoothing()).unwrap();
    close(profile[0][2], 0.25);
    close(profile[0][30], 0.75);
    close(profile.iter().flatten().sum(), 1.0);
    assert_eq!(
        migration::movers(&[[[-1.0; AGES]; SEXES]], &smoothing()),
        None
    );
    let net = migration::net_migrants(&one, 100.0, &profile);
    close(net.iter().flatten().sum(), 100.0);
    close(net[0][19], 10.0);
    close(migration::level(100.0, 180.0, &[10.0, 20.0]).unwrap(), 25.0);
    assert_eq!(migration::level(1.0, 2.0, &[]), None);
}

/// A place whose past was made by known rates gives these rates back, and its people of the base
/// year are as many as published.
#[test]
fn rates_come_back() {
    let country = Country {
        deaths: (2019..=2024).map(|year| (year, deaths(0.01))).collect(),
        births_per_woman: [0.06; FERTILE_AGES],
    };
    let death = rates::death_rate(&country.deaths[&2019].rate, 0.9);
    let birth = rates::birth_rate(&country.births_per_woman, 1.1);
    let mut past = Past::default();
    let mut people = demography::one_lane(&[[400.0; AGES]; SEXES]);
    for year in 2019..=2023 {
        let before = demography::of_lane(&people);
        past.people.insert(year, before);
        let gone: f64 = before.iter().flatten().sum::<f64>() * 0.009;
        past.deaths.insert(year, gone);
        let rates = Rates {
            death: &death,
            birth_death: &[0.004, 0.005],
            mortality: [1.0],
            birth: &birth,
            fertility: [1.0],
            boys_per_girl: 1.05,
        };
        let flows = demography::step(&mut people, &rates, |_, age| {
            [if (25..35).contains(&age) { 5.0 } else { 0.0 }]
        });
        past.births.insert(year, flows.births[0]);
    }
    let born = past.people[&2022][0][15..47].iter().sum::<f64>() * 0.066;
    past.births_for_fertility.insert(2022, born);
    past.net_migration = 100.0;
    let window = Window {
        mortality: vec![2019, 2021],
        fertility: vec![2022],
        migration: 2019..=2022,
    };
    let pasts = [past];
    let (local, movers) =
        people::local_rates(&pasts, &country, &window, &smoothing(), 1.05).unwrap();
    close(local[0].mortality, 0.9);
    close(local[0].fertility, 1.1);
    close(local[0].net_migrants.iter().flatten().sum(), 100.0);
    assert!((local[0].net_migrants[0][30] - 5.0).abs() < 0.3);
    close(movers.iter().flatten().sum(), 1.0);
    let bands = [(0, 7_000.0), (16, 40_000.0), (65, 15_000.0)];
    let given = (&country.deaths[&2023], &country.births_per_woman);
    let base = people::base_people(&pasts[0].people[&2023], &local[0], given, &bands, 1.05);
    close(
        demography::aged(&demography::one_lane(&base), 0, 15)[0],
        7_000.0,
    );
    close(
        demography::aged(&demography::one_lane(&base), 16, 64)[0],
        40_000.0,
    );
    close(
        demography::aged(&demography::one_lane(&base), 65, 90)[0],
        15_000.0,
    );

    let late = Window {
        migration: 2021..=2030,
        ..window
    };
    let lacking = people::local_rates(&pasts, &country, &late, &smoothing(), 1.05).unwrap_err();
    assert_eq!((lacking.year, lacking.district), (2024, Some(0)));
}

#[test]
fn homes_and_work() {
    let rates = homes::rates_of_bands(&[30.0, 60.0], &[100.0, 100.0]).unwrap();
    assert_eq!(rates, [0.3, 0.6]);
    assert_eq!(homes::rates_of_bands(&[1.0], &[0.0]), None);
    let filled = homes::filling(&[[1.0; AGES]; SEXES], &[0.5; AGES], 182.0);
    close(filled.unwrap(), 2.0);
    assert_eq!(
        homes::stock(1_000.0, &[10.0], &[20.0]),
        [1_000.0, 1_010.0, 1_030.2]
    );

    let ages = activity::WorkingAges {
        first: 16,
        last: 64,
    };
    let country = [[0.8; AGES]; SEXES];
    let factor = activity::inactivity_factor(&[[3.0; AGES]; SEXES], &country, ages, 0.1);
    close(factor.unwrap(), 0.5);
}

#[test]
fn output_where_it_is_withheld() {
    let pair = |published, one, other, usual_per_job| Pair {
        published,
        jobs: [one, other],
        usual_per_job,
    };
    let told = [
        pair(Some(8.0), 30.0, 10.0, 0.1),
        pair(Some(6.0), 0.0, 0.0, 0.2),
    ];
    assert_eq!(output::split_pairs(told, 99.0), [[6.0, 2.0], [3.0, 3.0]]);
    let withheld = [pair(None, 30.0, 10.0, 0.1), pair(Some(6.0), 0.0, 10.0, 0.2)];
    let [[one, other], [third, fourth]] = output::split_pairs(withheld, 12.0);
    close(one, 6.0);
    close(other, 2.0);
    close(third, 0.0);
    close(fourth, 4.0);
    assert_eq!(output::split_pairs(withheld, -3.0), [[0.0; 2]; 2]);
    assert_eq!(output::per_job(5.0, 0.0), 0.0);
    close(output::of_jobs(10.0, 3.0, 4.0), 7.5);
}

#[test]
fn distances() {
    let degrees = Degrees {
        lon_km: 111.32,
        lat_km: 110.57,
    };
    let square = vec![[0.0, 0.0], [0.0, 0.1], [0.1, 0.1], [0.1, 0.0], [0.0, 0.0]];
    let found = density::spot(&[square], degrees).unwrap();
    assert!((found.lon_deg - 0.05).abs() < 1e-9 && (found.lat_deg - 0.05).abs() < 1e-9);
    assert!((found.area_km2 - 11.132 * 11.057).abs() < 1e-3);
    let north = Spot {
        lat_deg: 1.05,
        ..found
    };
    close(density::distance_km(found, north, degrees), 110.57);
    close(
        density::own_km(std::f64::consts::PI * 9.0, 2.0 / 3.0, 1.3),
        2.6,
    );
    let near = [(10.0, 130.0), (90.0, 1_000.0)];
    close(density::jobs_by_distance(near, 1.0, 1.3, 80.0), 10.0);
    assert_eq!(density::spot(&[], degrees), None);
}

#[test]
fn jobs_behind_purchases() {
    let mut sales = [[0.0; SECTIONS]; SECTIONS];
    sales[1][14] = 40.0;
    sales[1][2] = 1_000.0;
    let purchases = Purchases {
        sales_gbp_m: sales,
        output_gbp_m: [200.0; SECTIONS],
        jobs: [10.0; SECTIONS],
    };
    let mut is_public = [false; SECTIONS];
    is_public[14] = true;
    let found =
        purchases::procurement_jobs(&purchases, &is_public, &[5.0; SECTIONS], &[50.0; SECTIONS]);
    close(found[1], 0.2);
    assert_eq!(found[0], 0.0);
    close(
        purchases::yearly_growth(100.0, 100.0 * std::f64::consts::E, 10.0),
        0.1,
    );
    assert_eq!(purchases::yearly_growth(0.0, 5.0, 9.0), 0.0);
    close(emissions::scale(5.0, 4.0, 100.0, 110.0).unwrap(), 0.88);
    assert_eq!(emissions::scale(0.0, 4.0, 100.0, 110.0), None);
}
