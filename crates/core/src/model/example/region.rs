//! Three districts: a large one with many jobs, a middling one, and a small one where people
//! sleep and no one farms.

use crate::area::AreaCode;
use crate::data::model::{
    AGES, ByAge, BySection, CountryPeople, District, Emissions, FERTILE_AGES, OutsideJobs, Region,
    SECTIONS,
};

/// Jobs per section of a place of 100,000 people.
const JOBS: BySection = [
    400.0, 0.0, 5_000.0, 150.0, 350.0, 5_000.0, 8_000.0, 2_500.0, 3_500.0, 3_500.0, 1_500.0, 900.0,
    6_000.0, 4_000.0, 2_000.0, 5_000.0, 6_000.0, 1_500.0, 1_200.0,
];

/// The example.
pub fn region() -> Region {
    let districts = vec![
        district("E99000001", [1.2, 1.3], [4.0, 3.0]),
        district("E99000002", [1.0, 1.0], [9.0, 4.5]),
        district("E99000003", [0.8, 0.6], [7.0, 2.1]),
    ];
    Region {
        county: AreaCode::new("E99000000").unwrap(),
        base_year: 2024,
        last_year: 2050,
        districts,
        movers: profile(),
        country: CountryPeople {
            all: grown(58e6, 1.003),
            aged_0_17: grown(12e6, 0.999),
            aged_65_plus: grown(11e6, 1.013),
        },
        section_growth: std::array::from_fn(|section| 0.02 - 0.002 * section as f64),
        mean_section_growth: 0.004,
        procurement_jobs: JOBS.map(|jobs| jobs * 0.05),
        distance_km: vec![
            vec![5.0, 14.0, 22.0],
            vec![14.0, 4.0, 18.0],
            vec![22.0, 18.0, 6.0],
        ],
    }
}

fn grown(start: f64, factor: f64) -> Vec<f64> {
    std::iter::successors(Some(start), |last| Some(last * factor))
        .take(27)
        .collect()
}

/// Young adults and a few children move.
fn profile() -> ByAge {
    let shares: [f64; AGES] = std::array::from_fn(|age| match age {
        0..=9 => 0.5,
        23..=44 => 1.0,
        45..=64 => 0.2,
        _ => 0.0,
    });
    let sum: f64 = 2.0 * shares.iter().sum::<f64>();
    [shares.map(|share| share / sum); 2]
}

/// A place of so many hundred thousand people and so many times the jobs of [`JOBS`], with the
/// share of claimants and the thousands of commuters told.
fn district(code: &str, [people, jobs]: [f64; 2], [claimants, commuters]: [f64; 2]) -> District {
    let by_age: [f64; AGES] = std::array::from_fn(|age| {
        let age = age as f64;
        people * (720.0 - 0.07 * (age - 40.0) * (age - 40.0)).max(60.0)
    });
    let death: [f64; AGES] =
        std::array::from_fn(|age| (0.00002 * crate::math::exp(0.1 * age as f64)).min(0.3));
    let fertile: [f64; FERTILE_AGES] = std::array::from_fn(|age| {
        let apart = age as f64 - 15.0;
        0.11 * crate::math::exp(-apart * apart / 60.0)
    });
    let movers = profile();
    let net_migration = 450.0 * people;
    let headship: [f64; AGES] =
        std::array::from_fn(|age| (0.012 * (age as f64 - 16.0)).clamp(0.0, 0.62));
    let households: f64 = by_age.iter().zip(headship).map(|(n, h)| 2.0 * n * h).sum();
    let activity: [f64; AGES] = std::array::from_fn(|age| match age {
        0..=15 => 0.0,
        16..=19 => 0.45,
        20..=59 => 0.85,
        60..=64 => 0.58,
        65..=74 => 0.15,
        _ => 0.02,
    });
    let mut own_jobs = JOBS.map(|own| own * jobs);
    if people < 1.0 {
        own_jobs[0] = 0.0;
    }
    let mut output: BySection =
        std::array::from_fn(|section| 0.045 + 0.004 * section as f64 + 0.01 * jobs);
    for (output, jobs) in output.iter_mut().zip(own_jobs) {
        if jobs == 0.0 {
            *output = 0.0;
        }
    }
    assert_eq!(output.len(), SECTIONS);
    District {
        code: AreaCode::new(code).unwrap(),
        name: code.to_owned(),
        people: [by_age; 2],
        death_rate: [death; 2],
        birth_death_rate: [0.003, 0.0035],
        birth_rate: fertile,
        net_migrants: movers.map(|own| own.map(|share| share * net_migration)),
        net_migration,
        headship,
        homes: households / 0.97,
        completions: households * 0.008,
        affordability_ratio: 9.0 + people,
        pay_gbp_week: 750.0 + 40.0 * claimants,
        activity_rate: [activity, activity.map(|rate| (rate * 1.08).min(0.98))],
        unemployment_rate: 0.028 + 0.001 * claimants,
        claimant_rate_pct: claimants / 2.5,
        commuters_metro: 1000.0 * commuters,
        graduate_share_pct: 52.0 - 2.0 * claimants,
        jobs: own_jobs,
        agency_jobs: 1_000.0 * jobs,
        gva_gbp_m_per_job: output,
        agency_gva_gbp_m: 35.0 * jobs,
        outside_jobs: OutsideJobs {
            metro: [90_000.0, 9_000.0, 4_000.0],
            rest: [50_000.0, 5_000.0, 2_500.0],
        },
        emissions: Emissions {
            industry: 40.0 * people,
            commercial: 45.0 * people,
            public_sector: 10.0 * people,
            agriculture: 3.0,
            homes_gas: 110.0 * people,
            homes_electricity: 40.0 * people,
            homes_other: 8.0 * people,
            road: 120.0 * people,
            other: 5.0,
        },
    }
}
