//! What can go wrong with a question to the scenario model.

use std::fmt;
use std::path::PathBuf;

/// Why the model has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelProblem {
    /// The pack in the data folder has no model.
    NoModel(PathBuf),
    /// The model cannot be prepared, and why.
    NoRun(String),
    /// A year that is not modelled.
    Year {
        /// The year asked for.
        asked: u16,
        /// The first modelled year.
        first: u16,
        /// The last modelled year.
        last: u16,
    },
    /// More draws than there are, or fewer than none.
    Draws {
        /// What was asked for.
        asked: String,
        /// The most there are.
        most: u32,
    },
    /// The model has no such output.
    Output {
        /// What was asked for.
        asked: String,
        /// All outputs.
        known: String,
    },
    /// There are no reference results to compare with.
    NoReference {
        /// The folder.
        folder: PathBuf,
        /// The version asked for; none when any would do.
        version: Option<String>,
    },
    /// Reference results that cannot be read.
    BadReference {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

impl fmt::Display for ModelProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoModel(folder) => write!(
                f,
                "The pack in {} has no scenario model. Add the folder content/model, name a model_file in place.toml, and pack again.",
                folder.display()
            ),
            Self::NoRun(why) => write!(f, "The scenario model cannot be run: {why}"),
            Self::Year { asked, first, last } => write!(
                f,
                "The year {asked} is not modelled. Ask for a year from {first} to {last}."
            ),
            Self::Draws { asked, most } => write!(
                f,
                "“{asked}” is no number of draws. Ask for 0 (the central run alone) to {most}; 1024 is usual, and powers of two are spread most evenly."
            ),
            Self::Output { asked, known } => write!(
                f,
                "The model has no output “{asked}”. Ask for one of these: {known}."
            ),
            Self::NoReference { folder, version } => {
                let of = version.as_ref();
                let of = of.map_or_else(String::new, |own| format!(" of model version {own}"));
                write!(
                    f,
                    "There are no reference results{of} in {}. Name another version or folder, or write the present ones with --write.",
                    folder.display()
                )
            }
            Self::BadReference { path, why } => write!(
                f,
                "{} holds no reference results: {why}. Take it from the release it belongs to, or renew it with --write.",
                path.display()
            ),
        }
    }
}
