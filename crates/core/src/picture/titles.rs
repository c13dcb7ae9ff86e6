//! Titles that state a finding, worked out from the figures.

use crate::area::AreaCode;
use crate::data::{Dataset, Series};
use crate::measure::Measure;
use crate::order;
use crate::profile::{Headline, headline};
use crate::quantity;

/// `Above England since 2012`, or the change where there is nothing to compare with.
pub(super) fn line_title(dataset: &Dataset, measure: &Measure, area: &AreaCode) -> String {
    let place = dataset.name_of(area);
    let figure = headline(dataset, measure, area);
    let Some(series) = dataset.series(&measure.slug) else {
        return nothing(place);
    };
    if figure.latest.is_none() {
        return nothing(place);
    }
    let country = &dataset.place.country;
    match run_against(series, area, country) {
        Some(run) if is_apart(&figure) => {
            let side = if run.is_above { "above" } else { "below" };
            format!(
                "{place} has been {side} {} since {}",
                dataset.name_of(country),
                run.since
            )
        }
        Some(_) => format!(
            "{place} is not clearly apart from {}",
            dataset.name_of(country)
        ),
        None => format!("{place}: {}", figure.change.words(measure)),
    }
}

/// `pounds a week, 2008 to 2025`.
pub(super) fn line_subtitle(measure: &Measure, series: Option<&Series>) -> String {
    let unit = quantity::unit_name(measure.unit);
    let span = series.and_then(|series| Some((series.periods.first()?, series.periods.last()?)));
    let span = span.map_or_else(String::new, |(first, last)| match first == last {
        true => format!(", {}", last.words()),
        false => format!(", {} to {}", first.start_year(), last.end_year()),
    });
    format!("{}, {unit}{span}", measure.name)
}

/// `Highest in one district, lowest in another`.
pub(super) fn districts_title(dataset: &Dataset, measure: &Measure) -> String {
    let Some((_, values)) = dataset.district_values(&measure.slug) else {
        return "No figure is published by district".to_owned();
    };
    let mut known: Vec<(&str, f64)> = values
        .iter()
        .filter_map(|(code, quantity)| Some((dataset.name_of(code), quantity.value.number()?)))
        .collect();
    order::sort_by(&mut known, |a, b| a.1.total_cmp(&b.1));
    match (known.first(), known.last()) {
        (Some((_, low)), Some((_, high))) if low == high => "The same in every district".to_owned(),
        (Some((lowest, _)), Some((highest, _))) => {
            format!("Highest in {highest}, lowest in {lowest}")
        }
        _ => "No figure is published by district".to_owned(),
    }
}

/// `Median weekly pay, pounds a week, April 2025`.
pub(super) fn districts_subtitle(dataset: &Dataset, measure: &Measure) -> String {
    let unit = quantity::unit_name(measure.unit);
    let period = dataset
        .district_values(&measure.slug)
        .map(|(period, _)| period.words());
    let period = period.map_or_else(String::new, |period| format!(", {period}"));
    format!("{}, {unit}{period}", measure.name)
}

fn nothing(place: &str) -> String {
    format!("No figure is published for {place}")
}

/// Whether the latest interval leaves the main benchmark out, as far as it is published.
fn is_apart(figure: &Headline<'_>) -> bool {
    let interval = figure.latest.and_then(|latest| latest.quantity.interval);
    match (interval, figure.main_benchmark()) {
        (Some(interval), Some((_, benchmark))) => !interval.covers(benchmark),
        _ => true,
    }
}

/// How long a place has been on one side of another.
struct Run {
    is_above: bool,
    since: String,
}

fn run_against(series: &Series, area: &AreaCode, other: &AreaCode) -> Option<Run> {
    let mut gaps = series.observations(area).filter_map(|own| {
        let other = series.at(other, own.period)?.value.number()?;
        Some((own.period, own.quantity.value.number()? - other))
    });
    let (latest, gap) = gaps.next_back()?;
    if gap == 0.0 {
        return None;
    }
    let is_above = gap > 0.0;
    let same_side = gaps
        .rev()
        .take_while(|(_, gap)| (*gap > 0.0) == is_above && *gap != 0.0);
    let since = same_side.last().map_or(latest, |(period, _)| period);
    Some(Run {
        is_above,
        since: since.words(),
    })
}
