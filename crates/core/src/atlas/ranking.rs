//! The rows of a map in the order of their values.

use super::MapFigures;
use crate::order;
use crate::quantity;

/// The rows of a map with their places in the order of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Positions of rows that have a number, from the highest value down.
    pub order: Vec<usize>,
    /// For each row its rank from the highest, which is 1; ties share the better one.
    pub ranks: Vec<Option<usize>>,
    /// The same from the lowest.
    from_lowest: Vec<Option<usize>>,
}

impl Ranking {
    /// Ranks the rows of a map.
    #[must_use]
    pub fn of(figures: &MapFigures) -> Self {
        let numbers = figures.numbers();
        let mut order: Vec<(f64, usize)> = numbers.iter().copied().zip(0..).collect();
        order.retain(|(number, _)| number.is_finite());
        order::sort_by(&mut order, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let rank = |number: &f64| {
            let above = order.partition_point(|(other, _)| other > number);
            number.is_finite().then_some(above + 1)
        };
        let from_lowest = |number: &f64| {
            let from = order.partition_point(|(other, _)| other >= number);
            number.is_finite().then_some(order.len() - from + 1)
        };
        Self {
            ranks: numbers.iter().map(rank).collect(),
            from_lowest: numbers.iter().map(from_lowest).collect(),
            order: order.into_iter().map(|(_, at)| at).collect(),
        }
    }

    /// A row's rank in a table.
    pub(super) fn cell(&self, at: usize) -> String {
        let rank = self.ranks.get(at).copied().flatten();
        rank.map_or_else(|| "none".to_owned(), quantity::count)
    }

    /// A row's rank in a sentence, from the nearer end: `12th highest of 713`.
    pub(super) fn words(&self, at: usize) -> Option<String> {
        let of = quantity::count(self.order.len());
        let (from_highest, from_lowest) = self.both(at)?;
        let (rank, end) = match from_highest <= from_lowest {
            true => (from_highest, "highest"),
            false => (from_lowest, "lowest"),
        };
        Some(match rank {
            1 => format!("{end} of {of}"),
            _ => format!("{} {end} of {of}", quantity::ordinal(rank)),
        })
    }

    /// The same where figures are places in an order: `earlier in the order than 680 of the 713`.
    pub(super) fn order_words(&self, at: usize) -> Option<String> {
        let all = self.order.len();
        let (from_highest, from_lowest) = self.both(at)?;
        let (later, earlier) = (from_highest - 1, from_lowest - 1);
        let (side, others) = match later >= earlier {
            true => ("earlier", later),
            false => ("later", earlier),
        };
        let (others, all) = (quantity::count(others), quantity::count(all));
        Some(format!("{side} in the order than {others} of the {all}"))
    }

    /// The ranks of a row from the highest and from the lowest.
    fn both(&self, at: usize) -> Option<(usize, usize)> {
        let rank = |ranks: &[Option<usize>]| ranks.get(at).copied().flatten();
        Some((rank(&self.ranks)?, rank(&self.from_lowest)?))
    }
}
