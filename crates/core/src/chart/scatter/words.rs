//! The scatter in words.

use super::{ScatterAxis, ScatterPoint, ScatterSpec};
use crate::chart::placed::{TextAlternative, dated};
use crate::order;
use crate::quantity;

impl ScatterSpec {
    /// What the live region says of an area.
    pub(super) fn point_words(&self, point: &ScatterPoint, [across, up]: [f64; 2]) -> String {
        format!(
            "{}: {} {}, {} {}",
            point.name,
            self.across.measure,
            self.across.figure(across),
            self.up.measure,
            self.up.figure(up)
        )
    }

    /// The sentence and the table, highest across first.
    pub(super) fn words(&self, both: &[(usize, [f64; 2])]) -> TextAlternative {
        let mut falling = both.to_vec();
        order::sort_by(&mut falling, |a, b| b.1[0].total_cmp(&a.1[0]));
        let row = |(index, [across, up]): (usize, [f64; 2])| {
            let point = self.points.get(index)?;
            Some(vec![
                point.name.clone(),
                self.across.figure(across),
                self.up.figure(up),
            ])
        };
        TextAlternative {
            sentence: self.sentence(both),
            columns: vec![
                "Area".to_owned(),
                dated(&self.across.measure, &self.across.period),
                dated(&self.up.measure, &self.up.period),
            ],
            rows: falling.into_iter().filter_map(row).collect(),
        }
    }

    /// How many areas lie above both lines.
    fn sentence(&self, both: &[(usize, [f64; 2])]) -> String {
        let measures = format!("{} and {}", self.across.measure, self.up.measure);
        let lines = self.across.line.as_ref().zip(self.up.line.as_ref());
        let Some((across, up)) = lines.filter(|_| !both.is_empty()) else {
            return format!(
                "{measures}: {} {} have both figures.",
                quantity::count(both.len()),
                self.areas_name
            );
        };
        let count = |is_across: bool, is_up: bool| {
            let here = both.iter().filter(|(_, values)| {
                (values[0] > across.value) == is_across && (values[1] > up.value) == is_up
            });
            quantity::count(here.count())
        };
        format!(
            "{measures}: of {} {}, {} are above {} in both, {} below in both, {} above in the \
             first only and {} in the second only.",
            quantity::count(both.len()),
            self.areas_name,
            count(true, true),
            across.name,
            count(false, false),
            count(true, false),
            count(false, true),
        )
    }
}

impl ScatterAxis {
    fn figure(&self, value: f64) -> String {
        quantity::figure(value, self.unit, self.decimals)
    }
}
