//! The year loop: homes, people, prices, labour supply, jobs, space, labour market, density,
//! output and pay, emissions; one pass, no iteration.
//!
//! One way only: homes bring people and people work; people and the country's growth make jobs;
//! jobs make output, pay and carbon. Each step is done for all districts before the next that
//! reads more than its own.

use crate::data::model::{AGES, ByAge, Parameter, Parameters};

use super::demography::Trend;
use super::demography::tracks::{Pull, Tracks};
use super::density::{self, Density};
use super::emissions;
use super::housing::Homes;
use super::jobs::{self, Jobs};
use super::labour::market::{self, Market};
use super::labour::supply::{self, Census, Supply};
use super::lanes::{Lanes, drawn_share};
use super::noise::{JobNoise, Walk};
use super::output::Output;
use super::plan::{Plan, PlanYear};
use super::prepared::{District, Prepared};
use super::productivity::{self, Productivity};
use super::results::{Results, Row, SectionRow};
use super::services;
use super::space::{Housed, JobsPerM2, Lost};

/// Everything that changes from year to year. Made once and used again, so that no run
/// allocates.
#[derive(Clone, Debug)]
pub struct Workspace<const L: usize> {
    trend: Trend<L>,
    noise: Walk<L>,
    districts: Vec<State<L>>,
    /// Jd of each district.
    jobs: Vec<Lanes<L>>,
    /// W_d of each district.
    weights: Vec<Lanes<L>>,
    rows: Vec<Row<L>>,
    lost: Lost<L>,
}

/// A district in every draw.
#[derive(Clone, Debug)]
struct State<const L: usize> {
    people: Tracks<L>,
    census: Census<L>,
    homes: Homes<L>,
    /// HH(PT).
    trend_households: Lanes<L>,
    supply: Supply<L>,
    jobs: Jobs<L>,
    housed: Housed<L>,
    market: Market<L>,
    density: Density<L>,
    output: Productivity<L>,
    /// lnpay of the year before.
    pay_ln_before: Lanes<L>,
}

/// What is the same in every district in a year.
struct Year<'a, const L: usize> {
    plan: &'a PlanYear,
    pull: Pull<'a, L>,
    supply: supply::Year<L>,
    jobs: jobs::Year<'a, L>,
    market: market::Year<L>,
    density: density::Year<L>,
    emissions: emissions::Year<L>,
    /// J78 and Y78 over the base year's: national growth, no setting, no noise.
    agencies: [Lanes<L>; 2],
}

/// What a run is told.
struct Told<'a, const L: usize> {
    prepared: &'a Prepared,
    plan: &'a Plan,
    parameters: &'a Parameters<[f64; L]>,
    is_noisy: bool,
    per_m2: JobsPerM2<L>,
}

impl Prepared {
    /// Runs a plan from the base year on, one draw to a lane, and writes what it finds.
    ///
    /// Parameters are as the scenario shifts them; the central run has one lane, the central
    /// values and no noise. The workspace and the results must be made from what runs.
    pub fn run<const L: usize>(
        &self,
        plan: &Plan,
        parameters: &Parameters<[f64; L]>,
        noise: Option<&JobNoise<L>>,
        workspace: &mut Workspace<L>,
        results: &mut Results<L>,
    ) {
        let told = Told {
            prepared: self,
            plan,
            parameters,
            is_noisy: noise.is_some(),
            per_m2: JobsPerM2::new(&self.constants.space, parameters),
        };
        workspace.trend.walk(self, plan, parameters);
        if let Some(noise) = noise {
            workspace.noise.walk(self, noise);
        }
        let mut years = plan.years.iter();
        if let Some(first) = years.next() {
            let year = told.year(first);
            workspace.begin(&told, &year);
            workspace.tell(&told, &year, results);
        }
        for plan_year in years {
            let year = told.year(plan_year);
            workspace.advance(&told, &year);
            workspace.tell(&told, &year, results);
        }
        let sum = |of: fn(&State<L>) -> Lanes<L>| workspace.districts.iter().map(of).sum();
        results.limited_moves = sum(|state| state.people.limited);
        results.clipped_persons = sum(|state| state.people.clipped);
    }
}

impl<'a, const L: usize> Told<'a, L> {
    fn year(&self, plan: &'a PlanYear) -> Year<'a, L> {
        let Self {
            prepared,
            parameters,
            ..
        } = *self;
        let labour = &prepared.constants.labour;
        let drift = prepared.drifts.get(plan.since).copied().unwrap_or(1.0);
        let since = plan.since as f64;
        let output = drawn_share(parameters, Parameter::GrowthOfOutput);
        let density = density::Year::new(plan, parameters);
        Year {
            plan,
            pull: Pull::new(
                &prepared.movers,
                &prepared.constants.people,
                plan,
                parameters,
            ),
            supply: supply::Year::new(labour, plan, drift, parameters),
            jobs: jobs::Year::new(&prepared.jobs, plan, self.plan.lands_jobs, parameters),
            market: market::Year::new(labour, plan, parameters),
            emissions: emissions::Year::new(&prepared.emissions, plan, parameters),
            agencies: [density.rest, density.rest * (output * since).exp()],
            density,
        }
    }
}

impl<const L: usize> Workspace<L> {
    /// Room for runs of a place.
    #[must_use]
    pub fn new(prepared: &Prepared) -> Self {
        let districts = prepared.districts.len();
        let start = prepared
            .districts
            .iter()
            .zip(Density::all(&prepared.density));
        let nothing = Parameters::new([[0.0; L]; Parameter::COUNT]);
        let state = |(base, density)| State::new(base, density, &nothing);
        Self {
            trend: Trend::new(prepared),
            noise: Walk::new(),
            districts: start.map(state).collect(),
            jobs: vec![Lanes::ZERO; districts],
            weights: vec![Lanes::ZERO; districts],
            rows: vec![Row::EMPTY; districts],
            lost: Lost::NOTHING,
        }
    }

