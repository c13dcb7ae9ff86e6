//! Two measures in words that claim no cause.

use super::{NAMES, Pair};
use crate::atlas::words::in_sentence;
use crate::atlas::{Fact, MapFigures, Ranking, Shading, Story, full_name};
use crate::measure::Unit;
use crate::quantity;
use crate::stats::correlation::{Correlation, NoCorrelation};

/// A link weaker than this is not worth a word, however many areas there are.
const LEAST_LINK: f64 = 0.1;

impl Pair {
    /// How the two go together, in sentences.
    #[must_use]
    pub fn link_words(&self) -> String {
        let found = match self.correlation {
            Ok(found) => found,
            Err(NoCorrelation::AllEqual) => {
                return "One of the two is the same everywhere, so it cannot go with the other."
                    .to_owned();
            }
            Err(_) => {
                return "Too few areas have both figures to say whether they go together."
                    .to_owned();
            }
        };
        let told = |number: f64| quantity::figure(number, Unit::Score, 2);
        let numbers = format!(
            "(correlation {}, by rank {}, over {} areas)",
            told(found.pearson),
            told(found.spearman),
            quantity::count(found.areas)
        );
        let finding = match (is_link(&found), found.spearman.abs()) {
            (false, _) => return format!("There is no clear link {numbers}."),
            (true, link) if link >= 0.6 => "The link is strong",
            (true, link) if link >= 0.3 => "The link is moderate",
            (true, _) => "The link is weak",
        };
        format!("{finding} {numbers}. That two things meet does not say that one causes the other.")
    }

    fn names(&self) -> (String, String) {
        let second = in_sentence(&self.second.subject.name);
        (self.first.subject.name.clone(), second)
    }

    fn cell_words(&self, at: usize) -> String {
        let name = |third: usize| NAMES.get(third).copied().unwrap_or_default();
        match self.thirds_of(at) {
            Some([one, two]) => format!("{} and {}", name(one), name(two)),
            None => "not both known".to_owned(),
        }
    }
}

fn is_link(found: &Correlation) -> bool {
    found.is_clear() && found.spearman.abs() >= LEAST_LINK
}

impl Story for Pair {
    fn figures(&self) -> &MapFigures {
        &self.first
    }

    fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    fn shading(&self) -> &Shading {
        &self.shading
    }

    fn title(&self) -> String {
        let (first, second) = self.names();
        match self.correlation() {
            Some(found) if is_link(&found) && found.spearman > 0.0 => {
                format!("{first} and {second} tend to be high in the same areas")
            }
            Some(found) if is_link(&found) => {
                format!("{first} and {second} tend to be high in different areas")
            }
            Some(_) => format!("No clear link between {} and {second}", in_sentence(&first)),
            None => format!("{first} and {second}"),
        }
    }

    fn subtitle(&self) -> String {
        format!("{}; {}", self.first.subtitle(), self.second.subtitle())
    }

    fn sentence(&self) -> String {
        let areas = self.first.areas_words(self.first.rows.len());
        let subtitle = self.subtitle();
        if let Some(trouble) = &self.shading.trouble {
            return format!("A map of {areas}: {subtitle}. {trouble}");
        }
        let rows = 0..self.first.rows.len();
        let both = |third: usize| {
            let rows = rows
                .clone()
                .filter(|at| self.thirds_of(*at) == Some([third, third]));
            quantity::count(rows.count())
        };
        format!(
            "A map of {areas}: {subtitle}. In the highest third of both: {}; in the lowest third of both: {}. {}",
            both(2),
            both(0),
            self.link_words()
        )
    }

    fn value_words(&self, at: usize) -> String {
        match (self.first.rows.get(at), self.second.rows.get(at)) {
            (Some(one), Some(two)) => {
                let (one, two) = (self.first.told(one.value), self.second.told(two.value));
                format!("{one} and {two}")
            }
            _ => String::new(),
        }
    }

    fn standing_words(&self, at: usize) -> String {
        self.cell_words(at)
    }

    fn area_words(&self, at: usize) -> String {
        let (Some(one), Some(two)) = (self.first.rows.get(at), self.second.rows.get(at)) else {
            return String::new();
        };
        format!(
            "{}: {} {}, {} {}; {}",
            full_name(one),
            self.first.subject.name,
            self.first.told(one.value),
            in_sentence(&self.second.subject.name),
            self.second.told(two.value),
            self.cell_words(at)
        )
    }

    fn own_columns(&self) -> Vec<String> {
        let column = |figures: &MapFigures| {
            let unit = quantity::unit_name(figures.subject.unit);
            format!("{} ({unit})", figures.subject.name)
        };
        let together = "First and second".to_owned();
        vec![column(&self.first), column(&self.second), together]
    }

    fn own_cells(&self, at: usize) -> Vec<String> {
        let told = |figures: &MapFigures| {
            let row = figures.rows.get(at);
            row.map_or_else(String::new, |row| figures.told(row.value))
        };
        vec![told(&self.first), told(&self.second), self.cell_words(at)]
    }

    fn own_facts(&self, at: usize) -> Vec<(&'static str, Fact)> {
        let mut facts = self.first.value_facts(at, &self.ranking);
        let second = &self.second;
        let value = second.rows.get(at).and_then(|row| row.value.number());
        let status = second
            .rows
            .get(at)
            .map_or("missing", |row| row.value.status());
        facts.extend([
            ("second_measure", Fact::Text(second.subject.slug.clone())),
            ("second_value", Fact::number(value, second.subject.decimals)),
            (
                "second_unit",
                Fact::Text(quantity::unit_name(second.subject.unit).to_owned()),
            ),
            ("second_period", Fact::Text(second.period.clone())),
            ("second_status", Fact::Text(status.to_owned())),
            ("class", Fact::Text(self.cell_words(at))),
        ]);
        facts
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = self.first.notes();
        for note in self.second.notes() {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes.push("Areas next to each other are alike, so a link is less certain than the number of areas suggests.".to_owned());
        notes
    }

    fn file_word(&self) -> &'static str {
        "pair"
    }

    fn sources(&self) -> Vec<String> {
        let line = |figures: &MapFigures| {
            let words = (!figures.source_words.is_empty()).then(|| {
                format!(
                    "Source of {}: {}",
                    in_sentence(&figures.subject.name),
                    figures.source_words
                )
            });
            words.into_iter().chain(figures.source_url.clone())
        };
        line(&self.first).chain(line(&self.second)).collect()
    }
}
