//! The fan in words.

use super::{FanBase, FanSpec};
use crate::chart::placed::TextAlternative;
use crate::quantity::{self, Interval};

impl FanSpec {
    /// The label beside a point.
    pub(super) fn brief(&self, name: &str, year: u16, value: f64) -> String {
        let figure = match self.base {
            FanBase::Level => quantity::figure(value, self.unit, self.decimals),
            FanBase::Difference => quantity::signed(value, self.unit, self.decimals),
        };
        format!("{name} {figure}, {year}")
    }

    /// What the live region says of a line in a year.
    pub(super) fn tell(&self, name: &str, year: u16, value: f64) -> String {
        format!("{name}, {year}: {}", self.value_words(value))
    }

    /// The same of the future, with what most runs say.
    pub(super) fn tell_future(&self, year: u16, value: f64) -> String {
        let mut words = self.tell(&self.name, year, value);
        if let Some(likely) = self.likely(year) {
            words.push_str("; ");
            words.push_str(&likely);
        }
        words
    }

    /// The sentence, and a row to a year.
    pub(super) fn words(&self) -> TextAlternative {
        let mut columns = vec!["Year".to_owned()];
        let has_observed = !self.observed.is_empty();
        if has_observed {
            columns.push("Observed".to_owned());
        }
        columns.push(self.name.clone());
        if !self.deciles.is_empty() {
            columns.extend(["1 in 10 runs below", "1 in 10 runs above"].map(str::to_owned));
        }
        columns.extend(self.compared.iter().map(|line| line.name.clone()));
        let mut years: Vec<u16> = self.observed.iter().map(|(year, _)| *year).collect();
        years.extend(&self.years);
        years.sort_unstable();
        years.dedup();
        TextAlternative {
            sentence: self.sentence(),
            columns,
            rows: years.into_iter().map(|year| self.row(year)).collect(),
        }
    }

    fn row(&self, year: u16) -> Vec<String> {
        let figure = |value: f64| match self.base {
            FanBase::Level => quantity::figure(value, self.unit, self.decimals),
            FanBase::Difference => quantity::signed(value, self.unit, self.decimals),
        };
        let told = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), figure);
        let place = self.place_of(year);
        let of = |values: &[f64]| place.and_then(|place| values.get(place)).copied();
        let mut row = vec![year.to_string()];
        if !self.observed.is_empty() {
            let own = self.observed.iter().find(|(own, _)| *own == year);
            row.push(own.map_or_else(
                || "–".to_owned(),
                |(_, value)| quantity::value_words(*value, self.unit, self.decimals),
            ));
        }
        row.push(told(of(&self.central)));
        if !self.deciles.is_empty() {
            let ends = place.and_then(|place| self.eight_in_ten(place));
            row.extend([0, 1].map(|end| told(ends.and_then(|ends| ends.get(end).copied()))));
        }
        row.extend(self.compared.iter().map(|line| told(of(&line.values))));
        row
    }

    fn sentence(&self) -> String {
        let (Some(&last), Some(&value)) = (self.years.last(), self.central.last()) else {
            return format!("{}: there is nothing to show yet.", self.measure);
        };
        let mut sentence = format!("{}, {}: ", self.measure, self.name);
        if self.base == FanBase::Level
            && let Some((first, before)) = self.years.first().zip(self.central.first())
            && first != &last
        {
            let before = quantity::spoken(*before, self.unit, self.decimals);
            sentence.push_str(&format!("{before} in {first}, "));
        }
        sentence.push_str(&format!("{} in {last}", self.value_words(value)));
        if let Some(likely) = self.likely(last) {
            sentence.push_str("; ");
            sentence.push_str(&likely);
        }
        sentence.push('.');
        for line in &self.compared {
            if let Some(value) = line.values.last() {
                let words = self.value_words(*value);
                sentence.push_str(&format!(" {}: {words}.", line.name));
            }
        }
        if let Some(target) = &self.target {
            let words = self.value_words(target.value);
            sentence.push_str(&format!(" {}: {words}.", target.name));
        }
        sentence
    }

    fn value_words(&self, value: f64) -> String {
        match self.base {
            FanBase::Level => quantity::spoken(value, self.unit, self.decimals),
            FanBase::Difference => quantity::signed(value, self.unit, self.decimals),
        }
    }

    /// What most runs say of a year.
    fn likely(&self, year: u16) -> Option<String> {
        let [low, high] = self.eight_in_ten(self.place_of(year)?)?;
        let range = match self.base {
            FanBase::Level => quantity::range(Interval { low, high }, self.unit, self.decimals),
            FanBase::Difference => {
                let [low, high] =
                    [low, high].map(|end| quantity::signed(end, self.unit, self.decimals));
                format!("{low} to {high}")
            }
        };
        Some(format!("8 in 10 runs: {range}"))
    }

    fn place_of(&self, year: u16) -> Option<usize> {
        self.years.iter().position(|own| *own == year)
    }
}
