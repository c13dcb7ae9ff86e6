//! The charts beside a map: its histogram and the areas at both ends.

use super::words::level_name_plural;
use super::{Brush, MapFigures, Shading, full_name};
use crate::chart::NamedValue;
use crate::chart::histogram::HistogramSpec;
use crate::chart::ranking::{RankedArea, RankingSpec};
use crate::measure::Unit;

/// How many areas each end of a ranking shows.
const AT_EACH_END: usize = 8;

impl MapFigures {
    /// How many areas have which value, in the classes of a map; none without classes.
    #[must_use]
    pub fn histogram(
        &self,
        shading: &Shading,
        pinned: Option<usize>,
        brush: Option<&Brush>,
    ) -> Option<HistogramSpec> {
        let classes = shading.classes.as_ref()?;
        let mut upper_edges = classes.upper_edges.clone();
        upper_edges.pop();
        let fills = shading.key.iter().filter(|entry| entry.range.is_some());
        let brushed = match brush {
            Some(Brush::Range(range)) => Some(*range),
            _ => None,
        };
        Some(HistogramSpec {
            measure: self.subject.name.clone(),
            unit: self.subject.unit,
            decimals: self.subject.decimals,
            period: self.period_words.clone(),
            areas_name: level_name_plural(self.level).to_owned(),
            values: self.values(),
            upper_edges,
            fills: fills.map(|entry| entry.fill).collect(),
            markers: self.markers(),
            pinned: pinned.and_then(|at| {
                let row = self.rows.get(at)?;
                Some(NamedValue {
                    name: row.name.clone(),
                    value: row.value.number()?,
                })
            }),
            brushed,
        })
    }

    /// The areas at both ends, and the pinned one, in the unit of the figures.
    pub(super) fn ends(&self, shading: &Shading, pinned: Option<usize>, unit: Unit) -> RankingSpec {
        let areas = self
            .rows
            .iter()
            .zip(&shading.fills)
            .map(|(row, fill)| RankedArea {
                key: row.code.to_string(),
                name: full_name(row),
                value: row.value,
                interval: row.interval,
                fill: *fill,
            });
        RankingSpec {
            measure: self.subject.name.clone(),
            unit,
            decimals: self.subject.decimals,
            period: self.period_words.clone(),
            areas_name: level_name_plural(self.level).to_owned(),
            areas: areas.collect(),
            at_each_end: AT_EACH_END,
            pinned,
            line: self.markers().into_iter().next(),
        }
    }

    fn markers(&self) -> Vec<NamedValue> {
        let marker = |named: &super::Named| NamedValue {
            name: named.name.clone(),
            value: named.value,
        };
        self.benchmarks.iter().map(marker).collect()
    }
}
