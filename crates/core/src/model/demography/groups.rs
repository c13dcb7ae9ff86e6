//! People by the ages that schools, care and the labour market ask for.

use super::People;
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

impl<const L: usize> Groups<L> {
    /// Counts people.
    #[must_use]
    pub fn new(people: &People<L>) -> Self {
        let aged = |from, to| Lanes(super::aged(people, from, to));
        Self {
            aged_0_3: aged(0, 3),
            aged_4_10: aged(4, 10),
            aged_11_15: aged(11, 15),
            aged_16_17: aged(16, 17),
            aged_18_64: aged(18, 64),
            aged_65_74: aged(65, 74),
            aged_75_84: aged(75, 84),
            aged_85_plus: aged(85, crate::data::model::AGES - 1),
        }
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
