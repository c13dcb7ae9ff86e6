//! The Britain companion, checked against its core pack.

use roadmap_core::data::{
    Agencies, Industries, IndustryLevel, Prices, Reason, TerritoryKind, read_britain,
    read_britain_shapes,
};
use roadmap_core::geo::{LayerId, Topology};
use roadmap_core::quantity::Value as Figure;
use serde_json::{Value, json};

use crate::britain_pack::{self, NORTH, WHOLE};
use crate::expect::Expected::{At, Unreadable};
use crate::expect::{Expected, compare, read};
use crate::packs::{self, COUNTY, EAST, WEST};

fn findings_of(spoil: impl Fn(&mut Value), expected: &[Expected]) -> Option<Industries> {
    let mut companion = britain_pack::britain();
    spoil(&mut companion);
    let dataset = read(&packs::core()).dataset.unwrap();
    let reading = read_britain("britain.json", companion.to_string().as_bytes(), &dataset);
    compare(&reading.findings, expected);
    reading.industries
}

fn sound() -> Industries {
    findings_of(|_| {}, &[]).unwrap()
}

fn unknown(key: &str, expected: &'static str) -> Reason {
    Reason::UnknownKey {
        key: key.to_owned(),
        expected,
    }
}

#[test]
fn a_sound_companion_answers_what_it_is_asked() {
    let own = sound();
    let kinds: Vec<TerritoryKind> = own.territories().iter().map(|t| t.kind).collect();
    use TerritoryKind::{County, Neighbour, Neighbours, Own, Region, Whole};
    assert_eq!(
        kinds,
        [Own, Own, Neighbour, County, Region, Neighbours, Whole]
    );
    let class = own.classification.find("0111").unwrap();
    assert_eq!((class.name.as_str(), class.position), ("Wheat", 0));
    let section = own
        .classification
        .holder(class, IndustryLevel::Section)
        .unwrap();
    let inside = own.classification.inside(section, IndustryLevel::Sic5);
    let inside: Vec<&str> = inside.map(|industry| industry.code.as_str()).collect();
    assert_eq!(inside, ["01110", "01120"]);
    let names: Vec<&str> = ["78", "781", "80"]
        .iter()
        .map(|code| own.classification.find(code).unwrap().name.as_str())
        .collect();
    assert_eq!(names, ["Agencies", "Placement", "Guards"]);
}

#[test]
fn jobs_add_up_by_industry_and_by_place_and_leave_agencies_out() {
    let own = sound();
    let number = Figure::Number;
    let jobs = |key: &str, level, year, agencies| {
        let found = own.jobs(own.territory(key).unwrap(), level, year, agencies)?;
        let codes: Vec<&str> = found.industries.iter().map(|i| i.code.as_str()).collect();
        Some((codes.join(" "), found.jobs.clone(), found.total()))
    };
    use Agencies::{Included, LeftOut};
    use IndustryLevel::{Class, Division, Section, Sic5};
    // The county is the sum of its districts; a division withheld in one is withheld in both.
    let (codes, values, total) = jobs(COUNTY, Division, 2015, Included).unwrap();
    assert_eq!(codes, "01 78 80");
    assert_eq!(values, [number(15.0), number(50.0), Figure::Missing]);
    assert_eq!(total, Figure::Missing);
    let (_, values, _) = jobs(NORTH, Division, 2015, Included).unwrap();
    assert_eq!(values[2], Figure::Suppressed);
    let (codes, values, _) = jobs(EAST, Section, 2015, LeftOut).unwrap();
    assert_eq!(
        (codes.as_str(), &values[..]),
        ("A N", &[number(10.0), number(35.0)][..])
    );
    let (codes, values, total) = jobs(WEST, Class, 2024, LeftOut).unwrap();
    assert_eq!(codes, "0111 0112 8010");
    assert_eq!(values, [number(5.0), number(5.0), number(15.0)]);
    assert_eq!(total, number(25.0));
    assert_eq!(jobs(WHOLE, Sic5, 2024, Included).unwrap().2, number(150.0));
    // A zero is a zero; what nobody tells is nothing.
    assert_eq!(jobs(EAST, Sic5, 2024, Included).unwrap().1[0], number(0.0));
    assert!(jobs(NORTH, Sic5, 2024, Included).is_none());
    assert!(jobs(WEST, Division, 2024, Included).is_none());
    let whole = own.whole().unwrap();
    assert_eq!(own.job_years(whole, Section), [2015]);
    assert_eq!(own.job_years(whole, Sic5), [2024]);
    assert_eq!(
        own.job_years(own.neighbours().unwrap(), Sic5),
        [] as [u16; 0]
    );
}

