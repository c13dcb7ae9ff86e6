//! Headline cards: what a future comes to in a year.

use super::Asked;
use super::difference::{Difference, Verdict};
use super::outputs::About;
use crate::model::output::Output;
use crate::quantity;

/// A headline: its figure, its range, and how far it lies from the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The output.
    pub output: Output,
    /// Its name.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
    /// The central value, short: `731,000`.
    pub figure: String,
    /// What it is told in, to stand beside the figure; empty where the figure says it.
    pub unit: &'static str,
    /// The central value with its unit and year, to be read out.
    pub spoken: String,
    /// What most runs say: `8 in 10 runs between 690,000 and 780,000`.
    pub likely: String,
    /// How far it lies from the baseline.
    pub difference: String,
    /// What that amounts to.
    pub verdict: Verdict,
}

/// The outputs that have a card, in reading order.
pub const CARDS: [Output; 11] = [
    Output::Jobs,
    Output::GvaPerJob,
    Output::Dwellings,
    Output::Affordability,
    Output::CommutersMetro,
    Output::PayWeekly,
    Output::Co2PerHead,
    Output::PupilsPrimary,
    Output::PupilsSecondary,
    Output::CareHomePlaces,
    Output::JobsLostToSpace,
];

/// The headline cards of the area in the chosen year.
#[must_use]
pub fn cards(asked: &Asked<'_>) -> Vec<Card> {
    let all = CARDS.into_iter();
    all.filter_map(|output| card(asked, output)).collect()
}

/// The card of any output; none for an area or a year there is not.
#[must_use]
pub fn card(asked: &Asked<'_>, output: Output) -> Option<Card> {
    let about = About::of(output);
    let since = asked.since();
    let value = asked.own.value(asked.area, output, since)?;
    let difference = Difference::of(asked, asked.area, output)?;
    let spread = asked.own.spreads(asked.area, output).get(since);
    let likely = match spread {
        Some(spread) => {
            let [low, .., high] = spread.deciles;
            format!("8 in 10 runs {}", about.between([low, high]))
        }
        None => "range on its way".to_owned(),
    };
    let is_baseline = asked.is_baseline();
    let difference_words = if is_baseline {
        "this is the baseline".to_owned()
    } else {
        difference.words(&about)
    };
    Some(Card {
        output,
        name: about.name,
        meaning: about.meaning,
        figure: about.told(value),
        unit: quantity::unit_suffix(about.unit).trim_start(),
        spoken: format!("{} in {}", about.spoken(value), asked.told_year()),
        likely,
        difference: difference_words,
        verdict: if is_baseline {
            Verdict::Baseline
        } else {
            difference.verdict(&about)
        },
    })
}
