//! People by two tracks, and the homes that hold them.
//!
//! The trend takes the trend of migration and what the metropolis sends besides; the people who
//! are shown follow the homes. Where homes go beyond what the trend needs, part of them brings
//! or keeps people, and the rest lets the people there form more households.

use std::borrow::Cow;

use crate::data::model::{
    AGES, ByAge, District, FERTILE_AGES, Parameter, Parameters, PeopleConstants, Region, SEXES,
    Setting,
};

use super::{
    Closure, Flows, Households, People, Rates, add_moved, households, households_and_persons, step,
};
use crate::model::lanes::{Lanes, drawn, drawn_share};
use crate::model::plan::PlanYear;

/// Ages of adults and of children who move out of the metropolis.
const OVERSPILL_ADULTS: std::ops::RangeInclusive<usize> = 25..=39;
const OVERSPILL_CHILDREN: std::ops::RangeInclusive<usize> = 0..=9;

/// What of a district's people no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// P0.
    people: ByAge,
    death_rate: ByAge,
    birth_death_rate: [f64; SEXES],
    birth_rate: [f64; FERTILE_AGES],
    net_migrants: ByAge,
    net_migration: f64,
    boys_per_girl: f64,
    headship: [f64; AGES],
    /// HH(P0).
    pub households: f64,
    /// HH(Phi), HH(PhiL): households per person who moves.
    per_mover: [f64; 2],
    /// Share of the whole place's commuters to the metropolis, and so of those who leave it.
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

/// Births, deaths and migration of a year, the same in every district.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vital<const L: usize> {
    mortality: Lanes<L>,
    fertility: Lanes<L>,
    /// `mig` - 1.
    more_migration: Lanes<L>,
}

/// People of a district in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracks<const L: usize> {
    /// P.
    pub people: People<L>,
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

/// What draws people to homes in a year, the same in every district.
#[derive(Clone, Debug)]
pub struct Pull<'a, const L: usize> {
    /// PhiX.
    movers: Cow<'a, ByAge>,
    overspill_weight: f64,
    /// `kappa`.
    share: Lanes<L>,
    most_share: f64,
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
    fn mixed(&self, weight: f64) -> Cow<'_, ByAge> {
        if weight == 0.0 {
            return Cow::Borrowed(&self.trend);
        }
        let mut mixed = self.trend;
        let cells = mixed.as_flattened_mut().iter_mut();
        for (cell, overspill) in cells.zip(self.overspill.as_flattened()) {
            *cell = (1.0 - weight) * *cell + weight * overspill;
        }
        Cow::Owned(mixed)
    }
}

