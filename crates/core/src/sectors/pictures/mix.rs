//! What a place is made up of: now, between two years, and beside another place.

use super::ranked::{lower, ranked};
use super::{Album, Words, short};
use crate::chart::area_map::Fill;
use crate::chart::line::SeriesRole;
use crate::chart::slope::{SlopeRow, SlopeSpec};
use crate::chart::treemap::{TreemapGroup, TreemapSpec, TreemapTile};
use crate::data::IndustryLevel;
use crate::measure::Unit;
use crate::order;
use crate::page::sectors::Order;
use crate::picture::Picture;
use crate::quantity::{self, Value};
use crate::sectors::{Row, Split, Table, Unit as SplitUnit, sources};
use crate::stats::told;

/// All jobs of a place as tiles: sections, and the divisions inside them; `table` is by division.
/// None where it is not, or has no jobs.
#[must_use]
pub fn made_of(album: Album<'_>, table: &Table, chosen: Option<&str>) -> Option<Picture> {
    let classes = &album.industries.classification;
    let mut groups: Vec<TreemapGroup> = Vec::new();
    for row in &table.rows {
        let division = classes.find(&row.code)?;
        if division.level != IndustryLevel::Division {
            return None;
        }
        let section = classes.holder(division, IndustryLevel::Section)?;
        if groups.last().is_none_or(|group| group.key != section.code) {
            groups.push(TreemapGroup {
                key: section.code.clone(),
                name: section.name.clone(),
                tiles: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.tiles.push(tile(row));
        }
    }
    let largest = largest(&table.rows)?;
    let share = largest.share.number()?;
    let entry = |class: u8, words: String| (Fill::Class { class, of: CLASSES }, words);
    let benchmark = &table.benchmark;
    let spec = TreemapSpec {
        measure: "Jobs".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: table.choice.year.to_string(),
        whole_name: "all jobs".to_owned(),
        groups,
        key: vec![
            entry(0, format!("smaller share than {benchmark}")),
            entry(1, "no clear difference".to_owned()),
            entry(2, "larger".to_owned()),
            entry(3, "twice and more".to_owned()),
        ],
        chosen: chosen.map(str::to_owned),
    };
    let words = Words {
        key: "made-of",
        title: format!(
            "{} of 100 jobs in {} are in {}",
            quantity::figure(share * 100.0, Unit::Score, 0),
            table.place,
            lower(&short(&largest.name))
        ),
        subtitle: format!(
            "Jobs by section and division, {}; shaded by the share beside {benchmark}",
            table.choice.year
        ),
        place: &table.place,
        sources: &table.sources_for(album.industries, Order::Jobs),
        notes: &table.notes,
    };
    Some(album.picture(words, spec))
}

/// How many shades the tiles have.
const CLASSES: u8 = 4;

fn tile(row: &Row) -> TreemapTile {
    let class = |class| Fill::Class { class, of: CLASSES };
    // Only what noise does not explain is darker or lighter.
    let fill = match (row.quotient.interval, row.quotient.value) {
        (Some(likely), _) if likely.low >= 2.0 => class(3),
        (Some(likely), _) if likely.low > 1.0 => class(2),
        (Some(likely), _) if likely.high < 1.0 => class(0),
        (_, Value::Suppressed) => Fill::Suppressed,
        (_, Value::Missing) => Fill::Missing,
        _ => class(1),
    };
    let fill_words = match row.quotient.value.number() {
        Some(times) => quantity::spoken(times, Unit::Quotient, 1),
        None => String::new(),
    };
    TreemapTile {
        key: row.code.clone(),
        name: row.name.clone(),
        label: short(&row.name),
        value: row.jobs,
        fill,
        fill_words,
    }
}

fn largest(rows: &[Row]) -> Option<&Row> {
    let told = rows
        .iter()
        .filter_map(|row| Some((row, row.jobs.number()?)));
    let most = told.reduce(|most, next| if next.1 > most.1 { next } else { most });
    most.map(|(row, _)| row)
        .filter(|row| row.jobs.number() > Some(0.0))
}

/// How each industry's share of all jobs, or of all output, moved between the years of a split.
#[must_use]
pub fn shares_moved(album: Album<'_>, split: &Split, chosen: Option<&str>) -> Picture {
    let share = |amount: f64, all: f64| {
        let share = told::over(Value::Number(amount), Value::Number(all));
        super::ranked::percent(share)
    };
    let rows = split.rows.iter().map(|row| SlopeRow {
        key: row.code.clone(),
        name: short(&row.name),
        values: [
            share(row.split.change.from, split.total.from),
            share(row.split.change.to, split.total.to),
        ],
        role: SeriesRole::Context,
    });
    let rows = most_moved(rows.collect(), chosen);
    let all = match split.unit {
        SplitUnit::Jobs => "jobs",
        SplitUnit::GbpM => "output",
    };
    let title = match (rows.first(), rows.first().and_then(change)) {
        (Some(most), Some(change)) => {
            let way = if change < 0.0 { "smaller" } else { "larger" };
            format!(
                "{} became a {way} part of all {all} in {}, by {}",
                most.name,
                split.place,
                quantity::figure(change.abs(), Unit::PercentagePoints, 1)
            )
        }
        _ => format!("No share of {all} can be compared in {}", split.place),
    };
    let spec = SlopeSpec {
        measure: format!("Share of all {all}"),
        unit: Unit::Percent,
        decimals: 1,
        ends: [split.from, split.to].map(|year| year.to_string()),
        rows_name: "industries".to_owned(),
        rows,
    };
    let words = Words {
        key: match split.unit {
            SplitUnit::Jobs => "moved-jobs",
            SplitUnit::GbpM => "moved-output",
        },
        title,
        subtitle: format!(
            "{}, {} and {}, the {SHOWN} that moved most",
            spec.measure, split.from, split.to
        ),
        place: &split.place,
        sources: &split.sources,
        notes: &split.notes,
    };
    album.picture(words, spec)
}

/// How many rows a slope has: more could not be told apart.
const SHOWN: usize = 12;

/// The rows that differ most between the ends, the first the most; the chosen one stands out, or
/// else the first, of which the title speaks.
fn most_moved(mut rows: Vec<SlopeRow>, chosen: Option<&str>) -> Vec<SlopeRow> {
    let moved = |row: &SlopeRow| change(row).map_or(-1.0, f64::abs);
    order::sort_by(&mut rows, |a, b| moved(b).total_cmp(&moved(a)));
    rows.truncate(SHOWN);
    let mut all = rows.iter();
    let at = all.position(|row| Some(row.key.as_str()) == chosen);
    if let Some(row) = rows.get_mut(at.unwrap_or(0)) {
        row.role = SeriesRole::Place;
    }
    rows
}

fn change(row: &SlopeRow) -> Option<f64> {
    let [from, to] = row.values;
    told::subtract(to, from).number()
}

/// The same industries in two places: how each ranks them, and how their shares differ. Both
/// tables are by the same rows and against the same benchmark.
#[must_use]
pub fn side_by_side(
    album: Album<'_>,
    [here, there]: [&Table; 2],
    order: Order,
    chosen: Option<&str>,
) -> [Picture; 3] {
    let bars = |key: &str, table: &Table| {
        let mut picture = ranked(album, table, order, chosen);
        // Two of a kind on one page need names of their own.
        key.clone_into(&mut picture.key);
        picture
    };
    let rows = here.rows.iter().zip(&there.rows);
    let rows = rows.map(|(own, other)| SlopeRow {
        key: own.code.clone(),
        name: short(&own.name),
        values: [own.share, other.share].map(super::ranked::percent),
        role: SeriesRole::Context,
    });
    let rows = most_moved(rows.collect(), chosen);
    let title = match (rows.first(), rows.first().and_then(change)) {
        (Some(most), Some(change)) => {
            let place = if change < 0.0 {
                &here.place
            } else {
                &there.place
            };
            format!("{} is a larger part of jobs in {place}", most.name)
        }
        _ => format!("{} and {} cannot be compared", here.place, there.place),
    };
    let spec = SlopeSpec {
        measure: "Share of all jobs".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        ends: [here.place.clone(), there.place.clone()],
        rows_name: super::ranked::rows_name(here.choice.rows).to_owned(),
        rows,
    };
    let year = here.choice.year;
    let words = Words {
        key: "beside",
        title,
        subtitle: format!(
            "{} in {} and {}, {year}, the {SHOWN} that differ most",
            spec.measure, here.place, there.place
        ),
        place: &here.place,
        sources: &sources::of_jobs(album.industries, here.choice.rows, &[year]),
        notes: &[],
    };
    [
        bars("ranked-here", here),
        bars("ranked-there", there),
        album.picture(words, spec),
    ]
}
