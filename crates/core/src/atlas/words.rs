//! A map in words: a finding for a title, a sentence, a line per area, a table.

use super::{MapFigures, Row};
use crate::area::Level;
use crate::order;
use crate::quantity;
use crate::stats::{median, rank_descending};

/// The rows of a map with their places in the order of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Positions of rows that have a number, from the highest value down.
    pub order: Vec<usize>,
    /// For each row its rank from the highest, which is 1; ties share the better one.
    pub ranks: Vec<Option<usize>>,
}

impl Ranking {
    /// Ranks the rows of a map.
    #[must_use]
    pub fn of(figures: &MapFigures) -> Self {
        let numbers = figures.numbers();
        let known: Vec<f64> = numbers.iter().copied().filter(|n| n.is_finite()).collect();
        let mut order: Vec<(f64, usize)> = numbers.iter().copied().zip(0..).collect();
        order.retain(|(number, _)| number.is_finite());
        order::sort_by(&mut order, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let rank = |number: &f64| number.is_finite().then(|| rank_descending(&known, *number));
        Self {
            order: order.into_iter().map(|(_, at)| at).collect(),
            ranks: numbers.iter().map(rank).collect(),
        }
    }

    /// A row's rank in a table.
    pub(super) fn cell(&self, at: usize) -> String {
        let rank = self.ranks.get(at).copied().flatten();
        rank.map_or_else(|| "none".to_owned(), quantity::count)
    }

    /// A row's rank in a sentence: `12th highest of 713`.
    pub(super) fn words(&self, at: usize) -> Option<String> {
        let rank = self.ranks.get(at).copied().flatten()?;
        let of = quantity::count(self.order.len());
        Some(match rank {
            1 => format!("highest of {of}"),
            _ => format!("{} highest of {of}", quantity::ordinal(rank)),
        })
    }
}

impl MapFigures {
    /// The finding, in a few words, worked out from the figures.
    #[must_use]
    pub fn title(&self, ranking: &Ranking) -> String {
        let name = |at: Option<&usize>| at.and_then(|at| self.rows.get(*at));
        let (Some(highest), Some(lowest)) =
            (name(ranking.order.first()), name(ranking.order.last()))
        else {
            return "No figure is published here".to_owned();
        };
        if highest.value == lowest.value {
            return format!("The same in {}", self.areas_words(ranking.order.len()));
        }
        match self.fullest_district(ranking) {
            Some(finding) => finding,
            None => format!("Highest in {}, lowest in {}", highest.name, lowest.name),
        }
    }

    /// Measure, unit, period, and how the figures came to be at this level.
    #[must_use]
    pub fn subtitle(&self) -> String {
        let unit = quantity::unit_name(self.subject.unit);
        let added = if self.is_added_up {
            ", added up from smaller areas"
        } else {
            ""
        };
        let period = match self.period_words.as_str() {
            "" => String::new(),
            period => format!(", {period}"),
        };
        format!("{}, {unit}{period}{added}", self.subject.name)
    }

    /// One sentence that says what the map shows.
    #[must_use]
    pub fn sentence(&self, ranking: &Ranking) -> String {
        let at = |at: Option<&usize>| at.and_then(|at| self.rows.get(*at));
        let count = self.areas_words(self.rows.len());
        let (Some(highest), Some(lowest)) = (at(ranking.order.first()), at(ranking.order.last()))
        else {
            return format!(
                "A map of {count}; none has a figure for {}.",
                self.subject.name
            );
        };
        let numbers: Vec<f64> = self
            .numbers()
            .into_iter()
            .filter(|n| n.is_finite())
            .collect();
        let middle = median(&numbers).map_or_else(String::new, |middle| {
            format!(" The middle area has {}.", self.told_number(middle))
        });
        let gaps = self.rows.len().saturating_sub(ranking.order.len());
        let gaps = match gaps {
            0 => String::new(),
            gaps => format!(" {} no figure.", have(gaps)),
        };
        format!(
            "A map of {count}: {}. From {} in {} to {} in {}.{middle}{gaps}",
            self.subtitle(),
            self.told(lowest.value),
            full_name(lowest),
            self.told(highest.value),
            full_name(highest),
        )
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
        ranking.words(at).into_iter().chain(interval).collect()
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

    /// The district that has most of the highest fifth of its areas, when that is a finding:
    /// at least half as many again as its share of all areas.
    fn fullest_district(&self, ranking: &Ranking) -> Option<String> {
        const LEAST_AREAS: usize = 50;
        const LEAST_EXCESS: f64 = 1.5;
        if self.level == Level::District || ranking.order.len() < LEAST_AREAS {
            return None;
        }
        let fifth = ranking.order.get(..ranking.order.len() / 5)?;
        let district = |at: &usize| self.rows.get(*at).map(|row| row.district.as_str());
        let mut best: Option<(&str, f64, f64)> = None;
        let mut seen: Vec<&str> = Vec::new();
        for name in fifth.iter().filter_map(district) {
            if seen.contains(&name) {
                continue;
            }
            seen.push(name);
            let share = |all: &[usize]| {
                let own = all
                    .iter()
                    .filter_map(district)
                    .filter(|own| *own == name)
                    .count();
                own as f64 / all.len() as f64
            };
            let (of_fifth, of_all) = (share(fifth), share(&ranking.order));
            if best.is_none_or(|(_, most, _)| of_fifth > most) {
                best = Some((name, of_fifth, of_all));
            }
        }
        let (name, of_fifth, of_all) = best?;
        (of_fifth >= LEAST_EXCESS * of_all).then(|| {
            format!(
                "{name} has {} of the areas and {} of the highest fifth",
                percent(of_all),
                percent(of_fifth)
            )
        })
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

fn percent(share: f64) -> String {
    quantity::figure(share * 100.0, crate::measure::Unit::Percent, 0)
}

fn have(count: usize) -> String {
    let verb = if count == 1 { "area has" } else { "areas have" };
    format!("{} {verb}", quantity::count(count))
}
