//! `roadmap actions`: every action, what it leans on and where its indicators stand.

use std::path::Path;

use roadmap_core::area::AreaCode;
use roadmap_core::data::Dataset;
use roadmap_core::data::roadmap::{Action, Indicator, Roadmap};
use roadmap_core::roadmap::Progress;
use serde::Serialize;

use crate::args::TableFormat;
use crate::commands::Outcome;
use crate::problem::Problem;
use crate::rows::Number;
use crate::{json, output, rows, store};

/// Lists every action in the order of the foundations.
pub fn run(folder: &Path, format: TableFormat) -> Result<Outcome, Problem> {
    let dataset = store::dataset(folder)?;
    let roadmap = store::roadmap(folder, &dataset)?;
    let actions = roadmap.actions.iter();
    output::say(&match format {
        TableFormat::Csv => {
            let lines: Vec<_> = actions.map(|own| line(&roadmap, own)).collect();
            rows::csv(&lines)?
        }
        TableFormat::Json => {
            let rows = actions.map(|own| row((&roadmap, &dataset), own)).collect();
            json::compact(&Answer { rows })? + "\n"
        }
    })?;
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Answer<'a> {
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    line: Line<'a>,
    indicators: Vec<IndicatorRow<'a>>,
    evidence: Vec<ClaimRow<'a>>,
}

/// A line of the table; lists are told with semicolons.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    what: &'a str,
    why: &'a str,
    foundation: &'static str,
    grand_challenges: String,
    challenges: String,
    sectors: String,
    places: String,
    owner: &'a str,
    owner_kind: &'static str,
    partners: String,
    stage: &'static str,
    stopped_because: &'a str,
    horizon: &'static str,
    barrier: &'a str,
    measures: String,
    lever: &'static str,
    lever_size: Option<Number>,
    claims: String,
    themes: String,
    after: String,
    source: &'a str,
    illustrative: bool,
}

#[derive(Serialize)]
struct IndicatorRow<'a> {
    measure: &'a str,
    name: &'a str,
    first_period: Option<&'a str>,
    first: Option<Number>,
    latest_period: Option<&'a str>,
    latest: Option<Number>,
    illustrative_target: Option<Number>,
    by: Option<u16>,
    progress_pct: Option<Number>,
}

#[derive(Serialize)]
struct ClaimRow<'a> {
    id: &'a str,
    says: &'a str,
    kind: &'static str,
    strength: &'static str,
    source: &'a str,
}

fn row<'a>((roadmap, dataset): (&'a Roadmap, &'a Dataset), own: &'a Action) -> Row<'a> {
    let indicators = own.indicators.iter();
    let claims = own.claims.iter().filter_map(|id| roadmap.claim(id));
    Row {
        line: line(roadmap, own),
        indicators: indicators
            .map(|own| indicator((roadmap, dataset), own))
            .collect(),
        evidence: claims
            .map(|own| ClaimRow {
                id: &own.id,
                says: &own.says,
                kind: own.kind.key(),
                strength: own.strength.key(),
                source: source(roadmap, own.document.as_deref()),
            })
            .collect(),
    }
}

fn indicator<'a>(
    (roadmap, dataset): (&'a Roadmap, &'a Dataset),
    own: &'a Indicator,
) -> IndicatorRow<'a> {
    let progress = Progress::of((roadmap, dataset), own, &dataset.place.county);
    let first = progress.first;
    let latest = progress.latest;
    IndicatorRow {
        measure: &own.measure,
        name: progress.name,
        first_period: first.map(|(period, _)| period.as_str()),
        first: first.map(|(_, value)| Number(value)),
        latest_period: latest.map(|(period, _)| period.as_str()),
        latest: latest.map(|(_, value)| Number(value)),
        illustrative_target: own.target.map(|target| Number(target.value)),
        by: own.target.map(|target| target.by_year),
        progress_pct: progress.share_pct.map(Number),
    }
}

fn line<'a>(roadmap: &'a Roadmap, own: &'a Action) -> Line<'a> {
    let listed = |words: Vec<&str>| words.join("; ");
    Line {
        id: &own.id,
        title: &own.title,
        what: &own.what,
        why: &own.why,
        foundation: own.foundation.key(),
        grand_challenges: listed(own.grand_challenges.iter().map(|own| own.key()).collect()),
        challenges: own.challenges.join("; "),
        sectors: own.sectors.join("; "),
        places: listed(own.places.iter().map(AreaCode::as_str).collect()),
        owner: &own.owner,
        owner_kind: own.owner_kind.key(),
        partners: own.partners.join("; "),
        stage: own.stage.key(),
        stopped_because: own.stopped_because.as_deref().unwrap_or_default(),
        horizon: own.horizon.key(),
        barrier: &own.barrier,
        measures: listed(own.indicators.iter().map(|own| &*own.measure).collect()),
        lever: own.lever.map_or("", |(setting, _)| setting.key()),
        lever_size: own.lever.and_then(|(_, size)| size).map(Number),
        claims: own.claims.join("; "),
        themes: listed(own.themes.iter().map(|own| own.key()).collect()),
        after: own.after.join("; "),
        source: source(roadmap, own.document.as_deref()),
        illustrative: own.is_illustrative,
    }
}

/// The title of a paper.
fn source<'a>(roadmap: &'a Roadmap, key: Option<&str>) -> &'a str {
    let document = key.and_then(|key| roadmap.document(key));
    document.map_or("", |own| own.title.as_str())
}
