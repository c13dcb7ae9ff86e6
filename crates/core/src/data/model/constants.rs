//! Fixed numbers of the scenario model: told in content with grade and source, never drawn.

use super::region::DECAYS;

/// Every fixed number, by the part of the model that reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Constants {
    /// People and homes.
    pub people: PeopleConstants,
    /// Pupils and care.
    pub services: ServiceConstants,
    /// Who works.
    pub labour: LabourConstants,
    /// Jobs.
    pub jobs: JobConstants,
    /// Space for work.
    pub space: SpaceConstants,
    /// Effective density.
    pub density: DensityConstants,
    /// Output per job.
    pub output: OutputConstants,
    /// Emissions.
    pub carbon: CarbonConstants,
    /// What jobs do besides what the model says.
    pub noise: NoiseConstants,
}

/// Of people and homes.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleConstants {
    /// Boys born per girl.
    pub boys_per_girl: f64,
    /// Share of homes empty or second homes, 0 to 1.
    pub vacant_share: f64,
    /// The most that homes move of a district's people in a year, share.
    pub most_moved_share: f64,
    /// Weight of adults aged 25 to 39 among people who move out of the metropolis.
    pub overspill_adult_weight: f64,
    /// Weight of children aged 0 to 9 among them.
    pub overspill_child_weight: f64,
    /// Overspill at which their profile has its full weight, persons a year.
    pub overspill_full: f64,
    /// That full weight, 0 to 1.
    pub overspill_weight: f64,
    /// The most that is built in a year, share of the stock.
    pub most_built_share: f64,
}

/// Of pupils and care.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceConstants {
    /// Pupils of state primary schools per person aged 4 to 10.
    pub primary_share: f64,
    /// Pupils of state secondary schools per person aged 11 to 15.
    pub secondary_share: f64,
    /// Care-home places per person aged 65 to 74.
    pub care_65_74: f64,
    /// Care-home places per person aged 75 to 84.
    pub care_75_84: f64,
    /// Care-home places per person aged 85 and over.
    pub care_85_plus: f64,
}

/// Of who works.
#[derive(Clone, Debug, PartialEq)]
pub struct LabourConstants {
    /// What activity at 60 to 74 is multiplied by each year.
    pub older_activity_drift: f64,
    /// The most that activity can be, 0 to 1.
    pub most_activity: f64,
    /// Share of supported people who would work anyway.
    pub control_rate: f64,
    /// Years over which `part` comes in.
    pub participation_years: f64,
    /// Years over which `ucyc` comes in.
    pub unemployment_years: f64,
    /// Years over which `tele` comes in.
    pub home_working_years: f64,
    /// Share of jobs that are somebody's second.
    pub second_jobs_share: f64,
    /// How much of a deviation of unemployment is left after a year.
    pub unemployment_persistence: f64,
    /// Fall of unemployment per log point of the gap between jobs and workers.
    pub gap_pass_through: f64,
    /// The least unemployment can be, 0 to 1.
    pub least_unemployment: f64,
    /// The most unemployment can be, 0 to 1.
    pub most_unemployment: f64,
    /// Elasticity of commuting to the metropolis to local jobs.
    pub commuting_local_jobs: f64,
}

/// Of jobs.
#[derive(Clone, Debug, PartialEq)]
pub struct JobConstants {
    /// What is left each year of how a section differs from the mean.
    pub section_fade: f64,
    /// The most that jobs of a section grow or fall in a year, log points.
    pub most_growth: f64,
    /// Sections that inward investment lands in, and their shares; sum 1.
    pub investment_mix: Vec<(char, f64)>,
}

/// Of space for work. Order: offices, industry.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceConstants {
    /// Net loss of floorspace a year, square metres, before it fades.
    pub loss_m2_year: f64,
    /// How the loss splits.
    pub split: [f64; 2],
    /// The year from which the loss fades.
    pub fades_from: u16,
    /// Square metres per job.
    pub m2_per_job: [f64; 2],
}

/// Of effective density.
#[derive(Clone, Debug, PartialEq)]
pub struct DensityConstants {
    /// Exponents of distance.
    pub decays: [f64; DECAYS],
    /// Elasticities of manufacturing, construction, consumer and business services.
    pub elasticities: [f64; 4],
    /// For each of these the place of its exponent in `decays`.
    pub decay_of: [usize; 4],
    /// What is travelled per straight kilometre.
    pub detour: f64,
    /// Mean distance within a district per radius of a circle of its area.
    pub own_distance: f64,
    /// How far away jobs count, straight km.
    pub radius_km: f64,
}

/// Of output per job.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputConstants {
    /// Share of knowledge that is out of date each year.
    pub knowledge_depreciation: f64,
    /// Years until research is knowledge.
    pub knowledge_lag_years: u16,
    /// First year in which AI adds to growth.
    pub ai_first_year: u16,
    /// Last year in which AI adds to growth.
    pub ai_last_year: u16,
    /// The lead that is full adoption, points.
    pub ai_full_lead: f64,
    /// Graduate share now per graduate share at the last census that told it by district.
    pub graduate_share_growth: f64,
}

/// Of emissions. Rates are kg CO2.
#[derive(Clone, Debug, PartialEq)]
pub struct CarbonConstants {
    /// Per kWh of gas.
    pub gas_kg_kwh: f64,
    /// Per kWh of electricity in the base year.
    pub grid_kg_kwh: f64,
    /// Heat per unit of gas in a boiler.
    pub boiler_efficiency: f64,
    /// Per km of a car that burns fuel.
    pub car_kg_km: f64,
    /// Electricity of a car per km, kWh.
    pub electric_car_kwh_km: f64,
    /// Share of road emissions from cars.
    pub car_share: f64,
    /// How far freight follows electric cars, share.
    pub freight_share: f64,
    /// Elasticity of road travel to population.
    pub travel_per_person: f64,
    /// The most homes that have heat pumps, share.
    pub most_heat_pumps: f64,
    /// The most cars that are electric, share.
    pub most_electric_cars: f64,
    /// How far business follows clean heat, share.
    pub business_follows: f64,
    /// Assumed path of heat pumps without a lever: years and shares, 0 to 1.
    pub heat_pump_path: Vec<(u16, f64)>,
    /// Assumed path of electric cars without a lever: years and shares, 0 to 1.
    pub electric_car_path: Vec<(u16, f64)>,
}

/// Of noise: yearly standard deviation of log jobs by size of the cell in the base year.
#[derive(Clone, Debug, PartialEq)]
pub struct NoiseConstants {
    /// Least jobs of a band and its standard deviation, in ascending order, the first from 0.
    pub bands: Vec<(f64, f64)>,
}

impl NoiseConstants {
    /// The standard deviation of a cell with so many jobs.
    #[must_use]
    pub fn sd(&self, jobs: f64) -> f64 {
        let bands = self.bands.iter().rev();
        let mut own = bands.filter(|(least, _)| jobs >= *least);
        own.next().map_or(0.0, |(_, sd)| *sd)
    }
}
