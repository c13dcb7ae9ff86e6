//! Growth of jobs and output, split and followed.

use roadmap_core::data::IndustryLevel;
use roadmap_core::quantity::Value;
use roadmap_core::sectors::{Choice, ImputedRent, Productivity, Split, Trend, Unit};

use crate::given::{COUNTY, STEVENAGE, asked, ground, industries, near};

#[test]
fn parts_of_jobs_add_up() {
    for (place, level) in [
        (COUNTY, IndustryLevel::Section),
        (STEVENAGE, IndustryLevel::Division),
    ] {
        let split = Split::of_jobs(industries(), &asked(place, level), 2015).unwrap();
        near(split.parts.total(), split.total.difference(), 1e-6);
        for row in &split.rows {
            near(row.split.parts.total(), row.split.change.difference(), 1e-9);
        }
        let words = split.sentence();
        assert!(
            words.starts_with("Of ") && words.contains("since 2015"),
            "{words}"
        );
        assert!(!split.drivers().is_empty());
        assert_eq!(split.unit, Unit::Jobs);
    }
}

#[test]
fn the_county_grew_less_than_the_nation() {
    let split = Split::of_jobs(industries(), &asked(COUNTY, IndustryLevel::Section), 2015).unwrap();
    near(split.total.difference(), 20_300.0, 500.0);
    near(split.parts.national, 49_900.0, 500.0);
    let words = split.sentence();
    assert!(words.contains("would have brought 49,"), "{words}");
}

#[test]
fn parts_of_output_add_up_with_what_is_withheld() {
    let whole = Split::of_output(industries(), &output_of(COUNTY), [1998, 2023]).unwrap();
    near(whole.parts.total(), whole.total.difference(), 1e-6);
    assert!(
        whole.sentence().contains("million more output"),
        "{}",
        whole.sentence()
    );
    assert!(whole.notes[0].contains("money of 2022"));
    let some = Split::of_output(industries(), &output_of(STEVENAGE), [2015, 2023]).unwrap();
    let rest = some.rows.last().unwrap();
    assert!(
        rest.name.contains("withheld") && rest.code.contains(" + "),
        "{rest:?}"
    );
    near(some.parts.total(), some.total.difference(), 1e-6);
}

fn output_of(place: &str) -> Choice {
    asked(place, IndustryLevel::Section)
}

#[test]
fn imputed_rent_is_a_choice() {
    let with = Choice {
        rent: ImputedRent::Included,
        ..output_of(COUNTY)
    };
    let with = Split::of_output(industries(), &with, [2015, 2023]).unwrap();
    let without = Split::of_output(industries(), &output_of(COUNTY), [2015, 2023]).unwrap();
    let share = 1.0 - without.total.to / with.total.to;
    near(share, 0.11, 0.02);
}

#[test]
fn real_output_through_time() {
    let trend = Trend::new(industries(), &output_of(STEVENAGE)).unwrap();
    assert_eq!((trend.years.len(), trend.money_year), (26, 2022));
    let withheld = trend.rows.iter().filter(|row| !row.withheld.is_empty());
    assert!(withheld.count() >= 2);
    for row in &trend.rows {
        assert_eq!(row.volume_gbp_m.len(), 26);
        for (value, share) in row.volume_gbp_m.iter().zip(&row.share) {
            assert_eq!(*value == Value::Suppressed, *share == Value::Suppressed);
        }
    }
    let county = Trend::new(industries(), &output_of(COUNTY)).unwrap();
    for year in 0..26 {
        let shares = county
            .rows
            .iter()
            .filter_map(|row| row.share[year].number());
        near(shares.sum::<f64>(), 1.0, 2e-3);
    }
    assert!(
        county
            .rows
            .iter()
            .all(|row| row.volatility.is_some_and(|own| own > 0.0))
    );
}

#[test]
fn output_per_job() {
    let own = Productivity::of(industries(), &ground(COUNTY), 2024, ImputedRent::LeftOut).unwrap();
    assert_eq!((own.output_year, own.jobs_year), (2023, 2024));
    assert!(own.rows.iter().all(|row| row.code != "68IMP"));
    let all = own.gva_gbp_per_job().number().unwrap();
    assert!((50_000.0..90_000.0).contains(&all), "{all}");
    let whole = industries().whole().unwrap();
    let nation = Productivity::of(
        industries(),
        &ground(&whole.key),
        2024,
        ImputedRent::LeftOut,
    );
    let points = own.beside(&nation.unwrap());
    assert_eq!(points.len(), own.rows.len());
    let told = points
        .iter()
        .filter_map(|own| Some((own.interval?, own.relative.number()?)));
    assert!(told.clone().count() > 30);
    for (interval, relative) in told {
        assert!(interval.covers(relative) && (0.1..10.0).contains(&relative));
    }
}
