//! Places whose jobs are told: districts, and sums of districts.

/// A district, or several together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// Its area code; `neighbours` for the districts around the own ones.
    pub key: String,
    /// The name people use.
    pub name: String,
    /// What it is.
    pub kind: TerritoryKind,
    /// Positions of its districts among the districts in ascending order of code; its own
    /// position if it is a district.
    pub districts: Vec<usize>,
}

/// What a territory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TerritoryKind {
    /// A district of the place the pack is about.
    Own,
    /// A district around it, told in fine industries as well.
    Neighbour,
    /// Any other district.
    Elsewhere,
    /// A county of several districts.
    County,
    /// A region of England.
    Region,
    /// A nation.
    Country,
    /// The districts around the own ones, together.
    Neighbours,
    /// Every district.
    Whole,
}

impl TerritoryKind {
    const ALL: [Self; 8] = [
        Self::Own,
        Self::Neighbour,
        Self::Elsewhere,
        Self::County,
        Self::Region,
        Self::Country,
        Self::Neighbours,
        Self::Whole,
    ];

    /// The key in the companion and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Neighbour => "neighbour",
            Self::Elsewhere => "elsewhere",
            Self::County => "county",
            Self::Region => "region",
            Self::Country => "country",
            Self::Neighbours => "neighbours",
            Self::Whole => "whole",
        }
    }

    /// The kind of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether it is one district, not several together.
    #[must_use]
    pub const fn is_district(self) -> bool {
        matches!(self, Self::Own | Self::Neighbour | Self::Elsewhere)
    }
}

/// A district of earlier years whose figures are told as part of a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reorganised {
    /// Its code then.
    pub from: String,
    /// Its name then.
    pub name: String,
    /// The code of the district that has its ground now.
    pub to: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_both_ways() {
        for kind in TerritoryKind::ALL {
            assert_eq!(TerritoryKind::from_key(kind.key()), Some(kind));
        }
        assert_eq!(TerritoryKind::from_key("planet"), None);
    }
}
