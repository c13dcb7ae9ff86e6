//! The small-area companion: areas, shapes, measures, flows and landmarks below the district.

use serde::{Deserialize, Serialize};

use super::{AreaWire, SourceWire, TopologyWire};

/// The small-area companion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallAreasWire {
    /// Always [`super::SMALL_AREAS_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// MSOAs and LSOAs of both censuses; parents lead up to districts.
    pub areas: Vec<AreaWire>,
    /// Which old area became which new one.
    pub lookups: Vec<LookupWire>,
    /// Who published the figures of this file.
    pub sources: Vec<SourceWire>,
    /// Published figures, a number per area of a layer.
    pub columns: Vec<ColumnWire>,
    /// What the columns say of the areas.
    pub measures: Vec<SmallMeasureWire>,
    /// The key of the columns that count residents, by which areas are weighted.
    pub people: String,
    /// Hot and cold spots of each measure, worked out when this was packed.
    pub clusters: ClustersWire,
    /// Towns and stations by which people find their way on a map.
    pub landmarks: Vec<LandmarkWire>,
    /// Who travels to work where.
    pub flows: FlowsWire,
    /// Arcs that continue the numbering of the core pack's, and the layers on both.
    pub topology: TopologyWire,
}

/// One pair of an old area and a new one that share ground.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LookupWire {
    /// The code of the 2011 census area.
    pub from_2011: String,
    /// The code of the 2021 census area.
    pub to_2021: String,
    /// `unchanged`, `split`, `merged` or `irregular`, as published.
    pub change: String,
}

/// Published figures of one layer and period.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ColumnWire {
    /// What is counted; the same key may stand for several layers and periods.
    pub key: String,
    /// `lsoa`, `msoa` or `district`.
    pub level: String,
    /// `2011` or `2021`; `current` for districts.
    pub vintage: String,
    /// The period as published.
    pub period: String,
    /// Whole numbers, to be divided by ten to the power of this.
    pub decimals: u8,
    /// One per area of the layer in ascending order of code; null when there is none.
    pub values: Vec<Option<f64>>,
    /// Positions of those withheld by the publisher.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressed: Vec<usize>,
    /// Positions of those that cannot be worked out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undefined: Vec<usize>,
}

/// A measure of small areas.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallMeasureWire {
    /// Its public key. One that the core pack has too is the same measure lower down.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// What the number means, one sentence.
    pub meaning: String,
    /// The key of a theme of the core pack.
    pub theme: String,
    /// The key of a unit.
    pub unit: String,
    /// Decimals shown.
    pub decimals: u8,
    /// `higher`, `lower` or `neutral`.
    pub better: String,
    /// The key of a source of this file.
    pub source: String,
    /// `observed`, `modelled` or `assumed`.
    pub provenance: String,
    /// What to know before trusting it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caution: String,
    /// `count`, `share`, `median`, `score`, `rank` or `change`.
    pub kind: String,
    /// The levels at which it is told: `district`, `msoa`, `lsoa`.
    pub levels: Vec<String>,
    /// Keys of the columns that are added up to the measure, or to a share's numerator.
    pub of: Vec<String>,
    /// Keys of the columns that are added up to a share's denominator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out_of: Vec<String>,
    /// For a change: areas that begin with less are not told.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub least_base: f64,
    /// The nine values between the published tenths, ascending; empty when none are published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tenths: Vec<f64>,
    /// What larger areas have, to be held against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benchmarks: Vec<BenchmarkWire>,
}

/// Hot and cold spots (local Moran's I), and how they were tested.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClustersWire {
    /// How often values were dealt to the other areas by chance, for each area.
    pub permutations: u32,
    /// The seed of the dealing.
    pub seed: u32,
    /// How large a share of the clusters may be due to chance, on average.
    pub false_share: f64,
    /// One per measure, level and period.
    pub maps: Vec<ClusterMapWire>,
}

/// The hot and cold spots of one measure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClusterMapWire {
    /// The measure's slug.
    pub measure: String,
    /// The key of the level.
    pub level: String,
    /// The period as published.
    pub period: String,
    /// A letter per area in ascending order of code: `H` high among high, `L` low among low,
    /// `h` high among low, `l` low among high, `-` no clear cluster, `.` no value.
    pub areas: String,
}

/// A town or a station.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LandmarkWire {
    /// Its name.
    pub name: String,
    /// `town` or `station`.
    pub kind: String,
    /// Degrees east.
    pub lon_deg: f64,
    /// Degrees north.
    pub lat_deg: f64,
    /// Residents of a town; entries and exits a year of a station.
    pub size: f64,
}

/// Journeys to work between districts.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlowsWire {
    /// What people call the large city next door; empty where there is none.
    pub metropolis: String,
    /// Where journeys begin and end: the place's own districts first.
    pub ends: Vec<FlowEndWire>,
    /// A table per census, in order of time.
    pub tables: Vec<FlowTableWire>,
}

/// An end of journeys.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlowEndWire {
    /// Its code; empty for the rest of the country.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `own`, `neighbour`, `metropolis` or `elsewhere`.
    pub role: String,
    /// Degrees east and north of its middle; none for the rest of the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon_lat_deg: Option<[f64; 2]>,
}

/// One census's journeys.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlowTableWire {
    /// The period as published.
    pub period: String,
    /// The key of a source of this file.
    pub source: String,
    /// Whether people travelled as they usually do.
    pub is_usual: bool,
    /// What to know before trusting it.
    pub caution: String,
    /// A row per own district: its residents who work at each end.
    pub out: Vec<Vec<f64>>,
    /// A row per own district: people who live at each end that is not own, and work here.
    pub into: Vec<Vec<f64>>,
    /// Residents of each own district who work at home or nowhere fixed, where told apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at_home: Vec<f64>,
}

/// A larger area's figure.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenchmarkWire {
    /// The code of an area of the core pack.
    pub area: String,
    /// The period as published.
    pub period: String,
    /// The figure.
    pub value: f64,
    /// `whole` when it is the area's own figure, `median` when it is that of the area's middle
    /// small area.
    pub of: String,
}

// Only where a reference is no smaller than the number does the lint speak.
#[cfg_attr(
    target_pointer_width = "64",
    expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks for a reference"
    )
)]
fn is_zero(number: &f64) -> bool {
    *number == 0.0
}
