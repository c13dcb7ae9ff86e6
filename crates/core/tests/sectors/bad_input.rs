//! What cannot be answered is told in words.

use roadmap_core::data::{
    Agencies, Industries, IndustryLevel, SectorKind, read_britain, read_pack,
};
use roadmap_core::sectors::{
    Choice, Flag, Landscape, NoAnswer, Rows, Split, SupplyChain, Table, Trend,
};

use serde_json::Value;

use crate::given::{CAMBRIDGE, COUNTY, STEVENAGE, asked, bytes, ground, industries, national};

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
        let found = SupplyChain::new(industries(), national(), &ground(COUNTY), 2024, delta);
        assert!(found.unwrap_err().to_string().contains("delta"));
    }
    let leeds = SupplyChain::new(industries(), national(), &ground("E08000035"), 2024, 0.25);
    assert!(leeds.unwrap_err().to_string().contains("input-output"));
}

/// The committed companion with cells of a district withheld: those of these divisions.
fn withheld(district: &str, is_withheld: impl Fn(usize) -> bool) -> Industries {
    let [core, britain] = ["hertfordshire.json", "hertfordshire-britain.json"].map(bytes);
    let dataset = read_pack("the pack", &core).dataset.unwrap();
    let mut britain: Value = serde_json::from_slice(&britain).unwrap();
    let tables = britain["jobs"].as_array_mut().unwrap();
    let table = tables
        .iter_mut()
        .find(|own| own["year"] == 2024 && own["level"] == "division");
    let table = table.unwrap();
    let columns = table["territories"].as_array().unwrap();
    let (at, width) = (
        columns.iter().position(|own| own == district).unwrap(),
        columns.len(),
    );
    let mut positions = Vec::new();
    for (row, cells) in table["values"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .enumerate()
    {
        if is_withheld(row) {
            cells[at] = Value::Null;
            positions.push(row * width + at);
        }
    }
    table["suppressed"] = positions.into();
    let reading = read_britain("Britain", britain.to_string().as_bytes(), &dataset);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.industries.unwrap()
}

#[test]
fn what_is_withheld_is_neither_zero_nor_nothing() {
    let choice = asked(STEVENAGE, IndustryLevel::Division);
    let some = withheld(STEVENAGE, |row| row == 3);
    let table = Table::new(&some, &choice).unwrap();
    let row = &table.rows[3];
    assert_eq!(row.jobs, roadmap_core::quantity::Value::Suppressed);
    assert_eq!(row.flags, [Flag::Suppressed]);
    assert!(row.sentence().contains("withheld"), "{}", row.sentence());
    assert!(table.krugman.is_none() && table.concentration.is_none());
    assert!(
        table.notes.iter().any(|note| note.starts_with("1 of ")),
        "{:?}",
        table.notes
    );
    let split = Split::of_jobs(&some, &choice, 2015)
        .unwrap_err()
        .to_string();
    assert!(
        split.contains(&format!("({})", row.name)) && split.contains("withheld"),
        "{split}"
    );
    let landscape = Landscape::new(&some, IndustryLevel::Division, 2024, Agencies::LeftOut);
    let landscape = landscape.unwrap();
    assert!(
        landscape
            .complexity()
            .unwrap()
            .places
            .iter()
            .all(Option::is_some)
    );

    let all = withheld(STEVENAGE, |_| true);
    let told = Table::new(&all, &choice).unwrap_err();
    assert!(matches!(told, NoAnswer::NoJobs { .. }));
    let landscape = Landscape::new(&all, IndustryLevel::Division, 2024, Agencies::LeftOut);
    let found = landscape.unwrap();
    let without = found
        .complexity()
        .unwrap()
        .places
        .iter()
        .filter(|own| own.is_none());
    assert_eq!(without.count(), 1);
}
