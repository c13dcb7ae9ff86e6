//! Numbers side by side: one per draw, so that one pass over districts and years serves several.
//!
//! Every operation works lane by lane, so the bits of a draw depend neither on how many lanes
//! there are, nor on which lane it has, nor on what the others hold.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Neg, Sub, SubAssign};

use crate::data::model::{Parameter, Parameters};
use crate::math;

/// A number per draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes<const L: usize>(pub [f64; L]);

impl<const L: usize> Lanes<L> {
    /// Nothing in every lane.
    pub const ZERO: Self = Self([0.0; L]);
    /// One in every lane.
    pub const ONE: Self = Self([1.0; L]);

    /// The same number in every lane.
    #[inline(always)]
    #[must_use]
    pub const fn all(value: f64) -> Self {
        Self([value; L])
    }

    /// Another number for each.
    #[inline(always)]
    #[must_use]
    pub fn map(mut self, of: impl Fn(f64) -> f64) -> Self {
        for value in &mut self.0 {
            *value = of(*value);
        }
        self
    }

    /// A number from each pair.
    #[inline(always)]
    #[must_use]
    pub fn with(mut self, other: Self, of: impl Fn(f64, f64) -> f64) -> Self {
        for (value, other) in self.0.iter_mut().zip(&other.0) {
            *value = of(*value, *other);
        }
        self
    }

    /// Euler's number to the power of each.
    #[inline]
    #[must_use]
    pub fn exp(self) -> Self {
        Self(math::exp_each(self.0))
    }

    /// The natural logarithm of each.
    #[inline]
    #[must_use]
    pub fn ln(self) -> Self {
        Self(math::ln_each(self.0))
    }

    /// [`Self::exp`] of several, which go side by side where each has but one lane.
    #[inline]
    #[must_use]
    pub fn exp_all<const N: usize>(several: [Self; N]) -> [Self; N] {
        if L == 1 {
            Self::beside(math::exp_each(several.map(Self::first)))
        } else {
            several.map(Self::exp)
        }
    }

    /// [`Self::exp_all`] of the first few; what the others are does not matter.
    #[inline]
    #[must_use]
    pub fn exp_first<const N: usize>(mut several: [Self; N], count: usize) -> [Self; N] {
        if L == 1 {
            return Self::exp_all(several);
        }
        for own in several.iter_mut().take(count) {
            *own = own.exp();
        }
        several
    }

    /// [`Self::ln`] of several, which go side by side where each has but one lane.
    #[inline]
    #[must_use]
    pub fn ln_all<const N: usize>(several: [Self; N]) -> [Self; N] {
        if L == 1 {
            Self::beside(math::ln_each(several.map(Self::first)))
        } else {
            several.map(Self::ln)
        }
    }

    #[inline(always)]
    fn first(self) -> f64 {
        self.0.first().copied().unwrap_or_default()
    }

    #[inline(always)]
    fn beside<const N: usize>(several: [f64; N]) -> [Self; N] {
        several.map(Self::all)
    }

    /// Each, or `least` where it is below.
    #[inline(always)]
    #[must_use]
    pub fn at_least(self, least: f64) -> Self {
        self.map(|value| if value > least { value } else { least })
    }

    /// Each, or `most` where it is above.
    #[inline(always)]
    #[must_use]
    pub fn at_most(self, most: f64) -> Self {
        self.map(|value| if value < most { value } else { most })
    }

    /// The lesser of each pair.
    #[inline(always)]
    #[must_use]
    pub fn lesser(self, other: Self) -> Self {
        self.with(other, |own, other| if own < other { own } else { other })
    }

    /// Each, but within limits.
    #[inline(always)]
    #[must_use]
    pub fn clamp(self, least: f64, most: f64) -> Self {
        self.at_least(least).at_most(most)
    }

    /// Whether every lane holds just this number.
    #[inline(always)]
    #[must_use]
    pub fn is(self, value: f64) -> bool {
        self.0.iter().all(|own| *own == value)
    }
}

