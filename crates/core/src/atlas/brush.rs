//! A brush over areas: those outside recede in the map and beside it.

use super::MapFigures;
use crate::chart::histogram::ValueRange;
use crate::order;

/// What is brushed.
#[derive(Clone, Debug, PartialEq)]
pub enum Brush {
    /// Areas whose value lies in a range.
    Range(ValueRange),
    /// Areas picked by their places among the rows, in rising order.
    Rows(Vec<usize>),
}

impl Brush {
    /// A brush over picked rows, in any order.
    #[must_use]
    pub fn of_rows(mut rows: Vec<usize>) -> Self {
        order::sort_by(&mut rows, Ord::cmp);
        Self::Rows(rows)
    }

    /// For each row whether it lies outside.
    #[must_use]
    pub fn outside(&self, figures: &MapFigures) -> Vec<bool> {
        match self {
            Self::Range(range) => {
                let is_outside = |number: f64| !(number.is_finite() && range.holds(number));
                figures.numbers().into_iter().map(is_outside).collect()
            }
            Self::Rows(rows) => (0..figures.rows.len())
                .map(|at| rows.binary_search(&at).is_err())
                .collect(),
        }
    }

    /// How much is brushed: `41 areas of about 1,600 people (LSOAs), 13.8 to 21.4`.
    #[must_use]
    pub fn words(&self, figures: &MapFigures) -> String {
        let outside = self.outside(figures).iter().filter(|is| **is).count();
        let count = figures.areas_words(figures.rows.len().saturating_sub(outside));
        match self {
            Self::Range(range) => {
                let (unit, decimals) = (figures.subject.unit, figures.subject.decimals);
                let range = crate::quantity::class_range(range.above, range.up_to, unit, decimals);
                format!("{count}, {range}")
            }
            Self::Rows(_) => count,
        }
    }
}
