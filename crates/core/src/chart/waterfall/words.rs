//! The waterfall in words.

use super::{Row, WaterfallSpec};
use crate::chart::placed::TextAlternative;
use crate::quantity;

impl WaterfallSpec {
    /// A row's figure: a total as it is, a step with its sign.
    pub(super) fn told(&self, row: &Row) -> String {
        if row.is_total {
            quantity::figure(row.to, self.unit, self.decimals)
        } else {
            quantity::signed(row.change(), self.unit, self.decimals)
        }
    }

    /// What the live region says of a row.
    pub(super) fn row_words(&self, row: &Row) -> String {
        if row.is_total {
            let total = quantity::spoken(row.to, self.unit, self.decimals);
            return [row.name.as_str(), ": ", &total].concat();
        }
        let unit = quantity::unit_suffix(self.unit);
        let running = quantity::spoken(row.to, self.unit, self.decimals);
        let told = self.told(row);
        let mut words = [
            row.name.as_str(),
            ": ",
            &told,
            unit,
            ", which makes ",
            &running,
        ]
        .concat();
        if !row.meaning.is_empty() {
            words.extend([". ", &row.meaning]);
        }
        words
    }

    pub(super) fn brief(&self, row: &Row) -> String {
        [row.name.as_str(), " ", &self.told(row)].concat()
    }

    /// The sentence and the table; no rows where a figure is missing.
    pub(super) fn words(&self, rows: Option<&[Row]>) -> TextAlternative {
        let running = |row: &Row| quantity::figure(row.to, self.unit, self.decimals);
        let told = rows.unwrap_or_default().iter().map(|row| {
            let change = if row.is_total {
                String::new()
            } else {
                self.told(row)
            };
            vec![row.name.clone(), change, running(row), row.meaning.clone()]
        });
        let unit = quantity::unit_name(self.unit);
        TextAlternative {
            sentence: self.sentence(rows),
            columns: vec![
                "Part".to_owned(),
                ["Change, ", unit].concat(),
                ["Total, ", unit].concat(),
                "Meaning".to_owned(),
            ],
            rows: told.collect(),
        }
    }

    fn sentence(&self, rows: Option<&[Row]>) -> String {
        let Some(rows) = rows else {
            return [
                self.measure.as_str(),
                ": the change cannot be split, a figure is missing.",
            ]
            .concat();
        };
        let total = |row: &Row| {
            let figure = quantity::spoken(row.to, self.unit, self.decimals);
            [figure.as_str(), " in ", &row.name].concat()
        };
        let mut totals = rows.iter().filter(|row| row.is_total);
        let ends = [totals.next(), totals.next()].map(|row| row.map_or_else(String::new, total));
        let steps = rows.iter().filter(|row| !row.is_total);
        let steps: Vec<String> = steps
            .map(|row| [row.name.as_str(), " ", &self.told(row)].concat())
            .collect();
        let [from, to] = ends;
        let mut sentence = [self.measure.as_str(), ": from ", &from, " to ", &to].concat();
        if !steps.is_empty() {
            sentence.extend([": ", &steps.join(", ")]);
        }
        sentence.push('.');
        sentence
    }
}