impl<const L: usize> Default for Lanes<L> {
    fn default() -> Self {
        Self::ZERO
    }
}

/// The values of a parameter in every draw.
#[inline(always)]
#[must_use]
pub fn drawn<const L: usize>(parameters: &Parameters<[f64; L]>, parameter: Parameter) -> Lanes<L> {
    Lanes(parameters.get(parameter))
}

/// The values of a parameter that is told in percent or points, as a share.
#[inline(always)]
#[must_use]
pub fn drawn_share<const L: usize>(
    parameters: &Parameters<[f64; L]>,
    parameter: Parameter,
) -> Lanes<L> {
    drawn(parameters, parameter) / 100.0
}

macro_rules! lane_by_lane {
    ($($of:ident $method:ident $assign:ident $assign_method:ident $sign:tt)*) => {$(
        impl<const L: usize> $of for Lanes<L> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.with(other, |own, other| own $sign other)
            }
        }

        impl<const L: usize> $of<f64> for Lanes<L> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                self.map(|own| own $sign other)
            }
        }

        impl<const L: usize> $of<Lanes<L>> for f64 {
            type Output = Lanes<L>;

            #[inline(always)]
            fn $method(self, other: Lanes<L>) -> Lanes<L> {
                other.map(|other| self $sign other)
            }
        }

        impl<const L: usize> $assign for Lanes<L> {
            #[inline(always)]
            fn $assign_method(&mut self, other: Self) {
                *self = *self $sign other;
            }
        }
    )*};
}

lane_by_lane! {
    Add add AddAssign add_assign +
    Sub sub SubAssign sub_assign -
    Mul mul MulAssign mul_assign *
}

impl<const L: usize> Div for Lanes<L> {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.with(other, |own, other| own / other)
    }
}

impl<const L: usize> Div<f64> for Lanes<L> {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: f64) -> Self {
        self.map(|own| own / other)
    }
}

impl<const L: usize> Div<Lanes<L>> for f64 {
    type Output = Lanes<L>;

    #[inline(always)]
    fn div(self, other: Lanes<L>) -> Lanes<L> {
        other.map(|other| self / other)
    }
}

impl<const L: usize> Neg for Lanes<L> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|own| -own)
    }
}

impl<const L: usize> Sum for Lanes<L> {
    #[inline(always)]
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, |sum, value| sum + value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lane_by_lane() {
        let some = Lanes([1.0, -2.0, 4.0]);
        assert_eq!(some + 1.0, Lanes([2.0, -1.0, 5.0]));
        assert_eq!(1.0 - some, Lanes([0.0, 3.0, -3.0]));
        assert_eq!(some * some / 2.0, Lanes([0.5, 2.0, 8.0]));
        assert_eq!(some.clamp(0.0, 3.0), Lanes([1.0, 0.0, 3.0]));
        assert_eq!(-some, Lanes([-1.0, 2.0, -4.0]));
        assert_eq!(some.lesser(Lanes::ONE), Lanes([1.0, -2.0, 1.0]));
        assert_eq!([some, some].into_iter().sum::<Lanes<3>>(), 2.0 * some);
        assert!(Lanes::<3>::ZERO.is(0.0) && !some.is(1.0));
        assert_eq!(some.exp().0[1], math::exp(-2.0));
        assert_eq!(some.at_least(1.0).ln().0, [0.0, 0.0, math::ln(4.0)]);
        let several = [0.02, -0.3, 3.0];
        let [wide, narrow] = [
            Lanes::exp_all([Lanes(several)]).map(|own| own.0).to_vec(),
            vec![Lanes::exp_all(several.map(|own| Lanes([own]))).map(|own| own.0[0])],
        ];
        assert_eq!(wide, narrow);
        let several = [0.5, 3.0, 1e9];
        let wide = Lanes::ln_all([Lanes(several)]).map(|own| own.0);
        let narrow = Lanes::ln_all(several.map(|own| Lanes([own])));
        assert_eq!(wide, [narrow.map(|own| own.0[0])]);
    }
}
