//! Realistic industries for the golden pictures: a county's jobs by division, against Great
//! Britain.

use roadmap_core::chart::NamedValue;
use roadmap_core::chart::area_map::Fill;
use roadmap_core::chart::line::{LineBreak, SeriesRole};
use roadmap_core::chart::network::{NetworkLink, NetworkNode, NetworkSpec, NodeState};
use roadmap_core::chart::quadrant::{QuadrantAxis, QuadrantPoint, QuadrantSpec, Spacing};
use roadmap_core::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use roadmap_core::chart::slope::{SlopeRow, SlopeSpec};
use roadmap_core::chart::stack::{StackPart, StackSpec};
use roadmap_core::chart::treemap::{TreemapGroup, TreemapSpec, TreemapTile};
use roadmap_core::chart::waterfall::{WaterfallSpec, WaterfallStep, WaterfallTotal};
use roadmap_core::math;
use roadmap_core::measure::{Direction, Unit};
use roadmap_core::period::Period;
use roadmap_core::quantity::{Interval, Value};

const INDUSTRIES: &str = include_str!("data/industries.csv");
const OUTPUT: &str = include_str!("data/gva_sections.csv");
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

impl Industry {
    /// Growth of its jobs a year.
    fn growth_pct(&self) -> f64 {
        let ratio = self.jobs_2024 / self.jobs_2015;
        (math::exp(math::ln(ratio) / 9.0) - 1.0) * 100.0
    }
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
            let growth = one.growth_pct();
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
        let growth = one.growth_pct();
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

/// The same across, a made-up productivity against the nation's upwards.
pub fn productivity() -> QuadrantSpec {
    let mut spec = quadrant(0.0);
    for (index, point) in spec.points.iter_mut().enumerate() {
        point.up = (Value::Number(0.6 + (index * 7 % 13) as f64 * 0.11), None);
    }
    spec.up.measure = "Output per job against Great Britain".to_owned();
    spec.up.unit = Unit::Quotient;
    spec.up.spacing = Spacing::Ratios;
    spec.up.cut.name = "Great Britain".to_owned();
    spec
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
        direction: Direction::HigherIsBetter,
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

/// Real output of the county by industry through 26 years.
pub fn output() -> StackSpec {
    let lines = OUTPUT.lines().filter(|line| !line.starts_with('#'));
    let parts = lines.map(|line| {
        let mut fields = line.split('|');
        let name = fields.next().unwrap();
        let years = (1998..).map(|year: u16| Period::parse(&year.to_string()).unwrap());
        StackPart {
            key: name.to_owned(),
            name: name.to_owned(),
            points: years
                .zip(fields.map(|field| Value::Number(field.parse().unwrap())))
                .collect(),
        }
    });
    StackSpec {
        measure: "Real output".to_owned(),
        unit: Unit::GbpMillion,
        decimals: 0,
        whole_name: "ten industries".to_owned(),
        parts: parts.collect(),
        breaks: Vec::new(),
        chosen: None,
    }
}

pub fn new_basis(year: &str) -> LineBreak {
    LineBreak {
        first_period: Period::parse(year).unwrap(),
        label: "new basis".to_owned(),
        note: "Industries are counted anew.".to_owned(),
    }
}

const SECTIONS: [(&str, &str); 21] = [
    ("A", "Agriculture"),
    ("B", "Mining"),
    ("C", "Manufacturing"),
    ("D", "Energy"),
    ("E", "Water and waste"),
    ("F", "Construction"),
    ("G", "Wholesale and retail"),
    ("H", "Transport and storage"),
    ("I", "Accommodation and food"),
    ("J", "Information and communication"),
    ("K", "Finance and insurance"),
    ("L", "Real estate"),
    ("M", "Professional and scientific"),
    ("N", "Administrative and support"),
    ("O", "Public administration"),
    ("P", "Education"),
    ("Q", "Health and social work"),
    ("R", "Arts and recreation"),
    ("S", "Other services"),
    ("T", "Households"),
    ("U", "Extraterritorial"),
];

/// All jobs of the county by section and division, filled by specialisation.
pub fn treemap() -> TreemapSpec {
    let fill = |quotient: Option<[f64; 3]>| match quotient {
        None => Fill::Missing,
        Some([_, low, _]) if low > 1.0 => Fill::Class { class: 2, of: 4 },
        Some([_, _, high]) if high < 1.0 => Fill::Class { class: 0, of: 4 },
        Some(_) => Fill::Class { class: 1, of: 4 },
    };
    let tile = |one: Industry| TreemapTile {
        key: one.code.to_owned(),
        name: one.name.to_owned(),
        label: one.name.trim_end_matches(" activities").to_owned(),
        value: Value::Number(one.jobs_2024),
        fill: fill(one.quotient),
        fill_words: match one.quotient {
            Some([value, ..]) => format!("{value:.1} times the share"),
            None => String::new(),
        },
    };
    let groups = SECTIONS.map(|(section, name)| TreemapGroup {
        key: section.to_owned(),
        name: name.to_owned(),
        tiles: all()
            .into_iter()
            .filter(|one| one.section == section)
            .map(tile)
            .collect(),
    });
    let entry = |class: u8, words: &str| (Fill::Class { class, of: 4 }, words.to_owned());
    TreemapSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: "2024".to_owned(),
        whole_name: "all jobs".to_owned(),
        groups: groups.to_vec(),
        key: vec![
            entry(0, "smaller share than Great Britain"),
            entry(1, "no clear difference"),
            entry(2, "larger share"),
        ],
        chosen: None,
    }
}

/// Shares of all jobs in 2015 and 2024 of the largest industries.
pub fn slope(count: usize) -> SlopeSpec {
    let mut largest = all();
    largest.sort_by(|a, b| b.jobs_2024.total_cmp(&a.jobs_2024));
    let sum = |pick: fn(&Industry) -> f64| all().iter().map(pick).sum::<f64>();
    let (before, after) = (sum(|one| one.jobs_2015), sum(|one| one.jobs_2024));
    let rows = largest.into_iter().take(count).map(|one| SlopeRow {
        key: one.code.to_owned(),
        name: one.name.to_owned(),
        values: [one.jobs_2015 / before, one.jobs_2024 / after]
            .map(|share| Value::Number(share * 100.0)),
        role: if one.code == "62" {
            SeriesRole::Place
        } else {
            SeriesRole::Context
        },
    });
    SlopeSpec {
        measure: "Share of jobs".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        ends: ["2015", "2024"].map(str::to_owned),
        rows_name: "industries".to_owned(),
        rows: rows.collect(),
    }
}
