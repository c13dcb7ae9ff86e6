//! The tornado in words.

use super::{TornadoRow, TornadoSpec};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity;

impl TornadoSpec {
    /// What the live region says of a row.
    pub(super) fn row_words(&self, row: &TornadoRow) -> String {
        let [low, high] =
            [&row.low, &row.high].map(|end| quantity::spoken(end.value, self.unit, self.decimals));
        format!(
            "{}: {low} at {}, {high} at {}",
            row.name, row.low.words, row.high.words
        )
    }

    pub(super) fn brief(&self, row: &TornadoRow) -> String {
        let [least, most] = row
            .sides()
            .map(|end| quantity::figure(end.value, self.unit, self.decimals));
        format!("{} {least} to {most}", row.name)
    }

    /// The sentence, and a row to each thing.
    pub(super) fn words(&self) -> TextAlternative {
        let figure = |value: f64| quantity::figure(value, self.unit, self.decimals);
        let rows = self.drawn().map(|row| {
            vec![
                row.name.clone(),
                row.low.words.clone(),
                figure(row.low.value),
                row.high.words.clone(),
                figure(row.high.value),
            ]
        });
        let columns = [
            "What",
            "Taken low",
            "Answer there",
            "Taken high",
            "Answer there",
        ];
        TextAlternative {
            sentence: self.sentence(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }

    fn sentence(&self) -> String {
        let measure = dated(&self.measure, &self.period);
        let Some(first) = self
            .drawn()
            .next()
            .filter(|_| self.middle.value.is_finite())
        else {
            return format!("{measure}: nothing moves the answer.");
        };
        let middle = quantity::spoken(self.middle.value, self.unit, self.decimals);
        let mut sentence = format!(
            "{measure}: {middle} with {}; it hangs most on {}",
            self.middle.name,
            self.row_words(first)
        );
        let others: Vec<&str> = self
            .drawn()
            .skip(1)
            .take(2)
            .map(|row| row.name.as_str())
            .collect();
        if !others.is_empty() {
            sentence.push_str("; then on ");
            sentence.push_str(&others.join(" and "));
        }
        sentence.push('.');
        sentence
    }
}
