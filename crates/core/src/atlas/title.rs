//! The title of a map: the finding, worked out from the figures.

use super::words::{level_name_plural, percent};
use super::{MapFigures, Named, Nature, Ranking, Row};
use crate::area::Level;
use crate::measure::Direction;
use crate::quantity::{self, Provenance, Quantity};
use crate::stats::change::{Difference, Noise};
use crate::stats::{Spread, rank_descending};

/// With fewer areas than this a share of them is no finding.
const LEAST_AREAS: usize = 50;
/// How many times its share of all areas a district must have of a fifth for it to be told.
const LEAST_EXCESS: f64 = 1.5;

impl MapFigures {
    /// The finding, in a few words, worked out from the figures.
    #[must_use]
    pub fn title(&self, ranking: &Ranking) -> String {
        let row = |at: Option<&usize>| at.and_then(|at| self.rows.get(*at));
        let (Some(highest), Some(lowest)) = (row(ranking.order.first()), row(ranking.order.last()))
        else {
            return "No figure is published here".to_owned();
        };
        if ranking.order.len() == 1 {
            return format!("Only {} has a figure", highest.name);
        }
        if highest.value == lowest.value {
            return format!("The same in all {}", self.areas_words(ranking.order.len()));
        }
        if is_noise(highest, lowest) {
            return format!(
                "No clear difference between {}",
                level_name_plural(self.level)
            );
        }
        let finding = match self.subject.nature {
            _ if ranking.order.len() < LEAST_AREAS || self.level == Level::District => None,
            Nature::Change => self.middle_half(),
            _ => self
                .fullest_district(ranking)
                .or_else(|| self.against_benchmark()),
        };
        finding.unwrap_or_else(|| match self.subject.nature {
            Nature::Rank => format!(
                "First in the order: {}; last: {}",
                lowest.name, highest.name
            ),
            _ => format!("Highest in {}, lowest in {}", highest.name, lowest.name),
        })
    }

    /// Where most areas lie: single changes of small areas are mostly noise.
    fn middle_half(&self) -> Option<String> {
        let spread = Spread::of(&self.known())?;
        let told =
            |number: f64| quantity::signed_figure(number, self.subject.unit, self.subject.decimals);
        Some(format!(
            "Half of all areas lie between {} and {}",
            told(spread.lower_quartile),
            told(spread.upper_quartile)
        ))
    }

    /// The district that has most of the worse fifth of areas, or of the highest where neither
    /// way is worse, when that is far more than its share of all areas.
    fn fullest_district(&self, ranking: &Ranking) -> Option<String> {
        let is_low_worse = self.subject.direction == Direction::HigherIsBetter;
        let count = ranking.order.len();
        let fifth = match is_low_worse {
            true => ranking.order.get(count - count / 5..)?,
            false => ranking.order.get(..count / 5)?,
        };
        let district = |at: &usize| self.rows.get(*at).map(|row| row.district.as_str());
        let share = |name: &str, all: &[usize]| {
            let own = all.iter().filter_map(district).filter(|own| *own == name);
            own.count() as f64 / all.len() as f64
        };
        let mut best: Option<(&str, f64)> = None;
        let mut seen: Vec<&str> = Vec::new();
        for name in fifth.iter().filter_map(district) {
            if seen.contains(&name) {
                continue;
            }
            seen.push(name);
            let of_fifth = share(name, fifth);
            if best.is_none_or(|(_, most)| of_fifth > most) {
                best = Some((name, of_fifth));
            }
        }
        let (name, of_fifth) = best.filter(|(name, _)| !name.is_empty())?;
        let of_all = share(name, &ranking.order);
        let which = match (self.subject.nature, is_low_worse) {
            (Nature::Rank, true) => "the first fifth of the order",
            (Nature::Rank, false) => "the last fifth of the order",
            (_, true) => "the lowest fifth",
            (_, false) => "the highest fifth",
        };
        (of_fifth >= LEAST_EXCESS * of_all).then(|| {
            format!(
                "{name} has {} of the areas in {which}, but only {} of all areas",
                percent(of_fifth * 100.0),
                percent(of_all * 100.0)
            )
        })
    }

    /// How many areas are on which side of the largest area that has a figure.
    fn against_benchmark(&self) -> Option<String> {
        let Named { name, value, .. } = self.benchmarks.last()?;
        let known = self.known();
        let above = rank_descending(&known, *value) - 1;
        let below = known.iter().filter(|number| *number < value).count();
        let (side, count) = match (self.subject.nature, above > below) {
            (Nature::Rank, true) => ("come later in the order than", above),
            (Nature::Rank, false) => ("come earlier in the order than", below),
            (_, true) => ("are above", above),
            (_, false) => ("are below", below),
        };
        let share = count as f64 / known.len() as f64 * 100.0;
        Some(format!("{} of areas {side} {name}", percent(share)))
    }
}

/// Whether the published intervals leave open whether the highest is above the lowest.
fn is_noise(highest: &Row, lowest: &Row) -> bool {
    let quantity = |row: &Row| Quantity {
        value: row.value,
        interval: row.interval,
        provenance: Provenance::Observed,
    };
    let (highest, lowest) = (quantity(highest), quantity(lowest));
    let difference = Difference::between(&lowest, &highest, Noise::Published);
    matches!(difference, Difference::NotClear { .. })
}
