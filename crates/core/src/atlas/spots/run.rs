//! The test for clusters in steps, and its answer as letters.

use crate::area::Level;
use crate::atlas::{Atlas, MapFigures};
use crate::stats::autocorrelation::{
    Cluster, Clusters, Lisa, Neighbours, NoAutocorrelation, Trial,
};

/// The test of all areas against chance, in steps: in a worker, or between two pictures.
#[derive(Clone, Debug)]
pub struct ClusterRun(Lisa);

impl ClusterRun {
    /// Prepares the test of a map's figures, with the neighbours of each row. The same figures
    /// always give the same clusters.
    ///
    /// # Errors
    /// [`NoAutocorrelation`] when there are too few figures, or all are equal.
    pub fn new(figures: &MapFigures, neighbours: &Neighbours) -> Result<Self, NoAutocorrelation> {
        Lisa::new(&figures.numbers(), neighbours, Trial::default()).map(Self)
    }

    /// Tests some areas more; says which share is done, 0 to 1.
    pub fn advance(&mut self, areas: usize) -> f64 {
        self.0.advance(areas);
        match self.0.to_test() {
            0 => 1.0,
            all => self.0.tested() as f64 / all as f64,
        }
    }

    /// Tests what is left and gives the clusters.
    #[must_use]
    pub fn finish(self) -> Clusters {
        self.0.finish()
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

/// Clusters as one letter for each area, as a pack and a worker's answer hold them.
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
