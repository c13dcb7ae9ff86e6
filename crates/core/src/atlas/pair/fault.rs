//! Why two measures cannot be set beside each other.

use std::fmt;

use crate::area::{Level, Vintage};
use crate::atlas::level_words;

/// Why two measures cannot be set beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPair {
    /// There is no such measure.
    Unknown {
        /// What was asked for.
        asked: String,
    },
    /// Both are the same.
    SameMeasure {
        /// Its name.
        name: String,
    },
    /// The second is not told at the level.
    NotTold {
        /// Its name.
        second: String,
        /// The level.
        level: Level,
    },
    /// They are of areas of different sizes.
    OtherLevel {
        /// The names of both.
        names: [String; 2],
        /// The levels of both.
        levels: [Level; 2],
    },
    /// They are of areas of different censuses.
    OtherVintage {
        /// The names of both.
        names: [String; 2],
        /// The vintages of both.
        vintages: [Vintage; 2],
    },
}

impl fmt::Display for NoPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { asked } => {
                let asked: String = asked.chars().filter(|c| !c.is_control()).take(60).collect();
                write!(f, "There is no figure “{asked}”; choose another one.")
            }
            Self::SameMeasure { name } => {
                write!(
                    f,
                    "“{name}” is on the map already; choose another figure to set beside it."
                )
            }
            Self::NotTold { second, level } => write!(
                f,
                "“{second}” is not told by {}; choose another size of areas, or another figure.",
                level_words(*level, 2)
            ),
            Self::OtherLevel {
                names: [one, two],
                levels: [of_one, of_two],
            } => write!(
                f,
                "“{one}” is shown by {} and “{two}” by {}; choose one size of areas for both.",
                level_words(*of_one, 2),
                level_words(*of_two, 2)
            ),
            Self::OtherVintage {
                names: [one, two],
                vintages,
            } => {
                let [of_one, of_two] = vintages.map(Vintage::key);
                write!(
                    f,
                    "“{one}” is of areas as drawn in {of_one} and “{two}” of areas as drawn in {of_two}. Their borders differ, so the two can’t be joined; choose larger areas, or another figure."
                )
            }
        }
    }
}

impl std::error::Error for NoPair {}
