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
pub use homes::{Closure, Households, add_moved, households, households_and_persons};
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
    let mut deaths = if L < 4 {
        by_table(&before, people, rates, &net_migrants)
    } else {
        by_age(&before, people, rates, &net_migrants)
    };
    let mut clipped = [0.0; L];
    for (sex, own) in people.iter_mut().enumerate() {
        let survive = survive(&before, rates, sex, AGES - 1);
        for lane in 0..L {
            own[AGES - 1][lane] += survive[lane];
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

/// Who lives on and has moved, a year older; gives deaths. Age by age: wide lanes fill the machine,
/// so each person is looked at once.
#[inline(always)]
#[expect(
    clippy::indexing_slicing,
    reason = "ages and sexes index arrays of just that length"
)]
fn by_age<const L: usize>(
    before: &People<L>,
    people: &mut People<L>,
    rates: &Rates<'_, L>,
    net_migrants: &impl Fn(usize, usize) -> Lanes<L>,
) -> Lanes<L> {
    sum_of::<AGES, L>(|age| {
        let mut both = [0.0; L];
        for sex in 0..SEXES {
            let here = &before[sex][age];
            let gone = gone(before, rates, sex, age);
            if age + 1 < AGES {
                let moved = net_migrants(sex, age + 1);
                let next = people[sex][age + 1].iter_mut().zip(&moved);
                for ((next, moved), (here, gone)) in next.zip(here.iter().zip(&gone)) {
                    *next = here - gone + moved;
                }
            }
            for (both, gone) in both.iter_mut().zip(&gone) {
                *both += gone;
            }
        }
        both
    })
}

/// The same, bit for bit, table by table: with a lane or two it is ages that go side by side.
#[inline(always)]
#[expect(
    clippy::indexing_slicing,
    reason = "ages and sexes index arrays of just that length"
)]
fn by_table<const L: usize>(
    before: &People<L>,
    people: &mut People<L>,
    rates: &Rates<'_, L>,
    net_migrants: &impl Fn(usize, usize) -> Lanes<L>,
) -> Lanes<L> {
    let mut all_gone = *before;
    for sex in 0..SEXES {
        for (gone, death) in all_gone[sex].iter_mut().zip(&rates.death[sex]) {
            for (gone, mortality) in gone.iter_mut().zip(&rates.mortality) {
                *gone *= at_most_one(death * mortality);
            }
        }
        let (gone, before, own) = (&all_gone[sex], &before[sex], &mut people[sex]);
        for age in 1..AGES {
            let moved = net_migrants(sex, age);
            for lane in 0..L {
                let survive = before[age - 1][lane] - gone[age - 1][lane];
                own[age][lane] = survive + moved[lane];
            }
        }
    }
    let [women, men] = &all_gone;
    sum_of::<AGES, L>(|age| std::array::from_fn(|lane| women[age][lane] + men[age][lane]))
}

/// Who dies of an age within the year.
#[inline(always)]
#[expect(
    clippy::indexing_slicing,
    reason = "ages and sexes index arrays of just that length"
)]
fn gone<const L: usize>(
    before: &People<L>,
    rates: &Rates<'_, L>,
    sex: usize,
    age: usize,
) -> Lanes<L> {
    let mut gone = before[sex][age];
    for (gone, mortality) in gone.iter_mut().zip(&rates.mortality) {
        *gone *= at_most_one(rates.death[sex][age] * mortality);
    }
    gone
}

/// Who does not.
#[inline(always)]
#[expect(
    clippy::indexing_slicing,
    reason = "ages and sexes index arrays of just that length"
)]
fn survive<const L: usize>(
    before: &People<L>,
    rates: &Rates<'_, L>,
    sex: usize,
    age: usize,
) -> Lanes<L> {
    let mut survive = before[sex][age];
    for (survive, gone) in survive.iter_mut().zip(&gone(before, rates, sex, age)) {
        *survive -= gone;
    }
    survive
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
fn sum_of<const N: usize, const L: usize>(mut of: impl FnMut(usize) -> Lanes<L>) -> Lanes<L> {
    let [sum] = sums_of::<N, 1, L>(|at| [of(at)]);
    sum
}

/// Several such sums in one go.
#[inline(always)]
fn sums_of<const N: usize, const K: usize, const L: usize>(
    mut of: impl FnMut(usize) -> [Lanes<L>; K],
) -> [Lanes<L>; K] {
    let mut parts = [[[0.0; L]; K]; 4];
    let mut add = |sums: &mut [Lanes<L>; K], at: usize| {
        for (sum, values) in sums.iter_mut().zip(&of(at)) {
            for (sum, value) in sum.iter_mut().zip(values) {
                *sum += value;
            }
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
    let [mut sums, b, c, d] = parts;
    let cells = sums.as_flattened_mut().iter_mut().zip(b.as_flattened());
    let others = c.as_flattened().iter().zip(d.as_flattened());
    for ((sum, b), (c, d)) in cells.zip(others) {
        *sum = (*sum + b) + (c + d);
    }
    sums
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
