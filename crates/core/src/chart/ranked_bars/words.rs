//! Ranked bars in words.

use super::{RankedBarsSpec, RankedRow};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity::{self, Interval, Value};

impl RankedBarsSpec {
    /// What the live region says of a row.
    pub(super) fn row_words(&self, row: &RankedRow) -> String {
        let told = match row.number() {
            Some(value) => quantity::spoken(value, self.unit, self.decimals),
            None => quantity::value_words(row.value, self.unit, self.decimals),
        };
        let mut words = dated(&[row.name.as_str(), ": ", &told].concat(), &self.period);
        if let Some(limits) = row.limits() {
            let range = quantity::range(limits, self.unit, self.decimals);
            words.extend([", ", &self.interval_name, " ", &range]);
        }
        if row.is_unreliable && row.number().is_some() {
            words.extend([", unreliable: ", &self.doubt]);
        }
        if let Some(note) = &row.note {
            words.extend([". ", note]);
        }
        words
    }

    pub(super) fn brief(&self, row: &RankedRow) -> String {
        let told = quantity::value_words(row.value, self.unit, self.decimals);
        [row.name.as_str(), " ", &told].concat()
    }

    /// The sentence and the table.
    pub(super) fn words(&self) -> TextAlternative {
        let rows = self.rows.iter().map(|row| {
            let range = |limits: Interval| quantity::range(limits, self.unit, self.decimals);
            vec![
                row.name.clone(),
                quantity::value_words(row.value, self.unit, self.decimals),
                row.limits().map_or_else(String::new, range),
                self.remarks(row),
            ]
        });
        let mut interval = self.interval_name.clone();
        if let Some(first) = interval.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        TextAlternative {
            sentence: self.sentence(),
            columns: vec![
                "Name".to_owned(),
                dated(&self.measure, &self.period),
                interval,
                "Remarks".to_owned(),
            ],
            rows: rows.collect(),
        }
    }

    fn remarks(&self, row: &RankedRow) -> String {
        let doubt = (row.is_unreliable && row.number().is_some())
            .then(|| ["unreliable: ", &self.doubt].concat());
        let remarks: Vec<String> = doubt.into_iter().chain(row.note.clone()).collect();
        remarks.join("; ")
    }

    /// Who is highest and lowest, how many lie clearly above the line, how many say nothing.
    fn sentence(&self) -> String {
        let measure = dated(&self.measure, &self.period);
        let told = || {
            let rows = self.rows.iter();
            rows.filter_map(|row| Some((row, row.number()?)))
        };
        let highest = told().reduce(|best, next| if next.1 > best.1 { next } else { best });
        let lowest = told().reduce(|best, next| if next.1 < best.1 { next } else { best });
        let at = |(row, value): (&RankedRow, f64)| {
            let value = quantity::spoken(value, self.unit, self.decimals);
            [row.name.as_str(), " at ", &value].concat()
        };
        let count = told().count();
        let mut sentence = match (highest, lowest) {
            (Some(highest), Some(lowest)) if count > 1 => format!(
                "{measure}: of {} {}, highest is {}, lowest {}",
                quantity::count(count),
                self.rows_name,
                at(highest),
                at(lowest),
            ),
            (Some(only), _) => format!("{measure}: {}", at(only)),
            _ => format!("{measure}: no figure is published"),
        };
        if let Some(line) = self.line.as_ref().filter(|line| line.value.is_finite())
            && count > 0
        {
            let is_above = |(row, value): &(&RankedRow, f64)| {
                let low = row.limits().map_or(*value, |limits| limits.low);
                low > line.value && !row.is_unreliable
            };
            let above = told().filter(is_above).count();
            let above = quantity::count(above);
            sentence.extend(["; ", &above, " clearly above ", &line.name]);
        }
        let withheld = self
            .rows
            .iter()
            .filter(|row| row.value == Value::Suppressed);
        let withheld = withheld.count();
        if withheld > 0 {
            let withheld = quantity::count(withheld);
            sentence.extend(["; ", &withheld, " withheld"]);
        }
        sentence.push('.');
        sentence
    }
}
