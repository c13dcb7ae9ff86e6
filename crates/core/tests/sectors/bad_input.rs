//! What cannot be answered is told in words.

use roadmap_core::data::{Agencies, IndustryLevel, SectorKind};
use roadmap_core::sectors::{Choice, Landscape, NoAnswer, Rows, Split, SupplyChain, Table, Trend};

use crate::given::{CAMBRIDGE, COUNTY, STEVENAGE, asked, ground, industries};

fn told(choice: &Choice) -> String {
    Table::new(industries(), choice).unwrap_err().to_string()
}

#[test]
fn places_and_years_that_are_not_told() {
    let usual = asked(COUNTY, IndustryLevel::Section);
    let nowhere = Choice {
        place: "E07999999".to_owned(),
        ..usual.clone()
    };
    assert!(told(&nowhere).contains("“E07999999”"));
    let against = Choice {
        against: String::new(),
        ..usual.clone()
    };
    assert!(told(&against).contains("No place"));
    let early = Choice {
        year: 1998,
        ..usual.clone()
    };
    assert!(
        told(&early).ends_with("use one of: 2015, 2016, 2017, 2024"),
        "{}",
        told(&early)
    );
    let leeds = "E08000035";
    let far = asked(leeds, IndustryLevel::Class);
    assert!(
        told(&far).contains("are not told by class"),
        "{}",
        told(&far)
    );
    let fine = Choice {
        year: 2015,
        ..asked(STEVENAGE, IndustryLevel::Sic5)
    };
    assert!(told(&fine).ends_with("use one of: 2024"), "{}", told(&fine));
}

#[test]
fn growth_that_cannot_be_split() {
    let usual = asked(COUNTY, IndustryLevel::Section);
    let of = |from: u16, choice: &Choice| Split::of_jobs(industries(), choice, from).unwrap_err();
    assert!(matches!(
        of(2024, &usual),
        NoAnswer::YearsInOrder {
            from: 2024,
            to: 2024
        }
    ));
    assert!(of(2014, &usual).to_string().contains("not told for 2014"));
    let sectors = Choice {
        rows: Rows::Sectors(SectorKind::Roadmap),
        ..usual.clone()
    };
    assert_eq!(of(2015, &sectors), NoAnswer::SectorsOverlap);
    let backwards = Split::of_output(industries(), &usual, [2023, 1998]).unwrap_err();
    assert!(backwards.to_string().contains("1998 is not after 2023"));
    let future = Split::of_output(industries(), &usual, [1998, 2050]).unwrap_err();
    assert!(future.to_string().contains("2050"));
    let elsewhere = asked(CAMBRIDGE, IndustryLevel::Section);
    let output = Trend::new(industries(), &elsewhere).unwrap_err();
    assert!(
        output
            .to_string()
            .contains("Output by industry is not told for Cambridge")
    );
}

#[test]
fn levels_and_deltas_out_of_range() {
    let fine = Landscape::new(industries(), IndustryLevel::Class, 2024, Agencies::LeftOut);
    assert!(matches!(fine, Err(NoAnswer::LevelNotTold { .. })));
    for delta in [1.0, -0.1, f64::NAN] {
        let found = SupplyChain::new(industries(), &ground(COUNTY), 2024, delta);
        assert!(found.unwrap_err().to_string().contains("delta"));
    }
    let leeds = SupplyChain::new(industries(), &ground("E08000035"), 2024, 0.25);
    assert!(leeds.unwrap_err().to_string().contains("input-output"));
}
