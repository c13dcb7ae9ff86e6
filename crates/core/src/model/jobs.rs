//! Jobs by section as demand makes them, before there is space for them.
//!
//! There is no local trend: growth of 2015 to 2017 did not persist to 2024 in any form tried.
//! Jobs of high technology bring local services with them (UK: Lee and Clarke, 2019, 7 for 10;
//! van Dijk, 2014, 1.02 for 1; a later review of local multipliers 0.5), while public-sector
//! jobs add none on balance (Faggio and Overman, 2014).

use crate::data::model::{
    BySection, CountryPeople, District, Evidence, LocalDriver, Parameter, Parameters, Region,
    SECTIONS, SectionDefaults, Setting,
};
use crate::math;

use super::demography::Groups;
use super::lanes::{Lanes, drawn, drawn_share};
use super::plan::PlanYear;

/// The section that builds homes.
const BUILDING: char = 'F';
/// How many kinds of local demand there are.
const DRIVERS: usize = 3;

/// What of the whole place's jobs no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// Sections with the same local driver and tradable share, which demand moves alike.
    alike: Vec<Alike>,
    /// Which of `alike` each section belongs to.
    alike_of: [usize; SECTIONS],
    /// (h_s - hbar) 0.9^k by year: how a section's growth differs from the mean.
    differs_ln: Vec<BySection>,
    /// Their exponentials.
    differs: Vec<BySection>,
    /// inc(ln DRV_c) of the country by year.
    country_ln_step: Vec<[f64; DRIVERS]>,
    /// nt_s: how linked jobs spread over sections.
    linked: BySection,
    /// The most that growth may be, log points, and the factors at both limits.
    most: f64,
    limits: [f64; 2],
    /// The place of the section that builds homes.
    building: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Alike {
    driver: usize,
    local_share: f64,
}

/// What of a district's jobs no setting and no draw touches.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictBase {
    /// J_0.
    pub jobs: BySection,
    /// mix_s sh_ds: where investment lands.
    landed: BySection,
    /// z_d: share of what lands that lands here.
    landed_share: f64,
    /// zall_d: share of all jobs.
    share: f64,
    /// proc_s sh_ds: jobs behind public purchases.
    procurement: BySection,
    /// Standard deviation of yearly noise of log jobs.
    pub noise_sd: BySection,
    /// Pop_0 and Pop65+_0.
    people: [f64; 2],
    /// ln DRV_c of the base year.
    drivers_ln: [f64; DRIVERS],
}

/// A district's jobs in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Jobs<const L: usize> {
    /// J*: as demand makes them.
    pub wanted: [Lanes<L>; SECTIONS],
    /// ADD*: of these, landed by investment.
    pub wanted_added: [Lanes<L>; SECTIONS],
    drivers_ln: [Lanes<L>; DRIVERS],
}

/// What is the same in every district in a year.
#[derive(Clone, Debug)]
pub struct Year<'a, const L: usize> {
    /// `g_n` / 100 + lev.
    growth_ln: Lanes<L>,
    growth: Lanes<L>,
    differs_ln: &'a BySection,
    differs: &'a BySection,
    country_ln_step: [f64; DRIVERS],
    /// `omega`.
    follows: Lanes<L>,
    /// N12, if any jobs land in this plan.
    pub landed: Option<Lanes<L>>,
    /// N12 `mult12`, and the share of them nearby, `origin`.
    linked: Lanes<L>,
    nearby: Lanes<L>,
    /// inc(l11) / 100.
    procured: f64,
    /// `theta`.
    per_home: Lanes<L>,
}

/// What happens to a district's people and homes in a year, and by chance.
#[derive(Clone, Copy, Debug)]
pub struct Local<'a, const L: usize> {
    /// Its people.
    pub people: &'a Groups<L>,
    /// inc(C).
    pub completions_step: Lanes<L>,
    /// Noise by section: factors around 1.
    pub noise: Option<&'a [Lanes<L>; SECTIONS]>,
}

