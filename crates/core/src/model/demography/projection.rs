//! One place through the years at central rates: people by age as the trend of migration has
//! them, and as the homes do.

use super::{Closure, Flows, Households, Rates, add_moved, households, of_lane, one_lane, step};
use crate::data::model::{AGES, ByAge, FERTILE_AGES, SEXES};
use crate::math;

/// A place at the start and how its people change.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// People at the start.
    pub people: &'a ByAge,
    /// Probability to die within a year, of the first step.
    pub death_rate: &'a ByAge,
    /// Probability to die between birth and the next middle of a year, of the first step.
    pub birth_death_rate: &'a [f64; SEXES],
    /// Births per woman and year.
    pub birth_rate: &'a [f64; FERTILE_AGES],
    /// Net migrants a year.
    pub net_migrants: &'a ByAge,
    /// Households per person.
    pub headship: &'a [f64; AGES],
    /// Ages and sexes of people who move; sums to 1.
    pub movers: &'a ByAge,
}

/// What is assumed on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// `rho`: fall of death rates, percent a year.
    pub mortality_fall_pct: f64,
    /// `tfr`: what births per woman are multiplied by.
    pub fertility: f64,
    /// `mig`: what net migration in all is multiplied by.
    pub migration: f64,
    /// How homes draw people.
    pub closure: Closure,
    /// Share of homes empty or second homes.
    pub vacant_share: f64,
    /// Boys born per girl.
    pub boys_per_girl: f64,
}

/// A place in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// People as the trend of migration has them.
    pub trend: ByAge,
    /// People as the homes do.
    pub people: ByAge,
    /// Households that the people of the trend form.
    pub trend_households: f64,
    /// Homes lived in.
    pub households: f64,
    /// Dwellings.
    pub homes: f64,
    /// Born and died in the year to this one, of people as the trend has them.
    pub of_trend: Vital,
    /// The same of people as the homes have them.
    pub of_people: Vital,
    /// Moved because of the homes.
    pub moved: f64,
}

/// Births and deaths of a year, persons.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vital {
    /// Born.
    pub births: f64,
    /// Died.
    pub deaths: f64,
}

impl From<Flows<1>> for Vital {
    fn from(flows: Flows<1>) -> Self {
        let ([births], [deaths]) = (flows.births, flows.deaths);
        Self { births, deaths }
    }
}

/// The years from the start, which is the first, as many as `homes` tells dwellings of.
#[must_use]
pub fn project(place: &Place<'_>, homes: &[f64], course: &Course) -> Vec<Year> {
    let mut trend = one_lane(place.people);
    let mut people = trend;
    let net: f64 = place.net_migrants.iter().flatten().sum();
    let [per_mover] = households(&one_lane(place.movers), place.headship);
    let mut years = Vec::with_capacity(homes.len());
    let mut passed = 0.0;
    for &homes in homes {
        let lived_in = (1.0 - course.vacant_share) * homes;
        let (mut of_trend, mut of_people) = (Vital::default(), Vital::default());
        let mut moved = 0.0;
        if !years.is_empty() {
            let rates = Rates {
                death: place.death_rate,
                birth_death: place.birth_death_rate,
                mortality: [math::exp(-course.mortality_fall_pct / 100.0 * passed)],
                birth: place.birth_rate,
                fertility: [course.fertility],
                boys_per_girl: course.boys_per_girl,
            };
            let migrants = |sex: usize, age: usize| {
                let at = |list: &ByAge| list.get(sex).and_then(|own| own.get(age)).copied();
                let own = at(place.net_migrants).unwrap_or(0.0);
                let share = at(place.movers).unwrap_or(0.0);
                [own + (course.migration - 1.0) * net * share]
            };
            of_trend = step(&mut trend, &rates, migrants).into();
            of_people = step(&mut people, &rates, migrants).into();
            let own = Households {
                trend: households(&trend, place.headship)[0],
                before: households(&people, place.headship)[0],
                per_mover,
                lived_in,
            };
            let persons: f64 = people.iter().flatten().flatten().sum();
            (moved, _) = course.closure.moved(own, persons);
            add_moved(&mut people, &[moved], place.movers);
            passed += 1.0;
        }
        years.push(Year {
            trend: of_lane(&trend),
            people: of_lane(&people),
            trend_households: households(&trend, place.headship)[0],
            households: lived_in,
            homes,
            of_trend,
            of_people,
            moved,
        });
    }
    years
}