impl Base {
    /// A district of a place with so many commuters to the metropolis.
    #[must_use]
    pub fn new(
        district: &District,
        movers: &Movers,
        people: &PeopleConstants,
        all_commuters: f64,
    ) -> Self {
        let count = |people: &ByAge| households(&super::one_lane(people), &district.headship)[0];
        Self {
            people: district.people,
            death_rate: district.death_rate,
            birth_death_rate: district.birth_death_rate,
            birth_rate: district.birth_rate,
            net_migrants: district.net_migrants,
            net_migration: district.net_migration,
            boys_per_girl: people.boys_per_girl,
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

    /// P0 in every draw.
    pub(super) fn start<const L: usize>(&self) -> People<L> {
        self.people.map(|own| own.map(|persons| [persons; L]))
    }

    /// over_d = l2o COM_0d / sum COM_0: who comes from the metropolis besides, persons a year.
    pub(super) fn overspill(&self, year: &PlanYear) -> f64 {
        year.level(Setting::MetroOverspill) * self.overspill_share
    }

    /// HH of people in every draw.
    pub(super) fn households_of<const L: usize>(&self, people: &People<L>) -> Lanes<L> {
        Lanes(households(people, &self.headship))
    }
}

impl<const L: usize> Vital<L> {
    /// q and qb are those of the first step, and fall by `rho` a year from there; `tfr` and
    /// `mig` multiply births and trend migration.
    #[must_use]
    pub fn new(year: &PlanYear, parameters: &Parameters<[f64; L]>) -> Self {
        let passed = year.since as f64 - 1.0;
        Self {
            mortality: (-drawn_share(parameters, Parameter::FallOfDeathRates) * passed).exp(),
            fertility: drawn(parameters, Parameter::Fertility),
            more_migration: drawn(parameters, Parameter::Migration) - 1.0,
        }
    }

    /// STEP(P, NM_t + over PhiL, q_t, qb_t, f_t), NM_t = NM + (`mig` - 1) netmig Phi.
    #[inline(always)]
    #[expect(
        clippy::indexing_slicing,
        reason = "sexes and ages index tables of just that many"
    )]
    pub(super) fn step(
        &self,
        base: &Base,
        movers: &Movers,
        overspill: f64,
        people: &mut People<L>,
    ) -> Flows<L> {
        let rates = Rates {
            death: &base.death_rate,
            birth_death: &base.birth_death_rate,
            mortality: self.mortality.0,
            birth: &base.birth_rate,
            fertility: self.fertility.0,
            boys_per_girl: base.boys_per_girl,
        };
        let more = self.more_migration * base.net_migration;
        let migrants =
            |sex: usize, age: usize| base.net_migrants[sex][age] + more * movers.trend[sex][age];
        if overspill == 0.0 {
            step(people, &rates, |sex, age| migrants(sex, age).0)
        } else {
            step(people, &rates, |sex, age| {
                (migrants(sex, age) + overspill * movers.overspill[sex][age]).0
            })
        }
    }
}

impl<'a, const L: usize> Pull<'a, L> {
    /// How homes pull in a year.
    #[must_use]
    pub fn new(
        movers: &'a Movers,
        people: &PeopleConstants,
        year: &PlanYear,
        parameters: &Parameters<[f64; L]>,
    ) -> Self {
        Self {
            movers: movers.mixed(year.overspill_weight),
            overspill_weight: year.overspill_weight,
            share: drawn(parameters, Parameter::PeopleFollowHomes),
            most_share: people.most_moved_share,
        }
    }
}

impl<const L: usize> Tracks<L> {
    /// As in the base year.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        Self {
            people: base.start(),
            births: Lanes::ZERO,
            deaths: Lanes::ZERO,
            moved: Lanes::ZERO,
            limited: Lanes::ZERO,
            clipped: Lanes::ZERO,
        }
    }

    /// A year on, without regard to homes: Pn = STEP(P_{t-1}, NM_t, q_t, qb_t, f_t).
    pub fn age(&mut self, base: &Base, movers: &Movers, vital: &Vital<L>) {
        let flows = vital.step(base, movers, 0.0, &mut self.people);
        self.births = Lanes(flows.births);
        self.deaths = Lanes(flows.deaths);
        self.clipped += Lanes(flows.clipped);
    }

    /// Then people follow homes, `trend` the households of the trend and `lived_in` the homes
    /// that can be lived in: P_t = max(Pn + move PhiX, 0).
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many numbers as lanes"
    )]
    pub fn follow_homes(
        &mut self,
        base: &Base,
        pull: &Pull<'_, L>,
        trend: Lanes<L>,
        lived_in: Lanes<L>,
    ) {
        let [before, persons] = households_and_persons(&self.people, &base.headship);
        let [per_mover, per_overspill] = base.per_mover;
        let weight = pull.overspill_weight;
        let per_mover = (1.0 - weight) * per_mover + weight * per_overspill;
        for lane in 0..L {
            let closure = Closure {
                pull: pull.share.0[lane],
                most_share: pull.most_share,
            };
            let households = Households {
                trend: trend.0[lane],
                before: before[lane],
                per_mover,
                lived_in: lived_in.0[lane],
            };
            let (moved, is_limited) = closure.moved(households, persons[lane]);
            self.moved.0[lane] = moved;
            self.limited.0[lane] += f64::from(u8::from(is_limited));
        }
        self.clipped += Lanes(add_moved(&mut self.people, &self.moved.0, &pull.movers));
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
