//! Homes, and what they cost against pay.

use crate::data::model::{District, Parameter, Parameters, PeopleConstants, Setting};

use super::lanes::{Lanes, drawn};
use super::output::Output;
use super::plan::PlanYear;
use super::results::Row;

/// What of a district's homes no setting and no draw touches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// HOM_0.
    homes: f64,
    /// C_0: net additions a year.
    completions: f64,
    /// R_0: median price over median earnings.
    ratio: f64,
    /// HH(P0).
    households: f64,
    /// v: share of homes empty or second homes.
    vacant_share: f64,
}

/// Homes of a district in every draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Homes<const L: usize> {
    /// HOM: dwellings.
    pub homes: Lanes<L>,
    /// C: homes added in the year.
    pub completions: Lanes<L>,
    /// inc(C).
    pub completions_step: Lanes<L>,
    /// LIV = (1 - v) HOM: homes that are lived in, which are the households.
    pub lived_in: Lanes<L>,
}

impl Base {
    /// A district whose people form so many households in the base year.
    #[must_use]
    pub const fn new(district: &District, people: &PeopleConstants, households: f64) -> Self {
        Self {
            homes: district.homes,
            completions: district.completions,
            ratio: district.affordability_ratio,
            households,
            vacant_share: people.vacant_share,
        }
    }

    /// LIV_0.
    #[must_use]
    pub const fn lived_in(&self) -> f64 {
        (1.0 - self.vacant_share) * self.homes
    }
}

impl<const L: usize> Homes<L> {
    /// As in the base year: C = C_0 `compl`.
    #[must_use]
    pub fn new(base: &Base, parameters: &Parameters<[f64; L]>) -> Self {
        Self {
            homes: Lanes::all(base.homes),
            completions: base.completions * drawn(parameters, Parameter::Completions),
            completions_step: Lanes::ZERO,
            lived_in: Lanes::all(base.lived_in()),
        }
    }

    /// A year on: C_t = min(C_0 `compl` (1 + l1 / 100), 0.025 HOM_{t-1}),
    /// HOM_t = HOM_{t-1} + C_t.
    pub fn build(
        &mut self,
        base: &Base,
        most_share: f64,
        year: &PlanYear,
        parameters: &Parameters<[f64; L]>,
    ) {
        let wanted = base.completions
            * drawn(parameters, Parameter::Completions)
            * (1.0 + year.share(Setting::Housing));
        let completions = completed(wanted, most_share, self.homes);
        self.completions_step = completions - self.completions;
        self.completions = completions;
        self.homes += completions;
        self.lived_in = (1.0 - base.vacant_share) * self.homes;
    }

    /// Tells homes and their price over pay, R_t: an output only, nothing reads it. Pay is last
    /// year's, since this year's is not known yet.
    pub fn tell(
        &self,
        base: &Base,
        trend_households: Lanes<L>,
        pay_ln_before: Lanes<L>,
        parameters: &Parameters<[f64; L]>,
        row: &mut Row<L>,
    ) {
        let more_households = (trend_households / base.households).ln();
        let more_homes = (self.homes / base.homes).ln();
        let ratio_ln = ratio_ln([more_households, more_homes], pay_ln_before, parameters);
        row.set(Output::Affordability, base.ratio * ratio_ln.exp());
        row.set(Output::Households, self.lived_in);
        row.set(Output::Completions, self.completions);
        row.set(Output::Dwellings, self.homes);
    }
}

/// C of a year: what is wanted, but no more than a share of the homes that are there.
#[inline]
#[must_use]
pub fn completed<const L: usize>(wanted: Lanes<L>, most_share: f64, homes: Lanes<L>) -> Lanes<L> {
    wanted.lesser(most_share * homes)
}

/// HOM from a start on, where as many are wanted every year.
#[must_use]
pub fn path(start: f64, wanted: f64, most_share: f64, years: usize) -> Vec<f64> {
    let next = |homes: &f64| {
        let Lanes([completions]) = completed(Lanes([wanted]), most_share, Lanes([*homes]));
        Some(homes + completions)
    };
    std::iter::successors(Some(start), next)
        .take(years + 1)
        .collect()
}

/// How price over pay moves with households and homes, each as a log against the start, and with
/// pay of the year before:
///
/// ln(R_t / R_0) = `phi` [ `b_h` ln(HH(PT_t) / HH(P0)) - `b_s` ln(HOM_t / HOM_0) ]
/// + (`b_y` - 1) lnpay_{t-1}
///
/// One percent more households, stock and income move prices by +2, -2 and +1 percent in
/// MHCLG (2018), nationally; they respond more to pay where planning is tight (Hilber and
/// Vermeulen, 2016).
#[must_use]
pub fn ratio_ln<const L: usize>(
    [more_households, more_homes]: [Lanes<L>; 2],
    pay_ln_before: Lanes<L>,
    parameters: &Parameters<[f64; L]>,
) -> Lanes<L> {
    let of = |parameter| drawn(parameters, parameter);
    let pressure = of(Parameter::PricePerHousehold) * more_households
        - of(Parameter::PricePerStock) * more_homes;
    of(Parameter::LocalPrices) * pressure + (of(Parameter::PricePerPay) - 1.0) * pay_ln_before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_by_hand() {
        assert_eq!(path(1_000.0, 10.0, 0.025, 2), [1_000.0, 1_010.0, 1_020.0]);
        let most = path(1_000.0, 90.0, 0.025, 2);
        assert!((most[2] - 1_000.0 * 1.025 * 1.025).abs() < 1e-9);
    }
}
