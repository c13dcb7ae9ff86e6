//! Levers, sections and fixed numbers.

use crate::data::model::{
    CarbonConstants, Constants, DensityClass, DensityConstants, Evidence, Grade, GradeLetter,
    JobConstants, LabourConstants, Lever, LocalDriver, NoiseConstants, OutputConstants,
    PeopleConstants, Ramp, SectionDefaults, ServiceConstants, Setting, SpaceConstants,
};

use super::assumptions::assumptions;

/// Least, most, default, first year, years, whether by S, in the order of [`Setting::ALL`].
const LEVERS: [(f64, f64, f64, u16, u16, bool); Setting::COUNT] = [
    (-50.0, 60.0, 0.0, 2026, 5, false),
    (0.0, 1.0, 0.47, 2025, 1, false),
    (-3000.0, 5000.0, 0.0, 2025, 1, false),
    (0.0, 8.0, 0.0, 2026, 12, true),
    (0.0, 5.0, 0.0, 2026, 4, false),
    (0.0, 3000.0, 0.0, 2026, 4, false),
    (0.0, 100.0, 0.0, 0, 0, false),
    (0.0, 60.0, 0.0, 2026, 6, false),
    (-50.0, 100.0, 0.0, 2026, 2, false),
    (0.0, 50.0, 0.0, 2026, 5, false),
    (-15.0, 30.0, 0.0, 2026, 10, true),
    (0.0, 30.0, 0.0, 2025, 5, false),
    (0.0, 20.0, 0.0, 2026, 6, false),
    (0.0, 10.0, 0.0, 2026, 4, false),
    (0.0, 1000.0, 0.0, 2026, 3, false),
    (0.0, 8.0, 0.0, 2030, 5, false),
    (0.0, 40.0, 0.0, 2026, 14, true),
    (-20.0, 20.0, 0.0, 2025, 10, true),
    (0.0, 15.0, 0.0, 2025, 10, true),
    (0.0, 5.0, 0.0, 2026, 8, false),
    (0.0, 20.0, 0.0, 2026, 8, false),
];

const B: Option<DensityClass> = Some(DensityClass::BusinessServices);
const K: Option<DensityClass> = Some(DensityClass::ConsumerServices);
const C: Option<DensityClass> = Some(DensityClass::Construction);
const M: Option<DensityClass> = Some(DensityClass::Manufacturing);

/// Letter, tradable share, class of density, AI, offices and industry in percent.
type Row = (char, f64, Option<DensityClass>, f64, [f64; 2]);

const SECTIONS: [Row; 19] = [
    ('A', 1.0, None, 0.2, [0.0, 0.0]),
    ('B', 1.0, None, 0.4, [10.0, 20.0]),
    ('C', 0.95, M, 0.7, [10.0, 80.0]),
    ('D', 0.7, None, 0.9, [50.0, 20.0]),
    ('E', 0.3, None, 0.5, [20.0, 30.0]),
    ('F', 0.2, C, 0.4, [15.0, 20.0]),
    ('G', 0.2, K, 0.8, [10.0, 10.0]),
    ('H', 0.75, K, 0.5, [10.0, 5.0]),
    ('I', 0.15, K, 0.3, [0.0, 0.0]),
    ('J', 0.95, B, 1.6, [85.0, 5.0]),
    ('K', 0.9, B, 1.6, [90.0, 0.0]),
    ('L', 0.3, B, 1.2, [80.0, 0.0]),
    ('M', 0.7, B, 1.5, [80.0, 10.0]),
    ('N', 0.5, B, 0.9, [50.0, 10.0]),
    ('O', 0.2, None, 1.2, [75.0, 0.0]),
    ('P', 0.15, None, 1.1, [10.0, 0.0]),
    ('Q', 0.05, None, 0.7, [15.0, 0.0]),
    ('R', 0.3, K, 0.7, [15.0, 5.0]),
    ('S', 0.1, K, 0.5, [20.0, 10.0]),
];

/// As in the model's document, without words.
pub fn evidence() -> Evidence {
    Evidence {
        model_version: "example".to_owned(),
        levers: levers(),
        assumptions: assumptions(),
        section_columns: Vec::new(),
        sections: SECTIONS.into_iter().map(section).collect(),
        constants: constants(),
        fixed: Vec::new(),
        scenarios: Vec::new(),
    }
}