    /// Residents of a district by sex and age in the last year of the last run, in the first
    /// draw; none for a district there is not.
    #[must_use]
    pub fn people(&self, district: usize) -> Option<ByAge> {
        let state = self.districts.get(district)?;
        let first =
            |ages: &[[f64; L]; AGES]| ages.map(|lanes| lanes.first().copied().unwrap_or_default());
        Some(state.people.people.each_ref().map(first))
    }

    /// The base year.
    fn begin(&mut self, told: &Told<'_, L>, year: &Year<'_, L>) {
        let prepared = told.prepared;
        self.lost = Lost::NOTHING;
        let start = prepared
            .districts
            .iter()
            .zip(Density::all(&prepared.density));
        for ((state, (base, density)), jobs) in
            self.districts.iter_mut().zip(start).zip(&mut self.jobs)
        {
            *state = State::new(base, density, told.parameters);
            state.census = base.supply.count(&state.people.people, &year.supply);
            state.supply = Supply::new(&state.census);
            *jobs = state.housed.jobs.iter().copied().sum();
        }
    }

    fn advance(&mut self, told: &Told<'_, L>, year: &Year<'_, L>) {
        self.advance_people(told, year);
        self.advance_supply(told, year);
        self.advance_jobs(told, year);
        self.advance_output(told, year);
    }

    fn advance_people(&mut self, told: &Told<'_, L>, year: &Year<'_, L>) {
        let prepared = told.prepared;
        let since = year.plan.since;
        let Some(vital) = self.trend.vital(since) else {
            return;
        };
        let districts = self.districts.iter_mut().zip(&prepared.districts);
        for ((state, base), trend) in districts.zip(self.trend.households(since)) {
            let most = prepared.constants.people.most_built_share;
            state
                .homes
                .build(&base.homes, most, year.plan, told.parameters);
            state.trend_households = trend;
            let people = &mut state.people;
            people.age(&base.people, &prepared.movers, vital);
            people.follow_homes(&base.people, &year.pull, trend, state.homes.lived_in);
            state.census = base.supply.count(&people.people, &year.supply);
        }
    }

    fn advance_supply(&mut self, told: &Told<'_, L>, year: &Year<'_, L>) {
        let districts = self.districts.iter().zip(&told.plan.focus);
        for ((state, focus), weight) in districts.zip(&mut self.weights) {
            *weight = supply::weight(&state.census.groups, *focus);
        }
        let all = self.weights.iter().copied().sum::<Lanes<L>>().at_least(1.0);
        for (state, weight) in self.districts.iter_mut().zip(&self.weights) {
            let effort = *weight / all;
            state
                .supply
                .advance(&state.census, &year.supply, *weight, effort);
        }
    }

    fn advance_jobs(&mut self, told: &Told<'_, L>, year: &Year<'_, L>) {
        let prepared = told.prepared;
        if told.plan.with_space {
            let constants = &prepared.constants.space;
            self.lost.advance(constants, year.plan, told.parameters);
        }
        let noise = if told.is_noisy {
            self.noise.of_year(year.plan.since)
        } else {
            &[]
        };
        let mut noise = noise.iter();
        let districts = self.districts.iter_mut().zip(&prepared.districts);
        for ((state, base), all_jobs) in districts.zip(&mut self.jobs) {
            let local = jobs::Local {
                people: &state.census.groups,
                completions_step: state.homes.completions_step,
                noise: noise.next(),
            };
            state
                .jobs
                .grow(&prepared.jobs, &base.jobs, &year.jobs, &local);
            let wanted_added = year.jobs.landed.map(|_| &state.jobs.wanted_added);
            let space = told.plan.with_space.then_some(&base.space);
            let wanted = &state.jobs.wanted;
            state
                .housed
                .fit(space, &self.lost, &told.per_m2, wanted, wanted_added);
            *all_jobs = state.housed.jobs.iter().copied().sum();
        }
    }

