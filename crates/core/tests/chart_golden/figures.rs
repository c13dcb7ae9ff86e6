//! Realistic figures for the golden pictures.

use roadmap_core::chart::bar::{BarRole, BarRow, BarSpec};
use roadmap_core::chart::choropleth::{Area, ChoroplethSpec, Ring, Shading};
use roadmap_core::chart::line::{LineBreak, LinePoint, LineSeries, LineSpec, SeriesRole, Shade};
use roadmap_core::chart::strip::{MarkerRank, Peer, StripMarker, StripPlace, StripSpec};
use roadmap_core::measure::{Direction, Unit};
use roadmap_core::period::Period;
use roadmap_core::quantity::{Interval, Provenance, Value};

const PAY: &str = include_str!("data/pay.csv");
const PEERS: &str = include_str!("data/pay_districts.csv");
const SKILLS: &str = include_str!("data/level3.csv");
const MAP: &str = include_str!("data/map.txt");

const COUNTY: &str = "E10000015";
const REGION: &str = "E12000006";
const NATION: &str = "E92000001";
const LATEST: &str = "2025-04-30";

pub fn pay_lines(code: &str, name: &str) -> LineSpec {
    let line = |code: &str, name: &str, role| series(PAY, code, name, role);
    LineSpec {
        measure: "Median weekly pay".to_owned(),
        unit: Unit::GbpPerWeek,
        decimals: 0,
        series: vec![
            line(code, name, SeriesRole::Place),
            line(COUNTY, "Hertfordshire", SeriesRole::Benchmark),
            line(REGION, "East", SeriesRole::Context),
            line(NATION, "England", SeriesRole::Benchmark),
        ],
        breaks: Vec::new(),
        shades: Vec::new(),
    }
}

pub fn skills_lines() -> LineSpec {
    let line = |code: &str, name: &str, role| series(SKILLS, code, name, role);
    LineSpec {
        measure: "Level 3 or above".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        series: vec![
            line("E07000243", "Stevenage", SeriesRole::Place),
            line(NATION, "England", SeriesRole::Benchmark),
        ],
        breaks: vec![LineBreak {
            first_period: Period::parse("2022-01-01/P1Y").unwrap(),
            label: "new basis".to_owned(),
            note: "From 2022 qualifications are counted on another basis.".to_owned(),
        }],
        shades: lockdown(),
    }
}

pub fn lockdown() -> Vec<Shade> {
    vec![Shade {
        from_years: 2020.2,
        to_years: 2021.6,
        label: "lockdowns".to_owned(),
    }]
}

pub fn pay_strip(code: &str, name: &str) -> StripSpec {
    let marker = |code: &str, name: &str, rank| StripMarker {
        key: code.to_owned(),
        name: name.to_owned(),
        value: latest(code).0,
        rank,
    };
    let districts: Vec<&str> = codes().collect();
    let peers = records(PEERS)
        .map(|fields| Peer {
            key: fields[0].to_owned(),
            name: fields[1].to_owned(),
            value: number(fields[2]),
            is_kin: districts.contains(&fields[0]),
        })
        .collect();
    let (value, interval) = latest(code);
    StripSpec {
        measure: "Median weekly pay".to_owned(),
        unit: Unit::GbpPerWeek,
        decimals: 0,
        period: "April 2025".to_owned(),
        peers_name: "English districts".to_owned(),
        peers,
        place: Some(StripPlace {
            key: code.to_owned(),
            name: name.to_owned(),
            value,
            interval,
        }),
        benchmarks: vec![
            marker(COUNTY, "Hertfordshire", MarkerRank::County),
            marker(REGION, "East", MarkerRank::Region),
            marker(NATION, "England", MarkerRank::Nation),
        ],
    }
}

