//! The Britain companion in the repository against figures known from elsewhere.

use std::collections::BTreeMap;

use roadmap_core::area::AreaCode;
use roadmap_core::data::{
    Agencies, Dataset, Industries, IndustryLevel, Prices, SectorKind, Territory, read_britain,
    read_britain_shapes, read_pack,
};
use roadmap_core::geo::{LayerId, Topology};
use roadmap_core::quantity::Value;

const COUNTY: &str = "E10000015";
const DACORUM: &str = "E07000096";
const WATFORD: &str = "E07000103";

fn dataset() -> Dataset {
    let bytes = include_bytes!("../../../../public/data/hertfordshire.json");
    read_pack("hertfordshire.json", bytes).dataset.unwrap()
}

fn industries() -> Industries {
    let bytes = include_bytes!("../../../../public/data/hertfordshire-britain.json");
    let reading = read_britain("britain.json", bytes, &dataset());
    assert_eq!(reading.findings, []);
    reading.industries.unwrap()
}

/// Jobs by code, of a place in a year.
fn jobs(
    own: &Industries,
    territory: &Territory,
    (level, year): (IndustryLevel, u16),
    agencies: Agencies,
) -> BTreeMap<String, f64> {
    let jobs = own.jobs(territory, level, year, agencies).unwrap();
    let rows = jobs.industries.iter().zip(&jobs.jobs);
    rows.map(|(industry, jobs)| (industry.code.clone(), jobs.number().unwrap()))
        .collect()
}

#[test]
fn known_jobs_are_told() {
    let own = industries();
    let (county, whole) = (own.territory(COUNTY).unwrap(), own.whole().unwrap());
    assert_eq!((own.districts().count(), county.districts.len()), (350, 10));
    assert_eq!(own.neighbours().unwrap().districts.len(), 35);
    use Agencies::{Included, LeftOut};
    let total = |territory, year, agencies| {
        let jobs = jobs(&own, territory, (IndustryLevel::Section, year), agencies);
        jobs.values().sum::<f64>()
    };
    assert_eq!(total(whole, 2024, Included), 32_372_680.0);
    assert_eq!(total(county, 2024, Included), 663_190.0);
    assert_eq!(
        total(county, 2017, Included) - total(county, 2015, Included),
        38_615.0
    );
    // Without agencies the county grew by 20,300; at the nation's pace it would have by 49,900.
    let (before, after) = (total(county, 2015, LeftOut), total(county, 2024, LeftOut));
    assert_eq!(after - before, 20_340.0);
    let nation = total(whole, 2024, LeftOut) / total(whole, 2015, LeftOut) - 1.0;
    assert!((before * nation - 49_900.0).abs() < 50.0);
    for (key, year, expected) in [
        (DACORUM, 2015, 2_250.0),
        (DACORUM, 2024, 60_570.0),
        (WATFORD, 2015, 24_000.0),
        (WATFORD, 2024, 3_150.0),
    ] {
        let territory = own.territory(key).unwrap();
        let found = jobs(&own, territory, (IndustryLevel::Division, year), Included);
        assert_eq!(found["78"], expected, "{key} in {year}");
    }
}

#[test]
fn location_quotients_of_2017_are_those_worked_out_elsewhere() {
    let own = industries();
    let of = |territory| {
        jobs(
            &own,
            territory,
            (IndustryLevel::Section, 2017),
            Agencies::Included,
        )
    };
    let (county, whole) = (of(own.territory(COUNTY).unwrap()), of(own.whole().unwrap()));
    let total = |jobs: &BTreeMap<String, f64>| jobs.values().sum::<f64>();
    for (section, expected) in [
        ("N", 1.68),
        ("M", 1.45),
        ("G", 1.24),
        ("F", 1.23),
        ("J", 1.07),
        ("C", 0.74),
        ("K", 0.58),
        ("Q", 0.71),
    ] {
        let share = county[section] / total(&county);
        let found = share / (whole[section] / total(&whole));
        assert!((found - expected).abs() < 0.006, "{section}: {found}");
    }
}

#[test]
fn every_level_adds_up_to_the_same_jobs() {
    let own = industries();
    for territory in own.territories() {
        let mut totals = Vec::new();
        for level in IndustryLevel::ALL {
            if own.job_years(territory, level).contains(&2024) {
                let found = jobs(&own, territory, (level, 2024), Agencies::LeftOut);
                totals.push(found.values().sum::<f64>());
            }
        }
        assert!(totals.len() >= 2 && totals[0] > 0.0, "{}", territory.key);
        assert!(
            totals.iter().all(|total| *total == totals[0]),
            "{}",
            territory.key
        );
    }
    let fine = own.territories().iter();
    let fine = fine.filter(|t| !own.job_years(t, IndustryLevel::Sic5).is_empty());
    // Ten own districts, 35 around, both together and the whole.
    assert_eq!(fine.count(), 48);
}

