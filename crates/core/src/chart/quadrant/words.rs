//! The quadrant in words.

use super::{Corner, QuadrantAxis, QuadrantSpec, Told};
use crate::chart::placed::{TextAlternative, dated};
use crate::order;
use crate::quantity::{self, Interval};

impl QuadrantSpec {
    /// What the live region says of a point.
    pub(super) fn point_words(&self, one: &Told<'_>) -> String {
        let mut words = one.point.name.clone();
        let parts = [
            (&self.across, one.values[0], one.point.across.1),
            (&self.up, one.values[1], one.point.up.1),
        ];
        for (index, (axis, value, interval)) in parts.into_iter().enumerate() {
            let comma = if index == 0 { ": " } else { ", " };
            words.extend([comma, &axis.measure, " ", &axis.figure(value)]);
            if let Some(limits) = interval.filter(|i| i.low.is_finite() && i.high.is_finite()) {
                let range = quantity::range(limits, axis.unit, axis.decimals);
                words.extend([", ", &self.interval_name, " ", &range]);
            }
        }
        let size = quantity::spoken(one.point.size, self.size_unit, 0);
        words.extend([", ", &size, ": ", self.name_of(one.corner)]);
        if one.point.is_unreliable {
            words.extend([", unreliable: ", &self.doubt]);
        }
        words
    }

    pub(super) fn brief(&self, one: &Told<'_>) -> String {
        let [across, up] = one.values;
        let (across, up) = (self.across.figure(across), self.up.figure(up));
        [one.point.name.as_str(), " ", &across, ", ", &up].concat()
    }

    /// The sentence and the table, highest across first, what lacks a figure last.
    pub(super) fn words(&self, told: &[Told<'_>]) -> TextAlternative {
        let mut falling = told.to_vec();
        order::sort_by(&mut falling, |a, b| b.values[0].total_cmp(&a.values[0]));
        let size = |size: f64| quantity::figure(size, self.size_unit, 0);
        let mut rows: Vec<Vec<String>> = falling
            .iter()
            .map(|one| {
                let [across, up] = one.values;
                let doubt = if one.point.is_unreliable {
                    [", unreliable: ", self.doubt.as_str()].concat()
                } else {
                    String::new()
                };
                vec![
                    one.point.name.clone(),
                    self.across.figure(across),
                    self.across.limits(one.point.across.1),
                    self.up.figure(up),
                    self.up.limits(one.point.up.1),
                    size(one.point.size),
                    [self.name_of(one.corner), &doubt].concat(),
                ]
            })
            .collect();
        let numbered = self.points.iter().enumerate();
        let untold = numbered.filter(|(index, _)| told.iter().all(|one| one.index != *index));
        rows.extend(untold.map(|(_, point)| {
            let cell =
                |axis: &QuadrantAxis, value| quantity::value_words(value, axis.unit, axis.decimals);
            vec![
                point.name.clone(),
                cell(&self.across, point.across.0),
                String::new(),
                cell(&self.up, point.up.0),
                String::new(),
                size(point.size),
                "not on the picture".to_owned(),
            ]
        }));
        let across = dated(&self.across.measure, &self.across.period);
        let up = dated(&self.up.measure, &self.up.period);
        let limits = |of: &str| [of, ", ", &self.interval_name].concat();
        TextAlternative {
            sentence: self.sentence(told),
            columns: vec![
                "Name".to_owned(),
                across,
                limits(&self.across.measure),
                up,
                limits(&self.up.measure),
                quantity::unit_name(self.size_unit).to_owned(),
                "Quarter".to_owned(),
            ],
            rows,
        }
    }

    /// How many stand in each corner, and the largest of the first.
    fn sentence(&self, told: &[Told<'_>]) -> String {
        let measures = [self.across.measure.as_str(), " and ", &self.up.measure].concat();
        if told.is_empty() {
            return [measures.as_str(), ": no figure is published."].concat();
        }
        let here = |corner: Corner| told.iter().filter(move |one| one.corner == corner);
        let counted: Vec<String> = Corner::ALL
            .into_iter()
            .map(|corner| {
                let count = quantity::count(here(corner).count());
                [count.as_str(), " ", self.name_of(corner)]
                    .concat()
                    .to_lowercase()
            })
            .collect();
        let count = quantity::count(told.len());
        let largest = here(Corner::Leading).reduce(|best, next| {
            if next.point.size > best.point.size {
                next
            } else {
                best
            }
        });
        let mut sentence = [
            measures.as_str(),
            ": of ",
            &count,
            " ",
            &self.points_name,
            ", ",
            &counted.join(", "),
        ]
        .concat();
        if let Some(one) = largest {
            let leading = self.name_of(Corner::Leading).to_lowercase();
            let size = quantity::spoken(one.point.size, self.size_unit, 0);
            sentence.extend(["; the largest ", &leading, " one is ", &one.point.name]);
            sentence.extend([" with ", &size]);
        }
        sentence.push('.');
        sentence
    }
}

impl QuadrantAxis {
    fn figure(&self, value: f64) -> String {
        quantity::figure(value, self.unit, self.decimals)
    }

    fn limits(&self, interval: Option<Interval>) -> String {
        let finite = interval.filter(|i| i.low.is_finite() && i.high.is_finite());
        finite.map_or_else(String::new, |limits| {
            quantity::range(limits, self.unit, self.decimals)
        })
    }
}
