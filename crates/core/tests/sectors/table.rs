//! A place's industries beside a benchmark.

use roadmap_core::data::{Agencies, IndustryLevel, SectorKind};
use roadmap_core::quantity::Value;
use roadmap_core::sectors::{
    Choice, Flag, Row, Rows, SIMILAR, SectorFacts, Table, benchmark_limits, benchmarks,
    output_benchmarks,
};
use roadmap_core::sectors::{Landscape, similar};

use crate::given::{CAMBRIDGE, COUNTY, DACORUM, STEVENAGE, WATFORD, asked, industries, near};

fn row<'a>(table: &'a Table, code: &str) -> &'a Row {
    table.rows.iter().find(|row| row.code == code).unwrap()
}

fn number(value: Value) -> f64 {
    value.number().unwrap()
}

/// Worked out from the published tables by a second program.
#[test]
fn divisions_of_the_county() {
    let table = Table::new(industries(), &asked(COUNTY, IndustryLevel::Division)).unwrap();
    assert_eq!(table.jobs, Value::Number(581_790.0));
    assert!(table.rows.iter().all(|row| row.code != "78"));
    near(table.krugman.unwrap(), 0.313_599_531, 1e-9);
    near(table.concentration.unwrap().herfindahl, 0.040_619_160, 1e-9);
    for (code, quotient, jobs) in [
        ("95", 4.61, 4_305.0),
        ("21", 3.58, 2_720.0),
        ("70", 2.08, 35_565.0),
    ] {
        let row = row(&table, code);
        near(number(row.quotient.value), quotient, 0.005);
        assert_eq!(row.jobs, Value::Number(jobs));
        assert!(
            row.quotient
                .interval
                .unwrap()
                .covers(number(row.quotient.value))
        );
    }
    let shares: f64 = table.rows.iter().map(|row| number(row.share)).sum();
    near(shares, 1.0, 1e-12);
    // Weighted by the benchmark's shares, quotients average to 1.
    let known = table
        .rows
        .iter()
        .filter(|row| row.quotient.value.number().is_some());
    let mean: f64 = known
        .map(|row| number(row.quotient.value) * number(row.benchmark_share))
        .sum();
    near(mean, 1.0, 1e-9);
}

#[test]
fn every_level_adds_up_to_the_same_jobs() {
    for level in IndustryLevel::ALL {
        let table = Table::new(industries(), &asked(STEVENAGE, level)).unwrap();
        let sum: f64 = table.rows.iter().map(|row| number(row.jobs)).sum();
        assert_eq!(Value::Number(sum), table.jobs);
        let few = table.rows.iter().filter(|row| number(row.jobs) < 500.0);
        assert!(
            few.into_iter()
                .all(|row| row.quotient.value == Value::Undefined
                    || row.flags.contains(&Flag::Unreliable))
        );
    }
}

#[test]
fn agencies_are_left_out_everywhere_or_nowhere() {
    let with = Choice {
        agencies: Agencies::Included,
        ..asked(DACORUM, IndustryLevel::Division)
    };
    let with = Table::new(industries(), &with).unwrap();
    let without = Table::new(industries(), &asked(DACORUM, IndustryLevel::Division)).unwrap();
    let agencies = row(&with, "78");
    assert_eq!(agencies.jobs, Value::Number(60_570.0));
    assert!(agencies.flags.contains(&Flag::Payroll));
    assert_eq!(number(with.jobs) - 60_570.0, number(without.jobs));
    assert_ne!(with.notes, without.notes);
}

#[test]
fn one_site_is_told() {
    let choice = asked(STEVENAGE, IndustryLevel::Division);
    let table = Table::new(industries(), &choice).unwrap();
    let metal = row(&table, "25");
    near(number(metal.quotient.value), 7.4, 0.3);
    let site = metal.one_site.as_ref().unwrap();
    assert!(metal.flags.contains(&Flag::OneSite) && site.share >= 0.5);
    assert!(
        site.sentence().contains("perhaps one employer"),
        "{}",
        site.sentence()
    );
    assert!(row(&table, "86").one_site.is_none());
}

