//! Realistic industries for the golden pictures: a county's jobs by division, against Great
//! Britain.

use roadmap_core::chart::NamedValue;
use roadmap_core::chart::network::{NetworkLink, NetworkNode, NetworkSpec, NodeState};
use roadmap_core::chart::quadrant::{QuadrantAxis, QuadrantPoint, QuadrantSpec, Spacing};
use roadmap_core::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use roadmap_core::chart::waterfall::{WaterfallSpec, WaterfallStep, WaterfallTotal};
use roadmap_core::measure::Unit;
use roadmap_core::quantity::{Interval, Value};

const INDUSTRIES: &str = include_str!("data/industries.csv");
const NETWORK: &str = include_str!("data/industry_network.txt");
pub const DOUBT: &str = "under 500 jobs";

/// One industry.
pub struct Industry {
    pub code: &'static str,
    pub section: &'static str,
    pub name: &'static str,
    pub jobs_2015: f64,
    pub jobs_2024: f64,
    /// Location quotient and its limits.
    pub quotient: Option<[f64; 3]>,
}

pub fn all() -> Vec<Industry> {
    let lines = INDUSTRIES.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split('|').collect();
            let number = |at: usize| fields[at].parse::<f64>().ok();
            Industry {
                code: fields[0],
                section: fields[1],
                name: fields[2],
                jobs_2015: number(3).unwrap(),
                jobs_2024: number(4).unwrap(),
                quotient: number(5)
                    .zip(number(6))
                    .zip(number(7))
                    .map(|((value, low), high)| [value, low, high]),
            }
        })
        .collect()
}

/// Industries by specialisation, the highest first.
pub fn specialisation(codes: &[&str]) -> RankedBarsSpec {
    let mut chosen: Vec<Industry> = all()
        .into_iter()
        .filter(|one| codes.is_empty() || codes.contains(&one.code))
        .collect();
    let order = |one: &Industry| one.quotient.map_or(-1.0, |[value, ..]| value);
    chosen.sort_by(|a, b| order(b).total_cmp(&order(a)));
    let row = |one: &Industry| RankedRow {
        key: one.code.to_owned(),
        name: one.name.to_owned(),
        value: match one.quotient {
            Some([value, ..]) => Value::Number(value),
            None => Value::Undefined,
        },
        interval: one
            .quotient
            .filter(|[value, ..]| *value > 0.0)
            .map(|[_, low, high]| Interval { low, high }),
        is_unreliable: one.jobs_2024 > 0.0 && one.jobs_2024 < 500.0,
        note: None,
    };
    RankedBarsSpec {
        measure: "Share of jobs against Great Britain".to_owned(),
        unit: Unit::Quotient,
        decimals: 2,
        period: "2024".to_owned(),
        rows_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: DOUBT.to_owned(),
        base: Base::One,
        line: Some(NamedValue {
            name: "Great Britain".to_owned(),
            value: 1.0,
        }),
        rows: chosen.iter().map(row).collect(),
        chosen: None,
    }
}

/// Growth of jobs a year from 2015 to 2024, with every reason for a row to say less.
pub fn growth() -> RankedBarsSpec {
    let mut rows: Vec<RankedRow> = all()
        .into_iter()
        .filter(|one| one.jobs_2015 >= 400.0 && one.section > "E")
        .map(|one| {
            let growth = ((one.jobs_2024 / one.jobs_2015).powf(1.0 / 9.0) - 1.0) * 100.0;
            let half = if one.jobs_2024 < 3000.0 { 1.9 } else { 1.1 };
            RankedRow {
                key: one.code.to_owned(),
                name: one.name.to_owned(),
                value: Value::Number(growth),
                interval: Some(Interval {
                    low: growth - half,
                    high: growth + half,
                }),
                is_unreliable: one.jobs_2024 < 1000.0,
                note: (one.code == "78")
                    .then(|| "One payroll site has most of the jobs.".to_owned()),
            }
        })
        .collect();
    rows.sort_by(|a, b| {
        b.value
            .number()
            .unwrap()
            .total_cmp(&a.value.number().unwrap())
    });
    rows.truncate(12);
    for (row, value) in rows.iter_mut().skip(8).zip([
        Value::Number(0.0),
        Value::Suppressed,
        Value::Undefined,
        Value::Missing,
    ]) {
        (row.value, row.interval, row.is_unreliable) = (value, None, false);
    }
    rows[2].value = Value::Number(-3.4);
    rows[2].interval = Some(Interval {
        low: -5.9,
        high: -0.8,
    });
    RankedBarsSpec {
        measure: "Growth of jobs a year".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2015 to 2024".to_owned(),
        rows_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: "under 1,000 jobs".to_owned(),
        base: Base::Zero,
        line: Some(NamedValue {
            name: "Great Britain".to_owned(),
            value: 1.1,
        }),
        chosen: Some(3),
        rows,
    }
}

