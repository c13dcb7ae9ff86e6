//! Output per job, value added and pay.
//!
//! Output per job grows with the country's, with density and with what settings do, each a
//! cumulative log against the base year; sections that answer to density in the same way share
//! one. Value added is at prices of the base pack's year, pay at those of the base year: real,
//! so never inflated.

use crate::data::model::{
    BySection, DECAYS, DensityClass, DensityConstants, District, Evidence, Parameter, Parameters,
    Region, SECTIONS, Setting,
};

use super::density::Density;
use super::jobs::{jobs_of, zip_sections};
use super::lanes::{Lanes, drawn, drawn_share};
use super::plan::PlanYear;
use super::space::Housed;

/// Classes of sections: those that density does not move, then the four that it does.
const CLASSES: usize = 5;
/// Digital settings whose effects overlap: skills, gigabit, management, AI.
const DIGITAL: usize = 4;

/// What of the whole place's output no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// The class of each section.
    class_of: [usize; SECTIONS],
    /// eta and the place of alpha, of each class.
    density: [(f64, usize); CLASSES],
    /// ai_s: exposure to AI over its mean, weighted by jobs.
    ai: BySection,
}

/// What of a district's output no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictBase {
    /// y_0: GBP million per job.
    output: BySection,
    /// yadd: of jobs that investment lands.
    added_output: BySection,
    /// Pay_0, GBP a week.
    pub pay: f64,
}

/// A district's output in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Productivity<const L: usize> {
    /// lny without the digital group, by class.
    class_ln: [Lanes<L>; CLASSES],
    /// c'5 + c'9 + c'10: the digital group's part of lny that is the same in every section.
    digital: Lanes<L>,
    /// c'8: of AI, at mean exposure.
    ai: Lanes<L>,
    /// lnpay.
    pub pay_ln: Lanes<L>,
    /// Value added by section, GBP million.
    pub gva: [Lanes<L>; SECTIONS],
}

/// What is the same in every district in a year.
#[derive(Clone, Copy, Debug)]
pub struct Year<const L: usize> {
    /// `g_y` / 100 + con7 + con12.
    growth: Lanes<L>,
    /// `g_n` / 100.
    jobs_growth: Lanes<L>,
    /// `eta_x`.
    density: Lanes<L>,
    /// `e3a`.
    per_graduate: Lanes<L>,
    /// (`e3b` / 100) inc(l3b).
    training: Lanes<L>,
    /// (`e5_y` / 100)(l5 / 10), before focus.
    digital_skills: Lanes<L>,
    /// c9, c10 and c8.
    others: [Lanes<L>; DIGITAL - 1],
    /// `overlap`.
    overlap: Lanes<L>,
    /// `pi`.
    pay_follows: Lanes<L>,
    /// `eps_w`.
    wage_curve: Lanes<L>,
    leads_in_ai: bool,
}

/// What a district's output answers to in a year.
#[derive(Clone, Copy, Debug)]
pub struct Local<'a, const L: usize> {
    /// foc_d.
    pub focus: f64,
    /// inc(ln(1 + foc_d l3a / h0_d)).
    pub graduates_ln_step: f64,
    /// Its density.
    pub density: &'a Density<L>,
    /// Its jobs.
    pub jobs: &'a Housed<L>,
    /// Jd: their sum.
    pub all_jobs: Lanes<L>,
    /// ln(u_t / u_{t-1}).
    pub unemployment_ln_step: Lanes<L>,
}

impl Base {
    /// Of a place.
    #[must_use]
    pub fn new(region: &Region, evidence: &Evidence) -> Self {
        let mut class_of = [0; SECTIONS];
        for (class, section) in class_of.iter_mut().zip(&evidence.sections) {
            *class = section.density.map_or(0, |own| 1 + row(own));
        }
        let county: BySection = std::array::from_fn(|section| jobs_of(region, section));
        let exposed = zip_sections(&county, &evidence.sections, |jobs, section| {
            jobs * section.ai_exposure
        });
        let mean = exposed.iter().sum::<f64>() / county.iter().sum::<f64>();
        let ai = zip_sections(&county, &evidence.sections, |_, section| {
            if mean > 0.0 {
                section.ai_exposure / mean
            } else {
                0.0
            }
        });
        Self {
            class_of,
            density: classes(&evidence.constants.density),
            ai,
        }
    }
}

