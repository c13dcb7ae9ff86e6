//! What each part of a scenario adds: alone, and as its fair share of the whole.
//!
//! Parts are the settings that differ from their defaults, and the shifts of parameters as one
//! part more. A share (Shapley, 1953) is what a part adds on average over the orders in which
//! the parts may come; shares add up to the whole difference exactly.

use std::collections::BTreeMap;

use crate::data::model::{Evidence, Parameters, Setting, Settings, Shift};
use crate::random::{Philox, Stream};

use super::draws::{central, shifted};
use super::ensemble::Kept;
use super::plan::Plan;
use super::prepared::Prepared;
use super::results::Results;
use super::run::Workspace;
use super::sensitivity::Answer;

/// A part of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A setting that differs from its default.
    Setting(Setting),
    /// The shifts of parameters together.
    Shifts,
}

/// What a part adds to an answer of the central run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The part.
    pub part: Part,
    /// What it adds when it is the only one.
    pub alone: f64,
    /// Its share of the whole difference.
    pub share: f64,
}

/// How shares are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orders {
    /// Over all orders, by every set of parts.
    All,
    /// Over so many random orders, each taken forwards and backwards.
    Some(u32),
}

/// What every part of a scenario adds to an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The answer with no part.
    pub baseline: f64,
    /// The answer with all parts.
    pub whole: f64,
    /// Parts in the order of settings, shifts last.
    pub parts: Vec<Contribution>,
    /// How the shares were found.
    pub orders: Orders,
}

/// So many parts are taken in all orders: a thousand runs.
const MOST_PARTS_IN_ALL_ORDERS: usize = 10;
/// Beyond that, so many random orders, each forwards and backwards.
const RANDOM_ORDERS: u32 = 32;

/// A scenario as it is taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// Every setting.
    pub settings: &'a Settings,
    /// Its shifts of parameters.
    pub shifts: &'a [Shift],
    /// Whether loss of space for work costs jobs.
    pub with_space: bool,
}

/// Takes a scenario apart for one answer. None when the evidence does not tell every parameter
/// or there is no such series.
#[must_use]
pub fn contributions(
    prepared: &Prepared,
    evidence: &Evidence,
    whole: Whole<'_>,
    (series, since): (Kept, usize),
) -> Option<Contributions> {
    contributions_to(prepared, evidence, whole, &[Answer { series, since }])?.pop()
}

/// Takes a scenario apart for several answers, all from the same runs. None when the evidence
/// does not tell every parameter or there is no such series.
#[must_use]
pub fn contributions_to(
    prepared: &Prepared,
    evidence: &Evidence,
    whole: Whole<'_>,
    answers: &[Answer],
) -> Option<Vec<Contributions>> {
    let defaults = evidence.defaults();
    let mut parts: Vec<Part> = Setting::ALL
        .into_iter()
        .filter(|setting| whole.settings.get(*setting) != defaults.get(*setting))
        .map(Part::Setting)
        .collect();
    if !whole.shifts.is_empty() {
        parts.push(Part::Shifts);
    }
    let mut runs = Runs {
        prepared,
        middle: central(evidence)?,
        defaults,
        whole,
        parts: &parts,
        answers,
        workspace: Workspace::new(prepared),
        results: Results::new(prepared, false),
        told: BTreeMap::new(),
    };
    let baseline = runs.of(NO_PARTS)?;
    let all = runs.of(every(parts.len()))?;
    let alone: Vec<Vec<f64>> = (0..parts.len())
        .map(|part| runs.of(1 << part))
        .collect::<Option<_>>()?;
    let (shares, orders) = if parts.len() <= MOST_PARTS_IN_ALL_ORDERS {
        (over_all_orders(&mut runs)?, Orders::All)
    } else {
        (over_random_orders(&mut runs)?, Orders::Some(RANDOM_ORDERS))
    };
    let values = baseline.iter().zip(&all).enumerate();
    let of_answer = |(answer, (&baseline, &whole)): (usize, (&f64, &f64))| {
        let at = |values: &Vec<f64>| values.get(answer).copied().unwrap_or(f64::NAN);
        let told = parts.iter().zip(&alone).zip(&shares);
        Contributions {
            baseline,
            whole,
            parts: told
                .map(|((&part, alone), share)| Contribution {
                    part,
                    alone: at(alone) - baseline,
                    share: at(share),
                })
                .collect(),
            orders,
        }
    };
    Some(values.map(of_answer).collect())
}

/// Some of the parts: a bit for each.
type Set = u32;
const NO_PARTS: Set = 0;

/// All of so many parts.
const fn every(count: usize) -> Set {
    (1 << count) - 1
}

