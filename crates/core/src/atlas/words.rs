//! A map in words: a finding for a title, a sentence, a line per area, a table.

use super::{MapFigures, Nature, Ranking, Row};
use crate::area::Level;
use crate::measure::Unit;
use crate::quantity;
use crate::stats::median;

impl MapFigures {
    /// Measure, unit, period, and how the figures came to be at this level; what the name says
    /// already is not said again.
    #[must_use]
    pub fn subtitle(&self) -> String {
        let name = &self.subject.name;
        let unit = quantity::unit_name(self.subject.unit);
        let mut words = name.clone();
        for part in [unit, &self.period_words] {
            if !part.is_empty() && !name.to_lowercase().ends_with(&part.to_lowercase()) {
                words.push_str(", ");
                words.push_str(part);
            }
        }
        if self.is_added_up {
            words.push_str(", added up from smaller areas");
        }
        words
    }

    /// What the map shows, in a few sentences: the ends, the middle, larger areas, gaps.
    #[must_use]
    pub fn sentence(&self, ranking: &Ranking) -> String {
        let at = |at: Option<&usize>| at.and_then(|at| self.rows.get(*at));
        let count = self.areas_words(self.rows.len());
        let (Some(highest), Some(lowest)) = (at(ranking.order.first()), at(ranking.order.last()))
        else {
            let name = in_sentence(&self.subject.name);
            return format!("A map of {count}; none has a figure for {name}.");
        };
        let ends = match ranking.order.len() {
            1 => format!("{} has {}", full_name(highest), self.told(highest.value)),
            _ if highest.value == lowest.value => {
                format!("All have {}", self.told(highest.value))
            }
            _ => format!(
                "From {} in {} to {} in {}",
                self.told(lowest.value),
                full_name(lowest),
                self.told(highest.value),
                full_name(highest),
            ),
        };
        let known = self.known();
        let middle = median(&known).filter(|_| highest.value != lowest.value);
        let middle = middle.map_or_else(String::new, |middle| {
            let area = middle_name(self.level);
            format!(" The {area} has {}.", self.told_number(middle))
        });
        let larger = self.benchmarks.iter();
        let larger =
            larger.map(|named| format!("{} {}", named.name, self.told_number(named.value)));
        let larger = match larger.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => none,
            larger => format!(" Beside them: {larger}."),
        };
        let gaps = match self.rows.len().saturating_sub(ranking.order.len()) {
            0 => String::new(),
            gaps => format!(" {} no figure.", have(gaps)),
        };
        let subtitle = self.subtitle();
        format!("A map of {count}: {subtitle}. {ends}.{middle}{larger}{gaps}")
    }

    /// What the live region says of an area: name, value, rank, interval.
    #[must_use]
    pub fn area_words(&self, at: usize, ranking: &Ranking) -> String {
        let name = self.rows.get(at).map(full_name);
        name.map_or_else(String::new, |name| {
            format!("{name}: {}", self.figure_words(at, ranking))
        })
    }

    /// An area's value, rank and interval.
    pub(super) fn figure_words(&self, at: usize, ranking: &Ranking) -> String {
        let value = self.rows.get(at).map(|row| self.told(row.value));
        let standing = self.standing(at, ranking);
        let words: Vec<String> = value.into_iter().chain(standing).collect();
        words.join(", ")
    }

    /// Where an area stands: its rank and its interval.
    #[must_use]
    pub fn standing_words(&self, at: usize, ranking: &Ranking) -> String {
        self.standing(at, ranking).join("; ")
    }

    fn standing(&self, at: usize, ranking: &Ranking) -> Vec<String> {
        let interval = self.rows.get(at).and_then(|row| row.interval);
        let (unit, decimals) = (self.subject.unit, self.subject.decimals);
        let interval = interval.map(|interval| {
            let range = quantity::range(interval, unit, decimals);
            format!("95% interval {range}")
        });
        let rank = match self.subject.nature {
            Nature::Rank => ranking.order_words(at),
            _ => ranking.words(at),
        };
        rank.into_iter().chain(interval).collect()
    }

    /// The rows in the order of a table: the highest first, those without a figure last.
    #[must_use]
    pub fn table_order(&self, ranking: &Ranking) -> Vec<usize> {
        let without = ranking.ranks.iter().zip(0..);
        let without = without.filter(|(rank, _)| rank.is_none()).map(|(_, at)| at);
        ranking.order.iter().copied().chain(without).collect()
    }

    /// The names of the table's columns.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let mut columns = self.area_columns();
        columns.extend(self.value_columns());
        columns
    }

    /// The table's row of an area.
    #[must_use]
    pub fn cells(&self, at: usize, ranking: &Ranking) -> Vec<String> {
        let mut cells = self.area_cells(at);
        cells.extend(self.value_cells(at, ranking));
        cells
    }

    /// The numbers there are, in the order of the rows.
    pub(super) fn known(&self) -> Vec<f64> {
        let mut numbers = self.numbers();
        numbers.retain(|number| number.is_finite());
        numbers
    }

    /// Whether any area's interval is published.
    #[must_use]
    pub fn publishes_intervals(&self) -> bool {
        self.rows.iter().any(|row| row.interval.is_some())
    }

    /// What the areas of a level are called, counted: `713 neighbourhoods (LSOAs)`.
    #[must_use]
    pub fn areas_words(&self, count: usize) -> String {
        format!(
            "{} {}",
            quantity::count(count),
            level_words(self.level, count)
        )
    }
}

/// What an area of a level is called, in plain words and then the term.
#[must_use]
pub fn level_words(level: Level, count: usize) -> &'static str {
    match (level, count) {
        (Level::District, 1) => "district",
        (Level::District, _) => "districts",
        (Level::Msoa, 1) => "area of about 8,000 people (MSOA)",
        (Level::Msoa, _) => "areas of about 8,000 people (MSOAs)",
        (_, 1) => "area of about 1,600 people (LSOA)",
        (_, _) => "areas of about 1,600 people (LSOAs)",
    }
}

/// What the areas of a level are called, in the plural and short.
#[must_use]
pub const fn level_name_plural(level: Level) -> &'static str {
    match level {
        Level::District => "districts",
        Level::Msoa => "MSOAs",
        _ => "LSOAs",
    }
}

/// The name of an area and of its district, unless the one says the other.
#[must_use]
pub fn full_name(row: &Row) -> String {
    if row.district.is_empty() || row.name.contains(&row.district) {
        row.name.clone()
    } else {
        format!("{}, {}", row.name, row.district)
    }
}

/// A measure's name inside a sentence: its first letter small, unless it begins with an
/// abbreviation.
pub(super) fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            let first = first.to_lowercase();
            first.chain([second]).chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

/// What the one in the middle of a level's areas is called.
pub(super) const fn middle_name(level: Level) -> &'static str {
    match level {
        Level::District => "middle district",
        _ => "middle area",
    }
}

/// A share in percent without decimals.
pub(super) fn percent(pct: f64) -> String {
    quantity::figure(pct, Unit::Percent, 0)
}

fn have(count: usize) -> String {
    let verb = if count == 1 { "area has" } else { "areas have" };
    format!("{} {verb}", quantity::count(count))
}
