//! Parts of sentences about industries.

use super::Unit;
use crate::measure;
use crate::quantity;

/// Names in a row: `a, b and c`.
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A sentence with a capital letter.
pub(super) fn sentence_case(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A name of a table That Capitalises Every Word in plain case; abbreviations stay.
pub(super) fn plain_case(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(letter) = letters.next() {
        let is_start = before.is_some_and(|before| !before.is_alphabetic());
        if is_start && letters.peek().is_some_and(|next| next.is_lowercase()) {
            plain.extend(letter.to_lowercase());
        } else {
            plain.push(letter);
        }
        before = Some(letter);
    }
    plain
}

/// An amount with its sign: `+1,200`, `−£340 million`.
pub(super) fn signed_amount(number: f64, unit: Unit) -> String {
    match unit {
        Unit::Jobs => quantity::signed(number.round(), measure::Unit::Jobs, 0),
        Unit::GbpM => format!(
            "{} million",
            quantity::signed(number.round(), measure::Unit::Gbp, 0)
        ),
    }
}

/// Million pounds.
pub(super) fn millions(gbp_m: f64) -> String {
    format!("{} million", quantity::figure(gbp_m, measure::Unit::Gbp, 0))
}

/// A share as a percentage.
pub(super) fn percent(share: f64, decimals: u8) -> String {
    quantity::figure(share * 100.0, measure::Unit::Percent, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_sentences() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(list(&names), "a, b and c");
        assert_eq!(list(&names[..1]), "a");
        assert_eq!(list(&[]), "");
        assert_eq!(sentence_case("most"), "Most");
        assert_eq!(
            plain_case("Motor Vehicles, Trailers And Semi-Trailers N.E.C. (UK)"),
            "Motor vehicles, trailers and semi-trailers N.E.C. (UK)"
        );
        assert_eq!(signed_amount(1_234.4, Unit::Jobs), "+1,234");
        assert_eq!(signed_amount(-340.0, Unit::GbpM), "−£340 million");
        assert_eq!(percent(0.125, 1), "12.5%");
    }
}
