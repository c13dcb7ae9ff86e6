//! What each part of a scenario adds: alone, and as its fair share of the whole.
//!
//! Parts are the settings that differ from their defaults, and the shifts of parameters as one
//! part more. A share (Shapley, 1953) is what a part adds on average over the orders in which
//! the parts may come; shares add up to the whole difference exactly.

use crate::data::model::{Evidence, Parameters, Setting, Settings, Shift};
use crate::random::{Philox, Stream};

use super::draws::{central, shifted};
use super::ensemble::Kept;
use super::plan::Plan;
use super::prepared::Prepared;
use super::results::Results;
use super::run::Workspace;

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

/// Takes a scenario apart, for a series in a year counted from the base year. None when the
/// evidence does not tell every parameter or there is no such series.
#[must_use]
pub fn contributions(
    prepared: &Prepared,
    evidence: &Evidence,
    whole: Whole<'_>,
    (series, since): (Kept, usize),
) -> Option<Contributions> {
    let defaults = evidence.defaults();
    let mut parts: Vec<Part> = Setting::ALL
        .into_iter()
        .filter(|setting| whole.settings.get(*setting) != defaults.get(*setting))
        .map(Part::Setting)
        .collect();
    if !whole.shifts.is_empty() {
        parts.push(Part::Shifts);
    }
    let mut central_run = Central {
        prepared,
        middle: central(evidence)?,
        defaults,
        whole,
        parts: &parts,
        answer: (series, since),
        workspace: Workspace::new(prepared),
        results: Results::new(prepared, false),
    };
    let none = vec![false; parts.len()];
    let baseline = central_run.answer(&none)?;
    let all = central_run.answer(&vec![true; parts.len()])?;
    let alone = |part: usize, run: &mut Central<'_>| {
        let mut with = none.clone();
        if let Some(own) = with.get_mut(part) {
            *own = true;
        }
        Some(run.answer(&with)? - baseline)
    };
    let alone: Vec<f64> = (0..parts.len())
        .map(|part| alone(part, &mut central_run))
        .collect::<Option<_>>()?;
    let (shares, orders) = if parts.len() <= MOST_PARTS_IN_ALL_ORDERS {
        (over_all_orders(&mut central_run)?, Orders::All)
    } else {
        (
            over_random_orders(&mut central_run)?,
            Orders::Some(RANDOM_ORDERS),
        )
    };
    let told = parts.iter().zip(alone).zip(shares);
    Some(Contributions {
        baseline,
        whole: all,
        parts: told
            .map(|((&part, alone), share)| Contribution { part, alone, share })
            .collect(),
        orders,
    })
}

/// The central run with some of the parts.
struct Central<'a> {
    prepared: &'a Prepared,
    middle: Parameters,
    defaults: Settings,
    whole: Whole<'a>,
    parts: &'a [Part],
    answer: (Kept, usize),
    workspace: Workspace<1>,
    results: Results<1>,
}

impl Central<'_> {
    fn answer(&mut self, with: &[bool]) -> Option<f64> {
        let mut settings = self.defaults;
        let mut shifts: &[Shift] = &[];
        for (part, _) in self.parts.iter().zip(with).filter(|(_, with)| **with) {
            match *part {
                Part::Setting(own) => settings.set(own, self.whole.settings.get(own)),
                Part::Shifts => shifts = self.whole.shifts,
            }
        }
        let plan = Plan::new(self.prepared, &settings, self.whole.with_space);
        let parameters = shifted(self.middle, shifts);
        let lanes = Parameters::new(parameters.values().map(|value| [value]));
        let (workspace, results) = (&mut self.workspace, &mut self.results);
        self.prepared.run(&plan, &lanes, None, workspace, results);
        let (Kept { area, output }, since) = self.answer;
        let [value] = results.series(area, output).get(since)?.0;
        Some(value)
    }
}

/// By every set of parts: what a part adds to a set, weighted by how many orders meet it there.
fn over_all_orders(run: &mut Central<'_>) -> Option<Vec<f64>> {
    let count = run.parts.len();
    let sets = 1_usize << count;
    let with = |set: usize| -> Vec<bool> { (0..count).map(|part| set >> part & 1 == 1).collect() };
    let values: Vec<f64> = (0..sets)
        .map(|set| run.answer(&with(set)))
        .collect::<Option<_>>()?;
    let weights = weights(count);
    let share = |part: usize| {
        let without = (0..sets).filter(|set| set >> part & 1 == 0);
        let added = without.map(|set| {
            let (before, after) = (values.get(set), values.get(set | 1 << part));
            let weight = weights.get(set.count_ones() as usize).copied();
            let step = after
                .zip(before)
                .map_or(0.0, |(after, before)| after - before);
            weight.unwrap_or(0.0) * step
        });
        added.sum()
    };
    Some((0..count).map(share).collect())
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

/// Over random orders, each forwards and backwards; any order adds up to the whole.
fn over_random_orders(run: &mut Central<'_>) -> Option<Vec<f64>> {
    let count = run.parts.len();
    let mut sums = vec![0.0; count];
    let generator = Philox::new(0, Stream::Orders);
    for order in 0..RANDOM_ORDERS {
        let mut words = generator.words_of(order);
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, words.below(last as u32 + 1) as usize);
        }
        let backwards: Vec<usize> = order.iter().rev().copied().collect();
        for order in [order, backwards] {
            let mut with = vec![false; count];
            let mut before = run.answer(&with)?;
            for part in order {
                if let Some(own) = with.get_mut(part) {
                    *own = true;
                }
                let after = run.answer(&with)?;
                if let Some(sum) = sums.get_mut(part) {
                    *sum += after - before;
                }
                before = after;
            }
        }
    }
    let orders = f64::from(2 * RANDOM_ORDERS);
    Some(sums.into_iter().map(|sum| sum / orders).collect())
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
