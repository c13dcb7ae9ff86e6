//! The starting figures from the published files, against figures worked out apart.
//!
//! The raw files are not in the repository: without them these tests say so and pass.

use std::path::{Path, PathBuf};

use roadmap_core::data::model::Region;
use roadmap_core::model::demography;

use super::*;
use crate::content::read_toml;

/// The fixed numbers of the specification.
const NEEDED: Needed = Needed {
    boys_per_girl: 1.05,
    vacant_share: 0.03,
    decays: [1.0, 1.6, 1.8],
    detour: 1.3,
    own_distance: 2.0 / 3.0,
    radius_km: 80.0,
    graduate_share_growth: 1.3,
};

const DISTRICTS: [(&str, &str); 10] = [
    ("E07000095", "Broxbourne"),
    ("E07000096", "Dacorum"),
    ("E07000098", "Hertsmere"),
    ("E07000099", "North Hertfordshire"),
    ("E07000102", "Three Rivers"),
    ("E07000103", "Watford"),
    ("E07000240", "St Albans"),
    ("E07000241", "Welwyn Hatfield"),
    ("E07000242", "East Hertfordshire"),
    ("E07000243", "Stevenage"),
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn with_given<T>(run: impl FnOnce(&Given<'_>) -> T) -> Option<T> {
    let raw = std::env::var_os("ROADMAP_RAW")
        .map_or_else(|| project().join("../shared/data"), PathBuf::from);
    if !raw.is_dir() {
        println!("skipped: no raw files in {}", raw.display());
        return None;
    }
    let file = project().join("content/model/region.toml");
    let words: content::Region = read_toml(&file).unwrap();
    let own = |(code, name): (&str, &str)| (code.to_owned(), name.to_owned());
    let districts = DISTRICTS.map(own);
    let given = Given {
        raw: &raw,
        file: &file,
        words: &words,
        needed: NEEDED,
        county: "E10000015",
        districts: &districts,
    };
    Some(run(&given))
}

fn built(given: &Given<'_>) -> (Packed, Region) {
    let built = build(given).map_err(|problem| problem.to_string());
    built.unwrap_or_else(|problem| panic!("{problem}"))
}

#[test]
fn starting_figures_lie_where_they_must() {
    let table = with_given(|given| {
        let wire = wire(given).unwrap_or_else(|problem| panic!("{problem}"));
        let region = read_back(given, wire.clone()).unwrap_or_else(|problem| panic!("{problem}"));
        for check in &given.words.checks {
            let found = sanity::figures(given, &region, &wire, &check.figure, &check.of).unwrap();
            let told: Vec<String> = found.iter().map(|(_, own)| format!("{own:.3}")).collect();
            let (what, least, most) = (&check.what, check.least, check.most);
            println!("{what} [{least}..{most}]: {}", told.join(" "));
        }
        if let Some(folder) = std::env::var_os("ROADMAP_DUMP") {
            let text = serde_json::to_string(&wire).unwrap();
            std::fs::write(Path::new(&folder).join("region.json"), text).unwrap();
        }
        sanity::check(given, &region, &wire).map_err(|problem| problem.to_string())
    });
    assert_eq!(table.unwrap_or(Ok(())), Ok(()));
}

#[test]
fn base_year_is_the_data() {
    with_given(|given| {
        let (_, region) = built(given);
        let totals = given.series(&given.words.series.people).unwrap();
        let mut county = 0.0;
        for district in &region.districts {
            let people: f64 = district.people.iter().flatten().sum();
            let published = totals.get(district.code.as_str(), 2024).unwrap();
            assert!(
                (people / published - 1.0).abs() < 1e-9,
                "{people} {published}"
            );
            county += people;
            let households =
                demography::households(&demography::one_lane(&district.people), &district.headship);
            let lived_in = 0.97 * district.homes;
            assert!((households[0] / lived_in - 1.0).abs() < 1e-9);
        }
        println!("people {county}");
    });
}

#[test]
fn what_was_observed_leads_into_the_start() {
    with_given(|given| {
        let (packed, region) = built(given);
        let of = |output: &str, area: &str| {
            let own = packed
                .history
                .iter()
                .find(|own| own.output == output && own.area == area);
            let own = own.unwrap_or_else(|| panic!("no {output} of {area}"));
            let points = own.years.iter().copied().zip(own.values.iter().copied());
            points.collect::<BTreeMap<u16, f64>>()
        };
        let county = of("population", "E10000015");
        assert_eq!(county[&2024], 1_236_191.0);
        let jobs = of("jobs", "E10000015");
        assert_eq!(
            jobs.keys().copied().collect::<Vec<_>>(),
            [2015, 2016, 2017, 2024]
        );
        assert_eq!(jobs[&2024], 581_790.0);
        assert!((of("gva", "E10000015")[&2023] - 44_226.0).abs() < 0.02);
        let district = &region.districts[9];
        let ratio = of("affordability", "E07000243")[&2024];
        assert_eq!(ratio, district.affordability_ratio);
        let homes = of("co2_homes", "E10000015");
        let transport = of("co2_transport", "E10000015");
        let business = of("co2_business", "E10000015");
        // The sum of 2019 is the published total but for motorways, railways and large sites.
        println!("{:?}", of("completions", "E10000015"));
        for year in [2005, 2019, 2023] {
            println!(
                "{year} {} {} {}",
                business[&year], homes[&year], transport[&year]
            );
        }
        let outlook = |key: &str, area: &str| {
            let own = packed
                .outlooks
                .iter()
                .find(|own| own.key == key && own.area == area);
            let own = own.unwrap_or_else(|| panic!("no {key} of {area}"));
            own.values[own.years.iter().position(|year| *year == 2043).unwrap()]
        };
        assert_eq!(outlook("snpp-2018", "E10000015"), 1_243_385.0);
        assert_eq!(outlook("snpp-2022", "E10000015"), 1_309_945.0);
        let text = serde_json::to_string(&packed.history).unwrap().len()
            + serde_json::to_string(&packed.outlooks).unwrap().len();
        println!(
            "{} series, {text} bytes",
            packed.history.len() + packed.outlooks.len()
        );
    });
}
