//! Space for work: what is turned into homes takes jobs with it. Assumed, and apart: it can be
//! switched off.
//!
//! The trend of jobs already holds the losses that were going to happen, so only a change of
//! them moves jobs; it does so in both ways. The anchor is a net loss of 771,000 square metres
//! in the decade before 2019, mostly of offices (Lambert Smith Hampton, 2019).

use crate::data::model::{
    Evidence, Parameter, Parameters, Region, SECTIONS, SectionDefaults, Setting, SpaceConstants,
};
use crate::math;

use super::lanes::{Lanes, drawn};
use super::plan::PlanYear;

/// Classes of floorspace that act: offices, industry.
const CLASSES: usize = 2;

/// What of a district's space no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// b_su: share of a section's jobs in each class of space.
    in_class: [[f64; SECTIONS]; CLASSES],
    /// What a district would lose in a year if nothing had faded, square metres per class.
    loss_m2: [f64; CLASSES],
}

/// Years of full loss that the years since the base year amount to, the same in each district:
/// LOST0 and LOST6 over a year's loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lost<const L: usize> {
    trend: Lanes<L>,
    with_setting: Lanes<L>,
}

/// Jobs that go with a square metre of a class: jpm_u.
#[derive(Clone, Copy, Debug)]
pub struct JobsPerM2<const L: usize>([Lanes<L>; CLASSES]);

/// A district's jobs as space lets them be.
#[derive(Clone, Debug, PartialEq)]
pub struct Housed<const L: usize> {
    /// J.
    pub jobs: [Lanes<L>; SECTIONS],
    /// ADD: of these, landed by investment.
    pub added: [Lanes<L>; SECTIONS],
}

impl Base {
    /// Each district of a place: m2_du = 77,100 split_u spc_du, spc_du its share of the jobs in
    /// that class of space.
    #[must_use]
    pub fn of(region: &Region, evidence: &Evidence) -> Vec<Self> {
        let constants = &evidence.constants.space;
        let share = |of: fn(&SectionDefaults) -> f64| {
            let mut shares = [0.0; SECTIONS];
            for (share, section) in shares.iter_mut().zip(&evidence.sections) {
                *share = of(section);
            }
            shares
        };
        let in_class = [
            share(|section| section.office_share),
            share(|section| section.industrial_share),
        ];
        let jobs_in = |jobs: &[f64; SECTIONS]| in_class.map(|shares| weighed(&shares, jobs));
        let mut all = [0.0; CLASSES];
        for district in &region.districts {
            for (all, own) in all.iter_mut().zip(jobs_in(&district.jobs)) {
                *all += own;
            }
        }
        let base = |jobs: &[f64; SECTIONS]| {
            let mut loss_m2 = jobs_in(jobs);
            for ((loss, all), split) in loss_m2.iter_mut().zip(all).zip(constants.split) {
                let share = if all > 0.0 { *loss / all } else { 0.0 };
                *loss = constants.loss_m2_year * split * share;
            }
            Self { in_class, loss_m2 }
        };
        region
            .districts
            .iter()
            .map(|district| base(&district.jobs))
            .collect()
    }

    /// Jobs lost to space since the base year, a level, most of it already in the trend:
    /// sum_u jpm_u LOST6.
    #[must_use]
    pub fn jobs_lost<const L: usize>(&self, lost: &Lost<L>, per_m2: &JobsPerM2<L>) -> Lanes<L> {
        let classes = per_m2.0.iter().zip(&self.loss_m2);
        let jobs = classes.map(|(per_m2, loss)| *per_m2 * *loss);
        jobs.sum::<Lanes<L>>() * lost.with_setting
    }
}

impl<const L: usize> Lost<L> {
    /// Nothing yet.
    pub const NOTHING: Self = Self {
        trend: Lanes::ZERO,
        with_setting: Lanes::ZERO,
    };

