//! The pack's form on disk: plain records as JSON holds them, nothing checked yet.
//!
//! Every list is in a fixed order so that the same input gives the same bytes.
//! [`super::check`] turns these into a [`super::Dataset`] and names each fault.

mod britain;
mod content;
mod evidence;
pub(crate) mod fields;
mod hindcast;
mod model;
mod pack;
mod read;
mod read_britain;
mod read_evidence;
mod read_region;
mod read_roadmap;
mod region;
mod roadmap;
mod small_areas;
mod topology;

pub use britain::{
    BritainShapesWire, BritainWire, ClassificationWire, DistrictsWire, FilledJobWire,
    GvaIndustryWire, GvaPlaceWire, GvaWire, JobTableWire, ReorganisedWire, SectorWire, SupplyWire,
    TerritoryWire,
};
pub use content::{ChallengeWire, CompanionSourcesWire, ContentWire, UsedSourceWire, WeightWire};
pub use evidence::{
    ConstantWire, EvidenceWire, LeverWire, ParameterWire, ScenarioWire, SectionColumnWire,
    SectionWire, SettingWire, ShiftWire,
};
pub use hindcast::HindcastRowWire;
pub use model::ModelWire;
pub use pack::{
    AreaWire, BreakWire, CompanionWire, DistributionWire, EnglishDistricts, MarkWire, MeasureWire,
    MessageWords, NamedPlaceWire, PackWire, PlaceWire, ProductWire, RetiredWire, SeriesWire,
    SourceWire, ThemeWire, UnavailableWire,
};
pub use region::{
    CountryPeopleWire, EmissionsWire, HistoryWire, OutlookWire, RegionDistrictWire, RegionWire,
};
pub use roadmap::{
    ActionWire, ClaimWire, DatedWire, DocumentWire, EntryWire, GapWire, HistoryEntryWire,
    IndicatorWire, MilestoneWire, NamedWire, ProcurementWire, RoadmapLeverWire, RoadmapWire,
    ShownWire, StepWire, StoryWire,
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

/// The schema of the Britain companion that this build reads and writes.
pub const BRITAIN_SCHEMA: &str = "economic-roadmap/britain/1";

/// The schema of the model companion that this build reads and writes.
pub const MODEL_SCHEMA: &str = "economic-roadmap/model/1";

/// The schema of the coarse shapes beside it that this build reads and writes.
pub const BRITAIN_SHAPES_SCHEMA: &str = "economic-roadmap/britain-shapes/1";

/// The schema of the roadmap companion that this build reads and writes.
pub const ROADMAP_SCHEMA: &str = "economic-roadmap/roadmap/1";

/// The schema of a workshop register that this build reads and writes.
pub const REGISTER_SCHEMA: &str = "economic-roadmap/register/1";

/// The schema of a story that this build reads and writes.
pub const STORY_SCHEMA: &str = "economic-roadmap/story/1";
