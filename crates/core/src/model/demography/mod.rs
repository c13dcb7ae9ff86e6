//! People a year later: the cohort-component method (Preston, Heuveline and Guillot, 2001;
//! Leslie, 1945) by single year of age and sex, and how many of them the homes hold.
//!
//! Several runs go side by side, one to a lane, so that one pass over the ages serves all.
//! Packing takes one lane, the year loop several; the equations are the same.

mod groups;
mod homes;
mod projection;
pub mod tracks;

#[cfg(test)]
mod tests;

use crate::data::model::{AGES, ByAge, FERTILE_AGES, FIRST_FERTILE_AGE, SEXES};

pub use groups::Groups;
pub use homes::{Closure, Households, add_moved, households};
pub use projection::{Course, Place, Vital, Year, project};

/// A number to a lane.
pub type Lanes<const L: usize> = [f64; L];
/// Persons by sex (women first) and single year of age, the last year open; a number to a lane.
pub type People<const L: usize> = [[Lanes<L>; AGES]; SEXES];

/// What happens to people within a year: rates of a place, and by what each lane multiplies them.
#[derive(Clone, Copy, Debug)]
pub struct Rates<'a, const L: usize> {
    /// q: probability to die within a year, by age at its start.
    pub death: &'a ByAge,
    /// qb: probability to die between birth and the next middle of a year.
    pub birth_death: &'a [f64; SEXES],
    /// What q and qb are multiplied by; they are at most 1 afterwards.
    pub mortality: Lanes<L>,
    /// f: births per woman and year, from the first fertile age.
    pub birth: &'a [f64; FERTILE_AGES],
    /// What f is multiplied by.
    pub fertility: Lanes<L>,
    /// Boys born per girl.
    pub boys_per_girl: f64,
}

/// What happened within a year, persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flows<const L: usize> {
    /// Born.
    pub births: Lanes<L>,
    /// Died, the newly born among them.
    pub deaths: Lanes<L>,
    /// Added so that no age has fewer than nobody.
    pub clipped: Lanes<L>,
}

/// Turns `people` of one middle of a year into those of the next.
///
/// `net_migrants` gives persons of a sex and age at the END of the year, since that is how they
/// were measured: none is added at its start. With V who survive, for a = 1..90
///
/// P'\[g,a\] = max(V\[g,a\] + NM\[g,a\], 0), births = sum f\[a\] (P\[F,a\] + P'\[F,a\]) / 2,
/// P'\[g,0\] = max(births share\[g\] (1 - qb\[g\]) + NM\[g,0\], 0).
///
/// So sum P' = sum P + births - deaths + sum NM + clipped.
#[inline]
#[expect(
    clippy::indexing_slicing,
    reason = "ages and sexes index arrays of just that length"
)]
pub fn step<const L: usize>(
    people: &mut People<L>,
    rates: &Rates<'_, L>,
    net_migrants: impl Fn(usize, usize) -> Lanes<L>,
) -> Flows<L> {
    let mut births = [0.0; L];
    let mut deaths = [0.0; L];
    let mut clipped = [0.0; L];
    for (sex, own) in people.iter_mut().enumerate() {
        let death = &rates.death[sex];
        let died = |persons: &Lanes<L>, age: usize| -> Lanes<L> {
            let mut died = [0.0; L];
            for lane in 0..L {
                died[lane] = persons[lane] * (death[age] * rates.mortality[lane]).min(1.0);
            }
            died
        };
        let mut oldest_left = own[AGES - 1];
        let oldest_died = died(&oldest_left, AGES - 1);
        for lane in 0..L {
            deaths[lane] += oldest_died[lane];
            oldest_left[lane] -= oldest_died[lane];
        }
        // From the oldest down, so that each age is read before it is written.
        for age in (1..AGES).rev() {
            let before = own[age - 1];
            let gone = died(&before, age - 1);
            let moved = net_migrants(sex, age);
            let fertile = age.wrapping_sub(FIRST_FERTILE_AGE);
            let birth = if sex == WOMEN && fertile < FERTILE_AGES {
                rates.birth[fertile] / 2.0
            } else {
                0.0
            };
            for lane in 0..L {
                let mut survive = before[lane] - gone[lane];
                if age == AGES - 1 {
                    survive += oldest_left[lane];
                }
                let next = survive + moved[lane];
                let kept = next.max(0.0);
                deaths[lane] += gone[lane];
                clipped[lane] += kept - next;
                if birth > 0.0 {
                    births[lane] += birth * rates.fertility[lane] * (own[age][lane] + kept);
                }
                own[age][lane] = kept;
            }
        }
    }
    let girls = 1.0 / (1.0 + rates.boys_per_girl);
    for (sex, share) in [girls, 1.0 - girls].into_iter().enumerate() {
        let moved = net_migrants(sex, 0);
        for lane in 0..L {
            let born = births[lane] * share;
            let died = born * (rates.birth_death[sex] * rates.mortality[lane]).min(1.0);
            let next = born - died + moved[lane];
            let kept = next.max(0.0);
            deaths[lane] += died;
            clipped[lane] += kept - next;
            people[sex][0][lane] = kept;
        }
    }
    Flows {
        births,
        deaths,
        clipped,
    }
}

/// The place of women among the sexes.
const WOMEN: usize = 0;

/// Persons of every sex from one age to another, both included.
#[inline]
#[must_use]
pub fn aged<const L: usize>(people: &People<L>, from: usize, to: usize) -> Lanes<L> {
    let mut sum = [0.0; L];
    for own in people {
        for persons in own.iter().take(to + 1).skip(from) {
            for (sum, persons) in sum.iter_mut().zip(persons) {
                *sum += persons;
            }
        }
    }
    sum
}

/// A number per sex and age as people of one lane.
#[must_use]
pub fn one_lane(values: &ByAge) -> People<1> {
    values.map(|own| own.map(|value| [value]))
}

/// People of one lane as a number per sex and age.
#[must_use]
pub fn of_lane(people: &People<1>) -> ByAge {
    people.map(|own| own.map(|[value]| value))
}
