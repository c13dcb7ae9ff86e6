//! The reader's own index in words: what is in it, and how firm its ranks are.

use super::{HighValue, Index, Ingredient, scale, scaling_words};
use crate::atlas::{Fact, MapFigures, Ranking, Shading, Story};
use crate::measure::{Direction, Unit};
use crate::quantity;
use crate::stats::composite::{Shake, Stability};

impl Index {
    /// What is in the index, a line each: name, share of the weight, what a high value does.
    #[must_use]
    pub fn recipe_words(&self) -> Vec<String> {
        let weight = |ingredient: &Ingredient| f64::from(ingredient.weight.unsigned_abs());
        let all: f64 = self.ingredients.iter().map(weight).sum();
        let words = |ingredient: &Ingredient| {
            let subject = &ingredient.figures.subject;
            let share = quantity::figure(weight(ingredient) / all * 100.0, Unit::Percent, 0);
            let way = match (ingredient.high(), subject.direction, ingredient.weight < 0) {
                (HighValue::Raises, Direction::Neutral, false) => "high counts as more",
                (HighValue::Lowers, Direction::Neutral, _) => "turned round: low counts as more",
                (HighValue::Raises, _, false) => "high is worse",
                (HighValue::Lowers, _, false) => "low is worse",
                (HighValue::Raises, ..) => "turned round: high counts as worse",
                (HighValue::Lowers, ..) => "turned round: low counts as worse",
            };
            format!("{}: {share} of the weight; {way}", subject.name)
        };
        self.ingredients.iter().map(words).collect()
    }

    /// What each measure adds to a row's score, as name and number; empty where there is none.
    #[must_use]
    pub fn contributions(&self, at: usize) -> Vec<(String, String)> {
        let added = self.composite.contributions(at).unwrap_or_default();
        let parts = self.ingredients.iter().zip(added);
        let decimals = self.figures.subject.decimals;
        let told = |(ingredient, added): (&Ingredient, f64)| {
            let added = quantity::signed(added * scale(self.scaling), Unit::Score, decimals);
            (ingredient.figures.subject.name.clone(), added)
        };
        parts.map(told).collect()
    }

    /// How firm a row's rank is; empty before that is tested, and for rows without a score.
    #[must_use]
    pub fn stability_words(&self, at: usize) -> String {
        let Some(found) = self.stability_of(at) else {
            return String::new();
        };
        let trials = trials_words();
        let share = found.top_fifth_share;
        let is_top = found.rank <= self.composite.top_fifth();
        match (is_top, share) {
            (true, share) if share >= 1.0 => {
                format!("stays in the highest fifth in all of {trials}")
            }
            (true, share) => format!(
                "stays in the highest fifth in {} of {trials}",
                share_words(share)
            ),
            (false, share) if share > 0.0 => format!(
                "comes into the highest fifth in {} of {trials}",
                share_words(share)
            ),
            (false, _) if found.best_rank == found.worst_rank => {
                format!("keeps its rank in all of {trials}")
            }
            (false, _) => format!(
                "ranks between {} and {} in {trials}",
                quantity::ordinal(found.best_rank),
                quantity::ordinal(found.worst_rank)
            ),
        }
    }

    fn stability_of(&self, at: usize) -> Option<&Stability> {
        self.stability.as_ref()?.get(at)?.as_ref()
    }
}

/// `1,000 trials with weights moved by up to 20% either way`.
fn trials_words() -> String {
    let Shake { draws, spread, .. } = Shake::default();
    format!(
        "{} trials with weights moved by up to {} either way",
        quantity::count(draws as usize),
        quantity::figure(spread * 100.0, Unit::Percent, 0)
    )
}

/// Never all or nothing where it is neither.
fn share_words(share: f64) -> String {
    match share * 100.0 {
        pct if pct < 1.0 => "less than 1%".to_owned(),
        pct if pct > 99.0 => "more than 99%".to_owned(),
        pct => quantity::figure(pct, Unit::Percent, 0),
    }
}

impl Story for Index {
    fn figures(&self) -> &MapFigures {
        &self.figures
    }

    fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    fn shading(&self) -> &Shading {
        &self.shading
    }

    fn title(&self) -> String {
        self.figures.title(&self.ranking)
    }

    fn subtitle(&self) -> String {
        let names = self
            .ingredients
            .iter()
            .map(|i| i.figures.subject.name.as_str());
        let names: Vec<&str> = names.collect();
        let what = match names.as_slice() {
            [only] => format!("of {only} alone"),
            all => format!("of {} figures", quantity::count(all.len())),
        };
        format!("Your index {what}, higher is worse")
    }

