//! People by the ages that schools, care and the labour market ask for.

use super::People;
use crate::data::model::AGES;
use crate::model::lanes::Lanes;

/// Persons of both sexes by age.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Groups<const L: usize> {
    /// Too young for school.
    pub aged_0_3: Lanes<L>,
    /// Of primary age.
    pub aged_4_10: Lanes<L>,
    /// Of secondary age.
    pub aged_11_15: Lanes<L>,
    /// After school.
    pub aged_16_17: Lanes<L>,
    /// Of working age.
    pub aged_18_64: Lanes<L>,
    /// Of pension age.
    pub aged_65_74: Lanes<L>,
    /// Old.
    pub aged_75_84: Lanes<L>,
    /// Very old.
    pub aged_85_plus: Lanes<L>,
}

/// The first age of each group.
pub const FIRST_AGES: [usize; 8] = [0, 4, 11, 16, 18, 65, 75, 85];

impl<const L: usize> Groups<L> {
    /// From the numbers of people in each group.
    #[inline]
    #[must_use]
    pub const fn new(groups: [Lanes<L>; FIRST_AGES.len()]) -> Self {
        let [
            aged_0_3,
            aged_4_10,
            aged_11_15,
            aged_16_17,
            aged_18_64,
            aged_65_74,
            aged_75_84,
            aged_85_plus,
        ] = groups;
        Self {
            aged_0_3,
            aged_4_10,
            aged_11_15,
            aged_16_17,
            aged_18_64,
            aged_65_74,
            aged_75_84,
            aged_85_plus,
        }
    }

    /// Counts people.
    #[must_use]
    pub fn of(people: &People<L>) -> Self {
        let mut groups = [Lanes::ZERO; FIRST_AGES.len()];
        let ends = FIRST_AGES.into_iter().skip(1).chain([AGES]);
        for (group, (first, end)) in groups.iter_mut().zip(FIRST_AGES.into_iter().zip(ends)) {
            *group = Lanes(super::aged(people, first, end - 1));
        }
        Self::new(groups)
    }

    /// Children up to the end of school.
    #[inline]
    #[must_use]
    pub fn aged_0_15(&self) -> Lanes<L> {
        self.aged_0_3 + self.aged_4_10 + self.aged_11_15
    }

    /// Everybody under age.
    #[inline]
    #[must_use]
    pub fn aged_0_17(&self) -> Lanes<L> {
        self.aged_0_15() + self.aged_16_17
    }

    /// Pop16-64.
    #[inline]
    #[must_use]
    pub fn aged_16_64(&self) -> Lanes<L> {
        self.aged_16_17 + self.aged_18_64
    }

    /// Everybody of pension age.
    #[inline]
    #[must_use]
    pub fn aged_65_plus(&self) -> Lanes<L> {
        self.aged_65_74 + self.aged_75_84 + self.aged_85_plus
    }

    /// Pop: everybody.
    #[inline]
    #[must_use]
    pub fn all(&self) -> Lanes<L> {
        self.aged_0_15() + self.aged_16_64() + self.aged_65_plus()
    }
}
