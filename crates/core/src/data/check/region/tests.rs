//! A sound place is read whole; each fault is named where it stands.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::*;
use crate::data::check::faults::Row;
use crate::data::finding::Reason;
use crate::data::model::{PastMethod, PastMode};
use crate::data::wire::fields;
use crate::data::wire::{HindcastRowWire, HistoryWire, OutlookWire};
use crate::source::{LicenceStanding, Source};

fn by_age(value: f64) -> Value {
    json!([vec![value; AGES], vec![value; AGES]])
}

fn district(code: &str) -> Value {
    json!({
        "code": code,
        "people": by_age(500.0),
        "mortality_factor": 0.9,
        "fertility_factor": 1.1,
        "net_migrants": by_age(-1.5),
        "headship": [0.0, 0.4, 0.6],
        "homes": 40_000.0,
        "completions": 300.0,
        "affordability_ratio": 9.5,
        "pay_gbp_week": 650.0,
        "inactivity_factor": 1.2,
        "unemployment_rate": 0.03,
        "claimant_rate_pct": 2.5,
        "commuters_metro": 9_000.0,
        "graduate_share_pct": 40.0,
        "jobs": vec![1_000.0; 19],
        "agency_jobs": 300.0,
        "gva_gbp_m": vec![70.0; 19],
        "agency_gva_gbp_m": 9.0,
        "outside_jobs_metro": [3.0, 2.0, 1.0],
        "outside_jobs_rest": [6.0, 4.0, 2.0],
        "emissions": {
            "industry": 1.0, "commercial": 2.0, "public_sector": 3.0, "agriculture": 4.0,
            "homes_gas": 5.0, "homes_electricity": 6.0, "homes_other": 7.0, "road": 8.0,
            "other": 9.0,
        },
    })
}

fn place() -> Value {
    let mut movers = [vec![0.0; AGES], vec![0.0; AGES]];
    movers[0][30] = 0.5;
    movers[1][31] = 0.5;
    json!({
        "base_year": 2024,
        "last_year": 2026,
        "death_rate": by_age(0.01),
        "birth_death_rate": [0.003, 0.004],
        "birth_rate": vec![0.05; 32],
        "activity_ages": [16, 65],
        "activity_rate": [[0.8, 0.1], [0.9, 0.2]],
        "working_ages": [16, 64],
        "headship_ages": [16.0, 20.5, 90.0],
        "movers": movers,
        "country": {
            "all": [100.0, 101.0, 102.0],
            "aged_0_17": [20.0, 20.0, 20.0],
            "aged_65_plus": [18.0, 19.0, 20.0],
        },
        "section_growth": vec![0.01; 19],
        "mean_section_growth": 0.01,
        "procurement_jobs": vec![10.0; 19],
        "distance_km": [[5.0, 20.0], [20.0, 6.0]],
        "districts": [district("E07000001"), district("E07000002")],
    })
}

fn names() -> (AreaCode, BTreeMap<AreaCode, String>) {
    let code = |text: &str| AreaCode::new(text).unwrap();
    let named = |(own, name): (&str, &str)| (code(own), name.to_owned());
    let all = [
        ("E10000001", "Shire"),
        ("E07000001", "North"),
        ("E07000002", "South"),
    ];
    (code("E10000001"), all.map(named).into())
}

fn read(value: &Value) -> RegionReading {
    let raw = RawValue::from_string(value.to_string()).unwrap();
    let wire: RegionWire = fields::record(&raw).unwrap();
    let (county, names) = names();
    let place = Place {
        county: &county,
        names: &names,
    };
    check_region("made-up", wire, &place)
}

