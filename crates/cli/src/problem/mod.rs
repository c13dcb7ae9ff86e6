//! What can go wrong outside the figures, told in words a person can act on.

mod model;

use std::fmt;
use std::path::PathBuf;

use roadmap_core::data::Finding;
use roadmap_core::sectors::NoAnswer;

pub use self::model::ModelProblem;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Problem {
    /// A file or folder cannot be opened.
    CannotRead {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// A file cannot be written.
    CannotWrite {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// A folder that a command needs was not found.
    NoFolder {
        /// What it holds.
        what: &'static str,
        /// The option that names it.
        option: &'static str,
    },
    /// Standard output is gone.
    CannotSay(String),
    /// A value has no JSON form.
    CannotEncode(String),
    /// A raw table or content file says something that cannot be used.
    Fault(Box<Fault>),
    /// Content files say what cannot be used.
    BadContent {
        /// Every fault by file, entry and field, one per line.
        findings: String,
    },
    /// A scenario that nobody has named, a setting that cannot be, or a scenario file with
    /// mistakes: one per line.
    BadScenario(String),
    /// The pack in the data folder has faults and cannot be used.
    BadPack {
        /// The file.
        path: PathBuf,
        /// Its findings, one per line.
        findings: String,
    },
    /// The pack, or the content folder, has no roadmap.
    NoRoadmap(PathBuf),
    /// The published shapes cannot be joined into one topology.
    Shapes(String),
    /// What was packed has faults, so it was not written.
    WouldBeFaulty {
        /// Where it would have been written.
        path: PathBuf,
        /// Its findings, one per line.
        findings: String,
    },
    /// There is no pack in the data folder.
    NoPack(PathBuf),
    /// The pack in the data folder has no figures by industry.
    NoCompanion(PathBuf),
    /// A question to the scenario model has no answer.
    Model(ModelProblem),
    /// There is more than one pack in the data folder.
    ManyPacks {
        /// The folder.
        folder: PathBuf,
        /// Their file names.
        files: Vec<String>,
    },
    /// No area has this code or name.
    UnknownArea {
        /// What was asked for.
        asked: String,
        /// Areas that may be meant, code and name.
        near: Vec<String>,
    },
    /// The code has been replaced.
    RetiredArea {
        /// What was asked for.
        asked: String,
        /// The code in force.
        current: String,
        /// Its name.
        name: String,
    },
    /// No measure that can be mapped has this slug.
    UnknownMeasure {
        /// What was asked for.
        asked: String,
        /// Slugs that may be meant.
        near: Vec<String>,
    },
    /// The measure is not told at this level or period.
    NotTold {
        /// The measure's slug.
        measure: String,
        /// The level or period asked for.
        asked: String,
        /// Those at which it is told.
        told: Vec<String>,
    },
    /// No classes can be drawn.
    NoClasses {
        /// The measure's slug.
        measure: String,
        /// Why not, in words.
        why: String,
    },
    /// A question about industries has no answer.
    NoAnswer(NoAnswer),
    /// A longitude or latitude that is not on Earth.
    NotOnEarth {
        /// Degrees east as asked.
        lon_deg: f64,
        /// Degrees north as asked.
        lat_deg: f64,
    },
}

/// A place in an input file, what is wrong there, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// The row or key, in words: `row 12`, `place`; empty for the whole file.
    pub place: String,
    /// The column or key; empty for the whole row.
    pub field: String,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub advice: String,
}

impl Problem {
    /// A pack that cannot be used, with the first of its findings.
    pub fn bad_pack(path: PathBuf, findings: &[Finding]) -> Self {
        const MOST: usize = 10;
        let mut told: Vec<String> = findings.iter().take(MOST).map(Finding::to_string).collect();
        if findings.len() > MOST {
            told.push(format!(
                "and {} more: see `roadmap check`",
                findings.len() - MOST
            ));
        }
        Self::BadPack {
            path,
            findings: told.join("\n"),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl From<NoAnswer> for Problem {
    fn from(why: NoAnswer) -> Self {
        Self::NoAnswer(why)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        for part in [&self.place, &self.field] {
            if !part.is_empty() {
                write!(f, ", {part}")?;
            }
        }
        write!(f, ": {}. {}.", self.reason, self.advice)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotRead { path, why } => {
                write!(f, "{} cannot be read: {why}.", path.display())
            }
            Self::CannotWrite { path, why } => {
                write!(f, "{} cannot be written: {why}.", path.display())
            }
            Self::NoFolder { what, option } => write!(
                f,
                "The folder that holds {what} was not found. Name it with {option} DIR."
            ),
            Self::CannotSay(why) => write!(f, "The answer could not be written: {why}."),
            Self::CannotEncode(why) => write!(f, "A value could not be written as JSON: {why}."),
            Self::Fault(fault) => fault.fmt(f),
            Self::NoRoadmap(folder) => write!(
                f,
                "There is no roadmap in {}. Add the folder content/roadmap, name a roadmap_file in place.toml, and pack again.",
                folder.display()
            ),
            Self::BadContent { findings } => f.write_str(findings),
            Self::BadScenario(mistakes) => f.write_str(mistakes),
            Self::BadPack { path, findings } => write!(
                f,
                "{} cannot be used:\n{findings}\nMake it again with `roadmap pack`.",
                path.display()
            ),
            Self::Shapes(why) => write!(f, "The shapes do not fit together: {why}."),
            Self::WouldBeFaulty { path, findings } => write!(
                f,
                "{} was not written, as it would have faults:\n{findings}",
                path.display()
            ),
            Self::NoPack(folder) => write!(
                f,
                "There is no pack in {}. Make one with `roadmap pack`, or name its folder with --data DIR.",
                folder.display()
            ),
            Self::NoCompanion(folder) => write!(
                f,
                "The pack in {} has no figures by industry. Add content/industries.toml, name a britain_file in place.toml, and pack again.",
                folder.display()
            ),
            Self::Model(why) => why.fmt(f),
            Self::ManyPacks { folder, files } => write!(
                f,
                "There is more than one pack in {}: {}. Keep one there, or name another folder with --data DIR.",
                folder.display(),
                files.join(", ")
            ),
            Self::UnknownArea { asked, near } => {
                write!(f, "No area of this pack is called “{asked}”.")?;
                write!(f, " Perhaps: {}.", near.join("; "))
            }
            Self::RetiredArea {
                asked,
                current,
                name,
            } => {
                write!(f, "{asked} is retired; use {current} ({name}).")
            }
            Self::UnknownMeasure { asked, near } => {
                write!(f, "No measure on a map is called “{asked}”.")?;
                if near.is_empty() {
                    f.write_str(" `roadmap measures` lists them all.")
                } else {
                    write!(f, " Perhaps: {}.", near.join(", "))
                }
            }
            Self::NotTold {
                measure,
                asked,
                told,
            } => write!(
                f,
                "{measure} is not told at {asked}. Use one of: {}.",
                told.join(", ")
            ),
            Self::NoClasses { measure, why } => {
                write!(f, "No classes can be drawn for {measure}: {why}.")
            }
            Self::NoAnswer(why) => write!(f, "{why}."),
            Self::NotOnEarth { lon_deg, lat_deg } => write!(
                f,
                "{lon_deg}, {lat_deg} is not a place: give degrees east (-180 to 180) and then degrees north (-90 to 90)."
            ),
        }
    }
}
