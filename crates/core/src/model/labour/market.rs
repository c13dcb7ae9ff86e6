//! Jobs meet people: unemployment, commuting to the metropolis, work that residents have.

use crate::data::model::{District, LabourConstants, Parameter, Parameters};

use super::supply::Supply;
use crate::model::demography::Groups;
use crate::model::lanes::{Lanes, drawn, drawn_share};
use crate::model::output::Output;
use crate::model::plan::PlanYear;
use crate::model::results::Row;

/// What of a district's labour market no setting and no draw touches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// u_0.
    unemployment: f64,
    /// COM_0.
    commuters: f64,
    /// LF_0.
    labour_force: f64,
    /// Jd_0.
    jobs: f64,
    /// (1 - dj) (1 - n0): of local jobs, those of people who live here, net.
    own_share: f64,
}

/// A district's labour market in every draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market<const L: usize> {
    /// COM: residents who commute to the metropolis, persons.
    commuters: Lanes<L>,
    /// gap: log of jobs held by residents over residents in work as in the base year.
    gap: Lanes<L>,
    /// ubar: where unemployment settles.
    settled: Lanes<L>,
    /// u, 0 to 1.
    pub unemployment: Lanes<L>,
    /// ln(u_t / u_{t-1}).
    pub unemployment_ln_step: Lanes<L>,
}

/// What is the same in every district in a year.
#[derive(Clone, Copy, Debug)]
pub struct Year<const L: usize> {
    /// JL^`eta_L` (1 - `tele` min(k / 10, 1)).
    metro_pull: Lanes<L>,
    /// (`ucyc` / 100) min(k / 3, 1).
    above_base: Lanes<L>,
}

impl Base {
    /// A district with such a labour force in the base year.
    ///
    /// n0 = 1 - (LF_0 (1 - u_0) - COM_0) / (Jd_0 (1 - dj)) is the share of local jobs held, net,
    /// by people from elsewhere; below 0 where more go out than come in.
    #[must_use]
    pub fn new(district: &District, labour_force: f64) -> Self {
        let jobs = district.jobs.iter().sum::<f64>().max(1.0);
        let at_work = labour_force * (1.0 - district.unemployment_rate);
        Self {
            unemployment: district.unemployment_rate,
            commuters: district.commuters_metro,
            labour_force: labour_force.max(1.0),
            jobs,
            own_share: (at_work - district.commuters_metro) / jobs,
        }
    }

    /// n0, for checks.
    #[must_use]
    pub fn outsiders(&self, labour: &LabourConstants) -> f64 {
        1.0 - self.own_share / (1.0 - labour.second_jobs_share)
    }
}

impl<const L: usize> Year<L> {
    /// How the metropolis pulls and unemployment shifts in a year.
    #[must_use]
    pub fn new(
        labour: &LabourConstants,
        year: &PlanYear,
        parameters: &Parameters<[f64; L]>,
    ) -> Self {
        let since = year.since as f64;
        let phased = |years: f64| (since / years).min(1.0);
        let pull = (drawn(parameters, Parameter::CommutingPerMetroJob) * year.metro_jobs_ln).exp();
        let stay = drawn(parameters, Parameter::HomeWorking) * phased(labour.home_working_years);
        Self {
            metro_pull: pull * (1.0 - stay),
            above_base: drawn_share(parameters, Parameter::AverageUnemployment)
                * phased(labour.unemployment_years),
        }
    }
}

impl<const L: usize> Market<L> {
    /// As in the base year.
    #[must_use]
    pub const fn new(base: &Base) -> Self {
        Self {
            commuters: Lanes::all(base.commuters),
            gap: Lanes::ZERO,
            settled: Lanes::all(base.unemployment),
            unemployment: Lanes::all(base.unemployment),
            unemployment_ln_step: Lanes::ZERO,
        }
    }

    /// A year on, with so many local jobs:
    ///
    /// COM_t = COM_0 (LF / LF_0) JL^`eta_L` (Jd / Jd_0)^-0.1 (1 - `tele` min(k / 10, 1));
    /// gap_t = ln[ (Jd (1 - dj)(1 - n0) + COM_t) / (LF (1 - u_0)) ];
    /// ubar_t = u_0 + (`ucyc` / 100) min(k / 3, 1);
    /// u_t = ubar_t + 0.6 (u_{t-1} - ubar_{t-1}) - 0.3 inc(gap), within 0.015..0.12.
    ///
    /// Only changes of the gap move unemployment; commuting takes the rest (Manning and
    /// Petrongolo, 2017: labour markets overlap, local stimulus leaks).
    pub fn advance(
        &mut self,
        base: &Base,
        labour: &LabourConstants,
        year: &Year<L>,
        jobs: Lanes<L>,
        supply: &Supply<L>,
    ) {
        let more_jobs_ln = (jobs.at_least(1.0) / base.jobs).ln();
        let stay = (labour.commuting_local_jobs * more_jobs_ln).exp();
        let more_people = supply.labour_force / base.labour_force;
        self.commuters = base.commuters * more_people * year.metro_pull * stay;

        // (1 - dj)(1 - n0) = (LF_0 (1 - u_0) - COM_0) / Jd_0.
        let held = jobs * base.own_share + self.commuters;
        let at_work = supply.labour_force * (1.0 - base.unemployment);
        let gap = (held.at_least(1.0) / at_work.at_least(1.0)).ln();
        let gap_step = gap - self.gap;
        self.gap = gap;

        let settled = base.unemployment + year.above_base;
        let before = self.unemployment;
        self.unemployment = next_unemployment(labour, before, [self.settled, settled], gap_step);
        self.settled = settled;
        self.unemployment_ln_step = (self.unemployment / before).ln();
    }

    /// Tells the labour market. Employed residents = LF (1 - u).
    pub fn tell(
        &self,
        labour: &LabourConstants,
        jobs: Lanes<L>,
        supply: &Supply<L>,
        people: &Groups<L>,
        row: &mut Row<L>,
    ) {
        let at_work = 1.0 - self.unemployment;
        let employed = supply.labour_force * at_work;
        let rate = 100.0 * supply.of_working_age * at_work / people.aged_16_64().at_least(1.0);
        row.set(Output::LabourForce, supply.labour_force);
        row.set(Output::EmploymentRate, rate);
        row.set(Output::UnemploymentRate, 100.0 * self.unemployment);
        row.set(Output::CommutersMetro, self.commuters);
        row.set(
            Output::NetCommuting,
            jobs * (1.0 - labour.second_jobs_share) - employed,
        );
    }
}

/// Unemployment a year on: what is left of last year's deviation, less the step of the gap.
fn next_unemployment<const L: usize>(
    labour: &LabourConstants,
    before: Lanes<L>,
    [settled_before, settled]: [Lanes<L>; 2],
    gap_step: Lanes<L>,
) -> Lanes<L> {
    let deviation = labour.unemployment_persistence * (before - settled_before);
    let next = settled + deviation - labour.gap_pass_through * gap_step;
    next.clamp(labour.least_unemployment, labour.most_unemployment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::example;

    #[test]
    fn unemployment_by_hand() {
        let labour = example::evidence().constants.labour;
        let settled = Lanes([0.03]);
        let next = next_unemployment(&labour, Lanes([0.034]), [settled; 2], Lanes([0.01]));
        assert!((next.0[0] - 0.0294).abs() < 1e-15);
    }
}
