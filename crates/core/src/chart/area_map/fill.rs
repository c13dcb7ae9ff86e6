//! What an area is filled with.

use crate::chart::mark::Ink;
use crate::chart::theme::maps;

/// What an area is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A class of an ordered ramp of up to ten; a higher one is darker.
    Class {
        /// Which, from 0.
        class: u8,
        /// Of how many.
        of: u8,
    },
    /// How far from a named value, or how much changed, from -3 (cool) by 0 to 3 (warm).
    Diverging {
        /// The step.
        class: i8,
    },
    /// Two classes of three each, from 0 for the lowest.
    Pair {
        /// The first measure's.
        first: u8,
        /// The second measure's.
        second: u8,
    },
    /// How the area clusters with its neighbours.
    Cluster(Cluster),
    /// A change inside its own interval.
    NoClearChange,
    /// Not published, or not collected.
    Missing,
    /// Withheld by the publisher.
    Suppressed,
    /// The area is drawn but belongs to no class: the figure is of another census's areas.
    NoClass,
}

/// How an area clusters with its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cluster {
    /// High, and so are its neighbours: a hot spot.
    HighHigh,
    /// Low, and so are its neighbours: a cold spot.
    LowLow,
    /// High among low.
    HighLow,
    /// Low among high.
    LowHigh,
    /// No more alike than chance would have it.
    None,
}

impl Fill {
    /// The ink of the ground.
    #[must_use]
    pub fn ink(self) -> Ink {
        match self {
            Self::Class { class, of } => maps::class(class, of),
            Self::Diverging { class } => maps::diverging(class),
            Self::Pair { first, second } => maps::pair(first, second),
            Self::Cluster(Cluster::HighHigh) => maps::HIGH_AMONG_HIGH,
            Self::Cluster(Cluster::LowLow) => maps::LOW_AMONG_LOW,
            Self::Cluster(Cluster::HighLow) => maps::HIGH_AMONG_LOW,
            Self::Cluster(Cluster::LowHigh) => maps::LOW_AMONG_HIGH,
            Self::Cluster(Cluster::None) | Self::NoClearChange => maps::PLAIN,
            Self::Missing | Self::Suppressed | Self::NoClass => Ink::NoData,
        }
    }

    /// Whether there is no figure to show.
    #[must_use]
    pub const fn is_untold(self) -> bool {
        matches!(self, Self::Missing | Self::Suppressed | Self::NoClass)
    }
}
