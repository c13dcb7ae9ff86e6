//! The dataset: a checked pack, read-only and shared by every view.

use std::collections::BTreeMap;

use super::wire::{MessageWords, TopologyWire};
use crate::area::{Area, AreaCode, Level};
use crate::measure::{Direction, Measure, Unit};
use crate::order;
use crate::period::Period;
use crate::quantity::{Provenance, Quantity, Value};
use crate::source::Source;

/// A checked pack. Every code, key and period in it refers to something in it.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The version of the figures.
    pub pack_version: String,
    /// The hash of the content.
    pub content_hash: String,
    /// The place it is about.
    pub place: Place,
    /// The product's name, which stays when another county uses it.
    pub product_name: String,
    /// One sentence: what it is for.
    pub purpose: String,
    /// Files loaded when first needed.
    pub companions: Vec<Companion>,
    /// The roadmap's themes in reading order.
    pub themes: Vec<Theme>,
    /// Who published what.
    pub sources: Vec<Source>,
    /// Country, region, county and districts, largest first.
    pub areas: Vec<Area>,
    /// The code in force for each code that was replaced.
    pub retired: BTreeMap<AreaCode, AreaCode>,
    /// Wards and small-area names to search by.
    pub named_places: Vec<NamedPlace>,
    /// What is counted.
    pub measures: Vec<Measure>,
    /// Sentences for key messages, by slug.
    pub message_words: BTreeMap<String, MessageWords>,
    /// Through time, by slug.
    pub series: BTreeMap<String, Series>,
    /// Every English district, in order of code.
    pub english_districts: Vec<EnglishDistrict>,
    /// Latest values over every English district, by slug.
    pub distributions: BTreeMap<String, Distribution>,
    /// What nobody publishes, and why.
    pub unavailable: Vec<Unavailable>,
    /// Shapes, still to be decoded by [`crate::geo`].
    pub topology: TopologyWire,
}

/// The place a pack is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// The county.
    pub county: AreaCode,
    /// The county's region.
    pub region: AreaCode,
    /// The region's country.
    pub country: AreaCode,
}

/// A file loaded when first needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Its key.
    pub key: String,
    /// Its file name beside the core pack.
    pub file: String,
    /// The hash of its content.
    pub content_hash: String,
}

/// A theme of the roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Where a message on it leads besides the district map.
    pub leads_to: Option<Lead>,
}

/// A view that goes on where a message ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The industries behind a figure.
    Sectors,
    /// The levers that may move it.
    Scenarios,
    /// The challenge of this key, on the ground.
    Challenge(String),
}

impl Lead {
    /// The words of a link that leads there.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Sectors => "See the industries behind it",
            Self::Scenarios => "See what could move it",
            Self::Challenge(_) => "See the challenge behind it",
        }
    }
}

/// A name to search by, and the district it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPlace {
    /// The name people use.
    pub name: String,
    /// Ward or MSOA.
    pub level: Level,
    /// The code of the ward or MSOA.
    pub code: AreaCode,
    /// The district that holds it.
    pub district: AreaCode,
    /// A point inside: degrees east, degrees north.
    pub lon_lat_deg: [f64; 2],
}

/// One measure through time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Periods in order of time.
    pub periods: Vec<Period>,
    /// A quantity per period for each area that has any.
    pub rows: BTreeMap<AreaCode, Vec<Quantity>>,
    /// Whether its publisher gives intervals for some areas.
    pub publishes_intervals: bool,
}

/// A quantity and the period it is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation<'a> {
    /// The period.
    pub period: &'a Period,
    /// The quantity.
    pub quantity: Quantity,
}

impl Series {
    /// Every period with the area's quantity; empty when the area has no row.
    pub fn observations(
        &self,
        area: &AreaCode,
    ) -> impl DoubleEndedIterator<Item = Observation<'_>> {
        let row = self.rows.get(area).map(Vec::as_slice).unwrap_or_default();
        self.periods
            .iter()
            .zip(row)
            .map(|(period, quantity)| Observation {
                period,
                quantity: *quantity,
            })
    }

    /// The area's last period with a number.
    #[must_use]
    pub fn latest(&self, area: &AreaCode) -> Option<Observation<'_>> {
        self.observations(area)
            .rev()
            .find(|observation| observation.quantity.value.number().is_some())
    }

    /// The area's quantity in one period.
    #[must_use]
    pub fn at(&self, area: &AreaCode, period: &Period) -> Option<Quantity> {
        self.observations(area)
            .find(|observation| observation.period == period)
            .map(|o| o.quantity)
    }
}

