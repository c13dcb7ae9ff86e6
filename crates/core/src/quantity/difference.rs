//! Differences in full words, and numbers as files hold them.

use super::{figure, fixed, gap, unit_suffix};
use crate::measure::Unit;

/// A difference without its sign, with its unit in full: `£88 a week`, `2.1 percentage points`,
/// `210 jobs`.
#[must_use]
pub fn gap_spoken(difference: f64, unit: Unit, decimals: u8) -> String {
    let gap = gap(difference, unit, decimals);
    match unit {
        // These say their unit already.
        Unit::Percent
        | Unit::PercentagePoints
        | Unit::Years
        | Unit::TonnesCo2ePerPerson
        | Unit::TonnesCo2PerPerson => gap,
        // A score's scale is no size.
        Unit::ScoreOutOf10 => gap,
        Unit::Jobs
        | Unit::Minutes
        | Unit::Businesses
        | Unit::Homes
        | Unit::Households
        | Unit::Pupils
        | Unit::CarePlaces
            if gap == "1" =>
        {
            let one = match unit {
                Unit::Jobs => "1 job",
                Unit::Minutes => "1 minute",
                Unit::Homes => "1 home",
                Unit::Households => "1 household",
                Unit::Pupils => "1 pupil",
                Unit::CarePlaces => "1 place in a care home",
                _ => "1 business",
            };
            one.to_owned()
        }
        _ => [&gap, unit_suffix(unit)].concat(),
    }
}

/// Sizes of a class of differences: `by up to £20 a week`, `by 2.0 to 4.1 percentage points`,
/// `by more than 210 jobs`; empty where there are no limits.
#[must_use]
pub fn gap_range(above: Option<f64>, up_to: Option<f64>, unit: Unit, decimals: u8) -> String {
    let full = |size| gap_spoken(size, unit, decimals);
    let brief = |size: f64| match unit {
        Unit::Percent => figure(size, Unit::Score, decimals),
        _ => figure(size, unit, decimals),
    };
    match (above, up_to) {
        (None, None) => String::new(),
        (None, Some(up_to)) => format!("by up to {}", full(up_to)),
        (Some(above), None) => format!("by more than {}", full(above)),
        (Some(above), Some(up_to)) => format!("by {} to {}", brief(above), full(up_to)),
    }
}

/// A number with its sign and its unit, short: `+9%`, `−£20`, `0`.
#[must_use]
pub fn signed_figure(number: f64, unit: Unit, decimals: u8) -> String {
    let told = figure(number, unit, decimals);
    if number > 0.0 && !is_level(number, decimals) {
        ["+", &told].concat()
    } else {
        told
    }
}

/// Whether a difference is nothing once it is rounded.
#[must_use]
pub fn is_level(difference: f64, decimals: u8) -> bool {
    !fixed(difference.abs(), decimals).contains(|c| ('1'..='9').contains(&c))
}

/// What differences in a unit are called under a title: `percentage points`, `pounds a week`.
#[must_use]
pub const fn gap_unit_name(unit: Unit) -> &'static str {
    super::unit_name(unit.of_differences())
}

/// A number as files hold it: a point, no thousands apart, a plain minus; nothing if it is no
/// number.
#[must_use]
pub fn plain(number: f64, decimals: u8) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let digits = fixed(number.abs(), decimals);
    let is_negative = number < 0.0 && !is_level(number, decimals);
    [if is_negative { "-" } else { "" }, &digits].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_say_their_unit_once() {
        let of = |unit, decimals| gap_spoken(-88.04, unit, decimals);
        assert_eq!(of(Unit::GbpPerWeek, 0), "£88 a week");
        assert_eq!(of(Unit::Percent, 1), "88.0 percentage points");
        assert_eq!(of(Unit::Years, 0), "88 years");
        assert_eq!(of(Unit::Jobs, 0), "88 jobs");
        assert_eq!(gap_spoken(1.0, Unit::Jobs, 0), "1 job");
        assert_eq!(of(Unit::PerThousandDwellings, 0), "88 per 1,000 homes");
        assert_eq!(of(Unit::TonnesCo2ePerPerson, 1), "88.0 tonnes");
        for unit in Unit::ALL {
            let words = gap_spoken(3.0, unit, 0);
            assert!(words.contains('3') && !words.ends_with(' '), "{words}");
        }
    }

    #[test]
    fn sizes_of_a_class() {
        let of = |above, up_to| gap_range(above, up_to, Unit::Percent, 1);
        assert_eq!(of(None, Some(2.0)), "by up to 2.0 percentage points");
        assert_eq!(of(Some(2.0), Some(4.1)), "by 2.0 to 4.1 percentage points");
        assert_eq!(of(Some(4.1), None), "by more than 4.1 percentage points");
        assert_eq!(of(None, None), "");
        let pay = gap_range(Some(20.0), Some(1_040.0), Unit::GbpPerWeek, 0);
        assert_eq!(pay, "by £20 to £1,040 a week");
    }

    #[test]
    fn changes_bear_their_sign() {
        let of = |number| signed_figure(number, Unit::Percent, 0);
        assert_eq!([of(8.6), of(-8.6), of(0.4)], ["+9%", "−9%", "0%"]);
    }

    #[test]
    fn files_hold_plain_numbers() {
        assert_eq!(plain(-1_234_567.891, 2), "-1234567.89");
        assert_eq!(plain(-0.04, 1), "0.0");
        assert_eq!(plain(14.0, 0), "14");
        assert_eq!(plain(51.801_234_56, 6), "51.801235");
        assert_eq!(plain(f64::NAN, 1), "");
        assert!(is_level(-0.04, 1) && !is_level(0.06, 1));
    }
}
