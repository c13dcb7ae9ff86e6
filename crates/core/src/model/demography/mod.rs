//! People a year later: the cohort-component method (Preston, Heuveline and Guillot, 2001;
//! Leslie, 1945) by single year of age and sex, and how many of them the homes hold.
//!
//! Several runs go side by side, one to a lane, so that one pass over the ages serves all.
//! Packing takes one lane, the year loop several; the equations are the same.

mod groups;
mod homes;
mod projection;
pub mod tracks;
mod trend;

#[cfg(test)]
mod tests;

use crate::data::model::{AGES, ByAge, FERTILE_AGES, FIRST_FERTILE_AGE, SEXES};

pub use groups::{FIRST_AGES, Groups};
pub use homes::{Closure, Households, add_moved, households};
pub use projection::{Course, Place, Vital, Year, project};
pub use trend::Trend;

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
    let before = *people;
    let mut gone = before;
    let mut clipped = [0.0; L];
    for sex in 0..SEXES {
        let (gone, death) = (&mut gone[sex], &rates.death[sex]);
        for (gone, death) in gone.iter_mut().zip(death) {
            for (gone, mortality) in gone.iter_mut().zip(&rates.mortality) {
                *gone *= at_most_one(death * mortality);
            }
        }
        let (before, own) = (&before[sex], &mut people[sex]);
        for age in 1..AGES {
            let moved = net_migrants(sex, age);
            for lane in 0..L {
                let survive = before[age - 1][lane] - gone[age - 1][lane];
                own[age][lane] = survive + moved[lane];
            }
        }
        for lane in 0..L {
            own[AGES - 1][lane] += before[AGES - 1][lane] - gone[AGES - 1][lane];
            own[0][lane] = 0.0;
        }
        clip(own, &mut clipped);
    }
    let women = |age: usize| -> Lanes<L> {
        let (before, after) = (&before[WOMEN][age], &people[WOMEN][age]);
        std::array::from_fn(|lane| before[lane] + after[lane])
    };
    let mut births = sum_of::<FERTILE_AGES, L>(|age| {
        women(FIRST_FERTILE_AGE + age).map(|both| rates.birth[age] / 2.0 * both)
    });
    for (births, fertility) in births.iter_mut().zip(&rates.fertility) {
        *births *= fertility;
    }
    let mut deaths = both_sexes(&gone);
    let girls = 1.0 / (1.0 + rates.boys_per_girl);
    for (sex, share) in [girls, 1.0 - girls].into_iter().enumerate() {
        let moved = net_migrants(sex, 0);
        for lane in 0..L {
            let born = births[lane] * share;
            let died = born * at_most_one(rates.birth_death[sex] * rates.mortality[lane]);
            people[sex][0][lane] = born - died + moved[lane];
            deaths[lane] += died;
        }
        clip(&mut people[sex][..1], &mut clipped);
    }
    Flows {
        births,
        deaths,
        clipped,
    }
}

/// A probability.
#[inline(always)]
fn at_most_one(value: f64) -> f64 {
    if value < 1.0 { value } else { 1.0 }
}

/// Leaves nobody below 0, and adds what that took. Looks first: it is seldom needed.
#[inline]
fn clip<const L: usize>(people: &mut [Lanes<L>], clipped: &mut Lanes<L>) {
    let is_below = |persons: &f64| *persons < 0.0;
    let any = people
        .as_flattened()
        .iter()
        .fold(false, |any, persons| any | is_below(persons));
    if any {
        for persons in people {
            for (persons, clipped) in persons.iter_mut().zip(&mut *clipped) {
                if is_below(persons) {
                    *clipped -= *persons;
                    *persons = 0.0;
                }
            }
        }
    }
}

/// Sum of `N` numbers, in four parts that each take every fourth: so it can be done four at a
/// time, and has the same bits however it is done.
#[inline(always)]
fn sum_of<const N: usize, const L: usize>(of: impl Fn(usize) -> Lanes<L>) -> Lanes<L> {
    let mut parts = [[0.0; L]; 4];
    let add = |sum: &mut Lanes<L>, at: usize| {
        let values = of(at);
        for (sum, value) in sum.iter_mut().zip(&values) {
            *sum += value;
        }
    };
    if L < 4 {
        for four in 0..N / 4 {
            for (at, part) in (4 * four..).zip(&mut parts) {
                add(part, at);
            }
        }
        for (at, part) in (N / 4 * 4..N).zip(&mut parts) {
            add(part, at);
        }
    } else {
        for (first, part) in parts.iter_mut().enumerate() {
            for at in (first..N).step_by(4) {
                add(part, at);
            }
        }
    }
    let [a, b, c, d] = parts;
    let mut sum = a;
    for (((sum, b), c), d) in sum.iter_mut().zip(&b).zip(&c).zip(&d) {
        *sum = (*sum + b) + (c + d);
    }
    sum
}

/// Sum over all ages of women and men.
#[inline]
#[expect(
    clippy::indexing_slicing,
    reason = "ages index arrays of just that length"
)]
pub fn both_sexes<const L: usize>(people: &People<L>) -> Lanes<L> {
    let [women, men] = people;
    sum_of::<AGES, L>(|age| std::array::from_fn(|lane| women[age][lane] + men[age][lane]))
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
