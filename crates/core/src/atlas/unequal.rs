//! How unequal areas are, in words: Gini, and Theil inside and between districts.

use super::{MapFigures, Nature};
use crate::area::Level;
use crate::measure::Unit;
use crate::quantity;
use crate::stats::inequality::{NoInequality, Theil, Votes, gini, theil};

/// How unequal areas are. Neither is there where it would have no meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Unequal {
    /// Each area counting the same.
    pub by_area: Option<UnequalBy>,
    /// Each area counting by its size; none for counts, which size is part of already.
    pub by_size: Option<UnequalBy>,
    /// The answer as sentences; the reason where there is none.
    pub words: String,
}

/// How unequal areas are by one way of counting them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnequalBy {
    /// Gini's coefficient, 0 where all have the same to 1 where one has all.
    pub gini: f64,
    /// Theil's T inside and between districts; none for districts themselves.
    pub theil: Option<Theil>,
}

impl Unequal {
    /// How unequal the areas of a map are; `sizes` is what each row counts by, NaN for none.
    #[must_use]
    pub fn of(figures: &MapFigures, sizes: Option<&[f64]>) -> Self {
        let none = |words: &str| Self {
            by_area: None,
            by_size: None,
            words: words.to_owned(),
        };
        match figures.subject.nature {
            Nature::Rank => return none(NOT_FOR_RANKS),
            Nature::Score => return none(NOT_FOR_SCORES),
            Nature::Change => return none(NOT_BELOW_ZERO),
            Nature::Count | Nature::Amount => {}
        }
        let numbers = figures.numbers();
        let groups = (figures.level != Level::District).then(|| districts(figures));
        let by_area = match unequal_by(&numbers, Votes::PerArea, groups.as_deref()) {
            Ok(by_area) => by_area,
            Err(NoInequality::Negative { .. }) => return none(NOT_BELOW_ZERO),
            Err(NoInequality::AllZero) => return none("Every figure here is zero."),
            Err(_) => return none("No area has a figure, so there is nothing to compare."),
        };
        let sizes = sizes.filter(|_| figures.subject.nature == Nature::Amount);
        let by_size = sizes.and_then(|sizes| {
            unequal_by(&numbers, Votes::PerPerson(sizes), groups.as_deref()).ok()
        });
        Self {
            words: words(figures, by_area, &numbers),
            by_area: Some(by_area),
            by_size,
        }
    }
}

const NOT_FOR_RANKS: &str = "A rank says who comes before whom, not by how much. So how unequal areas are cannot be worked out from ranks.";
const NOT_FOR_SCORES: &str = "This score puts areas in order but does not measure how far apart they are. So how unequal they are cannot be worked out from it.";
const NOT_BELOW_ZERO: &str = "These figures can be below zero, and shares of a whole then have no meaning. So how unequal areas are cannot be worked out.";

fn unequal_by(
    numbers: &[f64],
    votes: Votes<'_>,
    groups: Option<&[usize]>,
) -> Result<UnequalBy, NoInequality> {
    Ok(UnequalBy {
        gini: gini(numbers, votes)?,
        theil: groups
            .map(|groups| theil(numbers, votes, groups))
            .transpose()?,
    })
}

/// A number for the district of each row, the same for the same district.
fn districts(figures: &MapFigures) -> Vec<usize> {
    let mut names: Vec<&str> = Vec::new();
    let number = |name| {
        let known = names.iter().position(|own| *own == name);
        known.unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        })
    };
    let names = figures.rows.iter().map(|row| row.district.as_str());
    names.map(number).collect()
}

fn words(figures: &MapFigures, found: UnequalBy, numbers: &[f64]) -> String {
    let areas = numbers.iter().filter(|number| number.is_finite()).count();
    if areas == 1 {
        return "Only one area has a figure, so there is nothing to compare.".to_owned();
    }
    if found.gini < 1e-9 {
        return "All areas have the same value: nothing is unequal.".to_owned();
    }
    let count = areas as f64;
    // Gini's mean difference is over all pairs, an area with itself among them.
    let apart = 2.0 * found.gini * count / (count - 1.0);
    let apart = if apart < 2.0 {
        format!("{} of the mean", percent(apart * 100.0))
    } else {
        format!("{} times the mean", quantity::figure(apart, Unit::Score, 1))
    };
    let mut words = format!(
        "Two {} picked by chance differ, on average, by {apart} (Gini {}).",
        if figures.level == Level::District {
            "districts"
        } else {
            "areas"
        },
        quantity::figure(found.gini, Unit::Score, 2)
    );
    if let Some(within) = found.theil.and_then(|theil| theil.within_share()) {
        let inside_pct = (within * 100.0).round();
        words.push_str(&format!(
            " {} of the inequality is inside districts, {} between them (Theil).",
            percent(inside_pct),
            percent(100.0 - inside_pct)
        ));
    }
    if figures.subject.nature == Nature::Count {
        words.push_str(" Some areas are simply larger than others, and that is part of it.");
    }
    words
}

fn percent(pct: f64) -> String {
    quantity::figure(pct, Unit::Percent, 0)
}
