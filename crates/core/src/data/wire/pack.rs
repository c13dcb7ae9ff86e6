//! The core pack: everything the first view needs.

use serde::{Deserialize, Serialize};

use super::TopologyWire;

/// The core pack.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackWire {
    /// Always [`super::PACK_SCHEMA`].
    pub schema: String,
    /// The version of the figures, raised by whoever publishes a new pack.
    pub pack_version: String,
    /// SHA-256, in hexadecimal, of this file with this field empty.
    pub content_hash: String,
    /// The place the pack is about.
    pub place: PlaceWire,
    /// How the product is called here.
    pub product: ProductWire,
    /// Files that are loaded when first needed.
    pub companions: Vec<CompanionWire>,
    /// The roadmap's themes in reading order.
    pub themes: Vec<ThemeWire>,
    /// Who published what.
    pub sources: Vec<SourceWire>,
    /// Country, region, county and districts, largest first, then by name.
    pub areas: Vec<AreaWire>,
    /// Codes that were replaced, so that old links and tables find their area.
    #[serde(default)]
    pub retired: Vec<RetiredWire>,
    /// Wards and small-area names to search by.
    pub named_places: Vec<NamedPlaceWire>,
    /// What is counted.
    pub measures: Vec<MeasureWire>,
    /// Through time, for the areas of this pack.
    pub series: Vec<SeriesWire>,
    /// Every English district, for the distributions.
    pub english_districts: EnglishDistricts,
    /// What nobody publishes and why, said in the product.
    pub unavailable: Vec<UnavailableWire>,
    /// Shapes of districts and of the neighbours around them.
    pub topology: TopologyWire,
}

/// The place the pack is about.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceWire {
    /// Its name.
    pub name: String,
    /// The code of the county.
    pub county: String,
    /// The code of its region.
    pub region: String,
    /// The code of its country.
    pub country: String,
}

/// How the product is called here.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProductWire {
    /// The name that stays when another county uses it.
    pub name: String,
    /// One sentence: what it is for.
    pub purpose: String,
}

/// A file that is loaded when first needed.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompanionWire {
    /// Its key: `small-areas`.
    pub key: String,
    /// Its file name beside the core pack.
    pub file: String,
    /// SHA-256, in hexadecimal, as written in that file's own `content_hash`.
    pub content_hash: String,
}

/// A theme of the roadmap.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ThemeWire {
    /// Its key.
    pub key: String,
    /// Its title, sentence case.
    pub title: String,
    /// Where a message on this theme leads besides the district map: `sectors`, `scenarios`, or
    /// `challenge:` and the key of one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub leads_to: String,
}

/// A source.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceWire {
    /// Its key.
    pub key: String,
    /// The title of the publication.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The publisher's page.
    pub url: String,
    /// The licence's name.
    pub licence: String,
    /// Whether the licence was presumed, not stated.
    #[serde(default)]
    pub licence_presumed: bool,
    /// The time it covers, in words.
    pub period: String,
    /// When it was last released, ISO date; empty when not known.
    #[serde(default)]
    pub released: String,
    /// What to beware of; may be empty.
    #[serde(default)]
    pub caution: String,
}

/// An area.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaWire {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `country`, `region`, `county`, `district`, `msoa` or `lsoa`.
    pub level: String,
    /// `current`, `2011` or `2021`.
    pub vintage: String,
    /// The code of the next larger area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// A code that was replaced by another for the same ground.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RetiredWire {
    /// The old code.
    pub from: String,
    /// The code in force, of an area of this pack.
    pub to: String,
}

/// A name to search by.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedPlaceWire {
    /// The name people use.
    pub name: String,
    /// `ward` or `msoa`.
    pub level: String,
    /// The code of the ward or small area.
    pub code: String,
    /// The code of the district that holds it.
    pub district: String,
    /// Degrees east of a point inside it.
    pub lon_deg: f64,
    /// Degrees north of a point inside it.
    pub lat_deg: f64,
}

/// A measure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureWire {
    /// Its public key, as published.
    pub slug: String,
    /// The name people use.
    pub name: String,
    /// What the number means, one sentence.
    pub meaning: String,
    /// The key of a theme.
    pub theme: String,
    /// The key of a unit.
    pub unit: String,
    /// Decimals shown.
    pub decimals: u8,
    /// `higher`, `lower` or `neutral`.
    pub better: String,
    /// The key of a source.
    pub source: String,
    /// `observed`, `modelled` or `assumed`.
    pub provenance: String,
    /// Place on the overview, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<u8>,
    /// Changes of definition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<BreakWire>,
    /// What to know before trusting it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caution: String,
    /// The smallest change told where no interval is published.
    #[serde(default)]
    pub least_change: f64,
    /// Sentences for key messages; only measures that have them make messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<MessageWords>,
}

/// A change of definition.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreakWire {
    /// The first period on the new definition.
    pub period: String,
    /// What changed.
    pub note: String,
}

/// Sentences with gaps that figures fill, several ways to say the same.
///
/// Gaps: `{place}`, `{place's}`, `{value}`, `{benchmark}`, `{benchmark value}`,
/// `{gap}`, `{from value}`, `{from period}`, `{to period}`, `{change}`,
/// `{benchmark change}`, `{period}`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MessageWords {
    /// The place is above its benchmark.
    pub above: Vec<String>,
    /// The place is below its benchmark.
    pub below: Vec<String>,
    /// The place has risen, against its benchmark.
    pub up: Vec<String>,
    /// The place has fallen, against its benchmark.
    pub down: Vec<String>,
    /// Why being above matters.
    pub above_matters: String,
    /// Why being below matters.
    pub below_matters: String,
    /// Why a rise matters.
    pub up_matters: String,
    /// Why a fall matters.
    pub down_matters: String,
}

/// One measure through time: `values[area][period]`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SeriesWire {
    /// The measure's slug.
    pub measure: String,
    /// Periods as published, in order of time.
    pub periods: Vec<String>,
    /// Codes of the areas that have at least one value.
    pub areas: Vec<String>,
    /// A row per area, a number or null per period.
    pub values: Vec<Vec<Option<f64>>>,
    /// Lower 95% limits in the same shape; empty when none is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub low: Vec<Vec<Option<f64>>>,
    /// Upper 95% limits in the same shape; empty when none is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub high: Vec<Vec<Option<f64>>>,
    /// Why a null is not just missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkWire>,
}

/// Why there is no number in a cell.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MarkWire {
    /// The area's code.
    pub area: String,
    /// The period as published.
    pub period: String,
    /// `suppressed` or `undefined`.
    pub status: String,
}

/// Every English district, so that a place can be seen among them.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnglishDistricts {
    /// Codes in ascending order.
    pub codes: Vec<String>,
    /// Names in the same order.
    pub names: Vec<String>,
    /// Latest values of the measures that are told against all of England: the
    /// headlines, and those that make messages.
    pub distributions: Vec<DistributionWire>,
}

/// One measure over every English district at its latest period.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DistributionWire {
    /// The measure's slug.
    pub measure: String,
    /// The period as published.
    pub period: String,
    /// One per district, in the order of the codes; null when not published.
    pub values: Vec<Option<f64>>,
}

/// Something a reader may look for that nobody publishes.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnavailableWire {
    /// What.
    pub what: String,
    /// Why, and what is shown in its stead.
    pub why: String,
}
