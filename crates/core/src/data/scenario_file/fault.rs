//! What can be wrong in a scenario file, told so that its reader can mend it.

use std::fmt;

use super::MOST_BYTES;
use crate::quantity;

/// A mistake and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFault {
    /// The line of the file, from 1; none for the file as a whole and outside files.
    pub line: Option<usize>,
    /// What is wrong.
    pub mistake: ScenarioMistake,
}

/// What can be wrong, one variant per reason.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioMistake {
    /// The file is longer than any scenario.
    TooLong {
        /// Its size.
        bytes: usize,
    },
    /// The text is not TOML.
    NotToml {
        /// The place in the line, from 1.
        column: usize,
        /// The parser's words.
        detail: String,
    },
    /// The same key stands twice.
    Twice {
        /// The key.
        key: String,
    },
    /// The file does not say what the future is called.
    NoName,
    /// A part that no scenario file has.
    UnknownPart {
        /// Its key.
        key: String,
        /// What may be meant.
        near: Option<&'static str>,
    },
    /// A setting that stands outside its part of the file.
    OutsideSettings {
        /// Its key.
        key: String,
    },
    /// A setting that no lever has.
    UnknownSetting {
        /// Its key.
        key: String,
        /// What may be meant.
        near: Option<&'static str>,
    },
    /// A parameter that the model does not have.
    UnknownParameter {
        /// Its key.
        key: String,
        /// What may be meant.
        near: Option<&'static str>,
    },
    /// A future to build on that nobody has named.
    UnknownScenario {
        /// Its key.
        key: String,
        /// What may be meant.
        near: Option<String>,
    },
    /// Something else than words.
    NotWords {
        /// The key.
        key: String,
    },
    /// Words that are longer than a page can show.
    TooManyLetters {
        /// The key.
        key: String,
        /// How many it may have.
        most: usize,
    },
    /// Something else than a part with entries.
    NotAPart {
        /// The key.
        key: String,
    },
    /// Something else than a finite number.
    NotANumber {
        /// The key.
        key: String,
    },
    /// A value outside the range of its lever.
    OutOfRange {
        /// The setting.
        key: &'static str,
        /// The value.
        value: f64,
        /// The least and the most it can be.
        range: [f64; 2],
        /// In what it is told.
        unit: String,
    },
    /// A shift that is not one number, called times or plus.
    NotAShift {
        /// The parameter.
        key: &'static str,
    },
    /// A shift that takes a parameter out of what is plausible.
    TooFar {
        /// The parameter.
        key: &'static str,
        /// Where its centre would be.
        central: f64,
        /// Between which numbers it is plausible.
        range: [f64; 2],
        /// In what it is told.
        unit: String,
    },
    /// Not a setting, an equals sign and a number.
    NotAssigned {
        /// What was written.
        text: String,
    },
}

impl fmt::Display for ScenarioFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        self.mistake.fmt(f)
    }
}

impl fmt::Display for ScenarioMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => write!(
                f,
                "the file has {} bytes, and a scenario has at most {}. Check that it is the right file.",
                quantity::count(*bytes),
                quantity::count(MOST_BYTES)
            ),
            Self::NotToml { column, detail } => write!(
                f,
                "this cannot be read at character {column}: {}. Write key = value, words in quotation marks.",
                shown(detail)
            ),
            Self::Twice { key } => {
                write!(f, "“{}” stands twice. Remove one of the two.", shown(key))
            }
            Self::NoName => {
                f.write_str("the file has no name. Add a line such as name = \"Ours\".")
            }
            Self::UnknownPart { key, near } => {
                write!(f, "a scenario has no part “{}”.", shown(key))?;
                perhaps(f, near.as_deref())
            }
            Self::OutsideSettings { key } => write!(
                f,
                "“{}” is a setting and stands outside the settings. Write it below a line [settings].",
                shown(key)
            ),
            Self::UnknownSetting { key, near } => {
                write!(f, "no lever is called “{}”.", shown(key))?;
                perhaps(f, near.as_deref())
            }
            Self::UnknownParameter { key, near } => {
                write!(f, "the model has no parameter “{}”.", shown(key))?;
                perhaps(f, near.as_deref())
            }
            Self::UnknownScenario { key, near } => {
                write!(f, "no scenario is called “{}”.", shown(key))?;
                perhaps(f, near.as_deref())
            }
            Self::NotWords { key } => write!(
                f,
                "{} should be words. Write them in quotation marks.",
                shown(key)
            ),
            Self::TooManyLetters { key, most } => write!(
                f,
                "{} is too long. Use at most {} letters.",
                shown(key),
                quantity::count(*most)
            ),
            Self::NotAPart { key } => write!(
                f,
                "{key} should be a part of its own. Write a line [{key}] and its entries below.",
                key = shown(key)
            ),
            Self::NotANumber { key } => write!(
                f,
                "{} should be a number, such as 20 or -2.5, without quotation marks or units.",
                shown(key)
            ),
            Self::OutOfRange {
                key,
                value,
                range: [least, most],
                unit,
            } => write!(
                f,
                "{key} cannot be {value}. Choose from {least} to {most} ({unit})."
            ),
            Self::NotAShift { key } => write!(
                f,
                "{key} is shifted by a factor or by a sum. Write {{ times = 0.9 }} or {{ plus = 0.5 }}."
            ),
            Self::TooFar {
                key,
                central,
                range: [least, most],
                unit,
            } => write!(
                f,
                "{key} would be {central}, which is not plausible. Keep it from {least} to {most} ({unit}), with a factor of at most {}.",
                crate::data::model::Range::MOST_FACTOR
            ),
            Self::NotAssigned { text } => write!(
                f,
                "“{}” does not set anything. Write a lever, an equals sign and a number: housing=20.",
                shown(text)
            ),
        }
    }
}

fn perhaps(f: &mut fmt::Formatter<'_>, near: Option<&str>) -> fmt::Result {
    match near {
        Some(near) => write!(f, " Perhaps {near} is meant."),
        None => Ok(()),
    }
}

/// Words of a file as they can be shown: not endless, on one line.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let signs = text.chars().take(MOST);
    signs
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect()
}
