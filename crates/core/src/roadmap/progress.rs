//! How far an indicator has come: from published figures, never typed.

use crate::area::AreaCode;
use crate::data::Dataset;
use crate::data::roadmap::{Indicator, Roadmap, Target};
use crate::measure::{Direction, Measure, Unit};
use crate::period::Period;
use crate::profile::{Change, Clear};
use crate::quantity;

/// Where an indicator stands for a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress<'a> {
    /// The name of its measure.
    pub name: &'a str,
    /// The measure, where districts have figures of it.
    pub measure: Option<&'a Measure>,
    /// The earliest comparable figure of the last ten years.
    pub first: Option<(&'a Period, f64)>,
    /// The latest figure.
    pub latest: Option<(&'a Period, f64)>,
    /// How it has changed between the two, and whether that is told apart from noise.
    pub change: Change,
    /// Whether the change is for the better; none when there is none, or no better way.
    pub is_better: Option<bool>,
    /// Where it might be taken: an illustration.
    pub target: Option<Target>,
    /// How much of the way from the first figure to the target is gone, percent; none without a
    /// target, or when it stood there from the start. Below 0 when it has moved away.
    pub share_pct: Option<f64>,
}

impl<'a> Progress<'a> {
    /// The progress of an indicator for the county or a district.
    #[must_use]
    pub fn of(
        (roadmap, dataset): (&'a Roadmap, &'a Dataset),
        indicator: &'a Indicator,
        area: &AreaCode,
    ) -> Self {
        let slug = indicator.measure.as_str();
        let measure = dataset.measure(slug);
        let series = dataset.series(slug);
        let change = match (measure, series) {
            (Some(measure), Some(series)) => {
                Change::of(measure, series, area, &dataset.place.country)
            }
            _ => Change::NoSpan,
        };
        let latest = series.and_then(|series| series.latest(area));
        let latest =
            latest.and_then(|own| own.quantity.value.number().map(|value| (own.period, value)));
        let first = match (&change, series) {
            (
                Change::Span {
                    from, from_value, ..
                },
                Some(series),
            ) => {
                let mut periods = series.periods.iter();
                let period = periods.find(|own| *own == from);
                period.map(|period| (period, *from_value))
            }
            _ => None,
        };
        Self {
            name: name(roadmap, measure, slug),
            measure,
            is_better: is_better(&change, measure),
            share_pct: share_pct(first, latest, indicator.target),
            first,
            latest,
            change,
            target: indicator.target,
        }
    }

    /// The latest figure with its period in words; that there is none here if so.
    #[must_use]
    pub fn latest_words(&self) -> String {
        match (self.measure, self.latest) {
            (Some(measure), Some((period, value))) => {
                let figure = quantity::spoken(value, measure.unit, measure.decimals);
                format!("{figure} ({})", period.words())
            }
            (None, _) => "Told for small areas: see its map".to_owned(),
            (Some(_), None) => "Not published for this place".to_owned(),
        }
    }

    /// How it has changed, in words; empty when districts have no figures of it.
    #[must_use]
    pub fn change_words(&self) -> String {
        let Some(measure) = self.measure else {
            return String::new();
        };
        let words = self.change.words(measure);
        match self.is_better {
            Some(true) => format!("{words}, for the better"),
            Some(false) => format!("{words}, for the worse"),
            None => words,
        }
    }

    /// The way to the target in words; none without one.
    #[must_use]
    pub fn target_words(&self) -> Option<String> {
        let (measure, target) = (self.measure?, self.target?);
        let figure = quantity::spoken(target.value, measure.unit, measure.decimals);
        let gone = match self.share_pct {
            Some(share) if share >= 100.0 => "reached".to_owned(),
            Some(share) if share > 0.0 => {
                format!("{} of the way", quantity::spoken(share, Unit::Percent, 0))
            }
            Some(_) => "no part of the way gone".to_owned(),
            None => "no earlier figure to measure the way from".to_owned(),
        };
        let year = target.by_year;
        Some(format!(
            "{figure} by {year}, an illustration and nobody’s promise: {gone}"
        ))
    }
}

/// What a measure is called here; its slug if nobody says.
pub(super) fn name<'a>(
    roadmap: &'a Roadmap,
    measure: Option<&'a Measure>,
    slug: &'a str,
) -> &'a str {
    let mut small = roadmap.small_area_measures.iter();
    measure
        .map(|measure| measure.name.as_str())
        .or_else(|| {
            small
                .find(|own| own.key == slug)
                .map(|own| own.title.as_str())
        })
        .unwrap_or(slug)
}

fn is_better(change: &Change, measure: Option<&Measure>) -> Option<bool> {
    match change {
        Change::Span {
            difference,
            clear: Clear::Yes,
            ..
        } => match measure?.direction {
            Direction::HigherIsBetter => Some(*difference > 0.0),
            Direction::LowerIsBetter => Some(*difference < 0.0),
            Direction::Neutral => None,
        },
        _ => None,
    }
}

fn share_pct(
    first: Option<(&Period, f64)>,
    latest: Option<(&Period, f64)>,
    target: Option<Target>,
) -> Option<f64> {
    let ((_, first), (_, latest), target) = (first?, latest?, target?);
    let way = target.value - first;
    (way != 0.0).then(|| (latest - first) / way * 100.0)
}
