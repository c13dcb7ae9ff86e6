//! Why a question about industries has no answer, in words.

use std::fmt;

use crate::model::input_output::NoMultipliers;
use crate::stats::complexity::NoComplexity;
use crate::stats::shift_share::NoShiftShare;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// No place has this key.
    UnknownPlace {
        /// What was asked for.
        asked: String,
    },
    /// No industry has this code.
    UnknownIndustry {
        /// What was asked for.
        asked: String,
    },
    /// No industry codes tell this sector apart.
    NoCodes {
        /// The sector.
        sector: String,
    },
    /// Nobody tells jobs of this place at this level in any year.
    LevelNotTold {
        /// The place.
        place: String,
        /// The level's key.
        level: &'static str,
    },
    /// Jobs of this place are not told in this year.
    YearNotTold {
        /// The place.
        place: String,
        /// The year asked for.
        year: u16,
        /// The years told, in order.
        told: Vec<u16>,
    },
    /// There is not one job to take shares of, or the figure of all jobs is withheld.
    NoJobs {
        /// The place.
        place: String,
    },
    /// The last year is not after the first.
    YearsInOrder {
        /// The first year asked for.
        from: u16,
        /// The last year asked for.
        to: u16,
    },
    /// Output of this place is not told.
    NoOutput {
        /// The place.
        place: String,
    },
    /// Sectors that somebody has defined overlap, so they cannot be added up.
    SectorsOverlap,
    /// A change cannot be split.
    NotSplit {
        /// Why.
        why: NoShiftShare,
        /// The industry it is about, by name; empty where it is about none.
        industry: String,
    },
    /// Places cannot be put in order.
    NoOrder(NoComplexity),
    /// The pack holds no table of who buys from whom.
    NoSupply,
    /// Multipliers cannot be worked out.
    NoMultipliers {
        /// Why.
        why: NoMultipliers,
        /// The industry it is about, by name; empty where it is about none.
        industry: String,
    },
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPlace { asked } => write!(
                f,
                "No place with jobs by industry is called “{asked}”; use the code or the name of a district, county, region or nation"
            ),
            Self::UnknownIndustry { asked } => write!(
                f,
                "No industry has the code “{asked}”; codes are a letter, or two to five digits without dots"
            ),
            Self::NoCodes { sector } => write!(
                f,
                "No industry codes tell “{sector}” apart, so nobody can count it"
            ),
            Self::LevelNotTold { place, level } => write!(
                f,
                "Jobs of {place} are not told by {level}; choose a coarser level, or a place whose finer industries are told"
            ),
            Self::YearNotTold { place, year, told } => {
                write!(f, "Jobs of {place} are not told for {year}")?;
                let told: Vec<String> = told.iter().map(u16::to_string).collect();
                match told.as_slice() {
                    [] => f.write_str(" at this level, nor for any other year"),
                    _ => write!(f, "; use one of: {}", told.join(", ")),
                }
            }
            Self::NoJobs { place } => write!(
                f,
                "{place} has no jobs that are told, so no industry has a share of them; choose a larger place"
            ),
            Self::YearsInOrder { from, to } => write!(
                f,
                "{to} is not after {from}; give the earlier year first"
            ),
            Self::NoOutput { place } => write!(
                f,
                "Output by industry is not told for {place}; choose a place for which it is"
            ),
            Self::SectorsOverlap => f.write_str(
                "These sectors overlap, so their changes do not add up to the place's; choose sections or divisions",
            ),
            Self::NotSplit { why, industry } if industry.is_empty() => {
                write!(f, "The change cannot be split: {why}")
            }
            Self::NotSplit { why, industry } => {
                write!(f, "The change cannot be split ({industry}): {why}")
            }
            Self::NoOrder(why) => write!(f, "There is no index of complexity: {why}"),
            Self::NoSupply => f.write_str(
                "There is no table of who buys from whom; make the pack again with the input-output table",
            ),
            Self::NoMultipliers { why, industry } if industry.is_empty() => {
                write!(f, "Multipliers cannot be worked out: {why}")
            }
            Self::NoMultipliers { why, industry } => {
                write!(f, "Multipliers cannot be worked out ({industry}): {why}")
            }
        }
    }
}

impl std::error::Error for NoAnswer {}
