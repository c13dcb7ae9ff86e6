//! A place and its evidence as they travel.

use super::travel::{Travel, by_field, by_place};
use crate::background::{Garbled, Reader};
use crate::data::model::{
    Assumption, CarbonConstants, Constants, CountryPeople, DensityClass, DensityConstants,
    District, Emissions, Evidence, Fixed, Grade, GradeLetter, JobConstants, LabourConstants, Lever,
    LocalDriver, NoiseConstants, OutputConstants, OutsideJobs, Parameter, PeopleConstants, Ramp,
    Range, Region, Scenario, SectionColumn, SectionDefaults, ServiceConstants, Setting, Settings,
    Shift, ShiftBy, SpaceConstants,
};
use crate::data::{Foundation, GrandChallenge};

by_field! {
    Region {
        county, base_year, last_year, districts, movers, country, section_growth,
        mean_section_growth, procurement_jobs, distance_km,
    }
    CountryPeople { all, aged_0_17, aged_65_plus }
    District {
        code, name, people, death_rate, birth_death_rate, birth_rate, net_migrants,
        net_migration, headship, homes, completions, affordability_ratio, pay_gbp_week,
        activity_rate, unemployment_rate, claimant_rate_pct, commuters_metro,
        graduate_share_pct, jobs, agency_jobs, gva_gbp_m_per_job, agency_gva_gbp_m,
        outside_jobs, emissions,
    }
    OutsideJobs { metro, rest }
    Emissions {
        industry, commercial, public_sector, agriculture, homes_gas, homes_electricity,
        homes_other, road, other,
    }
    Evidence {
        model_version, levers, assumptions, section_columns, sections, constants, fixed, scenarios,
    }
    Lever {
        setting, name, unit, foundations, grand_challenges, is_outside_control, least, most,
        default, ramp, effects, outputs, grade, source, note,
    }
    Grade { letter, words }
    Assumption { parameter, meaning, unit, range, grade, source, group }
    Range { low, central, high, min, max }
    Fixed { key, meaning, unit, of, values, grade, source }
    SectionColumn { key, meaning, unit, grade, source }
    SectionDefaults {
        letter, gini, tradable_share, density, ai_exposure, office_share, industrial_share,
        local_driver,
    }
    Scenario { key, name, story, changes, shifts }
    Shift { parameter, by }
    Constants { people, services, labour, jobs, space, density, output, carbon, noise }
    PeopleConstants {
        boys_per_girl, vacant_share, most_moved_share, overspill_adult_weight,
        overspill_child_weight, overspill_full, overspill_weight, most_built_share,
    }
    ServiceConstants { primary_share, secondary_share, care_65_74, care_75_84, care_85_plus }
    LabourConstants {
        older_activity_drift, most_activity, control_rate, participation_years,
        unemployment_years, home_working_years, second_jobs_share, unemployment_persistence,
        gap_pass_through, least_unemployment, most_unemployment, commuting_local_jobs,
    }
    JobConstants { section_fade, most_growth, investment_mix }
    SpaceConstants { loss_m2_year, split, fades_from, m2_per_job }
    DensityConstants { decays, elasticities, decay_of, detour, own_distance, radius_km }
    OutputConstants {
        knowledge_depreciation, knowledge_lag_years, ai_first_year, ai_last_year, ai_full_lead,
        graduate_share_growth,
    }
    CarbonConstants {
        gas_kg_kwh, grid_kg_kwh, boiler_efficiency, car_kg_km, electric_car_kwh_km, car_share,
        freight_share, travel_per_person, most_heat_pumps, most_electric_cars, business_follows,
        heat_pump_path, electric_car_path,
    }
    NoiseConstants { bands }
}

by_place! {
    Setting: Setting::ALL;
    Parameter: Parameter::ALL;
    Foundation: Foundation::ALL;
    GrandChallenge: GrandChallenge::ALL;
    DensityClass: DensityClass::ALL;
    GradeLetter: [GradeLetter::A, GradeLetter::B, GradeLetter::C];
    LocalDriver: [LocalDriver::All, LocalDriver::Young, LocalDriver::Older];
}

impl Travel for Settings {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.values().write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        Travel::read(reader).map(Self::new)
    }
}

impl Travel for Ramp {
    fn write(&self, numbers: &mut Vec<f64>) {
        let (kind, start, years): (u8, u16, u16) = match *self {
            Self::None => (0, 0, 0),
            Self::Linear { start, years } => (1, start, years),
            Self::SShaped { start, years } => (2, start, years),
        };
        kind.write(numbers);
        (start, years).write(numbers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        let kind = reader.whole()?;
        let (start, years) = Travel::read(reader)?;
        match kind {
            0 => Ok(Self::None),
            1 => Ok(Self::Linear { start, years }),
            2 => Ok(Self::SShaped { start, years }),
            _ => Err(Garbled),
        }
    }
}

impl Travel for ShiftBy {
    fn write(&self, numbers: &mut Vec<f64>) {
        match *self {
            Self::Times(factor) => (false, factor).write(numbers),
            Self::Plus(sum) => (true, sum).write(numbers),
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Garbled> {
        Ok(match Travel::read(reader)? {
            (false, factor) => Self::Times(factor),
            (true, sum) => Self::Plus(sum),
        })
    }
}
