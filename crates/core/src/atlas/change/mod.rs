//! The map of change: one measure at two periods, with noise greyed out.

mod story;
mod told;

use std::fmt;

use super::{Atlas, MapFigures, Named, Ranking, Row, Shading};
use crate::area::Level;
use crate::data::{Dataset, Kind};
use crate::math;
use crate::measure::Unit;
use crate::period::Period;
use crate::quantity::{Quantity, Value};
use crate::stats::change::{Difference, Noise};
use told::Told;

/// One measure at two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The areas with their differences, later less earlier, in the measure's unit; those in
    /// percent are percentage points.
    figures: MapFigures,
    ranking: Ranking,
    shading: Shading,
    /// The rows of both periods.
    before: Vec<Quantity>,
    after: Vec<Quantity>,
    differences: Vec<Difference>,
    noise: Noise,
    /// The earlier period as published and in words, then the later one.
    since: [String; 2],
    until: [String; 2],
}

impl Atlas {
    /// How a measure changed over the areas of a level: from `since`, or else the first period
    /// told in the same way, to `until`, or else the latest.
    ///
    /// # Errors
    /// [`NoChange`] where there are no two periods to compare.
    pub fn change(
        &self,
        dataset: &Dataset,
        slug: &str,
        level: Level,
        [since, until]: [Option<&str>; 2],
    ) -> Result<Change, NoChange> {
        let small = self.small().measure(slug);
        if small.is_some_and(|measure| measure.kind == Kind::Change) {
            return Err(NoChange::IsAChange);
        }
        let periods = self.periods(dataset, slug, level);
        let find = |text: &str| {
            let found = periods.iter().find(|period| period.as_str() == text);
            found.copied().ok_or_else(|| NoChange::NotAPeriod {
                asked: text.chars().filter(|c| !c.is_control()).take(40).collect(),
            })
        };
        let latest = || periods.last().copied().ok_or(NoChange::NotTold);
        let until = until.map_or_else(latest, find)?;
        let (noise, redefined) = self.noise(dataset, slug, level, until);
        let first = || {
            let is_alike = |period: &&&Period| redefined.iter().all(|(start, _)| **period >= start);
            let first = periods.iter().find(is_alike).copied();
            first
                .filter(|first| *first < until)
                .ok_or(NoChange::OnePeriod)
        };
        let since = since.map_or_else(first, find)?;
        if since >= until {
            return Err(NoChange::NotEarlier {
                since: since.words(),
                until: until.words(),
            });
        }
        if let Some((start, note)) = redefined.into_iter().find(|(start, _)| since < start) {
            return Err(NoChange::Redefined {
                start: start.words(),
                note,
            });
        }
        let at = |period: &Period| self.figures(dataset, slug, level, Some(period.as_str()));
        match (at(since), at(until)) {
            (Some(before), Some(after)) => Change::between(&before, after, noise),
            _ => Err(NoChange::NotTold),
        }
    }

    /// What blurs a measure at a level, and where up to a period its definition changed.
    fn noise(
        &self,
        dataset: &Dataset,
        slug: &str,
        level: Level,
        until: &Period,
    ) -> (Noise, Vec<(Period, String)>) {
        let series = dataset.series(slug);
        let large = dataset.measure(slug).filter(|_| level == Level::District);
        if let (Some(measure), Some(series)) = (large, series) {
            let breaks = measure.breaks.iter();
            let start = |text: &str| Period::parse(text).ok().filter(|start| start <= until);
            let breaks =
                breaks.filter_map(|change| Some((start(&change.period)?, change.note.clone())));
            let noise = match series.publishes_intervals {
                true => Noise::Published,
                false => Noise::LeastChange(measure.least_change),
            };
            return (noise, breaks.collect());
        }
        let noise = match self.small().measure(slug) {
            Some(measure) if measure.unit == Unit::Jobs => Noise::Jobs,
            Some(measure) => Noise::RoundedTo(math::ten_to(-i32::from(measure.decimals))),
            None => Noise::LeastChange(0.0),
        };
        (noise, Vec::new())
    }
}

