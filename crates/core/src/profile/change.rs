//! Change over a stated span, and whether it is outside the noise.

use crate::area::AreaCode;
use crate::data::{Observation, Series};
use crate::math;
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::{self, Quantity};

/// A series' change is told over the last ten years, or as many as it has.
const SPAN_YEARS: f64 = 10.0;

/// How a figure has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// There is one period only, or the definition has just changed.
    NoSpan,
    /// A change between two periods.
    Span {
        /// The earlier period.
        from: Period,
        /// The later period.
        to: Period,
        /// The earlier value.
        from_value: f64,
        /// Later less earlier, in the measure's unit.
        difference: f64,
        /// Whether it is told apart from noise.
        clear: Clear,
    },
}

/// Whether a difference is told apart from noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clear {
    /// It is larger than its interval, or than rounding and revision explain.
    Yes,
    /// It is not.
    No,
    /// The measure is a survey's and no interval is published for this place.
    Unknown,
}

impl Change {
    /// The change of a place's figure over the last ten years or fewer, never
    /// across a change of definition. It starts where `benchmark` has a figure
    /// too, if that has any, so that the two can be told side by side.
    #[must_use]
    pub fn of(measure: &Measure, series: &Series, area: &AreaCode, benchmark: &AreaCode) -> Self {
        let Some(latest) = series.latest(area) else {
            return Self::NoSpan;
        };
        let since_break = measure
            .breaks
            .iter()
            .filter_map(|change| Period::parse(&change.period).ok())
            .filter(|start| start <= latest.period)
            .max();
        let is_comparable = |period: &Period| {
            !series.rows.contains_key(benchmark)
                || series
                    .at(benchmark, period)
                    .is_some_and(|quantity| quantity.value.number().is_some())
        };
        let earliest_years = latest.period.middle_years() - SPAN_YEARS - 0.1;
        let earlier = series
            .observations(area)
            .filter(|observation| {
                since_break
                    .as_ref()
                    .is_none_or(|start| observation.period >= start)
            })
            .filter(|observation| observation.period.middle_years() >= earliest_years)
            .filter(|observation| is_comparable(observation.period))
            .find(|observation| observation.quantity.value.number().is_some());
        match earlier {
            Some(earlier) if earlier.period < latest.period => {
                between(measure, series, earlier, latest)
            }
            _ => Self::NoSpan,
        }
    }

    /// The change between two given periods of another area, for comparison.
    #[must_use]
    pub fn same_span(&self, series: &Series, area: &AreaCode) -> Option<f64> {
        let Self::Span { from, to, .. } = self else {
            return None;
        };
        let earlier = series.at(area, from)?.value.number()?;
        let later = series.at(area, to)?.value.number()?;
        Some(later - earlier)
    }

    /// In words: `up £88 since 2015`, `no clear change since 2013`.
    #[must_use]
    pub fn words(&self, measure: &Measure) -> String {
        match self {
            Self::NoSpan => "no earlier figure to compare".to_owned(),
            Self::Span {
                from,
                difference,
                clear,
                ..
            } => {
                let moved = moved_words(*difference, measure);
                match clear {
                    Clear::Yes => format!("{moved} since {}", from.words()),
                    Clear::No => format!("no clear change since {}", from.words()),
                    Clear::Unknown => {
                        format!("{moved} since {}, margin not published", from.words())
                    }
                }
            }
        }
    }
}

impl Change {
    /// What stands beside a change told as a number: `since 2015`, `since 2015, no clear change`.
    #[must_use]
    pub(super) fn words_after_number(&self, from: &Period) -> String {
        let since = format!("since {}", from.words());
        match self {
            Self::Span {
                clear: Clear::No, ..
            } => format!("{since}: no clear change"),
            Self::Span {
                clear: Clear::Unknown,
                ..
            } => format!("{since}, margin not published"),
            Self::Span { .. } | Self::NoSpan => since,
        }
    }
}

/// A difference with its direction: `up £88`, `down 2.1 percentage points`, `level`.
pub(super) fn moved_words(difference: f64, measure: &Measure) -> String {
    let size = quantity::gap(difference, measure.unit, measure.decimals);
    let rounds_to_nothing = !size.chars().any(|c| ('1'..='9').contains(&c));
    if rounds_to_nothing {
        "level".to_owned()
    } else if difference > 0.0 {
        format!("up {size}")
    } else {
        format!("down {size}")
    }
}

fn between(
    measure: &Measure,
    series: &Series,
    earlier: Observation<'_>,
    latest: Observation<'_>,
) -> Change {
    let (Some(from_value), Some(to_value)) = (
        earlier.quantity.value.number(),
        latest.quantity.value.number(),
    ) else {
        return Change::NoSpan;
    };
    let difference = to_value - from_value;
    Change::Span {
        from: earlier.period.clone(),
        to: latest.period.clone(),
        from_value,
        difference,
        clear: clear(
            difference,
            &[earlier.quantity, latest.quantity],
            measure,
            series.publishes_intervals,
        ),
    }
}

/// Whether a difference of quantities is outside their joint noise.
///
/// `is_survey` says that the publisher gives intervals: where one of them is missing, nobody
/// can tell.
pub(super) fn clear(difference: f64, of: &[Quantity], measure: &Measure, is_survey: bool) -> Clear {
    let joint = of.iter().try_fold(0.0, |joint, quantity| {
        let interval = quantity.interval?;
        Some(math::hypot(joint, (interval.high - interval.low) / 2.0))
    });
    let is_clear = match joint {
        Some(half_width) => difference.abs() > half_width,
        None if is_survey => return Clear::Unknown,
        None => difference.abs() >= measure.least_change,
    };
    if is_clear { Clear::Yes } else { Clear::No }
}
