//! The stacked area in words.

use super::{Slice, StackPart, StackSpec};
use crate::chart::placed::TextAlternative;
use crate::measure::Unit;
use crate::period::Period;
use crate::quantity;

impl StackSpec {
    /// What the live region says of a part in a period, and what its label says.
    pub(super) fn tell(
        &self,
        index: usize,
        part: &StackPart,
        period: &Period,
        values: &[f64],
    ) -> (String, String) {
        let value = values.get(index).copied().unwrap_or(0.0);
        let whole: f64 = values.iter().sum();
        let spoken = quantity::spoken(value, self.unit, self.decimals);
        let mut words = [part.name.as_str(), ": ", &spoken, ", ", &period.words()].concat();
        if let Some(share) = share_words(value, whole) {
            words.extend([", ", &share, " of ", &self.whole_name]);
        }
        let figure = quantity::figure(value, self.unit, self.decimals);
        let brief = [part.name.as_str(), " ", &figure, ", ", &period.tick()].concat();
        (words, brief)
    }

    /// The sentence, and a row to a period; why there is no figure is told in words.
    pub(super) fn words(&self, slices: &[Slice<'_>]) -> TextAlternative {
        let mut columns = vec!["Period".to_owned()];
        columns.extend(self.parts.iter().map(|part| part.name.clone()));
        columns.push(self.whole_name.clone());
        let rows = slices.iter().map(|slice| {
            let mut row = vec![slice.period.words()];
            row.extend(self.parts.iter().map(|part| {
                let mut points = part.points.iter();
                let found = points.find(|(period, _)| period == slice.period);
                found.map_or_else(
                    || "not published".to_owned(),
                    |(_, value)| quantity::value_words(*value, self.unit, self.decimals),
                )
            }));
            row.push(match &slice.values {
                Ok(values) => quantity::figure(values.iter().sum(), self.unit, self.decimals),
                Err(why) => quantity::value_words(*why, self.unit, self.decimals),
            });
            row
        });
        TextAlternative {
            sentence: self.sentence(slices),
            columns,
            rows: rows.collect(),
        }
    }

    fn sentence(&self, slices: &[Slice<'_>]) -> String {
        let told = || {
            let told = slices.iter();
            told.filter_map(|slice| Some((slice, slice.values.as_ref().ok()?)))
        };
        let Some(((first, before), (last, after))) = told().next().zip(told().next_back()) else {
            return [
                self.measure.as_str(),
                ": no year has a figure for every part.",
            ]
            .concat();
        };
        let whole = |slice: &Slice<'_>, values: &[f64]| {
            let sum = quantity::spoken(values.iter().sum(), self.unit, self.decimals);
            [sum.as_str(), " in ", &slice.period.words()].concat()
        };
        let (from, to) = (whole(first, before), whole(last, after));
        let mut sentence = [self.measure.as_str(), ": ", &self.whole_name].concat();
        if first.period == last.period {
            sentence.extend([" ", &to]);
        } else {
            sentence.extend([" from ", &from, " to ", &to]);
        }
        let largest = self.parts.iter().zip(after).zip(before);
        let largest = largest.reduce(|best, next| if next.0.1 > best.0.1 { next } else { best });
        if let Some(((part, value), earlier)) = largest {
            let (now, then) = (after.iter().sum(), before.iter().sum());
            if let Some((now, then)) = share_words(*value, now).zip(share_words(*earlier, then)) {
                sentence.extend(["; the largest part is ", &part.name, " with ", &now]);
                if first.period != last.period {
                    sentence.extend([", which had ", &then]);
                }
            }
        }
        let gaps = slices.iter().filter(|slice| slice.values.is_err()).count();
        if gaps > 0 {
            let years = if gaps == 1 {
                " year has"
            } else {
                " years have"
            };
            sentence.extend(["; ", &quantity::count(gaps), years, " a gap"]);
        }
        sentence.push('.');
        for change in &self.breaks {
            let from = change.first_period.words();
            sentence.extend([" The definition changes with ", &from, ": ", &change.note]);
        }
        sentence
    }
}

/// A share of a whole in percent; none of nothing.
fn share_words(part: f64, whole: f64) -> Option<String> {
    (whole > 0.0).then(|| quantity::figure(part / whole * 100.0, Unit::Percent, 0))
}
