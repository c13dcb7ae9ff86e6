//! Sections of the economy that gain and lose against the baseline.

use super::{Words, picture};
use crate::chart::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use crate::futures::Asked;
use crate::futures::industries::section_name;
use crate::futures::outputs::About;
use crate::measure::Unit;
use crate::model::lanes::Lanes;
use crate::model::output::Output;
use crate::order;
use crate::picture::Picture;
use crate::quantity::Value;

/// Jobs by section gained and lost against the baseline in the chosen year, by the central run.
#[must_use]
pub fn sections(asked: &Asked<'_>) -> Picture {
    // Its sources are those of jobs, whatever output is looked at.
    let asked = &Asked {
        output: Output::Jobs,
        ..*asked
    };
    let since = asked.since();
    let jobs = |run: &crate::futures::Run, section: usize| {
        let Lanes([jobs]) = *run.results.jobs(asked.area, section).get(since)?;
        Some(jobs)
    };
    let gap = |section: usize| Some(jobs(asked.own, section)? - jobs(asked.baseline, section)?);
    let letters = asked.model.evidence.sections.iter();
    let mut rows: Vec<(char, f64)> = letters
        .enumerate()
        .filter_map(|(section, own)| Some((own.letter, gap(section)?)))
        .collect();
    order::sort_by(&mut rows, |a, b| b.1.total_cmp(&a.1));
    let spec = RankedBarsSpec {
        measure: format!("Jobs gained or lost against {}", asked.baseline.name),
        unit: Unit::Jobs,
        decimals: 0,
        period: asked.told_year().to_string(),
        rows_name: "sections of the economy".to_owned(),
        interval_name: String::new(),
        doubt: String::new(),
        base: Base::Zero,
        line: None,
        chosen: None,
        rows: rows
            .iter()
            .map(|(letter, gap)| RankedRow {
                key: letter.to_string(),
                name: section_name(*letter).to_owned(),
                value: Value::Number(*gap),
                interval: None,
                is_unreliable: false,
                note: None,
            })
            .collect(),
    };
    let words = Words {
        key: "sections",
        title: title(asked, &rows),
        subtitle: format!(
            "Jobs by section of the economy, difference from {}, {}",
            asked.baseline.name,
            asked.told_year()
        ),
        notes: vec![
            "By the central run; sections have no range of their own. Without employment \
             agencies."
                .to_owned(),
        ],
    };
    picture(asked, words, spec)
}

/// `Information and communication gains most, retail and repair loses most`.
fn title(asked: &Asked<'_>, rows: &[(char, f64)]) -> String {
    let about = About::of(Output::Jobs);
    let up = rows
        .first()
        .filter(|row| row.1 > 0.0 && !about.is_level(row.1));
    let down = rows
        .last()
        .filter(|row| row.1 < 0.0 && !about.is_level(row.1));
    let told = |row: &(char, f64)| {
        let mut letters = section_name(row.0).chars();
        let name: String = letters.next().map_or_else(String::new, |first| {
            first.to_lowercase().chain(letters).collect()
        });
        format!("{name} (about {})", about.gap(row.1))
    };
    match (up, down) {
        _ if asked.is_baseline() => "The baseline is what others are held against".to_owned(),
        (Some(up), Some(down)) => {
            format!(
                "Most jobs gained in {}, most lost in {}",
                told(up),
                told(down)
            )
        }
        (Some(up), None) => format!("Most jobs gained in {}, none lost", told(up)),
        (None, Some(down)) => format!("Most jobs lost in {}, none gained", told(down)),
        (None, None) => "No section would gain or lose jobs".to_owned(),
    }
}
