//! Whether like values lie beside each other on the map: over all of it (Moran's I), and
//! where (hot and cold spots).
//!
//! Areas without a value, and areas none of whose neighbours has one, are left out and
//! counted; `n` is the number of the others.

mod clusters;
mod field;
mod lisa;
mod moran;

#[cfg(test)]
mod tests;

use std::fmt;

pub use clusters::{Cluster, Clusters, Local, discoveries};
pub use field::Neighbours;
pub use lisa::{FEWEST_TO_TEST, Lisa, Trial};
pub use moran::{Links, Moran, moran};

/// Fewer areas than this have no variance under randomisation.
const FEWEST: usize = 4;

/// Why it cannot be said whether like values lie together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAutocorrelation {
    /// The lists of values and of neighbours are of different areas.
    OtherAreas {
        /// How many values there are.
        values: usize,
        /// How many areas the neighbours are of.
        neighbours: usize,
    },
    /// Too few areas have a value and a neighbour with a value.
    TooFew {
        /// How many have.
        areas: usize,
    },
    /// All areas have the same value.
    AllEqual,
}

impl fmt::Display for NoAutocorrelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherAreas { values, neighbours } => write!(
                f,
                "there are {values} values but neighbours of {neighbours} areas; use the shapes of the same level and year as the measure"
            ),
            Self::TooFew { areas } => write!(
                f,
                "only {areas} areas have a value and a neighbour with one; at least {FEWEST} are needed to say whether like values lie together"
            ),
            Self::AllEqual => {
                f.write_str("all areas have the same value, so none are more alike than others")
            }
        }
    }
}

impl std::error::Error for NoAutocorrelation {}