    fn advance_output(&mut self, told: &Told<'_, L>, year: &Year<'_, L>) {
        let prepared = told.prepared;
        let plan = told.plan;
        let all_jobs: Lanes<L> = self.jobs.iter().copied().sum();
        let output =
            productivity::Year::new(year.plan, plan.leads_in_ai, told.parameters, all_jobs);
        let decided = plan.focus.iter().zip(&year.plan.graduates_ln_step);
        let districts = self.districts.iter_mut().zip(&prepared.districts);
        for ((((state, base), jobs), (focus, graduates)), place) in
            districts.zip(&self.jobs).zip(decided).zip(0..)
        {
            let labour = &prepared.constants.labour;
            let market = &mut state.market;
            market.advance(&base.market, labour, &year.market, *jobs, &state.supply);
            let density = &mut state.density;
            density.advance(&prepared.density, place, &year.density, &self.jobs);
            let local = productivity::Local {
                focus: *focus,
                graduates_ln_step: *graduates,
                density: &state.density,
                jobs: &state.housed,
                all_jobs: *jobs,
                unemployment_ln_step: state.market.unemployment_ln_step,
            };
            state.pay_ln_before = state.output.pay_ln;
            state
                .output
                .advance(&prepared.output, &base.output, &output, &local);
        }
    }

    /// Writes the year.
    fn tell(&mut self, told: &Told<'_, L>, year: &Year<'_, L>, results: &mut Results<L>) {
        let since = year.plan.since;
        let districts = self.districts.iter().zip(&told.prepared.districts);
        let cells = self.rows.iter_mut().zip(&self.jobs);
        for ((state, base), (row, jobs)) in districts.zip(cells) {
            state.tell(base, told, year, *jobs, row);
            let lost = base.space.jobs_lost(&self.lost, &told.per_m2);
            row.set(Output::JobsLostToSpace, lost);
            row.derive();
        }
        for (area, row) in (1..).zip(&self.rows) {
            results.write(area, since, row);
        }
        results.write(0, since, &Row::of_place(&self.rows));
        if results.has_sections() {
            let mut place = SectionRow::EMPTY;
            let districts = self.districts.iter().zip(&told.prepared.districts);
            for (area, (state, base)) in (1..).zip(districts) {
                let row = state.by_section(base, year);
                place.add(&row);
                results.write_sections(area, since, &row);
            }
            results.write_sections(0, since, &place);
        }
    }
}

impl<const L: usize> State<L> {
    /// As in the base year, before people are counted.
    fn new(base: &District, density: Density<L>, parameters: &Parameters<[f64; L]>) -> Self {
        Self {
            people: Tracks::new(&base.people),
            census: Census::NOBODY,
            homes: Homes::new(&base.homes, parameters),
            trend_households: Lanes::all(base.people.households),
            supply: Supply::NOBODY,
            jobs: Jobs::new(&base.jobs),
            housed: Housed::new(&base.jobs.jobs),
            market: Market::new(&base.market),
            density,
            output: Productivity::new(&base.output, &base.jobs.jobs),
            pay_ln_before: Lanes::ZERO,
        }
    }

    fn tell(
        &self,
        base: &District,
        told: &Told<'_, L>,
        year: &Year<'_, L>,
        jobs: Lanes<L>,
        row: &mut Row<L>,
    ) {
        let constants = &told.prepared.constants;
        let parameters = told.parameters;
        let groups = &self.census.groups;
        services::tell_people(groups, row);
        services::tell(&constants.services, groups, year.plan, parameters, row);
        row.set(Output::Births, self.people.births);
        row.set(Output::Deaths, self.people.deaths);
        let trend = self.trend_households;
        self.homes
            .tell(&base.homes, trend, self.pay_ln_before, parameters, row);
        let labour = &constants.labour;
        self.market.tell(labour, jobs, &self.supply, groups, row);

        let [agency_jobs, agency_gva] = self.agencies(base, year);
        let gva: Lanes<L> = self.output.gva.iter().copied().sum();
        row.set(Output::Jobs, jobs);
        row.set(Output::JobsAll, jobs + agency_jobs);
        row.set(Output::GvaExAgency, gva);
        row.set(Output::Gva, gva + agency_gva);
        row.set(
            Output::PayWeekly,
            self.output.pay_ln.exp() * base.output.pay,
        );
        let local = emissions::Local {
            people: groups.all(),
            lived_in: self.homes.lived_in,
            gva: &self.output.gva,
        };
        let emissions = &told.prepared.emissions;
        year.emissions.tell(emissions, &base.emissions, &local, row);
    }

    /// J78 and Y78.
    fn agencies(&self, base: &District, year: &Year<'_, L>) -> [Lanes<L>; 2] {
        let [jobs, gva] = base.agencies;
        let [more_jobs, more_gva] = year.agencies;
        [more_jobs * jobs, more_gva * gva]
    }

    fn by_section(&self, base: &District, year: &Year<'_, L>) -> SectionRow<L> {
        let mut row = SectionRow::EMPTY;
        let [agency_jobs, agency_gva] = self.agencies(base, year);
        let jobs = self.housed.jobs.iter().chain([&agency_jobs]);
        let gva = self.output.gva.iter().chain([&agency_gva]);
        let cells = row.jobs.iter_mut().chain(&mut row.gva);
        for (cell, value) in cells.zip(jobs.chain(gva)) {
            *cell = *value;
        }
        row
    }
}
