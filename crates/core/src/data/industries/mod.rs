//! Industries, checked and ready to ask: what they are, jobs and output by place, who buys from whom.
//!
//! Jobs are counted of every district of the whole (Great Britain in the packs there are) by
//! division; sections are the sums of their divisions. Finer industries are counted of the own
//! districts, their neighbours and the whole; groups and classes are sums of five-digit
//! industries. A larger place is the sum of its districts in the same table, never a total
//! published elsewhere: published totals differ by rounding.

mod chain;
mod classification;
mod filled_job;
mod gva;
mod jobs;
mod sectors;
mod supply;
mod territory;

pub use chain::chained_sum;
pub use classification::{Classification, Industry, IndustryLevel};
pub use filled_job::FilledJob;
pub use gva::{GvaBasis, GvaIndustry, GvaKind, GvaPlace, GvaTable, Prices};
pub(super) use jobs::JobTable;
pub use jobs::{Agencies, Jobs};
pub use sectors::{Sector, SectorCode, SectorKind};
pub use supply::{Supply, SupplyIndustry};
pub use territory::{Reorganised, Territory, TerritoryKind};

use crate::source::Source;

/// The checked companion with every district by industry.
#[derive(Clone, Debug)]
pub struct Industries {
    /// The version of the core pack it was built with.
    pub pack_version: String,
    /// The hash of its content.
    pub content_hash: String,
    /// Who published the figures here.
    pub sources: Vec<Source>,
    /// What the industries are called and which lies in which.
    pub classification: Classification,
    /// Gross value added by place and industry.
    pub gva: GvaTable,
    /// Output per filled job of every district; none where it is not published.
    pub filled_job: Option<FilledJob>,
    /// Who buys from whom; none when it could not be read.
    pub supply: Option<Supply>,
    /// Sets of industries that somebody calls a sector, in reading order.
    pub sectors: Vec<Sector>,
    /// Districts of earlier years that are told as part of a later one.
    pub reorganised: Vec<Reorganised>,
    pub(super) territories: Vec<Territory>,
    pub(super) tables: Vec<JobTable>,
}

impl Industries {
    /// Every place whose jobs are told, districts first in ascending order of code, then larger
    /// ones.
    #[must_use]
    pub fn territories(&self) -> &[Territory] {
        &self.territories
    }

    /// The districts of the whole in ascending order of code.
    pub fn districts(&self) -> impl Iterator<Item = &Territory> {
        self.territories.iter().filter(|t| t.kind.is_district())
    }

    /// The place of a key: an area code, or `neighbours`.
    #[must_use]
    pub fn territory(&self, key: &str) -> Option<&Territory> {
        self.territories.iter().find(|t| t.key == key)
    }

    /// Every district together: what shares of the nation are shares of.
    #[must_use]
    pub fn whole(&self) -> Option<&Territory> {
        self.only(TerritoryKind::Whole)
    }

    /// The districts around the own ones, together.
    #[must_use]
    pub fn neighbours(&self) -> Option<&Territory> {
        self.only(TerritoryKind::Neighbours)
    }

    /// The source of a key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    fn only(&self, kind: TerritoryKind) -> Option<&Territory> {
        self.territories.iter().find(|t| t.kind == kind)
    }
}