/// Specialisation against growth of the industries with at least so many jobs.
pub fn quadrant(least_jobs: f64) -> QuadrantSpec {
    let point = |one: Industry| {
        let [value, low, high] = one.quotient?;
        let growth = ((one.jobs_2024 / one.jobs_2015).powf(1.0 / 9.0) - 1.0) * 100.0;
        let half = 130.0 / one.jobs_2024.sqrt().max(12.0);
        Some(QuadrantPoint {
            key: one.code.to_owned(),
            name: one.name.to_owned(),
            label: one.name.to_owned(),
            across: (Value::Number(value), Some(Interval { low, high })),
            up: (
                Value::Number(growth),
                Some(Interval {
                    low: growth - half,
                    high: growth + half,
                }),
            ),
            size: one.jobs_2024,
            is_unreliable: one.jobs_2024 < 500.0,
        })
    };
    let points = all()
        .into_iter()
        .filter(|one| one.jobs_2015.min(one.jobs_2024) >= least_jobs && one.code != "78");
    QuadrantSpec {
        across: QuadrantAxis {
            measure: "Share of jobs against Great Britain".to_owned(),
            unit: Unit::Quotient,
            decimals: 1,
            period: "2024".to_owned(),
            spacing: Spacing::Ratios,
            cut: NamedValue {
                name: "Great Britain".to_owned(),
                value: 1.0,
            },
        },
        up: QuadrantAxis {
            measure: "Growth of jobs a year".to_owned(),
            unit: Unit::Percent,
            decimals: 1,
            period: "2015 to 2024".to_owned(),
            spacing: Spacing::Differences,
            cut: NamedValue {
                name: "All jobs".to_owned(),
                value: 1.0,
            },
        },
        size_unit: Unit::Jobs,
        points_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: DOUBT.to_owned(),
        names: ["Leading", "Emerging", "Mature", "Declining"].map(str::to_owned),
        points: points.filter_map(point).collect(),
        chosen: None,
    }
}

/// Which industries are found in the same districts, the county's strengths lit.
pub fn network() -> NetworkSpec {
    let lines = |kind: &'static str| {
        let lines = NETWORK
            .lines()
            .map(|line| line.split('|').collect::<Vec<&str>>());
        lines.filter(move |fields| fields[0] == kind)
    };
    let nodes = all().into_iter().zip(lines("node")).map(|(one, fields)| {
        let quotient = one.quotient.map_or(0.0, |[value, ..]| value);
        NetworkNode {
            key: one.code.to_owned(),
            name: one.name.to_owned(),
            label: one.name.to_owned(),
            at: [fields[1].parse().unwrap(), fields[2].parse().unwrap()],
            size: one.jobs_2024,
            state: match quotient {
                1.15.. => NodeState::Lit,
                0.9.. => NodeState::Near,
                _ => NodeState::Unlit,
            },
        }
    });
    let links = lines("link").map(|fields| NetworkLink {
        ends: [fields[1].parse().unwrap(), fields[2].parse().unwrap()],
        weight: fields[3].parse().unwrap(),
    });
    NetworkSpec {
        title: "Industries found in the same places".to_owned(),
        size_unit: Unit::Jobs,
        nodes_name: "industries".to_owned(),
        state_names: ["strength", "within reach"].map(str::to_owned),
        nodes: nodes.collect(),
        links: links.collect(),
        chosen: None,
    }
}

/// The change of jobs from 2015 to 2024 by what moved it.
pub fn waterfall() -> WaterfallSpec {
    let total = |name: &str, value: f64| WaterfallTotal {
        key: name.to_owned(),
        name: format!("Jobs in {name}"),
        value: Value::Number(value),
    };
    let step = |key: &str, name: &str, meaning: &str, value: f64| WaterfallStep {
        key: key.to_owned(),
        name: name.to_owned(),
        meaning: meaning.to_owned(),
        value: Value::Number(value),
    };
    WaterfallSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        from: total("2015", 605_400.0),
        steps: vec![
            step(
                "national",
                "Growth of the nation",
                "What national growth alone would have brought.",
                49_900.0,
            ),
            step(
                "mix",
                "Mix of industries",
                "More from having industries that grew everywhere.",
                9_100.0,
            ),
            step(
                "competitive",
                "The place's own advantage",
                "Less than its industries grew elsewhere.",
                -38_700.0,
            ),
        ],
        to: total("2024", 625_700.0),
        rest_name: "Not explained".to_owned(),
    }
}