    /// How firm the highest fifth is as a whole; empty before that is tested.
    fn firmness(&self) -> String {
        const FIRM: f64 = 0.9;
        let Some(all) = &self.stability else {
            return String::new();
        };
        let top_fifth = self.composite.top_fifth();
        let top = all.iter().flatten().filter(|found| found.rank <= top_fifth);
        let firm = top
            .clone()
            .filter(|found| found.top_fifth_share >= FIRM)
            .count();
        format!(
            "Of the {} in the highest fifth, {} stay there in at least 90% of {}.",
            self.figures.areas_words(top.count()),
            quantity::count(firm),
            trials_words()
        )
    }

    fn sentence(&self) -> String {
        let mut sentence = self.figures.sentence(&self.ranking);
        let recipe = self.recipe_words().join(". ");
        sentence.push_str(&format!(" In it: {recipe}. {MISSING_RULE}"));
        let firmness = self.firmness();
        if !firmness.is_empty() {
            sentence.push(' ');
            sentence.push_str(&firmness);
        }
        sentence
    }

    fn value_words(&self, at: usize) -> String {
        let row = self.figures.rows.get(at);
        row.map_or_else(String::new, |row| match row.value.number() {
            Some(number) => self.figures.told_number(number),
            None => "not scored".to_owned(),
        })
    }

    fn standing_words(&self, at: usize) -> String {
        let rank = self.ranking.words(at);
        let stability = Some(self.stability_words(at)).filter(|words| !words.is_empty());
        let words: Vec<String> = rank.into_iter().chain(stability).collect();
        words.join("; ")
    }

    fn area_words(&self, at: usize) -> String {
        let Some(row) = self.figures.rows.get(at) else {
            return String::new();
        };
        let name = super::super::full_name(row);
        let value = self.value_words(at);
        match self.standing_words(at).as_str() {
            "" => format!("{name}: {value}"),
            standing => format!("{name}: {value}, {standing}"),
        }
    }

    fn own_columns(&self) -> Vec<String> {
        let mut columns = vec!["Your index".to_owned(), "Rank from the highest".to_owned()];
        if self.stability.is_some() {
            columns.push("Ranks when weights move".to_owned());
            columns.push("In the highest fifth".to_owned());
        }
        let parts = self.ingredients.iter().map(|ingredient| {
            let subject = &ingredient.figures.subject;
            let unit = quantity::unit_name(subject.unit);
            format!("{} ({unit})", subject.name)
        });
        columns.extend(parts);
        columns
    }

    fn own_cells(&self, at: usize) -> Vec<String> {
        let mut cells = vec![self.value_words(at), self.ranking.cell(at)];
        if self.stability.is_some() {
            let [ranks, share] = match self.stability_of(at) {
                Some(found) => [
                    format!(
                        "{} to {}",
                        quantity::count(found.best_rank),
                        quantity::count(found.worst_rank)
                    ),
                    quantity::figure(found.top_fifth_share * 100.0, Unit::Percent, 0),
                ],
                None => ["none", "none"].map(str::to_owned),
            };
            cells.extend([ranks, share]);
        }
        let parts = self.ingredients.iter().map(|ingredient| {
            let row = ingredient.figures.rows.get(at);
            row.map_or_else(String::new, |row| ingredient.figures.told(row.value))
        });
        cells.extend(parts);
        cells
    }

    fn own_facts(&self, at: usize) -> Vec<(&'static str, Fact)> {
        let mut facts = self.figures.value_facts(at, &self.ranking);
        if self.stability.is_some() {
            let found = self.stability_of(at);
            let rank = |rank: Option<usize>| Fact::number(rank.map(|rank| rank as f64), 0);
            let share = found.map(|found| found.top_fifth_share * 100.0);
            facts.extend([
                ("best_rank", rank(found.map(|found| found.best_rank))),
                ("worst_rank", rank(found.map(|found| found.worst_rank))),
                ("top_fifth_pct", Fact::number(share, 1)),
            ]);
        }
        let class = self.shading.words_of(at).map(str::to_owned);
        facts.push(("class", class.map_or(Fact::Absent, Fact::Text)));
        facts
    }

    fn part_facts(&self, at: usize) -> Vec<(String, Fact)> {
        let parts = self.ingredients.iter().map(|ingredient| {
            let subject = &ingredient.figures.subject;
            let row = ingredient.figures.rows.get(at);
            let number = row.and_then(|row| row.value.number());
            let fact = Fact::number(number, subject.decimals);
            (subject.slug.clone(), fact)
        });
        parts.collect()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = self.figures.notes();
        notes.extend(self.recipe_words());
        let scaling = scaling_words(self.scaling);
        notes.push(format!("Made comparable by: {scaling}. {MISSING_RULE}"));
        for ingredient in &self.ingredients {
            for note in ingredient.figures.notes() {
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        notes.extend(self.notices.iter().cloned());
        notes
    }

    fn file_word(&self) -> &'static str {
        "index"
    }
}

const MISSING_RULE: &str = "An area is scored from the figures it has, where these hold at least three quarters of the weight.";
