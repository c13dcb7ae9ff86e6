//! One published measure in memory: figures by area and period, whichever table they came from.

use std::collections::{BTreeMap, BTreeSet};

use roadmap_core::data::wire::{DistributionWire, SeriesWire};
use roadmap_core::period::Period;

/// A published figure with its 95% limits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// The value; none when the publisher left it blank.
    pub value: Option<f64>,
    /// The lower limit, where published.
    pub low: Option<f64>,
    /// The upper limit, where published.
    pub high: Option<f64>,
}

/// Every figure of one measure.
#[derive(Debug, Default)]
pub struct Figures {
    periods: BTreeMap<String, Period>,
    cells: BTreeMap<String, BTreeMap<String, Cell>>,
}

impl Figures {
    /// Adds a figure and hands back the one that stood there before, if any.
    pub fn add(&mut self, area: &str, period: &Period, cell: Cell) -> Option<Cell> {
        self.periods
            .entry(period.as_str().to_owned())
            .or_insert_with(|| period.clone());
        self.cells
            .entry(area.to_owned())
            .or_default()
            .insert(period.as_str().to_owned(), cell)
    }

    /// The figure of an area at a period, if the publisher has a row for it.
    pub fn at(&self, area: &str, period: &str) -> Option<Cell> {
        self.cells.get(area)?.get(period).copied()
    }

    /// Through time, for those of `areas` that have at least one value.
    pub fn series(&self, slug: &str, areas: &[String]) -> SeriesWire {
        let areas: Vec<String> = areas
            .iter()
            .filter(|a| self.has_value(a))
            .cloned()
            .collect();
        let periods = self.periods_of(&areas);
        let grid = |part: fn(Cell) -> Option<f64>| -> Vec<Vec<Option<f64>>> {
            let row = |area: &String| {
                let cell = |period: &String| self.at(area, period).and_then(part);
                periods.iter().map(cell).collect()
            };
            areas.iter().map(row).collect()
        };
        // A table of nothing but nulls says that no limits are published: leave it out.
        let limits = |part: fn(Cell) -> Option<f64>| {
            let grid = grid(part);
            if grid.iter().flatten().any(Option::is_some) {
                grid
            } else {
                Vec::new()
            }
        };
        SeriesWire {
            measure: slug.to_owned(),
            values: grid(|cell| cell.value),
            low: limits(|cell| cell.low),
            high: limits(|cell| cell.high),
            periods,
            areas,
            marks: Vec::new(),
        }
    }

    /// The latest period for which any of `areas` has a value, and all their values at it.
    pub fn latest(&self, slug: &str, areas: &[String]) -> Option<DistributionWire> {
        let period = self.periods_of(areas).into_iter().rev().find(|period| {
            areas.iter().any(|area| {
                self.at(area, period)
                    .is_some_and(|cell| cell.value.is_some())
            })
        })?;
        let value = |area: &String| self.at(area, &period).and_then(|cell| cell.value);
        Some(DistributionWire {
            measure: slug.to_owned(),
            values: areas.iter().map(value).collect(),
            period,
        })
    }

    /// The first and the last period of all.
    pub fn span(&self) -> Option<(&Period, &Period)> {
        Some((self.periods.values().min()?, self.periods.values().max()?))
    }

    fn has_value(&self, area: &str) -> bool {
        self.cells
            .get(area)
            .is_some_and(|row| row.values().any(|cell| cell.value.is_some()))
    }

    fn periods_of(&self, areas: &[String]) -> Vec<String> {
        let published: BTreeSet<&String> = areas
            .iter()
            .filter_map(|area| self.cells.get(area))
            .flat_map(BTreeMap::keys)
            .collect();
        let mut periods: Vec<&Period> = published
            .into_iter()
            .filter_map(|period| self.periods.get(period))
            .collect();
        periods.sort();
        periods.into_iter().map(|p| p.as_str().to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Figures {
        let mut figures = Figures::default();
        let mut add = |area: &str, period: &str, value: Option<f64>, low: Option<f64>| {
            let period = Period::parse(period).unwrap();
            let high = low.map(|low| low + 2.0);
            figures.add(area, &period, Cell { value, low, high });
        };
        add("B", "2024-01", Some(3.0), Some(2.0));
        add("B", "2023-05", None, None);
        add("A", "2023-05", Some(1.0), None);
        add("C", "2025-01", None, None);
        figures
    }

    fn codes(all: &[&str]) -> Vec<String> {
        all.iter().map(|&code| code.to_owned()).collect()
    }

    #[test]
    fn blanks_stay_null_and_areas_without_a_value_are_left_out() {
        let series = figures().series("rent", &codes(&["A", "B", "C"]));
        assert_eq!(series.areas, ["A", "B"]);
        assert_eq!(series.periods, ["2023-05", "2024-01"]);
        assert_eq!(series.values, [[Some(1.0), None], [None, Some(3.0)]]);
        assert_eq!(series.low, [[None, None], [None, Some(2.0)]]);
        assert_eq!(series.high, [[None, None], [None, Some(4.0)]]);
        let without = figures().series("rent", &codes(&["A"]));
        assert!(without.low.is_empty() && without.high.is_empty());
    }

    #[test]
    fn the_latest_period_is_the_last_with_a_value() {
        let latest = figures().latest("rent", &codes(&["A", "B", "C"])).unwrap();
        assert_eq!(latest.period, "2024-01");
        assert_eq!(latest.values, [None, Some(3.0), None]);
        assert!(figures().latest("rent", &codes(&["C"])).is_none());
    }
}
