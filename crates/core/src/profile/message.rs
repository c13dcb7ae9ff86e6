//! Key messages: what stands out about a place, said only when it is outside the
//! noise.
//!
//! Every measure with sentences is a candidate twice: as a departure from its
//! benchmark and as a change over a span. Candidates are ranked by how unusual
//! they are among English districts, and the sentences are filled with figures.

use super::change::{Change, Clear, clear, moved_words};
use super::headline::{Headline, headline};
use crate::area::AreaCode;
use crate::data::wire::MessageWords;
use crate::data::{Dataset, Lead};
use crate::order;
use crate::quantity::{self, Quantity};

/// A page shows no more.
const MOST_MESSAGES: usize = 5;
/// Two messages on one theme say less than two on two.
const MOST_ON_A_THEME: usize = 2;
/// A departure of half a deviation among districts is the least worth a sentence.
const LEAST_STRENGTH: f64 = 0.5;

/// One key message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What is so, in one sentence with figures.
    pub text: String,
    /// Why it matters, in one sentence.
    pub so_what: String,
    /// The measure it is about, to show on the map.
    pub measure: String,
    /// The view that goes on from there.
    pub leads_to: Option<Lead>,
    /// How unusual it is: deviations among English districts.
    pub strength: f64,
}

/// The three to five messages about a place; fewer when fewer are outside the noise.
#[must_use]
pub fn key_messages(dataset: &Dataset, area: &AreaCode) -> Vec<Message> {
    let turn = dataset
        .areas
        .iter()
        .position(|other| other.code == *area)
        .unwrap_or(0);
    let mut candidates: Vec<(Message, &str)> = Vec::new();
    for measure in &dataset.measures {
        let Some(words) = dataset.message_words.get(&measure.slug) else {
            continue;
        };
        let figure = headline(dataset, measure, area);
        let teller = Teller {
            dataset,
            area,
            figure: &figure,
            words,
            turn,
        };
        let best = [teller.departure(), teller.change()]
            .into_iter()
            .flatten()
            .max_by(|a, b| a.strength.total_cmp(&b.strength));
        candidates.extend(best.map(|message| (message, measure.theme.as_str())));
    }
    order::sort_by(&mut candidates, |(a, _), (b, _)| {
        b.strength
            .total_cmp(&a.strength)
            .then_with(|| a.measure.cmp(&b.measure))
    });
    let mut chosen: Vec<(Message, &str)> = Vec::new();
    for (message, theme) in candidates {
        let on_theme = chosen.iter().filter(|(_, other)| *other == theme).count();
        if on_theme < MOST_ON_A_THEME && chosen.len() < MOST_MESSAGES {
            chosen.push((message, theme));
        }
    }
    chosen.into_iter().map(|(message, _)| message).collect()
}

struct Teller<'a> {
    dataset: &'a Dataset,
    area: &'a AreaCode,
    figure: &'a Headline<'a>,
    words: &'a MessageWords,
    turn: usize,
}

