//! The histogram in words.

use super::{HistogramSpec, Untold, ValueRange};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity;

impl HistogramSpec {
    /// A class's range: `10.0% to 12.5%`.
    pub(super) fn range_words(&self, range: &ValueRange) -> String {
        quantity::class_range(range.above, range.up_to, self.unit, self.decimals)
    }

    /// A class's range and how many areas are in it.
    pub(super) fn class_words(&self, range: &ValueRange, rising: &[f64]) -> String {
        let count = rising.iter().filter(|value| range.holds(**value)).count();
        format!(
            "{}: {} {}",
            self.range_words(range),
            quantity::count(count),
            self.areas_name
        )
    }

    pub(super) fn untold_words(&self, entry: Untold) -> String {
        let told = match entry {
            Untold::Missing(_) => "No figure",
            Untold::Suppressed(_) => "Withheld",
        };
        format!(
            "{told}: {} {}",
            quantity::count(entry.count()),
            self.areas_name
        )
    }

    /// The sentence, and a row for each class.
    pub(super) fn words(&self, rising: &[f64]) -> TextAlternative {
        let mut rows = Vec::new();
        if !rising.is_empty() {
            for range in self.classes() {
                let count = rising.iter().filter(|value| range.holds(**value)).count();
                rows.push(vec![self.range_words(&range), quantity::count(count)]);
            }
        }
        for entry in self.untold() {
            rows.push(vec![
                entry.name().to_owned(),
                quantity::count(entry.count()),
            ]);
        }
        let mut areas = self.areas_name.clone();
        if let Some(first) = areas.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        TextAlternative {
            sentence: self.sentence(rising),
            columns: vec![dated(&self.measure, &self.period), areas],
            rows,
        }
    }

    fn sentence(&self, rising: &[f64]) -> String {
        let measure = dated(&self.measure, &self.period);
        let middle = rising.get(rising.len() / 2);
        let ends = rising.first().zip(rising.last());
        let Some(((low, high), middle)) = ends.zip(middle) else {
            return format!("{measure}: no figure is published.");
        };
        let told = |value: f64| quantity::figure(value, self.unit, self.decimals);
        let mut sentence = format!(
            "{measure}: {} {} lie between {} and {}, half of them at {} or more.",
            quantity::count(rising.len()),
            self.areas_name,
            told(*low),
            told(*high),
            told(*middle),
        );
        for marker in &self.markers {
            sentence.push_str(&format!(" {}: {}.", marker.name, told(marker.value)));
        }
        sentence
    }
}
