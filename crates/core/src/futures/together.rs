//! Many readers' futures from a workshop, lever by lever: how far they agree, and the future in
//! the middle of them.

use super::levers::setting_words;
use crate::data::model::{Evidence, Lever, Model, Scenario, Setting, Settings, Shift};
use crate::data::scenario_file::ScenarioFile;
use crate::order;
use crate::quantity;
use crate::stats::quantile;

/// How close settings must lie to agree, as a share of the lever's range.
const CLOSE: f64 = 0.25;

/// What many futures have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// How many futures there are.
    pub futures: usize,
    /// The levers that somebody moved, those that most people moved first.
    pub levers: Vec<LeverTogether>,
    /// The future in the middle, lever by lever.
    pub median: ScenarioFile,
}

/// A lever in many futures.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverTogether {
    /// What it sets.
    pub setting: Setting,
    /// Its name.
    pub name: String,
    /// The lowest setting, the one in the middle, and the highest.
    pub ends: [f64; 3],
    /// The names of the futures that move it.
    pub touched: Vec<String>,
    /// Why those who gave a reason set it so: the future's name and the reason.
    pub reasons: Vec<(String, String)>,
    /// How far people agree.
    pub agreement: Agreement,
    /// All of this in a sentence.
    pub words: String,
}

/// How far people agree on a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// All move it the same way and by much the same.
    Close,
    /// All who move it move it the same way, by very different amounts or not at all.
    SameWay,
    /// Some move it one way and some the other.
    Apart,
}

/// What futures have in common; none without any.
#[must_use]
pub fn together(model: &Model, files: &[ScenarioFile]) -> Option<Together> {
    let evidence = &model.evidence;
    let settings: Vec<Settings> = files
        .iter()
        .map(|file| evidence.settings_of(&file.scenario("", evidence)))
        .collect();
    if settings.is_empty() {
        return None;
    }
    let mut levers: Vec<LeverTogether> = evidence
        .levers
        .iter()
        .filter_map(|lever| of_lever(lever, files, &settings))
        .collect();
    let mut changes: Vec<(Setting, f64)> = levers
        .iter()
        .map(|own| (own.setting, own.ends[1]))
        .filter(|(setting, value)| *value != evidence.defaults().get(*setting))
        .collect();
    order::sort_by_key(&mut changes, |(setting, _)| *setting);
    order::sort_by(&mut levers, |a, b| b.touched.len().cmp(&a.touched.len()));
    let count = quantity::count(files.len());
    Some(Together {
        futures: files.len(),
        levers,
        median: ScenarioFile {
            name: format!("The middle of {count} futures"),
            based_on: Scenario::BASELINE.to_owned(),
            story: format!(
                "Each lever stands in the middle of where {count} people set it. Nobody chose this \
                 future as a whole."
            ),
            changes,
            shifts: shared_shifts(evidence, files),
            reasons: Vec::new(),
        },
    })
}

fn of_lever(lever: &Lever, files: &[ScenarioFile], settings: &[Settings]) -> Option<LeverTogether> {
    let mut values: Vec<f64> = settings.iter().map(|own| own.get(lever.setting)).collect();
    let named = files.iter().zip(&values);
    let touched: Vec<String> = named
        .filter(|(_, value)| **value != lever.default)
        .map(|(file, _)| file.name.clone())
        .collect();
    if touched.is_empty() {
        return None;
    }
    order::sort_numbers(&mut values);
    let (least, most) = (*values.first()?, *values.last()?);
    let middle = quantile(&values, 0.5)?;
    let agreement = if least < lever.default && most > lever.default {
        Agreement::Apart
    } else if most - least <= CLOSE * (lever.most - lever.least) {
        Agreement::Close
    } else {
        Agreement::SameWay
    };
    let reasons = files.iter().flat_map(|file| {
        let own = file.reasons.iter();
        let own = own.filter(|(setting, _)| *setting == lever.setting);
        own.map(|(_, reason)| (file.name.clone(), reason.clone()))
    });
    let words = words(
        lever,
        [least, middle, most],
        touched.len(),
        files.len(),
        agreement,
    );
    Some(LeverTogether {
        setting: lever.setting,
        name: lever.name.clone(),
        ends: [least, middle, most],
        reasons: reasons.collect(),
        words,
        touched,
        agreement,
    })
}

/// `8 of 12 moved it: from 0 to 40, +20% on baseline completions in the middle. All the same way,
/// by different amounts.`
fn words(
    lever: &Lever,
    [least, middle, most]: [f64; 3],
    touched: usize,
    files: usize,
    agreement: Agreement,
) -> String {
    let [least, middle, most] = [least, middle, most].map(|value| setting_words(lever, value));
    let who = format!(
        "{} of {} moved it",
        quantity::count(touched),
        quantity::count(files)
    );
    let range = if least == most {
        format!("all to {most}")
    } else {
        format!("lowest {least}, in the middle {middle}, highest {most}")
    };
    let agreement = match agreement {
        Agreement::Close => "People are close together.",
        Agreement::SameWay => "Nobody pulls the other way, but amounts differ widely.",
        Agreement::Apart => "People pull in both directions.",
    };
    format!("{who}: {range}. {agreement}")
}

/// The shifts that more than half of the futures have in just this way.
fn shared_shifts(evidence: &Evidence, files: &[ScenarioFile]) -> Vec<Shift> {
    let all: Vec<Vec<Shift>> = files
        .iter()
        .map(|file| file.scenario("", evidence).shifts)
        .collect();
    let mut shared: Vec<Shift> = Vec::new();
    for shift in all.iter().flatten() {
        let count = all.iter().filter(|own| own.contains(shift)).count();
        let is_new = shared.iter().all(|own| own.parameter != shift.parameter);
        if 2 * count > files.len() && is_new {
            shared.push(*shift);
        }
    }
    order::sort_by_key(&mut shared, |shift| shift.parameter);
    shared
}
