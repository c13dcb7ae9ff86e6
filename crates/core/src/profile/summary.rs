//! One sentence that says what kind of place this is.

use crate::area::AreaCode;
use crate::data::Dataset;
use crate::quantity;

/// The slug of the measure that counts residents.
const RESIDENTS: &str = "total-population";

/// One sentence about a place, from its number of residents; none without one.
#[must_use]
pub fn summary(dataset: &Dataset, area: &AreaCode) -> Option<String> {
    let measure = dataset.measure(RESIDENTS)?;
    let series = dataset.series(RESIDENTS)?;
    let latest = series.latest(area)?;
    let number = latest.quantity.value.number()?;
    let people = quantity::figure(number, measure.unit, 0);
    let earlier = series
        .observations(area)
        .find(|observation| {
            observation.period.middle_years() >= latest.period.middle_years() - 10.01
        })
        .and_then(|observation| Some((observation.period, observation.quantity.value.number()?)));
    let since = match earlier {
        Some((period, before)) if before > 0.0 && period < latest.period => {
            let share = (number / before - 1.0) * 100.0;
            let size = quantity::figure(share.abs(), crate::measure::Unit::Percent, 1);
            let word = if share < 0.0 { "fewer" } else { "more" };
            format!(", {size} {word} than in {}", period.words())
        }
        _ => String::new(),
    };
    let neighbours = if *area == dataset.place.county {
        format!(
            " in {} districts",
            quantity::count(dataset.districts().count())
        )
    } else {
        String::new()
    };
    Some(format!(
        "Home to {people} people{neighbours} in {}{since}.",
        latest.period.words()
    ))
}
