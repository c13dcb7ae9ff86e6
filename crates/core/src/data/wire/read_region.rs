//! Which fields each record of a place's starting figures has.

use super::fields::{Fields, FromFields, Unread};
use super::read::record;
use super::{
    CountryPeopleWire, EmissionsWire, HindcastRowWire, HistoryWire, OutlookWire,
    RegionDistrictWire, RegionWire,
};

record!(RegionWire {
    base_year: required,
    last_year: required,
    death_rate: required,
    birth_death_rate: required,
    birth_rate: required,
    activity_ages: required,
    activity_rate: required,
    working_ages: required,
    headship_ages: required,
    movers: required,
    country: required_record,
    section_growth: required,
    mean_section_growth: required,
    procurement_jobs: required,
    distance_km: required,
    districts: records,
});
record!(CountryPeopleWire {
    all: required,
    aged_0_17: required,
    aged_65_plus: required,
});
record!(RegionDistrictWire {
    code: required,
    people: required,
    mortality_factor: required,
    fertility_factor: required,
    net_migrants: required,
    headship: required,
    homes: required,
    completions: required,
    affordability_ratio: required,
    pay_gbp_week: required,
    inactivity_factor: required,
    unemployment_rate: required,
    claimant_rate_pct: required,
    commuters_metro: required,
    graduate_share_pct: required,
    jobs: required,
    agency_jobs: required,
    gva_gbp_m: required,
    agency_gva_gbp_m: required,
    outside_jobs_metro: required,
    outside_jobs_rest: required,
    emissions: required_record,
});
record!(EmissionsWire {
    industry: required,
    commercial: required,
    public_sector: required,
    agriculture: required,
    homes_gas: required,
    homes_electricity: required,
    homes_other: required,
    road: required,
    other: required,
});
record!(HistoryWire {
    output: required,
    area: required,
    source: required,
    years: required,
    values: required,
});
record!(OutlookWire {
    key: required,
    name: required,
    note: required,
    output: required,
    area: required,
    source: required,
    years: required,
    values: required,
});
record!(HindcastRowWire {
    subject: required,
    start: required,
    target: required,
    mode: required,
    method: required,
    window: optional,
    cells: required,
    wape_pct: required,
    mape_pct: optional,
    bias_pct: required,
    coverage_pct: optional,
    interval_score_pct: optional,
    crps_pct: optional,
    passes: optional,
    asked: optional,
    note: optional,
});
