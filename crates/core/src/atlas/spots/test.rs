//! The test for clusters: asked for here, answered in the background, packed as letters.

use crate::area::Level;
use crate::atlas::{Atlas, MapFigures};
use crate::background::Question;
use crate::stats::autocorrelation::{
    Cluster, Clusters, Lisa, Neighbours, NoAutocorrelation, Trial,
};

impl MapFigures {
    /// Which rows lie among their like, given the neighbours of each row? The same figures always
    /// give the same clusters.
    ///
    /// # Errors
    /// [`NoAutocorrelation`] when there are too few figures, or all are equal.
    pub fn clusters_question(
        &self,
        neighbours: &Neighbours,
    ) -> Result<Question, NoAutocorrelation> {
        let values = self.numbers();
        Lisa::new(&values, neighbours, Trial::default())?;
        Ok(Question::Clusters {
            values,
            neighbours: neighbours.clone(),
        })
    }
}

impl Atlas {
    /// The kind of each area as worked out when the pack was made, in ascending order of code;
    /// none where nothing is packed for that level and period.
    #[must_use]
    pub fn clusters(&self, slug: &str, level: Level, period: &str) -> Option<Vec<Option<Cluster>>> {
        let letters = self.small.cluster_letters(slug, level, period)?;
        Some(kinds(letters))
    }
}

/// Clusters as one letter for each area, as a pack holds them.
#[must_use]
pub fn letters(clusters: &Clusters) -> String {
    let areas = clusters.areas.iter();
    let letter = |kind: Cluster| {
        let own = LETTERS.iter().find(|(own, _)| *own == kind);
        own.map_or(LEFT_OUT, |(_, letter)| *letter)
    };
    areas
        .map(|area| area.map_or(LEFT_OUT, |local| letter(local.kind)))
        .collect()
}

/// The kind of each area from its letter; none for areas that are left out.
#[must_use]
pub fn kinds(letters: &str) -> Vec<Option<Cluster>> {
    let kind = |letter: char| {
        let own = LETTERS.iter().find(|(_, own)| *own == letter);
        own.map(|(kind, _)| *kind)
    };
    letters.chars().map(kind).collect()
}

const LETTERS: [(Cluster, char); 5] = [
    (Cluster::HighHigh, 'H'),
    (Cluster::LowLow, 'L'),
    (Cluster::HighLow, 'h'),
    (Cluster::LowHigh, 'l'),
    (Cluster::NotClear, '-'),
];
/// An area without a figure, or without a neighbour that has one.
const LEFT_OUT: char = '.';
