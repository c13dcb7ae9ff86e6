//! Wire -> check -> dataset: the pack as read, its faults named, then ready to use.

mod check;
mod content;
mod dataset;
mod finding;
mod industries;
pub mod model;
pub mod register_file;
pub mod roadmap;
pub mod scenario_file;
mod search;
mod small;
pub mod story_file;
pub mod wire;

pub use check::{
    BritainReading, BritainShapes, BritainShapesReading, ContentReading, EvidenceReading,
    ModelReading, Reading, RegionPlace, RegionReading, RoadmapReading, SmallAreasReading,
    check_region, read_britain, read_britain_shapes, read_content, read_evidence, read_model,
    read_pack, read_roadmap, read_small_areas,
};
pub use content::{Challenge, CompanionSources, Content, Foundation, GrandChallenge, Weight};
pub use dataset::{
    Companion, Dataset, Distribution, EnglishDistrict, Lead, NamedPlace, Observation, Place,
    Series, Theme, Unavailable,
};
pub use finding::{Finding, Reason};
pub use industries::{
    Agencies, Classification, FilledJob, GvaBasis, GvaIndustry, GvaKind, GvaPlace, GvaTable,
    Industries, Industry, IndustryLevel, Jobs, Prices, Reorganised, Sector, SectorCode, SectorKind,
    Supply, SupplyIndustry, Territory, TerritoryKind, chained_sum,
};
pub use search::{Match, find_places};
pub use small::{
    AreaSet, Benchmark, BenchmarkOf, Figures, Flow, FlowEnd, FlowRole, FlowTable, Flows, Kind,
    Landmark, LandmarkKind, LayerOfMeasure, Lookup, SmallAreas, SmallMeasure, Way,
};
