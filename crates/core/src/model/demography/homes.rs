//! How many people the homes hold: the dwelling closure, exact because households are linear in
//! people (as in the POPGROUP user guide 6, Edge Analytics and Simpson, 2016).

use super::{Lanes, People, clip, sum_of, sums_of};
use crate::data::model::{AGES, ByAge};

/// HH(X): households that so many people form, at `headship` households per person by age.
#[inline]
#[must_use]
#[expect(
    clippy::indexing_slicing,
    reason = "ages index arrays of just that length"
)]
pub fn households<const L: usize>(people: &People<L>, headship: &[f64; AGES]) -> Lanes<L> {
    let [women, men] = people;
    sum_of::<AGES, L>(|age| {
        std::array::from_fn(|lane| headship[age] * (women[age][lane] + men[age][lane]))
    })
}

/// HH(X) and the number of people, in one go.
#[inline]
#[must_use]
#[expect(
    clippy::indexing_slicing,
    reason = "ages index arrays of just that length"
)]
pub fn households_and_persons<const L: usize>(
    people: &People<L>,
    headship: &[f64; AGES],
) -> [Lanes<L>; 2] {
    let [women, men] = people;
    sums_of::<AGES, 2, L>(|age| {
        let mut both = women[age];
        for (both, men) in both.iter_mut().zip(&men[age]) {
            *both += men;
        }
        [both.map(|persons| headship[age] * persons), both]
    })
}

/// The households of a year from which it follows how many people move to the homes or away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Households {
    /// HH(PT): on the trend, homes apart.
    pub trend: f64,
    /// HH(Pn): of the people there before anybody moves.
    pub before: f64,
    /// HH(PhiX): per person who moves.
    pub per_mover: f64,
    /// (1-v) HOM: homes that can be lived in.
    pub lived_in: f64,
}

/// How homes draw people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closure {
    /// `kappa`: share of the homes above or below trend that changes the number of people.
    pub pull: f64,
    /// The most that moves of the people there, share.
    pub most_share: f64,
}

impl Closure {
    /// Persons who move in (or out, below 0) because of the homes, and whether it would have
    /// been more than the most that can:
    ///
    /// target = HH(PT) + kappa ((1-v) HOM - HH(PT)); move = (target - HH(Pn)) / HH(PhiX).
    #[inline]
    #[must_use]
    pub fn moved(self, households: Households, persons: f64) -> (f64, bool) {
        let Households {
            trend,
            before,
            per_mover,
            lived_in,
        } = households;
        let target = trend + self.pull * (lived_in - trend);
        let wanted = if per_mover > 0.0 {
            (target - before) / per_mover
        } else {
            0.0
        };
        let most = self.most_share * persons;
        let moved = wanted.clamp(-most, most);
        (moved, moved != wanted)
    }
}

/// Adds `moved` people spread by `profile`, which sums to 1; nobody is left below 0.
/// Gives what was clipped.
#[inline]
pub fn add_moved<const L: usize>(
    people: &mut People<L>,
    moved: &Lanes<L>,
    profile: &ByAge,
) -> Lanes<L> {
    let mut clipped = [0.0; L];
    for (own, shares) in people.iter_mut().zip(profile) {
        for (persons, share) in own.iter_mut().zip(shares) {
            for (persons, moved) in persons.iter_mut().zip(moved) {
                *persons += share * moved;
            }
        }
        clip(own, &mut clipped);
    }
    clipped
}