impl DistrictBase {
    /// Of a district; `medians` those of [`medians`].
    #[must_use]
    pub fn new(district: &District, medians: &BySection) -> Self {
        let output = district.gva_gbp_m_per_job;
        let mut added_output = *medians;
        for (added, own) in added_output.iter_mut().zip(output) {
            if own != 0.0 {
                *added = added.min(own);
            }
        }
        Self {
            output,
            added_output,
            pay: district.pay_gbp_week,
        }
    }
}

/// med_s: median of y_0 over districts with jobs in s, the mean of the middle two if they are
/// even in number. New jobs are not credited with one plant's output.
#[must_use]
pub fn medians(region: &Region) -> BySection {
    std::array::from_fn(|section| {
        let of = |values: &BySection| values.get(section).copied().unwrap_or(0.0);
        let with_jobs = region.districts.iter().filter(|own| of(&own.jobs) > 0.0);
        let mut outputs: Vec<f64> = with_jobs.map(|own| of(&own.gva_gbp_m_per_job)).collect();
        outputs.sort_by(f64::total_cmp);
        let middle = outputs.len() / 2;
        let upper = outputs.get(middle).copied().unwrap_or(0.0);
        if outputs.len().is_multiple_of(2) {
            let lower = middle.checked_sub(1).and_then(|at| outputs.get(at));
            f64::midpoint(lower.copied().unwrap_or(0.0), upper)
        } else {
            upper
        }
    })
}

impl<const L: usize> Year<L> {
    /// What moves output everywhere alike, `all_jobs` the whole place's:
    ///
    /// con7 = `e7` `cap7` inc(ln K7); con12 = `fo12` N12 / sum Jd, percent of output per point
    /// of foreign-owned share times the points added; c9 = (`e9_y` / 100)(l9 / 10);
    /// c10 = (l10 / 100) ln(1 + `e10` / 100); c8 = (`e8` / 100) years of full adoption.
    #[must_use]
    pub fn new(
        year: &PlanYear,
        leads_in_ai: bool,
        parameters: &Parameters<[f64; L]>,
        all_jobs: Lanes<L>,
    ) -> Self {
        let of = |parameter| drawn(parameters, parameter);
        let share = |parameter| drawn_share(parameters, parameter);
        let research = of(Parameter::OutputPerResearch) * of(Parameter::ResearchKeptLocal);
        let landed = of(Parameter::InvestmentNetShare) * year.level(Setting::InwardInvestment);
        let foreign = of(Parameter::OutputPerForeignOwned) * landed / all_jobs.at_least(1.0);
        let gigabit = share(Parameter::OutputPerGigabit) * (year.level(Setting::Gigabit) / 10.0);
        let treated = year.share(Setting::Management);
        let management = if treated == 0.0 {
            Lanes::ZERO
        } else {
            treated * (1.0 + share(Parameter::OutputPerManagement)).ln()
        };
        Self {
            growth: share(Parameter::GrowthOfOutput) + research * year.knowledge_ln_step + foreign,
            jobs_growth: share(Parameter::GrowthOfJobs),
            density: of(Parameter::DensityScale),
            per_graduate: of(Parameter::OutputPerGraduate),
            training: share(Parameter::OutputPerTraining) * year.step(Setting::Training),
            digital_skills: share(Parameter::OutputPerDigitalSkill)
                * (year.level(Setting::DigitalSkills) / 10.0),
            others: [
                gigabit,
                management,
                share(Parameter::OutputPerAi) * year.ai_years,
            ],
            overlap: of(Parameter::DigitalOverlap),
            pay_follows: of(Parameter::PayFollowsOutput),
            wage_curve: of(Parameter::WageCurve),
            leads_in_ai,
        }
    }
}