/// The central run with some of the parts.
struct Runs<'a> {
    prepared: &'a Prepared,
    middle: Parameters,
    defaults: Settings,
    whole: Whole<'a>,
    parts: &'a [Part],
    answers: &'a [Answer],
    workspace: Workspace<1>,
    results: Results<1>,
    /// The answers with each set so far: orders meet in many.
    told: BTreeMap<Set, Vec<f64>>,
}

impl Runs<'_> {
    /// Every answer with a set of parts.
    fn of(&mut self, set: Set) -> Option<Vec<f64>> {
        if let Some(known) = self.told.get(&set) {
            return Some(known.clone());
        }
        let mut settings = self.defaults;
        let mut shifts: &[Shift] = &[];
        for (place, part) in self.parts.iter().enumerate() {
            if set >> place & 1 == 1 {
                match *part {
                    Part::Setting(own) => settings.set(own, self.whole.settings.get(own)),
                    Part::Shifts => shifts = self.whole.shifts,
                }
            }
        }
        let plan = Plan::new(self.prepared, &settings, self.whole.with_space);
        let parameters = shifted(self.middle, shifts);
        let lanes = Parameters::new(parameters.values().map(|value| [value]));
        let (workspace, results) = (&mut self.workspace, &mut self.results);
        self.prepared.run(&plan, &lanes, None, workspace, results);
        let value = |answer: &Answer| {
            let Kept { area, output } = answer.series;
            let [value] = results.series(area, output).get(answer.since)?.0;
            Some(value)
        };
        let told: Vec<f64> = self.answers.iter().map(value).collect::<Option<_>>()?;
        self.told.insert(set, told.clone());
        Some(told)
    }
}

/// By every set of parts: what a part adds to a set, weighted by how many orders meet it there.
/// A row per part, a number per answer.
fn over_all_orders(runs: &mut Runs<'_>) -> Option<Vec<Vec<f64>>> {
    let count = runs.parts.len();
    let weights = weights(count);
    let mut shares = vec![vec![0.0; runs.answers.len()]; count];
    for (part, shares) in shares.iter_mut().enumerate() {
        for set in 0..=every(count) {
            let weight = weights.get(set.count_ones() as usize).copied();
            let (Some(weight), true) = (weight, set >> part & 1 == 0) else {
                continue;
            };
            let (before, after) = (runs.of(set)?, runs.of(set | 1 << part)?);
            for (share, (before, after)) in shares.iter_mut().zip(before.iter().zip(&after)) {
                *share += weight * (after - before);
            }
        }
    }
    Some(shares)
}

/// For sets of 0, 1, .. parts of `count`: in which share of all orders a given part follows just
/// such a set, size! (count - size - 1)! / count!.
fn weights(count: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(count);
    let mut weight = 1.0 / count.max(1) as f64;
    for size in 0..count {
        weights.push(weight);
        weight *= (size + 1) as f64 / (count - size - 1).max(1) as f64;
    }
    weights
}

/// Over random orders, each forwards and backwards; any order adds up to the whole. A row per
/// part, a number per answer.
fn over_random_orders(runs: &mut Runs<'_>) -> Option<Vec<Vec<f64>>> {
    let count = runs.parts.len();
    let mut sums = vec![vec![0.0; runs.answers.len()]; count];
    let generator = Philox::new(0, Stream::Orders);
    for number in 0..RANDOM_ORDERS {
        let mut order: Vec<usize> = (0..count).collect();
        generator.words_of(number).shuffle(&mut order);
        let backwards: Vec<usize> = order.iter().rev().copied().collect();
        for order in [order, backwards] {
            let mut set = NO_PARTS;
            let mut before = runs.of(set)?;
            for part in order {
                set |= 1 << part;
                let after = runs.of(set)?;
                let sums = sums.get_mut(part).into_iter().flatten();
                for (sum, (before, after)) in sums.zip(before.iter().zip(&after)) {
                    *sum += after - before;
                }
                before = after;
            }
        }
    }
    let orders = f64::from(2 * RANDOM_ORDERS);
    for sum in sums.iter_mut().flatten() {
        *sum /= orders;
    }
    Some(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_sets_make_one() {
        for count in 1..=10_usize {
            // There are count - 1 over size sets of each size.
            let mut sets = 1.0;
            let mut sum = 0.0;
            for (size, weight) in weights(count).into_iter().enumerate() {
                sum += sets * weight;
                sets *= (count - 1 - size) as f64 / (size + 1) as f64;
            }
            assert!((sum - 1.0).abs() < 1e-12, "{count}: {sum}");
        }
    }
}
