//! The map of one measure's values.

use super::{Fact, MapFigures, Ranking, Shading, Story};
use crate::quantity::{self, Interval};
use crate::stats::breaks::Method;

/// One measure's values in classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    figures: MapFigures,
    ranking: Ranking,
    shading: Shading,
}

impl Values {
    /// Puts values in order and in classes; `tenths` are the publisher's, for
    /// [`Method::Deciles`].
    #[must_use]
    pub fn new(figures: MapFigures, method: Method, classes: u8, tenths: &[f64]) -> Self {
        Self {
            ranking: Ranking::of(&figures),
            shading: figures.shaded(method, classes, tenths),
            figures,
        }
    }

    /// The areas without a shade, where what was asked for can't be shown, with the reason.
    #[must_use]
    pub fn untold(figures: MapFigures, reason: String) -> Self {
        Self {
            ranking: Ranking::of(&figures),
            shading: figures.unshaded(reason),
            figures,
        }
    }
}

impl Story for Values {
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
        self.figures.subtitle()
    }

    fn sentence(&self) -> String {
        self.figures.sentence(&self.ranking)
    }

    fn value_words(&self, at: usize) -> String {
        let row = self.figures.rows.get(at);
        row.map_or_else(String::new, |row| self.figures.told(row.value))
    }

    fn standing_words(&self, at: usize) -> String {
        self.figures.standing_words(at, &self.ranking)
    }

    fn area_words(&self, at: usize) -> String {
        self.figures.area_words(at, &self.ranking)
    }

    fn own_columns(&self) -> Vec<String> {
        self.figures.value_columns()
    }

    fn own_cells(&self, at: usize) -> Vec<String> {
        self.figures.value_cells(at, &self.ranking)
    }

    fn own_facts(&self, at: usize) -> Vec<(&'static str, Fact)> {
        let mut facts = self.figures.value_facts(at, &self.ranking);
        let class = self.shading.words_of(at).map(str::to_owned);
        facts.push(("class", class.map_or(Fact::Absent, Fact::Text)));
        facts
    }

    fn notes(&self) -> Vec<String> {
        self.figures.notes()
    }

    fn file_word(&self) -> &'static str {
        "map"
    }
}

impl MapFigures {
    /// The columns of an area's figure, its rank and its interval.
    pub(super) fn value_columns(&self) -> Vec<String> {
        let unit = quantity::unit_name(self.subject.unit);
        let value = format!("{} ({unit})", self.subject.name);
        let mut columns = vec![value, "Rank from the highest".to_owned()];
        if self.publishes_intervals() {
            columns.extend(["95% from".to_owned(), "95% to".to_owned()]);
        }
        columns
    }

    /// An area's cells under [`Self::value_columns`]; none beyond the last row.
    pub(super) fn value_cells(&self, at: usize, ranking: &Ranking) -> Vec<String> {
        let Some(row) = self.rows.get(at) else {
            return Vec::new();
        };
        let mut cells = vec![self.told(row.value), ranking.cell(at)];
        if self.publishes_intervals() {
            let limit = |limit: fn(Interval) -> f64| match row.interval {
                Some(interval) => self.told_number(limit(interval)),
                None => "not published".to_owned(),
            };
            cells.extend([
                limit(|interval| interval.low),
                limit(|interval| interval.high),
            ]);
        }
        cells
    }

    /// Figure, unit, period, status, rank and interval, as a file holds them.
    pub(super) fn value_facts(&self, at: usize, ranking: &Ranking) -> Vec<(&'static str, Fact)> {
        let Some(row) = self.rows.get(at) else {
            return Vec::new();
        };
        let decimals = self.subject.decimals;
        let rank = ranking.ranks.get(at).copied().flatten();
        let mut facts = vec![
            ("value", Fact::number(row.value.number(), decimals)),
            (
                "unit",
                Fact::Text(quantity::unit_name(self.subject.unit).to_owned()),
            ),
            ("period", Fact::Text(self.period.clone())),
            ("status", Fact::Text(row.value.status().to_owned())),
            ("rank", Fact::number(rank.map(|rank| rank as f64), 0)),
        ];
        if self.publishes_intervals() {
            let (low, high) = (row.interval.map(|i| i.low), row.interval.map(|i| i.high));
            facts.push(("interval_low", Fact::number(low, decimals)));
            facts.push(("interval_high", Fact::number(high, decimals)));
        }
        facts
    }

    /// What a reader must know before trusting the figures, a line each.
    pub(super) fn notes(&self) -> Vec<String> {
        let caution = &self.subject.caution;
        let mut notes = Vec::new();
        if !caution.is_empty() {
            notes.push(format!("Note: {caution}"));
        }
        if self.is_added_up {
            notes.push("Added up from smaller areas, not published like this.".to_owned());
        }
        notes
    }
}