#[test]
fn sectors_output_and_supply_are_told_with_their_status() {
    let own = sound();
    let west = own.territory(WEST).unwrap();
    let jobs: Vec<Option<Figure>> = own
        .sectors
        .iter()
        .map(|sector| own.sector_jobs(sector, west, 2024, Agencies::LeftOut))
        .collect();
    assert_eq!(jobs, [Some(Figure::Number(20.0)), Some(Figure::Undefined)]);
    let status = |industry, year, prices| {
        let value = own.gva.value(WEST, industry, year, prices).unwrap();
        value.status()
    };
    assert_eq!(status("A (1)", 2021, Prices::Current), "suppressed");
    assert_eq!(status("A (1)", 2023, Prices::Current), "value");
    assert_eq!(status("A (1)", 2023, Prices::Chained), "missing");
    let left = own.gva.without_imputed_rent(WEST, Prices::Current).unwrap();
    assert_eq!(left, [90.0, 100.0, 110.0].map(Figure::Number));
    let left = own.gva.without_imputed_rent(WEST, Prices::Chained).unwrap();
    // Growth of 2023: (110 × 115/110 − 10 × 9/10) / 100.
    assert!((left[2].number().unwrap() - 106.0).abs() < 1e-9, "{left:?}");
    let supply = own.supply.as_ref().unwrap();
    assert_eq!(supply.use_gbp_m(0, 1), Some(500.0));
    assert_eq!((supply.use_gbp_m(0, 2), supply.of_sic5(4)), (None, None));
    let jobs = own.supply_jobs(west, 2024, Agencies::Included).unwrap();
    assert_eq!(jobs, [10.0, 45.0].map(Figure::Number));
}

#[test]
fn each_part_missing() {
    for part in [
        "pack_version",
        "content_hash",
        "reorganised",
        "sectors",
        "gva",
        "jobs",
    ] {
        let remove = |companion: &mut Value| _ = companion.as_object_mut().unwrap().remove(part);
        assert!(findings_of(remove, &[At(part, "", Reason::PartMissing)]).is_some());
    }
    for part in ["classification", "districts"] {
        let remove = |companion: &mut Value| _ = companion.as_object_mut().unwrap().remove(part);
        assert!(findings_of(remove, &[At(part, "", Reason::PartMissing)]).is_none());
    }
    let without = |companion: &mut Value| _ = companion.as_object_mut().unwrap().remove("supply");
    assert!(findings_of(without, &[]).unwrap().supply.is_none());
}

#[test]
fn an_industry_out_of_its_place() {
    for (position, code, reason) in [
        (
            4,
            "02110",
            unknown("02110", "the code of an industry inside the one before it"),
        ),
        (
            1,
            "011",
            unknown("011", "the code of an industry inside the one before it"),
        ),
        (3, "01x", unknown("01x", "the code of an industry")),
        (
            7,
            "A",
            Reason::Duplicate {
                key: "A".to_owned(),
            },
        ),
    ] {
        let at: &'static str = format!("classification, row {}", position + 1).leak();
        let spoil = |c: &mut Value| c["classification"]["codes"][position] = json!(code);
        assert!(findings_of(spoil, &[At(at, "codes", reason)]).is_none());
    }
    let spoil = |c: &mut Value| c["classification"]["names"][16] = json!("");
    let at = |row: &'static str, code| At(row, "names", unknown(code, "an industry with a name"));
    assert!(findings_of(spoil, &[at("classification, row 14", "80")]).is_none());
    let spoil = |c: &mut Value| c["classification"]["agencies"] = json!("781");
    let reason = unknown("781", "the code of a division");
    assert!(findings_of(spoil, &[At("classification", "agencies", reason)]).is_none());
}

