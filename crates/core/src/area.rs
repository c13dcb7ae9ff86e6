//! Areas: a code, a name, a level, the vintage of its boundary and its parent.

use std::fmt;

/// A nine-character GSS code, such as a district's: one letter and eight digits.
///
/// Source: Office for National Statistics, Register of Geographic Codes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaCode(String);

/// Why a text is not an area code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotACode(pub String);

impl AreaCode {
    /// Checks the form of a code; whether the area exists is the dataset's to say.
    ///
    /// # Errors
    /// [`NotACode`] unless the text is one capital letter and eight digits.
    pub fn new(text: &str) -> Result<Self, NotACode> {
        let (letter, digits) = text.split_at_checked(1).unwrap_or(("", ""));
        let is_code = letter.chars().all(|c| c.is_ascii_uppercase())
            && digits.len() == 8
            && digits.chars().all(|c| c.is_ascii_digit());
        if is_code {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotACode(text.chars().take(40).collect()))
        }
    }

    /// The code as published.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not an area code: a code is one letter and eight digits",
            self.0
        )
    }
}

/// How large an area is, from the country down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A nation of the United Kingdom.
    Country,
    /// A region of England.
    Region,
    /// A county.
    County,
    /// A local authority district.
    District,
    /// A middle layer super output area: about 8,000 people.
    Msoa,
    /// A lower layer super output area: about 1,600 people.
    Lsoa,
    /// An electoral ward; a name to search by, never a unit of statistics here.
    Ward,
}

impl Level {
    /// The key in the pack.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::County => "county",
            Self::District => "district",
            Self::Msoa => "msoa",
            Self::Lsoa => "lsoa",
            Self::Ward => "ward",
        }
    }

    /// The level of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        const ALL: [Level; 7] = [
            Level::Country,
            Level::Region,
            Level::County,
            Level::District,
            Level::Msoa,
            Level::Lsoa,
            Level::Ward,
        ];
        ALL.into_iter().find(|level| level.key() == key)
    }
}

/// Which drawing of the boundaries a code belongs to.
///
/// Small areas are redrawn at each census; joining data of one vintage to shapes
/// of another leaves holes, so the vintage travels with the area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vintage {
    /// In force now; districts and larger.
    Current,
    /// As drawn for the census of 2011.
    Census2011,
    /// As drawn for the census of 2021.
    Census2021,
}

impl Vintage {
    /// The key in the pack.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Census2011 => "2011",
            Self::Census2021 => "2021",
        }
    }

    /// The vintage of a key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Current, Self::Census2011, Self::Census2021]
            .into_iter()
            .find(|vintage| vintage.key() == key)
    }
}

/// One area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its code.
    pub code: AreaCode,
    /// The name people use.
    pub name: String,
    /// How large it is.
    pub level: Level,
    /// Which drawing of the boundaries it belongs to.
    pub vintage: Vintage,
    /// The next larger area that holds it; none for a country.
    pub parent: Option<AreaCode>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_one_letter_and_eight_digits() {
        assert!(AreaCode::new("E07000243").is_ok());
        for bad in [
            "",
            "E0700024",
            "e07000243",
            "E0700024X",
            "E070002433",
            "£07000243",
            "ééééé",
        ] {
            assert!(AreaCode::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn keys_go_both_ways() {
        for level in [
            Level::Country,
            Level::Region,
            Level::County,
            Level::District,
            Level::Msoa,
            Level::Lsoa,
            Level::Ward,
        ] {
            assert_eq!(Level::from_key(level.key()), Some(level));
        }
        for vintage in [Vintage::Current, Vintage::Census2011, Vintage::Census2021] {
            assert_eq!(Vintage::from_key(vintage.key()), Some(vintage));
        }
    }
}
