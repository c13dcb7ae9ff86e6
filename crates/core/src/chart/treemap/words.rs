//! The treemap in words.

use super::marks::share;
use super::{PlacedGroup, PlacedTile, TreemapGroup, TreemapSpec, drawn};
use crate::chart::placed::{TextAlternative, dated};
use crate::quantity;

impl TreemapSpec {
    /// What the live region says of a tile.
    pub(super) fn tile_words(
        &self,
        group: &TreemapGroup,
        placed: &PlacedTile<'_>,
        whole: f64,
    ) -> String {
        let spoken = quantity::spoken(placed.value, self.unit, self.decimals);
        let told = [placed.tile.name.as_str(), ": ", &spoken].concat();
        let mut words = dated(&told, &self.period);
        if let Some(share) = share(placed.value, whole) {
            words.extend([", ", &share, " of ", &self.whole_name]);
        }
        if !placed.tile.fill_words.is_empty() {
            words.extend([", ", &placed.tile.fill_words]);
        }
        words.extend([". Part of ", &group.name]);
        words
    }

    pub(super) fn brief(&self, placed: &PlacedTile<'_>) -> String {
        let figure = quantity::figure(placed.value, self.unit, self.decimals);
        [placed.tile.name.as_str(), " ", &figure].concat()
    }

    /// The sentence, and every tile in the table by group, those without one too.
    pub(super) fn words(&self, groups: &[PlacedGroup<'_>], whole: f64) -> TextAlternative {
        let rows = self.groups.iter().flat_map(|group| {
            group.tiles.iter().map(move |tile| {
                let value = drawn(tile.value).and_then(|value| share(value, whole));
                vec![
                    group.name.clone(),
                    tile.name.clone(),
                    quantity::value_words(tile.value, self.unit, self.decimals),
                    value.unwrap_or_default(),
                    tile.fill_words.clone(),
                ]
            })
        });
        TextAlternative {
            sentence: self.sentence(groups, whole),
            columns: vec![
                "Group".to_owned(),
                "Name".to_owned(),
                dated(&self.measure, &self.period),
                ["Share of ", &self.whole_name].concat(),
                "Remarks".to_owned(),
            ],
            rows: rows.collect(),
        }
    }

    fn sentence(&self, groups: &[PlacedGroup<'_>], whole: f64) -> String {
        let measure = dated(&self.measure, &self.period);
        let Some(largest) = groups.first() else {
            return [measure.as_str(), ": no figure is published."].concat();
        };
        let spoken = quantity::spoken(whole, self.unit, self.decimals);
        let mut sentence = [measure.as_str(), ": ", &spoken, " in all"].concat();
        if let Some(share) = share(largest.sum, whole) {
            sentence.extend([
                "; the largest group is ",
                &largest.group.name,
                " with ",
                &share,
            ]);
        }
        let tiles = groups.iter().flat_map(|group| &group.tiles);
        let largest = tiles.reduce(|best, next| if next.value > best.value { next } else { best });
        if let Some((tile, share)) =
            largest.and_then(|one| Some((one.tile, share(one.value, whole)?)))
        {
            sentence.extend([", the largest part ", &tile.name, " with ", &share]);
        }
        sentence.push('.');
        sentence
    }
}
