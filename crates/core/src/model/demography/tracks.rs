//! People by two tracks, and the homes that hold them.
//!
//! The trend takes the trend of migration and what the metropolis sends besides; the people who
//! are shown follow the homes. Where homes go beyond what the trend needs, part of them brings
//! or keeps people, and the rest lets the people there form more households.

use crate::data::model::{
    AGES, ByAge, District, FERTILE_AGES, Parameter, Parameters, PeopleConstants, Region, SEXES,
    Setting,
};

use super::{Closure, Households, People, Rates, add_moved, households, step};
use crate::model::lanes::{Lanes, drawn};
use crate::model::plan::PlanYear;

/// Ages of adults and of children who move out of the metropolis.
const OVERSPILL_ADULTS: std::ops::RangeInclusive<usize> = 25..=39;
const OVERSPILL_CHILDREN: std::ops::RangeInclusive<usize> = 0..=9;

/// What of a district's people no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// P0.
    pub people: ByAge,
    death_rate: ByAge,
    birth_death_rate: [f64; SEXES],
    birth_rate: [f64; FERTILE_AGES],
    net_migrants: ByAge,
    net_migration: f64,
    headship: [f64; AGES],
    /// HH(P0).
    pub households: f64,
    /// HH(Phi), HH(PhiL): households per person who moves.
    per_mover: [f64; 2],
    /// Share of the whole place's commuters to the metropolis.
    overspill_share: f64,
}

/// Who moves: Phi of the trend, PhiL of the metropolis.
#[derive(Clone, Debug, PartialEq)]
pub struct Movers {
    /// Phi.
    pub trend: ByAge,
    /// PhiL.
    pub overspill: ByAge,
}

/// People of a district in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracks<const L: usize> {
    /// PT.
    trend: People<L>,
    /// P.
    pub people: People<L>,
    /// HH(PT).
    pub trend_households: Lanes<L>,
    /// Births of the year to this one.
    pub births: Lanes<L>,
    /// Deaths of the year to this one.
    pub deaths: Lanes<L>,
    /// Who moved to homes, or away for want of them.
    pub moved: Lanes<L>,
    /// Years so far in which more would have moved than can.
    pub limited: Lanes<L>,
    /// Persons added so far so that no age has fewer than nobody.
    pub clipped: Lanes<L>,
}

/// What is the same in every district in a year.
#[derive(Clone, Debug)]
pub struct Year<const L: usize> {
    mortality: Lanes<L>,
    fertility: Lanes<L>,
    /// `mig` - 1.
    more_migration: Lanes<L>,
    /// l2o, persons.
    overspill: f64,
    overspill_weight: f64,
    /// PhiX.
    movers: ByAge,
    pull: Lanes<L>,
}

impl Movers {
    /// From the region's profile and the fixed ages of those who leave the metropolis.
    #[must_use]
    pub fn new(region: &Region, people: &PeopleConstants) -> Self {
        let weight = |age: usize| {
            if OVERSPILL_ADULTS.contains(&age) {
                people.overspill_adult_weight
            } else if OVERSPILL_CHILDREN.contains(&age) {
                people.overspill_child_weight
            } else {
                0.0
            }
        };
        let weights: [f64; AGES] = std::array::from_fn(weight);
        let both: f64 = 2.0 * weights.iter().sum::<f64>();
        Self {
            trend: region.movers,
            overspill: [weights.map(|weight| weight / both); SEXES],
        }
    }

    /// PhiX = (1 - w) Phi + w PhiL.
    fn mixed(&self, weight: f64) -> ByAge {
        let mut mixed = self.trend;
        if weight != 0.0 {
            let cells = mixed.as_flattened_mut().iter_mut();
            for (cell, overspill) in cells.zip(self.overspill.as_flattened()) {
                *cell = (1.0 - weight) * *cell + weight * overspill;
            }
        }
        mixed
    }
}

impl Base {
    /// A district of a place with so many commuters to the metropolis.
    #[must_use]
    pub fn new(district: &District, movers: &Movers, all_commuters: f64) -> Self {
        let count = |people: &ByAge| households(&super::one_lane(people), &district.headship)[0];
        Self {
            people: district.people,
            death_rate: district.death_rate,
            birth_death_rate: district.birth_death_rate,
            birth_rate: district.birth_rate,
            net_migrants: district.net_migrants,
            net_migration: district.net_migration,
            headship: district.headship,
            households: count(&district.people),
            per_mover: [count(&movers.trend), count(&movers.overspill)],
            overspill_share: if all_commuters > 0.0 {
                district.commuters_metro / all_commuters
            } else {
                0.0
            },
        }
    }
}

