//! Who comes and goes: what is left of a change in people when births and deaths are taken out.

use super::rates::Deaths;
use crate::data::model::{AGES, ByAge, SEXES};

/// The ages at which measured migration is smoothed, and those of people who move to homes.
#[derive(Clone, Debug, PartialEq)]
pub struct Smoothing {
    /// Ages, first and last of each run, that take the mean of themselves and both neighbours.
    pub averaged: Vec<(usize, usize)>,
    /// From this age on all take one mean.
    pub common_from: usize,
    /// First and last age of students, who come and go by themselves.
    pub students: (usize, usize),
    /// Nobody from this age on counts as a mover.
    pub movers_until: usize,
}

/// What people were and became in one step, with the deaths of a place in it.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// People at its start.
    pub before: &'a ByAge,
    /// People at its end.
    pub after: &'a ByAge,
    /// Deaths there: the country's rates times the place's factor; at birth the country's.
    pub deaths: &'a Deaths,
    /// Births in it.
    pub births: f64,
}

/// res: net migrants by age at the end of a step.
///
/// res\[g,a\] = P'\[g,a\] - V\[g,a\] for a = 1..90, V who survive; res\[g,0\] = P'\[g,0\] -
/// births share\[g\] (1 - qb\[g\]).
#[must_use]
pub fn residual(step: &Step<'_>, boys_per_girl: f64) -> ByAge {
    let girls = 1.0 / (1.0 + boys_per_girl);
    let mut residual = [[0.0; AGES]; SEXES];
    let sexes = residual.iter_mut().zip(step.before).zip(step.after);
    let deaths = step.deaths.rate.iter().zip(step.deaths.birth_rate);
    let shares = [girls, 1.0 - girls];
    for (((own, before), after), ((rate, birth_rate), share)) in sexes.zip(deaths.zip(shares)) {
        let born = step.births * share * (1.0 - birth_rate);
        let lived: Vec<f64> = before
            .iter()
            .zip(rate)
            .map(|(p, q)| p * (1.0 - q))
            .collect();
        let (oldest, younger) = lived.split_last().unwrap_or((&0.0, &[]));
        let survived = std::iter::once(&born).chain(younger);
        for ((slot, after), survived) in own.iter_mut().zip(after).zip(survived) {
            *slot = after - survived;
        }
        if let Some(last) = own.last_mut() {
            *last -= oldest;
        }
    }
    residual
}

/// The mean of several; all zero of none.
#[must_use]
pub fn mean(several: &[ByAge]) -> ByAge {
    let mut mean = [[0.0; AGES]; SEXES];
    let count = f64::from(u32::try_from(several.len()).unwrap_or(u32::MAX).max(1));
    for one in several {
        for (slot, value) in mean.iter_mut().flatten().zip(one.iter().flatten()) {
            *slot += value / count;
        }
    }
    mean
}

/// Measured migration, less noisy.
#[must_use]
pub fn smoothed(residual: &ByAge, smoothing: &Smoothing) -> ByAge {
    residual.map(|own| {
        let mut smooth = own;
        for (age, (slot, around)) in (1..).zip(smooth.iter_mut().skip(1).zip(own.windows(3))) {
            let mut runs = smoothing.averaged.iter();
            if runs.any(|(first, last)| (*first..=*last).contains(&age)) {
                *slot = around.iter().sum::<f64>() / 3.0;
            }
        }
        let old = own.get(smoothing.common_from..).unwrap_or_default();
        let count = f64::from(u32::try_from(old.len()).unwrap_or(u32::MAX).max(1));
        let common = old.iter().sum::<f64>() / count;
        for slot in smooth.iter_mut().skip(smoothing.common_from) {
            *slot = common;
        }
        smooth
    })
}

/// Phi: ages and sexes of people who move, from the smoothed migration of all districts
/// together; sums to 1. None where nobody comes.
#[must_use]
pub fn movers(districts: &[ByAge], smoothing: &Smoothing) -> Option<ByAge> {
    let mut sum = [[0.0; AGES]; SEXES];
    for own in districts {
        for (slot, value) in sum.iter_mut().flatten().zip(own.iter().flatten()) {
            *slot += value;
        }
    }
    let (first, last) = smoothing.students;
    for own in &mut sum {
        for (age, slot) in own.iter_mut().enumerate() {
            let is_out = (first..=last).contains(&age) || age >= smoothing.movers_until;
            *slot = if is_out { 0.0 } else { slot.max(0.0) };
        }
    }
    let all: f64 = sum.iter().flatten().sum();
    (all > 0.0).then(|| sum.map(|own| own.map(|value| value / all)))
}

/// netmig: net migrants a year from the change in people over some years, less births and more
/// deaths. None for no years.
#[must_use]
pub fn level(before: f64, after: f64, births_less_deaths: &[f64]) -> Option<f64> {
    let years = f64::from(u32::try_from(births_less_deaths.len()).ok()?);
    let natural: f64 = births_less_deaths.iter().sum();
    (years > 0.0).then(|| (after - before - natural) / years)
}

/// NM = smoothed res + (netmig - its sum) Phi: by age as measured, in all as `level` says.
#[must_use]
pub fn net_migrants(smoothed: &ByAge, level: f64, movers: &ByAge) -> ByAge {
    let rest = level - smoothed.iter().flatten().sum::<f64>();
    let mut net = *smoothed;
    for (slot, share) in net.iter_mut().flatten().zip(movers.iter().flatten()) {
        *slot += rest * share;
    }
    net
}
