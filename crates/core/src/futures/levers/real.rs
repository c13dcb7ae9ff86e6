//! A setting in real quantities, from the place's own figures.

use super::{full, setting_words};
use crate::data::model::{AGES, District, Lever, Model, Parameter, Region, Setting};
use crate::futures::amount::significant;
use crate::futures::evidence_words::number;

/// Ages that count as of working age, years.
const WORKING_AGES: std::ops::RangeInclusive<usize> = 16..=64;
/// Ages of the lever on older workers, years.
const OLDER_AGES: std::ops::RangeInclusive<usize> = 60..=74;

/// What real quantities are worked out from.
pub(super) struct Ground {
    completions: f64,
    homes: f64,
    labour_force: f64,
    older_people: f64,
    claimants: f64,
    net_migration: f64,
    procurement_jobs: f64,
    /// Residents with a degree or like it, percent, districts weighted by labour force.
    pub(super) graduate_share_pct: f64,
}

impl Ground {
    pub(super) fn of(region: &Region) -> Self {
        let mut ground = Self {
            completions: 0.0,
            homes: 0.0,
            labour_force: 0.0,
            older_people: 0.0,
            claimants: 0.0,
            net_migration: 0.0,
            procurement_jobs: region.procurement_jobs.iter().sum(),
            graduate_share_pct: 0.0,
        };
        for district in &region.districts {
            let people = |first: usize, last: usize| -> f64 {
                let ages =
                    |ages: &[f64; AGES]| -> f64 { ages.iter().take(last + 1).skip(first).sum() };
                district.people.iter().map(ages).sum()
            };
            let people_and_rates = district.people.as_flattened().iter();
            let people_and_rates = people_and_rates.zip(district.activity_rate.as_flattened());
            let active: f64 = people_and_rates.map(|(people, rate)| people * rate).sum();
            let working = people(*WORKING_AGES.start(), *WORKING_AGES.end());
            ground.completions += district.completions;
            ground.homes += district.homes;
            ground.labour_force += active;
            ground.older_people += people(*OLDER_AGES.start(), *OLDER_AGES.end());
            ground.claimants += working * district.claimant_rate_pct / 100.0;
            ground.net_migration += district.net_migration;
            ground.graduate_share_pct += district.graduate_share_pct * active;
        }
        ground.graduate_share_pct /= ground.labour_force.max(1.0);
        ground
    }
}

/// A setting in real quantities: `about 830 more homes a year from 2030 on`.
#[must_use]
pub fn lever_words(model: &Model, setting: Setting, value: f64) -> String {
    let Some(lever) = model.evidence.lever(setting) else {
        return number(value);
    };
    let ground = Ground::of(&model.region);
    let year = full(lever.ramp);
    if value == lever.default {
        return at_default(&ground, lever);
    }
    let more = if value < lever.default {
        "fewer"
    } else {
        "more"
    };
    let part = |whole: f64| about((whole * value / 100.0).abs());
    let size = number(value.abs());
    match setting {
        Setting::Housing => format!(
            "about {} {more} homes a year from {year} on",
            part(ground.completions)
        ),
        Setting::MetroJobs => format!(
            "jobs there grow by {}% a year; the trend is {}%",
            number(value),
            number(lever.default)
        ),
        Setting::MetroOverspill => format!(
            "{size} {more} people a year than the trend of about {} a year, net",
            about(ground.net_migration)
        ),
        Setting::Skills => format!(
            "{size} more workers in 100 with a degree by {year}, about {} people",
            part(ground.labour_force)
        ),
        Setting::Training => format!(
            "{size} more workers in 100 trained each year from {year} on, about {} people",
            part(ground.labour_force)
        ),
        Setting::SupportedEmployment => format!(
            "{size} places a year from {year} on, about {} for every 100 people who claim for want of \
             work",
            about(value / ground.claimants.max(1.0) * 100.0)
        ),
        Setting::NeedFocus => focus(model, value),
        Setting::DigitalSkills => {
            format!("{size} of 100 adults without basic digital skills reached by {year}")
        }
        Setting::ProtectSpace => format!(
            "about {} square metres {} lost a year from {year} on",
            part(model.evidence.constants.space.loss_m2_year),
            if value < 0.0 { "more" } else { "less" }
        ),
        Setting::Research => {
            format!("{size}% more research and development here from {year} on")
        }
        Setting::AiAdoption => {
            format!("{size} {more} firms in 100 use AI and data than in the country by {year}")
        }
        Setting::Gigabit => format!(
            "{size} more homes and firms in 100 on gigabit lines by {year} than in the baseline"
        ),
        Setting::Management => format!("{size} firms in 100 reached by {year}"),
        Setting::LocalProcurement => format!(
            "purchases behind about {} jobs moved to local firms by {year}",
            part(ground.procurement_jobs)
        ),
        Setting::InwardInvestment => landed(model, value, year),
        Setting::Transport => {
            format!("every trip costs {size}% less, in time and money together, from {year} on")
        }
        Setting::CleanHeat => format!(
            "about {} more homes on heat pumps by {year} than in the baseline",
            part(ground.homes)
        ),
        Setting::ElectricCars => {
            format!("{size} {more} cars in 100 electric by {year} than in the baseline")
        }
        Setting::ModeShift => {
            format!("{size} of 100 kilometres by car moved to foot, cycle, bus or train by {year}")
        }
        Setting::OlderWorkers => format!(
            "{size} more people in 100 aged {} to {} in work or looking for it by {year}, about {} \
             people",
            OLDER_AGES.start(),
            OLDER_AGES.end(),
            part(ground.older_people)
        ),
        Setting::SmartCare => claimed(model, &size, year),
    }
}

