//! The slope in words.

use super::{SlopeRow, SlopeSpec};
use crate::chart::placed::TextAlternative;
use crate::quantity;

impl SlopeSpec {
    /// What the live region says of a row at one end, and what its label says.
    pub(super) fn tell(&self, row: &SlopeRow, number: f64, end: &str) -> (String, String) {
        let spoken = quantity::spoken(number, self.unit, self.decimals);
        let mut words = [row.name.as_str(), ": ", &spoken, ", ", end].concat();
        let [from, to] = &self.ends;
        match row.change() {
            Some(change) => {
                let change = quantity::signed(change, self.unit, self.decimals);
                words.extend([", ", &change, " from ", from, " to ", to]);
            }
            None => words.push_str(", nothing to compare with"),
        }
        let figure = quantity::figure(number, self.unit, self.decimals);
        (words, [row.name.as_str(), " ", &figure].concat())
    }

    /// The sentence and the table.
    pub(super) fn words(&self) -> TextAlternative {
        let [left, right] = &self.ends;
        let cell = |value| quantity::value_words(value, self.unit, self.decimals);
        let rows = self.rows.iter().map(|row| {
            let [from, to] = row.values;
            let change = row.change().map_or_else(String::new, |change| {
                quantity::signed(change, self.unit, self.decimals)
            });
            vec![row.name.clone(), cell(from), cell(to), change]
        });
        TextAlternative {
            sentence: self.sentence(),
            columns: vec![
                "Name".to_owned(),
                left.clone(),
                right.clone(),
                "Difference".to_owned(),
            ],
            rows: rows.collect(),
        }
    }

    /// How many are higher at the right end, and which differ most.
    fn sentence(&self) -> String {
        let [left, right] = &self.ends;
        let compared = || {
            let rows = self.rows.iter();
            rows.filter_map(|row| Some((row, row.change()?)))
        };
        let count = compared().count();
        if count == 0 {
            return [self.measure.as_str(), ": nothing can be compared."].concat();
        }
        let is_level = |change: f64| quantity::is_level(change, self.decimals);
        let higher = compared().filter(|(_, change)| *change > 0.0 && !is_level(*change));
        let lower = compared().filter(|(_, change)| *change < 0.0 && !is_level(*change));
        let (higher, lower) = (
            quantity::count(higher.count()),
            quantity::count(lower.count()),
        );
        let mut sentence = [self.measure.as_str(), ": of ", &quantity::count(count), " "].concat();
        sentence.extend([self.rows_name.as_str(), ", ", &higher, " higher in ", right]);
        sentence.extend([" than in ", left, " and ", &lower, " lower"]);
        let most = compared().reduce(|best, next| {
            if next.1.abs() > best.1.abs() {
                next
            } else {
                best
            }
        });
        if let Some((row, change)) = most.filter(|(_, change)| !is_level(*change)) {
            let change = quantity::signed(change, self.unit, self.decimals);
            sentence.extend([
                "; the largest difference is that of ",
                &row.name,
                ", ",
                &change,
            ]);
        }
        sentence.push('.');
        sentence
    }
}
