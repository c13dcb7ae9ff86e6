//! Pupils and care-home places that people of these ages need.
//!
//! Shares of an age group that are pupils of state-funded schools, 2024/25; care-home places
//! per person by age give about one in forty of those aged 65 and over, as published for
//! England and Wales at the census of 2021.

use crate::data::model::{Parameter, Parameters, ServiceConstants, Setting};

use super::demography::Groups;
use super::lanes::drawn_share;
use super::output::Output;
use super::plan::PlanYear;
use super::results::Row;

/// Tells a district's pupils and care-home places:
///
/// primary = 0.886 x ages 4-10, secondary = 0.906 x ages 11-15, post-16 = ages 16-17;
/// care = (0.004 x 65-74 + 0.017 x 75-84 + 0.11 x 85+) (1 - (l16c / 100) (`care16` / 100)).
pub fn tell<const L: usize>(
    services: &ServiceConstants,
    people: &Groups<L>,
    year: &PlanYear,
    parameters: &Parameters<[f64; L]>,
    row: &mut Row<L>,
) {
    let by_age = [
        services.care_65_74 * people.aged_65_74,
        services.care_75_84 * people.aged_75_84,
        services.care_85_plus * people.aged_85_plus,
    ];
    let [young, middle, old] = by_age;
    let realised = drawn_share(parameters, Parameter::SmartCareRealised);
    let left = 1.0 - year.share(Setting::SmartCare) * realised;
    row.set(
        Output::PupilsPrimary,
        services.primary_share * people.aged_4_10,
    );
    row.set(
        Output::PupilsSecondary,
        services.secondary_share * people.aged_11_15,
    );
    row.set(Output::PupilsPost16, people.aged_16_17);
    row.set(Output::CareHomePlaces, (young + middle + old) * left);
    let outputs = [
        Output::CareHome65To74,
        Output::CareHome75To84,
        Output::CareHome85Plus,
    ];
    for (output, places) in outputs.into_iter().zip(by_age) {
        row.set(output, places * left);
    }
}

/// Tells a district's people by age.
pub fn tell_people<const L: usize>(people: &Groups<L>, row: &mut Row<L>) {
    row.set(Output::Population, people.all());
    row.set(Output::Aged0To15, people.aged_0_15());
    row.set(Output::Aged16To64, people.aged_16_64());
    row.set(Output::Aged65Plus, people.aged_65_plus());
    row.set(Output::Aged85Plus, people.aged_85_plus);
}
