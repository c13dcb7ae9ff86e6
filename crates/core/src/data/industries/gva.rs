//! Gross value added by place and industry through time.

use super::chain::{chained_sum, less};
use super::jobs::plus;
use crate::quantity::Value;

/// In which prices output is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prices {
    /// Of each year. These add up over industries and places.
    Current,
    /// Chained volumes: without price changes, in money of [`GvaTable::money_year`]. These do
    /// **not** add up over industries or places; see [`chained_sum`].
    Chained,
}

/// Output by place and industry, million pounds.
#[derive(Clone, Debug, Default)]
pub struct GvaTable {
    /// The years, in order of time.
    pub years: Vec<u16>,
    /// The year whose money chained volumes are told in.
    pub money_year: u16,
    /// The industries as published, which overlap: see [`GvaIndustry::kind`].
    pub industries: Vec<GvaIndustry>,
    /// The places told.
    pub places: Vec<GvaPlace>,
    /// A row per place and, within it, per industry; one value per year.
    pub(in crate::data) current: Vec<Vec<Value>>,
    /// In the same shape.
    pub(in crate::data) chained: Vec<Vec<Value>>,
}

/// An industry as output is published by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GvaIndustry {
    /// Its code as published: `CH (24-25)`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it stands among those that overlap.
    pub kind: GvaKind,
    /// Codes of the divisions of the classification inside it; none for imputed rent, which
    /// nobody works for.
    pub divisions: Vec<String>,
    /// Whether it is what owner-occupiers would pay themselves as rent.
    pub is_imputed_rent: bool,
}

/// Where an industry stands among those that overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GvaKind {
    /// All industries.
    Total,
    /// Several sections.
    Aggregate,
    /// A section, or two told as one: these add up to the total in current prices.
    Section,
    /// Part of a section.
    Detail,
}

/// A place whose output is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GvaPlace {
    /// Its area code.
    pub key: String,
    /// The name people use.
    pub name: String,
    /// Where its figures come from.
    pub basis: GvaBasis,
    /// The key of their source.
    pub source: String,
}

/// Where a place's output comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GvaBasis {
    /// Every industry as published, or the sum of finer published ones.
    Published,
    /// The sum of published parts of the place; volumes chained anew by [`chained_sum`].
    AddedUp,
}

impl GvaTable {
    /// Output of an industry in a place, million pounds, a value per year.
    #[must_use]
    pub fn series(&self, place: &str, industry: &str, prices: Prices) -> Option<&[Value]> {
        let place = self.places.iter().position(|own| own.key == place)?;
        let own = self
            .industries
            .iter()
            .position(|own| own.code == industry)?;
        let rows = match prices {
            Prices::Current => &self.current,
            Prices::Chained => &self.chained,
        };
        let row = rows.get(place * self.industries.len() + own)?;
        Some(row)
    }

    /// Output of an industry in a place in one year, million pounds.
    #[must_use]
    pub fn value(&self, place: &str, industry: &str, year: u16, prices: Prices) -> Option<Value> {
        let at = self.years.iter().position(|own| *own == year)?;
        self.series(place, industry, prices)?.get(at).copied()
    }

    /// The key of the source of a place's output; none where it is not told.
    #[must_use]
    pub fn source_of(&self, place: &str) -> Option<&str> {
        let mut places = self.places.iter();
        let place = places.find(|own| own.key == place)?;
        Some(&place.source)
    }

    /// The industry of a code as published.
    #[must_use]
    pub fn industry(&self, code: &str) -> Option<&GvaIndustry> {
        self.industries.iter().find(|own| own.code == code)
    }

    /// All industries together.
    #[must_use]
    pub fn total(&self) -> Option<&GvaIndustry> {
        self.of_kind(GvaKind::Total).next()
    }

    /// The industries of a kind.
    pub fn of_kind(&self, kind: GvaKind) -> impl Iterator<Item = &GvaIndustry> {
        self.industries.iter().filter(move |own| own.kind == kind)
    }

    /// All industries without imputed rent in a place, a value per year; volumes are chained
    /// anew.
    #[must_use]
    pub fn without_imputed_rent(&self, place: &str, prices: Prices) -> Option<Vec<Value>> {
        let total = &self.total()?.code;
        let rent = &self.industries.iter().find(|own| own.is_imputed_rent)?.code;
        let of = |industry: &str, prices| self.series(place, industry, prices);
        let (whole, part) = (of(total, Prices::Current)?, of(rent, Prices::Current)?);
        if prices == Prices::Current {
            let left = whole
                .iter()
                .zip(part)
                .map(|(&whole, &part)| plus(whole, less(part)));
            return Some(left.collect());
        }
        let parts = [
            (1.0, whole, of(total, Prices::Chained)?),
            (-1.0, part, of(rent, Prices::Chained)?),
        ];
        let reference = self
            .years
            .iter()
            .position(|year| *year == self.money_year)?;
        Some(chained_sum(&parts, reference))
    }
}

impl GvaKind {
    const ALL: [Self; 4] = [Self::Total, Self::Aggregate, Self::Section, Self::Detail];

    /// The key in the companion.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Aggregate => "aggregate",
            Self::Section => "section",
            Self::Detail => "detail",
        }
    }

    /// The kind of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl GvaBasis {
    /// The key in the companion.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::AddedUp => "added-up",
        }
    }

    /// The basis of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Published, Self::AddedUp]
            .into_iter()
            .find(|basis| basis.key() == key)
    }
}
