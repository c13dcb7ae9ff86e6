//! The strip in words.

use super::axis::{Axis, at_share};
use super::{Peer, StripPlace, StripSpec, finite};
use crate::chart::placed::TextAlternative;
use crate::quantity;

impl StripSpec {
    /// What the live region says of the place.
    pub(super) fn place_words(&self, place: &StripPlace, value: f64, rising: &[f64]) -> String {
        let is_peer = self.peers.iter().any(|peer| peer.key == place.key);
        let mut words = if is_peer {
            self.ranked_words(&place.name, value, rising)
        } else {
            self.value_words(&place.name, value)
        };
        if let Some(interval) = place.interval {
            words.push_str(", 95% interval ");
            words.push_str(&quantity::range(interval, self.unit, self.decimals));
        }
        words
    }

    /// Name, value, period and rank.
    pub(super) fn ranked_words(&self, name: &str, value: f64, rising: &[f64]) -> String {
        let higher = rising.len() - rising.partition_point(|other| *other <= value);
        format!(
            "{}, {} highest of {} {}",
            self.value_words(name, value),
            quantity::ordinal(higher + 1),
            quantity::count(rising.len()),
            self.peers_name,
        )
    }

    /// Name, value and period.
    pub(super) fn value_words(&self, name: &str, value: f64) -> String {
        let value = quantity::spoken(value, self.unit, self.decimals);
        format!("{name}: {value}, {}", self.period)
    }

    pub(super) fn brief(&self, name: &str, value: f64) -> String {
        format!(
            "{name} {}",
            quantity::figure(value, self.unit, self.decimals)
        )
    }

    /// The sentence and the table.
    pub(super) fn words(&self, rising: &[f64], axis: Option<&Axis>) -> TextAlternative {
        TextAlternative {
            sentence: self.sentence(rising, axis),
            columns: vec![
                "Area".to_owned(),
                format!("{}, {}", self.measure, self.period),
                "95% interval".to_owned(),
            ],
            rows: self.rows(rising),
        }
    }

    fn sentence(&self, rising: &[f64], axis: Option<&Axis>) -> String {
        let figure = |value: f64| quantity::figure(value, self.unit, self.decimals);
        let place = self.place.as_ref().map_or_else(String::new, |place| {
            finite(place.value).map_or_else(
                || {
                    format!(
                        " {}: {}.",
                        place.name,
                        quantity::value_words(place.value, self.unit, self.decimals)
                    )
                },
                |value| format!(" {}.", self.place_words(place, value, rising)),
            )
        });
        let (Some(low), Some(middle), Some(high)) = (
            at_share(rising, 0.0),
            at_share(rising, 0.5),
            at_share(rising, 1.0),
        ) else {
            return format!(
                "{}: no figure is published for {}.{place}",
                self.measure, self.peers_name
            );
        };
        let mut sentence = format!(
            "{} of {} {}, {}: from {} to {}, middle {}.{place}",
            self.measure,
            quantity::count(rising.len()),
            self.peers_name,
            self.period,
            figure(low),
            figure(high),
            figure(middle),
        );
        if let Some(axis) = axis {
            for (count, side) in [(axis.beyond.0, "below"), (axis.beyond.1, "above")] {
                if count > 0 {
                    sentence.push_str(&format!(
                        " {} {side} the ends of the picture.",
                        if count == 1 {
                            "1 lies".to_owned()
                        } else {
                            format!("{} lie", quantity::count(count))
                        },
                    ));
                }
            }
        }
        sentence
    }

    /// The place, the comparisons, the kin, and the ends of the rest.
    fn rows(&self, rising: &[f64]) -> Vec<Vec<String>> {
        let told = |value| quantity::value_words(value, self.unit, self.decimals);
        let row = |name: &str, value| vec![name.to_owned(), told(value), String::new()];
        let mut rows = Vec::new();
        if let Some(place) = &self.place {
            let interval = place.interval.map_or_else(String::new, |i| {
                quantity::range(i, self.unit, self.decimals)
            });
            rows.push(vec![place.name.clone(), told(place.value), interval]);
        }
        rows.extend(
            self.benchmarks
                .iter()
                .map(|marker| row(&marker.name, marker.value)),
        );
        let is_place = |peer: &Peer| self.place.as_ref().is_some_and(|p| p.key == peer.key);
        let kin = self
            .peers
            .iter()
            .filter(|peer| peer.is_kin && !is_place(peer));
        rows.extend(kin.map(|peer| row(&peer.name, peer.value)));
        for (label, end) in [("Lowest", rising.first()), ("Highest", rising.last())] {
            let holder = self
                .peers
                .iter()
                .find(|peer| end.is_some() && finite(peer.value).as_ref() == end);
            if let Some(peer) = holder {
                rows.push(row(&format!("{label}: {}", peer.name), peer.value));
            }
        }
        rows
    }
}
