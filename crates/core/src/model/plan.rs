//! What is decided year by year: settings as they come into force, and all that follows from
//! them and the base figures alone. Worked out once for a scenario, then read by every draw.

use crate::data::model::{Setting, Settings};
use crate::math;

use super::prepared::Prepared;

/// A scenario's settings in force, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Whether loss of space for work costs jobs. Off, jobs are what demand makes them.
    pub with_space: bool,
    /// foc_d = 1 + (x_4f / 100) (need_d - 1): how much of the effort per head a district gets.
    pub focus: Vec<f64>,
    /// The years from the base year on.
    pub years: Vec<PlanYear>,
    /// Whether any year lands jobs by inward investment.
    pub lands_jobs: bool,
    /// Whether any year leads in AI.
    pub leads_in_ai: bool,
}

/// One year of a plan. Logarithms and their steps are those of draw-free factors.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanYear {
    /// The year t.
    pub year: u16,
    /// k = t - base year.
    pub since: usize,
    levels: [f64; Setting::COUNT],
    steps: [f64; Setting::COUNT],
    /// JL: jobs in the metropolis against the base year.
    pub metro_jobs: f64,
    /// ln JL.
    pub metro_jobs_ln: f64,
    /// w: weight of people who move out of the metropolis among those who move to homes.
    pub overspill_weight: f64,
    /// ln(1 - l13 / 100).
    pub cost_ln: f64,
    /// inc(ln(1 - l13 / 100)).
    pub cost_ln_step: f64,
    /// inc(ln K7), K7 the stock of knowledge against the base year.
    pub knowledge_ln_step: f64,
    /// Years of full adoption of AI that the lead so far amounts to.
    pub ai_years: f64,
    /// inc(ln(1 + foc_d l3a / h0_d)) by district.
    pub graduates_ln_step: Vec<f64>,
}

impl PlanYear {
    /// l_j(t): a setting as it is in force.
    #[inline]
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many levels as settings"
    )]
    pub const fn level(&self, setting: Setting) -> f64 {
        self.levels[setting as usize]
    }

    /// A setting told in percent or points, as a share.
    #[inline]
    #[must_use]
    pub const fn share(&self, setting: Setting) -> f64 {
        self.level(setting) / 100.0
    }

    /// inc(l_j): the step from the year before.
    #[inline]
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many steps as settings"
    )]
    pub const fn step(&self, setting: Setting) -> f64 {
        self.steps[setting as usize]
    }
}

impl Plan {
    /// Settings in force: `l_j(t) = x0_j + (x_j - x0_j) r_j(t)`, in the base year the default.
    #[must_use]
    pub fn new(prepared: &Prepared, settings: &Settings, with_space: bool) -> Self {
        let wish = settings.get(Setting::NeedFocus) / 100.0;
        let focus: Vec<f64> = prepared
            .districts
            .iter()
            .map(|district| 1.0 + wish * (district.need - 1.0))
            .collect();
        let mut years: Vec<PlanYear> = Vec::with_capacity(prepared.ramps.len());
        // l7 of each year so far: knowledge follows research with a lag.
        let mut research = Vec::with_capacity(prepared.ramps.len());
        let mut knowledge = 1.0;
        let mut graduates_ln = vec![0.0; focus.len()];
        for (since, shares) in prepared.ramps.iter().enumerate() {
            let mut levels = *prepared.defaults.values();
            for ((level, wanted), share) in levels.iter_mut().zip(settings.values()).zip(shares) {
                *level += (wanted - *level) * share;
            }
            let before = years.last();
            let mut steps = levels;
            for (step, before) in steps
                .iter_mut()
                .zip(before.map_or(&levels, |year| &year.levels))
            {
                *step -= before;
            }
            let mut year = PlanYear {
                year: prepared.year(since),
                since,
                levels,
                steps,
                metro_jobs: before.map_or(1.0, |year| year.metro_jobs),
                metro_jobs_ln: 0.0,
                overspill_weight: 0.0,
                cost_ln: 0.0,
                cost_ln_step: 0.0,
                knowledge_ln_step: 0.0,
                ai_years: before.map_or(0.0, |year| year.ai_years),
                graduates_ln_step: vec![0.0; focus.len()],
            };
            let cost_ln = before.map_or(0.0, |year| year.cost_ln);
            research.push(year.level(Setting::Research));
            if since > 0 {
                year.metropolis(prepared);
                year.travel(cost_ln);
                year.knowledge(prepared, &research, &mut knowledge);
                year.ai(prepared);
                year.graduates(prepared, &focus, &mut graduates_ln);
            }
            years.push(year);
        }
        let any = |setting| years.iter().any(|year| year.level(setting) != 0.0);
        Self {
            with_space,
            lands_jobs: any(Setting::InwardInvestment),
            leads_in_ai: any(Setting::AiAdoption),
            focus,
            years,
        }
    }
}

