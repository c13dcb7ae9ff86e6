//! Checks fixed numbers: every one the model needs, none it does not know.

mod told;

use super::{are_told, grade, sections};
use crate::data::check::faults::{Faults, Row};
use crate::data::model::{
    CarbonConstants, Constants, DensityClass, DensityConstants, Fixed, JobConstants,
    LabourConstants, NoiseConstants, OutputConstants, PeopleConstants, ServiceConstants,
    SpaceConstants,
};
use crate::data::wire::ConstantWire;
use told::Told;

/// Kinds of space, in the order of the model's lists.
const SPACES: [&str; 2] = ["offices", "industry"];

/// Checks fixed numbers; none unless all are told.
pub(super) fn constants(
    rows: Vec<Row<ConstantWire>>,
    faults: &mut Faults,
) -> Option<(Constants, Vec<Fixed>)> {
    let mut told = Told::new(rows, faults);
    let constants = Constants {
        people: people(&mut told),
        services: services(&mut told),
        labour: labour(&mut told),
        jobs: JobConstants {
            section_fade: told.share("jobs.section-fade"),
            most_growth: told.one("jobs.most-growth", 0.0..=1.0),
            investment_mix: told.by_section("jobs.investment-mix"),
        },
        space: SpaceConstants {
            loss_m2_year: told.one("space.loss-m2-year", 0.0..=1e9),
            split: told.parts_of_one("space.split", SPACES),
            fades_from: told.year("space.fades-from"),
            m2_per_job: told.list("space.m2-per-job", SPACES, 1.0..=1_000.0),
        },
        density: density(&mut told),
        output: OutputConstants {
            knowledge_depreciation: told.share("output.knowledge-depreciation"),
            knowledge_lag_years: told.years("output.knowledge-lag-years"),
            ai_first_year: told.year("output.ai-first-year"),
            ai_last_year: told.year("output.ai-last-year"),
            ai_full_lead: told.one("output.ai-full-lead", 1.0..=100.0),
            graduate_share_growth: told.one("output.graduate-share-growth", 0.1..=10.0),
        },
        carbon: carbon(&mut told),
        noise: NoiseConstants {
            bands: told.by_least("noise.sd", 0.0..=1.0),
        },
    };
    Some((constants, told.finish()?))
}

fn people(told: &mut Told<'_>) -> PeopleConstants {
    PeopleConstants {
        boys_per_girl: told.one("people.boys-per-girl", 0.5..=2.0),
        vacant_share: told.share("people.vacant-share"),
        most_moved_share: told.share("people.most-moved-share"),
        overspill_adult_weight: told.one("people.overspill-adult-weight", 0.0..=100.0),
        overspill_child_weight: told.one("people.overspill-child-weight", 0.0..=100.0),
        overspill_full: told.one("people.overspill-full", 1.0..=1e9),
        overspill_weight: told.share("people.overspill-weight"),
        most_built_share: told.share("people.most-built-share"),
    }
}

fn services(told: &mut Told<'_>) -> ServiceConstants {
    ServiceConstants {
        primary_share: told.one("services.primary-share", 0.0..=2.0),
        secondary_share: told.one("services.secondary-share", 0.0..=2.0),
        care_65_74: told.share("services.care-65-74"),
        care_75_84: told.share("services.care-75-84"),
        care_85_plus: told.share("services.care-85-plus"),
    }
}

fn labour(told: &mut Told<'_>) -> LabourConstants {
    LabourConstants {
        older_activity_drift: told.one("labour.older-activity-drift", 0.9..=1.1),
        most_activity: told.share("labour.most-activity"),
        control_rate: told.share("labour.control-rate"),
        participation_years: told.one("labour.participation-years", 1.0..=200.0),
        unemployment_years: told.one("labour.unemployment-years", 1.0..=200.0),
        home_working_years: told.one("labour.home-working-years", 1.0..=200.0),
        second_jobs_share: told.one("labour.second-jobs-share", 0.0..=0.9),
        unemployment_persistence: told.share("labour.unemployment-persistence"),
        gap_pass_through: told.one("labour.gap-pass-through", 0.0..=10.0),
        least_unemployment: told.one("labour.least-unemployment", 0.0001..=0.5),
        most_unemployment: told.one("labour.most-unemployment", 0.0001..=0.99),
        commuting_local_jobs: told.one("labour.commuting-local-jobs", -10.0..=10.0),
    }
}

fn density(told: &mut Told<'_>) -> DensityConstants {
    let classes = DensityClass::ALL.map(DensityClass::key);
    let elasticities = told.list("density.elasticities", classes, -1.0..=1.0);
    let (decays, decay_of) = told.decays("density.decays", classes);
    DensityConstants {
        decays,
        elasticities,
        decay_of,
        detour: told.one("density.detour", 1.0..=10.0),
        own_distance: told.one("density.own-distance", 0.01..=2.0),
        radius_km: told.one("density.radius-km", 1.0..=2_000.0),
    }
}

fn carbon(told: &mut Told<'_>) -> CarbonConstants {
    CarbonConstants {
        gas_kg_kwh: told.one("carbon.gas", 0.001..=10.0),
        grid_kg_kwh: told.one("carbon.grid", 0.001..=10.0),
        boiler_efficiency: told.one("carbon.boiler-efficiency", 0.1..=1.5),
        car_kg_km: told.one("carbon.car", 0.001..=10.0),
        electric_car_kwh_km: told.one("carbon.electric-car", 0.001..=10.0),
        car_share: told.share("carbon.car-share"),
        freight_share: told.share("carbon.freight-share"),
        travel_per_person: told.one("carbon.travel-per-person", -10.0..=10.0),
        most_heat_pumps: told.share("carbon.most-heat-pumps"),
        most_electric_cars: told.share("carbon.most-electric-cars"),
        business_follows: told.share("carbon.business-follows"),
        heat_pump_path: told.path("carbon.heat-pump-path"),
        electric_car_path: told.path("carbon.electric-car-path"),
    }
}
