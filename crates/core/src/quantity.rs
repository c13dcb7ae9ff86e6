//! Quantities: a value or the reason there is none, its interval and where it
//! comes from, and the one place that writes numbers for people.

mod difference;

use crate::measure::Unit;

pub use difference::{gap_range, gap_spoken, gap_unit_name, is_level, plain, signed_figure};

/// A number, or why there is none. Zero is a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A finite number.
    Number(f64),
    /// Not published, or not collected.
    Missing,
    /// Withheld by the publisher to protect somebody.
    Suppressed,
    /// Cannot be worked out, such as a share of nothing.
    Undefined,
}

impl Value {
    /// The number, if there is one.
    #[must_use]
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Missing | Self::Suppressed | Self::Undefined => None,
        }
    }

    /// The key on the command line.
    #[must_use]
    pub const fn status(self) -> &'static str {
        match self {
            Self::Number(_) => "value",
            Self::Missing => "missing",
            Self::Suppressed => "suppressed",
            Self::Undefined => "undefined",
        }
    }
}

/// A 95% interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower limit.
    pub low: f64,
    /// Its upper limit.
    pub high: f64,
}

impl Interval {
    /// Whether a value lies inside, limits included.
    #[must_use]
    pub fn covers(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Where a number comes from. The three look different everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Counted, surveyed or recorded by its publisher.
    Observed,
    /// Worked out by a model, the publisher's or ours.
    Modelled,
    /// Taken as given so that a model can run.
    Assumed,
}

impl Provenance {
    /// The key in the pack and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Modelled => "modelled",
            Self::Assumed => "assumed",
        }
    }
}

/// A value with its interval and provenance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number, or why there is none.
    pub value: Value,
    /// The published 95% interval, where there is one.
    pub interval: Option<Interval>,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Quantity {
    /// A published number.
    #[must_use]
    pub const fn observed(number: f64, interval: Option<Interval>) -> Self {
        Self {
            value: Value::Number(number),
            interval,
            provenance: Provenance::Observed,
        }
    }
}

/// A number with its unit, short enough for a big figure: `£47.60`, `14.9%`, `1,215,393`.
#[must_use]
pub fn figure(number: f64, unit: Unit, decimals: u8) -> String {
    let digits = grouped(number.abs(), decimals);
    // A number that rounds to zero is zero: "−0.0" would be read as a fall.
    let is_negative = number < 0.0 && digits.contains(|c| ('1'..='9').contains(&c));
    let sign = if is_negative { MINUS } else { "" };
    match unit {
        Unit::Percent => [sign, &digits, "%"].concat(),
        Unit::Gbp | Unit::GbpPerWeek | Unit::GbpPerHour | Unit::GbpPerJob | Unit::GbpPerHead => {
            [sign, "£", &digits].concat()
        }
        Unit::PercentagePoints => {
            let points = plural("point", number.abs(), decimals);
            [sign, &digits, " ", &points].concat()
        }
        Unit::GbpMillion => [sign, "£", &digits, "m"].concat(),
        _ if is_negative => [sign, &digits].concat(),
        _ => digits,
    }
}

/// A number with its unit in full: `£810 a week`, `4.7 tonnes CO₂e per person`.
#[must_use]
pub fn spoken(number: f64, unit: Unit, decimals: u8) -> String {
    format!("{}{}", figure(number, unit, decimals), unit_suffix(unit))
}

/// A value for a table cell or a big figure; words when there is no number.
#[must_use]
pub fn value_words(value: Value, unit: Unit, decimals: u8) -> String {
    match value {
        Value::Number(number) if number.is_finite() => figure(number, unit, decimals),
        Value::Missing => "not published".to_owned(),
        Value::Suppressed => "withheld".to_owned(),
        Value::Number(_) | Value::Undefined => "cannot be worked out".to_owned(),
    }
}

/// A range: `between £699 and £921`.
#[must_use]
pub fn range(interval: Interval, unit: Unit, decimals: u8) -> String {
    format!(
        "between {} and {}",
        figure(interval.low, unit, decimals),
        figure(interval.high, unit, decimals)
    )
}

/// A class of a map's key: `up to £650`, `£650 to £700`, `over £700`.
#[must_use]
pub fn class_range(low: Option<f64>, high: Option<f64>, unit: Unit, decimals: u8) -> String {
    let told = |number| figure(number, unit, decimals);
    match (low, high) {
        (None, None) => "every value".to_owned(),
        (None, Some(high)) => format!("up to {}", told(high)),
        (Some(low), None) => format!("over {}", told(low)),
        (Some(low), Some(high)) => format!("{} to {}", told(low), told(high)),
    }
}

