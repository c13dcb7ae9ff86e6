//! Who is in the labour force: national rates by age and sex, inactivity scaled to a district.

use crate::data::model::ByAge;

/// Ages of working life, first and last, that surveys publish inactivity of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkingAges {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

/// What inactivity at working ages is multiplied by so that, weighted by people, it is
/// `inactive` (0 to 1). Activity itself is not scaled: at some ages it would pass 1.
/// None without anybody inactive.
#[must_use]
pub fn inactivity_factor(
    people: &ByAge,
    country: &ByAge,
    ages: WorkingAges,
    inactive: f64,
) -> Option<f64> {
    let (mut expected, mut all) = (0.0, 0.0);
    for (own, rates) in people.iter().zip(country) {
        let pairs = own.iter().zip(rates).take(ages.last + 1).skip(ages.first);
        for (persons, rate) in pairs {
            expected += persons * (1.0 - rate);
            all += persons;
        }
    }
    (expected > 0.0).then(|| inactive * all / expected)
}