impl Teller<'_> {
    /// The place is far from its benchmark, outside the noise and the middle half.
    fn departure(&self) -> Option<Message> {
        let latest = self.figure.latest?;
        let value = latest.quantity.value.number()?;
        let (_, benchmark_value) = self.figure.main_benchmark()?;
        let gap = value - benchmark_value;
        let spread = self.figure.standing?.spread;
        let is_survey = self.series()?.publishes_intervals;
        let benchmark = self.benchmark_quantity(benchmark_value);
        let is_clear = clear(
            gap,
            &[latest.quantity, benchmark],
            self.figure.measure,
            is_survey,
        ) == Clear::Yes;
        if !is_clear || !spread.is_outside_middle_half(value) {
            return None;
        }
        let (sentences, so_what) = if gap > 0.0 {
            (&self.words.above, &self.words.above_matters)
        } else {
            (&self.words.below, &self.words.below_matters)
        };
        self.message(sentences, so_what, gap.abs() / spread.robust_deviation())
    }

    /// The place has moved otherwise than the country over the same span.
    fn change(&self) -> Option<Message> {
        let Change::Span {
            from,
            to,
            difference,
            clear: Clear::Yes,
            ..
        } = &self.figure.change
        else {
            return None;
        };
        let (series, country) = (self.series()?, &self.dataset.place.country);
        let apart = difference - self.figure.change.same_span(series, country)?;
        let spread = self.figure.standing?.spread;
        let ends = [
            (self.area, from),
            (self.area, to),
            (country, from),
            (country, to),
        ];
        let ends: Option<Vec<Quantity>> = ends
            .into_iter()
            .map(|(area, period)| series.at(area, period))
            .collect();
        let measure = self.figure.measure;
        if clear(apart, &ends?, measure, series.publishes_intervals) != Clear::Yes {
            return None;
        }
        let (sentences, so_what) = if *difference > 0.0 {
            (&self.words.up, &self.words.up_matters)
        } else {
            (&self.words.down, &self.words.down_matters)
        };
        self.message(sentences, so_what, apart.abs() / spread.robust_deviation())
    }

    fn message(&self, sentences: &[String], so_what: &str, strength: f64) -> Option<Message> {
        if !strength.is_finite() || strength < LEAST_STRENGTH {
            return None;
        }
        let sentence = sentences.get(self.turn.checked_rem(sentences.len())?)?;
        Some(Message {
            text: self.fill(sentence)?,
            so_what: self.fill(so_what)?,
            measure: self.figure.measure.slug.clone(),
            leads_to: self.dataset.lead_of(&self.figure.measure.theme).cloned(),
            strength,
        })
    }

    fn series(&self) -> Option<&crate::data::Series> {
        self.dataset.series(&self.figure.measure.slug)
    }

    fn benchmark_quantity(&self, value: f64) -> Quantity {
        let published = self
            .figure
            .latest
            .and_then(|latest| {
                self.series()?
                    .at(&self.dataset.place.country, latest.period)
            })
            .filter(|quantity| quantity.value.number() == Some(value));
        published.unwrap_or(Quantity::observed(value, None))
    }

    /// Fills the gaps of a sentence; none when a figure for one of them is missing.
    fn fill(&self, sentence: &str) -> Option<String> {
        let mut out = String::with_capacity(sentence.len() + 40);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (gap, after) = after.split_once('}')?;
            out.push_str(before);
            out.push_str(&self.gap(gap)?);
            rest = after;
        }
        out.push_str(rest);
        Some(out)
    }

    fn gap(&self, name: &str) -> Option<String> {
        let measure = self.figure.measure;
        let shown = |number: f64| quantity::figure(number, measure.unit, measure.decimals);
        let latest = self.figure.latest?;
        let value = latest.quantity.value.number()?;
        let place = self.dataset.name_of(self.area);
        let words = match name {
            "place" => place.to_owned(),
            "place's" if place.ends_with('s') => format!("{place}’"),
            "place's" => format!("{place}’s"),
            "value" => shown(value),
            "period" => latest.period.words(),
            "benchmark" => self.figure.main_benchmark()?.0.name.to_owned(),
            "benchmark value" => shown(self.figure.main_benchmark()?.1),
            "gap" => quantity::gap(
                value - self.figure.main_benchmark()?.1,
                measure.unit,
                measure.decimals,
            ),
            _ => return self.span_gap(name),
        };
        Some(words)
    }

    fn span_gap(&self, name: &str) -> Option<String> {
        let measure = self.figure.measure;
        let Change::Span {
            from,
            to,
            from_value,
            difference,
            ..
        } = &self.figure.change
        else {
            return None;
        };
        let words = match name {
            "from value" => quantity::figure(*from_value, measure.unit, measure.decimals),
            "from period" => from.words(),
            "to period" => to.words(),
            "change" => quantity::gap(*difference, measure.unit, measure.decimals),
            "benchmark change" => {
                let country = self
                    .figure
                    .change
                    .same_span(self.series()?, &self.dataset.place.country)?;
                moved_words(country, measure)
            }
            _ => return None,
        };
        Some(words)
    }
}