#[test]
fn a_district_out_of_its_place() {
    let reason = Reason::UnknownArea {
        code: EAST.to_owned(),
    };
    let spoil = |c: &mut Value| c["districts"]["codes"][1] = json!("D00000007");
    assert!(findings_of(spoil, &[At("districts", "codes", reason)]).is_none());
    let spoil = |c: &mut Value| {
        c["districts"]["codes"] = json!([EAST, WEST, NORTH]);
    };
    let expected = "in its place: codes stand in ascending order, each once";
    let reason = unknown(&format!("{WEST} after {EAST}"), expected);
    assert!(findings_of(spoil, &[At("districts, row 2", "codes", reason)]).is_none());
    let spoil = |c: &mut Value| c["territories"][0]["key"] = json!("C00000002");
    let reason = unknown("C00000002", "a place that any district lies in");
    let own = findings_of(spoil, &[At("territories, row 1", "key", reason)]).unwrap();
    assert!(own.territory(COUNTY).is_none());
    let spoil = |c: &mut Value| c["reorganised"][0]["to"] = json!(COUNTY);
    let reason = unknown(COUNTY, "a district of this file");
    findings_of(spoil, &[At("reorganised, row 1", "to", reason)]);
}

#[test]
fn jobs_that_cannot_be() {
    const FIRST: &str = "jobs, row 1 (2015 by division)";
    let negative = Reason::UnitMismatch {
        value: "-1".to_owned(),
        unit: "jobs",
    };
    let half = Reason::NotWhole {
        value: "0.5".to_owned(),
    };
    for (cell, reason) in [(json!(-1), negative), (json!(0.5), half)] {
        let spoil = |c: &mut Value| c["jobs"][0]["values"][0][0] = cell.clone();
        let own = findings_of(spoil, &[At(FIRST, "values", reason)]).unwrap();
        let west = own.territory(WEST).unwrap();
        let level = IndustryLevel::Division;
        let jobs = own.jobs(west, level, 2015, Agencies::Included).unwrap();
        assert_eq!(jobs.jobs[0], Figure::Missing);
    }
    for (field, value, expected) in [
        (
            "level",
            json!("group"),
            unknown("group", "division or sic5"),
        ),
        (
            "source",
            json!("none"),
            unknown("none", "a source of this file"),
        ),
        (
            "values",
            json!([[1, 2, 3], [1, 2, 3]]),
            Reason::WrongCount {
                expected: 3,
                found: 2,
            },
        ),
        (
            "values",
            json!([[1, 2, 3], [1, 2], [1, 2, 3]]),
            Reason::WrongCount {
                expected: 3,
                found: 2,
            },
        ),
        (
            "territories",
            json!([WEST, "X", NORTH]),
            unknown("X", "a district or territory of this file"),
        ),
        (
            "territories",
            json!([WEST, WEST, NORTH]),
            Reason::Duplicate {
                key: WEST.to_owned(),
            },
        ),
    ] {
        let at = match &value {
            Value::String(level) if field == "level" => format!("jobs, row 1 (2015 by {level})"),
            _ => FIRST.to_owned(),
        };
        let spoil = |c: &mut Value| c["jobs"][0][field] = value.clone();
        let own = findings_of(spoil, &[At(at.leak(), field, expected)]).unwrap();
        let west = own.territory(WEST).unwrap();
        assert!(own.job_years(west, IndustryLevel::Division).is_empty());
    }
    let spoil = |c: &mut Value| c["jobs"][0]["suppressed"] = json!([0, 99]);
    let filled = unknown("0", "the position of an empty cell");
    let outside = Reason::WrongCount {
        expected: 9,
        found: 99,
    };
    findings_of(
        spoil,
        &[
            At(FIRST, "suppressed", filled),
            At(FIRST, "suppressed", outside),
        ],
    );
}