impl PlanYear {
    /// JL_t = JL_{t-1} (1 + l2 / 100); w = 0.5 clamp(l2o / 5000, 0, 1).
    fn metropolis(&mut self, prepared: &Prepared) {
        let people = &prepared.constants.people;
        self.metro_jobs *= 1.0 + self.share(Setting::MetroJobs);
        self.metro_jobs_ln = math::ln(self.metro_jobs);
        let full = (self.level(Setting::MetroOverspill) / people.overspill_full).clamp(0.0, 1.0);
        self.overspill_weight = people.overspill_weight * full;
    }

    /// ln(1 - l13 / 100).
    fn travel(&mut self, before: f64) {
        self.cost_ln = math::ln(1.0 - self.share(Setting::Transport));
        self.cost_ln_step = self.cost_ln - before;
    }

    /// K7_t = 0.85 K7_{t-1} + 0.15 (1 + l7(t-2) / 100); l7 before the base year is 0.
    fn knowledge(&mut self, prepared: &Prepared, research: &[f64], stock: &mut f64) {
        let output = &prepared.constants.output;
        let lag = usize::from(output.knowledge_lag_years);
        let seen = self.since.checked_sub(lag).and_then(|at| research.get(at));
        let next = next_stock(
            *stock,
            output.knowledge_depreciation,
            seen.copied().unwrap_or(0.0) / 100.0,
        );
        self.knowledge_ln_step = math::ln(next / *stock);
        *stock = next;
    }

    /// c8 grows by (`e8` / 100) l8(t) / 40 in each year of the window.
    fn ai(&mut self, prepared: &Prepared) {
        let output = &prepared.constants.output;
        if (output.ai_first_year..=output.ai_last_year).contains(&self.year) {
            self.ai_years += self.level(Setting::AiAdoption) / output.ai_full_lead;
        }
    }

    /// inc(ln(1 + foc_d l3a / h0_d)).
    fn graduates(&mut self, prepared: &Prepared, focus: &[f64], before: &mut [f64]) {
        let more = self.level(Setting::Skills);
        if more == 0.0 && self.step(Setting::Skills) == 0.0 {
            return;
        }
        let districts = prepared.districts.iter().zip(focus);
        let steps = self.graduates_ln_step.iter_mut().zip(before);
        for ((district, focus), (step, before)) in districts.zip(steps) {
            let now = math::ln(1.0 + focus * more / district.graduate_share_pct);
            *step = now - *before;
            *before = now;
        }
    }
}

/// The stock of knowledge a year on: part of it is out of date, and research, so much more of
/// it than in the base year, fills it up.
fn next_stock(stock: f64, depreciation: f64, more: f64) -> f64 {
    (1.0 - depreciation) * stock + depreciation * (1.0 + more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knowledge_after_a_full_year() {
        assert!((next_stock(1.0, 0.15, 0.5) - 1.075).abs() < 1e-15);
    }
}