fn grade() -> Grade {
    Grade {
        letter: GradeLetter::C,
        words: "C".to_owned(),
    }
}

fn levers() -> Vec<Lever> {
    let known = Setting::ALL.into_iter().zip(LEVERS);
    known
        .map(
            |(setting, (least, most, default, start, years, is_slow))| Lever {
                setting,
                name: setting.key().to_owned(),
                unit: String::new(),
                foundations: Vec::new(),
                grand_challenges: Vec::new(),
                is_outside_control: false,
                least,
                most,
                default,
                ramp: match (years, is_slow) {
                    (0, _) => Ramp::None,
                    (_, false) => Ramp::Linear { start, years },
                    (_, true) => Ramp::SShaped { start, years },
                },
                effects: Vec::new(),
                outputs: Vec::new(),
                grade: grade(),
                source: "made up".to_owned(),
                note: String::new(),
            },
        )
        .collect()
}

fn section(
    (letter, tradable_share, density, ai_exposure, [offices, industry]): (
        char,
        f64,
        Option<DensityClass>,
        f64,
        [f64; 2],
    ),
) -> SectionDefaults {
    SectionDefaults {
        letter,
        gini: 0.3,
        tradable_share,
        density,
        ai_exposure,
        office_share: offices / 100.0,
        industrial_share: industry / 100.0,
        local_driver: match letter {
            'P' => LocalDriver::Young,
            'Q' => LocalDriver::Older,
            _ => LocalDriver::All,
        },
    }
}

fn constants() -> Constants {
    Constants {
        people: PeopleConstants {
            boys_per_girl: 1.05,
            vacant_share: 0.03,
            most_moved_share: 0.03,
            overspill_adult_weight: 1.0,
            overspill_child_weight: 0.6,
            overspill_full: 5000.0,
            overspill_weight: 0.5,
            most_built_share: 0.025,
        },
        services: ServiceConstants {
            primary_share: 0.886,
            secondary_share: 0.906,
            care_65_74: 0.004,
            care_75_84: 0.017,
            care_85_plus: 0.11,
        },
        labour: LabourConstants {
            older_activity_drift: 1.003,
            most_activity: 0.99,
            control_rate: 0.25,
            participation_years: 26.0,
            unemployment_years: 3.0,
            home_working_years: 10.0,
            second_jobs_share: 0.04,
            unemployment_persistence: 0.6,
            gap_pass_through: 0.3,
            least_unemployment: 0.015,
            most_unemployment: 0.12,
            commuting_local_jobs: -0.1,
        },
        jobs: JobConstants {
            section_fade: 0.9,
            most_growth: 0.15,
            investment_mix: vec![('J', 0.4), ('M', 0.4), ('C', 0.2)],
        },
        space: SpaceConstants {
            loss_m2_year: 77_100.0,
            split: [0.6, 0.4],
            fades_from: 2019,
            m2_per_job: [12.0, 40.0],
        },
        density: DensityConstants {
            decays: [1.0, 1.6, 1.8],
            elasticities: [0.02, 0.03, 0.02, 0.08],
            decay_of: [0, 1, 2, 2],
            detour: 1.3,
            own_distance: 2.0 / 3.0,
            radius_km: 80.0,
        },
        output: OutputConstants {
            knowledge_depreciation: 0.15,
            knowledge_lag_years: 2,
            ai_first_year: 2026,
            ai_last_year: 2035,
            ai_full_lead: 40.0,
            graduate_share_growth: 1.3,
        },
        carbon: CarbonConstants {
            gas_kg_kwh: 0.183,
            grid_kg_kwh: 0.207,
            boiler_efficiency: 0.84,
            car_kg_km: 0.17,
            electric_car_kwh_km: 0.18,
            car_share: 0.6,
            freight_share: 0.5,
            travel_per_person: 0.8,
            most_heat_pumps: 0.95,
            most_electric_cars: 0.98,
            business_follows: 0.5,
            heat_pump_path: vec![(2024, 0.01), (2040, 0.25), (2050, 0.40)],
            electric_car_path: vec![(2024, 0.045), (2030, 0.20), (2040, 0.60), (2050, 0.85)],
        },
        noise: NoiseConstants {
            bands: vec![
                (0.0, 0.09),
                (500.0, 0.08),
                (1000.0, 0.07),
                (2000.0, 0.053),
                (5000.0, 0.048),
                (10_000.0, 0.043),
            ],
        },
    }
}