impl Base {
    /// Of a place.
    #[must_use]
    pub fn new(region: &Region, evidence: &Evidence, years: usize) -> Self {
        let constants = &evidence.constants.jobs;
        let sections = &evidence.sections;
        let mut alike: Vec<Alike> = Vec::new();
        let mut alike_of = [0; SECTIONS];
        for (place, section) in alike_of.iter_mut().zip(sections) {
            let own = Alike {
                driver: driver(section.local_driver),
                local_share: 1.0 - section.tradable_share,
            };
            *place = alike
                .iter()
                .position(|other| *other == own)
                .unwrap_or_else(|| {
                    alike.push(own);
                    alike.len() - 1
                });
        }
        let differs_ln: Vec<BySection> = (0..years)
            .map(|since| {
                let left = math::pow(constants.section_fade, since as f64);
                region
                    .section_growth
                    .map(|growth| (growth - region.mean_section_growth) * left)
            })
            .collect();
        let county: BySection = std::array::from_fn(|section| jobs_of(region, section));
        let local = zip_sections(&county, sections, |jobs, section| {
            jobs * (1.0 - section.tradable_share)
        });
        let all_local: f64 = local.iter().sum();
        Self {
            alike,
            alike_of,
            differs: differs_ln.iter().map(|own| own.map(math::exp)).collect(),
            differs_ln,
            country_ln_step: country_ln_step(&region.country, years),
            linked: local.map(|jobs| {
                if all_local > 0.0 {
                    jobs / all_local
                } else {
                    0.0
                }
            }),
            most: constants.most_growth,
            limits: [-constants.most_growth, constants.most_growth].map(math::exp),
            building: sections
                .iter()
                .position(|section| section.letter == BUILDING),
        }
    }
}

impl DistrictBase {
    /// Of a district.
    #[must_use]
    pub fn new(region: &Region, evidence: &Evidence, district: &District) -> Self {
        let constants = &evidence.constants;
        let mut landed = [0.0; SECTIONS];
        let mut procurement = [0.0; SECTIONS];
        let mut all = 0.0;
        let cells = landed.iter_mut().zip(&mut procurement);
        let given = district.jobs.iter().zip(&region.procurement_jobs);
        let sections = evidence.sections.iter().enumerate();
        for (((landed, procurement), (jobs, procured)), (place, section)) in
            cells.zip(given).zip(sections)
        {
            let county = jobs_of(region, place);
            let share = if county > 0.0 { jobs / county } else { 0.0 };
            let mix = constants.jobs.investment_mix.iter();
            let mix: f64 = mix
                .filter(|(letter, _)| *letter == section.letter)
                .map(|(_, share)| share)
                .sum();
            *landed = mix * share;
            *procurement = procured * share;
            all += county;
        }
        let own: f64 = district.jobs.iter().sum();
        let people = district.people.map(|own| own.map(|persons| [persons]));
        let people = Groups::<1>::of(&people);
        let [all_people, old] = [people.all(), people.aged_65_plus()].map(|lanes| {
            let Lanes([persons]) = lanes.at_least(1.0);
            persons
        });
        let mut own_base = Self {
            jobs: district.jobs,
            landed_share: landed.iter().sum(),
            landed,
            share: if all > 0.0 { own / all } else { 0.0 },
            procurement,
            noise_sd: district.jobs.map(|jobs| constants.noise.sd(jobs)),
            people: [all_people, old],
            drivers_ln: [0.0; DRIVERS],
        };
        own_base.drivers_ln = own_base.drivers_ln(&people).map(|Lanes([ln])| ln);
        own_base
    }

    /// ln DRV_c: all people; people aged 0 to 17; half all people and half people aged 65 and
    /// over, both against the base year. Fewer than one person count as one.
    fn drivers_ln<const L: usize>(&self, people: &Groups<L>) -> [Lanes<L>; DRIVERS] {
        let [all_base, old_base] = self.people;
        let all = people.all().at_least(1.0);
        let old = people.aged_65_plus() / old_base;
        let half = 0.5 * old + 0.5 * (all / all_base);
        Lanes::ln_all([all, people.aged_0_17().at_least(1.0), half])
    }
}

