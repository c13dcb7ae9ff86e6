//! Answers questions about futures in slices, so that a newer one can take an earlier one's place.

use super::messages::{Future, Question, Told, Wanted};
use crate::data::model::Evidence;
use crate::model::bands::Bands;
use crate::model::contributions::{Contributions, Whole, contributions};
use crate::model::ensemble::{Ensemble, Kept, LANES, Runner};
use crate::model::plan::Plan;
use crate::model::prepared::Prepared;
use crate::model::sensitivity::{Answer, Asked, Swing, tornado};

/// How many draws a page asks for.
pub const DRAWS: u32 = 1_024;
/// The seed of every draw: a link must mean the same on each device.
pub const SEED: u32 = 1;
/// Draws in a slice: a few hundredths of a second, after which a newer question is heard.
const SLICE: u32 = 4 * LANES as u32;
/// After how many draws the bands are told for the first time; then whenever they have doubled.
const FIRST: u32 = 64;

/// Answers one question after the other about a place.
#[derive(Debug)]
pub struct Sampler<'a> {
    prepared: &'a Prepared,
    evidence: &'a Evidence,
    runner: Runner<'a>,
    baseline: Plan,
    most_draws: u32,
    /// The baseline's draws of a focus, and how many are in: every future is told beside the same.
    yardstick: Option<(Kept, Ensemble, u32)>,
    at_work: Option<Work>,
}

/// A question on its way to its answer.
#[derive(Debug)]
struct Work {
    question: Question,
    plan: Plan,
    own: Ensemble,
    draws: u32,
}

impl<'a> Sampler<'a> {
    /// A sampler of a place, for so many draws at most; none when the evidence does not tell
    /// every parameter.
    #[must_use]
    pub fn new(prepared: &'a Prepared, evidence: &'a Evidence, most_draws: u32) -> Option<Self> {
        Some(Self {
            prepared,
            evidence,
            runner: Runner::new(prepared, evidence, SEED, false)?,
            baseline: Plan::new(prepared, &evidence.defaults(), true),
            most_draws,
            yardstick: None,
            at_work: None,
        })
    }

    /// Takes a question in the place of whatever was asked before.
    pub fn ask(&mut self, question: Question) {
        let plan = Plan::new(self.prepared, &question.future.settings, true);
        let own = self.room(question.focus);
        let is_kept = self
            .yardstick
            .as_ref()
            .is_some_and(|(focus, ..)| *focus == question.focus);
        if !is_kept {
            self.yardstick = Some((question.focus, self.room(question.focus), 0));
        }
        self.at_work = Some(Work {
            question,
            plan,
            own,
            draws: 0,
        });
    }

    /// Whether a question is on its way.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.at_work.is_some()
    }

    /// Goes on with the question for a slice; the number of the question and what is found when
    /// there is something to tell.
    pub fn advance(&mut self) -> Option<(u32, Told)> {
        let work = self.at_work.take()?;
        let number = work.question.number;
        let told = match work.question.wanted {
            Wanted::Bands => self.sample(work).map(Told::Bands),
            Wanted::Contributions => self.take_apart(&work.question).map(Told::Contributions),
            Wanted::Tornado => self.swing(&work).map(Told::Tornado),
        };
        told.map(|told| (number, told))
    }

    /// Room for every draw of a focus.
    fn room(&self, focus: Kept) -> Ensemble {
        let (areas, years) = self.extent();
        Ensemble::new(Bands::kept(focus, areas), years, self.most_draws as usize)
    }

    /// How many areas and years there are.
    fn extent(&self) -> (usize, usize) {
        (self.prepared.districts.len() + 1, self.baseline.years.len())
    }

    fn sample(&mut self, mut work: Work) -> Option<Bands> {
        let extent = self.extent();
        let (focus, yardstick, known) = self.yardstick.as_mut()?;
        let until = (work.draws + SLICE).min(self.most_draws);
        while work.draws < until {
            let first = work.draws;
            let Future { shifts, .. } = &work.question.future;
            let results = self.runner.run(&work.plan, shifts, first);
            work.own.take_in(first as usize, results);
            if *known <= first {
                let results = self.runner.run(&self.baseline, &[], first);
                yardstick.take_in(first as usize, results);
                *known = first + LANES as u32;
            }
            work.draws += LANES as u32;
        }
        let draws = work.draws;
        let is_told = draws.is_multiple_of(FIRST) && (draws / FIRST).is_power_of_two();
        let bands = is_told
            .then(|| Bands::new(&work.own, yardstick, *focus, extent, draws))
            .flatten();
        if draws < self.most_draws {
            self.at_work = Some(work);
        }
        bands
    }

    fn take_apart(&self, question: &Question) -> Option<Contributions> {
        let whole = Whole {
            settings: &question.future.settings,
            shifts: &question.future.shifts,
            with_space: true,
        };
        let answer = (question.focus, question.since);
        contributions(self.prepared, self.evidence, whole, answer)
    }

    fn swing(&mut self, work: &Work) -> Option<Vec<Swing>> {
        let asked = Asked {
            plan: &work.plan,
            shifts: &work.question.future.shifts,
            evidence: self.evidence,
            answers: &[Answer {
                series: work.question.focus,
                since: work.question.since,
            }],
        };
        tornado(&mut self.runner, asked)?.into_iter().next()
    }
}