impl<const L: usize> Productivity<L> {
    /// As in the base year.
    #[must_use]
    pub fn new(base: &DistrictBase, jobs: &BySection) -> Self {
        let mut gva = jobs.map(Lanes::all);
        for (gva, output) in gva.iter_mut().zip(base.output) {
            *gva = *gva * output;
        }
        Self {
            class_ln: [Lanes::ZERO; CLASSES],
            digital: Lanes::ZERO,
            ai: Lanes::ZERO,
            pay_ln: Lanes::ZERO,
            gva,
        }
    }

    /// A year on:
    ///
    /// inc(lny_ds) = `g_y` / 100 + eta_s `eta_x` ( inc(ln EJ_d,alpha(s)) - `g_n` / 100 ) + con3 +
    /// con7 + con12 + inc(G_ds), with con3 = `e3a` inc(ln(1 + foc l3a / h0)) + (`e3b` / 100) foc
    /// inc(l3b) and G_ds = c'5 + c'9 + c'10 + c'8 ai_s.
    ///
    /// The country's growth of jobs is taken off density because `g_y` already contains it.
    pub fn advance(
        &mut self,
        place: &Base,
        base: &DistrictBase,
        year: &Year<L>,
        local: &Local<'_, L>,
    ) {
        let skills = year.per_graduate * local.graduates_ln_step + year.training * local.focus;
        let alike = year.growth + skills;
        let mut steps = [Lanes::ZERO; CLASSES];
        let cells = steps.iter_mut().zip(&mut self.class_ln);
        for ((step, ln), &(elasticity, decay)) in cells.zip(&place.density) {
            *step = alike;
            if elasticity != 0.0 {
                let density = local
                    .density
                    .ln_step
                    .get(decay)
                    .copied()
                    .unwrap_or_default();
                *step += year.density * elasticity * (density - year.jobs_growth);
            }
            *ln += *step;
        }

        let [gigabit, management, ai] = year.others;
        let own = [year.digital_skills * local.focus, gigabit, management, ai];
        let [skills, gigabit, management, ai] = overlapped(own, year.overlap);
        let digital = skills + gigabit + management;
        let (digital_step, ai_step) = (digital - self.digital, ai - self.ai);
        (self.digital, self.ai) = (digital, ai);

        self.produce(place, base, year.leads_in_ai, local.jobs);
        let mut growth = self.mean_step(place, local, &steps) + digital_step;
        if year.leads_in_ai {
            growth += ai_step * exposure(place, local);
        }
        self.pay_ln += pay_step(
            [year.pay_follows, year.wage_curve],
            growth,
            local.unemployment_ln_step,
        );
    }

    /// GVA_ds = exp(lny_ds) [ y_0ds (J - ADD) + yadd_ds ADD ].
    #[expect(
        clippy::indexing_slicing,
        reason = "classes of sections are within classes"
    )]
    fn produce(&mut self, place: &Base, base: &DistrictBase, leads_in_ai: bool, jobs: &Housed<L>) {
        let per_class = Lanes::exp_all(self.class_ln.map(|ln| ln + self.digital));
        for (section, gva) in self.gva.iter_mut().enumerate() {
            let mut growth = per_class[place.class_of[section]];
            if leads_in_ai {
                growth *= (self.ai * place.ai[section]).exp();
            }
            let (all, added) = (jobs.jobs[section], jobs.added[section]);
            let level = (all - added) * base.output[section] + added * base.added_output[section];
            *gva = growth * level;
        }
    }

    /// sum_s (J_ds / Jd) inc(lny_ds) without the digital group.
    #[expect(
        clippy::indexing_slicing,
        reason = "classes of sections are within classes"
    )]
    fn mean_step(
        &self,
        place: &Base,
        local: &Local<'_, L>,
        steps: &[Lanes<L>; CLASSES],
    ) -> Lanes<L> {
        let mut jobs = [Lanes::ZERO; CLASSES];
        for (own, class) in local.jobs.jobs.iter().zip(&place.class_of) {
            jobs[*class] += *own;
        }
        let sum: Lanes<L> = jobs
            .iter()
            .zip(steps)
            .map(|(jobs, step)| *jobs * *step)
            .sum();
        sum / local.all_jobs.at_least(1.0)
    }
}