impl<'a, const L: usize> Year<'a, L> {
    /// How the country's jobs grow, and what settings add:
    ///
    /// gns_s = `g_n` / 100 + (h_s - hbar) 0.9^k;
    /// lev = (`e9_j` / 100) inc(l9) / 10 - `j13` inc(ln(1 - l13 / 100)), percent of jobs per
    /// percent of access gained; N12 = `add12` l12 net jobs a year, l12 gross.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "a plan has no more years than what it was made from"
    )]
    pub fn new(
        base: &'a Base,
        year: &PlanYear,
        lands_jobs: bool,
        parameters: &Parameters<[f64; L]>,
    ) -> Self {
        let of = |parameter| drawn(parameters, parameter);
        let faster = drawn_share(parameters, Parameter::JobsPerGigabit)
            * (year.step(Setting::Gigabit) / 10.0);
        let nearer = of(Parameter::JobsPerAccess) * year.cost_ln_step;
        let growth_ln = drawn_share(parameters, Parameter::GrowthOfJobs) + faster - nearer;
        let landed = of(Parameter::InvestmentNetShare) * year.level(Setting::InwardInvestment);
        Self {
            growth_ln,
            growth: growth_ln.exp(),
            differs_ln: &base.differs_ln[year.since],
            differs: &base.differs[year.since],
            country_ln_step: base.country_ln_step[year.since],
            follows: of(Parameter::LocalServices),
            landed: lands_jobs.then_some(landed),
            linked: landed * of(Parameter::InvestmentMultiplier),
            nearby: of(Parameter::LinkedNearby),
            procured: year.step(Setting::LocalProcurement) / 100.0,
            per_home: of(Parameter::JobsPerHome),
        }
    }
}

impl<const L: usize> Jobs<L> {
    /// As in the base year.
    #[must_use]
    pub fn new(base: &DistrictBase) -> Self {
        Self {
            wanted: base.jobs.map(Lanes::all),
            wanted_added: [Lanes::ZERO; SECTIONS],
            drivers_ln: base.drivers_ln.map(Lanes::all),
        }
    }

    /// A year on:
    ///
    /// g_ds = gns_s + (1 - tau_s) `omega` rel_c(s) + lev, within ±0.15;
    /// J*_t = max( (J*_{t-1} exp(g) + inv + loc + bld) noise, 0 );
    /// ADD*_t = (ADD*_{t-1} exp(g) + inv) noise.
    ///
    /// rel_c is how much faster the local driver grows than the country's;
    /// loc_ds = (inc(l11) / 100) proc_s sh_ds; bld = `theta` inc(C) in the section that builds,
    /// whose own driver is people, so that homes are not counted twice.
    pub fn grow(
        &mut self,
        place: &Base,
        base: &DistrictBase,
        year: &Year<'_, L>,
        local: &Local<'_, L>,
    ) {
        let growth = self.growth(place, base, year, local.people);
        let cells = self.wanted.iter_mut().zip(&growth);
        for ((wanted, growth), procured) in cells.zip(&base.procurement) {
            *wanted *= *growth;
            if year.procured != 0.0 {
                *wanted += Lanes::all(year.procured * procured);
            }
        }
        if let Some(landed) = year.landed {
            let spread = year.nearby * base.landed_share + (1.0 - year.nearby) * base.share;
            let linked = year.linked * spread;
            let cells = self.wanted.iter_mut().zip(&mut self.wanted_added);
            let given = base.landed.iter().zip(&place.linked).zip(&growth);
            for ((wanted, added), ((lands, links), growth)) in cells.zip(given) {
                let more = landed * *lands + linked * *links;
                *wanted += more;
                *added = *added * *growth + more;
            }
        }
        if let Some(building) = place.building.and_then(|at| self.wanted.get_mut(at)) {
            *building += year.per_home * local.completions_step;
        }
        if let Some(noise) = local.noise {
            for (wanted, noise) in self.wanted.iter_mut().zip(noise) {
                *wanted *= *noise;
            }
            for (added, noise) in self.wanted_added.iter_mut().zip(noise) {
                *added *= *noise;
            }
        }
        for wanted in &mut self.wanted {
            *wanted = wanted.at_least(0.0);
        }
    }

