//! Strengths of all districts in published tables, as worked out elsewhere.
//!
//! The raw files are not in the repository: without them these tests say so and pass.

use std::collections::BTreeMap;
use std::path::PathBuf;

use roadmap_core::quantity::Value;
use roadmap_core::stats::complexity::{Strengths, complexity, revealed_advantage};
use roadmap_core::stats::grid::Grid;
use roadmap_core::stats::location_quotient::{Part, Quotient};
use roadmap_core::stats::shift_share::{Change, shift_share};

use crate::published::raw;

const OWN: [&str; 10] = [
    "E07000095",
    "E07000096",
    "E07000098",
    "E07000099",
    "E07000102",
    "E07000103",
    "E07000240",
    "E07000241",
    "E07000242",
    "E07000243",
];

/// Jobs of 380 districts by division.
struct Table {
    codes: Vec<String>,
    names: Vec<String>,
    divisions: Vec<String>,
    rows: Vec<Vec<f64>>,
}

impl Table {
    fn read(raw: &std::path::Path, year: &str) -> Self {
        let path = raw.join("bres-2015-2017-lad-division/bres_2015_2017_lad_division.csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        let header = reader.headers().unwrap().clone();
        let mut table = Self {
            codes: Vec::new(),
            names: Vec::new(),
            divisions: header
                .iter()
                .skip(3)
                .map(|own| own[3..].to_owned())
                .collect(),
            rows: Vec::new(),
        };
        for row in reader.into_records() {
            let row = row.unwrap();
            if &row[0] == year {
                table.codes.push(row[1].to_owned());
                table.names.push(row[2].to_owned());
                table
                    .rows
                    .push(row.iter().skip(3).map(|own| own.parse().unwrap()).collect());
            }
        }
        table
    }

    fn own(&self) -> Vec<f64> {
        self.sum(|code| OWN.contains(&code))
    }

    fn all(&self) -> Vec<f64> {
        self.sum(|_| true)
    }

    fn sum(&self, holds: impl Fn(&str) -> bool) -> Vec<f64> {
        let mut sums = vec![0.0; self.divisions.len()];
        for (code, row) in self.codes.iter().zip(&self.rows) {
            if holds(code) {
                for (sum, jobs) in sums.iter_mut().zip(row) {
                    *sum += jobs;
                }
            }
        }
        sums
    }

    fn by_section(&self, jobs: &[f64]) -> Vec<f64> {
        let mut sums: BTreeMap<char, f64> = BTreeMap::new();
        for (division, jobs) in self.divisions.iter().zip(jobs) {
            *sums.entry(section(division.parse().unwrap())).or_default() += jobs;
        }
        sums.into_values().collect()
    }
}

/// Sections by the last division of each.
fn section(division: u8) -> char {
    const LAST: [(u8, char); 21] = [
        (3, 'A'),
        (9, 'B'),
        (33, 'C'),
        (35, 'D'),
        (39, 'E'),
        (43, 'F'),
        (47, 'G'),
        (53, 'H'),
        (56, 'I'),
        (63, 'J'),
        (66, 'K'),
        (68, 'L'),
        (75, 'M'),
        (82, 'N'),
        (84, 'O'),
        (85, 'P'),
        (88, 'Q'),
        (93, 'R'),
        (96, 'S'),
        (98, 'T'),
        (99, 'U'),
    ];
    LAST.iter().find(|(last, _)| division <= *last).unwrap().1
}

#[test]
fn growth_of_the_county_is_split_as_elsewhere() {
    let Some(raw) = raw() else { return };
    let [before, after] = ["2015", "2017"].map(|year| Table::read(&raw, year));
    let changes = |of: fn(&Table) -> Vec<f64>| -> Vec<Change> {
        let pairs = before
            .by_section(&of(&before))
            .into_iter()
            .zip(after.by_section(&of(&after)));
        pairs.map(|(from, to)| Change { from, to }).collect()
    };
    let found = shift_share(&changes(Table::own), &changes(Table::all)).unwrap();
    assert_eq!(found.total.difference(), 38_615.0);
    for (found, expected) in [
        (found.parts.national, 15_521.8),
        (found.parts.industry_mix, 972.7),
        (found.parts.competitive, 22_120.5),
    ] {
        assert!((found - expected).abs() < 0.05, "{found} {expected}");
    }
}

#[test]
fn quotients_of_the_county() {
    let Some(raw) = raw() else { return };
    let table = Table::read(&raw, "2017");
    let (own, all) = (
        table.by_section(&table.own()),
        table.by_section(&table.all()),
    );
    let whole = |list: &[f64]| Value::Number(list.iter().sum());
    let of = |letter: char| {
        let at = (letter as u8 - b'A') as usize;
        let part = |list: &[f64]| Part {
            part: Value::Number(list[at]),
            whole: whole(list),
        };
        Quotient::of_jobs(part(&own), part(&all))
            .value
            .number()
            .unwrap()
    };
    for (letter, expected) in [
        ('N', 1.68),
        ('M', 1.45),
        ('G', 1.24),
        ('F', 1.23),
        ('J', 1.07),
        ('C', 0.74),
        ('K', 0.58),
        ('Q', 0.71),
    ] {
        assert!(
            (of(letter) - expected).abs() < 0.005,
            "{letter} {}",
            of(letter)
        );
    }
}

#[test]
fn complexity_of_all_districts() {
    let Some(raw) = raw() else { return };
    let table = Table::read(&raw, "2017");
    let strengths = Strengths::from_advantage(&revealed_advantage(&Grid::from_rows(&table.rows)));
    let told = strengths.ubiquity().into_iter().filter(|count| *count > 0);
    // Three divisions have no jobs, and one is no district's strength.
    assert_eq!((strengths.places(), told.count()), (380, 84));
    // By the usual rule, which is the wrong way round here.
    let diversity: Vec<f64> = strengths
        .diversity()
        .iter()
        .map(|count| *count as f64)
        .collect();
    let usual = complexity(&strengths, &diversity).unwrap();
    for (found, expected) in usual.eigenvalues.iter().zip([1.0, 0.204_052, 0.115_482]) {
        assert!((found - expected).abs() < 5e-7, "{found}");
    }
    assert!((usual.orientation.unwrap() - 0.31).abs() < 0.005);
    let place = |name: &str| table.names.iter().position(|own| own == name).unwrap();
    let rank = |ranking: &[usize], name: &str| {
        1 + ranking.iter().position(|own| *own == place(name)).unwrap()
    };
    let ranking = usual.ranking();
    let city = usual.places[place("City of London")].unwrap();
    // By the deviation of a whole, as elsewhere here; by that of a sample it would be -3.71.
    assert!((city + 3.7045).abs() < 0.0005, "{city}");
    assert_eq!(
        ["City of London", "Watford", "Hertsmere"].map(|name| rank(&ranking, name)),
        [380, 378, 351]
    );
    // By output per filled job.
    let productivity = filled_job(&raw, "2017-01-01/P1Y");
    let orient_by = table
        .codes
        .iter()
        .map(|code| productivity.get(code).copied());
    let orient_by: Vec<f64> = orient_by.map(|own| own.unwrap_or(f64::NAN)).collect();
    let found = complexity(&strengths, &orient_by).unwrap();
    let ranking = found.ranking();
    assert_eq!(
        ["Watford", "Hertsmere", "St Albans", "Broxbourne"].map(|name| rank(&ranking, name)),
        [3, 30, 37, 171]
    );
}

fn filled_job(raw: &std::path::Path, period: &str) -> BTreeMap<String, f64> {
    let path: PathBuf =
        raw.join("ons-explore-local-statistics/indicators/gross-value-added-per-filled-job.csv");
    let rows = csv::Reader::from_path(path).unwrap().into_records();
    rows.map(Result::unwrap)
        .filter(|row| &row[1] == period)
        .filter_map(|row| Some((row[0].to_owned(), row[2].parse().ok()?)))
        .collect()
}
