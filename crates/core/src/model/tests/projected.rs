//! A district projected by itself is the district of the year loop.

use crate::data::model::{District, Parameter, Region};
use crate::model::demography::{Closure, Course, Place, Year, project};
use crate::model::draws;
use crate::model::example::{central_run, evidence, prepared, region, settings};
use crate::model::output::Output;

fn projected(region: &Region, district: &District) -> Vec<Year> {
    let evidence = evidence();
    let constants = &evidence.constants.people;
    let central = draws::central(&evidence).unwrap();
    let place = Place {
        people: &district.people,
        death_rate: &district.death_rate,
        birth_death_rate: &district.birth_death_rate,
        birth_rate: &district.birth_rate,
        net_migrants: &district.net_migrants,
        headship: &district.headship,
        movers: &region.movers,
    };
    let course = Course {
        mortality_fall_pct: central.get(Parameter::FallOfDeathRates),
        fertility: central.get(Parameter::Fertility),
        migration: central.get(Parameter::Migration),
        closure: Closure {
            pull: central.get(Parameter::PeopleFollowHomes),
            most_share: constants.most_moved_share,
        },
        vacant_share: constants.vacant_share,
        boys_per_girl: constants.boys_per_girl,
    };
    let mut homes = vec![district.homes];
    for _ in region.base_year..region.last_year {
        let now = homes[homes.len() - 1];
        homes.push(now + district.completions.min(constants.most_built_share * now));
    }
    project(&place, &homes, &course)
}

#[test]
fn a_district_alone_is_the_district_in_the_loop() {
    let region = region();
    let results = central_run(&prepared(), &settings(&[]));
    for (area, district) in (1..).zip(&region.districts) {
        for (since, year) in projected(&region, district).iter().enumerate() {
            let of = |output| results.series(area, output)[since].0[0];
            let pairs = [
                (
                    of(Output::Population),
                    year.people.as_flattened().iter().sum::<f64>(),
                ),
                (of(Output::Households), year.households),
                (of(Output::Dwellings), year.homes),
                (of(Output::Births), year.of_people.births),
                (of(Output::Deaths), year.of_people.deaths),
            ];
            for (found, expected) in pairs {
                assert!(
                    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
                    "{since}: {found} {expected}"
                );
            }
        }
    }
}
