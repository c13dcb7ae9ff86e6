//! The content companion: what people have written about the place, challenge by challenge, and
//! where the figures of every companion come from.

use serde::{Deserialize, Serialize};

use super::SourceWire;

/// The content companion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContentWire {
    /// Always [`super::CONTENT_SCHEMA`].
    pub schema: String,
    /// The version of the core pack it belongs to.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// Slugs named here that the small-area companion has and the core pack has not, so that
    /// this file can be checked before that companion is loaded.
    pub small_area_measures: Vec<String>,
    /// The roadmap's challenges in reading order.
    pub challenges: Vec<ChallengeWire>,
    /// What each file beside the core pack holds and whose figures these are, so that a reader
    /// sees every source without loading every file. In the core pack's order.
    pub companions: Vec<CompanionSourcesWire>,
}

/// What one file beside the core pack holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompanionSourcesWire {
    /// The companion's key in the core pack.
    pub key: String,
    /// What it is called, sentence case.
    pub title: String,
    /// What it holds, a sentence or two.
    pub holds: String,
    /// Who published what.
    pub sources: Vec<UsedSourceWire>,
}

/// A source and what it is used for.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UsedSourceWire {
    /// The source.
    #[serde(flatten)]
    pub source: SourceWire,
    /// The figures that come from it, in words.
    pub used_for: String,
}

/// One challenge of the roadmap.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChallengeWire {
    /// Its key, as in links.
    pub key: String,
    /// Its title in plain words.
    pub title: String,
    /// What the roadmap's papers say of it, and who says so; a few sentences.
    pub account: String,
    /// `ideas`, `people`, `infrastructure`, `business-environment` or `places`.
    pub foundations: Vec<String>,
    /// `ai-and-data`, `ageing-society`, `clean-growth` or `future-of-mobility`.
    pub grand_challenges: Vec<String>,
    /// Slugs of measures that show it, of districts or of small areas.
    pub measures: Vec<String>,
    /// The slug that the map opens with.
    pub first_measure: String,
    /// The level that the map opens with; the smallest at which the measure is told if none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_level: Option<String>,
    /// What no published figure shows, in sentences.
    pub not_known: String,
    /// The index that a reader may start from.
    pub index: Vec<WeightWire>,
    /// What a high value of the index means, as a title.
    pub index_title: String,
    /// Whether the index is this explorer's own, published by nobody else.
    pub index_is_ours: bool,
}

/// A measure in an index.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeightWire {
    /// The measure.
    pub slug: String,
    /// 1 to 10 where a high value raises the index, -10 to -1 where it lowers it.
    pub weight: i8,
}
