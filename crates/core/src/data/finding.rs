//! Findings: each fault in a data file, told so that its author can mend it.

use std::fmt;

use crate::quantity;

/// One fault in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file or companion it is in.
    pub file: String,
    /// The part of the file and the row in it: `series, gross-median-weekly-pay`.
    pub row: String,
    /// The field at fault; empty when it is the row as a whole.
    pub field: String,
    /// What is wrong.
    pub reason: Reason,
}

/// What can be wrong, one variant per reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file is empty or was not delivered.
    Absent,
    /// The file is larger than any pack may be.
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// The bytes are not text.
    NotText,
    /// The text is not JSON, is cut short, or holds the wrong type.
    NotReadable {
        /// The parser's words.
        detail: String,
    },
    /// The file is of another schema.
    WrongSchema {
        /// What the file says it is.
        found: String,
        /// What this version reads.
        expected: &'static str,
    },
    /// The file was written by a later version; what could be understood is used.
    LaterVersion {
        /// What the file says it is.
        found: String,
    },
    /// An entry that is longer than a page can show.
    LongEntry {
        /// Its size.
        bytes: usize,
    },
    /// A part that must be there is not.
    PartMissing,
    /// An entry that must be there is not.
    EntryMissing,
    /// The entry that must come first is not there or stands elsewhere.
    NotFirst,
    /// A scenario in which nothing may be moved moves something.
    BaselineMoves,
    /// Words that must be there are not.
    Blank,
    /// The same key stands twice.
    Duplicate {
        /// The key.
        key: String,
    },
    /// A text that should be an area code is not.
    NotACode {
        /// The text.
        text: String,
    },
    /// A code that no area of this pack has.
    UnknownArea {
        /// The code.
        code: String,
    },
    /// A code of another drawing of the boundaries than its row asks for.
    WrongVintage {
        /// The code.
        code: String,
        /// The vintage it belongs to.
        vintage: &'static str,
    },
    /// A parent that is not in the pack.
    ParentMissing {
        /// The parent's code.
        parent: String,
    },
    /// A parent that is not larger than its child.
    ParentNotLarger {
        /// The parent's code.
        parent: String,
    },
    /// A text that should be a published period is not.
    NotAPeriod {
        /// The text.
        text: String,
    },
    /// Periods that do not go forward in time.
    PeriodsOutOfOrder,
    /// A key that this version does not know.
    UnknownKey {
        /// The key.
        key: String,
        /// What was expected, in words.
        expected: &'static str,
    },
    /// A table whose rows or columns do not match its headings.
    WrongCount {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A number that cannot be in its unit.
    UnitMismatch {
        /// The number as written.
        value: String,
        /// The unit's key.
        unit: &'static str,
    },
    /// A number that should be whole is not.
    NotWhole {
        /// The number as written.
        value: String,
    },
    /// A measure of small areas that shares its slug with another measure of the core pack.
    OtherMeasure {
        /// The slug.
        slug: String,
    },
    /// A number outside what it can be.
    OutOfRange {
        /// The number and what it can be, in words.
        detail: String,
    },
    /// Limits that do not hold the value between them.
    LimitsCross {
        /// The value and its limits as written.
        detail: String,
    },
    /// A shape that cannot be drawn.
    BadShape {
        /// What is wrong with it.
        detail: String,
    },
    /// An area without a shape.
    NoShape {
        /// The area's code.
        code: String,
    },
    /// Shapes that leave a hole or overlap.
    Coverage {
        /// Where and how much.
        detail: String,
    },
    /// An industry that lies inside another of the same set, so that it would count twice.
    Overlap {
        /// The code of the finer one.
        code: String,
        /// The code of the one that holds it.
        inside: String,
    },
    /// Entries that wait for each other in a circle.
    Cycle {
        /// The others of the circle.
        keys: String,
    },
    /// An entry to which nothing leads.
    Orphan,
    /// Figures that should add up to another and do not.
    DoesNotAddUp {
        /// What should add up to what, and what it gives.
        detail: String,
    },
    /// A link that is not a web page's.
    NotAWebAddress {
        /// The text.
        text: String,
    },
    /// The content does not match its own hash.
    HashMismatch,
    /// The file has more faults than are worth listing.
    More {
        /// How many are not listed.
        count: usize,
    },
}

