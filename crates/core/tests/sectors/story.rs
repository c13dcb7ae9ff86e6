//! Answers in sentences: true, whole, without a number that is none.

use roadmap_core::data::{Agencies, IndustryLevel, SectorKind};
use roadmap_core::sectors::{
    Choice, Landscape, Reach, Rows, Split, SupplyChain, Table, Trend, similar,
};

use crate::given::{COUNTY, STEVENAGE, WATFORD, asked, ground, industries, national};

fn is_sound(words: &str) {
    assert!(!words.is_empty());
    for bad in ["NaN", "..", " ,", "−0%", " of of "] {
        assert!(!words.contains(bad), "{bad:?} in: {words}");
    }
}

#[test]
fn tables_speak() {
    for place in [COUNTY, STEVENAGE, WATFORD] {
        for level in [
            IndustryLevel::Section,
            IndustryLevel::Division,
            IndustryLevel::Sic5,
        ] {
            let table = Table::new(industries(), &asked(place, level)).unwrap();
            println!("{}\n{}\n", table.sentence(), table.quadrant_sentence());
            is_sound(&table.sentence());
            assert_eq!(
                table.quadrant_sentence().is_empty(),
                level == IndustryLevel::Sic5
            );
            for row in &table.rows {
                is_sound(&row.sentence());
            }
        }
    }
    for kind in [SectorKind::Roadmap, SectorKind::IndustrialStrategy] {
        let choice = Choice {
            rows: Rows::Sectors(kind),
            ..asked(COUNTY, IndustryLevel::Section)
        };
        let table = Table::new(industries(), &choice).unwrap();
        for row in &table.rows {
            println!("{}", row.sentence());
            is_sound(&row.sentence());
        }
    }
}

#[test]
fn growth_and_reach_speak() {
    let choice = asked(COUNTY, IndustryLevel::Division);
    let jobs = Split::of_jobs(industries(), &choice, 2015).unwrap();
    let output = Split::of_output(industries(), &choice, [1998, 2023]).unwrap();
    let trend = Trend::new(industries(), &choice).unwrap();
    let landscape = Landscape::new(
        industries(),
        IndustryLevel::Division,
        2024,
        Agencies::LeftOut,
    );
    let landscape = landscape.unwrap();
    let reach = Reach::of(industries(), &landscape, &ground(COUNTY), Agencies::LeftOut).unwrap();
    let like = similar(industries(), WATFORD, 2024, Agencies::LeftOut).unwrap();
    let chain = SupplyChain::new(industries(), national(), &ground(COUNTY), 2024, 0.25).unwrap();
    let stands = landscape.sentence(WATFORD).unwrap();
    assert!(
        stands.starts_with("Watford is 25th of 350 districts"),
        "{stands}"
    );
    assert_eq!(landscape.sentence(COUNTY), None);
    let words = [
        stands,
        jobs.sentence(),
        jobs.drivers(),
        output.sentence(),
        output.drivers(),
        trend.sentence(),
        reach.sentence(),
        like[0].sentence(),
        like[348].sentence(),
        chain.sentence(&chain.rows[0]),
    ];
    for words in words.iter().chain(
        &chain
            .rows
            .iter()
            .map(|row| chain.sentence(row))
            .collect::<Vec<_>>(),
    ) {
        is_sound(words);
    }
    println!("{}", words.join("\n"));
}