/// An English district, for the distributions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnglishDistrict {
    /// Its code.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
}

/// One measure over every English district.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The period all values are for.
    pub period: Period,
    /// A number or none per district, in the dataset's order.
    pub values: Vec<Option<f64>>,
}

/// Something that nobody publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unavailable {
    /// What.
    pub what: String,
    /// Why, and what is shown in its stead.
    pub why: String,
}

impl Dataset {
    /// The area of a code.
    #[must_use]
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| &area.code == code)
    }

    /// The name of an area; its code when the pack does not name it.
    #[must_use]
    pub fn name_of<'a>(&'a self, code: &'a AreaCode) -> &'a str {
        self.area(code)
            .map_or_else(|| code.as_str(), |area| area.name.as_str())
    }

    /// The county's districts, by name.
    pub fn districts(&self) -> impl Iterator<Item = &Area> {
        self.areas
            .iter()
            .filter(|area| area.level == Level::District)
    }

    /// Whether a code is the county or one of its districts: a place with its own page.
    #[must_use]
    pub fn has_page(&self, code: &AreaCode) -> bool {
        *code == self.place.county || self.districts().any(|district| district.code == *code)
    }

    /// The measure of a slug.
    #[must_use]
    pub fn measure(&self, slug: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.slug == slug)
    }

    /// The measures of the overview in their order.
    #[must_use]
    pub fn headlines(&self) -> Vec<&Measure> {
        let mut headlines: Vec<&Measure> = self
            .measures
            .iter()
            .filter(|m| m.headline.is_some())
            .collect();
        order::sort_by_key(&mut headlines, |measure| measure.headline);
        headlines
    }

    /// The series of a slug.
    #[must_use]
    pub fn series(&self, slug: &str) -> Option<&Series> {
        self.series.get(slug)
    }

    /// The distribution of a slug.
    #[must_use]
    pub fn distribution(&self, slug: &str) -> Option<&Distribution> {
        self.distributions.get(slug)
    }

    /// The source of a key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// The source of a measure.
    #[must_use]
    pub fn source_of(&self, measure: &Measure) -> Option<&Source> {
        self.source(&measure.source)
    }

    /// The first challenge that a theme leads to.
    #[must_use]
    pub fn first_challenge(&self) -> Option<&Lead> {
        let mut leads = self.themes.iter().filter_map(|own| own.leads_to.as_ref());
        leads.find(|lead| matches!(lead, Lead::Challenge(_)))
    }

    /// Where a message on a theme leads besides the district map.
    #[must_use]
    pub fn lead_of(&self, theme: &str) -> Option<&Lead> {
        let theme = self.themes.iter().find(|own| own.key == theme)?;
        theme.leads_to.as_ref()
    }

    /// The title of a theme; its key when the pack does not name it.
    #[must_use]
    pub fn theme_title<'a>(&'a self, key: &'a str) -> &'a str {
        self.themes
            .iter()
            .find(|theme| theme.key == key)
            .map_or(key, |theme| theme.title.as_str())
    }

    /// The measure of a slug, or one without figures that carries the slug as its
    /// name, so that a picture of nothing can still say what was asked for.
    #[must_use]
    pub fn measure_or_unknown(&self, slug: &str) -> Measure {
        self.measure(slug).cloned().unwrap_or_else(|| Measure {
            slug: slug.to_owned(),
            name: slug.to_owned(),
            meaning: String::new(),
            theme: String::new(),
            unit: Unit::Score,
            decimals: 0,
            direction: Direction::Neutral,
            source: String::new(),
            headline: None,
            breaks: Vec::new(),
            caution: String::new(),
            least_change: 0.0,
        })
    }

    /// The latest period for which districts have figures, and each district's
    /// quantity in it, by name of district; none when no district has any.
    #[must_use]
    pub fn district_values(&self, slug: &str) -> Option<(&Period, Vec<(&AreaCode, Quantity)>)> {
        let series = self.series(slug)?;
        let latest = self
            .districts()
            .filter_map(|area| series.latest(&area.code))
            .map(|o| o.period)
            .max()?;
        let missing = Quantity {
            value: Value::Missing,
            interval: None,
            provenance: Provenance::Observed,
        };
        let values = self
            .districts()
            .map(|area| (&area.code, series.at(&area.code, latest).unwrap_or(missing)));
        Some((latest, values.collect()))
    }

    /// Whether any district has a figure.
    #[must_use]
    pub fn has_district_figures(&self, slug: &str) -> bool {
        self.district_values(slug).is_some()
    }
}
