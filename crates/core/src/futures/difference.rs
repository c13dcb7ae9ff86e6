//! How far a future lies from the baseline, in words.

use super::Asked;
use super::outputs::About;
use crate::measure::Direction;
use crate::model::output::Output;

/// How far a future lies from the baseline in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// By the central run.
    pub central: f64,
    /// The ends of what eight in ten runs lie between, draw beside draw; none while none is in.
    pub likely: Option<[f64; 2]>,
}

/// What a difference amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The future is the baseline.
    Baseline,
    /// Nobody can tell yet: draws are on their way.
    Waiting,
    /// Nothing once it is told.
    None,
    /// Runs disagree which way it goes.
    Unclear,
    /// Better for people.
    Better,
    /// Worse for people.
    Worse,
    /// More, and neither better nor worse.
    More,
    /// Less, and neither better nor worse.
    Less,
}

impl Difference {
    /// How far an output of an area lies from the baseline in the chosen year; none for an area
    /// there is not.
    #[must_use]
    pub fn of(asked: &Asked<'_>, area: usize, output: Output) -> Option<Self> {
        let since = asked.since();
        let spread = asked.own.spreads(area, output).get(since);
        Some(Self {
            central: asked.difference(area, output, since)?,
            likely: spread.map(|spread| {
                let [low, .., high] = spread.difference;
                [low, high]
            }),
        })
    }

    /// Whether runs lie on both sides of the baseline.
    #[must_use]
    pub fn is_unclear(&self, about: &About) -> bool {
        self.likely.is_some_and(|[low, high]| {
            let ends = [low, high].map(|end| !about.is_level(end));
            // One end at nothing: the effect may be none.
            ends != [false; 2] && (low <= 0.0 && high >= 0.0 || ends != [true; 2])
        })
    }

    /// What it amounts to.
    #[must_use]
    pub fn verdict(&self, about: &About) -> Verdict {
        let ends = self.likely.unwrap_or([self.central; 2]);
        if ends
            .iter()
            .chain([&self.central])
            .all(|end| about.is_level(*end))
        {
            return Verdict::None;
        }
        if self.likely.is_none() {
            return Verdict::Waiting;
        }
        if self.is_unclear(about) {
            return Verdict::Unclear;
        }
        let is_more = ends.iter().sum::<f64>() > 0.0;
        match (about.direction, is_more) {
            (Direction::Neutral, true) => Verdict::More,
            (Direction::Neutral, false) => Verdict::Less,
            (Direction::HigherIsBetter, true) | (Direction::LowerIsBetter, false) => {
                Verdict::Better
            }
            _ => Verdict::Worse,
        }
    }

    /// `about 9,000 more jobs than in the baseline; 8 in 10 runs between 2,000 and 17,000 more`.
    #[must_use]
    pub fn words(&self, about: &About) -> String {
        match self.verdict(about) {
            Verdict::None => "no difference from the baseline".to_owned(),
            Verdict::Unclear => format!(
                "no clear difference from the baseline; {}",
                self.likely_words(about)
            ),
            _ => format!(
                "about {} than in the baseline; {}",
                about.gap_spoken(self.central),
                self.likely_words(about)
            ),
        }
    }

    /// `8 in 10 runs between 2,000 and 17,000 more`, or that there is none yet.
    #[must_use]
    pub fn likely_words(&self, about: &About) -> String {
        let Some([low, high]) = self.likely else {
            return "range on its way".to_owned();
        };
        let [low_told, high_told] = [low, high].map(|end| match about.is_level(end) {
            true => "none".to_owned(),
            false => about.gap(end),
        });
        let [low_way, high_way] = [low, high].map(|end| about.way(end));
        let range = if about.is_level(low) && about.is_level(high) {
            "next to none".to_owned()
        } else if about.is_level(low) {
            format!("between {low_told} and {high_told} {high_way}")
        } else if about.is_level(high) {
            format!("between {low_told} {low_way} and {high_told}")
        } else if low_way != high_way {
            format!("between {low_told} {low_way} and {high_told} {high_way}")
        } else if low_told == high_told {
            format!("about {low_told} {low_way}")
        } else if low < 0.0 {
            format!("between {high_told} and {low_told} {low_way}")
        } else {
            format!("between {low_told} and {high_told} {high_way}")
        };
        format!("8 in 10 runs {range}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(central: f64, likely: Option<[f64; 2]>, output: Output) -> String {
        Difference { central, likely }.words(&About::of(output))
    }

    #[test]
    fn differences_are_told_with_their_range() {
        assert_eq!(
            told(9_040.0, Some([2_010.0, 17_200.0]), Output::Jobs),
            "about 9,000 more jobs than in the baseline; 8 in 10 runs between 2,000 and 17,000 more"
        );
        assert_eq!(
            told(-9_040.0, Some([-17_200.0, -2_010.0]), Output::Jobs),
            "about 9,000 fewer jobs than in the baseline; 8 in 10 runs between 2,000 and 17,000 \
             fewer"
        );
        assert_eq!(
            told(400.0, Some([-1_500.0, 3_000.0]), Output::Jobs),
            "no clear difference from the baseline; 8 in 10 runs between 1,500 fewer and 3,000 more"
        );
        assert_eq!(
            told(1_200.0, None, Output::GvaPerJob),
            "about £1,200 more than in the baseline; range on its way"
        );
        assert_eq!(
            told(0.02, Some([0.0, 0.04]), Output::Affordability),
            "no difference from the baseline"
        );
        assert_eq!(
            told(0.5, Some([0.0, 1.2]), Output::UnemploymentRate),
            "no clear difference from the baseline; 8 in 10 runs between none and 1.2 percentage \
             points higher"
        );
    }

    #[test]
    fn verdicts_follow_what_is_better() {
        let verdict = |output, low, high| {
            let likely = Some([low, high]);
            let central = (low + high) / 2.0;
            Difference { central, likely }.verdict(&About::of(output))
        };
        assert_eq!(verdict(Output::Jobs, 20.0, 90.0), Verdict::Better);
        assert_eq!(verdict(Output::Co2, 20.0, 90.0), Verdict::Worse);
        assert_eq!(verdict(Output::Population, -90.0, -20.0), Verdict::Less);
        assert_eq!(verdict(Output::Jobs, -20.0, 90.0), Verdict::Unclear);
        assert_eq!(verdict(Output::Jobs, 0.0, 0.2), Verdict::None);
        let waiting = Difference {
            central: 50.0,
            likely: None,
        };
        assert_eq!(waiting.verdict(&About::of(Output::Jobs)), Verdict::Waiting);
    }
}
