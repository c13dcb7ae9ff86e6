//! "Why?" and "How sure?" of a figure: what moves it, and what it hangs on.

use super::Asked;
use super::cards::card;
use super::evidence_words::{in_unit, lever_or_shifts};
use crate::model::contributions::{Contribution, Contributions};
use crate::model::sensitivity::Swing;
use crate::order;
use crate::quantity;

/// So many levers or assumptions are named.
const MOST_NAMED: usize = 3;

/// Which levers bring about the difference from the baseline: `4,400 fewer jobs than in the
/// baseline in 2040: protect employment space 4,400 fewer.`
#[must_use]
pub fn why_words(asked: &Asked<'_>, contributions: &Contributions) -> String {
    let about = asked.about();
    let year = asked.told_year();
    if contributions.parts.is_empty() {
        return "No lever has been moved.".to_owned();
    }
    let whole = contributions.whole - contributions.baseline;
    let mut parts: Vec<&Contribution> = contributions.parts.iter().collect();
    parts.retain(|own| !about.is_level(own.share));
    order::sort_by(&mut parts, |a, b| b.share.abs().total_cmp(&a.share.abs()));
    let named: Vec<String> = parts
        .iter()
        .take(MOST_NAMED)
        .map(|own| {
            format!(
                "{} {} {}",
                lever_or_shifts(&asked.model.evidence, own.part),
                about.gap(own.share),
                about.way(own.share)
            )
        })
        .collect();
    if named.is_empty() {
        return format!(
            "No lever that was moved changes {} in {year}.",
            about.name_inside()
        );
    }
    let others = contributions.parts.len() - named.len();
    let others = match others {
        0 => String::new(),
        1 => " One other lever moves it less.".to_owned(),
        _ => format!(" {} other levers move it less.", quantity::count(others)),
    };
    let whole = if about.is_level(whole) {
        "No difference from the baseline".to_owned()
    } else {
        format!("About {} than in the baseline", about.gap_spoken(whole))
    };
    format!("{whole} in {year}: {}.{others}", named.join(", "))
}

/// What most runs say of the figure, and which unknowns swing it most.
#[must_use]
pub fn how_sure_words(asked: &Asked<'_>, swings: &[Swing]) -> String {
    let about = asked.about();
    let width = |swing: &Swing| (swing.high - swing.low).abs();
    let mut widest: Vec<&Swing> = swings
        .iter()
        .filter(|swing| !about.is_level(width(swing)))
        .collect();
    order::sort_by(&mut widest, |a, b| width(b).total_cmp(&width(a)));
    let assumption = |swing: &&Swing| asked.model.evidence.assumption(swing.parameter);
    let likely = card(asked, asked.output).map_or_else(String::new, |card| card.likely);
    let Some((first, known)) = widest.first().and_then(|own| Some((own, assumption(own)?))) else {
        return format!("{likely}. Nothing the model is unsure of moves it.");
    };
    let end = |taken: f64, value: f64| {
        format!("{} at {}", about.told(value), in_unit(taken, &known.unit))
    };
    let others: Vec<String> = widest
        .iter()
        .skip(1)
        .take(MOST_NAMED - 1)
        .filter_map(|own| Some(format!("“{}”", assumption(own)?.meaning)))
        .collect();
    let others = if others.is_empty() {
        String::new()
    } else {
        format!(", then on {}", others.join(" and "))
    };
    format!(
        "{likely}. It hangs most on “{}”: {}, {}{others}.",
        known.meaning,
        end(known.range.low, first.low),
        end(known.range.high, first.high)
    )
}
