//! Amounts of a model in words: no more digits than it knows.

use super::outputs::{About, Said};
use crate::math;
use crate::quantity;

/// A number to so many significant digits: 9,134 to two is 9,100.
#[must_use]
pub fn significant(number: f64, digits: i32) -> f64 {
    let size = number.abs();
    if !(size > 0.0 && size.is_finite()) {
        return number;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a logarithm of an f64 is below 400"
    )]
    let power = digits - 1 - math::log10(size).floor() as i32;
    // Powers below one are exact as divisors, not as factors.
    if power >= 0 {
        let scale = math::ten_to(power);
        (number * scale).round() / scale
    } else {
        let scale = math::ten_to(-power);
        (number / scale).round() * scale
    }
}

impl About {
    /// A modelled value, to three digits: `731,000`, `£79,900`.
    #[must_use]
    pub fn told(&self, value: f64) -> String {
        quantity::figure(self.modelled(value), self.unit, self.decimals)
    }

    /// A modelled value with its unit in full: `731,000 jobs`.
    #[must_use]
    pub fn spoken(&self, value: f64) -> String {
        quantity::spoken(self.modelled(value), self.unit, self.decimals)
    }

    /// What most runs lie between: `between 690,000 and 780,000`.
    #[must_use]
    pub fn between(&self, [low, high]: [f64; 2]) -> String {
        let [low, high] = [low, high].map(|end| self.told(end));
        if low == high {
            return format!("about {low}");
        }
        format!("between {low} and {high}")
    }

    /// The size of a difference, to two digits: `9,100`, `£1,200`, `0.4 percentage points`.
    #[must_use]
    pub fn gap(&self, difference: f64) -> String {
        quantity::gap(significant(difference, 2), self.unit, self.decimals)
    }

    /// Whether a difference is nothing once it is told.
    #[must_use]
    pub fn is_level(&self, difference: f64) -> bool {
        quantity::is_level(significant(difference, 2), self.decimals)
    }

    /// `more`, `fewer`, `higher`: which way a difference goes.
    #[must_use]
    pub const fn way(&self, difference: f64) -> &'static str {
        match (self.said, difference < 0.0) {
            (Said::Counted(_), true) => "fewer",
            (Said::Amount, true) => "less",
            (Said::Counted(_) | Said::Amount, false) => "more",
            (Said::Level, true) => "lower",
            (Said::Level, false) => "higher",
        }
    }

    /// A difference: `9,100 more jobs`, `£1,200 less`, `0.3 higher`.
    #[must_use]
    pub fn gap_spoken(&self, difference: f64) -> String {
        let (gap, way) = (self.gap(difference), self.way(difference));
        match self.said {
            Said::Counted(noun) => format!("{gap} {way} {noun}"),
            Said::Amount | Said::Level => format!("{gap} {way}"),
        }
    }

    fn modelled(&self, value: f64) -> f64 {
        significant(value, 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::output::Output;

    #[test]
    fn digits_that_are_known() {
        assert_eq!(significant(9_134.0, 2), 9_100.0);
        assert_eq!(significant(-0.034_6, 2), -0.035);
        assert_eq!(significant(0.0, 2), 0.0);
        assert!(significant(f64::NAN, 2).is_nan());
        assert_eq!(significant(f64::INFINITY, 2), f64::INFINITY);
    }

    #[test]
    fn amounts_in_words() {
        let of = |output: Output| About::of(output);
        assert_eq!(of(Output::Jobs).gap_spoken(9_134.0), "9,100 more jobs");
        assert_eq!(of(Output::Jobs).told(731_234.0), "731,000");
        assert_eq!(of(Output::PayWeekly).gap_spoken(-12.3), "£12 less");
        assert_eq!(of(Output::Affordability).gap_spoken(0.31), "0.3 higher");
        let rate = of(Output::EmploymentRate);
        assert_eq!(rate.gap_spoken(0.42), "0.4 percentage points higher");
        assert!(rate.is_level(0.04) && !rate.is_level(0.06));
        let jobs = of(Output::Jobs).between([690_100.0, 780_400.0]);
        assert_eq!(jobs, "between 690,000 and 780,000");
    }
}
