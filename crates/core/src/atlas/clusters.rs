//! Hot and cold spots, worked out when the pack was made and kept as one letter per area.

use super::Atlas;
use crate::area::Level;
use crate::stats::autocorrelation::{Cluster, Clusters};

/// Each kind and its letter; an area without a value has [`NO_VALUE`].
const LETTERS: [(Cluster, char); 5] = [
    (Cluster::HighHigh, 'H'),
    (Cluster::LowLow, 'L'),
    (Cluster::HighLow, 'h'),
    (Cluster::LowHigh, 'l'),
    (Cluster::NotClear, '-'),
];
const NO_VALUE: char = '.';

impl Atlas {
    /// The kind of each area as packed, in ascending order of code; none for areas without a
    /// value. None when nothing is packed for that level and period.
    #[must_use]
    pub fn clusters(&self, slug: &str, level: Level, period: &str) -> Option<Vec<Option<Cluster>>> {
        let letters = self.small.cluster_letters(slug, level, period)?;
        Some(letters.chars().map(kind).collect())
    }
}

/// Clusters as the letters of a pack.
#[must_use]
pub fn letters(clusters: &Clusters) -> String {
    let letter = |kind: Cluster| {
        let own = LETTERS.iter().find(|(own, _)| *own == kind);
        own.map_or(NO_VALUE, |(_, letter)| *letter)
    };
    let areas = clusters.areas.iter();
    areas
        .map(|area| area.map_or(NO_VALUE, |local| letter(local.kind)))
        .collect()
}

fn kind(letter: char) -> Option<Cluster> {
    LETTERS
        .iter()
        .find(|(_, own)| *own == letter)
        .map(|(kind, _)| *kind)
}
