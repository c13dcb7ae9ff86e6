//! Measures of small areas: what the number is, and so what may be done with it.

use crate::area::{AreaCode, Level, Vintage};
use crate::measure::{Direction, Unit};
use crate::period::Period;
use crate::quantity::Provenance;

/// One measure of small areas.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallMeasure {
    /// Its public key. One that the core pack has too is the same measure lower down.
    pub slug: String,
    /// The name people use, sentence case.
    pub name: String,
    /// What the number means, in one sentence without the name.
    pub meaning: String,
    /// The key of a theme of the core pack.
    pub theme: String,
    /// The unit of its values.
    pub unit: Unit,
    /// How many decimals its publisher's precision bears.
    pub decimals: u8,
    /// Which way is better.
    pub direction: Direction,
    /// The key of its source in the companion.
    pub source: String,
    /// Where its numbers come from.
    pub provenance: Provenance,
    /// What a reader must know before trusting it; may be empty.
    pub caution: String,
    /// What kind of number it is.
    pub kind: Kind,
    /// The levels at which it is told, largest first.
    pub levels: Vec<Level>,
    /// The drawing of small areas its figures belong to.
    pub vintage: Vintage,
    /// The nine values between published tenths of all areas of the country, ascending;
    /// empty when none are published.
    pub tenths: Vec<f64>,
    /// What larger areas have.
    pub benchmarks: Vec<Benchmark>,
    pub(in crate::data) of: Vec<String>,
    pub(in crate::data) out_of: Vec<String>,
    /// For a change: areas that begin with less are not told, in the unit of what changes.
    pub least_base: f64,
}

/// What kind of number a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Things counted: small areas add up to larger ones.
    Count,
    /// One count out of another, in percent: both add up.
    Share,
    /// A middle value of many; never added up or averaged.
    Median,
    /// An index score or rate of its publisher's making; never added up or averaged.
    Score,
    /// A place in an order, 1 being the most deprived; never added up or averaged.
    Rank,
    /// The change of a count from the first period to the last, in percent.
    Change,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Count,
        Self::Share,
        Self::Median,
        Self::Score,
        Self::Rank,
        Self::Change,
    ];

    /// The key in the pack and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Share => "share",
            Self::Median => "median",
            Self::Score => "score",
            Self::Rank => "rank",
            Self::Change => "change",
        }
    }

    /// The kind of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether the figures of small areas add up to those of larger ones.
    #[must_use]
    pub const fn adds_up(self) -> bool {
        matches!(self, Self::Count | Self::Share)
    }
}

/// A larger area's figure, to hold small areas against.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// The larger area.
    pub area: AreaCode,
    /// The period.
    pub period: Period,
    /// The figure, in the measure's unit.
    pub value: f64,
    /// Whose figure it is.
    pub of: BenchmarkOf,
}

/// Whose figure a benchmark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchmarkOf {
    /// The larger area's own.
    Whole,
    /// That of the middle one of its small areas.
    MedianArea,
}

impl BenchmarkOf {
    /// The key in the pack.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::MedianArea => "median",
        }
    }

    /// What a key stands for, if anything.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Whole, Self::MedianArea]
            .into_iter()
            .find(|of| of.key() == key)
    }
}
