//! Small areas, checked and ready to ask: areas by layer, measures, figures.

mod figures;
mod flows;
mod landmark;
mod measure;
mod sets;

use std::collections::BTreeSet;

use super::wire::{ClusterMapWire, ClustersWire, TopologyWire};
use crate::area::{Area, AreaCode, Level, Vintage};
use crate::source::Source;

pub(super) use figures::Column;
pub use figures::{Figures, LayerOfMeasure};
pub use flows::{Flow, FlowEnd, FlowRole, FlowTable, Flows, Way};
pub use landmark::{Landmark, LandmarkKind};
pub use measure::{Benchmark, BenchmarkOf, Kind, SmallMeasure};
pub use sets::AreaSet;
pub(super) use sets::build as build_sets;

/// The checked small-area companion.
#[derive(Clone, Debug)]
pub struct SmallAreas {
    /// The version of the core pack it was built with.
    pub pack_version: String,
    /// The hash of its content.
    pub content_hash: String,
    /// Districts, then MSOAs and LSOAs of both censuses.
    pub(super) sets: Vec<AreaSet>,
    /// Which old area shares ground with which new one.
    pub lookups: Vec<Lookup>,
    /// Who published the figures here, sources shared with the core pack included.
    pub sources: Vec<Source>,
    pub(super) columns: Vec<Column>,
    pub(super) measures: Vec<SmallMeasure>,
    pub(super) people: String,
    pub(super) clusters: ClustersWire,
    pub(super) landmarks: Vec<Landmark>,
    /// Who travels to work where.
    pub flows: Flows,
    /// Its arcs and layers, still to be decoded by [`crate::geo`].
    pub topology: TopologyWire,
}

/// One pair of an old area and a new one that share ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// The 2011 census area.
    pub from_2011: AreaCode,
    /// The 2021 census area.
    pub to_2021: AreaCode,
    /// How it changed, as published.
    pub change: String,
}

impl SmallAreas {
    /// Every MSOA and LSOA of both censuses.
    pub fn areas(&self) -> impl Iterator<Item = &Area> {
        self.sets
            .iter()
            .filter(|set| set.level != Level::District)
            .flat_map(|set| &set.areas)
    }

    /// The areas of one level and vintage in ascending order of code; districts are of any
    /// vintage.
    #[must_use]
    pub fn set(&self, level: Level, vintage: Vintage) -> Option<&AreaSet> {
        self.sets
            .iter()
            .find(|set| set.level == level && (level == Level::District || set.vintage == vintage))
    }

    /// Every measure, in reading order.
    #[must_use]
    pub fn measures(&self) -> &[SmallMeasure] {
        &self.measures
    }

    /// The measure of a slug.
    #[must_use]
    pub fn measure(&self, slug: &str) -> Option<&SmallMeasure> {
        self.measures.iter().find(|measure| measure.slug == slug)
    }

    /// How clusters were tested: permutations for each area, the seed, and the share of them
    /// that may be due to chance.
    #[must_use]
    pub const fn cluster_trial(&self) -> (u32, u32, f64) {
        let clusters = &self.clusters;
        (clusters.permutations, clusters.seed, clusters.false_share)
    }

    /// The packed letters of a measure's hot and cold spots, one per area in ascending order
    /// of code; none when none are packed for that level and period.
    #[must_use]
    pub fn cluster_letters(&self, slug: &str, level: Level, period: &str) -> Option<&str> {
        let mut maps = self.clusters.maps.iter();
        let is_asked = |map: &&ClusterMapWire| {
            map.measure == slug && map.level == level.key() && map.period == period
        };
        maps.find(is_asked).map(|map| map.areas.as_str())
    }

    pub(super) fn keep_used_sources(&mut self) {
        let of_measures = self.measures.iter().map(|measure| &measure.source);
        let of_flows = self.flows.tables.iter().map(|table| &table.source);
        let used: BTreeSet<&String> = of_measures.chain(of_flows).collect();
        self.sources.retain(|source| used.contains(&source.key));
    }

    /// The source of a measure.
    #[must_use]
    pub fn source_of(&self, measure: &SmallMeasure) -> Option<&Source> {
        self.sources
            .iter()
            .find(|source| source.key == measure.source)
    }
}
