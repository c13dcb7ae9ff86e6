//! The strip in words.

use super::axis::{Axis, at_share};
use super::{Peer, StripPlace, StripSpec, finite};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity;

/// What every target's words share, put together once for hundreds of them.
pub(super) struct Teller<'a> {
    spec: &'a StripSpec,
    rising: &'a [f64],
    /// The unit and the period: ` a week, 2024`.
    after_value: String,
    /// The company: ` highest of 296 English districts`.
    after_rank: String,
}

impl<'a> Teller<'a> {
    pub(super) fn new(spec: &'a StripSpec, rising: &'a [f64]) -> Self {
        let peers = quantity::count(rising.len());
        Self {
            spec,
            rising,
            after_value: dated(quantity::unit_suffix(spec.unit), &spec.period),
            after_rank: format!(" highest of {peers} {}", spec.peers_name),
        }
    }

    /// A target's words and its label: name, value, period, and for a peer its rank.
    pub(super) fn tell(&self, name: &str, value: f64, is_peer: bool) -> (String, String) {
        let figure = quantity::figure(value, self.spec.unit, self.spec.decimals);
        let brief = [name, " ", &figure].concat();
        let words = if is_peer {
            let higher = self.rising.len() - self.rising.partition_point(|other| *other <= value);
            let rank = quantity::ordinal(higher + 1);
            [
                name,
                ": ",
                &figure,
                &self.after_value,
                ", ",
                &rank,
                &self.after_rank,
            ]
            .concat()
        } else {
            [name, ": ", &figure, &self.after_value].concat()
        };
        (words, brief)
    }

    /// What is said of the place: with its interval.
    pub(super) fn tell_place(&self, place: &StripPlace, value: f64) -> (String, String) {
        let is_peer = self.spec.peers.iter().any(|peer| peer.key == place.key);
        let (mut words, brief) = self.tell(&place.name, value, is_peer);
        if let Some(interval) = place.interval {
            words.push_str(", 95% interval ");
            words.push_str(&quantity::range(
                interval,
                self.spec.unit,
                self.spec.decimals,
            ));
        }
        (words, brief)
    }
}

impl StripSpec {
    /// The sentence and the table.
    pub(super) fn words(&self, rising: &[f64], axis: Option<&Axis>) -> TextAlternative {
        TextAlternative {
            sentence: self.sentence(rising, axis),
            columns: vec![
                "Area".to_owned(),
                dated(&self.measure, &self.period),
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
                |value| format!(" {}.", Teller::new(self, rising).tell_place(place, value).0),
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