/// sum_s (J_ds / Jd) ai_s.
fn exposure<const L: usize>(place: &Base, local: &Local<'_, L>) -> Lanes<L> {
    let sections = local.jobs.jobs.iter().zip(&place.ai);
    let sum: Lanes<L> = sections.map(|(jobs, ai)| *jobs * *ai).sum();
    sum / local.all_jobs.at_least(1.0)
}

/// Effects of the digital group once they overlap: the largest counts in full, the others at
/// `overlap`; effects below 0 stay as they are.
///
/// disc = (top + `overlap` (tot - top)) / tot over the positive ones, 1 if there are none.
fn overlapped<const L: usize>(
    effects: [Lanes<L>; DIGITAL],
    overlap: Lanes<L>,
) -> [Lanes<L>; DIGITAL] {
    let positive = effects.map(|effect| effect.at_least(0.0));
    let total: Lanes<L> = positive.into_iter().sum();
    if total.is(0.0) {
        return effects;
    }
    let top = positive.into_iter().fold(Lanes::ZERO, |top, effect| {
        top.with(
            effect,
            |top, effect| if effect > top { effect } else { top },
        )
    });
    let kept = top + overlap * (total - top);
    let discount = kept.with(
        total,
        |kept, total| if total > 0.0 { kept / total } else { 1.0 },
    );
    effects.map(|effect| {
        let discounted = effect * discount;
        effect.with(
            discounted,
            |effect, discounted| {
                if effect > 0.0 { discounted } else { effect }
            },
        )
    })
}

/// inc(lnpay_d) = `pi` sum_s (J_ds / Jd) inc(lny_ds) + `eps_w` ln(u_t / u_{t-1}): the wage
/// curve, -0.1 raw, -0.07 corrected for publication bias (Nijkamp and Poot, 2005).
fn pay_step<const L: usize>(
    [follows, wage_curve]: [Lanes<L>; 2],
    growth: Lanes<L>,
    unemployment_ln_step: Lanes<L>,
) -> Lanes<L> {
    follows * growth + wage_curve * unemployment_ln_step
}

const fn row(class: DensityClass) -> usize {
    match class {
        DensityClass::Manufacturing => 0,
        DensityClass::Construction => 1,
        DensityClass::ConsumerServices => 2,
        DensityClass::BusinessServices => 3,
    }
}

fn classes(density: &DensityConstants) -> [(f64, usize); CLASSES] {
    let mut classes = [(0.0, 0); CLASSES];
    let given = density.elasticities.into_iter().zip(density.decay_of);
    for (class, (elasticity, decay)) in classes.iter_mut().skip(1).zip(given) {
        *class = (elasticity, decay.min(DECAYS - 1));
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math;

    #[test]
    fn what_a_second_digital_lever_adds() {
        let effects = [0.004, 0.010, 0.002, 0.006];
        let found = overlapped(effects.map(|effect| Lanes([effect])), Lanes([0.75]));
        for (found, effect) in found.into_iter().zip(effects) {
            assert!((found.0[0] / effect - 0.863_636_4).abs() < 5e-8);
        }
        let mixed = overlapped(
            [
                Lanes([-0.01, 0.0]),
                Lanes([0.02, 0.0]),
                Lanes::ZERO,
                Lanes::ZERO,
            ],
            Lanes([0.5, 0.5]),
        );
        assert_eq!(mixed[0], Lanes([-0.01, 0.0]));
        assert_eq!(mixed[1], Lanes([0.02, 0.0]));
    }

    #[test]
    fn pay_by_hand() {
        let unemployment = math::ln(0.027 / 0.030);
        let step = pay_step(
            [Lanes([0.6]), Lanes([-0.07])],
            Lanes([0.01]),
            Lanes([unemployment]),
        );
        assert!((step.0[0] - 0.013_375_2).abs() < 5e-8);
    }
}
