//! What a map shows once the link's words have met the data.

use super::{Atlas, Subject};
use crate::area::Level;
use crate::data::Dataset;
use crate::page::Choice;
use crate::page::map::MapPage;

/// A measure, a level and a period that are there, and what was asked for that is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The challenge, as a place among the atlas's; none when there are none.
    pub challenge: Option<usize>,
    /// The measure.
    pub subject: Subject,
    /// The level.
    pub level: Level,
    /// The period as published; the latest when none is chosen.
    pub period: Option<String>,
    /// What the reader asked for that is not here, each as a sentence.
    pub notices: Vec<String>,
}

impl Atlas {
    /// What to show for a page; none when there is no measure at all. `refused` is what the
    /// page could not understand.
    #[must_use]
    pub fn choose(
        &self,
        dataset: &Dataset,
        page: &MapPage,
        refused: &[(Choice, String)],
    ) -> Option<Chosen> {
        let mut notices: Vec<String> = refused
            .iter()
            .map(|(choice, asked)| not_here(choice_words(*choice), asked, "The usual one is used."))
            .collect();
        let known = |key: &str| self.challenges.iter().position(|own| own.key == key);
        let challenge = page.challenge.as_deref().and_then(known);
        if let (Some(asked), None) = (page.challenge.as_deref(), challenge) {
            notices.push(not_here("challenge", asked, "Another one is shown."));
        }
        let challenge = challenge.or_else(|| (!self.challenges.is_empty()).then_some(0));
        let opening = challenge.and_then(|at| self.challenges.get(at));
        let first = opening.map_or("", |challenge| challenge.first_measure.as_str());
        let asked = page.measure.as_deref();
        let subject = asked.and_then(|slug| self.subject(dataset, slug));
        if let (Some(slug), None) = (asked, &subject) {
            notices.push(not_here("figure", slug, "Another one is shown."));
        }
        let subject = subject
            .or_else(|| self.subject(dataset, first))
            .or_else(|| {
                let mut all = self.small.measures().iter();
                all.find_map(|measure| self.subject(dataset, &measure.slug))
            })?;
        let finest = subject.levels.last().copied()?;
        let level = match page.level {
            Some(level) if subject.levels.contains(&level) => level,
            Some(level) => {
                notices.push(format!(
                    "{} is not published by {}; it is shown by {}.",
                    subject.name,
                    level_name(level),
                    level_name(finest)
                ));
                finest
            }
            None => opening
                .filter(|challenge| challenge.first_measure == subject.slug)
                .and_then(|challenge| challenge.first_level)
                .filter(|level| subject.levels.contains(level))
                .unwrap_or(finest),
        };
        let periods = self.periods(dataset, &subject.slug, level);
        let is_there = |text: &String| periods.iter().any(|period| period.as_str() == text);
        let period = page.period.clone().filter(is_there);
        if let (Some(asked), None) = (&page.period, &period) {
            notices.push(not_here("period", asked, "The latest one is shown."));
        }
        Some(Chosen {
            challenge,
            subject,
            level,
            period,
            notices,
        })
    }
}

/// The plain name of a level.
#[must_use]
pub const fn level_name(level: Level) -> &'static str {
    match level {
        Level::District => "district",
        Level::Msoa => "area of about 8,000 people",
        _ => "area of about 1,600 people",
    }
}

fn not_here(what: &str, asked: &str, instead: &str) -> String {
    let shown: String = asked.chars().filter(|c| !c.is_control()).take(60).collect();
    format!("This link asked for a {what} that is not here: “{shown}”. {instead}")
}

const fn choice_words(choice: Choice) -> &'static str {
    match choice {
        Choice::Challenge => "challenge",
        Choice::Measure | Choice::Second => "figure",
        Choice::Level => "level",
        Choice::Period | Choice::Since => "period",
        Choice::Method => "way of drawing classes",
        Choice::Classes => "number of classes",
        Choice::Show => "kind of map",
        Choice::Compare => "way of comparing",
        Choice::Pin => "pinned area",
        Choice::Window => "part of the map",
        Choice::Weights => "set of weights",
        Choice::Fade | Choice::Locked => "setting",
    }
}
