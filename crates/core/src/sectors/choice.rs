//! What is asked: a place, how its industries are cut, a year, a benchmark.

use super::{NoAnswer, SIMILAR, similar};
use crate::data::{Agencies, Industries, IndustryLevel, SectorKind, Territory, TerritoryKind};

/// What is asked about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The key of the place.
    pub place: String,
    /// How its industries are cut.
    pub rows: Rows,
    /// The year counted.
    pub year: u16,
    /// The key of the benchmark; [`SIMILAR`] for the places most like this one, together.
    pub against: String,
    /// Whether jobs through employment agencies count.
    pub agencies: Agencies,
    /// Whether imputed rent counts as output.
    pub rent: ImputedRent,
}

/// How industries are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// By the classification.
    Industries(IndustryLevel),
    /// By sectors that somebody has defined.
    Sectors(SectorKind),
}

/// Whether what owner-occupiers would pay themselves as rent counts as output. It is produced
/// by nobody's work, so it is left out unless asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImputedRent {
    /// Output without it.
    LeftOut,
    /// Output as published.
    Included,
}

impl Choice {
    /// What is asked unless somebody asks otherwise: sections of the latest year told, against
    /// the whole country, without agencies and without imputed rent. None where no jobs of the
    /// place are told.
    #[must_use]
    pub fn usual(industries: &Industries, place: &str) -> Option<Self> {
        let level = IndustryLevel::Section;
        let territory = industries.territory(place)?;
        let years = industries.job_years(territory, level);
        Some(Self {
            place: territory.key.clone(),
            rows: Rows::Industries(level),
            year: years.last().copied()?,
            against: industries.whole()?.key.clone(),
            agencies: Agencies::LeftOut,
            rent: ImputedRent::LeftOut,
        })
    }
}

impl Choice {
    /// The same asked of other rows.
    #[must_use]
    pub fn by(&self, rows: Rows) -> Self {
        Self {
            rows,
            ..self.clone()
        }
    }

    /// The same asked of this place and of another, both against one benchmark: the whole country
    /// where this one's is the other place, or differs from place to place.
    #[must_use]
    pub fn side_by_side(&self, industries: &Industries, other: &str) -> [Self; 2] {
        let own = [SIMILAR, other, self.place.as_str()].contains(&self.against.as_str());
        let whole = industries.whole().filter(|_| own);
        let against = whole.map_or_else(|| self.against.clone(), |whole| whole.key.clone());
        [self.place.clone(), other.to_owned()].map(|place| Self {
            place,
            against: against.clone(),
            ..self.clone()
        })
    }
}

impl Rows {
    /// The key in links and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Industries(level) => level.key(),
            Self::Sectors(kind) => kind.key(),
        }
    }

    /// The rows of a key, if there are any.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let level = IndustryLevel::from_key(key).map(Self::Industries);
        level.or_else(|| SectorKind::from_key(key).map(Self::Sectors))
    }

    /// The level at which jobs must be told for these rows; sectors bring their own.
    #[must_use]
    pub const fn level(self) -> Option<IndustryLevel> {
        match self {
            Self::Industries(level) => Some(level),
            Self::Sectors(_) => None,
        }
    }
}

/// One place, or several taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground<'a> {
    /// Its key.
    pub key: String,
    /// The name people use, or words for several places.
    pub name: String,
    /// What it is made of; one part for a place of its own.
    pub parts: Vec<&'a Territory>,
}

impl<'a> Ground<'a> {
    /// A place of its own.
    #[must_use]
    pub fn of(territory: &'a Territory) -> Self {
        Self {
            key: territory.key.clone(),
            name: territory.name.clone(),
            parts: vec![territory],
        }
    }

    /// The place of a key.
    ///
    /// # Errors
    /// [`NoAnswer::UnknownPlace`].
    pub fn find(industries: &'a Industries, key: &str) -> Result<Self, NoAnswer> {
        let found = industries.territory(key);
        found.map(Self::of).ok_or_else(|| NoAnswer::UnknownPlace {
            asked: key.to_owned(),
        })
    }

    /// What a choice compares its place with.
    ///
    /// # Errors
    /// [`NoAnswer::UnknownPlace`]; for similar places what [`similar`] has.
    pub fn benchmark(industries: &'a Industries, choice: &Choice) -> Result<Self, NoAnswer> {
        if choice.against != SIMILAR {
            return Self::find(industries, &choice.against);
        }
        let found = similar(industries, &choice.place, choice.year, choice.agencies)?;
        let parts: Vec<&Territory> = found
            .iter()
            .take(MOST_SIMILAR)
            .filter_map(|one| industries.territory(&one.key))
            .collect();
        let count = parts.len();
        Ok(Self {
            key: SIMILAR.to_owned(),
            name: format!("the {count} most similar places together"),
            parts,
        })
    }

    /// Whether it is every district of the whole.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(self.parts.as_slice(), [only] if only.kind == TerritoryKind::Whole)
    }

    /// Positions of its districts.
    pub fn districts(&self) -> impl Iterator<Item = usize> {
        let districts = self.parts.iter().flat_map(|part| &part.districts);
        districts.copied()
    }
}

/// How many similar places make a benchmark.
const MOST_SIMILAR: usize = 10;