/// A difference without its sign: `£3.10`, `2.1 percentage points`, `9 homes per 1,000`.
#[must_use]
pub fn gap(difference: f64, unit: Unit, decimals: u8) -> String {
    let size = difference.abs();
    match unit {
        Unit::Percent | Unit::PercentagePoints => format!(
            "{} percentage {}",
            grouped(size, decimals),
            plural("point", size, decimals)
        ),
        Unit::Ratio => grouped(size, decimals),
        Unit::Years => format!(
            "{} {}",
            grouped(size, decimals),
            plural("year", size, decimals)
        ),
        Unit::TonnesCo2ePerPerson | Unit::TonnesCo2PerPerson => format!(
            "{} {}",
            grouped(size, decimals),
            plural("tonne", size, decimals)
        ),
        _ => figure(size, unit, decimals),
    }
}

/// A difference with its sign, short enough for a big figure: `+£88`, `−2.1 points`.
#[must_use]
pub fn signed(difference: f64, unit: Unit, decimals: u8) -> String {
    let size = match unit {
        Unit::Percent => format!(
            "{} {}",
            grouped(difference.abs(), decimals),
            plural("point", difference.abs(), decimals)
        ),
        _ => figure(difference.abs(), unit, decimals),
    };
    match (
        difference < 0.0,
        size.contains(|c| ('1'..='9').contains(&c)),
    ) {
        (_, false) => size,
        (true, true) => [MINUS, &size].concat(),
        (false, true) => ["+", &size].concat(),
    }
}

/// What the unit is called under a title: `pounds a week`, `percent`.
#[must_use]
pub const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::PercentagePoints => "percentage points",
        Unit::Gbp => "pounds",
        Unit::GbpPerWeek => "pounds a week",
        Unit::GbpPerHour => "pounds per hour worked",
        Unit::GbpPerJob => "pounds per filled job",
        Unit::GbpPerHead => "pounds per head",
        Unit::Years => "years",
        Unit::Ratio => "times yearly pay",
        Unit::PerThousandDwellings => "per 1,000 homes",
        Unit::PerHundredThousandPeople => "per 100,000 people",
        Unit::KwhPerMeter => "kilowatt hours per meter",
        Unit::TonnesCo2ePerPerson => "tonnes CO₂e per person",
        Unit::Minutes => "minutes",
        Unit::People => "people",
        Unit::Businesses => "businesses",
        Unit::PeoplePerSqKm => "people per square kilometre",
        Unit::ScoreOutOf10 => "score out of 10",
        Unit::VehiclesPerDay => "vehicles a day",
        Unit::Score => "score",
        Unit::Jobs => "jobs",
        Unit::Rank => "rank",
        Unit::Quotient => "times the share elsewhere",
        Unit::GbpMillion => "millions of pounds",
        Unit::Homes => "homes",
        Unit::Households => "households",
        Unit::Pupils => "pupils",
        Unit::CarePlaces => "places in care homes",
        Unit::KilotonnesCo2 => "thousands of tonnes CO₂",
        Unit::TonnesCo2PerPerson => "tonnes CO₂ per person",
    }
}

/// A number on an axis; only the top tick carries the unit.
#[must_use]
pub fn tick(number: f64, unit: Unit, decimals: u8, with_unit: bool) -> String {
    if with_unit {
        figure(number, unit, decimals)
    } else {
        figure(number, Unit::Score, decimals)
    }
}

/// A calendar year on an axis.
#[must_use]
pub fn year(number: f64) -> String {
    format!("{number:.0}")
}

/// So many of something: `1 entry`, `5,003 entries`.
#[must_use]
pub fn counted(number: usize, one: &str, many: &str) -> String {
    [&*count(number), " ", if number == 1 { one } else { many }].concat()
}

/// A whole number with thousands apart: `1,215,393`.
#[must_use]
pub fn count(number: usize) -> String {
    group_thousands(&number.to_string())
}

/// A rank: `1st`, `22nd`.
#[must_use]
pub fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (1, n) if n != 11 => "st",
        (2, n) if n != 12 => "nd",
        (3, n) if n != 13 => "rd",
        _ => "th",
    };
    format!("{}{ending}", count(number))
}

/// The true minus sign, as wide as a digit.
const MINUS: &str = "\u{2212}";

fn grouped(size: f64, decimals: u8) -> String {
    let text = fixed(size, decimals);
    match text.split_once('.') {
        Some((whole, _)) if whole.len() <= 3 => text,
        Some((whole, fraction)) => format!("{}.{fraction}", group_thousands(whole)),
        None if text.len() <= 3 => text,
        None => group_thousands(&text),
    }
}

/// As `format!("{size:.decimals$}")`, several times faster where that is sure to agree: a page
/// of charts tells thousands of numbers.
fn fixed(size: f64, decimals: u8) -> String {
    let (scale, parts): (f64, u64) = match decimals {
        0 => (1.0, 1),
        1 => (10.0, 10),
        2 => (100.0, 100),
        _ => return format!("{size:.*}", usize::from(decimals)),
    };
    let scaled = size * scale;
    // Near a tie the product's own rounding could tip it; huge numbers have no fraction left.
    if !(scaled < 1e9 && (scaled.fract() - 0.5).abs() > 1e-6) {
        return format!("{size:.*}", usize::from(decimals));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is not negative, and this one is below a billion"
    )]
    let units = (scaled + 0.5) as u64;
    let (whole, part) = (units / parts, units % parts);
    match decimals {
        0 => whole.to_string(),
        1 => format!("{whole}.{part}"),
        _ => format!("{whole}.{part:02}"),
    }
}