#[test]
fn a_sound_place_is_read_whole() {
    let reading = read(&place());
    assert_eq!(reading.findings, []);
    let region = reading.region.unwrap();
    assert_eq!(
        (region.base_year, region.last_year, region.districts.len()),
        (2024, 2026, 2)
    );
    let [own, _] = &region.districts[..] else {
        panic!()
    };
    assert_eq!(own.name, "North");
    assert!((own.death_rate[1][90] - 0.009).abs() < 1e-15);
    assert!((own.birth_rate[31] - 0.055).abs() < 1e-15);
    assert!((own.activity_rate[0][16] - 0.76).abs() < 1e-12);
    assert_eq!(
        (own.activity_rate[0][15], own.activity_rate[1][65]),
        (0.0, 0.2)
    );
    assert!((own.net_migration + 1.5 * 182.0).abs() < 1e-9);
    assert!((own.headship[16] - 0.4 * 0.5 / 4.5).abs() < 1e-12);
    assert_eq!(own.gva_gbp_m_per_job[0], 0.07);
    assert_eq!(own.emissions.other, 9.0);
    // Written and read again it is the same.
    let wire: RegionWire =
        fields::record(&RawValue::from_string(place().to_string()).unwrap()).unwrap();
    let again = serde_json::to_value(&wire).unwrap();
    assert_eq!(read(&again).region, Some(region));
}

/// The field at fault when one field of a sound place is something else.
fn fault_of(pointer: &str, value: Value) -> (String, Reason) {
    let mut bad = place();
    *bad.pointer_mut(pointer).unwrap() = value;
    let reading = read(&bad);
    assert!(reading.region.is_none(), "{pointer}");
    assert_eq!(
        reading.findings.len(),
        1,
        "{pointer}: {:?}",
        reading.findings
    );
    let own = reading.findings.into_iter().next().unwrap();
    (format!("{}: {}", own.row, own.field), own.reason)
}

#[test]
fn each_fault_is_named_where_it_stands() {
    let field = |pointer: &str, value: Value| fault_of(pointer, value).0;
    assert_eq!(field("/last_year", json!(2024)), "region: last_year");
    assert_eq!(field("/last_year", json!(65_000)), "region: last_year");
    assert_eq!(field("/death_rate/0/3", json!(1.5)), "region: death_rate");
    assert_eq!(field("/birth_rate", json!([0.1])), "region: birth_rate");
    assert_eq!(field("/movers/0/30", json!(0.4)), "region: movers");
    assert_eq!(
        field("/working_ages", json!([64, 16])),
        "region: working_ages"
    );
    assert_eq!(
        field("/activity_ages", json!([65, 16])),
        "region: activity_ages"
    );
    assert_eq!(
        field("/headship_ages", json!([16.0, 16.0, 90.0])),
        "region: headship_ages"
    );
    assert_eq!(field("/country/all", json!([1.0])), "region: country.all");
    assert_eq!(field("/distance_km/1/1", json!(0.0)), "region: distance_km");
    assert_eq!(
        field("/districts/0/people/1", json!([1.0])),
        "region, district 1: people"
    );
    assert_eq!(
        field("/districts/1/homes", json!(0.0)),
        "region, district 2: homes"
    );
    assert_eq!(
        field("/districts/1/jobs/4", json!(-1.0)),
        "region, district 2: jobs"
    );
    assert_eq!(
        field("/districts/1/jobs/4", json!(0.0)),
        "region, district 2: gva_gbp_m"
    );
    assert_eq!(
        field("/districts/0/inactivity_factor", json!(20.0)),
        "region, district 1: inactivity_factor"
    );
    assert_eq!(
        field("/districts/0/emissions/road", json!(-2.0)),
        "region, district 1: emissions.road"
    );
    let (at, reason) = fault_of("/districts/0/code", json!("E07000009"));
    assert_eq!(at, "region, district 1: code");
    assert!(matches!(reason, Reason::UnknownArea { .. }));
    let (_, reason) = fault_of("/districts/1/code", json!("E07000001"));
    assert!(matches!(reason, Reason::Duplicate { .. }));
}

#[test]
fn districts_out_of_order_or_none() {
    let mut turned = place();
    turned["districts"].as_array_mut().unwrap().reverse();
    assert_eq!(read(&turned).findings[0].field, "districts");
    let mut none = place();
    none["districts"] = json!([]);
    none["distance_km"] = json!([]);
    assert_eq!(read(&none).findings[0].field, "districts");
}

