//! What an answer of the model hangs on: which of its unsure parameters move it.
//!
//! All three methods leave noise off and move parameters only; settings stay as they are.

use crate::data::model::{Assumption, Evidence, Parameter, Parameters, Shift};
use crate::random::{Philox, Stream};
use crate::stats::sensitivity::morris::{Effect, Way, effects};
use crate::stats::sensitivity::sobol::{Indices, indices};

use super::draws::{Draws, central, shifted};
use super::ensemble::{Kept, LANES, Runner};
use super::plan::Plan;

/// One answer: a series in a year, counted from the base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The series.
    pub series: Kept,
    /// Years since the base year.
    pub since: usize,
}

/// What is asked of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its settings as they come into force.
    pub plan: &'a Plan,
    /// Its shifts of parameters.
    pub shifts: &'a [Shift],
    /// What is known of the parameters.
    pub evidence: &'a Evidence,
    /// The answers that are looked at.
    pub answers: &'a [Answer],
}

/// A bar of the tornado: an answer with one parameter at its ends and all others in the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The parameter that moves.
    pub parameter: Parameter,
    /// The answer where it is low.
    pub low: f64,
    /// The answer where it is high.
    pub high: f64,
}

/// The tornado of each answer, bars in the order of [`Parameter::ALL`]: two runs a parameter.
/// None when the evidence does not tell every parameter.
#[must_use]
pub fn tornado(runner: &mut Runner<'_>, asked: Asked<'_>) -> Option<Vec<Vec<Swing>>> {
    let middle = central(asked.evidence)?;
    let mut points = Vec::with_capacity(2 * Parameter::COUNT);
    for assumption in &asked.evidence.assumptions {
        for end in [assumption.range.low, assumption.range.high] {
            let mut point = middle;
            point.set(assumption.parameter, end);
            points.push(point);
        }
    }
    let told = answers(runner, asked, &points);
    let bars = |values: &Vec<f64>| {
        let pairs = asked
            .evidence
            .assumptions
            .iter()
            .zip(values.chunks_exact(2));
        let swing = |(assumption, pair): (&Assumption, &[f64])| Swing {
            parameter: assumption.parameter,
            low: pair.first().copied().unwrap_or(f64::NAN),
            high: pair.last().copied().unwrap_or(f64::NAN),
        };
        pairs.map(swing).collect()
    };
    Some(told.iter().map(bars).collect())
}

/// The elementary effects of every parameter on each answer, per tenth-to-ninetieth percentile
/// of its range, along so many ways. None when the evidence does not tell every parameter.
#[must_use]
pub fn elementary_effects(
    runner: &mut Runner<'_>,
    asked: Asked<'_>,
    (seed, ways): (u32, u32),
) -> Option<Vec<Vec<Effect>>> {
    let ranges = *Draws::new(asked.evidence, seed)?.ranges();
    // The grid covers what is likely; the ends of a bell curve are infinitely far.
    let parameter = |share: f64| 0.1 + 0.8 * share;
    let generator = Philox::new(seed, Stream::Ways);
    let ways: Vec<Way> = (0..ways)
        .map(|way| Way::random(Parameter::COUNT, &mut generator.words_of(way)))
        .collect();
    let point = |shares: Vec<f64>| {
        let mut point = [0.0; Parameter::COUNT];
        for (value, (range, share)) in point.iter_mut().zip(ranges.iter().zip(shares)) {
            *value = range.quantile(parameter(share));
        }
        Parameters::new(point)
    };
    let points: Vec<Parameters> = ways
        .iter()
        .flat_map(|way| way.points().into_iter().map(point))
        .collect();
    let told = answers(runner, asked, &points);
    let of_answer = |values: &Vec<f64>| {
        let own = values.chunks(Parameter::COUNT + 1).map(<[f64]>::to_vec);
        let ways: Vec<(Way, Vec<f64>)> = ways.iter().cloned().zip(own).collect();
        effects(Parameter::COUNT, &ways)
    };
    Some(told.iter().map(of_answer).collect())
}

/// A group of parameters and its shares of an answer's variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The name of the group.
    pub group: String,
    /// Its shares; none when the answer does not vary.
    pub indices: Option<Indices>,
}

/// The shares of each answer's variance by group of parameters, from so many points: as many
/// runs as points times groups and two. None when the evidence does not tell every parameter.
///
/// `go_on` is told which share is done and says whether to go on; none when it says no.
#[must_use]
pub fn shares(
    runner: &mut Runner<'_>,
    asked: Asked<'_>,
    (seed, points): (u32, u32),
    mut go_on: impl FnMut(f64) -> bool,
) -> Option<Vec<Vec<Share>>> {
    let (own, other) = (
        Draws::new(asked.evidence, seed)?,
        Draws::others(asked.evidence, seed)?,
    );
    let a: Vec<Parameters> = (0..points).map(|point| own.one(point)).collect();
    let b: Vec<Parameters> = (0..points).map(|point| other.one(point)).collect();
    let groups = groups(asked.evidence);
    let steps = (groups.len() + 2) as f64;
    let told_a = answers(runner, asked, &a);
    let told_b = answers(runner, asked, &b);
    let mut all: Vec<Vec<Share>> = asked.answers.iter().map(|_| Vec::new()).collect();
    for (done, group) in (2_u8..).zip(&groups) {
        if !go_on(f64::from(done) / steps) {
            return None;
        }
        let mixed: Vec<Parameters> = a
            .iter()
            .zip(&b)
            .map(|(a, b)| {
                let mut mixed = *a;
                let members = asked.evidence.assumptions.iter();
                for own in members.filter(|own| own.group == *group) {
                    mixed.set(own.parameter, b.get(own.parameter));
                }
                mixed
            })
            .collect();
        let told_mixed = answers(runner, asked, &mixed);
        let told = told_a.iter().zip(&told_b).zip(&told_mixed);
        for (shares, ((a, b), mixed)) in all.iter_mut().zip(told) {
            shares.push(Share {
                group: group.clone(),
                indices: indices(a, b, mixed),
            });
        }
    }
    Some(all)
}

/// The groups of parameters, in the order in which they first appear.
#[must_use]
pub fn groups(evidence: &Evidence) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for assumption in &evidence.assumptions {
        if !groups.contains(&assumption.group) {
            groups.push(assumption.group.clone());
        }
    }
    groups
}

/// A row of values per answer, one for each point.
fn answers(runner: &mut Runner<'_>, asked: Asked<'_>, points: &[Parameters]) -> Vec<Vec<f64>> {
    let room = || Vec::with_capacity(points.len());
    let mut told: Vec<Vec<f64>> = asked.answers.iter().map(|_| room()).collect();
    for some in points.chunks(LANES) {
        let Some(&last) = some.last() else { continue };
        // The last few fill their lanes with one of their own.
        let lanes: [Parameters; LANES] = std::array::from_fn(|lane| {
            shifted(some.get(lane).copied().unwrap_or(last), asked.shifts)
        });
        let results = runner.run_of(asked.plan, &lanes, None);
        for (row, answer) in told.iter_mut().zip(asked.answers) {
            let Kept { area, output } = answer.series;
            let year = results.series(area, output).get(answer.since);
            let lanes = year.map(|lanes| lanes.0.into_iter().take(some.len()));
            row.extend(lanes.into_iter().flatten());
        }
    }
    told
}
