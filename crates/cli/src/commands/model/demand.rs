//! `roadmap demand`: school places by phase and care-home places by age that residents will need,
//! each with its range, and what is assumed.
//!
//! Demand only. What is there already is the reader's to set beside it.

use std::path::Path;

use roadmap_core::area::AreaCode;
use roadmap_core::data::model::{Evidence, Fixed};
use roadmap_core::measure::Unit;
use roadmap_core::model::ensemble::{Ensemble, Kept, LANES, Runner, Sample};
use roadmap_core::model::output::Output;
use roadmap_core::quantity;
use serde::Serialize;

use super::{Desk, Outcome, areas, draws, incomplete};
use crate::args::{AnswerFormat, DemandArgs};
use crate::problem::Problem;
use crate::rows::Number;
use crate::{json, output, rows};

/// A kind of place that is asked for.
struct Need {
    kind: Kind,
    band: &'static str,
    ages: &'static str,
    output: Output,
    /// The key of the rate behind it; none where everybody of the age counts.
    rate: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    School,
    CareHome,
}

impl Kind {
    const fn title(self) -> &'static str {
        match self {
            Self::School => "School places",
            Self::CareHome => "Care-home places",
        }
    }
}

const NEEDS: [Need; 7] = [
    Need {
        kind: Kind::School,
        band: "primary",
        ages: "4 to 10",
        output: Output::PupilsPrimary,
        rate: Some("services.primary-share"),
    },
    Need {
        kind: Kind::School,
        band: "secondary",
        ages: "11 to 15",
        output: Output::PupilsSecondary,
        rate: Some("services.secondary-share"),
    },
    Need {
        kind: Kind::School,
        band: "post-16",
        ages: "16 and 17",
        output: Output::PupilsPost16,
        rate: None,
    },
    Need {
        kind: Kind::CareHome,
        band: "65-74",
        ages: "65 to 74",
        output: Output::CareHome65To74,
        rate: Some("services.care-65-74"),
    },
    Need {
        kind: Kind::CareHome,
        band: "75-84",
        ages: "75 to 84",
        output: Output::CareHome75To84,
        rate: Some("services.care-75-84"),
    },
    Need {
        kind: Kind::CareHome,
        band: "85-plus",
        ages: "85 and over",
        output: Output::CareHome85Plus,
        rate: Some("services.care-85-plus"),
    },
    Need {
        kind: Kind::CareHome,
        band: "all",
        ages: "65 and over",
        output: Output::CareHomePlaces,
        rate: None,
    },
];

/// Places of a kind that are needed in the year; the range holds eight draws in ten.
#[derive(Serialize)]
struct Row {
    kind: Kind,
    band: &'static str,
    ages: &'static str,
    /// In the base year.
    base: Number,
    central: Number,
    p10: Option<Number>,
    p50: Option<Number>,
    p90: Option<Number>,
}

/// Something taken as given.
#[derive(Serialize)]
struct Assumed {
    what: String,
    /// Empty for choices of the reader's and of ours.
    grade: String,
    source: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    scenario: &'a str,
    model_version: &'a str,
    pack_version: &'a str,
    area: &'a str,
    name: &'a str,
    base_year: u16,
    year: u16,
    seed: u32,
    draws: u32,
    surplus_pct: Number,
    inflow_pct: Number,
    rows: Vec<Row>,
    assumed: Vec<Assumed>,
}

/// Answers what was asked.
pub fn run(folder: &Path, asked: &DemandArgs) -> Result<Outcome, Problem> {
    let desk = Desk::read(folder, &asked.future)?;
    let area = areas::place(&desk.region, asked.area.as_deref())?;
    let draws = draws(&asked.draws)?;
    let year = asked.year.unwrap_or(desk.region.last_year);
    let answer = Answer {
        scenario: &desk.scenario.key,
        model_version: &desk.evidence.model_version,
        pack_version: &desk.pack_version,
        area: areas::codes(&desk.region)
            .nth(area)
            .map_or("", AreaCode::as_str),
        name: desk.name(area),
        base_year: desk.region.base_year,
        year,
        seed: asked.seed,
        draws,
        surplus_pct: Number(asked.surplus),
        inflow_pct: Number(asked.inflow),
        rows: needed(&desk, asked, (area, draws), desk.since(Some(year))?)?,
        assumed: assumed(&desk.evidence, asked),
    };
    output::say(&match asked.format {
        AnswerFormat::Json => json::compact(&answer)? + "\n",
        AnswerFormat::Csv => rows::csv(&answer.rows)?,
        AnswerFormat::Text => words(&answer),
    })?;
    Ok(Outcome::Done)
}