#[test]
fn growth_and_quadrants() {
    let table = Table::new(industries(), &asked(COUNTY, IndustryLevel::Section)).unwrap();
    assert_eq!(table.since, Some(2015));
    for row in &table.rows {
        let growth = row.growth.unwrap();
        let standing = growth.standing.unwrap();
        let quotient = number(row.quotient.value);
        let expected = match (quotient >= 1.0, growth.relative.unwrap().value >= 0.0) {
            (true, true) => "leading",
            (false, true) => "emerging",
            (true, false) => "mature",
            (false, false) => "declining",
        };
        assert_eq!(standing.quadrant.key(), expected);
        let covers = row.quotient.interval.unwrap().covers(1.0);
        assert!(!(covers && standing.is_clear()));
    }
    // Output per job where output is told for the same divisions.
    let manufacturing = row(&table, "C");
    assert!((50_000.0..200_000.0).contains(&number(manufacturing.gva_gbp_per_job)));
    assert!(number(manufacturing.benchmark_gva_gbp_per_job) > 50_000.0);
    assert_eq!(row(&table, "B").gva_gbp_per_job, Value::Missing);
}

#[test]
fn fine_industries_have_no_growth() {
    let table = Table::new(industries(), &asked(COUNTY, IndustryLevel::Group)).unwrap();
    assert_eq!(table.since, None);
    assert!(table.rows.iter().all(|row| row.growth.is_none()));
}

#[test]
fn sectors_of_the_strategy_and_of_the_roadmap() {
    for kind in [SectorKind::IndustrialStrategy, SectorKind::Roadmap] {
        let choice = Choice {
            rows: Rows::Sectors(kind),
            ..asked(COUNTY, IndustryLevel::Section)
        };
        let table = Table::new(industries(), &choice).unwrap();
        assert!(table.rows.len() >= 8, "{kind:?}");
        // They overlap, or leave much out.
        assert!(table.krugman.is_none() && table.concentration.is_none());
        let without = table
            .rows
            .iter()
            .filter(|row| row.flags.contains(&Flag::NotMeasurable));
        assert_eq!(without.count(), 1, "{kind:?}");
    }
}

#[test]
fn benchmarks_say_what_they_cannot_answer() {
    let coarse = benchmarks(industries(), &asked(COUNTY, IndustryLevel::Division));
    assert!(coarse.iter().all(|own| own.why_not.is_none()));
    assert_eq!(coarse.last().unwrap().key, SIMILAR);
    let divisions = asked(COUNTY, IndustryLevel::Division);
    let limits = benchmark_limits(industries(), &divisions, &coarse);
    assert!(limits.is_empty(), "{limits:?}");
    let fine = asked(COUNTY, IndustryLevel::Sic5);
    let all = benchmarks(industries(), &fine);
    let able = all.iter().filter(|own| own.why_not.is_none()).count();
    assert!((10..100).contains(&able), "{able}");
    let not = all.iter().find_map(|own| own.why_not.clone()).unwrap();
    assert!(not.to_string().contains("finer than divisions"), "{not}");
    // In words beside the list: how many, and why.
    let limits = benchmark_limits(industries(), &fine, &all);
    assert_eq!(limits.len(), 1, "{limits:?}");
    assert!(
        limits[0].contains("places of the list cannot be chosen")
            && limits[0].contains("finer than divisions are told in no year"),
        "{limits:?}"
    );
    // Output is told of few, and the sentence says of whom.
    let far = Choice {
        against: CAMBRIDGE.to_owned(),
        ..asked(COUNTY, IndustryLevel::Section)
    };
    let limits = benchmark_limits(industries(), &far, &coarse);
    assert!(
        limits[0].starts_with("Output") && limits[0].ends_with("and 10 districts."),
        "{limits:?}"
    );
}

#[test]
fn output_is_told_of_few_places() {
    let told = output_benchmarks(industries(), &asked(STEVENAGE, IndustryLevel::Section));
    // Nine districts, the county, the region, the nation, the whole.
    assert_eq!(told.len(), 13, "{told:?}");
    assert!(told[0].name.starts_with("Great"));
}