#[test]
fn output_that_does_not_fit_its_headings() {
    for (field, value, reason) in [
        (
            "current",
            json!([[1]]),
            Reason::WrongCount {
                expected: 6,
                found: 1,
            },
        ),
        (
            "money_year",
            json!(1990),
            unknown("1990", "a year of this table"),
        ),
        (
            "first_year",
            json!(65_535),
            unknown("65535", "a year that the others can follow"),
        ),
    ] {
        let spoil = |c: &mut Value| c["gva"][field] = value.clone();
        let own = findings_of(spoil, &[At("gva", field, reason)]).unwrap();
        assert!(own.gva.series(WEST, "Total", Prices::Current).is_none());
    }
    let spoil = |c: &mut Value| c["gva"]["industries"][1]["divisions"] = json!(["99"]);
    let reason = unknown("99", "the code of a division of this file");
    findings_of(spoil, &[At("gva, industry 2", "divisions", reason)]);
}

#[test]
fn an_input_output_table_that_is_not_whole() {
    let detail = "X sells 1,001.0 million pounds and makes 1,000.0".to_owned();
    let spoil = |c: &mut Value| c["supply"]["final_use"][0] = json!(702);
    let reason = Reason::DoesNotAddUp { detail };
    let own = findings_of(spoil, &[At("supply", "output", reason)]).unwrap();
    assert!(
        own.supply.is_none(),
        "half a table would pass for the whole"
    );
    for (field, value, reason) in [
        (
            "of_sic5",
            json!([0]),
            Reason::WrongCount {
                expected: 5,
                found: 1,
            },
        ),
        (
            "of_sic5",
            json!([0, 0, 1, 1, 2]),
            Reason::WrongCount {
                expected: 2,
                found: 2,
            },
        ),
        (
            "jobs",
            json!([1]),
            Reason::WrongCount {
                expected: 2,
                found: 1,
            },
        ),
        ("unit_gbp_m", json!(0), unknown("0", "a number above zero")),
    ] {
        let spoil = |c: &mut Value| c["supply"][field] = value.clone();
        findings_of(spoil, &[At("supply", field, reason)]);
    }
}

#[test]
fn a_sector_that_overlaps_itself_or_names_what_is_not_there() {
    let inside = Reason::Overlap {
        code: "01110".to_owned(),
        inside: "A".to_owned(),
    };
    let twice = Reason::Duplicate {
        key: "80".to_owned(),
    };
    for (codes, reason) in [
        (json!(["01110", "A"]), inside),
        (json!(["80", "80"]), twice),
        (
            json!(["01110", "99"]),
            unknown("99", "the code of an industry of this file"),
        ),
    ] {
        let spoil = |c: &mut Value| c["sectors"][0]["codes"] = codes.clone();
        let expected = [At("sectors, row 1 (fields)", "codes", reason)];
        assert_eq!(findings_of(spoil, &expected).unwrap().sectors.len(), 1);
    }
}

#[test]
fn coarse_shapes_are_read_and_their_faults_named() {
    let text = britain_pack::shapes().to_string();
    let reading = read_britain_shapes("shapes.json", text.as_bytes());
    assert!(reading.findings.is_empty());
    let (topology, faults) = Topology::decode(&[&reading.shapes.unwrap().topology]);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(topology.codes(LayerId::DISTRICTS).count(), 3);
    let cut = read_britain_shapes("shapes.json", &text.as_bytes()[..60]);
    compare(&cut.findings, &[Unreadable("", "line 1 column")]);
    assert!(cut.shapes.is_none());
}
