//! The pack's form on disk: plain records as JSON holds them, nothing checked yet.
//!
//! Every list is in a fixed order so that the same input gives the same bytes.
//! [`super::check`] turns these into a [`super::Dataset`] and names each fault.

mod content;
pub(crate) mod fields;
mod pack;
mod read;
mod small_areas;
mod topology;

pub use content::{ChallengeWire, ContentWire, WeightWire};
pub use pack::{
    AreaWire, BreakWire, CompanionWire, DistributionWire, EnglishDistricts, MarkWire, MeasureWire,
    MessageWords, NamedPlaceWire, PackWire, PlaceWire, ProductWire, RetiredWire, SeriesWire,
    SourceWire, ThemeWire, UnavailableWire,
};
pub use small_areas::{
    BenchmarkWire, ClusterMapWire, ClustersWire, ColumnWire, FlowEndWire, FlowTableWire, FlowsWire,
    LandmarkWire, LookupWire, SmallAreasWire, SmallMeasureWire,
};
pub use topology::{LayerWire, ShapeWire, TopologyWire};

/// The schema of the core pack that this build reads and writes.
pub const PACK_SCHEMA: &str = "economic-roadmap/pack/1";

/// The schema of the small-area companion that this build reads and writes.
pub const SMALL_AREAS_SCHEMA: &str = "economic-roadmap/small-areas/1";

/// The schema of the content companion that this build reads and writes.
pub const CONTENT_SCHEMA: &str = "economic-roadmap/content/1";