pub fn pay_map(chosen: Option<&str>) -> ChoroplethSpec {
    let lines = || MAP.lines().filter(|line| !line.starts_with('#'));
    let fields = |line: &'static str| line.split('|').collect::<Vec<&str>>();
    let districts: Vec<Vec<&str>> = lines()
        .map(fields)
        .filter(|f| f[0].starts_with('E'))
        .collect();
    let areas: Vec<Area> = districts
        .iter()
        .map(|fields| {
            let (value, interval) = latest(fields[0]);
            Area {
                key: fields[0].to_owned(),
                name: fields[1].to_owned(),
                label: Some(fields[1].to_owned()),
                polygons: rings(fields[4]),
                label_point: point(fields[2]),
                value,
                interval,
                is_uncertain: false,
            }
        })
        .collect();
    ChoroplethSpec {
        measure: "Median weekly pay".to_owned(),
        unit: Unit::GbpPerWeek,
        decimals: 0,
        period: "April 2025".to_owned(),
        direction: Direction::HigherIsBetter,
        shading: Shading::Ramp,
        neighbours: districts
            .iter()
            .map(|fields| fields[3].split(',').map(|n| n.parse().unwrap()).collect())
            .collect(),
        context: lines()
            .map(fields)
            .filter(|f| f[0] == "context")
            .map(|f| rings(f[4]))
            .collect(),
        interval_name: "95% interval".to_owned(),
        outlines: Vec::new(),
        upper_edges: vec![760.0, 800.0, 840.0, 880.0],
        chosen: chosen.and_then(|name| areas.iter().position(|area| area.name == name)),
        areas,
    }
}

pub fn pay_bars() -> BarSpec {
    let mut rows: Vec<BarRow> = pay_map(None)
        .areas
        .into_iter()
        .map(|area| BarRow {
            role: if area.name == "Stevenage" {
                BarRole::Place
            } else {
                BarRole::Context
            },
            key: area.key,
            name: area.name,
            value: area.value,
            interval: area.interval,
        })
        .collect();
    let (value, interval) = latest(NATION);
    rows.push(BarRow {
        key: NATION.to_owned(),
        name: "England".to_owned(),
        value,
        interval,
        role: BarRole::Benchmark,
    });
    rows.sort_by(|a, b| {
        b.value
            .number()
            .unwrap()
            .total_cmp(&a.value.number().unwrap())
    });
    rows[4].value = Value::Missing;
    rows[4].interval = None;
    BarSpec {
        measure: "Median weekly pay".to_owned(),
        unit: Unit::GbpPerWeek,
        decimals: 0,
        period: "April 2025".to_owned(),
        rows,
    }
}

pub fn change_bars() -> BarSpec {
    let change = |name: &str, value: f64, half: f64, role| BarRow {
        key: name.to_owned(),
        name: name.to_owned(),
        value: Value::Number(value),
        interval: Some(Interval {
            low: value - half,
            high: value + half,
        }),
        role,
    };
    BarSpec {
        measure: "Change in the employment rate".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2019 to 2024".to_owned(),
        rows: vec![
            change("Watford", 6.2, 3.1, BarRole::Context),
            change("Stevenage", 2.4, 3.9, BarRole::Place),
            change("England", 0.4, 0.2, BarRole::Benchmark),
            change("Dacorum", -1.1, 4.0, BarRole::Context),
            change("North Hertfordshire", -5.3, 3.2, BarRole::Context),
        ],
    }
}

fn series(csv: &'static str, code: &str, name: &str, role: SeriesRole) -> LineSeries {
    let points = records(csv)
        .filter(|fields| fields[0] == code)
        .map(|fields| LinePoint {
            period: Period::parse(fields[1]).unwrap(),
            value: number(fields[2]),
            interval: interval(fields[3], fields[4]),
        })
        .collect();
    LineSeries {
        key: code.to_owned(),
        name: name.to_owned(),
        role,
        provenance: Provenance::Observed,
        points,
    }
}

fn latest(code: &str) -> (Value, Option<Interval>) {
    let found = records(PAY).find(|fields| fields[0] == code && fields[1] == LATEST);
    found.map_or((Value::Missing, None), |fields| {
        (number(fields[2]), interval(fields[3], fields[4]))
    })
}

fn codes() -> impl Iterator<Item = &'static str> {
    MAP.lines()
        .filter(|line| line.starts_with('E'))
        .map(|line| line.split('|').next().unwrap())
}

fn records(csv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    csv.lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split(',').collect())
}

fn number(text: &str) -> Value {
    text.parse().map_or(Value::Missing, Value::Number)
}

fn interval(low: &str, high: &str) -> Option<Interval> {
    Some(Interval {
        low: low.parse().ok()?,
        high: high.parse().ok()?,
    })
}

fn rings(text: &str) -> Vec<Ring> {
    text.split(';')
        .map(|ring| ring.split(' ').map(point).collect())
        .collect()
}

fn point(text: &str) -> [f64; 2] {
    let (x, y) = text.split_once(',').unwrap();
    [x.parse().unwrap(), y.parse().unwrap()]
}