impl Reason {
    /// What the author of the file should do.
    #[must_use]
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::Absent => "Check that the file was copied with the rest and reload.",
            Self::TooLarge { .. } => "A pack is under 20 MB; check that this is the right file.",
            Self::NotText => "Save the file as UTF-8 text, or build it again with `roadmap pack`.",
            Self::NotReadable { .. } => {
                "Build the file again with `roadmap pack`; it may have been cut short on its way."
            }
            Self::WrongSchema { .. } => "Use the pack and the explorer of the same version.",
            Self::LaterVersion { .. } => {
                "Use the explorer of that version to see all of it; nothing is lost when it is saved here."
            }
            Self::LongEntry { .. } => {
                "It is kept whole and shown cut; shorten it if it was a slip."
            }
            Self::PartMissing => "Build the file again with `roadmap pack`.",
            Self::EntryMissing => "Add it; the other entries show the form.",
            Self::NotFirst => "Put it before all others.",
            Self::BaselineMoves => "Leave out its settings and shifts.",
            Self::Blank => "Write it in a few words.",
            Self::Duplicate { .. } => "Remove one of the two.",
            Self::NotACode { .. } => "Write a code of one letter and eight digits.",
            Self::UnknownArea { .. } => "Add the area to the list of areas, or correct the code.",
            Self::WrongVintage { .. } => {
                "Convert the figures with the published lookup, or use the code of the right census."
            }
            Self::ParentMissing { .. } => {
                "Add the parent to the list of areas, or correct its code."
            }
            Self::ParentNotLarger { .. } => "Name the next larger area as the parent.",
            Self::NotAPeriod { .. } => {
                "Write the period as its publisher does: 2023, 2022-09, 2022-09-01 or 2022-04-01/P1Y."
            }
            Self::PeriodsOutOfOrder => "Put the periods in order of time, each once.",
            Self::UnknownKey { .. } => "Correct the key; the schema lists those that are known.",
            Self::WrongCount { .. } => "Give one row per area and one value, or null, per period.",
            Self::UnitMismatch { .. } => {
                "Check the unit of the measure, and whether a share was left between 0 and 1."
            }
            Self::NotWhole { .. } => {
                "Multiply by ten to the power of the column’s decimals, and write no fraction."
            }
            Self::OtherMeasure { .. } => {
                "Give both the same unit and the same better direction, or another slug."
            }
            Self::OutOfRange { .. } => "Correct the number, or the range it should lie in.",
            Self::LimitsCross { .. } => {
                "Check the order of the columns: lower limit, value, upper limit."
            }
            Self::BadShape { .. } | Self::NoShape { .. } => {
                "Build the shapes again from the published boundaries."
            }
            Self::Coverage { .. } => {
                "Build the shapes again: small areas must fill their districts exactly."
            }
            Self::Overlap { .. } => "List the larger industry or its parts, not both.",
            Self::Cycle { .. } => "Let one of them go without the others.",
            Self::Orphan => "Name it where it belongs, or leave it out.",
            Self::DoesNotAddUp { .. } => "Take all of the table from one release.",
            Self::NotAWebAddress { .. } => "Write the publisher's page with https:// in front.",
            Self::HashMismatch => {
                "The file was changed by hand; build it again with `roadmap pack`."
            }
            Self::More { .. } => "Mend those that are listed and check the file again.",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("the file is empty or did not arrive"),
            Self::TooLarge { bytes } => {
                write!(f, "the file is too large for a pack: {bytes} bytes")
            }
            Self::NotText => f.write_str("the file is not text"),
            Self::NotReadable { detail } => write!(f, "it cannot be read: {detail}"),
            Self::WrongSchema { found, expected } => {
                write!(
                    f,
                    "it follows the schema “{found}”, and this version reads “{expected}”"
                )
            }
            Self::LaterVersion { found } => {
                write!(f, "it was written by a later version (“{found}”)")
            }
            Self::LongEntry { bytes } => {
                write!(
                    f,
                    "this entry is very long: {} bytes",
                    quantity::count(*bytes)
                )
            }
            Self::PartMissing => f.write_str("this part is not there"),
            Self::EntryMissing => f.write_str("this entry is not there"),
            Self::NotFirst => f.write_str("this entry does not come first"),
            Self::BaselineMoves => {
                f.write_str("something is moved in the scenario that the others are held against")
            }
            Self::Blank => f.write_str("nothing is written here"),
            Self::Duplicate { key } => write!(f, "“{key}” stands twice"),
            Self::NotACode { text } => write!(f, "“{text}” is not an area code"),
            Self::UnknownArea { code } => write!(f, "no area here has the code {code}"),
            Self::WrongVintage { code, vintage } => {
                write!(
                    f,
                    "{code} belongs to the boundaries of {vintage}, not to those of this row"
                )
            }
            Self::ParentMissing { parent } => write!(f, "its parent {parent} is not in the file"),
            Self::ParentNotLarger { parent } => {
                write!(f, "its parent {parent} is not a larger area")
            }
            Self::NotAPeriod { text } => write!(f, "“{text}” is not a period"),
            Self::PeriodsOutOfOrder => f.write_str("its periods are not in order of time"),
            Self::UnknownKey { key, expected } => write!(f, "“{key}” is not {expected}"),
            Self::WrongCount { expected, found } => {
                write!(f, "it should have {expected} entries and has {found}")
            }
            Self::UnitMismatch { value, unit } => {
                write!(f, "{value} cannot be a number in the unit {unit}")
            }
            Self::NotWhole { value } => write!(f, "{value} is not a whole number"),
            Self::OtherMeasure { slug } => {
                write!(f, "“{slug}” has another unit or direction in the core pack")
            }
            Self::OutOfRange { detail } => f.write_str(detail),
            Self::LimitsCross { detail } => write!(f, "its limits do not hold the value: {detail}"),
            Self::BadShape { detail } => write!(f, "its shape cannot be drawn: {detail}"),
            Self::NoShape { code } => write!(f, "{code} has no shape"),
            Self::Coverage { detail } => {
                write!(f, "the shapes do not cover the ground once: {detail}")
            }
            Self::Overlap { code, inside } => {
                write!(f, "{code} lies inside {inside}, which is listed too")
            }
            Self::Cycle { keys } => write!(f, "it waits for {keys}, and so for itself"),
            Self::Orphan => f.write_str("nothing leads to it"),
            Self::DoesNotAddUp { detail } => write!(f, "it does not add up: {detail}"),
            Self::NotAWebAddress { text } => write!(f, "“{text}” is not the address of a web page"),
            Self::HashMismatch => f.write_str("the content does not match the hash written in it"),
            Self::More { count } => {
                write!(f, "{} more faults are not listed", quantity::count(*count))
            }
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if !self.row.is_empty() {
            write!(f, ", {}", self.row)?;
        }
        if !self.field.is_empty() {
            write!(f, ", field {}", self.field)?;
        }
        write!(f, ": {}. {}", self.reason, self.reason.advice())
    }
}
