//! Values of assumptions and settings in words, as their units ask.

use crate::data::model::{Assumption, Evidence, Grade, GradeLetter};
use crate::measure::Unit;
use crate::model::contributions::Part;
use crate::quantity;

/// The most decimals a value is told with.
const MOST_DECIMALS: u8 = 3;

/// A number with as many decimals as it needs: `0.47`, `17.5`, `1,000`.
#[must_use]
pub fn number(value: f64) -> String {
    quantity::figure(value, Unit::Score, decimals(value))
}

/// The same with its sign: `+20`, `−15`.
#[must_use]
pub fn signed_number(value: f64) -> String {
    quantity::signed_figure(value, Unit::Score, decimals(value))
}

/// A number in a unit of the evidence: `0.2% a year`, `30%` of a share, `0.88 times the base`.
#[must_use]
pub fn in_unit(value: f64, unit: &str) -> String {
    let told = number(value);
    match unit {
        "share, 0 to 1" => [&number(value * 100.0), "%"].concat(),
        "ratio" | "elasticity" | "weight" => told,
        _ if unit.starts_with('%') => [told.as_str(), unit].concat(),
        _ => [told.as_str(), " ", unit].concat(),
    }
}

/// A range of an assumption: `0.2 to 0.7% a year`.
#[must_use]
pub fn range(assumption: &Assumption) -> String {
    let unit = assumption.unit.as_str();
    let (low, high) = (assumption.range.low, assumption.range.high);
    let low = match unit {
        "share, 0 to 1" => number(low * 100.0),
        _ => number(low),
    };
    format!("{low} to {}", in_unit(high, unit))
}

/// The name of a lever; what shifts of assumptions are called together.
#[must_use]
pub fn lever_or_shifts(evidence: &Evidence, part: Part) -> &str {
    match part {
        Part::Setting(setting) => {
            let lever = evidence.lever(setting);
            lever.map_or_else(|| setting.key(), |lever| &lever.name)
        }
        Part::Shifts => "Changed assumptions",
    }
}

/// What a grade means: `B-: one credible study or official evaluation, carried over from
/// elsewhere`.
#[must_use]
pub fn grade(grade: &Grade) -> String {
    let meaning = match grade.letter {
        GradeLetter::A => "several credible studies, physics or accounting",
        GradeLetter::B => "one credible study or official evaluation, carried over from elsewhere",
        GradeLetter::C => "correlation, another country or an assumption of ours",
    };
    let letter = match grade.letter {
        GradeLetter::A => "A",
        GradeLetter::B => "B",
        GradeLetter::C => "C",
    };
    let words = grade.words.replace('-', "\u{2212}");
    let letters = words.split(|sign: char| !sign.is_ascii_alphanumeric());
    let is_mixed = letters
        .filter(|token| ["A", "B", "C"].contains(token))
        .any(|token| token != letter);
    // Of several letters the worst one counts.
    if is_mixed {
        format!("{words}; the weakest part is {letter}: {meaning}")
    } else {
        format!("{words}: {meaning}")
    }
}

/// As few decimals as tell a value.
fn decimals(value: f64) -> u8 {
    let mut scaled = value.abs();
    let mut decimals = 0;
    while decimals < MOST_DECIMALS && (scaled - scaled.round()).abs() > 1e-6 * scaled.max(1.0) {
        scaled *= 10.0;
        decimals += 1;
    }
    decimals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_bear_their_units() {
        assert_eq!(in_unit(0.2, "% a year"), "0.2% a year");
        assert_eq!(in_unit(0.3, "share, 0 to 1"), "30%");
        assert_eq!(in_unit(0.88, "times the base"), "0.88 times the base");
        assert_eq!(in_unit(-0.07, "elasticity"), "−0.07");
        assert_eq!([number(1_000.0), number(17.5)], ["1,000", "17.5"]);
        assert_eq!([signed_number(20.0), signed_number(-0.5)], ["+20", "−0.5"]);
    }

    #[test]
    fn grades_are_told_by_their_weakest_part() {
        let told = |words: &str| grade(&Grade::new(words).unwrap());
        assert!(told("B-").starts_with("B−: one credible study"));
        assert!(told("A null").starts_with("A null: several"));
        assert!(
            told("A sum, C deliverability")
                .starts_with("A sum, C deliverability; the weakest part is C: correlation")
        );
    }
}
