//! The strip: where a place stands among all its peers, one fine tick for each.

mod axis;
mod marks;
mod words;

use super::Frame;
use super::mark::Point;
use super::placed::{Placed, Reach, Target, Walk};
use crate::measure::Unit;
use crate::order;
use crate::quantity::{Interval, Value};
use axis::Axis;
use marks::{Layout, label_marks, place_marks};
use words::Teller;

/// Where a place stands among its peers.
#[derive(Clone, Debug, PartialEq)]
pub struct StripSpec {
    /// The measure's name, for the sentence.
    pub measure: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How many decimals the values bear.
    pub decimals: u8,
    /// The period of the values, in words.
    pub period: String,
    /// What the peers are called, in the plural: `English districts`.
    pub peers_name: String,
    /// The peers.
    pub peers: Vec<Peer>,
    /// The chosen place; it may also be one of the peers.
    pub place: Option<StripPlace>,
    /// Named comparisons.
    pub benchmarks: Vec<StripMarker>,
}

/// One peer.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// Whether it belongs to the reader's own county.
    pub is_kin: bool,
}

/// The chosen place.
#[derive(Clone, Debug, PartialEq)]
pub struct StripPlace {
    /// Its key.
    pub key: String,
    /// Its name, short enough for a label.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// Its published interval.
    pub interval: Option<Interval>,
}

/// A named comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct StripMarker {
    /// Its key.
    pub key: String,
    /// Its name, short enough for a label.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// How much it matters that it is named.
    pub rank: MarkerRank,
}

/// Which comparison keeps its label when there is no room for all, the first first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkerRank {
    /// The nation, or the middle of its districts where it has no figure.
    Nation,
    /// The region.
    Region,
    /// The county.
    County,
}

impl StripSpec {
    /// Places the strip in a frame; 56 to 72 px high is its natural size.
    #[must_use]
    pub fn place(&self, frame: Frame) -> Placed {
        let frame = frame.sane();
        let mut values: Vec<f64> = self.peers.iter().filter_map(|p| finite(p.value)).collect();
        order::sort_numbers(&mut values);
        let place = self
            .place
            .as_ref()
            .and_then(|p| Some((p, finite(p.value)?)));
        let mut benchmarks: Vec<(&StripMarker, f64)> = self
            .benchmarks
            .iter()
            .filter_map(|m| Some((m, finite(m.value)?)))
            .collect();
        order::sort_by_key(&mut benchmarks, |(marker, _)| marker.rank);
        let named: Vec<f64> = place
            .iter()
            .flat_map(|(p, value)| {
                let limits = p
                    .interval
                    .filter(|i| i.low.is_finite() && i.high.is_finite());
                [Some(*value), limits.map(|i| i.low), limits.map(|i| i.high)]
            })
            .flatten()
            .chain(benchmarks.iter().map(|&(_, value)| value))
            .collect();
        let Some(axis) = Axis::new(&values, &named, frame) else {
            let mut empty = Placed::empty(frame, "No figure is published to compare");
            empty.text = self.words(&values, None);
            return empty;
        };
        let layout = Layout::new(frame);
        let mut marks = self.peer_marks(&axis, &layout);
        marks.extend(axis.end_marks(self, &layout));
        marks.extend(label_marks(&place, &benchmarks, &axis, &layout));
        if let Some((place, value)) = place {
            marks.extend(place_marks(place, value, &axis, &layout));
        }
        let targets = self.targets(&values, &axis, &layout);
        let walk = self.walk(&targets);
        Placed {
            width_px: frame.width_px,
            height_px: frame.height_px,
            text_scale: frame.text_scale,
            marks,
            targets,
            text: self.words(&values, Some(&axis)),
            walk,
        }
    }

    /// Everything with a value can be walked to: the place, the comparisons, the other peers.
    fn targets(&self, rising: &[f64], axis: &Axis, layout: &Layout) -> Vec<Target> {
        let teller = Teller::new(self, rising);
        let target = |key: &str, name: &str, value: f64, (words, brief): (String, String)| Target {
            key: key.to_owned(),
            name: name.to_owned(),
            words,
            brief,
            at: Point::new(axis.px(axis.clamp(value)), layout.middle()),
            reach: Reach::Around {
                radius_px: layout.reach,
            },
        };
        let place = self.place.iter().filter_map(|place| {
            let value = finite(place.value)?;
            Some(target(
                &place.key,
                &place.name,
                value,
                teller.tell_place(place, value),
            ))
        });
        let benchmarks = self.benchmarks.iter().filter_map(|marker| {
            let value = finite(marker.value)?;
            Some(target(
                &marker.key,
                &marker.name,
                value,
                teller.tell(&marker.name, value, false),
            ))
        });
        let place_key = self.place.as_ref().map(|place| place.key.as_str());
        let others = self
            .peers
            .iter()
            .filter(|peer| place_key != Some(&peer.key));
        let peers = others.filter_map(|peer| {
            let value = finite(peer.value)?;
            Some(target(
                &peer.key,
                &peer.name,
                value,
                teller.tell(&peer.name, value, true),
            ))
        });
        place.chain(benchmarks).chain(peers).collect()
    }

    /// Left and right lead by value; the keyboard enters at the place.
    fn walk(&self, targets: &[Target]) -> Walk {
        let mut order: Vec<usize> = (0..targets.len()).collect();
        let x_of = |index: usize| targets.get(index).map_or(0.0, |target| target.at.x);
        order::sort_by(&mut order, |&a, &b| x_of(a).total_cmp(&x_of(b)));
        let has_place = self
            .place
            .as_ref()
            .is_some_and(|p| finite(p.value).is_some());
        let start = if has_place {
            0
        } else {
            order.get(order.len() / 2).copied().unwrap_or(0)
        };
        Walk::along(&order, start, false)
    }
}

fn finite(value: Value) -> Option<f64> {
    value.number().filter(|number| number.is_finite())
}
