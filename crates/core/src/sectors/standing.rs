//! Where places stand in the order of complexity, in words.

use super::words::list;
use super::{Ground, Landscape, NoAnswer};
use crate::data::Industries;
use crate::quantity;
use crate::stats::complexity::Complexity;

impl Landscape {
    /// Where each district of a place stands, a sentence each.
    ///
    /// # Errors
    /// [`NoAnswer::UnknownPlace`].
    pub fn sentences(&self, industries: &Industries, place: &str) -> Result<Vec<String>, NoAnswer> {
        let place = Ground::find(industries, place)?;
        let all: Vec<&str> = industries.districts().map(|own| own.key.as_str()).collect();
        let own = place.districts().filter_map(|at| all.get(at));
        Ok(own.filter_map(|key| self.sentence(key)).collect())
    }

    /// Where a place stands, in a sentence; to be shown with [`CAPTION`](super::CAPTION).
    #[must_use]
    pub fn standing(&self, place: &Ground<'_>) -> String {
        let (ranks, count) = self.ranks(place);
        let is_upper = |rank: &&usize| **rank < count.div_ceil(2);
        match ranks.as_slice() {
            [_, .., _] => format!(
                "{} of {} districts of {} stand in the upper half of {} in the order of complexity.",
                quantity::count(ranks.iter().filter(is_upper).count()),
                quantity::count(ranks.len()),
                place.name,
                quantity::count(count)
            ),
            _ => {
                let mut own = place.districts();
                let only = own.next().and_then(|at| self.districts.get(at));
                let told = only.and_then(|district| self.sentence(&district.key));
                told.unwrap_or_else(|| format!("{}.", self.title(place)))
            }
        }
    }

    /// The same as a title.
    pub(super) fn title(&self, place: &Ground<'_>) -> String {
        let (ranks, count) = self.ranks(place);
        let told = |rank: usize| (quantity::ordinal(rank + 1), self.name_at(rank));
        match ranks.as_slice() {
            [] => format!("{} has no place in the order of complexity", place.name),
            [only] => format!(
                "{} is {} of {} districts in the order of complexity",
                self.name_at(*only),
                quantity::ordinal(only + 1),
                quantity::count(count)
            ),
            [first, .., last] => {
                let ((first, high), (last, low)) = (told(*first), told(*last));
                format!(
                    "In complexity, districts of {} reach from {first} ({high}) to {last} ({low})",
                    place.name
                )
            }
        }
    }

    /// The ranks of a place's districts, from 0, the highest first, and how many there are.
    fn ranks(&self, place: &Ground<'_>) -> (Vec<usize>, usize) {
        let ranking = self.complexity().map(Complexity::ranking);
        let ranking = ranking.unwrap_or_default();
        let own: Vec<usize> = place.districts().collect();
        let ranks = ranking.iter().enumerate();
        let ranks = ranks.filter(|(_, district)| own.contains(district));
        (ranks.map(|(rank, _)| rank).collect(), ranking.len())
    }

    /// The district of a rank from 0.
    fn name_at(&self, rank: usize) -> &str {
        let ranking = self.complexity().map(Complexity::ranking);
        let district = ranking.unwrap_or_default().get(rank).copied();
        let district = district.and_then(|at| self.districts.get(at));
        district.map_or("", |own| &own.name)
    }

    /// Where a district stands in the order of complexity, in a sentence; to be shown with
    /// [`CAPTION`](super::CAPTION). None for one without an index.
    #[must_use]
    pub fn sentence(&self, district: &str) -> Option<String> {
        let ranking = self.complexity().ok()?.ranking();
        let name = |rank: usize| {
            let place = ranking.get(rank)?;
            self.districts.get(*place).map(|own| own.name.as_str())
        };
        let is_asked = |place: &usize| {
            let own = self.districts.get(*place);
            own.is_some_and(|own| own.key == district)
        };
        let rank = ranking.iter().position(is_asked)?;
        let beside: Vec<String> = [rank.checked_sub(1), rank.checked_add(1)]
            .into_iter()
            .filter_map(|beside| Some(name(beside?)?.to_owned()))
            .collect();
        Some(format!(
            "{} is {} of {} districts in the order of complexity, next to {}.",
            name(rank)?,
            quantity::ordinal(rank + 1),
            quantity::count(ranking.len()),
            list(&beside)
        ))
    }
}