fn group_thousands(whole: &str) -> String {
    if whole.len() <= 3 {
        return whole.to_owned();
    }
    let mut out = String::with_capacity(whole.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn plural(noun: &str, size: f64, decimals: u8) -> String {
    if grouped(size, decimals) == "1" {
        noun.to_owned()
    } else {
        format!("{noun}s")
    }
}

/// What follows a figure that is read aloud: ` a week`, ` years`; empty when the figure says it.
#[must_use]
pub const fn unit_suffix(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent
        | Unit::PercentagePoints
        | Unit::Gbp
        | Unit::Score
        | Unit::Rank
        | Unit::GbpMillion => "",
        Unit::GbpPerWeek => " a week",
        Unit::GbpPerHour => " per hour worked",
        Unit::GbpPerJob => " per filled job",
        Unit::GbpPerHead => " per head",
        Unit::Years => " years",
        Unit::Ratio => " times yearly pay",
        Unit::PerThousandDwellings => " per 1,000 homes",
        Unit::PerHundredThousandPeople => " per 100,000 people",
        Unit::KwhPerMeter => " kWh per meter",
        Unit::TonnesCo2ePerPerson => " tonnes CO₂e per person",
        Unit::Minutes => " minutes",
        Unit::People => " people",
        Unit::Businesses => " businesses",
        Unit::PeoplePerSqKm => " people per square kilometre",
        Unit::ScoreOutOf10 => " out of 10",
        Unit::VehiclesPerDay => " vehicles a day",
        Unit::Jobs => " jobs",
        Unit::Quotient => " times",
        Unit::Homes => " homes",
        Unit::Households => " households",
        Unit::Pupils => " pupils",
        Unit::CarePlaces => " places in care homes",
        Unit::KilotonnesCo2 => " thousand tonnes CO₂",
        Unit::TonnesCo2PerPerson => " tonnes CO₂ per person",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_printed() {
        assert_eq!(figure(47.6, Unit::GbpPerHour, 2), "£47.60");
        assert_eq!(figure(-1234.5, Unit::Gbp, 0), "−£1,234");
        assert_eq!(figure(-0.04, Unit::Percent, 1), "0.0%");
        assert_eq!(figure(-2.14, Unit::PercentagePoints, 1), "−2.1 points");
        assert_eq!(figure(1.0, Unit::PercentagePoints, 0), "1 point");
        assert_eq!(figure(-1520.0, Unit::GbpMillion, 0), "−£1,520m");
        assert_eq!(spoken(4.12, Unit::Quotient, 1), "4.1 times");
        assert_eq!(figure(1_215_393.0, Unit::People, 0), "1,215,393");
        assert_eq!(
            spoken(4.71, Unit::TonnesCo2ePerPerson, 1),
            "4.7 tonnes CO₂e per person"
        );
        assert_eq!(gap(-1.0, Unit::Percent, 0), "1 percentage point");
        assert_eq!(gap(2.14, Unit::Percent, 1), "2.1 percentage points");
        assert_eq!(
            range(
                Interval {
                    low: 699.1,
                    high: 921.5
                },
                Unit::GbpPerWeek,
                0
            ),
            "between £699 and £922"
        );
        assert_eq!(tick(2016.0, Unit::Percent, 0, false), "2,016");
        assert_eq!(year(2016.0), "2016");
    }

    #[test]
    fn quick_digits_agree_with_the_standard_library() {
        for step in 0..40_000_u32 {
            let size = f64::from(step) * 0.0125;
            for decimals in 0..4 {
                let exact = format!("{size:.*}", usize::from(decimals));
                assert_eq!(fixed(size, decimals), exact, "{size} to {decimals}");
            }
        }
        assert_eq!(fixed(f64::INFINITY, 1), "inf");
        assert_eq!(fixed(1e300, 0).len(), 301);
    }

    #[test]
    fn classes_of_a_key_read_as_ranges() {
        let told = |low, high| class_range(low, high, Unit::GbpPerWeek, 0);
        assert_eq!(told(None, Some(650.0)), "up to £650");
        assert_eq!(told(Some(650.0), Some(700.0)), "£650 to £700");
        assert_eq!(told(Some(700.0), None), "over £700");
        assert_eq!(told(None, None), "every value");
    }

    #[test]
    fn ranks_end_as_spoken() {
        let shown: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 102, 113, 1001]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            shown,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "113th",
                "1,001st"
            ]
        );
    }

    #[test]
    fn no_number_is_told_in_words_never_as_zero() {
        assert_eq!(value_words(Value::Number(0.0), Unit::Percent, 1), "0.0%");
        assert_eq!(
            value_words(Value::Missing, Unit::Percent, 1),
            "not published"
        );
        assert_eq!(value_words(Value::Suppressed, Unit::Percent, 1), "withheld");
        assert_eq!(
            value_words(Value::Undefined, Unit::Percent, 1),
            "cannot be worked out"
        );
    }
}