#[test]
fn similar_places_and_why() {
    let choice = asked(WATFORD, IndustryLevel::Division);
    let found = similar(industries(), WATFORD, 2024, Agencies::LeftOut).unwrap();
    assert_eq!(found.len(), 349);
    assert!(
        found
            .windows(2)
            .all(|pair| pair[0].overlap >= pair[1].overlap)
    );
    assert!((0.5..1.0).contains(&found[0].overlap) && !found[0].because.is_empty());
    let against = Choice {
        against: SIMILAR.to_owned(),
        ..choice
    };
    let table = Table::new(industries(), &against).unwrap();
    assert!(table.benchmark.contains("10 most similar"));
    let counties = similar(industries(), COUNTY, 2024, Agencies::LeftOut).unwrap();
    assert!(counties.iter().all(|own| own.key.starts_with("E1")));
}

#[test]
fn a_whole_against_itself_is_one_everywhere() {
    let whole = industries().whole().unwrap();
    let table = Table::new(industries(), &asked(&whole.key, IndustryLevel::Division)).unwrap();
    for row in &table.rows {
        match row.quotient.value {
            Value::Number(quotient) => near(quotient, 1.0, 1e-12),
            other => assert_eq!((other, row.jobs), (Value::Undefined, Value::Number(0.0))),
        }
    }
    near(table.krugman.unwrap(), 0.0, 1e-12);
    assert!(
        table
            .notes
            .iter()
            .any(|note| note.contains("compared with itself"))
    );
}

#[test]
fn facts_of_one_industry() {
    let choice = asked(COUNTY, IndustryLevel::Section);
    let landscape = Landscape::new(
        industries(),
        IndustryLevel::Division,
        2024,
        Agencies::LeftOut,
    )
    .unwrap();
    let facts = SectorFacts::new(industries(), &landscape, &choice, "21").unwrap();
    assert_eq!(facts.within.len(), 1);
    assert_eq!(facts.districts.len(), 10);
    let sum: f64 = facts.districts.iter().map(|own| number(own.jobs)).sum();
    assert_eq!(Value::Number(sum), facts.row.jobs);
    assert!(facts.neighbours.len() == 8 && facts.neighbours[0].2 >= facts.neighbours[7].2);
    let parts: f64 = facts.parts.iter().map(|own| number(own.jobs)).sum();
    assert_eq!(parts, sum);
    let words = facts.sentence();
    assert!(
        words.contains("2,720 jobs") && words.contains("3.58 times its share in Great Britain"),
        "{words}"
    );
    // A district's map shows all own ones, its table only itself; one elsewhere has no others.
    assert_eq!(facts.own_districts, facts.districts);
    let of = |place: &str| {
        let choice = asked(place, IndustryLevel::Section);
        SectorFacts::new(industries(), &landscape, &choice, "21").unwrap()
    };
    let district = of(STEVENAGE);
    assert_eq!(district.own_districts, facts.own_districts);
    assert_eq!(district.districts.len(), 1);
    let elsewhere = of(CAMBRIDGE);
    assert_eq!(elsewhere.own_districts, elsewhere.districts);
}

#[test]
fn facts_of_a_sector() {
    let choice = asked(COUNTY, IndustryLevel::Section);
    let landscape = Landscape::new(
        industries(),
        IndustryLevel::Division,
        2024,
        Agencies::LeftOut,
    );
    let landscape = landscape.unwrap();
    for sector in &industries().sectors {
        let facts = SectorFacts::new(industries(), &landscape, &choice, &sector.key).unwrap();
        assert_eq!(facts.definition.as_ref(), Some(sector));
        assert_eq!(facts.parts.is_empty(), sector.codes.is_empty());
        assert_eq!(facts.neighbours.is_empty(), sector.codes.is_empty());
        assert!(facts.within.is_empty() && !facts.sentence().is_empty());
    }
}
