//! Figures of a measure over all areas of a level: as published, or added up from smaller areas.

use super::{Kind, SmallAreas, SmallMeasure};
use crate::area::{Area, Level, Vintage};
use crate::order;
use crate::period::Period;
use crate::quantity::Value;

/// Published figures of one layer and period.
#[derive(Clone, Debug)]
pub(in crate::data) struct Column {
    pub(in crate::data) key: String,
    pub(in crate::data) level: Level,
    pub(in crate::data) vintage: Vintage,
    pub(in crate::data) period: Period,
    /// One per area of the layer.
    pub(in crate::data) values: Vec<Value>,
}

/// A measure over all areas of a level at one period.
#[derive(Clone, Debug)]
pub struct Figures<'a> {
    /// The areas, in ascending order of code.
    pub areas: &'a [Area],
    /// The drawing of boundaries they belong to.
    pub vintage: Vintage,
    /// The period the values are for; the last one of a change.
    pub period: &'a Period,
    /// The period a change begins at; none when it is no change.
    pub since: Option<&'a Period>,
    /// Whether we added them up from smaller areas.
    pub is_added_up: bool,
    /// One value per area.
    pub values: Vec<Value>,
}

/// A level at which a measure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerOfMeasure {
    /// How large the areas are.
    pub level: Level,
    /// The drawing of boundaries they belong to.
    pub vintage: Vintage,
    /// Whether its figures are added up from smaller areas.
    pub is_added_up: bool,
}

impl SmallAreas {
    /// The layers at which a measure is told, largest areas first.
    #[must_use]
    pub fn layers(&self, measure: &SmallMeasure) -> Vec<LayerOfMeasure> {
        let layer = |&level: &Level| LayerOfMeasure {
            level,
            vintage: vintage_at(level, measure.vintage),
            is_added_up: self.is_added_up(measure, level),
        };
        measure.levels.iter().map(layer).collect()
    }

    /// The periods of a measure at a level, in order of time; empty when it is not told there.
    #[must_use]
    pub fn periods(&self, slug: &str, level: Level) -> Vec<&Period> {
        let Some(measure) = self.measure(slug).filter(|m| m.levels.contains(&level)) else {
            return Vec::new();
        };
        let mut periods = self.periods_of_columns(measure, level);
        if measure.kind == Kind::Change {
            periods = periods.pop().into_iter().collect();
        }
        periods
    }