    /// exp(g) by section. The country's part, the section's and the local one are factors, so
    /// that the exponential is taken once for sections that demand moves alike.
    #[expect(
        clippy::indexing_slicing,
        reason = "there are as many drivers as a section may have, and no more alike than sections"
    )]
    fn growth(
        &mut self,
        place: &Base,
        base: &DistrictBase,
        year: &Year<'_, L>,
        people: &Groups<L>,
    ) -> [Lanes<L>; SECTIONS] {
        let drivers_ln = base.drivers_ln(people);
        let mut relative = [Lanes::ZERO; DRIVERS];
        for (driver, relative) in relative.iter_mut().enumerate() {
            let own = drivers_ln[driver] - self.drivers_ln[driver];
            *relative = own - Lanes::all(year.country_ln_step[driver]);
        }
        self.drivers_ln = drivers_ln;
        let mut local_ln = [Lanes::ZERO; SECTIONS];
        for (ln, alike) in local_ln.iter_mut().zip(&place.alike) {
            *ln = local_ln_of(year.follows, relative[alike.driver], alike.local_share);
        }
        let local = Lanes::exp_first(local_ln, place.alike.len()).map(|local| year.growth * local);
        let mut growth = [Lanes::ONE; SECTIONS];
        for (section, growth) in growth.iter_mut().enumerate() {
            let alike = place.alike_of[section];
            let ln = year.growth_ln + local_ln[alike] + year.differs_ln[section];
            let factor = local[alike] * year.differs[section];
            let [least, most] = place.limits;
            *growth = factor.with(ln, |factor, ln| {
                if ln > place.most {
                    most
                } else if ln < -place.most {
                    least
                } else {
                    factor
                }
            });
        }
        growth
    }
}

/// (1 - tau_s) `omega` rel: log growth of what is sold nearby, where the local driver grows by so
/// much more than the country's.
#[inline(always)]
#[must_use]
pub fn local_ln_of<const L: usize>(
    follows: Lanes<L>,
    relative: Lanes<L>,
    local_share: f64,
) -> Lanes<L> {
    follows * relative * local_share
}

/// Jobs of a section in the whole place in the base year.
#[must_use]
pub fn jobs_of(region: &Region, section: usize) -> f64 {
    let jobs = |district: &District| district.jobs.get(section).copied().unwrap_or(0.0);
    region.districts.iter().map(jobs).sum()
}

/// A number per section from another and what is assumed of the section.
#[must_use]
pub fn zip_sections(
    values: &BySection,
    sections: &[SectionDefaults],
    of: impl Fn(f64, &SectionDefaults) -> f64,
) -> BySection {
    let mut result = [0.0; SECTIONS];
    for ((result, value), section) in result.iter_mut().zip(values).zip(sections) {
        *result = of(*value, section);
    }
    result
}

/// The place of a local driver among the three: all people, the young, the older.
#[must_use]
pub const fn driver(driver: LocalDriver) -> usize {
    match driver {
        LocalDriver::All => 0,
        LocalDriver::Young => 1,
        LocalDriver::Older => 2,
    }
}

/// inc(ln DRV_c) of the country: its own base year is the base.
fn country_ln_step(country: &CountryPeople, years: usize) -> Vec<[f64; DRIVERS]> {
    let at = |series: &[f64], since: usize| series.get(since).copied().unwrap_or(0.0).max(1.0);
    let ln = |since: usize| {
        let more = |series: &[f64]| at(series, since) / at(series, 0);
        let older = 0.5 * more(&country.aged_65_plus) + 0.5 * more(&country.all);
        [more(&country.all), more(&country.aged_0_17), older].map(math::ln)
    };
    let step = |since: usize| {
        let ([all, young, older], before) = (ln(since), ln(since.saturating_sub(1)));
        [all - before[0], young - before[1], older - before[2]]
    };
    (0..years).map(step).collect()
}
