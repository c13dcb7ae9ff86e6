//! Effective density: how many jobs are within reach, those far away counting for less.
//!
//! Graham, Gibbons and Martin (2009) for the Department for Transport. It is this year's jobs:
//! no lag is needed, because jobs do not read density.

use crate::data::model::{DECAYS, Evidence, Parameter, Parameters, Region};
use crate::math;

use super::lanes::{Lanes, drawn_share};
use super::plan::PlanYear;

/// Below this density logarithms make no sense.
const LEAST: f64 = 1e-6;

/// What of a place's density no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// A row per district.
    rows: Vec<Row>,
    /// alpha.
    decays: [f64; DECAYS],
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// T_de^-alpha to each district, of distances in km.
    weights: Vec<[f64; DECAYS]>,
    /// XL: jobs in the metropolis.
    metro: [f64; DECAYS],
    /// XR: jobs elsewhere.
    rest: [f64; DECAYS],
    /// ln EJ of the base year.
    ln: [f64; DECAYS],
}

/// A district's density in every draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Density<const L: usize> {
    /// ln of the jobs within reach, cost of travel apart.
    ln: [Lanes<L>; DECAYS],
    /// inc(ln EJ).
    pub ln_step: [Lanes<L>; DECAYS],
}

/// What is the same in every district in a year.
#[derive(Clone, Copy, Debug)]
pub struct Year<const L: usize> {
    /// JL.
    metro: f64,
    /// exp((`g_n` / 100) k).
    pub rest: Lanes<L>,
    /// inc(ln(1 - l13 / 100)).
    cost_ln_step: f64,
}

impl Base {
    /// Of a place.
    #[must_use]
    pub fn new(region: &Region, evidence: &Evidence) -> Self {
        let decays = evidence.constants.density.decays;
        let jobs: Vec<Lanes<1>> = region
            .districts
            .iter()
            .map(|district| Lanes([district.jobs.iter().sum()]))
            .collect();
        let rows = region.districts.iter().zip(&region.distance_km);
        let rows = rows.map(|(district, distances)| {
            let mut row = Row {
                weights: distances
                    .iter()
                    .map(|km| decays.map(|decay| math::pow(*km, -decay)))
                    .collect(),
                metro: district.outside_jobs.metro,
                rest: district.outside_jobs.rest,
                ln: [0.0; DECAYS],
            };
            row.ln = row
                .within_reach(&jobs, 1.0, Lanes::ONE)
                .map(|Lanes([jobs])| math::ln(jobs));
            row
        });
        Self {
            rows: rows.collect(),
            decays,
        }
    }
}

impl Row {
    /// sum_e Jd_e T_de^-alpha + XL JL + XR exp((`g_n` / 100) k).
    #[inline]
    fn within_reach<const L: usize>(
        &self,
        jobs: &[Lanes<L>],
        metro: f64,
        rest: Lanes<L>,
    ) -> [Lanes<L>; DECAYS] {
        let mut reach = [Lanes::ZERO; DECAYS];
        for ((reach, own_metro), own_rest) in reach.iter_mut().zip(&self.metro).zip(&self.rest) {
            *reach = Lanes::all(own_metro * metro) + rest * *own_rest;
        }
        for (jobs, weights) in jobs.iter().zip(&self.weights) {
            for (reach, weight) in reach.iter_mut().zip(weights) {
                *reach += *jobs * *weight;
            }
        }
        reach.map(|reach| reach.at_least(LEAST))
    }
}

impl<const L: usize> Year<L> {
    /// How jobs outside and the cost of travel stand in a year.
    #[must_use]
    pub fn new(year: &PlanYear, parameters: &Parameters<[f64; L]>) -> Self {
        let growth = drawn_share(parameters, Parameter::GrowthOfJobs);
        Self {
            metro: year.metro_jobs,
            rest: (growth * year.since as f64).exp(),
            cost_ln_step: year.cost_ln_step,
        }
    }
}

impl<const L: usize> Density<L> {
    /// As in the base year, for each district.
    pub fn all(base: &Base) -> impl Iterator<Item = Self> {
        base.rows.iter().map(|row| Self {
            ln: row.ln.map(Lanes::all),
            ln_step: [Lanes::ZERO; DECAYS],
        })
    }

    /// A year on, `jobs` those of every district:
    ///
    /// EJ_d = \[ sum_e Jd_e T_de^-alpha + XL JL_t + XR exp((`g_n` / 100) k) \] (1 - l13 / 100)^-alpha.
    pub fn advance(&mut self, base: &Base, district: usize, year: &Year<L>, jobs: &[Lanes<L>]) {
        let Some(row) = base.rows.get(district) else {
            return;
        };
        let reach = row.within_reach(jobs, year.metro, year.rest);
        let reach_ln = Lanes::ln_all(reach);
        let cells = self.ln.iter_mut().zip(&mut self.ln_step);
        for (((ln, step), now), decay) in cells.zip(reach_ln).zip(&base.decays) {
            *step = now - *ln - Lanes::all(decay * year.cost_ln_step);
            *ln = now;
        }
    }
}
