//! Homes: households by age, the stock, and what is built.

use crate::data::model::{AGES, ByAge};
use crate::model::demography;

/// Households per person of a band of ages, at the ages the bands stand for.
#[must_use]
pub fn rates_of_bands(households: &[f64], people: &[f64]) -> Option<Vec<f64>> {
    let pairs = households.iter().zip(people);
    let rates = pairs.map(|(households, people)| (*people > 0.0).then(|| households / people));
    rates.collect()
}

/// What household rates are multiplied by so that the people there fill the homes that can be
/// lived in: (1-v) HOM / HH(P). None where nobody forms a household.
#[must_use]
pub fn filling(people: &ByAge, headship: &[f64; AGES], lived_in: f64) -> Option<f64> {
    let [households] = demography::households(&demography::one_lane(people), headship);
    (households > 0.0).then(|| lived_in / households)
}

/// The stock at the start of each of some financial years and at the end of the last: known
/// yearly additions first, then additions per 1,000 of the stock at the start of the year.
#[must_use]
pub fn stock(start: f64, additions: &[f64], per_thousand: &[f64]) -> Vec<f64> {
    let mut stock = vec![start];
    let mut now = start;
    for added in additions {
        now += added;
        stock.push(now);
    }
    for rate in per_thousand {
        now += now * rate / 1000.0;
        stock.push(now);
    }
    stock
}
