//! The bar chart in words.

use super::{BarRow, BarSpec};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity;

impl BarSpec {
    /// What the live region says of a row.
    pub(super) fn row_words(&self, row: &BarRow) -> String {
        let Some(value) = row.number() else {
            let told = quantity::value_words(row.value, self.unit, self.decimals);
            return dated(&format!("{}: {told}", row.name), &self.period);
        };
        let value = quantity::spoken(value, self.unit, self.decimals);
        let mut words = dated(&format!("{}: {value}", row.name), &self.period);
        if let Some(interval) = row.interval {
            words.push_str(", 95% interval ");
            words.push_str(&quantity::range(interval, self.unit, self.decimals));
            if interval.covers(0.0) {
                words.push_str(", which may be nothing");
            }
        }
        words
    }

    pub(super) fn brief(&self, row: &BarRow) -> String {
        format!(
            "{} {}",
            row.name,
            quantity::value_words(row.value, self.unit, self.decimals)
        )
    }

    /// The sentence and the table.
    pub(super) fn words(&self) -> TextAlternative {
        let rows = self
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.name.clone(),
                    quantity::value_words(row.value, self.unit, self.decimals),
                    row.interval.map_or_else(String::new, |interval| {
                        quantity::range(interval, self.unit, self.decimals)
                    }),
                ]
            })
            .collect();
        TextAlternative {
            sentence: self.sentence(),
            columns: vec![
                "Name".to_owned(),
                dated(&self.measure, &self.period),
                "95% interval".to_owned(),
            ],
            rows,
        }
    }

    fn sentence(&self) -> String {
        let numbered = || {
            self.rows
                .iter()
                .filter_map(|row| Some((row, row.number()?)))
        };
        let most = numbered().max_by(|a, b| a.1.total_cmp(&b.1));
        let least = numbered().min_by(|a, b| a.1.total_cmp(&b.1));
        let figure = |value: f64| quantity::spoken(value, self.unit, self.decimals);
        let measure = dated(&self.measure, &self.period);
        match (most, least) {
            (Some((high, most)), Some((low, least))) if high.key != low.key => format!(
                "{measure}: most in {} at {}, least in {} at {}.",
                high.name,
                figure(most),
                low.name,
                figure(least),
            ),
            (Some((only, value)), _) => {
                format!("{measure}: {} {}.", only.name, figure(value))
            }
            _ => format!("{measure}: no figure is published."),
        }
    }
}