/// What it means that nobody has moved a lever.
fn at_default(ground: &Ground, lever: &Lever) -> String {
    match lever.setting {
        Setting::Housing => format!(
            "as many homes as in recent years, about {} a year",
            about(ground.completions)
        ),
        Setting::MetroJobs => format!("the trend, {}", setting_words(lever, lever.default)),
        Setting::MetroOverspill => format!(
            "the trend, about {} people a year who move here, net",
            about(ground.net_migration)
        ),
        Setting::NeedFocus => "the same effort for everybody, wherever they live".to_owned(),
        Setting::ProtectSpace => "space is lost as the trend has it".to_owned(),
        Setting::AiAdoption => "as many firms as in the country".to_owned(),
        Setting::Gigabit | Setting::CleanHeat | Setting::ElectricCars => {
            "as in the baseline, which rises by itself".to_owned()
        }
        _ => "nothing beyond what happens already".to_owned(),
    }
}

/// Which districts get most and least of an effort.
fn focus(model: &Model, value: f64) -> String {
    let region = &model.region;
    let rates = region.districts.iter().map(|own| {
        let working: f64 = own
            .people
            .iter()
            .flat_map(|ages| {
                ages.iter()
                    .take(WORKING_AGES.end() + 1)
                    .skip(*WORKING_AGES.start())
            })
            .sum();
        (working, own.claimant_rate_pct)
    });
    let (people, claims) = rates.fold((0.0, 0.0), |(people, claims), (own, rate)| {
        (people + own, claims + own * rate)
    });
    let whole = if people > 0.0 { claims / people } else { 0.0 };
    let order = |a: &&District, b: &&District| a.claimant_rate_pct.total_cmp(&b.claimant_rate_pct);
    let most = region.districts.iter().max_by(order);
    let least = region.districts.iter().min_by(order);
    let (Some((most, least)), true) = (most.zip(least), whole > 0.0) else {
        return format!("{}% of the effort goes by need", number(value));
    };
    let times = |own: &District| {
        let effort = 1.0 + value / 100.0 * (own.claimant_rate_pct / whole - 1.0);
        number((effort * 10.0).round() / 10.0)
    };
    format!(
        "for each worker {} gets {} times the usual effort, {} {} times",
        most.name,
        times(most),
        least.name,
        times(least)
    )
}

/// Jobs landed, and how many of them would not be here anyway.
fn landed(model: &Model, value: f64, year: u16) -> String {
    let size = number(value);
    let net = model.evidence.assumption(Parameter::InvestmentNetShare);
    let Some(net) = net.map(|own| own.range) else {
        return format!("{size} jobs landed a year from {year} on");
    };
    let [low, central, high] = [net.low, net.central, net.high].map(|share| about(value * share));
    format!(
        "{size} jobs landed a year from {year} on; about {central} of them, {low} to {high}, would \
         not be here anyway"
    )
}

/// What is claimed of smart care, and how much of it the model counts.
fn claimed(model: &Model, size: &str, year: u16) -> String {
    let realised = model.evidence.assumption(Parameter::SmartCareRealised);
    let claim = format!("{size}% fewer care-home places claimed by {year}");
    match realised.map(|own| own.range) {
        Some(range) => format!(
            "{claim}; the central run counts {}% of that, 9 runs in 10 at most {}%",
            number(range.central),
            number(range.high)
        ),
        None => claim,
    }
}

fn about(value: f64) -> String {
    let rough = significant(value, 2);
    number(if rough >= 10.0 { rough.round() } else { rough })
}
