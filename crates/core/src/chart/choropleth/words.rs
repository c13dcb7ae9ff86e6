//! The map in words.

use super::{Area, ChoroplethSpec, Shading};
use crate::chart::placed::{TextAlternative, dated};
use crate::measure::Direction;
use crate::order;
use crate::quantity::{self, Value};

impl ChoroplethSpec {
    /// What the live region says of an area.
    pub(super) fn area_words(&self, area: &Area) -> String {
        let Some(value) = finite(area.value) else {
            let told = quantity::value_words(area.value, self.unit, self.decimals);
            return dated(&format!("{}: {told}", area.name), &self.period);
        };
        let values = || self.areas.iter().filter_map(|other| finite(other.value));
        let higher = values().filter(|other| *other > value).count();
        let value_words = self.spoken(value);
        let mut words = format!(
            "{}, {} highest of {}",
            dated(&format!("{}: {value_words}", area.name), &self.period),
            quantity::ordinal(higher + 1),
            quantity::count(values().count()),
        );
        if let Some(interval) = area.interval {
            words.push_str(", ");
            words.push_str(&self.interval_name);
            words.push(' ');
            words.push_str(&quantity::range(interval, self.unit, self.decimals));
        }
        if area.is_uncertain {
            words.push_str(match self.shading {
                Shading::Ramp => ", uncertain",
                Shading::AroundZero => ", runs disagree which way",
            });
        }
        words
    }

    /// A value in full, with its sign where it is a difference.
    fn spoken(&self, value: f64) -> String {
        match self.shading {
            Shading::Ramp => quantity::spoken(value, self.unit, self.decimals),
            Shading::AroundZero => [
                &quantity::signed(value, self.unit, self.decimals),
                quantity::unit_suffix(self.unit),
            ]
            .concat(),
        }
    }

    pub(super) fn brief(&self, area: &Area) -> String {
        format!(
            "{} {}",
            area.name,
            quantity::value_words(area.value, self.unit, self.decimals)
        )
    }

    /// The sentence and the table, highest first.
    pub(super) fn words(&self) -> TextAlternative {
        let mut order: Vec<&Area> = self.areas.iter().collect();
        order::sort_by(&mut order, |a, b| {
            let value = |area: &Area| finite(area.value).unwrap_or(f64::NEG_INFINITY);
            value(b)
                .total_cmp(&value(a))
                .then_with(|| a.name.cmp(&b.name))
        });
        // A figure without published intervals has no column for them.
        let width = if self.interval_name.is_empty() { 2 } else { 3 };
        let row = |area: &&Area| {
            let mut row = vec![
                area.name.clone(),
                quantity::value_words(area.value, self.unit, self.decimals),
                area.interval.map_or_else(String::new, |interval| {
                    quantity::range(interval, self.unit, self.decimals)
                }),
            ];
            row.truncate(width);
            row
        };
        let mut columns = vec![
            "Area".to_owned(),
            dated(&self.measure, &self.period),
            self.interval_name.clone(),
        ];
        columns.truncate(width);
        TextAlternative {
            sentence: self.sentence(&order),
            columns,
            rows: order.iter().map(row).collect(),
        }
    }

    fn sentence(&self, highest_first: &[&Area]) -> String {
        let mut valued = highest_first
            .iter()
            .filter_map(|area| Some((area.name.as_str(), finite(area.value)?)));
        let (highest, lowest) = (valued.next(), valued.next_back());
        let figure = |value: f64| self.spoken(value);
        let measure = dated(&self.measure, &self.period);
        let mut sentence = match (highest, lowest) {
            (Some((high, most)), Some((low, least))) => format!(
                "{measure}: highest in {high} at {}, lowest in {low} at {}.",
                figure(most),
                figure(least),
            ),
            (Some((only, value)), None) => {
                format!("{measure}: {only} {}.", figure(value))
            }
            _ => format!("{measure}: no figure is published."),
        };
        let untold: Vec<&str> = highest_first
            .iter()
            .filter(|area| finite(area.value).is_none())
            .map(|area| area.name.as_str())
            .collect();
        if valued_any(highest_first) && !untold.is_empty() {
            sentence.push_str(&format!(" No figure for {}.", untold.join(", ")));
        }
        if self.shading == Shading::AroundZero {
            return sentence;
        }
        sentence.push_str(match self.direction {
            Direction::HigherIsBetter | Direction::LowerIsBetter => " Darker is worse.",
            Direction::Neutral => " Darker is higher.",
        });
        sentence
    }
}

fn valued_any(areas: &[&Area]) -> bool {
    areas.iter().any(|area| finite(area.value).is_some())
}

fn finite(value: Value) -> Option<f64> {
    value.number().filter(|number| number.is_finite())
}