fn needed(
    desk: &Desk,
    asked: &DemandArgs,
    (area, draws): (usize, u32),
    since: usize,
) -> Result<Vec<Row>, Problem> {
    let central = desk.central_run()?;
    let kept = |need: &Need| Kept {
        area,
        output: need.output,
    };
    let all = NEEDS.iter().map(kept).collect();
    let mut ensemble = Ensemble::new(all, since + 1, draws as usize);
    let runner = Runner::new(&desk.prepared, &desk.evidence, asked.seed, false);
    let mut runner = runner.ok_or_else(incomplete)?;
    for first in (0..draws).step_by(LANES) {
        let results = runner.run(&desk.plan, &desk.scenario.shifts, first);
        ensemble.take_in(first as usize, results);
    }
    let row = |need: &Need| {
        let places = match need.kind {
            Kind::School => (1.0 + asked.surplus / 100.0) * (1.0 + asked.inflow / 100.0),
            Kind::CareHome => 1.0,
        };
        let series = central.series(area, need.output);
        let at = |year: usize| series.get(year).map_or(0.0, |lanes| lanes.0[0] * places);
        let sample: Sample = ensemble.sample(kept(need), since);
        let share = |share: f64| sample.quantile(share).map(|own| Number(own * places));
        Row {
            kind: need.kind,
            band: need.band,
            ages: need.ages,
            base: Number(at(0)),
            central: Number(at(since)),
            p10: share(0.1),
            p50: share(0.5),
            p90: share(0.9),
        }
    };
    Ok(NEEDS.iter().map(row).collect())
}

/// Rates with their evidence, then choices.
fn assumed(evidence: &Evidence, asked: &DemandArgs) -> Vec<Assumed> {
    let rate = |need: &Need| {
        let key = need.rate?;
        evidence.fixed.iter().find(|fixed| fixed.key == key)
    };
    let told = |fixed: &Fixed| Assumed {
        what: format!("{}: {}", fixed.meaning, first(&fixed.values)),
        grade: fixed.grade.words.clone(),
        source: fixed.source.clone(),
    };
    let choice = |what: String| Assumed {
        what,
        grade: String::new(),
        source: "A choice, not evidence".to_owned(),
    };
    let mut all: Vec<Assumed> = NEEDS.iter().filter_map(rate).map(told).collect();
    all.push(choice(
        "Everybody aged 16 and 17 counts, at school, at college or neither".to_owned(),
    ));
    all.push(choice(
        "Rates stay as they are; only the number of people of each age changes".to_owned(),
    ));
    all.push(choice(format!(
        "School places: {} % more than pupils kept free, {} % more pupils than live here; set with --surplus and --inflow",
        asked.surplus, asked.inflow
    )));
    all
}

fn first(values: &[f64]) -> String {
    values.first().map(f64::to_string).unwrap_or_default()
}

/// The answer as words and a table.
fn words(answer: &Answer<'_>) -> String {
    let places = |number: Option<Number>| {
        number.map_or_else(String::new, |Number(own)| {
            quantity::figure(own, Unit::People, 0)
        })
    };
    let range = match answer.draws {
        0 => "No draws, so no range.".to_owned(),
        1 => "One draw, so no range to speak of.".to_owned(),
        draws => format!(
            "Eight of ten of {} draws lie between low and high.",
            quantity::count(draws as usize)
        ),
    };
    let mut text = format!(
        "Places that residents of {} will need in {}, scenario {}. {range}\n",
        answer.name, answer.year, answer.scenario
    );
    let mut last = None;
    for row in &answer.rows {
        if last.replace(row.kind) != Some(row.kind) {
            text += &format!(
                "\n{:<26}{:>10}{:>10}{:>10}{:>10}\n",
                row.kind.title(),
                answer.base_year,
                "central",
                "low",
                "high"
            );
        }
        let label = format!("  {}", name(row));
        text += &format!(
            "{label:<26}{:>10}{:>10}{:>10}{:>10}\n",
            places(Some(row.base)),
            places(Some(row.central)),
            places(row.p10),
            places(row.p90)
        );
    }
    text += "\nTaken as given:\n";
    for own in &answer.assumed {
        let grade = match own.grade.as_str() {
            "" => String::new(),
            grade => format!(" (grade {grade})"),
        };
        text += &format!("- {}{grade}. {}.\n", own.what, own.source);
    }
    text
}

fn name(row: &Row) -> String {
    match row.kind {
        Kind::School => format!("{}, ages {}", row.band, row.ages),
        Kind::CareHome => format!("ages {}", row.ages),
    }
}