    /// A measure over all areas of a level; at the latest period if none is asked for. None when
    /// the measure is not told at that level or period.
    #[must_use]
    pub fn figures(&self, slug: &str, level: Level, period: Option<&str>) -> Option<Figures<'_>> {
        let measure = self.measure(slug)?;
        let mut periods = self.periods(slug, level).into_iter();
        let period = match period {
            Some(text) => periods.find(|period| period.as_str() == text)?,
            None => periods.next_back()?,
        };
        let since = (measure.kind == Kind::Change)
            .then(|| self.periods_of_columns(measure, level).first().copied())
            .flatten();
        let set = self.set(level, measure.vintage)?;
        Some(Figures {
            areas: &set.areas,
            vintage: set.vintage,
            period,
            since,
            is_added_up: self.is_added_up(measure, level),
            values: self.values(measure, level, period, since)?,
        })
    }

    /// How much each area counts where areas count by size: what a share is out of, else
    /// residents. None when neither is known for these areas.
    #[must_use]
    pub fn weights(&self, slug: &str, level: Level, period: Option<&str>) -> Option<Vec<Value>> {
        let measure = self.measure(slug)?;
        if measure.kind == Kind::Share {
            let period = self.figures(slug, level, period)?.period;
            return self.total(&measure.out_of, (level, measure.vintage), period);
        }
        self.people(level, measure.vintage)
    }

    /// Residents of each area of a layer; none where nobody has counted them.
    #[must_use]
    pub fn people(&self, level: Level, vintage: Vintage) -> Option<Vec<Value>> {
        let own = |column: &&Column| column.key == self.people;
        let period = &self.columns.iter().find(own)?.period;
        let key = std::slice::from_ref(&self.people);
        let vintage = match level {
            Level::District => Vintage::Census2021,
            _ => vintage,
        };
        self.total(key, (level, vintage), period)
    }

    fn values(
        &self,
        measure: &SmallMeasure,
        level: Level,
        period: &Period,
        since: Option<&Period>,
    ) -> Option<Vec<Value>> {
        let layer = (level, measure.vintage);
        let of = self.total(&measure.of, layer, period)?;
        let (against, figure): (_, fn(f64, f64, f64) -> Value) = match (measure.kind, since) {
            (Kind::Share, _) => (self.total(&measure.out_of, layer, period)?, share),
            (Kind::Change, Some(since)) => (self.total(&measure.of, layer, since)?, change),
            _ => return Some(of),
        };
        let pair = |(of, against): (Value, Value)| match (of, against) {
            (Value::Number(of), Value::Number(against)) => figure(of, against, measure.least_base),
            (of, against) => sum(of, against),
        };
        Some(of.into_iter().zip(against).map(pair).collect())
    }

    /// The sum of several columns at one layer.
    fn total(
        &self,
        keys: &[String],
        layer: (Level, Vintage),
        period: &Period,
    ) -> Option<Vec<Value>> {
        let mut total: Option<Vec<Value>> = None;
        for key in keys {
            let column = self.column(key, layer, period)?;
            total = Some(match total {
                Some(so_far) => so_far
                    .into_iter()
                    .zip(column)
                    .map(|(a, b)| sum(a, b))
                    .collect(),
                None => column,
            });
        }
        total
    }

    /// A column as published at a layer, or added up from the next smaller areas.
    fn column(
        &self,
        key: &str,
        (level, vintage): (Level, Vintage),
        period: &Period,
    ) -> Option<Vec<Value>> {
        if let Some(published) = self.published(key, (level, vintage), period) {
            return Some(published.values.clone());
        }
        let smaller = smaller(level)?;
        let parents = &self.set(smaller, vintage)?.parents;
        let values = self.column(key, (smaller, vintage), period)?;
        let mut totals = vec![None; self.set(level, vintage)?.areas.len()];
        for (value, parent) in values.into_iter().zip(parents) {
            if let Some(total) = parent.and_then(|parent| totals.get_mut(parent)) {
                *total = Some(total.map_or(value, |so_far| sum(so_far, value)));
            }
        }
        let known = totals
            .into_iter()
            .map(|total| total.unwrap_or(Value::Missing));
        Some(known.collect())
    }

    /// The column of a period; a count that was taken once stands for every period.
    fn published(&self, key: &str, layer: (Level, Vintage), period: &Period) -> Option<&Column> {
        let mut of_key = self.columns.iter().filter(|column| column.is(key, layer));
        let first = of_key.clone().next()?;
        match of_key.clone().nth(1) {
            None => Some(first),
            Some(_) => of_key.find(|column| column.period == *period),
        }
    }

    pub(in crate::data) fn is_added_up(&self, measure: &SmallMeasure, level: Level) -> bool {
        let mut keys = measure.of.iter().chain(&measure.out_of);
        let layer = (level, measure.vintage);
        !keys.all(|key| self.columns.iter().any(|column| column.is(key, layer)))
    }

    /// The periods of a measure's first column at a level, or else of the next smaller areas.
    fn periods_of_columns(&self, measure: &SmallMeasure, level: Level) -> Vec<&Period> {
        let Some(key) = measure.of.first() else {
            return Vec::new();
        };
        let layer = (level, measure.vintage);
        let own = self.columns.iter().filter(|column| column.is(key, layer));
        let mut periods: Vec<&Period> = own.map(|column| &column.period).collect();
        order::sort_by(&mut periods, Ord::cmp);
        match smaller(level) {
            Some(smaller) if periods.is_empty() => self.periods_of_columns(measure, smaller),
            _ => periods,
        }
    }
}

impl Column {
    fn is(&self, key: &str, (level, vintage): (Level, Vintage)) -> bool {
        self.key == key && self.level == level && self.vintage == vintage_at(level, vintage)
    }
}

/// The drawing that areas of a level belong to.
const fn vintage_at(level: Level, vintage: Vintage) -> Vintage {
    match level {
        Level::District => Vintage::Current,
        _ => vintage,
    }
}

const fn smaller(level: Level) -> Option<Level> {
    match level {
        Level::District => Some(Level::Msoa),
        Level::Msoa => Some(Level::Lsoa),
        _ => None,
    }
}

/// The sum of two figures; of two that are not both numbers, why there is none.
fn sum(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a + b),
        (Value::Suppressed, _) | (_, Value::Suppressed) => Value::Suppressed,
        (Value::Missing, _) | (_, Value::Missing) => Value::Missing,
        _ => Value::Undefined,
    }
}

fn share(part: f64, whole: f64, _: f64) -> Value {
    if whole > 0.0 {
        Value::Number(100.0 * part / whole)
    } else {
        Value::Undefined
    }
}

fn change(last: f64, first: f64, least: f64) -> Value {
    if first > 0.0 && first >= least {
        Value::Number(100.0 * (last - first) / first)
    } else {
        Value::Undefined
    }
}
