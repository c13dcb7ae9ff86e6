//! What people have written, checked: the roadmap's challenges and what shows each; where the
//! figures of every companion come from.

use crate::area::Level;
use crate::source::Source;

/// The checked content companion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The version of the core pack it was built with.
    pub pack_version: String,
    /// The hash of its content.
    pub content_hash: String,
    /// Slugs named here that only the small-area companion has.
    pub small_area_measures: Vec<String>,
    /// The roadmap's challenges in reading order.
    pub challenges: Vec<Challenge>,
    /// What each file beside the core pack holds, in the order of this file.
    pub companions: Vec<CompanionSources>,
}

/// What one file beside the core pack holds, and whose figures these are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanionSources {
    /// The companion's key in the core pack.
    pub key: String,
    /// Its file name beside the core pack.
    pub file: String,
    /// What it is called, sentence case.
    pub title: String,
    /// What it holds, a sentence or two.
    pub holds: String,
    /// Who published what, and which figures come from it, in words.
    pub sources: Vec<(Source, String)>,
}

/// One challenge of the roadmap. It has at least one measure, and the first is among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Its key, as in links.
    pub key: String,
    /// Its title in plain words.
    pub title: String,
    /// What the roadmap's papers say of it, and who says so; a few sentences.
    pub account: String,
    /// The foundations of productivity that it touches.
    pub foundations: Vec<Foundation>,
    /// The Grand Challenges that it touches.
    pub grand_challenges: Vec<GrandChallenge>,
    /// Slugs of measures that show it, of districts or of small areas.
    pub measures: Vec<String>,
    /// The slug that the map opens with.
    pub first_measure: String,
    /// The level that the map opens with; the smallest at which the measure is told if none.
    pub first_level: Option<Level>,
    /// What no published figure shows, in sentences.
    pub not_known: String,
    /// The index that a reader may start from, each slug once.
    pub index: Vec<Weight>,
    /// What a high value of the index means, as a title.
    pub index_title: String,
    /// Whether the index is this explorer's own, published by nobody else.
    pub index_is_ours: bool,
}

/// A measure in an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The measure.
    pub slug: String,
    /// 1 to 10 where a high value raises the index, -10 to -1 where it lowers it; never 0.
    pub weight: i8,
}

/// A foundation of productivity in the Industrial Strategy of 2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Foundation {
    /// Research and invention.
    Ideas,
    /// Jobs and skills.
    People,
    /// Transport, homes, energy and networks.
    Infrastructure,
    /// Starting and growing a business.
    BusinessEnvironment,
    /// Communities that do well.
    Places,
}

impl Foundation {
    /// Every foundation, in the strategy's order.
    pub const ALL: [Self; 5] = [
        Self::Ideas,
        Self::People,
        Self::Infrastructure,
        Self::BusinessEnvironment,
        Self::Places,
    ];

    /// The key in content and links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ideas => "ideas",
            Self::People => "people",
            Self::Infrastructure => "infrastructure",
            Self::BusinessEnvironment => "business-environment",
            Self::Places => "places",
        }
    }

    /// Its name in the strategy.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Ideas => "Ideas",
            Self::People => "People",
            Self::Infrastructure => "Infrastructure",
            Self::BusinessEnvironment => "Business environment",
            Self::Places => "Places",
        }
    }

    /// The foundation of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

/// A Grand Challenge of the Industrial Strategy of 2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GrandChallenge {
    /// Artificial intelligence and an economy of data.
    AiAndData,
    /// An ageing society.
    AgeingSociety,
    /// Growth with less carbon.
    CleanGrowth,
    /// How people and goods will move.
    FutureOfMobility,
}

impl GrandChallenge {
    /// Every Grand Challenge.
    pub const ALL: [Self; 4] = [
        Self::AiAndData,
        Self::AgeingSociety,
        Self::CleanGrowth,
        Self::FutureOfMobility,
    ];

    /// The key in content and links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::AiAndData => "ai-and-data",
            Self::AgeingSociety => "ageing-society",
            Self::CleanGrowth => "clean-growth",
            Self::FutureOfMobility => "future-of-mobility",
        }
    }

    /// Its name in plain words.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::AiAndData => "AI and data",
            Self::AgeingSociety => "Ageing society",
            Self::CleanGrowth => "Clean growth",
            Self::FutureOfMobility => "Future of mobility",
        }
    }

    /// The Grand Challenge of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.key() == key)
    }
}

impl Content {
    /// The challenge of a key.
    #[must_use]
    pub fn challenge(&self, key: &str) -> Option<&Challenge> {
        self.challenges
            .iter()
            .find(|challenge| challenge.key == key)
    }
}
