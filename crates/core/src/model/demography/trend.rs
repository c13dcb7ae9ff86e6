//! People if homes did not matter: the trend of births, deaths and migration, and what the
//! metropolis sends besides.
//!
//! It follows from three parameters and one setting alone. So it is walked first, and again only
//! when one of these has changed: a reader who moves another lever does not wait for it.

use super::People;
use super::tracks::Vital;
use crate::data::model::{AGES, Parameter, Parameters, SEXES, Setting};
use crate::model::lanes::Lanes;
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;

/// What the trend depends on.
const DRAWN: [Parameter; 3] = [
    Parameter::Fertility,
    Parameter::FallOfDeathRates,
    Parameter::Migration,
];

/// The trend of every district in every draw.
#[derive(Clone, Debug)]
pub struct Trend<const L: usize> {
    walked: Option<Walked<L>>,
    people: People<L>,
    vital: Vec<Vital<L>>,
    /// HH(PT): the years of the first district, of the second and so on.
    households: Vec<Lanes<L>>,
}

/// What the trend was walked with last.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Walked<const L: usize> {
    drawn: [[f64; L]; DRAWN.len()],
    overspill: f64,
}

impl<const L: usize> Trend<L> {
    /// Room for the trend of a place.
    #[must_use]
    pub fn new(prepared: &Prepared) -> Self {
        let years = prepared.ramps.len();
        Self {
            walked: None,
            people: [[[0.0; L]; AGES]; SEXES],
            vital: Vec::with_capacity(years),
            households: vec![Lanes::ZERO; years * prepared.districts.len()],
        }
    }

    /// Walks from the base year to the last: PT_t = STEP(PT_{t-1}, NM_t + over PhiL, ..).
    pub fn walk(&mut self, prepared: &Prepared, plan: &Plan, parameters: &Parameters<[f64; L]>) {
        let overspill = plan.years.last();
        let walked = Walked {
            drawn: DRAWN.map(|parameter| parameters.get(parameter)),
            overspill: overspill.map_or(0.0, |year| year.level(Setting::MetroOverspill)),
        };
        if self.walked == Some(walked) {
            return;
        }
        self.walked = Some(walked);
        self.vital.clear();
        let years = plan.years.iter();
        self.vital
            .extend(years.map(|year| Vital::new(year, parameters)));
        let rows = self.households.chunks_mut(plan.years.len());
        for (district, row) in prepared.districts.iter().zip(rows) {
            let base = &district.people;
            self.people = base.start();
            let years = plan.years.iter().zip(&self.vital);
            for (households, (year, vital)) in row.iter_mut().zip(years) {
                if year.since > 0 {
                    let overspill = base.overspill(year);
                    vital.step(base, &prepared.movers, overspill, &mut self.people);
                }
                *households = base.households_of(&self.people);
            }
        }
    }

    /// Births, deaths and migration of a year.
    #[must_use]
    pub fn vital(&self, since: usize) -> Option<&Vital<L>> {
        self.vital.get(since)
    }

    /// HH(PT) of each district in a year.
    pub fn households(&self, since: usize) -> impl Iterator<Item = Lanes<L>> {
        let years = self.vital.len().max(1);
        self.households.iter().skip(since).step_by(years).copied()
    }
}
