//! The chance to reach a value that the reader has set.

use super::Asked;
use super::Run;
use super::evidence_words::number;
use crate::measure::Direction;
use crate::model::bands::Bands;
use crate::quantity;

/// A reader's target and how many runs reach it.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetWords {
    /// `Your target: 620,000 jobs or more in 2040`.
    pub target: String,
    /// `about 6 in 10 runs reach it; in the baseline about 4 in 10`.
    pub chance: String,
    /// That it is nobody else's.
    pub standing: &'static str,
}

/// That no target is official.
const STANDING: &str = "This target is your own. None here is official.";

/// The reader's target in words; none while there is no target. Without draws the chance is on
/// its way.
#[must_use]
pub fn target_words(asked: &Asked<'_>) -> Option<TargetWords> {
    let value = asked.target.filter(|value| value.is_finite())?;
    let about = asked.about();
    let is_less = about.direction == Direction::LowerIsBetter;
    let chance = |run: &Run| {
        let above = bands(asked, run)?.share_above(asked.since(), value)?;
        Some(in_ten(if is_less { 1.0 - above } else { above }))
    };
    let words = match (chance(asked.own), chance(asked.baseline)) {
        (Some(own), Some(baseline)) if !asked.is_baseline() => {
            format!("{own} runs reach it; in the baseline {baseline}")
        }
        (Some(own), _) => format!("{own} runs reach it"),
        (None, _) => "chance on its way".to_owned(),
    };
    Some(TargetWords {
        target: format!(
            "Your target: {} or {} in {}",
            quantity::spoken(value, about.unit, about.decimals),
            if is_less { "less" } else { "more" },
            asked.told_year()
        ),
        chance: words,
        standing: STANDING,
    })
}

/// The draws of just the series that is looked at.
fn bands<'a>(asked: &Asked<'_>, run: &'a Run) -> Option<&'a Bands> {
    let bands = run.bands.as_ref()?;
    let is_same = bands.focus.area == asked.area && bands.focus.output == asked.output;
    is_same.then_some(bands)
}

/// A chance as a person would say it: `about 6 in 10`, `fewer than 1 in 20`.
#[must_use]
pub fn in_ten(share: f64) -> String {
    if share <= 0.0 {
        return "none of the".to_owned();
    }
    if share >= 1.0 {
        return "all".to_owned();
    }
    if share < 0.05 {
        return "fewer than 1 in 20".to_owned();
    }
    if share > 0.95 {
        return "more than 19 in 20".to_owned();
    }
    format!(
        "about {} in 10",
        number((share * 10.0).round().clamp(1.0, 9.0))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_as_people_say_them() {
        let told = [0.0, 0.02, 0.07, 0.56, 0.94, 0.97, 1.0].map(in_ten);
        let expected = [
            "none of the",
            "fewer than 1 in 20",
            "about 1 in 10",
            "about 6 in 10",
            "about 9 in 10",
            "more than 19 in 20",
            "all",
        ];
        assert_eq!(told, expected);
    }
}
