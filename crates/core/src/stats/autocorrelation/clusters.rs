//! Hot and cold spots, and how many of them chance would give.

use crate::order;

/// How an area and those around it stand to the mean of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cluster {
    /// High among high: a hot spot.
    HighHigh,
    /// Low among low: a cold spot.
    LowLow,
    /// High among low.
    HighLow,
    /// Low among high.
    LowHigh,
    /// Nothing that chance would not give.
    NotClear,
}

impl Cluster {
    /// Every kind, in the order of a legend.
    pub const ALL: [Self; 5] = [
        Self::HighHigh,
        Self::LowLow,
        Self::HighLow,
        Self::LowHigh,
        Self::NotClear,
    ];

    /// The public key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::HighHigh => "high-high",
            Self::LowLow => "low-low",
            Self::HighLow => "high-low",
            Self::LowHigh => "low-high",
            Self::NotClear => "no-clear-cluster",
        }
    }

    /// The kind of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The kind of an area by its own distance from the mean and its neighbours'.
    pub(super) fn of(own: f64, beside: f64) -> Self {
        match (own > 0.0, own < 0.0, beside > 0.0, beside < 0.0) {
            (true, _, true, _) => Self::HighHigh,
            (_, true, _, true) => Self::LowLow,
            (true, _, _, true) => Self::HighLow,
            (_, true, true, _) => Self::LowHigh,
            _ => Self::NotClear,
        }
    }
}

/// What is known of one area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Local {
    /// The area's own Moran's I (Anselin, 1995): (n - 1) zᵢ Σⱼ wᵢⱼ zⱼ / Σ z², row-standardised.
    pub i: f64,
    /// How often chance gives neighbours at least as far to the nearer side, above 0 and up
    /// to 1. None where there are too few areas to test.
    pub p: Option<f64>,
    /// The kind of cluster, after false discoveries are held down.
    pub kind: Cluster,
}

/// What is known of all areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Clusters {
    /// By position in the list of values; none for areas left out.
    pub areas: Vec<Option<Local>>,
    /// Whether there were too few areas to test, so that none is a cluster.
    pub too_few: bool,
    /// How many areas are left out because no neighbour has a value.
    pub islands: usize,
    /// How many areas are left out because they have no value.
    pub missing: usize,
}

impl Clusters {
    /// How many areas are of a kind.
    #[must_use]
    pub fn count(&self, kind: Cluster) -> usize {
        let known = self.areas.iter().flatten();
        known.filter(|local| local.kind == kind).count()
    }
}

/// Which findings to keep so that on average at most `share` of those kept are due to chance
/// (Benjamini and Hochberg, 1995), by their p values.
#[must_use]
pub fn discoveries(p: &[f64], share: f64) -> Vec<bool> {
    let mut rising = p.to_vec();
    order::sort_numbers(&mut rising);
    let step = share / p.len().max(1) as f64;
    let mut ranked = rising.iter().enumerate().rev();
    let limit = ranked.find(|(before, p)| **p <= step * (before + 1) as f64);
    p.iter()
        .map(|p| limit.is_some_and(|(_, limit)| p <= limit))
        .collect()
}
