//! The ranking in words.

use super::{RankedArea, RankingSpec};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity;

impl RankingSpec {
    /// What the live region says of an area.
    pub(super) fn area_words(&self, area: &RankedArea, value: f64, rank: usize) -> String {
        let value = quantity::spoken(value, self.unit, self.decimals);
        let mut words = format!(
            "{}, {} highest",
            dated(&format!("{}: {value}", area.name), &self.period),
            quantity::ordinal(rank),
        );
        if let Some(interval) = area.interval {
            words.push_str(", 95% interval ");
            words.push_str(&quantity::range(interval, self.unit, self.decimals));
        }
        words
    }

    /// The sentence, and every area in the table, the highest first.
    pub(super) fn words(&self) -> TextAlternative {
        let falling = self.falling();
        let mut rows = Vec::with_capacity(self.areas.len());
        for &(index, value, rank) in &falling {
            if let Some(area) = self.areas.get(index) {
                let interval = area.interval.map_or_else(String::new, |interval| {
                    quantity::range(interval, self.unit, self.decimals)
                });
                rows.push(vec![
                    quantity::count(rank),
                    area.name.clone(),
                    quantity::figure(value, self.unit, self.decimals),
                    interval,
                ]);
            }
        }
        let untold = self
            .areas
            .iter()
            .filter(|a| super::finite(a.value).is_none());
        rows.extend(untold.map(|area| {
            vec![
                String::new(),
                area.name.clone(),
                quantity::value_words(area.value, self.unit, self.decimals),
                String::new(),
            ]
        }));
        TextAlternative {
            sentence: self.sentence(&falling),
            columns: vec![
                "Rank".to_owned(),
                "Area".to_owned(),
                dated(&self.measure, &self.period),
                "95% interval".to_owned(),
            ],
            rows,
        }
    }

    fn sentence(&self, falling: &[(usize, f64, usize)]) -> String {
        let measure = dated(&self.measure, &self.period);
        let told = |&(index, value, _): &(usize, f64, usize)| {
            let name = self.areas.get(index).map_or("", |area| area.name.as_str());
            let value = quantity::spoken(value, self.unit, self.decimals);
            format!("{name} at {value}")
        };
        match (falling.first(), falling.last()) {
            (Some(first), Some(last)) if falling.len() > 1 => format!(
                "{measure}: of {} {}, highest is {}, lowest {}.",
                quantity::count(falling.len()),
                self.areas_name,
                told(first),
                told(last)
            ),
            (Some(only), _) => format!("{measure}: {}.", told(only)),
            _ => format!("{measure}: no figure is published."),
        }
    }
}