impl<const L: usize> Year<L> {
    /// q and qb are those of the first step, and fall by `rho` a year from there; `tfr` and
    /// `mig` multiply births and trend migration.
    #[must_use]
    pub fn new(
        movers: &Movers,
        year: &PlanYear,
        first_year: u16,
        parameters: &Parameters<[f64; L]>,
    ) -> Self {
        let passed = f64::from(year.year) - f64::from(first_year);
        let fall = drawn(parameters, Parameter::FallOfDeathRates) / 100.0;
        Self {
            mortality: (-fall * passed).exp(),
            fertility: drawn(parameters, Parameter::Fertility),
            more_migration: drawn(parameters, Parameter::Migration) - 1.0,
            overspill: year.level(Setting::MetroOverspill),
            overspill_weight: year.overspill_weight,
            movers: movers.mixed(year.overspill_weight),
            pull: drawn(parameters, Parameter::PeopleFollowHomes),
        }
    }
}

impl<const L: usize> Tracks<L> {
    /// As in the base year.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        let people = base.people.map(|own| own.map(|persons| [persons; L]));
        Self {
            trend: people,
            people,
            trend_households: Lanes::all(base.households),
            births: Lanes::ZERO,
            deaths: Lanes::ZERO,
            moved: Lanes::ZERO,
            limited: Lanes::ZERO,
            clipped: Lanes::ZERO,
        }
    }

    /// A year on, with so many homes that can be lived in:
    ///
    /// PT_t = STEP(PT, NM_t + over PhiL), Pn = STEP(P, NM_t), P_t = max(Pn + move PhiX, 0);
    /// over_d = l2o COM_0d / sum COM_0, NM_t = NM + (`mig` - 1) netmig Phi.
    #[expect(
        clippy::indexing_slicing,
        reason = "sexes and ages index tables of just that many"
    )]
    pub fn advance(
        &mut self,
        base: &Base,
        movers: &Movers,
        year: &Year<L>,
        people: &PeopleConstants,
        lived_in: Lanes<L>,
    ) {
        let rates = Rates {
            death: &base.death_rate,
            birth_death: &base.birth_death_rate,
            mortality: year.mortality.0,
            birth: &base.birth_rate,
            fertility: year.fertility.0,
            boys_per_girl: people.boys_per_girl,
        };
        let more = year.more_migration * base.net_migration;
        let over = year.overspill * base.overspill_share;
        let migrants = |sex: usize, age: usize| -> [f64; L] {
            (base.net_migrants[sex][age] + more * movers.trend[sex][age]).0
        };
        if over == 0.0 {
            step(&mut self.trend, &rates, migrants);
        } else {
            let with_overspill = |sex: usize, age: usize| -> [f64; L] {
                (Lanes(migrants(sex, age)) + over * movers.overspill[sex][age]).0
            };
            step(&mut self.trend, &rates, with_overspill);
        }
        let flows = step(&mut self.people, &rates, migrants);
        self.births = Lanes(flows.births);
        self.deaths = Lanes(flows.deaths);
        self.clipped += Lanes(flows.clipped);
        self.trend_households = Lanes(households(&self.trend, &base.headship));
        self.move_to_homes(base, year, people.most_moved_share, lived_in);
    }

    /// P_t = max(Pn + move PhiX, 0).
    fn move_to_homes(&mut self, base: &Base, year: &Year<L>, most_share: f64, lived_in: Lanes<L>) {
        let before = Lanes(households(&self.people, &base.headship));
        let persons = Lanes(super::aged(&self.people, 0, AGES - 1));
        let [trend, overspill] = base.per_mover;
        let weight = year.overspill_weight;
        let per_mover = (1.0 - weight) * trend + weight * overspill;
        let mut lanes = self.moved.0.iter_mut().zip(&mut self.limited.0);
        let given = self.trend_households.0.iter().zip(before.0).zip(lived_in.0);
        let given = given.zip(persons.0).zip(year.pull.0);
        for ((((trend, before), lived_in), persons), pull) in given {
            let Some((moved, limited)) = lanes.next() else {
                break;
            };
            let households = Households {
                trend: *trend,
                before,
                per_mover,
                lived_in,
            };
            let is_limited;
            (*moved, is_limited) = Closure { pull, most_share }.moved(households, persons);
            *limited += f64::from(u8::from(is_limited));
        }
        self.clipped += Lanes(add_moved(&mut self.people, &self.moved.0, &year.movers));
    }
}

/// Sum of commuters to the metropolis.
#[must_use]
pub fn all_commuters(region: &Region) -> f64 {
    region
        .districts
        .iter()
        .map(|district| district.commuters_metro)
        .sum()
}
