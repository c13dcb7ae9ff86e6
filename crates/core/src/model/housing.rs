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
        let completions = wanted.lesser(most_share * self.homes);
        self.completions_step = completions - self.completions;
        self.completions = completions;
        self.homes += completions;
        self.lived_in = (1.0 - base.vacant_share) * self.homes;
    }

    /// Tells homes and their price over pay, R_t: an output only, nothing reads it.
    ///
    /// ln(R_t / R_0) = `phi` [ `b_h` ln(HH(PT_t) / HH(P0)) - `b_s` ln(HOM_t / HOM_0) ]
    /// + (`b_y` - 1) lnpay_{t-1}
    ///
    /// One percent more households, stock and income move prices by +2, -2 and +1 percent in
    /// MHCLG (2018), nationally; they respond more to pay where planning is tight (Hilber and
    /// Vermeulen, 2016). Pay is last year's, since this year's is not known yet.
    pub fn tell(
        &self,
        base: &Base,
        trend_households: Lanes<L>,
        pay_ln_before: Lanes<L>,
        parameters: &Parameters<[f64; L]>,
        row: &mut Row<L>,
    ) {
        let of = |parameter| drawn(parameters, parameter);
        let more_households = (trend_households / base.households).ln();
        let more_homes = (self.homes / base.homes).ln();
        let pressure = of(Parameter::PricePerHousehold) * more_households
            - of(Parameter::PricePerStock) * more_homes;
        let ratio_ln = of(Parameter::LocalPrices) * pressure
            + (of(Parameter::PricePerPay) - 1.0) * pay_ln_before;
        row.set(Output::Affordability, base.ratio * ratio_ln.exp());
        row.set(Output::Households, self.lived_in);
        row.set(Output::Completions, self.completions);
        row.set(Output::Dwellings, self.homes);
    }
}
