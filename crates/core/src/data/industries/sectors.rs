//! Sectors: sets of industries under one name, and who defined them.

use super::{Classification, Industry, IndustryLevel};

/// A sector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sector {
    /// Its key, as in links.
    pub key: String,
    /// Its title in plain words.
    pub title: String,
    /// Who defined it.
    pub kind: SectorKind,
    /// The industries it is made of, of any level, none inside another; none at all when no
    /// code tells it apart.
    pub codes: Vec<SectorCode>,
    /// Why these industries.
    pub reason: String,
    /// What they miss, or hold too much of.
    pub misses: String,
    /// What the papers behind the roadmap call it, and which; may be empty.
    pub called: String,
    /// The key of the source of the definition; empty when it is our own.
    pub source: String,
}

/// An industry of a sector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectorCode {
    /// The code of an industry of any level.
    pub code: String,
    /// Why it belongs; empty where the sector's own reason says it.
    pub reason: String,
}

/// Who defined a sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectorKind {
    /// The government's Industrial Strategy. Its sectors overlap: never add them up.
    IndustrialStrategy,
    /// The roadmap, in codes chosen here.
    Roadmap,
}

impl SectorKind {
    /// The key in the companion and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::IndustrialStrategy => "industrial-strategy",
            Self::Roadmap => "roadmap",
        }
    }

    /// The kind of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::IndustrialStrategy, Self::Roadmap]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

impl Sector {
    /// Whether an industry belongs to it: it is one of its own, or lies inside one.
    #[must_use]
    pub fn holds(&self, industry: &Industry, classification: &Classification) -> bool {
        self.codes.iter().any(|own| {
            classification
                .find(&own.code)
                .is_some_and(|own| industry.position_at(own.level) == Some(own.position))
        })
    }

    /// The coarsest level at which it can be counted: that of its finest code.
    #[must_use]
    pub fn finest_level(&self) -> IndustryLevel {
        let levels = self
            .codes
            .iter()
            .filter_map(|own| IndustryLevel::of_code(&own.code));
        levels.max().unwrap_or(IndustryLevel::Section)
    }
}