#[test]
fn output_keeps_its_totals_and_its_gaps() {
    let own = industries();
    let gva = &own.gva;
    assert_eq!(
        (gva.years.first(), gva.years.last()),
        (Some(&1998), Some(&2023))
    );
    assert_eq!(gva.industries.len(), 49);
    let value = |place, industry, year, prices| gva.value(place, industry, year, prices).unwrap();
    assert_eq!(
        value(COUNTY, "Total", 2023, Prices::Current),
        Value::Number(49_740.0)
    );
    // Reference-year volumes are current prices, so also of what we chained.
    for place in &gva.places {
        for industry in &gva.industries {
            let current = value(&place.key, &industry.code, gva.money_year, Prices::Current);
            let chained = value(&place.key, &industry.code, gva.money_year, Prices::Chained);
            match (current, chained) {
                (Value::Number(current), Value::Number(chained)) => {
                    assert!(
                        (current - chained).abs() <= 1.0,
                        "{} {}",
                        place.key,
                        industry.code
                    );
                }
                (current, chained) => assert_eq!(current, chained),
            }
        }
    }
    let status = |place, industry| value(place, industry, 2023, Prices::Current).status();
    assert_eq!(status("E07000243", "DE (35-39)"), "suppressed");
    assert_eq!(status(COUNTY, "DE (35-39)"), "value");
    // Great Britain is chained from three nations: within rounding of the United Kingdom less
    // Northern Ireland and what belongs to no region.
    let growth = |place| {
        let from = value(place, "Total", 1998, Prices::Chained)
            .number()
            .unwrap();
        value(place, "Total", 2023, Prices::Chained)
            .number()
            .unwrap()
            / from
    };
    let (britain, england) = (growth("K03000001"), growth("E92000001"));
    assert!((1.5..1.7).contains(&britain) && (britain - england).abs() < 0.05);
    let left = gva.without_imputed_rent(COUNTY, Prices::Current).unwrap();
    assert_eq!(left.last(), Some(&Value::Number(49_740.0 - 5_476.0)));
}

#[test]
fn the_input_output_table_is_the_published_one() {
    let own = industries();
    let supply = own.supply.as_ref().unwrap();
    assert_eq!((supply.size(), supply.year), (105, 2020));
    let at = |code: &str| {
        supply
            .industries
            .iter()
            .position(|own| own.code == code)
            .unwrap()
    };
    assert_eq!(supply.use_gbp_m(at("A01"), at("A02")), Some(4.42));
    // Rail buys more than it makes: its value added is negative.
    assert!(supply.gva_gbp_m[at("H491_2")] < 0.0);
    let county = own.territory(COUNTY).unwrap();
    let jobs = own.supply_jobs(county, 2024, Agencies::Included).unwrap();
    let idle: Vec<&str> = jobs
        .iter()
        .zip(&supply.industries)
        .filter(|(jobs, _)| **jobs == Value::Number(0.0))
        .map(|(_, industry)| industry.code.as_str())
        .collect();
    assert_eq!(
        idle,
        ["B05", "B06 & B07", "B09", "C104", "C19", "C301", "T97"]
    );
}

#[test]
fn every_sector_can_be_counted_or_says_that_it_cannot() {
    let own = industries();
    let county = own.territory(COUNTY).unwrap();
    let mut uncounted = Vec::new();
    for sector in &own.sectors {
        assert!(!sector.reason.is_empty() && !sector.misses.is_empty());
        match own
            .sector_jobs(sector, county, 2024, Agencies::LeftOut)
            .unwrap()
        {
            Value::Number(jobs) => assert!(jobs > 300.0, "{}: {jobs}", sector.key),
            other => {
                assert_eq!(other, Value::Undefined);
                uncounted.push(sector.key.as_str());
            }
        }
    }
    assert_eq!(uncounted, ["clean-energy", "is-clean-energy"]);
    let of = |kind| own.sectors.iter().filter(|own| own.kind == kind).count();
    let counts = (of(SectorKind::Roadmap), of(SectorKind::IndustrialStrategy));
    assert_eq!(counts, (9, 8));
}

#[test]
fn every_district_has_a_coarse_shape() {
    let own = industries();
    let bytes = include_bytes!("../../../../public/data/hertfordshire-britain-shapes.json");
    let reading = read_britain_shapes("shapes.json", bytes);
    assert_eq!(reading.findings, []);
    let (topology, faults) = Topology::decode(&[&reading.shapes.unwrap().topology]);
    assert!(faults.is_empty(), "{faults:?}");
    let drawn: Vec<&str> = topology
        .codes(LayerId::DISTRICTS)
        .map(AreaCode::as_str)
        .collect();
    let known: Vec<&str> = own.districts().map(|own| own.key.as_str()).collect();
    assert_eq!(drawn, known);
}