impl Change {
    /// How figures of one measure over the same areas differ.
    ///
    /// # Errors
    /// [`NoChange::OtherAreas`] when they are of different measures or areas.
    pub fn between(before: &MapFigures, after: MapFigures, noise: Noise) -> Result<Self, NoChange> {
        let mut codes = before.rows.iter().zip(&after.rows);
        let is_same = before.rows.len() == after.rows.len()
            && before.subject.slug == after.subject.slug
            && codes.all(|(before, after)| before.code == after.code);
        if !is_same {
            return Err(NoChange::OtherAreas);
        }
        let quantities = |figures: &MapFigures| -> Vec<Quantity> {
            let quantity = |row: &Row| Quantity {
                value: row.value,
                interval: row.interval,
                provenance: figures.provenance,
            };
            figures.rows.iter().map(quantity).collect()
        };
        let since = [before.period.clone(), before.period_words.clone()];
        let until = [after.period.clone(), after.period_words.clone()];
        let (earlier, later) = (quantities(before), quantities(&after));
        let pairs = earlier.iter().zip(&later);
        let differences: Vec<Difference> = pairs
            .map(|(before, after)| Difference::between(before, after, noise))
            .collect();
        let mut figures = after;
        figures.benchmarks = changes_of_benchmarks(before, &figures);
        figures.period_words = format!("{} to {}", since[1], until[1]);
        for ((row, difference), before) in figures.rows.iter_mut().zip(&differences).zip(&earlier) {
            row.value = match (difference, before.value, row.value) {
                (Difference::TooSmall | Difference::NoMargin, ..) => Value::Undefined,
                (Difference::NoValue, Value::Number(_), without) => without,
                (Difference::NoValue, without, _) => without,
                (difference, ..) => difference.number().map_or(Value::Missing, Value::Number),
            };
            row.interval = match difference {
                Difference::Clear { interval, .. } | Difference::NotClear { interval, .. } => {
                    *interval
                }
                _ => None,
            };
        }
        figures.through_time = figures.numbers();
        figures.through_time.retain(|number| number.is_finite());
        let told = Told::new(&figures.subject, noise);
        Ok(Self {
            ranking: Ranking::of(&figures),
            shading: told.shading(&figures, &differences),
            before: earlier,
            after: later,
            figures,
            differences,
            noise,
            since,
            until,
        })
    }

    /// How each row differs.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// The periods as published, the earlier first.
    #[must_use]
    pub fn periods(&self) -> [&str; 2] {
        [&self.since[0], &self.until[0]]
    }
}

/// The changes of the larger areas that have a figure at both periods.
fn changes_of_benchmarks(before: &MapFigures, after: &MapFigures) -> Vec<Named> {
    let change = |later: &Named| {
        let mut earlier = before.benchmarks.iter();
        let earlier = earlier.find(|earlier| earlier.name == later.name)?;
        Some(Named {
            value: later.value - earlier.value,
            interval: None,
            ..later.clone()
        })
    };
    after.benchmarks.iter().filter_map(change).collect()
}

/// Why there is no change to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoChange {
    /// The measure is not told at this level.
    NotTold,
    /// It is told for one period only, or only one since its definition changed.
    OnePeriod,
    /// It is a change itself.
    IsAChange,
    /// There is no such period.
    NotAPeriod {
        /// What was asked for.
        asked: String,
    },
    /// The period to start from is not before the other.
    NotEarlier {
        /// The period to start from, in words.
        since: String,
        /// The other, in words.
        until: String,
    },
    /// Its definition changed in between.
    Redefined {
        /// The first period of the new definition, in words.
        start: String,
        /// How it changed, as a sentence.
        note: String,
    },
    /// The two are of different measures or areas.
    OtherAreas,
}

impl fmt::Display for NoChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTold => f.write_str("This figure is not told for areas of this size, so no change can be shown; choose another size of areas."),
            Self::OnePeriod => f.write_str("This figure is published for one period only, so there is no change to show yet."),
            Self::IsAChange => f.write_str("This figure is a change already; choose to see its values."),
            Self::NotAPeriod { asked } => write!(f, "There is no figure for the period “{asked}”; choose another one."),
            Self::NotEarlier { since, until } => write!(f, "A change needs an earlier and a later period, but {since} is not before {until}; choose an earlier one to start from."),
            Self::Redefined { start, note } => write!(f, "The figure was counted in another way before {start}, so no change across it is shown. {note} Choose {start} or later to start from."),
            Self::OtherAreas => f.write_str("The two figures are not of the same areas, so no change can be shown."),
        }
    }
}

impl std::error::Error for NoChange {}