    /// A year on: the loss fades by 2^(-(t - 2019) / `halflife`), and the setting cuts it by
    /// l6 percent.
    pub fn advance(
        &mut self,
        constants: &SpaceConstants,
        year: &PlanYear,
        parameters: &Parameters<[f64; L]>,
    ) {
        let passed = f64::from(year.year) - f64::from(constants.fades_from);
        let half_life = drawn(parameters, Parameter::LossHalfLife);
        let loss = (-math::ln(2.0) * passed / half_life).exp();
        self.trend += loss;
        self.with_setting += loss * (1.0 - year.share(Setting::ProtectSpace));
    }
}

impl<const L: usize> JobsPerM2<L> {
    /// (1 - `sigma_f`) `in_use` / rho_u.
    #[must_use]
    pub fn new(constants: &SpaceConstants, parameters: &Parameters<[f64; L]>) -> Self {
        let gone = 1.0 - drawn(parameters, Parameter::SpaceKept);
        let of_used = gone * drawn(parameters, Parameter::SpaceInUse);
        Self(constants.m2_per_job.map(|m2| of_used / m2))
    }
}

impl<const L: usize> Housed<L> {
    /// As many as in the base year.
    #[must_use]
    pub fn new(jobs: &[f64; SECTIONS]) -> Self {
        Self {
            jobs: jobs.map(Lanes::all),
            added: [Lanes::ZERO; SECTIONS],
        }
    }

    /// Jobs of a year: J = max( J* - sum_u jpm_u (LOST6 - LOST0) mixu_dsu, 0 ), mixu the
    /// section's share of the district's jobs in that class of space; ADD = min(ADD*, J).
    /// Without a base the block is off: J = J*, ADD = ADD*.
    pub fn fit(
        &mut self,
        base: Option<&Base>,
        lost: &Lost<L>,
        per_m2: &JobsPerM2<L>,
        wanted: &[Lanes<L>; SECTIONS],
        added: Option<&[Lanes<L>; SECTIONS]>,
    ) {
        self.jobs = *wanted;
        let more = lost.with_setting - lost.trend;
        if let Some(base) = base.filter(|_| !more.is(0.0)) {
            let classes = base.in_class.iter().zip(&base.loss_m2).zip(&per_m2.0);
            for ((shares, loss), per_m2) in classes {
                let in_class: Lanes<L> = wanted
                    .iter()
                    .zip(shares)
                    .map(|(jobs, share)| *jobs * *share)
                    .sum();
                let lost = *per_m2 * *loss * more;
                // Lost per job in the class; none where there are no such jobs.
                let rate = lost.with(
                    in_class,
                    |lost, jobs| {
                        if jobs > 0.0 { lost / jobs } else { 0.0 }
                    },
                );
                for ((jobs, wanted), share) in self.jobs.iter_mut().zip(wanted).zip(shares) {
                    *jobs -= rate * (*wanted * *share);
                }
            }
            for jobs in &mut self.jobs {
                *jobs = jobs.at_least(0.0);
            }
        }
        if let Some(wanted) = added {
            self.added = *wanted;
            if base.is_some() {
                for (added, jobs) in self.added.iter_mut().zip(&self.jobs) {
                    *added = added.lesser(*jobs);
                }
            }
        }
    }
}

fn weighed(shares: &[f64; SECTIONS], jobs: &[f64; SECTIONS]) -> f64 {
    shares
        .iter()
        .zip(jobs)
        .map(|(share, jobs)| share * jobs)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::example;

    /// 1,000 square metres of offices at `sigma_f` 0.3 and `in_use` 0.6 are 35 jobs.
    #[test]
    fn jobs_of_offices() {
        let evidence = example::evidence();
        let mut parameters = example::central::<1>(&evidence);
        parameters.set(Parameter::SpaceKept, [0.3]);
        parameters.set(Parameter::SpaceInUse, [0.6]);
        let [Lanes([offices]), _] = JobsPerM2::new(&evidence.constants.space, &parameters).0;
        assert!((offices * 1_000.0 - 35.0).abs() < 1e-12);
    }
}