fn source(key: &str) -> Source {
    Source {
        key: key.to_owned(),
        title: "Figures".to_owned(),
        publisher: "An office".to_owned(),
        url: "https://example.org".to_owned(),
        licence: "Open".to_owned(),
        licence_standing: LicenceStanding::Stated,
        period: "2024".to_owned(),
        released: String::new(),
        caution: String::new(),
    }
}

#[test]
fn a_series_costs_only_itself() {
    let (county, names) = names();
    let place = Place {
        county: &county,
        names: &names,
    };
    let sources = [source("told")];
    let row = |area: &str, source: &str, years: &[u16], values: &[f64]| Row {
        at: "history, row 1".to_owned(),
        record: HistoryWire {
            output: "population".to_owned(),
            area: area.to_owned(),
            source: source.to_owned(),
            years: years.to_vec(),
            values: values.to_vec(),
        },
    };
    let mut faults = Faults::new("made-up");
    let rows = vec![
        row("E07000001", "told", &[2001, 2005], &[1.0, 2.0]),
        row("E07000009", "told", &[2001], &[1.0]),
        row("E07000001", "untold", &[2001], &[1.0]),
        row("E07000001", "told", &[2005, 2001], &[1.0, 2.0]),
        row("E07000001", "told", &[2005], &[1.0, 2.0]),
    ];
    let read = histories(rows, &place, &sources, &mut faults);
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].points, [(2001, 1.0), (2005, 2.0)]);
    let outlook = Row {
        at: "outlooks, row 1".to_owned(),
        record: OutlookWire {
            key: "theirs".to_owned(),
            name: "Theirs".to_owned(),
            note: String::new(),
            output: "population".to_owned(),
            area: "E10000001".to_owned(),
            source: "told".to_owned(),
            years: vec![2030],
            values: vec![5.0],
        },
    };
    assert_eq!(
        outlooks(vec![outlook], &place, &sources, &mut faults).len(),
        1
    );
    let found = faults.into_findings();
    let fields: Vec<&str> = found.iter().map(|own| own.field.as_str()).collect();
    assert_eq!(fields, ["area", "source", "years", "values"]);
}

#[test]
fn scores_of_the_past_are_checked_one_by_one() {
    let sound = HindcastRowWire {
        subject: "population".to_owned(),
        start: 2011,
        target: 2019,
        mode: "conditional".to_owned(),
        method: "dwelling-led".to_owned(),
        window: Some(5),
        cells: 10,
        wape_pct: 1.5,
        mape_pct: None,
        bias_pct: -0.5,
        coverage_pct: Some(80.0),
        interval_score_pct: Some(4.0),
        crps_pct: Some(1.0),
        passes: Some(false),
        asked: "beats no change".to_owned(),
        note: String::new(),
    };
    let spoilt: [fn(&mut HindcastRowWire); 7] = [
        |_| {},
        |row| row.subject = "happiness".to_owned(),
        |row| row.method = "guess".to_owned(),
        |row| row.mode = "half".to_owned(),
        |row| row.target = 2011,
        |row| row.passes = None,
        |row| row.coverage_pct = Some(101.0),
    ];
    let rows = spoilt.into_iter().map(|spoil| {
        let mut record = sound.clone();
        spoil(&mut record);
        let at = "scorecard, row 1".to_owned();
        Row { at, record }
    });
    let mut faults = Faults::new("model");
    let read = scorecard(rows.collect(), &mut faults);
    let [only] = &read[..] else {
        panic!("{read:?}");
    };
    assert_eq!(only.method, PastMethod::DwellingLed);
    assert_eq!(only.mode, Some(PastMode::Conditional));
    assert_eq!(only.asked, Some(("beats no change".to_owned(), false)));
    assert_eq!(only.band.map(|own| own.coverage_pct), Some(80.0));
    let found = faults.into_findings();
    let fields: Vec<&str> = found.iter().map(|own| own.field.as_str()).collect();
    let expected = [
        "subject",
        "method",
        "mode",
        "target",
        "passes",
        "coverage_pct",
    ];
    assert_eq!(fields, expected);
}
